"""Source documents in, a policy brief in several languages out, in which every figure is proven.

The names below are the stable interface for Python: what is listed in ``__all__`` keeps its name and meaning from one
release to the next, and everything else may change. Each is loaded when it is first asked for, so that
``import briefing`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.interface import build, load_project
    from briefing.model import Mention, Problem, Quantity, Range, Ratio, Refusal, Span
    from briefing.pipeline import Built
    from briefing.project import Project
    from briefing.reading import read
    from briefing.wording import say

__all__ = [
    "Built",
    "Mention",
    "Problem",
    "Project",
    "Quantity",
    "Range",
    "Ratio",
    "Refusal",
    "Span",
    "build",
    "load_project",
    "read",
    "say",
]

_HOMES = {
    "Built": "pipeline",
    "Project": "project",
    "build": "interface",
    "load_project": "interface",
    "read": "reading",
    "say": "wording",
} | dict.fromkeys(("Mention", "Problem", "Quantity", "Range", "Ratio", "Refusal", "Span"), "model")
"""Public name -> the module of this package that defines it."""


def __getattr__(name: str) -> object:
    """A public name, from its module (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
