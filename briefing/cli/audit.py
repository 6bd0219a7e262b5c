"""``briefing audit``: what documents, or the brief's own sources and facts, say that does not follow from their figures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli import complete
from briefing.cli.build import Originals, originals_folder
from briefing.cli.extract import Encoding
from briefing.cli.problems import edge, severities, show
from briefing.cli.speech import say, wanted
from briefing.saying import tell

if TYPE_CHECKING:
    from briefing.audit import Document, Finding, Stated
    from briefing.model import Quantity
    from briefing.project import Project
    from briefing.wording.catalog import Catalog


class Format(StrEnum):
    table = "table"
    json = "json"


def audit(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Texts, web pages, PDFs, DOCX (default: the brief's sources and facts).", metavar="FILE…"
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            help="ko or en (default: by script).", metavar="LANG", autocompletion=complete.languages_read
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Day from which relative dates count.", metavar="DATE")
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            help="Language of the findings (default: that of --speak, else the brief's first).",
            metavar="LANG",
            autocompletion=complete.languages,
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="table or json.")] = Format.table,
    encoding: Encoding = None,
    originals: Originals = None,
) -> None:
    """Recompute changes, shares, sums, rates and dates of documents; exit 1 where an error has no answer.

    Example: briefing audit article.txt --lang en
    """
    with edge():
        from briefing.cli.extract import dated
        from briefing.project import chosen_languages, find

        dated(published)
        project = find(Path.cwd())
        spoken = wanted()
        chosen = chosen_languages(project, lang or (spoken if spoken in project.languages else None))[0]
        if files:
            found = [_document(file, language, published, encoding) for file in files]
            documents = [document for document in found if document is not None]
            failed = _documents(documents, _catalog(project, chosen), format)
        else:
            failed = _brief(project, originals_folder(project, originals), chosen, format)
    if failed:
        raise typer.Exit(1)


def _catalog(project: Project, language: str) -> Catalog:
    from briefing.wording.catalog import labels

    return labels(project.catalogs(language), language, templates=project.label_template)


def _documents(documents: Sequence[Document], catalog: Catalog, format: Format) -> bool:
    from briefing.audit import audit as reckon

    findings = reckon(documents)
    names = {document.source.id: document.source.id for document in documents}
    _show(findings, dict.fromkeys(findings, ""), catalog, names, format)
    return any(finding.severity == "error" for finding in findings)


def _document(
    file: Path, language: str | None, published: str | None, encoding: str | None
) -> Document | None:
    """The document; None for a table, whose cells claim nothing of one another."""
    from briefing import sources
    from briefing.audit import document
    from briefing.cli.extract import day_of, locked_brief

    source, problems = sources.load(file, str(file), shown=str(file), encoding=encoding)
    show(problems)
    if source.sheets:
        say(tell("{file} is a table: its prose is not audited, since it has none", file=file), error=True)
        return None
    return document(source, language=language, published=published or day_of(source, locked_brief()))


def _brief(project: Project, originals: Path | None, language: str, format: Format) -> bool:
    from briefing import pipeline
    from briefing.audit import audit_brief
    from briefing.model import Refusal

    words, problems = pipeline.vocabulary(project)
    ledger, found = pipeline.prove(project, originals, words.names)
    problems += found
    if any(problem.severity == "error" for problem in problems):
        raise Refusal(*problems)
    audited = audit_brief(ledger, project.seeds, originals, project.languages, words.names)
    show([*problems, *audited.problems, *((audited.lost,) if audited.lost else ())])
    answers = {finding: audited.answer_to(finding) for finding in audited.findings}
    reasons = {finding: answer.reason[language] if answer else "" for finding, answer in answers.items()}
    names = {id: card.file for id, card in ledger.cards.items()}
    names |= {record.id: record.what[language] for record in ledger.records()}
    _show(audited.findings, reasons, words.catalogs[language], names, format)
    return any(finding.severity == "error" and not reasons[finding] for finding in audited.findings)


def _show(
    findings: Sequence[Finding],
    answers: Mapping[Finding, str],
    catalog: Catalog,
    names: Mapping[str, str],
    format: Format,
) -> None:
    from briefing.audit.words import sentence

    def naming(subject: str) -> str:
        return names.get(subject, subject)

    said = [(finding, sentence(finding, catalog, naming)) for finding in findings]
    if format is Format.json:
        rows = [_record(finding, words, answers[finding], naming) for finding, words in said]
        print(json.dumps({"format": 1, "findings": rows}, ensure_ascii=False, indent=1))
    else:
        _table(said, answers, catalog, naming)


def _table(
    said: Sequence[tuple[Finding, str]], answers: Mapping[Finding, str], catalog: Catalog, naming: object
) -> None:
    from briefing.cli import table

    # Translators: beside a finding of the audit, the reason why it stands
    answered = catalog.gettext("Answered: {reason}")
    rows = []
    for finding, words in said:
        reason = answers[finding]
        full = f"{words}. {answered.replace('{reason}', reason)}" if reason else words
        rows.append((severities()[finding.severity], finding.code, _place(finding, naming), full))
    table.show((tell("severity"), tell("code"), tell("place"), tell("finding")), rows, wrap=(2, 3))
    counts = [
        sum(finding.severity == weight for finding, _ in said) for weight in ("error", "warning", "note")
    ]
    errors, warnings, notes = counts
    say(
        tell(
            "errors: {errors}, warnings: {warnings}, notes: {notes}",
            errors=errors,
            warnings=warnings,
            notes=notes,
        )
    )


def _place(finding: Finding, naming: object) -> str:
    assert callable(naming)
    if not finding.places:
        return finding.subject
    first = finding.places[0]
    if first.page is not None:
        return f"{naming(first.source)}, p. {first.page}"
    return f"{naming(first.source)}:{first.line}" if first.line else finding.subject or naming(first.source)


def _record(finding: Finding, words: str, answer: str, naming: object) -> dict[str, object]:
    record: dict[str, object] = {"code": finding.code, "severity": finding.severity, "message": words}
    record["claimed"] = _stated(finding.claimed, naming) if finding.claimed else None
    record["figures"] = [_stated(each, naming) for each in finding.figures]
    record["computed"] = _quantity(finding.computed)
    record["difference"] = _quantity(finding.difference)
    optional = {"subject": finding.subject, "answer": answer}
    return record | {key: value for key, value in optional.items() if value}


def _stated(figure: Stated, naming: object) -> dict[str, object]:
    assert callable(naming)
    place = {
        "file": naming(figure.source),
        "line": figure.line,
        "start": figure.span.start,
        "end": figure.span.end,
    }
    place |= {"page": figure.page} if figure.page is not None else {}
    fact = {"fact": figure.fact} if figure.fact else {}
    return place | {"text": figure.written, "value": figure.quantity.record()} | fact


def _quantity(quantity: Quantity | None) -> dict[str, object] | None:
    return quantity.record() if quantity is not None else None
