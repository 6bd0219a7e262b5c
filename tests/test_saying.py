"""Messages: they are their English text, and know what they were made of; the catalogs say all of them."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.main import get_command

from briefing.cli import app, speech
from briefing.cli.messages import helps
from briefing.model import Problem, Refusal
from briefing.saying import Message, Speech, in_language, joined, recognised, tell, tell_many
from briefing.wording import messages
from tests.test_architecture import ROOT, own_modules

LOCALES = ROOT / "locales"
CODE = re.compile(r"[A-Z]\d{3}")
LANGUAGES = [language for language in speech.known() if language != speech.ENGLISH]


def korean(**forms: str) -> Speech:
    return Speech("ko", {key: (said,) for key, said in forms.items()}, lambda count: 0, speech._particle)


def test_a_message_is_its_english_text() -> None:
    message = tell("unknown fact '{id}' in {{braces}}", id="growth")
    assert message == "unknown fact 'growth' in {braces}" and isinstance(message, str)
    assert (message.template, message.values) == ("unknown fact '{id}' in {{braces}}", {"id": "growth"})


@pytest.mark.parametrize("crossed", [lambda it: pickle.loads(pickle.dumps(it)), copy.deepcopy])
def test_it_crosses_processes_inside_a_refusal(crossed) -> None:  # type: ignore[no-untyped-def]
    problem = Problem("T010", tell("unknown fact '{id}'", id=tell("none of {count}", count=3)))
    (there,) = crossed(Refusal(replace(problem, severity="note"))).problems
    assert there.message == problem.message and there.message.template == "unknown fact '{id}'"
    assert there.message.values["id"].template == "none of {count}"


def test_an_exception_hands_its_message_on() -> None:
    message = tell("ends too early")
    assert tell("the formula {why}", why=ValueError(message)).values["why"] is message


def test_values_that_are_messages_are_said_too_and_particles_fit() -> None:
    speech_ = Speech(
        "ko",
        {
            "{noun} lacks '{id}'": ("{noun}에 '{id}'[이/가] 없음",),
            "the brief": ("브리프",),
            "{count} error": ("오류 {count}개",),
        },
        lambda count: 0,
        speech._particle,
    )
    said = [
        in_language(tell("{noun} lacks '{id}'", noun=tell("the brief"), id=id), speech_)
        for id in ("사실", "도표", "fact", "b-2")
    ]
    assert said == [
        "브리프에 '사실'이 없음",
        "브리프에 '도표'가 없음",
        "브리프에 'fact'이(가) 없음",
        "브리프에 'b-2'가 없음",
    ]
    assert in_language(tell_many("{count} error", "{count} errors", count=2), speech_) == "오류 2개"


def test_what_has_no_translation_stays_english_but_its_values_do_not() -> None:
    speech_ = korean(yes="예")
    assert in_language(tell("so: {what}", what=tell("yes")), speech_) == "so: 예"
    assert in_language(joined([tell("yes"), "b"], "; "), speech_) == "예; b"
    assert in_language("yes", speech_) == "yes" and in_language(tell("yes"), None) == "yes"


def test_plural_forms() -> None:
    counted = [tell_many("{count} error", "{count} errors", count=count) for count in (0, 1, 2)]
    assert counted == ["0 errors", "1 error", "2 errors"]
    polish = Speech("pl", {"{count} error": ("{count} błąd", "{count} błędy")}, lambda count: int(count != 1))
    assert [in_language(each, polish) for each in counted] == ["0 błędy", "1 błąd", "2 błędy"]


def test_words_of_a_library_are_recognised_inside_one_another() -> None:
    said = recognised(
        "Invalid value for '-x': 'y' is bad.", ("Invalid value for {name}: {why}", "{it} is bad.")
    )
    assert isinstance(said, Message) and said.values["name"] == "'-x'"
    assert isinstance(said.values["why"], Message) and said.values["why"].values == {"it": "'y'"}


def test_extraction_is_current() -> None:
    template = messages.extracted(helps(get_command(app)))
    stale = list(messages.stale(template, messages.written_template(LOCALES)))
    assert not stale, "run briefing catalog extract --messages\n" + "\n".join(each.message for each in stale)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_with_its_values(language: str) -> None:
    faults = messages.faults(messages.written_template(LOCALES), messages.read(LOCALES, language), language)
    assert not (found := list(faults)), "\n".join(f"{each.where}: {each.message}" for each in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_is_read_as_babel_reads_it_and_each_message_can_be_said(language: str) -> None:
    spoken = speech._speech(language)
    for template, forms in spoken.catalog.items():
        for form in filter(None, (template, *forms) if template else ()):
            values = dict.fromkeys(messages._placeholders(form), "7")
            assert form.format_map(values)
    assert in_language(tell("error"), spoken) != "error"


def test_faults_of_a_catalog_are_found(tmp_path: Path) -> None:
    path = messages.path(tmp_path, "ko")
    path.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    path.write_text(
        f'{head}msgid "a {{x}}"\nmsgstr "가 {{y}}"\n\nmsgid "b"\nmsgstr ""\n\n#, fuzzy\nmsgid "c"\nmsgstr "다"\n',
        "utf-8",
    )
    template = messages.Labels()
    for text in ("a {x}", "b", "c", "d"):
        template.add(text)
    found = {each.code for each in messages.faults(template, messages.read(tmp_path, "ko"), "ko")}
    assert found == {"C203", "C204", "C205", "C207"}


# --- every message of the code knows its template

BARE_BECAUSE = {
    ("briefing/readback/frame.py", "behind a code"): "what is wanted and found are words of the page",
    ("briefing/facts/freshness.py", "Problem"): "begun without words, which are put in by replace()",
    ("briefing/sources/lookalikes.py", "Problem"): "what and hint come from a table of templates",
}
TABLES = {"briefing/codes.py": "meanings of the codes, a page of the documentation"}
MAKERS = {"tell", "tell_many", "joined", "noted", "recognised"}


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def is_bare(node: ast.AST | None) -> bool:
    """Whether it is text that nobody can say in another language: words written out, or put together on the spot."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(character.isalpha() for character in node.value)
    if isinstance(node, ast.IfExp):
        return is_bare(node.body) or is_bare(node.orelse)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("format", "replace") and is_bare(node.func.value)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mod)
    return isinstance(node, ast.JoinedStr)


def is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and bool(CODE.fullmatch(str(node.value)))


def own(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function or module, those of functions inside it left out."""
    for node in ast.iter_child_nodes(scope):
        if not isinstance(node, ast.FunctionDef):
            yield node
            yield from own(node)


def said_of(tree: ast.Module) -> Iterator[tuple[int, str, ast.AST]]:
    """Line, who says it, and the expression of each message and hint; of variables, what is assigned to them."""
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef | ast.Module):
            continue
        assigned: dict[str, list[ast.AST]] = {}
        inside = list(own(scope))
        for node in inside:
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    pairs = [(target, node.value)]
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                        pairs = list(zip(target.elts, node.value.elts, strict=False))
                    for name, value in pairs:
                        if isinstance(name, ast.Name):
                            assigned.setdefault(name.id, []).append(value)
        for node in inside:
            for who, said in parts(node):
                values = assigned.get(said.id, []) if isinstance(said, ast.Name) else [said]
                yield from ((getattr(node, "lineno", 0), who, value) for value in values)


def parts(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Call):
        if name_of(node) == "Problem":
            yield from (("Problem", node.args[at]) for at in (1, 3) if at < len(node.args))
        if name_of(node) not in MAKERS:
            yield from ((name_of(node), key.value) for key in node.keywords if key.arg in ("message", "hint"))
    coded = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else []
    if coded and is_code(coded[0]):
        constant = [isinstance(each, ast.Constant) and " " not in str(each.value) for each in coded]
        words = [each for each, alone in zip(coded, constant, strict=True) if not alone]
        yield from (("behind a code", each) for each in words)


def bare(path: str, text: str) -> list[str]:
    found = {
        (line, who)
        for line, who, said in said_of(ast.parse(text))
        if is_bare(said) and (path, who) not in BARE_BECAUSE
    }
    return [f'{path}:{line}: {who}: write tell("…")' for line, who in sorted(found)]


def test_no_problem_gets_words_that_only_english_has() -> None:
    found = [fault for path, text in own_modules() if path not in TABLES for fault in bare(path, text)]
    assert not found, "\n".join(found)


def test_no_message_is_made_where_tools_of_gettext_do_not_look() -> None:
    hidden = [
        f"{path}:{node.lineno}"
        for path, text in own_modules()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.JoinedStr)
        if any(isinstance(each, ast.Call) and name_of(each) in MAKERS - {"joined"} for each in ast.walk(node))
    ]
    assert not hidden, f"take tell() out of these f-strings: {', '.join(hidden)}"


MADE_UP = [
    'Problem("X001", f"a {b}")',
    'Problem("X001", "a")',
    'Problem("X001", tell("a"), None, "b " + c)',
    'Problem("X001", tell("a"), hint="b")',
    'Problem("X001", "a {}".format(b))',
    'Problem("X001", "a %s" % b)',
    'what = f"a {b}"\nProblem("X001", what)',
    'what, hint = tell("a"), "b"\nProblem("X001", what, None, hint)',
    'Problem("X001", tell("a") if b else "c")',
    'replace(it, message=f"a {b}")',
    'def f():\n    yield "X001", f"a {b}", tell("c")',
]


@pytest.mark.parametrize("text", MADE_UP)
def test_a_made_up_bare_message_is_found(text: str) -> None:
    assert len(bare("briefing/x.py", text)) >= 1


def test_what_is_told_is_not_found() -> None:
    text = 'what = tell("a {b}", b=b)\nProblem("X001", what, Place("a b"), tell("c"), "warning")\nProblem("X001", error.what)'
    assert bare("briefing/x.py", text) == []
