"""Adds the Processing provider and the dock to QGIS, and takes them away again."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from . import translation
from .algorithms.base import ICON
from .environment import interpreter
from .provider import ClusterNetProvider
from .settings import KnownPythons
from .translation import tr

_MENU = "ClusterNet"
_MILLISECONDS_BETWEEN_STEPS = 20


class ClusterNetPlugin:
    """The plugin; `iface` is None under qgis_process."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._translator: QTranslator | None = None
        self._provider: ClusterNetProvider | None = None
        self._action: QAction | None = None
        self._dock: Any = None

    def initProcessing(self) -> None:  # noqa: N802
        """Adds the provider; all that qgis_process asks for."""
        self._translator = translation.install()
        interpreter.remember_in(KnownPythons())
        self._provider = ClusterNetProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)
        self._provider.refreshAlgorithms()  # adds the models, whose steps are known only now

    def initGui(self) -> None:  # noqa: N802
        """Adds everything to the desktop."""
        self.initProcessing()
        self._action = QAction(QIcon(ICON), tr("ClusterNet: paint and see"), self._iface.mainWindow())
        self._action.setObjectName("ClusterNetDockAction")
        self._action.setToolTip(tr("Segment a raster by painting strokes on the map"))
        self._action.setCheckable(True)
        self._action.triggered.connect(self._show_dock)
        self._iface.addToolBarIcon(self._action)
        self._iface.addPluginToMenu(_MENU, self._action)

    def unload(self) -> None:
        """Takes everything away."""
        if self._dock is not None:
            self._dock.remove()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._action is not None:
            self._iface.removeToolBarIcon(self._action)
            self._iface.removePluginMenu(_MENU, self._action)
            self._action.deleteLater()
            self._action = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _show_dock(self, wanted: bool) -> None:
        """Shows or hides the dock, which is made when it is first wanted: QGIS' start pays nothing for it."""
        if not wanted:
            if self._dock is not None:
                self._dock.hide()
        elif self._dock is not None:
            self._dock.open_with(self._iface.activeLayer())
        else:
            from .gui import dock

            # Loading, making and showing it are three steps, between which QGIS can do other things.
            QTimer.singleShot(_MILLISECONDS_BETWEEN_STEPS, lambda: self._make_dock(dock.ClusterNetDock))

    def _make_dock(self, kind: Any) -> None:
        if self._dock is None and self._action is not None:
            self._dock = kind(self._iface.mapCanvas(), self._iface.messageBar(), self._iface.mainWindow())
            self._dock.hide()
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self._dock.setToggleVisibilityAction(self._action)
            QTimer.singleShot(_MILLISECONDS_BETWEEN_STEPS, self._open_dock)

    def _open_dock(self) -> None:
        if self._dock is not None:
            self._dock.open_with(self._iface.activeLayer())
