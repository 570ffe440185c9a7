"""The buttons with which names of clusters are asked for and taken over."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import Qgis
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .. import settings
from ..qgis_objects import task_manager
from ..translation import tr
from .session import Session
from .suggest_task import Suggestion, SuggestTask


class SuggestPanel(QWidget):
    """Has the worker look for names, and puts clusters into classes of these names.

    Signals:
        changed: There are other suggestions.

    Attributes:
        found: Suggestions by cluster, for the raster and model that are worked on.
        task: What looks for them, None if nothing does.
    """

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.found: dict[int, Suggestion] = {}
        self.task: SuggestTask | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.ask_button, self.all_button = QPushButton(), QPushButton(tr("Take all over"))
        self.ask_button.setToolTip(
            tr("Look for clusters that are buildings, paved, trees, low vegetation, water or bare ground.")
        )
        self.all_button.setToolTip(tr("Put all clusters that are in no class into the classes that are suggested."))
        for button in (self.ask_button, self.all_button):
            row.addWidget(button)
        row.addStretch()
        self.ask_button.clicked.connect(self._ask_or_stop)
        self.all_button.clicked.connect(lambda checked=False: self.take_over(self.found))
        session.raster_changed.connect(self._forget)
        session.worker.opened.connect(self._refresh)
        for signal in (session.paintings.changed, session.clusters_changed):
            signal.connect(self._refresh)
        self._refresh()

    def take_over(self, clusters: Iterable[int]) -> None:
        """Puts clusters that are in no class into the classes that are suggested for them; undo takes it back."""
        painting = self._session.painting
        for cluster in clusters:
            if cluster in self.open_clusters():
                entry = self.found[cluster].entry
                painting = painting.with_classes([entry]).with_toggled([cluster], entry.name)
        if painting != self._session.painting:
            self._session.paintings.change(painting)

    def open_clusters(self) -> set[int]:
        """Those with a suggestion that are in no class yet."""
        in_class = {int(entry["id"]) for entry in self._session.clusters if entry.get("class")}
        return set(self.found) - in_class - set(self._session.painting.toggled)

    def _ask_or_stop(self, checked: bool = False) -> None:
        if self.task is not None:
            self.task.cancel()
            return
        session = self._session
        if not session.has_raster() or not session.opened_model_path:
            return
        task = self.task = SuggestTask(session.raster_path, session.opened_model_path, settings.chosen_python())
        # Methods, and no lambdas: they are disconnected when the dock goes before the task.
        task.ended.connect(self._ended)
        task.taskTerminated.connect(self._refresh)
        self._refresh()
        task_manager().addTask(task)

    def _ended(self, found: dict[int, Suggestion] | None, text: str) -> None:
        is_current, self.task = self.task is not None and self.sender() is self.task, None
        if is_current and found is not None:
            self.found = found
            self.changed.emit()
        if is_current and text:
            level = Qgis.MessageLevel.Warning if found is None else Qgis.MessageLevel.Info
            self._session.message.emit(level, self._session.names.applied(text))
        self._refresh()

    def _forget(self) -> None:
        """Another raster or model is worked on, of which nothing is known."""
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()
        self.found = {}
        self.changed.emit()
        self._refresh()

    def _refresh(self, *_: object) -> None:
        self.ask_button.setText(tr("Stop looking") if self.task is not None else tr("Suggest names"))
        self.ask_button.setEnabled(self.task is not None or bool(self._session.opened_model_path))
        self.all_button.setVisible(bool(self.found))
        self.all_button.setEnabled(bool(self.open_clusters()))
