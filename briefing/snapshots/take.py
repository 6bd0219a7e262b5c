"""Finished files -> their snapshots: texts as they are, the PDF's text and tags, and pictures of every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.saying import tell
from briefing.snapshots.nouns import KINDS, Snapshot, Taken


def take(
    files: Mapping[str, bytes],
    kinds: Iterable[str] = KINDS,
    languages: Iterable[str] | None = None,
    *,
    whole_folder: bool = False,
    report: Callable[[str], None] = lambda stage: None,
) -> Taken:
    """The snapshots of ``NAME.LANG.md``, ``.html`` and ``.pdf`` among ``files``; other files have none.

    ``whole_folder`` says that the references lie in a folder that holds no other brief's. Pictures of web pages need a
    Chromium (`briefing.snapshots.browser`): without one the kind is skipped, and the reason told.
    """
    wanted = frozenset(kinds)
    chosen = None if languages is None else frozenset(languages)
    mine = {name: content for name, content in files.items() if _is_page(name, chosen)}
    made = [snapshot for name, content in mine.items() for snapshot in _of(name, content, wanted, report)]
    skipped: dict[str, str] = {}
    machines: Mapping[str, Mapping[str, object]] = {}
    pages = {name: content for name, content in mine.items() if name.endswith(".html")}
    if "html.png" in wanted and pages:
        from briefing.snapshots import browser, pictures

        report(tell("pictures of the web pages"))
        found = browser.photograph(pages)
        if isinstance(found, str):
            skipped["html.png"] = found
        else:
            machines = found.machines
            made += (
                Snapshot(name, "html.png", pictures.small(raw, pictures.PAGE_OF_SCREEN))
                for name, raw in found.pictures.items()
            )
    stems = None if whole_folder else frozenset(name.rsplit(".", 2)[0] for name in mine)
    return Taken(tuple(made), wanted, stems, chosen, skipped, machines)


def _is_page(name: str, languages: frozenset[str] | None) -> bool:
    pieces = name.rsplit(".", 2)
    fits = len(pieces) == 3 and pieces[2] in ("md", "html", "pdf")
    return fits and (languages is None or pieces[1] in languages)


def _of(
    name: str, content: bytes, kinds: frozenset[str], report: Callable[[str], None]
) -> Iterator[Snapshot]:
    format = name.rpartition(".")[2]
    if format in kinds:
        yield Snapshot(name, format, content)
    if format != "pdf":
        return
    if "pdf.txt" in kinds:
        from briefing.readback.pdf import text_of

        # a sentence a line, so that a difference shows the sentence alone
        text = text_of(content).replace(". ", ".\n") + "\n"
        yield Snapshot(f"{name}.txt", "pdf.txt", text.encode())
    if "pdf.tags.txt" in kinds:
        from briefing.snapshots.tags import tag_tree

        yield Snapshot(f"{name}.tags.txt", "pdf.tags.txt", tag_tree(content).encode())
    if "pdf.png" in kinds:
        from briefing.snapshots import pictures

        report(tell("pictures of {name}", name=name))
        for number, page in enumerate(pictures.pages(content), 1):
            yield Snapshot(f"{name}.{number:02d}.png", "pdf.png", page)
