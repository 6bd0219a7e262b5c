"""Differences -> the cells of a table, Markdown for a pull request, or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from briefing.editions.compare import CHANGES, Difference
from briefing.editions.stated import Edition, Stated
from briefing.saying import Message, joined, tell

HEAD = (
    tell("change"),
    tell("fact"),
    tell("old"),
    tell("new"),
    tell("source"),
    tell("sections"),
    tell("languages"),
)
FORMAT = "briefing-diff-1"
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#])")


def cells(difference: Difference) -> tuple[str, ...]:
    """What a row of the table says of a difference, in the order of ``HEAD``."""
    old, new = (_figure(side, difference) for side in (difference.old, difference.new))
    sources = [_source(side) for side in difference.sides]
    return (
        changes()[difference.change],
        difference.id,
        old,
        new,
        " → ".join(dict.fromkeys(sources)),
        ", ".join(difference.sections) or tell("nowhere"),
        ", ".join(difference.languages) or tell("none"),
    )


def summary(differences: Sequence[Difference]) -> str:
    """How many facts changed, were added and so on, as one line."""
    counts = {change: sum(each.change == change for each in differences) for change in CHANGES}
    told = [
        tell("{count} {change}", count=count, change=changes()[change])
        for change, count in counts.items()
        if count
    ]
    return joined(told) if told else tell("no differences")


def changes() -> dict[str, Message]:
    """What became of a fact, in words."""
    return {
        "changed": tell("changed"),
        "added": tell("added"),
        "removed": tell("removed"),
        "sourced": tell("sourced"),
        "moved": tell("moved"),
        "reworded": tell("reworded"),
    }


def markdown(old: Edition, new: Edition, differences: Sequence[Difference]) -> str:
    """A heading, the summary and a table, as pull requests show them (GitHub Flavored Markdown)."""
    lines = [f"### Figures of {_plain(new.brief)}: {_named(old)} → {_named(new)}", "", summary(differences)]
    if differences:
        lines += ["", f"| {' | '.join(HEAD)} |", f"|{'---|' * len(HEAD)}"]
        lines += [f"| {' | '.join(map(_plain, cells(difference)))} |" for difference in differences]
    return "\n".join(lines)


def records(old: Edition, new: Edition, differences: Sequence[Difference]) -> str:
    """The differences as JSON: both sides of each, with every printed form."""
    data = {
        "schema": FORMAT,
        "old": {"brief": old.brief, "number": old.number, "date": old.date},
        "new": {"brief": new.brief, "number": new.number, "date": new.date},
        "differences": [
            {
                "id": difference.id,
                "change": difference.change,
                "old": _record(difference.old),
                "new": _record(difference.new),
                "sections": list(difference.sections),
                "languages": list(difference.languages),
            }
            for difference in differences
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _record(stated: Stated | None) -> dict[str, object] | None:
    if stated is None:
        return None
    return {
        "what": dict(stated.what),
        "figure": dict(stated.figure),
        "period": stated.period or None,
        "sources": list(stated.sources),
        "formula": stated.formula or None,
        "printed": [
            {"language": row.language, "section": row.section, "aspect": row.aspect, "words": row.words}
            for row in stated.printed
        ],
    }


def _figure(stated: Stated | None, difference: Difference) -> str:
    """How a side prints the figure, language by language; the value itself where words would not tell the two apart."""
    if stated is None:
        return "—"
    said = " / ".join(_words(stated, difference.languages)) or _value(stated)
    told = {" / ".join(_words(side, difference.languages)) for side in difference.sides}
    sides = difference.sides
    if (
        difference.change == "changed"
        and sides[0].figure != sides[1].figure
        and len(told) == 1
        and said != _value(stated)
    ):
        said = f"{said} = {_value(stated)}"
    if sides[0].period != sides[-1].period:
        said = f"{said} ({stated.period or 'no date'})"
    if difference.change == "reworded" and sides[0].what != sides[-1].what:
        said = f"{said}: {' / '.join(stated.what.get(language, '—') for language in difference.languages)}"
    return said


def _words(stated: Stated, languages: Sequence[str]) -> list[str]:
    """The forms in which each of the languages prints the value outside the annex, else in it."""
    rows = [row for row in stated.printed if row.aspect == ("value" if stated.figure else "period")]
    said: dict[str, None] = {}
    for language in languages:
        spoken = [row for row in rows if row.language == language]
        pages = [row for row in spoken if row in stated.pages]
        said |= dict.fromkeys(row.words for row in pages or spoken)
    return list(said)


def _value(stated: Stated) -> str:
    record = dict(stated.figure)
    parts = [record.get("value", ""), record.get("unit", ""), record.get("qualifier", "")]
    return " ".join(part for part in parts if part not in ("", "exact")) or stated.period or "—"


def _source(stated: Stated) -> str:
    return stated.formula or ", ".join(stated.sources) or "—"


def _named(edition: Edition) -> str:
    return _plain(f"No. {edition.number}, {edition.date}")


def _plain(text: str) -> str:
    """``text`` as Markdown prints it word for word, in one cell."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
