"""A small whole brief with four series of many years on a made-up town, for charts and tables that templates call."""

from __future__ import annotations

from pathlib import Path

BIRTHS = (
    5210, 5342, 5105, 4987, 5021, 4876, 4903, 4655, 4512, 4470,
    4384, 4061, 3577, 3268, 3026, 2723, 2605, 2491, 2300, 2383,
)  # fmt: skip
DEATHS = (
    2430, 2415, 2452, 2461, 2469, 2554, 2573, 2671, 2662, 2676,
    2758, 2808, 2855, 2988, 2951, 3049, 3176, 3729, 3525, 3584,
)  # fmt: skip
BUDGET = (315, 337, 340, 352, 371, 398, 405, 441)
SHARE = ("12.3", "12.8", "13.1", "13.9", "14.6", "15.2", "16.4", "17.0")
FIRST, FIRST_BUDGET = 2005, 2017
LACKING = (2009, 2012)
"""Years of which no deaths are told."""

_FILLER = (
    "시청 앞 광장에서는 아이들이 뛰놀고 어르신들은 나무 그늘에 앉아 바둑을 둔다. 골목마다 빈집이 늘어 마을 회관이 사랑방 구실을 한다.",
    "시립 도서관 사서는 어린이 열람실 의자를 줄이고 큰 글자 책을 들여놓았다고 말했다. 초등학교 운동장 한쪽에는 텃밭이 생겼다.",
    "산부인과 병원 자리에는 요양원이 들어섰고, 유치원 버스가 서던 정류장에는 복지관 버스가 선다. 주민들은 세월이 빠르다고 한다.",
    "시는 젊은 부부에게 빈집을 고쳐 빌려주는 사업을 벌인다. 신청서를 받는 창구 앞에는 아침부터 사람들이 줄을 선다.",
)


def _year(year: int) -> str:
    index = year - FIRST
    said = [f"{year}년 출생아는 {BIRTHS[index]}명으로 집계됐다."]
    if year not in LACKING:
        said.append(f"{year}년 사망자는 {DEATHS[index]}명으로 조사됐다.")
    if (at := year - FIRST_BUDGET) in range(len(BUDGET)):
        said.append(
            f"{year}년 돌봄 예산은 {BUDGET[at]}억원이며, {year}년 고령자 비율은 {SHARE[at]}%로 나타났다."
        )
    between = (_FILLER[(index + shift) % len(_FILLER)] for shift in range(3))
    return " ".join((*said, *between))


def article() -> str:
    years = "\n".join(_year(FIRST + index) for index in range(len(BIRTHS)))
    return f"가람시 인구 이야기\n{years}\n"


def _fact(id: str, quote: str, when: str, what: str, measure: str) -> str:
    return f'[fact.{id}]\nquote = "{quote}"\nwhen = "{when}"\nwhat = {what}\nmeasure = "{measure}"\n'


def seeds() -> str:
    facts = []
    for index in range(len(BIRTHS)):
        year = FIRST + index
        what = '{ ko = "출생아", en = "Births" }'
        facts.append(
            _fact(f"births-{year}", f"출생아는 [{BIRTHS[index]}명]", f"[{year}년] 출생아", what, "births")
        )
        if year not in LACKING:
            what = '{ ko = "사망자", en = "Deaths" }'
            quote = f"사망자는 [{DEATHS[index]}명]"
            facts.append(_fact(f"deaths-{year}", quote, f"[{year}년] 사망자", what, "deaths"))
        if (at := year - FIRST_BUDGET) in range(len(BUDGET)):
            what = '{ ko = "돌봄 예산", en = "Budget for care" }'
            quote = f"예산은 [{BUDGET[at]}억원]"
            facts.append(_fact(f"budget-{year}", quote, f"[{year}년] 돌봄", what, "budget"))
            what = '{ ko = "고령자 비율", en = "Share of the elderly" }'
            quote = f"비율은 [{SHARE[at]}%]"
            facts.append(_fact(f"share-{year}", quote, f"[{year}년] 고령자", what, "share"))
    return SOURCE + "\n".join(facts)


SOURCE = """[source]
publisher = { ko = "가람일보", en = "Garam Daily" }
title = { ko = "가람시 인구 이야기", en = "The people of Garam" }
published = "2025-02-03"
language = "ko"
file = "garam.txt"

"""

CONFIG = """name = "garam"
title = { ko = "줄어드는 도시", en = "A shrinking town" }
series = { ko = "가람 브리프", en = "Garam Briefs" }
languages = ["ko", "en"]
sections = ["people", "money"]
cards = ["births-2024", "deaths-2024"]

[edition]
number = 1
date = "2025-03"
"""

KOREAN = """{% block title %}줄어드는 도시{% endblock %}
{% block standfirst %}가람시에서는 이제 사망자가 출생아보다 많다.{% endblock %}
{% block people %}
## 인구

출생아는 {{ fact("births-2024") | josa("이다/다") }}.{{ cite() }}

{% call chart("line", series("births"), series("deaths")) %}사망자가 출생아를 넘어섰다{% endcall %}

{% call table(series("births"), series("deaths")) %}출생아와 사망자{% endcall %}
{% endblock %}
{% block money %}
## 예산

예산은 해마다 늘었다.

{% call chart("bar", series("budget"), accent="budget-2024") %}예산은 해마다 늘었다{% endcall %}

{% call table(series("budget"), series("share"), last=5) %}돌봄 예산과 고령자 비율{% endcall %}

{% call table(series("births"), series("deaths"), series("budget"), rows="series", since="2019", until="2023") %}근래의 가람시{% endcall %}

{% call table("births-2024", "deaths-2024", "budget-2024", "share-2024") %}최근의 가람시{% endcall %}
{% endblock %}
"""

ENGLISH = """{% block title %}A shrinking town{% endblock %}
{% block standfirst %}In Garam more people now die than are born.{% endblock %}
{% block people %}
## People

There were {{ fact("births-2024") }} births.{{ cite() }}

{% call chart("line", series("births"), series("deaths")) %}Deaths have overtaken births{% endcall %}

{% call table(series("births"), series("deaths")) %}Births and deaths{% endcall %}
{% endblock %}
{% block money %}
## Money

The budget has grown year by year.

{% call chart("bar", series("budget"), accent="budget-2024") %}The budget has grown year by year{% endcall %}

{% call table(series("budget"), series("share"), last=5) %}The budget for care and the share of the elderly{% endcall %}

{% call table(series("births"), series("deaths"), series("budget"), rows="series", since="2019", until="2023") %}Garam in recent years{% endcall %}

{% call table("births-2024", "deaths-2024", "budget-2024", "share-2024") %}Garam in the latest year{% endcall %}
{% endblock %}
"""


def write(folder: Path) -> Path:
    """The brief in ``folder``; returns the folder."""
    files = {
        "briefing.toml": CONFIG,
        "seeds/garam.toml": seeds(),
        "seeds/originals/garam.txt": article(),
        "templates/brief.ko.md.j2": KOREAN,
        "templates/brief.en.md.j2": ENGLISH,
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
