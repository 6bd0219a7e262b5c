"""Korean money at a place in the text: a headline's bare 66억 after its cue, cents after dollars, two ends."""

from __future__ import annotations

import re
from decimal import Decimal

from ..found import EXACT, Found
from .arabic import digits
from .numerals import Numeral, sino
from .qualifiers import BEFORE, qualify

_MONEY_CUE = re.compile(
    r"(?:연봉|매출|매출액|영업익|영업이익|순이익|순익|예산|투자|투자액|자산|몸값|상금|임금|월급|시총|시가총액|적자|흑자|손실|피해액|배당|보상금|현상금|빚|부채|거래액|"
    r"수출액|수입액|모금액|성금|벌금|과징금|계약금|상당|손해|세금|보증금|전세|월세|분양가|시세|가격|값|금액|돈|대출|비용|수익|이익|이적료)(?:은|는|이|도|만|"
    r"의)?\s?(?:약\s?|총\s?|최대\s?|최소\s?|최고\s?)?$"
)


_CUE_AFTER = re.compile(
    r"\s(?:연봉|몸값|자산|빚|부채|비자금|매출|투자|상당|이적료|전세|대출|배상|벌금|추징|과징금|적자|흑자|손실|당첨금|기부|펀드|예산|상금|현상금|로또|횡령|"
    r"시대(?=$))"
)
_PARTED = re.compile(r"(?:^|(?<=[^가-힣]))(최소한?|적어도|최대|약|거의)\s[가-힣]{1,5}\s?$")
_SHORT = re.compile(r"억\s?(\d)천$")
_CENTS = re.compile(r"\s?(\d{1,2}|[일이삼사오육칠팔구]?십?[일이삼사오육칠팔구]?)\s?(센트|펜스)")


def cued(text: str, numeral: Numeral) -> Found | None:
    """A large figure without a unit after a word of money: won (연봉 66억)."""
    short = _SHORT.search(text[numeral.start : numeral.end]) if text[numeral.end - 1] == "천" else None
    if numeral.scale < 10**8 and not short or text[numeral.start : numeral.end] in ("조", "경"):
        return None
    cue = _MONEY_CUE.search(text[max(0, numeral.start - 12) : numeral.start]) or _CUE_AFTER.match(
        text, numeral.end
    )
    if cue and short and isinstance(numeral.value, Decimal):
        rest = Decimal(int(short[1]) * 1000)  # 2억5천 is said for 2억5천만
        numeral.value = EXACT.add(numeral.value, EXACT.multiply(rest, Decimal(9999)))
        numeral.step = Decimal(10**7)
    return won(text, numeral) if cue else None


def won(text: str, numeral: Numeral) -> Found:
    """A figure that says no currency, as won."""
    found = Found(numeral.start, numeral.end, "money", numeral.value, "KRW", step=numeral.step)
    return parted(text, qualify(text, found, numeral.more))


def parted(text: str, found: Found) -> Found:
    """The qualifier that stands before the noun of a figure: 최소 연봉 13억 is at least that much."""
    if found.qualifier != "exact":
        return found
    head = text[max(0, found.start - 12) : found.start]
    said = _PARTED.search(head) if _MONEY_CUE.search(head) else None
    if said:
        found.start -= len(head) - said.start(1)
        found.qualifier = BEFORE[said[1]]
    return found


def cents(text: str, found: Found) -> None:
    """13달러 45센트 as one amount."""
    rest = _CENTS.match(text, found.end)
    if (
        rest is None
        or not rest[1]
        or not isinstance(found.value, Decimal)
        or found.unit not in ("USD", "GBP", "EUR", "CAD", "AUD")
    ):
        return
    read = digits(rest[1], 0) if rest[1].isdigit() else sino(rest[1], 0)
    if read is not None and isinstance(read.value, Decimal):
        found.value = EXACT.add(found.value, read.value.scaleb(-2))
        found.end = rest.end()
        found.step = Decimal("0.01")
