"""A Brief and a finished file made from it -> Problems where the two say different figures."""

from __future__ import annotations

from briefing.model import Brief, Problem
from briefing.readback import passages
from briefing.readback.account import account
from briefing.readback.compare import compared
from briefing.readback.faults import problems
from briefing.readback.frame import framed
from briefing.readback.record import lines, scales
from briefing.readback.sections import groups


def closure(brief: Brief, format: str, content: bytes) -> tuple[Problem, ...]:
    """R101 to R108 for what the file says otherwise than the record, R110 to R112 for what the record cannot prove.

    Every passage is looked at, in and out of sight: a figure is accounted for by its fact, other digits by
    what they are (a name, a number of a section or page, an axis, a quotation …), and nothing by its place.
    """
    file = f"{brief.name}.{brief.language}.{format}"
    record = lines(brief, format)
    found = passages(content, format, language=brief.language)
    faults = [
        fault
        for group in groups(brief, format, record, found)
        for fault in compared(group, brief.language, scales(brief))
    ]
    faults += framed(brief, format, record, found)
    return (
        *account(brief, record, file),
        *problems(faults, file, paged=format == "pdf"),
    )
