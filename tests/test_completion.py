"""Completion: a real shell asks, and gets commands, options and values of the brief around."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import small_brief

BASH = shutil.which("bash")
HERE = Path(sys.executable).parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    small_brief.write(folder)
    with (folder / "briefing.toml").open("a", encoding="utf-8") as config:
        config.write('\n[publish.web]\nkind = "site"\nfolder = "site"\naddress = "https://briefs.example"\n')
    return folder


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("BRIEFING_LANG", "COLUMNS")}
    return kept | {"PATH": f"{HERE}{os.pathsep}{os.environ['PATH']}"} | more


@pytest.mark.skipif(BASH is None, reason="there is no bash")
def test_bash_completes_commands_and_values(folder: Path) -> None:
    asked = {
        "briefing bu": "build",
        "briefing review --accept ": "title standfirst cards summary traffic all",
        "briefing build --lang ko,": "ko,en",
        "briefing build --format md,h": "md,html",
        "briefing publish ": "web",
        "briefing check --format s": "sarif",
        "briefing --speak ": "en ko auto",
        "briefing --speak ko ext": "extract",
        "briefing catalog up": "update",
        "briefing build --ori": "--originals",
    }
    script = 'eval "$(_BRIEFING_COMPLETE=source_bash briefing)"\n'
    script += 'try() { COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _briefing_completion briefing; echo "${COMPREPLY[*]}"; }\n'
    for line in asked:
        words = " ".join(f"'{word}'" for word in line.split(" "))
        script += f"COMP_WORDS=({words}); try\n"
    ran = subprocess.run(
        [str(BASH), "-c", script], cwd=folder, env=environment(), capture_output=True, text=True, check=True
    )
    assert dict(zip(asked, ran.stdout.splitlines(), strict=True)) == asked


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_zsh_and_fish_get_the_words_with_what_they_mean(folder: Path, shell: str) -> None:
    def ask(**said: str) -> str:
        ran = subprocess.run(
            ["briefing"], cwd=folder, env=environment(**said), capture_output=True, text=True, check=True
        )
        return ran.stdout

    assert f"_BRIEFING_COMPLETE=complete_{shell}" in ask(_BRIEFING_COMPLETE=f"source_{shell}")
    typed = {
        "_BRIEFING_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "briefing bu",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    assert "Build the brief" in ask(**typed) and "브리프를 빌드합니다" in ask(**typed, BRIEFING_LANG="ko")


def test_a_brief_that_cannot_be_read_completes_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.cli import complete

    (tmp_path / "briefing.toml").write_bytes(b"name = \n\xff")
    monkeypatch.chdir(tmp_path)
    assert complete.sections("") == complete.targets("") == complete.languages("") == []
