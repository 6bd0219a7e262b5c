"""Project, ledger and briefs -> Problems: never repairs, never prints."""

from briefing.checks.agreement import agreement
from briefing.checks.naming import naming

__all__ = ["agreement", "naming"]
