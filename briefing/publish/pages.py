"""Archive -> the pages of the site: an index and a page an edition in each language, and one that leads to these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from briefing.publish import feed
from briefing.publish.archive import Archive, Published
from briefing.publish.release import Release
from briefing.render.page import split
from briefing.render.shell import compact, fill
from briefing.wording import cldr, voice


@dataclass(frozen=True, slots=True)
class Site:
    """All that the pages of a site are made from; labels, look and shells are those of the release."""

    archive: Archive
    release: Release
    address: str

    @property
    def languages(self) -> tuple[str, ...]:
        return self.release.languages


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """Each page by its path: the editions' own, then those at the top."""
    for edition in site.archive.editions:
        spoken = [each for each in site.languages if each in edition.said]
        for language in spoken:
            yield f"{edition.folder}/index.{language}.html", _edition(site, edition, language, spoken)
        if spoken:
            yield f"{edition.folder}/index.html", _choice(site, edition, spoken, f"{edition.folder}/")
    for language in site.languages:
        yield f"index.{language}.html", _index(site, language)
    yield "index.html", _choice(site, site.archive.editions[0], site.languages, "")


def _index(site: Site, language: str) -> bytes:
    newest, *earlier = site.archive.editions
    values = _common(site, language, site.languages, "") | {
        "title": newest.words(language)[1].series,
        "description": newest.words(language)[1].standfirst,
        "latest": _view(newest, language),
        "earlier": [_view(each, language) for each in earlier],
    }
    return _filled("site.index.html.j2", site, values)


def _edition(site: Site, edition: Published, language: str, spoken: Sequence[str]) -> bytes:
    newest = site.archive.editions[0]
    values = _common(site, language, spoken, f"{edition.folder}/") | {
        "title": edition.said[language].title,
        "description": edition.said[language].standfirst,
        "edition": _view(edition, language),
        "later": _view(newest, language) if newest != edition else None,
    }
    return _filled("site.edition.html.j2", site, values)


def _choice(site: Site, edition: Published, spoken: Sequence[str], at: str) -> bytes:
    """A page that needs no script to lead on: to the first language by itself, to the others by links."""
    said = edition.words(spoken[0])[1]
    values = _common(site, spoken[0], spoken, at) | {
        "title": said.title if at else said.series,
        "description": said.standfirst,
    }
    return _filled("site.choice.html.j2", site, values)


def _filled(shell: str, site: Site, values: dict[str, Any]) -> bytes:
    return fill(shell, site.release.shell, values).encode()


def _common(site: Site, language: str, spoken: Sequence[str], at: str) -> dict[str, Any]:
    """What every page needs; ``at`` is the folder that it stands in, "" for the top."""
    schemes, gettext = site.release.look.schemes, site.release.briefs[language].gettext
    return {
        "language": language,
        "gettext": gettext,
        "_": gettext,
        "style": compact("site.css", site.release.shell, site.release.look),
        "grounds": {scheme: schemes[scheme]["paper"] for scheme in ("light", "dark")},
        "logo": site.release.look.logo,
        "series": site.archive.editions[0].words(language)[1].series,
        "here": f"{site.address}/{at}index.{language}.html",
        "neutral": f"{site.address}/{at}",
        "root": "../" if at else "",
        "feed": feed.name(language),
        "pages": [
            {
                "language": each,
                "name": voice(each).NAME,
                "name_of_file": f"index.{each}.html",
                "address": f"{site.address}/{at}index.{each}.html",
            }
            for each in spoken
        ],
    }


def _view(edition: Published, language: str) -> dict[str, Any]:
    """An edition as the shells show it to readers of ``language``."""
    spoken, said = edition.words(language)
    return {
        "language": spoken,
        "said": said,
        "folder": edition.folder,
        "cards": [{"parts": split(card.figure), "label": card.label} for card in said.cards],
        "files": [_row(file, language) for file in edition.files],
        "html": _row(edition.file(spoken, "html"), language),
        "pdf": _row(edition.file(spoken, "pdf"), language),
    }


def _row(file: Any, language: str) -> dict[str, Any] | None:
    if file is None:
        return None
    return {
        "name": file.name,
        "sha256": file.sha256,
        "type": file.type,
        "language": file.language,
        "spoken": voice(file.language).NAME if file.language else "",
        "size": weight(file.size, language),
    }


def weight(size: int, language: str) -> str:
    """The size of a file in words: 48 KB, 1.3 MB (of 1,000 bytes, as browsers count)."""
    step, unit, places = (1_000_000, "MB", "0.1") if size >= 1_000_000 else (1_000, "KB", "1")
    number = max(Decimal(size) / step, Decimal(places)).quantize(Decimal(places), ROUND_HALF_UP)
    return f"{cldr.plain(number, language)} {unit}"
