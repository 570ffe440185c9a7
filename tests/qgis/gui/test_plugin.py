"""The button brings the dock; the plugin takes everything away again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from background import wait_for
from desktop_checks import cut_texts, is_empty
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDockWidget, QMainWindow, QWidget

from clusternet_qgis.plugin import ClusterNetPlugin
from clusternet_qgis.settings import PYTHON_SETTING


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

    def addTabifiedDockWidget(self, area: Any, dock: Any, others: list[str], raised: bool) -> None:
        self._window.addDockWidget(area, dock)
        for other in self._window.findChildren(QDockWidget):
            if other.objectName() in others:
                self._window.tabifyDockWidget(other, dock)

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
    assert len(canvas.scene().items()) == items - 3
    assert wait_for(lambda: fake_worker.processes() == [], 10)


def test_the_dock_is_a_wide_tab_beside_the_toolbox(monkeypatch: Any, canvas: Any, layer: Any, fake_worker: Any) -> None:
    monkeypatch.setattr(ClusterNetPlugin, "initProcessing", lambda self: None)
    iface = Iface(canvas, layer)
    window, toolbox = iface.mainWindow(), QDockWidget("Toolbox")
    toolbox.setObjectName("ProcessingToolbox")
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, toolbox)
    window.setCentralWidget(QWidget())
    window.resize(1500, 950)
    window.show()
    plugin = ClusterNetPlugin(iface)
    plugin.initGui()
    iface.icons[0].trigger()
    assert wait_for(lambda: plugin._dock is not None and plugin._dock.isVisible(), 10)
    assert window.tabifiedDockWidgets(plugin._dock) == [toolbox]
    assert wait_for(lambda: plugin._dock.width() >= plugin._dock.sizeHint().width(), 10)
    assert cut_texts(plugin._dock) == []
    assert is_empty(plugin._dock) == ""
    plugin.unload()


@pytest.fixture
def desktop(plugin: Any, canvas: Any, layer: Any) -> Any:
    """The plugin on a desktop instead of the one of qgis_process, where no Python has what it needs."""
    before = QgsSettings().value(PYTHON_SETTING)
    QgsSettings().setValue(PYTHON_SETTING, "/nowhere/python")
    plugin.unload()
    desktop = ClusterNetPlugin(Iface(canvas, layer))
    desktop._iface.mainWindow().show()
    desktop.initGui()
    yield desktop
    desktop.unload()
    plugin.initProcessing()
    QgsSettings().setValue(PYTHON_SETTING, before)


def is_offered(plugin: Any) -> bool:
    return plugin._environment_dialog is not None and plugin._environment_dialog.isVisible()


def test_the_menu_leads_to_the_environment(desktop: Any) -> None:
    assert not is_offered(desktop)
    (action,) = (action for action in desktop._iface.menu if action.objectName() == "ClusterNetEnvironmentAction")
    action.trigger()
    assert is_offered(desktop)


def test_an_algorithm_that_lacks_its_python_offers_it_once_nothing_else_is_asked(desktop: Any, provider: Any) -> None:
    box = QDialog(desktop._iface.mainWindow())
    box.open()  # QGIS tells that the algorithm cannot run
    fine, why = provider.algorithm("train").canExecute()
    assert not fine
    assert "not installed yet. Close this message" in why
    assert "pip install" not in why, "which may have no osgeo"
    assert not wait_for(lambda: is_offered(desktop), 0.6)
    box.close()
    assert wait_for(lambda: is_offered(desktop), 5)


def test_the_dock_offers_it_and_goes_on_when_it_is_there(desktop: Any, fake_worker: Any) -> None:
    QgsSettings().setValue(PYTHON_SETTING, "/nowhere/python")
    desktop._action.trigger()
    assert wait_for(lambda: is_offered(desktop), 20)
    QgsSettings().setValue(PYTHON_SETTING, fake_worker.python)
    desktop._environment_dialog.changed.emit()
    assert wait_for(lambda: desktop._dock.session.preview.view is not None, 20)


def test_a_plugin_that_is_gone_offers_nothing(desktop: Any, provider: Any) -> None:
    algorithm = provider.algorithm("train").create()
    algorithm.canExecute()
    desktop.unload()
    algorithm.canExecute()
    assert not wait_for(lambda: desktop._environment_dialog is not None, 0.6)


def test_loading_the_plugin_loads_nothing_of_the_dock() -> None:
    program = (
        "import clusternet_qgis.plugin, sys; print([m for m in sys.modules if m.startswith('clusternet_qgis.gui')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=Path(__file__).parents[3], check=True
    )
    assert done.stdout.strip() == "[]"
