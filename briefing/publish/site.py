"""A release and a Site -> its folder holds the edition at its lasting address, and index, feeds and sitemap of all.

The edition comes first, in one step, then latest/, then what leads to them, and the list of digests last: who reads
meanwhile finds no link to what is not there, and a run that was killed is finished by the next.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import wording
from briefing.deliver import alone, settle, write
from briefing.editions import compare, registered
from briefing.model import Brief, Place, Problem, Quantity, Refusal
from briefing.plaintext import plain
from briefing.publish import archive as archives
from briefing.publish import feed, pages, sitemap
from briefing.publish.archive import Archive, Card, File, Published, Said, digest
from briefing.publish.changes import told
from briefing.publish.journal import Entry, Journal
from briefing.publish.release import Release
from briefing.publish.targets import Site
from briefing.register.record import NAME as REGISTER
from briefing.saying import tell

SUMS = "SHA256SUMS"
LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Batch:
    """What is put into one folder of the site in one step, or file by file at its top (""); ``gone`` is taken out."""

    folder: str
    contents: Mapping[str, bytes]
    gone: tuple[str, ...] = ()


def send(edition: Release, target: Site, journal: Journal, *, dry_run: bool = False) -> Iterator[Entry]:
    """Publish the edition in the site's folder; an Entry a file, kept where it was there already.

    Refusal O034 where the folder holds another edition of this date: what is published does not change.
    """
    _check(edition, target)
    with nullcontext() if dry_run else alone(target.folder):
        held = archives.read(target.folder, target.address)
        _same_as_published(edition, held.find(edition.folder), target)
        held = held.joined(held.find(edition.folder) or _published(edition, target, held))
        site = pages.Site(held, edition, target.address)
        for batch in _batches(site, target.folder):
            yield from _put(batch, edition, target, journal, dry_run)


def _check(edition: Release, target: Site) -> None:
    """Refusal O033, O034 for what would be no lasting address, or one outside of the site's folder."""
    if "?" in target.address or "#" in target.address:
        what, hint = (
            tell("'{address}' cannot be the address of a site", address=target.address),
            tell("leave out ? and #"),
        )
        raise Refusal(Problem("O033", what, target.where, hint), exit_code=2)
    if not archives.FOLDER.match(edition.folder):
        what = tell("an edition of '{folder}' has no address on a site", folder=edition.folder)
        hint = tell("date it by a day, month, quarter, half or year, such as 2024-10")
        raise Refusal(Problem("O034", what, target.where, hint))
    own = {"index.html", *(f"index.{language}.html" for language in edition.languages)}
    for item in edition.items:
        if not archives.FILE.match(item.name) or item.name in own:
            what = tell("'{name}' cannot be the name of a file on a site", name=item.name)
            hint = tell("name the brief in letters and digits, and not index")
            raise Refusal(Problem("O034", what, target.where, hint))
    inside = Path(os.path.realpath(target.folder))
    for name in (edition.folder, LATEST):
        if Path(os.path.realpath(inside / name)) != inside / name:
            what, hint = (
                tell("'{name}' leads out of the site's folder", name=name),
                tell("take that link away"),
            )
            raise Refusal(Problem("O034", what, Place(str(target.folder / name)), hint), exit_code=4)


def _same_as_published(edition: Release, there: Published | None, target: Site) -> None:
    """Refusal O034 where the edition of this date was published with other bytes, by the list or in the folder."""
    ours = {item.name: item.sha256 for item in edition.items}
    listed = {file.name: file.sha256 for file in there.files} if there is not None else ours
    other = {name for name in ours.keys() | listed.keys() if ours.get(name) != listed.get(name)}
    folder = target.folder / edition.folder
    other |= {name for name in ours if (folder / name).exists() and _digest(folder / name) != ours[name]}
    if other:
        what = tell(
            "the site holds another edition of {folder}: {other}",
            folder=edition.folder,
            other=", ".join(sorted(other)),
        )
        hint = tell("a published edition does not change: give this one a date (and number) of its own")
        raise Refusal(Problem("O034", what, Place(str(folder)), hint), exit_code=4)


def _digest(path: Path) -> str | None:
    return digest(path.read_bytes()) if path.is_file() else None


def _published(edition: Release, target: Site, held: Archive) -> Published:
    """The edition as the site lists it, compared with the one before it there, else with that of the journal."""
    files = tuple(
        File(item.name, item.sha256, len(item.content), item.type, item.language, item.format)
        for item in edition.items
    )
    id = f"{target.address}/{edition.folder}/"
    made = Published(edition.folder, edition.brief, edition.number, id, {}, files)
    older = held.before(made)
    edition = _compared(edition, older, target.folder)
    return replace(made, said={each: _said(edition, each, older) for each in edition.languages})


def _compared(edition: Release, older: Published | None, folder: Path) -> Release:
    """With what changed since ``older``, by the register that the site holds of it: journals get lost."""
    if older is None:
        return edition
    name = f"{older.brief}{REGISTER}"
    path = folder / older.folder / name
    if _digest(path) not in {file.sha256 for file in older.files if file.name == name}:
        return edition
    former = registered(path, str(path))
    return replace(edition, former=former, changes=compare(former, edition.edition))


def _said(edition: Release, language: str, older: Published | None) -> Said:
    brief: Brief = edition.briefs[language]
    since = ""
    if edition.former is not None:
        since = wording.say(Quantity("date", edition.former.date), language=language)
        if older is not None and older.folder == edition.former.date and language in older.said:
            since = older.said[language].date  # in the style of its own pages
    return Said(
        brief.edition.series,
        brief.edition.number.words,
        brief.edition.date.words,
        plain(brief.title),
        plain(brief.standfirst),
        tuple(Card(card.figure.words, plain(card.label)) for card in brief.cards),
        since,
        told(edition, language),
    )


def _batches(site: pages.Site, folder: Path) -> Iterator[Batch]:
    """All files of the site that are made now, in the order in which they are put there."""
    made = dict(pages.pages(site))
    own = {name.rpartition("/")[::2]: content for name, content in made.items()}
    ours = {item.name: item.content for item in site.release.items}
    newest = site.archive.editions[0]
    for edition in sorted(site.archive.editions, key=lambda each: each.folder != site.release.folder):
        files = ours if edition.folder == site.release.folder else {}
        yield Batch(edition.folder, files | _inside(own, edition.folder))
    before = _listed(folder)
    copies = ours if newest.folder == site.release.folder else _kept(newest, folder)
    copies = copies | _inside(own, newest.folder)
    stale = [path.rpartition("/")[2] for path in before if path.startswith(f"{LATEST}/")]
    yield Batch(LATEST, copies, tuple(name for name in stale if name not in copies))
    tops = {archives.NAME: site.archive.content()} | _inside(own, "")
    for language in site.languages:
        tops[feed.name(language)] = feed.feed(site.archive, site.address, language, site.languages)
    tops[sitemap.NAME] = sitemap.sitemap(site.archive, site.address, site.languages)
    tops["robots.txt"] = sitemap.robots(site.address)
    yield Batch("", tops)
    latest = {f"{LATEST}/{name}": content for name, content in copies.items()}
    yield Batch("", {SUMS: _sums(site.archive, {**made, **latest, **tops}, before, folder)})


def _inside(made: Mapping[tuple[str, str], bytes], folder: str) -> dict[str, bytes]:
    return {name: content for (where, name), content in made.items() if where == folder}


def _kept(edition: Published, folder: Path) -> dict[str, bytes]:
    """The files of an edition that is on the site already; Refusal O034 where they are no longer what was published."""
    found = {}
    for file in edition.files:
        path = folder / edition.folder / file.name
        if _digest(path) != file.sha256:
            what = tell(
                "'{folder}/{name}' is no longer as it was published", folder=edition.folder, name=file.name
            )
            raise Refusal(Problem("O034", what, Place(str(path)), tell("restore that file")), exit_code=4)
        found[file.name] = path.read_bytes()
    return found


def _listed(folder: Path) -> dict[str, str]:
    """The digests that the site's list had so far, by path; whatever is no such line is left out."""
    path = folder / SUMS
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []
    pairs = (line.partition("  ")[::2] for line in lines)
    return {
        name: sha256
        for sha256, name in pairs
        if archives.DIGEST.match(sha256) and all(archives.FILE.match(part) for part in name.split("/"))
    }


def _sums(archive: Archive, made: Mapping[str, bytes], before: Mapping[str, str], folder: Path) -> bytes:
    """The digests of all files of the site, for sha256sum -c; strangers in the folder are not ours to vouch for."""
    found = {
        name: sha256
        for name, sha256 in before.items()
        if not name.startswith(f"{LATEST}/") and (folder / name).is_file()
    }
    found |= {f"{each.folder}/{file.name}": file.sha256 for each in archive.editions for file in each.files}
    found |= {name: digest(content) for name, content in made.items()}
    found.pop(SUMS, None)
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(found.items())).encode()


def _put(batch: Batch, edition: Release, target: Site, journal: Journal, dry_run: bool) -> Iterator[Entry]:
    """Write one batch, read it again, and tell of each file; what the journal holds already is not noted twice."""
    folder = target.folder / batch.folder
    digests = {name: digest(content) for name, content in batch.contents.items()}
    there = {name for name, sha256 in digests.items() if _digest(folder / name) == sha256}
    if not dry_run and batch.folder:
        settle(batch.contents, folder, gone=batch.gone)
    elif not dry_run:
        for name, content in batch.contents.items():
            write(folder / name, content)
    known = journal.done(target.name, edition.folder)
    for name, sha256 in digests.items():
        what = f"{batch.folder}/{name}" if batch.folder else name
        outcome, said = "kept" if name in there else "sent", f"{target.address}/{what}"
        if not dry_run and _digest(folder / name) != sha256:
            outcome, said = "failed", tell("it reads back otherwise than it was written")
        entry = Entry(target.name, edition.folder, what, sha256, outcome, said)
        noted = what in known and known[what].sha256 == sha256 and outcome == "kept"
        if not dry_run and not noted:
            journal.add(entry)
        yield entry
