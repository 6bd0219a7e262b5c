"""python -m tests.publish.bring FILES JOURNAL URL [ENDPOINT]: an edition of the files of a folder, brought to a store.

A process of its own, so that it can be killed. What it would print goes out as it happens.
"""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.model import Place
from briefing.publish.journal import Journal
from briefing.publish.release import TYPES, Item, Release
from briefing.publish.store import send
from briefing.publish.targets import Store

DATE = "2024-06"


def edition(folder: Path) -> Release:
    """A release of all files of a folder; what composed it is not needed to bring it somewhere."""
    items = []
    for path in sorted(folder.iterdir()):
        stem, _, format = path.name.rpartition(".")
        language = stem.rpartition(".")[2]
        type = TYPES.get(format, "application/octet-stream")
        items.append(
            Item(path.name, path.read_bytes(), type, language if language in ("ko", "en") else "", format)
        )
    return Release("ferry", 1, DATE, ("ko", "en"), {}, tuple(items), None)  # type: ignore[arg-type]


def target(
    url: str, endpoint: str | None = None, key_id: str | None = "STORE_ID", key: str | None = "STORE_KEY"
) -> Store:
    region = "us-east-1" if url.startswith("s3:") else None
    named = (None, None) if url.startswith("file:") else (key_id, key)
    return Store("shelf", url, endpoint, region, *named, Place("briefing.toml", 1))


if __name__ == "__main__":
    files, journal, url, *endpoint = sys.argv[1:]
    for entry in send(edition(Path(files)), target(url, *endpoint), Journal(Path(journal))):
        print(entry.outcome, entry.what, entry.said, flush=True)
