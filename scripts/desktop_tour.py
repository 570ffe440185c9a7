"""Runs inside QGIS: goes through dock and dialogs as a new user would, takes pictures, and says what must not be."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import processing
from desktop_checks import Positions, cut_texts, is_empty, is_error, message_of, moved, positions, without_style
from desktop_steps import FOLDER, Script, Steps, Wait
from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QFileDialog, QMessageBox, QScrollArea, QWidget
from qgis.utils import iface, plugins

IS_SHORT = bool(os.environ.get("CLUSTERNET_TOUR_SHORT"))
_MOST_CLICKS = 8
_TRAINING = {"EPOCHS": 2, "TILE_SIZE": 128}
# Class, its key, and places as fractions of the map's width and height.
_STROKES = (
    ("ground", 2, ((0.40, 0.30), (0.44, 0.36))),
    ("trees", 1, ((0.55, 0.55), (0.60, 0.57))),
    ("ground", 2, ((0.35, 0.70), (0.38, 0.74), (0.42, 0.75))),
    ("trees", 1, ((0.50, 0.20), (0.54, 0.22))),
    ("shade", 3, ((0.38, 0.24), (0.40, 0.22))),
)


class Tour(Steps):
    """The dock from its first opening to a map, then the Toolbox and the other windows."""

    def __init__(self) -> None:
        self.spare = 0  # clicks that a first map of two classes does not need
        super().__init__()
        QgsApplication.messageLog().messageReceived.connect(self._logged)
        iface.messageBar().widgetAdded.connect(self._barred)
        threading.excepthook = lambda arguments: self.faults.append(f"in a thread: {arguments.exc_value!r}")

    # --- what is told

    def _logged(self, text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if is_error(text, level):
            self.faults.append(f"the log of {tag}: {text}")

    def _barred(self, widget: QWidget) -> None:
        text, level = message_of(widget)
        self.notes.append(f"the message bar: {text}")
        if is_error(text, level):
            self.faults.append(f"the message bar: {text}")
        elif level == Qgis.MessageLevel.Warning:
            self.faults.append(f"the message bar warns: {text}")

    def _look(self, name: str, window: QWidget) -> None:
        """Takes a picture, and looks at the texts of a window."""
        self.shot(name)
        self.faults += [f"{name}: {fault}" for fault in cut_texts(window)]

    def _still(self, when: str, before: Positions, window: QWidget) -> None:
        self.faults += [f"{when}: {fault}" for fault in moved(before, positions(window))]

    def _styled(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            fault = without_style(layer)
            if fault:
                self.faults.append(f"the result {layer.name()} has no style: {fault}")

    # --- the script

    def script(self) -> Script:
        """All of it."""
        yield self.pause(2)
        self.raster = next(iter(QgsProject.instance().mapLayers().values()))
        # There is no window manager that could maximise it.
        iface.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
        iface.setActiveLayer(self.raster)
        yield self.pause(2)
        iface.zoomToActiveLayer()
        yield self.pause(2)
        self.shot("01_start")
        yield from self._open_dock()
        yield from self._paint()
        yield from self._look_around()
        yield from self._segment()
        yield from self._close_dock()
        if not IS_SHORT:
            yield from self._dialogs()
            yield from self._run_dialogs()
            yield from self._environment()

    def _open_dock(self) -> Script:
        self._tool_before = iface.mapCanvas().mapTool()
        self.clicks, self.spare, began, heard = 0, 0, time.monotonic(), set()
        self.blocks.end("QGIS' start")
        button = self._tool_button()
        if button.isVisible():
            self.click(button)
        else:  # the toolbar is too short
            plugins["clusternet_qgis"]._action.trigger()
        yield lambda: self._dock() is not None and self._dock().isVisible()
        dock = self.dock = self._dock()
        yield lambda: dock.session.layer is not None
        before = positions(dock)
        self.notes.append(f"the dock is there after {time.monotonic() - began:.1f} s")
        if is_empty(dock):
            self.faults.append(f"the dock is empty: {is_empty(dock)}")
        self._look("02_dock_opens", dock)

        def is_ready() -> bool:
            heard.add(dock.status_label.text())
            return dock.session.preview.view is not None and dock.status_label.text().startswith("Choose Paint")

        yield is_ready
        self.notes.append(f"dock ready {time.monotonic() - began:.1f} s after its first opening")
        self.notes.append(f"it said {' | '.join(sorted(heard))}")
        if "Choose a raster to begin." in heard:
            self.faults.append("the dock asks for a raster that it has")
        self._still("while the dock got ready", before, dock)
        self._look("03_dock_ready", dock)
        self.blocks.end("opening the dock")

    def _paint(self) -> Script:
        dock, session = self.dock, self.dock.session
        before = positions(dock)
        self.click(dock.paint_panel.brush_button)
        yield lambda: iface.mapCanvas().mapTool() is session.brush.tool
        for name in ("ground", "shade"):
            self.click(dock.paint_panel.classes.add_button)
            yield self.hands_rest
            yield self.pause(0.5)
            self.type_text(name)
            self.press_key("Return")
            yield lambda name=name: session.painting.classes[-1].name == name
        session.brush.rename_class(session.painting.classes[0].name, "trees")
        self._look("04_classes", dock)
        for number, (name, key, places) in enumerate(_STROKES, 1):
            self.point_at(self._on_map(*places[0]))
            yield self.hands_rest
            yield self.pause(0.1)
            self.press_key(str(key))
            yield lambda name=name: session.brush.class_name == name
            yield from self._stroke(number, places)
        yield self.pause(1)
        self._still("painting", before, dock)
        self._look("05_painted", dock)
        self.press_key("ctrl+z")
        yield lambda: len(session.painting.strokes) == len(_STROKES) - 1
        self.click(dock.paint_panel.redo_button)
        self.spare += 2 + len(_STROKES) - 2  # redo, the third class, and strokes beside two
        yield lambda: len(session.painting.strokes) == len(_STROKES)
        yield self._is_shown
        self._still("undoing", before, dock)
        self.blocks.end("painting")

    def _stroke(self, number: int, places: tuple[tuple[float, float], ...]) -> Script:
        """A drag, and how long the preview then takes."""
        session = self.dock.session
        released: list[float] = []
        shown: list[float] = []
        note_release = lambda points: released.append(time.monotonic())  # noqa: E731
        note_view = lambda: shown.append(time.monotonic())  # noqa: E731
        session.brush.tool.drawn.connect(note_release)
        self.drag([self._on_map(x, y) for x, y in places])
        yield lambda: len(session.painting.strokes) >= number
        session.preview.ready.connect(note_view)
        yield lambda: bool(shown)
        session.preview.ready.disconnect(note_view)
        session.brush.tool.drawn.disconnect(note_release)
        self.notes.append(f"stroke {number}: preview after {1000 * (shown[0] - released[0]):.0f} ms")

    def _look_around(self) -> Script:
        dock, session = self.dock, self.dock.session
        before = positions(dock)
        for number, shown in enumerate(("clusters", "confidence", "nothing", "classes")):
            dock.preview_panel.shown.setCurrentIndex(dock.preview_panel.shown.findData(shown))
            yield self.pause(1)
            self._look(f"06_{number}_{shown}", dock)
        self._still("choosing what is shown", before, dock)
        dock.preview_panel.shown.setCurrentIndex(dock.preview_panel.shown.findData("clusters"))
        session.picker.activate()
        yield self.pause(0.5)
        self.click_at(self._on_map(0.52, 0.48))
        self.spare += 1
        yield lambda: bool(dock.cluster_panel.chosen())
        self._still("choosing a cluster", before, dock)
        dock.findChild(QScrollArea).ensureWidgetVisible(dock.cluster_panel.view)
        yield self.pause(2)
        self._look("07_which_cluster", dock)
        dock.preview_panel.shown.setCurrentIndex(dock.preview_panel.shown.findData("classes"))
        dock.findChild(QScrollArea).ensureVisible(0, 0)
        yield lambda: session.brush.is_active  # it comes back
        self.point_at(self._on_map(0.5, 0.5))
        yield self.hands_rest
        yield self.pause(0.5)
        self.press_key("n")
        yield lambda: session.next_ring.item.point is not None
        yield self.pause(1)
        self._look("08_paint_here_next", dock)
        if not IS_SHORT:
            iface.mapCanvas().setRotation(30)
            yield self.pause(1)
            yield self._is_shown
            yield self.pause(2)
            self._look("09_rotated", dock)
            iface.mapCanvas().setRotation(0)
            yield self.pause(1)
            yield self._is_shown
        self.blocks.end("preview, clusters and ring")

    def _segment(self) -> Script:
        dock, project = self.dock, QgsProject.instance()
        before, layers = positions(dock), set(project.mapLayers())
        self.click(dock.result_panel.save_button)
        yield from self._answer(FOLDER / "strokes.gpkg")
        self.spare += 2
        yield lambda: len(project.mapLayers()) == len(layers) + 1
        yield self.hands_rest
        self.click(dock.result_panel.segment_button)
        yield from self._answer(FOLDER / "classes.tif", "10_segment_where")
        yield lambda: dock.result_panel.job.is_running
        yield self.pause(0.5)
        self._look("11_segmenting", dock)
        self._still("segmenting", before, dock)
        yield lambda: len(project.mapLayers()) == len(layers) + 3
        self.notes.append(f"{self.clicks} clicks from an open raster to polygons of three classes, and to all between")
        least = self.clicks - self.spare
        self.notes.append(f"of which a first map of two classes needs {least}")
        if least > _MOST_CLICKS:
            self.faults.append(f"a first map needs {least} clicks, which should be at most {_MOST_CLICKS}")
        yield self.pause(3)
        self._look("12_segmented", dock)
        self._still("the result is there", before, dock)
        self._styled([layer for key, layer in project.mapLayers().items() if key not in layers])
        self.notes.append(dock.result_panel.areas.sentence.text())
        self.blocks.end("saving and segmenting")

    def _close_dock(self) -> Script:
        plugins["clusternet_qgis"]._action.trigger()
        yield self.pause(1)
        if self.dock.session.strokes_item._screen_lines():
            self.faults.append("strokes stay on the map when the dock is closed")
        if iface.mapCanvas().mapTool() is not self._tool_before:
            self.faults.append("the tool before does not come back when the dock is closed")
        self.shot("13_closed")
        plugins["clusternet_qgis"]._action.trigger()
        yield self.pause(1)
        yield self._is_shown
        yield self.pause(1)
        self._look("14_reopened", self.dock)
        plugins["clusternet_qgis"]._action.trigger()
        self.blocks.end("closing and opening the dock")

    def _dialogs(self) -> Script:
        """Every dialog of the Toolbox, with a raster active."""
        iface.setActiveLayer(self.raster)
        toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        toolbox.show()
        toolbox.searchBox.setText("ClusterNet")
        yield self.pause(1)
        self.shot("20_toolbox")
        provider = QgsApplication.processingRegistry().providerById("clusternet")
        for name in sorted(algorithm.name() for algorithm in provider.algorithms()):
            dialog = yield from self._opened(name, {})
            self._look(f"21_{name}", dialog)
            dialog.close()
        self.blocks.end("opening dialogs")

    def _run_dialogs(self) -> Script:
        model, clusters, project = FOLDER / "model.cnet", FOLDER / "clusters.tif", QgsProject.instance()
        raster, known = self.raster.id(), set(project.mapLayers())
        reference = str(Path(self.raster.source()).with_name("OSBS_029_trees.gpkg"))
        classes, page = str(FOLDER / "classes2.tif"), FOLDER / "clusters.html"
        for name, parameters, result in (
            ("train", {"INPUT": [raster], "OUTPUT": str(model), **_TRAINING}, model),
            ("cluster", {"INPUT": raster, "MODEL": str(model), "OUTPUT": str(clusters)}, clusters),
            ("clusterreport", {"INPUT": raster, "MODEL": str(model), "OUTPUT": str(page)}, page),
            (
                "segment",
                {
                    "CLUSTERS": str(clusters),
                    "CLASSES": "tree=0-9; ground=10-31",
                    "SIEVE": 50,
                    "OUTPUT": classes,
                    "POLYGONS": str(FOLDER / "polygons2.gpkg"),
                },
                FOLDER / "polygons2.gpkg",
            ),
            (
                "evaluate",
                {
                    "INPUT": classes,
                    "REFERENCE": reference,
                    "REFERENCE_FIELD": "label",
                    "REPORT": str(FOLDER / "e.html"),
                },
                FOLDER / "e.html",
            ),
        ):
            dialog = yield from self._opened(name, parameters)
            self.click(dialog.runButton())
            yield self.pause(3)
            self._look(f"31_{name}_runs", dialog)
            yield lambda dialog=dialog, result=result: self._has_run(dialog, result)
            yield self.pause(1)
            self._look(f"32_{name}_done", dialog)
            dialog.close()
            self.blocks.end(f"running {name}")
        yield self.pause(2)
        self.shot("33_results")
        self._styled([layer for key, layer in project.mapLayers().items() if key not in known])

    @staticmethod
    def _has_run(dialog: Any, result: Path) -> bool:
        """Whether an algorithm has ended; raises what a box of QGIS says instead of running it."""
        if box := dialog.findChild(QMessageBox):
            raise RuntimeError(box.text())
        return result.exists() and bool(dialog.runButton().isEnabled())

    def _environment(self) -> Script:
        self._later(plugins["clusternet_qgis"].show_environment)
        yield lambda: QApplication.activeModalWidget() is not None or self._environment_dialog() is not None
        yield self.pause(2)
        dialog = self._environment_dialog()
        self._look("40_environment", dialog)
        dialog.close()
        self.blocks.end("the environment's window")

    # --- the parts of the screen

    def _opened(self, name: str, parameters: dict[str, Any]) -> Any:
        """The dialog of an algorithm, opened from the event loop as the Toolbox does."""
        dialogs: list[Any] = []

        def open_dialog() -> None:
            dialogs.append(processing.createAlgorithmDialog(f"clusternet:{name}", parameters))
            dialogs[0].show()

        self._later(open_dialog)
        yield lambda: bool(dialogs) and dialogs[0].isVisible()
        yield self.pause(1)
        return dialogs[0]

    def _answer(self, path: Path, name: str = "") -> Script:
        """Types a path into the dialog of files that comes."""
        yield lambda: isinstance(QApplication.activeModalWidget(), QFileDialog)
        yield self.pause(1)
        if name:
            self.shot(name)
        self.press_key("ctrl+a")
        yield self.hands_rest
        self.type_text(str(path))
        yield self.hands_rest
        self.clicks += 1  # on Save, which Enter stands for
        self.press_key("Return")
        yield lambda: QApplication.activeModalWidget() is None

    @staticmethod
    def _later(what: Callable[[], None]) -> None:
        """Runs something from the event loop, where its time counts."""
        QTimer.singleShot(0, what)

    @property
    def _is_shown(self) -> Wait:
        """Whether the worker has nothing left to do and its preview is on the map."""
        session = self.dock.session
        return lambda: session.preview.view is not None and not session.worker.is_busy

    @staticmethod
    def _on_map(x: float, y: float) -> QPoint:
        viewport = iface.mapCanvas().viewport()
        return viewport.mapToGlobal(QPoint(int(x * viewport.width()), int(y * viewport.height())))

    @staticmethod
    def _tool_button() -> QWidget:
        action = plugins["clusternet_qgis"]._action
        return next(w for w in action.associatedWidgets() if not w.inherits("QMenu")).widgetForAction(action)

    @staticmethod
    def _dock() -> Any:
        return iface.mainWindow().findChild(QWidget, "ClusterNetDock")

    @staticmethod
    def _environment_dialog() -> Any:
        dialog = plugins["clusternet_qgis"]._environment_dialog
        return dialog if dialog is not None and dialog.isVisible() else None


tour = Tour()
