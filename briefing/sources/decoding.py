"""The bytes of a file in; its text exactly as encoded out, or a refusal that guesses what the file is."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.model import Place, Problem, Refusal
from briefing.sources.lines import line_of

MOST_BYTES = 2 * 1024 * 1024
"""A longer file is no article; a limit keeps a mistaken path from filling the memory."""

SIGNATURES = (
    (b"%PDF-", "a PDF", "copy its text out (pdftotext FILE FILE.txt) and give that"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE file (HWP, DOC, XLS)", "save it as plain text in UTF-8"),
    (b"HWP Document File", "an HWP file", "save it as plain text in UTF-8"),
    (b"PK\x03\x04", "a ZIP file (HWPX, DOCX, ODT, EPUB)", "save the document in it as plain text in UTF-8"),
    (b"\x1f\x8b", "a gzip file", "unpack it (gunzip) and give the text in it"),
    (b"{\\rtf", "an RTF document", "save it as plain text in UTF-8"),
    (b"\x89PNG", "a PNG picture", "give the text, not a picture of it"),
    (b"\xff\xd8\xff", "a JPEG picture", "give the text, not a picture of it"),
    (b"\xff\xfe\x00\x00", "UTF-32 (little-endian)", "convert it: iconv -f UTF-32 -t UTF-8 FILE"),
    (b"\xff\xfe", "UTF-16 (little-endian)", "convert it: iconv -f UTF-16 -t UTF-8 FILE"),
    (b"\xfe\xff", "UTF-16 (big-endian)", "convert it: iconv -f UTF-16 -t UTF-8 FILE"),
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
OVERLONG = re.compile(rb"[\xc0\xc1][\x80-\xbf]")
HANGUL = re.compile("[가-힣]")


def decode(path: Path, shown: str) -> tuple[bytes, str]:
    """The bytes of a source and its text, byte order mark dropped, line ends kept.

    Refuses with exit code 3 what is missing, empty, no UTF-8 text or holds control characters,
    with 5 what is longer than ``MOST_BYTES``.
    """
    content = read_bytes(path, shown, MOST_BYTES)
    return content, text_of(content, shown)


def text_of(content: bytes, shown: str) -> str:
    """The text that the bytes encode; refuses as ``decode`` does."""
    for signature, what, way_out in SIGNATURES:
        if content.startswith(signature):
            raise _refusal("S002", f"is {what}, not text", Place(shown, 1), way_out)
    try:
        raw = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _undecodable(content, error, shown) from None
    if not raw.strip():
        raise _refusal("S003", "is empty", Place(shown, 1), "give a file with the text of the source")
    if found := CONTROL.search(raw):
        raise _controlled(content, raw, found.start(), shown)
    return raw


def read_bytes(path: Path, shown: str, most: int) -> bytes:
    """The bytes of a file; refuses with exit code 3 what cannot be read, with 5 what is longer than ``most`` bytes."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError:
        hint = "check the name and the folder"
        raise _refusal("S001", "there is no such file", Place(shown), hint) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (getattr(error, "strerror", None) or "its name is no file name").lower()
        raise _refusal("S001", f"cannot be read: {reason}", Place(shown), "give a readable file") from None
    if len(content) > most:
        what = f"is longer than {most // 1024 // 1024} MiB"
        raise _refusal("S005", what, Place(shown), "give the text of one document", exit_code=5)
    return content


def _refusal(code: str, message: str, where: Place, hint: str, exit_code: int = 3) -> Refusal:
    return Refusal(Problem(code, message, where, hint), exit_code=exit_code)


def _controlled(content: bytes, raw: str, at: int, shown: str) -> Refusal:
    where = Place(shown, line_of(raw, at))
    if raw[at] == "\0" and (utf16 := _utf16(content)):
        return _refusal("S002", f"is not UTF-8: looks like {utf16}", where, _converted(utf16))
    byte = len(raw[:at].encode()) + len(content) - len(raw.encode())
    what = f"holds the control character U+{ord(raw[at]):04X} at byte {byte}"
    return _refusal("S004", what, where, "remove it, or save the page as plain text again")


def _undecodable(content: bytes, error: UnicodeDecodeError, shown: str) -> Refusal:
    at = error.start
    before = content[:at].decode("utf-8")
    line = line_of(before, len(before))
    guess, hint = _guess(content, error)
    what = f"is not UTF-8 at byte {at} (0x{content[at]:02x}): {guess}"
    return _refusal("S002", what, Place(shown, line), hint)


def _guess(content: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """What the bytes look like, and the way out."""
    again = "fetch or save the text again"
    if error.reason == "unexpected end of data" and error.end >= len(content):
        return "the file ends in the middle of a character", again
    if _utf8(content, "surrogatepass"):
        return "a lone surrogate (CESU-8 or WTF-8)", again
    if _utf8(OVERLONG.sub(b"?", content)):
        return "an overlong encoding", again
    if utf16 := _utf16(content):
        return f"looks like {utf16}", _converted(utf16)
    if _korean(content):
        return "looks like CP949 (EUC-KR)", _converted("CP949")
    lines = re.split(rb"\r\n?|\n", content[error.start :])
    if _korean(lines[0]) and HANGUL.search(content[: error.start].decode("utf-8")):
        return "UTF-8 before it, what looks like CP949 (EUC-KR) from here", "convert that part alone to UTF-8"
    return "a byte is lost or the encoding is another", "find out its encoding and convert it with iconv"


def _utf8(content: bytes, errors: str = "strict") -> bool:
    try:
        content.decode("utf-8", errors)
    except UnicodeDecodeError:
        return False
    return True


def _converted(encoding: str) -> str:
    return f"convert it: iconv -f {encoding.split(' ')[0]} -t UTF-8 FILE"


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
    for name, codec in (("UTF-16LE (little-endian)", "utf-16-le"), ("UTF-16BE (big-endian)", "utf-16-be")):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        words = sum((char.isascii() and char.isprintable()) or bool(HANGUL.match(char)) for char in text)
        if 10 * words >= 8 * len(text):
            return name
    return ""
