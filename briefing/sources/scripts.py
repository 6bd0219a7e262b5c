"""Letters that are set raised or lowered -> the characters that say so, that a mark of a note is no digit of a figure."""

from __future__ import annotations

RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
