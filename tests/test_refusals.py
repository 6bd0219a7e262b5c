"""One refusal for each problem of a brief: break one thing, and the code, the line and the exit code are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.build import assemble
from briefing.model import Problem, Refusal
from briefing.project import load
from tests import small_brief

CONFIG, SEEDS, DERIVED = "briefing.toml", "seeds/island-daily.toml", "seeds/derived.toml"
KOREAN, ENGLISH = "templates/brief.ko.md.j2", "templates/brief.en.md.j2"
GLOSSARY, ARTICLE = "locales/glossary.toml", "seeds/originals/ferry.txt"


class Fault(NamedTuple):
    """``old`` becomes ``new`` in ``file``: ``code`` must be raised at the line of ``at`` in ``file`` (or ``shown``)."""

    code: str
    file: str
    old: str
    new: str
    at: str = ""
    shown: str = ""
    exit_code: int = 1


FAULTS = [
    Fault("P001", CONFIG, "[edition]", "colour = 1\n\n[edition]", "colour = 1"),
    Fault(
        "P001",
        SEEDS,
        'because = "the article speaks of the ship as new"',
        'because = "new"\nwhy = "?"',
        'why = "?"',
    ),
    Fault("P001", DERIVED, "[derived.growth]", "[other.growth]", "[other.growth]"),
    Fault("P002", CONFIG, 'name = "ferry"\n', "", "title ="),
    Fault("P002", SEEDS, 'publisher = { ko = "섬일보", en = "Island Daily" }\n', "", "[source]"),
    Fault("P003", CONFIG, "number = 1", 'number = "one"', 'number = "one"'),
    Fault("P003", SEEDS, 'published = "2024-05-11"', 'published = "May 2024"', "May 2024"),
    Fault("P004", SEEDS, 'en = "Cost of the new ferry"', 'fr = "Prix"', 'fr = "Prix"'),
    Fault("P004", CONFIG, ', en = "Island Briefs"', "", "섬 브리프"),
    Fault(
        "P005", CONFIG, '["summary", "traffic"]', '["summary", "summary", "traffic"]', '"summary", "summary"'
    ),
    Fault("S001", SEEDS, 'file = "ferry.txt"', 'file = "boat.txt"', "[source]", exit_code=3),
    Fault("F001", SEEDS, "[1200만달러]", "1200만달러", "1200만달러"),
    Fault("F001", SEEDS, "새 항로를 열었다", "새 [항로]를 열었다", "새 [항로]"),
    Fault("F002", SEEDS, 'because = "the article speaks of the ship as new"\n', "", 'period = "2024"'),
    Fault(
        "F003",
        SEEDS,
        "[fact.ship-cost]",
        '[event.passengers]\nquote = "섬"\nwhat = { ko = "섬", en = "island" }\n\n[fact.ship-cost]',
        'quote = "섬"',
    ),
    Fault(
        "F004",
        SEEDS,
        "[fact.ship-cost]",
        '[also.nothing]\nquote = "[5명 중 1명]"\n\n[fact.ship-cost]',
        'quote = "[5명 중 1명]"',
    ),
    Fault("F005", SEEDS, "[fact.ship-cost]", '[fact.ship-cost]\nvia = "census"', "1200만달러"),
    Fault("F010", SEEDS, "[1200만달러]", "[1300만달러]", "1300만달러"),
    Fault(
        "F010",
        SEEDS,
        'file = "ferry.txt"',
        'file = "ferry.txt"\nbody = [ { from = "항만공사가", to = "늘었다" } ]',
        "여객선에는",
    ),
    Fault(
        "F011",
        ARTICLE,
        "항만공사는 지난",
        "새 여객선에는 1200만달러가 든다. 항만공사는 지난",
        "1200만달러",
        SEEDS,
    ),
    Fault(
        "F012",
        SEEDS,
        'quote = "여객선에는 [1200만달러]"',
        'quote = "여객선에는 [1200만달러]"\nnth = 2',
        "1200만달러",
    ),
    Fault("F013", SEEDS, 'when = "[지난해] 여객선"', 'when = "[재작년] 여객선"', "41만2300명"),
    Fault("F014", SEEDS, "여객선에는 [1200만달러]", "[여객선에는] 1200만달러", "[여객선에는]"),
    Fault("F014", SEEDS, "[41만2300명]", "41만[2300명으]로", "41만["),
    Fault("F015", SEEDS, "여객선에는 [1200만달러]", "[160억원]", "[160억원]"),
    Fault(
        "F016",
        SEEDS,
        'when = "[지난해] 여객선"',
        'when = "은 모두 [41만2300명]"',
        "이용객은 모두 [41만2300명]",
    ),
    Fault(
        "F020",
        SEEDS,
        "이용객은 모두 [41만2300명]",
        "내놓은 통계를 보면, 지난해 여객선 이용객은 모두 [41만2300명]으로 집계",
        "41만2300명",
    ),
    Fault("F021", SEEDS, "승객 [5명 중 1명]은", "승객 [5명 중 1명]은 섬 주민이다.", "주민이다."),
    Fault("F022", ARTICLE, small_brief.FILLER, "", "[source]", SEEDS),
    Fault("F032", SEEDS, 'file = "ferry.txt"', 'file = "../originals/ferry.txt"', "[source]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ ship-cost", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ nobody", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ new-route", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ (3 * passengers-before)", "[derived.growth]"),
    Fault("F041", DERIVED, "/ passengers-before", "/ passengers-before + growth", "[derived.growth]"),
    Fault("U001", KOREAN, "늘었다.{{", "7명 늘었다.{{", "7명"),
    Fault("U001", ENGLISH, "rose to", "rose (x) ²to".replace("x", "{{ 40 + 2 }}"), "²to"),
    Fault("U001", ENGLISH, "rose to", "rose by {{ 40 + 2 }} to", "## Key points"),
    Fault("U002", KOREAN, "새 항로가", "두 배로 새 항로가", "두 배로"),
    Fault("U002", ENGLISH, "A new route", "Twelve routes and a new route", "Twelve routes"),
    Fault("U003", ENGLISH, "A new route", "A \U000f0000 new route", "\U000f0000"),
    Fault("U010", SEEDS, 'en = "Cost of the new ferry"', 'en = "Cost of three new ferries"', "1200만달러"),
    Fault("T001", KOREAN, "{{ term", "{{ term(", "{{ term("),
    Fault("T002", KOREAN, '{{ term("port")', '{{ nothing("port")', "{{ nothing("),
    Fault("T010", ENGLISH, 'In {{ when("passengers") }}', 'In {{ when("passenger") }}', 'when("passenger")'),
    Fault("T011", ENGLISH, '{{ fact("islanders") }}', '{{ fact("islanders", "loud") }}', '"loud"'),
    Fault("T012", ENGLISH, '{{ fact("islanders") }}', '{{ fact("new-route") }}', 'fact("new-route")'),
    Fault("T013", SEEDS, 'when = "[지난 4월] 새"\n', "", 'when("new-route")', KOREAN),
    Fault("T014", ENGLISH, 'term("port")', 'term("harbour")', 'term("harbour")'),
    Fault("T015", ENGLISH, 'chart("traffic")', 'chart("trafic")', 'chart("trafic")'),
    Fault("T016", ENGLISH, "Traffic rose steeply", " ", 'chart("traffic")'),
    Fault("T020", ENGLISH, "## Passengers\n", "## Passengers\n\n---\n", "---"),
    Fault("T022", ENGLISH, "Boats to the islands", "- Boats to the islands", "{% block title %}"),
    Fault("T030", ENGLISH, "than before.{{ cite() }}", "than before.", "more than before."),
    Fault("T033", ENGLISH, "A new route opened in", "A new{{ cite() }} route opened in", "A new{{ cite()"),
    Fault(
        "T040",
        CONFIG,
        '["passengers-before", "passengers"]',
        '["passengers-before", "riders"]',
        "[chart.traffic]",
    ),
    Fault(
        "T041",
        CONFIG,
        '["passengers-before", "passengers"]',
        '["ship-cost", "passengers"]',
        "[chart.traffic]",
    ),
    Fault("T041", CONFIG, '["passengers-before", "passengers"]', '["islanders"]', "[chart.traffic]"),
    Fault("T042", CONFIG, '"bars"', '"strip"', "[chart.traffic]"),
    Fault("T043", CONFIG, 'cards = ["passengers"]', 'cards = ["riders"]', 'cards = ["riders"]'),
    Fault("T050", ENGLISH, "{% block summary %}", "{% block sumary %}"),
    Fault(
        "T051",
        ENGLISH,
        "{% block summary %}",
        "{% block other %}{% endblock %}\n{% block summary %}",
        "{% block other %}",
    ),
    Fault("T052", ENGLISH, "## Key points\n", "", "\n- Passenger"),
    Fault("T053", ENGLISH, "## Key points\n", "## Key points\n\n## More\n", "## Key points"),
    Fault(
        "L001",
        ENGLISH,
        'ferries carried {{ fact("passengers") }} people, {{ fact("growth") }} more',
        'ferries carried {{ fact("passengers") }} people, more',
    ),
    Fault(
        "C101", GLOSSARY, 'en = { full = "the Port Authority", short = "the Authority" }\n', "", "[term.port]"
    ),
    Fault("C003", KOREAN, '{{ term("port") | josa("은/는") }}', '{{ "Qwfp" | josa("은/는") }}', '{{ "Qwfp"'),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.new[:24]}")
def test_refused(fault: Fault, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    small_brief.edit(folder, fault.file, fault.old, fault.new)
    shown = fault.shown or fault.file
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), folder / "seeds/originals")
    problems = [problem for problem in caught.value.problems if problem.code == fault.code]
    assert problems, [str(problem) for problem in caught.value.problems]
    assert caught.value.exit_code == fault.exit_code
    assert_well_said(caught.value.problems)
    if fault.at:
        assert f"{shown}:{line_of(folder / shown, fault.at)}" in {str(problem.where) for problem in problems}


def line_of(path: Path, words: str) -> int:
    text = path.read_text(encoding="utf-8")
    assert words in text
    return text[: text.index(words)].count("\n") + 1


def assert_well_said(problems: tuple[Problem, ...]) -> None:
    """A message is one line, begins in lower case and has no full stop; an error has a place."""
    for problem in problems:
        assert "\n" not in problem.message and not problem.message.endswith(".")
        assert not re.match("[A-Z][a-z]", problem.message)
        assert problem.where is not None


def test_the_unbroken_brief_raises_nothing(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    assert assemble(load(folder), folder / "seeds/originals").problems == ()


def test_every_problem_is_shown_at_once(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    small_brief.edit(folder, SEEDS, "[1200만달러]", "[1300만달러]")
    small_brief.edit(folder, KOREAN, "늘었다.{{", "7명 늘었다.{{")
    small_brief.edit(folder, ENGLISH, "A new route", "Twelve routes and a new route")
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), folder / "seeds/originals")
    assert {problem.code for problem in caught.value.problems} == {"F010", "U001", "U002"}
