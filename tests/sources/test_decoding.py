"""Bytes into text: what is refused, with which words and at which line, and what is kept exactly."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Place, Refusal
from briefing.sources import Metadata, line_of, load, metadata
from briefing.sources.readers import MOST_BYTES

KOREAN = "한국의 연구 인력은 모두 1,234명이다.\n둘째 줄입니다.\n"


def refused(path: Path) -> Refusal:
    with pytest.raises(Refusal) as caught:
        load(path, "source")
    return caught.value


@pytest.mark.parametrize(
    ("content", "line", "code", "says"),
    [
        (KOREAN.encode("cp949"), 1, "S002", "CP949"),
        (("plain\n" + KOREAN).encode("cp949"), 2, "S002", "CP949"),
        (KOREAN.encode() + "덧붙임\n".encode("cp949"), 3, "S002", "CP949 (EUC-KR) from here"),
        (KOREAN.encode("utf-16"), 1, "S002", "UTF-16 (little-endian)"),
        (KOREAN.encode("utf-16-le"), 1, "S002", "UTF-16LE"),
        ("only ascii words".encode("utf-16-be"), 1, "S002", "UTF-16BE"),
        (KOREAN.encode("utf-32"), 1, "S002", "UTF-32"),
        (KOREAN.encode()[:-4], 2, "S002", "middle of a character"),
        (b"%PDF-1.4\nall ascii", 1, "S007", "a PDF that cannot be read"),
        (b"PK\x03\x04 no parts", 1, "S002", "a ZIP file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 1, "S002", "HWP"),
        (b"From: <Saved by Blink>\n", 1, "S002", "MHTML"),
        (b"\x89PNG\r\n\x1a\n", 1, "S002", "a PNG picture"),
        (b"{\\rtf1 8,579}", 1, "S002", "RTF"),
        (b"one\rtwo\r\nth\xffree", 3, "S002", "byte 11 (0xff)"),
        (b"\xef\xbb\xbfone\ntwo \x1b[31m", 2, "S004", "U+001B at byte 11"),
        (b"one\n\x00two", 2, "S004", "U+0000 at byte 4"),
        (b"\xef\xbb\xbf", 1, "S003", "is empty"),
        ("\u3000\n\u2003".encode(), 1, "S003", "is empty"),
    ],
)
def test_refusals_guess_what_the_file_is(
    tmp_path: Path, content: bytes, line: int, code: str, says: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    refusal = refused(path)
    (problem,) = refusal.problems
    assert (refusal.exit_code, problem.code, problem.where) == (3, code, Place("a.txt", line))
    assert says in problem.message and problem.hint


def test_missing_folder_and_long_files(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / "a\0b"):
        assert (refused(path).exit_code, refused(path).problems[0].code) == (3, "S001")
    long = tmp_path / "long.txt"
    long.write_bytes(b"a" * (MOST_BYTES["text"] + 1))
    assert (refused(long).exit_code, refused(long).problems[0].code) == (5, "S005")


def test_a_name_does_not_reach_the_terminal_as_typed(tmp_path: Path) -> None:
    assert str(refused(tmp_path / "a\x1b[31m.txt").problems[0].where) == "a<U+001B>[31m.txt"


def test_raw_text_is_kept_and_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    content = "\ufeff첫 줄 12명\r\n둘째 줄\r셋째 줄".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    source, problems = load(path, "source", shown="seeds/originals/a.txt")
    assert problems == ()
    assert source.raw == "첫 줄 12명\r\n둘째 줄\r셋째 줄"
    assert source.text == "첫 줄 12명\n둘째 줄\n셋째 줄"
    assert source.sha256 == hashlib.sha256(content).hexdigest()
    start = source.text.index("셋째")
    span = source.span(start, start + 2)
    assert source.raw[span.start : span.end] == "셋째" and line_of(source.raw, span.start) == 3


@given(st.text(alphabet="a\r\n", max_size=12))
def test_lines_are_counted_as_editors_do(raw: str) -> None:
    line, expected = 1, []
    for at, character in enumerate(raw):
        expected.append(line)
        line += character == "\n" or (character == "\r" and raw[at + 1 : at + 2] != "\n")
    assert [line_of(raw, at) for at in range(len(raw))] == expected
    assert line_of(raw, len(raw)) == line


@given(st.binary(max_size=64))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    try:
        source, _ = load(path, "source")
    except Refusal as refusal:
        assert refusal.exit_code == 3 and len(refusal.problems) == 1
    else:
        assert source.raw == content.decode("utf-8").removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["cp949", "euc-kr", "utf-16"])
def test_a_declared_encoding_is_that_of_the_text(tmp_path: Path, encoding: str) -> None:
    words = "똠방각하 이야기\r\n" + KOREAN if encoding == "cp949" else KOREAN
    path = tmp_path / "a.txt"
    path.write_bytes(words.encode(encoding))
    source, problems = load(path, "source", encoding=encoding)
    assert source.raw == words and problems == ()
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_utf16_without_a_mark_and_windows_1252(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for codec in ("utf-16-le", "utf-16-be"):
        path.write_bytes("only ascii words".encode(codec))
        assert load(path, "source", encoding="utf-16")[0].raw == "only ascii words"
    path.write_bytes("“8,579 people”".encode("cp1252"))
    assert load(path, "source", encoding="windows-1252")[0].raw == "“8,579 people”"


@pytest.mark.parametrize(
    ("content", "encoding", "exit_code", "says"),
    [
        (KOREAN.encode(), "cp949", 3, "is UTF-8, though cp949 is declared"),
        (b"\xef\xbb\xbf" + KOREAN.encode(), "cp949", 3, "is UTF-8, though cp949 is declared"),
        (KOREAN.encode("cp949") + b"\xff", "cp949", 3, "is not cp949 at byte"),
        (KOREAN.encode("cp949"), "utf-8", 3, "looks like CP949"),
        (KOREAN.encode("utf-16"), "cp949", 3, "UTF-16 (little-endian), though cp949 is declared"),
        (KOREAN.encode(), "latin9", 2, "the encoding 'latin9' is unknown"),
        (b"one\x07two", "cp949", 3, "U+0007 at byte 3"),
    ],
)
def test_a_declaration_that_is_not_so_is_refused(
    tmp_path: Path, content: bytes, encoding: str, exit_code: int, says: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(Refusal) as caught:
        load(path, "source", encoding=encoding)
    (problem,) = caught.value.problems
    assert says in problem.message and problem.hint and caught.value.exit_code == exit_code


def test_the_hint_names_the_key_that_declares_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(KOREAN.encode("cp949"))
    assert 'encoding = "cp949" in [source]' in refused(path).problems[0].hint


def test_the_first_line_of_a_text_is_a_proposed_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n섬으로 가는 배, 다시 붐빈다\n지난해 이용객은 41만2300명이다.\n", encoding="utf-8")
    assert metadata(path) == Metadata("섬으로 가는 배, 다시 붐빈다", proposed=frozenset({"title"}))
    path.write_text("지난해 이용객은 41만2300명이다.\n", encoding="utf-8")
    assert metadata(path) == Metadata()
