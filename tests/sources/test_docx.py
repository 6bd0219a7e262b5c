"""DOCX: the figures that its reader sees, and nothing that stands around them; hostile files end as one problem."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile
from pathlib import Path

import pytest

from briefing.model import Refusal, Source
from briefing.sources import Metadata, load, metadata
from tests.sources import documents

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(folder: Path, content: bytes, name: str = "a.docx") -> Source:
    path = folder / name
    path.write_bytes(content)
    source, problems = load(path, "source")
    assert problems == ()
    return source


def refused(folder: Path, content: bytes, name: str = "a.docx") -> tuple[str, int]:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(Refusal) as caught:
        load(path, "source")
    (problem,) = caught.value.problems
    assert problem.hint and problem.message.isprintable()
    return problem.code, caught.value.exit_code


@pytest.mark.parametrize("language", ["ko", "en"])
def test_figures_are_those_of_the_words(tmp_path: Path, language: str) -> None:
    content = documents.saved(documents.docx(documents.TEXTS[language]))
    for name in ("a.docx", "named otherwise.txt"):
        source = read(tmp_path, content, name)
        assert source.text.splitlines() == list(documents.TEXTS[language])
        assert documents.of(source, language) == documents.plain(language)


def test_heads_feet_deleted_and_hidden_words_are_left_out(tmp_path: Path) -> None:
    document = documents.docx()
    document.sections[0].header.paragraphs[0].text = "보고서 99호"
    document.sections[0].footer.paragraphs[0].text = "77쪽"
    paragraph = document.add_paragraph("어가는 8,5")
    paragraph.add_run("79").bold = True
    paragraph.add_run("가구")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" 123명").font.hidden = True
    paragraph._p.append(documents.wrapped("w:ins", ", 종사자는 51,425명"))
    paragraph._p.append(documents.wrapped("w:del", ", 지운 사람 4명", "w:delText"))
    paragraph._p.append(documents.wrapped("w:moveFrom", ", 옮긴 사람 5명"))
    assert read(tmp_path, documents.saved(document)).text == "어가는 8,579가구³, 종사자는 51,425명\n"


def test_tables_boxes_and_controls_stand_where_they_are_read(tmp_path: Path) -> None:
    document = documents.docx(["앞 문단"])
    table = document.add_table(2, 2)
    for at, words in enumerate(("연도", "어가", "2023", "1,609")):
        table.cell(at // 2, at % 2).text = words
    control = documents.wrapped("w:sdtContent", "")
    control.clear()
    control.append(document.add_paragraph("상자 안 1,204명")._p)
    document.element.body.insert(0, control)
    text = read(tmp_path, documents.saved(document)).text
    assert text == "상자 안 1,204명\n앞 문단\n연도 | 어가\n2023 | 1,609\n"


def rewritten(content: bytes, part: str, markup: str) -> bytes:
    """The document with another text in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, markup if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, markup)
    return made.getvalue()


def test_notes_come_at_the_end(tmp_path: Path) -> None:
    content = documents.saved(documents.docx(["어가는 8,579가구다."]))
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>2023년에는 1,609가구였다.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        types = parts.read("[Content_Types].xml").decode()
        relations = parts.read("word/_rels/document.xml.rels").decode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = f'<Relationship Id="rIdN" Type="{office}/footnotes" Target="footnotes.xml"/>'
    outside = f'<Relationship Id="rIdX" Type="{office}/image" Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
    content = rewritten(content, "[Content_Types].xml", types.replace("</Types>", override))
    relations = relations.replace("</Relationships>", related + outside + "</Relationships>")
    content = rewritten(content, "word/_rels/document.xml.rels", relations)
    content = rewritten(content, "word/footnotes.xml", notes)
    assert read(tmp_path, content).text == "어가는 8,579가구다.\n2023년에는 1,609가구였다.\n"


def test_metadata_of_the_core_properties(tmp_path: Path) -> None:
    created = datetime.datetime(2024, 3, 11, 9, 30)
    document = documents.docx(
        ["8,579"], title="해조류 수출", author="김바다", created=created, language="ko-KR"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(documents.saved(document))
    expected = Metadata(
        "해조류 수출", "김바다", "2024-03-11", language="ko", proposed=frozenset({"published"})
    )
    assert metadata(path) == expected


def test_without_the_group_the_refusal_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = documents.saved(documents.docx(["8,579"]))
    monkeypatch.setitem(sys.modules, "docx", None)
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    with pytest.raises(Refusal) as caught:
        load(path, "source")
    (problem,) = caught.value.problems
    assert (problem.code, caught.value.exit_code) == ("S006", 3)
    assert problem.hint == "pip install 'briefing[docx]'"


ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "{}"><!ENTITY f SYSTEM "file:///etc/hostname">]>'


def packed(body: str, before: str = "") -> bytes:
    markup = f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return rewritten(documents.saved(documents.docx(["8,579"])), "word/document.xml", markup)


def test_entities_bring_nothing_in(tmp_path: Path) -> None:
    words = "<w:p><w:r><w:t>어가는 8,579가구다.</w:t></w:r></w:p><w:p><w:r><w:t>&f;</w:t></w:r></w:p>"
    assert read(tmp_path, packed(words, ENTITIES)).text == "어가는 8,579가구다.\n"


def test_each_bad_document_is_one_clear_problem(tmp_path: Path) -> None:
    whole = documents.saved(documents.docx(["8,579"]))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", b" " * (33 * 1024 * 1024))
    assert refused(tmp_path, bomb.getvalue()) == ("S005", 5)
    assert refused(tmp_path, whole[: len(whole) // 2]) == ("S007", 3)
    assert refused(tmp_path, b"8,579 households") == ("S007", 3)
    assert refused(tmp_path, packed("<w:p>")) == ("S007", 3)
    assert refused(tmp_path, packed("<w:sdt>" * 5000 + "</w:sdt>" * 5000)) == ("S007", 3)
    assert refused(tmp_path, packed("<w:p/>")) == ("S008", 3)
