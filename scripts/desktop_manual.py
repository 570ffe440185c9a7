"""Runs inside QGIS: follows the manual's tutorial through dialogs and map, and takes its pictures."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import processing
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, QSize, Qt, QTimer, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWebKitWidgets import QWebView
from qgis.PyQt.QtWidgets import QDockWidget, QLineEdit, QWidget
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["CLUSTERNET_TOUR"])
REFERENCE = FOLDER.parent / "data" / "OSBS_029_trees.gpkg"
_STEP_MILLISECONDS = 100
_LONGEST_WAIT_SECONDS = 600
_WIDTH = 1000
_WINDOW = QSize(1280, 820)
_PAGE = QSize(900, 1000)


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
        yield from self._report()
        yield from self._identify()
        yield from self._segment()
        yield from self._paint()

    def _arrange(self) -> None:
        """The toolbox, showing the plugin's algorithms, and nothing that distracts."""
        iface.mainWindow().resize(_WINDOW)
        iface.mainWindow().findChild(QDockWidget, "Browser").hide()
        toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        toolbox.show()
        toolbox.searchBox.setText("ClusterNet")
        iface.mainWindow().resizeDocks([toolbox], [330], Qt.Orientation.Horizontal)

    def _train(self) -> Iterator[Callable[[], bool]]:
        model = FOLDER / "forest.cnet"
        parameters = {"INPUT": [self.raster.id()], "EPOCHS": 10, "OUTPUT": str(model)}
        dialog = yield from self._dialog("train", parameters)
        dialog.runButton().click()
        yield _pause(2)
        yield lambda: model.exists() and dialog.runButton().isEnabled()
        dialog.close()

    def _map(self) -> Iterator[Callable[[], bool]]:
        parameters = {
            "INPUT": self.raster.id(),
            "MODEL": str(FOLDER / "forest.cnet"),
            "OUTPUT": str(FOLDER / "clusters.tif"),
            "CONFIDENCE": str(FOLDER / "confidence.tif"),
        }
        dialog = yield from self._dialog("cluster", parameters)
        dialog.runButton().click()
        yield lambda: len(QgsProject.instance().mapLayers()) == 3 and dialog.runButton().isEnabled()
        dialog.close()
        self._show_only("clusters.tif")
        iface.setActiveLayer(self._layer("clusters.tif"))  # the one that Identify asks
        yield _pause(3)
        self._picture("clusters")

    def _report(self) -> Iterator[Callable[[], bool]]:
        """The report's page, as a browser shows its beginning."""
        page = FOLDER / "clusters.html"
        parameters = {"INPUT": self.raster.id(), "MODEL": str(FOLDER / "forest.cnet"), "OUTPUT": str(page)}
        processing.run("clusternet:clusterreport", parameters)
        view = QWebView()
        view.resize(_PAGE)
        view.load(QUrl.fromLocalFile(str(page)))
        view.show()
        yield _pause(4)
        self._picture("report", view)
        view.close()

    def _identify(self) -> Iterator[Callable[[], bool]]:
        self._layer("clusters.tif").renderer().setOpacity(0.5)
        self._show_only("clusters.tif", Path(self.raster.source()).name)
        yield _pause(2)
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
        parameters = {
            "CLUSTERS": self._layer("clusters.tif").id(),
            "CLASSES": self._classes(),
            "SIEVE": 20,
            "MIN_AREA": 0.5,
            "SIMPLIFY": 0.2,
            "OUTPUT": str(FOLDER / "classes.tif"),
            "POLYGONS": str(FOLDER / "found.gpkg"),
        }
        dialog = yield from self._dialog("segment", parameters)
        dialog.runButton().click()
        yield lambda: len(QgsProject.instance().mapLayers()) == 5 and dialog.runButton().isEnabled()
        dialog.close()
        polygons = next(
            layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)
        )
        polygons.setOpacity(0.6)
        self._show_only("found.gpkg", Path(self.raster.source()).name)
        iface.mapCanvas().setExtent(self.raster.extent())
        yield _pause(3)
        self._picture("polygons")

    def _paint(self) -> Iterator[Callable[[], bool]]:
        """Strokes of three classes in the dock, on the raster alone."""
        self._show_only(Path(self.raster.source()).name)
        iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox").hide()
        iface.setActiveLayer(self.raster)
        plugins["clusternet_qgis"]._action.trigger()
        yield lambda: self._dock() is not None
        dock = self._dock()
        session = dock.session
        yield lambda: session.preview.view is not None
        session.brush.rename_class("class 1", "trees")
        for name in ("ground", "shade"):
            session.paintings.change(session.painting.with_class(name))
        dock.paint_panel.brush_button.click()
        yield _pause(1)
        for name, places in _STROKES:
            session.brush.choose_class(name)
            yield _pause(0.5)
            self._drag(places)
            yield _pause(3)
        self._picture("strokes")

    def _drag(self, places: tuple[tuple[float, float], ...]) -> None:
        """A drag through places of the raster."""
        view, extent = iface.mapCanvas().viewport(), self.raster.extent()
        to_screen = iface.mapCanvas().getCoordinateTransform().transform
        corners = [
            to_screen(extent.xMinimum() + x * extent.width(), extent.yMaximum() - y * extent.height())
            for x, y in places
        ]
        points = [corner.toQPointF().toPoint() for corner in corners]
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(view, point)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=points[-1])

    @staticmethod
    def _dock() -> Any:
        return iface.mainWindow().findChild(QDockWidget, "ClusterNetDock")

    def _classes(self) -> str:
        """The report's groups with names; which are trees the reader sees, and this program asks the reference."""
        selection = FOLDER / "trees.json"
        parameters = {"CLUSTERS": str(FOLDER / "clusters.tif"), "REFERENCE": str(REFERENCE), "CLASS_FIELD": "label"}
        processing.run("clusternet:selectbyreference", {**parameters, "FRACTION": 1, "SELECTION": str(selection)})
        trees = {*json.loads(selection.read_text())["classes"][0]["clusters"]}
        groups = re.findall(r"<strong>group \d+=([\d,]+)</strong>", (FOLDER / "clusters.html").read_text())
        named = []
        for group in groups:
            clusters = {*map(int, group.split(","))}
            named.append(f"{'tree' if 2 * len(clusters & trees) > len(clusters) else 'ground'}={group}")
        return "; ".join(named)

    @staticmethod
    def _layer(file: str) -> Any:
        return next(layer for layer in QgsProject.instance().mapLayers().values() if file in layer.source())

    def _show_only(self, *files: str) -> None:
        for layer in QgsProject.instance().mapLayers().values():
            shown = any(file in layer.source() for file in files)
            node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
            node.setItemVisibilityChecked(shown)
            node.setExpanded(shown and layer is not self.raster)
        iface.mapCanvas().refresh()

    def _dialog(self, algorithm: str, parameters: dict[str, Any]) -> Iterator[Callable[[], bool]]:
        """Opens a dialog and takes its picture; there, files have names only, which are the same everywhere."""
        shown = {
            name: Path(value).name if str(value).startswith(str(FOLDER)) else value
            for name, value in parameters.items()
        }
        dialog = processing.createAlgorithmDialog(f"clusternet:{algorithm}", shown)
        dialog.resize(900, 760)
        dialog.show()
        yield _pause(2)
        for line in dialog.findChildren(QLineEdit):
            line.home(False)
        self._picture(algorithm, dialog)
        dialog.setParameters(parameters)
        return dialog

    @staticmethod
    def _picture(name: str, widget: QWidget | None = None) -> None:
        """A dialog, or QGIS' window made smaller."""
        image = (widget or iface.mainWindow()).grab().toImage()
        if image.width() > _WIDTH:
            image = image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
        image.save(str(FOLDER / f"tutorial_{name}.png"))

    def _finish(self, text: str) -> None:
        self._timer.stop()
        (FOLDER / "tour.log").write_text(text + "\n")
        QgsApplication.taskManager().cancelAll()
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(500, iface.actionExit().trigger)


def _pause(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until


# Class, and places as fractions of the raster's width and height.
_STROKES = (
    ("trees", ((0.25, 0.70), (0.28, 0.72), (0.30, 0.74))),
    ("ground", ((0.52, 0.38), (0.55, 0.40), (0.58, 0.42))),
    ("shade", ((0.17, 0.20), (0.20, 0.21), (0.24, 0.22))),
    ("trees", ((0.49, 0.26), (0.52, 0.27), (0.54, 0.28))),
    ("ground", ((0.70, 0.56), (0.72, 0.57), (0.74, 0.59))),
    ("shade", ((0.68, 0.20), (0.68, 0.24), (0.69, 0.28))),
    ("trees", ((0.84, 0.25), (0.86, 0.28), (0.87, 0.30))),
)

tutorial = Tutorial()
