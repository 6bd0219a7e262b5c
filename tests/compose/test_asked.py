"""Series that no table tells apart, and dates at every grain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.compose import asked, when
from briefing.compose.asked import Chosen, Unfit
from briefing.compose.marks import Series
from briefing.facts import Ledger
from briefing.model import Fact, Quantity


def _fact(id: str, period: str | None, name: str = "Births") -> Fact:
    date = Quantity("date", period) if period else None
    return Fact(id, {"en": name}, Quantity("count", Decimal(1), "person"), measure="births", period=date)


def _table(*facts: Fact) -> str:
    """The code with which a table of one series is refused."""
    known = {fact.id: fact for fact in facts}
    ledger = Ledger({}, known, {}, {}, "", True)
    with pytest.raises(Unfit) as unfit:
        asked.table(Chosen((Series("births", tuple(known), ""),)), {}, ledger, "en")
    return str(unfit.value.args[0])


def test_a_series_whose_facts_have_names_of_their_own_has_none() -> None:
    assert _table(_fact("a", "2020"), _fact("b", "2021", "Live births")) == "T063"


def test_a_series_has_one_figure_for_one_date() -> None:
    assert _table(_fact("a", "2020"), _fact("b", "2020")) == "T064"


def test_a_series_without_dates_is_listed_by_names_and_does_not_stand_beside_another() -> None:
    facts = {id: _fact(id, None, id) for id in ("a", "b", "c")}
    ledger = Ledger({}, facts, {}, {}, "", True)
    alone = Chosen((Series("regions", ("a", "b"), ""),))
    assert asked.table(alone, {}, ledger, "en") == (Chosen(facts=("a", "b")), False)
    with pytest.raises(Unfit, match="T013"):
        asked.table(Chosen((*alone.series, Series("more", ("c",), ""))), {}, ledger, "en")


def test_a_label_is_a_name_that_facts_may_share() -> None:
    facts = [
        replace(_fact(id, period, id), label={"en": "Births"})
        for id, period in (("a", "2020"), ("b", "2021"))
    ]
    ledger = Ledger({}, {fact.id: fact for fact in facts}, {}, {}, "", True)
    shown, turned = asked.table(Chosen((Series("births", ("a", "b"), ""),)), {"rows": "series"}, ledger, "en")
    assert shown.series[0].name == "Births" and turned


@pytest.mark.parametrize(
    ("period", "since", "until", "inside"),
    [
        ("2015", "2015", "2015", True),
        ("2015", "2016", "", False),
        ("2015-12", "", "2015", True),
        ("2015-12-31", "2015-12", "2015-12", True),
        ("2015-12-31", "", "2015-11", False),
        ("2015-Q4", "2015-Q2", "2015-Q4", True),
        ("2015-Q1", "2015-Q2", "", False),
        ("2015-H2", "", "2015-H1", False),
        ("2015~", "2015", "2015", True),
        ("2010/2012", "2000", "", False),
        ("2010/2012", "", "", True),
    ],
)  # fmt: skip
def test_bounds_are_included_at_the_grain_in_which_they_are_given(
    period: str, since: str, until: str, inside: bool
) -> None:
    assert when.between(_fact("a", period), since, until) is inside
