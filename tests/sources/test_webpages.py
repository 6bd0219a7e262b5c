"""Saved web pages: the article's figures and no other, as exactly as they are printed; and what a page says of itself."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from briefing.model import Problem, Refusal, Source
from briefing.sources import Metadata, load, metadata
from tests.sources import documents

HEAD = """<title>{title} | 바다신문</title><meta property="og:title" content="{title}">
<meta property="og:site_name" content="바다신문"><meta name="author" content="김바다">
<meta property="article:published_time" content="2024-03-11T09:00:00+09:00">
<link rel="canonical" href="https://sea.example/news/123">"""
ABOVE = """<header><nav><ul><li><a href="/">홈</a></li><li><a href="/e">경제 12</a></li></ul></nav></header>
<div id="cookie-banner" class="cookie-consent"><p>37개 협력사가 쿠키를 씁니다.</p></div>"""
BELOW = """<aside class="related"><h3>관련기사</h3><ul><li><a href="/1">미역 값 45% 뛰었다</a></li>
<li><a href="/2">다시마 100만 톤</a></li></ul></aside>
<section id="comments" class="comments"><h3>댓글 88개</h3><div class="comment">저는 77% 찬성합니다</div></section>
<footer><p>대표전화 02-123-4567, 등록번호 1234, 저작권 2025</p></footer><script>var figure = 4321;</script>"""
FURNITURE = ("12", "37개", "45%", "100만", "88개", "77%", "123-4567", "4321", "쿠키", "관련기사", "댓글")


def page(article: str, *, head: str = HEAD, lang: str = "ko") -> str:
    title = head.replace("{title}", "해조류 수출 늘었다")
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{title}</head><body>{ABOVE}'
        f"<main><article><h1>해조류 수출 늘었다</h1>{article}</article></main>{BELOW}</body></html>"
    )


def read(
    folder: Path, content: str | bytes, name: str = "a.html", **given: str
) -> tuple[Source, tuple[Problem, ...]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(path, "source", **given)  # type: ignore[arg-type]


def refused(folder: Path, content: str | bytes, name: str = "a.html") -> tuple[str, int]:
    with pytest.raises(Refusal) as caught:
        read(folder, content, name)
    (problem,) = caught.value.problems
    assert problem.hint and problem.message.isprintable()
    return problem.code, caught.value.exit_code


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("name", "codes"), [("a.html", []), ("saved as text.txt", ["S110"])])
def test_figures_are_those_of_the_article(tmp_path: Path, language: str, name: str, codes: list[str]) -> None:
    article = documents.paragraphs(documents.TEXTS[language])
    source, problems = read(tmp_path, page(article, lang=language), name)
    assert [problem.code for problem in problems] == codes
    assert documents.of(source, language) == documents.plain(language)
    assert not [words for words in FURNITURE if words in source.text]
    assert all(text in source.text for text in documents.TEXTS[language])


def test_markup_within_a_figure_does_not_divide_it_and_a_raised_digit_is_none_of_it(tmp_path: Path) -> None:
    article = """<p>김 수출은 27<b>억</b> 5000만 달러로 <em>25</em>% 늘었고, 업체는 8,<span>579</span>곳<sup><a href="#n">3</a></sup>이다.</p>
    <p>넓이는 120km<sup>2</sup>이고 배출된 CO<sub>2</sub>는 3만<wbr>5천 톤이다.<br>다음 줄은 1&nbsp;200명이다.</p>
    <p>둘은 <s>보이고</s> 셋째는 <span style="display:none">9</span>12명, 넷째는<span hidden> 그리고 4명</span> 7명이다.</p>"""
    text = read(tmp_path, page(article))[0].text
    assert "27억 5000만 달러로 25% 늘었고, 업체는 8,579곳³이다.\n" in text
    assert "120km²이고 배출된 CO₂는 3만5천 톤이다.\n다음 줄은" in text
    assert "셋째는 12명, 넷째는 7명이다." in text


def test_a_table_is_a_row_a_line_and_lists_and_quotations_have_lines_of_their_own(tmp_path: Path) -> None:
    article = documents.paragraphs(documents.KOREAN) + (
        "<h2>지역</h2><ul><li>완도군은 4만 2천 톤이다</li><li>진도군은 1만 8천 톤이다</li></ul>"
        "<table><tr><th>연도</th><th>수출액</th></tr><tr><td>2023</td><td>1,200</td></tr></table>"
        "<blockquote>“내년에는 30% 더 늘 것”이라고 그는 말했다.</blockquote>"
    )
    lines = read(tmp_path, page(article))[0].text.splitlines()
    expected = ["지역", "완도군은 4만 2천 톤이다", "진도군은 1만 8천 톤이다", "연도 | 수출액", "2023 | 1,200"]
    assert lines[-6:-1] == expected and lines[-1].startswith("“내년에는 30%")


def test_what_a_reader_does_not_see_is_still_reported(tmp_path: Path) -> None:
    article = (
        documents.paragraphs(documents.KOREAN) + "<p>가려진 1&#8203;23명과 돌려진 \u202e321\u202c명이다.</p>"
    )
    source, problems = read(tmp_path, page(article))
    assert [problem.code for problem in problems] == ["S103", "S104"] and "123명" in source.text


@pytest.mark.parametrize(
    ("said", "encoding", "declared"),
    [
        ("euc-kr", "cp949", None),
        ("utf-8", "utf-8", None),
        ("euc-kr", "utf-8", "utf-8"),
        ("", "cp949", "cp949"),
    ],
)
def test_the_character_set_of_the_page_counts_unless_one_is_declared(
    tmp_path: Path, said: str, encoding: str, declared: str | None
) -> None:
    text = page(
        "<p>똠방각하 8,579명과 펲시콜라 51,425병을 세었다.</p>" + documents.paragraphs(documents.KOREAN)
    )
    content = text.replace('<meta charset="utf-8">', f'<meta charset="{said}">' if said else "").encode(
        encoding
    )
    path = tmp_path / "a.html"
    path.write_bytes(content)
    source, _ = load(path, "source", encoding=declared)
    assert "똠방각하 8,579명과 펲시콜라" in source.text
    assert metadata(path, encoding=declared).title == "해조류 수출 늘었다"


def test_utf16_pages_are_told_by_their_mark(tmp_path: Path) -> None:
    source, _ = read(tmp_path, page(documents.paragraphs(documents.KOREAN)).encode("utf-16"), "a.txt")
    assert documents.of(source, "ko") == documents.plain("ko")


def test_the_same_page_gives_the_same_text(tmp_path: Path) -> None:
    content = page(documents.paragraphs(documents.KOREAN))
    assert read(tmp_path, content)[0] == read(tmp_path, content)[0]


def test_metadata_of_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(documents.paragraphs(documents.KOREAN)), encoding="utf-8")
    assert metadata(path) == Metadata(
        "해조류 수출 늘었다", "김바다", "2024-03-11", "바다신문", "https://sea.example/news/123", "ko"
    )


@pytest.mark.parametrize("head", ['<meta name="author" content="김바다">', ""])
def test_a_korean_byline_gives_the_name_alone(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.html"
    byline = '<p class="byline">김바다 기자 입력 2024.03.11 09:00</p>'
    path.write_text(page(byline + documents.paragraphs(documents.KOREAN), head=head), encoding="utf-8")
    assert metadata(path).author == "김바다"


def test_metadata_of_json_ld_and_of_the_browser(tmp_path: Path) -> None:
    said = """<title>Seaweed exports rise</title><script type="application/ld+json">{"@context": "https://schema.org",
    "@type": "NewsArticle", "headline": "Seaweed exports rise", "datePublished": "2024-05-02", "author": {"@type": "Person",
    "name": "Mara Quay"}, "publisher": {"@type": "Organization", "name": "Harbour Post"}}</script>"""
    path = tmp_path / "a.html"
    content = page(documents.paragraphs(documents.ENGLISH), head=said, lang="en-GB")
    saved = "<!doctype html>\n<!-- saved from url=(0031)https://harbour.example/seaweed -->"
    path.write_text(content.replace("<!doctype html>", saved), encoding="utf-8")
    found = metadata(path)
    assert (found.title, found.author, found.published) == ("Seaweed exports rise", "Mara Quay", "2024-05-02")
    assert (found.url, found.language) == ("https://harbour.example/seaweed", "en")


def test_a_day_that_is_not_in_the_markup_is_a_proposal(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    head = '<title>해조류</title><link rel="canonical" href="https://sea.example/2024/05/02/seaweed">'
    path.write_text(page(documents.paragraphs(documents.KOREAN), head=head), encoding="utf-8")
    found = metadata(path)
    assert found.published in ("", "2024-05-02") and (found.proposed == {"published"}) == bool(
        found.published
    )


def test_without_the_group_the_refusal_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "a.html"
    path.write_text(page("<p>8,579명</p>"), encoding="utf-8")
    for reading in (lambda: load(path, "source"), lambda: metadata(path)):
        with pytest.raises(Refusal) as caught:
            reading()
        (problem,) = caught.value.problems
        assert (problem.code, caught.value.exit_code) == ("S006", 3)
        assert problem.hint == "pip install 'briefing[html]'"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<!doctype html><html><body></body></html>", ("S008", 3)),
        ("<!doctype html><html><body><script>x = 8579</script></body></html>", ("S008", 3)),
        ("<!doctype html><html><head><meta charset=shift_jis></head><body>8</body></html>", ("S002", 3)),
        ("<!doctype html><html><body>\u00e9 8,579".encode("latin-1"), ("S002", 3)),
        ("<!doctype html><html><body>" + "<div>" * 9000 + "8,579 people", ("S005", 5)),
        ("<!doctype html><html><body>" + "<p>8</p>" * 210_000, ("S005", 5)),
        (b"<!doctype html>" + b" " * (20 * 1024 * 1024), ("S005", 5)),
        ("   \n", ("S003", 3)),
    ],
)
def test_each_bad_page_is_one_clear_problem(
    tmp_path: Path, content: str | bytes, expected: tuple[str, int]
) -> None:
    assert refused(tmp_path, content) == expected


def test_entities_and_addresses_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network is asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    evil = '<!DOCTYPE html [<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY a "aaaa">]><html><body><article>'
    text = "<p>어가는 8,579가구다. &file; &a;</p>" + documents.paragraphs(documents.KOREAN)
    source, _ = read(tmp_path, evil + text + '<img src="http://127.0.0.1:9/x.png"></article></body></html>')
    assert "8,579가구다. &file; &a;" in source.text
