"""One refusal for each problem of a brief: break one thing, and the code, the line and the exit code are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from briefing.cli import app
from briefing.model import Problem, Refusal
from briefing.pipeline import assemble
from briefing.project import builtin_folder, load
from briefing.wording.catalog import labels
from tests import small_brief

CONFIG, SEEDS, DERIVED = "briefing.toml", "seeds/island-daily.toml", "seeds/derived.toml"
KOREAN, ENGLISH = "templates/brief.ko.md.j2", "templates/brief.en.md.j2"
STANDING = 'standing = { ko = "사본", en = "one of 300 copies" }'
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
    Fault("P003", SEEDS, 'published = "2024-05-11"', 'published = "2024-05-32"', "2024-05-32"),
    Fault("P003", SEEDS, 'published = "2024-05-11"', 'published = "2024-Q2"', "2024-Q2"),
    Fault("P003", SEEDS, 'language = "ko"', 'language = "fr"', 'language = "fr"'),
    Fault("P003", SEEDS, 'file = "ferry.txt"', 'file = "ferry.txt"\nacknowledged = { S111 = "" }', "S111"),
    Fault("P003", CONFIG, 'date = "2024-06"', 'date = "2024-13"', "2024-13"),
    Fault("P003", CONFIG, "sections =", "formats = []\nsections =", "formats"),
    Fault("P004", CONFIG, 'row = "period"', 'row = "period"\nunit = { ko = "명" }', "unit"),
    Fault("P004", SEEDS, 'en = "Cost of the new ferry"', 'fr = "Prix"', 'fr = "Prix"'),
    Fault("P004", CONFIG, ', en = "Island Briefs"', "", "섬 브리프"),
    Fault(
        "P005", CONFIG, '["summary", "traffic"]', '["summary", "summary", "traffic"]', '"summary", "summary"'
    ),
    Fault("P006", CONFIG, "[edition]", '[style]\nen = "loud"\n\n[edition]', "[style]"),
    Fault("P006", CONFIG, "[edition]", '[style]\nfr = "office"\n\n[edition]', "[style]"),
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
    Fault(
        "F006",
        SEEDS,
        "[fact.ship-cost]",
        '[also.passengers]\nquote = "전([20만6150명])과"\n\n[fact.ship-cost]',
        '전([20만6150명])과"\n\n[fact.ship-cost]',
    ),
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
    Fault("F021", ARTICLE, "들었다. 승객 5명 중 1명은", "들었다.\n승객 5명 중 1명은\n", "승객 [5명", SEEDS),
    Fault("F022", ARTICLE, small_brief.FILLER, "", "[source]", SEEDS),
    Fault("F032", SEEDS, 'file = "ferry.txt"', f'file = "{"x" * 300}"', "[source]"),
    Fault("P003", SEEDS, 'file = "ferry.txt"', 'file = "ferry.txt"\nurl = "javascript:x"', "url ="),
    Fault("P005", CONFIG, 'cards = ["passengers"]', 'cards = ["passengers", "passengers"]', "cards ="),
    Fault("F032", SEEDS, 'file = "ferry.txt"', 'file = "../originals/ferry.txt"', "[source]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ ship-cost", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ nobody", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ new-route", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ (3 * passengers-before)", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ passengers-before * 10^40", "[derived.growth]"),
    Fault("F040", DERIVED, "/ passengers-before", "/ passengers-before" + " + 1" * 100, "[derived.growth]"),
    Fault(
        "F040",
        DERIVED,
        "/ passengers-before",
        "/ passengers-before * 2 ^ (0 - 999999999)",
        "[derived.growth]",
    ),
    Fault("F040", DERIVED, 'as = "percent"', 'as = "percent"\nround = "1e-999999"', "[derived.growth]"),
    Fault("F040", DERIVED, 'as = "percent"', 'as = "percent"\nround = "1000"', "[derived.growth]"),
    Fault("F041", DERIVED, "/ passengers-before", "/ passengers-before + growth", "[derived.growth]"),
    Fault("U001", KOREAN, "늘었다.{{", "7명 늘었다.{{", "7명"),
    Fault("U001", ENGLISH, "rose to", "rose (x) ²to".replace("x", "{{ 40 + 2 }}"), "²to"),
    Fault("U001", ENGLISH, "rose to", "rose by {{ 40 + 2 }} to", "## Key points"),
    Fault("U002", KOREAN, "새 항로가", "두 배로 새 항로가", "두 배로"),
    Fault("U002", ENGLISH, "A new route", "Twelve routes and a new route", "Twelve routes"),
    Fault("U002", ENGLISH, "A new route", '{{ "Twelve" }} routes and a new route', "## Passengers"),
    Fault("U001", ENGLISH, "Traffic rose steeply", "Traffic rose by {{ 40 + 2 }}", 'chart("traffic")'),
    Fault("U003", ENGLISH, "A new route", "A \u202e new route", "\u202e"),
    Fault("U003", KOREAN, "새 항로가", "새 \ue000 항로가", "\ue000"),
    Fault("P003", SEEDS, 'en = "Cost of the new ferry"', 'en = "Cost\\u0007"', "Cost\\u0007"),
    Fault("P003", SEEDS, 'en = "Cost of the new ferry"', 'en = " "', 'en = " "'),
    Fault("P003", CONFIG, 'date = "2024-06"', 'date = "2025/2024"', "date ="),
    Fault("U003", ENGLISH, "A new route", "A \U000f0000 new route", "\U000f0000"),
    Fault("U010", SEEDS, 'en = "Cost of the new ferry"', 'en = "Cost of three new ferries"', "1200만달러"),
    Fault(
        "U010",
        CONFIG,
        'row = "period"',
        'row = "period"\nunit = { ko = "명", en = "3,000 people" }',
        "[chart.traffic]",
    ),
    Fault("U010", SEEDS, 'file = "ferry.txt"', f'file = "ferry.txt"\n{STANDING}', "[source]"),
    Fault("U002", ENGLISH, "A new route", "Twel{# #}ve routes, a new route", "## Passengers"),
    Fault("U002", ENGLISH, "A new route", "*Twel*ve routes, a new route", "*Twel*ve"),
    Fault("T001", KOREAN, "{{ term", "{{ term(", "{{ term("),
    Fault("T001", ENGLISH, "A new route", "{# A new route", "{# A new"),
    Fault("T002", ENGLISH, "A new route", "{{ 'x' * 10 }} A new route", "{{ 'x'"),
    Fault("T002", ENGLISH, "A new route", "{{ 'x'.center(10) }} A new route", "{{ 'x'"),
    Fault("T001", ENGLISH, '{{ term("port") }}', "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", exit_code=5),
    Fault(
        "T005",
        ENGLISH,
        "{% endblock %}\n{% block traffic %}",
        "{% endblock %}\n\nA lost line.\n{% block traffic %}",
        "A lost",
    ),
    Fault("T002", KOREAN, '{{ term("port")', '{{ nothing("port")', "{{ nothing("),
    Fault("T010", ENGLISH, 'In {{ when("passengers") }}', 'In {{ when("passenger") }}', 'when("passenger")'),
    Fault("T011", ENGLISH, '{{ fact("islanders") }}', '{{ fact("islanders", "loud") }}', '"loud"'),
    Fault("T012", ENGLISH, '{{ fact("islanders") }}', '{{ fact("new-route") }}', 'fact("new-route")'),
    Fault("T013", SEEDS, 'when = "[지난 4월] 새"\n', "", 'when("new-route")', KOREAN),
    Fault("T014", ENGLISH, 'term("port")', 'term("harbour")', 'term("harbour")'),
    Fault("T015", ENGLISH, 'chart("traffic")', 'chart("trafic")', 'chart("trafic")'),
    Fault("T016", ENGLISH, "Traffic rose steeply", " ", 'chart("traffic")'),
    Fault("T020", ENGLISH, "## Passengers\n", "## Passengers\n\n---\n", "---"),
    Fault("T020", ENGLISH, "A new route", "![A new route](https://a.example/x.png)", "## Passengers"),
    Fault("T021", ENGLISH, "A new route", f"{'*' * 99}A{'*' * 99} new route", "A" + "*" * 99, exit_code=5),
    Fault("T022", ENGLISH, "Boats to the islands", "- Boats to the islands", "{% block title %}"),
    Fault("T030", ENGLISH, "than before.{{ cite() }}", "than before.", "more than before."),
    Fault(
        "T017",
        ENGLISH,
        "A new route opened in",
        '{% call chart("traffic") %}Again{% endcall %}\n\nA new route opened in',
        '{% call chart("traffic") %}Again',
    ),
    Fault("T044", CONFIG, 'kind = "bars"', 'kind = "waffle"\nwhole = "passengers-before"', "[chart.traffic]"),
    Fault(
        "T032",
        ENGLISH,
        '{% call chart("traffic") %}Traffic',
        'See {% call chart("traffic") %}Traffic',
        "See {% call",
    ),
    Fault("T031", ENGLISH, "A new route", "[A](https://a.example/{{ fact('growth') }}) new route"),
    Fault("T034", ENGLISH, "A new route", "[A](../notes) new route"),
    Fault("T034", ENGLISH, "A new route", "[](https://a.example) A new route"),
    Fault("T035", ENGLISH, "A new route", "[A](https://a.example '{{ fact(\"growth\") }}') new route", "[A]"),
    Fault(
        "T036",
        ENGLISH,
        "## Passengers\n",
        "## Passengers\n\n| a | b |\n|---|---|\n| c | d | e |\n",
        "| c | d",
    ),
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
    Fault("T040", CONFIG, 'row = "period"', 'row = "period"\naccent = ["ship-cost"]', "[chart.traffic]"),
    Fault("T041", CONFIG, '["passengers-before", "passengers"]', '["islanders"]', "[chart.traffic]"),
    Fault("T041", CONFIG, '["passengers-before", "passengers"]', '[]\nscale = "log"', "[chart.traffic]"),
    Fault("T041", CONFIG, 'kind = "bars"', 'kind = "waffle"\nwhole = "ship-cost"', "[chart.traffic]"),
    Fault(
        "T041",
        CONFIG,
        '["passengers-before", "passengers"]',
        '["passengers", "passengers"]',
        "[chart.traffic]",
    ),
    Fault(
        "T040",
        CONFIG,
        'kind = "bars"',
        'kind = "line"\nseries.nobody = { ko = "집계", en = "A count" }',
        "[chart.traffic]",
    ),
    Fault(
        "T041",
        CONFIG,
        'kind = "bars"\nfacts = ["passengers-before", "passengers"]',
        'kind = "line"\nfacts = ["growth"]',
        "[chart.traffic]",
    ),
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
    Fault("C005", KOREAN, 'josa("은/는")', 'josa("99")', 'josa("99")'),
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


CATALOG, LABELS = "locales/ko/LC_MESSAGES/briefing.po", "locales/briefing.pot"
CONTENTS = 'msgid "Contents"\nmsgstr "목차"\n'
CATALOG_FAULTS = [
    Fault("C202", CATALOG, 'msgid "Contents"', "msgid Contents", "msgid Contents"),
    Fault("C202", CATALOG, CONTENTS, 'msgid "Contents"\n', 'msgid "Contents"'),
    Fault("C203", CATALOG, f"\n#. heading of a generated part\n#: templates/page.html.j2\n{CONTENTS}", ""),
    Fault("C204", CATALOG, CONTENTS, f"#, fuzzy\n{CONTENTS}", 'msgid "Contents"'),
    Fault("C205", CATALOG, 'msgstr "목차"', 'msgstr ""', 'msgid "Contents"'),
    Fault("C206", CATALOG, CONTENTS, f'{CONTENTS}\n#~ msgid "Index"\n#~ msgstr "색인"\n', '#~ msgid "Index"'),
    Fault("C207", CATALOG, "제{number}호", "제호", 'msgid "No. {number}"'),
    Fault("C207", CATALOG, "{report} 보도 인용", "{reports} 보도 인용", 'msgid "Relaying {report}"'),
    Fault("C208", CATALOG, '"목차"', '"목차 4"', 'msgid "Contents"'),
    Fault("C209", CATALOG, '"목차"', '"<b>목차</b>"', 'msgid "Contents"'),
    Fault("C211", CATALOG, CONTENTS, f'{CONTENTS}\nmsgid "Contents"\nmsgstr "차례"\n', 'msgstr "차례"'),
]


@pytest.mark.parametrize("fault", CATALOG_FAULTS, ids=lambda fault: f"{fault.code}-{fault.new[:24]}")
def test_a_catalog_is_refused(fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through ``briefing check``, as its user sees it; where a label is missing, at the end of the file."""
    folder = with_catalogs(tmp_path)
    small_brief.edit(folder, fault.file, fault.old, fault.new)
    line = line_of(folder / fault.file, fault.at) if fault.at else text_of(folder / fault.file).count("\n")
    line -= fault.code == "C211"  # the entry's first line
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 1
    (said,) = [said for said in result.output.splitlines() if "error" in said]
    assert said.startswith(f"{fault.file}:{line}: error {fault.code}: ")


def test_no_catalog_and_no_label(tmp_path: Path) -> None:
    """C201 for a language that neither the brief nor the package has, C210 for a label that no catalog has."""
    folder = with_catalogs(tmp_path)
    with pytest.raises(Refusal) as caught:
        labels(folder / "locales", "fr")
    assert [(problem.code, str(problem.where)) for problem in caught.value.problems] == [
        ("C201", "locales/fr/LC_MESSAGES/briefing.po")
    ]
    for path in folder.glob("locales/**/briefing.po*"):
        text = text_of(path)
        entry = next(entry for entry in text.split("\n\n") if 'msgid "calculated here"' in entry)
        path.write_text(text.replace(f"{entry}\n\n", ""), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        labels(folder / "locales", "ko").gettext("calculated here")
    assert [(problem.code, str(problem.where)) for problem in caught.value.problems] == [("C210", CATALOG)]


def test_whole_catalogs_raise_nothing(tmp_path: Path) -> None:
    folder = with_catalogs(tmp_path)
    assert assemble(load(folder), folder / "seeds/originals").problems == ()


def with_catalogs(folder: Path) -> Path:
    """The small brief with the package's catalogs as its own."""
    small_brief.write(folder)
    for name in (CATALOG, CATALOG.replace("/ko/", "/en/"), LABELS):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((builtin_folder() / name).read_bytes())
    return folder


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


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


def test_a_template_that_never_ends_is_stopped(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    loops = "".join(f"{{% for {name} in '{'x' * 4000}' %}}" for name in "abc") + "{% endfor %}" * 3
    small_brief.edit(folder, ENGLISH, "A new route", f"{loops} A new route")
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), folder / "seeds/originals")
    assert caught.value.exit_code == 5 and "T021" in {problem.code for problem in caught.value.problems}


def test_a_date_changed_in_the_lock_is_refused(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    lock = assemble(load(folder), folder / "seeds/originals").ledger.lock
    path = folder / "seeds/facts.lock.json"
    path.write_text(lock, encoding="utf-8")
    assert assemble(load(folder), None).problems == ()
    assert lock.count('"value": "2023"') == 1
    path.write_text(lock.replace('"value": "2023"', '"value": "1999"'), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), None)
    assert {problem.code for problem in caught.value.problems} == {"F034"}


WON = """
[fact.ship-won]
quote = "([약 160억원])가"
period = "2024"
because = "the article speaks of the ship as new"
what = { ko = "새 여객선 건조비의 원화 환산액", en = "Cost of the new ferry in won" }
"""


def test_a_qualifier_that_one_language_leaves_out(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    seeds = folder / SEEDS
    seeds.write_text(seeds.read_text(encoding="utf-8") + WON, encoding="utf-8")
    small_brief.edit(
        folder,
        KOREAN,
        "## 이용객\n",
        '## 이용객\n\n{{ fact("ship-won") | josa("이/가") }} 들었다.{{ cite() }}\n',
    )
    told = '## Passengers\n\nIt cost {{ fact("ship-won") }}.{{ cite() }}\n'
    small_brief.edit(folder, ENGLISH, "## Passengers\n", told)
    assert assemble(load(folder), folder / "seeds/originals").problems == ()
    small_brief.edit(folder, ENGLISH, 'fact("ship-won")', 'fact("ship-won", "bare")')
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), folder / "seeds/originals")
    assert [(problem.code, str(problem.where)) for problem in caught.value.problems] == [
        ("L002", f"{ENGLISH}:11")
    ]


def test_sources_that_print_different_values_of_one_fact(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    (folder / "seeds/originals/port.txt").write_text(
        "지난해 여객선에는 모두 41만2000명이 탔다.\n" * 8, encoding="utf-8"
    )
    head = small_brief.SOURCE.split("[fact.")[0].replace("ferry.txt", "port.txt")
    also = '[also.passengers]\nquote = "모두 [41만2000명]이"\nnth = 1\n'
    (folder / "seeds/port.toml").write_text(head + also, encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        assemble(load(folder), folder / "seeds/originals")
    assert [(problem.code, str(problem.where)) for problem in caught.value.problems] == [
        ("F017", "seeds/port.toml:10")
    ]


@pytest.mark.parametrize(
    ("there", "codes"), [("5,200GWh", []), ("5,210GWh", ["F017"]), ("5,200MW", ["F017"])]
)
def test_sources_that_print_one_value_in_two_units(tmp_path: Path, there: str, codes: list[str]) -> None:
    folder = small_brief.write(tmp_path)
    head = small_brief.SOURCE.split("[fact.")[0]
    for name, used in (("here", "5.2TWh"), ("there", there)):
        text = f"지난해 항구가 쓴 전기는 모두 {used}로 집계됐다.\n" + small_brief.FILLER
        (folder / f"seeds/originals/{name}.txt").write_text(text, encoding="utf-8")
        what = 'what = { ko = "전기", en = "Electricity" }\n' if name == "here" else ""
        table = (
            f'[{"fact" if what else "also"}.power]\nquote = "모두 [{used}]로"\nwhen = "[지난해] 항구"\n{what}'
        )
        (folder / f"seeds/{name}.toml").write_text(
            head.replace("ferry.txt", f"{name}.txt") + table, encoding="utf-8"
        )
    try:
        found = assemble(load(folder), folder / "seeds/originals").problems
    except Refusal as refusal:
        found = refusal.problems
    assert [problem.code for problem in found if problem.code.startswith("F")] == codes


def test_neither_originals_nor_lock(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        assemble(load(small_brief.write(tmp_path)), None)
    assert [problem.code for problem in caught.value.problems] == ["F030"]
