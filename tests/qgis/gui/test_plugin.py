"""The button brings the dock; the plugin takes everything away again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from background import wait_for
from qgis.PyQt.QtWidgets import QMainWindow

from clusternet_qgis.plugin import ClusterNetPlugin


class Iface:
    """The part of QGIS' interface that the plugin asks for."""

    def __init__(self, canvas: Any, layer: Any) -> None:
        from qgis.gui import QgsMessageBar

        self._window, self._canvas, self._layer, self._bar = QMainWindow(), canvas, layer, QgsMessageBar()
        self.icons: list[Any] = []
        self.menu: list[Any] = []

    def mainWindow(self) -> Any:
        return self._window

    def mapCanvas(self) -> Any:
        return self._canvas

    def messageBar(self) -> Any:
        return self._bar

    def activeLayer(self) -> Any:
        return self._layer

    def addToolBarIcon(self, action: Any) -> None:
        self.icons.append(action)

    def removeToolBarIcon(self, action: Any) -> None:
        self.icons.remove(action)

    def addPluginToMenu(self, menu: str, action: Any) -> None:
        self.menu.append(action)

    def removePluginMenu(self, menu: str, action: Any) -> None:
        self.menu.remove(action)

    def addDockWidget(self, area: Any, dock: Any) -> None:
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: Any) -> None:
        self._window.removeDockWidget(dock)


def test_the_button_brings_the_dock_and_unload_leaves_nothing(
    monkeypatch: Any, canvas: Any, layer: Any, fake_worker: Any
) -> None:
    monkeypatch.setattr(ClusterNetPlugin, "initProcessing", lambda self: None)
    iface = Iface(canvas, layer)
    iface.mainWindow().show()
    plugin = ClusterNetPlugin(iface)
    plugin.initGui()
    (action,) = iface.icons
    action.trigger()
    assert wait_for(lambda: plugin._dock is not None and plugin._dock.isVisible(), 10)
    dock = plugin._dock
    assert action.isChecked()
    assert wait_for(lambda: dock.session.preview.view is not None, 20)
    action.trigger()
    assert dock.isHidden()
    assert wait_for(lambda: fake_worker.processes() == [], 10)
    action.trigger()
    assert wait_for(lambda: len(fake_worker.processes()) == 1, 10)
    items = len(canvas.scene().items())
    plugin.unload()
    assert iface.icons == iface.menu == []
    assert len(canvas.scene().items()) == items - 2
    assert wait_for(lambda: fake_worker.processes() == [], 10)


def test_loading_the_plugin_loads_nothing_of_the_dock() -> None:
    program = (
        "import clusternet_qgis.plugin, sys; print([m for m in sys.modules if m.startswith('clusternet_qgis.gui')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Path(__file__).parents[3], check=True
    )
    assert done.stdout.strip() == "[]"
