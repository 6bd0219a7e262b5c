"""Damaged, disguised and hostile texts end as they must: 0 read, 1 problems, 3 cannot be read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from briefing.model import Problem, Refusal, Source
from briefing.sources import load

SHARED = Path(os.environ.get("BRIEFING_SHARED") or Path(__file__).resolve().parents[3] / "shared")
INDEX = SHARED / "bad_inputs" / "index.jsonl"
CASES = [json.loads(line) for line in INDEX.read_text("utf-8").splitlines()] if INDEX.is_file() else []
WHY_SKIPPED = "no folder of bad inputs: set BRIEFING_SHARED to the folder that holds bad_inputs/"
CODES = {
    "mojibake": "S107", "replacement_chars": "S106", "nfd": "S101", "fullwidth_digits": "S102",
    "arabic_digits": "S102", "zero_width": "S103", "soft_hyphen": "S103", "bidi": "S104",
    "homoglyph": "S109", "injected_spam": "S111", "control_chars": "S004",
    "nul": "S004", "html_page": "S110", "empty": "S003", "only_space": "S003", "cp949": "S002", "truncated_utf8": "S002",
}  # fmt: skip
WORDS = {
    "cp949": "CP949", "cp949_ext": "CP949", "utf16le_bom": "UTF-16", "utf16be_nobom": "UTF-16BE",
    "looks_like_pdf": "PDF", "looks_like_hwp": "HWP", "looks_like_zip": "ZIP", "mixed_enc": "CP949",
    "surrogate": "surrogate", "overlong": "overlong", "truncated_utf8": "middle of a character",
    "invalid_utf8": "byte 131", "fullwidth_digits": "8,579", "zero_width": "U+200B",
}  # fmt: skip


def read(name: str) -> tuple[Source | None, tuple[Problem, ...], int, int]:
    """The source, its problems and the exit codes without and with --strict."""
    try:
        source, problems = load(SHARED / "bad_inputs" / name, "source")
    except Refusal as refusal:
        return None, refusal.problems, refusal.exit_code, refusal.exit_code
    severities = {problem.severity for problem in problems}
    return source, problems, int("error" in severities), int(bool(severities & {"error", "warning"}))


@pytest.mark.skipif(not CASES, reason=WHY_SKIPPED)
@pytest.mark.parametrize("case", CASES, ids=lambda case: Path(case["file"]).stem)
def test_case(case: dict[str, object]) -> None:
    name = str(case["file"])
    source, problems, plain, strict = read(name)
    stem = Path(name).stem
    assert plain in case["exit"] and strict in case["exit_strict"], problems
    for problem in problems:
        assert problem.message.isprintable() and "\n" not in problem.message
        assert problem.where is not None and problem.where.line >= 1 and problem.hint
    assert CODES.get(stem) in {None, *(problem.code for problem in problems)}
    assert WORDS.get(stem, "") in " ".join(problem.message for problem in problems)
    if case["same_figures_as_good"]:
        good = read("text/good.txt")[0]
        assert source and good and source.text.rstrip() == good.text.rstrip()
    if source:
        assert_offsets(source)


def assert_offsets(source: Source) -> None:
    """Every kept character comes from its place, and the ends meet."""
    assert len(source.offsets) == len(source.text) + 1 and source.offsets[-1] == len(source.raw)
    assert list(source.offsets) == sorted(source.offsets)
    for at, character in enumerate(source.text):
        if character.isascii() and character != "\n":
            assert source.raw[source.offsets[at]] == character


@pytest.mark.skipif(not CASES, reason=WHY_SKIPPED)
def test_every_text_has_its_case() -> None:
    listed = {str(case["file"]) for case in CASES}
    assert {f"text/{path.name}" for path in (INDEX.parent / "text").iterdir()} == listed


ORIGINALS = Path(os.environ.get("BRIEFING_ORIGINALS") or SHARED / "seeds")
PASTED = "002_e7e881115e40be93.txt"


@pytest.mark.skipif(not (ORIGINALS / PASTED).is_file(), reason="no originals: set BRIEFING_ORIGINALS")
def test_originals_are_clean_but_for_the_pasted_copy() -> None:
    for path in sorted(ORIGINALS.glob("*.txt")):
        source, problems = load(path, "source")
        assert_offsets(source)
        if path.name != PASTED:
            assert problems == () and source.text == source.raw
            continue
        assert {problem.code for problem in problems} == {"S111"}
        phrase = "실시간 라이브 스코어"
        (warned,) = (problem for problem in problems if phrase in problem.message)
        assert "6 times" in warned.message and "lines 2, 3, 7, 9 and 14" in warned.message
        assert source.raw.count(phrase) == 7 and phrase not in source.text
        assert len(source.raw) - len(source.text) == 7 * len(phrase)
