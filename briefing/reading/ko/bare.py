"""A Korean numeral without a unit -> money by its cue, a number where it stands free, or nothing."""

from __future__ import annotations

import re

from ..found import Found
from .amounts import cued
from .marks import marks_item, named
from .numerals import Numeral
from .qualifiers import qualify

_PREFIXES = re.compile(
    r"(?:약|총|만|단|각|매|연|또|전|제|그|월|주|일|이|당|가로|세로|무려|겨우|모두|최대|최소|불과|평균|시속|초속|섭씨|화씨|규모|하루|향후|징역|지난|최근|연봉|"
    r"매출|고작|은|는|이|가|을|를|의|에|로|와|과|도|만에|보다|까지|부터|또는|및|등|역대|신|재|기준|미화|한화)$"
)
_THINGS = re.compile(
    r" (?!시(?:에|쯤|께|경|가|를|이|부터|까지|간|반)|들어|얻|살이|받|감면|부담|혜택|수입|번|말|멋|자릿|마음|탓|덕|생각|뜻|놓|고|배로)[가-힣]{2}"
)
_FEW = frozenset(["두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "두세", "서너"])


def few_things(text: str, numeral: Numeral) -> Found | None:
    """A native numeral before a noun that is no counter: 두 은행, 세 후보; 한 is more often "a certain"."""
    if text[numeral.start : numeral.end] in _FEW and _THINGS.match(text, numeral.end):
        return qualify(
            text, Found(numeral.start, numeral.end, "number", numeral.value, step=numeral.step), False
        )
    return None


def unitless(text: str, numeral: Numeral, strict: bool) -> Found | None:
    """A numeral without a unit: money by its cue, a number where it stands free, nothing inside a word."""
    end = numeral.end
    if amount := cued(text, numeral):
        return amount
    after, before = text[end : end + 1], text[numeral.start - 1 : numeral.start] if numeral.start else ""
    if strict:
        return _spelled(text, numeral)
    if after in (".", ")") and marks_item(text, numeral.start, end) or named(text, numeral.start, end):
        return None
    if points := _POINTS.match(text, end):
        return Found(
            numeral.start, points.end(), "count", numeral.value, "point", counter="p", step=numeral.step
        )
    if before == "제" and after != "-":
        return Found(numeral.start - 1, end, "ordinal", numeral.value, step=numeral.step)
    if after.isascii() and after.isalpha() or after in ("-", "/", ":") and text[end + 1 : end + 2].isdigit():
        return None
    if before == "-" and "가" <= text[numeral.start - 2 : numeral.start - 1] <= "힣":
        return None  # 오메가-3
    if (
        "가" <= before <= "힣"
        and numeral.scale == 1
        and not _PREFIXES.search(text[max(0, numeral.start - 3) : numeral.start])
    ):
        return None
    if after == "가" and text[max(0, numeral.start - 2) : numeral.start].strip()[-1:] in ("로", "동"):
        return None  # 을지로 2가 is a street
    if "가" <= after <= "힣" and not _PARTICLE.match(text, end):
        if not numeral.more or numeral.top < 10 or text[end - 1] != "여" or not _SOME.match(text, end):
            return None
    found = Found(numeral.start, end, "number", numeral.value, step=numeral.step)
    return qualify(text, found, numeral.more)


_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에는|으로|로|와|과|도|만|까지|부터|보다|이다|이었다|였다|이라|이며|이고|이나|씩|가량|정도|이상|이하|미만|초과|안팎|내외|"
    r"쯤|여|남짓|인|에서는|이라는|다)(?![가-힣])|(?:을|를|이|가)\s|에\s|이상|이하|미만|초과|가량|안팎|이다|입니"
)

_POINTS = re.compile(
    r"(?:p|pt|P)(?=\s?[(（]|\s?(?:오른|올라|오르|내린|내려|내리|상승|하락|급등|급락|떨어|뛰|빠))"
)
"""Points of a stock index: 65.49p 내린."""
_SOME = re.compile(r"(?!신의?|고생|왕|의[도사]|인[이은의을]|름|행|전히|배우|사장|군|비서|동생)[가-힣]{2}")
"""A noun that 여 is written together with (300여농가), and no word that begins with 여."""

_COPULA = r"이다|이며|이고|이라고?|이었다|이었고|였다|입니다|이지만|이므로|이 (?=넘|되|채|안|아니|가까)"
_FREE = re.compile(rf"(?:은|는|이|가|을|를|의|에|에서|으로|로|와|과|까지|부터|보다|만|{_COPULA})?(?![가-힣])")
_TENS = re.compile(r"(?:[이삼사오육칠팔구]십[일이삼사오육칠팔구]?|십[삼사오육칠팔구]|백[삼육칠팔])$")
"""Numerals of two or three syllables that no other word is spelled like (unlike 만일, 천사, 백조, 이천)."""
_ROUND = re.compile(r"[이삼사오육칠팔구][백천만]$")
_BEYOND = re.compile(r"[이을] (?:훌쩍 )?넘|\s이상|\s이하|\s?미만|\s?초과|에 육박|에 달하")
_EDGE = 12
_HOMOGRAPHS = frozenset(("수조", "수경"))
_ANSWER = re.compile(r"(?:답은|정답은|값은|합은|합계는|숫자는|이 아니라)\s$")
"""After these a single syllable is a number (답은 영이 아니라 일입니다)."""
_TALLY = re.compile(
    r"(?:(?:열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)|대여섯|예닐곱|일고여덟|열댓|여남은|두셋|서넛|너덧)$"
)
"""Native numerals that stand for the things counted (정답은 마흔둘입니다, 대여섯은 떠났다); the shorter begin other words."""


def _counted(text: str, numeral: Numeral) -> bool:
    written = text[numeral.start : numeral.end]
    return bool(_TALLY.match(written) and _FREE_NATIVE.match(text, numeral.end))


_FREE_NATIVE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|으로|로|도|만|이나|까지|이다|이며|이고|이었다|입니다|씩|쯤|명)?(?![가-힣])"
)


def _spelled(text: str, numeral: Numeral) -> Found | None:
    """Spelled numerals without a unit count where they are the whole text, or long and well bounded."""
    if not _alone(text, numeral) and not _free(text, numeral):
        return None
    return qualify(
        text, Found(numeral.start, numeral.end, "number", numeral.value, step=numeral.step), numeral.more
    )


def _alone(text: str, numeral: Numeral) -> bool:
    """Whether the numeral is the whole text; looks at no more than the edges of a long one."""
    start, end = numeral.start, numeral.end
    if start > _EDGE or len(text) - end > _EDGE:
        return False
    return not text[:start].strip(" -") and not text[end:].strip(" .")


def _free(text: str, numeral: Numeral) -> bool:
    if numeral.script in ("native", "몇") or not _FREE.match(text, numeral.end):
        return numeral.script == "native" and _counted(text, numeral)
    if numeral.script == "수":
        return numeral.scale >= 10 and text[numeral.start : numeral.end] not in _HOMOGRAPHS
    if numeral.top < 0:
        return True  # 마이너스 오
    written = text[numeral.start : numeral.end]
    if _TENS.match(written):
        return True
    if _ROUND.match(written) and _BEYOND.match(text, numeral.end):
        return True
    if numeral.step is not None and numeral.step < 1:
        return written[0] in "영공" or written[-1] not in "이일"
    if len(written) == 1 and _ANSWER.search(text[max(0, numeral.start - 8) : numeral.start]):
        return True
    if written == "영":
        return text.startswith(("이다", "입니다"), numeral.end)
    return len(written) >= 3 and (numeral.scale > 1 or numeral.top >= 100)
