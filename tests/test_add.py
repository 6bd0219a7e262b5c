"""briefing add: a document becomes a source that checks at once, and every quote that is proposed proves itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from briefing import facts
from briefing.cli import app
from briefing.deliver import create
from briefing.facts import lock as locks
from briefing.facts.quotes import LONGEST_QUOTE
from briefing.model import Refusal
from tests import small_brief
from tests.terminal import BRIEFING, CTRL_D, talk

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
MARKED = re.compile(r"\[\[(.*?)\|[^\]]*\]\]")
CARD = ("--title", "T", "--publisher", "P", "--published", "2024-06-01")
NEWS = f"""여객터미널 새로 연다
지난달 항만공사는 새 터미널의 이용객을 3200명으로 내다봤다. 공사비는 540억 원이다.
{small_brief.FILLER}터미널은 오는 9월 문을 열며, 날마다 3200명이 드나들 것으로 보인다.
"""


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_brief.write(tmp_path / "brief")
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def uncommented(text: str) -> str:
    """The stubs of a seeds file as an author makes facts of them."""
    opened = re.sub(r"^# (?=\[|(?:quote|nth|when|what|cell|column|sheet) = )", "", text, flags=re.M)
    return opened.replace('= ""', '= "something"')


def test_a_source_is_registered_and_the_brief_still_checks(here: Path) -> None:
    result = run("add", "../news.txt", *CARD)
    assert result.exit_code == 0, result.output
    assert (here / "seeds/originals/news.txt").read_bytes() == NEWS.encode()
    written = tomllib.loads((here / "seeds/news.toml").read_text("utf-8"))
    assert written == {
        "source": {
            "publisher": {"ko": "P", "en": "P"},
            "title": {"ko": "T", "en": "T"},
            "published": "2024-06-01",
            "language": "ko",
            "file": "news.txt",
        }
    }
    check = run("check", "--strict")
    assert (check.exit_code, "no errors, 0 warnings" in check.output) == (0, True), check.output
    built = run("build", "--strict", "--format", "md,html")
    assert built.exit_code == 0, built.output


def test_a_source_that_nobody_quotes_is_on_no_page(here: Path) -> None:
    run("add", "../news.txt", *CARD)
    assert run("build", "--format", "md").exit_code == 0
    assert "“T”" not in (here / "output/ferry.en.md").read_text("utf-8")
    register = json.loads((here / "output/ferry.facts.json").read_text("utf-8"))
    assert [source["id"] for source in register["sources"]] == ["island-daily"]


def test_the_table_and_what_comes_next_are_said(here: Path) -> None:
    said = run("add", "../news.txt", *CARD).output
    assert re.search(r"2 +3200명 +count +3200 +news-1 +\S.*\[3200명\]", said)
    assert "540억 원" in said and "3 proposals in seeds/news.toml" in said
    assert said.index("next:") < said.index("briefing check")


def test_an_uncommented_stub_is_a_fact_that_a_template_prints(here: Path) -> None:
    run("add", "../news.txt", *CARD)
    path = here / "seeds/news.toml"
    path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
    for language, growth in (("ko", '{{ fact("growth") }} 늘어난'), ("en", '{{ fact("growth") }} more')):
        more = '{{ when("news-1") }} {{ fact("news-1") }} ' + growth
        small_brief.edit(here, f"templates/brief.{language}.md.j2", growth, more)
    built = run("build", "--format", "md")
    assert built.exit_code == 0, built.output
    assert "[^2]: “T”, P, 1 June 2024" in (here / "output/ferry.en.md").read_text("utf-8")
    assert re.search(r"news-1 +3,200명 +2024-05 +news +traffic", run("facts").output)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_every_proposed_quote_proves_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    """Found where it says, alone or as nth says, and read alone as in its place: with the originals and without."""
    head, _, text = article.read_text("utf-8").partition("\n")
    language, published = re.findall(r"=(\S+)", head)
    plain = MARKED.sub(r"\1", text)
    assert "[[" not in plain
    (tmp_path / "source.txt").write_text(plain, "utf-8")
    (tmp_path / "brief/seeds").mkdir(parents=True)
    (tmp_path / "brief/briefing.toml").write_text(small_brief.CONFIG, "utf-8")
    monkeypatch.chdir(tmp_path / "brief")
    given = ("--title", "T", "--publisher", "P", "--published", published, "--language", language)
    assert run("add", "../source.txt", *given).exit_code == 0
    path = tmp_path / "brief/seeds/source.toml"
    path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
    declared = tomllib.loads(path.read_text("utf-8"))["fact"]
    seeds = facts.load(path.parent, ("ko", "en"))
    ledger, problems = facts.prove(seeds, path.parent / "originals", None)
    assert {problem.code for problem in problems} <= {"F022"}, problems
    assert len(ledger.facts) == len(declared) and not ledger.unproven
    again, problems = facts.prove(seeds, None, ledger.lock)
    assert not problems and again.facts.keys() == ledger.facts.keys()
    _are_good_phrases(plain, [fact["quote"] for fact in declared.values()])
    assert len(declared) >= 0.97 * len(_figures(tmp_path / "source.txt", language))


def _figures(path: Path, language: str) -> list[str]:
    lines = run("extract", str(path), "--language", language, "--format", "jsonl").stdout.splitlines()
    return [line for line in lines if json.loads(line)["kind"] != "date"]


def _are_good_phrases(text: str, quotes: list[str]) -> None:
    """At most 40 characters of one sentence, and nearly all of them of whole words."""
    words = [re.sub(r"[\[\]]", "", quote) for quote in quotes]
    assert all(len(each) <= LONGEST_QUOTE and each in text for each in words)
    assert not [each for each in words if re.search(r"[.?!]\s|\n", each)]
    whole = [each for each in words if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text)]
    assert len(whole) >= 0.95 * len(words), sorted(set(words) - set(whole))


def test_a_quote_is_lengthened_on_the_left_then_on_the_right(here: Path, tmp_path: Path) -> None:
    text = "섬에는 어선 30척이 있다. 섬에는 어선 30척이 없다. 뭍의 어선 30척도 같다.\n"
    (tmp_path / "boats.txt").write_text(text, "utf-8")
    run("add", "../boats.txt", *CARD)
    stubs = tomllib.loads(uncommented((here / "seeds/boats.toml").read_text("utf-8")))["fact"]
    assert [stub["quote"] for stub in stubs.values()] == [
        "어선 [30척]이 있다",
        "어선 [30척]이 없다",
        "뭍의 어선 [30척]도",
    ]


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        (
            "지난해 섬을 찾은 배는 165척으로, 2019년(118척)보다 47척 늘었다.",
            ["[지난해]", "[2019년]", "[지난해]"],
        ),
        ("지난해 섬에 머문 배는 모두 310척으로 2022년의 3배가 넘는다.", ["[지난해]", "[지난해]"]),
        ("섬에는 어선 30척이 지난해 새로 들어왔다.", ["[지난해]"]),
        ("The port saw 165 ships in 2023, more than in 2019.", ["[2023]"]),
        ("From 2019 the fleet grew; 47 ships came in 2023.", ["[2023]"]),
    ],
)
def test_the_date_that_is_proposed_is_the_figures(
    here: Path, tmp_path: Path, text: str, whens: list[str]
) -> None:
    (tmp_path / "boats.txt").write_text(f"{text}\n", "utf-8")
    run("add", "../boats.txt", *CARD)
    stubs = tomllib.loads(uncommented((here / "seeds/boats.toml").read_text("utf-8")))["fact"]
    assert [stub.get("when") for stub in stubs.values()] == whens


def test_what_stands_twice_in_the_same_words_says_which(here: Path, tmp_path: Path) -> None:
    line = "이 섬에는 어선이 모두 30척 있다고 한다.\n"
    (tmp_path / "boats.txt").write_text(line * 3, "utf-8")
    run("add", "../boats.txt", *CARD)
    stubs = tomllib.loads(uncommented((here / "seeds/boats.toml").read_text("utf-8")))["fact"]
    assert [stub.get("nth") for stub in stubs.values()] == [1, 2, 3]


def test_a_document_without_figures_is_a_source_too(here: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("바다는 넓고 배는 작다.\n", "utf-8")
    result = run("add", "../words.txt", *CARD)
    assert (result.exit_code, "0 proposals" in result.output) == (0, True)
    assert run("check", "--strict").exit_code == 0


def test_a_table_is_proposed_by_columns_and_cells(here: Path, tmp_path: Path) -> None:
    (tmp_path / "boats.csv").write_text("연도,여객선(척),승객(명)\n2022,14,206150\n2023,16,412300\n", "utf-8")
    result = run("add", "../boats.csv", *CARD)
    assert result.exit_code == 0, result.output
    assert run("check", "--strict").exit_code == 0
    path = here / "seeds/boats.toml"
    path.write_text(uncommented(path.read_text("utf-8")), "utf-8")
    declared = tomllib.loads(path.read_text("utf-8"))
    assert (len(declared["series"]), len(declared["fact"])) == (2, 4)
    ledger, problems = facts.prove(facts.load(here / "seeds", ("ko", "en")), here / "seeds/originals", None)
    assert not problems and {"boats-1", "boats-2"} <= ledger.series.keys()
    assert ledger.facts["boats-6"].quantity.value == 412300


def test_a_cell_whose_unit_is_unknown_is_proposed_without_one(here: Path, tmp_path: Path) -> None:
    (tmp_path / "debt.csv").write_text("연도,부채(% 수준)\n2022,14\n", "utf-8")
    assert run("add", "../debt.csv", *CARD).exit_code == 0
    path = here / "seeds/debt.toml"
    path.write_text(uncommented(path.read_text("utf-8")).replace("# unit", "unit"), "utf-8")
    assert tomllib.loads(path.read_text("utf-8"))["fact"]["debt-1"]["unit"] == "?"
    seeds = facts.load(here / "seeds", ("ko", "en"))
    ledger, problems = facts.prove(seeds, here / "seeds/originals", None)
    assert "debt-1" not in ledger.facts and [problem.code for problem in problems] == ["F065"]


def test_ids_are_free_in_the_whole_brief(here: Path, tmp_path: Path) -> None:
    small_brief.edit(here, "seeds/derived.toml", "[derived.growth]", "[derived.news-2]")
    run("add", "../news.txt", *CARD)
    stubs = tomllib.loads(uncommented((here / "seeds/news.toml").read_text("utf-8")))["fact"]
    assert list(stubs) == ["news-1", "news-3", "news-4"]


def test_several_files_at_once(here: Path, tmp_path: Path) -> None:
    (tmp_path / "한국 뉴스.txt").write_text("사람이 70명 왔다고 한다.\n", "utf-8")
    result = run("add", "../news.txt", "../한국 뉴스.txt", *CARD[2:], "--yes")
    assert result.exit_code == 2 and "--title" in result.output  # a sentence is no title
    (tmp_path / "한국 뉴스.txt").write_text("섬 소식\n사람이 70명 왔다고 한다.\n", "utf-8")
    result = run("add", "../news.txt", "../한국 뉴스.txt", *CARD[2:], "--yes")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (here / "seeds").glob("*.toml")} >= {"news.toml", "p.toml"}
    written = tomllib.loads((here / "seeds/p.toml").read_text("utf-8"))["source"]
    assert (written["file"], written["title"]["ko"]) == ("한국 뉴스.txt", "섬 소식")
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        ((), 2, "not given: --title ko=…, --title en=…, --publisher ko=…, --publisher en=…, --published"),
        (CARD[2:], 2, "not given: --title ko=…, --title en=…"),
        ((*CARD[:4], "--published", "June"), 2, "--published: write it as 2024-03-11"),
        ((*CARD, "--language", "fr"), 2, "--language: choose one of ko, en"),
        ((*CARD, "--url", "island.example"), 2, "--url: an address begins with https://"),
        ((*CARD, "--id", "No"), 2, "--id: a name is of a-z"),
        ((*CARD, "--id", "derived"), 2, "seeds/derived.toml describes no source"),
        ((*CARD, "--id", "island-daily"), 2, "seeds/island-daily.toml is there already"),
        ((*CARD, "--acknowledge", "S111"), 2, "--acknowledge: a code and a reason are wanted"),
        ((*CARD, "--originals", "nowhere"), 3, "there is no folder 'nowhere'"),
        (("../news.txt", *CARD), 2, "--title speaks of one file, and 2 were given"),
        (("--title", "美, 배를 사다", *CARD[2:]), 2, "the fonts of the pages have no '美'"),
    ],
)
def test_misuse_is_told_and_nothing_is_written(
    here: Path, arguments: tuple[str, ...], exit_code: int, said: str
) -> None:
    before = tree(here)
    result = run("add", "../news.txt", *arguments)
    assert (result.exit_code, said in result.output) == (exit_code, True), result.output
    assert tree(here) == before


def test_what_is_missing_is_told_of_each_file(here: Path, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text("섬 소식\n사람이 70명 왔다고 한다.\n", "utf-8")
    result = run("add", "../news.txt", "../more.txt", "--publisher", "P")
    assert result.exit_code == 2
    assert "../news.txt: error P051: nobody can be asked here, and not given: --title ko=…" in result.output
    assert "../more.txt: error P051" in result.output and "one after the other" in result.output


@pytest.mark.parametrize(
    ("content", "exit_code", "said"),
    [
        (None, 3, "error S001: there is no such file"),
        (b"", 3, "error S003: is empty"),
        ("부족 인력 3명".encode("cp949"), 3, "error S002"),
        (b"\x89PNG\r\n", 3, "error S002"),
        ("값은 \ufffd3명".encode(), 1, "S106"),
    ],
)
def test_bad_documents_are_refused_as_extract_refuses_them(
    here: Path, tmp_path: Path, content: bytes | None, exit_code: int, said: str
) -> None:
    if content is not None:
        (tmp_path / "bad.txt").write_bytes(content)
    before = tree(here)
    result = run("add", "../bad.txt", *CARD)
    assert (result.exit_code, said in result.output) == (exit_code, True), result.output
    assert tree(here) == before


def test_a_warning_about_a_text_wants_a_reason(here: Path, tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_text("사람이 ８５명 왔다고 한다.\n", "utf-8")
    refused = run("add", "../wide.txt", *CARD)
    assert (refused.exit_code, "not given: --acknowledge S102=…" in refused.output) == (2, True), (
        refused.output
    )
    assert run("add", "../wide.txt", *CARD, "--acknowledge", "S102=set so in print").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_declared_encodings_are_kept(here: Path, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("사람이 85명 왔다고 한다.\n".encode("cp949"))
    assert run("add", "../old.txt", *CARD, "--encoding", "cp949").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_an_original_is_never_overwritten(here: Path, tmp_path: Path) -> None:
    (here / "seeds/originals/news.txt").write_text("다른 글\n", "utf-8")
    before = tree(here)
    result = run("add", "../news.txt", *CARD)
    assert (result.exit_code, "P053: another original is called 'news.txt'" in result.output) == (1, True)
    assert tree(here) == before
    (here / "seeds/originals/news.txt").write_text(NEWS, "utf-8")
    assert run("add", "../news.txt", *CARD).exit_code == 0
    again = run("add", "seeds/originals/news.txt", *CARD)
    assert (again.exit_code, "is a source already: news" in again.output) == (1, True), again.output


def test_a_free_name_is_found_for_its_description(here: Path, tmp_path: Path) -> None:
    (tmp_path / "island-daily.txt").write_text(NEWS, "utf-8")
    assert run("add", "../island-daily.txt", *CARD).exit_code == 0
    assert (here / "seeds/island-daily-2.toml").is_file()


@pytest.mark.parametrize(
    "name", [".hidden.txt", "a\nb.txt", "x\u202ey.txt", "-rf.txt", "공백 있는 ' ; $(x).txt"]
)
def test_names_of_files_are_no_danger(here: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(NEWS, "utf-8")
    result = run("add", *CARD, "--", f"../{name}")
    assert result.exit_code == 0, result.output
    assert run("check", "--strict").exit_code == 0


def test_outside_a_brief_and_without_the_other_originals(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "seeds/originals/ferry.txt").rename(tmp_path / "ferry.txt")
    result = run("add", "../news.txt", *CARD)
    assert (result.exit_code, "P055" in result.output and "ferry.txt" in result.output) == (1, True)
    assert run("add", "../news.txt", *CARD, "--originals", str(tmp_path)).exit_code == 0
    monkeypatch.chdir(tmp_path)
    outside = run("add", "news.txt", *CARD)
    assert (outside.exit_code, "P054" in outside.output) == (2, True), outside.output


def test_the_first_source_of_a_brief(here: Path) -> None:
    for name in ("island-daily.toml", "derived.toml"):
        (here / "seeds" / name).unlink()
    assert run("add", "../news.txt", *CARD).exit_code == 0
    assert (here / "seeds/news.toml").is_file()


def test_who_publishes_what_they_wrote_is_cited_once(here: Path, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = f"<html><head><title>Ships</title><meta name='author' content='Harbour Institute'></head><body><p>{'The port saw 165 ships in 2023. ' * 9}</p></body></html>"
    (tmp_path / "note.html").write_text(page, "utf-8")
    publisher = ("--publisher", "ko=항만연구소", "--publisher", "en=Harbour Institute")
    assert run("add", "../note.html", *publisher, "--published", "2024-06-01").exit_code == 0
    assert "author" not in tomllib.loads((here / "seeds/note.toml").read_text("utf-8"))["source"]


def test_a_page_says_who_and_when_of_itself(here: Path, tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = (
        '<!doctype html><html lang="en"><head><title>Boats are full again</title>'
        '<meta property="og:title" content="Boats are full again">'
        '<meta property="og:site_name" content="Island Daily">'
        '<meta property="article:published_time" content="2024-05-11T08:00:00+09:00">'
        '<link rel="canonical" href="https://island.example/boats"></head><body><article>'
        "<h1>Boats are full again</h1><p>The ferries carried 412,300 passengers last year, the port authority said on "
        "Friday. That is twice the number of three years before.</p><p>A new ship cost 12 million dollars. One in five "
        "passengers lives on the islands, and most of them travel to work.</p></article></body></html>"
    )
    (tmp_path / "boats.html").write_text(page, "utf-8")
    assert re.search(r"last year +date +2023", run("extract", "../boats.html").output)
    result = run("add", "../boats.html")
    assert result.exit_code == 0, result.output
    source = tomllib.loads((here / "seeds/boats.toml").read_text("utf-8"))["source"]
    assert (source["title"]["en"], source["publisher"]["en"], source["published"], source["url"]) == (
        "Boats are full again", "Island Daily", "2024-05-11", "https://island.example/boats",
    )  # fmt: skip
    assert run("check", "--strict").exit_code == 0


def test_on_a_terminal_it_asks_for_the_rest(here: Path) -> None:
    code, said = talk(
        [
            ("language of the source [ko]: ", "\n"),
            ("title (한국어) [여객터미널 새로 연다]: ", "\n"),
            ("title (English) [여객터미널 새로 연다]: ", "A new terminal\n"),
            ("publisher (한국어): ", "\n"),
            ("publisher (한국어): ", "섬일보\n"),
            ("publisher (English) [섬일보]: ", "Island Daily\n"),
            ("published on: ", "yesterday\n"),
            ("write it as 2024-03-11", ""),
            ("published on: ", "2024-06-01\n"),
            ("author, if named: ", "\n"),
            ("address, if it has one: ", "\n"),
            ("short name of the source [news]: ", "terminal\n"),
        ],
        "add", "../news.txt",
    )  # fmt: skip
    assert code == 0, said
    source = tomllib.loads((here / "seeds/terminal.toml").read_text("utf-8"))["source"]
    assert source["title"] == {"ko": "여객터미널 새로 연다", "en": "A new terminal"} and "url" not in source
    before = tree(here)
    code, said = talk(
        [("published on", CTRL_D)], "add", "../brief/briefing.toml", "--language", "en", *CARD[:4]
    )
    assert (code, "interrupted, nothing written" in said, tree(here) == before) == (130, True, True)


def test_a_description_that_cannot_be_written_takes_the_original_back(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(here)

    def failing(path: Path, content: bytes) -> bool:
        if path.suffix == ".toml":
            raise Refusal(exit_code=4)
        return create(path, content)

    monkeypatch.setattr("briefing.deliver.create", failing)
    assert run("add", "../news.txt", *CARD).exit_code == 4
    assert tree(here) == before


def test_two_at_once_do_not_overwrite_each_other(here: Path) -> None:
    command = (*BRIEFING, "add", "../news.txt", *CARD)
    children = [
        subprocess.Popen(
            (*command, "--author", f"Author {n}"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for n in range(2)
    ]
    said = [child.communicate() for child in children]
    assert sorted(child.returncode for child in children)[0] == 0, said
    assert (here / "seeds/originals/news.txt").read_bytes() == NEWS.encode()
    assert not [name for name in os.listdir(here / "seeds") if name.startswith(".")]
    assert locks.NAME not in os.listdir(here / "seeds")
