"""English words of comparison and enumeration -> the base, the whole, the target and the change; where sentences end."""

from __future__ import annotations

import re

_LED = (
    r"\s(?:the\s|a\s|an\s|total of\s|about\s|some\s|around\s|nearly\s|more than\s|just\s|only\s|its\s|all\s|"
    r"(?:this|last|the)\s[a-z]+[’']s\s|[\w-]+[’']s\s)*"
    r"(?:(?:(?<=\bthe\s)|(?<=[’']s\s)|(?<=\bits\s))(?!(?:and|but|or|with|to|of|whom|which|by|in|on|at)\s)[a-z]+\s)?$"
)
BASE_BEFORE = re.compile(
    r"(?:\b(?:forecast|threshold|estimate|target|norm|consensus|guidance|average of) of|"
    rf"\b(?:from|than|compared (?:with|to)|against|versus|vs\.?)){_LED}",
    re.I,
)
WHOLE_BEFORE = re.compile(
    r"(?:(?:\d|%|percent|cent|million|billion|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))\s(?:[a-z]+\s)?of|"
    rf"(?-i:\bOf|\bof(?=,? the\s))|\b(?:out of|among|per|every)){_LED}",
    re.I,
)
_HEDGE = r"(?:the\s|a\s|about\s|some\s|around\s|nearly\s|more than\s|just\s|only\s|as (?:much|many) as\s|at least\s)*$"
ROLES_BEFORE = (
    ("base", BASE_BEFORE),
    ("whole", WHOLE_BEFORE),
    ("target", re.compile(rf"\b(?:to|at|reach(?:ed|ing)?|total(?:led|ed|ling|ing)?|stood at|numbered)\s{_HEDGE}", re.I)),
    ("change", re.compile(
        r"\b(?:by|up|down|r[io]se|rising|risen|f[ae]ll(?:en|ing)?|grew|grown|climbed|gained|lost|dropped|declined|jumped|"
        rf"increased|decreased|added|shed|slipped|surged)\s(?:by\s)?{_HEDGE}", re.I)),
)  # fmt: skip
ROLES_AFTER = (
    ("change", re.compile(r"\s?(?:[a-z]+\s)?(?:more|less|fewer|higher|lower|increase|rise|drop|fall|decline|cut|hike)\b", re.I)),
)  # fmt: skip
UP = re.compile(
    r"\b(?:r[io]se[ns]?|rising|up|increas\w+|grew|grow(?:s|n|ing|th)?|climb\w*|jump\w*|surg\w+|soar\w*|gain\w*|"
    r"higher|expand\w*|added|widen\w*|rais\w+|advanc\w+|rebound\w*)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:f[ae]ll(?:en|s|ing)?|down|declin\w+|dropp?\w*|decreas\w+|lower\w*|shr[aiu]nk\w*|slip\w*|slid\w*|contract\w*|"
    r"cut\w*|reduc\w+|narrow\w*|plung\w+|los[ts]|loss\w*|deficit|negative|minus|degrees(?: Celsius)? below|sank|sunk|tumbl\w+|eased?|dip\w*|"
    r"halv\w+)\b",
    re.I,
)
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
SENTENCE = re.compile(r"(?<![A-Z])(?<!No)(?<!vs)[.!?][\"”’)]*\s+(?=[A-Z\"“‘(\d$€£₩])|\n\n")
ENUMERATED = 90
JOINED = re.compile(r"[,;/\n]|\b(?:and|while|but|or|plus|versus|whereas)\b")
RELATED = re.compile(r"\b(?:than|compared|including|up|down)\b")
"""How many letters at most stand between two items of an enumeration, what joins them, and the words of relation that make it none."""
TIGHT = re.compile(r"[,;/]?\s?(?:and|or)?\s(?:about\s|some\s)?|\s(?:percent|years?|won|people)\sand\s")
"""What joins two figures between which nothing else stands."""
