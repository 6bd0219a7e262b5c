"""English words right beside a figure -> its sign, gain or loss, which way it went, what it is an amount for."""

from __future__ import annotations

import re

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
NOUN = re.compile(
    r"\s(?!(?:and|or|of|to|in|on|at|by|for|from|than|as|a|an|per|each|every|last|this|the|with|more|higher|lower|less|points?|percent)\b)[a-z]{3,}"
)
"""A noun right after a bare number, which may be its unit."""
