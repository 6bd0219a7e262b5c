"""The documentation: it builds without a warning, its links lead somewhere, its reference is what the code says,
and what it tells people to type exists."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import briefing
from briefing.cli import app
from briefing.compose import asked
from briefing.compose.drawings import Drawings
from briefing.schema import Field
from tests import small_brief
from tests.conftest import ROOT
from tests.walkthrough import BLOCK, Walk, pattern, steps

DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts)
README = ROOT / "README.md"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)")
CALL = re.compile(
    r"(?:(?<=\$ )|(?<=`)|^|(?<=\./run )|(?<=run: ))briefing (?!\w+\s*=)([a-z]+(?: [a-z]+)?)([^\n`|]*)",
    re.MULTILINE,
)
WALKED = ("howto/read-figures.md",)
"""Pages of which every command is run; the tutorial has a test of its own."""


@pytest.fixture
def reference(monkeypatch: pytest.MonkeyPatch) -> Any:
    """docs/generate.py as a module."""
    monkeypatch.syspath_prepend(str(DOCS))
    monkeypatch.delenv("BRIEFING_LANG", raising=False)
    return importlib.import_module("generate")


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    """-W also finds a link or an anchor that leads nowhere, and a page that no list of contents has."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        str(DOCS),
        str(tmp_path / "html"),
    ]
    environment = os.environ | {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    ran = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert ran.returncode == 0, ran.stderr
    assert len(list((tmp_path / "html").rglob("*.html"))) >= len(PAGES)
    addresses = {
        found
        for page in (tmp_path / "html").rglob("*.html")
        for found in re.findall(
            r'<(?:link|script|img)[^>]* (?:href|src)="(https?://[^"]+)"', page.read_text("utf-8")
        )
    }
    assert not addresses, "pages that ask something of the network"


@pytest.mark.parametrize("page", [README, *PAGES], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_to_a_file_leads_to_one(page: Path) -> None:
    text = BLOCK.sub("", page.read_text("utf-8"))
    lost = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert not lost, f"{page}: {', '.join(lost)}"


def test_the_reference_is_what_the_code_says(reference: Any) -> None:
    assert not reference.stale(), "write it anew: ./run python docs/generate.py"


def test_the_reference_is_the_same_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, str(DOCS / "generate.py"), "--check"]
    ran = subprocess.run(
        command, env=os.environ | {"BRIEFING_LANG": "ko", "COLUMNS": "40"}, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr


def shapes() -> Iterator[tuple[str, dict[str, Field]]]:
    """Every table of fields that a module of the package has, by module and name."""
    for found in pkgutil.walk_packages(briefing.__path__, "briefing."):
        if "snapshots.plugin" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if (
                isinstance(value, dict)
                and value
                and all(isinstance(field, Field) for field in value.values())
            ):
                yield f"{found.name}.{name}", value


def test_every_key_says_what_it_is_for() -> None:
    silent = [
        f"{where}: {key}" for where, shape in shapes() for key, field in shape.items() if not field.about
    ]
    assert not silent, "give it a sentence: schema.text('…')"


def test_every_table_is_in_the_reference(reference: Any) -> None:
    from generators.configuration import FILES  # type: ignore[import-not-found]

    told = [table.shape for file in FILES for table in file.tables]
    lacking = [where for where, shape in shapes() if not any(shape.items() <= each.items() for each in told)]
    assert not lacking, "name it in docs/generators/configuration.py"


@pytest.mark.parametrize(
    ("name", "options"), [("series", asked.SERIES), ("chart", asked.CHART), ("table", asked.TABLE)]
)
def test_every_option_of_a_function_is_explained(name: str, options: tuple[str, ...]) -> None:
    doc = getattr(Drawings, name).__doc__
    assert not [option for option in options if not re.search(rf"``{option}\b", doc)]


@cache
def commands() -> dict[str, Any]:
    """Every command by its words: build, catalog extract."""
    found: dict[str, Any] = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        found[name] = command
        found |= {f"{name} {sub}": each for sub, each in getattr(command, "commands", {}).items()}
    return found


def calls(text: str) -> Iterator[tuple[str, str]]:
    """The commands that a page speaks of, with what follows each."""
    for words, rest in CALL.findall(text):
        known = commands()
        name = words if words in known else words.split()[0]
        yield name, f"{words} {rest}"


@pytest.mark.parametrize("page", [README, *PAGES], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_command_of_a_page_exists_with_its_options(page: Path) -> None:
    known = commands()
    for name, line in calls(page.read_text("utf-8")):
        assert name in known, f"{page}: briefing {line}"
        options = {option for param in known[name].params for option in (*param.opts, *param.secondary_opts)}
        asked = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", line.split("#")[0])) - {"--help"}
        assert asked <= options, f"{page}: briefing {line}"


def test_the_readme_names_every_command() -> None:
    named = {name for name, _ in calls(README.read_text("utf-8"))}
    assert {name for name in commands() if " " not in name} <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_toml_of_a_page_is_toml(page: Path) -> None:
    for block in BLOCK.finditer(page.read_text("utf-8")):
        if block["info"].strip() == "toml":
            tomllib.loads(block["body"])


@pytest.mark.parametrize("name", WALKED)
def test_what_a_page_says_comes_out(name: str, tmp_path: Path) -> None:
    walk = Walk(tmp_path)
    for step in steps((DOCS / name).read_text("utf-8")):
        walk.take(step)


def test_python_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    small_brief.write(tmp_path / "ferries")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"From Python:\n\n((?:    .*\n|\n)+)", README.read_text("utf-8"))
    exec(compile("\n".join(line[4:] for line in code.splitlines()), "README.md", "exec"), {})
    assert capsys.readouterr().out == "3만5천여 명 more than 35,000\n"


def test_a_pattern_says_what_may_be_printed() -> None:
    shown = pattern("one … three\n…\nlast\n")
    assert shown.fullmatch("one two three\nlast\n") and shown.fullmatch("one  three\na\nb\nlast\n")
    assert not shown.fullmatch("one two\nlast\n") and not shown.fullmatch("one two three\nlast\nmore\n")


def test_a_walk_finds_what_is_not_so(tmp_path: Path) -> None:
    page = "```{code-block} toml\n:caption: a.toml\n\nx = 1\n```\n```console\n$ cat a.toml\nx = 2\n```\n"
    first, second = steps(page)
    walk = Walk(tmp_path)
    walk.take(first)
    with pytest.raises(AssertionError, match=r"line 7: \$ cat a.toml"):
        walk.take(second)


def test_a_walk_changes_what_a_page_says(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one\n\ntwo\nthree\n")
    (step,) = steps("```{code-block} diff\n:caption: change in a\n\n one\n\n-two\n+2\n```\n")
    Walk(tmp_path).take(step)
    assert (tmp_path / "a").read_text() == "one\n\n2\nthree\n"


def test_a_command_may_go_on_in_the_next_line(tmp_path: Path) -> None:
    step, last = steps("```console\n$ echo one \\\n    two\none two\n$ echo\n```\n")
    Walk(tmp_path).take(step)
    assert (step.text, last.what) == ("one two\n", "echo")
