"""Where an English figure may begin -> one pattern; its words stand in tries, so that most places fail at once."""

from __future__ import annotations

import re

from ..tries import trie
from .calendar import MONTHS, PARTS, SEASONS, WEEKDAYS
from .cardinals import ONES, ORDINALS, TENS
from .currencies import SIGN_TEXT, SIGNS
from .fractions import VULGAR
from .words import MULTIPLES

_ENDED = {*ONES, *TENS, *ORDINALS, *MONTHS, *WEEKDAYS, *PARTS, *SEASONS} | set(
    "half hundreds thousands millions billions trillions dozens tens several decades naught nought nil quarter "
    "weekend tonight yearlong twice thrice".split()
)
"""Words that are a trigger by themselves."""
_LEADS = (
    "a |an |couple|current|coming|day|decade|century|dollar|dec|feb|few |fiscal|financial|final|following|fort|fift|"
    "fortnight|fri|fy|half|hundred |h1 |h2 |indian |us |canadian |australian |jan|jun|jul|last |latter |malaysia|many |"
    "mar|mon|month|next |nov|ninet|oct|opening |apr|aug|past |point |previous |preceding |prior |q1|q2|q3|q4|quarter|"
    "ringgit|rupee|same |sat|sep|sevent|eight|sixt|some |sun|that |the |thirt|this |thu|today|tomorrow|tue|twent|wed|week|"
    "year|yesterday"
).split("|")
"""How every other trigger begins."""
_ADDRESS = "[A-Za-z0-9._+-]"
_TIES = "(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies"
_LED = (
    r"half\b|an?\s(?=year\b|month\b|week\b|day\b|decade\b|century\b|fortnight\b|hour\b|minute\b|(?:full|whole)\s|"
    r"hundred|thousand|million|billion|trillion|dozen|third|quarter|fifth|sixth|tenth|"
    r"fourth|seventh|eighth|ninth|twent|thirt|trillionth|dollar\b|euro\b|pound\b|pair\b|half|few\s|couple\b)"
    r"|(?:few|many|some|couple(?:\sof)?)\s(?=hundred|thousand|million|billion|dozen)"
    r"|point\s(?=\d|zero|one|two|three|four|five|six|seven|eight|nine)"
    rf"|hundred\s(?=thousand|[mb]illion|and\s)|{_TIES}\b"
    r"|(?:fiscal|financial|FY)\s?(?=\d|['’]\d|year|first|second|third|fourth)|Q[1-4]|H[12]\s"
    r"|(?:the\s|that\s)?(?:last|this|current|final|latter|opening|next|coming|past|previous|preceding|prior|following|"
    r"same)\s(?=[A-Za-z])"
    r"|(?:the\s)?(?:year|quarter|month|week|fortnight|day|decade|century)['’]?s?[\s-]"
    r"(?=earlier|before|ago|later|after|end|long|from now)"
    r"|yesterday|today|tomorrow|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|the\s(?=end of|"
    r"beginning of|start of|middle of|\d|first|second|third|fourth|final|early|late|mid|weekend|day (?:before|after)|"
    rf"{_TIES}|spring|summer|autumn|fall|winter)|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?,?\s(?=\d|[A-Z])"
)
_NAMED = r"(?:(?:malaysian?|indian|us|canadian|australian)\s)?(?:ringgits?|rupees|dollars)\s?(?=\d)"
_GROUPS = r"(?<=under[- ])(?:twos|threes|fours|fives|sixes|sevens|eights|nines|tens|elevens|twelves)\b"
_COUNTS = list(ONES)[2:]
TRIGGER = re.compile(
    rf"['’](?=\d0[sS])(?<!\w.)|[Hh](?i:ttps?://)\S+|[Ww](?i:ww\.)\S+"
    rf"|[._+-](?<!{_ADDRESS}.){_ADDRESS}{{0,63}}@[A-Za-z0-9.-]{{1,255}}"
    rf"|[0-9](?<!{_ADDRESS}.){_ADDRESS}{{0,63}}@[A-Za-z0-9.-]{{1,255}}|\d|\.(?<![\w.].)\d+"
    rf"|[{''.join(SIGNS)}{''.join(VULGAR)}]"
    rf"|(?<![A-Za-z])(?:(?<!{_ADDRESS}){_ADDRESS}{{1,64}}@[A-Za-z0-9.-]{{1,255}}"
    rf"|(?=[UuCcAaHhSsNnRr][A-Za-z.]{{0,3}}\s?\$)(?i:{SIGN_TEXT})"
    rf"|\b(?:(?=[A-Z])(?:M?[A-Z]{{3}}|RM|Rs\.?)\s?(?=\d)|(?={trie([*_ENDED, *_LEADS, *MULTIPLES])})(?:(?i:{_NAMED})"
    rf"|{trie(MULTIPLES)}(?i:d|s|ing)?\b|{trie(_COUNTS)}[\s-]?(?i:fold)\b"
    rf"|(?i:{_LED}|{_GROUPS})|{trie(_ENDED)}(?![a-zA-Z]))))"
)
