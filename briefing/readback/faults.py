"""What a file says beside what the record says -> Faults with their codes, and the Problems that they are."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.model import Place, Problem
from briefing.readback.tokens import Token
from briefing.saying import Message, noted, tell

HINT = tell("build again; if it stays, report this: the renderer has changed a figure")
_SAID = {
    "R101": noted("prints {found} where the record has {wanted}"),
    "R102": noted("lacks {wanted}, which the record has"),
    "R103": noted("prints {found}, for which the record has no fact, name or class"),
    "R104": noted("prints {found} where the record has {wanted}: the qualifier differs"),
    "R105": noted("prints {found} where the record has {wanted}: the unit differs"),
    "R106": noted("prints {found} where the record has {wanted}: figures have changed places"),
    "R107": noted("prints {found} where the record has {wanted}"),
    "R108": noted("gives programs the value {found} where the record has {wanted}"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference: ``wanted`` and ``found`` as words, what they read as, what they are, and where they stand."""

    code: str
    wanted: str
    found: str
    part: str
    section: str
    line: int
    reads: object = None
    found_reads: object = None


def differing(wanted: Token, found: Token, owner: str) -> str:
    """The code of two tokens that stand in the same place and do not read alike."""
    first, second = wanted.quantity, found.quantity
    if owner != "figure":
        return "R107"
    if first is None or second is None or first.value != second.value:
        return "R101"
    return "R104" if (first.kind, first.unit) == (second.kind, second.unit) else "R105"


def exchanged(faults: list[Fault]) -> list[Fault]:
    """The faults, R106 where one place holds what another should and the other way round."""
    faults = _moved(faults)
    swapped: set[int] = set()
    for first, one in enumerate(faults):
        for second, other in enumerate(faults[first + 1 :], first + 1):
            crossed = one.reads == other.found_reads and one.found_reads == other.reads
            if one.code == other.code == "R101" and crossed:
                swapped |= {first, second}
    return [replace(fault, code="R106") if at in swapped else fault for at, fault in enumerate(faults)]


def _moved(faults: list[Fault]) -> list[Fault]:
    """The faults, R106 for a figure that is lacking in one place and stands in another of the same section."""
    left = list(faults)
    for lost in [fault for fault in faults if fault.code == "R102"]:
        for loose in [fault for fault in left if fault.code == "R103"]:
            if (lost.reads, lost.section, lost.part) == (loose.found_reads, loose.section, loose.part):
                left.remove(loose)
                left[left.index(lost)] = replace(loose, code="R106", wanted=lost.wanted)
                break
    return left


def rejoined(faults: list[Fault]) -> list[Fault]:
    """The faults, R101 for lettering that is lacking in one drawing where another is unaccounted for."""
    lost = [fault for fault in faults if fault.code == "R102" and fault.part == "drawing"]
    loose = [fault for fault in faults if fault.code == "R103" and fault.part == "drawing"]
    joined = [
        replace(fault, code="R101", found=other.found, line=other.line, found_reads=other.found_reads)
        for fault, other in zip(lost, loose, strict=False)
    ]
    paired = len(joined)
    taken = {id(fault) for fault in (*lost[:paired], *loose[:paired])}
    return [*(fault for fault in faults if id(fault) not in taken), *joined]


def problems(faults: list[Fault], file: str, *, paged: bool) -> tuple[Problem, ...]:
    """A Problem a fault, with the line of the file, or in its words the page."""
    return tuple(
        Problem(
            fault.code,
            tell("{where} {said}", where=_where(fault, paged), said=_said(fault)),
            Place(file, 0 if paged else fault.line),
            HINT,
        )
        for fault in exchanged(rejoined(faults))
    )


def parts() -> dict[str, Message]:
    """What a part of a file is called."""
    return {
        "text": tell("text"),
        "drawing": tell("drawing"),
        "alternative text": tell("alternative text"),
        "citation": tell("citation"),
        "value": tell("value"),
        "margin": tell("margin"),
        "bookmark": tell("bookmark"),
        "page number": tell("page number"),
        "address": tell("address"),
    }


def _where(fault: Fault, paged: bool) -> str:
    page = tell(", page {line},", line=fault.line) if paged and fault.line else ""
    section = tell(" of section '{section}'", section=fault.section) if fault.section else ""
    return tell(
        "the {part}{section}{page}", part=parts().get(fault.part, fault.part), section=section, page=page
    )


def _said(fault: Fault) -> str:
    words = _SAID[fault.code]
    if fault.code == "R106" and fault.wanted == fault.found:
        words = noted("prints {found} in another place than the record")
    if fault.code in ("R107", "R108"):
        words = _SAID["R103"] if not fault.wanted else _SAID["R102"] if not fault.found else words
    return tell(words, found=f"'{fault.found}'", wanted=f"'{fault.wanted}'")
