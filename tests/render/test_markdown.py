from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model import (
    Bullets,
    Cite,
    Emphasis,
    Heading,
    Inlines,
    Link,
    Name,
    Other,
    Paragraph,
    Quote,
    SourceEntry,
    Strong,
    Table,
    Text,
)
from briefing.render import commonmark, markdown
from tests.render import sample
from tests.render.conftest import GOLDEN, Rendered

SOURCE = SourceEntry(1, "s", (Text("Publisher, 2024. 3. 11."),), "https://news.example/a_b(c)?x=1&y=2")
HOSTILE = [
    "2024. 3. 11. 보도", "1) first", "# heading", "- item", "+ item", "* item", "> quote", "=== rule", "---", "***",
    "a * b * c", "*a* and **b** and _c_ and __d__", "snake_case_name", "`code` and ``more``", "[link](x) and [^1]",
    "![image](x)", "<b>bold</b> <!-- c --> <https://x.example>", "&amp; &#34; & AT&T;", "a | b | c", "| --- |",
    "\\* \\\\ \\", "~~struck~~ 7~8일 10~20%", "[^1]: note", "[a]: https://x.example", "line\nbreak", "two  spaces  ",
    "$2.75 billion and ($4 billion)", "{{ fact }} {% raw %}", "~~~", "```", "    indented", "\ttab", "&nbsp;", "a\\",
    "https://x.example/a_b_c", "“따옴표” ‘작은’ 『책』", "1\\. x", "#", "##", "-", "1.", "heading ##", "...", "@user #12",
]  # fmt: skip


def _problems(*blocks: object, sources: tuple[SourceEntry, ...] = ()) -> tuple[object, ...]:
    brief = sample.tiny(*blocks, sources=sources)  # type: ignore[arg-type]
    return markdown.verify(markdown.render(brief), brief)


def test_the_sample_reads_as_it_is_kept(
    rendered: Rendered, same_as_kept: Callable[[str, Path], None]
) -> None:
    same_as_kept(rendered.markdown, GOLDEN / f"wind.{rendered.brief.language}.md")


def test_the_sample_has_the_structure_that_was_composed(rendered: Rendered) -> None:
    assert markdown.verify(rendered.markdown, rendered.brief) == ()


def test_markdown_holds_no_html_and_no_attributes(rendered: Rendered) -> None:
    assert "{" not in rendered.markdown
    assert all("<" not in line.replace("<https://", "") for line in rendered.markdown.splitlines())


@pytest.mark.parametrize("text", HOSTILE)
def test_any_words_survive_in_any_place(text: str) -> None:
    words: Inlines = (Text(text), Cite((1,)))
    blocks = (
        Paragraph(words),
        Heading(3, (Text(text),)),
        Bullets(((Paragraph(words),), (Paragraph(words), Paragraph(words)))),
        Bullets(((Paragraph(words),),), ordered=True),
        Quote((Paragraph(words), Paragraph(words))),
        Table(((Text(text),), words), ((words, (Name("t", text),)),), caption=(Text(text),)),
        Paragraph((Strong((Text(text),)), Text("는 그렇다"))),
        Paragraph((Text("앞"), Emphasis((Text(text),)), Text("뒤"))),
        Paragraph((Link("https://x.example/(a b)", (Text(text),)), Other("verbatim", text))),
    )
    source = replace(SOURCE, content=(Text(text),))
    assert _problems(*blocks, sources=(source,)) == ()


def test_emphasis_that_would_leave_its_marks_on_the_page_is_dropped() -> None:
    assert commonmark.inline((Strong((Text("34%"),)), Text("는"))) == "34%는"
    assert commonmark.inline((Strong((Text("부족"),)), Text("은"))) == "**부족**은"
    assert commonmark.inline((Strong((Text("34%"),)), Text(" 증가"))) == "**34%** 증가"


def test_ranges_are_not_struck_through_and_dollars_no_formula() -> None:
    assert commonmark.escaped("7~8일") == "7\\~8일"
    assert commonmark.escaped("$2.75 and ($4)") == "$2.75 and (\\$4)"


def test_verify_finds_words_that_became_markup() -> None:
    brief = sample.tiny(Paragraph((Text("2024. 3. 11."),)))
    broken = markdown.render(brief).replace("2024\\.", "2024.")
    (problem,) = markdown.verify(broken, brief)
    assert problem.code == "R001"
    assert "2024. 3. 11." in problem.message


def test_verify_finds_what_is_lost_and_what_is_added() -> None:
    brief = sample.tiny(Paragraph((Text("one"),)), Paragraph((Text("two"),)))
    whole = markdown.render(brief)
    assert [problem.code for problem in markdown.verify(whole.replace("\n\ntwo", ""), brief)] == ["R001"]
    assert [problem.code for problem in markdown.verify(whole + "\nthree\n", brief)] == ["R001"]


def test_nesting_past_the_limit_is_an_error_not_a_loss() -> None:
    block = Paragraph((Text("deep"),))
    for _ in range(markdown.DEPTH + 1):
        block = Quote((block,))  # type: ignore[assignment]
    with pytest.raises(ValueError, match="nested"):
        markdown.render(sample.tiny(block))
