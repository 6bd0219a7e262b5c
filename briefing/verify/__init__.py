"""A distributed PDF, or a folder of outputs -> what holds of it and what does not, from its own register alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.model import Place, Problem, Refusal
from briefing.register import Register, record, rows
from briefing.render import seal
from briefing.verify import classes, places, proof, text
from briefing.verify.opened import HINT, Opened, opened

LARGEST = 100_000_000
"""Bytes that a file may have."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One file: what of it holds, in words, and what does not."""

    file: str
    holds: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """A PDF with the register that it carries, None where it carries none that can be read."""

    verdict: Verdict
    register: Register | None
    content: bytes = b""


def contents(path: Path, shown: str) -> bytes:
    """The bytes of a file; Refusal with exit code 3 where there is none, with 5 where it is too large."""
    if not path.is_file():
        problem = Problem(
            "V003", "there is no such file", Place(shown), "name a PDF, or the folder of a brief"
        )
        raise Refusal(problem, exit_code=3)
    if path.stat().st_size > LARGEST:
        problem = Problem("V004", f"it has more than {LARGEST:,} bytes", Place(shown), "it is no brief")
        raise Refusal(problem, exit_code=5)
    return path.read_bytes()


def pdf(path: Path, shown: str, originals: Path | None = None) -> Carried:
    """The PDF against its seal and against the register that it carries.

    Refusal with exit code 3 where it is no PDF of this tool: neither sealed nor with a register.
    """
    content = contents(path, shown)
    sealed = seal.holds(content)
    problems = [] if sealed else [_unsealed(sealed, shown)]
    try:
        found = opened(content, shown)
        register = _register(found, shown)
    except Refusal as refusal:
        if sealed is None and refusal.exit_code != 1:
            raise
        return Carried(Verdict(shown, (), (*problems, *refusal.problems)), None)
    carried = found.files[f"{register.brief}{record.NAME}"]
    problems += _against(found, register, carried, shown)
    told = proven(register, shown, originals)
    problems += told.problems
    holds = ("unaltered since it was built, its builder unknown", "its pages print what its register says")
    return Carried(Verdict(shown, () if problems else holds + told.holds, tuple(problems)), register, carried)


def _unsealed(sealed: bool | None, shown: str) -> Problem:
    if sealed is None:
        return Problem("V001", "its end holds no digest of its bytes", Place(shown), HINT)
    return Problem("V002", "it was altered: its bytes are not those of its digest", Place(shown), HINT)


def proven(register: Register, shown: str, originals: Path | None) -> Verdict:
    """The register against itself and, where they are at hand, against the originals."""
    problems = [*proof.prove(register, shown), *classes.check(register, shown)]
    if originals is not None:
        problems += places.find(register, originals, shown)
    quotes = sum(map(len, register.anchors.values()))
    formulas = sum(fact.formula is not None for fact in register.facts.values())
    again = f"{quotes} quotes read again, {formulas} formulas calculated again"
    where = f", {len(register.cards)} originals hold every quote" if originals is not None else ""
    return Verdict(shown, () if problems else (again + where,), tuple(problems))


def _register(found: Opened, shown: str) -> Register:
    names = [name for name in found.files if name.endswith(record.NAME)]
    if not names:
        raise Refusal(Problem("V003", "it carries no register", Place(shown), HINT), exit_code=3)
    if len(names) > 1:
        raise Refusal(Problem("V005", f"it carries {len(names)} registers, not one", Place(shown), HINT))
    register = record.parse(found.files[names[0]], f"{shown}/{names[0]}")
    if names[0] != f"{register.brief}{record.NAME}":
        raise Refusal(Problem("V005", "its register is named as that of another brief", Place(shown), HINT))
    return register


def _against(found: Opened, register: Register, carried: bytes, shown: str) -> list[Problem]:
    problems: list[Problem] = []
    if carried != record.dump(register):
        problems.append(
            Problem("V005", "its register is not written as this tool writes it", Place(shown), HINT)
        )
    sheet = found.files.get(f"{register.brief}{rows.NAME}")
    if sheet != rows.dump(register):
        problems.append(Problem("V005", "its table of facts is not that of its register", Place(shown), HINT))
    if found.language not in register.languages:
        message = f"it is in '{found.language[:20]}', a language that its register does not have"
        return [*problems, Problem("V005", message, Place(shown), HINT)]
    return [*problems, *text.compare(found.passages, register, found.language, shown)]
