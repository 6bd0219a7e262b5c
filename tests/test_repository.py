"""The committed files speak of the product alone: no path of a machine, no registry, no original."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BESIDE = ROOT / "seeds" / "originals"
ORIGINALS = Path(
    os.environ.get("BRIEFING_ORIGINALS") or (BESIDE if BESIDE.is_dir() else ROOT.parent / "shared" / "seeds")
)
RUN = 41
"""Characters in a row: a quote has at most 40, so a longer run is a copy."""

# put together here, so that this file does not hold what it looks for
MACHINE = re.compile(
    r"(?<![\w.])(?:/wor" + r"k/|/home/(?!runner\b)[a-z]\w*/|/Use" + r"rs/[A-Za-z]\w*/"
    r"|/ro" + r"ot/|/tm" + r"p/bash_|[A-Z]:\\Use" + r"rs\\)"
)
REGISTRY = re.compile(
    "|".join(
        re.escape(name)
        for name in (
            "pypi" + ".org", "python" + "hosted.org", "--index" + "-url", "--extra" + "-index",
            "registry." + "npmjs", "npmjs" + ".org", "crates" + ".io", "proxy" + ".golang",
            "arti" + "factory", "conda" + ".anaconda",
        )
    ),
    re.IGNORECASE,
)  # fmt: skip


def committed() -> list[Path]:
    """What git holds or would take up; the originals and what is ignored are not among it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    names = [name for name in listed.stdout.decode("utf-8", "surrogateescape").split("\0") if name]
    return [path for name in names if (path := ROOT / name).is_file()]


def in_a_repository() -> bool:
    return (ROOT / ".git").exists()


def texts() -> list[tuple[str, str]]:
    found = []
    for path in committed():
        content = path.read_bytes()
        if b"\0" not in content[:8192]:
            found.append((path.relative_to(ROOT).as_posix(), content.decode("utf-8", "replace")))
    return found


def matches(pattern: re.Pattern[str], files: list[tuple[str, str]]) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit[0]}"
        for name, text in files
        for hit in pattern.finditer(text)
    ]


def squeezed(text: str) -> str:
    """The words with single spaces; addresses left out, for an address is no text of an article."""
    return re.sub(r"\s+", " ", re.sub(r"https?://[^\s\"'<>)]+", " ", text))


def copied(originals: list[str], files: list[tuple[str, str]]) -> list[str]:
    """Places in which a file repeats ``RUN`` characters of an original, line breaks taken as spaces."""
    runs = {text[at : at + RUN] for text in map(squeezed, originals) for at in range(len(text) - RUN + 1)}
    found = []
    for name, text in files:
        short = squeezed(text)
        windows = (short[at : at + RUN] for at in range(len(short) - RUN + 1))
        hit = next((window for window in windows if window in runs), "")
        if hit:
            where = re.search(r"\s+".join(map(re.escape, hit.split()[:3])), text)
            found.append(f"{name}:{text.count(chr(10), 0, where.start()) + 1 if where else 0}: {hit}")
    return found


needs_git = pytest.mark.skipif(not in_a_repository(), reason="this is no git repository")


@needs_git
def test_no_path_of_a_machine() -> None:
    assert not (found := matches(MACHINE, texts())), "\n" + "\n".join(found)


@needs_git
def test_no_registry() -> None:
    assert not (found := matches(REGISTRY, texts())), "\n" + "\n".join(found)


@needs_git
@pytest.mark.skipif(not list(ORIGINALS.glob("*.txt")), reason="no originals: set BRIEFING_ORIGINALS")
def test_no_text_of_an_original() -> None:
    originals = [path.read_text("utf-8") for path in sorted(ORIGINALS.glob("*.txt"))]
    assert not (found := copied(originals, texts())), "\n" + "\n".join(found)


def test_the_searches_find_what_they_look_for() -> None:
    files = [("a.md", "one\nsee /wor" + "k/x and https://pypi" + ".org/simple\n")]
    assert matches(MACHINE, files) == ["a.md:2: /wor" + "k/"]
    assert matches(REGISTRY, files) == ["a.md:2: pypi" + ".org"]
    assert matches(MACHINE, [("a.md", "network/x and ./work/x and the /usr/share folder")]) == []
    original = "이 문장은 시험을 위하여 새로 지은 것이며 어느 기사에도 실린 적이 없는 아주 긴 문장이다."
    assert copied([original], [("a.md", original[:40]), ("b.md", original[:30] + "은" + original[31:])]) == []
    wrapped = original.replace(" 새로 ", "\n새로 ")
    address = "https://example.org/" + "a" * RUN
    assert copied([address], [("a.md", address)]) == []
    assert [fault[:7] for fault in copied([original], [("a.md", "앞\n뒤 " + wrapped)])] == ["a.md:2:"]
