"""The package's code and its help in, the template of all messages out; a catalog of them in, its forms out.

Messages are what the tool says to whoever runs it, and belong to the package alone; labels (catalog.py) are what stands
on the pages of a brief.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir

from briefing.model import Place, Problem, Refusal
from briefing.saying import tell
from briefing.wording import pofile
from briefing.wording.merging import headed
from briefing.wording.merging import updated as _updated
from briefing.wording.pofile import Labels

DOMAIN = "messages"
TEMPLATE = f"{DOMAIN}.pot"
NOTE = "# What the command line says to those who run it."
KEYWORDS = {"tell": None, "noted": None, "tell_many": (1, 2)}
"""The functions in whose calls the messages stand, and which of their arguments."""
PACKAGE = Path(__file__).resolve().parents[1]


def path(folder: Path, language: str) -> Path:
    """Where the catalog of a language lies in ``folder``."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def shown(language: str) -> str:
    """The same as messages print it."""
    return f"locales/{language}/LC_MESSAGES/{DOMAIN}.po"


def forms(file: Path) -> dict[str, tuple[str, ...]]:
    """Each message of a catalog -> its translation, one for each plural form; "" -> the header. Fuzzy ones are left out."""
    labels = pofile.read(file, str(file))
    said = {_id(message): _strings(message) for message in labels.labels if not message.fuzzy}
    return {"": (labels.head,)} | {text: strings for text, strings in said.items() if all(strings)}


def extracted(helps: Iterable[tuple[str, str]]) -> Labels:
    """Every message of the package's code, then ``helps``: text and file of what the commands' help says."""
    found = Labels()
    for file, line, message, comments, _ in extract_from_dir(
        PACKAGE,
        [("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda folder: Path(folder).name not in ("builtin", "__pycache__"),
    ):
        found.add(message, None, [(f"{PACKAGE.name}/{file}", line)], auto_comments=comments)
    for text, file in helps:
        found.add(text, None, [(file, 0)])
    headed(found).note = NOTE
    return found


def updated(labels: Labels, template: Labels, language: str, *, drop_obsolete: bool) -> Labels:
    """The catalog brought up to the template, as that of labels is."""
    labels.note = labels.note or NOTE
    return _updated(labels, template, language, drop_obsolete=drop_obsolete)


def read(folder: Path, language: str) -> Labels:
    """The catalog of a language, an empty one where there is none."""
    file = path(folder, language)
    return pofile.read(file, shown(language)) if file.is_file() else Labels()


def faults(template: Labels, labels: Labels, language: str) -> Iterator[Problem]:
    """Where a catalog does not say each message of the template, and with the same values: C203 to C207."""
    update = tell("run briefing catalog update --messages")
    lacking = {_id(message) for message in template.labels} - {_id(message) for message in labels.labels}
    for text in sorted(lacking):
        yield Problem(
            "C203",
            tell("message '{text}' is missing", text=text),
            Place(shown(language), labels.lines),
            update,
        )
    for message in labels.labels:
        yield from _faults(message, Place(shown(language), message.lineno or 0))
    for message in labels.obsolete.values():
        what = tell("obsolete message '{text}'", text=_id(message))
        yield Problem(
            "C206",
            what,
            Place(shown(language), message.lineno or 0),
            tell("run briefing catalog update --messages --drop-obsolete"),
        )


def _faults(message: Message, where: Place) -> Iterator[Problem]:
    text = _id(message)
    if message.fuzzy:
        hint = tell("check the translation and delete the fuzzy flag")
        yield Problem("C204", tell("message '{text}' is fuzzy", text=text), where, hint)
    if not all(string.strip() for string in _strings(message)):
        yield Problem(
            "C205", tell("message '{text}' is untranslated", text=text), where, tell("fill in its msgstr")
        )
        return
    wanted = _placeholders(text)
    for string in _strings(message):
        if _placeholders(string) != wanted:
            what = tell("placeholders of message '{text}' differ in '{string}'", text=text, string=string)
            names = " ".join(f"{{{name}}}" for name in sorted(wanted)) or "—"
            yield Problem("C207", what, where, tell("keep exactly: {names}", names=names))


def stale(template: Labels, written: Labels) -> Iterator[Problem]:
    """C213 for each message by which the written template differs from what the code has now."""
    now, there = ({_id(message) for message in each.labels} for each in (template, written))
    where, hint = Place(f"locales/{TEMPLATE}"), tell("run briefing catalog extract --messages")
    for text in sorted(now - there):
        yield Problem("C213", tell("message '{text}' is not extracted", text=text), where, hint)
    for text in sorted(there - now):
        yield Problem("C213", tell("message '{text}' is used nowhere", text=text), where, hint)


def written_template(folder: Path) -> Labels:
    """The template in ``folder``; Refusal C213 where there is none."""
    try:
        return pofile.read(folder / TEMPLATE, f"locales/{TEMPLATE}")
    except OSError:
        hint = tell("run briefing catalog extract --messages")
        raise Refusal(
            Problem("C213", tell("no template of messages"), Place(f"locales/{TEMPLATE}"), hint)
        ) from None


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string or "",) if isinstance(string, str) or string is None else tuple(string)


def _placeholders(text: str) -> Counter[str]:
    try:
        return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return Counter({"{": 1})
