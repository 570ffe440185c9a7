"""Progress, messages and cancelling of long work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .errors import Cancelled

Item = TypeVar("Item")


class Progress:
    """Reports how much work is done, and stops the work when the user cancels.

    A function reports its own work from 0 to 1. Its caller hands down a `part`, which converts that into a share of the
    whole work. The default reports nothing and never cancels.

    Args:
        report: Called with the fraction of the whole work that is done.
        say: Called with messages for the user.
        is_cancelled: Called at every update; returns whether the user has cancelled.
    """

    def __init__(
        self,
        report: Callable[[float], None] = lambda fraction: None,
        say: Callable[[str], None] = lambda message: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._report = report
        self._say = say
        self._is_cancelled = is_cancelled

    def update(self, fraction: float) -> None:
        """Reports the fraction that is done.

        Raises:
            Cancelled: The user has cancelled.
        """
        self.check()
        self._report(min(max(fraction, 0.0), 1.0))

    def check(self) -> None:
        """Raises Cancelled if the user has cancelled."""
        if self._is_cancelled():
            raise Cancelled

    def say(self, message: str) -> None:
        """Sends the user a message about the work."""
        self._say(message)

    def part(self, start: float, stop: float) -> Progress:
        """A progress whose 0 to 1 are the two given fractions of this one."""
        return Progress(lambda fraction: self._report(start + (stop - start) * fraction), self._say, self._is_cancelled)

    def track(self, items: Iterable[Item], count: int) -> Iterator[Item]:
        """Yields the items, and reports before each and after the last."""
        for index, item in enumerate(items):
            self.update(index / max(count, 1))
            yield item
        self.update(1.0)


class TimeLeft:
    """Estimates how long work still takes, from the fraction that is done."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def text(self, fraction: float) -> str:
        """A text such as `about 3 min left`; empty at the beginning and at the end."""
        elapsed = time.monotonic() - self._start
        if elapsed < 2 or fraction < 0.02 or fraction >= 1:
            return ""
        return f"about {elapsed_text(elapsed * (1 - fraction) / fraction)} left"


def elapsed_text(seconds: float) -> str:
    """A duration as text with one rounded number, such as `3 min`."""
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    if seconds < 3600:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
