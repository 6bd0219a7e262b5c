"""A language is a module: found by its name, refused where there is none."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import briefing.wording
from briefing.model import Quantity, Refusal
from briefing.wording import languages, say, voice

TEN = Quantity("count", Decimal(10), "person")


def test_languages_are_the_modules():
    assert languages() == ("en", "ko")
    assert {voice(code).NAME for code in languages()} == {"English", "한국어"}


def test_a_further_language_is_one_module(tmp_path, monkeypatch):
    (tmp_path / "qps.py").write_text(
        'NAME = "Made up"\nSTYLES = ("plain",)\n\n'
        'def say(quantity, style, forms):\n    return f"{quantity.value}!"\n',
        "utf-8",
    )
    monkeypatch.setattr(briefing.wording, "__path__", [*briefing.wording.__path__, str(tmp_path)])
    languages.cache_clear()
    try:
        assert languages() == ("en", "ko", "qps")
        assert say(TEN, language="qps") == "10!"
    finally:
        languages.cache_clear()
        sys.modules.pop("briefing.wording.qps", None)


@pytest.mark.parametrize(
    ("asked", "code", "named"),
    [
        ({"language": "kr"}, "C001", "en, ko"),
        ({"language": "ko", "style": "en-GB"}, "C002", "office"),
        ({"language": "en", "form": "bare loud"}, "C002", "bare"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(asked, code, named):
    with pytest.raises(Refusal) as refused:
        say(TEN, **asked)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert named in problem.hint
    assert refused.value.exit_code == 2


def test_a_region_in_the_language_is_its_style():
    march = Quantity("date", "2024-03-11")
    assert say(march, language="en-US") == "March 11, 2024"
    assert say(march, language="en-GB") == "11 March 2024"


def test_babel_is_loaded_only_where_it_is_used():
    code = (
        "import sys; from decimal import Decimal as D; from briefing.model import Quantity as Q;"
        "from briefing.wording import say; from briefing.wording.catalog import labels;"
        "say(Q('money', D(335250), 'USD'), language='ko'); say(Q('count', D(3)), language='en');"
        "print('babel' in sys.modules)"
    )
    root = Path(briefing.wording.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "False"
