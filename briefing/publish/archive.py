"""editions.json of a site -> Archive: every edition that the site holds, in its own words; and back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from briefing.model import Place, Problem, Refusal
from briefing.publish.changes import Change
from briefing.saying import tell
from briefing.wording import edtf

NAME = "editions.json"
SCHEMA = "briefing-site-1"
FOLDER = re.compile(r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|H[12]))?\Z", re.ASCII)
"""The date of an edition that can be part of an address: 2024, 2024-10, 2024-10-07, 2024-Q4."""
FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z", re.ASCII)
LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\Z", re.ASCII)
DIGEST = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)
_STARTS = {"quarter": (3, -2), "half": (6, -5)}
"""The month in which the part of a year begins, by its number."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an edition, as it was published."""

    name: str
    sha256: str
    size: int
    type: str
    language: str
    format: str


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure and what it is, as the page prints them."""

    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """What an edition says of itself in one language; ``since`` is the date of the edition that ``changes`` compare with."""

    series: str
    number: str
    date: str
    title: str
    standfirst: str
    cards: tuple[Card, ...]
    since: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """An edition on the site: ``folder`` is its date and its part of the address, ``id`` its name in feeds for good."""

    folder: str
    brief: str
    number: int
    id: str
    said: Mapping[str, Said]
    files: tuple[File, ...]

    @property
    def day(self) -> str:
        """The first day of the edition's date: 2024-10 is 2024-10-01."""
        moment = edtf.parse(self.folder)
        assert isinstance(moment, edtf.Moment)  # FOLDER lets no interval through
        factor, shift = _STARTS.get(moment.grain, (1, 0))
        return f"{moment.year:04}-{max(1, factor * moment.part + shift):02}-{max(1, moment.day):02}"

    @property
    def instant(self) -> str:
        """The same as RFC 3339 has it."""
        return f"{self.day}T00:00:00Z"

    def words(self, language: str) -> tuple[str, Said]:
        """What it says in ``language``, else in its first language; with the language that it is."""
        spoken = language if language in self.said else next(iter(self.said))
        return spoken, self.said[spoken]

    def file(self, language: str, format: str) -> File | None:
        return next((each for each in self.files if (each.language, each.format) == (language, format)), None)


@dataclass(frozen=True, slots=True)
class Archive:
    """All editions of a site, the newest first; ``id`` is the address at which its feeds began."""

    id: str
    editions: tuple[Published, ...] = ()

    def find(self, folder: str) -> Published | None:
        return next((each for each in self.editions if each.folder == folder), None)

    def before(self, edition: Published) -> Published | None:
        """The edition of the same brief that came before."""
        older = (each for each in self.editions if _age(each) < _age(edition) and each.brief == edition.brief)
        return next(older, None)

    def joined(self, edition: Published) -> Archive:
        """With one edition more, or with it in the place of that of its date."""
        others = [each for each in self.editions if each.folder != edition.folder]
        return Archive(self.id, tuple(sorted((*others, edition), key=_age, reverse=True)))

    def content(self) -> bytes:
        data = {"schema": SCHEMA, "id": self.id, "editions": [asdict(each) for each in self.editions]}
        return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _age(edition: Published) -> tuple[str, int, str]:
    return edition.day, edition.number, edition.folder


def read(folder: Path, address: str) -> Archive:
    """The archive of the site in ``folder``; an empty one where there is none, Refusal O034 where it cannot be read."""
    path = folder / NAME
    if not path.is_file():
        return Archive(f"{address}/")
    try:
        data = json.loads(path.read_bytes())
        if data["schema"] != SCHEMA:
            raise ValueError("another schema")
        found = Archive(str(data["id"]), tuple(_published(each) for each in data["editions"]))
        if len({each.folder for each in found.editions}) < len(found.editions):
            raise ValueError("an edition twice")
        return Archive(found.id, tuple(sorted(found.editions, key=_age, reverse=True)))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, Refusal):
        hint = tell("restore that file: it is the list of editions from which the site's pages are made")
        what = tell("'{path}' is not the list of a site's editions", path=path)
        raise Refusal(Problem("O034", what, Place(str(path)), hint), exit_code=3) from None


def _published(data: Mapping[str, Any]) -> Published:
    """An edition as the file has it; ValueError for a name that could lead out of the site's folder."""
    folder = _fit(FOLDER, data["folder"])
    said = {_fit(LANGUAGE, language): _said(words) for language, words in data["said"].items()}
    files = tuple(_file(each) for each in data["files"])
    if not said:
        raise ValueError("no language")
    edition = Published(folder, _fit(FILE, data["brief"]), int(data["number"]), str(data["id"]), said, files)
    edition.day  # noqa: B018 - refuses a day that there is not
    return edition


def _said(data: Mapping[str, Any]) -> Said:
    return Said(
        series=str(data["series"]),
        number=str(data["number"]),
        date=str(data["date"]),
        title=str(data["title"]),
        standfirst=str(data["standfirst"]),
        cards=tuple(Card(str(each["figure"]), str(each["label"])) for each in data["cards"]),
        since=str(data["since"]),
        changes=tuple(
            Change(str(each["what"]), str(each["old"]), str(each["new"])) for each in data["changes"]
        ),
    )


def _file(data: Mapping[str, Any]) -> File:
    name, digest = _fit(FILE, data["name"]), _fit(DIGEST, data["sha256"])
    rest = (str(data[key]) for key in ("type", "language", "format"))
    return File(name, digest, int(data["size"]), *rest)


def _fit(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.match(text):
        raise ValueError(text)
    return text


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
