"""The words after a Korean date -> whether what happens on it is told of or announced.

Korean puts the verb last: the first verb after a date that shows its tense is the one that the date belongs to
(16일 확정된다; 25일 숨진 채 발견됐다). Endings: 국립국어원, 한국어 문법 (시제와 관형사형 어미).
"""

from __future__ import annotations

import re

from .date_words import closed_by

_REACH = 90
"""The tense shows within so many characters, or the sentence is too long to tell."""
_N, _L = closed_by("ㄴ").replace("는", ""), closed_by("ㄹ")
_SS = closed_by("ㅆ").replace("있", "").replace("겠", "")
_EVENTS = (
    "열리 치르 치러지 시작하 시작되 개막하 개막되 개봉하 개최하 개최되 개장하 개관하 개통하 개통되 출시하 출시되 출범하 시행하 시행되 발효되 "
    "발표하 공개하 공개되 방한하 방문하 취임하 퇴임하 종료되 만료되 끝나 착공하 준공하 선고하 상장하 상장되 발사하 발사되 출국하 귀국하 상정하 상정되 "
    "접수하 접수되 마감하 마감되 제출하 체결하 도입하 도입되 적용하 적용되 지급하 지급되 인상하 인상되"
).split()
_ENDED = (
    "열린 치른 치러진 시작한 시작된 개막한 개봉한 개최한 개최된 개장한 개관한 개통한 개통된 출시한 출시된 출범한 시행한 시행된 발효된 발표한 발표된 "
    "공개한 공개된 방한한 방문한 취임한 퇴임한 종료된 만료된 끝난 착공한 준공한 선고한 상장한 상장된 발사한 발사된 출국한 귀국한 접수한 접수된 마감한 마감된 "
    "제출한 체결한 체결된 도입한 도입된 숨진 사망한 발생한 일어난 태어난 구속된 체포된 기소된 실종된 붙잡힌 나온 낸 내린 벌어진 별세한 집계한 집계된 조사한 "
    "조사된 기록한 선출된 당선된 임명된 통과한 통과된 맺은 가진 받은 올린 보낸 찾은 다녀온 방송된 방영된 보도된 보도한 전한 밝힌"
).split()


def _with(ending: int, stems: list[str]) -> str:
    """The stems with a final consonant: 4 for what is (하: 한다), 8 for what will be (끝나: 끝날)."""
    return "|".join(stem[:-1] + chr(ord(stem[-1]) + ending) for stem in stems)


_DUE = (
    rf"예정|앞[둔두]|기로\s?(?:했|하고|합의|결정|의결|뜻)|[가-힣]겠|[{_L}]\s?(?:것|전망|듯|계획|방침|가능성|공산|참이)"
    rf"|(?:{'|'.join(_EVENTS)})는\s|(?:{_with(8, _EVENTS)})\s|(?:{_with(4, _EVENTS)})다(?:고|(?![가-힣]))"
    r"|까지\s(?:접수|모집|신청|운영|진행|이어|계속)"
)
_NOW = rf"[{_N}]다(?:고|(?![가-힣]))|는다(?:고|(?![가-힣]))|[{_L}]\s수\s있(?!었)|는\s것으로"
_TOLD = rf"[{_SS}](?:다|습|고|으|지|던|는|어|음|네|죠|을|기)|[{_N}]\s것|(?:{'|'.join(_ENDED)})(?=\s)|던\s"
_TENSE = re.compile(rf"(?P<due>{_DUE})|(?P<now>{_NOW})|(?P<told>{_TOLD})")
_QUOTED = re.compile(r"[“\"‘'][^”\"’']{0,90}(?:[”\"’']|$)")
_END = re.compile(r"[.!?。](?=\s|$)|\n")


_FUTURES = re.compile(r"\s?(?:인도분|만기물|선물|물(?![가-힣]))")
"""12월 인도분 is traded before its month."""


def tense(text: str, end: int) -> str | None:
    """What the date that ends at ``end`` is: told, due, or now (in the present, which a plan and a habit share)."""
    if _FUTURES.match(text, end):
        return "due"
    stop = _END.search(text, end, end + _REACH)
    clause = text[end : stop.start() if stop else end + _REACH]
    if any(mark in clause for mark in "“\"‘'"):
        clause = _QUOTED.sub(" ", clause)
    said = _TENSE.search(clause)
    return said.lastgroup if said else None
