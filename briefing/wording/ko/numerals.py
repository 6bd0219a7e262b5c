"""Decimals in, Korean numerals out: 5만 1,425, 27억 5,000만, 수십억."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Range
from briefing.wording.figures import MINUS, digits, magnitude, places, shifted, split

MYRIADS = ("", "만", "억", "조", "경", "해", "자", "양")
TENS = ("", "십", "백", "천")
OTHER_WORDS = frozenset("조건 조회 조사 조기 조차 조장 조각 조문 조서 조대 억대".split())
"""Words that 조 or 억 would make with a counter: condition, look-up, survey …; in the hundred millions."""
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
    sign = MINUS if value < 0 else ""
    return sign + ("" if style == "press" else " ").join(reversed(parts)) if parts else "0"


def compact(value: Decimal, style: str, *, step: Decimal | None = None) -> str:
    """One unit with at most two places where that loses nothing (27.5억), else the numeral in full.

    The scales are those of CLDR's compact decimals for ko, but for 천, which takes no point in Korean.
    """
    power = 4 * min((len(str(split(value)[0])) - 1) // 4, len(MYRIADS) - 1)
    scaled = shifted(value, power)
    if not power or places(scaled) > 2:
        return numeral(value, style, step=step)
    group = "," if style == "office" else ""
    return digits(scaled, group=group) + MYRIADS[power // 4]


def vague(value: Range) -> str | None:
    """The word of a vague figure: 수십억 from 10억 to 100억, 몇 below ten; None for any other range.

    수 and 몇 stand for a few (표준국어대사전, 수07 and 몇).
    """
    if 1 <= value.low < 10 and value.high <= 10:
        return "몇"
    power = magnitude(value)
    if power is None or power >= 4 * len(MYRIADS):
        return None
    return f"수{TENS[power % 4]}{MYRIADS[power // 4]}"


def decades(low: Decimal, high: Decimal) -> str:
    """The decades of an age that runs from a round year to a ninth one: 20 to 39 is 20~30 (대).

    대 after a number names its range of ten (표준국어대사전, 대).
    """
    first, last = int(low) // 10 * 10, int(high) // 10 * 10
    return str(first) if first == last else f"{first}~{last}"


def shares_scale(span: Range, first: str, last: str) -> bool:
    """Whether the last 만 or 억 of a range said so would be heard for both ends: 1~25만 is 1만 to 25만.

    9,000~1만 is not: its first end would be greater than its second. The wave dash joins the ends of
    a range (한글 맞춤법 부록 문장 부호, 물결표).
    """
    if first[-1] in MYRIADS or last[-1] not in MYRIADS:
        return False
    return bool(shifted(span.low, -4 * MYRIADS.index(last[-1])) < span.high)


def attach(number: str, unit: str, style: str) -> str:
    """A number with its unit: 8,579명 and 33만 5,250달러, but 35만 개 (한글 맞춤법 §43: a unit may attach
    to Arabic digits; after 만 or 억 it stays apart).

    A name of two words stays apart everywhere (5 캐나다 달러, press 500만 캐나다달러). Press attaches
    all else (5만1425명), but where two would read as another word (5조 건, 조건 being a condition).
    """
    if not unit:
        return number
    two_words = " " in unit.removeprefix("개 ")  # 2개 분기 is counted by 개
    if style == "press":
        word = unit.replace(" ", "")
        apart = two_words or number[-1] + word in OTHER_WORDS
        return f"{number} {word}" if apart else number + word
    apart = two_words or (not number[-1].isdigit() and unit[0] != "%")
    return f"{number} {unit}" if apart else f"{number}{unit}"
