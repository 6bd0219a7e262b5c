"""Where Babel is used, and where its traps are gone round."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.facts.derive import derive
from briefing.facts.seeds import DerivedSeed, Seeds
from briefing.model import Fact, Place, Quantity
from briefing.wording import cldr, say
from briefing.wording.figures import digits


@pytest.mark.parametrize("tag", ["ko", "en-GB", "en-US"])
@pytest.mark.parametrize(
    "value", ["0", "7", "999", "1000", "51425", "1234567.125", "0.00012", "12345678901234567890.5"]
)
def test_own_grouping_is_cldr_grouping(tag, value):
    assert digits(Decimal(value)) == cldr.plain(Decimal(value), tag)


def test_nothing_is_rounded():
    """Babel's default pattern keeps three places and rounds half-even: 0.0005 becomes 0, 2.0005 becomes 2."""
    assert cldr.plain(Decimal("2.0005"), "en-GB") == digits(Decimal("2.0005")) == "2.0005"
    assert say(Quantity("percent", Decimal("0.125")), language="ko") == "0.125%"


def test_korean_compact_neither_fails_nor_carries():
    """format_compact_decimal: KeyError for Korean long forms, and 9,999 gives 10천."""
    assert say(Quantity("number", Decimal(9999)), language="ko", form="compact") == "9,999"
    assert say(Quantity("number", Decimal(99_990_000)), language="ko", form="compact") == "9,999만"


@pytest.mark.parametrize(
    ("value", "words"),
    [(9_999, "9,999"), (999_999, "999,999"), (999_999_999, "999,999,999"), (999_500_000, "999.5m")],
)
def test_english_compact_neither_rounds_nor_carries(value, words):
    assert say(Quantity("number", Decimal(value)), language="en", form="compact") == words


def test_half_is_rounded_up_where_rounding_is_declared():
    """Half-even would make 12 of 12.5: a derived fact is rounded where it says so, and half goes up."""
    known = {"share": Fact("share", {}, Quantity("number", Decimal("0.125")))}
    for step, words in (("1", "13%"), ("0.1", "12.5%"), ("0.01", "12.50%")):
        seed = DerivedSeed("rounded", "share * 1", "percent", step, {}, {}, None, None, Place("derived.toml"))
        facts, problems = derive(Seeds(derived={"rounded": seed}), known)
        assert not problems
        for language in ("ko", "en"):
            assert say(facts["rounded"].quantity, language=language) == words


def test_korean_durations_are_korean():
    """format_unit(4, "year", locale="ko_KR") says "4 year"."""
    assert say(Quantity("duration", Decimal(4), "year"), language="ko") == "4년"


def test_korean_money_has_no_foreign_sign():
    """format_compact_currency says US$2000만."""
    assert say(Quantity("money", Decimal(20_000_000), "USD"), language="ko", form="compact") == "2,000만 달러"


def test_month_names_keep_their_width():
    """format_skeleton("yMMMMd", locale="en") loses its width."""
    assert say(Quantity("date", "2024-09-07"), language="en") == "7 September 2024"


def test_intervals_keep_both_years():
    """format_interval drops the year across years."""
    said = say(Quantity("date", "2023-12-30/2024-01-02"), language="en")
    assert "2023" in said and "2024" in said


def test_lists_follow_the_locale():
    assert cldr.join(["A", "B", "C"], "en-GB") == "A, B and C"
    assert cldr.join(["A", "B", "C"], "en-US") == "A, B, and C"
    assert cldr.join(["A", "B", "C"], "ko") == "A, B 및 C"
    assert cldr.join([], "ko") == ""


def test_plural_classes():
    assert [cldr.plural(Decimal(n), "en-GB") for n in (0, 1, 2)] == ["other", "one", "other"]
    assert cldr.plural(Decimal(1), "ko") == "other"


def test_the_machines_locale_does_not_matter(monkeypatch):
    for name in ("LANG", "LC_ALL", "LANGUAGE", "LC_NUMERIC"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    cldr.locale.cache_clear()
    assert cldr.plain(Decimal("1234.5"), "ko") == "1,234.5"
    assert cldr.month(3, "en-GB") == "March"
    assert say(Quantity("date", "2024-03-11"), language="en") == "11 March 2024"
    assert say(Quantity("money", Decimal(5), "CAD"), language="ko") == "5 캐나다 달러"
