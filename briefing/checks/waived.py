"""Problems and the brief's waivers -> the same problems, the waived ones marked, and P021, P022 for idle waivers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model import Problem
from briefing.project import Project
from briefing.saying import tell


def waived(project: Project, problems: Iterable[Problem], *, whole: bool) -> list[Problem]:
    """The problems with the reason of the waiver that covers them.

    ``whole`` says that every check has run: only then can it be known that nothing needs a waiver.
    """
    marked = [_marked(project, problem) for problem in problems]
    return [*marked, *(_idle(project, marked) if whole else ())]


def _marked(project: Project, problem: Problem) -> Problem:
    for waiver in project.waivers:
        if waiver.covers(problem) and not waiver.expired(project.edition_date):
            return replace(problem, waived=f"{waiver.because} (until {waiver.until})")
    return problem


def _idle(project: Project, problems: list[Problem]) -> Iterator[Problem]:
    """P021 an expired waiver whose warning is still there, P022 one whose warning has gone; warnings both."""
    for waiver in project.waivers:
        if not any(waiver.covers(problem) for problem in problems):
            what = tell("nothing needs the waiver of {code} in {file}", code=waiver.code, file=waiver.file)
            yield Problem("P022", what, waiver.where, tell("delete it"), "warning")
        elif waiver.expired(project.edition_date):
            what = tell(
                "the waiver of {code} held until {until}, and this edition is of {edition_date}",
                code=waiver.code,
                until=waiver.until,
                edition_date=project.edition_date,
            )
            yield Problem(
                "P021", what, waiver.where, tell("mend what it waives, or give it a later end"), "warning"
            )
