"""The originals, and the seeds beside them -> faults that only the originals can show: a source that prints something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.mutations.bench import Bench
from tests.mutations.fault import Fault, line_of, replaced

QUOTE = re.compile(r'^\[(?:fact|event|also)\.([a-z0-9-]+)\]\nquote = "(.*)"$', re.MULTILINE)


def faults(bench: Bench) -> Iterator[Fault]:
    """In each original, at the only place of a quote, another digit; in each seed a quote that no original prints."""
    assert bench.originals is not None
    for card in bench.ledger.cards.values():
        seeds = f"seeds/{card.id}.toml"
        declared = (bench.folder / seeds).read_text(encoding="utf-8")
        original = (bench.originals / card.file).read_text(encoding="utf-8")
        for quote in QUOTE.finditer(declared):
            line = line_of(declared, quote.start(2))
            words = re.sub(r"[\[\]]", "", quote[2])
            digit = re.search(r"[0-9](?=[^\[]*\])", quote[2])
            if digit is None:
                continue
            new = str(int(digit[0]) % 9 + 1)
            at = quote.start(2) + digit.start()
            changed = replaced(declared, at, at + 1, new)
            yield Fault("quote digit, originals read", f"{quote[1]}: {digit[0]} becomes {new}", seeds, changed,
                        ("F010", "F015"), line)  # fmt: skip
            if original.count(words) == 1:
                within = original.index(words) + digit.start() - quote[2].count("[", 0, digit.start())
                changed = replaced(original, within, within + 1, new)
                yield Fault("source digit", f"{quote[1]}: {digit[0]} becomes {new}", f"originals/{card.file}", changed,
                            ("F010", "F037"), line, seeds)  # fmt: skip
