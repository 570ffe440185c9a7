"""Progress and cancel, one way for all long work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from .errors import Cancelled

Item = TypeVar("Item")


class Progress:
    """Reports 0 to 1 of one's own work, and stops when asked to.

    A callee reports its own work from 0 to 1; the caller decides, by `part`, which share of the whole that is.
    The default reports to nobody and never cancels.

    Args:
        report: Called with the fraction of the whole that is done.
        say: Called with a sentence about what is being done.
        is_cancelled: Asked at every update.
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
        """Reports the fraction done.

        Raises:
            Cancelled: The user asked to stop.
        """
        self.check()
        self._report(min(max(fraction, 0.0), 1.0))

    def check(self) -> None:
        """Raises Cancelled if the user asked to stop."""
        if self._is_cancelled():
            raise Cancelled

    def say(self, message: str) -> None:
        """Tells the user what is being done, or something worth knowing about it."""
        self._say(message)

    def part(self, start: float, stop: float) -> Progress:
        """The progress to hand down for the work between two fractions of one's own."""
        return Progress(lambda fraction: self._report(start + (stop - start) * fraction), self._say, self._is_cancelled)

    def track(self, items: Iterable[Item], count: int) -> Iterator[Item]:
        """Yields the items, reporting before each and after the last."""
        for index, item in enumerate(items):
            self.update(index / max(count, 1))
            yield item
        self.update(1.0)


class TimeLeft:
    """Estimates how long work still takes, from the fraction done."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def text(self, fraction: float) -> str:
        """`about 3 min left`, empty while nothing sensible can be said."""
        spent = time.monotonic() - self._start
        if spent < 2 or fraction < 0.02 or fraction >= 1:
            return ""
        return f"about {elapsed_text(spent * (1 - fraction) / fraction)} left"


def elapsed_text(seconds: float) -> str:
    """A duration in words, coarse enough to read at a glance."""
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    if seconds < 3600:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"
