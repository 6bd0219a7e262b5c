from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Figure, Paragraph, Quantity, Text
from briefing.render import pdf, readback
from briefing.render.joiners import JOINER
from tests.render import sample
from tests.render.conftest import SHELL, Rendered


def test_every_figure_of_the_sample_is_in_the_text_layer(rendered: Rendered) -> None:
    assert readback.missing(rendered.pdf, rendered.brief) == ()


def test_the_text_is_free_of_joiners_and_line_breaks(rendered: Rendered) -> None:
    text = readback.text_of(rendered.pdf)
    assert JOINER not in text
    assert "\n" not in text


def test_a_figure_that_is_not_printed_is_missed(rendered: Rendered) -> None:
    section = rendered.brief.sections[0]
    figure = Figure("ghost", "77,777", Quantity("count", None))
    more = replace(section, blocks=(*section.blocks, Paragraph((figure, Text(" ghosts")))))
    brief = replace(rendered.brief, sections=(more, *rendered.brief.sections[1:]))
    (problem,) = readback.missing(rendered.pdf, brief)
    assert problem.code == "R040"
    assert "77,777" in problem.message


@pytest.mark.parametrize(
    ("printed", "figure"), [("134%", "34%"), ("1,340", "340"), ("34.5", "34"), ("3,400", "3,4")]
)
def test_a_figure_within_another_does_not_count(printed: str, figure: str) -> None:
    shown = sample.tiny(Paragraph((Text(f"모두 {printed} 있다"),)))
    content = pdf.render(pdf.print_html(shown, shell=SHELL))
    wanted = sample.tiny(Paragraph((sample.count(figure, 1), Text(" 있다"))))
    assert [problem.code for problem in readback.missing(content, wanted)] == ["R040"]
