"""``briefing doctor``: what this machine lacks and how to get it."""

from __future__ import annotations

import typer

from briefing.cli.problems import edge
from briefing.cli.speech import said
from briefing.cli.width import width as cells
from briefing.saying import tell


def doctor() -> None:
    """Show what the machine has and lacks for building briefs.

    Example: briefing doctor
    """
    with edge():
        from briefing.doctor import examine

        findings = examine()
        width = max(len(finding.name) for finding in findings)
        states = {True: tell("ok"), False: tell("missing")}
        column = max(cells(said(state)) for state in states.values())
        for finding in findings:
            state = said(states[finding.ok])
            state += " " * (column - cells(state))
            print(f"{state}  {finding.name:<{width}}  {said(finding.detail)}")
            if not finding.ok and finding.hint:
                hint = said(tell("hint: {hint}", hint=finding.hint))
                print(f"{' ' * (column + width + 4)}{hint}")
        if not all(finding.ok for finding in findings):
            raise typer.Exit(1)
