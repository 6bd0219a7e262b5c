"""English prose -> what a comparison needs beyond the reader: clock times, odds, ordinals, words of two, roles."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model import Quantity, Range, Ratio
from briefing.reading.en import qualifiers

_ORDINALS = {
    name: number
    for number, name in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        2,
    )
}
_NTH = "|".join(_ORDINALS)
_TERMS = (
    "straight|consecutive|term|time|round|session|year|month|quarter|day|place|week|successive|part|edition"
)
_OF = r"(?:\s+of\b|(?=[\s,.;)]))"
_DIGITS = {"single": 1, "double": 2, "triple": 3}
NUMBERS: dict[str, int] = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_NUMBER = "|".join(NUMBERS)


_MORE = dict(
    thirteen=13, fourteen=14, fifteen=15, sixteen=16, eighteen=18, twenty=20, thirty=30, forty=40, fifty=50, hundred=100,
    dozen=12, twice=2, thrice=3, double=2, triple=3, pair=2, half=2, third=3, quarter=4,
)  # fmt: skip
NUMBERS |= _MORE | _ORDINALS
WEAK = re.compile(rf"\b({'|'.join(NUMBERS)})s?\b", re.I)


def _clock(hit: re.Match[str]) -> Quantity:
    hour, minute = int(hit[1]), int(hit[2] or 0)
    return Quantity("number", Decimal((hour * 60 + minute) % 720), "clock")


def _part_of_point(hit: re.Match[str]) -> Quantity:
    share = Decimal("0.5") if hit[3] else Decimal("0.75") if hit[1].lower() == "three" else Decimal("0.25")
    return Quantity("points", share)


def _stretch(hit: re.Match[str]) -> Quantity:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[hit[1].lower()]
    return Quantity("date", f"XXXX-{'H' if hit[2].lower() == 'half' else 'Q'}{number}")


def _part(hit: re.Match[str]) -> Quantity:
    return Quantity("ratio", Ratio(Decimal(1), Decimal(_ORDINALS[hit[1].lower()])))


def _quarters(hit: re.Match[str]) -> Quantity:
    return Quantity("duration", Decimal(NUMBERS.get(hit[1].lower()) or hit[1]), "quarter")


def _nth(hit: re.Match[str]) -> Quantity:
    return Quantity("ordinal", Decimal(_ORDINALS[hit[1].lower()]))


def _odds(hit: re.Match[str]) -> Quantity:
    one, other = (NUMBERS.get(each.lower()) or each.replace(",", "") for each in hit.group(1, 2))
    return Quantity("ratio", Ratio(Decimal(one), Decimal(other)))


def _tens(hit: re.Match[str]) -> Quantity:
    return Quantity("age", Range(Decimal(10), Decimal(19)), "year", counter="s")


CLOCKS = (
    re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s?[ap]\.?m\b\.?", re.I),
    re.compile(r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])"),
)
SUPPLEMENT = (
    (re.compile(r"(?<![\d가-힣A-Za-z])['’‘`](\d\d)(?=[)\s.,;:~∼–/-]|$)"), lambda hit: Quantity("date", "20" + hit[1])),
    (re.compile(r"\b(?:(an?|one|three)[ -](quarters?)|(half))(?:\s(?:of\s)?an?)?[ -](?:percentage[ -])?point\b", re.I),
     _part_of_point),
    (
        re.compile(r"(?<![\d.,])([+−-]?\d+(?:\.\d+)?)\s?%p\b", re.I),
        lambda hit: Quantity("points", Decimal(hit[1].replace("−", "-"))),
    ),
    (re.compile(r"\b(first|second|third|fourth)-(half|quarter)\b(?!\s+of\b)", re.I), _stretch),
    *((clock, _clock) for clock in CLOCKS),
    (re.compile(rf"\b(?:an?|one)[ -]({_NTH})\b(?!\s(?:{_TERMS}))(?<!second)(?<!third){_OF}", re.I), _part),
    (re.compile(r"\b(four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|(?<=in )(?:two|three)|(?<=for )(?:two|three)|(?<=after )(?:two|three)|(?<=over )(?:two|three))"
                r"\s(?:straight\s|consecutive\s)?quarters\b(?!\sof\b)", re.I), _quarters),
    (re.compile(r"\b(?:by|in) half\b|\bhalv(?:ed|e|es|ing)\b", re.I),
     lambda hit: Quantity("ratio", Ratio(Decimal(1), Decimal(2)))),
    (re.compile(rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?|\b(?:{_NUMBER}))(?:\s?:\s?|[ -]to[ -])(1|one)\b(?![\d.,:]*\d|\s?(?:%|per))", re.I), _odds),
    (re.compile(r"\b(?:a|one|the (?:past|last|next|coming)) decade\b", re.I),
     lambda hit: Quantity("duration", Decimal(10), "year")),
    (re.compile(r"\ba fortnight\b", re.I), lambda hit: Quantity("duration", Decimal(2), "week")),
    (re.compile(r"\bhalf a year\b|\b(?:six|6)-month\b", re.I), lambda hit: Quantity("duration", Decimal(6), "month")),
    (re.compile(r"\b(single|double|triple)[- ]digits?\b", re.I),
     lambda hit: Quantity("number", Decimal(_DIGITS[hit[1].lower()]))),
    (re.compile(r"\b(?:late |early )?teens\b|\bteenagers?\b", re.I), _tens),
    (re.compile(rf"\b({_NTH})\b(?!-(?:hand|largest-))(?<!\bsecond)|\b(second)(?=[- ](?:{_TERMS}|largest|biggest|"
                r"highest|phase|stage|vessel|floor|plan|meeting|report|quarter))", re.I),
     lambda hit: Quantity("ordinal", Decimal(_ORDINALS[(hit[1] or hit[2]).lower()]))),
    (re.compile(r"\b(?:both|the pair|a couple|a pair|twin|either)\b", re.I),
     lambda hit: Quantity("count", Decimal(2), counter="soft")),
)  # fmt: skip
BEFORE = (
    (re.compile(r"\b(?:approach(?:ing|ed)|(?:just )?shy of|just short of|nearing|neared)\s(?:the\s)?$", re.I), "nearly"),
    (re.compile(r"\bminimum\s$", re.I), "at_least"),
    (re.compile(r"\b(?:not exceed(?:ing)?|within|inside)\s$", re.I), "at_most"),
    (re.compile(r"\b(?:exceed(?:s|ed)?|topp(?:ed|ing)|tops|pass(?:ed|es|ing)?|cross(?:ed|es|ing)?|br(?:oke|eak|oken)|breach(?:ed|es|ing)?|"
                r"outnumber(?:ed)?|surpass(?:ed|ing|es)?|beyond|(?:old|long|high|larg|bigg|wid|tall|heavi|fast|great)er than)\s$", re.I), "more_than"),
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
_LED = (
    r"\s(?:the\s|a\s|an\s|total of\s|about\s|some\s|around\s|nearly\s|more than\s|just\s|only\s|its\s|all\s|"
    r"(?:this|last|the)\s[a-z]+[’']s\s|[\w-]+[’']s\s)*"
    r"(?:(?!(?:and|but|or|with|to|of|whom|which|by|in|on|at)\s)[a-z]+\s)?$"
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
RISEN = re.compile(
    r"\b(?:above|ahead|outpac\w*|clear\w*|better|exceed\w*|surpass\w*|topp\w+|tops|past|pass\w*|beyond|over|more|higher|beat\w*|outstrip\w*|"
    r"cross\w*|broke\w*|breach\w*)\b",
    re.I,
)
SUNK = re.compile(r"\b(?:below|under|short|less|fewer|lower|miss\w*|fail\w*|yet to)\b", re.I)
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
NEGATIVE = re.compile(
    r"\b(?:minus|negative|(?:degrees|°C|°F)\s(?:[CF]\w+\s)?below|sub-?zero|deficit|loss(?:es)?|net outflow)\b|[-−–]\s?\d?$",
    re.I,
)
LEVEL_AFTER = re.compile(r"(?!)")
LEVEL = re.compile(r"\b(?:to|at|of|was|is|recorded|hit|reached|stood at)\s(?:the\s|a\s|an\s|about\s)?$", re.I)
_FIGURE = r"(?P<figure>(?:[A-Z]{2,3}\s?|US|about\s|some\s|nearly\s)*[$€£¥₩]?\d[\d,.]*(?:\s(?:million|billion|trillion))?)"
_GAIN = r"(?P<gain>surplus(?:es)?|profits?|net income|operating income|gains?|net inflows?)|(?P<loss>deficits?|(?:net |operating )?loss(?:es)?|net outflows?)"
GAINS = (
    re.compile(rf"\b(?:{_GAIN})(?:\s(?:of|was|were|at|totall?ed|reached|came to|stood at|hit|amounted to))?\s(?:a\s|an\s)?{_FIGURE}", re.I),
    re.compile(rf"{_FIGURE}[-\s](?:won\s|dollars?\s|yen\s)?(?:(?:net|operating|trade|current account|record|in)\s)?(?:{_GAIN})\b", re.I),
)  # fmt: skip
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
SENTENCE = re.compile(r"(?<![A-Z])(?<!No)(?<!vs)[.!?][\"”’)]*\s+(?=[A-Z\"“‘(\d$€£₩])|\n\n")
HEDGES = {
    "lower": re.compile(
        r"\b(?:over|above|more than|exceed\w*|at least|(?:old|long|high|larg|bigg|wid|tall|heavi|fast|great)er than|surpass\w*|topp?(?:s|ed|ing)?|pass(?:es|ed|ing)?|minimum|upwards|beyond|"
        r"cross\w*|broken?|breach\w*|no (?:less|fewer)|not less|or (?:more|over|older|above|higher|longer|greater)|"
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
ENUMERATED = 90
JOINED = re.compile(r"[,;/\n]|\b(?:and|while|but|or|plus|versus|whereas)\b")
RELATED = re.compile(r"\b(?:than|compared|including|up|down)\b")
"""How many letters at most stand between two items of an enumeration, what joins them, and the words of relation that make it none."""
_PER = {
    "liter": "lit(?:er|re)",
    "gallon": "gallon",
    "barrel": "barrel",
    "ton": "tonne|ton",
    "kg": "kg|kilogram(?:me)?|kilo",
    "hectare": "hectare",
    "person": "person|head|capita|resident",
    "household": "household",
    "hour": "hour|hourly",
    "day": "day|daily",
    "week": "week|weekly",
    "month": "month|monthly",
    "quarter": "quarter|quarterly",
    "year": "year|annum",
}
EACH = tuple(
    (
        stretch,
        re.compile(
            rf"\b(?:{'annual|annually|yearly' if stretch == 'year' else words})\s(?:[a-z]+\s){{0,2}}(?:of\s)?$",
            re.I,
        )
        if stretch != "day"
        else None,
        re.compile(rf"(?:\s[a-z]+){{0,3}}?\s(?:a|an|per|each|every)\s(?:{words})\b", re.I),
    )
    for stretch, words in _PER.items()
)
STRETCHES = tuple(
    (stretch, re.compile(rf"\b(?:{words}|{'annual' if stretch == 'year' else words})", re.I))
    for stretch, words in _PER.items()
)
"""Amounts for each stretch of time, said before or after the figure; the words that name a stretch at all."""
BESIDE = 16
"""How near to a figure a hedge is its own, whatever else of the sentence has it."""
_HEDGED = r"(?:by\s|a\s|an\s|about\s|around\s|some\s|nearly\s|more than\s|over\s|almost\s|roughly\s|just\s|only\s|as much as\s|at least\s)*$"
WAYS = (
    ((re.compile(rf"\b(?:rose|risen|rises?|rising|grew|grown|grows?|increased|climbed|gained|jumped|surged|soared|up|advanced|raised|lifted|boosted)\s{_HEDGED}", re.I),),
     (re.compile(r"\s(?:higher|more)\b(?!\sthan half)|\s(?:increase|rise|jump|gain|surge)\b", re.I),)),
    ((re.compile(rf"\b(?:fell|fallen|falls?|falling|declined|decreased|dropped|shrank|shrunk|slipped|slid|plunged|tumbled|down|contracted|cut|reduced|lowered|slashed)\s{_HEDGED}", re.I),),
     (re.compile(r"\s(?:lower|less|fewer)\b|\s(?:decrease|fall|drop|decline|slump|plunge)\b", re.I),)),
)  # fmt: skip
"""Verbs right before and nouns right after a figure by which something rose, and those by which it fell."""
COUNTED = re.compile(
    r"[\d,.]+(?:\s(?:hundred|thousand|million|billion))?\s(?:(?!of\b|and\b|or\b|to\b|in\b|by\b|for\b|people\b|persons?\b)[a-z-]+\s){0,3}?(?P<thing>reports|deals|"
    r"patents|papers|accidents|incidents|complaints|transactions|contracts|firms|companies|vehicles|cars|homes|ships|flights|articles|requests|filings|"
    r"orders|claims|projects|buildings|schools|hospitals|stores|shops|fires|crimes|violations|items|products|loans|trips|calls)\b",
    re.I,
)
"""A figure and the things, not people, that it counts."""
TIGHT = re.compile(r"[,;/]?\s?(?:and|or)?\s(?:about\s|some\s)?|\s(?:percent|years?|won|people)\sand\s")
"""What joins two figures between which nothing else stands."""
NOUN = re.compile(
    r"\s(?!(?:and|or|of|to|in|on|at|by|for|from|than|as|a|an|per|each|every|last|this|the|with|more|higher|lower|less|points?|percent)\b)[a-z]{3,}"
)
"""A noun right after a bare number, which may be its unit."""
QUALIFIERS = qualifiers.BEFORE
HEDGED = re.compile(
    rf"({'|'.join(re.escape(word) for word in sorted(QUALIFIERS, key=len, reverse=True))})\s$", re.I
)
"""The reader's own words before a figure, for figures that only a comparison needs."""
