"""From a cluster raster and a selection to a class raster."""

from __future__ import annotations

import numpy as np

from ..arrays import IntArray
from ..errors import OptionsError
from ..io.confidence import unsure_pixels
from ..io.output_clash import refuse_clashes
from ..io.raster_formats import check_raster_format
from ..io.raster_sink import RasterSink, label_type
from ..io.raster_source import MODEL_METADATA, RASTER_METADATA, RasterSource
from ..io.tiling import TileGrid, Window
from ..progress import Progress
from .cluster_raster import TILE_SIZE, cluster_count, read_clusters
from .painted import PaintedPixels
from .selection import ClusterSelection


def segment_raster(
    path: str,
    selection: ClusterSelection,
    output: str,
    extent: tuple[float, float, float, float] | None = None,
    sieve_pixels: int = 0,
    progress: Progress = Progress(),
    confidence: str = "",
    min_confidence: float = 0.0,
) -> None:
    """Writes the class of each pixel of a cluster raster: of painted pixels that of their stroke.

    Args:
        path: The cluster raster: cluster `i` stored as `i + 1`, 0 is no data.
        selection: Which clusters make which class; the others become the class `other`.
        output: The class raster.
        extent: (xmin, ymin, xmax, ymax) in the raster's reference system, snapped outwards to pixels.
        sieve_pixels: Regions of fewer pixels join their largest neighbour, 0 for none.
        progress: Reports tiles.
        confidence: Raster of the confidence of each pixel.
        min_confidence: Pixels that are less sure become the class `other`, except painted ones; 0 for none.

    Raises:
        ClusterNetError: The selection does not fit the raster, or something cannot be read or written.
    """
    if sieve_pixels < 0:
        raise OptionsError(f"SIEVE is {sieve_pixels}; it must be 0 or more pixels.")
    refuse_clashes({"output": output}, {"path": path, "confidence": confidence})
    with RasterSource(path, [1]) as source:
        selection.check_model(source.metadata.get(MODEL_METADATA, ""))
        table = selection.lookup(cluster_count(source))
        painted = _painted(selection, source, progress)
        # A painted class may have no cluster.
        class_type = label_type(max(int(table.max(initial=0)), len(selection.classes) if painted is not None else 0))
        unsure = unsure_pixels(confidence, source.grid, min_confidence)
        window = source.grid.window_of(extent)
        check_raster_format(output, source.grid.cropped(window), 1, class_type)
        grid = TileGrid(window, TILE_SIZE)
        share = progress.part(0, 0.6 if sieve_pixels > 1 else 0.9)
        with RasterSink(output, source.grid.cropped(window), 1, class_type) as sink:
            sink.set_legend(selection.legend())
            for tile in share.track(grid, len(grid)):
                ids = read_clusters(source, tile.core, len(table) - 1)
                classes = table[ids]
                if unsure is not None:
                    classes[unsure.read(tile.core) & (ids > 0)] = selection.other_value
                if painted is not None:
                    strokes = painted.classes_at(*_positions(tile.core))
                    classes = np.where((strokes > 0) & (ids > 0), strokes, classes)
                sink.write(tile.core.relative_to(window), classes.astype(class_type))
            if sieve_pixels > 1:
                sink.sieve(sieve_pixels, progress.part(0.6, 0.9))
            sink.add_overviews(progress.part(0.9, 1))


def _painted(selection: ClusterSelection, source: RasterSource, progress: Progress) -> PaintedPixels | None:
    """The painted pixels of the selection, if they are those of the raster whose clusters these are."""
    if selection.painted is None:
        return None
    painted = selection.painted.of_raster(source.metadata.get(RASTER_METADATA, ""), source.grid)
    if painted is None:
        progress.say("The strokes of the selection lie on another raster; what was learnt from them is applied.")
    return painted


def _positions(window: Window) -> tuple[IntArray, IntArray]:
    return np.arange(window.row, window.row_end), np.arange(window.col, window.col_end)
