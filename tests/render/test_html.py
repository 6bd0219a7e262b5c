from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.look import standard
from briefing.model import Figure, KeyFigure, Other, Paragraph, Quantity, Range, Refusal, SourceEntry, Text
from briefing.render import html
from briefing.render.hypertext import Hypertext, value
from briefing.render.page import card_size, split
from tests.render import sample
from tests.render.conftest import GOLDEN, SHELL, Rendered

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=y> {{ 7*7 }} & \" ' </title>"


def _body(page: str) -> str:
    return page[page.index("<body>") :]


def test_the_sample_reads_as_it_is_kept(
    rendered: Rendered, same_as_kept: Callable[[str, Path], None]
) -> None:
    same_as_kept(_body(rendered.html), GOLDEN / f"wind.{rendered.brief.language}.html")


def test_nothing_is_asked_of_the_network(rendered: Rendered) -> None:
    loading = re.findall(
        r"<(?:img|script|iframe|object|embed|video|audio|source)\b[^>]*\bsrc=|@import|url\(", rendered.html
    )
    assert loading == []
    links = re.findall(r"<link\b[^>]*>", rendered.html)
    assert all('rel="alternate"' in link or 'href="data:,"' in link for link in links)
    assert "default-src 'none'" in rendered.html


def test_every_link_within_the_page_arrives_and_no_id_stands_twice(rendered: Rendered) -> None:
    ids = Counter(re.findall(r'\bid="([^"]+)"', rendered.html))
    assert [id for id, times in ids.items() if times > 1] == []
    assert {target for target in re.findall(r'href="#([^"]+)"', rendered.html) if target not in ids} == set()


def test_each_figure_opens_its_evidence_and_the_row_leads_back(rendered: Rendered) -> None:
    for printed in rendered.brief.printed:
        assert f'id="{printed.place}"' in rendered.html
    for row in rendered.brief.annex:
        evidence = rendered.html[rendered.html.index(f'id="e-{row.fact}"') :]
        assert re.search(r'<th [^>]*><a href="#f-', evidence[:400])
    assert (
        '<button type="button" class="fig" id="f-crew-need-1" popovertarget="p-crew-need">'
        '<data class="figure" value="18400">' in rendered.html
    )


def test_each_button_opens_one_popover_that_is_there_and_tells_whose_words_it_quotes(
    rendered: Rendered,
) -> None:
    opened = re.findall(
        r'<div id="p-([^"]+)" popover role="dialog" aria-labelledby="w-([^"]+)">', rendered.html
    )
    assert [one for one, _ in opened] == [name for _, name in opened]
    assert {one for one, _ in opened} == {row.fact for row in rendered.brief.annex if row.figure}
    asked = set(re.findall(r'popovertarget="p-([^"]+)"', rendered.html))
    assert asked == {one for one, _ in opened}
    addresses = [origin.address for row in rendered.brief.opened for origin in row.origins if origin.address]
    assert addresses
    assert all(f'href="{address}"' in rendered.html for address in addresses)
    assert ":~:" not in rendered.print_html
    assert "popover" not in rendered.print_html


@pytest.mark.parametrize(
    ("before", "after", "ties"),
    [
        ("모두 ", " 명", ""),
        ("모두 ", "이다", "tied"),
        ("모두 ", "(그해)", ""),
        ("(", ")", "led tied"),
        ("약", " 명", "led"),
    ],
)
def test_a_button_is_tied_to_what_touches_it(before: str, after: str, ties: str) -> None:
    figure = sample.count("8,579명", "8579")
    hypertext = Hypertext("ko", frozenset({figure.fact}), str, opened=frozenset({figure.fact}))
    set = hypertext.inlines((Text(before), figure, Text(after)))
    assert re.findall(r'<span class="([^"]+)"><button', set) == ([ties] if ties else [])
    assert re.sub("<[^>]*>", "", set) == f"{before}8,579명{after}"


def test_the_other_language_is_offered_for_every_section(rendered: Rendered) -> None:
    other = "en" if rendered.brief.language == "ko" else "ko"
    for section in rendered.brief.sections:
        assert f'<section id="{section.id}"' in rendered.html
        assert f'href="wind.{other}.html#{section.id}"' in rendered.html
    assert f'href="wind.{rendered.brief.language}.html"' not in rendered.html


def test_the_report_is_described_for_machines(rendered: Rendered) -> None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', rendered.html)
    assert found
    report = json.loads(found[1])
    assert report["@type"] == "Report"
    assert report["inLanguage"] == rendered.brief.language
    assert report["datePublished"] == "2024-05-20"
    assert len(report["citation"]) == 4


def test_words_are_words_wherever_they_stand() -> None:
    brief = sample.tiny(
        Paragraph((Text(HOSTILE), Other("verbatim", HOSTILE))),
        sources=(SourceEntry(1, "s", (Text(HOSTILE),), "https://x.example/"),),
    )
    page = html.render(brief, alternates={}, shell=SHELL)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "49" not in re.sub(r"<style>.*?</style>", "", page)
    assert page.count("</title>") == 1


def test_a_page_that_is_too_large_is_refused() -> None:
    brief = sample.tiny(Paragraph((Text("긴 글 " * 40_000),)))
    with pytest.raises(Refusal) as refused:
        html.render(brief, alternates={}, shell=SHELL)
    assert refused.value.problems[0].code == "R011"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("8,579명", ("", "8,579", "명")),
        ("약 3조 7,000억 원", ("약 ", "3조 7,000억", " 원")),
        ("$2.75 billion", ("", "$2.75", " billion")),
        ("about ₩1.27 trillion", ("about ", "₩1.27", " trillion")),
        ("nearly 70%", ("nearly ", "70%", "")),
        ("one in seven", ("", "one in seven", "")),
    ],
)
def test_a_card_sets_the_unit_smaller_than_the_number(words: str, parts: tuple[str, str, str]) -> None:
    assert split(words) == parts
    assert "".join(split(words)) == words


def test_cards_shrink_together_until_the_longest_fits() -> None:
    cards = sample.brief("ko").cards
    assert card_size(cards[:2], standard().card_room) > card_size(
        (*cards[:1], _card("33만 5,250달러와 4,000만 원")), standard().card_room
    )


def _card(words: str) -> KeyFigure:
    return KeyFigure(sample.count(words, 1), (Text("x"),))


@pytest.mark.parametrize(
    ("quantity", "written"),
    [
        (sample.count("8,579명", "8579").quantity, "8579"),
        (sample.ratio("7명 중 1명", 1, 7).quantity, "1/7"),
        (Quantity("date", "2023-10"), "2023-10"),
        (Quantity("date", None), ""),
    ],
)
def test_values_are_machine_readable(quantity: Quantity, written: str) -> None:
    assert value(quantity) == written


def test_a_range_names_both_ends() -> None:
    figure = Figure("x", "2~3", Quantity("count", Range(Decimal(2), Decimal(3))))
    assert value(figure.quantity) == "2..3"
