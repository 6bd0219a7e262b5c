"""The [[waiver]] tables of briefing.toml -> waivers: which warning the brief lives with, why, and until when."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from briefing import codes, schema
from briefing.model import Place, Problem
from briefing.saying import tell
from briefing.tomlplace import Document

SHAPE = {
    "code": schema.text("The code of the warning.", required=True),
    "file": schema.text("The file that the warning names, as it names it.", required=True),
    "section": schema.name("Only the warning about this section."),
    "fact": schema.name("Only the warning about this fact."),
    "because": schema.text("Why the brief lives with it.", required=True),
    "until": schema.day("The last edition date (EDTF) that may rely on it.", required=True),
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning that is shown and not counted: its code and file, narrowed to a section or a fact where one is named.

    ``until`` is EDTF text, the last day, month or year in which an edition may rely on it.
    """

    code: str
    file: str
    section: str
    fact: str
    because: str
    until: str
    where: Place

    def covers(self, problem: Problem) -> bool:
        """Whether it is this warning that is waived."""
        return (
            problem.severity == "warning"
            and problem.code == self.code
            and problem.where is not None
            and problem.where.file == self.file
            and self.section in ("", problem.section)
            and (not self.fact or self.fact in problem.facts)
        )

    def expired(self, edition: str) -> bool:
        """Whether the edition of that date (EDTF) comes after ``until``, each taken at the coarser of the two."""
        date, last = _start(edition), _start(self.until)
        shorter = min(len(date), len(last))
        return date[:shorter] > last[:shorter]


def _start(edtf: str) -> tuple[int, ...]:
    """Where a date begins: 2024-Q2 is (2024, 4), 2024-09~ is (2024, 9)."""
    first = edtf.partition("/")[0].rstrip("~?")
    year, _, rest = first.partition("-")
    if rest[:1] == "Q":
        return int(year), 3 * int(rest[1]) - 2
    if rest[:1] == "H":
        return int(year), 6 * int(rest[1]) - 5
    return tuple(int(part) for part in first.split("-"))


def problems(document: Document) -> Iterator[Problem]:
    """P001 to P003 for tables that are no waivers, P020 for codes that are unknown or cannot be waived."""
    rows = document.data.get("waiver", [])
    if not isinstance(rows, list):
        return  # the shape of briefing.toml has said so
    for index, row in enumerate(rows):
        keys = ("waiver", str(index))
        yield from schema.check(document, keys, SHAPE)
        code = row.get("code") if isinstance(row, dict) else None
        if isinstance(code, str) and not codes.waivable(code):
            where = document.place(*keys, "code")
            if code in codes.CODES:
                what = tell("{code} cannot be waived: {codes}", code=code, codes=codes.CODES[code][1])
                yield Problem(
                    "P020",
                    what,
                    where,
                    tell("mend what it tells of; docs/reference/codes.md says which can be"),
                )
            else:
                near = difflib.get_close_matches(code, codes.CODES, n=1)
                hint = (
                    tell("did you mean {near}?", near=near[0])
                    if near
                    else tell("the codes stand in docs/reference/codes.md")
                )
                yield Problem("P020", tell("unknown code '{code}'", code=code), where, hint)


def declared(document: Document) -> tuple[Waiver, ...]:
    """The waivers of a document without problems."""
    return tuple(
        Waiver(
            row["code"],
            row["file"],
            row.get("section", ""),
            row.get("fact", ""),
            row["because"],
            row["until"],
            document.place("waiver", index),
        )
        for index, row in enumerate(document.data.get("waiver", ()))
    )
