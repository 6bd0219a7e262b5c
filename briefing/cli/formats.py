"""Problems -> text for machines: JSON, GitHub's workflow commands, SARIF 2.1.0."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from briefing.model import Problem

SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
GITHUB_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


class Format(StrEnum):
    """How problems are written."""

    table = "table"
    json = "json"
    github = "github"
    sarif = "sarif"


def written(problems: Sequence[Problem], format: Format, folder: Path) -> str:
    """The problems in ``format``; files are named from the root of the checkout where ``folder``, the brief's, lies in one."""
    writers: Mapping[Format, Callable[[Sequence[Problem], str], str]] = {
        Format.json: _json,
        Format.github: _github,
        Format.sarif: _sarif,
    }
    return writers[format](tuple(dict.fromkeys(problems)), _prefix(folder))


def _prefix(folder: Path) -> str:
    """The brief's folder inside the checkout that a GitHub workflow runs in, "" elsewhere."""
    root = os.environ.get("GITHUB_WORKSPACE")
    if not root or not folder.is_relative_to(root) or folder == Path(root):
        return ""
    return f"{folder.relative_to(root).as_posix()}/"


def _json(problems: Sequence[Problem], prefix: str) -> str:
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "file": _file(problem, prefix),
            "line": (problem.where.line or None) if problem.where else None,
            "hint": problem.hint,
            "section": problem.section or None,
            "facts": list(problem.facts),
            "waived": problem.waived or None,
        }
        for problem in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=1)


def _github(problems: Sequence[Problem], prefix: str) -> str:
    """A workflow command a line; its escapes are those of GitHub's own toolkit (@actions/core, command.ts)."""
    lines = []
    for problem in problems:
        where = {"file": _file(problem, prefix), "line": problem.where.line if problem.where else 0}
        properties = {key: str(value) for key, value in where.items() if value} | {"title": problem.code}
        said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        level = "notice" if problem.waived else GITHUB_LEVELS[problem.severity]
        parts = (problem.message, problem.waived and f"waived: {problem.waived}", problem.hint)
        lines.append(f"::{level} {said}::{_data(chr(10).join(part for part in parts if part))}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem], prefix: str) -> str:
    """One run, OASIS SARIF 2.1.0: a rule for each code, a result for each problem, waivers as suppressions."""
    from briefing.codes import CODES

    rules = sorted({problem.code for problem in problems})
    known = {code: CODES.get(code, ("", ""))[1] for code in rules}
    driver = {
        "name": "briefing",
        "rules": [
            {"id": code, **({"shortDescription": {"text": meaning}} if meaning else {})}
            for code, meaning in known.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, rules.index(problem.code), prefix) for problem in problems],
    }
    return json.dumps(
        {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1
    )


def _result(problem: Problem, rule: int, prefix: str) -> dict[str, object]:
    hint = f"\n{problem.hint}" if problem.hint else ""
    result: dict[str, object] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": f"{problem.message}{hint}"},
    }
    if problem.where is not None:
        location: dict[str, object] = {"artifactLocation": {"uri": _uri(_file(problem, prefix) or "")}}
        if problem.where.line:
            location["region"] = {"startLine": problem.where.line}
        result["locations"] = [{"physicalLocation": location}]
    if problem.waived:
        result["suppressions"] = [{"kind": "external", "justification": problem.waived}]
    if problem.facts:
        result["properties"] = {"facts": list(problem.facts)}
    return result


def _file(problem: Problem, prefix: str) -> str | None:
    if problem.where is None:
        return None
    file = problem.where.file
    return file if Path(file).is_absolute() else f"{prefix}{file}"


def _uri(file: str) -> str:
    """A file's name as a URI reference (RFC 3986): relative, or file: where it is absolute."""
    from urllib.parse import quote

    return f"file://{quote(file)}" if file.startswith("/") else quote(file)
