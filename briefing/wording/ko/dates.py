"""A date in, Korean words out: 2024년 3월 11일, 2023년 초, 2024년 9월 7~8일; 2024. 3. 11. in tables."""

from __future__ import annotations

from briefing.model import Quantity
from briefing.wording.edtf import Interval, Moment, moment_of

PARTS = {"early": "초", "mid": "중반", "late": "말"}
SEASONS = ("봄", "여름", "가을", "겨울")
HALVES = ("상반기", "하반기")
BOUNDS = {"at_least": " 이후", "at_most": " 이전", "more_than": "보다 뒤", "less_than": "보다 앞"}
"""이후 and 이전 include the date that they start from (표준국어대사전); the other two do not."""
_TAKES_GYEONG = ("년", "월", "일", ".", "말", "중순")


def say(quantity: Quantity, forms: frozenset[str]) -> str:
    """The date in prose, or as cells write it (form table or compact).

    년, 월 and 일 attach to their digits (한글 맞춤법 §43; CLDR date formats, long).
    한글 맞춤법 부록 문장 부호, 마침표 (2): digits of year, month and day each take a stop, the last too.
    경 (쯤 after words that are no date of the calendar) stands only where asked for (form approximate) or
    where the source itself says about.
    """
    date = moment_of(quantity)
    table = bool(forms & {"table", "compact"})
    known, open_side = date, ""
    if isinstance(date, Interval) and (side := date.start or date.end) and not (date.start and date.end):
        known, open_side = side, "부터" if date.start else "까지"
    words = _interval(known, table) if isinstance(known, Interval) else _moment(known, table)
    if quantity.part in PARTS:
        mid_month = quantity.part == "mid" and isinstance(known, Moment) and known.grain == "month"
        words = f"{words} {'중순' if mid_month else PARTS[quantity.part]}"
    qualifier = "exact" if "bare" in forms else quantity.qualifier
    if qualifier in ("about", "nearly") or ("approximate" in forms and date.approximate):
        words += "경" if words.endswith(_TAKES_GYEONG) else "쯤"  # 초경 is another word
    return words + open_side + BOUNDS.get(qualifier, "")


def _moment(moment: Moment, table: bool) -> str:
    return _table(moment) if table else _prose(moment)


def _prose(moment: Moment) -> str:
    return f"{_year(moment)} {_rest(moment)}".strip()


def _year(moment: Moment) -> str:
    return f"{moment.year}년대" if moment.grain == "decade" else f"{moment.year}년"


def _rest(moment: Moment) -> str:
    match moment.grain:
        case "day":
            return f"{moment.part}월 {moment.day}일"
        case "month":
            return f"{moment.part}월"
        case "quarter":
            return f"{moment.part}분기"
        case "half":
            return HALVES[moment.part - 1]
        case "season":
            return SEASONS[moment.part - 1]
    return ""


def _table(moment: Moment) -> str:
    """Digits and stops for months and days; a year alone keeps 년, or it would read as a plain number."""
    match moment.grain:
        case "day":
            return f"{moment.year}. {moment.part}. {moment.day}."
        case "month":
            return f"{moment.year}. {moment.part}."
    return _prose(moment)


def _interval(interval: Interval, table: bool) -> str:
    """Both ends with what they share said once: 2020~2023년, 2024년 9월 7~8일, 2024. 9. 7.~8.

    Source: 한글 맞춤법 부록 문장 부호, 물결표 (9월 15일~9월 25일); CLDR repeats the unit at both ends.
    """
    start, end = interval.start, interval.end
    assert start is not None and end is not None
    if start.grain != end.grain or "decade" in (start.grain, end.grain):
        return f"{_moment(start, table)}~{_moment(end, table)}"
    if start.grain == "year":
        return f"{start.year}~{end.year}년"
    if start.year != end.year:
        return f"{_moment(start, table)}~{_moment(end, table)}"
    return _within_table(start, end) if table else _within_year(start, end)


def _within_year(start: Moment, end: Moment) -> str:
    match start.grain:
        case "day" if start.part == end.part:
            return f"{start.year}년 {start.part}월 {start.day}~{end.day}일"
        case "month" | "quarter":
            return f"{start.year}년 {start.part}~{_rest(end)}"
    return f"{_prose(start)}~{_rest(end)}"


def _within_table(start: Moment, end: Moment) -> str:
    match start.grain:
        case "day" if start.part == end.part:
            return f"{_table(start)}~{end.day}."
        case "day":
            return f"{_table(start)}~{end.part}. {end.day}."
        case "month":
            return f"{_table(start)}~{end.part}."
    return _within_year(start, end)
