"""English money at a place in the text -> Found: $2.75 billion, USD 40m, 13 dollars and 45 cents."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range

from ..digits import ONE, negative
from ..found import EXACT, Found, Unit
from .alone import alone
from .cardinals import SHORT
from .currencies import CODES, NAMES, PREFIXES, SIGN, SUBUNITS, code_of
from .numerals import Numeral, digits, grow
from .qualifiers import qualify
from .ranges import between, read_number, widen
from .spoken import words
from .units import unit

_CODE = re.compile(
    rf"(?P<million>M)?(?P<code>{'|'.join(map(re.escape, sorted({*CODES, *PREFIXES}, key=len, reverse=True)))})\s?(?=\d)"
)
_NAME = re.compile(
    r"(?:(?:malaysian?|indian|us|canadian|australian)\s)?(?:ringgits?|rupees|dollars)\s(?=\d)", re.IGNORECASE
)
_NAME_HEADS = frozenset("miucardMIUCARD")
_LETTER = re.compile(r"\s?(mil|mln|mn|bn|bln|tn|trn|[mbtk])\b(?=[\s-])", re.IGNORECASE)
_MANY = re.compile(
    r"\smore\s(?:are|were|will|have|in|to)\b|"
    r"\s(?:or more\s)?(?:(?:new|more|other|extra|additional|young|old|poor|school|smart|public|private|free|adult|single|"
    r"[a-z]+(?:ese|ish|an|ed|al|ic|ive|ble|ary|ous|ant|ent|ing))\s)?"
    r"(?!(?:has|is|was|does|plus|minus|thus|always|besides|perhaps|downstairs|upstairs|times|years|hours|seconds|minutes|"
    r"hurdles|relays|finals|heats|sprints|races|trees|walls|waves|strips|stretches|trials|boats|yachts|medallists|"
    r"champions|runners|swimmers|lengths|markers|pools|towers|cranes|masts|poles|tracks|cables|fences|beams|dives|"
    r"boards|platforms|backstrokes|events|lanes|contours|exclusions|readings|sections|pipes|tunnels|depths|swells)\b)"
    r"[a-z]{2,}(?:[^sui\W]s|ople|ldren|omen)\b(?!['’])(?<!wards)(?<!ways)"
)
"""A noun in the plural after a number with m: people, doses and jobs are counted, hurdles and waves measured."""
_SCALE_AFTER = re.compile(r"\s(thousand|million|billion|trillion|quadrillion)\b", re.IGNORECASE)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}
_MINOR = "|".join(re.escape(name) for name in sorted(SUBUNITS, key=len, reverse=True))
_HUNDREDTHS = frozenset(SUBUNITS.values())
_CENTS = re.compile(
    rf"\s(?:and\s)?(?=\d{{1,2}}\s?(?:{_MINOR})\b|[a-z]+(?:[\s-][a-z]+)?\s(?:{_MINOR})\b)", re.IGNORECASE
)
_ODD = re.compile(r"\s(?:and\s)?(?=\d{1,2}(?!\d)|[a-z])", re.IGNORECASE)
_UP_TO = re.compile(r"\sto\s(?P<minus>[-−]?)|\s?[–—]\s?(?P<minus2>[-−]?)")
_ENDS = re.compile(r"$|[.,;:!?)](?!\d)|\sand\s", re.IGNORECASE)
_A_DOLLAR = re.compile(r"an?\s(dollar|euro|pound|rupee)\b", re.IGNORECASE)


def money_first(text: str, start: int) -> Found | None:
    """The amount whose sign, code or name stands before its figure at ``start``."""
    if said := SIGN.match(text, start):
        return _amount(text, start, said.end(), code_of(said[0]), ONE)
    if said := _CODE.match(text, start) if text[start].isupper() else None:
        code = PREFIXES.get(said["code"], said["code"])
        return _amount(text, start, said.end(), code, Decimal(10**6) if said["million"] else ONE)
    if (
        text[start] in _NAME_HEADS
        and (said := _NAME.match(text, start))
        and (numeral := digits(text, said.end()))
    ):
        name = said[0].strip().lower().removesuffix("s")
        owner = next((code for each, code in NAMES.items() if each.lower() == name), None)
        if unit(text, numeral.end) is None and _ENDS.match(text, numeral.end):
            return qualify(text, Found(start, numeral.end, "money", numeral.value, owner, step=numeral.step))
    if text[start] in "aA" and (one := _A_DOLLAR.match(text, start)) and alone(text, start, one.end()):
        return Found(start, one.end(), "money", ONE, NAMES[one[1].lower()], step=ONE)
    return None


def _amount(text: str, start: int, at: int, code: str, factor: Decimal) -> Found | None:
    at += text[at : at + 1] == " "
    numeral = digits(text, at, True) or (words(text, at) if text[at : at + 1].isalpha() else None)
    if numeral is None:
        return None
    minus = bool(start) and text[start - 1] in "-−" and negative(text, start)
    if not minus:
        widen(text, numeral, True)
    if factor != ONE:
        grow(numeral, factor, numeral.end)
    value, begin = numeral.value, start
    if minus and isinstance(value, Decimal):
        value, begin = _below_zero(text, numeral, -value, code), start - 1
    found = Found(begin, numeral.end, "money", value, code, step=numeral.step)
    said = unit(text, found.end)
    if said and said[1].kind == "money" and said[1].canonical == code and said[1].factor == ONE:
        found.end = said[2]
    elif numeral.scale == ONE and not _named_cents(text, found):
        _odd_cents(text, found)
    return qualify(text, found)


def _below_zero(text: str, numeral: Numeral, low: Decimal, code: str) -> Decimal | Range:
    """The amount, or the range that begins with it: −$5 million to $3 million."""
    joined = _UP_TO.match(text, numeral.end)
    sign = SIGN.match(text, joined.end()) if joined else None
    if joined is None or sign is None or code_of(sign[0]) != code or between(text, numeral.start) == "from":
        return low
    second = digits(text, sign.end(), True)
    if second is None or not isinstance(second.value, Decimal):
        return low
    high = -second.value if joined["minus"] or joined["minus2"] else second.value
    if high <= low:
        return low
    numeral.end, numeral.scale, numeral.step = second.end, second.scale, second.step
    return Range(low, high)


def rescale(text: str, numeral: Numeral) -> None:
    """Reads m, b and t after digits as a scale where money follows: 300m yuan, 5M Canadian dollars."""
    letter = _LETTER.match(text, numeral.end) if numeral.scale == ONE and not numeral.worded else None
    if letter is None:
        return
    name, said, glued = letter[1], unit(text, letter.end()), letter.start(1) == numeral.end
    if (
        said
        and (said[1].kind == "money" or glued and _large(text, name, letter.end(), said))
        or (said is None and glued and name == "m" and _MANY.match(text, letter.end()))
    ):
        grow(numeral, Decimal(SHORT[letter[1].lower()]), letter.end())


def _large(text: str, name: str, end: int, said: tuple[str, Unit, int]) -> bool:
    """Whether m, b or t before a counted thing is a scale: 55m tonnes, 12m people; not a 10m boat, the 100m men's."""
    if name not in ("m", "b", "t") or text[said[2] : said[2] + 1] in ("'", "’"):
        return False
    return (
        said[1].kind == "measure"
        and len(said[0]) > 3
        or said[1].kind == "count"
        and bool(_MANY.match(text, end))
    )


def money_after(text: str, found: Found, numeral: Numeral, meaning: Unit) -> None:
    """What may follow the currency: its scale (75 USD million), its cents, or bare hundredths."""
    if meaning.factor != ONE or found.unit in _HUNDREDTHS or not isinstance(found.value, Decimal):
        return
    if scale := _SCALE_AFTER.match(text, found.end) if numeral.scale == ONE else None:
        found.value = EXACT.multiply(found.value, Decimal(_SCALES[scale[1].lower()]))
        found.end = scale.end()
        return
    if not _named_cents(text, found) and numeral.scale == ONE:
        _odd_cents(text, found)


def _named_cents(text: str, found: Found) -> bool:
    """Takes hundredths by their name: 13 dollars and 45 cents, $3 and 50 cents."""
    joined = _CENTS.match(text, found.end) if isinstance(found.value, Decimal) else None
    rest = read_number(text, joined.end()) if joined else None
    said = unit(text, rest.end) if rest else None
    if (
        rest is None
        or said is None
        or said[1].canonical not in _HUNDREDTHS
        or not isinstance(rest.value, Decimal)
    ):
        return False
    _add_hundredths(found, rest.value, said[2])
    return True


def _odd_cents(text: str, found: Found) -> None:
    """Hundredths without their name at the end of a clause: twenty dollars and 43, 15 dollars 50."""
    value = found.value
    if not isinstance(value, Decimal) or value != value.to_integral_value() or between(text, found.start):
        return
    joined = _ODD.match(text, found.end)
    rest = read_number(text, joined.end()) if joined else None
    if rest is None or not isinstance(rest.value, Decimal) or rest.scale != ONE or not 0 < rest.value < 100:
        return
    if rest.value == rest.value.to_integral_value() and _ENDS.match(text, rest.end):
        _add_hundredths(found, rest.value, rest.end)


def _add_hundredths(found: Found, hundredths: Decimal, end: int) -> None:
    assert isinstance(found.value, Decimal)
    found.value = EXACT.add(found.value, hundredths.scaleb(-2))
    found.end = end
    found.step = Decimal("0.01")
