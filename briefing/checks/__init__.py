"""Project, ledger and briefs -> Problems: never repairs, never prints."""

from briefing.checks.agreement import agreement
from briefing.checks.naming import naming
from briefing.checks.order import order
from briefing.checks.review import waiting

__all__ = ["agreement", "naming", "order", "waiting"]
