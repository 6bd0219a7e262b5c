"""Decimals, ranges and ratios in, English numerals out: nine, 51,425, 2.75 billion, one in seven."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Range, Ratio
from briefing.wording.figures import MINUS, digits, is_whole, magnitude, places, shifted

WORDS = {
    Decimal(n + 1): word
    for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
}
ORDINALS = dict(
    zip(
        WORDS,
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        strict=True,
    )
)
FRACTIONS = {Decimal(2): "half", Decimal(3): "third", Decimal(4): "quarter"}
IN_DIGITS = frozenset(("digits", "table", "compact"))
SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
# CLDR compact decimal patterns, short: en-GB "0m", "0bn", "0tn"; en-US "0M", "0B", "0T"
SHORT = {
    "en-GB": {"million": "m", "billion": "bn", "trillion": "tn"},
    "en-US": {"million": "M", "billion": "B", "trillion": "T"},
}
MAGNITUDES = (
    "", "dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions",
    "tens of millions", "hundreds of millions", "billions", "tens of billions", "hundreds of billions",
    "trillions", "tens of trillions", "hundreds of trillions",
)  # fmt: skip


def scale(value: Decimal) -> tuple[int, str]:
    """The power and name of the scale that says the value with at most three places (four from a billion on,
    where digits would be ten and more); (0, "") for digits.

    335,250 stays in digits and 26,326 million becomes 26.326 billion; nothing is rounded away. Scale
    words are CLDR's long compact decimals for English, from a million on.
    """
    for power, name in SCALES:
        if abs(value) >= 10**power:
            return (power, name) if places(shifted(value, power)) <= (4 if power >= 9 else 3) else (0, "")
    return (0, "")


def number(
    value: Decimal | Range,
    style: str,
    forms: frozenset[str],
    *,
    step: Decimal | None = None,
    words: bool,
    scaled: bool,
    sign: str = "",
) -> str:
    """A number or a range; ``words`` allows one to nine in words, ``scaled`` million and billion.

    ``sign`` is a currency sign, said once before a range of one scale ($2–3 billion). A low end that
    would be heard in the scale of the high one leaves both in digits ($1 to $39,000,000,000).
    """
    ends = (value.low, value.high) if isinstance(value, Range) else (value,)
    if words and not forms & IN_DIGITS and all(end in WORDS for end in ends):
        return " to ".join(WORDS[end] for end in ends)
    scales = [scale(end) if scaled else (0, "") for end in ends]
    doubtful = scales[-1] != scales[0] == (0, "") and abs(ends[0]) < 1000
    if doubtful:
        scales = [(0, ""), (0, "")]
    if doubtful or len(set(scales)) > 1 or ends[0] < 0:
        return " to ".join(
            _one(end, at, style, forms, step, sign) for end, at in zip(ends, scales, strict=True)
        )
    if len(ends) == 1:
        return _one(ends[0], scales[0], style, forms, step, sign)
    power, name = scales[0]
    low, high = (digits(shifted(end, power), step=None if power else step) for end in ends)
    return f"{sign}{low}–{high}{_named(name, style, forms)}"


def _one(
    value: Decimal, at: tuple[int, str], style: str, forms: frozenset[str], step: Decimal | None, sign: str
) -> str:
    power, name = at
    if not power and sign and not is_whole(value):
        step = min(step or Decimal(1), Decimal("0.01"))  # $12.50: cents have two places
    written = digits(shifted(abs(value) if sign else value, power), step=None if power else step)
    minus = MINUS if sign and value < 0 else ""
    return f"{minus}{sign}{written}{_named(name, style, forms)}"


def _named(name: str, style: str, forms: frozenset[str]) -> str:
    if not name:
        return ""
    return SHORT[style][name] if "compact" in forms else f" {name}"


def ordinal(value: Decimal, *, words: bool) -> str:
    """first to ninth in words, then 10th, 21st, 112th (CLDR ordinal rules for English)."""
    if words and value in ORDINALS:
        return ORDINALS[value]
    last, teen = int(value) % 10, int(value) % 100 in (11, 12, 13)
    return digits(value) + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(last, "th"))


def ratio(value: Ratio, *, named: bool, forms: frozenset[str]) -> str:
    """one in seven, 1 in 40 (figures for both where either needs them); half, two thirds, three quarters
    where nothing that is counted was named (half even where digits are asked for: 1 in 2 says less).

    Both numbers in words or both in figures: European Commission, English Style Guide, "Numbers"."""
    part, whole = value.part, value.whole
    if not named and part == 1 and whole == 2:
        return "half"
    in_words = part in WORDS and whole in WORDS and not forms & IN_DIGITS
    if in_words and not named and whole in FRACTIONS and part in (1, whole - 1):
        return f"{WORDS[part]} {FRACTIONS[whole]}{'s' if part > 1 else ''}"
    return f"{WORDS[part]} in {WORDS[whole]}" if in_words else f"{digits(part)} in {digits(whole)}"


def vague(value: Range, unit: str, kind: str) -> str | None:
    """A magnitude in words: dozens of people, a few hundred, billions of dollars, decades.

    None where the range is not from one power of ten to the next.
    """
    if 1 <= value.low < 10 and value.high <= 10:
        return f"several {unit}".strip()
    power = magnitude(value)
    if power is None or not 0 < power < len(MAGNITUDES):
        return None
    if kind == "duration" and unit == "years" and power == 1:
        return "decades"
    if kind in ("count", "number") and power in (2, 3):
        return f"a few {MAGNITUDES[power][:-1]} {unit}".strip()
    return f"{MAGNITUDES[power]} of {unit}" if unit else MAGNITUDES[power]
