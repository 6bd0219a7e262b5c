"""What was built and the revision after it -> whether that revision adds one signature that shows nothing, and no more.

The library's own policy is for files that were signed before: it lets a form be filled in and a document's description
change, and takes a form to be there. A file of this tool has no form, so what may be new can be told to the last key.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    ModificationLevel,
    ObjectStreamRule,
    ReferenceUpdate,
    StandardDiffPolicy,
    SuspiciousModification,
    WhitelistRule,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.commons import compare_dicts

from briefing.saying import tell

FORM = {"/Fields", "/SigFlags"}
FIELD = {"/FT", "/T", "/TU", "/V", "/Type", "/Subtype", "/P", "/F", "/Rect"}
VALUE = {
    "/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/M", "/Reason", "/Location", "/ContactInfo", "/Name",
}  # fmt: skip


class Signature(WhitelistRule):
    """Explains the objects of one signature: form, field, value, and the page that lists the field."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterator[ReferenceUpdate]:
        if "/AcroForm" in old.root:
            raise SuspiciousModification("what was built has a form")
        form = _within(new.root["/AcroForm"], FORM)
        yield from _indirect(new.root, "/AcroForm")
        yield from _indirect(form, "/Fields")
        fields = form["/Fields"]
        if len(fields) != 1:
            raise SuspiciousModification("more than one field")
        field = _within(fields[0], FIELD)
        left, low, right, high = field["/Rect"]
        if left != right or low != high or field["/FT"] != "/Sig":
            raise SuspiciousModification("the field draws on the page")
        yield ReferenceUpdate(fields.raw_get(0).reference)
        _within(field["/V"], VALUE)
        yield from _indirect(field, "/V")
        yield from _page(old, new, field.raw_get("/P").reference, fields.raw_get(0).reference)


def _page(old: Any, new: Any, page: Any, field: Any) -> Iterator[ReferenceUpdate]:
    before, after = old(page), new(page)
    compare_dicts(before, after, frozenset({"/Annots"}))
    if _listed(after) != [*_listed(before), (field.idnum, field.generation)]:
        raise SuspiciousModification("the page lists other annotations")
    yield ReferenceUpdate(page)
    yield from _indirect(after, "/Annots")


def _listed(page: Any) -> list[tuple[int, int]]:
    """The annotations of a page, by number and generation."""
    annotations: Any = page["/Annots"] if "/Annots" in page else ()
    references = [annotations.raw_get(index).reference for index in range(len(annotations))]
    return [(reference.idnum, reference.generation) for reference in references]


def _within(found: Any, keys: set[str]) -> Any:
    """``found``, which must be a dictionary of no other keys."""
    if not isinstance(found, DictionaryObject) or not set(found) <= keys:
        raise SuspiciousModification("a part of the signature holds more than it must")
    return found


def _indirect(holder: Any, key: str) -> Iterator[ReferenceUpdate]:
    """What ``holder`` refers to by ``key``, where it is an object of its own."""
    value = holder.raw_get(key)
    if isinstance(value, IndirectObject):
        yield ReferenceUpdate(value.reference)


def fault(reader: Any, built: int) -> str:
    """Why the revision after the first ``built`` ones is more than a signature; empty where it is not."""
    policy = StandardDiffPolicy(
        global_rules=[
            CatalogModificationRule(  # type: ignore[no-untyped-call]
                ignored_keys=frozenset({"/AcroForm", "/Extensions"})
            ),
            Signature().as_qualified(ModificationLevel.LTA_UPDATES),
            XrefStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
            ObjectStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        ],
        form_rule=None,
        ignore_orphaned_objects=False,
        ignore_identical_objects=False,
    )
    try:
        policy.apply(reader.get_historical_resolver(built - 1), reader.get_historical_resolver(built))
    except (
        SuspiciousModification,
        PdfReadError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:
        return str(error) or tell("it is not as a signature's revision is")
    return ""
