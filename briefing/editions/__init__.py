"""A brief's folder, an output folder or a register -> Edition: what it says of each fact; two editions -> differences."""

from briefing.editions.compare import CHANGES, Difference, compare
from briefing.editions.stated import Edition, Stated, composed, registered

__all__ = ["CHANGES", "Difference", "Edition", "Stated", "compare", "composed", "registered"]
