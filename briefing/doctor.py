"""This machine in, findings out: what a build needs, whether it is there, and how to get it."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.project import builtin_folder
from briefing.saying import tell

OLDEST_PYTHON = (3, 11)
DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
LIBRARIES = (
    ("GObject", "gobject-2.0", 0),
    ("Pango", "pango-1.0", 0),
    ("PangoFT2", "pangoft2-1.0", 0),
    ("Fontconfig", "fontconfig", 1),
    ("HarfBuzz", "harfbuzz", 0),
    ("HarfBuzz-subset", "harfbuzz-subset", 0),
)
"""The shared libraries that WeasyPrint opens: name, file name after "lib", number of its interface.

Without HarfBuzz-subset it would still print, several times slower and with other bytes every time.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is as it should be, what was found, and how to mend it."""

    name: str
    ok: bool
    detail: str
    hint: str = ""


def examine() -> tuple[Finding, ...]:
    """Everything that a build needs: Python, the shared libraries, the packages and the bundled fonts."""
    return (_python(), *_libraries(), *_packages(), *_fonts(builtin_folder() / "templates" / "fonts"))


def _python() -> Finding:
    found = sys.version_info[:3]
    hint = tell("install Python {dotted} or later", dotted=_dotted(OLDEST_PYTHON))
    return Finding("Python", found >= OLDEST_PYTHON, _dotted(found), hint)


def _libraries() -> Iterator[Finding]:
    if sys.platform == "darwin":
        hint = tell("run: brew install pango harfbuzz")
    else:
        hint = tell("run: apt-get install {debian}, or: dnf install pango harfbuzz", debian=DEBIAN)
    for name, stem, interface in LIBRARIES:
        opened = _opens(stem, interface)
        yield Finding(
            name,
            opened,
            tell("lib{stem} {what}", stem=stem, what=tell("opens") if opened else tell("cannot be opened")),
            hint,
        )


def _opens(stem: str, interface: int) -> bool:
    """Whether the loader finds the library under a name that WeasyPrint tries (weasyprint/text/ffi.py)."""
    import ctypes

    for name in (f"lib{stem}.so.{interface}", f"lib{stem}.{interface}.dylib", f"lib{stem}.dylib"):
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def _packages() -> Iterator[Finding]:
    """The installed packages against the versions that the project's own metadata asks for."""
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        needed = requires("briefing") or []
    except PackageNotFoundError:
        yield Finding("briefing", False, tell("not installed"), tell("call ./run, or run: pip install ."))
        return
    for line in needed:
        match = re.match(r"([\w.-]+)([^;]*)$", line)
        if match is None:  # an optional or platform-bound dependency
            continue
        name, bounds = match.groups()
        hint = tell("run: pip install '{name}{bounds}'", name=name, bounds=bounds)
        try:
            found = version(name)
        except PackageNotFoundError:
            yield Finding(name, False, tell("not installed"), hint)
        else:
            yield Finding(
                name,
                _within(found, bounds),
                tell("{found} (needs {bounds})", found=found, bounds=bounds),
                hint,
            )


def _within(found: str, bounds: str) -> bool:
    """Whether a release number lies within bounds such as ``>=70,<71``, the only operators we declare."""
    for bound in filter(None, (part.strip() for part in bounds.split(","))):
        limit = _release(bound.lstrip("<>="))
        if bound.startswith(">=") and _release(found) < limit:
            return False
        if bound.startswith("<") and _release(found) >= limit:
            return False
    return True


def _release(version: str) -> tuple[int, ...]:
    match = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in match.group().split(".")] if match else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _fonts(folder: Path) -> Iterator[Finding]:
    """The bundled font files against the list of their digests."""
    hint = tell("restore the files of templates/fonts, or install briefing again")
    try:
        listed = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        yield Finding("fonts", False, tell("no list of fonts in {folder}", folder=folder), hint)
        return
    for line in listed:
        digest, _, name = line.partition("  ")
        try:
            same = hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        except OSError:
            yield Finding(name, False, tell("missing"), hint)
        else:
            yield Finding(
                name, same, tell("as released") if same else tell("differs from the released file"), hint
            )


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
