"""The pairs of tests/agree/pairs -> each as it should be, and each with its one fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.agree import compare
from briefing.agree.documents import from_text
from briefing.agree.figure import Disagreement

FOLDER = Path(__file__).parent / "pairs"


@dataclass(frozen=True)
class Pair:
    name: str
    korean: str
    english: str
    fault: str = ""


def pairs() -> Iterator[tuple[Pair, Pair]]:
    """Every right pair with its wrong one."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            row = json.loads(line)
            side, right, wrong = row["wrong"]
            changed = {side: row[side].replace(right, wrong)}
            assert row[side].count(right) == 1 and right != wrong, (file.name, number)
            name = f"{file.stem}:{number}"
            yield (
                Pair(name, row["ko"], row["en"]),
                Pair(name, changed.get("ko", row["ko"]), changed.get("en", row["en"]), row["fault"]),
            )


def compared(pair: Pair, *, turned: bool = False) -> tuple[Disagreement, ...]:
    korean, english = from_text(pair.korean, "ko.txt"), from_text(pair.english, "en.txt")
    return compare(english, korean) if turned else compare(korean, english)
