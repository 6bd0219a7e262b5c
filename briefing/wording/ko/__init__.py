"""A Quantity in, Korean words out: 8,579명, 27억 5,000만 달러, 7명 중 1명, 2023년 초."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from briefing.model import Problem, Quantity, Range, Ratio, Refusal
from briefing.saying import tell
from briefing.wording.figures import digits, is_whole
from briefing.wording.ko import columns, dates, numerals, units
from briefing.wording.ko.particles import particle

__all__ = ["EMPTY", "NAME", "STYLES", "column", "particle", "say"]

NAME = "한국어"
STYLES = ("office", "orthography", "press")
EMPTY = "…"
"""A cell without a figure (KOSIS, 통계표 기호: … is not known, - none at all)."""


def say(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    """The quantity in Korean, with its qualifier unless ``bare``.

    In running prose a negative figure is read out: 마이너스 3.2%, and 영하 5°C for a temperature
    (표준국어대사전, 영하); as digits, in tables and in ranges it has its sign: −3.2%.
    Sources: 한글 맞춤법 §43 (a unit attaches to Arabic digits) and §44 (numerals are spaced by 만);
    the presets differ in commas and spaces alone.
    """
    if quantity.kind == "date":
        return dates.say(quantity, forms)
    qualifier = "exact" if "bare" in forms else quantity.qualifier
    if qualifier == "more_than" and (words := _odd(quantity, style)):
        return words
    words = _words(quantity, style, forms)
    if "attributive" in forms and qualifier in ("more_than", "less_than"):
        return attributive(words, qualifier)
    return qualified(words, quantity.kind, qualifier)


def column(quantities: Sequence[Quantity], style: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The unit that the quantities share, and each as its cell and with that unit; None where they share none."""
    shared = columns.unit(quantities, style)
    if shared is None:
        return None
    unit, power = shared
    cells = []
    for each in quantities:
        words, whole = (
            qualified(said, each.kind, each.qualifier) for said in columns.cell(each, power, style)
        )
        cells.append((words, whole if whole != words else ""))
    return unit, tuple(cells)


def _words(quantity: Quantity, style: str, forms: frozenset[str]) -> str:
    numeral = numerals.compact if "compact" in forms else numerals.numeral
    number = partial(numeral, style=style, step=quantity.step)
    unit = units.unit(quantity, brief=bool(forms & {"table", "compact"}))
    match quantity.value:
        case Ratio() as ratio:
            return _ratio(ratio, number, unit, style)
        case Range(low, high) if unit == "대" and quantity.kind == "age":
            return numerals.attach(numerals.decades(low, high), unit, style)
        case Range() as span:
            if span.vague and (magnitude := numerals.vague(span)):
                return _join(magnitude, unit, style)
            return _span(span, number, unit, style)
        case Decimal() as value if value < 0 and not forms & {"digits", "table", "compact"}:
            words = _single(quantity, -value, number(-value), unit, style, forms)
            return f"{'영하' if unit == '°C' else '마이너스'} {words}"
        case Decimal() as value:
            return _single(quantity, value, number(value), unit, style, forms)
    raise Refusal(
        Problem(
            "C006",
            tell("a {kind} without a value cannot be said", kind=quantity.kind),
            None,
            tell("give the figure a value"),
        )
    )


def _span(span: Range, number: Callable[[Decimal], str], unit: str, style: str) -> str:
    """200~300명, the unit said once; at both ends where once would leave doubt: 1명~25만 명, −3%~5%.

    Source of the wave dash: 한글 맞춤법 부록 문장 부호, 물결표.
    """
    low, high = number(span.low), number(span.high)
    if span.low >= 0 and not numerals.shares_scale(span, low, high):
        return numerals.attach(f"{low}~{high}", unit, style)
    if not unit and span.low >= 0:
        return f"{low}~{digits(span.high, group=',' if style == 'office' else '')}"
    return "~".join(numerals.attach(end, unit, style) for end in (low, high))


def _single(
    quantity: Quantity, value: Decimal, number: str, unit: str, style: str, forms: frozenset[str]
) -> str:
    if quantity.kind == "ordinal" and unit == "번째" and "digits" not in forms:
        if (native := numerals.NATIVE_ORDINALS.get(value)) is not None:
            return f"{native} 번째"
    if quantity.kind == "ordinal" and unit in units.AFTER_ORDER:
        return f"제{number}{unit}"
    return numerals.attach(number, unit, style)


def _ratio(ratio: Ratio, number: Callable[[Decimal], str], unit: str, style: str) -> str:
    """7명 중 1명 where something is counted, else 7분의 1; a bare half is 절반 in every form.

    중 is a bound noun and stands apart (한글 맞춤법 §42).
    """
    whole, part = number(ratio.whole), number(ratio.part)
    if unit:
        return f"{numerals.attach(whole, unit, style)} 중 {numerals.attach(part, unit, style)}"
    if ratio.part == 1 and ratio.whole == 2:
        return "절반"
    return f"{whole}분의 {part}"


def _odd(quantity: Quantity, style: str) -> str | None:
    """-여 after a round number of people, things or years: 1,000여 명.

    A suffix that says slightly more (표준국어대사전, -여); the unit stands apart (한글 맞춤법 §43).
    """
    value = quantity.value
    if quantity.kind not in ("count", "duration") or not isinstance(value, Decimal):
        return None
    unit = units.unit(quantity)
    if not unit or value < 10 or not is_whole(value) or int(value) % 10:
        return None
    return _join(f"{numerals.numeral(value, style)}여", unit, style)


def _join(number: str, unit: str, style: str) -> str:
    """A number word with its unit: 1,000여 명, 수십억 달러 (each word apart: 한글 맞춤법 §2, §43)."""
    together = style == "press" and number != "몇"  # an adnominal, which stands apart (§2)
    return numerals.attach(number, unit, style) if together else f"{number} {unit}".rstrip()


def attributive(words: str, qualifier: str) -> str:
    """The figure before its noun, where 초과 and 미만 would be stiff: 20억 달러가 넘는, 20억 달러에 못 미치는.

    넘다 and 미치다 with these particles: 표준국어대사전.
    """
    if qualifier == "more_than":
        return f"{words}{particle(words, '이/가', {})} 넘는"
    return f"{words}에 못 미치는"


def qualified(words: str, kind: str, qualifier: str) -> str:
    """The qualifier where Korean puts it: 약 and 거의 before, 이상 이하 초과 미만 after.

    Money takes 최소 and 최대 (최소 100만 달러, 최대 20억 달러), and so do counts and durations at most;
    shares, multiples and measures take 이상 and 이하 (100배 이상, 3% 이하). 이상 and 이하 include the
    figure, 초과 and 미만 do not (표준국어대사전).
    """
    before = {"about": "약", "nearly": "거의"}
    if kind == "money":
        before["at_least"] = "최소"
    if kind in ("money", "count", "duration"):
        before["at_most"] = "최대"
    after = {"at_least": "이상", "at_most": "이하", "more_than": "초과", "less_than": "미만"}
    if qualifier in before:
        return f"{before[qualifier]} {words}"
    return f"{words} {after[qualifier]}" if qualifier in after else words
