"""A bench -> every fault that its brief has a place for, in an order that never changes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutations import in_files, in_seeds, in_templates, in_words
from tests.mutations.bench import Bench
from tests.mutations.fault import Fault, spread


def faults(bench: Bench) -> Iterator[Fault]:
    yield from in_seeds.faults(bench.folder)
    yield from in_words.faults(bench.folder)
    for language in bench.project.languages:
        yield from in_templates.faults(bench, language)
    yield from in_files.faults(bench, bench.finished())


def sample(bench: Bench, most: int) -> list[Fault]:
    """At most ``most`` faults of each kind, evenly over the brief."""
    kinds: dict[str, list[Fault]] = {}
    for fault in faults(bench):
        kinds.setdefault(fault.kind, []).append(fault)
    return [fault for rows in kinds.values() for fault in spread(rows, most)]
