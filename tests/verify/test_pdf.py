"""A distributed PDF: what holds, what was altered, what a forger who mends the digest has still against him."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from briefing.bounded import MEMORY
from briefing.cli import app
from briefing.model import Refusal
from briefing.render import pdf, seal
from briefing.verify import bounded
from briefing.verify import pdf as verified
from tests.verify.conftest import Built

Codes = Callable[..., set[str]]


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["verify", *map(str, arguments)], env={"BRIEFING_ORIGINALS": None})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_pdf_as_it_was_built_holds(built: Built, language: str, tmp_path: Path) -> None:
    alone = tmp_path / "renamed.pdf"
    alone.write_bytes((built.out / f"ferry.{language}.pdf").read_bytes())
    code, said = run(alone)
    assert code == 0 and "unaltered since it was built, its builder unknown" in said
    assert "5 quotes read again, 1 formulas calculated again" in said
    code, said = run(alone, "--originals", built.originals)
    assert code == 0 and "1 originals hold every quote" in said


def broken(content: bytes, path: str) -> list[str]:
    """What verify says of the file with one byte changed, at places of a fixed draw; "holds" must never be among it."""
    draw = random.Random(8579)
    said = []
    for _ in range(40):
        at = draw.randrange(len(content))
        changed = bytearray(content)
        changed[at] ^= draw.randrange(1, 256)
        Path(path).write_bytes(changed)
        try:
            verdict = verified(Path(path), path).verdict
            said.append(",".join(problem.code for problem in verdict.problems) or "holds")
        except Refusal as refusal:
            said.append(f"exit {refusal.exit_code}")
    return said


def test_a_changed_byte_fails_wherever_it_stands(built: Built, tmp_path: Path) -> None:
    content = built.pdf.read_bytes()
    draw = random.Random(412300)
    places = [draw.randrange(len(content)) for _ in range(400)] + list(
        range(len(content) - 130, len(content))
    )
    for at in places:
        changed = bytearray(content)
        changed[at] ^= 1 << draw.randrange(8)
        assert not seal.holds(bytes(changed)), f"byte {at} of {len(content)}"
    said = bounded.run(broken, content, str(tmp_path / "changed.pdf"), shown="changed.pdf")
    assert len(said) == 40 and "holds" not in said


@pytest.mark.parametrize("kept", [0, 4, 5, 100, 1000, -1, -2, -7, -40, -120, -1000])
def test_a_truncated_file_fails(built: Built, kept: int, tmp_path: Path) -> None:
    content = built.pdf.read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(content[:kept])
    code, said = run(path)
    assert code in (1, 3) and ": error V00" in said


@pytest.mark.parametrize("more", [b"\n", b"%", b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n"])
def test_bytes_after_the_end_fail(built: Built, more: bytes, tmp_path: Path, codes: Codes) -> None:
    path = tmp_path / "longer.pdf"
    path.write_bytes(built.pdf.read_bytes() + more)
    assert codes(path) & {"V001", "V002"}


def test_the_digest_covers_all_but_itself(built: Built) -> None:
    content = built.pdf.read_bytes()
    at = content.rindex(seal.MARK) + len(seal.MARK)
    assert content[at : at + 64] in content and seal.holds(content)
    bare = content[: content.rindex(b"\n" + seal.MARK)] + content[at + 64 :]
    assert seal.holds(bare) is None and seal.seal(bare) == content


@pytest.mark.parametrize(
    ("old", "new"),
    [("41만", "14만"), ("2,300", "3,200"), ("100%", "101%"), ("5명 중 1명", "4명 중 1명")],
)
def test_other_digits_under_a_mended_digest_fail(
    built: Built, old: str, new: str, tmp_path: Path, codes: Codes
) -> None:
    forged = built.forged(tmp_path / "forged.pdf", built.changed((old, new)))
    assert seal.holds(forged.read_bytes())
    assert codes(forged) & {"V030", "V031"}


def test_a_figure_that_the_register_lacks_fails(built: Built, tmp_path: Path, codes: Codes) -> None:
    html = built.changed(("</h2>", "</h2><p>새 배는 37척이다.</p>"))
    assert codes(built.forged(tmp_path / "forged.pdf", html)) == {"V030"}


def test_a_figure_that_is_gone_fails(built: Built, tmp_path: Path, codes: Codes) -> None:
    assert codes(built.forged(tmp_path / "forged.pdf", built.changed(("100%", "")))) == {"V031"}


def test_figures_that_changed_places_fail(built: Built, tmp_path: Path, codes: Codes) -> None:
    swapped = built.changed(("100%", "\0"), ("5명 중 1명", "100%"), ("\0", "5명 중 1명"))
    assert codes(built.forged(tmp_path / "forged.pdf", swapped)) == {"V032"}


def test_a_forger_of_text_and_register_needs_the_quote_too(
    built: Built, tmp_path: Path, codes: Codes
) -> None:
    """Text and value alone: the quote reads otherwise. Text, value and quote: only the original tells."""
    html = built.html.replace("\u2060", "").replace("5명 중 1명", "4명 중 1명")
    data = built.register
    (fact,) = [fact for fact in data["facts"] if fact["id"] == "islanders"]
    fact["value"] = fact["evidence"][0]["value"]["value"] = "1/4"
    for printed in fact["printed"]:
        printed["words"] = (
            printed["words"].replace("5명 중 1명", "4명 중 1명").replace("one in five", "one in four")
        )
        printed["words"] = printed["words"].replace("1 in 5", "1 in 4")
    assert "V020" in codes(built.forged(tmp_path / "forged.pdf", html, data))
    quote = fact["evidence"][0]["selector"][1]
    quote["exact"] = quote["exact"].replace("5명 중 1명", "4명 중 1명")
    for other in data["others"]:
        other["words"] = other["words"].replace("5명 중 1명", "4명 중 1명")
    forged = built.forged(tmp_path / "forged.pdf", html, data)
    assert codes(forged) == set()
    assert codes(forged, built.originals) == {"V042"}


def test_what_is_no_pdf_of_this_tool_is_refused(built: Built, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    whole = pdf.render("<html lang=ko><title>t</title><body style='font-family: Pretendard'>가</body></html>")
    other.write_bytes(whole[: whole.rindex(b"\n" + seal.MARK)] + whole[whole.rindex(b"\nstartxref") :])
    text = tmp_path / "text.pdf"
    text.write_text("no PDF")
    for path in (other, text, tmp_path / "absent.pdf"):
        code, said = run(path)
        assert code == 3 and "error V003" in said and "hint" in said
    code, said = run(built.pdf, "--originals", tmp_path / "absent")
    assert code == 3 and "P010" in said


@pytest.mark.parametrize(
    "register", [b"", b"{", b"[]", b"null", b'{"schema": "briefing-facts-1"}', b"[" * 100_000, b"\xff\xfe"]
)
def test_a_register_that_is_none_fails(built: Built, register: bytes, tmp_path: Path, codes: Codes) -> None:
    from briefing.render.attached import Attached

    path = tmp_path / "broken.pdf"
    path.write_bytes(pdf.render(built.html, [Attached("ferry.facts.json", "", register, "2024-06")]))
    assert codes(path) == {"V010"}


def test_a_reader_that_is_exhausted_is_an_answer() -> None:
    for function in (hungry, dying):
        with pytest.raises(Refusal) as caught:
            bounded.run(function, shown="bomb.pdf")
        assert caught.value.exit_code == 5 and caught.value.problems[0].code == "V004"


def hungry() -> int:
    return len(bytearray(2 * MEMORY))


def dying() -> None:
    import os
    import signal

    os.kill(os.getpid(), signal.SIGKILL)


def test_the_register_travels_as_the_pages_data(built: Built) -> None:
    content = built.pdf.read_bytes()
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.S)
    objects = b"".join(zlib.decompress(stream) for stream in streams if stream[:1] == b"x")
    assert objects.count(b"/AFRelationship /Data") == 2 and objects.count(b"/AF [") == 1
    assert len(re.findall(rb"/Desc[ (<]", objects)) == 2
    document = pypdfium2.PdfDocument(content)
    found = {}
    for index in range(document.count_attachments()):
        file = document.get_attachment(index)
        found[file.get_name()] = bytes(file.get_data())
    document.close()
    assert found == {
        name: (built.out / name).read_bytes() for name in ("ferry.facts.csv", "ferry.facts.json")
    }
