"""A PDF or a picture -> small PNG references: palette pictures in which no colour of the page is lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 60
"""A page of A4 is 497 × 702 pixels, its body text 8 pixels high: legible, and 15 to 30 KB."""
PAGE_OF_SCREEN = (1, 3)
"""A web page is kept at a third of its size, its body text 5 pixels high."""
COLOURS, EXACT, SHADE = 32, 8, 3


def pages(content: bytes) -> Iterator[bytes]:
    """A PNG of each page of a PDF, in order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            yield packed(page.render(scale=DOTS_PER_INCH / 72).to_pil())
    finally:
        document.close()


def small(png: bytes, size: tuple[int, int]) -> bytes:
    """``png`` at ``size`` (a fraction) of its width and height, as a reference."""
    from PIL.Image import Resampling

    image = opened(png)
    part, whole = size
    reduced = (max(1, image.width * part // whole), max(1, image.height * part // whole))
    return packed(image.resize(reduced, Resampling.BOX))


def packed(image: Image) -> bytes:
    """A PNG of ``image`` in 32 colours: up to eight that cover most, exactly, and others chosen to be far apart.

    A choice by frequency alone gives almost all of them to the greys of the text, and the red of a figure is gone; one by
    distance alone takes two tints of a ground for one.
    """
    from PIL import Image as images
    from PIL.Image import Dither, Quantize

    whole = image.convert("RGB")
    grounds = _grounds(whole)
    spread = whole.quantize(COLOURS - len(grounds), method=Quantize.MAXCOVERAGE, dither=Dither.NONE)
    exact = [level for colour in grounds for level in colour]
    palette = images.new("P", (1, 1))
    palette.putpalette(exact + (spread.getpalette() or [])[: 3 * COLOURS - len(exact)])
    drawn = whole.quantize(palette=palette, dither=Dither.NONE)
    for number, colour in enumerate(grounds):  # Pillow takes the nearest of the palette only roughly
        drawn.paste(number, (0, 0, *drawn.size), _is(whole, colour))
    out = io.BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def _grounds(image: Image) -> list[tuple[int, int, int]]:
    """The colours that cover most of ``image``, none a shade of another: the paper, fills, large letters."""
    counted: list[tuple[int, tuple[int, int, int]]] = image.getcolors(image.width * image.height)  # type: ignore[assignment]
    chosen: list[tuple[int, int, int]] = []
    for _, colour in sorted(counted, reverse=True)[: 8 * EXACT]:
        apart = (max(abs(a - b) for a, b in zip(colour, other, strict=True)) for other in chosen)
        if len(chosen) < EXACT and all(levels > SHADE for levels in apart):
            chosen.append(colour)
    return chosen


def _is(image: Image, colour: tuple[int, int, int]) -> Image:
    """White where ``image`` has exactly this colour."""
    from PIL import ImageChops

    same = [
        band.point([255 * (level == wanted) for level in range(256)])
        for band, wanted in zip(image.split(), colour, strict=True)
    ]
    return ImageChops.darker(ImageChops.darker(same[0], same[1]), same[2])


def opened(png: bytes) -> Image:
    """The picture of a PNG in RGB; ValueError where it is none. A long page is no attack, so its size has no limit here."""
    from PIL import PngImagePlugin, UnidentifiedImageError

    try:
        return PngImagePlugin.PngImageFile(io.BytesIO(png)).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValueError(str(error)) from None
