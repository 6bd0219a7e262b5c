"""The glossary: names at each mention, readings, and what it refuses."""

from __future__ import annotations

import pytest

from briefing.model import Refusal
from briefing.wording.glossary import load

GOOD = """\
[term.institute]
ko = { full = "한빛정책연구소", first = "한빛정책연구소(HPI)" }
en = { full = "Hanbit Policy Institute", first = "Hanbit Policy Institute (HPI)", short = "HPI" }
source = "https://example.org/"

[term.model-nine]
ko = "모형-9"
en = "Model-9"

[term.researcher]
ko = "홍길순"
source = "unverified"
person = true

[reading]
HPI = "에이치피아이"
Hanbit = "한빛"
"""


@pytest.fixture
def glossary(tmp_path):
    def read(text):
        path = tmp_path / "glossary.toml"
        path.write_text(text, "utf-8")
        return load(path, ("ko", "en"), shown="locales/glossary.toml")

    return read


def refusal(call, *arguments, **named):
    with pytest.raises(Refusal) as refused:
        call(*arguments, **named)
    return refused.value.problems


def test_names_at_each_mention(glossary):
    names = glossary(GOOD)
    assert names.name("institute", "en", mention="first") == "Hanbit Policy Institute (HPI)"
    assert names.name("institute", "en") == names.name("institute", "en", mention="short") == "HPI"
    assert names.name("institute", "en", mention="full") == "Hanbit Policy Institute"
    assert names.name("institute", "ko", mention="later") == "한빛정책연구소"
    assert {names.name("model-nine", "en", mention=mention) for mention in ("first", "later", "full")} == {
        "Model-9"
    }
    assert names.readings()["Hanbit"] == "한빛"
    assert names.terms["institute"].source == "https://example.org/"


def test_unknown_key_names_a_near_one(glossary):
    (problem,) = refusal(glossary(GOOD).name, "institut", "en")
    assert problem.code == "C103"
    assert "'institute'" in problem.hint


def test_unverified_person_is_not_printed_in_latin_letters(glossary):
    (problem,) = refusal(glossary(GOOD).name, "researcher", "en")
    assert problem.code == "C104"
    assert problem.where.line == 10
    text = GOOD.replace('ko = "홍길순"', 'ko = "홍길순"\nen = "Hong Gil-sun"')
    (problem,) = refusal(glossary, text)
    assert (problem.code, str(problem.where)) == ("C102", "locales/glossary.toml:12")
    assert (
        glossary(text.replace('"unverified"', '"https://example.org/hong"')).name("researcher", "en")
        == "Hong Gil-sun"
    )


def test_unknown_mention(glossary):
    (problem,) = refusal(glossary(GOOD).name, "institute", "en", mention="second")
    assert problem.code == "C105"


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('en = "Model-9"\n', "", "C101", 6),
        ('en = "Model-9"', 'en = "Model-9"\nde = "Modell-9"', "P001", 9),
        ('en = "Model-9"', 'en = { short = "M-9" }', "P002", 8),
        ('en = "Model-9"', "en = 9", "P003", 8),
        ('en = "Model-9"', 'en = "Hanbit Policy Institute"', "C106", 8),
        ('en = "Model-9"', 'en = "Model-9"\nkorean = true', "C110", 6),
        ("[reading]", "[readings]", "P001", 15),
        ('Hanbit = "한빛"', 'Hanbit = "Hanbit"', "C107", 17),
        ('ko = "모형-9"', 'ko = "모형-9"\nko = "모형-9"', "P903", 8),
    ],
)
def test_faults_are_problems_with_their_line(glossary, old, new, code, line):
    assert old in GOOD
    (problem,) = refusal(glossary, GOOD.replace(old, new))
    assert (problem.code, str(problem.where)) == (code, f"locales/glossary.toml:{line}")


def test_all_faults_are_told_at_once(glossary):
    text = GOOD.replace('en = "Model-9"\n', "").replace('Hanbit = "한빛"', 'Hanbit = "Hanbit"')
    assert [problem.code for problem in refusal(glossary, text)] == ["C101", "C107"]


def test_glossary_is_frozen(glossary):
    names = glossary(GOOD)
    with pytest.raises(TypeError):
        names.terms["x"] = names.terms["institute"]
