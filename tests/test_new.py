"""briefing new: what it writes builds, holds and is tested at once; it asks, refuses, and writes all or nothing."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing import scaffold
from briefing.cli import app
from briefing.deliver import fresh, plant, swap
from briefing.model import Refusal
from tests.terminal import BRIEFING, CTRL_C, CTRL_D, talk

DATE = ("--date", "2026-11")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new brief in every language and format, built where somebody may stand."""
    folder = tmp_path_factory.mktemp("new") / "자전거 도시"
    env = {key: text for key, text in os.environ.items() if not key.startswith("BRIEFING_")}
    made = subprocess.run(
        (*BRIEFING, "new", str(folder), *DATE),
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    done = subprocess.run(
        (*BRIEFING, "build", "--strict"), cwd=folder, env=env, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_it_builds_at_once_without_a_warning_and_holds(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)
    formats = {f"brief.{language}.{format}" for language in ("ko", "en") for format in ("md", "html", "pdf")}
    assert {path.name for path in (built / "output").iterdir()} >= formats
    check, audit, verify = run("check", "--strict"), run("audit"), run("verify", "output")
    assert (check.exit_code, "no errors, 0 warnings" in check.output) == (0, True), check.output
    assert (audit.exit_code, "errors: 0, warnings: 0, notes: 0" in audit.output) == (0, True), audit.output
    assert verify.exit_code == 0, verify.output


def test_every_fact_of_the_sample_is_printed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)
    assert "7 facts and events, 0 of them printed nowhere" in run("facts").output


def _tested(folder: Path, *options: str) -> tuple[int, str]:
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout


def test_its_own_test_says_how_to_accept(built: Path) -> None:
    code, said = _tested(built)
    assert (code, "pytest --briefing-accept" in said) == (0, True), said


@pytest.mark.slow
def test_its_own_test_accepts_and_then_compares(built: Path, here: Path) -> None:
    shutil.copytree(built, here / "b")
    assert _tested(here / "b", "--briefing-accept")[0] == 0
    assert _tested(here / "b")[1].startswith(".")
    template = here / "b/templates/brief.en.md.j2"
    template.write_text(
        template.read_text("utf-8").replace("Membership has grown.", "Membership is up."), "utf-8"
    )
    code, said = _tested(here / "b")
    assert (code, "O020" in said) == (1, True), said


@pytest.mark.parametrize(
    ("lang", "guide", "original"),
    [("en", "", "Yeoul published"), ("ko", "en", "여울시가"), ("en,ko", "ko", "여울시가"), ("ko,en", "en", "Yeoul published")],
)  # fmt: skip
def test_languages_and_the_language_of_comments(
    here: Path, monkeypatch: pytest.MonkeyPatch, lang: str, guide: str, original: str
) -> None:
    monkeypatch.setenv("BRIEFING_LANG", guide)
    assert run("new", "b", "--lang", lang, *DATE).exit_code == 0
    languages = lang.split(",")
    assert sorted(path.name for path in (here / "b/templates").iterdir()) == sorted(
        f"brief.{language}.md.j2" for language in languages
    )
    assert original in (here / "b/seeds/originals/bicycles.txt").read_text("utf-8")
    seeds = tomllib.loads((here / "b/seeds/bicycles.toml").read_text("utf-8"))
    assert all(set(fact["what"]) == set(languages) for fact in seeds["fact"].values())
    text = (here / "b/.gitignore").read_text("utf-8")
    assert ("원문" in text) == ("여울" in original)
    monkeypatch.chdir(here / "b")
    monkeypatch.delenv("BRIEFING_LANG")
    check = run("check", "--strict")
    assert (check.exit_code, "0 warnings" in check.output) == (0, True), check.output


TITLES = [
    "He said \"no\" \\ and 'yes' {{ x }} {% y %} {# z #} *b* _i_ <b> [l](m) # | `c` & $ ~",
    "2030년 기후 목표, 세 도시",
    "1. 목록처럼",
    "- 가",
    "은/는 ‘을(를)’ — 조사",
    "가나 다라마바 " * 25,
    "한 걸음 더",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_is_printed_as_it_was_given(
    here: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    assert run("new", "b", "--title", title, *DATE).exit_code == 0
    monkeypatch.chdir(here / "b")
    done = run("build", "--strict", "--format", "html")
    assert done.exit_code == 0, done.output
    assert run("verify", "output").exit_code == 0
    config = tomllib.loads((here / "b/briefing.toml").read_text("utf-8"))
    register = (here / "b/output/b.facts.json").read_text("utf-8")
    assert config["title"]["en"] == title.strip() and title.strip() == _titled(register)


def _titled(register: str) -> str:
    return str(json.loads(register)["title"]["ko"])


def test_titles_and_series_of_each_language(here: Path) -> None:
    given = ("--title", "ko=항구", "--title", "en=Harbours = ports", "--series", "ko=섬", "--series", "Isles")
    assert run("new", "b", *given, *DATE).exit_code == 0
    config = tomllib.loads((here / "b/briefing.toml").read_text("utf-8"))
    assert config["title"] == {"ko": "항구", "en": "Harbours = ports"}
    assert config["look"]["series"] == {"ko": "섬", "en": "Isles"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "P051: nobody can be asked here, and not given: --date"),
        (("--date", "soon"), "P052: --date: write it as 2026-11"),
        ((*DATE, "--lang", "fr"), "unknown language 'fr' (known: en, ko)"),
        ((*DATE, "--lang", ","), "name a language"),
        ((*DATE, "--lang", "ko", "--title", "en=Bikes"), "the brief is not in 'en'"),
        ((*DATE, "--title", "a", "--title", "b"), "--title is given twice"),
        ((*DATE, "--title", ""), "write one line of text"),
        ((*DATE, "--title", "a\nb"), "write one line of text"),
        ((*DATE, "--title", "a\u202eb"), "write one line of text"),
        ((*DATE, "--title", "가" * 201), "at most 200 characters"),
        ((*DATE, "--title", "🚲 자전거"), "the fonts of the pages have no '🚲' (U+1F6B2)"),
        ((*DATE, "--title", "1,200명"), "a title says more than a figure"),
        ((*DATE, "--title", "ko=2030 목표", "--title", "en=Goals"), "other digits in one language"),
        ((*DATE, "--series", "7 Briefs"), "the name of a series holds no figure"),
        ((*DATE, "--name", "No Name"), "a name is of a-z, 0-9 and hyphens"),
    ],
)
def test_misuse_is_told_and_nothing_is_written(here: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("new", "b", *arguments)
    assert (result.exit_code, said in result.output) == (2, True), result.output
    assert os.listdir(here) == []


def test_a_name_is_made_of_the_folders(here: Path) -> None:
    for folder, name in (
        ("Ferry Traffic 2026", "ferry-traffic-2026"),
        ("항구", "brief"),
        ("2026 Été", "ete"),
    ):
        assert run("new", folder, *DATE).exit_code == 0
        assert tomllib.loads((here / folder / "briefing.toml").read_text("utf-8"))["name"] == name


def test_a_folder_with_anything_in_it_is_refused_and_not_touched(here: Path) -> None:
    (here / "b").mkdir()
    (here / "b/.hidden").write_text("mine")
    result = run("new", "b", *DATE)
    assert (result.exit_code, "P050: 'b' is not empty: it holds '.hidden'" in result.output) == (2, True)
    assert tree(here) == {"b/.hidden": b"mine"}


def test_a_file_in_place_of_the_folder_is_refused(here: Path) -> None:
    (here / "b").write_text("mine")
    for folder in ("b", "b/c"):
        assert run("new", folder, *DATE).exit_code == 4
    assert tree(here) == {"b": b"mine"}


@pytest.mark.parametrize("folder", ["deep/er/b", "empty", "link", "."])
def test_folders_that_are_not_there_or_empty(here: Path, folder: str) -> None:
    (here / "empty").mkdir()
    (here / "link").symlink_to(here / "target")
    if folder == ".":
        (here / "empty").rmdir()
        (here / "link").unlink()
    before = here.stat().st_ino
    assert run("new", folder, *DATE).exit_code == 0
    assert set(tree(here / folder)) >= {"briefing.toml", ".gitignore", "tests/test_brief.py"}
    assert here.stat().st_ino == before and not [name for name in os.listdir(here) if "briefing-" in name]


def test_the_same_answers_give_the_same_bytes(here: Path) -> None:
    for folder in ("one", "two"):
        run("new", folder, "--name", "bikes", *DATE)
    assert tree(here / "one") == tree(here / "two")


def test_what_is_said_last_is_what_comes_next(here: Path) -> None:
    said = run("new", "a b", *DATE).output
    assert "cd 'a b'" in said and said.index("briefing build") < said.index("briefing add FILE")


def test_on_a_terminal_it_asks_and_takes_enter_for_a_default(here: Path) -> None:
    code, said = talk(
        [
            ("languages [ko,en]: ", "\n"),
            ("title (한국어) [다시 달리는 공공자전거]: ", "섬 \"항구\" 🚲\n"),
            ("the fonts of the pages have no '🚲'", ""),
            ("title (한국어)", "섬 \"항구\"\n"),
            ("title (English) [Shared bicycles on the rise again]: ", "\n"),
            ("name of the series (한국어) [정책 브리프]: ", "\n"),
            ("name of the series (English) [Policy Briefs]: ", "\n"),
            ("date of the edition, such as 2026-11: ", "\n"),
            ("date of the edition, such as 2026-11: ", "2026-13\n"),
            ("write it as 2026-11", "2026-12\n"),
            ("name of its files [b]: ", "\n"),
        ],
        "new", "b",
    )  # fmt: skip
    assert code == 0, said
    config = tomllib.loads((here / "b/briefing.toml").read_text("utf-8"))
    assert config["title"]["ko"] == '섬 "항구"' and config["edition"]["date"] == "2026-12"


@pytest.mark.parametrize("typed", [CTRL_D, CTRL_C])
def test_the_end_of_the_input_and_ctrl_c_interrupt_it(here: Path, typed: str) -> None:
    code, said = talk([("languages", typed)], "new", "b")
    assert (code, "interrupted, nothing written" in said) == (130, True), said
    assert os.listdir(here) == []


def test_options_are_not_asked_for_and_yes_asks_nothing(here: Path) -> None:
    code, said = talk([], "new", "b", "--yes", *DATE)
    assert (code, "]:" in said) == (0, False), said
    code, said = talk([], "new", "c", "--yes")
    assert (code, "not given: --date" in said) == (2, True), said


FILES = {
    "seeds/a.toml": b"a",
    "seeds/originals/a.txt": b"b" * 9000,
    "templates/t": b"t",
    "briefing.toml": b"c",
}


@pytest.mark.parametrize("inside", [False, True])
def test_a_killed_run_leaves_no_brief_or_a_whole_one(here: Path, inside: bool) -> None:
    """Killed at every step that reaches the disk; inside, where the folder must stay, what is left is no brief yet."""
    for step in range(40):
        folder = here / f"b{step}"
        if inside:
            folder.mkdir()
        if not _killed(folder, step, inside):
            break
        names = set(tree(folder)) if folder.exists() else set()
        names = {name for name in names if ".briefing-" not in name}
        assert names in (set(), set(FILES)) or (inside and "briefing.toml" not in names)
        if not names:
            plant(FILES, folder)
            assert tree(folder) == FILES
    assert 4 < step < 39 and tree(folder) == FILES
    assert not [name for name in os.listdir(here) if "staging" in name]


def _killed(folder: Path, step: int, inside: bool) -> bool:
    child = os.fork()
    if child == 0:
        left = [step]
        real, move = os.fsync, os.rename

        def counted() -> None:
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1

        os.fsync = lambda handle: (counted(), real(handle))[1]
        os.rename = lambda one, other: (counted(), move(one, other))[1]  # type: ignore[assignment]
        if inside:
            fresh._stays = lambda target: True
        try:
            plant(FILES, folder)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("inside", [False, True])
def test_what_fails_is_taken_back(here: Path, monkeypatch: pytest.MonkeyPatch, inside: bool) -> None:
    monkeypatch.setattr(fresh, "_stays", lambda target: inside)
    (here / "b").mkdir()
    real, failing = os.rename, 2 if inside else 0

    def rename(one: Path, other: Path) -> None:
        nonlocal failing
        failing -= 1
        if failing < 0 and "staging" in str(one):
            raise OSError(28, os.strerror(28))
        real(one, other)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(Refusal) as caught:
        plant(FILES, here / "b")
    assert caught.value.exit_code == 4 and tree(here) == {}


def test_nothing_is_written_over_what_comes_meanwhile(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = swap.write_durably

    def slow(path: Path, content: bytes) -> None:
        (here / "b").mkdir(exist_ok=True)
        (here / "b/mine").write_text("mine")
        real(path, content)

    monkeypatch.setattr(swap, "write_durably", slow)
    with pytest.raises(Refusal):
        plant(FILES, here / "b")
    assert tree(here) == {"b/mine": b"mine"}


def test_every_language_of_the_scaffold_has_all_its_files() -> None:
    for language in scaffold.languages():
        answers = scaffold.Answers("b", {language: "T"}, {language: "S"}, (language,), "2026", language)
        files = scaffold.files(answers)
        assert list(files)[-1] == "briefing.toml" and len(files) == 10
        assert not [name for name, content in files.items() if b"@" in content or b"> #" in content]
