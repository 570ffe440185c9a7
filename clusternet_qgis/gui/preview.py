"""The live preview: asks the worker for what the canvas shows, and colours what comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QRectF, QTimer, pyqtSignal

from ..core.io.palette import Colour
from . import colour_tables
from .history import Paintings
from .live_thread import PreviewPixels
from .live_worker import LiveWorker
from .preview_item import PreviewItem
from .view_window import PlacedView, RasterGeometry, placed_view, visible_window

SHOW_CLASSES, SHOW_CLUSTERS, SHOW_CONFIDENCE, SHOW_NOTHING = "classes", "clusters", "confidence", "nothing"
SHOWN = (SHOW_CLASSES, SHOW_CLUSTERS, SHOW_CONFIDENCE, SHOW_NOTHING)
_MILLISECONDS_OF_REST = 150


class Preview(QObject):
    """Classes or clusters of what is in view, on the canvas.

    Signals:
        changed: It shows something else.
        ready: The worker has sent pixels.

    Attributes:
        shown: One of SHOWN.
        item: What is on the canvas.
        cluster_colours: Those of the model's clusters, as far as it has any.

    Args:
        canvas: The map.
        paintings: Those with the colours.
        worker: Computes the preview.
        parent: Owner.
    """

    changed = pyqtSignal()
    ready = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, paintings: Paintings, worker: LiveWorker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._paintings = paintings
        self._worker = worker
        self._geometry: RasterGeometry | None = None
        self.cluster_colours: Sequence[Colour] = ()
        self._pixels: PreviewPixels | None = None
        self.shown = SHOW_CLASSES
        self._made_way_for = ""
        self._lit: frozenset[int] = frozenset()
        self.item = PreviewItem(canvas)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_MILLISECONDS_OF_REST)
        self._rest.timeout.connect(self.request)
        canvas.extentsChanged.connect(self.request_soon)
        canvas.rotationChanged.connect(self.request_soon)
        worker.view_ready.connect(self._pixels_ready)

    @property
    def view(self) -> PlacedView | None:
        """What lies on the map; None for nothing."""
        return self.item.view

    def pixels_in_view(self, cluster: int) -> int:
        """How many pixels of the preview a cluster has."""
        counts = self._pixels.counts if self._pixels is not None else ()
        return int(counts[cluster + 1]) if cluster + 1 < len(counts) else 0

    @property
    def rectangle_in_view(self) -> QgsRectangle | None:
        """The part of the raster that the canvas shows, in the raster's reference system; None for no part."""
        arguments = visible_window(self._canvas, self._geometry) if self._geometry is not None else None
        if arguments is None or self._geometry is None:
            return None
        row, col, rows, cols = arguments["window"]
        return QgsRectangle(self._geometry.to_map().mapRect(QRectF(col, row, cols, rows)))

    # --- what it is of

    def set_geometry(self, geometry: RasterGeometry, cluster_colours: Sequence[Colour] = ()) -> None:
        """Sets the pixel grid of the raster that the worker has opened, and asks for its preview.

        Args:
            geometry: The grid.
            cluster_colours: Those of the model's clusters, as far as it has any.
        """
        self._geometry, self.cluster_colours = geometry, cluster_colours
        self.request()

    def set_crs(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Sets another reference system of the raster. Call `drop_pixels` after it."""
        if self._geometry is not None:
            self._geometry = replace(self._geometry, crs=crs)

    def clear(self) -> None:
        """Shows nothing until a raster is opened."""
        self._geometry = None
        self.drop_pixels()

    def drop_pixels(self) -> None:
        """Shows nothing until new pixels come, because the present ones do not fit any more."""
        self._pixels = None
        self._place()

    def remove(self) -> None:
        """Removes it from the canvas."""
        self._rest.stop()
        self.item.remove()

    # --- the worker

    def request_soon(self) -> None:
        """Asks for the preview once the canvas has come to rest."""
        self._rest.start()

    def request(self) -> None:
        """Asks for the preview of what the canvas shows."""
        if self._geometry is not None and self._worker.is_running:
            self._worker.set_view(visible_window(self._canvas, self._geometry))

    def _pixels_ready(self, pixels: PreviewPixels) -> None:
        if self._geometry is None:
            return
        self._pixels = pixels
        self._place()
        self.ready.emit()

    # --- the canvas

    def show(self, what: str) -> None:
        """Shows one of SHOWN."""
        self.shown, self._made_way_for = what, ""
        self.colour()
        self.changed.emit()

    def light_up(self, clusters: Iterable[int]) -> None:
        """Lets clusters stand out where clusters are shown; none for no difference."""
        lit = frozenset(clusters)
        if lit != self._lit:
            self._lit = lit
            self.colour()

    def make_way(self) -> None:
        """Shows nothing, because a result is on the map, until something is painted or chosen."""
        shown = self.shown
        self.show(SHOW_NOTHING)
        self._made_way_for = shown

    def come_back(self) -> None:
        """Shows what it did before it made way."""
        if self._made_way_for:
            self.show(self._made_way_for)

    def colour(self) -> None:
        """Applies the colours of the painting: a table and a repaint."""
        view, painting = self.item.view, self._paintings.painting
        if view is None or self._pixels is None or self.shown == SHOW_NOTHING:
            self.item.colour(None)
        elif self.shown == SHOW_CLUSTERS:
            self.item.colour(colour_tables.cluster_pixels(view, painting, self._lit, self.cluster_colours))
        elif self.shown == SHOW_CONFIDENCE:
            self.item.colour(colour_tables.uncertainty_pixels(view))
        else:
            strokes = self._pixels.strokes or {"classes": [], "toggled": {}}
            names = [entry["name"] for entry in strokes["classes"]]
            toggled = {int(cluster): class_name for cluster, class_name in strokes["toggled"].items()}
            self.item.colour(colour_tables.class_pixels(view, painting, names, toggled))

    def _place(self) -> None:
        view = None
        if self._pixels is not None and self._geometry is not None:
            view = placed_view(self._canvas, self._geometry, self._pixels.arguments["window"], self._pixels.values)
        self.item.show_view(view)
        self.colour()
        self.changed.emit()
