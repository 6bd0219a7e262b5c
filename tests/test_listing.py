"""A source of which the pages print nothing yet is warned of, and stops no build."""

from __future__ import annotations

from pathlib import Path

from briefing import build, load_project
from briefing.pipeline import assemble
from tests import small_brief

SECOND = """[source]
publisher = { ko = "바다일보", en = "Sea Daily" }
title = { ko = "겨울 바다", en = "The sea in winter" }
published = "2024-05-12"
language = "ko"
file = "winter.txt"

[fact.winter-days]
quote = "결항은 [12일]이었다"
period = "2024"
because = "the article speaks of this winter"
what = { ko = "겨울의 결항 일수", en = "Days without a ferry in winter" }
"""
WINTER = f"올겨울 안개로 인한 결항은 12일이었다고 선장들은 말했다.\n{small_brief.FILLER}"


def test_it_is_named_at_its_card_and_the_build_goes_on(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    (folder / "seeds/sea-daily.toml").write_text(SECOND, "utf-8")
    (folder / "seeds/originals/winter.txt").write_text(WINTER, "utf-8")
    found = assemble(load_project(folder), folder / "seeds/originals").problems
    assert [(problem.code, problem.severity, str(problem.where)) for problem in found] == [
        ("R002", "warning", "seeds/sea-daily.toml:1")
    ]
    built = build(folder, originals=folder / "seeds/originals", formats="md,html")
    assert [problem.code for problem in built.problems] == ["R002"]


def test_printed_once_it_is_no_more(tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    (folder / "seeds/sea-daily.toml").write_text(SECOND, "utf-8")
    (folder / "seeds/originals/winter.txt").write_text(WINTER, "utf-8")
    for name, words in (("ko", "결항은 {}이었다."), ("en", "There were {} without a ferry.")):
        said = words.format('{{ fact("winter-days") }}') + "{{ cite() }}\n{% endblock %}\n"
        path = folder / f"templates/brief.{name}.md.j2"
        body = path.read_text("utf-8").rstrip().removesuffix("{% endblock %}")
        path.write_text(f"{body}\n{said}", "utf-8")
    assert assemble(load_project(folder), folder / "seeds/originals").problems == ()
