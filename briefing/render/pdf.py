"""Brief -> print HTML -> a tagged PDF in the bundled fonts alone, the same bytes anywhere on any day."""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefing.look import Look, standard
from briefing.model import Brief, Output, Problem, Refusal
from briefing.project import builtin_folder
from briefing.render import page
from briefing.render.archival import identify, link_once, part_ends
from briefing.render.attached import Attached, associate, attachments
from briefing.render.links import describe
from briefing.render.seal import seal
from briefing.render.shell import fill, style
from briefing.saying import tell

if TYPE_CHECKING:
    from weasyprint.text.fonts import FontConfiguration

FAMILY = "Pretendard"
WEIGHTS = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def fonts() -> Path:
    """The folder of the bundled fonts."""
    return builtin_folder() / "templates" / "fonts"


def print_html(brief: Brief, *, shell: tuple[Path, ...], look: Look | None = None) -> str:
    """The page as WeasyPrint sets it; it names its fonts by their place here, and holds all the rest."""
    seen = look or standard()
    values = page.parts(brief, paper=True, look=seen) | {
        "style": Markup(_faces() + seen.printed(style("print.css", shell))),
        "created": _day(brief),
    }
    return fill("print.html.j2", shell, values)


def attached(brief: Brief, files: Sequence[Output]) -> tuple[Attached, ...]:
    """The register's ``files`` as they travel inside the PDF of ``brief``."""
    name = brief.gettext("Evidence for every figure")
    return tuple(
        Attached(file.name, f"{name} ({file.name.rpartition('.')[2].upper()})", file.content, _day(brief))
        for file in files
    )


def _day(brief: Brief) -> str:
    date = _DATE.match(brief.edition.iso_date)
    assert date is not None, "an edition has a date that begins with its year"
    return date[0]


def _faces() -> str:
    return "".join(
        f"@font-face {{ font-family: {FAMILY}; font-weight: {weight}; src: url({_font(name).as_uri()}) }}\n"
        for weight, name in WEIGHTS.items()
    )


def _font(name: str) -> Path:
    return fonts() / f"{FAMILY}-{name}.otf"


def render(
    html: str,
    files: Sequence[Attached] = (),
    *,
    links: Mapping[str, str] | None = None,
    base: Path | None = None,
) -> bytes:
    """``html`` as PDF/UA-1 and PDF/A-3a with ``files`` inside it, sealed by a digest over its bytes.

    ``links`` says of places in the page what stands there. Relative addresses are taken from ``base``, the bundled fonts' folder if None; nothing but the fonts and
    ``data:`` is fetched. Refusal R030 for anything that WeasyPrint reports, such as a missing glyph, R031 for
    an address that it may not fetch.
    """
    configuration = _font_configuration()
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    with _reported() as records, _uncollected():
        try:
            document = HTML(string=html, base_url=(base or fonts()).as_uri() + "/", url_fetcher=_fetcher())
            content = document.write_pdf(
                font_config=configuration,
                pdf_variant="pdf/a-3a",
                attachments=attachments(files),
                finisher=lambda _, pdf: _finish(pdf, links or {}),
            )
        except FatalURLFetchingError as error:
            raise Refusal(
                Problem("R031", str(error), hint=tell("put what the page needs into its style sheet"))
            ) from None
    if records:
        raise Refusal(
            *(Problem("R030", _message(record), hint=_hint(record)) for record in dict.fromkeys(records))
        )
    assert content is not None
    return seal(content)


def _finish(pdf: Any, links: Mapping[str, str]) -> None:
    describe(pdf, links)
    associate(pdf)
    identify(pdf)
    link_once(pdf)
    part_ends(pdf)


def _message(record: str) -> str:
    return tell("setting the page: {record}{record2}", record=record[:1].lower(), record2=record[1:])


def _hint(record: str) -> str:
    if "glyph" in record:
        return tell("replace the character by one that {family} has", family=FAMILY)
    return tell("mend the template or its style sheet")


def warm() -> None:
    """Import WeasyPrint and read the fonts, so that processes forked afterwards need not."""
    _font_configuration()
    import weasyprint  # noqa: F401


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage collection inside: all boxes live until drawn, and looking them over costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _reported() -> Iterator[list[str]]:
    """What WeasyPrint logs at warning or above while the block runs; nothing of it reaches standard error."""
    records: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record.getMessage())

    logger, keep = logging.getLogger("weasyprint"), Keep(logging.WARNING)
    handlers, propagate = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [keep], False
    try:
        yield records
    finally:
        logger.handlers, logger.propagate = handlers, propagate


@cache
def _font_configuration() -> FontConfiguration:
    """Fontconfig told of the bundled fonts alone: it reads the variable when a font map is made."""
    os.environ["FONTCONFIG_FILE"] = str(fonts() / "fonts.conf")
    from weasyprint.text.fonts import FontConfiguration

    class Bundled(FontConfiguration):
        def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
            """The page's faces are the bundled fonts, which fontconfig knows: to load copies costs 0.07 s."""
            if rule_descriptors["font_family"] != FAMILY:
                super().add_font_face(rule_descriptors, url_fetcher)

    return Bundled()


@cache
def _fetcher() -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Packaged(URLFetcher):
        """Serves the bundled fonts and ``data:``; anything else ends the rendering."""

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            path = URLFetcherResponse(url).path if url.startswith("file:") else None
            if path is None or not Path(path).resolve().is_relative_to(fonts().resolve()):
                raise FatalURLFetchingError(f"the page asks for '{url}', which is not part of it")
            return super().fetch(url, headers)

    return Packaged(allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True)
