"""``briefing doctor``: what this machine lacks and how to get it."""

from __future__ import annotations

import typer

from briefing.cli.problems import edge
from briefing.cli.speech import say
from briefing.saying import tell


def doctor() -> None:
    """Show what the machine has and lacks for building briefs.

    Example: briefing doctor
    """
    with edge():
        from briefing.doctor import examine

        findings = examine()
        width = max(len(finding.name) for finding in findings)
        for finding in findings:
            say(
                tell(
                    "{what}  {name}  {detail}",
                    what="ok     " if finding.ok else tell("missing"),
                    name=f"{finding.name:<{width}}",
                    detail=finding.detail,
                )
            )
            if not finding.ok and finding.hint:
                say(tell("           hint: {hint}", hint=finding.hint))
        if not all(finding.ok for finding in findings):
            raise typer.Exit(1)
