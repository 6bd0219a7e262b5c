"""English prose -> what a comparison needs beyond the reader: clock times, odds, ordinals, words of two."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Quantity, Range, Ratio
from briefing.reading.en import qualifiers

_ORDINALS = {
    name: number
    for number, name in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        2,
    )
}
_NTH = "|".join(_ORDINALS)
_TERMS = (
    "straight|consecutive|term|time|round|session|year|month|quarter|day|place|week|successive|part|edition"
)
_OF = r"(?:\s+of\b|(?=[\s,.;)]))"
_DIGITS = {"single": 1, "double": 2, "triple": 3}
NUMBERS: dict[str, int] = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_NUMBER = "|".join(NUMBERS)


_MORE = dict(
    thirteen=13, fourteen=14, fifteen=15, sixteen=16, eighteen=18, twenty=20, thirty=30, forty=40, fifty=50, hundred=100,
    dozen=12, twice=2, thrice=3, double=2, triple=3, pair=2, half=2, third=3, quarter=4,
)  # fmt: skip
NUMBERS |= _MORE | _ORDINALS
WEAK = re.compile(rf"\b({'|'.join(NUMBERS)})s?\b", re.I)


def _clock(hit: re.Match[str]) -> Quantity:
    hour, minute = int(hit[1]), int(hit[2] or 0)
    return Quantity("number", Decimal((hour * 60 + minute) % 720), "clock")


def _part_of_point(hit: re.Match[str]) -> Quantity:
    share = Decimal("0.5") if hit[3] else Decimal("0.75") if hit[1].lower() == "three" else Decimal("0.25")
    return Quantity("points", share)


def _stretch(hit: re.Match[str]) -> Quantity:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[hit[1].lower()]
    return Quantity("date", f"XXXX-{'H' if hit[2].lower() == 'half' else 'Q'}{number}")


def _part(hit: re.Match[str]) -> Quantity:
    return Quantity("ratio", Ratio(Decimal(1), Decimal(_ORDINALS[hit[1].lower()])))


def _quarters(hit: re.Match[str]) -> Quantity:
    return Quantity("duration", Decimal(NUMBERS.get(hit[1].lower()) or hit[1]), "quarter")


def _nth(hit: re.Match[str]) -> Quantity:
    return Quantity("ordinal", Decimal(_ORDINALS[hit[1].lower()]))


def _odds(hit: re.Match[str]) -> Quantity:
    one, other = (NUMBERS.get(each.lower()) or each.replace(",", "") for each in hit.group(1, 2))
    return Quantity("ratio", Ratio(Decimal(one), Decimal(other)))


def _tens(hit: re.Match[str]) -> Quantity:
    return Quantity("age", Range(Decimal(10), Decimal(19)), "year", counter="s")


CLOCKS = (
    re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s?[ap]\.?m\b\.?", re.I),
    re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])"),
)
SUPPLEMENT = (
    (re.compile(r"(?<![\d:.])(\d{1,2}):(\d\d)\.(\d\d)(?![\d:])"),
     lambda hit: Quantity("duration", Decimal(hit[1]) * 60 + Decimal(hit[2]) + Decimal(hit[3]) / 100, "second")),
    (re.compile(r"(?<![\d가-힣A-Za-z])['’‘`](\d\d)(?=[)\s.,;:~∼–/-]|$)"), lambda hit: Quantity("date", "20" + hit[1])),
    (re.compile(r"\b(?:(an?|one|three)[ -](quarters?)|(half))(?:\s(?:of\s)?an?)?[ -](?:percentage[ -])?point\b", re.I),
     _part_of_point),
    (
        re.compile(r"(?<![\d.,])([+−-]?\d+(?:\.\d+)?)\s?%p\b", re.I),
        lambda hit: Quantity("points", Decimal(hit[1].replace("−", "-"))),
    ),
    (re.compile(r"\b(first|second|third|fourth)-(half|quarter)\b(?!\s+of\b)", re.I), _stretch),
    *((clock, _clock) for clock in CLOCKS),
    (re.compile(rf"\b(?:an?|one)[ -]({_NTH})\b(?!\s(?:{_TERMS}))(?<!second)(?<!third){_OF}", re.I), _part),
    (re.compile(r"\b(four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|(?<=in )(?:two|three)|(?<=for )(?:two|three)|(?<=after )(?:two|three)|(?<=over )(?:two|three))"
                r"\s(?:straight\s|consecutive\s)?quarters\b(?!\sof\b)", re.I), _quarters),
    (re.compile(r"\b(?:by|in) half\b|\bhalv(?:ed|e|es|ing)\b", re.I),
     lambda hit: Quantity("ratio", Ratio(Decimal(1), Decimal(2)))),
    (re.compile(rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?|\b(?:{_NUMBER}))(?:\s?:\s?|[ -]to[ -])(1|one)\b(?![\d.,:]*\d|\s?(?:%|per))", re.I), _odds),
    (re.compile(r"\b(?:a|one|the (?:past|last|next|coming)) decade\b", re.I),
     lambda hit: Quantity("duration", Decimal(10), "year")),
    (re.compile(r"\ba fortnight\b", re.I), lambda hit: Quantity("duration", Decimal(2), "week")),
    (re.compile(r"\bhalf a year\b|\b(?:six|6)-month\b", re.I), lambda hit: Quantity("duration", Decimal(6), "month")),
    (re.compile(r"\b(single|double|triple)[- ]digits?\b", re.I),
     lambda hit: Quantity("number", Decimal(_DIGITS[hit[1].lower()]))),
    (re.compile(r"\b(?:late |early )?teens\b|\bteenagers?\b", re.I), _tens),
    (re.compile(rf"\b({_NTH})\b(?!-(?:hand|largest-))(?<!\bsecond)|\b(second)(?=[- ](?:{_TERMS}|largest|biggest|"
                r"highest|phase|stage|vessel|floor|plan|meeting|report|quarter))", re.I),
     lambda hit: Quantity("ordinal", Decimal(_ORDINALS[(hit[1] or hit[2]).lower()]))),
    (re.compile(r"\b(?:both|the pair|a couple|a pair|twin|either)\b", re.I),
     lambda hit: Quantity("count", Decimal(2), counter="soft")),
)  # fmt: skip
QUALIFIERS = qualifiers.BEFORE
HEDGED = re.compile(
    rf"({'|'.join(re.escape(word) for word in sorted(QUALIFIERS, key=len, reverse=True))})\s$", re.I
)
"""The reader's own words before a figure, for figures that only a comparison needs."""
