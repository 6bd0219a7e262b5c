"""``briefing catalog … --messages``: what the tool itself says, on its way from the code to translators and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.cli.speech import ENGLISH, known, say
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.model import Problem
    from briefing.wording.pofile import Labels


def extract(root: Any) -> None:
    """Write the template of all messages: of the code, and of the help of ``root``, the outermost command."""
    from briefing.deliver import write
    from briefing.wording import messages

    template = messages.extracted(helps(root))
    _count(f"locales/{messages.TEMPLATE}", template, write(_folder() / messages.TEMPLATE, _bytes(template)))


def update(languages: Iterable[str], *, drop_obsolete: bool) -> None:
    """Bring the catalogs of ``languages``, or of all that there are, up to the template."""
    from briefing.deliver import write
    from briefing.wording import messages

    folder = _folder()
    for language in languages or _translated():
        template = messages.written_template(folder)
        labels = messages.updated(
            messages.read(folder, language), template, language, drop_obsolete=drop_obsolete
        )
        changed = write(messages.path(folder, language), _bytes(labels))
        _count(messages.shown(language), labels, changed)


def check(root: Any, languages: Iterable[str]) -> None:
    """Refusal with every fault of the catalogs, and where the template is not what the code has now."""
    from briefing.model import Refusal
    from briefing.wording import messages

    folder, template = _folder(), messages.extracted(helps(root))
    problems: list[Problem] = list(messages.stale(template, messages.written_template(folder)))
    for language in languages or _translated():
        labels = messages.read(folder, language)
        problems += messages.faults(template, labels, language)
    if problems:
        raise Refusal(*problems)
    for language in languages or _translated():
        say(tell("{language}: {count} messages", language=language, count=len(template.labels)))


def helps(root: Any) -> Iterator[tuple[str, str]]:
    """What the help of all commands says, and the file from which it is, named from the repository's root."""
    from briefing.cli.usage import texts

    above = Path(__file__).resolve().parents[2]
    for text, file in texts(root):
        path = Path(file)
        own = file and path.is_relative_to(above / "briefing")
        yield text, path.relative_to(above).as_posix() if own else "briefing/cli/__init__.py"


def _translated() -> tuple[str, ...]:
    return tuple(language for language in known() if language != ENGLISH)


def _folder() -> Path:
    """The locales beside the package; Refusal C215 where it is installed, and nothing of it is written."""
    from briefing.model import Problem, Refusal
    from briefing.project import builtin_folder

    folder = builtin_folder()
    if folder.name == "builtin":
        what = tell("the messages of an installed package are not written")
        raise Refusal(Problem("C215", what, hint=tell("go to its repository")), exit_code=4)
    return folder / "locales"


def _bytes(labels: Labels) -> bytes:
    from briefing.wording.pofile import written

    return written(labels)


def _count(shown: str, labels: Labels, changed: bool) -> None:
    counted = tell("{file}: {count} messages", file=shown, count=len(labels.labels))
    say(counted if changed else tell("{counted}, unchanged", counted=counted))
