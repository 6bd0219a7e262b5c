"""Files that travel inside a PDF -> WeasyPrint's attachments, and their entries in the PDF's catalog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import Attachment


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside the PDF: its name, what it is in the page's language, its bytes, and its day (ISO 8601)."""

    name: str
    description: str
    content: bytes
    day: str


def attachments(files: Sequence[Attached]) -> list[Attachment]:
    """The files as WeasyPrint takes them, in the order of their names as a name tree needs; no clock is asked."""
    from weasyprint import Attachment

    return [
        Attachment(
            string=file.content,
            name=file.name,
            description=file.description,
            created=_day(file.day),
            modified=_day(file.day),
        )
        for file in sorted(files, key=lambda file: file.name)
    ]


def associate(pdf: Any) -> None:
    """Say of each attachment that it is the page's data, as PDF/A-3 does (ISO 19005-3, 6.8; ISO 32000-2, 7.11.3)."""
    import pydyf

    files: list[Any] = [
        item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Filespec"
    ]
    for file in files:
        file["AFRelationship"] = "/Data"
        file["EF"]["UF"] = file["EF"]["F"]
    if files:
        pdf.catalog.update(AF=pydyf.Array([file.reference for file in files]))


def _day(iso: str) -> datetime:
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return datetime(year, month, day)
