"""The same made-up table as CSV, XLSX, ODS and Parquet, and a small whole brief on it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

HEAD = ("연도", "이용객(천 명)", "섬 주민 이용객(명)", "운임 수입(백만 원)", "요금 인상률(%)")
ROWS = (
    ("2020", "8.6", "2103", "1234", "2.5"),
    ("2021", "9.4", "2240", "1310.5", "-1"),
    ("2022", "10.2", "2023", "1402", "0.5"),
    ("2023", "12.1", "2518", "1985", "3"),
)
KINDS = ("csv", "xlsx", "ods", "parquet")

SOURCE = """[source]
publisher = {{ ko = "항만청", en = "Port Office" }}
title = {{ ko = "연안 여객선 통계", en = "Coastal ferry statistics" }}
published = "2024-05-11"
language = "ko"
file = "ferry.{kind}"

[fact.riders]
cell = {{ row = "2023", column = "이용객" }}
what = {{ ko = "여객선 이용객", en = "Ferry passengers" }}
measure = "riders"

[fact.fares]
cell = {{ row = "2023", column = "운임 수입(백만 원)" }}
what = {{ ko = "운임 수입", en = "Fare income" }}

[fact.raise]
cell = {{ row = "2021", column = "요금 인상률" }}
what = {{ ko = "요금 인상률", en = "Rise of fares" }}

[series.islanders]
column = "섬 주민 이용객"
from = "2021"
what = {{ ko = "섬 주민 이용객", en = "Passengers who live on the islands" }}
"""
DERIVED = """[derived.growth]
formula = "(islanders-2023 - islanders-2021) / islanders-2021"
as = "percent"
round = "1"
what = { ko = "섬 주민 이용객 증가율", en = "Growth in passengers who live on the islands" }

[series.both]
facts = ["riders", "islanders-2023"]
"""
CONFIG = """name = "ferry"
title = { ko = "섬으로 가는 배", en = "Boats to the islands" }
series = { ko = "섬 브리프", en = "Island Briefs" }
languages = ["ko", "en"]
sections = ["summary"]
cards = ["riders"]

[edition]
number = 1
date = "2024-06"
"""
KOREAN = """{% block title %}섬으로 가는 배{% endblock %}
{% block standfirst %}이용객이 {{ fact("riders") }}에 이르렀다.{% endblock %}
{% block summary %}
## 핵심 요약

{{ when("riders") }} 이용객은 {{ fact("riders") }}이고 운임 수입은 {{ fact("fares") }}이다. 요금 인상률은 {{ fact("raise") }}였다. 섬 주민은 {{ fact("islanders-2022") }}에서 {{ fact("islanders-2023") }}으로, 처음보다 {{ fact("growth") }} 늘었다.{{ cite() }}
{% endblock %}
"""
ENGLISH = """{% block title %}Boats to the islands{% endblock %}
{% block standfirst %}Passengers reached {{ fact("riders") }}.{% endblock %}
{% block summary %}
## Key points

In {{ when("riders") }} there were {{ fact("riders") }} passengers and {{ fact("fares") }} of fares; fares changed by {{ fact("raise") }}. Islanders went from {{ fact("islanders-2022") }} to {{ fact("islanders-2023") }}, {{ fact("growth") }} more than before.{{ cite() }}
{% endblock %}
"""


def write(path: Path, head: Sequence[str] = HEAD, rows: Sequence[Sequence[str]] = ROWS) -> Path:
    """The table in the format that the name ends with; numbers as numbers where the format has such."""
    {"csv": _csv, "xlsx": _xlsx, "ods": _ods, "parquet": _parquet}[path.suffix[1:]](path, head, rows)
    return path


def brief(folder: Path, kind: str) -> Path:
    """A small brief on the table in ``kind``; returns the folder, whose originals lie in seeds/originals."""
    files = {
        "briefing.toml": CONFIG,
        "seeds/ferry-table.toml": SOURCE.format(kind=kind),
        "seeds/derived.toml": DERIVED,
        "templates/brief.ko.md.j2": KOREAN,
        "templates/brief.en.md.j2": ENGLISH,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "seeds" / "originals").mkdir()
    write(folder / "seeds" / "originals" / f"ferry.{kind}")
    return folder


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _csv(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    path.write_text(
        "".join(",".join(row) + "\r\n" for row in (head, *rows)), encoding="utf-8-sig", newline=""
    )


def _xlsx(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(list(head))
    for row in rows:
        book.active.append([_number(text) for text in row])
    book.save(path)


def _parquet(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    import pyarrow
    from pyarrow import parquet

    columns = [[_number(text) for text in column] for column in zip(*rows, strict=True)]
    years = pyarrow.array([int(year) for year in columns[0]])
    arrays = [years, *(pyarrow.array(column) for column in columns[1:])]
    parquet.write_table(pyarrow.table(arrays, names=list(head)), path)


def _ods(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    def cell(text: str) -> str:
        kind = ' office:value-type="string"'
        if isinstance(_number(text), float):
            kind = f' office:value-type="float" office:value="{text}"'
        return f"<table:table-cell{kind}><text:p>{text}</text:p></table:table-cell>"

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in (head, *rows))
    package(path, f'<table:table table:name="통계">{lines}</table:table>')


def package(path: Path, tables: str, before: str = "") -> Path:
    """An ODS file with these tables as its content."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content{spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", content)
    return path
