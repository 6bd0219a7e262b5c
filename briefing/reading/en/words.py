"""English words that are figures by themselves -> Found: half, two-thirds, doubled, twice, first."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Ratio

from ..found import Found
from .numerals import ONES, TENS, words
from .qualifiers import qualify

PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
         "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
         "tenths": 10, "hundredth": 100, "hundredths": 100}  # fmt: skip
MULTIPLES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "nineth": 9, "tenth": 10,
            "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
            "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
            "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
            "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
            "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
            "trillionth": 10**12}  # fmt: skip

_SMALL = "|".join(w for w in list(ONES)[1:])
_FRACTION = re.compile(
    (
        rf"(?:(an?|"
        rf"{_SMALL})[\s\-‐–—](?:an?\s)?)?({'|'.join(sorted(PARTS, key=len, reverse=True))})\b(?:\s(of)\b)?"
    ),
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    (
        rf"(?:(?:more than|almost|nearly)\s)?(?:({'|'.join(MULTIPLES)})(d|s|ing)?|(twice)|(thrice)|"
        rf"({'|'.join(list(ONES)[2:])}|\d+(?:\.\d+)?)[\s-]?fold)\b"
    ),
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    rf"(?:({'|'.join(TENS)})[\s\-‐–—])?({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:st|nd|rd|th)\b", re.IGNORECASE)
_NOT_ORDINAL = re.compile(
    (
        r"[\s-](?:of all|party|parties|hand|class|hand|rate|place|lady|world|aid|nature|thought|name|"
        r"time\b|step|person)|,|ly\b|\s(?:and|or)\s(?:foremost|second)"
    ),
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|my|for|in|every|another|st|[a-z]+['’]s)\s(?:very\s)?$",
    re.IGNORECASE,
)
_HALF_NOT = re.compile(r"\b(?:first|second|other|better|latter|1st|2nd)[\s-]$", re.IGNORECASE)
_LONG = re.compile(
    rf"(?:{_SMALL}|{'|'.join(TENS)}|an?\s(?:hundred|thousand|million)|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_SCALED = re.compile(
    r"\s{1,2}(?:an?\s{1,2})?(?:hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE
)
_DURATION = re.compile(
    r"half an? (year|hour|day|month|century|decade)\b|half[\s-](year|hour|day)\b", re.IGNORECASE
)


def word(text: str, start: int) -> Found | None:
    """The figure that a word at ``start`` makes by itself."""
    if hit := _DURATION.match(text, start):
        return _half_of(text, start, hit)
    if hit := _MULTIPLE.match(text, start):
        return _multiple(text, start, hit)
    if (hit := _FRACTION.match(text, start)) and (found := _fraction(text, start, hit)):
        return found
    if hit := _NUMBERED.match(text, start):
        return Found(start, hit.end(), "ordinal", Decimal(hit[1].replace(",", "")[:40]), step=Decimal(1))
    if hit := _ORDINAL.match(text, start):
        return _ordinal(text, start, hit)
    return _long_ordinal(text, start)


def _half_of(text: str, start: int, hit: re.Match[str]) -> Found:
    unit = (hit[1] or hit[2]).lower()
    factor, unit = {"decade": (10, "year"), "century": (100, "year")}.get(unit, (1, unit))
    return qualify(
        text, Found(start, hit.end(), "duration", Decimal("0.5") * factor, unit, counter=hit[1] or hit[2])
    )


def _multiple(text: str, start: int, hit: re.Match[str]) -> Found | None:
    if hit[5]:
        said = hit[5].lower()
        value = Decimal(ONES[said]) if said in ONES else Decimal(said)
        begin = hit.start(5)
    elif hit[3] or hit[4]:
        value, begin = Decimal(2 if hit[3] else 3), hit.start(3) if hit[3] else hit.start(4)
        if hit[3] and re.match(
            r"\s(?:a|per|every)\s(?:day|week|month|year)", text[hit.end() : hit.end() + 12]
        ):
            return None
    else:
        if not hit[2] and re.match(
            r"-|\s(?:standard|agent|check|bed|room|down|life|whammy|edged|take|cross)",
            text[hit.end() : hit.end() + 9],
        ):
            return None
        value, begin = Decimal(MULTIPLES[hit[1].lower()]), hit.start(1)
    if begin > start:
        return None
    return qualify(text, Found(begin, hit.end(), "multiple", value, step=Decimal(1)))


def _fraction(text: str, start: int, hit: re.Match[str]) -> Found | None:
    name, lead = hit[2].lower(), (hit[1] or "").lower()
    many = name.endswith("s")
    head = text[max(0, start - 7) : start]
    if _SCALED.match(text, hit.end(2)) or text[hit.end(2) : hit.end(2) + 1] == "-":
        return None
    if not lead and (name != "half" or _HALF_NOT.search(head) or text[hit.end(2) : hit.end(2) + 1] == "-"):
        return None
    part = Decimal(1) if lead in ("", "a", "an") else Decimal(ONES[lead])
    if (
        lead in ("a", "an")
        and name in ("second", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
        and not hit[3]
        and name not in ("third", "quarter")
    ):
        return None
    if (
        lead in ("a",)
        and name in ("third", "quarter")
        and not hit[3]
        and re.match(r"\s[A-Za-z]", text[hit.end() : hit.end() + 2])
        and not re.match(
            r"\s(?:in|to|by|from|more|less|fewer|lower|higher|were|was|are|is|had|have|said)\b",
            text[hit.end() : hit.end() + 9],
        )
    ):
        return None
    if part > 1 and not many:
        return None
    end = hit.end(2)
    return qualify(text, Found(start, end, "ratio", Ratio(part, Decimal(PARTS[name]))))


def _ordinal(text: str, start: int, hit: re.Match[str]) -> Found | None:
    value = ORDINALS[hit[2].lower()] + (
        TENS[hit[1].lower()] if hit[1] and ORDINALS[hit[2].lower()] < 10 else 0
    )
    name = hit[2].lower()
    alone = not text[:start].strip() and not text[hit.end() :].strip()
    if not alone and not hit[1]:
        if _NOT_ORDINAL.match(text, hit.end()):
            return None
        if (
            name == "second"
            and re.match(r"\W|$", text[hit.end() : hit.end() + 1])
            and not re.match(r"\s[a-z]", text[hit.end() : hit.end() + 2])
        ):
            return None
        if name in ("second", "first") and not _ARTICLE.search(text[max(0, start - 12) : start]):
            return None
        if re.search(r"\bat\s$", text[max(0, start - 4) : start], re.IGNORECASE):
            return None
    return Found(start, hit.end(), "ordinal", Decimal(value), step=Decimal(1))


def _long_ordinal(text: str, start: int) -> Found | None:
    """two hundredth, one hundred twenty-fifth, three trillionth."""
    if not _LONG.match(text, start):
        return None
    numeral = words(text, start)
    if numeral is None:
        return None
    last = re.compile(
        rf"[\s-](?:and\s)?(?:({'|'.join(TENS)})[\s-])?({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b",
        re.IGNORECASE,
    ).match(text, numeral.end)
    if last is None or not isinstance(numeral.value, Decimal):
        return None
    rank = Decimal(ORDINALS[last[2].lower()])
    if rank >= 100:
        value = numeral.value * rank
    elif numeral.value % 100 == 0 or numeral.value % 10 == 0 and rank < 10 and not last[1]:
        value = numeral.value + rank + (TENS[last[1].lower()] if last[1] else 0)
    else:
        return None
    return Found(start, last.end(), "ordinal", value, step=Decimal(1))
