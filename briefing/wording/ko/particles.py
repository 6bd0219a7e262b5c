"""Words and a particle in, the form of the particle that follows them out: ("8,579명", "은/는") -> "은"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefing.model import Problem, Refusal
from briefing.saying import tell
from briefing.wording.ko.spoken import last_syllable


class Forms(NamedTuple):
    """The form after a consonant and the form after a vowel."""

    closed: str
    open: str


_BASIC = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("아", "야"),
    ("은커녕", "는커녕"),
    ("으론", "론"),
)
_WITH = ("는", "의", "도", "만", "같이", "함께")
_BY = (
    "",
    "서",
    "써",
    "부터",
    "는",
    "도",
    "의",
    "만",
    "까지",
    "서는",
    "서도",
    "서의",
    "써는",
    "부터는",
    "부터의",
)
_COPULA = (
    "다 고 며 면 면서 지만 나 나마 든 든지 든가 던 던가 던지 란 라 라는 라고 라도 라든지 라면 라서 라며 "
    "라야 라네 랑 야말로 자 시여 여 니 니까 므로 거나 다만 다가"
).split()
_CONTRACTED = (
    ("이에요", "예요"),
    ("이어요", "여요"),
    ("이어도", "여도"),
    ("이어서", "여서"),
    ("이어야", "여야"),
)
_PAST = ("다", "고", "으며", "지만", "던", "습니다", "으나", "는데", "을")


def _table() -> dict[str, Forms]:
    """Each form of a particle to its pair.

    Sources: 표준국어대사전 on each particle; 한글 맞춤법 §36 for 이었 > 였, 표준어 규정 §26 for 이에요.
    """
    pairs = [Forms(*pair) for pair in (*_BASIC, *_CONTRACTED)]
    pairs += [Forms(f"과{tail}", f"와{tail}") for tail in _WITH]
    pairs += [Forms(f"으로{tail}", f"로{tail}") for tail in _BY]
    pairs += [Forms(f"이{tail}", tail) for tail in _COPULA]
    pairs += [Forms(f"이었{tail}", f"였{tail}") for tail in _PAST]
    pairs += [Forms("률", "율")]
    known = {form: pair for pair in pairs for form in reversed(pair)}
    # 야 alone calls somebody (친구야, 길동아); 이야 asserts (나야, 남이야)
    return known | {"이야": Forms("이야", "야")}


_KNOWN = _table()
_PAIR = re.compile(r"[가-힣()/?\s]*[가-힣][가-힣()/?\s]*")  # what is printed as a particle must be one
_OPTIONAL = re.compile(r"\(?(으|이)(?:\)|\?)(.+)")
_BRACKETED = re.compile(r"\((.+)\)(.+)|(.+)\((.+)\)")


def particle(words: str, pair: str, readings: Mapping[str, str]) -> str:
    """The form that follows the words.

    ``pair`` names both forms (은/는, 은(는), (으)로) or one of them (은); a particle that never changes
    (의, 도, 만) comes back as it is. After nothing at all both forms are given: 을(를).
    으로 is 로 after ㄹ as after a vowel (표준국어대사전); 률 is 율 after a vowel and ㄴ (한글 맞춤법 §11).
    Raises Refusal: C003 for a word without a reading, C005 for a pair that is none.
    """
    if _PAIR.fullmatch(pair) is None:
        hint = tell("name the two forms of one particle, such as 은/는")
        raise Refusal(Problem("C005", tell("'{pair}' is no particle", pair=pair), None, hint))
    forms = _forms(pair)
    if forms.closed == forms.open:
        return forms.open
    syllable = last_syllable(words, readings)
    if not syllable:
        return f"{forms.closed}({forms.open})"
    coda = (ord(syllable) - ord("가")) % 28
    light = {"으": (0, 8), "률": (0, 4)}.get(forms.closed[0], (0,))
    return forms.open if coda in light else forms.closed


def _forms(pair: str) -> Forms:
    if "/" in pair:
        return _named(*(part.strip() for part in pair.split("/", 1)))
    if optional := _OPTIONAL.fullmatch(pair):
        first, rest = optional.groups()
        return _KNOWN.get(first + rest) or _KNOWN.get(rest) or Forms(first + rest, rest)
    if bracketed := _BRACKETED.fullmatch(pair):
        return _named(*(part for part in bracketed.groups() if part))
    return _KNOWN.get(pair, Forms(pair, pair))


def _named(one: str, other: str) -> Forms:
    """The pair in order; an unlisted one must differ by 이 or 으 alone."""
    for closed, opened in ((one, other), (other, one)):
        known = {_KNOWN.get(closed), _KNOWN.get(opened)}
        if Forms(closed, opened) in known or closed in (f"이{opened}", f"으{opened}"):
            return Forms(closed, opened)
    hint = tell("name the two forms of one particle, such as 은/는")
    raise Refusal(
        Problem(
            "C005", tell("'{one}/{other}' is no pair of particle forms", one=one, other=other), None, hint
        )
    )
