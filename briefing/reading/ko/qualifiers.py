"""The words around a Korean figure -> its qualifier and the span with them (약 70%, 100배 이상, 20억달러가 넘는).

The words and what they say follow 표준국어대사전: 여 and 남짓 are a little more, 가까이 and 육박 a little less,
이상 and 이하 hold the figure itself, 초과 and 미만 do not.
"""

from __future__ import annotations

import re

from briefing.model import Qualifier

from ..found import Found

BEFORE: dict[str, Qualifier] = {
    "약": "about", "대략": "about", "대략적으로": "about", "거의": "nearly", "근": "nearly", "최소": "at_least",
    "최소한": "at_least", "적어도": "at_least", "최대": "at_most", "많아야": "at_most", "최장": "at_most", "최고": "at_most",
    "줄잡아": "at_least", "많게는": "at_most", "적게는": "at_least", "족히": "at_least", "얼추": "about",
    "어림잡아": "about", "못해도": "at_least", "길게는": "at_most", "짧게는": "at_least", "길어야": "at_most", "기껏해야": "at_most",
}  # fmt: skip
_BY_FAR = r"(?:(?:훌쩍|크게|조금|약간|살짝|훨씬|한참|거뜬히|이미|갓|소폭) )?"
_NOT = r"[을를이가]?\s?(?:초과하|넘|넘기|넘어서)(?:지\s?(?:아니|않|못|말|마)|[ㄹ을]? 수 없)[가-힣]{0,2}"
AFTER: dict[str, Qualifier] = {
    _NOT: "at_most",
    r"\s?가량": "about", r"\s?정도": "about", r"\s?안팎": "about", r"\s?내외": "about", r"\s?쯤": "about",
    r"\s?전후": "about",
    r"\s?남짓": "more_than", r"\s?가까이": "nearly", r"\s?가까운": "nearly", r"에 (?:거의 )?(?:가까[운워웠울][가-힣]?|가깝[가-힣]{1,3})": "nearly", r"\s?언저리": "about",
    r"[에이가] (?:거의 )?육박\w{1,2}": "nearly", r"\s육박": "nearly", r"에 (?:거의 )?근접[가-힣]{1,2}": "nearly",
    r"에 거의 (?:이[르른]|달[하한])[가-힣]{0,2}": "nearly",
    r"[이가] 가까워진": "nearly", r"에 달하지 못": "less_than",
    r"\s?이상": "at_least", r"\s?이하": "at_most", r"\s?초과": "more_than", r"\s?미만": "less_than",
    r"\s?이내": "at_most", r"\s?내(?=로|에|$|\s)": "at_most", r"\s안에": "at_most", r"\s?넘게": "more_than",
    rf"(?:꼴)?(?:[을를이가은는도만])? ?{_BY_FAR}넘(?!겨받|겨[주준줬]|나드|치|쳐|어[가간갔온왔오])[가-힣]{{1,5}}": "more_than", (
        rf"[을를] {_BY_FAR}(?:초과|상회)(?:하는|한|했다|해)?"
    ): "more_than",
    rf"[을를] {_BY_FAR}웃[도돌돈돕][가-힣]{{1,2}}": "more_than", rf"[을를] {_BY_FAR}밑[도돌돈돕][가-힣]{{1,2}}": "less_than",
    rf"[을를] {_BY_FAR}하회(?:하는|한|했다|해)?": "less_than", rf"[을를] {_BY_FAR}뛰어넘[가-힣]{{1,2}}": "more_than",
    rf"에(?:도|는)? (?:채 )?{_BY_FAR}못 ?미[치쳤친][가-힣]?": "less_than", rf"에(?:도|는)? {_BY_FAR}미치지 못[가-힣]{{1,2}}": "less_than",
    r"[이가도]? ?(?:채 )되지 [않못][가-힣]{1,2}": "less_than", r"도 되지 [않못][가-힣]{1,2}": "less_than",
    r"[이가]?\s?채 안 되는": "less_than", r"(?:도|이|가)? (?:채 )?안 ?[되된돼됐][가-힣]{0,3}": "less_than", r"[을를] 돌파[가-힣]{0,2}": "more_than",
}  # fmt: skip

_BEFORE = re.compile(rf"(?:^|(?<=[^가-힣]))({'|'.join(sorted(BEFORE, key=len, reverse=True))})\s?$")
_AFTER = re.compile("|".join(f"({words})" for words in AFTER))
_AFTER_HEAD = frozenset(" 만꼴내가정안내쯤전남에육이을를초미넘은는도채")
_SAID = tuple(AFTER.values())
_FIRST = re.compile(r"[^가-힣]")


def qualify(text: str, found: Found, more: bool) -> Found:
    """``found`` with its qualifier, its span widened over the words that say it; ``more`` is an inner 여."""
    before = after = None
    head = text[max(0, found.start - 7) : found.start]
    if head and head[-1] in " 약근의소한도대야장고추히":
        before = _BEFORE.search(head)
    if text[found.end : found.end + 1] in _AFTER_HEAD and (after := _AFTER.match(text, found.end)):
        found.end = after.end()
    if before:
        found.start -= len(head) - before.start(1)
    if after:
        said = _SAID[(after.lastindex or 1) - 1]
        found.qualifier = BEFORE[before[1]] if before and said == "about" else said
    elif more:
        found.qualifier = "more_than"
    elif before:
        found.qualifier = BEFORE[before[1]]
    return found
