"""Runs inside QGIS: follows the manual's tutorial through dialogs and map, and takes its pictures."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import processing
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget
from qgis.utils import iface

FOLDER = Path(os.environ["CLUSTERNET_TOUR"])
REFERENCE = FOLDER.parent / "data" / "OSBS_029_trees.gpkg"
_STEP_MILLISECONDS = 100
_LONGEST_WAIT_SECONDS = 600
_WIDTH = 1000


class Tutorial:
    """Steps that the event loop takes one after the other; each is done when what it waits for is true."""

    def __init__(self) -> None:
        (FOLDER / "tour.log").write_text("")
        self._steps = self._script()
        self._waiting: Callable[[], bool] = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_STEP_MILLISECONDS)

    def _tick(self) -> None:
        try:
            if self._waiting():
                self._waiting, self._since = next(self._steps), time.monotonic()
            elif time.monotonic() - self._since > _LONGEST_WAIT_SECONDS:
                raise TimeoutError("a step took too long")
        except StopIteration:
            self._finish("finished")
        except Exception as error:
            self._finish(f"failed: {type(error).__name__}: {error}")

    def _script(self) -> Iterator[Callable[[], bool]]:
        yield _pause(3)
        self._arrange()
        yield _pause(2)
        self._picture("start")
        self.raster = next(iter(QgsProject.instance().mapLayers().values()))
        yield from self._train()
        yield from self._map()
        yield from self._identify()
        yield from self._segment()

    def _arrange(self) -> None:
        """The toolbox, showing the plugin's algorithms, and nothing that distracts."""
        iface.mainWindow().findChild(QDockWidget, "Browser").hide()
        toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        toolbox.show()
        toolbox.searchBox.setText("ClusterNet")
        iface.mainWindow().resizeDocks([toolbox], [330], Qt.Orientation.Horizontal)

    def _train(self) -> Iterator[Callable[[], bool]]:
        model = FOLDER / "forest.cnet"
        dialog = _dialog("train", INPUT=[self.raster.id()], EPOCHS=10, OUTPUT=str(model))
        yield _pause(2)
        self._picture("train", dialog)
        dialog.runButton().click()
        yield _pause(2)
        yield lambda: model.exists() and dialog.runButton().isEnabled()
        dialog.close()

    def _map(self) -> Iterator[Callable[[], bool]]:
        dialog = _dialog(
            "cluster",
            INPUT=self.raster.id(),
            MODEL=str(FOLDER / "forest.cnet"),
            OUTPUT=str(FOLDER / "clusters.tif"),
            CONFIDENCE=str(FOLDER / "confidence.tif"),
        )
        yield _pause(2)
        self._picture("cluster", dialog)
        dialog.runButton().click()
        yield lambda: len(QgsProject.instance().mapLayers()) == 3 and dialog.runButton().isEnabled()
        dialog.close()
        self._show_only("clusters.tif")
        yield _pause(3)
        self._picture("clusters")

    def _identify(self) -> Iterator[Callable[[], bool]]:
        iface.actionIdentify().trigger()
        yield _pause(1)
        view = iface.mapCanvas().viewport()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, view.height() // 2))
        yield _pause(2)
        self._picture("identify")
        panel = iface.mainWindow().findChild(QDockWidget, "IdentifyResultsDock")
        if panel is not None:
            panel.close()

    def _segment(self) -> Iterator[Callable[[], bool]]:
        dialog = _dialog(
            "segment",
            CLUSTERS=self._layer("clusters.tif").id(),
            CLASSES=f"tree={self._trees()}",
            SIEVE=20,
            MIN_AREA=0.5,
            SIMPLIFY=0.2,
            OUTPUT=str(FOLDER / "classes.tif"),
            POLYGONS=str(FOLDER / "trees.gpkg"),
        )
        yield _pause(2)
        self._picture("segment", dialog)
        dialog.runButton().click()
        yield lambda: len(QgsProject.instance().mapLayers()) == 5 and dialog.runButton().isEnabled()
        dialog.close()
        polygons = next(
            layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)
        )
        polygons.setOpacity(0.6)
        self._show_only("trees.gpkg", Path(self.raster.source()).name)
        iface.mapCanvas().setExtent(self.raster.extent())
        yield _pause(3)
        self._picture("polygons")

    def _trees(self) -> str:
        """The clusters of trees, which the reader finds by looking."""
        selection = FOLDER / "trees.json"
        parameters = {"CLUSTERS": str(FOLDER / "clusters.tif"), "REFERENCE": str(REFERENCE), "CLASS_FIELD": "label"}
        processing.run("clusternet:selectbyreference", {**parameters, "FRACTION": 1, "SELECTION": str(selection)})
        return ",".join(map(str, json.loads(selection.read_text())["classes"][0]["clusters"]))

    @staticmethod
    def _layer(file: str) -> Any:
        return next(layer for layer in QgsProject.instance().mapLayers().values() if file in layer.source())

    def _show_only(self, *files: str) -> None:
        for layer in QgsProject.instance().mapLayers().values():
            shown = any(file in layer.source() for file in files)
            node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
            node.setItemVisibilityChecked(shown)
            node.setExpanded(shown and not isinstance(layer, QgsRasterLayer))
        iface.mapCanvas().refresh()

    @staticmethod
    def _picture(name: str, widget: QWidget | None = None) -> None:
        """A dialog, or the whole screen made smaller, with few colours: pages shall load quickly."""
        image = widget.grab().toImage() if widget else QApplication.primaryScreen().grabWindow(0).toImage()
        if image.width() > _WIDTH:
            image = image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
        image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither).save(
            str(FOLDER / f"tutorial_{name}.png"), "PNG", 0
        )

    def _finish(self, text: str) -> None:
        self._timer.stop()
        (FOLDER / "tour.log").write_text(text + "\n")
        QgsApplication.taskManager().cancelAll()
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(500, iface.actionExit().trigger)


def _dialog(algorithm: str, **parameters: Any) -> Any:
    dialog = processing.createAlgorithmDialog(f"clusternet:{algorithm}", parameters)
    dialog.resize(900, 620)
    dialog.show()
    return dialog


def _pause(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


tutorial = Tutorial()
