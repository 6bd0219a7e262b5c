"""Every fault is seen by a check that is about it, at its line; the brief without a fault raises nothing."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app
from briefing.pipeline import assemble
from briefing.project import load
from briefing.readback.closure import closure
from tests import small_brief
from tests.conftest import ROOT
from tests.mutations import in_files, in_originals
from tests.mutations.bench import Bench, copied, reading_once
from tests.mutations.every import faults, sample
from tests.mutations.fault import Fault, replaced, spread

NEARBY = ("fact 'kr-ai-shortage-rate' (templates/brief.", "'2020' becomes '' (ai-talent.en.html:56")
"""Seen, but at the line beside: a figure gone from a chart's caption, whose line nothing keeps; a machine-readable year."""
EACH = 3
"""Faults of each kind in a common run; `pytest -m slow tests/mutations` makes all of them."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    with reading_once():
        yield Bench(copied(ROOT, tmp_path_factory.mktemp("mutations")))


def slipped(bench: Bench, made: Iterable[Fault]) -> list[str]:
    """Each fault that no check about it sees, with what was raised in its place."""
    lost = []
    for fault in made:
        found = bench.problems(fault)
        if not fault.caught(found):
            lost.append(f"{fault}, raised: {[f'{problem.code} {problem.where}' for problem in found]}")
    return lost


def test_the_brief_without_a_fault_raises_nothing(bench: Bench) -> None:
    assert assemble(load(bench.folder), None).problems == ()
    for name, text in bench.finished().items():
        _, language, format = name.rsplit(".", 2)
        assert closure(bench.briefs[language], format, text.encode()) == ()


def test_at_least_two_hundred_faults_of_fifteen_kinds_are_caught(bench: Bench) -> None:
    made = sample(bench, EACH)
    assert len(made) >= 200 and len({fault.kind for fault in made}) >= 15
    assert not slipped(bench, made)


@pytest.mark.slow
def test_every_fault_is_caught(bench: Bench) -> None:
    lost = slipped(bench, faults(bench))
    assert not [told for told in lost if not any(known in told for known in NEARBY)]


def test_the_row_of_faults_never_changes(bench: Bench) -> None:
    first, second = (Counter(map(hash, sample(bench, EACH))) for _ in range(2))
    assert first == second and max(first.values()) == 1


def test_a_fault_is_not_caught_by_another_code_or_line(bench: Bench) -> None:
    fault = sample(bench, 1)[0]
    found = bench.problems(fault)
    assert fault.caught(found)
    elsewhere = Fault(fault.kind, fault.told, fault.file, fault.text, fault.codes, fault.line + 1)
    otherwise = Fault(fault.kind, fault.told, fault.file, fault.text, ("U001",), fault.line)
    assert not elsewhere.caught(found) and not otherwise.caught(found)


STAGES = ("quote digit", "formula sign", "label fuzzy", "name digit", "chart value", "figure dropped")


@pytest.mark.parametrize("kind", STAGES)
def test_the_command_says_what_the_bench_says(
    bench: Bench, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = next(fault for fault in sample(bench, 1) if fault.kind == kind)
    folder = copied(bench.folder, tmp_path)
    (folder / fault.file).write_text(fault.text, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    said = CliRunner().invoke(app, ["check", "--strict"])
    assert said.exit_code == 1
    lines = said.output.splitlines()
    assert any(
        line.startswith(f"{fault.place}: ") and line.split(": ")[1].split()[1] in fault.codes
        for line in lines
    )


def test_what_only_the_originals_show(tmp_path: Path, originals: Path) -> None:
    """Skipped, with the reason, where the originals are not."""
    folder, kept = copied(ROOT, tmp_path), tmp_path / "originals"
    shutil.copytree(originals, kept)
    with reading_once():
        bench = Bench(folder, kept)
        every = list(in_originals.faults(bench))
        kinds = {fault.kind for fault in every}
        assert kinds == {"quote digit, originals read", "source digit"}
        for kind in sorted(kinds):
            assert not slipped(bench, spread((fault for fault in every if fault.kind == kind), 12))


FOG = """
[event.fog]
quote = "안개"
nth = 2
when = "[지난 4월] 새"
what = { ko = "안개", en = "Fog" }
"""


@pytest.fixture
def foggy(tmp_path: Path) -> Bench:
    """A brief with a quote that stands more than once, which the brief of this repository has no need of."""
    folder = small_brief.write(tmp_path)
    path = folder / "seeds/island-daily.toml"
    path.write_text(small_brief.SOURCE + FOG, encoding="utf-8")
    lock = assemble(load(folder), folder / "seeds/originals").ledger.lock
    (folder / "seeds/facts.lock.json").write_text(lock, encoding="utf-8")
    return Bench(folder, folder / "seeds/originals")


@pytest.mark.parametrize(
    ("new", "code"),
    [("nth = 1\n", "F050"), ("nth = 9\n", "F012"), ("", "F011")],
    ids=["other", "beyond", "none"],
)
def test_another_of_several_places(foggy: Bench, new: str, code: str) -> None:
    name = "seeds/island-daily.toml"
    text = (foggy.folder / name).read_text(encoding="utf-8")
    at = text.index("nth = 2\n")
    line = text.count("\n", 0, text.index('quote = "안개"')) + 1
    fault = Fault("nth", new, name, replaced(text, at, at + 8, new), (code,), line)
    assert fault.caught(foggy.problems(fault))
    if code == "F050":  # the lock alone sees it too
        foggy.originals = None
        assert fault.caught(foggy.problems(fault))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("at", range(4))
def test_a_figure_changed_in_the_pdf(bench: Bench, language: str, at: int) -> None:
    """The text that is set is changed, a figure a time, every ninth of the page's prose."""
    from briefing.render import pdf

    brief = bench.briefs[language]
    html = pdf.print_html(brief, shell=bench.project.templates)
    words = [html[start:end] for start, end in in_files.figures(brief, html)]
    which = [index for index, said in enumerate(words) if any(map(str.isdigit, said))][at * 9]
    start, end = list(in_files.figures(brief, html))[which]
    digit = next(index for index in range(start, end) if html[index].isdigit())
    changed = replaced(html, digit, digit + 1, str(int(html[digit]) % 9 + 1))
    found = closure(brief, "pdf", pdf.render(changed))
    assert [problem.code for problem in found] == ["R101"]
    assert changed[start:end] in found[0].message and words[which] in found[0].message
    assert str(found[0].where) == f"{brief.name}.{language}.pdf"
