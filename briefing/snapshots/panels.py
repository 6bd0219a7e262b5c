"""An expected and a made picture -> one PNG with three panels: expected | made | what differs, marked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

    from briefing.snapshots.perceived import Seen

TALLEST = 1200
"""Pixels of a page that are shown: of a longer one the first place that differs, with some of what surrounds it."""
_HEAD, _GAP, _ABOVE = 20, 12, 120
_RED, _INK, _EMPTY = (214, 32, 32), (20, 32, 43), (230, 230, 230)


def panels(expected: Image, made: Image, seen: Seen) -> bytes:
    """The three panels side by side, each with its name above; where pictures are of other sizes the rest is grey."""
    from PIL import Image, ImageDraw, ImageFont

    width, height = max(expected.width, made.width), max(expected.height, made.height)
    marks = _marks(seen, width, height)
    top, bottom = _shown(marks, height)
    columns = (("expected", _on(expected, width, height)), ("made", _on(made, width, height)))
    shown = (*columns, ("difference", _marked(_on(made, width, height), marks)))
    sheet = Image.new("RGB", (3 * width + 4 * _GAP, bottom - top + _HEAD + _GAP), "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default()
    for number, (name, image) in enumerate(shown):
        left = _GAP + number * (width + _GAP)
        rows = f", rows {top} to {bottom} of {height}" if bottom - top < height else ""
        pen.text((left, 4), f"{name}{rows if number == 0 else ''}", fill=_INK, font=font)
        sheet.paste(image.crop((0, top, width, bottom)), (left, _HEAD))
        pen.rectangle((left - 1, _HEAD - 1, left + width, _HEAD + bottom - top), outline=_EMPTY)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def _on(image: Image, width: int, height: int) -> Image:
    from PIL import Image as images

    whole = images.new("RGB", (width, height), _EMPTY)
    whole.paste(image, (0, 0))
    return whole


def _marks(seen: Seen, width: int, height: int) -> Image:
    """White where the pictures differ or only one of them is."""
    from PIL import Image, ImageFilter

    marks = Image.new("L", (width, height), 255 if seen.sizes[0] != seen.sizes[1] else 0)
    if seen.where is not None:
        # a changed digit is a few pixels: thickened, it is found at a glance
        marks.paste(seen.where.filter(ImageFilter.MaxFilter(5)), (0, 0))
    return marks


def _marked(made: Image, marks: Image) -> Image:
    """``made`` pale and grey, the marks red on it."""
    from PIL import Image

    pale = made.convert("L").point([170 + level // 3 for level in range(256)]).convert("RGB")
    pale.paste(
        Image.new("RGB", made.size, _RED), (0, 0), marks.point([level * 3 // 4 for level in range(256)])
    )
    return pale


def _shown(marks: Image, height: int) -> tuple[int, int]:
    box = marks.getbbox()
    if height <= TALLEST or box is None:
        return 0, min(height, TALLEST)
    top = max(0, min(box[1] - _ABOVE, height - TALLEST))
    return top, top + TALLEST
