"""A release and the targets of briefing.toml -> the edition in a folder, an object store, in mailboxes; a journal of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.deliver import write
from briefing.publish.journal import Entry, Journal, beside
from briefing.publish.release import Item, Release, release
from briefing.publish.sign import lacking, signed
from briefing.publish.targets import Mail, Site, Store, Target, named
from briefing.register.record import NAME as REGISTER

__all__ = [
    "Entry",
    "Item",
    "Journal",
    "Mail",
    "Release",
    "Site",
    "Store",
    "Target",
    "beside",
    "lacking",
    "named",
    "release",
    "remember",
    "send",
    "signed",
]


def send(edition: Release, target: Target, journal: Journal, *, dry_run: bool = False) -> Iterator[Entry]:
    """Bring the edition to one target; what happened, in order, each written to the journal before the next begins."""
    match target:
        case Site():
            from briefing.publish import site

            yield from site.send(edition, target, journal, dry_run=dry_run)
        case Store():
            from briefing.publish import store

            yield from store.send(edition, target, journal, dry_run=dry_run)
        case Mail():
            from briefing.publish import mail

            yield from mail.send(edition, target, journal, dry_run=dry_run)


def remember(edition: Release, journal: Journal) -> None:
    """Keep the register of what went out beside the journal, for the next edition to be compared with."""
    register = next(item for item in edition.items if item.name == f"{edition.brief}{REGISTER}")
    write(journal.path.parent / edition.folder / register.name, register.content)
