"""Folders of templates -> a Jinja that runs prose: no arithmetic, no attributes of text, bounded in time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import kept
from briefing.saying import tell

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

SECONDS = 5
"""Processor time that a block of a template may take: prose needs a thousandth of it."""
UNFIT_FILTERS = ("center", "format", "indent", "wordwrap", "batch", "slice", "random", "pprint", "tojson")
"""Filters that make text of any size, or another text each time."""


class Overrun(Exception):
    """A template that would go on and on."""


@contextmanager
def hurried() -> Iterator[None]:
    """Raise Overrun where the block inside takes more than SECONDS of processor time."""
    if threading.current_thread() is not threading.main_thread():  # signals reach the main thread alone
        yield
        return

    def overrun(*_: object) -> None:
        raise Overrun(tell("the template runs for more than {seconds} seconds", seconds=SECONDS))

    former = signal.signal(signal.SIGVTALRM, overrun)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def environment(folders: tuple[Path, ...]) -> SandboxedEnvironment:
    """Jinja for prose: sandboxed and strict, without arithmetic; nothing is escaped, since only marks enter."""
    from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
    from jinja2 import __version__ as version
    from jinja2.bccache import Bucket
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import SandboxedEnvironment

    class Prose(SandboxedEnvironment):
        intercepted_binops = frozenset(("-", "*", "/", "//", "%", "**"))

        def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
            raise SecurityError(f"a template does not calculate ('{operator}'); seeds/derived.toml does")

        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            # 'x'.center(…) and its like make text of any size
            return not isinstance(obj, str | int) and super().is_safe_attribute(obj, attr, value)

    class Code(BytecodeCache):
        """The code of templates of the same text, from the command before."""

        def load_bytecode(self, bucket: Bucket) -> None:
            code = kept.current and kept.current.template(f"{version} {bucket.key} {bucket.checksum}")
            if code:
                bucket.bytecode_from_string(code)

        def dump_bytecode(self, bucket: Bucket) -> None:
            if kept.current:
                kept.current.keep_template(
                    f"{version} {bucket.key} {bucket.checksum}", bucket.bytecode_to_string()
                )

    jinja = Prose(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Code(),
    )
    for name in UNFIT_FILTERS:
        jinja.filters.pop(name, None)
    return jinja
