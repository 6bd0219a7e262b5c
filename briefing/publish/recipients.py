"""A CSV file of address, name and language -> the people who get the brief; nobody, where one line of it is bad."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from pathlib import Path

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell
from briefing.schema import TURNING, UNPRINTABLE

COLUMNS = ("address", "name", "language")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*\Z")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\Z")
_DEVIATING = "ßς\u200c\u200d"
"""What IDNA 2003, which Python has, and IDNA 2008 encode as different domains."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who gets the brief: the address with its domain in ASCII, a name that may be empty, a language."""

    address: str
    name: str
    language: str

    @property
    def key(self) -> str:
        """What tells people apart: no mail system in use tells cases of an address apart."""
        return self.address.lower()


def read(path: Path, languages: tuple[str, ...]) -> tuple[Person, ...]:
    """Everybody on the list, in its order; Refusal with O035 for every line that cannot be used."""
    people: dict[str, Person] = {}
    lines: dict[str, int] = {}
    problems = []
    for line, row in _rows(path):
        person = _person(row, languages)
        if isinstance(person, Person) and person.key in people:
            person = (
                f"'{person.address}' is on the list twice",
                f"line {lines[person.key]} has it; leave one",
            )
        if isinstance(person, Person):
            people[person.key], lines[person.key] = person, line
        else:
            problems.append(_problem(path, line, *person))
    if problems:
        raise Refusal(*problems, exit_code=3)
    if not people:
        raise Refusal(
            _problem(path, 0, tell("the list has nobody on it"), tell("add a line a person")), exit_code=3
        )
    return tuple(people.values())


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each record under its header, with the line on which it begins."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = [column.strip() for column in next(reader, [])]
            if lacking := [column for column in COLUMNS if header.count(column) != 1]:
                hint = tell("begin the file with the line: {columns}", columns=",".join(COLUMNS))
                raise Refusal(
                    _problem(
                        path, 1, tell("the list has not one column '{lacking}'", lacking=lacking[0]), hint
                    ),
                    exit_code=3,
                )
            line = reader.line_num + 1
            for row in reader:
                if row:
                    yield line, dict(zip(header, [*row, *[""] * len(header)], strict=False))
                line = reader.line_num + 1
    except csv.Error as error:
        raise Refusal(
            _problem(path, reader.line_num, tell("the list is no CSV: {error}", error=error)), exit_code=3
        ) from None
    except UnicodeDecodeError:
        raise Refusal(
            _problem(path, 0, tell("the list is not UTF-8"), tell("save it as UTF-8")), exit_code=3
        ) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Refusal(
            _problem(path, 0, tell("the list cannot be read: {why}", why=why)), exit_code=3
        ) from None


def _person(row: Mapping[str, str], languages: tuple[str, ...]) -> Person | tuple[str, str]:
    """The person of a row, or what is wrong with it and the way out."""
    for column in COLUMNS:
        if unfit(row[column]):
            return (
                f"the {column} holds a character that a mail's header may not hold",
                "take out line breaks and other control characters",
            )
    language = row["language"].strip()
    if language not in languages:
        return (
            f"the edition is not in language '{language}'",
            f"languages of the edition: {', '.join(languages)}",
        )
    address = ascii_address(row["address"].strip())
    if address is None:
        return f"'{row['address']}' is no address", "write one address, such as name@example.org"
    return Person(address, " ".join(row["name"].split()), language)


def unfit(words: str) -> bool:
    """Whether words hold what could break a header, or turn the direction of what follows."""
    return any(unicodedata.category(sign) in UNPRINTABLE or sign in TURNING for sign in words)


def ascii_address(address: str) -> str | None:
    """The address with its domain as DNS has it (IDNA); None for what no mail server would take.

    Dot-atoms alone before the @ (RFC 5322, 3.2.3), at most 64 characters, and 254 in all (RFC 5321, 4.5.3.1).
    """
    local, at, domain = address.rpartition("@")
    if not at or len(local) > 64 or not _LOCAL.match(local) or any(sign in domain for sign in _DEVIATING):
        return None
    try:
        domain = domain.encode("idna").decode("ascii")
        Address(addr_spec=f"{local}@{domain}")
    except (UnicodeError, ValueError, MessageError):
        return None
    labels = domain.split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not all(map(_LABEL.match, labels)):
        return None
    return f"{local}@{domain}" if len(local) + 1 + len(domain) <= 254 else None


def _problem(path: Path, line: int, message: str, hint: str = "") -> Problem:
    return Problem("O035", message, Place(str(path), line), hint or tell("mend the file; nothing was sent"))
