"""English rank words at a place in the text -> Found: the third, second-largest, came fourth; idioms and names are none."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Found
from .alone import alone
from .cardinals import ORDINALS, TENS

_ORDINAL = re.compile(
    rf"(?:({'|'.join(TENS)})[\s\-‐–—])?({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b", re.IGNORECASE
)
_NOT = re.compile(
    r"[\s-](?:of all|half|halves|party|parties|hand|class|rate|lady|world|aid|nature|thoughts?|names?|steps?|person|ministers?|"
    r"reich|amendment|estate|sense|column|wheel|wind|fiddle|guess\w*|sight|responders?|past the|past-the|come|come,|"
    r"thing|things|blood|cousins?|nations?|degree|way|reading|refusal|sea|lieutenant|language|ever|avenue|"
    r"division|string|mate|officer|family|gentleman|base|republic|foot|born|homes|helpings?|generation)\b"
    r"|ly\b|\s(?:and|or)\s(?:foremost|second)|-(?:time|team|choice|floor|stage|come|past|order)\b",
    re.IGNORECASE,
)
"""What makes an idiom or a name of a rank word: second hand, sixth sense, Third Reich, first aid."""
_IDIOM_HEAD = re.compile(
    r"\b(?:at|since|when|who|which|they|it|he|she|we|you|I|than|safety|ladies|America|if)\s$", re.IGNORECASE
)
_IN_THE_PLACE = re.compile(r"\bin the\s$", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|our|my|your|for|in|every|another|each|st|whose|[a-z]+s['’]|[a-z]+['’]s|came|come|comes|"
    r"finish|finished|finishes|finishing|ranked|ranks|rank|ranking|placed|places|distant|close|joint|equal|running|two|three|only|"
    r"was|were|is|are|be|been|lies|lie|lay|sit|sits|stood|stands|won|win|wins|took|take|takes|from|to|claimed|claim|"
    r"secured|seal\w*|drop\w*|fell|slip\w*|rose|moved?|climb\w*|or|and|on|of|by|that|this|with|started|starts|qualif\w+)"
    r"\s(?:very\s)?$",
    re.IGNORECASE,
)
_RANKS = re.compile(r"-(?:largest|biggest|highest|lowest|most|least|best|worst|smallest|longest|oldest|busiest|richest|"
                    r"[a-z]+est|placed?|ranked|year|quarter|seed\w*|round|ever|in|grade\w*|instance|tier|leg)\b", re.IGNORECASE)  # fmt: skip
_STEP = re.compile(r",\s|\s(?:is|was)\s")
_SENTENCE = re.compile(r"(?:^|[.!?:;][\"”’)]?\s{1,2}|\n\s{0,4}|[-•*]\s)$")
_SECOND = re.compile(r"[.;:]\s{1,2}(?:and\s)?second(?:ly)?,", re.IGNORECASE)
_AHEAD = 700
_BARE_END = re.compile(
    r"(?:[.,;:)]|$|\s(?:at|in|with|on|behind|to|and|after|for|among|overall|only|from|by|of)\b)"
)
_PLACED = re.compile(
    r"\b(?:came|come|comes|coming|finish(?:ed|es|ing)?|rank(?:ed|s|ing)?|placed?|distant|close|joint|equal|was|were|is|are|lies|lying|lie|"
    r"sits?|stands?|stood|be|remains?|remained|sitting|up|moved|moving|climb\w*|drop\w*|fell|slip\w*|jump\w*|seeded)"
    r"\s(?:(?:a|in|to|up|down|from|into|the|their|joint|equal|only|very|distant|close)\s){0,3}$",
    re.IGNORECASE,
)


def ordinal(text: str, start: int) -> Found | None:
    """The rank at ``start``; kind None where the word stands there and is no figure; None where no rank word is."""
    hit = _ORDINAL.match(text, start)
    if hit is None:
        return None
    name = hit[2].lower()
    value = ORDINALS[name] + (TENS[hit[1].lower()] if hit[1] and ORDINALS[name] < 10 else 0)
    stands = bool(hit[1]) or alone(text, start, hit.end()) or _stands(text, start, hit.end(), name)
    return Found(start, hit.end(), "ordinal" if stands else None, Decimal(value), step=Decimal(1))


def _stands(text: str, start: int, end: int, name: str) -> bool:
    before = text[max(0, start - 20) : start]
    if text.startswith(" place", end):
        return not _IN_THE_PLACE.search(before)
    if _RANKS.match(text, end):
        return True
    if _NOT.match(text, end) or _named(text, start, end, before):
        return False
    if text.startswith(",", end):
        return _listed(text, start, end, name) or _placed(text, start)
    if _IDIOM_HEAD.search(before):
        return False
    if name not in ("first", "second"):
        return True
    if not re.match(r"[\s-][a-z]", text[end : end + 2], re.IGNORECASE):
        return (
            _placed(text, start)
            or bool(re.search(r"\b(?:the|its|his|her|their|a)\s$", before, re.IGNORECASE))
            and name == "first"
        )
    return bool(_BEFORE.search(before)) or _placed(text, start)


def _placed(text: str, start: int) -> bool:
    """Came second, was a distant third, up to first."""
    return _PLACED.search(text[max(0, start - 32) : start]) is not None


def _named(text: str, start: int, end: int, before: str) -> bool:
    """Whether the word is part of a name: Fifth Third, the Fourth Circuit; no headline's first word."""
    return (
        text[start].isupper()
        and re.match(r"[\s-][A-Z]", text[end : end + 2]) is not None
        and bool(before)
        and not (_SENTENCE.search(before))
    )


def _listed(text: str, start: int, end: int, name: str) -> bool:
    """Whether "First," opens a list of points: only where a "Second," follows; "Second," always does."""
    if not text[start].isupper() or not _SENTENCE.search(text[max(0, start - 6) : start]):
        return False
    return name != "first" or _SECOND.search(text, end, end + _AHEAD) is not None
