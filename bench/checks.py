"""The processor time of reading every finished file back and comparing it, as a share of the build that does so.

    ./run python bench/checks.py [--runs 5] [--originals DIR]

Both are counted with the processes that set the pages; the share is the median of pairs taken one after the other.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing import checks, review
from briefing.pipeline import assemble
from briefing.project import load
from briefing.readback.closure import closure
from briefing.readback.tokens import tokens
from briefing.render import markdown

ROOT = Path(__file__).resolve().parents[1]
BAR = 0.25


def building(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def checking(out: Path, originals: Path | None) -> float:
    """Everything that is done again only to check: agreement, names, the Markdown's structure, the read-back."""
    project = load(ROOT)
    composed = assemble(project, originals)
    tokens.cache_clear()
    started = time.process_time()
    now = review.digests(composed.briefs)
    sides = checks.Sides(composed.briefs, review.read(project), now, {})
    list(checks.agreement(project, sides))
    list(checks.order(sides))
    list(checks.naming(project, composed.ledger))
    for language, brief in composed.briefs.items():
        markdown.verify((out / f"{project.name}.{language}.md").read_text("utf-8"), brief)
        for format in ("md", "html", "pdf"):
            found = closure(brief, format, (out / f"{project.name}.{language}.{format}").read_bytes())
            assert found == (), found
    return time.process_time() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--originals", type=Path, default=os.environ.get("BRIEFING_ORIGINALS"))
    options = parser.parse_args()
    originals = Path(options.originals).resolve() if options.originals else None
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "briefing", "build", "--out", scratch]
        command += ["--originals", str(originals)] if originals else []
        building(command)
        pairs = [(checking(Path(scratch), originals), building(command)) for _ in range(options.runs)]
    share = statistics.median(check / build for check, build in pairs)
    check, build = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"checks {check:.2f} s of a build's {build:.2f} s: {share:.0%}, at most {BAR:.0%}")
    return 0 if share <= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
