"""Help, wrong use and tables: in the user's language, as wide as the terminal, in colour where that is wanted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from briefing.cli import app, speech
from briefing.cli.usage import paragraphs
from briefing.cli.width import beside, folded, width
from tests import small_brief

HANGUL = re.compile("[가-힣]")
ESCAPE = "\x1b["
PROGRAM = [sys.executable, "-m", "briefing"]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("BRIEFING_LANG", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", *speech.LOCALE):
        monkeypatch.delenv(name, raising=False)
    yield
    speech.use(None)


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, arguments, env=environment)


def commands(command: object = None, *names: str) -> Iterator[tuple[tuple[str, ...], object]]:
    command = command or get_command(app)
    yield names, command
    for name, each in getattr(command, "commands", {}).items():
        yield from commands(each, *names, name)


ALL = dict(commands())


@pytest.mark.parametrize("names", ALL, ids=" ".join)
def test_every_command_has_an_example_of_itself(names: tuple[str, ...]) -> None:
    said, example = paragraphs(ALL[names].help)  # type: ignore[attr-defined]
    assert said
    if names != ("catalog",):  # its commands have one each
        assert example.startswith("briefing ") and " ".join(names) in example


@pytest.mark.parametrize("language", ["en", "ko"])
def test_help_fits_the_terminal_and_keeps_words_whole(language: str) -> None:
    for names in ALL:
        wide, narrow = (
            run(*names, "--help", COLUMNS=columns, BRIEFING_LANG=language).stdout for columns in ("100", "40")
        )
        assert max(map(width, narrow.splitlines())) <= 40, narrow
        assert narrow.split() == wide.split()


@pytest.mark.parametrize(("columns", "most"), [(20, 40), (66, 66), (200, 100)])
def test_help_is_within_bounds(columns: int, most: int) -> None:
    lines = [
        line
        for names in ALL
        for line in run(*names, "--help", COLUMNS=str(columns), BRIEFING_LANG="ko").stdout.splitlines()
    ]
    assert most - 12 < max(map(width, lines)) <= most


@pytest.mark.parametrize("names", ALL, ids=" ".join)
def test_help_is_in_korean_where_that_is_asked_for(names: tuple[str, ...]) -> None:
    shown = " ".join(run("--speak", "ko", *names, "--help").stdout.split())
    assert HANGUL.search(shown)
    _, example = paragraphs(ALL[names].help)  # type: ignore[attr-defined]
    assert not re.findall(
        r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", shown.replace(example, "").replace("briefing", "")
    )
    assert not HANGUL.search(run(*names, "--help").stdout)


@pytest.mark.parametrize(
    ("arguments", "english", "korean"),
    [
        (("build", "--nope"), "No such option: --nope", "그런 옵션이 없습니다: --nope"),
        (("buildd",), "No such command 'buildd'. Did you mean 'build'?", "혹시 'build'입니까?"),
        (("extract",), "Missing argument 'FILE…'.", "인자 'FILE…'이(가) 빠졌습니다."),
        (("build", "--lang"), "Option '--lang' requires an argument.", "옵션 '--lang'에는 값이 필요합니다."),
        (("check", "--format", "x"), "'x' is not one of 'table'", "'x'은(는) 다음 가운데 하나가 아닙니다"),
        (("doctor", "x"), "Got unexpected extra argument", "필요 없는 인자가 있습니다: x"),
        (("build", "--strict=1"), "does not take a value", "옵션 '--strict'은(는) 값을 받지 않습니다."),
        ((), "Show this message and exit.", "이 도움말을 보여 주고 끝냅니다."),
        (("catalog",), "Check the catalogs", "카탈로그를 검사"),
    ],
)
def test_wrong_use_is_said_in_the_language(arguments: tuple[str, ...], english: str, korean: str) -> None:
    for language, said in (("en", english), ("ko", korean)):
        result = run(*arguments, BRIEFING_LANG=language, COLUMNS="100")
        assert result.exit_code == 2 and said in result.output
        assert bool(HANGUL.search(result.output)) is (language == "ko")


@pytest.mark.parametrize(
    ("arguments", "environment", "korean"),
    [
        ((), {}, False),
        ((), {"LANG": "ko_KR.UTF-8"}, False),
        (("--speak", "ko"), {}, True),
        (("--speak=ko",), {"BRIEFING_LANG": "en"}, True),
        (("--speak", "en"), {"BRIEFING_LANG": "ko"}, False),
        ((), {"BRIEFING_LANG": "auto", "LANG": "ko_KR.UTF-8"}, True),
        ((), {"BRIEFING_LANG": "auto", "LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, False),
        ((), {"BRIEFING_LANG": "auto", "LANG": "en_US", "LC_MESSAGES": "ko"}, True),
        (("--speak", "auto"), {"LANG": "xx_XX"}, False),
        ((), {"BRIEFING_LANG": ""}, False),
    ],
)
def test_which_language(arguments: tuple[str, ...], environment: dict[str, str], korean: bool) -> None:
    shown = run(*arguments, "doctor", "--help", **environment).stdout
    assert bool(HANGUL.search(shown)) is korean


def test_an_unknown_language_of_messages_is_refused_with_those_that_are_known() -> None:
    for result, by in (
        (run("--speak", "xx", "doctor"), "--speak"),
        (run("doctor", BRIEFING_LANG="xx"), "BRIEFING_LANG"),
    ):
        assert result.exit_code == 2
        assert (
            f"error P018: unknown language of messages 'xx'\n  hint: give {by} one of: en, ko, auto\n"
            in result.output
        )


def test_problems_speak_korean_and_what_programs_read_stays_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_brief.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    template = tmp_path / "templates" / "brief.en.md.j2"
    template.write_text(template.read_text("utf-8").replace('fact("passengers")', 'fact("nobody")'), "utf-8")
    table = run("check", BRIEFING_LANG="ko").output
    assert re.search(r"brief\.en\.md\.j2:\d+: 오류 T010: 알 수 없는 사실 'nobody'입니다\n  힌트: ", table)
    for format in ("json", "github", "sarif"):
        said = [run("check", "--format", format, BRIEFING_LANG=each).stdout for each in ("en", "ko")]
        assert said[0] == said[1] and "unknown fact 'nobody'" in said[0]


def test_audit_speaks_the_language_of_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_brief.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "odd.txt").write_text("승객은 100명에서 150명으로 80% 늘었다.\n", "utf-8")
    for language in ("ko", "en"):
        said = run("audit", "odd.txt", BRIEFING_LANG=language).output
        assert ("not 80%" in said) is (language == "en") and ("심각도" in said) is (language == "ko")
    assert "not 80%" in run("audit", "odd.txt", "--lang", "en", BRIEFING_LANG="ko").output


def test_folding() -> None:
    assert folded("모든 인용을 제자리에서 증명할 원문", 12) == ["모든 인용을", "제자리에서", "증명할 원문"]
    assert folded("a word-that-is-longer b", 6) == ["a", "word-that-is-longer", "b"]
    assert beside("  --x", "one two", 8, 12) == ["  --x   one", "        two"]
    assert beside("  --long-name", "one", 8, 20) == ["  --long-name", "        one"]
    assert width("가a\u0301") == 3


def on_terminal(*arguments: str, columns: int = 80, **environment: str) -> str:
    """What a command writes on a terminal of so many columns."""
    import fcntl
    import pty
    import struct
    import termios

    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")
    }
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        stdin=side,
        stdout=side,
        stderr=side,
        env=kept | {"TERM": "xterm"} | environment,
    ):
        os.close(side)
        written = b""
        try:
            while chunk := os.read(main, 65536):
                written += chunk
        except OSError:  # the other side has gone
            pass
    os.close(main)
    return written.decode().replace("\r\n", "\n")


def test_severities_are_coloured_on_a_terminal_alone() -> None:
    wrong = ("build", "--lang", "kr")
    coloured = on_terminal(*wrong)
    assert (
        f"briefing: {ESCAPE}1;31merror P006{ESCAPE}0m: unknown" in coloured
        and f"{ESCAPE}2m  hint: " in coloured
    )
    plain = "briefing: error P006: unknown language 'kr'\n  hint: "
    assert on_terminal(*wrong, NO_COLOR="1").startswith(plain)
    assert on_terminal(*wrong, TERM="dumb").startswith(plain)
    assert on_terminal(*wrong, NO_COLOR="") == coloured
    assert run(*wrong).stderr.startswith(plain)
    assert ESCAPE in run(*wrong, FORCE_COLOR="1").stderr
    assert ESCAPE not in run(*wrong, FORCE_COLOR="1", NO_COLOR="1").stderr


def test_a_table_folds_at_the_width_of_the_terminal_and_loses_nothing() -> None:
    columns = 60
    shown = on_terminal("facts", columns=columns, TERM="dumb")
    lines = shown.splitlines()[:-1]
    assert max(map(width, lines)) <= columns
    letters = re.sub(r"\s", "", shown)
    assert all(part in letters for part in ("phd-indust", "-early", "asiatoda", "y-2024"))
    assert "…" not in shown
