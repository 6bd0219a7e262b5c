"""A Korean numeral before 번 or 쪽 that names rather than counts -> an ordinal, or nothing (129번으로 전화, 12쪽 참조)."""

from __future__ import annotations

import re

from ..found import Found
from .numerals import Numeral

_PLACES = re.compile(
    r"\s(?:타자|홀|환자|확진자|후보|트랙|문항|문제|주자|선수|시드|레인|척추|요추|염색체|국가대표)"
)
_CALLED = re.compile(
    r"(?:국번 ?없이|전화|☎|기호|버스|국도|채널|내선|출구|좌석|등번호|문항|문제)\s?(?:는|은|\(|:)?\s?$"
)
_CALLS = re.compile(
    r"\s(?:버스|출구|게이트|창구|국도|고속도로|버튼|채널|좌석)|(?:으로|에)\s(?:전화|연락|문의|신고|상담)|\s?(?:전화|콜센터|상담|긴급)"
)
_SIDE = re.compile(
    r"(?:으로|은|이|의|만|다|도|에서?|에선|에는|모두|눈|귀|다리|팔|손|발|면)(?![가-힣]{2})|\s?(?:눈|귀|다리|팔|손|발|면|끝|편|벽)"
)
_BOOK = re.compile(
    r"(?:보고서|책|논문|백서|교과서|소설|공보|관보|자료|본문|판결문|편람|지침서|연감|신문|이|저서|부록|p\.)\s$"
)
_AT_PAGE = re.compile(r"에(?:서|는|도)?(?![가-힣])|\s?참[조고]|의\s(?:표|그림)|\)|부터|~")
_WAYS = re.compile(r"(?:왕복|편도)\s?$")
_FLATS = re.compile(r"(?:계란|달걀|특란|대란|왕란|유정란|피자|두부|떡|파이|지짐|철판|\d개(?:\s?들이)?)\s$")
"""What 판 counts besides rounds of a game (한 판 승부)."""
_NEEDED = {
    "구": re.compile(r"(?:시신|유해|유골|사체|시체|주검|미라|특란|대란|왕란|계란|달걀|전구|화구|인덕션)\s?$"),
    "정": re.compile(r"(?:총|소총|권총|총기|엽총|알약|약|정제|보트|경비정|고속정|어선|함정|기관총)\s?$"),
    "문": re.compile(r"[가-힣](?:포|대포|화포)\s?$|야포\s?$"),
}
"""Counters that are other words as well, with the nouns which they count."""


def identifier(text: str, numeral: Numeral, name: str, end: int) -> Found | None:
    """An ordinal (4번 타자), a settled nothing (kind None: 129번으로 전화, 한 쪽은), or None for a count."""
    head = text[max(0, numeral.start - 9) : numeral.start]
    nothing = Found(numeral.start, end, None)
    if name == "쪽":
        if numeral.script == "native":
            return nothing if _SIDE.match(text, end) else None
        return nothing if _BOOK.search(head) and _AT_PAGE.match(text, end) else None
    if name == "부" and numeral.script == "digits" and not head.endswith("제"):
        return None if numeral.scale > 1 or numeral.top >= 100 else nothing
    if name == "째" and numeral.script == "native" and text.startswith(", ", end):
        return nothing  # 둘째, the second reason
    if name == "판" and numeral.script == "native":
        return None if _FLATS.search(head) else nothing
    if name == "자" and head.endswith("제"):
        return nothing  # 제3자
    if name in _NEEDED:
        return None if _NEEDED[name].search(head) else nothing
    if name == "차" and text.startswith("로", end) and _WAYS.search(head):
        return Found(numeral.start, end + 1, "count", numeral.value, counter="차로", step=numeral.step)
    if name != "번" or numeral.script != "digits":
        return None
    if _CALLED.search(head) or _CALLS.match(text, end):
        return nothing
    if _PLACES.match(text, end):
        return Found(numeral.start, end, "ordinal", numeral.value, counter=name, step=numeral.step)
    return None
