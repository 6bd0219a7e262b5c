"""A small whole brief on a subject of its own, for tests that break one thing at a time."""

from __future__ import annotations

from pathlib import Path

FILLER = """선착장 앞 식당 주인은 손님이 늘어 아침마다 생선을 더 들여놓는다고 말했다. 자전거를 싣고 오는 젊은 여행객도 눈에 띄게 많아졌다.
배를 모는 선장은 안개가 짙은 날이면 결항이 잦아 주민들이 불편을 겪는다고 했다. 안개 관측 장비를 들여오는 방안이 검토되고 있다.
선착장에는 새 대합실이 들어섰고, 겨울이면 어르신들이 난로 곁에서 배를 기다린다. 매표소 직원은 표를 미리 사 두라고 당부한다.
군청은 섬마다 안내소를 세우고 물과 전기를 넉넉히 대는 일부터 서두르겠다고 밝혔다. 주민들은 병원에 가는 배편이 먼저라고 입을 모은다.
"""

ARTICLE = f"""섬으로 가는 배, 다시 붐빈다
항만공사가 10일 내놓은 통계를 보면, 지난해 여객선 이용객은 모두 41만2300명으로 집계됐다. 3년 전(20만6150명)과 견줘 두 배로 늘었다.
새 여객선에는 1200만달러(약 160억원)가 들었다. 승객 5명 중 1명은 섬 주민이다.
{FILLER}항만공사는 지난 4월 새 항로를 열었다고 밝혔다.
"""

SOURCE = """[source]
publisher = { ko = "섬일보", en = "Island Daily" }
author = { ko = "김바다" }
title = { ko = "섬으로 가는 배, 다시 붐빈다", en = "Boats to the islands are full again" }
published = "2024-05-11"
language = "ko"
file = "ferry.txt"

[fact.passengers]
quote = "이용객은 모두 [41만2300명]"
when = "[지난해] 여객선"
what = { ko = "여객선 이용객", en = "Ferry passengers" }
measure = "passengers"

[fact.passengers-before]
quote = "전([20만6150명])과"
when = "[3년 전]("
what = { ko = "여객선 이용객", en = "Ferry passengers" }
measure = "passengers"

[fact.ship-cost]
quote = "여객선에는 [1200만달러]"
period = "2024"
because = "the article speaks of the ship as new"
what = { ko = "새 여객선 건조비", en = "Cost of the new ferry" }

[fact.islanders]
quote = "승객 [5명 중 1명]은"
period = "2024"
because = "the article speaks of the present"
what = { ko = "섬 주민인 승객", en = "Passengers who live on the islands" }

[event.new-route]
quote = "새 항로를 열었다"
when = "[지난 4월] 새"
what = { ko = "새 항로 개설", en = "A new route opened" }
"""

DERIVED = """[derived.growth]
formula = "(passengers - passengers-before) / passengers-before"
as = "percent"
what = { ko = "이용객 증가율", en = "Growth in passengers" }
"""

CONFIG = """name = "ferry"
title = { ko = "섬으로 가는 배", en = "Boats to the islands" }
series = { ko = "섬 브리프", en = "Island Briefs" }
languages = ["ko", "en"]
sections = ["summary", "traffic"]
cards = ["passengers"]

[edition]
number = 1
date = "2024-06"

[chart.traffic]
kind = "bars"
facts = ["passengers-before", "passengers"]
row = "period"
"""

KOREAN = """{% block title %}섬으로 가는 배{% endblock %}
{% block standfirst %}이용객이 {{ fact("passengers") }}에 이르렀다.{% endblock %}
{% block summary %}
## 핵심 요약

- 이용객은 {{ fact("passengers") | josa("으로/로") }} 늘었다.{{ cite() }}
{% endblock %}
{% block traffic %}
## 이용객

{{ when("passengers") }} 이용객은 {{ fact("passengers") | josa("이다/다") }}. 이 수치는 {{ fact("growth") }} 늘어난 것이다.{{ cite() }}

{% call chart("traffic") %}이용객이 크게 늘었다{% endcall %}

{{ when("new-route") }}에 새 항로가 열렸다.{{ cite() }} {{ term("port") | josa("은/는") }} 승객 {{ fact("islanders") }}이 섬 주민이라고 본다.{{ cite() }}
{% endblock %}
"""

ENGLISH = """{% block title %}Boats to the islands{% endblock %}
{% block standfirst %}Passengers reached {{ fact("passengers") }}.{% endblock %}
{% block summary %}
## Key points

- Passenger numbers rose to {{ fact("passengers") }}.{{ cite() }}
{% endblock %}
{% block traffic %}
## Passengers

In {{ when("passengers") }} the ferries carried {{ fact("passengers") }} people, {{ fact("growth") }} more than before.{{ cite() }}

{% call chart("traffic") %}Traffic rose steeply{% endcall %}

A new route opened in {{ when("new-route") }}.{{ cite() }} By the count of {{ term("port") }}, {{ fact("islanders") }} passengers lives on the islands.{{ cite() }}
{% endblock %}
"""

GLOSSARY = """[term.port]
ko = { full = "항만공사" }
en = { full = "the Port Authority", short = "the Authority" }
source = "https://port.example/"
"""

FILES = {
    "briefing.toml": CONFIG,
    "seeds/island-daily.toml": SOURCE,
    "seeds/derived.toml": DERIVED,
    "seeds/originals/ferry.txt": ARTICLE,
    "templates/brief.ko.md.j2": KOREAN,
    "templates/brief.en.md.j2": ENGLISH,
    "locales/glossary.toml": GLOSSARY,
}


def write(folder: Path) -> Path:
    """The small brief in ``folder``; returns the folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replace ``old``, which must stand once in the file, by ``new``."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
