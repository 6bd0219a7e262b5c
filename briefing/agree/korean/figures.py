"""Korean prose -> what a comparison needs beyond the reader: clock times, odds, ordinals, words of two."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Quantity, Ratio
from briefing.reading.ko import qualifiers

NUMBERS = dict(
    하나=1, 한=1, 둘=2, 두=2, 셋=3, 세=3, 석=3, 서=3, 넷=4, 네=4, 넉=4, 다섯=5, 여섯=6, 일곱=7, 여덟=8, 아홉=9, 열=10, 열두=12,
    스물=20, 스무=20, 서른=30, 마흔=40, 쉰=50, 이틀=2, 사흘=3, 나흘=4, 닷새=5, 열흘=10, 보름=15, 반=2, 삼=3, 사=4, 오=5,
)  # fmt: skip
_LONG = "|".join(sorted((each for each in NUMBERS if len(each) > 1), key=len, reverse=True))
_SHORT = "|".join(each for each in NUMBERS if len(each) == 1 and each not in "삼사오")
WEAK = re.compile(
    rf"(?<![가-힣])({_LONG}|(?:{_SHORT})(?=\s|[명개곳건번배달시살쪽편회권장주대]|사람|차례|가지|자리|[.,]|$)|[삼사오](?=남매|형제|자매|국\s|단계|각\s))(?=\s?[가-힣]|[\s.,]|$)"
)
_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6}


def _clock(hit: re.Match[str]) -> Quantity:
    minute = 30 if hit[3] else int(hit[2] or 0)
    return Quantity("number", Decimal((int(hit[1]) * 60 + minute) % 720), "clock")


def _odds(hit: re.Match[str]) -> Quantity:
    return Quantity("ratio", Ratio(Decimal(hit[1].replace(",", "")), Decimal(hit[2])))


def _half(hit: re.Match[str]) -> Quantity:
    return Quantity("ratio", Ratio(Decimal(1), Decimal(2)))


CLOCKS = (
    re.compile(
        r"(?:오전|오후|낮|밤|새벽|저녁|아침|자정)?\s?(?<!\d)(\d{1,2})시(?!\d|[간가-힣]*도)(?:\s?(\d{1,2})분|\s?(반))?(?=[\s,.()~∼–-]|[부까에이의정쯤께경로를은는]|입니다|였|인|$)"
    ),
    re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)()(?![\d:])"),
)
SUPPLEMENT = (
    (re.compile(r"(?<![\d,.])(\d[\d,]*)원\s?(\d{1,2})전"),
     lambda hit: Quantity("money", Decimal(hit[1].replace(",", "")) + Decimal(hit[2]) / 100, "KRW")),
    (re.compile(r"(?<![\d,.])(\d+)분위(?=\s?배율)"), lambda hit: Quantity("count", Decimal(hit[1]), counter="soft")),
    (re.compile(r"(?<!\d)(\d+)분\s?(\d+)초\s?(\d\d)(?![\d가-힣])"),
     lambda hit: Quantity("duration", Decimal(hit[1]) * 60 + Decimal(hit[2]) + Decimal(hit[3]) / 100, "second")),
    (re.compile(r"(?<!\d)([123])심(?![가-힣]{3})"), lambda hit: Quantity("ordinal", Decimal(hit[1]), counter="soft")),
    (re.compile(r"(?<![\d,.])(4|8|16|32)강(?![가-힣]{2})"), lambda hit: Quantity("count", Decimal(hit[1]), counter="soft")),
    (re.compile(r"(?<![\d가-힣A-Za-z])['’‘`](\d\d)(?=[)\s.,;:~∼–/-]|$)"), lambda hit: Quantity("date", "20" + hit[1])),
    (re.compile(r"(?<!\d)(20\d\d)학년도"), lambda hit: Quantity("date", hit[1])),
    *((clock, _clock) for clock in CLOCKS),
    (re.compile(r"(?<!\d)(\d+)개\s?분기"), lambda hit: Quantity("duration", Decimal(hit[1]), "quarter")),
    (re.compile(r"(?<![가-힣\d])([두세네]|다섯|여섯)\s?(?:개\s)?분기(?=\s(?:만|연속|동안|내리|째))"),
     lambda hit: Quantity("duration", Decimal(_NATIVE[hit[1]]), "quarter")),
    (re.compile(r"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s?(?:대|:)\s?(1)(?![\d.:]|\s?\d|\s?(?:명|개|년|월|일|시|분|번|건|곳|가지|위))"), _odds),
    (re.compile(r"(?<![가-힣\d])([한두세네]|다섯|여섯|\d+)\s?시간\s반(?=[으을이의\s,.])"),
     lambda hit: Quantity("duration", Decimal(_NATIVE.get(hit[1]) or hit[1]) + Decimal("0.5"), "hour")),
    (re.compile(r"(?<![\d.])(\d+)\s?기가(?=\s(?!인터넷|비트|바이트|데이터|와이파이|급|용량|램))"),
     lambda hit: Quantity("count", Decimal(hit[1]))),
    (re.compile(r"(?<![가-힣])(둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)째"),
     lambda hit: Quantity("ordinal", Decimal("둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split().index(hit[1]) + 2))),
    (re.compile(r"(?<![가-힣])(열|다섯|넷|셋)에\s(하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?=[은이꼴로의\s]|$)"),
     lambda hit: Quantity("ratio", Ratio(Decimal(NUMBERS[hit[2]]), Decimal(NUMBERS[hit[1]])))),
    (re.compile(r"반\s?토막"), _half),
    (re.compile(r"(?<![가-힣])양(?=국|측|사(?:는|가|의|와|를)|쪽|당(?:은|이|의)|팀|\s?기관|\s?부처|\s?대학|\s?도시)|쌍방|(?<![가-힣])둘\s?다"),
     lambda hit: Quantity("count", Decimal(2), counter="soft")),
)  # fmt: skip
QUALIFIERS = qualifiers.BEFORE
HEDGED = re.compile(
    rf"({'|'.join(re.escape(word) for word in sorted(QUALIFIERS, key=len, reverse=True))})\s$", re.I
)
"""The reader's own words before a figure, for figures that only a comparison needs."""
