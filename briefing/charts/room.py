"""Words and the places that they may have -> the first place of a sheet where nothing stands yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing import lettering
from briefing.charts.drawing import Sheet, rounded


@dataclass(frozen=True, slots=True)
class Box:
    """A place that is taken: half-open from its left and upper edge."""

    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal

    def touches(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(slots=True)
class Room:
    """What is taken of a sheet; the ``lines`` may be lettered over where there is no other place and it is ``lenient``."""

    sheet: Sheet
    taken: list[Box]
    lines: list[Box]
    lenient: bool

    def placed(
        self,
        words: tuple[str, ...],
        places: Sequence[tuple[Decimal, Decimal, str]],
        size: Decimal,
        suits: Callable[[Decimal, Decimal], bool] = lambda left, y: True,
    ) -> tuple[Decimal, Decimal] | None:
        """Left edge and baseline at the first of ``places`` (x, baseline, anchor) where nothing stands, which is taken then.

        The edge is given and not the anchor: text that ends or centres at a point loses its place in the PDF's tags.
        """
        extent = max(lettering.width(line) for line in words) * size
        for kept in (self.lines, []) if self.lenient else (self.lines,):
            for x, y, anchor in places:
                left = {"start": x, "middle": x - extent / 2, "end": x - extent}[anchor]
                bottom = y + size * Decimal("0.25") + size * Decimal("1.18") * (len(words) - 1)
                box = Box(left, y - size * Decimal("0.8"), left + extent, bottom)
                inside = left >= 0 and left + extent <= self.sheet.width and box.top >= 0
                if inside and suits(left, y) and not any(map(box.touches, (*self.taken, *kept))):
                    self.taken.append(box)
                    return rounded(left), rounded(y)
        return None
