"""Text -> characters a second that `briefing.reading.read` takes in one process, and how many times kiwipiepy's tokenizer that is.

    ./run python bench/reading.py [--text FILE…] [--language ko] [--runs 5]

FILE is plain text, or JSON lines with the text of each in a field `text`; the bars are for news as it comes.
Without FILE the articles of the tests are read, which hold several times as many figures as news does, and
no bar applies. The ratio is a median over runs in which both went over the same texts one after the other,
so a machine that slows down or speeds up in between does not matter. The peer is no dependency:

    ./run python -m pip install kiwipiepy        (group `bench` of pyproject.toml)
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from briefing.reading import read, script  # noqa: E402 - the tests are found from the root alone
from tests.reading.test_articles import ARTICLES, article  # noqa: E402

SPEED, RATIO = 500_000, 4


def texts(files: Sequence[Path]) -> list[str]:
    """One text a file, or one a line of JSON lines; a run over a short text says little, so all are read."""
    if not files:
        return [article(name).text for name in ARTICLES]
    found: list[str] = []
    for file in files:
        content = file.read_text(encoding="utf-8-sig")
        if file.suffix == ".jsonl":
            found += [json.loads(line)["text"] for line in content.splitlines() if line.strip()]
        else:
            found.append(content)
    return found


def seconds(work: Callable[[str], object], over: Sequence[str], times: int) -> float:
    """Processor time of ``work`` over all the texts, ``times`` over; other processes do not count."""
    started = time.process_time()
    for _ in range(times):
        for text in over:
            work(text)
    return time.process_time() - started


def tokenizer() -> Callable[[str], object] | None:
    try:
        peer = importlib.import_module("kiwipiepy")
    except ImportError:
        return None
    tokenize: Callable[[str], object] = peer.Kiwi(num_workers=1).tokenize
    return tokenize


def measured(
    over: Sequence[str], language: str | None, peer: Callable[[str], object] | None, runs: int
) -> tuple[list[float], list[float]]:
    """Seconds that the reader took over the texts in each run, and the peer right after it."""
    languages = {text: language or script(text) for text in over}

    def reader(text: str) -> object:
        return read(text, language=languages[text], published="2024-03-11")

    if peer is not None:
        seconds(peer, over, 1)
    times = max(1, round(0.5 / max(seconds(reader, over, 1), 1e-6)))
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(seconds(reader, over, times) / times)
        if peer is not None:
            theirs.append(seconds(peer, over, 1))
    return ours, theirs


def row(name: str, figure: str, bar: str = "") -> None:
    print(f"{name:<24} {figure:>12}   {bar}".rstrip())


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--text", type=Path, nargs="+", default=[], metavar="FILE")
    parser.add_argument("--language", choices=("ko", "en"), help="default: by the script of each text")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    over, judged = texts(options.text), bool(options.text)
    length = sum(map(len, over))
    ours, theirs = measured(over, options.language, tokenizer(), options.runs)
    speed = length / statistics.median(ours)
    good = speed >= SPEED
    print(f"{len(over)} texts, {length:,} characters; characters a second:")
    row("briefing.reading.read", f"{speed:,.0f}", f"at least {SPEED:,}" if judged else "")
    if theirs:
        ratio = statistics.median(b / a for a, b in zip(ours, theirs, strict=True))
        good &= ratio >= RATIO
        row("kiwipiepy, tokenize", f"{length / statistics.median(theirs):,.0f}")
        row("ratio", f"{ratio:.2f}", f"at least {RATIO}" if judged else "")
    else:
        print("kiwipiepy is missing, so there is no ratio: ./run python -m pip install kiwipiepy")
    return 0 if good or not judged else 1


if __name__ == "__main__":
    sys.exit(main())
