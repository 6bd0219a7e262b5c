"""deliver: the old set or the new one, whatever fails, whoever else writes, wherever the folder stands."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.deliver import deliver, lock, recorded, settle, swap, write
from briefing.model import Output, Refusal

NAMES = ("brief.ko.md", "brief.ko.pdf", "brief.en.md", "brief.en.pdf")


def edition(mark: str, names: tuple[str, ...] = NAMES) -> list[Output]:
    return [Output(name, f"{name} {mark}\n".encode(), {"seeds/a.toml": mark}) for name in names]


def tree(folder: Path) -> dict[str, bytes | str]:
    return {
        path.relative_to(folder).as_posix(): os.readlink(path) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def stamp(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns


def in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_swap", lambda one, other: False)


@pytest.fixture(params=["exchanged", "renamed"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of putting a set in: the exchange of the folder, and files renamed one by one."""
    if request.param == "renamed":
        in_place(monkeypatch)
    return str(request.param)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    deliver(edition("old"), folder, stem="brief")
    return folder


def refused(action: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        action()
    assert caught.value.exit_code == 4
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.code, problem.message


def test_the_files_and_a_manifest_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "output"
    paths = deliver(edition("old"), folder, stem="brief")
    assert paths == tuple(folder / name for name in NAMES)
    assert [path.read_bytes() for path in paths] == [output.content for output in edition("old")]
    entry = json.loads((folder / "manifest.json").read_text())["files"]["brief.ko.md"]
    digest = hashlib.sha256(b"brief.ko.md old\n").hexdigest()
    assert entry == {"brief": "brief", "inputs": {"seeds/a.toml": "old"}, "sha256": digest}
    assert sorted(os.listdir(folder.parent)) == ["output"]


def test_rights_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        (path, *_) = deliver(edition("old"), tmp_path / "output", stem="brief")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o644
    assert path.parent.stat().st_mode & 0o777 == 0o755


def test_a_new_edition_replaces_the_old_one(out: Path, way: str) -> None:
    inode = out.stat().st_ino
    deliver(edition("new"), out, stem="brief")
    assert (out / "brief.en.pdf").read_bytes() == b"brief.en.pdf new\n"
    assert (out.stat().st_ino == inode) is (way == "renamed")
    assert sorted(os.listdir(out)) == sorted([*NAMES, "manifest.json"])
    assert os.listdir(out.parent) == ["output"]


@pytest.mark.usefixtures("way")
def test_foreign_files_survive(out: Path) -> None:
    (out / ".gitignore").write_text("*\n")
    (out / "notes" / "deep").mkdir(parents=True)
    (out / "notes" / "deep" / "a.txt").write_text("mine")
    (out / "link").symlink_to("nowhere")
    out.chmod(0o750)
    foreign = {name: text for name, text in tree(out).items() if name not in (*NAMES, "manifest.json")}
    deliver(edition("new"), out, stem="brief")
    assert len(foreign) == 3 and foreign.items() <= tree(out).items()
    assert out.stat().st_mode & 0o777 == 0o750


@pytest.mark.usefixtures("way")
def test_a_build_of_one_language_leaves_the_other(out: Path) -> None:
    before = (out / "brief.ko.pdf").read_bytes()
    deliver(edition("new", NAMES[2:]), out, stem="brief")
    assert (out / "brief.ko.pdf").read_bytes() == before
    assert {name: entry.inputs["seeds/a.toml"] for name, entry in recorded(out).items()} == {
        "brief.ko.md": "old", "brief.ko.pdf": "old", "brief.en.md": "new", "brief.en.pdf": "new",
    }  # fmt: skip


def test_the_manifest_forgets_files_that_are_gone(out: Path) -> None:
    (out / "brief.ko.md").unlink()
    deliver(edition("new", NAMES[2:]), out, stem="brief")
    assert sorted(recorded(out)) == ["brief.en.md", "brief.en.pdf", "brief.ko.pdf"]


def test_a_folder_in_which_nothing_changes_is_not_touched(out: Path) -> None:
    before = stamp(out), stamp(out / "brief.ko.md")
    deliver(edition("old"), out, stem="brief")
    assert (stamp(out), stamp(out / "brief.ko.md")) == before


def test_the_bytes_do_not_depend_on_the_order_or_the_folder(tmp_path: Path) -> None:
    deliver(edition("old"), tmp_path / "one", stem="brief")
    for output in reversed(edition("old")):
        deliver([output], tmp_path / "two", stem="brief")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


@pytest.mark.parametrize("within", ["", "notes"])
def test_the_folder_in_which_the_caller_stands_is_kept(
    out: Path, monkeypatch: pytest.MonkeyPatch, within: str
) -> None:
    (out / "notes").mkdir()
    monkeypatch.chdir(out / within)
    inode = out.stat().st_ino
    deliver(edition("new"), out, stem="brief")
    assert is_whole(out) and out.stat().st_ino == inode and Path.cwd() == out / within


def test_a_link_to_the_folder_stays_a_link(out: Path) -> None:
    link = out.parent / "link"
    link.symlink_to(out)
    deliver(edition("new"), link, stem="brief")
    assert link.is_symlink() and (out / "brief.ko.md").read_bytes() == b"brief.ko.md new\n"


CALLS = [(os, "fsync"), (os, "fchmod"), (os, "link"), (os, "rename"), (os, "replace"), (Path, "mkdir")]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize(("owner", "call"), CALLS, ids=[call for _, call in CALLS])
def test_whatever_fails_the_set_is_whole(
    out: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, call: str, error: BaseException
) -> None:
    (out / "foreign.txt").write_text("mine")
    real = getattr(owner, call)
    finished = False
    for turn in range(1, 40):
        old, calls = tree(out), 0

        def failing(*args: Any, turn: int = turn, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == turn:
                raise error
            return real(*args, **named)

        with monkeypatch.context() as patch:
            patch.setattr(owner, call, failing)
            try:
                deliver(edition(f"turn {turn}"), out, stem="brief")
            except (Refusal, KeyboardInterrupt):
                # The last sync comes after the exchange: then it is the new set that stands whole.
                assert tree(out) == old or is_whole(out)
            else:
                assert is_whole(out)
                finished = finished or calls < turn
        assert os.listdir(out.parent) == ["output"]
        if finished:
            break
    assert finished and (out / "foreign.txt").read_text() == "mine"


def is_whole(folder: Path) -> bool:
    marks = {path.read_bytes().split(b" ", 1)[1] for path in folder.glob("brief.*")}
    entries = recorded(folder)
    return len(marks) == 1 and all(
        entries[name].sha256 == hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in NAMES
    )


def test_a_failed_rename_takes_the_earlier_ones_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_place(monkeypatch)
    old, real = tree(out), os.replace

    def failing(one: Path, other: Path) -> None:
        if Path(other).name == "brief.en.md" and "old" not in Path(one).parts[-2]:
            raise OSError(errno.EIO, "Input/output error")
        real(one, other)

    monkeypatch.setattr(os, "replace", failing)
    added = [*edition("new"), Output("brief.fr.md", b"new")]
    code, message = refused(lambda: deliver(added[::-1], out, stem="brief"))
    assert (code, message) == ("O004", f"'{out}' cannot be written: input/output error")
    assert tree(out) == old


def test_renamed_files_come_before_the_manifest(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_place(monkeypatch)
    order: list[str] = []
    real = os.replace

    def noted(one: Path, other: Path) -> None:
        order.append(Path(other).name)
        real(one, other)

    monkeypatch.setattr(os, "replace", noted)
    deliver(edition("new"), out, stem="brief")
    assert order == [*NAMES, "manifest.json"]


def test_a_parent_that_may_not_be_written_is_left_alone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != out.parent and real(path, mode))
    inode = out.stat().st_ino
    deliver(edition("new"), out, stem="brief")
    assert is_whole(out) and out.stat().st_ino == inode
    assert sorted(os.listdir(out)) == sorted([*NAMES, "manifest.json"])


WRITER = """
import sys
from pathlib import Path
from briefing.deliver import deliver
from briefing.model import Output
names, folder = sys.argv[3:], Path(sys.argv[2])
print("ready", flush=True)
for turn in range(int(sys.argv[1])):
    mark = f"{sys.argv[1]}-{turn}"
    deliver([Output(name, f"{name} {mark}\\n".encode() * 2000, {}) for name in names], folder, stem="brief")
"""


def writer(turns: int, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, str(turns), str(folder), *NAMES]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])
    assert child.stdout is not None and child.stdout.readline() == b"ready\n"
    return child


@pytest.mark.parametrize("signum", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_build_leaves_a_whole_set_for_the_next(tmp_path: Path, signum: signal.Signals) -> None:
    folder = tmp_path / "output"
    for turn in range(8):
        child = writer(10_000, folder)
        threading.Event().wait(0.011 + turn * 0.0037)
        child.send_signal(signum)
        with child:
            child.wait()
        assert not folder.exists() or is_whole_set(folder)
    deliver(edition("new"), folder, stem="brief")
    assert is_whole(folder) and os.listdir(tmp_path) == ["output"]


def is_whole_set(folder: Path) -> bool:
    marks = [path.read_bytes().splitlines()[-1].split(b" ")[1] for path in folder.glob("brief.*")]
    return len(marks) == len(NAMES) and len(set(marks)) == 1 and sorted(recorded(folder)) == sorted(NAMES)


def test_builds_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    children = [writer(turns, folder) for turns in (20, 21)]
    for child in children:
        with child:
            assert child.wait() == 0
    assert is_whole_set(folder) and os.listdir(tmp_path) == ["output"]


def test_a_lock_left_by_a_dead_build_is_taken_over(out: Path) -> None:
    (out.parent / ".output.briefing-lock").write_text("999999\n")
    (out.parent / ".output.briefing-staging").mkdir()
    deliver(edition("new"), out, stem="brief")
    assert is_whole(out) and os.listdir(out.parent) == ["output"]


def test_a_build_that_keeps_the_folder_is_named(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "TURNS", 2)
    monkeypatch.setattr(lock, "PAUSE", 0.01)
    old = tree(out)
    with lock.locked(swap.beside(out, "lock"), out):
        code, message = refused(lambda: deliver(edition("new"), out, stem="brief"))
    assert (code, message) == ("O003", f"process {os.getpid()} is writing to '{out}'")
    assert tree(out) == old


def test_a_build_waits_for_the_one_before(out: Path) -> None:
    with lock.locked(swap.beside(out, "lock"), out):
        waiting = threading.Thread(target=deliver, args=(edition("new"), out), kwargs={"stem": "brief"})
        waiting.start()
        waiting.join(0.05)
        assert waiting.is_alive() and (out / "brief.ko.md").read_bytes() == b"brief.ko.md old\n"
    waiting.join(10)
    assert is_whole(out) and (out / "brief.ko.md").read_bytes() == b"brief.ko.md new\n"


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("mine")
    code, _ = refused(lambda: deliver(edition("new"), tmp_path / "output", stem="brief"))
    assert code == "O002" and (tmp_path / "output").read_text() == "mine"


def test_a_file_in_place_of_a_parent_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert refused(lambda: deliver(edition("new"), tmp_path / "file" / "output", stem="brief"))[0] == "O001"


def test_a_folder_that_may_not_be_written_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tree(out)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    code, message = refused(lambda: deliver(edition("new"), out, stem="brief"))
    assert (code, message) == ("O001", f"'{out}' cannot be written: permission denied")
    assert tree(out) == old


def test_a_folder_named_as_an_output_is_refused(out: Path) -> None:
    (out / "brief.ko.md").unlink()
    (out / "brief.ko.md").mkdir()
    (out / "brief.ko.md" / "mine").write_text("mine")
    assert refused(lambda: deliver(edition("new"), out, stem="brief"))[0] == "O004"
    assert (out / "brief.ko.md" / "mine").read_text() == "mine"


@pytest.mark.parametrize("text", ["{", "[]", '{"files": []}', '{"files": {"a": 1}}', "\udcff", "[" * 100_000])
def test_a_foreign_manifest_is_not_overwritten(out: Path, text: str) -> None:
    (out / "manifest.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    old = tree(out)
    assert refused(lambda: deliver(edition("new"), out, stem="brief"))[0] == "O005"
    assert tree(out) == old


@pytest.mark.parametrize("name", ["../a.md", "a/b.md", "/a.md", ".a", "", "manifest.json"])
def test_a_name_that_leaves_the_folder_is_refused(out: Path, name: str) -> None:
    assert refused(lambda: deliver([Output(name, b"")], out, stem="brief"))[0] == "O006"


def test_a_name_given_twice_is_refused(out: Path) -> None:
    assert refused(lambda: deliver([Output("a", b"1"), Output("a", b"2")], out, stem="brief"))[0] == "O006"


def test_write_replaces_one_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "seeds" / "facts.lock.json"
    assert write(path, b"old") and write(path, b"new")
    assert path.read_bytes() == b"new" and path.stat().st_mode & 0o777 == 0o644
    assert os.listdir(path.parent) == ["facts.lock.json"]


def test_write_does_not_touch_a_file_with_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "facts.lock.json"
    write(path, b"same")
    before = stamp(path)
    assert not write(path, b"same")
    assert stamp(path) == before


def test_write_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "facts.lock.json"
    write(path, b"old")

    def failing(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, failing)
    code, message = refused(lambda: write(path, b"new"))
    assert (code, message) == ("O004", f"'{path}' cannot be written: no space left on device")
    assert tree(tmp_path) == {"facts.lock.json": b"old"}


@pytest.mark.parametrize("at_once", [True, False])
def test_settle_puts_takes_out_and_leaves_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:  # a mount point, or a system without the step
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    folder = tmp_path / "latest"
    folder.mkdir()
    for name in ("stays", "goes", "changes"):
        (folder / name).write_bytes(b"old")
    settle({"changes": b"new", "comes": b"new"}, folder, gone=("goes", "was never there"))
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {"stays": b"old", "changes": b"new", "comes": b"new"}
    before = folder.stat().st_ino, folder.stat().st_mtime_ns, tmp_path.stat().st_mtime_ns
    settle({"changes": b"new", "comes": b"new"}, folder, gone=("goes",))
    assert (folder.stat().st_ino, folder.stat().st_mtime_ns, tmp_path.stat().st_mtime_ns) == before
    assert [path.name for path in tmp_path.iterdir()] == ["latest"]
