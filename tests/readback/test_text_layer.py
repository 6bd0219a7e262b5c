from __future__ import annotations

from briefing.readback.passage import JOINER
from briefing.readback.pdf import text_of
from briefing.render import pdf
from tests.render import sample
from tests.render.conftest import SHELL


def test_the_text_is_free_of_joiners_and_line_breaks() -> None:
    text = text_of(pdf.render(pdf.print_html(sample.brief("ko"), shell=SHELL)))
    assert "해상풍력" in text
    assert JOINER not in text
    assert "\n" not in text
