"""The small brief with what closure has to tell apart: qualifiers, points, names with digits, a log scale, a whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from briefing.pipeline import Composed, assemble
from briefing.project import Project, load
from briefing.render import html, markdown, pdf
from tests import small_brief

ADDED = """
[fact.on-time]
quote = "배는 [약 41%]"
period = "2024"
because = "the article speaks of the present"
what = { ko = "정시 운항률", en = "Ferries on time" }

[fact.on-time-gain]
quote = "[7%포인트] 높"
period = "2024"
because = "the article speaks of the present"
what = { ko = "정시 운항률 상승폭", en = "Gain in ferries on time" }

[fact.ports]
quote = "항구는 [46곳]"
period = "2024"
because = "the article speaks of the present"
what = { ko = "여객선이 닿는 항구", en = "Ports that the ferries serve" }

[fact.ports-dredged]
quote = "판 곳은 [9곳]"
period = "2024"
because = "the article speaks of the present"
what = { ko = "준설한 항구", en = "Ports that were dredged" }
"""
SENTENCE = (
    "제때 떠난 배는 약 41%였다. 이는 전보다 7%포인트 높다. 배가 닿는 항구는 46곳이고 바닥을 판 곳은 9곳이다.\n"
    + small_brief.FILLER
)
CHARTS = """
[chart.ports]
kind = "strip"
facts = ["ports-dredged"]
whole = "ports"

[chart.scale]
kind = "dots"
scale = "log"
facts = ["ports-dredged", "ports"]
"""
KOREAN = """
정시 운항률은 {{ fact("on-time") }}로 {{ fact("on-time-gain") }} 높아졌다. {{ term("ship") }}은 새 배다.{{ cite() }}

여객선은 항구 {{ fact("ports") }}에 닿는다.{{ cite() }}

준설한 곳은 {{ fact("ports-dredged") }}이다.{{ cite() }}

{% call chart("ports") %}준설한 항구는 {{ fact("ports-dredged") }}뿐이다{% endcall %}

{% call chart("scale") %}준설은 더디다{% endcall %}
{% endblock %}
"""
ENGLISH = """
Of the ferries, {{ fact("on-time") }} left on time, a gain of {{ fact("on-time-gain") }}. {{ term("ship") }} is new.{{ cite() }}

The ferries serve {{ fact("ports", "digits") }} ports.{{ cite() }}

Dredging has reached {{ fact("ports-dredged", "digits") }} of them.{{ cite() }}

{% call chart("ports") %}Dredging has reached only {{ fact("ports-dredged", "digits") }}{% endcall %}

{% call chart("scale") %}Dredging is slow{% endcall %}
{% endblock %}
"""
ADDRESS = "https://daily.example/2024/ferry"
SHIP = """
[term.ship]
ko = { full = "한바다 3호" }
en = { full = "Hanbada 3" }
source = "https://port.example/"
"""


def write(folder: Path) -> Path:
    """The brief in ``folder``; returns the folder."""
    small_brief.write(folder)
    for name, text in (
        ("seeds/island-daily.toml", ADDED),
        ("seeds/originals/ferry.txt", SENTENCE),
        ("briefing.toml", CHARTS),
        ("locales/glossary.toml", SHIP),
    ):
        path = folder / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")
    seed = folder / "seeds/island-daily.toml"
    seed.write_text(seed.read_text("utf-8").replace("[source]", f'[source]\nurl = "{ADDRESS}"', 1), "utf-8")
    for language, text in (("ko", KOREAN), ("en", ENGLISH)):
        path = folder / f"templates/brief.{language}.md.j2"
        path.write_text(path.read_text("utf-8").rstrip().removesuffix("{% endblock %}") + text, "utf-8")
    return folder


@cache
def composed() -> tuple[Project, Composed]:
    folder = write(Path(mkdtemp(prefix="island-")))
    project = load(folder)
    return project, assemble(project, folder / "seeds" / "originals")


@cache
def finished(language: str, format: str) -> str:
    """The file as text; of a PDF the HTML that it is set from."""
    project, made = composed()
    brief = made.briefs[language]
    match format:
        case "md":
            return markdown.render(brief)
        case "html":
            alternates = {other: f"ferry.{other}.html" for other in project.languages}
            return html.render(brief, alternates=alternates, shell=project.templates)
    return pdf.print_html(brief, shell=project.templates)


def content(language: str, format: str, text: str) -> bytes:
    """The bytes of a file whose text is ``text``."""
    return pdf.render(text) if format == "pdf" else text.encode()
