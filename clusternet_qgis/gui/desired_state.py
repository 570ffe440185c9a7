"""What the worker shall hold for the dock: set by the main thread, read by the thread that serves it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import Any

Arguments = dict[str, Any]


@dataclass(frozen=True)
class WorkerState:
    """What a worker holds, or shall hold, as the arguments of the calls that bring it there.

    The attributes are in the order in which they depend on one another. None stands for what is not there.

    Attributes:
        source: Of `live_open`.
        strokes: Of `live_strokes`.
        view: Of `live_view`.
    """

    source: Arguments | None = None
    strokes: Arguments | None = None
    view: Arguments | None = None


class DesiredState:
    """The state that the worker shall reach, and selections to be saved once.

    Attributes:
        changed: Held to change or read the others, and notified of changes.
        state: Its parts are replaced and never changed, so that identity shows whether a part is new.
        saves: Paths to write selections to.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.state = WorkerState()
        self.saves: list[str] = []

    def change(self, **parts: Arguments | None) -> None:
        """Replaces parts of the state."""
        with self.changed:
            self.state = replace(self.state, **parts)
            self.changed.notify_all()

    def reopen(self) -> None:
        """Has the raster and the model opened again: their files have changed, or a failed call shall be repeated."""
        with self.changed:
            source = self.state.source
            self.state = replace(self.state, source=dict(source) if source else None)
            self.changed.notify_all()

    def save(self, path: str) -> None:
        """Has the selection written, once all strokes are applied."""
        with self.changed:
            self.saves.append(path)
            self.changed.notify_all()

    def finish_save(self, path: str) -> bool:
        """Takes a path off those to write to; False if it is none of them any more."""
        with self.changed:
            waits = path in self.saves
            if waits:
                self.saves.remove(path)
            return waits

    def drop_saves(self) -> bool:
        """Takes all paths off those to write to; False if there were none."""
        with self.changed:
            waited = bool(self.saves)
            self.saves.clear()
            return waited
