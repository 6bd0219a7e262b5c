"""Korean words that are figures by themselves -> Found: 절반, 사흘, 팔순, $ and ₩, ages in brackets."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Range, Ratio

from ..digits import negative
from ..found import EXACT, Found
from . import dates, ordinals
from .arabic import digits
from .durations import since
from .measures import PRESSURE
from .qualifiers import qualify

SYMBOLS = {"$": "USD", "＄": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "￦": "KRW"}
BIRTHDAYS = {"칠순": 70, "팔순": 80, "구순": 90}
"""Ages with a name of their own (표준국어대사전)."""

_HALF = re.compile(
    r"절반(?!의? 성공)|(?<![가-힣\d])(?<!\d )반(?=으로 (?:줄|나|깎|떨어|쪼개|접|꺾|감소|축소|낮)|을 (?:떼|나눠|덜|잘라|차지|넘|깎)|이 넘|"
    r"\s?이상|도 안 ?되)|^반$|(?:반년|사?반세기)(?![가-힣])|(?:반년|사?반세기)(?=간|[이을의만가를]|\s|동안)"
)
_HALF_SPANS = {"반년": "0.5", "반세기": "50", "사반세기": "25"}
_TWICE = re.compile(r"(?:갑|곱)절(?=[로이은을의]|\s|$)")
_BIRTHDAY = re.compile(rf"({'|'.join(BIRTHDAYS)})(?=[의을이가에은인]|$|\s)")
_DAYS = re.compile(rf"({'|'.join(dates.COUNTED_DAYS)})(간(?![가-힣])|간(?=의|\s))?")
_TWO_DAYS = re.compile(r"하루\s?이틀|하루이틀|이틀\s?사흘|사나흘")
_ONE_DAY = re.compile(
    r"하루(?=\s?(?:만|동안|간|평균|앞|전|뒤|\d|새|[한두세네]\s|서너\s|한두\s|두세\s|네댓\s|몇\s|수[십백천만]|[다여]섯\s|열\s)|에(?:만|\s?\d|\s[한두세네]\s))"
)
_HALVES = re.compile(
    r"(둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)\s?(?:중|가운데|에)\s(하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?![가-힣]{2})"
)
_COUNTS = dict(
    zip(["하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"], range(1, 11), strict=True)
)
_HALVES_HEADS = frozenset("둘셋넷다여일아열")
_BIRTHDAY_HEADS = frozenset(name[0] for name in BIRTHDAYS)
_DAYS_HEADS = frozenset("하이사") | frozenset(name[0] for name in dates.COUNTED_DAYS)
_SLASHED = re.compile(r"(?:(\d{1,3})\s{1,2})?(\d{1,3})/(\d{1,3})(?![\d/분.]|\s?분기|\s?\([월화수목금토일]\))")
_CODE = re.compile(r"(KRW|USD|EUR|GBP|JPY|CNY|NZD|CAD|AUD|CHF|HKD|SGD)\s?(?=\d)")
_TO_SUM = re.compile(r"\s?[~∼〜～–—-]\s?([$€£¥₩￦＄]?)\s?(?=\d)")
_PERCENT = re.compile(r"\s?(?:%|배|년|월|일)")
_AGE = re.compile(r"\d{1,3}(?=(?:[·,]\s?(?:구속|남|여|가명|[가-힣]+)[^)）\d]{0,12})?[)）])")
_NAME = re.compile(r"[가-힣]{2,}(?:\s?(?:씨|군|양))?[(（]$|[A-Z]\s?(?:씨|군|양)?[(（]$|[가-힣][·,]\s?$")
_NAMED = re.compile(r"[(（][^()（）\d]{1,16}[·,]\s?$")


def word(text: str, start: int) -> Found | None:
    """The figure that a word or sign at ``start`` makes by itself."""
    letter = text[start]
    if letter in SYMBOLS:
        return _symbol(text, start)
    if letter.isdigit():
        return _slash(text, start) or _age(text, start)
    if letter.isascii() and (code := _CODE.match(text, start)):
        numeral = digits(text, code.end())
        if numeral is None:
            return None
        found = Found(start, numeral.end, "money", numeral.value, code[1], step=numeral.step)
        return qualify(text, found, False)
    if letter in "갑곱" and (hit := _TWICE.match(text, start)):
        return qualify(text, Found(start, hit.end(), "multiple", Decimal(2)), False)
    if letter == "절" or letter == "반" or text.startswith("사반", start):
        return _half(text, start)
    if letter in _BIRTHDAY_HEADS and (hit := _BIRTHDAY.match(text, start)):
        return qualify(
            text, Found(start, hit.end(), "age", Decimal(BIRTHDAYS[hit[1]]), "year", counter="순"), False
        )
    if ordinal := ordinals.word(text, start):
        return ordinal
    if letter in _HALVES_HEADS and (hit := _HALVES.match(text, start)):
        return Found(start, hit.end(2), "ratio", Ratio(Decimal(_COUNTS[hit[2]]), Decimal(_COUNTS[hit[1]])))
    return _days(text, start) if letter in _DAYS_HEADS else None


def _slash(text: str, start: int) -> Found | None:
    """1/4 and 3 1/4."""
    hit = _SLASHED.match(text, start)
    if hit is None or not int(hit[3]) or start and text[start - 1] in "/.-·" and not negative(text, start):
        return None
    if PRESSURE.match(text, hit.start(3)):
        return Found(hit.start(2), hit.end(2), "measure", Decimal(hit[2]), "mmHg", step=Decimal(1))
    part, whole = int(hit[2]), int(hit[3])
    if hit[1] and part >= whole:
        return None
    part += int(hit[1] or 0) * whole
    sign = negative(text, start)
    return Found(start - sign, hit.end(), "ratio", Ratio(Decimal(-part if sign else part), Decimal(whole)))


def _half(text: str, start: int) -> Found | None:
    hit = _HALF.match(text, start)
    if hit is None:
        return None
    if hit[0] in _HALF_SPANS:
        years = Decimal(_HALF_SPANS[hit[0]])
        return qualify(text, Found(start, hit.end(), "duration", years, "year", counter="년"), False)
    return qualify(text, Found(start, hit.end(), "ratio", Ratio(Decimal(1), Decimal(2))), False)


def _symbol(text: str, start: int) -> Found | None:
    at = start + 1 + (text[start + 1 : start + 2] == " ")
    numeral = digits(text, at)
    if numeral is None:
        return None
    code = SYMBOLS[text[start]]
    begin = start
    for prefix, other in (("US", "USD"), ("A", "AUD"), ("C", "CAD"), ("HK", "HKD")):
        if text.endswith(prefix, 0, start) and code == "USD":
            begin, code = start - len(prefix), other
            break
    end = numeral.end
    word_after = {"KRW": "원", "USD": "달러", "EUR": "유로", "JPY": "엔"}.get(code)
    if word_after and text.startswith(word_after, end):
        end += len(word_after)
    found = Found(begin, end, "money", numeral.value, code, step=numeral.step)
    _second_sum(text, found, text[start], numeral.scale)
    return qualify(text, found, numeral.more)


def _second_sum(text: str, found: Found, symbol: str, scale: Decimal) -> None:
    """Takes in the second end: $15-$20, €20~30, $5~6억."""
    joined = _TO_SUM.match(text, found.end)
    at = joined.end() if joined else 0
    if joined is None or joined[1] not in ("", symbol):
        return
    second = digits(text, at)
    if second is None or not isinstance(found.value, Decimal) or not isinstance(second.value, Decimal):
        return
    shared = EXACT.multiply(found.value, second.scale)
    low = shared if scale == 1 < second.scale and shared < second.value else found.value
    if low < second.value and not _PERCENT.match(text, second.end):
        found.value, found.end, found.step = Range(low, second.value), second.end, second.step


def _age(text: str, start: int) -> Found | None:
    """The age in brackets after a name: 김모(40)씨, (컴퓨터공학·40)."""
    if start == 0 or text[start - 1] not in "(（·, ":
        return None
    hit = _AGE.match(text, start)
    head = text[max(0, start - 20) : start]
    if hit is None or not (_NAME.search(head) if head[-1] in "(（" else _NAMED.search(head)):
        return None
    value = Decimal(hit[0])
    return Found(start, hit.end(), "age", value, "year", step=Decimal(1)) if 3 <= value <= 110 else None


def _days(text: str, start: int) -> Found | None:
    if hit := _TWO_DAYS.match(text, start):
        low = {"하": 1, "이": 2, "사": 3}[hit[0][0]]
        both = Found(start, hit.end(), "duration", Range(Decimal(low), Decimal(low + 1)), "day")
        return since(text, qualify(text, both, False))
    hit = _DAYS.match(text, start)
    if hit is None or hit[1] == "하루" and not _ONE_DAY.match(text, start):
        return None
    value = dates.COUNTED_DAYS[hit[1]]
    if counted := dates.counted(text, start, hit.end(), "일", value):
        return Found(start, counted[1], "date", day=counted[0])
    after = text[hit.end() : hit.end() + 1]
    if "가" <= after <= "힣" and after not in "만간의에째을이은도동치내씩밤앞뒤전쯤":
        return None
    found = Found(start, hit.end(), "duration", EXACT.create_decimal(value), "day", counter="일")
    return since(text, qualify(text, found, False))
