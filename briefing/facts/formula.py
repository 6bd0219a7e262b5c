"""A formula over facts, as text -> its tree, its value with units and precision, and its words; parsed, never run as code.

Grammar: ``+ - * /`` and ``^`` with the usual precedence, parentheses, decimal constants,
``years(a, b)`` for the difference of two facts' years, and fact ids, whose hyphens need no
spaces while a minus sign does. A percentage enters as its hundredth, a ratio as part / whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow, Underflow, localcontext

from briefing.facts.amounts import Amount, FormulaError, amount, combine
from briefing.model import Fact
from briefing.saying import tell

TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(?P<sign>[-+*/^(),]))",
    re.ASCII,
)
LONGEST, DEEPEST, MOST = 2000, 50, 200
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ ", "^": " ^ "}
EXACTLY = Context(prec=50, traps=[DivisionByZero, InvalidOperation, Overflow, Underflow])


@dataclass(frozen=True, slots=True)
class Constant:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Term:
    id: str


@dataclass(frozen=True, slots=True)
class Years:
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Operation:
    sign: str
    left: Node
    right: Node


Node = Constant | Term | Years | Operation


def parse(text: str) -> Node:
    """The tree of a formula; FormulaError where it is none."""
    if len(text) > LONGEST:
        raise FormulaError(tell("has more than {longest} characters", longest=LONGEST))
    tokens = list(_tokens(text))
    if len(tokens) > MOST:
        raise FormulaError(tell("has more than {most} terms and signs", most=MOST))
    node, rest = _expression(tokens, 0, 1, 0)
    if rest != len(tokens):
        raise FormulaError(tell("'{tokens}' is not expected", tokens=tokens[rest][1]))
    return node


def terms(node: Node) -> tuple[str, ...]:
    """The fact ids in the formula, each once, in order."""
    match node:
        case Term(id):
            return (id,)
        case Years(start, end):
            return tuple(dict.fromkeys((start, end)))
        case Operation(_, left, right):
            return tuple(dict.fromkeys((*terms(left), *terms(right))))
        case _:
            return ()


def evaluate(node: Node, facts: Mapping[str, Fact]) -> Amount:
    """The formula's exact value (50 digits), its units and how finely it is known; FormulaError for units that do not go together."""
    try:
        with localcontext(EXACTLY):
            return _evaluate(node, facts)
    except (DivisionByZero, InvalidOperation, Overflow, Underflow):
        raise FormulaError(tell("divides by zero or leaves the range of numbers")) from None


def say(node: Node, word: Callable[[str], str], year: Callable[[str], str]) -> str:
    """The formula with each fact as ``word`` says it, years as ``year`` does: 8,579 ÷ (51,425 + 8,579)."""
    match node:
        case Constant(value):
            return format(value, "f")
        case Term(id):
            return word(id)
        case Years(start, end):
            return f"({year(end)} − {year(start)})"
        case Operation(sign, left, right):
            before, after = say(left, word, year), say(right, word, year)
            if isinstance(left, Operation) and PRECEDENCE[left.sign] < PRECEDENCE[sign] + (sign == "^"):
                before = f"({before})"
            if isinstance(right, Operation) and PRECEDENCE[right.sign] <= PRECEDENCE[sign]:
                after = f"({after})"
            return f"{before}{SIGNS[sign]}{after}"


def year_of(fact: Fact) -> Decimal:
    """The year in which a fact's period lies; FormulaError where it has none."""
    if fact.period is None or not isinstance(fact.period.value, str):
        raise FormulaError(tell("'{id}' has no period to count years from", id=fact.id))
    return Decimal(fact.period.value[:4])


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if match is None:
            raise FormulaError(tell("'{text}' is not expected", text=text[at:].strip()[0]))
        yield str(match.lastgroup), match[str(match.lastgroup)]
        at = match.end()


def _expression(tokens: list[tuple[str, str]], at: int, lowest: int, depth: int) -> tuple[Node, int]:
    node, at = _operand(tokens, at, depth)
    while at < len(tokens) and (power := PRECEDENCE.get(tokens[at][1], 0)) >= lowest:
        sign = tokens[at][1]
        right, at = _expression(tokens, at + 1, power + (sign != "^"), depth + 1)
        node = Operation(sign, node, right)
    return node, at


def _operand(tokens: list[tuple[str, str]], at: int, depth: int) -> tuple[Node, int]:
    if depth > DEEPEST:
        raise FormulaError(tell("is nested more than {deepest} deep", deepest=DEEPEST))
    if at >= len(tokens):
        raise FormulaError(tell("ends too early"))
    kind, text = tokens[at]
    if kind == "number":
        return Constant(Decimal(text)), at + 1
    if kind == "id" and text == "years" and tokens[at + 1 : at + 2] == [("sign", "(")]:
        return _years(tokens, at)
    if kind == "id":
        return Term(text), at + 1
    if text == "(":
        node, at = _expression(tokens, at + 1, 1, depth + 1)
        if tokens[at : at + 1] != [("sign", ")")]:
            raise FormulaError(tell("a parenthesis is not closed"))
        return node, at + 1
    raise FormulaError(tell("'{text}' is not expected", text=text))


def _years(tokens: list[tuple[str, str]], at: int) -> tuple[Node, int]:
    kinds = [kind for kind, _ in tokens[at + 1 : at + 6]]
    if kinds != ["sign", "id", "sign", "id", "sign"] or [text for _, text in tokens[at + 1 : at + 6 : 2]] != [
        "(",
        ",",
        ")",
    ]:
        raise FormulaError(tell("years needs two facts: years(a, b)"))
    return Years(tokens[at + 2][1], tokens[at + 4][1]), at + 6


def _evaluate(node: Node, facts: Mapping[str, Fact]) -> Amount:
    match node:
        case Constant(value):
            return Amount(value, {})
        case Term(id):
            return amount(id, facts[id].quantity)
        case Years(start, end):
            return Amount(year_of(facts[end]) - year_of(facts[start]), {})
        case Operation(sign, left, right):
            return combine(sign, _evaluate(left, facts), _evaluate(right, facts))
