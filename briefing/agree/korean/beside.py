"""Korean words right beside a figure -> its sign, gain or loss, which way it went, what it is an amount for."""

from __future__ import annotations

import re

NEGATIVE = re.compile(r"영하|마이너스|적자|손실|순유출|역성장|(?<!\d)[-−–△▲▼]\s?\d?$")
LEVEL = re.compile(r"(?!)")
LEVEL_AFTER = re.compile(r"(?:으로|로|까지)\s?(?:떨어|하락|내려|낮아|줄|내릴)")
_FIGURE = r"(?P<figure>(?:약\s|[$￦₩])?\d[\d,.조억만천\s]*(?:원|달러|유로|엔|위안)?)"
_GAIN = r"(?P<gain>흑자|영업이익|순이익|이익|순유입)|(?P<loss>적자|영업손실|순손실|손실|순유출)"
GAINS = (
    re.compile(rf"{_FIGURE}(?:명|의|이|가|어치의|규모의|가량|\s)*\s?(?:무역\s?|경상\s?|순|영업|당기순)?(?:{_GAIN})(?!\s?(?:폭|규모|전환|구간))"),
    re.compile(rf"(?:{_GAIN})(?:규모|액|폭)?[은는이가을를도]?\s(?:약\s)?{_FIGURE}(?!\s?(?:늘|줄|증가|감소|확대|축소|커|더))"),
)  # fmt: skip
_PER = {
    "liter": "리터당|ℓ당", "gallon": "갤런당", "barrel": "배럴당", "ton": "톤당|t당", "kg": "㎏당|kg당|킬로그램당", "hectare": "헥타르당|㏊당|ha당",
    "person": "1인당|한 명당|1명당", "household": "가구당|가구마다", "hour": "시간당|매시간", "day": "하루|매일|일일|일평균|하루평균", "week": "주당|매주|일주일에", "month": "월|매달|매월|한 달에|달마다|월평균", "quarter": "분기당|매 분기", "year": "연|연간|매년|해마다|한 해|연평균",
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
NOUN = re.compile(r"\s[가-힣]{2,}(?=[,.()\s]|$)|\s?[A-Z][A-Za-z]+")
"""A noun right after a bare number, which may be its unit."""
