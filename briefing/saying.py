"""A template and its values in, a message out: English text that can be said in another language later."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

_PAIR = re.compile(r"\[([가-힣()]+/[가-힣()]+)\]")
"""Two forms of a Korean particle, of which the one is said that fits what stands before: '{id}'[은/는]."""


class Message(str):
    """The English text, which knows what it was made of.

    ``template`` and, for what is counted, ``plural`` are what catalogs have; ``values`` stand in its braces, and may
    be messages themselves. Whatever is cut out of it or joined to it is plain text, and stays English.
    """

    __slots__ = ("plural", "template", "values")
    template: str
    plural: str
    values: dict[str, str]

    def __str__(self) -> Message:
        return self  # so that ``str(error)`` of an exception that was given a message is that message

    def __reduce__(self) -> tuple[object, ...]:
        return (_made, (self.template, self.plural, self.values))


@dataclass(frozen=True, slots=True)
class Speech:
    """A language to say messages in: its ``catalog`` (template -> forms), which form a number takes, and its particles.

    ``particle`` gives the one of two forms, "은/는", that follows the words.
    """

    language: str
    catalog: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]
    particle: Callable[[str, str], str] = lambda words, pair: pair


def tell(template: str, /, **values: object) -> Message:
    """The template with its values: ``tell("unknown fact '{id}'", id=id)``.

    Tools of gettext find the template here, so it is written out in the call; braces of the text itself are doubled.
    """
    return _made(template, "", _said(values))


def tell_many(template: str, plural: str, /, *, count: int, **values: object) -> Message:
    """The same of what is counted: ``tell_many("{count} error", "{count} errors", count=2)``."""
    return _made(template, plural, _said({"count": count, **values}))


def noted(template: str) -> str:
    """The template itself: a mark for tools of gettext, where a message of others is only recognised later."""
    return template


def recognised(text: str, templates: Iterable[str]) -> str:
    """``text``, words of a library, as the message of the first of ``templates`` that it was made of."""
    for template in templates:
        parts = [
            re.escape(literal) + (f"(?P<{name}>.+?)" if name is not None else "")
            for literal, name, _, _ in Formatter().parse(template)
        ]
        if found := re.fullmatch("".join(parts), text, re.DOTALL):
            values = {name: recognised(value, templates) for name, value in found.groupdict().items()}
            return _made(template, "", values)
    return text


def joined(parts: Iterable[str], by: str = ", ") -> Message:
    """Texts one after the other, those that are messages still messages."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return _made("{by}".join(f"{{{name}}}" for name in values), "", values | {"by": by})


def in_language(text: str, speech: Speech | None) -> str:
    """``text`` in the language of ``speech``, as far as it is a message that its catalog has; English for None."""
    if speech is None or not isinstance(text, Message):
        return text
    forms = speech.catalog.get(text.template)
    if not forms:
        template = text.template if not text.plural or text.values["count"] == "1" else text.plural
        return _filled(template, text.values, speech)
    index = speech.form(int(text.values["count"])) if text.plural else 0
    return _filled(forms[min(index, len(forms) - 1)], text.values, speech)


def _filled(template: str, values: Mapping[str, str], speech: Speech) -> str:
    said = ""
    for literal, name, _, _ in Formatter().parse(template):
        for number, part in enumerate(_PAIR.split(literal)):
            said += speech.particle(said, part) if number % 2 else part
        if name is not None:
            said += in_language(values[name], speech)
    return said


def _said(values: Mapping[str, object]) -> dict[str, str]:
    return {name: value if isinstance(value, str) else str(value) for name, value in values.items()}


def _made(template: str, plural: str, values: dict[str, str]) -> Message:
    english = plural if plural and values["count"] != "1" else template
    message = Message(english.format_map(values))
    message.template, message.plural, message.values = template, plural, values
    return message
