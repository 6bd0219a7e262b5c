"""Measures in English as tables -> the symbol of every unit name and sign.

Units, prefixes and symbols: the SI brochure (9th edition) with the units accepted beside it; customary
units: NIST Handbook 44, appendix C; look-alike signs (㎥, ㎍): Unicode's CJK compatibility squares, by NFKC.
"""

from __future__ import annotations

_PREFIXES = {
    "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "hecto": "h", "kilo": "k", "mega": "M",
    "giga": "G", "tera": "T", "peta": "P", "exa": "E",
}  # fmt: skip
_SI = {
    "metre meter": ("m", "nano micro milli centi deci kilo"),
    "gram gramme": ("g", "nano micro milli kilo"),
    "litre liter": ("L", "micro milli centi deci hecto mega"),
    "tonne": ("t", "kilo mega giga"),
    "watt": ("W", "milli kilo mega giga tera"),
    "volt": ("V", "milli kilo mega"),
    "amp ampere": ("A", "milli micro kilo"),
    "ohm": ("Ω", "kilo mega"),
    "joule": ("J", "kilo mega giga tera peta exa"),
    "pascal": ("Pa", "hecto kilo mega giga"),
    "newton": ("N", "kilo mega"),
    "sievert": ("Sv", "milli micro"),
    "becquerel": ("Bq", "kilo mega giga tera"),
    "byte": ("B", "kilo mega giga tera peta exa"),
    "bit": ("bit", "kilo mega giga tera"),
    "calorie": ("cal", "kilo"),
    "bar": ("bar", "milli"),
    "mole": ("mol", "milli"),
    "hertz": ("Hz", "kilo mega giga tera"),
}
"""Unit names with their symbol and the prefixes in use; hertz has no plural."""
_BARE = {"amp", "ampere", "ohm", "volt", "watt", "joule", "newton", "sievert", "metre", "meter", "gram", "gramme",
         "litre", "liter", "tonne", "becquerel", "hertz", "byte", "calorie", "pascal", "mole"}  # fmt: skip
"""Units that a figure counts without a prefix as well: nobody counts bits or bars alone in the news."""

NAMES: dict[str, str] = {
    "km": "kms kilometre kilometer", "kg": "kilos kilo kgs", "in": "inches inch in", "ft": "feet foot ft",
    "yd": "yards yard yds", "mi": "miles mile mi", "nmi": "|nautical miles|nautical mile", "lb": "lbs lb",
    "oz": "ounces ounce oz", "st": "stone st", "t": "tonnes tonne tons ton t|metric tons|metric ton|metric tonnes|metric tonne",
    "short ton": "|short tons|short ton", "long ton": "|long tons|long ton", "gal": "gallons gallon gal",
    "pt": "pints pint", "qt": "quarts quart", "bbl": "barrels barrel bbl", "bushel": "bushels bushel",
    "fl oz": "|fluid ounces|fluid ounce|fl oz", "cup": "cups cup", "tbsp": "tablespoons tablespoon tbsp",
    "tsp": "teaspoons teaspoon tsp", "ha": "hectares hectare ha", "acre": "acres acre", "ac ft": "acre-feet",
    "carat": "carats carat", "°": "degrees degree °", "ppm": "ppm|parts per million",
    "ppb": "ppb|parts per billion", "dB": "dB decibels decibel", "hp": "hp horsepower bhp", "kt": "knots knot",
    "mph": "mph|miles per hour|miles an hour|mi/h", "psi": "psi|pounds per square inch", "mmHg": "mmHg ㎜Hg|mm Hg",
    "ly": "light-years light-year|light years|light year", "kWh": "kWh", "cd": "candela", "lm": "lumens lumen",
    "K": "kelvin kelvins", "rpm": "rpm", "TEU": "TEU TEUs|twenty-foot equivalent units", "dwt": "dwt",
    "°C": "°C C ℃ celsius Celsius centigrade|degrees celsius|degrees Celsius|degree Celsius|° C|degrees C|"
    "degrees centigrade|deg C|degC|ºC",
    "°F": "°F F ℉ fahrenheit Fahrenheit|degrees fahrenheit|degrees Fahrenheit|degree Fahrenheit|degrees F|ºF",
    "km/h": "km/h kph kmh|km per hour|km an hour", "m/s": "m/s", "CO2e": "tCO2e", "fps": "fps",
    "sq mi": "sq-mi|square-mile|sq miles|sq mile", "sq ft": "sqft sq-ft|square-foot|square-feet",
    "mcg": "mcg", "px": "pixels pixel", "MP": "megapixels megapixel", "Mt": "megatonnes megatons megaton",
    "kt TNT": "kilotons kiloton", "tcf": "tcf|trillion cubic feet", "bcm": "bcm", "boe": "boe",
    "bpd": "bpd b/d|barrels per day|barrels a day", "Mbps": "Mbps Mb/s|megabits per second|megabits a second", "Gbps": "Gbps Gb/s|gigabits per second|gigabits a second", "mpg": "mpg|miles per gallon", "IU": "IU", "Wh/L": "Wh/L", "Wh/kg": "Wh/kg",
}  # fmt: skip
_SYMBOLS = (
    "km cm mm nm µm μm m kg g mg µg μg L mL ml cL cl kL W kW MW GW TW V kV mV A mA J kJ MJ GJ kcal Hz kHz MHz GHz THz "
    "kB KB MB GB TB PB Pa hPa kPa MPa GPa mSv µSv Sv Bq kBq Wh kWh MWh GWh TWh mol mmol Nm kN ha dB cc Mt Gt "
    "kt mAh Ah GWp MWp kWp kVA MVA lm lx"
)
_LOOKALIKE = {
    "㎏": "kg", "㎎": "mg", "㎍": "µg", "㎜": "mm", "㎝": "cm", "㎞": "km", "㎡": "m²", "㎢": "km²", "㎥": "m³",
    "cl": "cL", "㎖": "mL", "ℓ": "L", "㎾": "kW", "㎿": "MW", "㎐": "Hz", "㎑": "kHz", "㎒": "MHz", "㎓": "GHz",
    "μm": "µm", "μg": "µg", "ml": "mL", "mcg": "µg", "kt TNT": "kt",
}  # fmt: skip
_LENGTHS = {
    "metre meter m": "m", "kilometre kilometer km": "km", "centimetre centimeter cm": "cm",
    "millimetre millimeter mm": "mm", "mile mi": "mi", "foot ft": "ft", "inch in": "in", "yard yd": "yd",
}  # fmt: skip
_PLURALS = {"foot": "feet", "inch": "inches", "hertz": "hertz"}
_PER = {"m³": "m3 m³ ㎥|cubic metre|cubic meter", "L": "L l litre liter", "dL": "dL dl|deci litre", "kg": "kg kilo kilogram",
        "h": "h hour", "s": "s second sec", "m²": "m2 m² ㎡|square metre|square meter", "ha": "ha hectare"}  # fmt: skip
_RATES = {"µg": "µg μg ㎍ micrograms microgrammes", "mg": "mg milligrams", "g": "g grams", "kg": "kg kilograms",
          "km": "kilometres kilometers", "m": "metres meters m", "t": "tonnes tons", "L": "litres liters", "ft": "feet",
          "mm": "millimetres millimeters mm", "Bq": "becquerels Bq", "mmol": "mmol", "Wh": "Wh", "ng": "ng"}  # fmt: skip


def plural(name: str) -> str:
    return _PLURALS.get(name, name if name.endswith("hertz") else f"{name}s")


def split(names: str) -> list[str]:
    """Words before the first bar, then whole phrases between bars."""
    first, *rest = names.split("|")
    return [*first.split(), *rest]


def _si(table: dict[str, str]) -> None:
    for names, (symbol, prefixes) in _SI.items():
        for name in names.split():
            for prefix in ("", *prefixes.split()) if name in _BARE else prefixes.split():
                said = prefix + name
                table[said] = table[plural(said)] = _PREFIXES.get(prefix, "") + symbol
    for prefix in ("", "milli", "kilo", "mega", "giga", "tera"):
        for hour in (" hour", "-hour"):
            symbol = f"{_PREFIXES.get(prefix, '')}Wh"
            table[f"{prefix}watt{hour}"] = table[f"{prefix}watt{hour}s"] = symbol


def _areas(table: dict[str, str]) -> None:
    """Squares and cubes of every length, hyphenated before a noun or not."""
    for names, symbol in _LENGTHS.items():
        for lead, sign, imperial in (("square", "²", "sq "), ("cubic", "³", "cu "), ("sq", "²", "sq ")):
            unit = imperial + symbol if symbol in ("mi", "ft", "in", "yd") else symbol + sign
            for name in names.split():
                forms = (name, plural(name)) if len(name) > 2 else (name,)
                table.update({f"{lead}{gap}{form}": unit for gap in " -" for form in forms})
        if symbol in ("m", "km", "cm", "mm"):
            for sign, digit in ("²2", "³3"):
                table[symbol + sign] = table[symbol + digit] = symbol + sign


def _rates(table: dict[str, str]) -> None:
    for symbol, names in _RATES.items():
        for name in names.split():
            for per, forms in _PER.items():
                for form in split(forms):
                    table[f"{name}/{form}"] = table[f"{name} per {form}"] = f"{symbol}/{per}"


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    _rates(table)
    _si(table)
    _areas(table)
    table.update({symbol: _LOOKALIKE.get(symbol, symbol) for symbol in _SYMBOLS.split()})
    table.update({sign: symbol for sign, symbol in _LOOKALIKE.items() if not sign.isascii()})
    for symbol, names in NAMES.items():
        table.update({name: _LOOKALIKE.get(symbol, symbol) for name in split(names)})
    return table


MEASURES = _table()
"""Name or sign after a figure -> symbol of its unit."""
