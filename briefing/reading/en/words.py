"""English words that are figures by themselves -> Found: half, two-thirds, doubled, twice, first."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Ratio

from ..found import Found
from .alone import alone
from .cardinals import ONES, ORDINALS, TENS
from .fractions import named
from .ordinals import ordinal
from .parts import part_of_unit
from .qualifiers import qualify
from .spoken import share_of_scale, words

MULTIPLES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5}
_SMALL = "|".join(w for w in list(ONES)[1:])
_MULTIPLE = re.compile(
    (
        rf"(?:(?:more than|almost|nearly)\s)?(?:({'|'.join(MULTIPLES)})(d|s|ing)?|(twice)|(thrice)|"
        rf"({'|'.join(list(ONES)[2:])}|\d+(?:\.\d+)?)[\s-]?fold)\b"
    ),
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,12})(?:(?<=1)(?<!11)st|(?<=2)(?<!12)nd|(?<=3)(?<!13)rd|th)\b", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\s(?:in|to|by|from|more|less|fewer|lower|higher|were|was|are|is|had|have|has|said|say|and|or|but|as|on|for|"
    r"since|after|before|over|when|while|if|at|during|within|bigger|smaller|larger|cheaper|dearer|that|which|who|with|"
    r"below|above|short|off|under|up|down|bigger|live|lives|work|came|come|went|go|want|think|believe|own|voted|will|would|could|did|do|last|this|next|than|compared|earn|earned|pay|paid|use|used|chose|choose|opted|backed|said|saw)\b",
    re.IGNORECASE,
)
_ONCE_MORE = re.compile(r"\s(?:a|per|every)\s(?:day|week|month|year)")
_FOLD = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)[\s-]?fold\b", re.IGNORECASE)
_NO_MULTIPLE = re.compile(
    r"-|\s(?:standard|agent|check|bed|room|down|life|whammy|edged|take|cross|digit|back|over|up|as)"
)
_RICHEST = re.compile(
    r"\b(?:poorest|richest|wealthiest|bottom|remaining|top-earning|lowest-paid|highest-paid)\s$",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:poorest|richest|wealthiest|top|bottom|upper|lower|highest|lowest|oldest|youngest|remaining|other|biggest|"
    r"middle|further|[a-z]+-paid|[a-z]+-earning|[a-z]+-income|deprived|affluent|performing|one|each)\s$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\s(?!of\b|in\b|and\b|or\b|to\b|by\b|[a-z]+ed\b|were\b|was\b|are\b|is\b|had\b|have\b|has\b|who\b|will\b|paid?\b|earn)[a-z]"
)
_HALF_TIME = re.compile(
    r"\s(?:time|past|term|back|board|century|centuries|marathons?|brothers?|sisters?|volley|price|pipe|mast|moon|"
    r"baked|asleep|naked|dozen\s?$)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\b(?:by|than|about|around|nearly|almost|roughly|over|under|only|just|some|to|from|up|down|least|approximately|"
    r"another|is|are|was|were|be|lost|lose|loses|cut|cutting|—|–)\s$|^$",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(r"\s(?:is|was|has|had|will|died|remains)\b")
_BESIDES = re.compile(
    r"\b(?:two|three|four|one|another|second|both)\b[^.;:!?]{0,60}\b(?:and|while|but|with)\s$", re.IGNORECASE
)
"""Two grandchildren, and a third is due: the next one and no share."""
_FEWER = re.compile(
    r"\s(?:more|less|fewer|lower|higher|bigger|smaller|larger|cheaper|dearer|faster|slower|were|are|have|had|say|said|"
    r"live|work|come|go|want|think|believe|own|voted|did|do|don['’]t|would|could|earn|pay|use|used|chose|choose|opted|backed|saw)\b",
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
    if text[start].isdigit():
        return _in_digits(text, start)
    if not text[start].isalpha():
        return None
    if hit := _DURATION.match(text, start):
        return _half_of(text, start, hit)
    if part := part_of_unit(text, start):
        return part
    if hit := _MULTIPLE.match(text, start):
        return _multiple(text, start, hit)
    if found := _fraction(text, start):
        return found
    if ranked := ordinal(text, start):
        return ranked if ranked.kind else None
    return _long_ordinal(text, start)


def _in_digits(text: str, start: int) -> Found | None:
    """21st, 2.5-fold, 3 quarters."""
    if hit := _NUMBERED.match(text, start):
        return Found(start, hit.end(), "ordinal", Decimal(hit[1].replace(",", "")[:40]), step=Decimal(1))
    if hit := _FOLD.match(text, start):
        return qualify(text, Found(start, hit.end(), "multiple", Decimal(hit[1]), step=Decimal(1)))
    return None


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
        if hit[3] and _ONCE_MORE.match(text, hit.end()):
            return None
    else:
        if _NO_MULTIPLE.match(text, hit.end()):
            return None
        value, begin = Decimal(MULTIPLES[hit[1].lower()]), hit.start(1)
    if begin > start:
        return None
    return qualify(text, Found(begin, hit.end(), "multiple", value, step=Decimal(1)))


def _fraction(text: str, start: int) -> Found | None:
    """half, two-thirds, a fifth of, three twenty-firsts; the fifth person and a second thought are none."""
    said = named(text, start)
    if said is None:
        return None
    lead, part, whole, end = said
    if share_of_scale(text, start) or _SCALED.match(text, end) or text[end : end + 1] == "-":
        return None
    if not lead and not _bare_share(text, start, end, whole):
        return None
    if lead in ("a", "an") and part == 1 and not _a_share(text, start, end, whole):
        return None
    return qualify(text, Found(start, end, "ratio", Ratio(Decimal(part), Decimal(whole))))


def _bare_share(text: str, start: int, end: int, whole: int) -> bool:
    """Whether a fraction without "a" is one: half, but no second half or half time; the poorest fifth."""
    head = text[max(0, start - 14) : start]
    if whole != 2:
        return bool(_RICHEST.search(head) or _RANKED.search(head) and not _NOUN.match(text, end))
    return not (_HALF_NOT.search(head) or _HALF_TIME.match(text, end))


def _a_share(text: str, start: int, end: int, whole: int) -> bool:
    """Whether "a fifth" is a share: of something, alone, by a fifth, or where no noun follows it."""
    if whole == 2:
        return not _HALF_TIME.match(text, end)
    if text.startswith(" of", end) or alone(text, start, end):
        return True
    if whole <= 10 and _ONE_MORE.match(text, end) and _BESIDES.search(text[max(0, start - 80) : start]):
        return False
    noun = re.match(r"\s[A-Za-z]", text[end : end + 2]) and not _NO_NOUN.match(text[end : end + 12])
    if whole in (3, 4) or whole >= 1000:
        return not noun
    return not noun and bool(_AMOUNT.search(text[max(0, start - 16) : start]) or _FEWER.match(text, end))


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
