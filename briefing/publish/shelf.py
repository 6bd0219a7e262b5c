"""A store's table -> an opened store: objects made once, read back, taken away; its failures in words of our own."""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from briefing.model import Problem, Refusal
from briefing.publish import address
from briefing.publish.release import Item
from briefing.publish.secrets import Secret, secret
from briefing.publish.targets import Store
from briefing.saying import tell

if TYPE_CHECKING:
    from obstore.store import ClientConfig, ObjectStore, RetryConfig

FOR_GOOD = "public, max-age=31536000, immutable"
PATIENCE = timedelta(seconds=120)
"""How long one request may take."""
TRIES = 3
"""How often an object is put to whose making no answer came in time; all other failures in passing obstore repeats."""
RETRY: RetryConfig = {
    "max_retries": 5,
    "retry_timeout": timedelta(seconds=90),
    "backoff": {"init_backoff": timedelta(milliseconds=100), "max_backoff": timedelta(seconds=5), "base": 2},
}
SECRETS = {
    "s3": {"key_id": "access_key_id", "key": "secret_access_key"},
    "az": {"key_id": "account_name", "key": "account_key"},
    "gs": {"key": "service_account_key"},
}
"""What key_id and key are called by each kind of store."""
ENDPOINT = {"gs": "base_url"}
STATUS = re.compile(r"status code: (\d{3})\b")
NO_ANSWER = re.compile(r"kind: (Connect|Request|Timeout|Interrupted|Decode)\b")
NO_BUCKET = re.compile(r"NoSuchBucket|ContainerNotFound")
SYSTEM = re.compile(r"\bcode: (\d{1,4}),\s+kind: ")


class Trouble(Exception):
    """A store that did not do what it was asked, in words of our own: its own may hold what must not be shown.

    ``lost`` is whether it may have done it all the same, and only the answer did not come.
    """

    def __init__(self, said: str, *, lost: bool = False) -> None:
        super().__init__(said)
        self.said = said
        self.lost = lost


@dataclass(frozen=True, slots=True)
class Held:
    """What stands under a name: the digest of its bytes, and what the store says of it."""

    sha256: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shelf:
    """An opened store; ``described`` is whether it keeps types and languages (a folder does not)."""

    objects: ObjectStore
    described: bool

    def make(self, name: str, item: Item) -> bool:
        """Whether the object is new; False where one of this name was there. Tried again where the answer was lost."""
        for left in reversed(range(TRIES)):
            try:
                return self._make(name, item)
            except Trouble as trouble:
                if not (trouble.lost and left):
                    raise
                time.sleep(0.4 * 2 ** (TRIES - left))
        raise AssertionError("a try either returns or raises")

    def _make(self, name: str, item: Item) -> bool:
        import obstore
        from obstore.exceptions import AlreadyExistsError

        told = attributes(item) if self.described else None
        try:  # in one request, so that a torn object is never seen
            obstore.put(self.objects, name, item.content, mode="create", use_multipart=False, attributes=told)
        except AlreadyExistsError:
            return False
        except Exception as error:
            raise understood(error) from None
        return True

    def held(self, name: str, size: int) -> Held | None:
        """What stands under the name; None where nothing does. Of another size, it is not read."""
        import obstore

        try:
            found = obstore.get(self.objects, name)
            fits = found.meta["size"] == size
            sha256 = hashlib.sha256(found.bytes()).hexdigest() if fits else ""
            return Held(sha256, {str(key): value for key, value in found.attributes.items()})
        except FileNotFoundError as error:
            if NO_BUCKET.search(str(error)):
                raise understood(error) from None
            return None
        except Exception as error:
            raise understood(error) from None

    def drop(self, name: str) -> None:
        import obstore

        try:
            obstore.delete(self.objects, name)
        except Exception as error:
            raise understood(error) from None


def attributes(item: Item) -> dict[str, str]:
    """What a store is told of an object, and readers by it."""
    given = {"Content-Type": item.type, "Content-Disposition": "inline", "Cache-Control": FOR_GOOD}
    return given | ({"Content-Language": item.language} if item.language else {})


def opened(target: Store, *, dry_run: bool = False) -> Shelf:
    """The store, not yet asked anything; Refusal O033 where it cannot be opened, O032 where a secret lacks."""
    if why := address.fault(target.url, target.endpoint):
        raise _unfit(target, why, tell("see [publish.NAME] in the README"))
    try:
        from obstore.store import LocalStore, from_url
    except ImportError:
        raise _unfit(target, tell("obstore is not installed"), tell("pip install briefing[store]")) from None
    scheme = urlsplit(target.url).scheme
    try:
        if scheme == "file":
            folder = Path(unquote(urlsplit(target.url).path))
            if dry_run and not folder.exists():
                from obstore.store import MemoryStore

                return Shelf(MemoryStore(), described=False)  # as empty as the folder that a real run makes
            return Shelf(LocalStore(folder, mkdir=True), described=False)
        client: ClientConfig = {
            "allow_http": address.is_open(target.endpoint),
            "connect_timeout": timedelta(seconds=10),
            "timeout": PATIENCE,
        }
        secrets = _secrets(scheme, target)  # as such: what shows the variables of a traceback shows no words
        objects = from_url(
            target.url,
            client_options=client,
            retry_config=RETRY,
            **_options(scheme, target),
            **_revealed(secrets),
        )
        return Shelf(objects, described=True)
    except Refusal:
        raise
    except Exception as error:  # its message may quote the secret that could not be read
        hint = tell("check url, endpoint, region, and what the secrets hold")
        raise _unfit(
            target, tell("it cannot be opened ({said})", said=understood(error).said), hint
        ) from None


def understood(error: Exception) -> Trouble:
    """What an error of a store means, without its words: they hold addresses, headers and answers."""
    from obstore.exceptions import NotSupportedError, PermissionDeniedError, UnauthenticatedError

    words = str(error)
    status = STATUS.search(words)
    if isinstance(error, (PermissionDeniedError, UnauthenticatedError)):
        which = f" ({status[1]})" if status else ""
        return Trouble(
            tell(
                "the store does not let this key do that{which}: check the secrets and their rights",
                which=which,
            )
        )
    if isinstance(error, FileNotFoundError):
        return Trouble(tell("there is no such bucket, container or folder"))
    if isinstance(error, (NotSupportedError, NotImplementedError)):
        return Trouble(tell("the store cannot make an object only where there is none"))
    if status:
        lasting = int(status[1]) >= 500 or int(status[1]) in (408, 429)
        return Trouble(
            tell(
                "the store answered {status}{what}",
                status=status[1],
                what=tell(" time and again") if lasting else "",
            )
        )
    if kind := NO_ANSWER.search(words):
        return Trouble(tell("the store cannot be reached, or broke off"), lost=kind[1] != "Connect")
    if system := SYSTEM.search(words):
        return Trouble(tell("the system says: {strerror}", strerror=os.strerror(int(system[1]))))
    return Trouble(tell("the store failed ({name})", name=type(error).__name__))


def _options(scheme: str, target: Store) -> dict[str, Any]:
    """The settings of obstore for one kind of store."""
    options: dict[str, Any] = {}
    if scheme == "s3":
        options["checksum_algorithm"] = "sha256"  # the store checks what arrives, where it does
        if target.region:
            options["region"] = target.region
    if target.endpoint:
        options[ENDPOINT.get(scheme, "endpoint")] = target.endpoint
    return options


def _secrets(scheme: str, target: Store) -> dict[str, Secret]:
    """What opens the store, by obstore's names; without key_id and key it is the machine's own rights."""
    named = {"key_id": target.key_id, "key": target.key}
    found = {called: secret(name) for key, called in SECRETS[scheme].items() if (name := named[key])}
    return {called: words for called, words in found.items() if words is not None}


def _revealed(secrets: Mapping[str, Secret]) -> dict[str, Any]:
    return {called: words.reveal() for called, words in secrets.items()}


def _unfit(target: Store, why: str, hint: str) -> Refusal:
    return Refusal(
        Problem("O033", tell("target '{name}': {why}", name=target.name, why=why), target.where, hint),
        exit_code=2,
    )
