"""A register as JSON data -> each place at which it departs from facts.schema.json, the schema that is published.

Of JSON Schema (draft 2020-12) it knows what that file uses; a test holds it to that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).with_name("facts.schema.json")
MOST = 5
"""Faults that are told of one register."""
SAID = ("$schema", "$defs", "title", "description")
"""Keywords that ask for nothing."""
_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda data: isinstance(data, str),
    "integer": lambda data: type(data) is int,
    "boolean": lambda data: isinstance(data, bool),
    "null": lambda data: data is None,
    "array": lambda data: isinstance(data, list),
    "object": lambda data: isinstance(data, dict),
}


def faults(data: Any) -> tuple[str, ...]:
    """What is amiss and where, in words: "facts[3].unit is missing"; empty where it is as the schema says."""
    return tuple(islice(_faults(data, _schema(), ""), MOST))


@cache
def _schema() -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema


def _faults(data: Any, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if "$ref" in schema:
        yield from _faults(data, _schema()["$defs"][schema["$ref"].rpartition("/")[2]], at)
    elif "anyOf" in schema:
        tried = [list(_faults(data, choice, at)) for choice in schema["anyOf"]]
        yield from min(tried, key=lambda found: (len(found), str(found)))
    elif "type" in schema and not _TYPES[schema["type"]](data):
        yield f"{at or 'it'} is no {schema['type']}"
    else:
        yield from (f"{at or 'it'} {what}" for what in _unfit(data, schema))
        if isinstance(data, dict):
            yield from _members(data, schema, at)
        elif isinstance(data, list):
            for index, item in enumerate(data):
                first = schema.get("prefixItems", ())
                inner = first[index] if index < len(first) else schema.get("items", {})
                yield from _faults(item, inner, f"{at}[{index}]")


def _unfit(data: Any, schema: Mapping[str, Any]) -> Iterator[str]:
    if "const" in schema and data != schema["const"]:
        yield f"is not {schema['const']}"
    if "enum" in schema and data not in schema["enum"]:
        yield f"is none of {', '.join(schema['enum'])}"
    if "pattern" in schema and not re.search(schema["pattern"].replace("$", r"\Z"), data):
        yield "is not written as it must be"
    if "maxLength" in schema and len(data) > schema["maxLength"]:
        yield f"has more than {schema['maxLength']} characters"
    if "minimum" in schema and data < schema["minimum"]:
        yield f"is less than {schema['minimum']}"
    if "minItems" in schema and len(data) < schema["minItems"]:
        yield f"has fewer than {schema['minItems']} items"
    if "maxItems" in schema and len(data) > schema["maxItems"]:
        yield f"has more than {schema['maxItems']} items"


def _members(data: Mapping[str, Any], schema: Mapping[str, Any], at: str) -> Iterator[str]:
    known, further = schema.get("properties", {}), schema.get("additionalProperties", True)
    where = f"{at}." if at else ""
    yield from (f"{where}{key} is missing" for key in schema.get("required", ()) if key not in data)
    for key, value in data.items():
        if key in known:
            yield from _faults(value, known[key], f"{where}{key}")
        elif further is False:
            yield f"{at or 'it'} has an unknown key {json.dumps(key[:40])}"
        elif isinstance(further, dict):
            yield from _faults(value, further, f"{where}{key[:40]}")
