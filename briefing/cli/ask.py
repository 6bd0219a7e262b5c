"""Questions on a terminal, options alone in a script -> what a command needs to know, each answer checked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import typer

from briefing.cli.speech import said as spoken
from briefing.cli.speech import say, wanted
from briefing.model import Place, Problem, Refusal, Words
from briefing.saying import tell

Complaint = Callable[[str], str]
"""A text -> why it will not do, "" where it will."""


@dataclass(slots=True)
class Asker:
    """Asks where somebody can answer, takes options and defaults elsewhere, and remembers what nobody said."""

    asks: bool
    about: str = ""
    """The file that the questions are about, "" where they are about none."""
    missing: dict[str, list[str]] = field(default_factory=dict)
    """What nobody said: options, by the file that they are about."""

    def text(
        self,
        option: str,
        question: str,
        given: str | None,
        default: str,
        complaint: Complaint,
        *,
        required: bool = True,
    ) -> str:
        """The option as given, else the answer to ``question``, else ``default`` ("" where there is none)."""
        if given is not None:
            answer = given.strip()
            if said := complaint(answer):
                raise misuse(
                    "P052",
                    tell("{option}: {said}", option=option, said=said),
                    tell("it was given as '{answer}'", answer=answer[:80]),
                )
            return answer
        if self.asks:
            return _answered(question, default, complaint, required=required)
        if default and (said := complaint(default)):
            raise misuse(
                "P052",
                tell("{option}: {said}", option=option, said=said),
                tell("give another: '{default}' is what the file says", default=default[:80]),
            )
        if required and not default:
            self.missing.setdefault(self.about, []).append(option)
        return default

    def words(
        self,
        option: str,
        question: str,
        given: Sequence[str],
        names: Mapping[str, str],
        defaults: Words,
        complaint: Callable[..., str],
    ) -> Words:
        """A text in each language of ``names`` (code -> the name of the language); ``complaint`` takes a text and its ``language``.

        ``given`` holds the option as often as it was given: a text for all languages, or LANG=TEXT for one.
        """
        said = _by_language(option, given, names)
        answers: dict[str, str] = {}
        for code, name in names.items():
            standard = defaults.get(code) or next(iter(answers.values()), "")
            asked = tell("{question} ({name})", question=question, name=name) if len(names) > 1 else question
            shown = f"{option} {code}=…" if len(names) > 1 else option
            answers[code] = self.text(
                shown, asked, said.get(code), standard, partial(complaint, language=code)
            )
        return answers

    def settle(self) -> None:
        """Refusal P051 (exit code 2) that names every option that was needed and not given, file by file."""
        hint = tell("give what is missing, or answer on a terminal")
        if len(self.missing) > 1:
            hint = tell("add the files one after the other with what is missing, or answer on a terminal")
        problems = [
            Problem(
                "P051",
                tell("nobody can be asked here, and not given: {missing}", missing=", ".join(options)),
                Place(about) if about else None,
                hint,
            )
            for about, options in self.missing.items()
        ]
        if problems:
            raise Refusal(*problems, exit_code=2)


def asker(*, yes: bool) -> Asker:
    """One that asks where standard input is a terminal, unless all defaults are accepted with ``yes``."""
    return Asker(sys.stdin.isatty() and not yes)


def guide(languages: Sequence[str]) -> str:
    """The language in which comments are written into a brief's files: the one of messages where the brief has it, else
    the first of ``languages``."""
    asked = wanted()
    return asked if asked is not None and asked in languages else languages[0]


def misuse(code: str, message: str, hint: str) -> Refusal:
    return Refusal(Problem(code, message, hint=hint), exit_code=2)


def _by_language(option: str, given: Sequence[str], names: Mapping[str, str]) -> dict[str, str]:
    from briefing.wording import languages

    plain: str | None = None
    said: dict[str, str] = {}
    for text in given:
        code, equals, rest = text.partition("=")
        if equals and code in languages() and code not in names:
            raise misuse(
                "P052",
                tell("{option}: the brief is not in '{code}'", option=option, code=code),
                tell("languages: {names}", names=", ".join(names)),
            )
        if code in said or (plain is not None and not (equals and code in names)):
            raise misuse(
                "P052",
                tell("{option} is given twice", option=option),
                tell("give each language its own: {option} ko=…", option=option),
            )
        if equals and code in names:
            said[code] = rest
        else:
            plain = text
    return {code: said.get(code, plain or "") for code in names if code in said or plain is not None}


def _answered(question: str, default: str, complaint: Complaint, *, required: bool) -> str:
    """What is typed, asked again until it will do; the end of the input and Ctrl-C interrupt the command."""
    while True:
        try:
            standard = default if default or not required else None
            answer = str(
                typer.prompt(spoken(question), standard, show_default=bool(default), err=True)
            ).strip()
        except typer.Abort:
            print(file=sys.stderr)
            raise KeyboardInterrupt from None
        except UnicodeDecodeError:
            say(tell("  type it as UTF-8"), error=True)
            continue
        if not (why := complaint(answer)):
            return answer
        print(f"  {spoken(why)}", file=sys.stderr)
