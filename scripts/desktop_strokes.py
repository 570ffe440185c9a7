"""Runs inside QGIS: paints strokes in the dock with a real mouse, as a user would, taking screenshots."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint, QTimer
from qgis.PyQt.QtWidgets import QApplication, QWidget
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["CLUSTERNET_TOUR"])
LOG = FOLDER / "tour.log"
_STEP_MILLISECONDS = 20
_LONGEST_WAIT_SECONDS = 200
_MILLISECONDS_OF_A_DRAG = 30


class Tour:
    """Steps that the event loop takes one after the other; each is done when what it waits for is true."""

    def __init__(self) -> None:
        LOG.write_text("")
        self._mouse: list[subprocess.Popen[bytes]] = []
        self._notes: list[str] = []
        self._steps = self._script()
        self._waiting: Callable[[], bool] = lambda: True
        self._since = self._last_tick = time.monotonic()
        self._last_work = time.thread_time()
        self._longest_gap = self._longest_work = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(_STEP_MILLISECONDS)

    def _tick(self) -> None:
        now = time.monotonic()
        self._longest_gap = max(self._longest_gap, now - self._last_tick - _STEP_MILLISECONDS / 1000)
        self._longest_work = max(self._longest_work, time.thread_time() - self._last_work)
        try:
            if self._waiting():
                self._waiting, self._since = next(self._steps), now
            elif now - self._since > _LONGEST_WAIT_SECONDS:
                raise TimeoutError("a step took too long")
        except StopIteration:
            self._finish("finished")
        except Exception as error:
            self._shot("failed")
            self._finish(f"failed: {type(error).__name__}: {error}")
        # What the tour itself does is no block.
        self._last_tick, self._last_work = time.monotonic(), time.thread_time()

    # --- the script

    def _script(self) -> Iterator[Callable[[], bool]]:
        yield self._pause(2)
        layer = next(iter(QgsProject.instance().mapLayers().values()))
        # There is no window manager that could maximise it.
        iface.mainWindow().setGeometry(QApplication.primaryScreen().geometry())
        iface.setActiveLayer(layer)
        yield self._pause(2)
        iface.zoomToActiveLayer()
        yield self._pause(2)
        began = time.monotonic()
        self._longest_gap = self._longest_work = 0.0
        button = self._tool_button()
        if button.isVisible():
            self._click(button)
        else:  # the toolbar is too short
            plugins["clusternet_qgis"]._action.trigger()
        yield lambda: self._dock() is not None and self._dock().isVisible()
        dock = self._dock()
        session = dock.session
        yield lambda: session.preview.view is not None
        self._notes.append(f"first preview after {time.monotonic() - began:.1f} s, the start of Python included")
        self._note("opening the dock")
        session.preview.show("clusters")
        yield self._pause(2)
        self._shot("1_clusters")
        session.preview.show("classes")
        session.brush.rename_class("class 1", "trees")
        session.paintings.change(session.painting.with_class("ground"))
        session.brush.choose_class("trees")
        self._click(dock.paint_panel.brush_button)
        yield lambda: iface.mapCanvas().mapTool() is session.brush.tool
        yield self._pause(0.5)
        self._longest_gap = self._longest_work = 0.0
        for stroke, (key, places) in enumerate(_STROKES, 1):
            session.brush.choose_class_number(key)
            yield from self._paint(session, stroke, places)
        yield self._pause(1)
        self._note("painting")
        self._shot("2_painted")
        self._mouse.append(subprocess.Popen(["xdotool", "key", "ctrl+z"]))
        yield lambda: len(session.painting.strokes) == len(_STROKES) - 1
        session.paintings.redo()
        yield self._pause(1)
        iface.mapCanvas().setRotation(30)
        yield self._pause(4)
        self._shot("3_rotated")
        iface.mapCanvas().setRotation(0)
        yield self._pause(1)
        self._note("rotating the map")
        yield from self._results(dock)

    def _results(self, dock: QWidget) -> Iterator[Callable[[], bool]]:
        project = QgsProject.instance()
        dock.result_panel.save(str(FOLDER / "strokes.gpkg"))
        yield lambda: len(project.mapLayers()) == 2
        self._note("saving the strokes")
        before = len(project.mapLayers())
        dock.result_panel.segment(str(FOLDER / "classes.tif"))
        yield self._pause(2)
        self._shot("4_segmenting")
        yield lambda: len(project.mapLayers()) == before + 2
        dock.session.preview.show("nothing")
        yield self._pause(3)
        self._note("segmenting the whole raster")
        self._shot("5_segmented")

    def _paint(
        self, session: object, number: int, places: tuple[tuple[float, float], ...]
    ) -> Iterator[Callable[[], bool]]:
        """A drag through places given as fractions of the map."""
        views: list[float] = []
        released: list[float] = []
        note_view = lambda: views.append(time.monotonic())  # noqa: E731
        note_release = lambda points: released.append(time.monotonic())  # noqa: E731
        session.brush.tool.drawn.connect(note_release)
        self._drag(places)
        yield lambda: len(session.painting.strokes) >= number
        session.preview.changed.connect(note_view)
        yield lambda: bool(views)
        session.preview.changed.disconnect(note_view)
        session.brush.tool.drawn.disconnect(note_release)
        self._notes.append(f"stroke {number}: preview after {1000 * (views[0] - released[0]):.0f} ms")

    # --- the mouse

    def _drag(self, places: tuple[tuple[float, float], ...]) -> None:
        viewport = iface.mapCanvas().viewport()
        corner = viewport.mapToGlobal(QPoint(0, 0))
        points = [(corner.x() + int(x * viewport.width()), corner.y() + int(y * viewport.height())) for x, y in places]
        command = ["xdotool", "mousemove", *map(str, points[0]), "mousedown", "1"]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            for step in range(1, 9):
                command += ["mousemove", str(x0 + (x1 - x0) * step // 8), str(y0 + (y1 - y0) * step // 8)]
                command += ["sleep", str(_MILLISECONDS_OF_A_DRAG / 1000)]
        self._mouse.append(subprocess.Popen([*command, "mouseup", "1"]))

    def _click(self, widget: QWidget) -> None:
        place = widget.mapToGlobal(widget.rect().center())
        self._mouse.append(subprocess.Popen(["xdotool", "mousemove", str(place.x()), str(place.y()), "click", "1"]))

    @staticmethod
    def _tool_button() -> QWidget:
        action = plugins["clusternet_qgis"]._action
        return next(w for w in action.associatedWidgets() if not w.inherits("QMenu")).widgetForAction(action)

    @staticmethod
    def _dock() -> QWidget | None:
        return iface.mainWindow().findChild(QWidget, "ClusterNetDock")

    # --- telling

    def _note(self, what: str) -> None:
        gap, work = 1000 * self._longest_gap, 1000 * self._longest_work
        self._notes.append(
            f"{what}: the main thread was away for at most {gap:.0f} ms, and computed {work:.0f} ms of it"
        )
        self._longest_gap = self._longest_work = 0.0

    @staticmethod
    def _pause(seconds: float) -> Callable[[], bool]:
        until = time.monotonic() + seconds
        return lambda: time.monotonic() >= until

    @staticmethod
    def _shot(name: str) -> None:
        QApplication.primaryScreen().grabWindow(0).save(str(FOLDER / f"{name}.png"))

    def _finish(self, text: str) -> None:
        self._timer.stop()
        LOG.write_text("\n".join([*self._notes, text]) + "\n")
        QgsApplication.taskManager().cancelAll()
        QgsProject.instance().removeAllMapLayers()  # QGIS asks about layers in a temporary folder
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(500, iface.actionExit().trigger)


# Hot key of the class, and places as fractions of the map's width and height.
_STROKES = (
    (2, ((0.40, 0.30), (0.44, 0.36))),
    (1, ((0.55, 0.55), (0.60, 0.57))),
    (2, ((0.35, 0.70), (0.38, 0.74), (0.42, 0.75))),
    (1, ((0.50, 0.20), (0.54, 0.22))),
)

tour = Tour()
