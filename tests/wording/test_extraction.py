"""Extraction, update and compilation of the labels: by our command and by pybabel, on the same files."""

from __future__ import annotations

import ast
import gettext
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from typer.testing import CliRunner, Result

from briefing.cli import app
from briefing.model import Refusal
from briefing.project import load
from briefing.wording.catalog import is_name, labels, read, template
from briefing.wording.extraction import extracted
from briefing.wording.merging import headed, updated
from briefing.wording.names import names
from briefing.wording.pofile import written
from tests import small_brief

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ko")
PO = "locales/{}/LC_MESSAGES/briefing.po"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small brief with the shipped catalogs as its own."""
    small_brief.write(tmp_path)
    shutil.copytree(ROOT / "locales", tmp_path / "locales", dirs_exist_ok=True,
                    ignore=shutil.ignore_patterns("*.toml", "*.mo"))  # fmt: skip
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_ORIGINALS", raising=False)
    assert run("extract").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(app, ("catalog", *arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def po(folder: Path, language: str = "ko") -> Path:
    return folder / PO.format(language)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def pybabel(*arguments: str) -> None:
    assert not CommandLineInterface().run(["pybabel", "-q", *arguments])


def test_extraction_and_update_change_nothing_in_the_repository() -> None:
    fresh = written(headed(extracted(load(ROOT))))
    assert fresh == (ROOT / "locales/briefing.pot").read_bytes()
    for language in LANGUAGES:
        given = {name.text for name in names(load(ROOT)) if language in name.said}
        labels = updated(read(ROOT / "locales", language), template(ROOT / "locales"), language, given=given)
        assert written(labels) == po(ROOT, language).read_bytes()


def test_the_catalogs_hold_every_label_that_is_used_and_no_other() -> None:
    found = [message for message in extracted(load(ROOT)).labels if not is_name(message)]
    asked = {message.id: message.auto_comments for message in found}
    for language in LANGUAGES:
        held = {message.id: message.auto_comments for message in read(ROOT / "locales", language).labels}
        assert held == asked
    assert all(len(comments) == 1 for comments in asked.values())


def test_every_call_names_its_label_in_the_code() -> None:
    """A computed name would be found by no tool; the one call that passes a name on is gettext's own."""
    for path in (ROOT / "briefing").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and "gettext" in (
                getattr(node.func, "attr", ""),
                getattr(node.func, "id", ""),
            ):
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"
    for path in (ROOT / "templates").rglob("*.j2"):
        text = path.read_text("utf-8")
        assert len(re.findall(r"\bgettext\(", text)) == len(re.findall(r'\bgettext\("[^"]+"\)', text))


def test_no_label_is_asked_for_past_gettext() -> None:
    for folder in ("briefing", "templates"):
        for path in (ROOT / folder).rglob("*.[pj]*"):
            if path.suffix in (".py", ".j2"):
                assert not re.search(r"\b(?:catalog|labels)\[[\"']", path.read_text("utf-8")), path


def test_no_hour_no_line_number_and_a_standard_header() -> None:
    for path in (ROOT / "locales").rglob("briefing.po*"):
        text = path.read_text("utf-8")
        assert not re.search(r"-Date|Generated-By|^#:.*:\d", text, re.M)
        assert text.endswith('"\n') and "\r" not in text
    text = po(ROOT).read_text("utf-8")
    for field in (
        "Language: ko",
        "Plural-Forms: nplurals=1; plural=0;",
        "Content-Type: text/plain; charset=utf-8",
    ):
        assert f'"{field}\\n"' in text


def test_pybabel_extracts_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (line,) = re.findall(r"pybabel (extract .*) -o \S+ \.$", (ROOT / "locales/babel.toml").read_text(), re.M)
    pybabel(*line.split(), "-o", str(tmp_path / "briefing.pot"), ".")
    ours, theirs = template(ROOT / "locales"), template(tmp_path)
    assert sorted(map(_whole, ours.labels)) == sorted(map(_whole, theirs.labels))


def _whole(message: Message) -> tuple[str, ...]:
    kept = ("context", "id", "auto_comments", "locations", "flags")
    return tuple(str(getattr(message, name) or "") for name in kept)


def test_our_check_takes_what_pybabel_updates_and_our_update_takes_it_back(folder: Path) -> None:
    before = po(folder).read_bytes()
    pybabel("update", "-i", "locales/briefing.pot", "-d", "locales", "-D", "briefing")
    assert b"PO-Revision-Date" in po(folder).read_bytes()
    for language in LANGUAGES:
        assert len(labels(folder / "locales", language, templates=folder / "locales")) > 20
    assert run("check").exit_code == 0
    assert run("update").exit_code == 0
    assert po(folder).read_bytes() == before


def test_what_pybabel_begins_is_accepted_when_it_is_translated(folder: Path) -> None:
    pybabel("init", "-i", "locales/briefing.pot", "-d", "locales", "-D", "briefing", "-l", "fr")
    with pytest.raises(Refusal) as caught:
        labels(folder / "locales", "fr")
    assert {problem.code for problem in caught.value.problems} == {"C205"}
    text = po(folder, "fr").read_text("utf-8")
    head, *entries = text.split("\n\n")
    done = [re.sub(r'msgid ((?:".*"\n)+)msgstr ""', r"msgid \1msgstr \1", entry) for entry in entries]
    po(folder, "fr").write_text(
        "\n\n".join((head, *(entry.rstrip("\n") for entry in done))), encoding="utf-8"
    )
    assert labels(folder / "locales", "fr").gettext("Sources") == "Sources"


def test_compiled_catalogs_are_read_by_gettext_and_are_the_same_bytes_again(folder: Path) -> None:
    assert run("compile").exit_code == 0
    compiled = po(folder).with_suffix(".mo")
    first = compiled.read_bytes()
    assert gettext.GNUTranslations(io.BytesIO(first)).gettext("Sources") == "출처"
    assert b"-Date" not in first
    compiled.unlink()
    assert run("compile", "--lang", "ko").exit_code == 0 and compiled.read_bytes() == first
    pybabel("compile", "-d", "locales", "-D", "briefing", "-l", "ko")
    theirs = gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    ours = gettext.GNUTranslations(io.BytesIO(first))
    known = labels(folder / "locales", "ko")
    assert [theirs.gettext(label) for label in known] == [ours.gettext(label) for label in known]


def test_gnu_gettext_reads_the_catalogs() -> None:
    tool = shutil.which("msgfmt")
    if tool is None:
        pytest.skip("no msgfmt")
    for language in LANGUAGES:
        command = [tool, "--check-format", "--check-domain", "-o", "/dev/null", str(po(ROOT, language))]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stderr == ""


def test_git_ignores_compiled_catalogs() -> None:
    assert "*.mo" in (ROOT / ".gitignore").read_text().splitlines()


def test_a_compilation_with_a_fault_writes_no_file(folder: Path) -> None:
    edit(po(folder), 'msgstr "목차"', 'msgstr ""')
    result = run("compile")
    assert (result.exit_code, "briefing.po" in result.output, "C205" in result.output) == (1, True, True)
    assert not list(folder.rglob("*.mo"))


def test_a_new_label_is_empty_and_english_says_what_the_code_says(folder: Path) -> None:
    pot = folder / "locales/briefing.pot"
    pot.write_text(pot.read_text("utf-8") + '\n#. a heading\nmsgid "Sourced"\nmsgstr ""\n', encoding="utf-8")
    result = run("update")
    assert "labels to translate: 1, obsolete: 0" in result.output and "warning C205" in result.output
    text = po(folder).read_text("utf-8")
    assert '#. a heading\nmsgid "Sourced"\nmsgstr ""\n' in text and "fuzzy" not in text
    assert 'msgid "Sourced"\nmsgstr "Sourced"\n' in po(folder, "en").read_text("utf-8")


def test_a_label_that_goes_is_kept_until_it_is_dropped_and_comes_back_with_its_words(folder: Path) -> None:
    whole = po(folder).read_bytes()
    pot = folder / "locales/briefing.pot"
    kept = pot.read_bytes()
    text = pot.read_text("utf-8")
    gone = next(entry for entry in text.split("\n\n") if 'msgid "Contents"' in entry)
    pot.write_text(text.replace(f"{gone}\n\n", ""), encoding="utf-8")
    assert "obsolete: 1" in run("update").output
    obsolete = po(folder).read_bytes()
    assert '#~ msgid "Contents"\n#~ msgstr "목차"\n'.encode() in obsolete
    assert run("update").exit_code == 0 and po(folder).read_bytes() == obsolete
    assert "C206" in run("compile").output
    pot.write_bytes(kept)
    assert run("update").exit_code == 0 and po(folder).read_bytes() == whole
    pot.write_text(text.replace(f"{gone}\n\n", ""), encoding="utf-8")
    assert run("update", "--drop-obsolete").exit_code == 0
    assert b"Contents" not in po(folder).read_bytes()


def test_a_new_language(folder: Path) -> None:
    assert run("update", "--lang", "fr,qps").exit_code == 0
    for language, forms in (("fr", "nplurals=2; plural=(n > 1);"), ("qps", "nplurals=2; plural=(n != 1);")):
        text = po(folder, language).read_text("utf-8")
        assert f'"Language: {language}\\n"' in text and f'"Plural-Forms: {forms}\\n"' in text
        messages = read(folder / "locales", language).labels
        assert messages and not any(message.string for message in messages)


def test_a_brief_without_catalogs_begins_with_the_words_of_the_package(folder: Path) -> None:
    for language in LANGUAGES:
        po(folder, language).unlink()
    assert run("update").exit_code == 3
    assert run("update", "--lang", "ko").exit_code == 0
    assert po(folder).read_bytes() == po(ROOT).read_bytes()


def test_labels_of_a_brief_s_own_shell(folder: Path) -> None:
    shell = (ROOT / "templates/page.html.j2").read_text("utf-8")
    said = '{# Translators: foot of the page #}\n{{ _("Printed on paper") }}</body>'
    shell = shell.replace("</body>", said).replace('gettext("Contents")', '"Parts"')
    (folder / "templates/page.html.j2").write_text(shell, encoding="utf-8")
    stale = run("check").output
    assert "label 'Printed on paper' of templates/page.html.j2 is not extracted" in stale
    assert "label 'Contents' is used nowhere" in stale
    assert run("extract").exit_code == 0
    found = template(folder / "locales")
    assert found.get("Printed on paper").auto_comments == ["foot of the page"]
    assert found.get("Contents") is None and found.get("Calculated here") is not None
    assert "briefing.po:" in (output := run("check").output) and "C203: label 'Printed on paper'" in output
    assert run("update", "--drop-obsolete").exit_code == 0
    edit(po(folder), 'msgid "Printed on paper"\nmsgstr ""', 'msgid "Printed on paper"\nmsgstr "종이에 인쇄"')
    assert run("check").exit_code == 0
    result = CliRunner().invoke(app, ["build", "--format", "html", "--lang", "ko"])
    assert result.exit_code == 0, result.output
    assert "종이에 인쇄</body>" in (folder / "output/ferry.ko.html").read_text("utf-8")


def test_the_header_and_remarks_of_a_translator_s_tool_stay(folder: Path) -> None:
    path = po(folder)
    edit(
        path,
        '"Plural-Forms',
        '"X-Generator: Weblate\\n"\n"Last-Translator: Sol <sol@a.example>\\n"\n"Plural-Forms',
    )
    edit(path, '#. heading of a generated part\n#: templates/page.html.j2\n',
         '# shorter is better\n#. heading of a generated part\n#: templates/page.html.j2\n')  # fmt: skip
    assert run("update").exit_code == 0
    text = path.read_text("utf-8")
    for said in ("X-Generator: Weblate", "Last-Translator: Sol", "# shorter is better\n"):
        assert said in text
    assert run("update").output.count("unchanged") == 2


def test_the_former_label_of_a_guess_does_not_turn_into_a_remark(folder: Path) -> None:
    before = po(folder).read_bytes()
    edit(po(folder), 'msgid "Contents"', '#| msgid "Index"\nmsgid "Contents"')
    assert run("update").exit_code == 0
    assert po(folder).read_bytes() == before


def broken_shell(folder: Path) -> None:
    (folder / "templates/page.html.j2").write_text("<p>\n{{ gettext( }}\n", encoding="utf-8")


def no_template(folder: Path) -> None:
    (folder / "locales/briefing.pot").unlink()


def no_brief(folder: Path) -> None:
    (folder / "briefing.toml").unlink()


def nothing(folder: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("fault", "arguments", "exit_code", "said"),
    [
        (broken_shell, ("extract",), 1, "templates/page.html.j2:2: error C212: labels cannot be read"),
        (no_template, ("update",), 3, "locales/briefing.pot: error C213: no template of labels"),
        (nothing, ("update", "--lang", "../x"), 2, "error C214: '../x' is not the code of a language"),
        (nothing, ("compile", "--lang", "fr"), 3, "locales/fr/LC_MESSAGES/briefing.po: error C201"),
        (no_brief, ("extract",), 4, "error C215"),
        (no_brief, ("update", "--lang", "fr"), 4, "error C215"),
        (no_brief, ("compile",), 4, "go to the folder of a brief"),
    ],
)  # fmt: skip
def test_refused(
    folder: Path, fault: Callable[[Path], None], arguments: tuple[str, ...], exit_code: int, said: str
) -> None:
    fault(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run(*arguments)
    assert (result.exit_code, said in result.output) == (exit_code, True), result.output
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_package_s_own_catalogs_can_be_checked_from_anywhere(folder: Path) -> None:
    no_brief(folder)
    count = sum(not is_name(message) for message in template(ROOT / "locales").labels)
    assert run("check").output.splitlines() == [f"{language}: {count} labels" for language in LANGUAGES]


def test_an_installed_package_is_not_written(tmp_path: Path) -> None:
    """Code and data as a wheel lays them out; the command called in the very folder of the data."""
    ignored = shutil.ignore_patterns("__pycache__", "originals", "*.mo", "fonts")
    shutil.copytree(ROOT / "briefing", tmp_path / "briefing", ignore=ignored)
    builtin = tmp_path / "briefing/builtin"
    for name in ("templates", "locales", "seeds"):
        shutil.copytree(ROOT / name, builtin / name, ignore=ignored)
    shutil.copy(ROOT / "briefing.toml", builtin)
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from briefing.cli import main; main()"
    outside = small_brief.write(tmp_path / "brief")

    def call(where: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-B", "-c", code, "catalog", *arguments]
        return subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)

    assert (call(builtin, "extract").returncode, call(tmp_path, "extract").returncode) == (4, 4)
    assert "error C215" in call(builtin, "update").stderr
    assert call(builtin, "check").returncode == 0
    assert call(outside, "extract").returncode == 0
    ours, theirs = (template(folder / "locales").labels for folder in (ROOT, outside))
    assert [_whole(m) for m in ours if not is_name(m)] == [_whole(m) for m in theirs if not is_name(m)]
    assert {name.text for name in names(load(outside))} == {str(m.id) for m in theirs if is_name(m)}


def test_what_babel_reads_is_what_we_read() -> None:
    with po(ROOT).open("rb") as file:
        theirs = {message.id: message.string for message in read_po(file) if message.id}
    assert dict(labels(ROOT / "locales", "ko")) == theirs
