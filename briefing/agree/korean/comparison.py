"""Korean words of comparison and enumeration -> the base, the whole, the target and the change; where sentences end."""

from __future__ import annotations

import re

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
UP = re.compile(
    r"증가|늘[어었었고린며]|늘(?=$)|상승|오[른르]|올[랐라]|급증|급등|확대|높아|커[졌진지]|인상|성장|많[았은]|개선|흑자|뛰|치솟"
)
DOWN = re.compile(
    r"감소|줄[어었이인고며]|하락|내[린렸리려]|급감|급락|축소|낮[아은췄추]|떨어|인하|적자|손실|마이너스|영하|적[었은]|둔화|빠[졌진]|밑[도돌]|역성장|위축|단축|절감"
)
WEEKDAY = re.compile(r"[월화수목금토일]요일")
SENTENCE = re.compile(r"(?<=[다요음임함됨까죠])[.!?][\"”’')]*\s+|[。]\s*|(?<=[^\d\s])[.!?]\s+|\n\n")
ENUMERATED = 40
JOINED = re.compile(r"[,·/;、\n]|(?:^|[가-힣)）])(?:과|와|고|며|지만|이나|로|만|에)\s|및|반면")
RELATED = re.compile(r"^[^,]{0,1}(?:보다|에서|대비|에\s?비해)|^[^,]{0,10}(?:중|가운데)\s|포함")
"""How many letters at most stand between two items of an enumeration, what joins them, and the words of relation that make it none."""
TIGHT = re.compile(r"\s?(?:과|와|및|,|·|이고|/)\s?(?:약\s)?")
"""What joins two figures between which nothing else stands."""
