"""What a command kept for the next gives the same, is never believed where it is not whole, and can only cost time."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.kept import Kept, file_of_this_python, in_use

ROOT = Path(__file__).resolve().parents[1]
PATTERNS = [
    (r"(?P<year>\d{4})-(?P<month>\d\d)?(?:(?<=a)b|c{2,}?|[가-힣]+)", 0),
    (r"\bWORD\s(?!x)", re.IGNORECASE),
    ("(?x) a  # a comment\n b", 0),
    (r"^(a|b)\1$", re.MULTILINE | re.DOTALL),
]


def made(file: Path) -> list[re.Pattern[str]]:
    """The patterns as a command gets them, ``re``'s own memory out of the way."""
    kept = Kept(file)
    with in_use(kept):
        re.purge()
        found = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
        file.write_bytes(kept.content())
    re.purge()
    return found


def test_a_kept_expression_is_the_one_that_python_makes(tmp_path: Path) -> None:
    first, again = made(tmp_path / "kept"), made(tmp_path / "kept")
    assert first == again == [re.compile(pattern, flags) for pattern, flags in PATTERNS]
    for one, other in zip(first, again, strict=True):
        assert (one.groupindex, one.groups, one.flags) == (other.groupindex, other.groups, other.flags)
    assert again[0].search("x 2024-가나")["year"] == "2024"  # type: ignore[index]


def test_expressions_are_taken_from_the_file_and_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "kept")
    monkeypatch.setattr("briefing.kept._made", lambda *_: pytest.fail("parsed again"))
    monkeypatch.setattr("briefing.kept._is_as_known", lambda *_: True)
    made(tmp_path / "kept")


@pytest.mark.parametrize(
    "harm", [lambda b: b[:-1], lambda b: b"x" + b[1:], lambda b: b[:-9] + b"?" + b[-8:], lambda b: b""]
)
def test_a_file_that_is_not_whole_is_not_there(tmp_path: Path, harm) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "kept"
    made(file)
    file.write_bytes(harm(file.read_bytes()))
    kept = Kept(file)
    kept.load()
    assert kept.shelves == {"expressions": {}, "templates": {}, "catalogs": {}}


def test_another_python_compiles_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import re._compiler as compiler  # type: ignore[import-not-found]

    monkeypatch.setattr("briefing.kept._made", lambda *_: (0, b"", 0, {}, ()))
    before = compiler.compile
    with in_use(Kept(tmp_path / "kept")):
        assert compiler.compile is before
    assert re.compile("a+b").match("aab")


def test_a_changed_template_is_made_anew(tmp_path: Path) -> None:
    from briefing.compose.sandbox import environment

    with in_use(Kept(tmp_path / "kept")) as kept:
        for words in ("one", "two"):
            (tmp_path / "a.j2").write_text(words)
            for _ in range(2):
                assert environment((tmp_path,)).get_template("a.j2").render() == words
        assert len(kept.shelves["templates"]) == 2


def test_without_leave_to_write_bytecode_nothing_is_written(tmp_path: Path) -> None:
    """And with it, the next command finds what this one worked out."""
    for flags, there in ((["-B"], False), ([], True)):
        command = [sys.executable, *flags, "-X", f"pycache_prefix={tmp_path}", "-m", "briefing", "facts"]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, env={"PATH": "/usr/bin:/bin"}, text=True)
        assert ran.returncode == 0, ran.stderr
        assert bool(list(tmp_path.rglob(file_of_this_python().name))) is there
