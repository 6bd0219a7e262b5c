"""What a template asks of series, charts and tables, and the ledger -> which facts are drawn, and how; or what is amiss."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.compose import when
from briefing.compose.marks import MARK, Series
from briefing.facts import Ledger, units
from briefing.model import Fact, Place
from briefing.project import CHARTS, ChartSpec
from briefing.saying import tell

WINDOW = ("last", "since", "until")
SERIES = ("name", *WINDOW)
CHART = ("accent", "row", "scale", "unit", "whole", *WINDOW)
TABLE = ("rows", *WINDOW)
_CHOICES = {"row": ("label", "period"), "rows": ("period", "series"), "scale": ("linear", "log")}
_PARTS = 3
"""How many series, or facts, the id of a chart or table names."""


class Unfit(Exception):
    """What a call asks for and cannot have: the code, the message and the hint of a problem."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a chart or a table is made of: series, or facts that the template names one by one."""

    series: tuple[Series, ...] = ()
    facts: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return (*(id for one in self.series for id in one.facts), *self.facts)

    def named(self, kind: str) -> str:
        """The id of what is made of it, the same in every language."""
        parts = [one.id for one in self.series] or list(self.facts)
        return "-".join((kind, *parts[:_PARTS]))


def series(id: str, options: Mapping[str, Any], ledger: Ledger) -> Series:
    """The series ``id``, narrowed to what ``options`` ask of it; Unfit T060, T061, T062."""
    if id not in ledger.series:
        near = difflib.get_close_matches(str(id), ledger.series, n=1)
        known = ", ".join(sorted(ledger.series)) or tell("there are none: give two facts one measure")
        raise Unfit(
            "T060",
            tell("unknown series '{id}'", id=id),
            tell("did you mean '{near}'?", near=near[0]) if near else known,
        )
    _known(options, SERIES, "series")
    name = _text(options, "name")
    found = Series(str(id), tuple(each for each in ledger.series[id] if each in ledger.facts), name)
    return _narrowed(Chosen((found,)), options, ledger.facts, tell("series '{id}'", id=id)).series[0]


def chosen(what: Sequence[Series | str], options: Mapping[str, Any], ledger: Ledger, noun: str) -> Chosen:
    """The series or facts that a call names, narrowed as its ``options`` ask; Unfit T010, T061, T062."""
    both = [one for one in what if isinstance(one, Series)], [one for one in what if isinstance(one, str)]
    if not what:
        raise Unfit(
            "T061",
            tell("a {noun} is called without series", noun=noun),
            tell('name them: series("…"), or facts'),
        )
    if both[0] and both[1]:
        raise Unfit("T062", tell("a {noun} mixes series and single facts", noun=noun), tell("use either"))
    for id in both[1]:
        if id not in ledger.facts and id not in ledger.unproven:
            near = difflib.get_close_matches(id, ledger.facts, n=1)
            hint = (
                tell("did you mean '{near}'?", near=near[0])
                if near
                else tell("run `briefing facts` to see the facts")
            )
            if id in ledger.series:
                hint = tell('write series("{id}")', id=id)
            raise Unfit("T010", tell("unknown fact '{id}'", id=id), hint)
    found = Chosen(tuple(both[0]), tuple(id for id in both[1] if id in ledger.facts))
    for id, count in Counter(found.ids).items():
        if count > 1:
            raise Unfit("T062", tell("a {noun} shows '{id}' twice", noun=noun, id=id), tell("name each once"))
    return _narrowed(found, options, ledger.facts, tell("the {noun}", noun=noun))


def chart(
    kind: str, found: Chosen, options: Mapping[str, Any], ledger: Ledger, language: str, where: Place
) -> ChartSpec:
    """The chart that a template calls, whose id is still to be made unique; Unfit T015, T045, T062 to T064."""
    _known(options, CHART, tell("chart"))
    names = _names(found.series, ledger.facts, language) if len(found.series) > 1 else {}
    unit, whole = _text(options, "unit"), _text(options, "whole")
    dated = len(found.series) == 1 and all(when.year(ledger.facts[id]) is not None for id in found.ids)
    row = _choice(options, "row") or ("period" if dated and not whole else "label")
    if row == "period" or kind == "line":
        _told_apart(found.series, ledger.facts)
    if kind != "line":
        _rows_apart(found, row, ledger.facts, language)
    return ChartSpec(
        id=found.named(kind),
        kind=kind,
        facts=found.ids,
        accent=tuple(_accent(options, found)),
        whole=whole or None,
        row=row,
        scale=_choice(options, "scale") or "linear",
        unit={language: unit} if unit else {},
        series={id: {language: name} for id, name in names.items()},
        where=where,
        members={id: one.id for one in found.series for id in one.facts},
    )


def table(found: Chosen, options: Mapping[str, Any], ledger: Ledger, language: str) -> tuple[Chosen, bool]:
    """What a table shows, each series under its name, and whether its periods stand in a row; Unfit T013, T062 to T064.

    A series alone whose facts are told apart by their names, not by dates, is listed as facts are.
    """
    _known(options, TABLE, tell("table"))
    turned = _choice(options, "rows") == "series"
    if found.facts and "rows" in options:
        raise Unfit(
            "T062", tell("a table of single facts has no 'rows'"), tell("leave it out, or name series")
        )
    undated = [id for one in found.series for id in one.facts if ledger.facts[id].period is None]
    if undated and len(found.series) == 1 and "rows" not in options:
        return Chosen(facts=found.ids), False
    if undated:
        raise Unfit(
            "T013",
            tell("'{undated}' has no date, which would be its row", undated=undated[0]),
            tell("give it a table of its own"),
        )
    _told_apart(found.series, ledger.facts)
    names = _names(found.series, ledger.facts, language)
    return Chosen(tuple(replace(one, name=names[one.id]) for one in found.series), found.facts), turned


def kind_of(kind: str) -> str:
    """The kind of a chart by its name in a template; Unfit T015."""
    known = "bars" if kind == "bar" else kind
    if known not in CHARTS:
        near = difflib.get_close_matches(str(kind), CHARTS, n=1)
        hint = (
            tell("did you mean '{near}'?", near=near[0])
            if near
            else tell("kinds: {charts}", charts=", ".join(CHARTS))
        )
        raise Unfit("T015", tell("unknown kind of chart '{kind}'", kind=kind), hint)
    return known


def name_of(fact: Fact, language: str) -> str:
    """What a fact is called beside its figure: in a few words, where it has such."""
    return fact.label.get(language) or fact.what.get(language, "")


def words(options: Mapping[str, Any]) -> Iterator[str]:
    """The words of the page that a call gives by itself."""
    yield from (said for key in ("name", "unit") if isinstance(said := options.get(key), str))


def _narrowed(found: Chosen, options: Mapping[str, Any], facts: Mapping[str, Fact], noun: str) -> Chosen:
    since, until = (_date(options, key) for key in ("since", "until"))
    kept = {id for id in found.ids if when.between(facts[id], since, until)}
    if (last := options.get("last")) is not None:
        if not isinstance(last, int) or isinstance(last, bool) or last < 1:
            raise Unfit(
                "T062",
                tell("'last' is {last}, which is no number of periods", last=repr(last)),
                tell("write last=5"),
            )
        times = {at for id in kept if (at := when.year(facts[id])) is not None}
        latest = sorted(times)[-last:]
        kept = {id for id in kept if when.year(facts[id]) in latest}
    series = tuple(replace(one, facts=tuple(id for id in one.facts if id in kept)) for one in found.series)
    left = Chosen(series, tuple(id for id in found.facts if id in kept))
    lacking = next((one.id for one in left.series if not one.facts), None)
    if lacking is not None or (found.facts and not left.facts):
        what = (
            noun
            if lacking is None or noun.startswith("series")
            else tell("series '{lacking}' in {noun}", lacking=lacking, noun=noun)
        )
        raise Unfit("T061", tell("nothing of {what} is left", what=what), tell("widen since, until and last"))
    return left


def _names(several: Sequence[Series], facts: Mapping[str, Fact], language: str) -> dict[str, str]:
    """The name of each series: the template's, else the one that its facts share."""
    found: dict[str, str] = {}
    for one in several:
        own = {name_of(facts[id], language) for id in one.facts}
        hint = tell('name it: series("{id}", name="…")', id=one.id)
        if not one.name and len(own) > 1:
            raise Unfit("T063", tell("the facts of series '{id}' do not share a name", id=one.id), hint)
        name = one.name or own.pop()
        if any(units.belied(name, facts[id].quantity, language) for id in one.facts):
            what = tell(
                "the name '{name}' of series '{id}' says another unit than its figures have",
                name=name,
                id=one.id,
            )
            raise Unfit("T067", what, tell("name what is counted; units stand beside figures by themselves"))
        if name in found.values():
            raise Unfit("T063", tell("two series are called '{name}'", name=name), hint)
        found[one.id] = name
    return found


def _told_apart(several: Sequence[Series], facts: Mapping[str, Fact]) -> None:
    for one in several:
        held: dict[str, str] = {}
        for id in one.facts:
            period = facts[id].period
            said = str(period.value) if period is not None else id
            if said in held:
                what = tell(
                    "series '{id}' has two figures for {said}: '{held}' and '{id2}'",
                    id=one.id,
                    said=said,
                    held=held[said],
                    id2=id,
                )
                raise Unfit(
                    "T064", what, tell("give one of them another measure, or name the facts one by one")
                )
            held[said] = id


def _rows_apart(found: Chosen, row: str, facts: Mapping[str, Fact], language: str) -> None:
    if row == "period" and len(found.series) > 1:
        raise Unfit(
            "T045",
            tell("a chart tells its series apart by their dates alone"),
            tell("draw a line, or a table"),
        )
    names = Counter(name_of(facts[id], language) for id in found.ids)
    twice = next((name for name, count in names.items() if count > 1), None)
    if row == "label" and twice is not None:
        hint = (
            tell("use last=1, a line, or a table") if found.series else tell('use row="period", or a table')
        )
        if all(facts[id].period is None for id in found.ids):
            hint = tell("give each fact a label, or a series of a table names")
        raise Unfit("T045", tell("a chart has more than one row called '{twice}'", twice=twice), hint)


def _accent(options: Mapping[str, Any], found: Chosen) -> Iterator[str]:
    """The facts that carry the accent, all of a series where that is named."""
    said = options.get("accent", ())
    by_id = {one.id: one.facts for one in found.series}
    for id in (said,) if isinstance(said, str) else said if isinstance(said, list | tuple) else (said,):
        if not isinstance(id, str):
            raise Unfit(
                "T062",
                tell("'accent' is {id}, which is no fact", id=repr(id)),
                tell('write accent="fact-id"'),
            )
        yield from by_id.get(id, (id,))


def _known(options: Mapping[str, Any], known: Collection[str], noun: str) -> None:
    for key in options:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = (
                tell("did you mean '{near}'?", near=near[0])
                if near
                else tell("options: {known}", known=", ".join(sorted(known)))
            )
            raise Unfit("T062", tell("a {noun} has no option '{key}'", noun=noun, key=key), hint)


def _choice(options: Mapping[str, Any], key: str) -> str:
    said = options.get(key, "")
    if said and said not in _CHOICES[key]:
        raise Unfit(
            "T062",
            tell("'{key}' is {said}", key=key, said=repr(said)),
            tell("choose one of {choices}", choices=", ".join(_CHOICES[key])),
        )
    return str(said)


def _text(options: Mapping[str, Any], key: str) -> str:
    said = options.get(key, "")
    if not isinstance(said, str) or MARK.search(said) or (key in options and not said.strip()):
        raise Unfit("T062", tell("'{key}' is no plain text", key=key), tell('write {key}="…"', key=key))
    return said


def _date(options: Mapping[str, Any], key: str) -> str:
    said = options.get(key)
    if said is None:
        return ""
    text = str(said)
    if isinstance(said, bool) or not when.is_date(text):
        raise Unfit(
            "T062",
            tell("'{key}' is {said}, which is no date", key=key, said=repr(said)),
            tell('write {key}="2015" or "2015-03"', key=key),
        )
    return text
