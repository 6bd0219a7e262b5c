"""[publish.NAME] of briefing.toml -> Target: where an edition goes, by its kind; secrets are named there, never held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import schema, tomlplace
from briefing.model import Place, Problem, Refusal
from briefing.project import CONFIG, Project
from briefing.publish import address
from briefing.saying import tell

SITE = {
    "kind": schema.one_of("site", required=True, about="A folder with a site of all editions."),
    "folder": schema.text("The folder, from the brief's folder.", required=True),
    "address": schema.url("Where the site is seen.", required=True),
}
STORE = {
    "kind": schema.one_of("store", required=True, about="An object store."),
    "url": schema.text(
        "Where editions go: s3://, gs://, az:// or file:///, then bucket and prefix.", required=True
    ),
    "endpoint": schema.url("The address of an S3 that is not Amazon's."),
    "region": schema.text("The region of the bucket."),
    "key_id": schema.text("The name of the secret that holds the key's id."),
    "key": schema.text("The name of the secret that holds the key."),
}
MAIL = {
    "kind": schema.one_of("mail", required=True, about="A list of mailboxes."),
    "server": schema.text("The name of the mail server.", required=True),
    "port": schema.whole_number("Its port; where left out 465 for tls, 587 for starttls, 25 for none."),
    "security": schema.one_of(
        "tls", "starttls", "none", about="How the connection is encrypted; starttls where left out."
    ),
    "user": schema.text("Who logs in; where left out, nobody."),
    "password": schema.text("The name of the secret that holds the password."),
    "sender": schema.text(
        "Who the message is from, such as Island Briefs <briefs@example.org>.", required=True
    ),
    "recipients": schema.text(
        "A CSV file with the columns address, name and language, from the brief's folder.", required=True
    ),
    "unsubscribe": schema.text(
        "Where people leave the list: https:// or mailto:; {address} stands for theirs.", required=True
    ),
    "a_minute": schema.whole_number(
        "How many messages may go out in a minute; where left out, as many as the server takes."
    ),
    "tries": schema.whole_number(
        "How often a message that failed in passing is tried in a run; 3 where left out."
    ),
}
KINDS: Mapping[str, Mapping[str, schema.Field]] = {"site": SITE, "store": STORE, "mail": MAIL}


@dataclass(frozen=True, slots=True)
class Site:
    """A static site of all editions in ``folder``, which a web server shows at ``address`` (no slash at its end)."""

    name: str
    folder: Path
    address: str
    where: Place


@dataclass(frozen=True, slots=True)
class Store:
    """An object store as obstore knows it; ``key_id`` and ``key`` name the secrets that open it."""

    name: str
    url: str
    endpoint: str | None
    region: str | None
    key_id: str | None
    key: str | None
    where: Place


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server and the list of those who get the brief; ``password`` names the secret of ``user``.

    ``a_minute`` is how many messages may go out in a minute (0: as many as the server takes), ``tries`` how often one
    that failed in passing is tried in a run.
    """

    name: str
    server: str
    port: int
    security: str
    user: str | None
    password: str | None
    sender: str
    recipients: Path
    unsubscribe: str
    a_minute: int
    tries: int
    where: Place


Target = Site | Store | Mail


def named(project: Project, names: tuple[str, ...]) -> tuple[Target, ...]:
    """The targets called ``names``; Refusal O033 (exit code 2) for one that is not there, or what its table lacks."""
    document = tomlplace.load(project.folder / CONFIG, shown=CONFIG)
    tables = document.data.get("publish", {})
    problems = []
    for name in names:
        table = tables.get(name)
        if not isinstance(table, dict):
            known = ", ".join(tables) or "none"
            hint = tell("known targets: {known}; a target is a table [publish.NAME]", known=known)
            problems.append(
                Problem(
                    "O033", tell("there is no target '{name}'", name=name), document.place("publish"), hint
                )
            )
        elif table.get("kind") not in KINDS:
            hint = tell("kinds: {kinds}", kinds=", ".join(KINDS))
            problems.append(
                Problem(
                    "O033",
                    tell("target '{name}' has no kind", name=name),
                    document.place("publish", name),
                    hint,
                )
            )
        else:
            problems += schema.check(document, ("publish", name), KINDS[table["kind"]])
    if problems:
        raise Refusal(*problems, exit_code=2)
    made = tuple(_target(project, name, tables[name], document.place("publish", name)) for name in names)
    problems = [
        Problem("O033", tell("target '{name}': {why}", name=store.name, why=why), store.where)
        for store in made
        if isinstance(store, Store) and (why := address.fault(store.url, store.endpoint))
    ]
    if problems:
        raise Refusal(*problems, exit_code=2)
    return made


def _target(project: Project, name: str, table: Mapping[str, Any], where: Place) -> Target:
    if table["kind"] == "site":
        return Site(name, project.folder / table["folder"], table["address"].rstrip("/"), where)
    if table["kind"] == "store":
        given = {key: table.get(key) for key in ("endpoint", "region", "key_id", "key")}
        return Store(name, table["url"], **given, where=where)
    security = table.get("security", "starttls")
    return Mail(
        name,
        table["server"],
        table.get("port", {"tls": 465, "starttls": 587, "none": 25}[security]),
        security,
        table.get("user"),
        table.get("password"),
        table["sender"],
        project.folder / table["recipients"],
        table["unsubscribe"],
        table.get("a_minute", 0),
        table.get("tries", 3),
        where,
    )
