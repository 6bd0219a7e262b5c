"""--speak and BRIEFING_LANG in; what people read on the command line, in that language, out."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from gettext import c2py
from pathlib import Path

from briefing import kept
from briefing.model import Problem, Refusal
from briefing.saying import Speech, in_language, tell

OPTION, VARIABLE = "--speak", "BRIEFING_LANG"
AUTO, ENGLISH = "auto", "en"
CATALOG = "messages.po"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX says which language messages are in (Base Definitions, 8.2), the first that is set."""
_current: Speech | None = None
_asked: str | None = None
_PLURAL = re.compile(r"^Plural-Forms:.*?plural=([^;\n]+)", re.MULTILINE)


def use(language: str | None) -> None:
    """Say everything from here on in ``language``, one of ``known()``; None, where none was asked for, is English."""
    global _current, _asked
    _current, _asked = (None if language in (None, ENGLISH) else _speech(str(language))), language


def said(text: str) -> str:
    """The text in the language of the command, as far as it is a message that the language has."""
    return in_language(text, _current)


def say(text: str, *, error: bool = False) -> None:
    """A line for people, on standard output or on standard error."""
    print(said(text), file=sys.stderr if error else sys.stdout)


def wanted() -> str | None:
    """The language that was asked for, None where none was."""
    return _asked


def asked(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """The language that is asked for: by the option, which stands before the command, else by the variable; None by neither.

    ``auto`` is the language of the machine's locale where it is known, and English elsewhere.
    Raises Refusal (P018, exit code 2) for a language that is not known.
    """
    given, by = _option(arguments), OPTION
    if given is None:
        given, by = environment.get(VARIABLE) or None, VARIABLE
    if given is None:
        return None
    if given == AUTO:
        locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
        found = re.split(r"[_.@]", locale)[0]
        return found if found in known() else ENGLISH
    if given not in known():
        what = tell("unknown language of messages '{language}'", language=given)
        hint = tell("give {option} one of: {languages}", option=by, languages=", ".join((*known(), AUTO)))
        raise Refusal(Problem("P018", what, hint=hint), exit_code=2)
    return given


def _option(arguments: Sequence[str]) -> str | None:
    """The last value of the option among those that stand before the command."""
    found = None
    rest = iter(arguments)
    for argument in rest:
        if argument == OPTION:
            found = next(rest, None)
        elif argument.startswith(f"{OPTION}="):
            found = argument.partition("=")[2]
        elif not argument.startswith("-") or argument == "--":
            break
    return found


def known() -> tuple[str, ...]:
    """The languages of messages: English and those whose catalog the package carries."""
    return (ENGLISH, *sorted(path.parts[-3] for path in _folder().glob(f"*/LC_MESSAGES/{CATALOG}")))


def _folder() -> Path:
    from briefing.project import builtin_folder

    return builtin_folder() / "locales"


@cache
def _speech(language: str) -> Speech:
    forms = _forms(_folder() / language / "LC_MESSAGES" / CATALOG)
    plural = _PLURAL.search(forms[""][0])
    return Speech(language, forms, c2py(plural[1] if plural else "n != 1"), _particle)


def _forms(file: Path) -> Mapping[str, tuple[str, ...]]:
    """The catalog as text -> forms; reading it is Babel's work, which is kept for the next command."""
    content = file.read_bytes()
    key = hashlib.sha256(content).hexdigest()
    shelves = kept.current
    if shelves is not None and (found := shelves.catalog(key)) is not None:
        return found
    from briefing.wording.messages import forms

    made = forms(file)
    if shelves is not None:
        shelves.keep_catalog(key, made)
    return made


def _particle(words: str, pair: str) -> str:
    """The form that fits; both, as Korean writes them, after a Latin word that nobody has said how to read."""
    from briefing.wording import particle

    last = next((character for character in reversed(words) if character.isalnum()), "")
    if "가" <= last <= "힣" or last.isdigit():
        try:
            return particle(words, pair)
        except Refusal:
            pass
    closed, _, opened = pair.partition("/")
    return f"({closed[0]}){opened}" if closed == f"{closed[0]}{opened}" else f"{closed}({opened})"
