"""What the dock wishes of the worker: stated by the main thread, read by the thread that serves it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Wish:
    """Arguments of the calls, in the order in which they depend on one another; None for what is not wanted.

    Attributes:
        source: Of `live_open`.
        strokes: Of `live_strokes`.
        view: Of `live_view`.
    """

    source: dict[str, Any] | None = None
    strokes: dict[str, Any] | None = None
    view: dict[str, Any] | None = None


class Wishes:
    """The wish of the moment, and selections to be saved once.

    Attributes:
        changed: Held to change or read them, and notified of changes.
        wish: Of the moment; its parts are replaced and never changed, so that identity tells a new one.
        saves: Paths to write selections to.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.wish = Wish()
        self.saves: list[str] = []

    def state(self, **parts: dict[str, Any] | None) -> None:
        """Changes parts of the wish."""
        with self.changed:
            self.wish = replace(self.wish, **parts)
            self.changed.notify_all()

    def reopen(self) -> None:
        """Has the raster and the model opened again: their files have changed, or what failed shall be tried again."""
        with self.changed:
            self.wish = replace(self.wish, source=dict(self.wish.source) if self.wish.source else None)
            self.changed.notify_all()

    def save(self, path: str) -> None:
        """Has the selection written, when all strokes count."""
        with self.changed:
            self.saves.append(path)
            self.changed.notify_all()
