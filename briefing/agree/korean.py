"""Korean prose -> what a comparison needs beyond the reader: clock times, odds, words of two, roles of figures."""

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
_NEAR = r"[을를에이]?\s?(?:육박|(?:거의\s)?가[까깝][이운웠습다]?|근접|다다[르랐]|못 미[치쳤])"
BEFORE = (
    (re.compile(r"거의\s$"), "nearly"),
    (re.compile(r"(?:약|대략|어림잡아|줄잡아)\s?$"), "about"),
    (re.compile(r"(?:최소|적어도|못해도)\s?$"), "at_least"),
    (re.compile(r"(?:최대|많게는|최고)\s?$"), "at_most"),
)
AFTER = (
    (re.compile(r"[을를이]?\s?(?:넘|초과하)(?:지|할 수)\s?(?:아니|않|못|없|말|마)"), "at_most"),
    (re.compile(r"의?\s?(?:범위|한도)(?:\s?(?:에서|내|안|로))|\s?한도"), "at_most"),
    (re.compile(_NEAR), "nearly"),
    (re.compile(r"[을를이]?\s?(?:넘[는어게긴은었]|웃[도돌]|돌파|초과|상회)"), "more_than"),
    (re.compile(r"[을를이]?\s?(?:밑[도돌]|밑으로|아래로|밑에|미만|하회|\s?아래)"), "less_than"),
    (re.compile(r"\s?(?:안팎|내외|가량|정도|쯤|전후)"), "about"),
    (re.compile(r"\s?이상"), "at_least"),
    (re.compile(r"\s?이하"), "at_most"),
    (re.compile(r"\s?(?:남짓|여\s)"), "more_than"),
)
BASE_BEFORE = re.compile(
    r"(?:전년|작년|지난해|전달|전월|전분기|직전|종전|기존|당초|이전)(?!\S*(?:보다|대비))(?!\s동\S*(?:보다|대비))[^.,\d]{0,14}[(（]?(?:의\s|약\s)?$"
)
BASE_AFTER = re.compile(
    r"\s?(?:[가-힣]{0,6}\s)?(?:에서(?![는도]|\s?열)|보다|대비|에\s?비해|에\s?견줘|였던|이던|이었던|에\s?그쳤던|에\s?불과했던|에\s?머물렀던|에\s(?:크게\s|한참\s)?(?:못 미|미치지|이르지)|[을를]\s(?:크게\s|소폭\s)?(?:웃[도돌]|밑[도돌]|상회|하회))"
)
WHOLE_AFTER = re.compile(r"\s?(?:[가-힣]{0,6}\s)?(?:당(?=\s)|중(?=[\s에의은는도])|가운데)")
_CHANGE = r"(?:인상|인하|오른|오르|올[랐라]|늘|증가|하락|감소|줄|내[린렸려]|떨어|뛰|상승|급[등락증감]|높[은아]|낮[은아]|커[지질진졌]|작아|많[은아]|적[은어]|더\s)"
ROLES_BEFORE = (("base", BASE_BEFORE),)
ROLES_AFTER = (
    ("base", BASE_AFTER),
    ("whole", WHOLE_AFTER),
    ("change", re.compile(rf"(?:나|이나|가량|정도|씩|포인트)?\s?(?:더\s)?{_CHANGE}")),
    ("target", re.compile(r"(?:으로|로|에\s(?:달|이르|이른|그[쳐치쳤]))")),
)
RISEN = re.compile(r"넘[는어었게긴]|웃[도돌]|돌파|초과|상회|이상|여\s|많|높")
SUNK = re.compile(r"밑[도돌]|미만|하회|못 미|이하|안 되|적[은었]|낮")
UP = re.compile(
    r"증가|늘[어었었고린며]|늘(?=$)|상승|오[른르]|올[랐라]|급증|급등|확대|높아|커[졌진지]|인상|성장|많[았은]|개선|흑자|뛰|치솟"
)
DOWN = re.compile(
    r"감소|줄[어었이인고며]|하락|내[린렸리려]|급감|급락|축소|낮[아은췄추]|떨어|인하|적자|손실|마이너스|영하|적[었은]|둔화|빠[졌진]|밑[도돌]|역성장|위축|단축|절감"
)
NEGATIVE = re.compile(r"영하|마이너스|적자|손실|순유출|역성장|(?<!\d)[-−–△▲▼]\s?\d?$")
LEVEL = re.compile(r"(?!)")
LEVEL_AFTER = re.compile(r"(?:으로|로|까지)\s?(?:떨어|하락|내려|낮아|줄|내릴)")
_FIGURE = r"(?P<figure>(?:약\s|[$￦₩])?\d[\d,.조억만천\s]*(?:원|달러|유로|엔|위안)?)"
_GAIN = r"(?P<gain>흑자|영업이익|순이익|이익|순유입)|(?P<loss>적자|영업손실|순손실|손실|순유출)"
GAINS = (
    re.compile(rf"{_FIGURE}(?:명|의|이|가|어치의|규모의|가량|\s)*\s?(?:무역\s?|경상\s?|순|영업|당기순)?(?:{_GAIN})(?!\s?(?:폭|규모|전환|구간))"),
    re.compile(rf"(?:{_GAIN})(?:규모|액|폭)?[은는이가을를도]?\s(?:약\s)?{_FIGURE}(?!\s?(?:늘|줄|증가|감소|확대|축소|커|더))"),
)  # fmt: skip
WEEKDAY = re.compile(r"[월화수목금토일]요일")
SENTENCE = re.compile(r"(?<=[다요음임함됨까죠])[.!?][\"”’')]*\s+|[。]\s*|(?<=[^\d\s])[.!?]\s+|\n\n")
HEDGES = {
    "lower": re.compile(
        r"이상|넘|초과|웃[도돌]|최소|적어도|상회|돌파|남짓|(?<=[\d십백천만억])여|못해도|줄잡아|능가|앞[지질]|부터|하한|보다"
    ),
    "upper": re.compile(
        r"이하|미만|이내|안에|내에|내로|최대|많게는|까지|한도|범위|상한|밑[도돌]|못 미|미치지|이르지|만에|최장|길게는|길어야|기껏|에 달|에 이[르른]|도\s?[가-힣]*\s?(?:못|안)|넘지|넘기지|아래|그[쳐치쳤친]|불과|최고|하회|안팎|기한"
    ),
    "near": re.compile(
        r"약|가량|정도|안팎|내외|쯤|거의|육박|가까|남짓|(?<=[\d십백천만억])여|대략|전후|꼴|수준|다다|달하|근접|추정|추산|에서\s?\d+|선(?=에|을|으로|까지)|대(?=[의로에가를\s])"
    ),
}
"""Words that may hedge a figure, by their sense: a lower bound, an upper bound, nearness."""
ENUMERATED = 40
JOINED = re.compile(r"[,·/;、\n]|(?:^|[가-힣)）])(?:과|와|고|며|지만|이나|로|만|에)\s|및|반면")
RELATED = re.compile(r"^[^,]{0,3}(?:보다|에서|대비|에\s?비해)|^[^,]{0,10}(?:중|가운데)\s|포함")
"""How many letters at most stand between two items of an enumeration, what joins them, and the words of relation that make it none."""
_PER = {
    "liter": "리터당|ℓ당", "gallon": "갤런당", "barrel": "배럴당", "ton": "톤당|t당", "kg": "㎏당|kg당|킬로그램당", "hectare": "헥타르당|㏊당|ha당",
    "person": "1인당|한 명당|1명당", "household": "가구당|가구마다", "hour": "시간당|매시간", "day": "하루|매일|일일|일평균", "week": "주당|매주|일주일에", "month": "월|매달|매월|한 달에|달마다", "quarter": "분기당|매 분기", "year": "연|연간|매년|해마다|한 해",
}  # fmt: skip
EACH = tuple(
    (stretch, re.compile(rf"(?<![가-힣])(?:{words})\s(?:평균\s|최대\s|약\s|최소\s)*$"), None)
    for stretch, words in _PER.items()
)
_NAMED = {
    "liter": "리터|ℓ",
    "gallon": "갤런",
    "barrel": "배럴",
    "ton": "톤|t",
    "kg": "㎏|kg|킬로",
    "hectare": "헥타르|㏊|ha",
    "person": "인|명",
    "household": "가구",
    "hour": "시간",
    "day": "하루|일",
    "week": "주",
    "month": "월|달",
    "quarter": "분기",
    "year": "연|년|해",
}
STRETCHES = tuple((stretch, re.compile(words)) for stretch, words in _NAMED.items())
"""Amounts for each stretch of time, said before the figure; the words that name a stretch at all."""
BESIDE = 7
"""How near to a figure a hedge is its own, whatever else of the sentence has it."""
_MORE = r"\s?(?:포인트|p|P)?\s?(?:가량|정도|이나|나|씩|안팎|넘게|이상|가까이)?\s?(?:더\s)?"
WAYS = (
    (
        (),
        (
            re.compile(
                rf"{_MORE}(?:상승|오른|올라|올랐|오르|늘[어었은]|증가|인상|증액|급증|급등|뛰[어었]|뛴|높[아은]|많[아은])"
            ),
        ),
    ),
    (
        (),
        (
            re.compile(
                rf"{_MORE}(?:하락|내린|내려|내렸|내리|줄[어었은]|감소|삭감|인하|급감|급락|떨어[지졌진]|낮[아은]|적[어은])"
            ),
        ),
    ),
)
"""Verbs right after a figure by which something rose, and those by which it fell."""
TIGHT = re.compile(r"\s?(?:과|와|및|,|·|이고|/)\s?(?:약\s)?")
"""What joins two figures between which nothing else stands."""
NOUN = re.compile(r"\s[가-힣]{2,}(?=[,.()\s]|$)|\s?[A-Z][A-Za-z]+")
"""A noun right after a bare number, which may be its unit."""
QUALIFIERS = qualifiers.BEFORE
HEDGED = re.compile(
    rf"({'|'.join(re.escape(word) for word in sorted(QUALIFIERS, key=len, reverse=True))})\s$", re.I
)
"""The reader's own words before a figure, for figures that only a comparison needs."""
