"""Two pictures -> where a reader sees a difference, and how strong it is.

Glyph edges fall on other pixels with every release of a rasteriser, so pixels are not compared one by one. Three
measures, each a difference in levels of 255 of a channel of YIQ (as pixelmatch's, after Kotsarenko and Ramos, 2010),
and each the least over moves of the whole picture by up to one pixel, taken at every place on its own:

- strokes: lightness after a slight blur, averaged over 3 × 3 pixels. Differs above 12.
- colour: the two chromatic channels averaged over 13 × 13 pixels, since edges hold colour only by accident. Above 3.
- ground: all channels where both pictures are even over 5 × 5 pixels: fills, tints, missing rules. Above 3.

Measured on a page of Pretendard at 9.7 pt, 60 dots an inch, 32 colours (`tests/snapshots/test_perceived.py` holds it):

                                                strokes   colour   ground
    moved by one pixel, across, down or both          0        0        0
    set at 60.02, 60.05 or 60.1 dots an inch     0 to 4        1        0
    every inked pixel up to 16 levels off            11        2        0
    one digit for another, all 45 pairs        17 to 41        1        0
    one line moved by two pixels                     40        1        0
    a number in red drawn blue, black, green    6 to 35 40 to 59        0
    a ground #f4f6f8 drawn #eef6ee, white,      4 to 14  2 to 10  4 to 13
      #fdf3ee or #e6eaef

A line moved by a part of a pixel across the page is drawn anew by the rasteriser (17 to 19) and counts as a difference:
the layout moved it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.saying import tell

if TYPE_CHECKING:
    from PIL.Image import Image

STROKES, COLOUR, GROUND = 12, 3, 3
ENOUGH = 4
"""Pixels that must be over a limit: a dot of two by two."""

_YIQ = ((0.299, 0.587, 0.114, 0.0), (0.596, -0.274, -0.322, 128.0), (0.211, -0.523, 0.312, 128.0))
_EVEN = 4  # levels between the darkest and the lightest of 5 × 5 pixels
_MOVES = tuple((across, down) for down in (0, -1, 1) for across in (0, -1, 1))


@dataclass(frozen=True, slots=True)
class Seen:
    """What differs between two pictures: the strongest of each measure, and the pixels over a limit, white on black."""

    strokes: int
    colour: int
    ground: int
    pixels: int
    where: Image | None
    sizes: tuple[tuple[int, int], tuple[int, int]]

    @property
    def differs(self) -> bool:
        return self.sizes[0] != self.sizes[1] or self.pixels >= ENOUGH

    def said(self) -> str:
        """The measures in words."""
        if self.sizes[0] != self.sizes[1]:
            (width, height), (other_width, other_height) = self.sizes
            return tell(
                "{width} × {height} pixels were accepted, {width2} × {height2} made",
                width=width,
                height=height,
                width2=other_width,
                height2=other_height,
            )
        return tell(
            "{pixels} pixels differ (strokes {strokes}, limit {most}; colour {colour}, limit {most2}; ground {ground}, limit {most3})",
            pixels=self.pixels,
            strokes=self.strokes,
            most=STROKES,
            colour=self.colour,
            most2=COLOUR,
            ground=self.ground,
            most3=GROUND,
        )


def see(expected: Image, made: Image) -> Seen:
    """Compare two RGB pictures; of pictures of other sizes the corner that both have is marked too."""
    from PIL import ImageChops, ImageFilter

    sizes = expected.size, made.size
    common = (0, 0, min(expected.width, made.width), min(expected.height, made.height))
    first, second = _channels(expected.crop(common)), _channels(made.crop(common))
    soft = ImageFilter.GaussianBlur(0.7)
    strokes = _least(first[0].filter(soft), second[0].filter(soft), ImageFilter.BoxBlur(1))
    wide = ImageFilter.BoxBlur(6)
    colours = [
        _least(one.filter(wide), other.filter(wide)) for one, other in zip(first[1:], second[1:], strict=True)
    ]
    colour = ImageChops.lighter(*colours)
    ground = _ground(first, second)
    over = [_over(strokes, STROKES), _over(colour, COLOUR), _over(ground, GROUND)]
    where = ImageChops.lighter(ImageChops.lighter(over[0], over[1]), over[2])
    return Seen(_most(strokes), _most(colour), _most(ground), where.histogram()[255], where, sizes)


def _channels(image: Image) -> list[Image]:
    return [image.convert("L", matrix) for matrix in _YIQ]


def _least(one: Image, other: Image, around: object = None) -> Image:
    """At each pixel the least difference of ``one`` from ``other`` as it stands or moved by a pixel."""
    from PIL import ImageChops

    best: Image | None = None
    for move in _MOVES:
        apart = ImageChops.difference(one, _moved(other, *move))
        if around is not None:
            apart = apart.filter(around)  # type: ignore[arg-type]
        best = apart if best is None else ImageChops.darker(best, apart)
    assert best is not None
    return best


def _moved(image: Image, across: int, down: int) -> Image:
    """``image`` moved, its edge drawn out: a picture that wraps around would meet its own other side."""
    if not across and not down:
        return image
    moved = image.copy()
    moved.paste(image, (across, down))
    return moved


def _ground(first: Sequence[Image], second: Sequence[Image]) -> Image:
    """The strongest difference of any channel at the pixels about which both pictures are even, 0 elsewhere."""
    from PIL import ImageChops

    even = ImageChops.darker(_even(first[0]), _even(second[0]))
    apart = [ImageChops.difference(one, other) for one, other in zip(first, second, strict=True)]
    return ImageChops.darker(even, ImageChops.lighter(ImageChops.lighter(apart[0], apart[1]), apart[2]))


def _even(lightness: Image) -> Image:
    from PIL import ImageChops, ImageFilter

    most, least = lightness.filter(ImageFilter.MaxFilter(5)), lightness.filter(ImageFilter.MinFilter(5))
    return ImageChops.difference(most, least).point([255 * (level <= _EVEN) for level in range(256)])


def _over(measure: Image, limit: int) -> Image:
    return measure.point([255 * (level > limit) for level in range(256)])


def _most(measure: Image) -> int:
    return max((level for level, count in enumerate(measure.histogram()) if count), default=0)
