"""English numerals at a place in the text -> Numeral: digits with scale words, words, vague magnitudes.

Short scale and number words: CLDR 46 rule-based number formats for English; the press's abbreviations
(bn, tn, k) as the style guides of The Economist and The Guardian give them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Range

from ..digits import DIGITS, ONE, ZERO, number
from ..found import EXACT

ONES = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    w: 10 * n
    for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
LOOSE = {"K", "M", "B", "k", "mn", "mln", "bn", "bln", "tn", "trn"}
"""Abbreviations that scale a number of any kind; m, b and t do so for money alone (200 m may be metres)."""

_WORDS = "|".join(sorted({*ONES, *TENS}, key=len, reverse=True))
_SCALE = re.compile(r"[\s\-‐]{0,2}(dozen|hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_SHORT = re.compile(r"\s?(mn|mln|mio|bn|bln|tn|trn|[kmbt])\b", re.IGNORECASE)
_DIGITS = re.compile(DIGITS)
_BARE = re.compile(r"\.\d+")
_SIMPLE = re.compile(
    (
        rf"(?:({'|'.join(TENS)})(?:[\s\-‐‑–—]{{1,3}}({'|'.join(list(ONES)[1:10])}))?|"
        rf"({'|'.join(sorted(ONES, key=len, reverse=True))}))\b"
    ),
    re.IGNORECASE,
)
_AND = re.compile(r",?\s{1,3}(?:and\s{1,2})?", re.IGNORECASE)
_POINT = re.compile(
    r"\s(?:point|dot)((?:[\s\-](?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|\d+))+)\b",
    re.IGNORECASE,
)
_AND_HALF = re.compile(
    r"[\s-]and[\s-](?:a|one)[\s-](half|quarter)\b|[\s-]and[\s-](three)[\s-]quarters\b", re.IGNORECASE
)
_A_SCALE = re.compile(
    (
        r"(half\s{1,2}an?|half|an? quarter(?: of an?)?|quarter(?: of an?)?|an?|the)\s{1,2}(hundred|"
        r"thousand|million|billion|trillion|dozen)\b(?!s)"
    ),
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"(?:(?P<few>a few|several|many|a couple(?: of)?|some)\s)?(?:(?P<tens>tens|dozens|hundreds|"
    r"thousands)\sof\s)?"
    r"(?P<last>hundreds|thousands|millions|billions|trillions|dozens|tens(?=\sof)|hundred|thousand|"
    r"million|billion|trillion|dozen)\b",
    re.IGNORECASE,
)
_MAGNITUDES = {"dozen": 12, "ten": 10} | SCALES


@dataclass(slots=True)
class Numeral:
    """A numeral as read; ``scale`` its last scale word, ``worded`` where it is spelled out."""

    start: int
    end: int
    value: Decimal | Range
    step: Decimal | None = ONE
    scale: Decimal = ONE
    worded: bool = False


def digits(text: str, start: int, money: bool = False) -> Numeral | None:
    """The numeral in digits at ``start`` with its scale: 2.75 billion; 67k; after a currency sign also 200m."""
    said = _DIGITS.match(text, start) or _BARE.match(text, start)
    if said is None or (read := number(said[0] if said[0][0] != "." else "0" + said[0])) is None:
        return None
    (value, step), end, scale = read, said.end(), ONE
    if (half := re.compile(r"\s(\d)/(\d)\b(?!/)").match(text, end)) and int(half[2]):
        value, end = EXACT.add(value, EXACT.divide(Decimal(half[1]), Decimal(half[2]))), half.end()
    while word := _SCALE.match(text, end):
        scale = EXACT.multiply(scale, Decimal(SCALES[word[1].lower()]))
        end = word.end()
        if scale > 10**15:
            break
    if scale == ONE and (short := _SHORT.match(text, end)):
        letter, spaced = short[1], short.start(1) > end
        if (
            letter in LOOSE
            and not spaced
            and said[0] + letter != "3M"
            or money
            and not (spaced and len(letter) == 1 and letter.islower())
            or letter.lower() in ("bn", "tn", "mn", "mln", "bln", "trn")
        ):
            scale, end = Decimal(SHORT[letter.lower()]), short.end()
    if scale != ONE:
        value, step = _scaled(value, scale), _scaled(step, scale)
    return Numeral(start, end, value, step, scale)


def _scaled(value: Decimal, scale: Decimal) -> Decimal:
    product = EXACT.multiply(value, scale)
    whole = product.to_integral_value(context=EXACT)
    return whole if whole == product else product


def words(text: str, start: int) -> Numeral | None:
    """The numeral spelled out at ``start``: two hundred and four, a hundred, two and a half million."""
    total = section = ZERO
    end, scale, pieces, last = start, ONE, 0, Decimal("Infinity")
    at = start
    if lead := _A_SCALE.match(text, start):
        share = {"half": Decimal("0.5"), "a qu": Decimal("0.25"), "quar": Decimal("0.25")}.get(
            (lead[1] or "")[:4].lower(), ONE
        )
        scale = Decimal(_MAGNITUDES[lead[2].lower()])
        if not lead[1] or lead[1].lower() == "the":
            return None
        section, end, pieces = EXACT.multiply(share, scale), lead.end(), 1
        if scale > 100:
            total, section, last = section, ZERO, scale
        at = _next(text, end)
        if share != ONE or scale == 12:
            return Numeral(start, end, section + total, scale, scale, True)
    while pieces < 24 and (said := _SIMPLE.match(text, at)):
        value = Decimal(
            TENS[said[1].lower()] + (ONES[said[2].lower()] if said[2] else 0)
            if said[1]
            else ONES[said[3].lower()]
        )
        if pieces and (section % 100 or value == 0 or scale == ONE):
            break
        section, end, pieces, scale = section + value, said.end(), pieces + 1, ONE
        if half := _AND_HALF.match(text, end):
            section += {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(
                (half[1] or "").lower(), Decimal("0.75")
            )
            end = half.end()
        while word := _SCALE.match(text, end):
            factor = Decimal(SCALES[word[1].lower()])
            if factor >= last or factor <= 100 and section >= 100:
                break
            scale, end = factor, word.end()
            if scale <= 100:
                section *= scale
            else:
                total, section, last = EXACT.add(total, EXACT.multiply(section, scale)), ZERO, scale
        at = _next(text, end)
    if not pieces:
        return None
    numeral = Numeral(start, end, EXACT.add(total, section), scale, scale, True)
    return _with_point(text, numeral) if scale == ONE else numeral


def _next(text: str, end: int) -> int:
    gap = _AND.match(text, end)
    return gap.end() if gap else end


def _with_point(text: str, numeral: Numeral) -> Numeral:
    said = _POINT.match(text, numeral.end)
    if said is None or isinstance(numeral.value, Range):
        return numeral
    places = "".join(
        str(ONES.get(word.lower(), word if word.isdigit() else 0))
        for word in re.split(r"[\s-]+", said[1].strip())
    )[:40]
    numeral.step = ONE.scaleb(-len(places))
    numeral.value, numeral.end = (
        EXACT.add(numeral.value, EXACT.multiply(Decimal(places), numeral.step)),
        said.end(),
    )
    if scale := _SCALE.match(text, numeral.end):
        factor = Decimal(SCALES[scale[1].lower()])
        numeral.value, numeral.step, numeral.end = (
            _scaled(numeral.value, factor),
            _scaled(numeral.step, factor),
            scale.end(),
        )
        numeral.scale = factor
    return numeral


def vague(text: str, start: int) -> Numeral | None:
    """dozens, hundreds, tens of millions, a few hundred as a range of one magnitude."""
    said = _VAGUE.match(text, start)
    if said is None:
        return None
    last = said["last"].lower()
    plural = last.endswith("s")
    if not plural and not said["few"]:
        return None
    scale = Decimal(_MAGNITUDES[last.rstrip("s")])
    if said["tens"]:
        scale = EXACT.multiply(scale, Decimal(_MAGNITUDES[said["tens"].lower().rstrip("s")]))
    few = (said["few"] or "").lower()
    high = Decimal(3) if few.startswith("a couple") else Decimal(10)
    low = Decimal(2) if few.startswith("a couple") or scale == 12 else ONE
    if scale == 12:
        high = Decimal(8)
    return Numeral(
        start,
        said.end(),
        Range(EXACT.multiply(low, scale), EXACT.multiply(high, scale), True),
        None,
        scale,
        True,
    )
