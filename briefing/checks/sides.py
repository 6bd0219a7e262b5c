"""Briefs and their last review -> the languages side by side: who changed, and which line of whose template to name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.checks.groups import Group, Key, groups, paired, texts
from briefing.model import Brief, Place
from briefing.review import Digests, Reviewed


@dataclass(frozen=True, slots=True)
class Sides:
    """``places`` says where each section stands in the template of each language."""

    briefs: Mapping[str, Brief]
    reviewed: Reviewed | None
    now: Digests
    places: Mapping[tuple[str, str], Place]
    _groups: dict[tuple[str, str], tuple[Group, ...]] = field(default_factory=dict)

    def changed(self, section: str) -> tuple[str, ...]:
        """The languages in which the section changed since the last review, () where there was none."""
        before = self.reviewed.digests.get(section, {}) if self.reviewed is not None else {}
        return tuple(
            language
            for language, digest in self.now.get(section, {}).items()
            if language in before and before[language] != digest
        )

    def blamed(self, section: str, one: str, other: str) -> str:
        """Of two languages that differ the one that changed, else ``other``."""
        changed = self.changed(section)
        return one if one in changed and other not in changed else other

    def groups(self, language: str, section: str) -> tuple[Group, ...]:
        key = language, section
        if key not in self._groups:
            self._groups[key] = groups(self.briefs[language], section)
        return self._groups[key]

    def place(self, language: str, section: str, line: int = 0) -> Place:
        """A line of the section in the template of a language; where the section begins when there is none."""
        file = f"templates/brief.{language}.md.j2"
        return Place(file, line) if line else self.places.get((section, language), Place(file))

    def counterpart(self, key: Key, section: str, printing: str, lacking: str) -> Place:
        """Where ``lacking`` should print what ``printing`` does: the paragraph that corresponds, if there are as many,
        else the line of the group that does."""
        one, other = self.groups(printing, section), self.groups(lacking, section)
        at = next((at for at, group in enumerate(one) if key in group.keys), None)
        if at is None:
            return self.place(lacking, section)
        there, here = (texts(self.briefs[language], section) for language in (printing, lacking))
        if len(there) == len(here) and here[one[at].text][1]:
            return self.place(lacking, section, here[one[at].text][1])
        pair = dict(paired(one, other)).get(at)
        return self.place(lacking, section, other[pair].line if pair is not None else 0)
