"""Packaging: the lock is whole and names no registry, the wheel carries the built-in brief and no article."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", LOCK, re.MULTILINE))
CARRIED = ("templates", "locales", "seeds")


def wanted() -> list[Requirement]:
    named = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    return [Requirement(line) for line in named]


def test_the_lock_holds_every_dependency_within_its_bounds() -> None:
    outside = [need for need in wanted() if LOCKED[canonicalize_name(need.name)] not in need.specifier]
    assert outside == []


def test_the_lock_holds_what_the_dependencies_need() -> None:
    missing = []
    for name in LOCKED:
        for line in importlib.metadata.requires(name) or []:
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                missing += [line for lacking in needed(need) if lacking not in LOCKED]
    assert missing == []


def needed(need: Requirement) -> set[str]:
    """A package and what the groups of it bring that are asked for: `lxml[html_clean]` is of no use without both."""
    names = {canonicalize_name(need.name)}
    if canonicalize_name(need.name) in LOCKED:
        for line in importlib.metadata.requires(need.name) or []:
            more = Requirement(line)
            if any(
                more.marker
                and more.marker.evaluate({"extra": canonicalize_name(extra)})
                and not more.marker.evaluate({"extra": ""})
                for extra in need.extras
            ):
                names.add(canonicalize_name(more.name))
    return names


def test_every_release_of_the_lock_has_digests_and_nothing_names_a_registry() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    shape = re.compile(r"[a-z0-9-]+==[0-9a-z.]+(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n")
    assert [entry.splitlines()[0] for entry in entries if not shape.fullmatch(entry)] == []
    assert len(entries) == len(LOCKED) and "://" not in LOCK and "--index" not in LOCK


@pytest.mark.parametrize(
    ("name", "floor"),
    [("weasyprint", "70"), ("jinja2", "3.1.6"), ("babel", "2.18"), ("markdown-it-py", "2.2"),
     ("pillow", "12.3"), ("fonttools", "4.60.2")],
)  # fmt: skip
def test_the_floors_of_the_dependencies_hold(name: str, floor: str) -> None:
    (need,) = (need for need in wanted() if need.name == name)
    assert f">={floor}" in str(need.specifier).split(",")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree as a user may have it: with the originals in the folder that git ignores."""
    copy = tmp_path_factory.mktemp("source") / "briefing"
    ignored = shutil.ignore_patterns(
        ".git", ".venv*", "__pycache__", ".*_cache", "originals", "*.pdf", "*.mo"
    )
    shutil.copytree(ROOT, copy, ignore=ignored)
    (copy / "seeds" / "originals").mkdir()
    (copy / "seeds" / "originals" / "article.txt").write_text("not ours to pass on", encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def built(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.suffix: path for path in folder.iterdir()}


def test_the_wheel_carries_the_built_in_brief_and_no_article(source: Path, built: dict[str, Path]) -> None:
    names = set(zipfile.ZipFile(built[".whl"]).namelist())
    files = [path for folder in CARRIED for path in (source / folder).rglob("*") if path.is_file()]
    brief = {path.relative_to(source).as_posix() for path in files if "originals" not in path.parts}
    assert {f"briefing/builtin/{name}" for name in brief | {"briefing.toml"}} == {
        name for name in names if name.startswith("briefing/builtin/")
    }
    assert {"templates/fonts/Pretendard-Regular.otf", "templates/fonts/OFL.txt"} <= brief
    assert not [name for name in names if "originals/" in name or name.startswith("tests")]
    scaffold = (path for path in (source / "briefing/scaffold/files").iterdir())
    assert {path.relative_to(source).as_posix() for path in scaffold} <= names


def test_the_wheel_says_that_it_is_typed(built: dict[str, Path]) -> None:
    assert "briefing/py.typed" in zipfile.ZipFile(built[".whl"]).namelist()


def test_the_source_distribution_builds_the_same_wheel(built: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(built[".gz"]) as archive:
        assert not [name for name in archive.getnames() if "originals/" in name]
    shutil.unpack_archive(built[".gz"], tmp_path)
    (unpacked,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=unpacked, capture_output=True, check=True)
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == built[".whl"].read_bytes()


def test_an_installed_package_finds_the_built_in_brief(built: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel:
        wheel.extractall(tmp_path)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from briefing.project import builtin_folder; print(builtin_folder())"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == tmp_path / "briefing" / "builtin"
    assert (tmp_path / "briefing" / "builtin" / "briefing.toml").is_file()


def test_an_installed_package_writes_a_new_brief(built: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(built[".whl"]) as wheel:
        wheel.extractall(tmp_path / "installed")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r})\n"
        f"sys.argv = ['briefing', 'new', {str(tmp_path / 'b')!r}, '--date', '2026-11']\n"
        "from briefing.cli import main; main()"
    )
    subprocess.run([sys.executable, "-I", "-c", code], stdin=subprocess.DEVNULL, check=True)
    code = code.replace("'new', ", "'check', '--strict'] #")
    subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path / "b", check=True)
