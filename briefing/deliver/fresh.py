"""Files for a place where nothing is yet: a whole folder in one step, or a single file, and never over another."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from briefing.deliver import swap


def taken(target: Path) -> str:
    """The name of something that is in a folder; "" where it is empty or not there."""
    if not target.is_dir():
        return ""
    own = (".briefing-lock", ".briefing-staging")
    return min((entry.name for entry in os.scandir(target) if entry.name not in own), default="")


def grow(files: Mapping[str, bytes], target: Path) -> None:
    """Put ``files`` (paths in the folder -> contents) into ``target``, which is empty or not there.

    In one step, but for a folder in which we or our caller stand, whose parent may not be written, or on which something
    is mounted: its entries are then moved in one by one, in the order given, and taken back where one cannot.
    """
    if _stays(target):
        _fill(files, target)
        return
    staging = swap.beside(target, "staging")
    try:
        _write(files, staging)
        os.rename(staging, target)  # POSIX: takes the place of an empty folder, and of no other
        swap.sync(target.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _stays(target: Path) -> bool:
    if not target.exists():
        return False
    stands_there = Path.cwd().is_relative_to(target)
    mounted = target.stat().st_dev != target.parent.stat().st_dev
    return stands_there or mounted or not os.access(target.parent, os.W_OK | os.X_OK)


def _fill(files: Mapping[str, bytes], target: Path) -> None:
    staging = target / ".briefing-staging"
    moved: list[str] = []
    try:
        _write(files, staging)
        for name in dict.fromkeys(path.split("/")[0] for path in files):
            moved.append(name)
            os.rename(staging / name, target / name)
        swap.sync(target)
    except BaseException:
        for name in moved:
            with suppress(OSError):
                os.rename(target / name, staging / name)
        raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        swap.write_durably(folder / path, content)
    for inner in sorted({folder / path for path in files}, reverse=True):
        swap.sync(inner.parent)


def place(content: bytes, target: Path) -> None:
    """Write one file in a single step; FileExistsError where there is one of that name."""
    part = swap.beside(target, "part")
    try:
        swap.write_durably(part, content)
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if os.path.lexists(target):
                raise FileExistsError(str(target)) from None
            os.rename(part, target)
        swap.sync(target.parent)
    finally:
        part.unlink(missing_ok=True)
