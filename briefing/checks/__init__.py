"""Project, ledger and briefs -> Problems: never repairs, never prints."""

from briefing.checks.agreement import agreement
from briefing.checks.listing import listing
from briefing.checks.naming import naming
from briefing.checks.order import order, orders
from briefing.checks.printing import printing
from briefing.checks.review import waiting
from briefing.checks.sides import Sides
from briefing.checks.waived import waived

__all__ = ["Sides", "agreement", "listing", "naming", "order", "orders", "printing", "waiting", "waived"]
