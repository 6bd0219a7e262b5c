"""The pytest plugin in a project of its own: accept, compare, unused references, and a light start."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import small_brief
from tests.conftest import ROOT

pytest_plugins = ["pytester"]

WHOLE = """
def test_the_brief(briefing_snapshot):
    briefing_snapshot("brief", kinds=("md", "html", "pdf.txt", "pdf.tags.txt", "pdf.png"))
"""
FILES = """
import pytest

@pytest.mark.parametrize("kind", ["md", "html"])
def test_texts(kind, briefing_snapshot):
    files = {"ferry.en.md": b"# Boats\\n", "ferry.en.html": b"<p>Boats</p>\\n", "ferry.facts.json": b"{}"}
    briefing_snapshot(files, kinds=(kind,))
"""
PLUGIN = ("-p", "briefing.snapshots.plugin")


def pages(pytester: pytest.Pytester) -> Path:
    small_brief.write(pytester.path / "brief")
    pytester.makepyfile(WHOLE)
    return pytester.path / "brief" / "tests" / "snapshots"


def test_a_brief_accepted_once_passes_and_a_change_fails_with_its_panels(pytester: pytest.Pytester) -> None:
    kept = pages(pytester)
    first = pytester.runpytest(*PLUGIN)
    first.assert_outcomes(failed=1)
    first.stdout.fnmatch_lines(["*ferry.ko.md: error O021*", "*pytest --briefing-accept*"])
    pytester.runpytest(*PLUGIN, "--briefing-accept").assert_outcomes(passed=1)
    assert (kept / "ferry.ko.pdf.01.png").exists()
    pytester.runpytest(*PLUGIN).assert_outcomes(passed=1)
    small_brief.edit(
        pytester.path / "brief", "templates/brief.en.md.j2", "Traffic rose steeply", "Traffic rose gently"
    )
    changed = pytester.runpytest(*PLUGIN, "--basetemp", "drawn")
    changed.assert_outcomes(failed=1)
    changed.stdout.fnmatch_lines(["*ferry.en.pdf.01.png: error O020*", "*+*gently*"])
    (panels,) = (pytester.path / "drawn").glob("test_the_brief0/ferry.en.pdf.01.difference.png")
    assert str(panels) in changed.stdout.str()
    assert not (kept / "differences").exists()


def test_a_brief_that_does_not_build_fails_with_its_problems(pytester: pytest.Pytester) -> None:
    pages(pytester)
    (pytester.path / "brief" / "seeds" / "derived.toml").write_text("[derived", "utf-8")
    broken = pytester.runpytest(*PLUGIN)
    broken.assert_outcomes(failed=1)
    broken.stdout.fnmatch_lines(["seeds/derived.toml:1: error P903*"])


def test_a_reference_of_a_page_that_is_gone_fails_its_test(pytester: pytest.Pytester) -> None:
    kept = pages(pytester)
    pytester.runpytest(*PLUGIN, "--briefing-accept")
    (kept / "ferry.ko.pdf.08.png").write_bytes(b"")
    left = pytester.runpytest(*PLUGIN)
    left.assert_outcomes(failed=1)
    left.stdout.fnmatch_lines(["*ferry.ko.pdf.08.png: error O022*"])


@pytest.fixture
def texts(pytester: pytest.Pytester) -> Path:
    pytester.makepyfile(FILES)
    pytester.runpytest(*PLUGIN, "--briefing-accept").assert_outcomes(passed=2)
    kept = pytester.path / "snapshots"
    assert {path.name for path in kept.iterdir()} == {"ferry.en.md", "ferry.en.html"}
    return kept


def test_a_reference_that_no_test_asked_for_fails_the_session(pytester: pytest.Pytester, texts: Path) -> None:
    (texts / "old.en.md").write_text("# Old\n")
    done = pytester.runpytest(*PLUGIN)
    done.assert_outcomes(passed=2)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["*old.en.md: error O022: accepted once, and no test asks for it"])
    assert pytester.runpytest(*PLUGIN, "--briefing-accept").ret == 0 and not (texts / "old.en.md").exists()


@pytest.mark.parametrize("part", [("-k", "md"), ("{file}::test_texts[md]",), ("--collect-only",)])
def test_a_part_of_the_tests_judges_nothing_that_the_others_may_use(
    pytester: pytest.Pytester, texts: Path, part: tuple[str, ...]
) -> None:
    file = next(pytester.path.glob("test_*.py")).name
    done = pytester.runpytest(*PLUGIN, *(word.format(file=file) for word in part))
    assert done.ret == 0 and (texts / "ferry.en.html").exists()


SHARED_OUT = ("-n", "2")


def test_tests_shared_out_among_processes_are_judged_together(pytester: pytest.Pytester, texts: Path) -> None:
    assert pytester.runpytest_subprocess(*PLUGIN, *SHARED_OUT).ret == 0
    (texts / "old.en.md").write_text("# Old\n")
    done = pytester.runpytest_subprocess(*PLUGIN, *SHARED_OUT)
    done.assert_outcomes(passed=2)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["*old.en.md: error O022: accepted once, and no test asks for it"])
    assert pytester.runpytest_subprocess(*PLUGIN, *SHARED_OUT, "-k", "md").ret == 0


def test_an_unknown_kind_is_an_error_of_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(briefing_snapshot):\n    briefing_snapshot({}, kinds=('docx',))\n")
    done = pytester.runpytest(*PLUGIN)
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["*unknown kind of snapshot 'docx': md, html*"])


def test_without_a_browser_a_test_of_web_pages_alone_is_skipped_and_the_reason_told(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(pytester.path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    pytester.makepyfile(FILES.replace('["md", "html"]', '["md", "html.png"]'))
    done = pytester.runpytest(*PLUGIN, "--briefing-accept", "-rs")
    done.assert_outcomes(passed=1, skipped=1)
    done.stdout.fnmatch_lines(["*snapshots: not compared: pictures of web pages: no Chromium on the path*"])


def test_the_plugin_starts_without_heavy_libraries() -> None:
    heavy = ("weasyprint", "jinja2", "babel", "typer", "PIL", "pypdfium2", "markdown_it", "fontTools")
    code = (
        f"import sys, briefing.snapshots.plugin; print(*(name for name in {heavy!r} if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


@pytest.mark.parametrize(
    "named", [pytest.param((), marks=pytest.mark.slow), PLUGIN], ids=["installed", "installed and named"]
)
def test_an_installed_package_brings_the_plugin_and_naming_it_too_does_no_harm(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, named: tuple[str, ...]
) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"][
        "pytest11"
    ]
    lines = [f"{name} = {module}" for name, module in declared.items()]
    installed = pytester.path / "site" / "installed-1.dist-info"
    installed.mkdir(parents=True)
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: installed\nVersion: 1\n")
    (installed / "entry_points.txt").write_text("\n".join(("[pytest11]", *lines, "")))
    monkeypatch.setenv("PYTHONPATH", str(installed.parent))
    done = pytester.runpytest_subprocess(*named, "--fixtures")
    assert done.ret == 0
    done.stdout.fnmatch_lines(["*briefing_snapshot*"])
