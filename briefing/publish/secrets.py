"""The name of a secret -> the secret, from the environment or from a file that the environment names.

A secret never stands in briefing.toml, and its class keeps it out of messages, logs and tracebacks.
"""

from __future__ import annotations

import os
from pathlib import Path

from briefing.model import Problem, Refusal
from briefing.saying import tell


class Secret:
    """Words that nothing prints; ``reveal`` gives them to whoever must send them."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def reveal(self) -> str:
        return self._words

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a secret is not stored")


def secret(name: str, *, required: bool = True) -> Secret | None:
    """The secret in the variable ``name``, or in the file that ``name``_FILE names (its first line).

    Refusal O032 (exit code 2) where neither is set and it is required, or where the file cannot be read.
    """
    if said := os.environ.get(name):
        return Secret(said)
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Secret(Path(path).read_text("utf-8").split("\n")[0].rstrip("\r"))
        except (OSError, UnicodeDecodeError):
            problem = Problem(
                "O032",
                tell("the file that {name}_FILE names cannot be read", name=name),
                hint=tell("check the path and its rights"),
            )
            raise Refusal(problem, exit_code=2) from None
    if required:
        hint = tell(
            "set {name}, or {name}_FILE to a file that holds it; it never stands in briefing.toml", name=name
        )
        raise Refusal(
            Problem("O032", tell("the secret {name} is not set", name=name), hint=hint), exit_code=2
        )
    return None
