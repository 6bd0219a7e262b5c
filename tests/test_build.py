"""A build as a whole: the same bytes everywhere, the old set where it fails, other files left alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import small_brief

NAMES = sorted(f"ferry.{language}.{format}" for language in ("ko", "en") for format in ("md", "html", "pdf"))


def briefing(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("BRIEFING_")}
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(
        command, cwd=folder, env=kept | environment, capture_output=True, text=True, check=False
    )


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_brief.write(tmp_path_factory.mktemp("brief"))
    done = briefing(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder


def test_writes_every_language_and_format(built: Path) -> None:
    register = ["ferry.facts.csv", "ferry.facts.json"]
    assert sorted(files(built / "output")) == sorted([*NAMES, *register, "manifest.json"])


def test_same_bytes_in_another_folder_zone_locale_and_hash_seed(built: Path, tmp_path: Path) -> None:
    other = small_brief.write(tmp_path / "다른 폴더")
    (other / "seeds" / "facts.lock.json").write_bytes((built / "seeds" / "facts.lock.json").read_bytes())
    done = briefing(
        other,
        "build",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="7",
        SOURCE_DATE_EPOCH="1",
        HOME=str(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    assert files(other / "output") == files(built / "output")


def test_same_bytes_without_the_originals_and_says_so(built: Path, tmp_path: Path) -> None:
    other = small_brief.write(tmp_path)
    (other / "seeds" / "originals" / "ferry.txt").unlink()
    (other / "seeds" / "originals").rmdir()
    for lock in ("facts.lock.json", "audit.lock.json"):
        (other / "seeds" / lock).write_bytes((built / "seeds" / lock).read_bytes())
    done = briefing(other, "build")
    assert done.returncode == 0, done.stderr
    assert "originals were not re-read" in done.stderr
    assert files(other / "output") == files(built / "output")


def test_a_failed_build_leaves_the_old_set(built: Path, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    assert briefing(folder, "build", "--format", "md").returncode == 0
    before, lock = files(folder / "output"), (folder / "seeds/facts.lock.json").read_bytes()
    small_brief.edit(folder, "templates/brief.en.md.j2", "A new route", "Twelve routes and a new route")
    small_brief.edit(folder, "seeds/island-daily.toml", "이용객은 모두 [41만2300명]", "모두 [41만2300명]")
    done = briefing(folder, "build", "--format", "md")
    assert done.returncode == 1 and "U002" in done.stderr
    assert files(folder / "output") == before and (folder / "seeds/facts.lock.json").read_bytes() == lock


def test_one_language_and_format_leaves_the_others(built: Path, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    assert briefing(folder, "build", "--format", "md,html").returncode == 0
    (folder / "output" / "notes.txt").write_text("mine")
    before = files(folder / "output")
    small_brief.edit(folder, "templates/brief.en.md.j2", "A new route opened", "A new route was opened")
    assert briefing(folder, "build", "--lang", "en", "--format", "md").returncode == 0
    after = files(folder / "output")
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"ferry.en.md", "manifest.json"} and after.keys() == before.keys()


def test_the_kept_print_html_is_what_the_pdf_is_made_from(built: Path, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    done = briefing(folder, "build", "--lang", "ko", "--format", "pdf", "--keep-print-html", "kept")
    assert done.returncode == 0, done.stderr
    from briefing.pipeline import assemble
    from briefing.project import load
    from briefing.render import pdf
    from briefing.render.attached import Attached
    from briefing.render.links import descriptions

    html = (folder / "kept" / "ferry.ko.print.html").read_text(encoding="utf-8")
    out = folder / "output"
    register = [
        Attached(
            f"ferry.facts.{kind}",
            f"수치 근거표 ({kind.upper()})",
            (out / f"ferry.facts.{kind}").read_bytes(),
            "2024-06",
        )
        for kind in ("csv", "json")
    ]
    links = descriptions(assemble(load(folder), None).briefs["ko"])
    assert pdf.render(html, register, links=links) == (out / "ferry.ko.pdf").read_bytes()


def test_a_folder_without_a_brief_gets_the_built_in_one(tmp_path: Path) -> None:
    done = briefing(tmp_path, "build", "--lang", "en", "--format", "md")
    assert done.returncode == 0, done.stderr
    assert "brief that the package carries" in done.stderr
    assert (tmp_path / "output" / "ai-talent.en.md").is_file()


def test_no_progress_in_a_pipe(built: Path) -> None:
    done = briefing(built, "check")
    assert "\r" not in done.stderr and "\x1b" not in done.stderr + done.stdout


def test_a_changed_quote_without_originals_is_refused(built: Path, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    (folder / "seeds" / "facts.lock.json").write_bytes((built / "seeds" / "facts.lock.json").read_bytes())
    (folder / "seeds" / "originals" / "ferry.txt").unlink()
    (folder / "seeds" / "originals").rmdir()
    small_brief.edit(folder, "seeds/island-daily.toml", "[1200만달러]", "[1300만달러]")
    small_brief.edit(folder, "seeds/island-daily.toml", "[지난 4월] 새", "[지난 3월] 새")
    done = briefing(folder, "check")
    assert done.returncode == 1
    assert (
        "island-daily.toml:22: error F033: 'ship-cost'" in done.stderr and "F033: 'new-route'" in done.stderr
    )
    small_brief.edit(folder, "seeds/island-daily.toml", "[지난해] 여객선", "지난해 [여객선]")
    assert "island-daily.toml:10: error F014: '여객선' reads as no figure" in briefing(folder, "check").stderr


def test_a_forged_lock_is_refused(built: Path, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    lock = (built / "seeds" / "facts.lock.json").read_text(encoding="utf-8")
    assert lock.count('"412300"') == 1
    (folder / "seeds" / "facts.lock.json").write_text(lock.replace('"412300"', '"999999"'), encoding="utf-8")
    (folder / "seeds" / "originals" / "ferry.txt").unlink()
    (folder / "seeds" / "originals").rmdir()
    done = briefing(folder, "check")
    assert done.returncode == 1 and "F034" in done.stderr
    assert lock.count('"value": "2023"') == 1
    undated = lock.replace('"value": "2023"', '"value": 2023')
    (folder / "seeds" / "facts.lock.json").write_text(undated, encoding="utf-8")
    done = briefing(folder, "check")
    assert done.returncode == 1 and "island-daily.toml:10: error F016" in done.stderr


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"format": 1}', '{"format": 2, "originals": {}, "evidence": {}}']
)
def test_a_broken_lock_is_refused(text: str, tmp_path: Path) -> None:
    folder = small_brief.write(tmp_path)
    (folder / "seeds" / "facts.lock.json").write_text(text)
    (folder / "seeds" / "originals" / "ferry.txt").unlink()
    (folder / "seeds" / "originals").rmdir()
    done = briefing(folder, "check")
    assert done.returncode == 1 and "F031" in done.stderr and "Traceback" not in done.stderr
