"""The date of a fact, or of a template's option -> its place in time."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Fact, Refusal
from briefing.wording.edtf import Moment, parse

_PARTS = {"half": 2, "quarter": 4, "season": 4, "month": 12}


def year(fact: Fact) -> Decimal | None:
    """The year of a fact and the part of it that has gone by; None where its period is no single date."""
    said = fact.period.value if fact.period is not None else None
    return _begins(_moment(said)) if isinstance(said, str) else None


def between(fact: Fact, since: str, until: str) -> bool:
    """Whether a fact is of ``since`` or later and of ``until`` or earlier, both included; "" is no bound."""
    at = year(fact)
    if at is None:
        return not (since or until)
    first, last = (_moment(said) if said else None for said in (since, until))
    begins, end = _begins(first), _begins(last)
    return (begins is None or at >= begins) and (
        end is None or last is None or at < end + Decimal(1) / _share(last)
    )


def is_date(text: str) -> bool:
    """Whether ``text`` is a year, a month, a day, a quarter or a half."""
    return _begins(_moment(text)) is not None


def _moment(text: str) -> Moment | None:
    try:
        found = parse(text)
    except Refusal:
        return None
    return found if isinstance(found, Moment) else None


def _share(moment: Moment) -> int:
    """How many of its grain a year has."""
    return 366 if moment.grain == "day" else _PARTS.get(moment.grain, 1)


def _begins(moment: Moment | None) -> Decimal | None:
    if moment is None or moment.grain == "decade":
        return None
    if moment.grain == "day":
        return moment.year + Decimal(moment.part - 1) / 12 + Decimal(moment.day - 1) / 366
    return moment.year + Decimal(max(moment.part, 1) - 1) / _PARTS.get(moment.grain, 1)
