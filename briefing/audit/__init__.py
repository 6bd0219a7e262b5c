"""Documents and facts in, Findings out: what a source claims against what follows from its own figures, and from others."""

from briefing.audit import kept
from briefing.audit.brief import Audited, audit_brief
from briefing.audit.document import Document, document
from briefing.audit.documents import audit
from briefing.audit.finding import Finding, Stated

__all__ = ["Audited", "Document", "Finding", "Stated", "audit", "audit_brief", "document", "kept"]
