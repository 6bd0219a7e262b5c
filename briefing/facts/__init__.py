"""seeds/*.toml, the originals and the reader -> Ledger: facts that are named, located and derived."""

from briefing.facts.declared import load
from briefing.facts.ledger import Ledger
from briefing.facts.prove import prove
from briefing.facts.seeds import Seeds

__all__ = ["Ledger", "Seeds", "load", "prove"]
