"""The url and endpoint of a store's table -> what is wrong with them, before anything is opened."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from briefing.saying import tell

SCHEMES = ("s3", "gs", "az", "file")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
FORMS = tell("s3://bucket/prefix, gs://bucket/prefix, az://container/prefix or file:///folder")


def fault(url: str, endpoint: str | None) -> str:
    """Why a store cannot be opened with these; empty where it can."""
    try:
        return _url(url) or _endpoint(urlsplit(url).scheme, endpoint)
    except ValueError:  # brackets that hold no address, a port that is none
        return tell("url or endpoint is no address")


def is_open(endpoint: str | None) -> bool:
    """Whether what goes there is not encrypted."""
    return endpoint is not None and endpoint.lower().startswith("http:")


def _url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or bool(parts.netloc) == (parts.scheme == "file"):
        return tell("its url must be {forms}", forms=FORMS)
    if "@" in parts.netloc:
        return tell("its url must not hold a name or password: key_id and key name the secrets")
    if parts.query or parts.fragment or "?" in url or "#" in url:
        return tell("its url must end with a folder, without ? and #")
    path = unquote(parts.path)
    steps = path.strip("/").split("/")
    if path.strip("/") and any(step in ("", ".", "..") for step in steps):
        return tell("its url must not hold empty steps, . or ..")
    if any(letter < " " or letter in "\\\x7f" for letter in unquote(url)):
        return tell("its url holds a character that no object's name may have")
    return ""


def _endpoint(scheme: str, endpoint: str | None) -> str:
    if endpoint is None:
        return ""
    parts = urlsplit(endpoint)
    if scheme == "file":
        return tell("a folder has no endpoint")
    if parts.port == 0 or "@" in parts.netloc or parts.query or parts.fragment:
        return tell("its endpoint must be a bare address, without names, passwords, ? and #")
    if is_open(endpoint) and parts.hostname not in LOOPBACK:
        return tell(
            "its endpoint must be https://…; http:// is for this machine alone ({loopback})",
            loopback=", ".join(LOOPBACK),
        )
    return ""
