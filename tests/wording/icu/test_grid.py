"""What ICU writes and what is said here: the same, row by row, or different by a rule that says why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.model import Quantity
from briefing.wording import cldr, say
from tests.wording.quantities import date, q


class Row(NamedTuple):
    kind: str
    language: str
    given: str
    written: str

    @property
    def value(self) -> Decimal:
        """The number that the row is about."""
        return Decimal(self.given.rpartition("=")[2])


def rows() -> tuple[Row, ...]:
    lines = Path(__file__).with_name("grid.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(Row(*line.split("\t")) for line in lines)


ROWS = rows()
DURATIONS = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))
FORMS = {"compact": "compact", "date": None, "cell": "table"}


def figure(row: Row) -> Quantity:
    unit, _, value = row.given.rpartition("=")
    match row.kind:
        case "percent":
            return q("percent", value)
        case "money" | "named":
            return q("money", value, unit)
        case "unit":
            return q("duration" if unit in DURATIONS else "measure", value, unit)
        case "date" | "cell":
            return date(value)
    return q("number", value)


def said(row: Row) -> str:
    """The row's figure, date or list in our words; what ICU calls compact and long is Korean's compact form
    and English's prose."""
    if row.kind in ("and", "or"):
        return cldr.join(row.given.split("|"), row.language, style="standard" if row.kind == "and" else "or")
    form = "compact" if (row.kind, row.language) == ("scaled", "ko") else FORMS.get(row.kind, "digits")
    return say(figure(row), language=row.language, form=form)


MYRIADS = {"만": 4, "억": 8, "조": 12, "경": 16, "해": 20, "천": 3}
SCALES = MYRIADS | {"million": 6, "billion": 9, "trillion": 12, "thousand": 3, "m": 6, "bn": 9, "tn": 12,
                    "k": 3, "K": 3, "M": 6, "B": 9, "T": 12}  # fmt: skip
_PART = re.compile(rf"([\d.,]+) ?({'|'.join(sorted(SCALES, key=len, reverse=True))})?")


def worth(words: str) -> Decimal:
    """The number that scale words make of digits: 5만 1,425 and 51.425 thousand are 51425."""
    parts = [(Decimal(digits.replace(",", "")), SCALES.get(name, 0)) for digits, name in _PART.findall(words)]
    with localcontext(prec=60):
        total = sum((number.scaleb(power) for number, power in parts), Decimal(0))
    return -total if words.startswith("-") else total


def numbers(words: str) -> list[str]:
    return re.findall(r"\d+", words)


def other_scale(ours: str, icu: str, row: Row) -> bool:
    """The same number in other scales, before the same words if any."""
    names = [
        re.sub(r"[-\d., ]|[만억조경해천]|(?:m|b|tr)illion|thousand|bn|tn|[kKmMBT]$", "", words)
        for words in (ours, icu)
    ]
    return worth(ours) == worth(icu) == row.value and names[0] == names[1]


def one_word(words: str) -> str:
    """A Korean currency as it is called where nobody could take it for another: 미국 달러 is 달러."""
    return words.replace("미국 ", "").replace("중국 위안화", "위안")


@dataclass(frozen=True, slots=True)
class Rule:
    """A difference on purpose: the rows that it is about, the reason, and whether the words of a row
    (ours, ICU's) differ by that and nothing else."""

    kinds: str
    languages: str
    reason: str
    agree: Callable[[str, str, Row], bool]

    def holds(self, ours: str, row: Row) -> bool:
        about = row.kind in self.kinds.split() and row.language in self.languages.split()
        return about and self.agree(ours, row.written, row)


UNEXPLAINED = "unexplained"
MINUS = "a negative figure has the minus sign, which ICU leaves to the hyphen"
RULES = (
    Rule(
        "number percent named", "ko",
        "Korean figures are written by 만 (한글 맞춤법 §44); ICU groups by thousands alone",
        lambda ours, icu, row: bool(set(ours) & set("만억조해")) and other_scale(ours, one_word(icu), row),
    ),
    Rule(
        "compact scaled", "ko",
        "three places after 만 or 억 read worse than the figure by 만, and 천 is no scale of its own",
        lambda ours, icu, row: other_scale(ours, icu, row)
        and ("천" in icu or len(icu[:-1].partition(".")[2]) > 2),
    ),
    Rule(
        "compact scaled", "ko",
        "office style keeps its commas in the compact form: 2,000만",
        lambda ours, icu, row: "," in ours and ours.replace(",", "") == icu,
    ),
    Rule(
        "number", "en-GB en-US",
        "from a million on a scale word stands where three places are enough (four from a billion)",
        lambda ours, icu, row: ours.endswith("illion") and other_scale(ours, icu, row),
    ),
    Rule(
        "compact scaled", "en-GB en-US",
        "there is no k, and what needs more places stays in digits",
        lambda ours, icu, row: ours[-1].isdigit() and other_scale(ours, icu, row),
    ),
    Rule(
        "named", "ko",
        "a currency known by one word goes without its country and is attached (§43)",
        lambda ours, icu, row: one_word(icu).replace(" ", "") == ours,
    ),
    Rule(
        "named", "en-GB en-US",
        "there is one yuan",
        lambda ours, icu, row: icu.replace("Chinese ", "") == ours,
    ),
    Rule(
        "unit", "en-GB en-US",
        "a space stands before °C (SI Brochure 5.4.3)",
        lambda ours, icu, row: icu.replace("°", " °") == ours,
    ),
    Rule(
        "date", "ko",
        "what both ends share is said once at each end: 2024년 9월 7~8일, 2020~2023년",
        lambda ours, icu, row: numbers(ours) == numbers(icu) and len(ours) < len(icu),
    ),
    Rule(
        "cell", "ko",
        "in tables too: 2024. 9. 7.~8.",
        lambda ours, icu, row: (ends := ours.partition("~"))[0] == icu.partition(" ~ ")[0]
        and icu.endswith(ends[2]),
    ),
    Rule(
        "date cell", "en-GB en-US",
        "an interval is said with to, within a month and between years with an unspaced dash (New Hart's Rules)",
        lambda ours, icu, row: "/" in row.given
        and re.sub(r" to | ?– ?", " – ", ours) == re.sub(r"\s", " ", icu).replace("Sept ", "Sep "),
    ),
    Rule(
        "cell", "en-GB",
        "Sep keeps the months of a column even: all others have three letters",
        lambda ours, icu, row: icu.replace("Sept ", "Sep ") == ours,
    ),
)  # fmt: skip


def reasons(row: Row) -> list[str]:
    """Why our words for a row are not ICU's: nothing where they are the same, UNEXPLAINED where no rule
    tells why."""
    ours = said(row)
    plain = ours.replace("−", "-")
    found = [MINUS] if plain != ours else []
    if plain != row.written:
        found.append(next((rule.reason for rule in RULES if rule.holds(plain, row)), UNEXPLAINED))
    return found


def test_the_grid_is_as_large_as_it_claims():
    kinds = Counter(row.kind for row in ROWS)
    assert len(ROWS) > 2000
    assert len(set(ROWS)) == len(ROWS)
    assert min(kinds.values()) > 50
    assert {row.language for row in ROWS} == {"ko", "en-GB", "en-US"}


@pytest.mark.parametrize("language", ["ko", "en-GB", "en-US"])
def test_every_row_is_as_icu_writes_it_or_explained(language):
    apart = [
        (row.kind, row.given, row.written, said(row))
        for row in ROWS
        if row.language == language and UNEXPLAINED in reasons(row)
    ]
    assert not apart


def test_every_rule_is_needed():
    used = Counter(reason for row in ROWS for reason in reasons(row))
    assert set(used) == {MINUS, *(rule.reason for rule in RULES)}


def test_most_rows_are_the_same():
    """But for the minus sign, differences are the exception."""
    same = sum(not set(reasons(row)) - {MINUS} for row in ROWS)
    assert same * 10 > len(ROWS) * 8
