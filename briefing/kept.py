"""What a command worked out from text alone -> at hand for the next: expressions, templates, catalogs of messages.

The reader is made of a thousand regular expressions, and parsing them is a third of a check; turning templates into code
is a seventh. Both are kept in one file beside this module, as bytecode is (``__pycache__``, and not where bytecode is
not to be written). Each entry is found by the text that it was made from, so that a changed text is never answered by
an old entry; with another Python, or where the file is not whole, everything is made as ever, which only costs time.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SHELVES = ("expressions", "templates", "catalogs")
_MOST_TEMPLATES, _MOST_EXPRESSIONS, _MOST_CATALOGS = 16, 4000, 2
"""Templates of so many briefs or editions are kept, the latest; past so many expressions those of this command alone."""
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the matching engine is given besides the pattern: flags, code, number of groups, and their names both ways."""


class Kept:
    """The shelves of one file, and whether anything was added to them."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.shelves: dict[str, dict[Any, Any]] = {name: {} for name in _SHELVES}
        self.changed = False
        self.used: set[tuple[str, int]] = set()

    def load(self) -> None:
        """Read the file; what is not of this Python, or not whole, is as if it were not there."""
        try:
            content = self.file.read_bytes()
        except OSError:
            return
        mark = _mark()
        digest, body = content[len(mark) : len(mark) + 32], content[len(mark) + 32 :]
        if content.startswith(mark) and hashlib.sha256(body).digest() == digest:
            self.shelves |= marshal.loads(body)

    def content(self) -> bytes:
        """The file as it should be: which Python it is for, a digest, the shelves."""
        expressions = self.shelves["expressions"]
        if len(expressions) > _MOST_EXPRESSIONS:
            self.shelves["expressions"] = {key: expressions[key] for key in self.used}
        body = marshal.dumps(self.shelves)
        return _mark() + hashlib.sha256(body).digest() + body

    def template(self, key: str) -> bytes | None:
        """The code of the template that ``key`` stands for (its name and a digest of its text)."""
        return self.shelves["templates"].get(key)

    def keep_template(self, key: str, code: bytes) -> None:
        shelf = self.shelves["templates"]
        shelf[key] = code
        for oldest in list(shelf)[: max(0, len(shelf) - _MOST_TEMPLATES)]:
            del shelf[oldest]
        self.changed = True

    def catalog(self, key: str) -> dict[str, tuple[str, ...]] | None:
        """What the messages are in another language, of the catalog whose digest ``key`` is."""
        return self.shelves["catalogs"].get(key)

    def keep_catalog(self, key: str, forms: dict[str, tuple[str, ...]]) -> None:
        shelf = self.shelves["catalogs"]
        shelf[key] = forms
        for oldest in list(shelf)[: max(0, len(shelf) - _MOST_CATALOGS)]:
            del shelf[oldest]
        self.changed = True


current: Kept | None = None
"""Those of the command that runs; None where Python code calls the package."""


def _mark() -> bytes:
    engine = importlib.import_module("_sre")
    return f"{sys.version} {engine.MAGIC} {engine.CODESIZE} {sys.byteorder}\n".encode()


def file_of_this_python() -> Path:
    """Where the shelves of this Python stand, by the rule for bytecode."""
    return Path(importlib.util.cache_from_source(__file__)).with_suffix(".kept")


@contextmanager
def in_use(kept: Kept) -> Iterator[Kept]:
    """Load ``kept`` and let ``re`` and the templates take what it has and add what it lacks."""
    global current
    kept.load()
    compiler: Any = importlib.import_module("re._compiler")
    as_ever = compiler.compile
    current = kept
    if _is_as_known(compiler, as_ever):
        compiler.compile = _Compile(kept, compiler)
    try:
        yield kept
    finally:
        compiler.compile = as_ever
        current = None


class _Compile:
    """``re._compiler.compile`` of CPython 3.11 to 3.14, but for patterns that were compiled before."""

    def __init__(self, kept: Kept, compiler: Any) -> None:
        self.kept, self.compiler, self.as_ever = kept, compiler, compiler.compile
        self.engine: Any = importlib.import_module("_sre")

    def __call__(self, pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return self.as_ever(pattern, flags)
        shelf = self.kept.shelves["expressions"]
        key = (pattern, int(flags))
        if key not in shelf:
            shelf[key] = _made(self.compiler, pattern, flags)
            self.kept.changed = True
        self.kept.used.add(key)
        return _pattern(self.engine, pattern, shelf[key])


def _made(compiler: Any, pattern: str, flags: int) -> _Made:
    parsed = compiler._parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, index in state.groupdict.items():
        names[index] = name
    code = array("I", compiler._code(parsed, flags)).tobytes()
    return (int(flags | state.flags), code, state.groups - 1, dict(state.groupdict), tuple(names))


def _pattern(engine: Any, pattern: str, made: _Made) -> Any:
    flags, code, groups, indices, names = made
    return engine.compile(pattern, flags, array("I", code).tolist(), groups, indices, names)


def _is_as_known(compiler: Any, as_ever: Any) -> bool:
    """Whether this Python makes an expression in the way that ``_made`` does."""
    proof = "(?P<a>b)|c{2,}?"
    try:
        return bool(
            as_ever(proof, 0) == _pattern(importlib.import_module("_sre"), proof, _made(compiler, proof, 0))
        )
    except Exception:  # whatever a Python raises whose inside is another: then it compiles as ever
        return False
