"""Brief -> one self-contained HTML page: no request leaves it, and it works without scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from briefing.look import Look, standard
from briefing.model import Brief, Problem, Refusal
from briefing.plaintext import plain
from briefing.render import page
from briefing.render.shell import compact, fill
from briefing.saying import tell
from briefing.wording import voice

LIMIT = 250_000
"""Bytes that a page may take: it is mailed as an attachment and read on a phone."""


def render(
    brief: Brief, *, alternates: Mapping[str, str], shell: tuple[Path, ...], look: Look | None = None
) -> str:
    """The page of ``brief``; ``alternates`` maps a language to the address of its page, seen from this one.

    ``shell`` are the template folders in the order in which they are searched. Refusal R011 where the page is
    larger than LIMIT, R010 where a template fails.
    """
    seen = look or standard()
    values = page.parts(brief, paper=False, look=seen) | {
        "style": compact("screen.css", shell, seen),
        "grounds": {scheme: seen.schemes[scheme]["paper"] for scheme in ("light", "dark")},
        "alternates": [
            {"language": language, "name": voice(language).NAME, "address": address}
            for language, address in alternates.items()
            if language != brief.language
        ],
        "report": Markup(_report(brief)),
    }
    finished = fill("page.html.j2", shell, values)
    size = len(finished.encode())
    if size > LIMIT:
        raise Refusal(
            Problem(
                "R011",
                tell("the page takes {size} bytes, more than {limit}", size=f"{size:,}", limit=f"{LIMIT:,}"),
                hint=tell("shorten the brief"),
            )
        )
    return finished


def _report(brief: Brief) -> str:
    """schema.org Report as JSON-LD, safe inside a script element."""
    report = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": plain(brief.title),
        "description": plain(brief.standfirst),
        "inLanguage": brief.language,
        "datePublished": brief.edition.iso_date,
        "reportNumber": brief.edition.number.words,
        "isPartOf": {"@type": "Periodical", "name": brief.edition.series},
        "publisher": {"@type": "Organization", "name": brief.edition.series},
        "citation": [_citation(plain(source.content), source.url) for source in brief.sources],
    }
    return (
        json.dumps(report, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("&", "\\u0026")
    )


def _citation(name: str, url: str | None) -> dict[str, str]:
    return {"@type": "CreativeWork", "name": name} | ({"url": url} if url else {})
