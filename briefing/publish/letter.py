"""An edition in a language -> the words of its mail: what changed, the standfirst, the key figures, where the rest is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from briefing.model import Brief
from briefing.plaintext import plain
from briefing.publish.changes import Change, told
from briefing.publish.release import Release

UNSUBSCRIBE = "\ue000"
"""Stands in the words where each person's own address to unsubscribe goes."""
FONT = "font-family:-apple-system,'Segoe UI','Malgun Gothic','Apple SD Gothic Neo','Noto Sans KR',sans-serif"
CELL = "padding:6px 0;border-bottom:1px solid #8888;vertical-align:top"


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject, plain text and HTML; both say the same, and no colour is set that a dark screen could not show."""

    subject: str
    text: str
    html: str

    def to(self, unsubscribe: str) -> tuple[str, str]:
        """Text and HTML for one person."""
        return (
            self.text.replace(UNSUBSCRIBE, unsubscribe),
            self.html.replace(UNSUBSCRIBE, escape(unsubscribe)),
        )


def written(release: Release, language: str, attached: str) -> Letter:
    """The mail of an edition in one language; ``attached`` is the file name of its PDF there."""
    brief = release.briefs[language]
    said = _Said(brief, tuple(_changes(brief, told(release, language))), attached)
    return Letter(f"{said.title} · {said.series}", _text(said), _html(said))


@dataclass(frozen=True, slots=True)
class _Said:
    """What either part says, as plain words."""

    brief: Brief
    changes: tuple[tuple[str, str], ...]
    attached: str

    @property
    def title(self) -> str:
        return plain(self.brief.title)

    @property
    def series(self) -> str:
        return f"{self.brief.edition.series} {self.brief.edition.number.words}"

    @property
    def line(self) -> str:
        return f"{self.series} · {self.brief.edition.date.words}"

    @property
    def cards(self) -> tuple[tuple[str, str], ...]:
        return tuple((plain(card.label), card.figure.words) for card in self.brief.cards)

    @property
    def whole(self) -> str:
        # Translators: line of the mail; {file} is the name of the attached PDF
        message = self.brief.gettext("The whole brief is attached: {file}")
        return message.replace("{file}", self.attached)


def _changes(brief: Brief, changes: tuple[Change, ...]) -> Iterator[tuple[str, str]]:
    """What changed, and how."""
    for change in changes:
        if change.old and change.new:
            yield change.what, f"{change.old} → {change.new}"
        elif change.new:
            # Translators: a figure that the last edition did not have
            yield change.what, brief.gettext("{figure} (new)").replace("{figure}", change.new)
        else:
            # Translators: a figure that this edition has no more
            message = brief.gettext("{figure} (no longer in the brief)")
            yield change.what, message.replace("{figure}", change.old)


def _text(said: _Said) -> str:
    gettext = said.brief.gettext
    parts = []
    if said.changes:
        # Translators: heading in the mail
        parts.append(_listed(gettext("Changed since the last edition"), said.changes))
    parts += [f"{said.title}\n{said.line}", plain(said.brief.standfirst)]
    if said.cards:
        # Translators: heading of a generated part
        parts.append(_listed(gettext("Key figures"), said.cards))
    # Translators: line of the mail; {address} is a link or a mail address
    message = gettext("To receive no more of these mails: {address}")
    parts.append(f"{said.whole}\n{message.replace('{address}', UNSUBSCRIBE)}")
    return "\n\n".join(parts) + "\n"


def _listed(heading: str, rows: tuple[tuple[str, str], ...]) -> str:
    return "\n".join([heading, *(f"- {what}: {figure}" for what, figure in rows)])


def _html(said: _Said) -> str:
    brief, gettext = said.brief, said.brief.gettext
    parts = [_table(gettext("Changed since the last edition"), said.changes)] if said.changes else []
    parts += [
        f'<h1 style="font-size:24px;line-height:1.3;margin:24px 0 4px">{escape(said.title)}</h1>',
        f'<p style="margin:0 0 16px;font-size:14px">{escape(said.line)}</p>',
        f'<p style="margin:0 0 16px;font-size:18px">{escape(plain(brief.standfirst))}</p>',
    ]
    if said.cards:
        parts.append(_table(gettext("Key figures"), said.cards))
    # Translators: link in the mail
    words = gettext("Unsubscribe")
    link = f'<a href="{UNSUBSCRIBE}" style="color:inherit">{escape(words)}</a>'
    parts += [
        f'<p style="margin:24px 0 0">{escape(said.whole)}</p>',
        f'<p style="margin:24px 0 0;font-size:14px">{link}</p>',
    ]
    head = (
        f'<!doctype html>\n<html lang="{brief.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="supported-color-schemes" content="light dark">\n'
        f"<title>{escape(said.title)}</title>\n</head>\n"
    )
    body = "\n".join(parts)
    style = f"max-width:36em;margin:0 auto;padding:16px;font-size:16px;line-height:1.6;{FONT}"
    keep = ";word-break:keep-all" if brief.language == "ko" else ""
    return f'{head}<body style="margin:0">\n<div style="{style}{keep}">\n{body}\n</div>\n</body>\n</html>\n'


def _table(heading: str, rows: tuple[tuple[str, str], ...]) -> str:
    lines = "\n".join(
        f'<tr><th scope="row" style="{CELL};text-align:left;font-weight:normal">{escape(what)}</th>'
        f'<td style="{CELL};padding-left:16px;text-align:right;font-weight:bold">{escape(figure)}</td></tr>'
        for what, figure in rows
    )
    title = f'<h2 style="font-size:16px;margin:16px 0 4px">{escape(heading)}</h2>'
    return f'{title}\n<table style="width:100%;border-collapse:collapse;font-size:16px">\n{lines}\n</table>'
