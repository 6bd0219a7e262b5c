"""English unit words as tables -> Unit: the nouns that newspapers count, currencies, measures, time.

Measures: symbols and names of the International System of Units and the customary ones; nouns: those
counted most in news prose; currencies have a table of their own.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import Unit
from .currencies import CODES, NAMES, SUBUNITS

COUNTERS: dict[str | None, str] = {
    "person": "people person persons men women man woman children child workers worker employees employee "
    "staff students student "
    "researchers researcher engineers engineer developers developer experts expert scientists "
    "scientist teachers teacher patients patient "
    "doctors doctor nurses nurse voters voter residents resident users user customers customer "
    "clients client passengers passenger "
    "members member players player adults adult graduates graduate candidates candidate specialists "
    "specialist soldiers troops "
    "officials lawmakers immigrants migrants refugees victims deaths casualties visitors tourists "
    "farmers drivers families-members "
    "respondents participants authors leavers newcomers academics",
    "item": "items item units unit models model papers paper products product cars vehicles ships aircraft "
    "chips GPUs GPU servers "
    "robots books articles patents posts post jobs job vacancies vacancy positions openings homes "
    "houses buildings beds seats tickets "
    "copies studies questions countries-surveyed tons-of",
    "place": (
        "places place sites site locations location stores store offices office branches shops stations "
        "plants cities city towns villages"
    ),
    "country": "countries country nations nation states-members economies",
    "region": "regions region states state provinces counties districts",
    "case": "cases case incidents accidents crimes lawsuits",
    "institution": (
        "institutions institution institutes institute universities university schools school hospitals "
        "hospital colleges labs laboratories banks agencies"
    ),
    "company": (
        "companies company firms firm startups startup start-ups start-up businesses business employers "
        "enterprises suppliers"
    ),
    "household": "households household families family",
    "animal": "animals animal dogs dog cat cow horses horse sheep cats cattle birds cows pigs chickens",
    "vote": "votes vote",
    "point": "points point",
    "page": "pages page",
    "word": "words word",
    "team": "teams team",
    "group": "groups group",
}
MEASURES: dict[str, str] = {
    "km": "kilometres kilometers kilometre kilometer km kms", "m": (
        "metres meters metre meter m"
    ), "cm": "centimetres centimeters cm", "mm": "millimetres millimeters mm",
    "nm": "nanometres nanometers nm", "mi": "miles mile mi", "ft": "feet foot ft", "in": "inches inch in",
    "yd": "yards yard yds",
    "kg": "kilograms kilogrammes kilogram kilos kilo kg kgs", "g": "grams grammes gram g",
    "mg": "milligrams mg", "t": "tonnes tonne tons ton t", "lb": "lbs lb",
    "oz": "ounces ounce oz", "L": (
        "litres liters litre liter L"
    ), "mL": "millilitres milliliters ml mL", "gal": "gallons gallon", "bbl": "barrels barrel",
    "ha": "hectares hectare ha", "acre": "acres acre", "km²": (
        "km² km2|square kilometres|square kilometers|sq km"
    ), "m²": "m² m2|square metres|square meters|sq m",
    "sq mi": (
        "sq-mi|square miles|square mile|sq mi"
    ), "sq ft": "sqft|square feet|sq ft", "m³": "m³ m3|cubic metres|cubic meters",
    "W": "watts watt W", "kW": "kilowatts kW", "MW": "megawatts megawatt MW", "GW": "gigawatts gigawatt GW",
    "TW": "terawatts TW",
    "kWh": (
        "kWh|kilowatt hours|kilowatt-hours"
    ), "MWh": (
        "MWh|megawatt hours|megawatt-hours"
    ), "GWh": "GWh|gigawatt hours|gigawatt-hours", "TWh": "TWh|terawatt hours|terawatt-hours",
    "V": "volts volt V", "Hz": "hertz Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz gigahertz",
    "KB": "KB kilobytes", "MB": "MB megabytes", "GB": "GB gigabytes", "TB": "TB terabytes",
    "°C": "°C C ℃ celsius Celsius centigrade|degrees celsius|degrees Celsius|° C|degrees C", "°F": (
        "°F F ℉ fahrenheit Fahrenheit|degrees fahrenheit|degrees Fahrenheit|degrees F"
    ), "°": "degrees degree °",
    "km/h": (
        "km/h kph|kilometres per hour|kilometers per hour"
    ), "mph": "mph|miles per hour", "ppm": "ppm", "dB": "dB decibels", "hp": "hp horsepower",
}  # fmt: skip
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
    "century": "centuries",
}
PERCENT = "% percent|per cent|percents|pct|percentage"
POINTS = "pp pps|percentage points|percentage point|percentage-points|percentage-point|%-points|ppts|p.p."
BASIS_POINTS = "bps bp|basis points|basis point|basis-point"
MULTIPLE = "times x|-fold|fold"


def _split(names: str) -> list[str]:
    first, *rest = names.split("|")
    return [*first.split(), *rest]


def _table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for canonical, names in COUNTERS.items():
        units |= {name: Unit("count", canonical, counter=True) for name in _split(names)}
    units |= {name: Unit("money", code) for name, code in NAMES.items()}
    units |= {f"M{code}": Unit("money", code, Decimal(10**6)) for code in CODES}
    units |= {name: Unit("money", code) for name, code in SUBUNITS.items()}
    for symbol, names in MEASURES.items():
        units |= {name: Unit("measure", symbol) for name in _split(names)}
    for unit_name, names in DURATIONS.items():
        units |= {name: Unit("duration", unit_name) for name in _split(names)}
    units |= {name: Unit("percent") for name in _split(PERCENT)}
    units |= {name: Unit("points") for name in _split(POINTS)}
    units |= {name: Unit("points", factor=Decimal("0.01")) for name in _split(BASIS_POINTS)}
    units |= {name: Unit("multiple") for name in _split(MULTIPLE)}
    return units


UNITS = _table()
LOWER = {name.lower(): unit for name, unit in reversed(UNITS.items()) if len(name) > 3}
_NONE = re.compile(
    r"[,;:)]|\.\s|\s(?:and|or|to|in|of|on|at|by|for|from|the|as|with|is|was|were|have|had|who|that)\s"
)
"""What most often follows a figure without a unit; a quick way past the long list of units."""
_UNIT = re.compile(
    rf"[\s\-‐‑]?({'|'.join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))})(?![A-Za-z\d])"
)
_WORD = re.compile(r"[\s\-‐‑]((?:[A-Za-z.]{1,40}\s){0,2}[A-Za-z.\-]{1,40})")
_WON_VERB = re.compile(
    r"\s(?:the|an?|their|his|her|its|medals?|gold|silver|bronze|seats|awards?|prizes?|by|every|all|both|again)\b"
)


def unit(text: str, start: int) -> tuple[str, Unit, int] | None:
    """The unit after a numeral that ends at ``start``, what it means, and the end of it."""
    if _NONE.match(text, start):
        return None
    said = _UNIT.match(text, start)
    if said is None:
        return _in_any_case(text, start)
    name, gap = said[1], said.start(1) - start
    if name in _SHORT and not _symbol_stands(text, name, gap, said.end()):
        return None
    if name in ("second", "point", "mi") and text[start : start + 1] == "-":
        return None
    if not gap and name.isalpha() and len(name) > 5:
        return None
    if name == "won" and _WON_VERB.match(text, said.end()):
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


_SHORT = {"in", "m", "x", "c", "L", "V", "W", "g", "t", "le", "LE", "C", "F"}


def _symbol_stands(text: str, name: str, gap: int, end: int) -> bool:
    after = text[end : end + 2].strip()
    if name == "in":
        return gap <= 1 and not re.match(r"\s(?:[a-z]+|[A-Z0-9])", text[end : end + 4])
    if name in ("x", "c"):
        return gap == 0 and not after[:1].isalnum()
    if name in ("C", "F"):
        return gap == 0 and not after[:1].isalnum()
    if name in ("le", "LE"):
        return not after[:1].isalnum()
    return gap == 0 or not after[:1].isalpha() or name in ("m", "g", "V", "W", "L")
