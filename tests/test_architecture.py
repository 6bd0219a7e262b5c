"""The map, the direction of imports, the owners of libraries and the banned calls hold in every module."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "briefing").rglob("*.py"))
BUILTIN = ROOT / "briefing" / "builtin"  # data of the built-in brief, present in a wheel only

ORDER = (
    "kept", "bounded", "saying", "model", "codes", "tomlplace", "schema", "waivers", "project", "look", "sources", "reading", "agree", "facts", "wording", "audit", "lettering",
    "plaintext", "review", "charts", "compose", "checks", "register", "readback", "render", "deliver", "inputs", "pipeline",
    "editions", "verify", "snapshots", "publish", "scaffold", "doctor", "interface", "cli",
    "__main__",
)  # fmt: skip
"""Rooms of the house, top to bottom: each imports only what stands above it."""

OWNERS = {
    "babel": {"wording"},
    "jinja2": {"compose", "render", "charts"},
    "markupsafe": {"render"},  # what Jinja's autoescape is made of
    "weasyprint": {"render"},
    "pydyf": {"render"},  # what WeasyPrint writes with
    "fontTools": {"render"},
    "PIL": {"render", "snapshots"},
    "typer": {"cli"},
    "click": {"cli"},  # Typer's own foundation
    "rich": {"cli"},
    "markdown_it": {"agree", "compose", "readback", "render"},
    "mdit_py_plugins": {"compose", "readback", "render"},
    "pypdfium2": {"agree", "readback", "render", "snapshots", "sources", "verify"},
    "openpyxl": {"briefing/sources/tables/xlsx.py"},
    "pyarrow": {"briefing/sources/tables/parquet.py"},
    "trafilatura": {"sources"},
    "lxml": {"sources"},  # what trafilatura and python-docx are made of
    "docx": {"sources"},
    "pytest": {"briefing/snapshots/plugin.py"},  # no dependency: the plugin runs where pytest itself loads it
    "obstore": {"publish"},
    "pyhanko": {"publish", "verify"},
    "asn1crypto": {"verify"},  # what pyHanko reads signatures with
    "pyhanko_certvalidator": {"publish", "verify"},  # pyHanko's own check of certificates
}
"""Library -> the rooms, or the one module, that may use it. One that is not here is no dependency of the product."""

BANNED_MODULES = {
    "time": "the clock", "random": "chance", "secrets": "chance", "uuid": "chance and the machine",
    "locale": "the machine's locale", "socket": "the network", "ssl": "the network", "http": "the network",
    "urllib": "the network", "ftplib": "the network", "smtplib": "the network", "asyncio": "the network",
    "webbrowser": "the network", "tempfile": "writing", "shutil": "writing",
}  # fmt: skip
ALLOWED_MODULES = {
    ("briefing/deliver/lock.py", "time"): "waits for the other build's lock; no time enters a file",
    ("briefing/deliver/fresh.py", "shutil"): "removes the staging folder; deliver is the place that writes",
    ("briefing/deliver/swap.py", "shutil"): "removes the staging folder; deliver is the place that writes",
    ("briefing/snapshots/browser.py", "shutil"): "which() looks for the browser",
    (
        "briefing/snapshots/browser.py",
        "tempfile",
    ): "a browser does not start without a folder for its profile",
    ("briefing/publish/shelf.py", "time"): "waits before an object is put again; no time enters it",
    ("briefing/publish/connection.py", "smtplib"): "sends mail, which is what publishing to mailboxes is",
    ("briefing/publish/connection.py", "ssl"): "sends it encrypted, to a server whose certificate holds",
    (
        "briefing/publish/pace.py",
        "time",
    ): "waits between messages and before another try; no time enters a file",
}
NO_NETWORK = {"urllib.parse"}  # parses addresses, opens none
FIGURE_ROOMS = {"reading", "facts", "wording", "compose", "checks", "model"}
ENVIRONMENT = {"cli", "project", "doctor"}
ENVIRONMENT_FILES = {
    "briefing/render/pdf.py",  # fontconfig takes the folder of the fonts from there only
    "briefing/snapshots/browser.py",  # CHROMIUM names the browser, for the command and for pytest alike
    "briefing/publish/secrets.py",  # a secret stands there, so that it stands in no file of the brief
}
CLOCK_CALLS = {"now", "today", "utcnow", "fromtimestamp"}
WRITING_CALLS = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "touch", "symlink_to", "rename"}
WRITING_OS = {
    "open", "replace", "rename", "renames", "remove", "unlink", "mkdir", "makedirs", "rmdir", "removedirs",
    "symlink", "link", "truncate",
}  # fmt: skip
LONGEST_FUNCTION = 60


def room(path: str) -> str:
    return path.split("/")[1].removesuffix(".py")


def imports(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, inside functions too; relative ones resolved."""
    package = path.removesuffix(".py").removesuffix("/__init__").split("/")
    if not path.endswith("/__init__.py"):
        package = package[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{origin}.{name.name}") for name in node.names)


def map_faults(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    if path != "briefing/__init__.py" and room(path) not in ORDER:
        yield 1, f"'{room(path)}' is not on the map"


def direction_faults(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    here = room(path)
    for line, name in imports(path, tree):
        parts = name.split(".")
        if parts[0] != "briefing" or here not in ORDER or len(parts) < 2 or parts[1] not in ORDER:
            continue
        if ORDER.index(parts[1]) > ORDER.index(here):
            yield line, f"'{here}' imports '{parts[1]}', which stands below it"
        if here in ("render", "charts") and parts[-1] in ("sources", "Source"):
            yield line, f"'{here}' gets a Brief and never a Source"


def library_faults(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    for line, name in imports(path, tree):
        library = name.split(".")[0]
        if library in BANNED_MODULES:
            allowed = (path, library) in ALLOWED_MODULES or any(name.startswith(fine) for fine in NO_NETWORK)
            if not allowed:
                yield line, f"'{library}' is {BANNED_MODULES[library]}"
        elif library not in sys.stdlib_module_names | {"briefing"}:
            owners = OWNERS.get(library, set())
            if not owners & {room(path), path}:
                yield line, f"'{library}' belongs to {', '.join(sorted(owners)) or 'nobody'}"


def call_faults(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    here = room(path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and here in FIGURE_ROOMS:
            yield node.lineno, f"{node.value} is a float"
        read = isinstance(node, ast.Attribute) and _of(node) in ("os.environ", "os.environb", "os.getenv")
        if read and here not in ENVIRONMENT and path not in ENVIRONMENT_FILES:
            yield node.lineno, "the environment is read"
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            yield node.lineno, "write os.name, so that what is used of os shows"
        if isinstance(node, ast.Call):
            yield from ((node.lineno, fault) for fault in _calls(here, node))


def _calls(here: str, call: ast.Call) -> Iterator[str]:
    name = _of(call.func)
    last = call.func.attr if isinstance(call.func, ast.Attribute) else name
    if name == "float" and here in FIGURE_ROOMS:
        yield "float() of a figure"
    if isinstance(call.func, ast.Attribute) and last in CLOCK_CALLS:
        yield f"{name}() asks the clock"
    if here == "deliver":
        return
    if last == "open" and _mode(call, 1 if name == "open" else 0) & set("wax+"):
        yield f"{name}() for writing outside deliver"
    elif name != last and (last in WRITING_CALLS or (name.startswith("os.") and last in WRITING_OS)):
        yield f"{name}() writes outside deliver"


def _mode(call: ast.Call, position: int) -> set[str]:
    given = [*call.args[position : position + 1], *(key.value for key in call.keywords if key.arg == "mode")]
    return {letter for mode in given if isinstance(mode, ast.Constant) for letter in str(mode.value)}


def _of(node: ast.expr) -> str:
    """A dotted name as written; ``….attr`` for an attribute of something that is no name."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{_of(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else "…"


def length_faults(path: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield node.lineno, f"{node.name}() has {length} lines, more than {LONGEST_FUNCTION}"


RULES = (map_faults, direction_faults, library_faults, call_faults, length_faults)


@cache
def parsed(text: str) -> ast.Module:
    return ast.parse(text)


def faults(path: str, text: str, *rules: object) -> list[str]:
    tree = parsed(text)
    return [f"{path}:{line}: {what}" for rule in rules or RULES for line, what in rule(path, tree)]  # type: ignore[operator]


def own_modules() -> Iterator[tuple[str, str]]:
    for file in MODULES:
        if not file.is_relative_to(BUILTIN):
            yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.removesuffix("_faults"))
def test_rule(rule: object) -> None:
    found = [fault for path, text in own_modules() for fault in faults(path, text, rule)]
    assert not found, "\n" + "\n".join(found)


def test_every_room_of_the_map_exists() -> None:
    package = ROOT / "briefing"
    files = {name: (package / f"{name}.py", package / name / "__init__.py") for name in ORDER}
    missing = [name for name in ORDER if not any(file.is_file() for file in files[name])]
    assert not missing, f"on the map, not in briefing/: {', '.join(missing)}"


@pytest.mark.parametrize("name", ORDER[:-1])
def test_the_map_names_each_room(name: str) -> None:
    text = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")
    as_folder = (ROOT / "briefing" / name).is_dir()
    assert (f"{name}/" if as_folder else f"{name}.py") in text, (
        f"docs/explanation/architecture.md: its map lacks {name}"
    )


def graph(modules: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Module -> modules that it imports, at its head or inside functions."""
    texts = {}
    for path, text in modules:
        texts[path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")] = path, text
    edges: dict[str, set[str]] = {}
    for module, (path, text) in texts.items():
        named = {name for _, name in imports(path, parsed(text))}
        known = {name if name in texts else name.rpartition(".")[0] for name in named}
        edges[module] = (known & texts.keys()) - {module}
    return edges


def cycle(edges: dict[str, set[str]]) -> list[str]:
    """The first import cycle found, as a path; empty where there is none."""
    done: set[str] = set()

    def walk(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        for target in sorted(edges[module]):
            if found := walk(target, [*path, module]):
                return found
        done.add(module)
        return []

    return next((found for module in sorted(edges) if (found := walk(module, []))), [])


def test_no_import_cycle() -> None:
    assert not (found := cycle(graph(own_modules()))), " -> ".join(found)


@pytest.mark.skipif(not (ROOT / "briefing" / "cli").exists(), reason="there is no command yet")
def test_the_command_starts_without_heavy_libraries() -> None:
    heavy = ("babel", "jinja2", "weasyprint", "markdown_it", "rich.table", "pypdfium2", "fontTools", "PIL")
    code = f"import sys, briefing.cli; print(*(name for name in {heavy!r} if name in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


MADE_UP = [
    ("briefing/tools.py", "", ":1: 'tools' is not on the map"),
    ("briefing/facts/x.py", "\nfrom briefing.compose import door", ":2: 'facts' imports 'compose'"),
    ("briefing/facts/x.py", "def f():\n    import briefing.cli.build", ":2: 'facts' imports 'cli'"),
    ("briefing/facts/x.py", "from briefing import render", ":1: 'facts' imports 'render'"),
    ("briefing/facts/x.py", "from ..render import html", ":1: 'facts' imports 'render'"),
    ("briefing/facts/__init__.py", "from .. import render", ":1: 'facts' imports 'render'"),
    ("briefing/render/x.py", "from briefing.model import Brief, Source", ":1: 'render' gets a Brief"),
    ("briefing/render/x.py", "from briefing import sources", ":1: 'render' gets a Brief"),
    ("briefing/checks/x.py", "def f():\n    from babel import numbers", ":2: 'babel' belongs to wording"),
    ("briefing/reading/x.py", "import jinja2.sandbox", ":1: 'jinja2' belongs to charts, compose, render"),
    ("briefing/pipeline.py", "import typer", ":1: 'typer' belongs to cli"),
    ("briefing/cli/x.py", "import numpy", ":1: 'numpy' belongs to nobody"),
    ("briefing/pipeline.py", "from time import time", ":1: 'time' is the clock"),
    ("briefing/deliver/x.py", "import time", ":1: 'time' is the clock"),
    ("briefing/render/x.py", "import urllib.request", ":1: 'urllib' is the network"),
    (
        "briefing/pipeline.py",
        "from datetime import date\nx = date.today()",
        ":2: date.today() asks the clock",
    ),
    ("briefing/pipeline.py", "import datetime\nx = datetime.datetime.now(tz=None)", "now() asks the clock"),
    ("briefing/wording/x.py", "x = float('1')", ":1: float() of a figure"),
    ("briefing/model.py", "x = [0.1]", ":1: 0.1 is a float"),
    ("briefing/facts/x.py", "import os\nx = os.environ['A']", ":2: the environment is read"),
    ("briefing/render/html.py", "import os\nx = os.getenv('A')", ":2: the environment is read"),
    ("briefing/cli/x.py", "from os import replace", ":1: write os.name"),
    ("briefing/pipeline.py", "open('a', 'w')", ":1: open() for writing outside deliver"),
    ("briefing/pipeline.py", "open('a', mode='r+b')", ":1: open() for writing outside deliver"),
    ("briefing/pipeline.py", "path.open('xb')", ":1: path.open() for writing outside deliver"),
    ("briefing/cli/x.py", "(a / b).write_text('x')", "write_text() writes outside deliver"),
    ("briefing/cli/x.py", "import os\nos.replace(a, b)", ":2: os.replace() writes outside deliver"),
    ("briefing/cli/x.py", "import shutil", ":1: 'shutil' is writing"),
    ("briefing/cli/x.py", "def f():\n" + "    x = 1\n" * 60, ":1: f() has 61 lines"),
]


@pytest.mark.parametrize(("path", "text", "expected"), MADE_UP)
def test_a_made_up_fault_is_found_with_its_line(path: str, text: str, expected: str) -> None:
    found = faults(path, text)
    assert len(found) == 1 and expected in found[0] and found[0].startswith(path)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("briefing/compose/door.py", "def f():\n    import jinja2\n    from briefing.facts import ledger\n"),
        ("briefing/deliver/lock.py", "import time\n"),
        ("briefing/deliver/swap.py", "import os\nos.replace(a, b)\npath.open('wb')\npath.write_bytes(b)\n"),
        ("briefing/sources/x.py", "path.open('rb')\nopen(p)\n'a'.replace('a', 'b')\nimport urllib.parse\n"),
        ("briefing/render/pdf.py", "import os\nos.environ['A'] = 'b'\nx = 0.5\n"),
        (
            "briefing/reading/ko/x.py",
            "from ..found import Found\nfrom datetime import date\nx = date(1, 2, 3)\n",
        ),
        ("briefing/cli/x.py", "def f():\n" + "    x = 1\n" * 59),
    ],
)
def test_what_is_allowed_is_not_a_fault(path: str, text: str) -> None:
    assert faults(path, text) == []


def test_a_made_up_cycle_is_found() -> None:
    made_up = [
        ("briefing/a.py", "from briefing import b"),
        ("briefing/b/__init__.py", "from .c import name"),
        ("briefing/b/c.py", "def f():\n    from briefing.a import name"),
        ("briefing/d.py", "import briefing.a"),
    ]
    assert cycle(graph(iter(made_up))) == ["briefing.a", "briefing.b", "briefing.b.c", "briefing.a"]
    assert cycle(graph(iter(made_up[:2] + made_up[3:]))) == []


def test_each_exception_is_still_used() -> None:
    texts = dict(own_modules())
    idle = [
        f"{path}: {library}"
        for path, library in ALLOWED_MODULES
        if library not in {name.split(".")[0] for _, name in imports(path, ast.parse(texts.get(path, "")))}
    ]
    idle += [path for path in ENVIRONMENT_FILES if "os.environ" not in texts.get(path, "")]
    assert not idle, f"exceptions that nothing needs any more: {', '.join(idle)}"
