"""Adds the Processing provider, the dock and the environment dialog to QGIS, and removes them again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QApplication

from . import settings, translation
from .algorithms.base import ICON
from .provider import ClusterNetProvider
from .qgis_objects import processing_registry
from .translation import tr

_MENU = "ClusterNet"
_MILLISECONDS_BETWEEN_STEPS = 20
_MILLISECONDS_UNTIL_IDLE = 200
SECONDS_UNTIL_UNINSTALLED = 3


class ClusterNetPlugin:
    """The plugin; `iface` is None under qgis_process."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._translator: QTranslator | None = None
        self._provider: ClusterNetProvider | None = None
        self._action: QAction | None = None
        self._environment_action: QAction | None = None
        self._dock: Any = None
        self._environment_dialog: Any = None

    def initProcessing(self) -> None:
        """Adds the provider. qgis_process calls nothing else."""
        self._translator = translation.install()
        self._provider = ClusterNetProvider(self._offer_environment)
        processing_registry().addProvider(self._provider)
        # The models are added after the provider is registered, because they use its algorithms. On the desktop this
        # waits until QGIS has started.
        if self._iface is None:
            self._provider.refreshAlgorithms()
        else:
            QTimer.singleShot(_MILLISECONDS_BETWEEN_STEPS, self._add_models)

    def initGui(self) -> None:
        """Adds everything to the desktop."""
        self.initProcessing()
        self._action = QAction(QIcon(ICON), tr("ClusterNet: paint and see"), self._iface.mainWindow())
        self._action.setObjectName("ClusterNetDockAction")
        self._action.setToolTip(tr("Segment a raster by painting strokes on the map"))
        self._action.setCheckable(True)
        self._action.triggered.connect(self._show_dock)
        self._iface.addToolBarIcon(self._action)
        self._iface.addPluginToMenu(_MENU, self._action)
        self._environment_action = QAction(tr("Python environment..."), self._iface.mainWindow())
        self._environment_action.setObjectName("ClusterNetEnvironmentAction")
        self._environment_action.triggered.connect(self.show_environment)
        self._iface.addPluginToMenu(_MENU, self._environment_action)

    def _add_models(self) -> None:
        if self._provider is not None:
            self._provider.refreshAlgorithms()

    def unload(self) -> None:
        """Removes everything."""
        if self._environment_action is not None:
            self._iface.removePluginMenu(_MENU, self._environment_action)
            self._environment_action.deleteLater()
            self._environment_action = None
        if self._environment_dialog is not None:
            self._environment_dialog.cancel()
            self._environment_dialog.deleteLater()
            self._environment_dialog = None
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
            processing_registry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        # QGIS does not tell whether the plugin is being uninstalled. Its files show that after a while.
        QTimer.singleShot(1000 * SECONDS_UNTIL_UNINSTALLED, _forget_if_uninstalled)

    def _show_dock(self, wanted: bool) -> None:
        """Shows or hides the dock, which is created when it is first shown: it must not slow down the start of QGIS."""
        if not wanted:
            if self._dock is not None:
                self._dock.hide()
        elif self._dock is not None:
            self._dock.open_with(self._iface.activeLayer())
        else:
            from .gui import dock

            # Importing, creating and showing it are three steps, so that none of them blocks QGIS for long.
            QTimer.singleShot(_MILLISECONDS_BETWEEN_STEPS, lambda: self._make_dock(dock.ClusterNetDock))

    def _make_dock(self, kind: Any) -> None:
        if self._dock is None and self._action is not None:
            self._dock = kind(self._iface.mapCanvas(), self._iface.messageBar(), self._iface.mainWindow())
            self._dock.hide()
            area = Qt.DockWidgetArea.RightDockWidgetArea
            self._iface.addTabifiedDockWidget(area, self._dock, ["ProcessingToolbox"], True)
            self._dock.setToggleVisibilityAction(self._action)
            self._dock.python_missing.connect(self._offer_environment)
            QTimer.singleShot(_MILLISECONDS_BETWEEN_STEPS, self._open_dock)

    def _open_dock(self) -> None:
        if self._dock is not None:
            self._dock.open_with(self._iface.activeLayer())
            width = max(self._dock.width(), self._dock.sizeHint().width())
            self._iface.mainWindow().resizeDocks([self._dock], [width], Qt.Orientation.Horizontal)

    # --- the Python environment

    def show_environment(self) -> None:
        """Shows the dialog of the Python environment."""
        if self._environment_dialog is None:
            from .gui.environment_dialog import EnvironmentDialog

            self._environment_dialog = EnvironmentDialog(self._iface.mainWindow())
            self._environment_dialog.changed.connect(self._environment_changed)
        self._environment_dialog.open()

    def _offer_environment(self) -> str:
        """Shows that dialog as soon as no other dialog is open, such as QGIS' message that an algorithm cannot run.

        Returns:
            What that message says; "" where there is no desktop to show anything.
        """
        if self._environment_action is None:
            return ""
        QTimer.singleShot(_MILLISECONDS_UNTIL_IDLE, self._show_environment_when_idle)
        percent = self._environment_dialog.percent if self._environment_dialog is not None else None
        if percent is None:
            return tr(
                "PyTorch, with which models are trained and applied, is not installed yet. Close this message: the "
                "window that opens then installs it."
            )
        return tr("PyTorch is being installed, {} % are done. Run the algorithm again when it is there.").format(
            percent
        )

    def _show_environment_when_idle(self) -> None:
        if self._environment_action is None:
            return
        if QApplication.activeModalWidget() is not None:
            self._offer_environment()
        elif self._environment_dialog is None or not self._environment_dialog.isVisible():
            self.show_environment()

    def _environment_changed(self) -> None:
        if self._dock is not None:
            self._dock.restart_worker()


def _forget_if_uninstalled() -> None:
    if not Path(__file__).exists():
        settings.forget_all()
