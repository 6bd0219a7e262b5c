"""An edition reaches an object store whole, each object once and right, whatever fails on the way."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from moto.server import ThreadedMotoServer

from briefing import pipeline
from briefing.model import Refusal
from briefing.project import load
from briefing.publish import address, store
from briefing.publish import release as released
from briefing.publish.journal import Entry, Journal
from briefing.publish.release import Item, Release
from briefing.publish.shelf import FOR_GOOD, attributes
from briefing.publish.targets import named
from tests import small_brief
from tests.publish.between import Answer, BrokenOff, Request, serving
from tests.publish.bring import DATE, edition, target

ROOT = Path(__file__).resolve().parents[2]
SPOTTED = "wJalrXUtnFEMI+SPOT/ME+bPxRfiCYEXAMPLEKEY"
"""The secret key: nothing that is printed, written or raised may hold it."""
KEY_ID = "AKIASPOTTEDEXAMPLE00"
BUCKET = "briefs"


@pytest.fixture(scope="module")
def project(moto: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small brief with a store to go to, built."""
    folder = small_brief.write(tmp_path_factory.mktemp("brief"))
    with (folder / "briefing.toml").open("a", encoding="utf-8") as config:
        config.write(
            f'\n[publish.shelf]\nkind = "store"\nurl = "s3://{BUCKET}/seoul"\n'
            f'endpoint = "http://127.0.0.1:{moto}"\nregion = "us-east-1"\n'
            'key_id = "STORE_ID"\nkey = "STORE_KEY"\n'
        )
    pipeline.build(
        load(folder),
        languages=("ko", "en"),
        formats=("md", "html", "pdf"),
        out=folder / "output",
        originals=folder / "seeds/originals",
    )
    return folder


@pytest.fixture(scope="module")
def real(project: Path) -> Release:
    return released(load(project), project / "output", project / "seeds/originals")


@pytest.fixture(scope="module")
def files(real: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the edition, and a large one, so that there is time to be killed in the middle of it."""
    folder = tmp_path_factory.mktemp("files")
    for item in real.items:
        (folder / item.name).write_bytes(item.content)
    (folder / "ferry.figures.bin").write_bytes(bytes(range(256)) * 16_000)
    return folder


@pytest.fixture(scope="module")
def moto() -> Iterator[int]:
    """The port of an S3 server."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    assert server._server is not None
    yield server._server.server_port
    server.stop()


@pytest.fixture(autouse=True)
def secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("AWS_", "AZURE_", "GOOGLE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("STORE_ID", KEY_ID)
    monkeypatch.setenv("STORE_KEY", SPOTTED)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")


@pytest.fixture
def s3(moto: int) -> Iterator[Any]:
    """A client of the S3 server, with an empty bucket."""
    import boto3

    client = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{moto}",
        aws_access_key_id="a",
        aws_secret_access_key="b",
        region_name="us-east-1",
    )
    client.create_bucket(Bucket=BUCKET)
    yield client
    for name in names(client):
        client.delete_object(Bucket=BUCKET, Key=name)
    client.delete_bucket(Bucket=BUCKET)


def names(client: Any) -> list[str]:
    return [row["Key"] for row in client.list_objects_v2(Bucket=BUCKET).get("Contents", ())]


def content(client: Any, name: str) -> bytes:
    return bytes(client.get_object(Bucket=BUCKET, Key=f"seoul/{DATE}/{name}")["Body"].read())


def s3_target(port: int, url: str = f"s3://{BUCKET}/seoul", host: str = "127.0.0.1") -> Any:
    return target(url, f"http://{host}:{port}")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "published" / "journal.jsonl")


def bring(brief: Release, to: Any, journal: Journal, *, dry_run: bool = False) -> list[Entry]:
    entries = list(store.send(brief, to, journal, dry_run=dry_run))
    if not dry_run:
        known = {entry.what: entry for entry in journal.entries()}
        assert all(entry.what in known for entry in entries)
    return entries


def outcomes(entries: list[Entry]) -> dict[str, str]:
    return {entry.what.rpartition("/")[2]: entry.outcome for entry in entries}


def assert_whole(brief: Release, read: Callable[[str], bytes]) -> None:
    """Every object holds its bytes, and the sums say so."""
    for item in brief.items:
        assert read(item.name) == item.content, item.name
    rows = dict(reversed(line.split("  ")) for line in read(store.SUMS).decode().splitlines())
    assert rows == {item.name: sha256(item.content).hexdigest() for item in brief.items}


# an S3 server


def test_an_edition_is_put_with_types_and_languages_then_kept(
    real: Release, moto: int, s3: Any, journal: Journal
) -> None:
    first = bring(real, s3_target(moto), journal)
    assert set(outcomes(first).values()) == {"sent"} and len(first) == len(real.items) + 1 == 9
    assert first[-1].what == f"s3://{BUCKET}/seoul/{DATE}/SHA256SUMS"
    assert_whole(real, lambda name: content(s3, name))
    for item in real.items:
        head = s3.head_object(Bucket=BUCKET, Key=f"seoul/{DATE}/{item.name}")
        assert head["ContentType"] == item.type
        assert head.get("ContentLanguage", "") == item.language
        assert (head["ContentDisposition"], head["CacheControl"]) == ("inline", FOR_GOOD)
    assert {item.language for item in real.items} == {"ko", "en", ""}
    written = journal.path.read_bytes()
    second = bring(real, s3_target(moto, host="localhost"), journal)
    assert set(outcomes(second).values()) == {"kept"} and len(second) == 9
    assert journal.path.read_bytes() == written  # that it is there is told already


def test_other_bytes_are_refused_and_left(real: Release, moto: int, s3: Any, journal: Journal) -> None:
    bring(real, s3_target(moto), journal)
    changed = [
        replace(each, content=each.content + b" ") if each.format == "md" else each for each in real.items
    ]
    entries = bring(replace(real, items=tuple(changed)), s3_target(moto), journal)
    refused = [entry for entry in entries if entry.outcome == "refused"]
    assert [Path(entry.what).suffix for entry in refused] == [".md", ".md"]
    assert all("O034" in entry.said and "never changes" in entry.said for entry in refused)
    assert store.SUMS not in outcomes(entries)
    assert_whole(real, lambda name: content(s3, name))


def test_the_same_bytes_under_another_type_are_refused(
    real: Release, moto: int, s3: Any, journal: Journal
) -> None:
    item = next(item for item in real.items if item.format == "html" and item.language == "ko")
    name = f"seoul/{DATE}/{item.name}"
    s3.put_object(Bucket=BUCKET, Key=name, Body=item.content, ContentType="text/plain")
    entries = {entry.what.rpartition("/")[2]: entry for entry in bring(real, s3_target(moto), journal)}
    assert entries[item.name].outcome == "refused" and "Content-Type" in entries[item.name].said
    assert s3.head_object(Bucket=BUCKET, Key=name)["ContentType"] == "text/plain"


def test_a_dry_run_puts_nothing(real: Release, moto: int, s3: Any, journal: Journal, tmp_path: Path) -> None:
    one = real.items[0]
    s3.put_object(Bucket=BUCKET, Key=f"seoul/{DATE}/{one.name}", Body=b"other")
    said = outcomes(bring(real, s3_target(moto), journal, dry_run=True))
    assert said.pop(one.name) == "refused" and set(said.values()) == {"sent"}
    assert names(s3) == [f"seoul/{DATE}/{one.name}"]
    folder = tmp_path / "none yet"
    assert len(bring(real, target(folder.as_uri()), journal, dry_run=True)) == 9
    assert not folder.exists() and not journal.path.exists()


# a store that fails


@pytest.mark.parametrize("way", ["503", "no answer", "lost answer"])
def test_every_third_request_failing_is_got_over(
    way: str, real: Release, moto: int, s3: Any, journal: Journal
) -> None:
    failed = []

    def every_third(request: Request) -> Answer:
        if request.number % 3:
            return request.pass_on(moto)
        failed.append(request.number)
        if way == "lost answer":
            request.pass_on(moto)
        if way in ("no answer", "lost answer"):
            raise BrokenOff
        return Answer(int(way), {}, b"<Error><Code>SlowDown</Code></Error>")

    with serving(every_third) as port:
        entries = bring(real, s3_target(port), journal)
    assert len(failed) >= 6 and len(entries) == 9
    assert set(outcomes(entries).values()) <= ({"sent", "kept"} if way == "lost answer" else {"sent"})
    assert_whole(real, lambda name: content(s3, name))


def test_an_answer_that_does_not_come_in_time_is_got_over(
    real: Release, moto: int, s3: Any, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.publish.shelf.PATIENCE", timedelta(seconds=1.5))

    def stalling(request: Request) -> Answer:
        answer = request.pass_on(moto)
        if request.number == 3:  # made, and nobody heard
            time.sleep(2.5)
        return answer

    with serving(stalling) as port:
        entries = bring(real, s3_target(port), journal)
    assert set(outcomes(entries).values()) <= {"sent", "kept"} and len(entries) == 9
    assert outcomes(entries)[real.items[1].name] == "kept"
    assert_whole(real, lambda name: content(s3, name))


def test_a_read_back_that_differs_is_caught_and_put_right(
    real: Release, moto: int, s3: Any, journal: Journal
) -> None:
    hit = next(item.name for item in real.items if item.format == "pdf")

    def corrupting(request: Request) -> Answer:
        answer = request.pass_on(moto)
        if request.method == "GET" and request.path.endswith(hit):
            answer.body = answer.body[:-1] + bytes([answer.body[-1] ^ 1])
        return answer

    with serving(corrupting) as port:
        entries = {entry.what.rpartition("/")[2]: entry for entry in bring(real, s3_target(port), journal)}
    assert (
        entries[hit].outcome == "failed"
        and "other bytes than were put; it was taken away" in entries[hit].said
    )
    assert sum(entry.outcome == "sent" for entry in entries.values()) == 7 and store.SUMS not in entries
    assert f"seoul/{DATE}/{hit}" not in names(s3)
    after = outcomes(bring(real, s3_target(moto), journal))
    assert after.pop(hit) == "sent" and after.pop(store.SUMS) == "sent" and set(after.values()) == {"kept"}
    assert_whole(real, lambda name: content(s3, name))


def test_a_store_that_takes_other_bytes_is_caught(
    real: Release, moto: int, s3: Any, journal: Journal
) -> None:
    """The server's own check of sums is not relied upon: this one takes what does not agree with them."""

    def altering(request: Request) -> Answer:
        request.body = request.body.replace(b"<html", b"<HTML", 1)
        return request.pass_on(moto)

    with serving(altering) as port:
        said = outcomes(bring(real, s3_target(port), journal))
    assert {name for name, outcome in said.items() if outcome == "failed"} == {
        "ferry.ko.html",
        "ferry.en.html",
    }
    assert not [name for name in names(s3) if name.endswith((".html", store.SUMS))]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (403, "does not let this key"),
        (401, "does not let this key"),
        (400, "answered 400"),
        (501, "answered 501"),
    ],
)
def test_a_failure_for_good_ends_the_target_and_shows_no_secret(
    status: int, expected: str, real: Release, journal: Journal, capfd: pytest.CaptureFixture[str]
) -> None:
    seen = []

    def echoing(request: Request) -> Answer:
        seen.append(request)
        echoed = f"<Error><Code>{SPOTTED}</Code>{request.headers}{KEY_ID} {SPOTTED}</Error>"
        return Answer(status, {"x-amz-id": "1"}, echoed.encode())

    with serving(echoing) as port:
        entries = bring(real, s3_target(port), journal)
    print(entries, s3_target(port))
    assert [entry.outcome for entry in entries] == ["failed"] and expected in entries[0].said
    assert len(seen) == (6 if status >= 500 else 1)  # a server's own failure is tried again, no other is
    written = "".join([*capfd.readouterr(), journal.path.read_text("utf-8")])
    assert not any(word in written for word in (SPOTTED, KEY_ID, "Signature=", "Credential="))


def test_no_bucket_and_no_server_end_the_target(real: Release, moto: int, journal: Journal) -> None:
    entries = bring(real, s3_target(moto, "s3://nowhere/seoul"), journal)
    assert [(entry.outcome, entry.said) for entry in entries] == [
        ("failed", "there is no such bucket, container or folder")
    ]
    (dry,) = bring(real, s3_target(moto, "s3://nowhere/seoul"), journal, dry_run=True)
    assert (dry.outcome, dry.said) == (entries[0].outcome, entries[0].said)
    with serving(lambda request: Answer(500)) as port:
        pass  # a port where nothing listens any more
    started = time.monotonic()
    entries = bring(real, s3_target(port), journal)
    assert [entry.outcome for entry in entries] == ["failed"] and "cannot be reached" in entries[0].said
    assert time.monotonic() - started < 60


# a run that is killed


def start(files: Path, journal: Journal, *to: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.publish.bring", str(files), str(journal.path), *to]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@pytest.mark.parametrize(
    ("number", "moment"),
    [(1, "in it"), (5, "after"), (8, "before"), (11, "in it"), (19, "in it")],
)
def test_a_killed_run_is_finished_by_the_next(
    number: int, moment: str, files: Path, moto: int, s3: Any, journal: Journal
) -> None:
    running: list[subprocess.Popen[str]] = []

    def deadly(request: Request) -> Answer:
        if request.number != number:
            return request.pass_on(moto)
        if moment == "in it":
            request.pass_on_half(moto)
        elif moment == "after":
            request.pass_on(moto)
        while not running:
            time.sleep(0.01)
        running[0].send_signal(signal.SIGKILL)
        running[0].wait(10)
        raise BrokenOff

    brief = edition(files)
    with serving(deadly) as port:
        running.append(start(files, journal, f"s3://{BUCKET}/seoul", f"http://127.0.0.1:{port}"))
        running[0].communicate(timeout=60)
    assert running[0].returncode == -signal.SIGKILL
    there = {name.rpartition("/")[2] for name in names(s3)}
    for item in brief.items:
        assert item.name not in there or content(s3, item.name) == item.content
    assert store.SUMS not in there or number >= 19
    entries = bring(brief, s3_target(moto), journal)
    assert set(outcomes(entries).values()) <= {"sent", "kept"} and len(entries) == 10
    assert {name for name, outcome in outcomes(entries).items() if outcome == "kept"} == there
    assert_whole(brief, lambda name: content(s3, name))


def test_a_run_killed_while_it_writes_a_folder_leaves_no_torn_object(
    files: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    large = tmp_path_factory.mktemp("large")
    for path in files.iterdir():
        (large / path.name).write_bytes(path.read_bytes())
    (large / "ferry.figures.bin").write_bytes(bytes(range(256)) * 100_000)
    brief, torn = edition(large), 0
    for after in range(3):
        folder, journal = tmp_path / f"site {after}", Journal(tmp_path / f"{after}.jsonl")
        running = start(large, journal, folder.as_uri())
        wanted = "ferry.figures.bin#1" if after < 2 else brief.items[after].name
        while running.poll() is None and not (folder / DATE / wanted).exists():
            time.sleep(0.0005)
        time.sleep(0.004 * after)
        running.kill()
        running.communicate(timeout=30)
        for item in brief.items:
            path = folder / DATE / item.name
            assert not path.exists() or path.read_bytes() == item.content
        torn += (folder / DATE / "ferry.figures.bin#1").exists()
        entries = bring(brief, target(folder.as_uri()), journal)
        assert set(outcomes(entries).values()) <= {"sent", "kept"} and len(entries) == 10
        assert_whole(brief, lambda name, folder=folder: (folder / DATE / name).read_bytes())  # type: ignore[misc]
    assert torn, "no run was killed in the middle of an object"


# a folder


def test_a_folder_is_a_store_too(real: Release, tmp_path: Path, journal: Journal) -> None:
    folder = tmp_path / "웹 사이트"
    assert set(outcomes(bring(real, target(folder.as_uri()), journal)).values()) == {"sent"}
    assert_whole(real, lambda name: (folder / DATE / name).read_bytes())
    checked = subprocess.run(
        ["sha256sum", "--strict", "-c", store.SUMS], cwd=folder / DATE, capture_output=True
    )
    assert checked.returncode == 0, checked
    assert set(outcomes(bring(real, target(folder.as_uri()), journal)).values()) == {"kept"}
    one = folder / DATE / real.items[0].name
    one.write_bytes(b"other")
    said = outcomes(bring(real, target(folder.as_uri()), journal))
    assert said[one.name] == "refused" and one.read_bytes() == b"other"


def assert_finished_with_space(brief: Release, folder: Path, journal: Journal, said: str) -> None:
    assert said in os.strerror(errno.ENOSPC) + os.strerror(errno.EFBIG) and said
    for item in brief.items:
        path = folder / DATE / item.name
        assert not path.exists() or path.read_bytes() == item.content
    assert not (folder / DATE / store.SUMS).exists()
    entries = bring(brief, target(folder.as_uri()), journal)
    assert {"sent", "kept"} == set(outcomes(entries).values()) and len(entries) == 10
    assert_whole(brief, lambda name: (folder / DATE / name).read_bytes())
    assert not list((folder / DATE).glob("*#*"))


def test_a_file_too_large_for_the_disk_is_told_and_put_later(
    files: Path, tmp_path: Path, journal: Journal
) -> None:
    folder = tmp_path / "site"
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, limit[1]))
    try:
        entries = bring(edition(files), target(folder.as_uri()), journal)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert entries[-1].outcome == "failed" and "ferry.figures.bin" in entries[-1].what
    assert_finished_with_space(edition(files), folder, journal, entries[-1].said.partition(": ")[2])


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_full_disk_is_told_and_the_edition_put_later(files: Path, tmp_path: Path, journal: Journal) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        entries = bring(edition(files), target((disk / "site").as_uri()), journal)
        assert entries[-1].outcome == "failed" and os.strerror(errno.ENOSPC) in entries[-1].said
        subprocess.run(["mount", "-o", "remount,size=40m", str(disk)], check=True)
        said = entries[-1].said.partition(": ")[2]
        assert_finished_with_space(edition(files), disk / "site", journal, said)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


# other dialects


def dialect(
    objects: dict[str, tuple[dict[str, str], bytes]], create: str, named: str
) -> Callable[[Request], Answer]:
    """A server that keeps objects as GCS (x-goog-…) and Azure (x-ms-…) do, as far as an edition asks of it."""

    def answer(request: Request) -> Answer:
        headers = {key.lower(): value for key, value in request.headers.items()}
        if request.method == "PUT":
            assert create in headers, headers
            if request.path in objects:
                return Answer(412 if create.startswith("x-goog") else 409, {}, b"")
            kept = {
                key: headers[f"{named}{key}"]
                for key in ("content-type", "content-language", "content-disposition", "cache-control")
                if f"{named}{key}" in headers
            }
            objects[request.path] = kept, request.body
            return Answer(201 if named else 200, {"ETag": '"1"', "x-goog-generation": "1"})
        if request.path not in objects:
            return Answer(404)
        kept, body = objects[request.path]
        dated = {"ETag": '"1"', "Last-Modified": "Mon, 03 Jun 2024 00:00:00 GMT", "x-goog-generation": "1"}
        return Answer(200, kept | dated, body)

    return answer


@pytest.mark.parametrize("scheme", ["gs", "az"])
def test_gcs_and_azure_get_types_languages_and_create_only(
    scheme: str, real: Release, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    objects: dict[str, tuple[dict[str, str], bytes]] = {}
    create, named = {
        "gs": ("x-goog-if-generation-match", ""),
        "az": ("if-none-match", "x-ms-blob-"),
    }[scheme]
    if scheme == "gs":
        account = {"private_key": "", "private_key_id": "", "client_email": "", "disable_oauth": True}
        monkeypatch.setenv("STORE_KEY", json.dumps(account))
    else:
        monkeypatch.setenv("STORE_KEY", "U1BPVC9NRQ==")
    with serving(dialect(objects, create, named)) as port:
        to = target(f"{scheme}://{BUCKET}/seoul", f"http://127.0.0.1:{port}")
        assert [*outcomes(bring(real, to, journal)).values()] == ["sent"] * 9, journal.path.read_text()
        assert [*outcomes(bring(real, to, journal)).values()] == ["kept"] * 9
    for item in real.items:
        kept, body = next(
            kept for path, kept in objects.items() if unquote(path).endswith(f"seoul/{DATE}/{item.name}")
        )
        assert body == item.content and kept["content-type"] == item.type
        assert kept.get("content-language", "") == item.language
        assert (kept["content-disposition"], kept["cache-control"]) == ("inline", FOR_GOOD)


# what is refused before anything is opened


@pytest.mark.parametrize(
    ("url", "endpoint", "expected"),
    [
        ("s3://b/p", "http://store.example", "this machine alone"),
        ("s3://b/p", "http://127.0.0.1.example", "this machine alone"),
        ("s3://b/p", "http://10.0.0.1:9000", "this machine alone"),
        ("gs://b/p", "HTTP://store.example", "this machine alone"),
        ("s3://b/p", "https://id:key@store.example", "bare address"),
        ("s3://b/p", "https://store.example?x=1", "bare address"),
        ("s3://b/p", "https://[::1", "no address"),
        ("s3://id:key@b/p", None, "key_id and key name"),
        ("s3://b/p?versionId=1", None, "without ? and #"),
        ("s3://b/p#1", None, "without ? and #"),
        ("s3://b/../c", None, ". or .."),
        ("s3://b/%2e%2e/c", None, ". or .."),
        ("s3://b/a//c", None, ". or .."),
        ("file:///a/../b", None, ". or .."),
        ("s3://b/a%0d%0aX-Y: z", None, "character"),
        ("file://host/a", None, "must be"),
        ("s3:///a", None, "must be"),
        ("https://b/p", None, "must be"),
        ("memory:///", None, "must be"),
        ("/var/www", None, "must be"),
        ("file:///a", "https://store.example", "no endpoint"),
    ],
)
def test_an_address_that_will_not_do(
    url: str,
    endpoint: str | None,
    expected: str,
    project: Path,
    tmp_path: Path,
    real: Release,
    journal: Journal,
) -> None:
    assert expected in address.fault(url, endpoint)
    with pytest.raises(Refusal) as refused:
        next(store.send(real, target(url, endpoint), journal))
    assert refused.value.problems[0].code == "O033" and refused.value.exit_code == 2
    folder = small_brief.write(tmp_path / "brief")
    table = {"kind": "store", "url": url} | ({"endpoint": endpoint} if endpoint else {})
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in table.items())
    with (folder / "briefing.toml").open("a") as config:
        config.write(f"\n[publish.shelf]\n{lines}\n")
    with pytest.raises(Refusal) as refused:
        named(load(folder), ("shelf",))
    assert refused.value.problems[0].code in ("O033", "P003")


@pytest.mark.parametrize(
    ("url", "endpoint"),
    [
        ("s3://b", None),
        ("s3://b/p/", "https://store.example:9000"),
        ("s3://b/p/q", "http://[::1]:9000"),
        ("gs://b/p", "http://localhost:9000/"),
        ("az://b/서울", None),
        ("file:///srv/a%20b", None),
    ],
)
def test_an_address_that_will_do(url: str, endpoint: str | None) -> None:
    assert address.fault(url, endpoint) == ""


def test_a_secret_that_is_missing_or_unreadable_is_refused_without_its_words(
    real: Release, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refusal) as refused:  # not a service account's JSON
        next(store.send(real, target("gs://b/p"), journal))
    told = repr(refused.getrepr(showlocals=True, funcargs=True))
    assert refused.value.problems[0].code == "O033"
    assert refused.value.__cause__ is None and refused.value.__suppress_context__
    assert SPOTTED not in told + repr(refused.value.problems)
    monkeypatch.delenv("STORE_KEY")
    with pytest.raises(Refusal) as refused:
        next(store.send(real, target("s3://b/p"), journal))
    assert refused.value.problems[0].code == "O032"


def test_without_obstore_the_extra_is_named(
    real: Release, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "obstore"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(Refusal) as refused:
        next(store.send(real, target("s3://b/p"), journal))
    (problem,) = refused.value.problems
    assert (problem.code, problem.hint) == ("O033", "pip install briefing[store]")


# the command


def test_the_command_brings_an_edition_to_a_store_and_shows_no_secret(
    project: Path, moto: int, s3: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    command = [sys.executable, "-m", "briefing", "publish", "shelf"]
    dry = subprocess.run([*command, "--dry-run"], cwd=project, capture_output=True, text=True)
    assert (dry.returncode, dry.stdout.count("shelf: sent"), names(s3)) == (0, 9, []), dry
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.count("shelf: sent"), len(names(s3))) == (0, 9, 9), ran
    s3.delete_object(Bucket=BUCKET, Key=f"seoul/{DATE}/ferry.ko.pdf")
    again = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert (again.stdout.count("sent"), again.stdout.count("kept"), len(names(s3))) == (1, 8, 9), again
    said = "".join([dry.stdout, dry.stderr, ran.stdout, ran.stderr, again.stdout, again.stderr])
    kept = (project / "published" / "journal.jsonl").read_text("utf-8")
    assert SPOTTED not in said + kept and KEY_ID not in said + kept


def test_an_item_without_a_language_has_no_content_language() -> None:
    assert "Content-Language" not in attributes(Item("a.csv", b"", "text/csv", "", "csv"))
