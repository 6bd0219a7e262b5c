"""A brief whose templates call charts and tables: built in every format, read back, and verified from outside."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app
from briefing.model import Printed, Quantity
from briefing.readback import passages
from briefing.verify.proof import says
from tests import series_brief


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = series_brief.write(tmp_path_factory.mktemp("garam"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(app, ["build", "--originals", "seeds/originals"])
    assert done.exit_code == 0, done.output
    return folder / "output"


def test_every_file_prints_what_the_register_says(built: Path) -> None:
    done = CliRunner().invoke(app, ["verify", str(built)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(("language", "unit"), [("ko", "(억 원)"), ("en", "(₩ billion)")])
def test_a_table_says_the_same_in_every_format(built: Path, language: str, unit: str) -> None:
    said = {
        format: [
            passage.text
            for passage in passages(
                (built / f"garam.{language}.{format}").read_bytes(), format, language=language
            )
            if passage.role == "cell"
        ]
        for format in ("md", "html", "pdf")
    }
    for cells in said.values():
        at = next(index for index, cell in enumerate(cells) if unit in cell)
        assert cells[at + 2 : at + 5] == ["2020년" if language == "ko" else "2020", *cells[at + 3 : at + 5]]
        assert cells[at + 4] == "13.9"


def test_on_the_web_each_figure_of_a_table_opens_its_evidence(built: Path) -> None:
    page = (built / "garam.en.html").read_text("utf-8")
    table = re.search(r'<figure class="table" id="table-budget-share">.*?</figure>', page, re.S)
    assert table is not None
    assert table[0].count('popovertarget="p-budget-') == 5 and table[0].count('popovertarget="p-share-') == 5
    assert table[0].count('<th scope="row">') == 5 and table[0].count('<th scope="col"') == 3
    assert "<figcaption>The budget for care" in table[0] and '<p class="note">Source: Garam Daily' in table[0]


def test_a_pdf_has_rows_and_heads_as_tags_and_a_link_behind_each_figure(built: Path) -> None:
    import pypdfium2

    content = (built / "garam.ko.pdf").read_bytes()
    document = pypdfium2.PdfDocument(content)
    document.close()
    roles = [passage.role for passage in passages(content, "pdf", language="ko")]
    assert roles.count("cell") > 60 and "caption" in roles


def test_the_description_of_a_long_line_tells_every_point_in_the_pdf_too(built: Path) -> None:
    said = [
        passage.text
        for passage in passages((built / "garam.en.pdf").read_bytes(), "pdf", language="en")
        if passage.role == "alt" and passage.text.startswith("Deaths have overtaken births")
    ]
    assert len(said) == 1 and "Births, 2012: 4,655" in said[0] and "Deaths, 2016: 2,808" in said[0]


def test_a_cell_says_its_value_only_with_the_unit_of_its_column() -> None:
    cell = Printed("s", "budget", "value", Quantity("money", Decimal(44_100_000_000), "KRW"), "44.1", "")
    assert not says(cell, "en")
    assert says(replace(cell, whole="₩44.1 billion"), "en")
    assert not says(replace(cell, whole="₩44.1 million"), "en")
    assert not says(replace(cell, words="44.2", whole="₩44.1 billion"), "en")
