"""What a reader would not see passes; a digit, a line, a colour or a figure that is not there does not."""

from __future__ import annotations

import io
import itertools
from random import Random

import pypdfium2
import pytest
import weasyprint
from PIL import Image, ImageChops, ImageDraw

from briefing.snapshots.perceived import COLOUR, GROUND, STROKES, see
from briefing.snapshots.pictures import DOTS_PER_INCH, opened, packed
from tests.conftest import ROOT

FONT = (ROOT / "templates" / "fonts" / "Pretendard-Regular.otf").as_uri()
SAID = "The shortfall grew to {} people in 2023, companies paid 20.5 million a year, and the sum rose by 31 per cent."


def page(
    figure: str = "8,579",
    style: str = "",
    card: str = "#f4f6f8",
    number: str = "#b8380f",
    chart: str = "block",
) -> bytes:
    """A PDF of a page with text at body size, a card and a drawing."""
    styles = (
        f"@font-face {{ font-family: P; src: url({FONT}) }} @page {{ size: A4; margin: 20mm }}"
        f"body {{ font: 9.7pt/16.4pt P; color: #1b2733 }} .moved {{ position: relative; {style} }}"
        f".card {{ background: {card}; padding: 8pt }} b {{ color: {number}; font-size: 22pt }}"
        f".chart {{ display: {chart}; width: 60pt; height: 8pt; background: #c8451b; position: absolute; top: 300pt }}"
    )
    around = f"<p>{SAID.format('8,579')}" * 3
    body = f"{around}<p class=moved>{SAID.format(figure)}{around}<div class=card><b>$20</b> million</div>"
    return bytes(weasyprint.HTML(string=f"<style>{styles}</style>{body}<div class=chart></div>").write_pdf())


def drawn(pdf: bytes, dots: float = DOTS_PER_INCH) -> Image.Image:
    image: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=dots / 72).to_pil()
    return image.convert("RGB")


def kept(image: Image.Image) -> Image.Image:
    """The picture as its reference holds it."""
    return opened(packed(image))


@pytest.fixture(scope="module")
def usual() -> Image.Image:
    return drawn(page())


def test_the_same_page_is_the_same(usual: Image.Image) -> None:
    seen = see(kept(usual), kept(usual))
    assert (seen.strokes, seen.colour, seen.ground, seen.differs) == (0, 0, 0, False)


@pytest.mark.parametrize("dots", [60.02, 60.05, 60.1])
def test_another_rounding_of_the_resolution_passes(usual: Image.Image, dots: float) -> None:
    image = drawn(page(), dots).crop((0, 0, *usual.size))
    assert not see(kept(usual), kept(image)).differs


@pytest.mark.parametrize("move", [(1, 0), (0, 1), (-1, -1)])
def test_glyphs_moved_by_one_pixel_pass(usual: Image.Image, move: tuple[int, int]) -> None:
    assert not see(kept(usual), kept(ImageChops.offset(usual, *move))).differs


def test_noise_of_anti_aliasing_passes(usual: Image.Image) -> None:
    chance, noisy = Random(1), usual.copy()
    pixels = noisy.load()
    assert pixels is not None
    for at in itertools.product(range(noisy.width), range(noisy.height)):
        colour = pixels[at]
        # the inside of a fill has no edge, so no rasteriser draws it otherwise
        if colour not in ((255, 255, 255), (244, 246, 248), (200, 69, 27)):
            change = chance.randint(-16, 16)
            pixels[at] = tuple(max(0, min(255, level + change)) for level in colour)  # type: ignore[union-attr]
    seen = see(kept(usual), kept(noisy))
    assert seen.strokes > 0 and not seen.differs, seen.said()


@pytest.mark.parametrize("pair", list(itertools.combinations("0123456789", 2)), ids="".join)
def test_one_digit_at_body_size_is_seen(pair: tuple[str, str]) -> None:
    before, after = (drawn(page(f"8,5{digit}9")) for digit in pair)
    seen = see(kept(before), kept(after))
    assert seen.differs and seen.strokes > STROKES


@pytest.mark.parametrize("move", ["top: 2.4pt", "top: -2.4pt", "left: 2.4pt"])
def test_a_line_moved_by_two_pixels_is_seen(usual: Image.Image, move: str) -> None:
    assert see(kept(usual), kept(drawn(page(style=move)))).strokes > 2 * STROKES


@pytest.mark.parametrize("number", ["#0f38b8", "#1b2733", "#2f7d32"])
def test_another_colour_of_a_number_is_seen(usual: Image.Image, number: str) -> None:
    seen = see(kept(usual), kept(drawn(page(number=number))))
    assert seen.differs and seen.colour > COLOUR


@pytest.mark.parametrize("card", ["#eef6ee", "#fdf3ee", "#ffffff", "#e6eaef"])
def test_another_tint_of_a_card_is_seen(usual: Image.Image, card: str) -> None:
    seen = see(kept(usual), kept(drawn(page(card=card))))
    assert seen.differs and seen.ground > GROUND


def test_a_missing_drawing_is_seen_where_it_was(usual: Image.Image) -> None:
    seen = see(kept(usual), kept(drawn(page(chart="none"))))
    assert seen.differs and seen.where is not None
    box = seen.where.getbbox()
    assert box is not None and 285 <= box[1] and box[3] <= 315 and 50 <= box[2] - box[0] <= 70


def test_another_size_is_seen() -> None:
    seen = see(Image.new("RGB", (40, 60), "white"), Image.new("RGB", (40, 80), "white"))
    assert seen.differs and seen.said() == "40 × 60 pixels were accepted, 40 × 80 made"


def test_one_stray_pixel_passes_and_a_dot_does_not() -> None:
    white = Image.new("RGB", (60, 60), "white")
    faint, dot = white.copy(), white.copy()
    faint.putpixel((30, 30), (225, 225, 225))
    ImageDraw.Draw(dot).rectangle((30, 30, 32, 32), fill="black")
    assert not see(white, faint).differs and see(white, dot).differs


def test_a_reference_keeps_the_few_pixels_of_a_colour(usual: Image.Image) -> None:
    """Of 32 colours chosen by frequency none is the number's red; see `packed`."""
    red = (184, 56, 15)
    near = min(
        sum(abs(one - other) for one, other in zip(colour, red, strict=True))  # type: ignore[arg-type]
        for _, colour in kept(usual).getcolors(1 << 16) or ()
    )
    assert near <= 24
    assert len(packed(usual)) < 40_000 and Image.open(io.BytesIO(packed(usual))).mode == "P"


def test_a_reference_keeps_the_paper_and_the_grounds_exactly(usual: Image.Image) -> None:
    colours = {colour for _, colour in kept(usual).getcolors(1 << 16) or ()}
    assert {(255, 255, 255), (244, 246, 248), (200, 69, 27)} <= colours and len(colours) <= 32
    assert kept(usual).getpixel((2, 2)) == (255, 255, 255)
