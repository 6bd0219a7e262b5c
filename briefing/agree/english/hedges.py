"""English words -> what they say of a figure that the reader leaves alone, and any hedge near it by its sense."""

from __future__ import annotations

import re

BEFORE = (
    (re.compile(r"\b(?:approach(?:ing|ed)|(?:just )?shy of|just short of|nearing|neared)\s(?:the\s)?$", re.I), "nearly"),
    (re.compile(r"\bminimum\s$", re.I), "at_least"),
    (re.compile(r"\b(?:not exceed(?:ing)?|within|inside)\s$", re.I), "at_most"),
    (re.compile(r"\b(?:exceed(?:s|ed)?|topp(?:ed|ing)|tops|pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|br(?:oke|eak|oken|eaking)|breach(?:ed|es|ing)?|"
                r"outnumber(?:ed)?|surpass(?:ed|ing|es)?|beyond|(?:old|long|high|larg|bigg|wid|tall|heavi|fast|great)er than)\s(?:the\s)?$", re.I), "more_than"),
    (re.compile(r"\b(?:young|small|short|low|light|narrow|slow|cheap)er than\s(?:the age of\s)?$", re.I), "less_than"),
    (re.compile(r"(?:\b(?:in the region of|or so)\s|[~≈])$", re.I), "about"),
)  # fmt: skip
AFTER = (
    (re.compile(r"\s?(?:years?(?: old| of age)?\s|-?years?-olds?\s|people\s|employees\s|[a-z]+\s)?"
                r"(?:and|or) (?:more|over|older|above|higher|up|upward|upwards|longer|greater)\b(?!\s+(?:than|to)\b)|\+", re.I), "at_least"),
    (re.compile(r"\s?(?:years?(?: old| of age)?\s|people\s|employees\s|[a-z]+\s)?"
                r"(?:and|or) (?:less|fewer|younger|under|below|lower|shorter|smaller)\b(?!\s+than\b)", re.I), "at_most"),
    (re.compile(r"-odd\b", re.I), "more_than"),
    (re.compile(r"\s(?:[a-z]+\s)?or so\b", re.I), "about"),
)  # fmt: skip
RISEN = re.compile(
    r"\b(?:above|ahead|outpac\w*|clear\w*|better|exceed\w*|surpass\w*|topp\w+|tops|past|pass\w*|beyond|over|more|higher|beat\w*|outstrip\w*|"
    r"cross\w*|broke\w*|breach\w*)\b",
    re.I,
)
SUNK = re.compile(r"\b(?:below|under|short|less|fewer|lower|miss\w*|fail\w*|yet to)\b", re.I)
HEDGES = {
    "lower": re.compile(
        r"\b(?:over|above|more than|exceed\w*|at least|(?:old|long|high|larg|bigg|wid|tall|heavi|fast|great)er than|surpass\w*|topp?(?:s|ed|ing)?|pass(?:es|ed|ing)?|minimum|upwards|beyond|"
        r"cross\w*|br(?:oke|eak|oken|eaking)|breach\w*|no (?:less|fewer)|not less|or (?:more|over|older|above|higher|longer|greater)|"
        r"and (?:over|older|above|up(?!\s+to)|upwards)|starting|plus|well into|outnumber\w*|beat\w*|eclips\w*|higher than|greater than|"
        r"odd|past|outstrip\w*|outperform\w*|ahead|outpac\w*|better than|clear\w*)\b|\+",
        re.I,
    ),
    "upper": re.compile(
        r"\b(?:under|below|less than|fewer than|lower than|up to|at most|maximum|within|no (?:more|later|longer|higher)|not (?:more|exceed\w*|later)|"
        r"ceiling|limit\w*|cap(?:s|ped|ping)?|as (?:many|much|long|high|late) as|short of|shy of|inside|or (?:less|fewer|under|younger|below|lower|"
        r"shorter|smaller)|and (?:under|younger|below)|miss\w*|beneath|undercut\w*|smaller than|shorter than|down to|barely)\b",
        re.I,
    ),
    "near": re.compile(
        r"\b(?:about|around|roughly|approximately|nearly|almost|close to|circa|estimated|or so|approach\w*|near(?:s|ed|ing)?|virtually|"
        r"some|in the region|just (?:under|over|short|shy|below|above)|slightly|a little|neighbou?rhood|ballpark|order of|give or take|"
        r"thereabouts|odd)\b|[~≈±]",
        re.I,
    ),
}  # fmt: skip
"""Words that may hedge a figure, by their sense: a lower bound, an upper bound, nearness."""
BESIDE = 16
"""How near to a figure a hedge is its own, whatever else of the sentence has it."""
