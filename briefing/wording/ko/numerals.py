"""Decimals in, Korean numerals out: 5만 1,425, 27억 5,000만, 수십억."""

from __future__ import annotations

from decimal import Decimal

from briefing.wording.figures import digits, places, power_of_ten, shifted, split

MYRIADS = ("", "만", "억", "조", "경", "해", "자", "양")
TENS = ("", "십", "백", "천")
NATIVE_ORDINALS = {
    Decimal(n + 1): word
    for n, word in enumerate(("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"))
}


def numeral(value: Decimal, style: str, *, step: Decimal | None = None) -> str:
    """The value in full, split by 만 (한글 맞춤법 §44).

    office groups each part with commas (27억 5,000만), orthography does not (27억 5000만), press
    writes the parts together (27억5000만), as Korean dailies do.
    """
    whole, fraction = split(value, step=step)
    parts: list[str] = []
    for name in MYRIADS:
        last = name == MYRIADS[-1]
        whole, part = (0, whole) if last else divmod(whole, 10_000)
        rest = f".{fraction}" if not name and fraction else ""
        if part or rest:
            parts.append((f"{part:,}" if style == "office" else str(part)) + rest + name)
    sign = "-" if value < 0 else ""
    return sign + ("" if style == "press" else " ").join(reversed(parts)) if parts else "0"


def compact(value: Decimal, style: str, *, step: Decimal | None = None) -> str:
    """One unit with at most two places where that loses nothing (27.5억), else the numeral in full."""
    power = 4 * min((len(str(split(value)[0])) - 1) // 4, len(MYRIADS) - 1)
    scaled = shifted(value, power)
    if not power or places(scaled) > 2:
        return numeral(value, style, step=step)
    group = "," if style == "office" else ""
    return digits(scaled, group=group) + MYRIADS[power // 4]


def magnitude(low: Decimal, high: Decimal) -> str | None:
    """The word of a vague figure: 수십억 from 10억 to 100억, 몇 below ten; None for any other range."""
    if 1 <= low < 10 and high <= 10:
        return "몇"
    power = power_of_ten(low)
    if power is None or high != low * 10 or power >= 4 * len(MYRIADS):
        return None
    return f"수{TENS[power % 4]}{MYRIADS[power // 4]}"


def decades(low: Decimal, high: Decimal) -> str:
    """The decades of an age that runs from a round year to a ninth one: 20 to 39 is 20~30 (대)."""
    first, last = int(low) // 10 * 10, int(high) // 10 * 10
    return str(first) if first == last else f"{first}~{last}"


def attach(number: str, unit: str, style: str) -> str:
    """A number with its unit: 8,579명 and 33만 5,250달러, but 35만 개 (한글 맞춤법 §43: a unit may attach
    to Arabic digits; after 만 or 억 it stays apart). Press attaches always."""
    if not unit:
        return number
    if style == "press":
        return number + unit.replace(" ", "")
    apart = not number[-1].isdigit() and unit[0] != "%"
    return f"{number} {unit}" if apart else f"{number}{unit}"
