"""The time of a build and of a check against bare WeasyPrint runs over the same pages, of `briefing --help` against Typer's import.

    ./run python bench/build.py [--runs 5] [--originals DIR]

Each row is a median of ratios between commands that ran one after the other, so a machine that slows down
or speeds up in between does not matter.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(sys.executable).parent


def seconds(*commands: Sequence[str], folder: Path) -> float:
    """Wall time of the commands, one after another."""
    # as on a machine where nobody forbids bytecode; what pip installed is compiled in any case
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    for command in commands:
        subprocess.run(
            command,
            cwd=folder,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return time.perf_counter() - started


def row(
    name: str,
    runs: int,
    bar: float,
    over: Sequence[Sequence[str]],
    under: Sequence[Sequence[str]],
    folder: Path,
) -> bool:
    seconds(*over, folder=folder), seconds(*under, folder=folder)
    pairs = [(seconds(*over, folder=folder), seconds(*under, folder=folder)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    first, second = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:<52} {first:6.2f} s {second:6.2f} s   {ratio:5.2f}   at most {bar}")
    return ratio <= bar


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--originals", type=Path, default=os.environ.get("BRIEFING_ORIGINALS"))
    options = parser.parse_args()
    briefing, weasyprint = str(HERE / "briefing"), str(HERE / "weasyprint")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        originals = ["--originals", str(Path(options.originals).resolve())] if options.originals else []
        build = [briefing, "build", "--lang", "ko,en", "--out", str(folder / "output"), *originals]
        seconds([*build, "--keep-print-html", str(folder / "kept")], folder=ROOT)
        pages = sorted((folder / "kept").glob("*.html"))
        bare = [[weasyprint, str(page), str(folder / "bare.pdf")] for page in pages]
        good = row(
            "both languages, all formats / two bare weasyprint", options.runs, 0.8, [build], bare, ROOT
        )
        check = [briefing, "check", "--out", str(folder / "output"), *originals]
        korean = [command for page, command in zip(pages, bare, strict=True) if ".ko." in page.name]
        good &= row("check / bare weasyprint, Korean page", options.runs, 0.3, [check], korean, ROOT)
        good &= row("check / build of all", options.runs, 0.25, [check], [build], ROOT)
        importing = [[sys.executable, "-c", "import typer"]]
        good &= row(
            "briefing --help / import typer", options.runs, 2.5, [[briefing, "--help"]], importing, ROOT
        )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
