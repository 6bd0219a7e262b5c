"""Finished files in, a folder that holds them out: the one place that writes, all or nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from briefing.deliver import fresh, manifest, swap
from briefing.deliver.lock import locked
from briefing.deliver.manifest import Entry, recorded
from briefing.model import Output, Place, Problem, Refusal
from briefing.saying import tell

__all__ = [
    "Entry",
    "alone",
    "append",
    "create",
    "deliver",
    "plant",
    "recorded",
    "remove",
    "settle",
    "vacant",
    "write",
]


def deliver(outputs: Sequence[Output], folder: Path, *, stem: str) -> tuple[Path, ...]:
    """Put ``outputs`` and the manifest into ``folder``, which then holds the old set or the new, never a mix.

    Other files of the folder stay as they are, and so do their entries in the manifest; a folder in which
    nothing changes is not touched. ``stem`` is the brief's name. Returns a path for each of ``outputs``.
    Raises Refusal (exit code 4) where the folder cannot be written or another build keeps it.
    """
    _check_names(outputs)
    target = Path(os.path.realpath(folder))
    with _explained(folder):
        _check_folder(target, folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(swap.beside(target, "lock"), folder):
            swap.sweep(target)
            contents = {output.name: output.content for output in outputs}
            contents[manifest.NAME] = manifest.merged(outputs, target, stem)
            changed = {name: new for name, new in contents.items() if _content(target / name) != new}
            if changed and not swap.exchange(changed, target):
                swap.replace(changed, target)
    return tuple(folder / output.name for output in outputs)


def write(path: Path, content: bytes) -> bool:
    """Replace one file in a single step; False, and nothing written, where it holds these bytes already.

    Raises Refusal (exit code 4) where the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    with _explained(path):
        target.parent.mkdir(parents=True, exist_ok=True)
        if _content(target) == content:
            return False
        part = swap.beside(target, "part")
        with locked(swap.beside(target, "lock"), path):
            try:
                swap.write_durably(part, content)
                os.replace(part, target)
                swap.sync(target.parent)
            finally:
                part.unlink(missing_ok=True)
    return True


def create(path: Path, content: bytes) -> bool:
    """Write a file where there is none; False, and nothing written, where one holds these bytes already.

    Raises Refusal: P053 (exit code 1) where a file of that name holds others, exit code 4 where it cannot be written.
    """
    target = Path(os.path.realpath(path))
    with _explained(path):
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(swap.beside(target, "lock"), path):
            if not os.path.lexists(target):
                with suppress(FileExistsError):  # another program was faster
                    fresh.place(content, target)
                    return True
            if _content(target) == content:
                return False
    what, hint = (
        tell("'{path}' is there already, and holds other bytes", path=path),
        tell("give the new file another name"),
    )
    raise Refusal(Problem("P053", what, Place(str(path)), hint))


def vacant(folder: Path) -> None:
    """Refusal where ``folder`` holds anything (P050, exit code 2), or is none and cannot be made one (exit code 4)."""
    target = Path(os.path.realpath(folder))
    with _explained(folder):
        _check_folder(target, folder)
        found = fresh.taken(target)
    if found:
        what, hint = (
            tell("'{folder}' is not empty: it holds '{found}'", folder=folder, found=found),
            tell("name a folder that is empty or not there"),
        )
        raise Refusal(Problem("P050", what, Place(str(folder)), hint), exit_code=2)


def plant(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder of ``files`` (paths in it, with slashes -> contents), all of them or none.

    What makes the folder what it is comes last in ``files``: where the system cannot do it in one step, that is so
    late that a folder without it is told from a whole one. Raises Refusal as ``vacant`` does.
    """
    vacant(folder)
    target = Path(os.path.realpath(folder))
    with _explained(folder):
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(swap.beside(target, "lock"), folder):
            swap.sweep(target)
            vacant(folder)
            fresh.grow(files, target)


def remove(path: Path) -> None:
    """Take a file away, where there is one; Refusal (exit code 4) where that may not be done."""
    with _explained(path):
        path.unlink(missing_ok=True)


def _content(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none, or what no build wrote: a pipe would be waited for."""
    try:
        return path.read_bytes() if path.is_file() or path.is_dir() else None
    except FileNotFoundError:
        return None


def _check_names(outputs: Sequence[Output]) -> None:
    names = [output.name for output in outputs]
    for name in names:
        if name != os.path.basename(name) or name.startswith(".") or name in ("", manifest.NAME):
            message, hint = (
                tell("'{name}' cannot be the name of an output file", name=name),
                tell("name the brief in letters and digits"),
            )
        elif names.count(name) > 1:
            message, hint = (
                tell("two output files are named '{name}'", name=name),
                tell("give each language and format its own name"),
            )
        else:
            continue
        raise Refusal(Problem("O006", message, None, hint), exit_code=4)


def _check_folder(target: Path, folder: Path) -> None:
    if (target.exists() and not target.is_dir()) or target == target.parent:
        hint = tell("name a folder, or move that file away")
        raise Refusal(
            Problem(
                "O002",
                tell("'{folder}' is not a folder for a brief", folder=folder),
                Place(str(folder)),
                hint,
            ),
            exit_code=4,
        )
    if target.is_dir() and not os.access(target, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


@contextmanager
def _explained(wanted: Path) -> Iterator[None]:
    """Turn the system's errors into a refusal that names what was to be written."""
    try:
        yield
    except OSError as error:
        denied = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)
        code = "O001" if denied else "O004"
        message = tell(
            "'{wanted}' cannot be written: {strerror}",
            wanted=wanted,
            strerror=(error.strerror or str(error)).lower(),
        )
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        hint = (
            tell("make room there, then build again")
            if full
            else tell("choose a place that you may write to")
        )
        raise Refusal(Problem(code, message, Place(str(wanted)), hint), exit_code=4) from error


def append(path: Path, line: str) -> None:
    """Add a whole line to a file, durably; a part of one that a killed process left at its end is taken out first.

    Raises Refusal (exit code 4) where the file cannot be written.
    """
    target = Path(os.path.realpath(path))
    with _explained(path):
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(swap.beside(target, "lock"), path), target.open("ab+") as file:
            file.seek(max(file.seek(0, os.SEEK_END) - 1, 0))
            if file.read() not in (b"", b"\n"):
                file.seek(0)
                file.truncate(file.read().rfind(b"\n") + 1)
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep every other process that asks for the same ``path`` out while a block runs; nothing is written there.

    Raises Refusal (exit code 4) where another keeps it, or where its folder cannot be written.
    """
    target = Path(os.path.realpath(path))
    with ExitStack() as held:
        with _explained(path):
            target.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(swap.beside(target, "lock"), path))
        yield


def settle(contents: Mapping[str, bytes], folder: Path, *, gone: Collection[str] = ()) -> None:
    """Put files into ``folder`` and take the files ``gone`` out of it: in one step, where the system can.

    Other files stay; a folder in which nothing changes is not touched. To be called by who is ``alone`` with it or
    with the folder above it. Raises Refusal as ``deliver`` does.
    """
    target = Path(os.path.realpath(folder))
    with _explained(folder):
        _check_folder(target, folder)
        changed = {name: new for name, new in contents.items() if _content(target / name) != new}
        left = [name for name in gone if (target / name).is_file()]
        if not (changed or left or swap.beside(target, "staging").exists()):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(swap.beside(target, "lock"), folder):
            swap.sweep(target)
            if (changed or left) and not swap.exchange(changed, target, left):
                swap.replace(changed, target)
                for name in left:
                    (target / name).unlink(missing_ok=True)
