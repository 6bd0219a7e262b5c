"""What stands after an English figure -> the Unit it names: a counted noun, a currency, a measure, time, a share."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Unit
from ..tries import trie
from .currencies import CODES, NAMES, SUBUNITS
from .measures import MEASURES, split
from .nouns import NOUNS

DURATIONS = {
    "year": "years year yrs yr",
    "month": "months month",
    "week": "weeks week",
    "day": "days day",
    "hour": "hours hour hrs hr",
    "minute": "minutes minute mins min",
    "second": "seconds second secs sec",
    "quarter": "quarters",
    "decade": "decades decade",
    "fortnight": "fortnights fortnight",
    "century": "centuries",
}
PERCENT = "% pc percent|per cent|percents|pct|percentage"
POINTS = "pp pps|percentage points|percentage point|percentage-points|percentage-point|percentage pts|pct points|%-points|ppts|p.p."
BASIS_POINTS = "bps bp|basis points|basis point|basis-point"
MULTIPLE = "times x|-fold|fold"


def _table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    units |= {name: Unit("count", canonical, counter=True) for name, canonical in NOUNS.items()}
    units |= {name: Unit("money", code) for name, code in NAMES.items()}
    units |= {f"M{code}": Unit("money", code, Decimal(10**6)) for code in CODES}
    units |= {name: Unit("money", code) for name, code in SUBUNITS.items()}
    units |= {name: Unit("measure", symbol) for name, symbol in MEASURES.items()}
    for unit_name, names in DURATIONS.items():
        units |= {name: Unit("duration", unit_name) for name in split(names)}
    units |= {name: Unit("percent") for name in split(PERCENT)}
    units |= {name: Unit("points") for name in split(POINTS)}
    units |= {name: Unit("points", factor=Decimal("0.01")) for name in split(BASIS_POINTS)}
    units |= {name: Unit("multiple") for name in split(MULTIPLE)}
    return units


UNITS = _table()
LOWER = {name.lower(): unit for name, unit in reversed(UNITS.items()) if len(name) > 3}
_NONE = re.compile(
    r"[,;:)]|\.\s|\s(?:and|or|to|in|of|on|at|by|for|from|the|as|with|is|was|were|have|had|who|that)\s"
)
"""What most often follows a figure without a unit; a quick way past the long list of units."""
_UNIT = re.compile(rf"[\s\-‐‑]?({trie(UNITS, exact=True)})(?![A-Za-z\d])")
_HEAD = re.compile(r"[\s\-‐‑]?([A-Za-z]+)")
_FIRST = {letters[0] for name in UNITS if (letters := re.match(r"[A-Za-z]+", name))}
"""First run of letters of every name: most words after a figure are in none, and the long list is not tried."""
_WORD = re.compile(r"(?:[^\S\n]|[\-‐‑])((?:[A-Za-z.]{1,40}\s){0,2}[A-Za-z.\-]{1,40})")
_WON_VERB = re.compile(
    r"\s(?:the|an?|their|his|her|its|medals?|gold|silver|bronze|seats|awards?|prizes?|by|every|all|both|again)\b(?!\s(?:share|kilo\w*|kg|month|year|day|litre|liter|pack|ton|barrel|head|ticket|bottle|piece|person|box|dollar)\b)"
)
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|tipping the scales at|lost|lose|losing|gained|gain|shed|lift\w*)\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)
_HEAVY = re.compile(
    r"\s(?:of\s(?:thrust|force|pressure|meat|beef|pork|fish|food|cocaine|heroin|explosives|tnt|gold|sugar|waste|trash|debris|steel)|"
    r"heavier|lighter|overweight|lifted)\b|(?<=-pound)\s(?!(?:fine|note|coin|bonus|prize|fee|deal|bill|cut|fund|loan|grant|"
    r"price|tax|project|contract|scheme|payment|house|home|plan|stake|rise|increase|a)\b)[a-z]",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:illion|thousand|\d,\d{3})$")
"""Before "won" it is the currency, whatever follows; teams win by the dozen at most."""
_OF_SPORT = re.compile(
    r"[\s-](?:ties?|finals?|games?|matches|winners?|goals?|runs?|wins?|medals?|holders?)\b"
)


def unit(text: str, start: int) -> tuple[str, Unit, int] | None:
    """The unit after a numeral that ends at ``start``, what it means, and the end of it."""
    if _NONE.match(text, start):
        return None
    head = _HEAD.match(text, start)
    said = None if head and head[1] not in _FIRST else _UNIT.match(text, start)
    if said is None:
        return _in_any_case(text, start)
    name, gap = said[1], said.start(1) - start
    if name in _SHORT and not _symbol_stands(text, name, start, said.end()):
        return None
    if name in ("second", "point", "mi") and text[start : start + 1] == "-":
        return None
    if not gap and name.isalpha() and len(name) > 5:
        return None
    if (
        name == "won"
        and _WON_VERB.match(text, said.end())
        and not _SUM.search(text[max(0, start - 9) : start])
    ):
        return None
    if name in ("pound", "pounds") and _weighed(text, start, said.end()):
        return name, Unit("measure", "lb"), said.end()
    if name == "cup" and _OF_SPORT.match(text, said.end()):
        return None
    return name, UNITS[name], said.end()


def _in_any_case(text: str, start: int) -> tuple[str, Unit, int] | None:
    """A unit of up to three words whatever its capitals: Chinese yuan, canadian dollars."""
    said = _WORD.match(text, start)
    if said is None:
        return None
    spoken = said[1]
    while spoken:
        for name in (spoken, spoken.rstrip(".")):
            known = LOWER.get(name.lower())
            if known is not None:
                return name, known, said.start(1) + len(name)
        spoken = spoken.rpartition(" ")[0]
    return None


_SHORT = {"in", "m", "x", "c", "p", "A", "L", "V", "W", "g", "t", "le", "LE", "C", "F", "st", "pc"}


def _weighed(text: str, start: int, end: int) -> bool:
    """Whether pounds are a weight: it weighs 200 pounds, a 2,000-pound bomb; the rest are money."""
    if _SUM.search(text[max(0, start - 9) : start]) and "illion" in text[max(0, start - 9) : start]:
        return False
    return bool(
        _WEIGHED.search(text[max(0, start - 40) : start].rstrip("0123456789.,")) or _HEAVY.match(text, end)
    )


_LINES = re.compile(r"(?:\b|\D)(?:480|576|720|1080|1440|2160)p$")
_PAIR = re.compile(r"\s?[(/,]\s?(?:or\s)?(?:minus\s)?[-−]?\d{1,4}(?:\.\d)?\s?[CF]\b")
_PAIRED = re.compile(r"\d\s?[CF]\s?[(/,]\s?(?:or\s)?(?:minus\s)?[-−]?[\d.]{1,6}$")
_GLUES = ("-", "'", "’", "&")
_WARMTH = re.compile(
    r"\b(?:temperature|highs?\b|lows?\b|boil|melt|heat|hot|cold|warm|cool|degree|weather|below|above|minus|freez|frost|climate|fever|oven|thermometer|"
    r"overnight|mercury|shade|sunshine|forecast|humid|celsius|fahrenheit)|\.\dC",
    re.IGNORECASE,
)
"""Words beside a figure that make its C or F degrees, and no row of seats or clause of a law."""


def _warm(text: str, start: int, end: int) -> bool:
    """Whether a C or F apart from its figure is degrees: 30 C (86 F), a high of 30 C."""
    pair = _PAIR.match(text, end) or _PAIRED.search(text[max(0, start - 18) : start])
    return bool(pair or _WARMTH.search(text[max(0, end - 110) : end + 40]))


def _symbol_stands(text: str, name: str, start: int, end: int) -> bool:
    after, gap = text[end : end + 2].strip(), end - len(name) - start
    if name == "in" and gap:
        return gap <= 1 and not re.match(r"\s(?:[a-z]+|[A-Z0-9])", text[end : end + 4])
    if name in ("st", "pc"):
        return gap == 0
    if name == "A":
        return gap == 0 and not after
    if name in ("x", "c", "p"):
        return gap == 0 and not (name == "p" and _LINES.search(text[max(0, end - 5) : end]))
    if name in ("C", "F"):
        if gap == 1:
            near = text[end : end + 1]
            return (
                text[start] == " " and not near.isalnum() and near not in _GLUES and _warm(text, start, end)
            )
        return gap == 0 and (
            not after[:1].isalnum() or bool(_WARMTH.search(text[max(0, end - 70) : end + 40]))
        )
    if name in ("le", "LE"):
        return not after[:1].isalnum()
    return gap == 0 or not after[:1].isalpha() or name in ("m", "g", "V", "W", "L")
