"""A pytest plugin: the `briefing_snapshot` fixture, which holds a brief to its accepted snapshots.

    def test_the_brief(briefing_snapshot):
        briefing_snapshot("path/to/brief")

`pytest --briefing-accept` accepts what is made now. A folder of snapshots belongs to one module of tests: when all of
them have run, a reference that none of them asked for fails the session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.snapshots.nouns import KINDS, Taken, kind_of

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.project import Project
    from briefing.snapshots.folder import Verdict

OPTION = "--briefing-accept"
ACCEPTING = f"pytest {OPTION}"


@dataclass(slots=True)
class Session:
    """What the tests of a run asked for, by folder, and what they could not compare; ``used`` holds the references of each
    folder that some test asked for, those of pytest-xdist's workers too."""

    asked: dict[Path, list[Taken]] = field(default_factory=dict)
    used: dict[Path, set[Path]] = field(default_factory=dict)
    skipped: dict[tuple[str, str], None] = field(default_factory=dict)
    narrowed: bool = False
    unused: list[Path] = field(default_factory=list)


_SESSION = pytest.StashKey[Session]()
_OUTPUT = "briefing_snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("briefing", "snapshots of briefs").addoption(
        OPTION,
        action="store_true",
        dest="briefing_accept",
        help="accept the snapshots that are made now, and remove those that nothing makes any more",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_SESSION] = Session()


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        if "briefing_snapshot" in getattr(item, "fixturenames", ()):
            item.config.stash[_SESSION].narrowed = True


@dataclass(slots=True)
class BriefingSnapshot:
    """Called with a brief, it fails the test where the brief is not as it was accepted."""

    request: pytest.FixtureRequest

    def __call__(
        self,
        brief: str | Path | Project | Mapping[str, bytes],
        *,
        folder: str | Path | None = None,
        kinds: Iterable[str] = KINDS,
        languages: Iterable[str] | None = None,
        originals: Path | None = None,
    ) -> None:
        """``brief`` is a brief's folder or Project, which is built in memory, or finished files by name.

        ``folder`` holds the references: tests/snapshots of the brief, or of finished files snapshots/ beside the test.
        ``kinds`` (md, html, pdf.txt, pdf.tags.txt, pdf.png, html.png) and ``languages`` ask for some alone. A test that
        asks only for what this machine cannot make is skipped, with the reason. ``originals`` are those of the brief, else
        its seeds/originals where there are such.
        """
        from briefing.snapshots import accept, compare, take

        files, place = self._files(brief, originals)
        place = Path(folder) if folder is not None else place
        taken = take(files, _known(kinds), languages)
        session = self.request.config.stash[_SESSION]
        session.asked.setdefault(place.resolve(), []).append(taken)
        if self.request.config.getoption("briefing_accept"):
            accept(taken, place)
        verdict = compare(taken, place)
        session.skipped |= {
            (str(place), f"pictures of {what}: {why}"): None for what, why in verdict.skipped.items()
        }
        if verdict.differences:
            pytest.fail("\n".join(self._said(verdict, place)), pytrace=False)
        if verdict.skipped and not verdict.compared:
            pytest.skip("; ".join(f"pictures of {what}: {why}" for what, why in verdict.skipped.items()))

    def _files(
        self, brief: str | Path | Project | Mapping[str, bytes], originals: Path | None
    ) -> tuple[Mapping[str, bytes], Path]:
        if isinstance(brief, Mapping):
            return brief, self.request.path.parent / "snapshots"
        from briefing.model import Refusal
        from briefing.project import load
        from briefing.snapshots import finished

        try:
            project = load(Path(brief).resolve()) if isinstance(brief, str | Path) else brief
            own = project.seeds / "originals"
            files = finished(project, originals or (own if own.is_dir() else None))
            return files, project.folder / "tests" / "snapshots"
        except Refusal as refusal:
            problems = refusal.problems
        pytest.fail("\n".join(_lines(problems)), pytrace=False)

    def _said(self, verdict: Verdict, place: Path) -> list[str]:
        from briefing.deliver import write

        drawn: Path = self.request.getfixturevalue("tmp_path")
        shown = {}
        for each in verdict.differences:
            if each.panels is not None:
                shown[each.name] = drawn / f"{each.name.removesuffix('.png')}.difference.png"
                write(shown[each.name], each.panels)
        lines = _lines(verdict.problems(str(place), ACCEPTING, shown))
        for each in verdict.differences:
            if each.panels is None and len(each.lines) > 1:
                lines += ("", each.name, *(f"  {line}" for line in each.lines[1:]))
        return lines


@pytest.fixture
def briefing_snapshot(request: pytest.FixtureRequest) -> BriefingSnapshot:
    """Holds a brief to its accepted snapshots: texts, PDF text and tags, and pictures of every page."""
    return BriefingSnapshot(request)


def _known(kinds: Iterable[str]) -> frozenset[str]:
    asked = frozenset(kinds)
    if unknown := sorted(asked - frozenset(KINDS)):
        raise ValueError(f"unknown kind of snapshot '{unknown[0]}': {', '.join(KINDS)}")
    return asked


def _lines(problems: Iterable[Problem]) -> list[str]:
    lines = []
    for problem in problems:
        lines.append(f"{problem.where or 'briefing'}: {problem.severity} {problem.code}: {problem.message}")
        lines += [f"  hint: {problem.hint}"] if problem.hint else []
    return lines


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """References that no test of the whole run asked for fail it, as a test does."""
    config = session.config
    state = config.stash[_SESSION]
    for folder, asked in state.asked.items():
        wanted = (path for path in _references(folder) if any(_asks(taken, path.name) for taken in asked))
        state.used.setdefault(folder, set()).update(wanted)
    if hasattr(config, "workeroutput"):
        config.workeroutput[_OUTPUT] = _told(state)
        return
    if not _whole(session, state):
        return
    for folder, used in state.used.items():
        for path in _references(folder):
            if path in used:
                continue
            if config.getoption("briefing_accept"):
                from briefing.deliver import remove

                remove(path)
            else:
                state.unused.append(path)
    if state.unused and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """What a worker of pytest-xdist has seen, into the session of who shares out the tests."""
    told = getattr(node, "workeroutput", {}).get(_OUTPUT)
    state = node.config.stash[_SESSION]
    if told is None:
        state.narrowed = True  # it was killed: nobody knows what it would have asked for
        return
    state.narrowed |= told["narrowed"]
    state.skipped |= {(folder, why): None for folder, why in told["skipped"]}
    for folder, names in told["used"].items():
        state.used.setdefault(Path(folder), set()).update(Path(folder) / name for name in names)


def _told(state: Session) -> dict[str, object]:
    """The session of a worker, as plain values."""
    return {
        "narrowed": state.narrowed,
        "skipped": [list(each) for each in state.skipped],
        "used": {str(folder): sorted(path.name for path in used) for folder, used in state.used.items()},
    }


def _references(folder: Path) -> list[Path]:
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in there if kind_of(path.name) is not None]


def _asks(taken: Taken, name: str) -> bool:
    return taken.covers(name) or any(snapshot.name == name for snapshot in taken.snapshots)


def _whole(session: pytest.Session, state: Session) -> bool:
    """Whether every test of each module ran: not where some were deselected, named one by one or not come to."""
    config = session.config
    named = any("::" in argument for argument in config.args)
    return not (
        named or state.narrowed or session.testsfailed or session.shouldstop or config.option.collectonly
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was not compared and why, and which references are unused."""
    state = config.stash[_SESSION]
    if state.skipped or state.unused:
        terminalreporter.section("briefing snapshots")
    for folder, why in state.skipped:
        terminalreporter.line(f"{folder}: not compared: {why}")
    for path in state.unused:
        terminalreporter.line(f"{path}: error O022: accepted once, and no test asks for it", red=True)
    if state.unused:
        terminalreporter.line(f"  hint: remove it: {ACCEPTING}")
