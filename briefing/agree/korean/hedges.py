"""Korean words -> what they say of a figure that the reader leaves alone, and any hedge near it by its sense."""

from __future__ import annotations

import re

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
RISEN = re.compile(r"넘[는어었게긴]|웃[도돌]|돌파|초과|상회|이상|여\s|많|높")
SUNK = re.compile(r"밑[도돌]|미만|하회|못 미|이하|안 되|적[은었]|낮")
HEDGES = {
    "lower": re.compile(
        r"이상|넘|초과|웃[도돌]|최소|적어도|상회|돌파|남짓|(?<=[\d십백천만억])여|못해도|줄잡아|능가|앞[지질]|부터|하한|보다"
    ),
    "upper": re.compile(
        r"이하|미만|이내|안에|내에|내로|최대|많게는|까지|한도|범위|상한|밑[도돌]|못 미|미치지|이르지|만에|최장|길게는|길어야|기껏|채\s|지나지 않|에 달|에 이[르른]|도\s?[가-힣]*\s?(?:못|안)|넘지|넘기지|아래|그[쳐치쳤친]|불과|최고|하회|안팎|기한"
    ),
    "near": re.compile(
        r"약|가량|정도|안팎|내외|쯤|거의|육박|가까|남짓|(?<=[\d십백천만억])여|대략|전후|꼴|수준|다다|달하|근접|추정|추산|에서\s?\d+|선(?=에|을|으로|까지)|대(?=[의로에가를\s])"
    ),
}
"""Words that may hedge a figure, by their sense: a lower bound, an upper bound, nearness."""
BESIDE = 7
"""How near to a figure a hedge is its own, whatever else of the sentence has it."""
