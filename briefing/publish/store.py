"""An edition -> objects of S3, GCS, Azure or a folder: each made once, read back whole and compared.

What a store holds is asked of the store, never of the journal: so a run that was cut off is finished by the next, and
an edition that is there stays as it is. SHA256SUMS comes last; an edition without it is not whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.publish.journal import Entry, Journal
from briefing.publish.release import Item, Release
from briefing.publish.shelf import Held, Shelf, Trouble, attributes, opened
from briefing.publish.targets import Store
from briefing.saying import tell

SUMS = "SHA256SUMS"
NOT_TAKEN = "O034"
OTHER = f"{NOT_TAKEN} it holds other bytes"


def send(edition: Release, target: Store, journal: Journal, *, dry_run: bool = False) -> Iterator[Entry]:
    """Each file of the edition, then SHA256SUMS where all are right; a store that fails for good ends it."""
    shelf = opened(target, dry_run=dry_run)
    told = journal.done(target.name, edition.folder)
    whole = True
    for item in (*edition.items, sums(edition)):
        if item.name == SUMS and not whole:
            return  # without it readers see that the edition is not whole
        name = f"{edition.folder}/{item.name}"
        over = False
        try:
            outcome, said = _would(shelf, name, item) if dry_run else _bring(shelf, name, item)
        except Trouble as trouble:
            outcome, said, over = "failed", trouble.said, True
        what = f"{target.url.rstrip('/')}/{name}"
        entry = Entry(target.name, edition.folder, what, item.sha256, outcome, said)
        if not dry_run and not _known(told.get(what), entry):
            journal.add(entry)
        yield entry
        whole = whole and outcome in ("sent", "kept")
        if over:
            return


def sums(edition: Release) -> Item:
    """The digests of all files, as sha256sum -c reads them."""
    lines = "".join(f"{item.sha256}  {item.name}\n" for item in edition.items)
    return Item(SUMS, lines.encode(), "text/plain; charset=utf-8", "", "")


def _bring(shelf: Shelf, name: str, item: Item) -> tuple[str, str]:
    """Make the object or find it made, and compare what then stands there."""
    new = shelf.make(name, item)
    held = shelf.held(name, len(item.content))
    why = _differs(shelf, held, item, new=new)
    if not why:
        return ("sent" if new else "kept"), ""
    if held is None or not new:
        return ("failed" if held is None else "refused"), why
    try:
        shelf.drop(name)
    except Trouble as trouble:
        return "failed", tell("{why}; it could not be taken away: {said}", why=why, said=trouble.said)
    return "failed", tell("{why}; it was taken away, the next run puts it again", why=why)


def _would(shelf: Shelf, name: str, item: Item) -> tuple[str, str]:
    """What a run would do, found by reading alone."""
    held = shelf.held(name, len(item.content))
    if held is None:
        return "sent", tell("not put: a dry run")
    why = _differs(shelf, held, item)
    return ("refused", why) if why else ("kept", "")


def _differs(shelf: Shelf, held: Held | None, item: Item, *, new: bool = False) -> str:
    """In what the object is not the item; empty where it is."""
    if held is None:
        return f"{NOT_TAKEN} the store took it, and does not have it"
    if held.sha256 != item.sha256:
        return f"{OTHER}; a published edition never changes" if not new else f"{OTHER} than were put"
    wanted = attributes(item) if shelf.described else {}
    for key in ("Content-Type", "Content-Language"):
        if key in wanted and _plain(held.attributes.get(key, "")) != _plain(wanted[key]):
            return f"{NOT_TAKEN} its {key} is not {wanted[key]}"
    return ""


def _plain(value: str) -> str:
    return value.lower().replace(" ", "")


def _known(before: Entry | None, now: Entry) -> bool:
    """Whether the journal tells already that it is there."""
    there = ("sent", "kept")
    if before is None or before.outcome not in there or now.outcome not in there:
        return False
    return before.sha256 == now.sha256
