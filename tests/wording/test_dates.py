"""Dates in EDTF and how each language writes them."""

from __future__ import annotations

import pytest

from briefing.model import Quantity, Refusal
from briefing.wording import say
from briefing.wording.edtf import Interval, Moment, parse
from tests.wording.quantities import date


@pytest.mark.parametrize(
    ("quantity", "ko", "ko_table", "en", "en_us", "en_table"),
    [
        (
            date("2024-03-11"),
            "2024년 3월 11일", "2024. 3. 11.",
            "11 March 2024", "March 11, 2024", "11 Mar 2024",
        ),
        (date("2023"), "2023년", "2023년", "2023", "2023", "2023"),
        (date("2023-10"), "2023년 10월", "2023. 10.", "October 2023", "October 2023", "Oct 2023"),
        (date("2024-09~"), "2024년 9월", "2024. 9.", "September 2024", "September 2024", "Sep 2024"),
        (
            date("2023-Q2"),
            "2023년 2분기", "2023년 2분기",
            "the second quarter of 2023", "the second quarter of 2023", "Q2 2023",
        ),
        (
            date("2023-H1"),
            "2023년 상반기", "2023년 상반기",
            "the first half of 2023", "the first half of 2023", "H1 2023",
        ),
        (date("2023-23"), "2023년 가을", "2023년 가을", "autumn 2023", "fall 2023", "autumn 2023"),
        (date("2010/2019"), "2010년대", "2010년대", "the 2010s", "the 2010s", "2010s"),
        (date("2023", part="early"), "2023년 초", "2023년 초", "early 2023", "early 2023", "early 2023"),
        (date("2023", part="mid"), "2023년 중반", "2023년 중반", "mid-2023", "mid-2023", "mid-2023"),
        (
            date("2023-10", part="mid"),
            "2023년 10월 중순", "2023. 10. 중순",
            "mid-October 2023", "mid-October 2023", "mid-Oct 2023",
        ),
        (
            date("2023-10", part="late"),
            "2023년 10월 말", "2023. 10. 말",
            "late October 2023", "late October 2023", "late Oct 2023",
        ),
        (date("2020/2023"), "2020~2023년", "2020~2023년", "2020–2023", "2020–2023", "2020–2023"),
        (
            date("2024-05/2024-07"),
            "2024년 5~7월", "2024. 5.~7.",
            "May to July 2024", "May to July 2024", "May to Jul 2024",
        ),
        (
            date("2024-09-07/2024-09-08"),
            "2024년 9월 7~8일", "2024. 9. 7.~8.",
            "7–8 September 2024", "September 7–8, 2024", "7–8 Sep 2024",
        ),
        (
            date("2024-09-30/2024-10-02"),
            "2024년 9월 30일~10월 2일", "2024. 9. 30.~10. 2.",
            "30 September to 2 October 2024", "September 30 to October 2, 2024", "30 Sep to 2 Oct 2024",
        ),
        (
            date("2023-12-30/2024-01-02"),
            "2023년 12월 30일~2024년 1월 2일", "2023. 12. 30.~2024. 1. 2.",
            "30 December 2023 to 2 January 2024", "December 30, 2023 – January 2, 2024",
            "30 Dec 2023 to 2 Jan 2024",
        ),
        (date("2023-Q1/2023-Q2"), "2023년 1~2분기", "2023년 1~2분기",
         "the first quarter to the second quarter of 2023",
         "the first quarter to the second quarter of 2023", "Q1–Q2 2023"),
        (date("2023-Q3/2024-Q1"), "2023년 3분기~2024년 1분기", "2023년 3분기~2024년 1분기",
         "the third quarter of 2023 to the first quarter of 2024",
         "the third quarter of 2023 to the first quarter of 2024", "Q3 2023 to Q1 2024"),
        (date("2023/.."), "2023년부터", "2023년부터", "from 2023", "from 2023", "from 2023"),
        (
            date("2026-05-01/.."),
            "2026년 5월 1일부터", "2026. 5. 1.부터",
            "from 1 May 2026", "from May 1, 2026", "from 1 May 2026",
        ),
        (
            date("../2024-10"),
            "2024년 10월까지", "2024. 10.까지",
            "until October 2024", "until October 2024", "until Oct 2024",
        ),
        (date("../2023"), "2023년까지", "2023년까지", "until 2023", "until 2023", "until 2023"),
        (date("2023", "about"), "2023년경", "2023년경", "around 2023", "around 2023", "around 2023"),
        (date("2023-Q2", "about"), "2023년 2분기쯤", "2023년 2분기쯤",
         "around the second quarter of 2023", "around the second quarter of 2023", "around Q2 2023"),
        (date("2023", "about", "early"), "2023년 초쯤", "2023년 초쯤",
         "around early 2023", "around early 2023", "around early 2023"),
        (date("2023", "at_least"), "2023년 이후", "2023년 이후",
         "2023 or later", "2023 or later", "2023 or later"),
        (date("2023", "at_most"), "2023년 이전", "2023년 이전",
         "2023 or earlier", "2023 or earlier", "2023 or earlier"),
        (date("2024-03-11", "at_least"), "2024년 3월 11일 이후", "2024. 3. 11. 이후",
         "11 March 2024 or later", "March 11, 2024, or later", "11 Mar 2024 or later"),
        (date("2023", "more_than"), "2023년보다 뒤", "2023년보다 뒤", "after 2023", "after 2023", "after 2023"),
        (date("2023", "less_than"), "2023년보다 앞", "2023년보다 앞", "before 2023", "before 2023", "before 2023"),
    ],
)  # fmt: skip
def test_dates(quantity, ko, ko_table, en, en_us, en_table):
    assert say(quantity, language="ko") == ko
    assert say(quantity, language="ko", form="table") == ko_table
    assert say(quantity, language="en") == en
    assert say(quantity, language="en", style="en-US") == en_us
    assert say(quantity, language="en", form="table") == en_table


def test_an_approximate_date_says_so_only_where_asked():
    assert say(date("2024-09~"), language="ko", form="approximate") == "2024년 9월경"
    assert say(date("2024-09~"), language="en", form="approximate") == "around September 2024"
    assert say(date("2024-09"), language="en", form="approximate") == "September 2024"


def test_an_open_interval_keeps_its_approximation_and_part_at_its_date():
    assert say(date("2023~/.."), language="ko", form="approximate") == "2023년경부터"
    assert say(date("../2023~"), language="en", form="approximate") == "until around 2023"
    assert say(date("2023/..", part="early"), language="ko") == "2023년 초부터"
    assert say(date("2023/..", part="early"), language="en") == "from early 2023"


def test_quarters_and_halves_by_their_iso_numbers():
    assert parse("2023-34") == parse("2023-Q2") == Moment(2023, "quarter", 2)
    assert parse("2023-40") == parse("2023-H1") == Moment(2023, "half", 1)
    assert parse("2023-05~/..") == Interval(Moment(2023, "month", 5, approximate=True), None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-13",
        "2023-02-30",
        "23",
        "2023-5",
        "../..",
        "201X",
        "2010-05/2019X",
        "2023-Q5",
        "2023-00",
        "0000-01-01",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(Refusal) as refused:
        say(date(text), language="en")
    assert refused.value.problems[0].code == "C004"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_relative_date_without_its_anchor_is_refused(language):
    with pytest.raises(Refusal) as refused:
        say(Quantity("date", None, relative="-P1Y"), language=language)
    assert refused.value.problems[0].code == "C004"
