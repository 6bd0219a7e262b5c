"""What a template's calls print: figures, dates, particles, terms and citations, and the record of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.compose import spoken
from briefing.model import Brief, Chart, Cite, Figure, Name, Paragraph, Refusal, Text
from briefing.pipeline import assemble
from briefing.plaintext import plain
from briefing.project import load
from briefing.render.markdown import render
from tests import small_brief

KOREAN, ENGLISH = "templates/brief.ko.md.j2", "templates/brief.en.md.j2"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_brief.write(tmp_path)


def composed(folder: Path, language: str) -> Brief:
    return assemble(load(folder), folder / "seeds/originals").briefs[language]


def summary_of(folder: Path, language: str, text: str) -> str:
    """The summary's Markdown with ``text`` as its paragraph."""
    name = f"templates/brief.{language}.md.j2"
    heading = {"ko": "## 핵심 요약\n", "en": "## Key points\n"}[language]
    for other in ("ko", "en"):
        small_brief.edit(
            folder, f"templates/brief.{other}.md.j2", {"ko": "## 핵심 요약\n", "en": "## Key points\n"}[other],
            {"ko": "## 핵심 요약\n", "en": "## Key points\n"}[other] + ("" if other == language else PRINTS_ALL),
        )  # fmt: skip
    small_brief.edit(folder, name, heading, f"{heading}\n{text}\n")
    page = render(composed(folder, language))
    return page.split(heading)[1].strip().split("\n")[0]


PRINTS_ALL = '\n{{ fact("ship-cost") }} {{ fact("islanders") }} {{ when("passengers") }} {{ fact("growth") }} {{ when("new-route") }}{{ cite() }}\n'
REST = ' {{ fact("ship-cost", "bare") }} {{ fact("islanders") }} {{ when("passengers") }} {{ fact("growth") }} {{ when("new-route") }}{{ cite() }}'


@pytest.mark.parametrize(
    ("language", "call", "printed"),
    [
        ("ko", '{{ fact("ship-cost") | josa("이/가") }}', "1,200만 달러가"),
        ("ko", '{{ fact("growth") | josa("은/는") }}', "100%는"),
        ("ko", '{{ when("new-route") | josa("이/가") }}', "2024년 4월이"),
        ("ko", '{{ term("port") | josa("을/를") }}', "항만공사를"),
        ("ko", '**{{ term("port") }}**{{ "" | josa("을/를") }}', "**항만공사**를"),
        ("en", 'at {{ fact("ship-cost") }}', "at $12 million"),
        ("en", 'by {{ term("port") }} and {{ term("port") }}', "by the Port Authority and the Authority"),
        (
            "en",
            '{{ term("port") }} is here. {{ term("port") }} too',
            "The Port Authority is here. The Authority too",
        ),
        (
            "en",
            'by {{ term("port", "full") }} and {{ term("port") }}',
            "by the Port Authority and the Port Authority",
        ),
        ("en", '{{ fact("islanders") }} of them', "One in five of them"),
        ("en", 'So. {{ fact("islanders") }} of them', "So. One in five of them"),
        ("en", 'that {{ fact("islanders", "digits") }} of them', "that 1 in 5 of them"),
        ("en", "1 < 2 * _x_".replace("1 < 2", "a < b"), "a \\< b \\* *x*"),
    ],
)
def test_calls(folder: Path, language: str, call: str, printed: str) -> None:
    line = summary_of(folder, language, call + REST)
    assert line.startswith(printed + " "), line


def test_citations_gather_what_was_printed_since_the_last(folder: Path) -> None:
    section = composed(folder, "en").sections[1]
    paragraph = section.blocks[0]
    assert isinstance(paragraph, Paragraph)
    kinds = [type(inline) for inline in paragraph.content]
    assert kinds == [Text, Figure, Text, Figure, Text, Figure, Text, Cite]
    assert paragraph.content[-1] == Cite((1,))


def test_the_record_holds_every_figure_in_order(folder: Path) -> None:
    brief = composed(folder, "en")
    said = [(printed.section, printed.fact, printed.aspect, printed.words) for printed in brief.printed]
    assert said[:4] == [
        ("standfirst", "passengers", "value", "412,300"),
        ("cards", "passengers", "value", "412,300"),
        ("cards", "passengers", "period", "2023"),
        ("summary", "passengers", "value", "412,300"),
    ]
    places = [printed.place for printed in brief.printed if printed.place]
    assert len(places) == len(set(places))


def test_a_chart_is_filled_from_its_facts(folder: Path) -> None:
    korean, english = (composed(folder, language) for language in ("ko", "en"))
    charts = [
        next(block for block in brief.sections[1].blocks if isinstance(block, Chart))
        for brief in (korean, english)
    ]
    assert [[row.label for row in chart.rows] for chart in charts] == [["2020년", "2023년"], ["2020", "2023"]]
    assert [row.figure.words for row in charts[0].rows] == ["20만 6,150명", "41만 2,300명"]
    assert [row.figure.quantity for row in charts[0].rows] == [row.figure.quantity for row in charts[1].rows]


@pytest.mark.parametrize(
    ("declared", "korean", "english"),
    [
        (
            'kind = "bars"\nfacts = ["passengers-before", "passengers"]\nrow = "period"',
            "이용객이 크게 늘었다. 2020년: 20만 6,150명; 2023년: 41만 2,300명",
            "Traffic rose steeply. 2020: 206,150; 2023: 412,300",
        ),
        (
            'kind = "strip"\nfacts = ["passengers-before"]\nwhole = "passengers"',
            "이용객이 크게 늘었다. 여객선 이용객: 20만 6,150명; 여객선 이용객: 41만 2,300명",
            "Traffic rose steeply. Ferry passengers: 206,150; Ferry passengers: 412,300",
        ),
    ],
)
def test_a_chart_is_described_by_its_finding_its_rows_and_the_whole(
    folder: Path, declared: str, korean: str, english: str
) -> None:
    bars = 'kind = "bars"\nfacts = ["passengers-before", "passengers"]\nrow = "period"'
    small_brief.edit(folder, "briefing.toml", bars, declared)
    for language, said in (("ko", korean), ("en", english)):
        blocks = composed(folder, language).sections[1].blocks
        assert [plain(block.description) for block in blocks if isinstance(block, Chart)] == [said]


def test_the_annex_has_one_row_for_each_printed_fact(folder: Path) -> None:
    for language in ("ko", "en"):
        brief = composed(folder, language)
        printed = {entry.fact for entry in brief.printed if entry.section != "annex"}
        assert [row.fact for row in brief.annex] == [
            "passengers",
            "passengers-before",
            "islanders",
            "new-route",
            "growth",
        ]
        assert {row.fact for row in brief.annex} == printed


def test_a_name_may_hold_digits(folder: Path) -> None:
    small_brief.edit(
        folder,
        "locales/glossary.toml",
        "[term.port]",
        '[term.model]\nko = "여객선 7호"\nen = "Ferry 7"\n\n[term.port]',
    )
    for name in (KOREAN, ENGLISH):
        small_brief.edit(
            folder,
            name,
            "{{ cite() }}\n{% endblock %}\n{% block traffic %}",
            ' {{ term("model") }}{{ cite() }}\n{% endblock %}\n{% block traffic %}',
        )
    assert "Ferry 7" in render(composed(folder, "en"))
    assert any(
        isinstance(inline, Name)
        for inline in composed(folder, "ko").sections[0].blocks[0].items[0][0].content
    )  # type: ignore[union-attr]


def test_an_idiom_of_the_list_is_no_figure(folder: Path) -> None:
    small_brief.edit(folder, ENGLISH, "A new route opened", "At sixes and sevens, a new route opened")
    (folder / "locales/idioms.toml").write_text(
        '[en]\n"sixes and sevens" = "says disorder, counts nothing"\n', encoding="utf-8"
    )
    assert "sixes and sevens" in render(composed(folder, "en"))


def test_an_exception_is_declared_with_its_reason(folder: Path) -> None:
    small_brief.edit(folder, ENGLISH, ', {{ fact("growth") }} more than before', "")
    config = folder / "briefing.toml"
    declared = '\n[[exception]]\nsection = "traffic"\nfact = "growth"\nlanguage = "ko"\nbecause = "a translator asked"\n'
    config.write_text(config.read_text(encoding="utf-8") + declared, encoding="utf-8")
    assert assemble(load(folder), folder / "seeds/originals").problems == ()


def test_an_exception_that_nothing_needs_is_a_warning(folder: Path) -> None:
    config = folder / "briefing.toml"
    declared = '\n[[exception]]\nsection = "traffic"\nfact = "growth"\nlanguage = "ko"\nbecause = "no more"\n'
    config.write_text(config.read_text(encoding="utf-8") + declared, encoding="utf-8")
    (problem,) = assemble(load(folder), folder / "seeds/originals").problems
    assert (problem.code, problem.severity, str(problem.where)) == ("L004", "warning", "briefing.toml:17")


def test_a_chart_in_one_language_alone_is_refused_where_it_is_missing(folder: Path) -> None:
    small_brief.edit(folder, ENGLISH, '{% call chart("traffic") %}Traffic rose steeply{% endcall %}\n', "")
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), folder / "seeds/originals")
    (problem,) = [problem for problem in caught.value.problems if problem.code == "L003"]
    assert str(problem.where) == f"{ENGLISH}:9"  # where its section begins


def test_a_language_without_a_grammar_is_refused_at_its_place(folder: Path) -> None:
    with pytest.raises(Refusal) as caught:
        spoken(replace(load(folder), languages=("ko", "fr")))
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.where), caught.value.exit_code) == ("P006", "briefing.toml:4", 1)
