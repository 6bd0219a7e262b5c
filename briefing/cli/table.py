"""Rows of text -> an aligned table in the user's language, East Asian widths respected."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from briefing.cli.speech import said
from briefing.cli.width import terminal, width

GAP = 3
LEAST = 12
"""Columns between two columns of a table, and those that one which may fold needs to be read with ease."""


def show(head: Sequence[str], rows: Sequence[Sequence[str]], *, wrap: Sequence[int] = ()) -> None:
    """Print the rows under their head, in a pipe as wide as they are.

    On a terminal columns in ``wrap`` fold first; where that is not enough, all do: nothing is cut off.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    head, rows = [said(title) for title in head], [[said(cell) for cell in row] for row in rows]
    widths = [max(width(row[index]) for row in (head, *rows)) for index in range(len(head))]
    whole = GAP * len(head) + sum(widths)
    # in a pipe nothing may be folded to the width of a terminal that is not there
    piped = not sys.stdout.isatty()
    # with a height as well: a dumb terminal is taken for one of 80 columns otherwise
    console = Console(width=whole, force_terminal=False) if piped else Console(width=terminal(), height=24)
    kept = sum(min(each, LEAST) if index in wrap else each for index, each in enumerate(widths))
    fits = GAP * len(head) + kept <= console.width
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, title in enumerate(head):
        table.add_column(title, no_wrap=fits and index not in wrap, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)
