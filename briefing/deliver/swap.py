"""New contents of some files in, their folder with them: in one exchange, or else file by file."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path


def beside(target: Path, role: str) -> Path:
    """A hidden name beside the target; inside it, where it is a folder whose parent may not be written."""
    if _is_fenced(target):
        return _inside(target, role)
    return target.with_name(f".{target.name}.briefing-{role}")


def sweep(target: Path) -> None:
    """Remove what a killed build left: who holds the lock is alone, so no staging has an owner."""
    for left in (beside(target, "staging"), _inside(target, "staging")):
        shutil.rmtree(left, ignore_errors=True)


def exchange(changed: Mapping[str, bytes], target: Path, gone: Collection[str] = ()) -> bool:
    """Build the whole folder anew beside the old one, without the files ``gone``, and swap the two in one step.

    False, and nothing changed, where that cannot be done: a mount point, a parent that may not be written,
    a file system without the step; nor may the folder in which we and our caller stand be put in another's place.
    """
    if _is_fenced(target) or (target.is_dir() and target.stat().st_dev != target.parent.stat().st_dev):
        return False
    if Path.cwd().is_relative_to(target):
        return False
    staging = beside(target, "staging")
    try:
        staging.mkdir()
        staging.chmod(0o755)
        if target.exists():
            _carry_over(target, staging, {*changed, *gone})
        for name, content in changed.items():
            write_durably(staging / name, content)
        sync(staging)
        if not target.exists():
            os.rename(staging, target)
        elif not _swap(staging, target):
            return False
        sync(target.parent)
        return True
    finally:
        # Before the swap this is the unfinished set, after it the old one.
        shutil.rmtree(staging, ignore_errors=True)


def replace(changed: Mapping[str, bytes], target: Path) -> None:
    """Rename the files one by one, in the order given; an error or interrupt on the way takes all back."""
    staging = _inside(target, "staging")
    done: list[str] = []
    try:
        (staging / "old").mkdir(parents=True)
        for name, content in changed.items():
            write_durably(staging / name, content)
            with suppress(FileNotFoundError):
                _link(str(target / name), str(staging / "old" / name))
        for name in changed:
            done.append(name)
            os.replace(staging / name, target / name)
        sync(target)
    except BaseException:
        for name in done:
            with suppress(OSError):
                _take_back(staging / "old" / name, target / name)
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write_durably(path: Path, content: bytes) -> None:
    """The bytes on the disk and read back, with the same rights whatever the caller's umask."""
    with path.open("wb") as file:
        os.fchmod(file.fileno(), 0o644)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != content:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def sync(folder: Path) -> None:
    """Make the names in a folder as lasting as their contents (fsync(2): a file's own sync does not)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _inside(target: Path, role: str) -> Path:
    return target / f".briefing-{role}"


def _is_fenced(target: Path) -> bool:
    return target.is_dir() and not os.access(target.parent, os.W_OK | os.X_OK)


def _carry_over(old: Path, new: Path, without: Collection[str]) -> None:
    for entry in os.scandir(old):
        if entry.name in without:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.copytree(entry.path, new / entry.name, symlinks=True, copy_function=_link)
        else:
            _link(entry.path, str(new / entry.name))
    shutil.copystat(old, new)
    owner = old.stat()
    with suppress(PermissionError):
        os.chown(new, owner.st_uid, owner.st_gid)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:  # another file system, or one without hard links
        shutil.copy2(old, new, follow_symlinks=False)


def _take_back(old: Path, new: Path) -> None:
    if old.exists():
        os.replace(old, new)
    else:
        new.unlink(missing_ok=True)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False, and nothing done, where the file system cannot.

    renameat2(2) with RENAME_EXCHANGE on Linux, renamex_np(2) with RENAME_SWAP on macOS: both flags are 2.
    """
    import ctypes

    libc = ctypes.CDLL(None)
    left, right, at_cwd = os.fsencode(one), os.fsencode(other), -100
    try:
        if sys.platform == "darwin":
            return bool(libc.renamex_np(left, right, 2) == 0)
        return bool(libc.renameat2(at_cwd, left, at_cwd, right, 2) == 0)
    except AttributeError:  # a C library without the call
        return False
