from __future__ import annotations

import pytest

from briefing.model import Refusal
from briefing.readback import Passage, passages
from briefing.readback.passage import passage
from briefing.render import pdf
from briefing.render.joiners import joined

PAGE = """<!doctype html><html lang="ko"><head><title>배 3척</title>
<meta name="description" content="섬 12곳"><meta name="viewport" content="width=1">
<style>p { margin: 4px }</style>
<script type="application/ld+json">{"name": "보고 9", "part": {"n": 7}, "all": ["a", true, null]}</script>
<script>var hidden = 99</script></head>
<body><section id="traffic"><h2>이용객</h2>
<p>지난해 <b>41\u206041만\u00ad</b> 2300\n명이다.<span class="cite">\u202f[<a href="#s-1">1</a>, <a>3</a>]</span> 또<sup>2</sup> 온다.</p>
<ul><li>첫째 <p>둘째 7명</p></li></ul>
<table><tr><th>해</th><td><data value="2300">2,300명</data></td></tr></table>
<figure><svg role="img"><title>그림 5</title><desc>막대 6개</desc><text>하나<tspan>둘</tspan></text></svg>
<figcaption>설명 8</figcaption></figure>
<img alt="배 두 척" src="data:,"><p>끝 &amp; 시작 <a href="https://port.example/2">항구</a></p>
<p>배 <span class="tied"><button type="button" popovertarget="p">9척</button></span>이다.<button>5</button></p>
<a href="https://port.example/7#:~:text=%EB%B0%B0%207%EC%B2%99">본문</a></section></body></html>"""


def said(found: tuple[Passage, ...], role: str) -> list[str]:
    return [passage.text for passage in found if passage.role == role]


def test_a_page_gives_what_a_reader_meets_and_what_stands_out_of_sight() -> None:
    found = passages(PAGE.encode(), "html")
    assert said(found, "heading") == ["이용객"]
    assert said(found, "paragraph") == [
        "지난해 4141만 2300 명이다. 또 온다.",
        "끝 & 시작 항구",
        "배 9척이다.",
        "본문",
    ]
    assert said(found, "item") == ["첫째", "둘째 7명"]
    assert said(found, "cell") == ["해", "2,300명", "5"]
    assert said(found, "drawing") == ["하나둘"]
    assert said(found, "value") == ["2300"]
    assert said(found, "alt") == ["그림 5", "막대 6개", "배 두 척", "“배 7척”"]
    assert said(found, "caption") == ["설명 8"]
    assert said(found, "metadata") == ["배 3척", "섬 12곳", "보고 9", "7", "a"]
    assert said(found, "address") == ["https://port.example/2", "https://port.example/7"]
    assert {passage.where for passage in found if passage.role != "metadata"} == {"traffic"}


def test_what_is_taken_out_keeps_its_place() -> None:
    (paragraph,) = [p for p in passages(PAGE.encode(), "html") if p.text.startswith("지난해")]
    assert [(mark.at, mark.words) for mark in paragraph.citations] == [(19, "[1, 3]"), (21, "[2]")]
    assert paragraph.text[:19] == "지난해 4141만 2300 명이다."
    hidden = [mark.words for mark in paragraph.removed if mark not in paragraph.citations]
    assert hidden == ["\u2060", "\u00ad"]


def test_markdown_gives_blocks_footnotes_and_the_line_of_each() -> None:
    text = (
        "# 배 *41만* 명\n\n첫 줄은\n12%다.[^1][^2]\n\n- 하나 ![배 세 척](x.png)\n\n| a | b |\n|---|---|\n| 1 | 2명 |\n\n"
        "[^1]: 섬일보, 2024년\n[^2]: 뭍일보\n"
    )
    found = passages(text.encode(), "md")
    assert [(p.text, p.role, p.where, p.line) for p in found[:3]] == [
        ("배 41만 명", "heading", "배 41만 명", 1),
        ("첫 줄은 12%다.", "paragraph", "배 41만 명", 3),
        ("하나", "item", "배 41만 명", 6),
    ]
    assert [mark.words for mark in found[1].citations] == ["[1]", "[2]"]
    assert said(found, "alt") == ["배 세 척"]
    assert said(found, "cell") == ["a", "b", "1", "2명"]
    assert said(found, "source") == ["섬일보, 2024년", "뭍일보"]
    assert [p.citations[0].words for p in found if p.role == "source"] == ["[1]", "[2]"]


def test_a_paragraph_that_a_page_break_parts_is_one_passage() -> None:
    words = "배를 모는 선장은 안개가 짙은 날이면 결항이 잦아 주민들이 불편을 겪는다고 했다, "
    html = f"""<html lang="ko"><head><title>섬 3곳</title><style>@page {{ size: 200pt 200pt;
      @bottom-right {{ content: counter(page) "쪽" }} }} body {{ font-family: Pretendard }}</style></head>
      <body><h1>배 7척</h1><p>{joined(words * 9)}모두 8,579명.</p><table><tr><th>해</th><td>2023년</td></tr></table></body></html>"""
    found = passages(pdf.render(html), "pdf", language="ko")
    assert said(found, "heading") == ["배 7척"]
    assert said(found, "paragraph") == [f"{words * 9}모두 8,579명."]
    assert said(found, "cell") == ["해", "2023년"]
    assert said(found, "metadata")[0] == "섬 3곳"
    assert "1쪽" in said(found, "furniture")


def test_a_break_within_a_word_or_a_figure_leaves_nothing() -> None:
    raw = "manu\u00ad\r\nfacturing 33만 5,\n250달러, 2023\u00ad\n24, 8,\u2060579\n명\u202f[1, 2]."
    said = passage(raw, "paragraph")
    assert said.text == "manufacturing 33만 5,250달러, 2023-24, 8,579 명."
    assert [(mark.at, mark.words) for mark in said.citations] == [(len(said.text) - 1, "[1, 2]")]


@pytest.mark.parametrize(
    ("content", "format"),
    [(b"%PDF-1.7 cut", "pdf"), (b"\xff\xfe\x00", "md"), (b"\xb0\xa1", "html"), (b"", "docx")],
)
def test_what_cannot_be_read_back_is_refused(content: bytes, format: str) -> None:
    with pytest.raises(Refusal) as refused:
        passages(content, format)
    assert [problem.code for problem in refused.value.problems] == ["R100"]
