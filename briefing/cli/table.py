"""Rows of text -> an aligned table in the user's language, East Asian widths respected."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def show(head: Sequence[str], rows: Sequence[Sequence[str]], *, wrap: Sequence[int] = ()) -> None:
    """Print the rows under their head; columns in ``wrap`` may fold on a narrow terminal, none in a pipe."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from briefing.cli.speech import said

    head, rows = [said(title) for title in head], [[said(cell) for cell in row] for row in rows]

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, title in enumerate(head):
        table.add_column(title, no_wrap=index not in wrap, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    # in a pipe nothing may be cut to the width of a terminal that is not there
    console = Console() if sys.stdout.isatty() else Console(width=_widest(head, rows), force_terminal=False)
    console.print(table)


def _widest(head: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    from rich.cells import cell_len

    return 3 * len(head) + sum(
        max(cell_len(row[index]) for row in (head, *rows)) for index in range(len(head))
    )
