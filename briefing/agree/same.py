"""Two quantities -> whether they say the same, by value at stated precision, unit and qualifier."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import Quantity, Range, Ratio, Value

from . import dates

_MONTH, _SECOND = Decimal(1), Decimal(1)
_TIMES = {
    "century": ("month", 1200), "decade": ("month", 120), "year": ("month", 12), "quarter": ("month", 3),
    "month": ("month", 1), "week": ("second", 604800), "day": ("second", 86400), "hour": ("second", 3600),
    "minute": ("second", 60), "second": ("second", 1),
}  # fmt: skip
_MEASURES = {
    "km": ("m", "1000"), "cm": ("m", "0.01"), "mm": ("m", "0.001"), "nm": ("m", "1e-9"),
    "t": ("g", "1e6"), "kg": ("g", "1000"), "mg": ("g", "0.001"), "kL": ("L", "1000"), "hL": ("L", "100"),
    "mL": ("L", "0.001"), "km²": ("m²", "1e6"), "ha": ("m²", "10000"),
    "kW": ("W", "1e3"), "MW": ("W", "1e6"), "GW": ("W", "1e9"), "TW": ("W", "1e12"),
    "kWh": ("Wh", "1e3"), "MWh": ("Wh", "1e6"), "GWh": ("Wh", "1e9"), "TWh": ("Wh", "1e12"),
    "kV": ("V", "1e3"), "kHz": ("Hz", "1e3"), "MHz": ("Hz", "1e6"), "GHz": ("Hz", "1e9"),
    "KB": ("B", "1e3"), "MB": ("B", "1e6"), "GB": ("B", "1e9"), "TB": ("B", "1e12"), "°C": ("°", "1"),
    "km/h": ("m/h", "1000"), "kph": ("m/h", "1000"), "km/s": ("m/s", "1000"),
}  # fmt: skip
APART = {"person", "country", "household", "company", "animal", "vote", "page"}
"""What two counts cannot both be: 120명 is not 120 companies."""
_ANYONE = {"members", "member", "clients", "client", "customers", "customer", "users", "user", "candidates",
           "participants", "respondents", "teams", "family", "families", "names", "분", "인"}  # fmt: skip
_ROUGH = {"about", "nearly", "more_than", "less_than", "at_least", "at_most"}
_ALIKE = (
    {"at_least", "more_than"},  # 10명 이상 is more than ten as newspapers write it
    {"about", "more_than"},  # 20여 개국: some 20 countries
)
_COUNTED = {"number", "count", "ordinal", "age", "duration", "multiple"}
_SHARES = {"percent", "ratio", "multiple"}


def same(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same: value at the coarser of both precisions, unit, qualifier."""
    return difference(a, b) is None


def difference(a: Quantity, b: Quantity, written: tuple[str, str] = ("", "")) -> str | None:
    """What differs first: ``value``, ``unit``, ``sign`` or ``qualifier``; None where both say the same."""
    if "date" in (a.kind, b.kind):
        return None if a.kind == b.kind and dates.agree(a, b, written) else "value"
    if not _value(a, b):
        return "sign" if _value(_unsigned(a), _unsigned(b)) and _units(a, b) else "value"
    if not _units(a, b):
        return "unit"
    return None if _qualifiers(a, b, written) or _rounded(a, b) else "qualifier"


def _qualifiers(a: Quantity, b: Quantity, written: tuple[str, str]) -> bool:
    said = {a.qualifier, b.qualifier}
    if len(said) == 1:
        return True
    if any(isinstance(each.value, Range) and each.value.vague for each in (a, b)):
        return True
    if said == {"at_least", "more_than"} and "초과" in "".join(written):
        return False
    loose = any(
        words.rstrip().endswith(("여", "남짓")) or "여 " in words or "남짓" in words for words in written
    )
    if said == {"about", "more_than"}:
        return loose or not any(written)
    if said == {"at_most", "less_than"} and {a.kind, b.kind} & (_SHARES | {"duration"}):
        return True  # 절반 이하 is less than half as newspapers write it
    if said == {"at_most", "exact"} and a.kind == b.kind == "duration":
        return any("안에" in words or "내" in words or "within" in words for words in written)
    if {a.kind, b.kind} == {"age"} or "age" in (a.kind, b.kind):
        return said == {"at_least", "more_than"}
    return said in _ALIKE


def _unsigned(quantity: Quantity) -> Quantity:
    from dataclasses import replace

    return replace(quantity, value=abs(quantity.value)) if isinstance(quantity.value, Decimal) else quantity


def normal(quantity: Quantity) -> tuple[Value, str | None, Decimal]:
    """Value and unit in the base unit of their dimension, and the factor between."""
    table = _TIMES if quantity.kind == "duration" else _MEASURES if quantity.kind == "measure" else {}
    unit, factor = table.get(quantity.unit or "", (quantity.unit, 1))
    if quantity.kind == "measure" and unit and "/" in unit and unit.rpartition("/")[2] not in ("h", "s"):
        unit = unit.partition("/")[0]  # per litre and the like is said apart from the figure
        unit, factor = table.get(unit, (unit, 1))
    by = Decimal(factor)
    if quantity.kind == "percent":
        by = Decimal("0.01")
    value: Value = quantity.value
    if isinstance(value, Ratio):
        value = value.part / value.whole if value.whole else None
    elif isinstance(value, Range):
        value = Range(value.low * by, value.high * by, value.vague)
    elif isinstance(value, Decimal):
        value = value * by
    return value, unit, by


def _value(a: Quantity, b: Quantity) -> bool:
    if a.kind != b.kind and not {a.kind, b.kind} <= _SHARES:
        # a bare number stands for whatever unit the other language says
        a, b = (_plain(each) for each in (a, b))
    one, other = normal(a)[0], normal(b)[0]
    if isinstance(one, Range) and isinstance(other, Range):
        if one.vague and other.vague:
            return _magnitude(one) == _magnitude(other)
        return (one.low, one.high) == (other.low, other.high)
    if not isinstance(one, Decimal) or not isinstance(other, Decimal):
        return False
    if _close(one, other):
        return True
    return _rounded(a, b)


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether the one stated to fewer places says so (about, over) and rounds the other."""
    (one, _, by), (other, _, per) = normal(a), normal(b)
    if not isinstance(one, Decimal) or not isinstance(other, Decimal) or _close(one, other):
        return False
    steps = (a.step or Decimal(0)) * by, (b.step or Decimal(0)) * per
    rough, exact, said, step = (one, other, a, steps[0]) if steps[0] > steps[1] else (other, one, b, steps[1])
    return said.qualifier in _ROUGH and bool(step) and _rounds(exact, rough, step, said.qualifier)


def _plain(quantity: Quantity) -> Quantity:
    return Quantity("number", quantity.value, None, quantity.qualifier, step=quantity.step)


def _close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= max(abs(one), abs(other)) * Decimal("1e-9")


def _rounds(exact: Decimal, rough: Decimal, step: Decimal, qualifier: str) -> bool:
    """Whether ``exact`` is what ``rough`` stands for: about 51,000, over 51,000, nearly 52,000 for 51,425."""
    gap = exact - rough
    if qualifier == "about":
        return abs(gap) <= step / 2
    return 0 <= gap < step if qualifier in ("more_than", "at_least") else -step < gap <= 0


def _magnitude(value: Range) -> int:
    return value.low.adjusted()


def _units(a: Quantity, b: Quantity) -> bool:
    kinds = {a.kind, b.kind}
    if len(kinds) == 1:
        if a.kind == "count":
            return _counters(a, b)
        if a.kind == "ordinal":
            return True
        return normal(a)[1] == normal(b)[1]
    if "ratio" in kinds and kinds <= {"ratio", "count", "number"}:
        return True  # 0.95 대 1, 0.95 applicants for each place
    if kinds <= _SHARES:
        return kinds != {"percent", "multiple"}
    if "number" in kinds:
        return kinds <= _COUNTED or kinds == {"number", "ratio"}
    if kinds == {"count", "points"}:
        return {a.unit, b.unit} == {"point", None}
    if "ordinal" in kinds:
        return kinds <= _COUNTED
    if kinds == {"count", "multiple"}:
        return "time" in (a.unit, b.unit)  # 두 차례, twice
    return kinds == {"age", "duration"} and (a.unit or "year") == (b.unit or "year")


def _counters(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit or not {a.unit, b.unit} <= APART or {a.unit, b.unit} == {"person", "vote"}:
        return True
    return bool({a.counter, b.counter} & _ANYONE)
