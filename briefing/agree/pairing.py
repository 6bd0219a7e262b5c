"""Figures of two passages that belong together -> pairs that say the same, and what is left on either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from .explain import explained
from .figure import Side
from .likeness import rank


@dataclass(slots=True)
class Paired:
    """Indices of figures: pairs that agree, faults (what differs, index or None on each side)."""

    agreed: list[tuple[int, int]] = field(default_factory=list)
    faults: list[tuple[str, int | None, int | None]] = field(default_factory=list)


def pair(
    one: Side, other: Side, left: tuple[set[int], set[int]] | None = None, within: Decimal = Decimal(1)
) -> Paired:
    """Match equal figures first, then those of equal value, then the nearest of a kind.

    ``left`` limits it to some figures, ``within`` to those no further apart than that part of the text.
    """
    work = _Matching(one, other, left, within)
    for wanted in (None, "qualifier", "sign", "unit"):
        work.match(wanted)
    work.explain()
    work.match("value")
    work.leave()
    return work.paired


class _Matching:
    def __init__(
        self, one: Side, other: Side, left: tuple[set[int], set[int]] | None, within: Decimal
    ) -> None:
        self.sides = (one, other)
        self.left = left or (set(range(len(one.figures))), set(range(len(other.figures))))
        self.within = within
        self.paired = Paired()

    def match(self, wanted: str | None) -> None:
        """Pair what differs in ``wanted`` only, the best and nearest first."""
        one, other = self.sides
        found = []
        for i in self.left[0]:
            for j in self.left[1]:
                apart = abs(_place(one, i) - _place(other, j))
                likely = rank(one, other, i, j, wanted) if apart <= self.within else None
                if likely is not None:
                    found.append((likely, apart, i, j))
        for _, _, i, j in sorted(found):
            if i in self.left[0] and j in self.left[1]:
                self.left[0].discard(i)
                self.left[1].discard(j)
                if wanted is None:
                    self.paired.agreed.append((i, j))
                else:
                    self.paired.faults.append((wanted, i, j))

    def explain(self) -> None:
        """Take out what the other side says in other words: parts of a date, ends of a range, a repetition."""
        for here in (0, 1):
            one, other = self.sides[here], self.sides[1 - here]
            for i in sorted(self.left[here]):
                near = {
                    j for j in self.left[1 - here] if abs(_place(one, i) - _place(other, j)) <= self.within
                }
                used = explained(one, other, i, self.left[here], near)
                if used is not None:
                    self.left[here].discard(i)
                    self.left[1 - here].difference_update(used)

    def leave(self) -> None:
        one, other = self.sides
        for i in sorted(self.left[0]):
            if not one.figures[i].soft:
                self.paired.faults.append(("missing", i, None))
        for j in sorted(self.left[1]):
            if not other.figures[j].soft:
                self.paired.faults.append(("missing", None, j))


def _place(side: Side, index: int) -> Decimal:
    return Decimal(side.figures[index].start) / max(1, len(side.text))
