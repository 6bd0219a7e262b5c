"""doctor: what is there is found, what is missing or changed is named with the way to get it."""

from __future__ import annotations

import importlib.metadata
import shutil
from pathlib import Path

import pytest

from briefing import doctor
from briefing.project import builtin_folder

FONTS = builtin_folder() / "templates" / "fonts"


def test_the_machine_that_runs_the_tests_has_everything() -> None:
    assert [finding for finding in doctor.examine() if not finding.ok] == []


def test_every_kind_of_finding_is_there() -> None:
    names = {finding.name for finding in doctor.examine()}
    assert {"Python", "Pango", "HarfBuzz-subset", "weasyprint", "Pretendard-Regular.otf"} <= names


def test_a_missing_library_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", (("Nothing", "no-such-library", 0),))
    (finding,) = doctor._libraries()
    assert (finding.ok, finding.detail) == (False, "libno-such-library cannot be opened")
    assert finding.hint.startswith("run: ")


def test_an_old_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: ["pytest>=1,<999", "rich>=999"])
    pytest_found, rich_found = doctor._packages()
    assert pytest_found.ok and not rich_found.ok
    assert rich_found.hint == "run: pip install 'rich>=999'"


def test_an_absent_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["no-such-package>=1", "colorama; os_name=='nt'"]
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: needed)
    (finding,) = doctor._packages()
    assert (finding.name, finding.ok, finding.detail) == ("no-such-package", False, "not installed")


@pytest.mark.parametrize(
    ("found", "bounds", "within"),
    [
        ("70.0", ">=70,<71", True),
        ("71.0", "<71,>=70", False),
        ("69.9", ">=70,<71", False),
        ("2.10", ">=2.9.1", True),
        ("2.9", ">=2.9.1", False),
        ("3.0.0rc1", ">=3", True),
        ("1.0", "", True),
    ],
)
def test_releases_are_compared_by_number(found: str, bounds: str, within: bool) -> None:
    assert doctor._within(found, bounds) is within


def test_a_changed_and_a_missing_font_are_found(tmp_path: Path) -> None:
    shutil.copytree(FONTS, tmp_path / "fonts")
    with (tmp_path / "fonts" / "Pretendard-Bold.otf").open("ab") as file:
        file.write(b"\0")
    (tmp_path / "fonts" / "Pretendard-Medium.otf").unlink()
    found = {finding.name: finding.detail for finding in doctor._fonts(tmp_path / "fonts") if not finding.ok}
    assert found == {
        "Pretendard-Bold.otf": "differs from the released file",
        "Pretendard-Medium.otf": "missing",
    }


def test_a_missing_list_of_fonts_is_found(tmp_path: Path) -> None:
    (finding,) = doctor._fonts(tmp_path)
    assert not finding.ok and str(tmp_path) in finding.detail
