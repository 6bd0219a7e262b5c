"""English dates and lengths of time in sentences of our own -> the days and lengths read there."""

from __future__ import annotations

import pytest

from briefing.model import Mention
from briefing.reading import read

PUBLISHED = "2024-11-07"

DATES = """
Sales fell last quarter | last quarter | 2024-Q3
next quarter it may grow | next quarter | 2025-Q1
GDP rose in the fourth quarter from the previous quarter | the previous quarter | 2024-Q3
Profit fell in the third quarter | third quarter | 2024-Q3
exports should recover in the second half | second half | 2024-H2
chips in the first quarter of next year and phones in the second half | second half | 2025-H2
a first-half profit of $3bn | first-half | 2024-H1
in the latter half of 2023 | latter half of 2023 | 2023-H2
the third quarter of last year | third quarter of last year | 2023-Q3
in 1Q24 | 1Q24 | 2024-Q1
beat forecasts for Q3 FY24 | Q3 FY24 | 2024-Q3
the fiscal third quarter of 2024 | fiscal third quarter of 2024 | 2024-Q3
2Q of last year | 2Q of last year | 2023-Q2
the lake dried up this spring | this spring | 2024-21
It burned last summer | last summer | 2024-22
storage will be full next winter | next winter | 2024-24
the winter of 2022-23 | winter of 2022-23 | 2022-24
in June last year | June last year | 2023-06
in April next year | April next year | 2025-04
the June of 2019 | June of 2019 | 2019-06
on 28 June last year | 28 June last year | 2023-06-28
a week ago on Monday last week | Monday last week | 2024-10-28
She was arrested on 12 December | 12 December | 2023-12-12
The trial will open on 12 December | 12 December | 2024-12-12
The fair opens on 4 January | 4 January | 2025-01-04
Since December it has shut | December | 2023-12
on Thursday, April 26, 2012, it ruled | Thursday, April 26, 2012 | 2012-04-26
on Tuesday, 5 November | Tuesday, 5 November | 2024-11-05
Ministers met on the 5th. | 5th | 2024-11-05
on the 3rd of next month | 3rd of next month | 2024-12-03
over the weekend | weekend | 2024-11-02/2024-11-03
last weekend | last weekend | 2024-11-02/2024-11-03
the first week of May 2023 | first week of May 2023 | 2023-05-01/2023-05-07
the last Friday in May 2024 | last Friday in May 2024 | 2024-05-31
between 2018 and 2022 | between 2018 and 2022 | 2018/2022
in 2018 and 2022 | 2022 | 2022
between November 2021 and October 2022 | between November 2021 and October 2022 | 2021-11/2022-10
from 3 to 7 May 2023 | 3 to 7 May 2023 | 2023-05-03/2023-05-07
on 3 and 7 May 2023 | 3 | 2023-05-03
July/August 2024 | July/August 2024 | 2024-07/2024-08
the July-to-September quarter | July-to-September | 2024-07/2024-09
the 2024/25 season | 2024/25 | 2024/2025
since 2010-11 | 2010-11 | 2010/2011
data for 2023-09 | 2023-09 | 2023-09
the 1999-2000 season | 1999-2000 | 1999/2000
the 2024 fiscal year | 2024 fiscal year | 2024
FY25 guidance | FY25 | 2025
it rose a year earlier | a year earlier | 2023
a decade ago | a decade ago | 2014
a fortnight ago | a fortnight ago | 2024-10-21/2024-10-27
in three weeks' time | three weeks' time | 2024-11-25/2024-12-01
at the end of 2026 | end of 2026 | 2026
by the end of the month | end of the month | 2024-11
the early nineties | early nineties | 1990/1999
in the '90s | '90s | 1990/1999
the nineteenth century | nineteenth century | 1801/1900
by 2100 the sea will rise | 2100 | 2100
The firm said on Monday it will close | Monday | 2024-11-04
talks would resume on Friday | Friday | 2024-11-08
It fell on Thursday from Wednesday's close | Wednesday's | 2024-11-06
Officials said in July they would review it | July | 2024-07
Mr Lee takes office in January | January | 2025-01
A judge gave her until Dec 1 to respond | Dec 1 | 2024-12-01
Output for January-August rose | January-August | 2024-01/2024-08
They spoke last night | last night | 2024-11-06
"""

LENGTHS = """
jailed for 38 years and six months | 38 years and six months | 462 | month
in 2 hours 13 minutes 5 seconds | 2 hours 13 minutes 5 seconds | 7985 | second
It took an hour and a half | an hour and a half | 1.5 | hour
a year and three months | a year and three months | 15 | month
They waited for a year | a year | 1 | year
Delivery takes around a year | around a year | 1 | year
the worst slump in a decade | a decade | 10 | year
at least five years after finishing school | at least five years | 5 | year
two weeks earlier than planned | two weeks | 2 | week
a year before the war | a year | 1 | year
a quarter of a century | a quarter of a century | 25 | year
They argued for less than a day | less than a day | 1 | day
a year-long inquiry | year-long | 1 | year
after a fortnight of talks | a fortnight | 2 | week
the first three quarters of 2024 | three quarters | 3 | quarter
over the last three months | three months | 3 | month
"""

NO_DATES = [
    "It costs £40bn a year, or $30 a month.",
    "This may be so; they march on.",
    "The team won in the second half of the season.",
    "They live on the same day-to-day budget.",
    "A day at a time, at weekends, once in a while.",
    "In a year of elections, in a year when voters are angry.",
    "Jun Park and April Smith spoke.",
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def written(text: str, words: str) -> Mention:
    return next(each for each in read(text, language="en", published=PUBLISHED) if each.written == words)


@pytest.mark.parametrize(("text", "words", "edtf"), rows(DATES))
def test_date(text: str, words: str, edtf: str) -> None:
    quantity = written(text, words).quantity
    assert (quantity.kind, quantity.value) == ("date", edtf)


@pytest.mark.parametrize(("text", "words", "value", "unit"), rows(LENGTHS))
def test_length(text: str, words: str, value: str, unit: str) -> None:
    record = written(text, words).record()
    assert (record["kind"], record["value"], record["unit"]) == ("duration", value, unit)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert not [each for each in read(text, language="en") if each.quantity.kind in ("date", "duration")]


def test_what_looks_like_a_year_counts_what_follows() -> None:
    values = [each.quantity.kind for each in read("1600 grants, 2000 homes and 1800 students", language="en")]
    assert values == ["count", "count", "count"]


def test_more_than_a_year_ago_compares_after_a_figure() -> None:
    assert written("It is 2% more than a year ago", "a year ago").quantity.qualifier == "exact"
    assert (
        written("More than a decade later it rains", "More than a decade later").quantity.qualifier
        == "more_than"
    )
