"""The names that Python programs may rely on: listed in one place, typed, lazily loaded, and their examples hold."""

from __future__ import annotations

import doctest
import inspect
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import briefing
from tests import small_brief

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", briefing.__all__)
def test_a_public_name_is_there_and_explained(name: str) -> None:
    found = getattr(briefing, name)
    assert name in dir(briefing)
    assert inspect.getdoc(found), f"{name} has no docstring"
    if inspect.isfunction(found):
        public = {each: getattr(briefing, each) for each in briefing.__all__}
        hints = typing.get_type_hints(found, localns=public)
        assert {*inspect.signature(found).parameters, "return"} == hints.keys()
        assert "Raises Refusal" in (found.__doc__ or "")


@pytest.mark.parametrize("name", briefing.__all__)
def test_its_examples_hold(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_brief.write(tmp_path / "my-brief")
    monkeypatch.chdir(tmp_path)
    found = getattr(briefing, name)
    public = {each: getattr(briefing, each) for each in briefing.__all__}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for example in doctest.DocTestFinder(recurse=False).find(found, name, globs=public):
        failed: list[str] = []
        assert runner.run(example, out=failed.append).failed == 0, "".join(failed)


def test_each_function_has_an_example() -> None:
    functions = [name for name in briefing.__all__ if inspect.isfunction(getattr(briefing, name))]
    assert functions and all(">>>" in (getattr(briefing, name).__doc__ or "") for name in functions)


def test_importing_the_package_loads_none_of_its_modules() -> None:
    code = "import sys, briefing; print(*(name for name in sys.modules if name.startswith('briefing.')))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="'briefing' has no attribute 'nothing'"):
        briefing.nothing  # noqa: B018


def test_the_function_is_the_same_once_the_pipeline_is_loaded() -> None:
    code = "import briefing, briefing.pipeline, briefing.cli.build; print(briefing.build.__module__)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "briefing.interface\n"


def test_a_built_edition_is_in_the_folder_that_was_asked_for(tmp_path: Path) -> None:
    brief = small_brief.write(tmp_path / "brief")
    built = briefing.build(briefing.load_project(brief), ["ko", "en"], ("md",), out=tmp_path / "there")
    assert {path.parent for path in built.paths} == {tmp_path / "there"} and built.reread
    assert not (brief / "output").exists()


def test_a_folder_of_originals_that_is_not_there_is_refused(tmp_path: Path) -> None:
    brief = small_brief.write(tmp_path / "brief")
    with pytest.raises(briefing.Refusal) as refused:
        briefing.build(brief, formats="md", originals=tmp_path / "nowhere")
    assert (refused.value.exit_code, refused.value.problems[0].code) == (3, "P010")
