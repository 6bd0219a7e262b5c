"""Lines of TOML keys: by hand, and against tomllib for whatever hypothesis writes."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Place, Refusal
from briefing.tomlplace import lines_of, load

SAMPLE = """\
# first
top.dotted."quoted key" = 1  # [not.a.table]

[source]
publisher = { ko = "가 = 나", en = "[x]" }
lead = '''
[fake]
key = 1'''
body = [
  { from = "하나", to = "둘" }, # note
  # between
  { from = "셋", to = "넷" },
]

[[list]]
a = 1
[list.sub]
b = 1979-05-27 07:32:00
[[list.deep]]
[[list]]
[[list.deep]]
[[list.deep]]
c = \"\"\"two quotes \\\\\"\"\"\"\"
"a.b" = [[1, 2],
  [3]]
"""


def test_lines_by_hand() -> None:
    lines = lines_of(SAMPLE)
    expected = {
        ("top",): 2, ("top", "dotted"): 2, ("top", "dotted", "quoted key"): 2,
        ("source",): 4, ("source", "publisher", "en"): 5, ("source", "lead"): 6,
        ("source", "body"): 9, ("source", "body", "0", "to"): 10, ("source", "body", "1", "from"): 12,
        ("list",): 15, ("list", "0"): 15, ("list", "0", "a"): 16, ("list", "0", "sub", "b"): 18,
        ("list", "0", "deep", "0"): 19, ("list", "1"): 20, ("list", "1", "deep", "1"): 22,
        ("list", "1", "deep", "1", "c"): 23, ("list", "1", "deep", "1", "a.b", "1", "0"): 25,
    }  # fmt: skip
    assert {path: lines[path] for path in expected} == expected
    assert ("fake",) not in lines and ("not",) not in lines


def test_a_header_wins_over_earlier_mentions() -> None:
    assert lines_of("[a.b]\n\n[a]\nx = 1\n")[("a",)] == 3
    assert lines_of("[a.b]\n[a.c]\n")[("a",)] == 1


def paths(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from paths(inner, (*path, str(key)))


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
KEYS = st.one_of(
    st.from_regex(r"[A-Za-z0-9_-]{1,4}", fullmatch=True),
    WORDS.map(lambda word: json.dumps(word, ensure_ascii=False)),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="'"), max_size=4).map(
        lambda word: f"'{word}'"
    ),
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
PLAIN = (
    "1", "-1.5e3", "true", "inf", "1979-05-27", "1979-05-27 07:32:00", "07:32:00", "0xff",
    "''", '""', "''''''", '""""""', "'''a''b\n[t]\n'''", '"""x\\"""y\n# = ""\n"""', '"""q"""""', "'#'",
)  # fmt: skip
SCALARS = st.one_of(st.sampled_from(PLAIN), WORDS.map(lambda word: json.dumps(word, ensure_ascii=False)))
GAPS = st.sampled_from(["", " ", "\n", "\n\t# ] } , = x\n"])


@st.composite
def arrays(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    items = draw(st.lists(inner, max_size=3))
    gap = draw(GAPS)
    tail = draw(st.sampled_from(["", ","])) if items else ""
    return f"[{gap}" + f"{gap},{gap}".join(items) + f"{tail}{gap}]"


@st.composite
def inline_tables(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    pairs = draw(st.lists(st.tuples(DOTTED, inner), max_size=3))
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


VALUES = st.recursive(SCALARS, lambda inner: st.one_of(arrays(inner), inline_tables(inner)), max_leaves=6)
PAIRS = st.tuples(DOTTED, VALUES).map(" = ".join)
HEADERS = st.one_of(DOTTED.map(lambda key: f"[ {key} ]"), DOTTED.map(lambda key: f"[[{key}]] # [x]"))
STATEMENTS = st.one_of(PAIRS, PAIRS, HEADERS, st.sampled_from(["", "# a = 1"]))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Valid TOML: a statement that would break what stands so far is left out."""
    text = ""
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    for statement in draw(st.lists(STATEMENTS, max_size=10)):
        candidate = text + statement.replace("\n", newline) + newline
        try:
            tomllib.loads(candidate)
        except tomllib.TOMLDecodeError:
            continue
        text = candidate
    return text


@given(documents())
@settings(max_examples=150, deadline=None)
def test_every_path_that_tomllib_gives_has_a_line(text: str) -> None:
    lines = lines_of(text)
    known = set(paths(tomllib.loads(text)))
    assert known == set(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@given(st.lists(st.from_regex(r"[a-z]{1,3}", fullmatch=True), unique=True, max_size=8), st.data())
@settings(max_examples=50, deadline=None)
def test_a_key_stands_in_its_line(keys: list[str], data: st.DataObject) -> None:
    text = ""
    for key in keys:
        text += f"{key} = {data.draw(VALUES)}\n" if data.draw(st.booleans()) else f"[{key}]\n"
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    rows = text.split("\n")
    for path, line in lines_of(text).items():
        if path and len(path) == 1:
            assert path[0] in rows[line - 1]


@given(st.text(alphabet="[]{}=.,'\"\\#\n\r ab1가", max_size=40))
@settings(max_examples=300, deadline=None)
def test_text_that_is_no_toml_is_no_error_of_ours(text: str) -> None:
    lines_of(text)


def test_place_falls_back_to_the_nearest_ancestor(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(SAMPLE, "utf-8")
    document = load(file, shown="seeds/a.toml")
    assert document.place("source", "body", 1, "from") == Place("seeds/a.toml", 12)
    assert document.place("source", "nothing", "here") == Place("seeds/a.toml", 4)
    assert document.place("nothing") == document.place() == Place("seeds/a.toml", 1)


def test_numbers_with_a_point_are_decimals(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("\ufeffround = 0.10\n", "utf-8")
    assert load(file, shown="a.toml").data == {"round": Decimal("0.10")}


@pytest.mark.parametrize(
    ("content", "exit_code", "code", "line"),
    [
        (b"a = 1\nb = \n", 1, "P903", 2),
        (b"a = 1\n\na = 2\n", 1, "P903", 3),
        (b"[t]\n[u]\n[t]\n", 1, "P903", 3),
        (b"a = 1\nb = [1,\n", 1, "P903", 2),
        (b'a = 1\nb = "open', 1, "P903", 2),
        (b"a = 2023-02-30\n", 1, "P903", 1),
        (b"a = " + b"9" * 5000, 1, "P903", 1),
        ("a = 1\n# 한글\n".encode("cp949"), 3, "P902", 2),
        (b"a = " + b"[" * 5000 + b"]" * 5000, 5, "P904", 0),
    ],
    ids=["value", "twice", "table", "end", "string", "date", "digits", "cp949", "deep"],
)
def test_refusals_name_file_and_line(
    tmp_path: Path, content: bytes, exit_code: int, code: str, line: int
) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        load(file, shown="briefing.toml")
    (problem,) = refused.value.problems
    assert (refused.value.exit_code, problem.code) == (exit_code, code)
    assert problem.where == Place("briefing.toml", line)
    assert problem.hint and not problem.message.endswith(".")


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(Refusal) as refused:
            load(path, shown="briefing.toml")
        assert refused.value.exit_code == 3
        assert refused.value.problems[0].code == "P901"
