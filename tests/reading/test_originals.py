"""The four articles that the first brief draws on -> every figure that the brief uses is read with its value."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.reading import read

FOLDER = Path(
    os.environ.get("BRIEFING_ORIGINALS") or Path(__file__).resolve().parents[3] / "shared" / "seeds"
)

# file | published | figures as kind:value[:unit][:qualifier]
FIGURES = {
    "000_0860e2be6735cecd.txt": (
        "2024-03-11",
        (
            "money:6600000000:KRW money:256000:USD money:337000000:KRW money:335250:USD money:441000000:KRW percent:34 "
            "percent:21 percent:70::nearly percent:40::nearly money:20000000:USD money:26326000000:KRW duration:4:year "
            "count:350000:item count:68:item count:32:item count:3:item money:140000000:USD money:184200000000:KRW "
            "count:7:place count:1:person:at_least date:2014 date:2020 date:2023-03 date:2023-05 date:2023-04 date:2024-03-10"
        ),
    ),
    "001_092381eb18b81edc.txt": (
        "2024-03~",
        (
            "count:4:place count:12000:person money:400000:USD count:6:person money:925000:USD duration:1:year "
            "money:2000000000:USD:more_than money:2750000000:USD money:3700000000000:KRW:about money:4000000000:USD "
            "duration:5:year money:2000000000:USD:at_most ordinal:2 date:2024-03-27 date:2023-09 date:2023-10 date:2021"
        ),
    ),
    "002_e7e881115e40be93.txt": (
        "2024-06~",
        (
            "count:12:person count:100:person:about ratio:1/2::about count:20000:item:about ratio:1/7 ratio:1/40 "
            "multiple:100::at_least multiple:2 multiple:3 percent:41::about percent:71 money:1000000:USD:at_least "
            "money:1381000000:KRW date:2011 date:2017 date:2024-03 date:2023-10 date:2024-06-08 date:2022-11"
        ),
    ),
    "003_68f1ed4171375629.txt": (
        "2024-09~",
        (
            "count:51425:person count:8579:person count:1609:person multiple:5.3 count:31:country count:3:country "
            "duration:20:year:about date:2020 date:2023 date:2024-04 date:2024-09-07/2024-09-08 date:2024-05 date:2024-07"
        ),
    ),
}


@pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the original articles are not redistributable and not at hand"
)
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_the_brief_is_read(name: str) -> None:
    published, expected = FIGURES[name]
    text = (FOLDER / name).read_text(encoding="utf-8-sig")
    said = set()
    for mention in read(text, language="ko", published=published):
        record = mention.record()
        parts = [
            record["kind"],
            record["value"],
            record["unit"] or "",
            record["qualifier"].replace("exact", ""),
        ]
        said.add(":".join(map(str, parts)).rstrip(":"))
    assert not set(expected.split()) - said
