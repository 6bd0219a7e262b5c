"""A folder of outputs -> what holds of each file of its manifest: digests, one register, the same figures in each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing.deliver import Entry, recorded
from briefing.model import Place, Problem, Refusal
from briefing.readback import passages
from briefing.register import Register, record, rows
from briefing.saying import tell
from briefing.verify import Carried, Verdict, contents, pdf, proven, text
from briefing.verify.opened import HINT

ANEW = tell("build the brief anew, all languages and formats together")


def verify(folder: Path, originals: Path | None = None, trust: Sequence[bytes] = ()) -> tuple[Verdict, ...]:
    """A verdict for every file; Refusal with exit code 3 where the folder holds no outputs of this tool."""
    entries = _entries(folder)
    verdicts: list[Verdict] = []
    for brief in sorted({entry.brief for entry in entries.values()}):
        own = {name: entry for name, entry in sorted(entries.items()) if entry.brief == brief}
        verdicts += _brief(folder, brief, own, originals, trust)
    for path in sorted(folder.glob("*.pdf")):
        if path.name not in entries:
            stranger = Problem("V053", tell("the manifest does not list it"), Place(str(path)), ANEW)
            verdicts.append(_with(_pdf(path, originals, trust)[0], stranger))
    return tuple(verdicts)


def _entries(folder: Path) -> Mapping[str, Entry]:
    try:
        entries = recorded(folder)
    except Refusal as refusal:
        raise Refusal(*refusal.problems, exit_code=3) from None
    if any(not _plain(name) or not _plain(entry.brief) for name, entry in entries.items()):
        problem = Problem("V003", tell("its manifest names files of other folders"), Place(str(folder)), HINT)
        raise Refusal(problem, exit_code=3)
    if not entries and not any(folder.glob("*.pdf")):
        raise Refusal(
            Problem(
                "V003",
                tell("it holds no outputs of this tool"),
                Place(str(folder)),
                tell("name a PDF, or output/"),
            ),
            exit_code=3,
        )
    return entries


def _plain(name: str) -> bool:
    return Path(name).name == name


def _brief(
    folder: Path, brief: str, own: Mapping[str, Entry], originals: Path | None, trust: Sequence[bytes]
) -> Iterator[Verdict]:
    name = f"{brief}{record.NAME}"
    path = folder / name
    register, content = None, b""
    verdict = Verdict(
        str(path), (), (Problem("V050", tell("the brief's register is missing"), Place(str(path)), ANEW),)
    )
    if path.is_file():
        content = contents(path, str(path))
        try:
            register = record.parse(content, str(path))
            verdict = proven(register, str(path), originals)
        except Refusal as refusal:
            verdict = Verdict(str(path), (), refusal.problems)
    yield _recorded(verdict, content, own.get(name))
    for file, entry in own.items():
        if file != name:
            yield _file(folder / file, entry, register, content, brief, originals, trust)


def _file(
    path: Path,
    entry: Entry,
    register: Register | None,
    own: bytes,
    brief: str,
    originals: Path | None,
    trust: Sequence[bytes],
) -> Verdict:
    shown = str(path)
    if not path.is_file():
        return Verdict(
            shown,
            (),
            (Problem("V050", tell("the manifest lists it, but it is not there"), Place(shown), ANEW),),
        )
    content = contents(path, shown)
    if path.suffix == ".pdf":
        verdict, carried = _pdf(path, originals, trust)
        if carried is not None and carried.register is not None and carried.content != own:
            other = Problem("V052", _edition(carried.register, register), Place(shown), ANEW)
            verdict = _with(verdict, other)
    elif register is None:
        verdict = Verdict(shown, (), ())
    else:
        problems = tuple(_text(path, content, register, brief))
        verdict = Verdict(shown, () if problems else (tell("prints what the register says"),), problems)
    return _recorded(verdict, content, entry)


def _pdf(path: Path, originals: Path | None, trust: Sequence[bytes]) -> tuple[Verdict, Carried | None]:
    try:
        carried = pdf(path, str(path), originals, trust)
    except Refusal as refusal:
        return Verdict(str(path), (), refusal.problems), None
    return carried.verdict, carried


def _text(path: Path, content: bytes, register: Register, brief: str) -> Iterator[Problem]:
    shown = str(path)
    if path.name == f"{brief}{rows.NAME}":
        if content != rows.dump(register):
            yield Problem("V052", tell("its rows are not those of the register"), Place(shown), ANEW)
        return
    language, _, format = path.name.removeprefix(f"{brief}.").partition(".")
    if format not in ("md", "html") or language not in register.languages:
        yield Problem("V052", tell("the register knows no such page"), Place(shown), ANEW)
        return
    try:
        said = passages(content, format, language=language)
    except Refusal as refusal:
        yield from refusal.problems
        return
    yield from text.compare(said, register, language, shown, often=format == "html")


def _edition(carried: Register, own: Register | None) -> str:
    if own is not None and (carried.number, carried.date) != (own.number, own.date):
        return tell(
            "it is of edition {number} ({date}), the folder of {number2} ({date2})",
            number=carried.number,
            date=carried.date,
            number2=own.number,
            date2=own.date,
        )
    return tell("it carries another register than the one beside it")


def _recorded(verdict: Verdict, content: bytes, entry: Entry | None) -> Verdict:
    place = Place(verdict.file)
    if entry is None:
        return _with(verdict, Problem("V053", tell("the manifest does not list it"), place, ANEW))
    if content and hashlib.sha256(content).hexdigest() != entry.sha256:
        return _with(
            verdict, Problem("V051", tell("it is not the file that the manifest lists"), place, HINT)
        )
    return verdict


def _with(verdict: Verdict, problem: Problem) -> Verdict:
    return Verdict(verdict.file, verdict.holds, (*verdict.problems, problem), verdict.parts)
