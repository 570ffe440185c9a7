"""One raster being painted: brings strokes, the worker and what the canvas shows together."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QStandardPaths, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from .. import settings
from ..algorithms.base import raster_layer_path
from ..core.errors import RasterError
from ..core.io.legend import BACKGROUND
from ..core.options import TrainOptions
from ..translation import tr
from . import colour_tables
from .erasing import erased
from .live_thread import View
from .live_worker import LiveWorker
from .painting import History, Painting, Points, Stroke, StrokeClass
from .preview_item import PreviewItem
from .stroke_items import StrokesItem
from .stroke_tool import StrokeTool
from .view_window import RasterPlace, placed, visible_window

SHOW_CLASSES, SHOW_CLUSTERS, SHOW_NOTHING = "classes", "clusters", "nothing"
_MILLISECONDS_OF_REST = 150
_MILLISECONDS_OF_FILE_REST = 1000
_BRUSH_PIXELS = 5
_SECONDS_TO_STOP = 3.0


def first_painting() -> Painting:
    """What a raster starts with: one class, so that the first stroke means something."""
    return Painting(()).with_class(tr("class 1"))


class Session(QObject):
    """The state behind the dock.

    Signals:
        painting_changed: Strokes, classes or clusters, or another raster's.
        edited: The user has changed something that is worth keeping.
        brush_changed: Class, eraser or width.
        raster_changed: Another raster or model is worked on, or none.
        view_changed: The preview shows something else.
        view_ready: The worker has sent a picture.
        clusters_known: Clusters as the worker tells them (list of dict).
        status: What is being done, with its fraction (-1 for unknown); "" for nothing.
        message: A level of Qgis.MessageLevel and a sentence for the message bar.
        selection_saved: A selection file.
        selection_failed: Why there is none.

    Args:
        canvas: The map.
        parent: Owner.
    """

    painting_changed = pyqtSignal()
    edited = pyqtSignal()
    brush_changed = pyqtSignal()
    raster_changed = pyqtSignal()
    view_changed = pyqtSignal()
    view_ready = pyqtSignal()
    clusters_known = pyqtSignal(object)
    status = pyqtSignal(str, float)
    message = pyqtSignal(object, str)
    selection_saved = pyqtSignal(str)
    selection_failed = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.layer: QgsRasterLayer | None = None
        self.model_path = ""
        self.opened_model_path = ""
        self.histories: dict[str, History] = {}
        self.brush_class = BACKGROUND
        self.erasing = False
        self.brush_width = 1.0
        self.shown = SHOW_CLASSES
        self.clusters: list[dict[str, Any]] = []
        self._nobody = History(first_painting())
        self._source = self._layer_id = ""
        self._place: RasterPlace | None = None
        self._view: View | None = None
        self._version = 0
        self._doing = ""
        self._make_canvas_side()
        self._make_worker()
        self._make_watcher()

    def _make_canvas_side(self) -> None:
        self.tool = StrokeTool(self.canvas)
        self.tool.drawn.connect(self.draw)
        self.tool.class_key.connect(self.choose_class_number)
        self.tool.size_key.connect(self.scale_brush)
        self.tool.undo_key.connect(self.undo)
        self.tool.redo_key.connect(self.redo)
        self.preview = PreviewItem(self.canvas)
        self.strokes_item = StrokesItem(self.canvas)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_MILLISECONDS_OF_REST)
        self._rest.timeout.connect(self.request_view)
        self.canvas.extentsChanged.connect(self._rest.start)
        self.canvas.rotationChanged.connect(self._rest.start)
        self.canvas.destinationCrsChanged.connect(self._canvas_crs_changed)

    def _make_worker(self) -> None:
        self.worker = LiveWorker(self)
        self.worker.opened.connect(self._opened)
        self.worker.strokes_known.connect(self._strokes_known)
        self.worker.view_ready.connect(self._view_ready)
        self.worker.saved.connect(self.selection_saved)
        self.worker.save_failed.connect(self.selection_failed)
        self.worker.busy.connect(self._busy)
        self.worker.progressed.connect(self._tell_status)
        self.worker.restarting.connect(self._restarting)

    def _make_watcher(self) -> None:
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda path: self._file_rest.start())
        self._file_rest = QTimer(self)
        self._file_rest.setSingleShot(True)
        self._file_rest.setInterval(_MILLISECONDS_OF_FILE_REST)
        self._file_rest.timeout.connect(self._files_changed)

    def warn(self, text: str) -> None:
        """A sentence for the message bar."""
        self.message.emit(Qgis.MessageLevel.Warning, text)

    @property
    def is_busy(self) -> bool:
        """Whether the worker is at something."""
        return bool(self._doing)

    # --- raster and model

    @property
    def source(self) -> str:
        """What GDAL opens for the raster; "" for none."""
        return self._source

    @property
    def painting(self) -> Painting:
        """What is painted on the raster."""
        return self.history.painting

    @property
    def history(self) -> History:
        """Of the raster."""
        return self.histories.get(self._source, self._nobody)

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The raster's reference system."""
        return self.layer.crs() if self.layer is not None else QgsCoordinateReferenceSystem()

    def set_raster(self, layer: QgsRasterLayer | None) -> None:
        """Works on another raster, which keeps its own strokes; None for none."""
        if layer is self.layer:
            return
        before, classes = self.layer, self.painting.classes
        try:
            source = raster_layer_path(layer) if layer is not None else ""
        except RasterError as error:
            self.warn(str(error))
            layer, source = None, ""
        if before is not None and not _is_deleted(before):
            before.crsChanged.disconnect(self._raster_crs_changed)
        if layer is None and before is not None:
            QTimer.singleShot(0, partial(self._tell_removed, self._layer_id, self._source))
        self._layer_id = layer.id() if layer is not None else ""
        self.layer, self._source = layer, source
        if layer is not None:
            layer.crsChanged.connect(self._raster_crs_changed)
            self.histories.setdefault(source, History(Painting(classes)))
            self.brush_width = nice_brush(layer)
        self._open()
        self.choose_class(self._class_that_is())

    def _tell_removed(self, layer_id: str, source: str) -> None:
        """Says so if the layer has left the project, unless all of that was closed."""
        is_gone = QgsProject.instance().mapLayer(layer_id) is None
        if is_gone and source in self.histories and self.layer is None:
            text = tr("The raster {} was removed. Its strokes are kept: add it again to go on.")
            self.message.emit(Qgis.MessageLevel.Info, text.format(Path(source).name))

    def forget(self) -> None:
        """The project is closed, and all that was painted in it."""
        self.histories.clear()
        self._nobody = History(first_painting())
        self.model_path = ""
        self.set_raster(None)
        self._painting_changed()
        self.raster_changed.emit()

    def set_model(self, path: str) -> None:
        """Works with another model; "" for the base model. What was said of the other's clusters is left behind."""
        if path == self.model_path:
            return
        self.model_path = path
        painting = self.painting.without_clusters()
        if painting != self.painting:
            self.history.change(painting)
        self._open()

    def _open(self) -> None:
        """Has the worker open what there is now, if it runs."""
        self._place, self._view, self.opened_model_path, self.clusters = None, None, "", []
        self._show_view()
        watched = self._watcher.files()
        if watched:
            self._watcher.removePaths(watched)
        self._watch()
        self.worker.wishes.state(source=self._source_arguments(), strokes=None, view=None)
        self._painting_changed(tell_worker=True)
        self.clusters_known.emit(self.clusters)
        self.raster_changed.emit()

    def _source_arguments(self) -> dict[str, Any] | None:
        if self.layer is None:
            return None
        return {
            "path": self._source,
            "model_path": self.model_path,
            "bands": [],
            "cache_folder": cache_folder(),
            "memory_mb": TrainOptions.memory_mb,
            "device_name": TrainOptions.device,
        }

    def start(self) -> None:
        """Starts the worker, if it does not run."""
        self.worker.start(settings.chosen_python())

    def stop(self, wait: bool = False) -> None:
        """Ends the worker and clears the canvas; `start` brings all back."""
        self.worker.stop(_SECONDS_TO_STOP if wait else 0)
        self.tool.cancel()
        if self.canvas.mapTool() is self.tool:
            self.canvas.unsetMapTool(self.tool)
        self._place = self._view = None
        self._show_view()
        self.status.emit("", -1)

    def remove(self) -> None:
        """Ends for ever."""
        self._rest.stop()
        self._file_rest.stop()
        self.stop(wait=True)
        self.preview.remove()
        self.strokes_item.remove()

    def _opened(self, arguments: dict[str, Any], result: dict[str, Any]) -> None:
        if arguments is not self.worker.wishes.wish.source:  # another has been chosen meanwhile
            return
        self.opened_model_path = str(result.get("model_path") or self.model_path)
        self._place = RasterPlace(result["rows"], result["cols"], tuple(result["geotransform"]), self.crs)
        self.request_view()

    def _raster_crs_changed(self) -> None:
        if self._place is not None:
            self._place = RasterPlace(self._place.rows, self._place.cols, self._place.geotransform, self.crs)
        self._canvas_crs_changed()

    def _canvas_crs_changed(self) -> None:
        self.tool.cancel()
        self._view = None
        self._show_view()
        self._show_strokes()
        self._set_tool()
        self._rest.start()

    # --- files that change

    def _watch(self) -> None:
        paths = [path for path in (self._source, self.model_path) if path and Path(path).is_file()]
        if paths:
            self._watcher.addPaths(paths)

    def _files_changed(self) -> None:
        """A file was written, replaced or deleted a moment ago."""
        if self.layer is None:
            return
        for path, name in ((self._source, tr("raster")), (self.model_path, tr("model"))):
            if path and not Path(path).exists():
                text = tr("The file of the {}, {}, is gone. Choose another; your strokes are kept.").format(name, path)
                self.warn(text)
                return
        self._watch()
        self.message.emit(Qgis.MessageLevel.Info, tr("The raster or the model has changed on disk and is read again."))
        self.layer.reload()
        self.layer.triggerRepaint()
        self._view = None
        self._show_view()
        self.worker.wishes.reopen()

    # --- the brush

    def choose_class(self, name: str) -> None:
        """Paints this class from now on; one that there is not is BACKGROUND."""
        self.brush_class, self.erasing = self._class(name).name, False
        self._set_tool()
        self.brush_changed.emit()

    def choose_class_number(self, number: int) -> None:
        """Paints the class with this hot key; 0 is for what is none of them."""
        classes = self.painting.classes
        if number <= len(classes):
            self.choose_class(classes[number - 1].name if number else BACKGROUND)

    def choose_eraser(self) -> None:
        """Erases from now on."""
        self.erasing = True
        self._set_tool()
        self.brush_changed.emit()

    def set_brush_width(self, width: float) -> None:
        """In units of the raster's reference system."""
        self.brush_width = width
        self._set_tool()
        self.brush_changed.emit()

    def scale_brush(self, direction: int) -> None:
        """Larger (1) or smaller (-1)."""
        self.set_brush_width(self.brush_width * 1.25**direction)

    def _class_that_is(self) -> str:
        names = [entry.name for entry in self.painting.all_classes]
        return self.brush_class if self.brush_class in names[:-1] else names[0]

    def _set_tool(self) -> None:
        colour = None if self.erasing else QColor(*self._class(self.brush_class).colour)
        self.tool.set_brush(self.crs, self.brush_width, colour)

    def _class(self, name: str) -> StrokeClass:
        return next((c for c in self.painting.all_classes if c.name == name), self.painting.all_classes[-1])

    # --- the painting

    def draw(self, points: Points) -> None:
        """A stroke was drawn, with the brush or the eraser."""
        if self.layer is None:
            self.message.emit(Qgis.MessageLevel.Info, tr("Choose a raster first."))
        elif self.erasing:
            left = erased(self.painting.strokes, points, self.brush_width)
            if left != self.painting.strokes:
                self.change(self.painting.with_all_strokes(left))
        else:
            stroke = Stroke(self._class(self.brush_class).name, self.brush_width, points)
            self.change(self.painting.with_strokes([stroke]))

    def change(self, painting: Painting) -> None:
        """Goes on to another painting, which can be undone."""
        self.history.change(painting)
        self._edited()

    def undo(self) -> None:
        """Takes the last change back."""
        self.history.undo()
        self._edited()

    def redo(self) -> None:
        """Makes it again."""
        self.history.redo()
        self._edited()

    def _edited(self) -> None:
        self._painting_changed()
        self.edited.emit()

    def rename_class(self, old: str, new: str) -> None:
        """Gives a class another name.

        Raises:
            ValueError: It is empty or taken.
        """
        painting = self.painting.with_class_renamed(old, new)
        if self.brush_class == old:
            self.brush_class = new
        self.change(painting)

    def _painting_changed(self, tell_worker: bool = False) -> None:
        if not self.erasing and self._class(self.brush_class).name != self.brush_class:
            self.brush_class = self._class_that_is()
            self.brush_changed.emit()
        self._show_strokes()
        self._colour()
        self._set_tool()
        if self.layer is not None:
            self._tell_strokes(tell_worker)
        self.painting_changed.emit()

    def _tell_strokes(self, at_any_rate: bool) -> None:
        """Tells the worker, unless only colours have changed, which need no new picture."""
        arguments = self.painting.live_arguments()
        known = self.worker.wishes.wish.strokes
        if at_any_rate or known is None or _without_colours(arguments) != _without_colours(known):
            self.worker.wishes.state(strokes=arguments)

    def save_selection(self, path: str) -> None:
        """Has the selection written; `selection_saved` or `selection_failed` follows."""
        self._tell_strokes(self.worker.wishes.wish.strokes != self.painting.live_arguments())
        self.worker.wishes.save(path)

    # --- what the canvas shows

    def request_view(self) -> None:
        """Asks for a picture of what the canvas shows."""
        if self._place is None or not self.worker.is_running:
            return
        window = visible_window(self.canvas, self._place)
        if window is None:
            self.worker.wishes.state(view=None)
            return
        self._version += 1
        self.worker.wishes.state(view={**window, "version": self._version})

    def show(self, what: str) -> None:
        """SHOW_CLASSES, SHOW_CLUSTERS or SHOW_NOTHING."""
        self.shown = what
        self._colour()
        self.view_changed.emit()

    def pixels_in_view(self, cluster: int) -> int:
        """How many pixels of the picture a cluster has."""
        counts = self._view.counts if self._view is not None else ()
        return int(counts[cluster + 1]) if cluster + 1 < len(counts) else 0

    def _view_ready(self, view: View) -> None:
        if self._place is None:
            return
        self._view = view
        self._show_view()
        self.view_ready.emit()

    def _show_view(self) -> None:
        where = None
        if self._view is not None and self._place is not None:
            where = placed(self.canvas, self._place, self._view.arguments["window"], self._view.values)
        self.preview.show_view(where)
        self._colour()
        self.view_changed.emit()

    def _colour(self) -> None:
        """Colours what is shown: a table and a repaint."""
        view = self.preview.view
        if view is None or self._view is None or self.shown == SHOW_NOTHING:
            self.preview.colour(None)
        elif self.shown == SHOW_CLUSTERS:
            self.preview.colour(colour_tables.cluster_pixels(view, self.painting))
        else:
            known = self._view.strokes or {"classes": [], "toggled": {}}
            names = [entry["name"] for entry in known["classes"]]
            toggles = {int(cluster): owner for cluster, owner in known["toggled"].items()}
            self.preview.colour(colour_tables.class_pixels(view, self.painting, names, toggles))

    def _show_strokes(self) -> None:
        colours = {entry.name: entry.colour for entry in self.painting.all_classes}
        strokes = self.painting.strokes if self.layer is not None else ()
        self.strokes_item.show_strokes(strokes, colours, self.crs)

    # --- what the worker tells

    def _strokes_known(self, result: dict[str, Any]) -> None:
        self.clusters = list(result.get("clusters", ()))
        self.clusters_known.emit(self.clusters)

    def _restarting(self, sentence: str) -> None:
        text = tr("{} It is started again; no stroke is lost.").format(sentence)
        self.warn(text)

    def _busy(self, call: str) -> None:
        self._doing = {
            "live_open": tr("Opening raster and model"),
            "live_strokes": tr("Learning from the strokes"),
            "live_view": tr("Computing the preview"),
            "live_save": tr("Saving the selection"),
        }.get(call, "")
        self._tell_status(-1)

    def _tell_status(self, fraction: float) -> None:
        self.status.emit(self._doing, fraction)


def nice_brush(layer: QgsRasterLayer) -> float:
    """A width of some pixels, rounded to one digit."""
    width = _BRUSH_PIXELS * layer.rasterUnitsPerPixelX()
    if not width > 0 or not math.isfinite(width):
        return 1.0
    magnitude = 10 ** math.floor(math.log10(width))
    return round(width / magnitude) * magnitude


def cache_folder() -> str:
    """Where the worker keeps features."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return str(Path(base) / "clusternet")


def _without_colours(arguments: dict[str, Any]) -> dict[str, Any]:
    return arguments | {"classes": [entry["name"] for entry in arguments["classes"]]}


def _is_deleted(layer: QgsRasterLayer) -> bool:
    """Whether QGIS has taken the object behind a layer away."""
    try:
        layer.id()
    except RuntimeError:
        return True
    return False
