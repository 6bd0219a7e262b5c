"""Quantities and how Korean writes them, in its three presets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.model import Quantity, Refusal
from briefing.wording import say
from tests.wording.quantities import q, share, span

PRESETS = [
    (q("count", 51425, "person"), "5만 1,425명", "5만 1425명", "5만1425명"),
    (q("count", 8579, "person"), "8,579명", "8579명", "8579명"),
    (q("money", 335250, "USD"), "33만 5,250달러", "33만 5250달러", "33만5250달러"),
    (q("money", 20_000_000, "USD"), "2,000만 달러", "2000만 달러", "2000만달러"),
    (q("money", "2750000000.0", "USD"), "27억 5,000만 달러", "27억 5000만 달러", "27억5000만달러"),
    (
        q("money", 3_700_000_000_000, "KRW", "about"),
        "약 3조 7,000억 원",
        "약 3조 7000억 원",
        "약 3조7000억원",
    ),
    (q("percent", 70, None, "nearly"), "거의 70%", "거의 70%", "거의 70%"),
    (q("multiple", 100, None, "at_least"), "100배 이상", "100배 이상", "100배 이상"),
    (share(1, 7, "person"), "7명 중 1명", "7명 중 1명", "7명 중 1명"),
    (q("points", 49), "49%포인트", "49%포인트", "49%포인트"),
    (q("money", 5_000_000, "CAD"), "500만 캐나다 달러", "500만 캐나다 달러", "500만 캐나다달러"),
]


@pytest.mark.parametrize(("quantity", "office", "orthography", "press"), PRESETS)
def test_presets(quantity, office, orthography, press):
    assert say(quantity, language="ko") == office
    assert say(quantity, language="ko", style="office") == office
    assert say(quantity, language="ko", style="orthography") == orthography
    assert say(quantity, language="ko", style="press") == press


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "0"),
        ("9999", "9,999"),
        ("10000", "1만"),
        ("10001", "1만 1"),
        ("100000000", "1억"),
        ("100000001", "1억 1"),
        ("1000000000000", "1조"),
        ("26326000000", "263억 2,600만"),
        ("12345.678", "1만 2,345.678"),
        ("10000.5", "1만 0.5"),
        ("0.5", "0.5"),
        ("-4500000", "마이너스 450만"),
        ("12345678901234567890123456789012", "1,234양 5,678자 9,012해 3,456경 7,890조 1,234억 5,678만 9,012"),
    ],
)
def test_numerals(value, words):
    assert say(q("number", value), language="ko") == words


def test_numerals_keep_every_digit():
    for value in (335250, 1_000_000_000_001, 99_999_999, 10_203_040_506):
        said = say(q("number", value), language="ko", style="orthography")
        parts = {"조": 10**12, "억": 10**8, "만": 10**4}
        assert sum(int(part.rstrip("조억만")) * parts.get(part[-1], 1) for part in said.split()) == value


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (q("money", 1_000_000, "USD", "at_least"), "최소 100만 달러"),
        (q("money", 2_000_000_000, "USD", "at_most"), "최대 20억 달러"),
        (q("money", 2_000_000_000, "USD", "more_than"), "20억 달러 초과"),
        (q("money", 500, "KRW", "less_than"), "500원 미만"),
        (q("count", 1000, "person", "more_than"), "1,000여 명"),
        (q("count", 1001, "person", "more_than"), "1,001명 초과"),
        (q("duration", 20, "year", "more_than"), "20여 년"),
        (q("count", 30, "company", "at_least"), "30개사 이상"),
        (q("count", 30, "person", "at_most"), "최대 30명"),
        (q("percent", 3, None, "at_most"), "3% 이하"),
        (q("percent", 3, None, "less_than"), "3% 미만"),
        (q("count", 100, "person", "about"), "약 100명"),
        (share(1, 2, None, "about"), "약 절반"),
    ],
)
def test_qualifiers(quantity, words):
    assert say(quantity, language="ko") == words
    assert not set(say(quantity, language="ko", form="bare").split()) & {
        "약",
        "최소",
        "최대",
        "초과",
        "미만",
        "이상",
        "이하",
    }


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (q("count", 7, "institution", counter="개"), "7개"),
        (q("count", 31, "country"), "31개국"),
        (q("count", 3, "country", counter="나라"), "3개국"),
        (q("count", 350_000, "item"), "35만 개"),
        (q("count", 8579, "person", counter="workers"), "8,579명"),
        (q("count", 12, None), "12"),
        (q("percent", "14.3"), "14.3%"),
        (q("percent", 75, step=Decimal("0.1")), "75.0%"),
        (q("percent", "-3.2"), "마이너스 3.2%"),
        (q("multiple", "5.3"), "5.3배"),
        (q("multiple", 20_000), "2만 배"),
        (q("duration", 4, "year"), "4년"),
        (q("duration", 6, "month"), "6개월"),
        (q("duration", 2, "quarter"), "2개 분기"),
        (q("age", 35, "year"), "35세"),
        (q("age", 7, "year", counter="살"), "7살"),
        (span("age", 20, 29, "year", counter="대"), "20대"),
        (span("age", 20, 39, "year", counter="대"), "20~30대"),
        (q("measure", 20, "kg"), "20kg"),
        (q("measure", 30, "pyeong"), "30평"),
        (q("ordinal", 1), "첫 번째"),
        (q("ordinal", 12), "12번째"),
        (q("ordinal", 3, counter="위"), "3위"),
        (q("ordinal", 4, counter="차"), "제4차"),
        (share(1, 40, "item"), "40개 중 1개"),
        (share(1, 7, counter="명"), "7명 중 1명"),
        (share(1, 3), "3분의 1"),
        (share(1, 2), "절반"),
        (q("money", "12.5", "USD"), "12.5달러"),
    ],
)
def test_units(quantity, words):
    assert say(quantity, language="ko") == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (span("count", 200, 300, "person"), "200~300명"),
        (span("count", 20_000, 50_000, "person"), "2만~5만 명"),
        (span("count", 15_000, 20_425, "person"), "1만 5,000~2만 425명"),
        (span("percent", 8, 13), "8~13%"),
        (span("money", 2_000_000_000, 3_000_000_000, "USD", "about"), "약 20억~30억 달러"),
        (span("money", 10**9, 10**10, "USD", vague=True), "수십억 달러"),
        (span("money", 10**8, 10**9, "KRW", vague=True), "수억 원"),
        (span("count", 100, 1000, "person", vague=True), "수백 명"),
        (span("count", 10**5, 10**6, "item", vague=True), "수십만 개"),
        (span("count", 2, 9, "person", vague=True), "몇 명"),
        (span("multiple", 10, 100, vague=True), "수십 배"),
        # no magnitude of its own: said as the range that it is
        (span("count", 300, 1000, "person", vague=True), "300~1,000명"),
    ],
)
def test_ranges(quantity, words):
    assert say(quantity, language="ko") == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (q("money", 2_750_000_000, "USD"), "27.5억 달러"),
        (q("money", 3_700_000_000_000, "KRW"), "3.7조 원"),
        (q("money", 335_250, "USD"), "33만 5,250달러"),
        (q("count", 9_999, "person"), "9,999명"),
        (q("count", 99_999, "person"), "9만 9,999명"),
        (q("money", 20_000_000, "USD"), "2,000만 달러"),
        (q("points", 49), "49%p"),
    ],
)
def test_compact_loses_nothing(quantity, words):
    assert say(quantity, language="ko", form="compact") == words


def test_digits_form_writes_out_what_prose_has_words_for():
    assert say(share(1, 3), language="ko", form="digits") == "3분의 1"
    assert say(share(1, 2), language="ko", form="digits") == "절반"
    assert say(q("ordinal", 1), language="ko", form="digits") == "1번째"


def test_a_figure_without_a_value_is_refused():
    with pytest.raises(Refusal) as refused:
        say(Quantity("count", None), language="ko")
    assert refused.value.problems[0].code == "C006"


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        ("more_than", "20억 달러가 넘는"),
        ("less_than", "20억 달러에 못 미치는"),
        ("at_most", "최대 20억 달러"),
    ],
)
def test_attributive_stands_before_its_noun(qualifier, words):
    quantity = Quantity("money", Decimal(2_000_000_000), "USD", qualifier)
    assert say(quantity, language="ko", form="attributive") == words


def test_bare_cents_name_no_currency():
    assert say(q("money", 50, "cent"), language="ko") == "50센트"
    assert say(q("money", 470, "penny"), language="en") == "470 pence"
    assert say(q("money", 1, "cent"), language="en") == "1 cent"
