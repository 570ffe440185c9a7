"""One raster being painted: brings strokes, the worker and what the canvas shows together."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProcessingUtils, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import ClusterNetError
from ..core.io.palette import parse_hex_colour
from ..layers.names import LayerNames
from ..layers.rasters import RasterInput
from ..qgis_objects import project
from ..translation import tr
from .brush import Brush
from .cluster_picker import ClusterPicker
from .comparison import Comparison
from .desired_state import Arguments
from .file_watcher import FileWatcher
from .held_raster import HeldRaster
from .history import Paintings
from .live_worker import LiveWorker
from .next_ring import NextRing
from .painting import Painting, Points
from .preview import Preview
from .shown_unit import ShownUnit, shown_unit
from .stroke_items import StrokesItem
from .view_window import RasterGeometry


class Session(QObject):
    """The state behind the dock: raster and model, and the parts that belong to them.

    Signals:
        raster_changed: Another raster or model is worked on, or none.
        clusters_changed: The worker has sent what it knows of the clusters.
        message: A level of Qgis.MessageLevel and a sentence for the message bar.

    Attributes:
        canvas: The map.
        source: As QGIS writes it, by which strokes are kept; "" for none.
        raster_path: What GDAL opens for the layer as QGIS shows it; "" for none.
        names: What the user calls that.
        model_path: The model that the user has chosen; "" for the base model.
        opened_model_path: The model that the worker has opened; "" for none yet.
        clusters: As the worker describes them.
        alike: Groups of clusters that look alike; none until a raster is open.
        paintings: What is painted on each raster.
        brush: What strokes are drawn with.
        worker: What computes.
        preview: What it has computed, on the canvas.
        strokes_item: The strokes on the canvas.
        picker: Which cluster is where on the canvas.
        next_ring: Marks where the next stroke tells most.
        comparison: With another raster, on the canvas.

    Args:
        canvas: The map.
        parent: Owner.
    """

    raster_changed = pyqtSignal()
    clusters_changed = pyqtSignal()
    message = pyqtSignal(object, str)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self._raster = HeldRaster(self)
        self.source = self.raster_path = self._raster_file = ""
        self.names = LayerNames()
        self.model_path = self.opened_model_path = ""
        self.clusters: list[dict[str, Any]] = []
        self.alike: list[list[int]] = []
        self.paintings = Paintings(self)
        self.brush = Brush(canvas, self.paintings, self)
        self.worker = LiveWorker(self)
        self.preview = Preview(canvas, self.paintings, self.worker, self)
        self.strokes_item = StrokesItem(canvas)
        self.picker = ClusterPicker(canvas, self.preview, self)
        self.next_ring = NextRing(canvas, self.preview, self)
        self.comparison = Comparison(canvas, self)
        self._files = FileWatcher(self)
        self._connect()

    def _connect(self) -> None:
        self.paintings.changed.connect(self._painting_changed)
        self.brush.tool.drawn.connect(self.draw)
        self.brush.tool.hide_key.connect(self._hide)
        self.brush.tool.next_key.connect(self.show_next_place)
        self.worker.opened.connect(self._opened)
        self.worker.strokes_applied.connect(self._strokes_applied)
        self.worker.restarting.connect(self._restarting)
        self.canvas.destinationCrsChanged.connect(self._canvas_crs_changed)
        self.comparison.changed.connect(self._comparison_changed)
        self._raster.removed.connect(lambda: self.set_raster(None))
        self._raster.source_changed.connect(self._raster_source_changed)
        self._raster.crs_changed.connect(self._raster_crs_changed)
        self._raster.shown_anew.connect(self._raster_shown_anew)
        self._files.changed.connect(self._files_changed)
        self._files.gone.connect(self._file_gone)

    def warn(self, text: str) -> None:
        """A sentence for the message bar, which names the raster as the user does."""
        self.message.emit(Qgis.MessageLevel.Warning, self.names.applied(text))

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The raster that is worked on."""
        return self._raster.layer

    @property
    def painting(self) -> Painting:
        """What is painted on the raster."""
        return self.paintings.painting

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The raster's reference system."""
        layer = self.layer
        return layer.crs() if layer is not None else QgsCoordinateReferenceSystem()

    @property
    def unit(self) -> ShownUnit:
        """In which lengths on the raster are shown."""
        return shown_unit(self.layer)

    def has_raster(self) -> bool:
        """Whether a raster is worked on; if not, the user reads that one is needed."""
        if self.layer is None:
            self.message.emit(Qgis.MessageLevel.Info, tr("Choose a raster first."))
        return self.layer is not None

    def is_still(self, source: str) -> bool:
        """Whether this raster is still worked on after a dialog; if not, the user reads that nothing was done."""
        if self.source != source:
            self.warn(tr("The raster was changed or removed while the dialog was open; nothing was done."))
        return self.source == source

    # --- life

    def start(self) -> None:
        """Starts the worker, if it does not run, and shows the strokes."""
        self.worker.start()
        self._show_strokes()

    def stop(self, wait: bool = False) -> None:
        """Ends the worker and clears the canvas; `start` brings all back."""
        self.worker.stop(wait)
        self.brush.deactivate()
        self.picker.deactivate()
        self.next_ring.clear()
        self.comparison.end()
        self.preview.clear()
        self._show_strokes()

    def remove(self) -> None:
        """Stops everything; the session cannot be used after this."""
        self._files.stop()
        self._raster.hold(None)
        self.stop(wait=True)
        self.preview.remove()
        self.strokes_item.remove()
        self.next_ring.item.remove()

    # --- raster and model

    def set_raster(self, layer: QgsRasterLayer | None) -> None:
        """Works on another raster, which keeps its own strokes; None for none."""
        if (layer.id() if layer is not None else "") != self._raster.layer_id:
            self._use_raster(layer)

    def _use_raster(self, layer: QgsRasterLayer | None) -> None:
        try:
            self._take(layer)
        except ClusterNetError as error:
            self.warn(str(error))
            layer = None
            self._take(None)
        source = layer.source() if layer is not None else ""
        if layer is None and self._raster.layer_id:
            QTimer.singleShot(0, partial(self._report_removed, self._raster.layer_id, self.source))
        self.brush.tool.cancel()
        self._raster.hold(layer)
        self.source = source
        self.paintings.choose(source)
        if layer is not None:
            self.brush.set_first_width(layer)
        self._open()
        self.brush.choose_present_class()

    def _take(self, layer: QgsRasterLayer | None) -> None:
        """Takes what GDAL opens for a layer as it is shown now.

        Raises:
            ClusterNetError: It cannot be opened.
        """
        if layer is None:
            self.raster_path = self._raster_file = ""
            return
        raster = RasterInput(layer)
        self.raster_path, self._raster_file = raster.path(QgsProcessingUtils.tempFolder()), raster.file
        self.names.add(self.raster_path, raster.shown)

    def _report_removed(self, layer_id: str, source: str) -> None:
        """Informs the user if the layer was removed from the project, but not if the project was closed."""
        is_gone = project().mapLayer(layer_id) is None
        if is_gone and source in self.paintings.histories and self.layer is None:
            text = tr("The raster {} was removed. Its strokes are kept: add it again to go on.")
            self.message.emit(Qgis.MessageLevel.Info, text.format(Path(source).name))

    def forget(self) -> None:
        """The project is closed, and all that was painted in it."""
        self.paintings.forget()
        self.model_path = ""
        self.set_raster(None)
        self.paintings.changed.emit()
        self.raster_changed.emit()

    def set_model(self, path: str) -> None:
        """Works with another model, whose clusters are others; "" for the base model."""
        if path == self.model_path:
            return
        self.model_path = path
        self.paintings.forget_clusters()
        self._open()

    def _open(self) -> None:
        """Has the worker open raster and model as they are chosen now."""
        self.opened_model_path, self.clusters, self.alike = "", [], []
        self.brush.crs = self.crs
        self.next_ring.clear()
        self.preview.clear()
        self.comparison.follow(self.layer)
        self._files.watch([self._raster_file, self.model_path])
        self.worker.set_source(self.raster_path, self.model_path)
        self.paintings.changed.emit()
        self.clusters_changed.emit()
        self.raster_changed.emit()

    # --- what the worker answers

    def _opened(self, arguments: Arguments, result: dict[str, Any]) -> None:
        if not self.worker.is_source(arguments):  # another has been chosen meanwhile
            return
        self.opened_model_path = str(result.get("model_path") or self.model_path)
        geometry = RasterGeometry(result["rows"], result["cols"], tuple(result["geotransform"]), self.crs)
        self.alike = [list(map(int, group)) for group in result.get("groups", ())]
        self.preview.set_geometry(geometry, [parse_hex_colour(colour) for colour in result.get("colours", ())])

    def _strokes_applied(self, result: dict[str, Any]) -> None:
        self.clusters = list(result.get("clusters", ()))
        self.clusters_changed.emit()

    def _restarting(self, sentence: str) -> None:
        self.warn(tr("{} It is started again; no stroke is lost.").format(sentence))

    # --- what changes outside

    def _raster_source_changed(self) -> None:
        """The layer shows another file, which has strokes of its own."""
        layer = self.layer
        if layer is not None and layer.source() != self.source:
            before, had_strokes = self.source, bool(self.painting.strokes)
            self._use_raster(layer)
            if had_strokes:
                text = tr("The layer shows another file now; the strokes of {} are kept with that one.")
                self.message.emit(Qgis.MessageLevel.Info, text.format(Path(before).name))

    def _raster_shown_anew(self) -> None:
        """Perhaps with another reference system or other values as no data, or the raster has changed."""
        before = self.raster_path
        try:
            self._take(self.layer)
        except ClusterNetError:  # it is gone for now, which is reported otherwise
            return
        if self.raster_path != before:
            self._open()

    def _raster_crs_changed(self) -> None:
        self._raster_shown_anew()
        self.brush.crs = self.crs
        self.preview.set_crs(self.crs)
        self._canvas_crs_changed()

    def _canvas_crs_changed(self) -> None:
        self.brush.tool.cancel()
        self.preview.drop_pixels()
        self._show_strokes()
        self.brush.update_tool()
        self.preview.request_soon()

    def _files_changed(self) -> None:
        layer = self.layer
        if layer is None:
            return
        self.message.emit(Qgis.MessageLevel.Info, tr("The raster or the model has changed on disk and is read again."))
        layer.reload()
        layer.triggerRepaint()
        self.preview.drop_pixels()
        self.worker.reopen()

    def _file_gone(self, path: str) -> None:
        if self.layer is None:
            return
        name = tr("raster") if path == self._raster_file else tr("model")
        self.warn(tr("The file of the {}, {}, is gone. Choose another; your strokes are kept.").format(name, path))

    # --- the painting

    def draw(self, points: Points) -> None:
        """A stroke was drawn, with the brush or the eraser."""
        if not self.has_raster():
            return
        self.preview.come_back()
        self.next_ring.hide()
        painting = self.brush.painted(self.painting, points)
        if painting != self.painting:
            self.paintings.change(painting)

    def show_next_place(self) -> None:
        """Marks where the next stroke tells most, of what is in view."""
        if self.has_raster() and not self.next_ring.go_on(self.painting, self.crs):
            self.message.emit(Qgis.MessageLevel.Info, tr("Nothing in view asks for a stroke; look at another place."))

    def _hide(self, is_hidden: bool) -> None:
        """Hides what is painted and computed, to compare it with the picture below."""
        for item in (self.preview.item, self.strokes_item):
            item.setOpacity(0.0 if is_hidden else 1.0)

    def _comparison_changed(self) -> None:
        """The preview would lie over both rasters."""
        self.preview.item.setVisible(not self.comparison.is_active)

    def save_selection(self, path: str) -> None:
        """Has the selection written; `saved` or `save_failed` of the worker follows."""
        self.worker.save_selection(self.painting, path)

    def _painting_changed(self) -> None:
        """Updates the parts. It is connected before all widgets, so these find the parts up to date."""
        self.brush.follow_painting()
        self._show_strokes()
        self.preview.colour()
        if self.layer is not None:
            self.worker.set_strokes(self.painting)

    def _show_strokes(self) -> None:
        colours = {entry.name: entry.colour for entry in self.painting.all_classes}
        strokes = self.painting.strokes if self.layer is not None and self.worker.is_running else ()
        self.strokes_item.show_strokes(strokes, colours, self.crs)
