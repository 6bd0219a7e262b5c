"""How many messages a minute -> waiting until the next may go; the clock in the one place that may be asked for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Clock:
    """``seconds`` that only grow, and a way to wait; tests bring their own."""

    seconds: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(slots=True)
class Pace:
    """``a_minute`` messages in a minute, evenly; 0 for as many as the server takes."""

    a_minute: int
    clock: Clock
    _next: float = field(default=0.0, init=False)

    def wait(self) -> None:
        if self.a_minute < 1:
            return
        now = self.clock.seconds()
        if now < self._next:
            self.clock.sleep(self._next - now)
        self._next = max(now, self._next) + 60 / self.a_minute
