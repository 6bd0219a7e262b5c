"""Documents of every kind, made from the same words: on sea farms, all figures made up."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement

from briefing.model import Quantity, Source
from briefing.reading import read

FONT = (Path(__file__).resolve().parents[2] / "templates" / "fonts" / "Pretendard-Regular.otf").as_uri()
KOREAN = (
    "지난해 김을 기르는 어가는 8,579가구로 1년 전보다 25% 늘었다. 종사자는 5만1425명이며 가운데 셋은 예순다섯 살을 넘겼다.",
    "수출액은 27억5000만 달러(약 3조7000억원)로 사상 가장 많았고, 미국으로 간 것이 10억 달러를 처음으로 넘었다. "
    "양식장은 모두 3만5천 헥타르에 이르고, 2023년 1609곳이던 가공 공장이 올해 안에 2배로 늘 것으로 협회는 내다봤다.",
    "조사에 답한 사람은 1,204명이고, 10명 중 3명은 일손이 모자란다고 했다.",
)
ENGLISH = (
    "Some 8,579 households farmed seaweed last year, up 25% from a year earlier. They employ about 51,425 people, "
    "nearly 65% of whom are responsible for processing.",
    "Exports came to $2.75 billion (about 3.7 trillion won), an extraordinarily comprehensive accomplishment, according to "
    "representatives of the association. The 1,609 plants of 2023 are expected to double within twenty-five months.",
    "Of 1,204 people who answered, three in ten said that hands were lacking.",
)
TEXTS = {"ko": KOREAN, "en": ENGLISH}


def figures(text: str, language: str) -> list[Quantity]:
    return [mention.quantity for mention in read(text, language=language, published="2024-03-11")]


def plain(language: str) -> list[Quantity]:
    """The figures of the words themselves."""
    return figures("\n".join(TEXTS[language]), language)


def of(source: Source, language: str) -> list[Quantity]:
    return figures(source.text, language)


def pdf(body: str, style: str = "", **properties: str) -> bytes:
    """A PDF of one column of 10 points; its font is that of the briefs, so that lines break alike everywhere."""
    from weasyprint import HTML

    font = f"@font-face {{ font-family: Made; src: url({FONT}) }}"
    head = "".join(
        f"<meta name={name} content='{said}'>" for name, said in properties.items() if name != "title"
    )
    title = f"<title>{properties['title']}</title>" if "title" in properties else ""
    page = f"<html lang=ko><head>{title}{head}<style>{font} body {{ font: 10pt/1.4 Made }} {style}</style></head>"
    made: bytes = HTML(string=f"{page}<body>{body}</body></html>").write_pdf()
    return made


def paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def docx(paragraphs: Sequence[str] = (), **properties: Any) -> Any:
    """A document of a word processor with these paragraphs, to be added to."""
    document = Document()
    for name, said in properties.items():
        setattr(document.core_properties, name, said)
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def saved(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def wrapped(tag: str, text: str, words: str = "w:t") -> Any:
    """An element around a run of its own, as changes and content controls are."""
    outer, run, inner = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(words)
    inner.text = text
    run.append(inner)
    outer.append(run)
    return outer
