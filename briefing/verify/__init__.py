"""A distributed PDF, or a folder of outputs -> what holds of it and what does not, from its own register alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model import Place, Problem, Refusal
from briefing.register import Register, record, rows
from briefing.render import seal
from briefing.saying import joined, tell
from briefing.verify import classes, places, proof, signature, text
from briefing.verify.opened import HINT, Opened, opened

LARGEST = 100_000_000
"""Bytes that a file may have."""
PRINTS = tell("its pages print what its register says")
NAMES = {
    "integrity": tell("integrity"),
    "signature": tell("signature"),
    "register": tell("register"),
    "figures": tell("figures"),
}
PARTS = {
    "integrity": ("V001", "V002", "V003", "V004", "V062"),
    "signature": ("V060", "V061", "V063", "V064"),
    "register": (
        "V005",
        "V010",
        "V020",
        "V021",
        "V022",
        "V023",
        "V024",
        "V025",
        "V040",
        "V041",
        "V042",
        "V043",
    ),
    "figures": ("V030", "V031", "V032"),
}
"""What is said of a signed file, each for itself, and the codes of what is against it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of PARTS: whether it holds, None where that could not be found out, and in words what was found."""

    name: str
    holds: bool | None
    said: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One file: what of it holds, in words, and what does not; ``parts`` of a signed file. All holds or it does not."""

    file: str
    holds: tuple[str, ...]
    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()

    @property
    def unchecked(self) -> bool:
        """Whether all that is against it is that its signature could not be checked here."""
        return bool(self.problems) and all(problem.code == "V060" for problem in self.problems)


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
            "V003", tell("there is no such file"), Place(shown), tell("name a PDF, or the folder of a brief")
        )
        raise Refusal(problem, exit_code=3)
    if path.stat().st_size > LARGEST:
        problem = Problem(
            "V004",
            tell("it has more than {largest} bytes", largest=f"{LARGEST:,}"),
            Place(shown),
            tell("it is no brief"),
        )
        raise Refusal(problem, exit_code=5)
    return path.read_bytes()


def pdf(path: Path, shown: str, originals: Path | None = None, trust: Sequence[bytes] = ()) -> Carried:
    """The PDF against its seal, its signature where it has one, and the register that it carries.

    ``trust``: certificates of those whose signatures are believed. Refusal with exit code 3 where it is no PDF of this
    tool: neither sealed nor with a register.
    """
    content = contents(path, shown)
    sealed = seal.holds(content)
    signed = signature.examine(content, shown, trust) if sealed is None else None
    problems = [*signed.problems] if signed else _unsealed(sealed, content, shown)
    try:
        found = opened(content, shown)
        register = _register(found, shown)
    except Refusal as refusal:
        if sealed is None and signed is None and refusal.exit_code != 1:
            raise
        problems += refusal.problems
        return Carried(Verdict(shown, (), tuple(problems), _parts(signed, problems, None)), None)
    carried = found.files[f"{register.brief}{record.NAME}"]
    problems += _against(found, register, carried, shown)
    told = proven(register, shown, originals)
    problems += told.problems
    parts = _parts(signed, problems, told)
    if signed:
        holds = tuple(part.said for part in parts)
    else:
        holds = (tell("unaltered since it was built, its builder unknown"), PRINTS, *told.holds)
    return Carried(Verdict(shown, () if problems else holds, tuple(problems), parts), register, carried)


def _parts(
    signed: signature.Signed | None, problems: Sequence[Problem], told: Verdict | None
) -> tuple[Part, ...]:
    """The parts of a signed file; ``told`` of its register, None where that could not be read."""
    if signed is None:
        return ()
    against = {
        name: [problem for problem in problems if problem.code in codes] for name, codes in PARTS.items()
    }
    said = {
        "integrity": tell("unaltered since it was built, but for the signature after it"),
        "signature": signed.said,
        "register": joined(told.holds, "; ") if told else "",
        "figures": PRINTS,
    }
    parts = []
    for name, against_it in against.items():
        holds: bool | None = not against_it
        if told is None and name in ("register", "figures") and not against_it:
            holds = None
        elif any(problem.code == "V060" for problem in against_it):
            holds = None
        shown = (
            said[name]
            if holds or name == "signature"
            else joined((each.message for each in against_it), "; ")
        )
        parts.append(Part(NAMES[name], holds, shown or tell("not read")))
    return tuple(parts)


def _unsealed(sealed: bool | None, content: bytes, shown: str) -> list[Problem]:
    """What the seal says against a file that no signature follows."""
    if sealed is None:
        return [Problem("V001", tell("its end holds no digest of its bytes"), Place(shown), HINT)]
    if not sealed:
        message = tell("it was altered: its bytes are not those of its digest")
        return [Problem("V002", message, Place(shown), HINT)]
    if signature.signatures(content):
        message = tell("it carries a signature before its digest, where this tool puts none")
        return [Problem("V062", message, Place(shown), HINT)]
    return []


def proven(register: Register, shown: str, originals: Path | None) -> Verdict:
    """The register against itself and, where they are at hand, against the originals."""
    problems = [*proof.prove(register, shown), *classes.check(register, shown)]
    if originals is not None:
        problems += places.find(register, originals, shown)
    quotes = sum(map(len, register.anchors.values()))
    formulas = sum(fact.formula is not None for fact in register.facts.values())
    again = tell(
        "{quotes} quotes read again, {formulas} formulas calculated again", quotes=quotes, formulas=formulas
    )
    if originals is not None:
        kept = tell("{count} originals hold every quote", count=len(register.cards))
        again = joined((again, kept))
    return Verdict(shown, () if problems else (again,), tuple(problems))


def _register(found: Opened, shown: str) -> Register:
    names = [name for name in found.files if name.endswith(record.NAME)]
    if not names:
        raise Refusal(Problem("V003", tell("it carries no register"), Place(shown), HINT), exit_code=3)
    if len(names) > 1:
        raise Refusal(
            Problem(
                "V005", tell("it carries {count} registers, not one", count=len(names)), Place(shown), HINT
            )
        )
    register = record.parse(found.files[names[0]], f"{shown}/{names[0]}")
    if names[0] != f"{register.brief}{record.NAME}":
        raise Refusal(
            Problem("V005", tell("its register is named as that of another brief"), Place(shown), HINT)
        )
    return register


def _against(found: Opened, register: Register, carried: bytes, shown: str) -> list[Problem]:
    problems: list[Problem] = []
    if carried != record.dump(register):
        problems.append(
            Problem("V005", tell("its register is not written as this tool writes it"), Place(shown), HINT)
        )
    sheet = found.files.get(f"{register.brief}{rows.NAME}")
    if sheet != rows.dump(register):
        problems.append(
            Problem("V005", tell("its table of facts is not that of its register"), Place(shown), HINT)
        )
    if found.language not in register.languages:
        message = tell(
            "it is in '{language}', a language that its register does not have", language=found.language[:20]
        )
        return [*problems, Problem("V005", message, Place(shown), HINT)]
    return [*problems, *text.compare(found.passages, register, found.language, shown)]
