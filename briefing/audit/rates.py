"""Documents -> Findings A031 to A034: the exchange rates that their conversions imply, within each and across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from briefing.audit.document import Document
from briefing.audit.finding import Finding
from briefing.audit.interval import EXACTLY, Interval, corners, grain, nominal, rounded, stated
from briefing.model import Mention, Quantity

DRIFT = Decimal("0.02")
"""How far rates of one text may lie apart beyond rounding: an author may take those of two days."""
APART = Decimal("0.3")
"""How far those of two texts may: rates of the same few years."""
_SCALE = ("KRW", "JPY", "VND", "IDR", "INR", "RUB", "THB", "TWD", "PHP", "CNY", "HKD", "MXN")
"""Currencies of which many make one of another, the first of two being what the other is priced in."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of ``price`` one of ``unit`` costs, by the two figures of one conversion."""

    price: str
    unit: str
    document: Document
    priced: Mention
    base: Mention

    @property
    def value(self) -> Decimal:
        return EXACTLY.divide(
            nominal(self.priced.quantity) or Decimal(0), nominal(self.base.quantity) or Decimal(1)
        )

    @property
    def reach(self) -> Interval:
        """The rates that the two figures may stand for; the converted one is rounded as its zeros show."""
        ends = [
            stated(each.quantity, grain(each.quantity) if each.equals else None)
            for each in (self.priced, self.base)
        ]
        return corners(lambda x, y: x / y, *ends)


def rates(document: Document) -> Iterator[Finding]:
    """A031 for each pair of currencies, A032 for each conversion that the others do not bear out."""
    found = list(_rates(document))
    for pair in dict.fromkeys((rate.price, rate.unit) for rate in found):
        same = [rate for rate in found if (rate.price, rate.unit) == pair]
        middle = median_low([rate.value for rate in same])
        out = [rate for rate in same if not _near(rate, same)]
        if len(same) == 2 and len(out) == 2:
            out = out[1:]  # which of the two is wrong cannot be told: the later is held against the earlier
        for rate in out:
            others = [each for each in same if each not in out]
            if others:
                yield _outlier(rate, others[0])
        inside = [rate for rate in same if rate not in out]
        if inside:
            best = min(inside, key=lambda rate: (rate.reach.high - rate.reach.low, abs(rate.value - middle)))
            yield _note("A031", [best, *(rate for rate in inside if rate is not best)])


def across(documents: Sequence[Document]) -> Iterator[Finding]:
    """A033 for the rates of several documents side by side, A034 for two that no few years lie between."""
    by_pair: dict[tuple[str, str], list[Rate]] = {}
    for document in documents:
        seen: dict[tuple[str, str], list[Rate]] = {}
        for rate in _rates(document):
            seen.setdefault((rate.price, rate.unit), []).append(rate)
        for pair, same in seen.items():
            steady = [rate for rate in same if _near(rate, same)] or same
            by_pair.setdefault(pair, []).append(
                min(steady, key=lambda rate: rate.reach.high - rate.reach.low)
            )
    for same in by_pair.values():
        if len(same) > 1:
            widened = [rate.reach.widened(APART / 2) for rate in same]
            code = "A033" if all(one.meets(other) for one in widened for other in widened) else "A034"
            yield _note(code, same)


def _rates(document: Document) -> Iterator[Rate]:
    for mention in document.mentions:
        if mention.equals is None or mention.quantity.kind != "money":
            continue
        other = document.at(mention.equals)
        if (
            other is None
            or other.quantity.kind != "money"
            or not (nominal(other.quantity) and nominal(mention.quantity))
        ):
            continue
        units = sorted((mention, other), key=lambda each: _rank(each.quantity.unit or ""))
        priced, base = units
        rate = Rate(priced.quantity.unit or "", base.quantity.unit or "", document, priced, base)
        if stated(base.quantity, grain(base.quantity)).low > 0:
            yield rate


def _rank(unit: str) -> tuple[int, str]:
    return (_SCALE.index(unit) if unit in _SCALE else len(_SCALE), unit)


def _near(rate: Rate, same: Sequence[Rate]) -> bool:
    """Whether at least half of the others agree with it within rounding and drift."""
    others = [each for each in same if each is not rate]
    wide = rate.reach.widened(DRIFT)
    return not others or sum(wide.meets(each.reach) for each in others) * 2 >= len(others)


def _outlier(rate: Rate, other: Rate) -> Finding:
    """What the conversion comes to at the rate of the others."""
    quantity, rated = rate.priced.quantity, other.value
    amount = EXACTLY.multiply(nominal(rate.base.quantity) or Decimal(0), rated)
    step = grain(quantity)
    computed = Quantity("money", rounded(amount, step), quantity.unit, step=step)
    apart = Quantity(
        "money", abs(rounded(amount, step) - (nominal(quantity) or Decimal(0))), quantity.unit, step=step
    )
    figures = (rate.base, other.priced, other.base)
    stated_ = tuple(rate.document.stated(each) for each in figures)
    return Finding("A032", rate.document.stated(rate.priced), stated_, computed, apart)


def _note(code: str, same: Sequence[Rate]) -> Finding:
    """The rates side by side, each as the two figures that imply it; ``computed`` is the first."""
    figures = tuple(rate.document.stated(each) for rate in same for each in (rate.priced, rate.base))
    return Finding(code, None, figures, rate_of(same[0].priced.quantity, same[0].base.quantity))


def rate_of(priced: Quantity, base: Quantity) -> Quantity:
    """What one unit of ``base`` costs, to four digits."""
    value = EXACTLY.divide(nominal(priced) or Decimal(0), nominal(base) or Decimal(1))
    step = Decimal(1).scaleb(max(value.adjusted() - 3, -6))
    return Quantity("money", rounded(value, step), priced.unit, step=step)
