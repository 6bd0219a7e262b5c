"""The site of a small brief with two editions: its structure, its feeds, its integrity, and how a web server shows it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from briefing.deliver import swap
from briefing.model import Place, Refusal
from briefing.pipeline import build
from briefing.project import load
from briefing.publish import Entry, Journal, Release, Site, release, send
from briefing.publish.archive import Published
from briefing.publish.pages import weight
from tests import small_brief

ADDRESS = "https://briefs.example/ferry"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
FORMATS = ("ko.md", "ko.html", "ko.pdf", "en.md", "en.html", "en.pdf", "facts.json", "facts.csv")
RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})\Z")


@dataclass(frozen=True)
class Editions:
    """The October edition and the November one, in which more people took the boat."""

    october: Release
    november: Release


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = small_brief.write(tmp_path_factory.mktemp("brief"))
    small_brief.edit(folder, "briefing.toml", 'date = "2024-06"', 'date = "2026-10"')
    october = _built(folder, "october")
    small_brief.edit(folder, "briefing.toml", 'number = 1\ndate = "2026-10"', 'number = 2\ndate = "2026-11"')
    for name in ("seeds/island-daily.toml", "seeds/originals/ferry.txt"):
        small_brief.edit(folder, name, "41만2300명", "51만5375명")
    small_brief.edit(folder, "seeds/originals/ferry.txt", "두 배로 늘었다", "2.5배로 늘었다")
    return Editions(october, _built(folder, "november"))


def _built(folder: Path, out: str) -> Release:
    project, originals = load(folder), folder / "seeds" / "originals"
    formats = ("md", "html", "pdf")
    build(project, languages=("ko", "en"), formats=formats, out=folder / out, originals=originals)
    return release(project, folder / out, originals)


@dataclass(frozen=True)
class Target:
    """A site's folder, and the journal of who publishes there."""

    folder: Path
    journal: Journal
    address: str = ADDRESS

    @property
    def site(self) -> Site:
        return Site("web", self.folder, self.address, Place("briefing.toml"))

    def send(self, edition: Release, *, dry_run: bool = False) -> list[Entry]:
        return list(send(edition, self.site, self.journal, dry_run=dry_run))

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


def target(folder: Path, address: str = ADDRESS) -> Target:
    return Target(folder / "site", Journal(folder / "published" / "journal.jsonl"), address)


@pytest.fixture
def empty(tmp_path: Path) -> Target:
    return target(tmp_path)


@pytest.fixture(scope="module")
def first(editions: Editions, tmp_path_factory: pytest.TempPathFactory) -> Target:
    """A site with the October edition; not to be written to."""
    made = target(tmp_path_factory.mktemp("first"))
    made.send(editions.october)
    return made


@pytest.fixture
def begun(first: Target, tmp_path: Path) -> Target:
    """A site with the October edition, and its journal."""
    shutil.copytree(first.folder.parent, tmp_path, dirs_exist_ok=True)
    return target(tmp_path)


@pytest.fixture(scope="module")
def both(editions: Editions, tmp_path_factory: pytest.TempPathFactory) -> Target:
    """A site on which both editions are; not to be written to."""
    made = target(tmp_path_factory.mktemp("both"))
    made.send(editions.october)
    made.send(editions.november)
    return made


class Page(HTMLParser):
    """A page's links, and what else it would load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.alternates: dict[str, str] = {}
        self.tags: list[str] = []
        self.language: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "html":
            self.language = given.get("lang")
        if tag in ("a", "link") and "href" in given and not given["href"].startswith("data:"):
            self.links.append(given["href"])
        if tag == "link" and given.get("rel") == "alternate" and "type" not in given:
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "link" and given.get("rel") not in ("alternate", "canonical", "icon"):
            self.loaded.append(given["href"])
        if tag == "meta" and given.get("http-equiv") == "refresh":
            self.links.append(given["content"].partition("url=")[2])
        self.loaded += [
            given[name] for name in ("src", "srcset", "poster", "data", "action") if name in given
        ]


def dangling(made: Target, names: list[str]) -> list[str]:
    """The links of the pages to the site itself that lead to nothing there."""
    found = []
    for name in names:
        for link in Page(made.text(name)).links:
            whole = urljoin(f"{made.address}/{name}", link)
            if not whole.startswith(made.address):
                continue
            path = unquote(urlsplit(whole.removeprefix(made.address)).path).lstrip("/")
            path += "index.html" if path in ("", "/") or path.endswith("/") else ""
            if not (made.folder / path).is_file():
                found.append(f"{name}: {link}")
    return found


def site_pages(made: Target) -> list[str]:
    return [name for name in made.files() if re.search(r"(^|/)index(\.\w+)?\.html$", name)]


def outcomes(entries: list[Entry]) -> set[str]:
    return {entry.outcome for entry in entries}


def test_an_edition_stands_at_its_address_as_it_was_built(both: Target, editions: Editions) -> None:
    files = both.files()
    for edition in (editions.october, editions.november):
        assert {item.name for item in edition.items} == {f"ferry.{each}" for each in FORMATS}
        for item in edition.items:
            assert files[f"{edition.folder}/{item.name}"] == item.content
        assert {f"{edition.folder}/index{each}.html" for each in ("", ".ko", ".en")} <= files.keys()
    newest = {name: content for name, content in files.items() if name.startswith("2026-11/")}
    assert {f"2026-11/{name.partition('/')[2]}" for name in files if name.startswith("latest/")} == set(
        newest
    )
    assert all(files[f"latest/{name.partition('/')[2]}"] == content for name, content in newest.items())
    top = {name for name in files if "/" not in name}
    assert top == {
        "index.html", "index.ko.html", "index.en.html", "feed.ko.xml", "feed.en.xml",
        "sitemap.xml", "robots.txt", "editions.json", "SHA256SUMS",
    }  # fmt: skip


def test_digests_are_those_of_every_file(both: Target) -> None:
    ran = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=both.folder, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stdout
    assert {line.rpartition(": ")[0] for line in ran.stdout.splitlines()} == both.files().keys() - {
        "SHA256SUMS"
    }


def test_every_link_of_every_page_leads_somewhere(both: Target) -> None:
    pages = site_pages(both)
    assert len(pages) == 3 * 4  # top, two editions, latest
    assert dangling(both, pages) == []


def test_pages_load_nothing_and_name_their_languages(both: Target) -> None:
    for name in site_pages(both):
        page = Page(both.text(name))
        assert page.loaded == [] and "script" not in page.tags
        assert {"main", "header", "footer", "nav"} <= set(page.tags) and page.tags.count("h1") == 1
        spoken = name.split(".")[-2] if name.count(".") == 2 else "ko"
        assert page.language == spoken
        folder = {"": "", "latest": "2026-11/"}.get(name.rpartition("/")[0], name.rpartition("/")[0] + "/")
        assert page.alternates == {
            "ko": f"{ADDRESS}/{folder}index.ko.html",
            "en": f"{ADDRESS}/{folder}index.en.html",
            "x-default": f"{ADDRESS}/{folder}",
        }


def test_the_edition_page_says_what_the_brief_says_and_what_changed(both: Target) -> None:
    text = re.sub(r"<style>.*?</style>", "", both.text("2026-11/index.en.html"), flags=re.S)
    assert "<h1>Boats to the islands</h1>" in text
    assert "Passengers reached 515,375." in text and "What changed since October 2026" in text
    row = r"<th scope=\"row\">{}</th><td>{}</td><td>{}</td>"
    assert re.search(row.format("Ferry passengers", "412,300", "515,375"), text)
    assert re.search(row.format("Growth in passengers", "100%", "150%"), text)
    assert "2026년 10월 이후 바뀐 수치" in both.text("2026-11/index.ko.html")
    for item in json.loads(both.text("editions.json"))["editions"][0]["files"]:
        size = weight(item["size"], "en")
        listed = (
            rf'href="{re.escape(item["name"])}"[^>]*>{re.escape(item["name"])}</a> <span class="size">{size}<'
        )
        assert re.search(listed, text) and item["sha256"] in text
    first = both.text("2026-10/index.en.html")
    assert "What changed" not in first and "A later edition has appeared: November 2026" in first


def test_the_index_has_the_newest_edition_first(both: Target) -> None:
    text = both.text("index.en.html")
    newest, earlier = text.index("2026-11/index.en.html"), text.index("2026-10/index.en.html")
    assert newest < text.index("Earlier editions") < earlier
    assert "515,375" in text[:earlier] and "2026-11/ferry.en.pdf" in text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_feed_is_valid_atom(both: Target, editions: Editions, language: str) -> None:
    """RFC 4287, 4.1 and 4.2: what must be there, once, and in which form."""
    root = ElementTree.fromstring(both.text(f"feed.{language}.xml"))
    assert root.tag == f"{ATOM}feed" and root.get(LANG) == language
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text and found.text.strip()
        assert RFC3339.match(element.findtext(f"{ATOM}updated", ""))
        kinds = [
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
        ]
        assert len(set(kinds)) == len(kinds) and all(all(kind) for kind in kinds)
        assert ("alternate", "text/html", "ko") in kinds and ("alternate", "text/html", "en") in kinds
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    ids = [each.findtext(f"{ATOM}id", "") for each in (root, *entries)]
    assert len(set(ids)) == 3 and all(urlsplit(each).scheme for each in ids)
    assert [each.findtext(f"{ATOM}updated") for each in (root, *entries)] == [
        "2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "2026-10-01T00:00:00Z",
    ]  # fmt: skip
    for entry, edition in zip(entries, (editions.november, editions.october), strict=True):
        pdf = edition.item(language, "pdf")
        (enclosure,) = (link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "enclosure")
        assert pdf is not None and enclosure.get("length") == str(len(pdf.content))
        assert enclosure.get("href") == f"{ADDRESS}/{edition.folder}/ferry.{language}.pdf"
        assert enclosure.get("type") == "application/pdf" and entry.findtext(f"{ATOM}summary")
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == f"{ADDRESS}/feed.{language}.xml"  # type: ignore[union-attr]


def test_the_sitemap_names_every_page_in_all_its_languages(both: Target) -> None:
    root = ElementTree.fromstring(both.text("sitemap.xml"))
    urls = {url.findtext(f"{SITEMAP}loc", ""): url for url in root.findall(f"{SITEMAP}url")}
    assert root.tag == f"{SITEMAP}urlset" and len(urls) == len(list(root)) == 2 * (1 + 2 * 2)
    for address, url in urls.items():
        assert (both.folder / address.removeprefix(f"{ADDRESS}/")).is_file()
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", url.findtext(f"{SITEMAP}lastmod", ""))
        assert [child.tag for child in url][:2] == [f"{SITEMAP}loc", f"{SITEMAP}lastmod"]
        links = {link.get("hreflang"): link.get("href", "") for link in url.findall(f"{XHTML}link")}
        assert set(links) == {"ko", "en", "x-default"} and address in links.values()
        for language in ("ko", "en"):  # each page is named by those that it names
            back = urls[links[language]].findall(f"{XHTML}link")
            assert address in [link.get("href") for link in back]
    assert both.text("robots.txt").endswith(f"Sitemap: {ADDRESS}/sitemap.xml\n")


def stamps(made: Target) -> dict[Path, tuple[int, int]]:
    paths = [made.folder, *made.folder.rglob("*"), made.journal.path]
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths}


def test_a_second_run_writes_nothing(empty: Target, editions: Editions) -> None:
    first = empty.send(editions.october)
    before = stamps(empty)
    second = empty.send(editions.october)
    assert outcomes(first) == {"sent"} and outcomes(second) == {"kept"}
    assert [entry.what for entry in first] == [entry.what for entry in second]
    assert stamps(empty) == before
    noted = {entry.what: entry.sha256 for entry in empty.journal.entries()}
    assert noted == {entry.what: entry.sha256 for entry in first} and len(noted) == len(empty.files())


def test_a_dry_run_says_the_same_and_writes_nothing(empty: Target, editions: Editions) -> None:
    said = empty.send(editions.october, dry_run=True)
    assert not empty.folder.exists() and not empty.journal.path.exists()
    assert said == empty.send(editions.october)
    assert outcomes(empty.send(editions.october, dry_run=True)) == {"kept"}


def test_an_older_edition_sent_again_is_not_the_latest(
    begun: Target, both: Target, editions: Editions
) -> None:
    for edition in (editions.november, editions.october):
        entries = begun.send(edition)
    assert outcomes(entries) == {"kept"} and begun.files() == both.files()


def test_an_older_edition_that_comes_late_joins_the_archive(empty: Target, editions: Editions) -> None:
    empty.send(editions.november)
    late = empty.send(editions.october)
    files = empty.files()
    assert files["latest/ferry.ko.pdf"] == files["2026-11/ferry.ko.pdf"] != files["2026-10/ferry.ko.pdf"]
    assert {entry.what for entry in late if entry.outcome == "sent"} >= {
        "2026-10/ferry.ko.pdf",
        "index.ko.html",
    }
    assert dangling(empty, site_pages(empty)) == []


def test_the_site_needs_no_journal(begun: Target, both: Target, editions: Editions) -> None:
    """Old editions stay, and what changed is told, from what the site itself holds."""
    begun.journal.path.unlink()
    begun.send(editions.november)
    assert begun.files() == both.files()
    begun.journal.path.unlink()
    assert outcomes(begun.send(editions.november)) == {"kept"}
    assert len(list(begun.journal.entries())) == len({entry.what for entry in begun.journal.entries()}) > 30


def test_other_bytes_for_a_published_edition_are_refused(begun: Target, editions: Editions) -> None:
    before = begun.files(), stamps(begun)
    items = tuple(
        replace(item, content=item.content + b"\n") if item.name == "ferry.ko.md" else item
        for item in editions.october.items
    )
    for edition in (replace(editions.october, items=items), replace(editions.october, items=items[1:])):
        with pytest.raises(Refusal) as refused:
            begun.send(edition)
        (problem,) = refused.value.problems
        assert problem.code == "O034" and "ferry.ko.md" in problem.message and "2026-10" in problem.message
    assert (begun.files(), stamps(begun)) == before
    (begun.folder / "2026-10" / "ferry.en.pdf").write_bytes(b"another")
    with pytest.raises(Refusal, match=r"ferry\.en\.pdf"):
        begun.send(editions.october)
    # nor does the next edition take an edition for its own whose list is lost
    (begun.folder / "editions.json").unlink()
    with pytest.raises(Refusal, match=r"ferry\.en\.pdf"):
        begun.send(editions.october)


def test_a_file_that_was_lost_comes_back(begun: Target, editions: Editions) -> None:
    before = begun.files()
    for name in ("2026-10/ferry.ko.pdf", "latest/index.en.html", "feed.ko.xml"):
        (begun.folder / name).unlink()
    sent = {entry.what for entry in begun.send(editions.october) if entry.outcome == "sent"}
    assert sent == {"2026-10/ferry.ko.pdf", "latest/index.en.html", "feed.ko.xml"}
    assert begun.files() == before


def test_strangers_in_the_folder_stay(empty: Target, editions: Editions) -> None:
    strangers = {
        "CNAME": b"briefs.example\n",
        "favicon.ico": b"\0",
        ".well-known/security.txt": b"x",
        "latest/note": b"y",
    }
    for name, content in strangers.items():
        (empty.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (empty.folder / name).write_bytes(content)
    for edition in (editions.october, editions.november):
        empty.send(edition)
    files = empty.files()
    assert {name: files[name] for name in strangers} == strangers
    assert not any(name in empty.text("SHA256SUMS") for name in strangers)


def test_what_the_newest_edition_lacks_leaves_latest_and_stays_in_its_own_folder(
    begun: Target, editions: Editions
) -> None:
    items = tuple(item for item in editions.november.items if item.format != "md")
    begun.send(replace(editions.november, items=items))
    files = begun.files()
    assert "2026-10/ferry.ko.md" in files and "latest/ferry.ko.pdf" in files
    assert "latest/ferry.ko.md" not in files and "latest/ferry.ko.md" not in begun.text("SHA256SUMS")


def _killed_at(call: str, number: int, made: Target, edition: Release) -> bool:
    """Publish in a process of its own that dies in its ``number``-th ``call``; whether it came so far.

    ``call`` is write (half a file is written) or clear (what was swapped out still lies there).
    """
    child = os.fork()
    if child == 0:
        room, name = (swap, "write_durably") if call == "write" else (swap.shutil, "rmtree")
        real, left = getattr(room, name), [number]

        def die(path: Path, *given: Any, **named: Any) -> None:
            left[0] -= path.exists() or call == "write"
            if not left[0]:
                if call == "write":
                    path.write_bytes(given[0][: len(given[0]) // 2])
                os.kill(os.getpid(), signal.SIGKILL)
            real(path, *given, **named)

        setattr(room, name, die)
        try:
            made.send(edition)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


WRITES = 32
"""Files that are written for an edition that joins another one: its own, latest, and what leads to them."""


@pytest.mark.parametrize(
    ("call", "number"),
    [
        *(("write", number) for number in (1, 14, 28, WRITES)),
        ("clear", 1),
        ("clear", 2),
        *(pytest.param("write", number, marks=pytest.mark.slow) for number in range(1, WRITES + 1)),
    ],
)
def test_a_run_that_is_killed_is_finished_by_the_next(
    begun: Target, both: Target, editions: Editions, call: str, number: int
) -> None:
    assert _killed_at(call, number, begun, editions.november)
    assert dangling(begun, [name for name in site_pages(begun) if "briefing-" not in name]) == []
    assert outcomes(begun.send(editions.november)) <= {"sent", "kept"}
    assert begun.files() == both.files()
    assert outcomes(begun.send(editions.november)) == {"kept"}


@pytest.mark.parametrize("date", ["2026-10/2026-11", "../2026-10", "2026-10~", "2026-13?", "latest", ""])
def test_a_date_that_is_no_address_is_refused(empty: Target, editions: Editions, date: str) -> None:
    with pytest.raises(Refusal) as refused:
        empty.send(replace(editions.october, date=date))
    assert [problem.code for problem in refused.value.problems] == ["O034"] and not empty.folder.exists()


@pytest.mark.parametrize(
    "name", ["../evil.html", "a/b.html", ".htaccess", "index.ko.html", "a b.pdf", "a\n.pdf"]
)
def test_a_name_that_is_no_file_of_the_edition_is_refused(
    empty: Target, editions: Editions, name: str
) -> None:
    item = replace(editions.october.items[0], name=name)
    with pytest.raises(Refusal) as refused:
        empty.send(replace(editions.october, items=(item, *editions.october.items[1:])))
    assert [problem.code for problem in refused.value.problems] == ["O034"] and not empty.folder.exists()


def test_a_link_that_leads_out_of_the_site_is_refused(
    empty: Target, editions: Editions, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    empty.folder.mkdir()
    (empty.folder / "latest").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refusal, match="leads out"):
        empty.send(editions.october)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"folder": "2026-10"', '"folder": "../../2026-10"'),
        ('"folder": "2026-10"', '"folder": "2026-19"'),
        ('"name": "ferry.ko.pdf"', '"name": "../ferry.ko.pdf"'),
        ('"schema": "briefing-site-1"', '"schema": "another"'),
        ('"ko": {', '"../ko": {'),
        ("{", "["),
    ],
)
def test_a_list_of_editions_that_was_tampered_with_is_refused(
    begun: Target, editions: Editions, old: str, new: str
) -> None:
    path = begun.folder / "editions.json"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = begun.files()
    with pytest.raises(Refusal) as refused:
        begun.send(editions.november)
    assert refused.value.problems[0].code == "O034" and begun.files() == before


def test_words_of_the_list_are_escaped(begun: Target, editions: Editions) -> None:
    path = begun.folder / "editions.json"
    path.write_text(path.read_text("utf-8").replace("Boats to", "<script>&amp; to"), "utf-8")
    begun.send(editions.november)
    for name in ("index.en.html", "2026-10/index.en.html", "feed.en.xml"):
        assert "<script>" not in begun.text(name) and "&lt;script&gt;&amp;amp; to" in begun.text(name)


@pytest.mark.parametrize("address", ["https://a.example/?x=1", "https://a.example/#x"])
def test_an_address_with_a_query_is_refused(tmp_path: Path, editions: Editions, address: str) -> None:
    with pytest.raises(Refusal) as refused:
        target(tmp_path, address).send(editions.october)
    assert refused.value.problems[0].code == "O033"


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("2024", "2024-01-01"), ("2024-10", "2024-10-01"), ("2024-10-07", "2024-10-07"),
        ("2024-Q3", "2024-07-01"), ("2024-H2", "2024-07-01"), ("2024-Q1", "2024-01-01"),
    ],
)  # fmt: skip
def test_an_edition_has_the_first_instant_of_its_date(date: str, instant: str) -> None:
    assert Published(date, "x", 1, "", {}, ()).instant == f"{instant}T00:00:00Z"


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 KB"), (48_400, "48 KB"), (1_250_000, "1.3 MB"), (12_000_000, "12 MB")]
)
def test_sizes(size: int, said: str) -> None:
    assert weight(size, "en") == said


# the site as readers get it


@pytest.fixture(scope="module")
def served(editions: Editions, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """Both editions behind nginx, on a free port of this machine."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not here: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = target(folder, f"http://127.0.0.1:{port}")
    made.send(editions.october)
    made.send(editions.november)
    (folder / "nginx.conf").write_text(
        NGINX.format(folder=folder, port=port, user="user root;" * (os.getuid() == 0))
    )
    server = subprocess.Popen(
        [nginx, "-p", str(folder), "-e", str(folder / "errors"), "-c", str(folder / "nginx.conf")]
    )
    try:
        for _ in range(100):
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield made
    finally:
        server.terminate()
        server.wait(10)


NGINX = """{user} daemon off; worker_processes 1; pid {folder}/pid;
events {{}}
http {{
  access_log {folder}/access;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  types {{
    text/html html; application/pdf pdf; application/json json; text/csv csv; text/markdown md;
    application/xml xml; text/plain txt;
  }}
  charset utf-8;
  charset_types text/html text/csv text/markdown text/plain;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/site;
    location ~ /feed\\.[^/]+\\.xml$ {{ types {{ application/atom+xml xml; }} }}
    location = /probe.html {{ root {folder}; }}
  }}
}}
"""


def get(address: str) -> tuple[int, str, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Type"], error.read()


def test_a_server_shows_every_file_at_its_address(served: Target, editions: Editions) -> None:
    for edition in ("2026-11", "2026-10", "latest"):
        for item in (editions.october if edition == "2026-10" else editions.november).items:
            assert get(f"{served.address}/{edition}/{item.name}") == (200, item.type, item.content)
        status, type, content = get(f"{served.address}/{edition}/")
        assert (status, type) == (200, "text/html; charset=utf-8") and b"url=index.ko.html" in content
    assert get(f"{served.address}/")[0] == 200
    assert get(f"{served.address}/feed.ko.xml")[:2] == (200, "application/atom+xml")
    for missing in ("2026-09/", "2026-11/ferry.ja.pdf", "nowhere"):
        assert get(f"{served.address}/{missing}")[0] == 404


def test_a_server_has_what_every_link_of_every_page_names(served: Target) -> None:
    links = {
        urljoin(f"{served.address}/{name}", link)
        for name in site_pages(served)
        for link in Page(served.text(name)).links
    }
    for name in ("feed.ko.xml", "feed.en.xml"):
        links |= {
            link.get("href", "") for link in ElementTree.fromstring(served.text(name)).iter(f"{ATOM}link")
        }
    root = ElementTree.fromstring(served.text("sitemap.xml"))
    links |= {each.text or "" for each in root.iter(f"{SITEMAP}loc")} | {
        each.get("href", "") for each in root.iter(f"{XHTML}link")
    }
    assert len(links) > 30 and {link for link in links if get(link.partition("#")[0])[0] != 200} == set()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("Chromium is not here")
    profile = tmp_path_factory.mktemp("profile")
    return [
        found,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={profile}",
        "--virtual-time-budget=4000",
    ]


def seen(chromium: list[str], address: str) -> str:
    ran = subprocess.run([*chromium, "--dump-dom", address], capture_output=True, text=True, timeout=60)
    return ran.stdout


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("2026-11/index.ko.html", "2026년 10월 이후 바뀐 수치"),
        ("index.en.html", "Earlier editions"),
        ("", "지난 호"),
    ],
)
def test_a_browser_shows_a_page_and_asks_for_nothing_else(
    served: Target, chromium: list[str], path: str, words: str
) -> None:
    log = served.folder.parent / "access"
    before = log.stat().st_size
    assert words in seen(chromium, f"{served.address}/{path}")
    asked = re.findall(r'"GET /(\S*) HTTP', log.read_text()[before:])
    assert asked == [path] if path else asked == ["", "index.ko.html"]


def test_pages_fit_a_telephone(served: Target, chromium: list[str]) -> None:
    """At 360 pixels nothing makes the page scroll sideways."""
    paths = ["index.ko.html", "2026-11/index.en.html", "2026-10/index.ko.html"]
    frames = "".join(f'<iframe src="/{path}" width=360 height=700></iframe>' for path in paths)
    script = "onload = () => { document.title = [...document.querySelectorAll('iframe')].map(e => e.contentWindow).map(f => f.document.documentElement.scrollWidth - f.document.documentElement.clientWidth + '/' + f.innerWidth).join(' ') }"
    (served.folder.parent / "probe.html").write_text(
        f"<!doctype html><title>?</title>{frames}<script>{script}</script>"
    )
    title = re.search(r"<title>(.*?)</title>", seen(chromium, f"{served.address}/probe.html"))
    assert title is not None and title[1].split() == ["0/360"] * 3
