"""A catalog and the template of all labels in, the catalog brought up to the template out."""

from __future__ import annotations

import re
from collections.abc import Collection

from babel.messages.catalog import Message

from briefing.wording.catalog import NAME
from briefing.wording.pofile import Labels

NOTE = "# Labels of the generated parts of a brief."
_ORDER = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
"""GNU gettext's fields in its order (manual, "Filling in the Header Entry"), less the hour of extraction."""
_DROPPED = ("POT-Creation-Date", "Generated-By")
_PLACEHOLDER = re.compile(r"EMAIL@ADDRESS|LL@li\.org|YEAR-MO-DA|PROJECT VERSION")


def headed(template: Labels) -> Labels:
    """The template with its header and note."""
    template.head, template.note = _head(template), NOTE
    return template


def updated(
    labels: Labels,
    template: Labels,
    language: str,
    *,
    given: Collection[str] = (),
    drop_obsolete: bool = False,
) -> Labels:
    """``labels`` with every message of ``template``: known ones keep their words, new ones have none.

    Nothing is guessed from labels that look alike: "Source" and "Sources" do, and a guess would stop the build
    as fuzzy. A new English label says what the code says, as GNU msginit has it. What the template lacks is kept
    as obsolete, with its words to be copied from, and comes back with its label; ``drop_obsolete`` deletes it.
    Names that the brief itself gives in the language (``given``) are left out.
    """
    for text in given:
        template.delete(text, NAME)
        if (held := labels.get(text, NAME)) is not None and not held.string:
            labels.delete(text, NAME)
    labels.locale = language.replace("-", "_")
    for key, message in tuple(labels.obsolete.items()):
        if _in(template, message) and not _in(labels, message):
            labels[message.id] = labels.obsolete.pop(key)
    labels.update(template, no_fuzzy_matching=True)
    if drop_obsolete:
        labels.obsolete.clear()
    for message in (*labels.labels, *labels.obsolete.values()):
        # the former msgid of a guess, which Babel takes for a translator's remark
        message.user_comments = [said for said in message.user_comments if not said.startswith("|")]
    if language.partition("-")[0] == "en":
        for message in labels.labels:
            message.string = message.string or message.id
    labels.head, labels.note = _head(labels, language), labels.note or NOTE
    return labels


def _in(labels: Labels, message: Message) -> bool:
    return labels.get(message.id, message.context) is not None


def _head(labels: Labels, language: str | None = None) -> str:
    """The header: what a translator's tool left there stays, less the hour and what nobody filled in."""
    fields = {}
    for line in labels.head.splitlines():
        name, _, value = line.partition(":")
        if name not in _DROPPED and value.strip() and not _PLACEHOLDER.search(value):
            fields[name] = value.strip()
    fields.setdefault("Project-Id-Version", "briefing")
    if language is not None:
        fields["Language"] = language.replace("-", "_")
        fields.setdefault("Plural-Forms", labels.plural_forms)
    fields.setdefault("MIME-Version", "1.0")
    if "utf-8" not in fields.get("Content-Type", "").lower():
        fields["Content-Type"] = "text/plain; charset=utf-8"
    fields.setdefault("Content-Transfer-Encoding", "8bit")
    known = {name: fields.pop(name) for name in _ORDER if name in fields}
    return "".join(f"{name}: {value}\n" for name, value in {**known, **fields}.items())
