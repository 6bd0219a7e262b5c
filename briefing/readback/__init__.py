"""A finished file (Markdown, HTML or PDF) -> its passages as a reader meets them, in and out of sight."""

from __future__ import annotations

from briefing.model import Problem, Refusal
from briefing.readback.passage import Passage, Removed, Role
from briefing.saying import tell

__all__ = ["FORMATS", "Passage", "Removed", "Role", "passages"]

FORMATS = ("md", "html", "pdf")


def passages(content: bytes, format: str, *, language: str | None = None) -> tuple[Passage, ...]:
    """Every passage of ``content`` in the order of the file; what stands out of sight too.

    ``language`` is that of the words, where it is known. Refusal R100 for a format that cannot be read back
    and for content that is no such file.
    """
    match format:
        case "md":
            from briefing.readback import markdown

            return markdown.read(_decoded(content, format))
        case "html":
            from briefing.readback import hypertext

            return hypertext.read(_decoded(content, format))
        case "pdf":
            from briefing.readback import pdf

            return pdf.read(content)
    hint = tell("formats: {formats}", formats=", ".join(FORMATS))
    raise Refusal(
        Problem(
            "R100", tell("a file of the format '{format}' cannot be read back", format=format), None, hint
        )
    )


def _decoded(content: bytes, format: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = tell("the {format} file is no UTF-8: byte {start}", format=format, start=error.start)
        raise Refusal(Problem("R100", what, None, tell("save it as UTF-8")), exit_code=3) from None
