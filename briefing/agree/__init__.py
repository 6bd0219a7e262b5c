"""Two language versions of a document -> where their figures disagree: value, unit, qualifier, place.

Knows nothing of a brief: passages are aligned by their figures and lengths, figures read in each language
and compared at stated precision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from .align import align, sized
from .beside import beside
from .documents import passages
from .doubt import standing
from .figure import Disagreement, Figure, Passage, Side
from .figures import figures, language_of
from .order import exchanged
from .pairing import pair
from .same import same

__all__ = ["Disagreement", "Passage", "compare", "passages", "same"]

_APART = "\n\n"
_NEAR = Decimal("0.04")
"""How far apart two figures of printed pages may stand and be one: that part of the document."""


def compare(
    first: Sequence[Passage],
    second: Sequence[Passage],
    *,
    languages: tuple[str | None, str | None] = (None, None),
    published: str | None = None,
) -> tuple[Disagreement, ...]:
    """Every figure that the two versions do not say alike, in the order of the first.

    ``languages`` are ko or en (None: by script); ``published`` the day from which relative dates count, without
    which they are compared by their distance.
    """
    versions = (first, second)
    spoken = [
        given or language_of(" ".join(passage.text for passage in version))
        for given, version in zip(languages, versions, strict=True)
    ]
    read = [
        [figures(passage.text, language, published) for passage in version]
        for version, language in zip(versions, spoken, strict=True)
    ]
    sizes = [
        [
            sized(passage.text, found, language, passage.role)
            for passage, found in zip(version, each, strict=True)
        ]
        for version, each, language in zip(versions, read, spoken, strict=True)
    ]
    rows = align(sizes[0], sizes[1])
    texts = [
        _Text(version, each, language) for version, each, language in zip(versions, read, spoken, strict=True)
    ]
    groups = [(texts[0].stretch(here), texts[1].stretch(there)) for here, there in rows]
    if any(passage.role == "printed" for passage in (*first, *second)):
        return tuple(_of_pages(texts[0], texts[1], groups))
    return tuple(fault for one, other in groups for fault in _of_group(one, other))


_Stretch = tuple[Side, tuple[str, ...], int]
"""Passages that belong together: their words and figures, the place of each, the number of figures before."""


class _Text:
    """One version: its passages with their figures."""

    def __init__(
        self, version: Sequence[Passage], found: Sequence[tuple[Figure, ...]], language: str
    ) -> None:
        self.version, self.found, self.language = version, found, language

    def stretch(self, row: Sequence[int]) -> _Stretch:
        """The passages of ``row`` as one side."""
        text, figures_here, places = "", [], []
        for k in row:
            text += _APART if text else ""
            for figure in self.found[k]:
                figures_here.append(
                    replace(figure, start=figure.start + len(text), end=figure.end + len(text))
                )
                places.append(self.version[k].place(figure.start))
            text += self.version[k].text
        before = sum(len(each) for each in self.found[: row[0]]) if row else 0
        bare = tuple(self.version[k].where for k in row)
        return Side(text, self.language, tuple(figures_here)), tuple(places) or bare, before


def _of_group(one: _Stretch, other: _Stretch) -> Iterator[Disagreement]:
    (first, here, _), (second, there, _) = one, other
    paired = pair(first, second)
    rows = standing(first, second, paired.agreed, paired.faults)
    rows += [
        (differs, i, j)
        for i, j in paired.agreed
        if (differs := beside(first, first.figures[i], second, second.figures[j]))
    ]
    for (i, j), (k, m) in exchanged(first, second, paired.agreed):
        rows += [("exchanged", i, m), ("exchanged", k, j)]
    yield from _faults(rows, first, second, here, there)


def _of_pages(
    first: _Text, second: _Text, groups: Sequence[tuple[_Stretch, _Stretch]]
) -> Iterator[Disagreement]:
    """Where lines of a page need not be paragraphs, what a group leaves may stand in one nearby."""
    left: tuple[set[int], set[int]] = (set(), set())
    for (one, _, before), (other, _, behind) in groups:
        paired = pair(one, other)
        for _, i, j in standing(one, other, paired.agreed, paired.faults):
            left[0].update([i + before] if i is not None else [])
            left[1].update([j + behind] if j is not None else [])
    whole = [text.stretch(range(len(text.version))) for text in (first, second)]
    if left[0] or left[1]:
        rows = pair(whole[0][0], whole[1][0], left, _NEAR).faults
        yield from _faults(rows, whole[0][0], whole[1][0], whole[0][1], whole[1][1])


def _faults(
    rows: Sequence[tuple[str, int | None, int | None]], one: Side, other: Side,
    here: tuple[str, ...], there: tuple[str, ...],
) -> Iterator[Disagreement]:  # fmt: skip
    for differs, i, j in sorted(rows, key=lambda row: (_start(one, row[1]), _start(other, row[2]))):
        yield Disagreement(
            differs,
            one.figures[i].written.strip() if i is not None else "",
            other.figures[j].written.strip() if j is not None else "",
            here[i] if i is not None else _beside(j, second=here, of=len(there)),
            there[j] if j is not None else _beside(i, second=there, of=len(here)),
        )


def _beside(index: int | None, *, second: tuple[str, ...], of: int) -> str:
    """The place in one version that stands where the figure of the other does, which it lacks."""
    return second[min(len(second) - 1, (index or 0) * len(second) // max(1, of))] if second else ""


def _start(side: Side, index: int | None) -> int:
    return side.figures[index].start if index is not None else len(side.text)
