"""PO text in, Babel's catalog out, and the bytes of .po, .pot and .mo files from it: with no hour in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser, normalize, write_po

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell

_LINE = re.compile(
    r'\s*(?:#.*|(?:(?P<word>msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?P<said>(?:\\.|[^"\\])*)"\s*)?'
)


class Labels(Catalog):
    """Babel's catalog with the header as it stood.

    Babel writes a header of its own making: with the hour, and without the fields that it does not know.
    """

    head = ""
    note = ""
    lines = 0

    def __setitem__(self, id: str | list[str] | tuple[str, ...], message: Message) -> None:
        if id == "":
            self.head = str(message.string or "")
            self.note = "\n".join(f"# {said}".rstrip() for said in message.user_comments)
        super().__setitem__(id, message)

    def __iter__(self) -> Iterator[Message]:
        yield Message("", self.head)
        yield from islice(super().__iter__(), 1, None)

    @property
    def labels(self) -> tuple[Message, ...]:
        """The messages without the header."""
        return tuple(message for message in self if message.id)


def read(path: Path, shown: str) -> Labels:
    """The catalog in ``path``, which messages call ``shown``; OSError where it cannot be read.

    Raises Refusal with C202 for what is no catalog and C211 for a message that stands twice.
    """
    lines = _decoded(path, shown).splitlines()
    if problems := list(_line_problems(lines, shown)):
        raise Refusal(*problems)
    labels = Labels()
    labels.lines = len(lines)
    try:
        PoFileParser(labels, abort_invalid=True).parse(f"{line}\n" for line in lines)
    except (PoFileError, ValueError) as error:
        # Babel counts these lines from 0
        where = Place(shown, getattr(error, "lineno", -1) + 1)
        raise Refusal(
            Problem("C202", tell("broken catalog"), where, tell("see that msgid and msgstr take turns there"))
        ) from None
    return labels


def _decoded(path: Path, shown: str) -> str:
    try:
        # Windows editors write a byte order mark
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Refusal(
            Problem("C202", tell("not UTF-8"), Place(shown, line), tell("save the file as UTF-8")),
            exit_code=3,
        ) from None


def _line_problems(lines: list[str], shown: str) -> Iterable[Problem]:
    """What Babel reads over: text outside quotes, an open quote, a message that stands twice."""
    seen: dict[tuple[str, str], int] = {}
    context = ""
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        if found is None:
            yield Problem(
                "C202", tell("broken catalog"), Place(shown, number), tell("check the quotes of this line")
            )
        elif found["word"] == "msgctxt":
            context = found["said"]
        elif found["word"] == "msgid" and found["said"]:
            first = seen.setdefault((context, found["said"]), number)
            context = ""
            if first != number:
                hint = tell("line {first} has it already: keep one", first=first)
                yield Problem(
                    "C211",
                    tell("label '{said}' stands twice", said=found["said"]),
                    Place(shown, number),
                    hint,
                )


def written(labels: Labels) -> bytes:
    """The .po or .pot file: files named without their lines, which would change with every edit of the code."""
    body = BytesIO()
    write_po(body, labels, omit_header=True, include_lineno=False)
    note = f"{labels.note}\n" if labels.note else ""
    header = f'{note}msgid ""\nmsgstr {normalize(labels.head)}\n\n'
    return header.encode() + body.getvalue().rstrip(b"\n") + b"\n"


def compiled(labels: Labels) -> bytes:
    """The .mo file."""
    body = BytesIO()
    write_mo(body, labels)
    return body.getvalue()
