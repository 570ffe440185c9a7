"""How long work still takes, in words."""

from __future__ import annotations

import time


def elapsed_text(seconds: float) -> str:
    """A duration in words, coarse enough to read at a glance."""
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    if seconds < 3600:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h"


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
