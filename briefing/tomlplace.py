"""A TOML file in; its data and the line of every table, key and array item out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

KeyPath = tuple[str, ...]

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
SCALAR = re.compile(r"[^\s,\]}#](?:[^,\]}#\n]*[^\s,\]}#])?")
LONG_NUMBER = re.compile(r"[0-9_]{4301}")  # more digits than Python turns into a number
AT_LINE = re.compile(r"at line (\d+), column \d+\)$")


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file as read: ``data`` (decimals for numbers with a point) and the lines of its keys."""

    data: dict[str, Any]
    shown: str
    lines: Mapping[KeyPath, int]

    def place(self, *keys: str | int) -> Place:
        """Where the table, key or array item stands; the nearest known ancestor where it does not."""
        path = tuple(str(key) for key in keys)
        while path not in self.lines and path:
            path = path[:-1]
        return Place(self.shown, self.lines.get(path, 1))


def load(path: Path, *, shown: str) -> Document:
    """Read a TOML file; ``shown`` is its name in messages.

    Refuses with exit code 3 what is missing or not UTF-8, with 1 what is not TOML, with 5 what is
    nested deeper than the parser goes.
    """
    text = _decoded(path, shown)
    try:
        data = tomllib.loads(text, parse_float=Decimal)
        return Document(data, shown, lines_of(text))
    except RecursionError:
        problem = Problem(
            "P904", tell("TOML nested too deeply"), Place(shown), tell("use fewer levels of brackets")
        )
        raise Refusal(problem, exit_code=5) from None
    except ValueError as error:
        raise Refusal(_broken(str(error), text, shown), exit_code=1) from None


def written(text: str) -> str:
    """``text`` as a basic string of TOML 1.0, which any reader of TOML reads as ``text`` again."""
    # JSON's escapes are TOML's, but that JSON lets U+007F stand
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _decoded(path: Path, shown: str) -> str:
    try:
        raw = path.read_bytes()
        # TOML 1.1 lets a reader drop a byte order mark; Windows editors write one
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        what = tell(
            "not UTF-8: byte 0x{object} at byte {start}",
            object=f"{error.object[error.start]:02x}",
            start=error.start,
        )
        raise Refusal(
            Problem("P902", what, Place(shown, line), tell("save the file as UTF-8")), exit_code=3
        ) from None
    except FileNotFoundError:
        missing = Problem(
            "P901", tell("there is no such file"), Place(shown), tell("check the name and the folder")
        )
        raise Refusal(missing, exit_code=3) from None
    except OSError as error:
        what = tell("cannot be read: {strerror}", strerror=(error.strerror or "input error").lower())
        hint = tell("give a readable file, not a folder")
        raise Refusal(Problem("P901", what, Place(shown), hint), exit_code=3) from None


def _broken(message: str, text: str, shown: str) -> Problem:
    if long := LONG_NUMBER.search(text):
        where = Place(shown, text.count("\n", 0, long.start()) + 1)
        return Problem("P903", tell("a number of more than 4,300 digits"), where, tell("shorten the number"))
    found = AT_LINE.search(message)
    at_end = message.endswith("(at end of document)")
    line = int(found[1]) if found else text.rstrip().count("\n") + 1 if at_end else 0
    what = message[: message.rindex(" (at ")] if found or at_end else message
    hint = (
        tell("a key or table stands twice")
        if "overwrite" in what or "twice" in what
        else tell("correct the TOML")
    )
    return Problem(
        "P903",
        tell("broken TOML: {what}{what2}", what=what[:1].lower(), what2=what[1:]),
        Place(shown, line),
        hint,
    )


def lines_of(text: str) -> Mapping[KeyPath, int]:
    """The line of each table header, key and array item of valid TOML.

    Items of arrays have their index, as text, in the path: ``("source", "body", "0", "from")``.
    Where a path is written several times (``[a.b]`` and ``[a.c]`` both name ``a``), its first line counts,
    but an explicit header ``[a]`` wins over earlier mentions. Text that is no TOML gives what was
    understood before the fault.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    """Walks over the text once; ``at`` is the place reached."""

    def __init__(self, text: str):
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {(): 1}
        self.items: dict[KeyPath, int] = {}
        self.counted = (0, 1)

    def line(self) -> int:
        start, line = self.counted
        line += self.text.count("\n", start, self.at)
        self.counted = (self.at, line)
        return line

    def match(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found[0]

    def take(self, token: str) -> bool:
        if not self.text.startswith(token, self.at):
            return False
        self.at += len(token)
        return True

    def blank(self) -> None:
        self.match(BLANK)

    def name(self, path: KeyPath, line: int) -> None:
        """Give the path, and each of its ancestors, the line if it has none yet."""
        for end in range(1, len(path) + 1):
            self.lines.setdefault(path[:end], line)

    def document(self) -> None:
        table: KeyPath | None = ()
        self.blank()
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self.header()
            elif table is None or not self.pair(table):
                return
            if table is None:
                return
            self.blank()

    def header(self) -> KeyPath | None:
        twice = self.take("[[")
        if not twice:
            self.take("[")
        keys = self.key()
        if not keys:
            return None
        path: KeyPath = ()
        for key in keys[:-1]:
            path = self.newest((*path, key))
        path = (*path, keys[-1])
        self.name(path, self.line())
        if twice:
            index = self.items[path] = self.items.get(path, -1) + 1
            path = (*path, str(index))
        self.lines[path] = self.line()
        return path if self.take("]]" if twice else "]") else None

    def newest(self, path: KeyPath) -> KeyPath:
        """The path of the last item where the path is an array of tables, else the path itself."""
        return (*path, str(self.items[path])) if path in self.items else path

    def key(self) -> KeyPath:
        """A key, dotted or not; empty where there is none."""
        keys: list[str] = []
        while True:
            self.blank()
            bare = self.match(BARE_KEY)
            quoted = self.match(STRING) if bare is None else None
            if bare is None and quoted is None:
                return ()
            keys.append(bare if bare is not None else _unquoted(quoted or ""))
            self.blank()
            if not self.take("."):
                return tuple(keys)

    def pair(self, table: KeyPath) -> bool:
        self.blank()
        line = self.line()
        keys = self.key()
        if not keys or not self.take("="):
            return False
        path = (*table, *keys)
        self.name(path, line)
        return self.value(path)

    def value(self, path: KeyPath) -> bool:
        self.blank()
        if self.take("["):
            return self.array(path)
        if self.take("{"):
            return self.inline(path)
        return self.match(STRING) is not None or self.match(SCALAR) is not None

    def array(self, path: KeyPath) -> bool:
        index = 0
        while True:
            self.blank()
            if self.take("]"):
                return True
            item = (*path, str(index))
            self.lines[item] = self.line()
            if not self.value(item):
                return False
            index += 1
            self.blank()
            if not self.take(",") and not self.text.startswith("]", self.at):
                return False

    def inline(self, path: KeyPath) -> bool:
        while True:
            self.blank()
            if self.take("}"):
                return True
            if not self.pair(path):
                return False
            self.blank()
            if not self.take(",") and not self.text.startswith("}", self.at):
                return False


def _unquoted(written: str) -> str:
    if written.startswith("'"):
        return written.strip("'")
    try:
        return str(tomllib.loads(f"key = {written}")["key"])
    except ValueError:
        return written
