"""Faults made in finished files, one at a time: each is found with its code, its section and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest

from briefing.model import Brief, Figure, Text
from briefing.readback.closure import closure
from briefing.render import markdown
from tests.readback import island

LANGUAGES = ("ko", "en")
FORMATS = ("md", "html", "pdf")


@dataclass(frozen=True)
class Fault:
    """A fault in a finished file: each pattern's one match (its first group, if it has one) becomes the words."""

    name: str
    language: str
    format: str
    edits: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, str], ...]
    """Code, and what the message says, of every problem."""


def brief(language: str) -> Brief:
    return island.composed()[1].briefs[language]


def made(fault: Fault) -> bytes:
    text = island.finished(fault.language, fault.format)
    for pattern, words in fault.edits:
        (match,) = re.finditer(pattern, text, re.S)
        group = 1 if match.re.groups else 0
        text = text[: match.start(group)] + words + text[match.end(group) :]
    return island.content(fault.language, fault.format, text)


def one(name: str, where: str, pattern: str, words: str, code: str, *says: str) -> Fault:
    language, format = where.split(".")
    return Fault(name, language, format, ((pattern, words),), tuple((code, said) for said in says))


S = "section 'traffic'"
FAULTS = (
    # a digit swapped
    one("digits", "ko.md", r"2023년 이용객은 (41만 2,300명)이다", "41만 3,200명", "R101", f"{S} prints '41만 3,200명'"),
    one("digits", "en.md", r"serve (46) ports", "64", "R101", "'64"),
    one("digits", "ko.html", r"이용객은 (?:<span[^>]*>)?<button[^>]*><data[^>]*>(41만 2,300명)</data></button></span>이다", "41만 3,200명", "R101", S),
    one("digits", "en.pdf", r"serve <a[^>]*>(46)</a>", "64", "R101", f"{S}, page 1, prints '64"),
    one("man for eok", "ko.pdf", r"id=\"f-passengers-1\"[^>]*>(41만)", "41억", "R101", "section 'standfirst'"),
    # a figure dropped
    one("dropped", "en.md", r"carried (412,300 people), ", "them", "R102", f"{S} lacks '412,300 people'"),
    Fault("dropped", "ko", "html", ((r"<p>여객선은 항구 ((?:<span[^>]*>)?<button[^>]*><data[^>]*>46곳</data></button>)", ""),),
          (("R102", "lacks '46곳'"), ("R108", f"the value of {S} lacks '46'"))),
    one("dropped", "ko.pdf", r"항\S*구 <a[^>]*>(46곳)<", "", "R102", f"{S}, page 1, lacks '46곳'"),
    # two figures exchanged between paragraphs
    *(
        Fault("exchanged", language, format, edits, (("R106", first), ("R106", second)))
        for language, format, edits, first, second in (
            ("en", "md", ((r"serve (46)", "9"), (r"has reached (9) of", "46")), "prints '9", "prints '46"),
            ("ko", "html", ((r">(46곳)</data></button></span>에", "9곳"), (r">(9곳)</data></button></span>이다", "46곳")), "'9곳'", "'46곳'"),
            ("ko", "pdf", ((r">(46곳)</a>\S*에", "9곳"), (r"id=\"f-ports-dredged-1[^>]*>(9곳)</a>", "46곳")), "'9곳'", "'46곳'"),
        )
    ),
    # % for %p, a lost qualifier
    one("unit", "ko.md", r"\n정시 [^\n]*(7%포인트)", "7%", "R105", "prints '7%' where the record has '7%포인트'"),
    one("unit", "en.html", r"gain of (?:<span[^>]*>)?<button[^>]*><data[^>]*>(7 percentage points)", "7%", "R105", S),
    one("unit", "ko.pdf", r"로 <a[^>]*>(7%포인트)", "7%", "R105", S),
    one("about", "ko.md", r"\n정시 [^\n]*(약 )41%", "", "R104", "prints '41%' where the record has '약 41%'"),
    one("about", "en.html", r"ferries, (?:<span[^>]*>)?<button[^>]*><data[^>]*>(about )41%", "", "R104", S),
    one("about", "en.pdf", r"ferries, <a[^>]*>(about )41%", "", "R104", S),
    # a figure typed in
    one("typed", "ko.md", r"준설한 곳은", "세 곳을 보면 준설한 곳은", "R103", "prints '세 곳'"),
    one("typed", "en.html", r"<p>(Of) the", "In 2019, of", "R103", f"{S} prints '2019'"),
    one("typed", "en.pdf", r"<p>(The) ferries", "Twelve times the", "R103", f"{S}, page 1, prints 'Twelve times'"),
    one("typed digit", "ko.html", r"(새 배다)", "새 배다 (x7)", "R103", "prints '7'"),
    # charts
    one("chart", "ko.html", r"<svg[^>]*drawing wide.*?<text[^>]*>(41만 2,300명)</text>", "41만 2,301명", "R101",
        f"the drawing of {S} prints '41만 2,301명'"),
    one("chart", "en.pdf", r"<text[^>]*>(412,300)</text>", "412,301", "R101", f"the drawing of {S}, page"),
    one("whole", "ko.pdf", r"<text class=\"whole\"[^>]*>(46곳)</text>", "45곳", "R101", "where the record has '46곳'"),
    one("scale", "en.html", r"drawing narrow.*<text class=\"scale\"[^>]*>(100)</text>", "200", "R103", "prints '200'"),
    one("label", "ko.html", r"drawing narrow.*?<text class=\"label\"[^>]*>(2020년)</text>", "2021년", "R101", "'2021년'"),
    one("table", "ko.md", r"\| 2020년 \| (20만 6,150명)", "20만 6,151명", "R101", f"the text of {S}"),
    one("caption", "en.html", r"<figcaption>Dredging has reached only (?:<span[^>]*>)?<button[^>]*><data[^>]*>(9)<", "8", "R101", S),
    # out of sight
    one("alt", "ko.html", r"drawing wide.*?<desc>[^<]*2023년: (41만 2,300명)", "41만 2,301명", "R101",
        f"the alternative text of {S}"),
    one("alt", "en.pdf", r"<title>Dredging has reached only (9)</title>", "8", "R101", f"alternative text of {S}, page"),
    one("metadata", "ko.html", r"name=\"description\" content=\"[^\"]*(41만 2,300명)", "41만 명", "R101", "the metadata"),
    one("metadata", "en.html", r"json.*?\"description\":\"[^\"]*(412,300)", "412,301", "R101", "the metadata"),
    one("metadata", "en.pdf", r"name=\"description\" content=\"[^\"]*(412,300)", "412,301", "R101", "the metadata"),
    one("date of the file", "ko.pdf", r"dcterms.modified\" content=\"(2024-06)", "2024-07", "R107", "the metadata"),
    one("value", "en.html", r"carried (?:<span[^>]*>)?<button[^>]*><data class=\"figure\" value=\"(412300)", "412301", "R108",
        f"the value of {S} gives programs the value '412301'"),
    # what else has digits, each by its class
    one("edition", "ko.md", r"제(1)호", "2", "R107", "section 'edition'"),
    one("edition", "en.html", r"<span>No\. (1)</span>", "2", "R107", "the margin"),
    one("edition", "en.pdf", r"class=\"when\">(June 2024)", "June 2023", "R107", "section 'edition'"),
    one("section number", "en.md", r"## (1)\. Passengers", "2", "R107", S),
    one("contents", "ko.html", r"<nav class=\"contents\".*?\"no\">(1)<", "2", "R107", "the margin"),
    one("name", "en.html", r"(Hanbada 3) is", "Hanbada 4", "R107", "prints '4' where the record has '3'"),
    one("verbatim", "ko.md", r"“판 곳은 (9)곳”", "8", "R107", "section 'annex'"),
    one("verbatim", "en.pdf", r"“\S*판[^<]*?(9)\S*?곳”", "8", "R107", "section 'annex'"),
    one("formula", "ko.html", r"id=\"e-growth\".*?\((41만 2,300명) −", "41만 2,400명", "R107", "section 'annex'"),
    one("publication", "ko.md", r"섬일보, (2024년 5월 11일)", "2024년 5월 12일", "R107", "section 'sources'"),
    one("citation", "ko.html", r"<p>준설.*?<span class=\"cite\">.\[<a[^>]*>(1)<", "2", "R107", f"the citation of {S}"),
    Fault("citation", "en", "md", ((r"9 of them\.\[\^(1)\]", "2"),), (("R103", "prints '2'"), ("R107", "lacks '[1]'"))),
    one("places", "ko.html", r"id=\"e-on-time\".*?>(§1)<", "§2", "R107", "section 'annex'"),
    one("source number", "ko.html", r"id=\"s-1\" value=\"(1)", "2", "R107", "the citation of section 'sources'"),
    one("evidence", "en.html", r"id=\"e-ports\"[^>]*><th.*?<data[^>]*>(46)<", "47", "R101", "section 'annex'"),
    one("opened figure", "en.html", r"id=\"p-ports\".*?<data[^>]*>(46)<", "47", "R101", "section 'annex'"),
    one("opened period", "ko.html", r"id=\"p-passengers\".*?value=\"2023\">(2023년)<", "2022년", "R101", "section 'annex'"),
    one("opened quote", "ko.html", r"id=\"p-ports\".*?<blockquote>.*?(46곳)”", "47곳", "R107", "section 'annex'"),
    one("opened formula", "ko.html", r"id=\"p-growth\".*?\((41만 2,300명) −", "41만 2,400명", "R107", "section 'annex'"),
    one("opened value", "ko.html", r"id=\"p-ports\".*?value=\"(46)", "47", "R108", "section 'annex'"),
    one("opened words", "en.html", r"id=\"p-ports\".*?:~:text=[^\"]*?(46)", "47", "R107", "the alternative text"),
    one("opened address", "en.html", r"id=\"p-ports\".*?daily.example/(2024)", "2023", "R107", "address"),
    one("page number", "ko.pdf", r"counter\(page\)", "counter(pages)", "R107", "the page number, page 1"),
    one("running head", "en.pdf", r"data-series=\"Island Briefs · No\. (1)\"", "3", "R107", "the margin"),
    one("bookmark", "ko.pdf", r"<span class=\"no\">(1) </span>", "4 ", "R107", "the bookmark"),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_the_unchanged_brief_raises_nothing(language: str, format: str) -> None:
    content = island.content(language, format, island.finished(language, format))
    assert closure(brief(language), format, content) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.name} {fault.language}.{fault.format}")
def test_a_fault_is_found_with_its_code_and_place(fault: Fault) -> None:
    found = closure(brief(fault.language), fault.format, made(fault))
    for code, said in fault.found:
        assert any(problem.code == code and said in problem.message for problem in found), found
    assert {problem.code for problem in found} == {code for code, _ in fault.found}, found
    assert all(
        problem.where and problem.where.file == f"ferry.{fault.language}.{fault.format}" for problem in found
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ("serve 46 ports", "serve 64 ports", [("R101", "prints '64' where the record has '46'")]),
        ("serve 46 ports", "serve ports", [("R102", "lacks '46'")]),
        ("Traffic rose", "Traffic treble rose", [("R103", "prints 'treble'")]),
        ("No. 1 ", "No. 2 ", [("R107", "section 'edition'")]),
    ],
)
def test_a_language_without_a_grammar_is_compared_by_its_words(
    old: str, new: str, found: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.wording.number_words", lambda language: ("treble", "one", "five"))
    text = island.finished("en", "md").replace(old, new, 1)
    problems = closure(replace(brief("en"), language="qps"), "md", text.encode())
    assert [problem.code for problem in problems] == [code for code, _ in found], problems
    assert all(said in problem.message for problem, (_, said) in zip(problems, found, strict=True))


def changed(language: str, **fields: object) -> Brief:
    return replace(brief(language), **fields)  # type: ignore[arg-type]


def test_a_record_whose_words_say_another_figure_is_refused() -> None:
    standfirst = tuple(
        replace(leaf, words="41만 2,301명") if isinstance(leaf, Figure) else leaf
        for leaf in brief("ko").standfirst
    )
    wrong = changed("ko", standfirst=standfirst)
    problems = closure(wrong, "md", markdown.render(wrong).encode())
    assert {problem.code for problem in problems} == {"R110", "R112"}
    assert any("'41만 2,301명' in section 'standfirst'" in problem.message for problem in problems)


@pytest.mark.parametrize("words", ["항구는 3곳이다. ", "배는 두 배로 늘었다. ", "Gate ②. "])
def test_a_figure_that_no_leaf_accounts_for_is_refused(words: str) -> None:
    wrong = changed("ko", standfirst=(Text(words), *brief("ko").standfirst))
    problems = closure(wrong, "md", markdown.render(wrong).encode())
    assert [problem.code for problem in problems] == ["R111"]
    assert "section 'standfirst'" in problems[0].message
    assert closure(replace(wrong, idioms=(words.strip(),)), "md", markdown.render(wrong).encode()) == ()
