"""Catalogs of labels: what they give and what they refuse."""

from __future__ import annotations

import pytest

from briefing.model import Refusal
from briefing.wording.catalog import labels

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
EN = HEADER + 'msgid "Sources"\nmsgstr "Sources"\n\nmsgid "No. {number}"\nmsgstr "No. {number}"\n'
KO = HEADER + 'msgid "Sources"\nmsgstr "출처"\n\nmsgid "No. {number}"\nmsgstr "제{number}호"\n'


@pytest.fixture
def catalog(tmp_path):
    def read(ko, en=EN, language="ko"):
        for code, text in (("ko", ko), ("en", en)):
            path = tmp_path / code / "LC_MESSAGES" / "briefing.po"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return labels(tmp_path, language)

    return read


def refused(call, *arguments, **named):
    with pytest.raises(Refusal) as caught:
        call(*arguments, **named)
    return caught.value.problems


def test_labels_by_their_english_source(catalog):
    ko = catalog(KO)
    assert dict(ko) == {"Sources": "출처", "No. {number}": "제{number}호"}
    assert ko.gettext("No. {number}").format(number=1) == "제1호"
    assert catalog(KO, language="en")["Sources"] == "Sources"


def test_byte_order_mark_and_windows_line_ends(catalog):
    assert dict(catalog(b"\xef\xbb\xbf" + KO.replace("\n", "\r\n").encode())) == dict(catalog(KO))


def test_unknown_label_is_a_problem_that_names_the_file(catalog):
    (problem,) = refused(catalog(KO).__getitem__, "Annex")
    assert problem.code == "C210"
    assert str(problem.where) == "locales/ko/LC_MESSAGES/briefing.po"
    assert "Annex" not in catalog(KO)


@pytest.mark.parametrize(
    ("ko", "code", "line"),
    [
        (KO.replace('msgid "Sources"\nmsgstr "출처"\n\n', ""), "C203", 6),
        (KO.replace('msgid "Sources"', '#, fuzzy\nmsgid "Sources"'), "C204", 6),
        (KO.replace('"출처"', '""'), "C205", 5),
        (KO.replace('"출처"', '" "'), "C205", 5),
        (KO + '\n#~ msgid "Gone"\n#~ msgstr "없음"\n', "C206", 11),
        (KO.replace("제{number}호", "제호"), "C207", 8),
        (KO.replace("제{number}호", "제{nummer}호"), "C207", 8),
        (KO.replace("제{number}호", "제{number}호 {number}"), "C207", 8),
        (KO.replace("제{number}호", "제{number호"), "C207", 8),
        (KO.replace("출처", "출처 4곳"), "C208", 5),
        (KO.replace("출처", "**출처**"), "C209", 5),
        (KO.replace("출처", "출처&nbsp;"), "C209", 5),
        (KO.replace("출처", "<b>출처"), "C209", 5),
        (KO.replace('msgstr "출처"', 'msgstr "출처'), "C202", 6),
        (KO.replace('msgid "Sources"', "msgid Sources"), "C202", 5),
        (KO + '\nmsgid "Sources"\nmsgstr "출처들"\n', "C211", 11),
        (KO.encode().replace("출처".encode(), b"\xff"), "C202", 6),
        (KO + '\nmsgid "{n} page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n}쪽"\n', "C202", 11),
    ],
)
def test_faults_are_problems_with_their_line(catalog, ko, code, line):
    (problem,) = refused(catalog, ko)
    assert problem.code == code
    assert problem.where.file == "locales/ko/LC_MESSAGES/briefing.po"
    assert problem.where.line == line


def test_no_catalog(tmp_path):
    (problem,) = refused(labels, tmp_path, "ko")
    assert problem.code == "C201"


def test_a_label_that_only_the_template_has_is_missing(catalog, tmp_path):
    catalog(KO)
    (tmp_path / "briefing.pot").write_text(EN + '\nmsgid "Annex"\nmsgstr ""\n', encoding="utf-8")
    (problem,) = refused(labels, tmp_path, "ko", templates=tmp_path)
    assert (problem.code, problem.where.line) == ("C203", len(KO.splitlines()))
    assert "locales/briefing.pot:11" in problem.hint
