"""Saves the dock's state in the project, and restores it when the project is opened."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import QObject

from ..qgis_objects import project
from ..translation import tr
from .history import History
from .painting import Painting
from .preview import SHOW_CLASSES, SHOWN
from .session import Session

_SCOPE, _KEY = "clusternet", "dock"
_FORMAT_VERSION = 1


class ProjectMemory(QObject):
    """Saves the state with the project, restores it with the project, and clears it when the project is closed.

    Args:
        session: The session whose state is saved.
        parent: Owner.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = project()
        self._project.writeProject.connect(self._write)
        self._project.readProject.connect(self._read)
        self._project.cleared.connect(session.forget)
        session.paintings.edited.connect(self._project.setDirty)

    def stop(self) -> None:
        """Disconnects from the project."""
        self._project.writeProject.disconnect(self._write)
        self._project.readProject.disconnect(self._read)
        self._project.cleared.disconnect(self._session.forget)
        self._session.paintings.edited.disconnect(self._project.setDirty)

    def _write(self, document: Any) -> None:
        session = self._session
        state = {
            "format_version": _FORMAT_VERSION,
            "layer": session.layer.id() if session.layer is not None else "",
            "model": self._project.writePath(session.model_path) if session.model_path else "",
            "brush_class": session.brush.class_name,
            "brush_width": session.brush.width,
            "shown": session.preview.shown,
            "paintings": [
                {"source": self._project.writePath(source), "painting": history.painting.to_json()}
                for source, history in session.paintings.histories.items()
            ],
        }
        self._project.writeEntry(_SCOPE, _KEY, json.dumps(state))

    def _read(self, document: Any) -> None:
        self.restore()

    def restore(self) -> bool:
        """Restores the state that the project holds; False if it holds none."""
        text, found = self._project.readEntry(_SCOPE, _KEY)
        if not found or not text:
            return False
        try:
            self._apply(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            sentence = tr("What the project keeps of ClusterNet cannot be read ({}); begin anew.")
            self._session.warn(sentence.format(f"{type(error).__name__}: {error}"))
            return False
        return True

    def _apply(self, state: dict[str, Any]) -> None:
        if state["format_version"] > _FORMAT_VERSION:
            raise ValueError(f"format version {state['format_version']}")
        histories = {
            self._project.readPath(entry["source"]): History(Painting.from_json(entry["painting"]))
            for entry in state["paintings"]
        }
        layer = self._project.mapLayer(state["layer"])
        model = self._project.readPath(state["model"]) if state["model"] else ""
        shown = state["shown"] if state["shown"] in SHOWN else SHOW_CLASSES
        width, brush_class = float(state["brush_width"]), str(state["brush_class"])
        session = self._session
        session.forget()
        session.paintings.histories.update(histories)
        session.set_model(model)
        session.set_raster(layer if isinstance(layer, QgsRasterLayer) else None)
        session.preview.show(shown)
        session.brush.choose_class(brush_class)
        session.brush.set_width(width)
