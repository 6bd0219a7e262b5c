"""Every fault made in the brief of this repository -> a table of kinds, how many were caught, and each that was not."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutations.bench import Bench, copied, reading_once
from tests.mutations.every import faults
from tests.mutations.fault import Fault

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    made: dict[str, list[tuple[Fault, bool, str]]] = {}
    with TemporaryDirectory() as folder, reading_once():
        bench = Bench(copied(ROOT, Path(folder)))
        for fault in faults(bench):
            found = bench.problems(fault)
            said = ", ".join(f"{problem.code} {problem.where}" for problem in found) or "nothing"
            made.setdefault(fault.kind, []).append((fault, fault.caught(found), said))
    for kind, rows in made.items():
        print(f"{sum(caught for _, caught, _ in rows):>5}/{len(rows):<5} {kind}")
    slipped = [(fault, said) for rows in made.values() for fault, caught, said in rows if not caught]
    total = sum(map(len, made.values()))
    print(f"{total - len(slipped):>5}/{total:<5} of {len(made)} kinds")
    for fault, said in slipped:
        print(f"slipped: {fault}\n  raised: {said[:300]}")
    return 1 if slipped else 0


if __name__ == "__main__":
    sys.exit(main())
