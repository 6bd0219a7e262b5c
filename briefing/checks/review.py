"""Reviews and the briefs as they read now -> Problems L005 to L007: sections that wait for a reader of all languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model import Place, Problem
from briefing.review import Digests, Reviewed
from briefing.saying import tell


def waiting(
    reviewed: Reviewed | None, now: Digests, places: Mapping[tuple[str, str], Place]
) -> Iterator[Problem]:
    """L005: a section that changed in some languages since all were read side by side, L006: one that never was.

    Warnings both; a brief without a review has none. L007 is a review of a section that is gone. ``places`` says where a section stands in
    a language.
    """
    if reviewed is None:
        return
    for section, digest in now.items():
        hint = tell("read it in every language, then: briefing review --accept {section}", section=section)
        before = reviewed.digests.get(section, {})
        new = [language for language in digest if language not in before]
        changed = [
            language for language in digest if language in before and before[language] != digest[language]
        ]
        if new:
            what = tell(
                "section '{section}' has not been reviewed in {new}", section=section, new=", ".join(new)
            )
            yield Problem("L006", what, places.get((section, new[0])), hint, "warning", section)
        if changed:
            others = [language for language in digest if language not in changed]
            waits = (
                tell("{others} waits for it", others=", ".join(others))
                if others
                else tell("all wait for a review")
            )
            what = tell(
                "section '{section}' has changed in {changed} since the languages were reviewed: {waits}",
                section=section,
                changed=", ".join(changed),
                waits=waits,
            )
            yield Problem("L005", what, places.get((section, changed[0])), hint, "warning", section)
    for section in reviewed.digests:
        if section not in now:
            what = tell("'{section}' was reviewed and is no section now", section=section)
            yield Problem(
                "L007", what, reviewed.places[section], tell("delete its table"), "warning", section
            )
