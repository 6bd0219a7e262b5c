"""The bytes of a text in; the text exactly as encoded out, or a refusal that guesses what the bytes are."""

from __future__ import annotations

import re

from briefing.model import Place, Refusal
from briefing.saying import tell
from briefing.sources.extracted import Given
from briefing.sources.lines import line_of
from briefing.sources.refusals import refusal

ENCODINGS = {
    "utf-8": "utf-8", "cp949": "cp949", "euc-kr": "cp949", "utf-16": "utf-16", "windows-1252": "cp1252",
}  # fmt: skip
"""What may be declared -> the codec: EUC-KR is read as its superset, as https://encoding.spec.whatwg.org does."""
DECLARE = 'declare it: encoding = "{}" in [source], or --encoding {}'
FOREIGN = (
    (b"%PDF-", tell("a PDF"), tell("copy its text out (pdftotext FILE FILE.txt) and give that")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        tell("an OLE file (HWP, DOC, XLS, or a document with a password)"),
        tell("save it as DOCX, PDF or plain text in UTF-8, without a password"),
    ),
    (b"HWP Document File", tell("an HWP file"), tell("save it as DOCX, PDF or plain text in UTF-8")),
    (
        b"PK\x03\x04",
        tell("a ZIP file (HWPX, ODT, EPUB) that is no DOCX, XLSX or ODS"),
        tell("save the document in it as DOCX, PDF or plain text in UTF-8"),
    ),
    (b"\x1f\x8b", tell("a gzip file"), tell("unpack it (gunzip) and give the text in it")),
    (b"{\\rtf", tell("an RTF document"), tell("save it as DOCX or plain text in UTF-8")),
    (b"\x89PNG", tell("a PNG picture"), tell("give the text, not a picture of it")),
    (b"\xff\xd8\xff", tell("a JPEG picture"), tell("give the text, not a picture of it")),
    (b"From: <Saved by ", tell("a web archive (MHTML)"), tell("save the page as HTML")),
)
MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32 (little-endian)", ""),
    (b"\xff\xfe", "UTF-16 (little-endian)", "utf-16"),
    (b"\xfe\xff", "UTF-16 (big-endian)", "utf-16"),
    (b"\xef\xbb\xbf", "UTF-8", "utf-8"),
)
"""Byte order marks: how a text begins -> its encoding, and the codec where it may be declared."""
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
OVERLONG = re.compile(rb"[\xc0\xc1][\x80-\xbf]")
HANGUL = re.compile("[가-힣]")


def is_foreign(content: bytes) -> bool:
    """Whether a file begins as those do that are no text."""
    return content.startswith(tuple(signature for signature, _, _ in FOREIGN))


def decode(given: Given) -> str:
    """The text of a file, byte order mark dropped, line ends kept; UTF-8 where no encoding is declared.

    Refuses with exit code 3 what is empty, no text in its encoding or holds control characters.
    """
    raw = decoded(given)
    if not raw.strip():
        raise refusal(
            "S003", tell("is empty"), Place(given.shown, 1), tell("give a file with the text of the source")
        )
    if found := CONTROL.search(raw):
        raise _controlled(given, raw, found.start())
    return raw


def decoded(given: Given) -> str:
    """The same without a look at what the text holds, as a page is decoded before its markup is read."""
    content, shown = given.content, given.shown
    for signature, kind, way_out in FOREIGN:
        if content.startswith(signature):
            raise refusal("S002", tell("is {what}, not text", what=kind), Place(shown, 1), way_out)
    mark, what, marked = next((each for each in MARKS if content.startswith(each[0])), (b"", "", ""))
    if mark and marked != _codec(given):
        declared = (
            tell(", though {encoding} is declared", encoding=given.encoding)
            if given.encoding
            else tell(", not UTF-8")
        )
        raise refusal(
            "S002",
            tell("is {what}{declared}", what=what, declared=declared),
            Place(shown, 1),
            _way_out(marked or what),
        )
    return _decoded(content, _codec(given), given)


def _codec(given: Given) -> str:
    return ENCODINGS[given.encoding] if given.encoding else "utf-8"


def _decoded(content: bytes, codec: str, given: Given) -> str:
    if codec in ("cp949", "cp1252") and not content.isascii() and _utf8(content):
        what = tell("is UTF-8, though {encoding} is declared", encoding=given.encoding)
        raise refusal("S002", what, Place(given.shown, 1), tell("leave `encoding` out"))
    if codec == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16-be" if "BE" in _utf16(content) else "utf-16-le"
    try:
        return content.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if codec == "utf-8":
            raise _undecodable(content, error, given.shown) from None
        before = content[: error.start].decode(codec, "replace")
        what = tell(
            "is not {encoding} at byte {start} (0x{content})",
            encoding=given.encoding,
            start=error.start,
            content=f"{content[error.start]:02x}",
        )
        where = Place(given.shown, line_of(before, len(before)))
        raise refusal("S002", what, where, tell("declare the encoding that it has")) from None


def _way_out(encoding: str) -> str:
    """How to have a text read whose encoding is known: declared where that can be, else converted."""
    if encoding in ("utf-8", ""):
        return tell("leave `encoding` out")
    if encoding in ENCODINGS:
        return DECLARE.format(encoding, encoding)
    return tell("convert it: iconv -f {encoding} -t UTF-8 FILE", encoding=encoding.split(" ")[0])


def _controlled(given: Given, raw: str, at: int) -> Refusal:
    where = Place(given.shown, line_of(raw, at))
    if raw[at] == "\0" and not given.encoding and (utf16 := _utf16(given.content)):
        return refusal(
            "S002", tell("is not UTF-8: looks like {utf16}", utf16=utf16), where, _way_out("utf-16")
        )
    codec = _codec(given)
    byte = len(raw[:at].encode(codec)) + len(given.content) - len(raw.encode(codec))
    what = tell("holds the control character U+{ord} at byte {byte}", ord=f"{ord(raw[at]):04X}", byte=byte)
    return refusal("S004", what, where, tell("remove it, or save the page as plain text again"))


def _undecodable(content: bytes, error: UnicodeDecodeError, shown: str) -> Refusal:
    at = error.start
    before = content[:at].decode("utf-8")
    line = line_of(before, len(before))
    guess, hint = _guess(content, error)
    what = tell(
        "is not UTF-8 at byte {at} (0x{content}): {guess}", at=at, content=f"{content[at]:02x}", guess=guess
    )
    return refusal("S002", what, Place(shown, line), hint)


def _guess(content: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """What the bytes look like, and the way out."""
    again = tell("fetch or save the text again")
    if error.reason == "unexpected end of data" and error.end >= len(content):
        return tell("the file ends in the middle of a character"), again
    if _utf8(content, "surrogatepass"):
        return tell("a lone surrogate (CESU-8 or WTF-8)"), again
    if _utf8(OVERLONG.sub(b"?", content)):
        return tell("an overlong encoding"), again
    if utf16 := _utf16(content):
        return tell("looks like {utf16}", utf16=utf16), _way_out("utf-16")
    if _korean(content):
        return tell("looks like CP949 (EUC-KR)"), _way_out("cp949")
    lines = re.split(rb"\r\n?|\n", content[error.start :])
    if _korean(lines[0]) and HANGUL.search(content[: error.start].decode("utf-8")):
        return tell("UTF-8 before it, what looks like CP949 (EUC-KR) from here"), tell(
            "convert that part alone to UTF-8"
        )
    return tell("a byte is lost or the encoding is another"), tell(
        "find out its encoding and convert it with iconv"
    )


def _utf8(content: bytes, errors: str = "strict") -> bool:
    try:
        content.decode("utf-8", errors)
    except UnicodeDecodeError:
        return False
    return True


def _korean(content: bytes) -> bool:
    """Whether the bytes are CP949: they decode, and most of what is not ASCII is Hangul."""
    try:
        text = content.decode("cp949")
    except UnicodeDecodeError:
        return False
    wide = sum(char > "\x7f" for char in text)
    return wide > 0 and 2 * len(HANGUL.findall(text)) > wide


def _utf16(content: bytes) -> str:
    """UTF-16 without a byte order mark: even length, NULs as the halves of ASCII, and it decodes to words."""
    if len(content) % 2 or b"\0" not in content:
        return ""
    for name, codec in (
        (tell("UTF-16LE (little-endian)"), "utf-16-le"),
        (tell("UTF-16BE (big-endian)"), "utf-16-be"),
    ):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        words = sum((char.isascii() and char.isprintable()) or bool(HANGUL.match(char)) for char in text)
        if 10 * words >= 8 * len(text):
            return name
    return ""
