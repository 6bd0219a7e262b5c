"""Accepted, compared, missing, unused: snapshots against a folder, pictures with their panels, texts with their lines."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from briefing.model import Refusal
from briefing.saying import Message
from briefing.snapshots import Snapshot, Taken, accept, compare, kind_of
from briefing.snapshots.folder import INDEX
from briefing.snapshots.lines import SHOWN, differing
from briefing.snapshots.panels import TALLEST
from briefing.snapshots.pictures import opened, packed

PAGE = "ferry.en.html"
HERE = {"chromium": 150, "fonts": ["Example Sans"], "system": "linux"}


def drawing(height: int = 80, at: int | None = None) -> bytes:
    image = Image.new("RGB", (60, height), "white")
    ImageDraw.Draw(image).rectangle((5, 5, 50, 20), fill="#b8380f")
    if at is not None:
        ImageDraw.Draw(image).rectangle((10, at, 30, at + 6), fill="black")
    return packed(image)


def taken(**changed: object) -> Taken:
    made = (
        Snapshot("ferry.en.md", "md", b"# Boats\n\nPassengers: 41\n"),
        Snapshot("ferry.en.pdf.01.png", "pdf.png", drawing()),
        Snapshot(f"{PAGE}.360.png", "html.png", drawing()),
    )
    parts = {"snapshots": made, "kinds": frozenset(("md", "pdf.png", "html.png")), "machines": {PAGE: HERE}}
    return Taken(**(parts | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.ko.md", "md"), ("a.b.pt-BR.html", "html"), ("a.ko.pdf.txt", "pdf.txt"), ("a.ko.pdf.tags.txt", "pdf.tags.txt"),
     ("a.ko.pdf.01.png", "pdf.png"), ("a.ko.html.1280.png", "html.png"), ("README.md", None), ("a.ko.pdf", None),
     ("a.ko.pdf.json", None), (INDEX, None), ("a.ko.md.01.png", None)],
)  # fmt: skip
def test_a_name_says_its_kind(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def test_what_was_accepted_compares_as_the_same(tmp_path: Path) -> None:
    assert {each.what for each in compare(taken(), tmp_path).differences} == {"missing"}
    assert len(accept(taken(), tmp_path)) == 3
    verdict = compare(taken(), tmp_path)
    assert (verdict.differences, verdict.compared, verdict.skipped) == ((), 3, {})
    assert accept(taken(), tmp_path) == ()


def test_other_line_ends_are_no_difference(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    (tmp_path / "ferry.en.md").write_bytes(b"# Boats\r\n\r\nPassengers: 41\r\n")
    assert compare(taken(), tmp_path).differences == ()


def test_a_changed_text_is_shown_by_its_lines(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    (tmp_path / "ferry.en.md").write_text("# Boats\n\nPassengers: 14\n")
    (difference,) = compare(taken(), tmp_path).differences
    assert (difference.name, difference.what) == ("ferry.en.md", "differs")
    assert difference.lines == ("2 lines, first at line 3", "@@ 3 @@", "-Passengers: 14", "+Passengers: 41")
    first = difference.lines[0]
    assert isinstance(first, Message) and first.values == {
        "count": "2",
        "first": "3",
    }  # so it can be translated


def test_a_changed_picture_has_three_panels(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    (tmp_path / "ferry.en.pdf.01.png").write_bytes(drawing(at=50))
    (difference,) = compare(taken(), tmp_path).differences
    assert difference.panels is not None and "pixels differ" in difference.lines[0]
    sheet = opened(difference.panels)
    assert sheet.width == 3 * 60 + 4 * 12
    black, red = [], []
    for x in range(sheet.width):
        for y in range(20, sheet.height):  # below the names of the panels
            colour = sheet.getpixel((x, y))
            if isinstance(colour, tuple) and max(colour) < 40:
                black.append(x)
            if isinstance(colour, tuple) and colour[0] > 190 and max(colour[1:]) < 110 and x >= 12 + 2 * 72:
                red.append((x, y))
    assert {(x - 12) // 72 for x in black} == {0}, "the bar stands in the expected panel alone"
    assert red and {y for _, y in red} <= set(range(60, 90)), "and is marked where it stood"


def test_of_a_long_page_the_place_that_differs_is_shown(tmp_path: Path) -> None:
    page = taken(snapshots=(Snapshot("ferry.en.pdf.01.png", "pdf.png", drawing(4000)),))
    accept(page, tmp_path)
    (tmp_path / "ferry.en.pdf.01.png").write_bytes(drawing(4000, at=3000))
    (difference,) = compare(page, tmp_path).differences
    assert difference.panels is not None
    sheet = opened(difference.panels)
    assert TALLEST < sheet.height < TALLEST + 40
    assert min(sheet.crop((12, 20, 70, sheet.height)).convert("L").tobytes()) < 10, "the bar is on it"


def test_a_page_of_another_size_differs(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    (tmp_path / "ferry.en.pdf.01.png").write_bytes(drawing(90))
    (difference,) = compare(taken(), tmp_path).differences
    assert difference.lines == ("60 × 90 pixels were accepted, 60 × 80 made",) and difference.panels


def test_a_reference_that_is_no_picture_differs(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    (tmp_path / "ferry.en.pdf.01.png").write_bytes(b"\x89PNG\r\n\x1a\nnone")
    (difference,) = compare(taken(), tmp_path).differences
    assert difference.lines == ("the accepted file is no PNG",)


def test_noise_below_the_limits_leaves_the_reference_as_it_is(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    faint = opened(drawing())
    faint.putpixel((30, 60), (235, 235, 235))
    out = io.BytesIO()
    faint.save(out, "PNG")
    (tmp_path / "ferry.en.pdf.01.png").write_bytes(out.getvalue())
    assert compare(taken(), tmp_path).differences == () and accept(taken(), tmp_path) == ()


@pytest.mark.parametrize("name", ["ferry.en.pdf.02.png", "ferry.ko.md", "old.en.md", f"{PAGE}.480.png"])
def test_a_reference_that_nothing_makes_is_unused_and_accepting_removes_it(tmp_path: Path, name: str) -> None:
    accept(taken(), tmp_path)
    (tmp_path / name).write_bytes(b"left over")
    (difference,) = compare(taken(), tmp_path).differences
    assert (difference.name, difference.what) == (name, "unused")
    assert accept(taken(), tmp_path) == (name,) and not (tmp_path / name).exists()


def test_what_was_not_asked_for_is_not_unused(tmp_path: Path) -> None:
    part = taken(stems=frozenset(("ferry",)), languages=frozenset(("en",)))
    accept(part, tmp_path)
    for name in ("other.en.md", "ferry.ko.md", "ferry.en.html", "README.md"):
        (tmp_path / name).write_text("another's")
    assert compare(part, tmp_path).differences == () and accept(part, tmp_path) == ()


def test_without_a_browser_pictures_of_web_pages_are_neither_wrong_nor_unused(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    without = taken(snapshots=taken().snapshots[:2], machines={}, skipped={"html.png": "no Chromium"})
    verdict = compare(without, tmp_path)
    assert (verdict.differences, verdict.compared) == ((), 2) and verdict.skipped == {
        "web pages": "no Chromium"
    }
    (note,) = verdict.problems("snapshots", "accept", {})
    assert (note.code, note.severity) == ("O023", "note") and "no Chromium" in note.message
    assert accept(without, tmp_path) == ()
    assert (tmp_path / f"{PAGE}.360.png").exists() and json.loads((tmp_path / INDEX).read_bytes()) == {
        PAGE: HERE
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [({"chromium": 151}, "chromium 150, here 151"), ({"fonts": ["A", "B"]}, "fonts Example Sans, here A, B")],
)
def test_on_another_machine_web_pages_are_not_compared_and_accepting_draws_them_anew(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    accept(taken(), tmp_path)
    drawn = Snapshot(f"{PAGE}.360.png", "html.png", drawing(at=40))
    other = taken(snapshots=(*taken().snapshots[:2], drawn), machines={PAGE: HERE | change})
    verdict = compare(other, tmp_path)
    assert (verdict.differences, verdict.compared) == ((), 2) and said in verdict.skipped[PAGE]
    assert accept(other, tmp_path) == (drawn.name,)
    assert compare(other, tmp_path).skipped == {} and compare(taken(), tmp_path).compared == 2


def test_a_web_page_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    accept(taken(), tmp_path)
    accept(taken(snapshots=taken().snapshots[:2], machines={}), tmp_path)
    assert json.loads((tmp_path / INDEX).read_bytes()) == {} and not (tmp_path / f"{PAGE}.360.png").exists()


def test_a_damaged_note_is_refused(tmp_path: Path) -> None:
    (tmp_path / INDEX).write_text("[")
    with pytest.raises(Refusal) as refused:
        compare(taken(), tmp_path)
    assert refused.value.problems[0].code == "O025" and refused.value.exit_code == 3


def test_long_lines_and_long_differences_are_cut_to_the_place() -> None:
    old, new = "a" * 500 + "1" + "b" * 500, "a" * 500 + "2" + "b" * 500
    lines = differing(old, new)
    assert [line[:2] for line in lines[2:]] == ["-…", "+…"] and all(len(line) < 160 for line in lines)
    assert "1" in lines[2] and "2" in lines[3]
    many = differing("\n".join(map(str, range(100))), "\n".join(f"{number}!" for number in range(100)))
    assert len(many) == SHOWN + 2 and many[0] == "200 lines, first at line 1" and many[-1].endswith("more")
