"""docs/reference/codes.md says what the source says: every code that a module raises, none besides, each at its severity."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from briefing import codes
from tests.test_architecture import ROOT, own_modules

CODE = re.compile(r"[A-Z]\d{3}\Z")
PAGE = ROOT / "docs" / "reference" / "codes.md"
TABLE = "briefing/codes.py"


def named(text: str) -> set[str]:
    """The codes that stand in a module as strings of their own."""
    return {
        node.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.match(node.value)
    }


def severities(text: str) -> Iterator[tuple[str, str]]:
    """Code and severity of each Problem(…) whose code is written out in its call."""
    for node in ast.walk(ast.parse(text)):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and node.args):
            continue
        said = [word.value for word in node.keywords if word.arg == "severity"] + node.args[4:5]
        code = node.args[0]
        if isinstance(code, ast.Constant) and all(isinstance(word, ast.Constant) for word in said):
            yield str(code.value), str(said[0].value) if said else "error"  # type: ignore[attr-defined]


def raised() -> dict[str, set[str]]:
    """Code -> the modules that name it."""
    found: dict[str, set[str]] = {}
    for path, text in own_modules():
        if path != TABLE:
            for code in named(text):
                found.setdefault(code, set()).add(path)
    return found


def test_every_code_of_the_source_is_in_the_table_and_none_besides() -> None:
    found = raised()
    lacking = {code: sorted(found[code]) for code in found.keys() - codes.CODES.keys()}
    assert not lacking, f"add to {TABLE}: {lacking}"
    assert not (codes.CODES.keys() - found.keys()), "raised nowhere"


def test_each_code_is_raised_at_the_severity_that_the_table_gives() -> None:
    wrong = {
        (path, code, severity)
        for path, text in own_modules()
        for code, severity in severities(text)
        if code in codes.CODES and severity not in codes.CODES[code][0].split(" or ")
    }
    # freshness and the lookalikes begin with a bare Problem and put the severity in later
    assert not {each for each in wrong if each[1] != "F035"}


def test_the_page_is_what_the_table_prints() -> None:
    assert PAGE.read_text("utf-8") == codes.page(), "write it anew: ./run python docs/generate.py"


def test_the_readme_leads_there() -> None:
    assert "(docs/reference/codes.md)" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("code", sorted(codes.CODES))
def test_a_row(code: str) -> None:
    severity, meaning = codes.CODES[code]
    assert set(severity.split(" or ")) <= {"error", "warning", "note"}
    assert code[0] in codes.FAMILIES and meaning and meaning[0] != " " and not meaning.endswith(".")
    assert "|" not in meaning


def test_no_error_and_nothing_that_the_promise_hangs_on_can_be_waived() -> None:
    for code, (severity, _) in codes.CODES.items():
        if codes.waivable(code):
            assert "warning" in severity and code[0] in "LCT", code
    assert not any(
        map(codes.waivable, ("U001", "F010", "F036", "F050", "L001", "L002", "S101", "O010", "P022", "A001"))
    )


def test_the_finders_find() -> None:
    made_up = 'Problem("X001", "a", None, "b", "warning")\nProblem("X002", "a", severity="note")\nProblem("X003", "a")'
    assert dict(severities(made_up)) == {"X001": "warning", "X002": "note", "X003": "error"}
    assert named(made_up) == {"X001", "X002", "X003"}
