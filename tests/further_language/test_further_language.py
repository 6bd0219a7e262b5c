"""A further language is one template, one catalog, one glossary column and one wording module, and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = "qps"
PLAIN, MARKED = "aeiouAEIOU", "äéíöüÄÉÍÖÜ"
ADDED = {
    f"briefing/wording/{CODE}.py",
    f"templates/brief.{CODE}.md.j2",
    f"locales/{CODE}/LC_MESSAGES/briefing.po",
    "locales/glossary.toml",
}
CALL = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{\w*\})", re.DOTALL)


def pseudo(text: str) -> str:
    """Every vowel marked, calls and placeholders as they are."""
    table = str.maketrans(PLAIN, MARKED)
    return "".join(part if CALL.fullmatch(part) else part.translate(table) for part in CALL.split(text))


def briefing(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "BRIEFING_ORIGINALS"}
    environment |= {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True,
    )  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "output" not in path.parts
    }


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in ("briefing", "templates", "locales", "seeds"):
        ignored = shutil.ignore_patterns("__pycache__", "builtin", "originals", "*.mo")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "briefing.toml", folder)
    return folder


@pytest.fixture(scope="module")
def translated(copy: Path) -> Iterator[tuple[Path, set[str]]]:
    """The copy with the made-up language dropped into it, and which files that touched."""
    before = files(copy)
    shutil.copy(ROOT / "tests/further_language/wording.py", copy / f"briefing/wording/{CODE}.py")
    template = (copy / "templates/brief.en.md.j2").read_text("utf-8")
    particled = template.replace(
        '{{ fact("kr-ai-shortfall", "unit") }}', '{{ fact("kr-ai-shortfall") | josa("ün/n") }}'
    )
    assert particled != template
    (copy / f"templates/brief.{CODE}.md.j2").write_text(pseudo(particled), "utf-8")
    glossary = copy / "locales/glossary.toml"
    column = re.sub(
        r"^en = (.*)$", lambda line: f"{line[0]}\n{CODE} = {values(line[1], pseudo)}",
        glossary.read_text("utf-8"), flags=re.MULTILINE,
    )  # fmt: skip
    glossary.write_text(column, "utf-8")
    done = briefing(copy, "catalog", "update", "--lang", CODE)
    assert done.returncode == 0, done.stderr
    catalog = copy / f"locales/{CODE}/LC_MESSAGES/briefing.po"
    catalog.write_text(filled(catalog.read_text("utf-8")), "utf-8")
    after = files(copy)
    yield copy, {name for name in after if before.get(name) != after[name]}


def values(inline: str, change: Callable[[str], str]) -> str:
    """A TOML inline table or text with its strings changed."""
    return re.sub(r'"([^"]*)"', lambda said: f'"{change(said[1])}"', inline)


def filled(catalog: str) -> str:
    """The catalog with every empty msgstr translated from its msgid."""
    entry = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ""\n(?!")', re.MULTILINE)
    return entry.sub(lambda found: f"msgid {found[1]}msgstr {values(found[1], pseudo)}", catalog)


def test_it_is_four_files_and_builds_beside_the_others(translated: tuple[Path, set[str]]) -> None:
    folder, touched = translated
    assert touched == ADDED
    done = briefing(folder, "build", "--lang", f"en,ko,{CODE}")
    assert done.returncode == 0, done.stderr
    pages = {f"ai-talent.{code}.{format}" for code in ("en", "ko", CODE) for format in ("md", "html", "pdf")}
    assert pages <= {path.name for path in (folder / "output").iterdir()}
    page = (folder / f"output/ai-talent.{CODE}.md").read_text("utf-8")
    assert "8579ün" in page  # its own grouping, its own particle
    assert "33·5250 USD" in page and "6·0004" in page
    assert "## Kéy fígürés" in page
    html = (folder / "output/ai-talent.en.html").read_text("utf-8")
    assert f'hreflang="{CODE}"' in html and "Ñéwspéák" in html
    assert f'<html lang="{CODE}">' in (folder / f"output/ai-talent.{CODE}.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('{{ fact("net-outflow-countries") }}', "söme", "L001"),
        ("Ämérícän", "Thréé Ämérícän", "U002"),
        ("Ämérícän", "7 Ämérícän", "U001"),
    ],
)
def test_it_is_checked_as_the_others_are(
    translated: tuple[Path, set[str]], old: str, new: str, code: str
) -> None:
    folder, _ = translated
    template = folder / f"templates/brief.{CODE}.md.j2"
    whole = template.read_text("utf-8")
    assert old in whole
    template.write_text(whole.replace(old, new), "utf-8")
    try:
        done = briefing(folder, "check")
    finally:
        template.write_text(whole, "utf-8")
    assert done.returncode == 1
    assert f"error {code}" in done.stderr and template.name in done.stderr


def test_a_name_without_a_translation_is_refused_where_it_stands(translated: tuple[Path, set[str]]) -> None:
    folder, _ = translated
    catalog = folder / f"locales/{CODE}/LC_MESSAGES/briefing.po"
    whole = catalog.read_text("utf-8")
    cut = re.sub(r'(msgid "AI Talent Policy Briefs"\nmsgstr )"[^"]+"', r'\1""', whole)
    assert cut != whole
    catalog.write_text(cut, "utf-8")
    try:
        done = briefing(folder, "check")
    finally:
        catalog.write_text(whole, "utf-8")
    assert done.returncode == 1
    assert re.search(r"briefing\.toml:\d+: error P004: look.series is not given in 'qps'", done.stderr), (
        done.stderr
    )
