"""The painting of each raster, with undo and redo."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..translation import tr
from .painting import Painting


def first_painting() -> Painting:
    """What a raster starts with: one class, so that the first stroke means something."""
    return Painting(()).with_class(tr("class 1"))


class History:
    """A painting with those before it and those undone.

    Args:
        painting: The first.
    """

    def __init__(self, painting: Painting) -> None:
        self._past: list[Painting] = []
        self._future: list[Painting] = []
        self.painting = painting

    @property
    def can_undo(self) -> bool:
        """Whether there is one before."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether one was undone."""
        return bool(self._future)

    def change(self, painting: Painting) -> None:
        """Goes on to another painting."""
        self._past.append(self.painting)
        self._future.clear()
        self.painting = painting

    def undo(self) -> None:
        """Goes back by one, if there is one."""
        if self._past:
            self._future.append(self.painting)
            self.painting = self._past.pop()

    def redo(self) -> None:
        """Takes back the last undo, if there is one."""
        if self._future:
            self._past.append(self.painting)
            self.painting = self._future.pop()


class Paintings(QObject):
    """A history for each raster that was painted; one of them is worked on.

    Signals:
        changed: Strokes, classes or clusters of the painting, or another raster is worked on.
        edited: The user has changed something that is worth keeping.

    Attributes:
        histories: By what GDAL opens for the raster.
    """

    changed = pyqtSignal()
    edited = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.histories: dict[str, History] = {}
        self._raster = ""
        self._without_raster = History(first_painting())

    @property
    def history(self) -> History:
        """Of the raster that is worked on."""
        return self.histories.get(self._raster, self._without_raster)

    @property
    def painting(self) -> Painting:
        """What is painted on that raster."""
        return self.history.painting

    def choose(self, raster: str) -> None:
        """Works on another raster, which keeps its strokes and gets the present classes if it is new; "" for none.

        Whoever calls this emits `changed`.
        """
        classes = self.painting.classes
        self._raster = raster
        if raster:
            self.histories.setdefault(raster, History(Painting(classes)))

    def forget(self) -> None:
        """Forgets all that was painted. Whoever calls this emits `changed`."""
        self.histories.clear()
        self._without_raster = History(first_painting())

    def forget_clusters(self) -> None:
        """Removes all that the user has set for clusters, which can be undone. Whoever calls this emits `changed`."""
        painting = self.painting.without_clusters()
        if painting != self.painting:
            self.history.change(painting)

    def change(self, painting: Painting) -> None:
        """Goes on to another painting, which can be undone."""
        self.history.change(painting)
        self._emit_edited()

    def undo(self) -> None:
        """Takes the last change back."""
        self.history.undo()
        self._emit_edited()

    def redo(self) -> None:
        """Repeats the change that was undone last."""
        self.history.redo()
        self._emit_edited()

    def _emit_edited(self) -> None:
        self.changed.emit()
        self.edited.emit()
