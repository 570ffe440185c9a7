"""Compares a map with a reference, pixel by pixel."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import ByteArray, IntArray
from ..errors import RasterError
from ..io.confidence import ConfidenceRaster
from ..io.grid import RasterGrid
from ..io.raster_source import RasterSource
from ..io.reference import open_reference
from ..io.tiling import TileGrid, Window
from ..io.vectors import VectorSource, has_only_points, is_vector, layer_grid
from ..polygons.measuring import has_metres, window_area
from ..progress import Progress
from .area_estimation import AreaEstimates, SampleUnits, estimate_areas
from .block_bootstrap import BlockCounter, Intervals
from .class_matching import MatchedClasses, match_classes
from .confidence_curve import ConfidenceCounter, ConfidenceCurve
from .error_map import ErrorMap
from .metrics import NO_DATA_CLASS, Scores, score, tabulate

_TILE_SIZE = 1024
_VECTOR_GRID_PIXELS = 2048
# A reference that labels a smaller share of the map is taken for a sample.
SAMPLED_SHARE = 0.05


@dataclass(frozen=True)
class Evaluation:
    """The result of comparing a map with a reference.

    Attributes:
        scores: Scores of all labelled pixels.
        intervals: Confidence intervals of the scores; None if too few parts of the map have labels.
        errors: Image (rows, cols, 3) of correct and wrong pixels.
        sample: Estimates for the whole map if the reference is a sample; else None.
        area: Area of the pixels of the map that have a class, inside the area to compare.
        unit: Unit of that area: m² or pixels.
        matched: Which classes were compared with which, and notes on them; None if nobody has asked.
        curve: How right the map is where it is sure; None without its confidence.
    """

    scores: Scores
    intervals: Intervals | None
    errors: ByteArray
    sample: AreaEstimates | None
    area: float
    unit: str
    matched: MatchedClasses | None = None
    curve: ConfidenceCurve | None = None


def evaluate_map(
    path: str,
    reference: str,
    field: str = "",
    reference_field: str = "",
    area: str = "",
    progress: Progress = Progress(),
    confidence: str = "",
) -> Evaluation:
    """Scores a class raster or polygons at every pixel that the reference labels.

    Classes are matched by name, or by value if a raster has no names; see `match_classes`. A labelled pixel without a
    class on the map is wrong: its class on the map is `no data`. A reference of points, or one that labels less than a
    twentieth of the map, is a sample: the accuracy and the areas of the classes are estimated from it, and each point
    or polygon counts once.

    Args:
        path: Class raster, or polygons.
        reference: Raster, polygons or points with the true classes; see `open_reference` for which pixels are labelled.
        field: Class field of polygons in `path`.
        reference_field: Class field of a vector layer in `reference`.
        area: Polygons outside which nothing is compared.
        progress: Reports tiles, and says which classes are not matched.
        confidence: Raster of the confidence of each pixel of the map.

    Raises:
        ClusterNetError: Something cannot be read, or the map and the reference have no pixel or class in common.
    """
    grid = _common_grid(path, reference)
    mapped = open_reference(path, grid, field, progress=progress.part(0, 0.2))
    true = open_reference(reference, grid, reference_field, area, progress=progress.part(0.2, 0.4))
    matched = match_classes(mapped, true, is_vector(path) and not field, is_vector(reference) and not reference_field)
    for sentence in matched.sentences:
        progress.say(sentence)
    classes = (
        *dict.fromkeys(name for name in [*matched.true, *matched.mapped] if name != NO_DATA_CLASS),
        NO_DATA_CLASS,
    )
    # The last element is for index -1: pixels without a class on the map.
    map_classes = np.array([classes.index(name) for name in [*matched.mapped, matched.elsewhere]])
    true_classes = np.array([classes.index(name) for name in matched.true])
    shapes = VectorSource(reference, grid, reference_field) if is_vector(reference) else None
    inside = VectorSource(area, grid, may_miss=True) if area else None
    sure = ConfidenceRaster(confidence, grid) if confidence else None
    comparison = _Comparison(grid, classes, shapes, inside, sure)
    tiles = TileGrid(grid.window, _TILE_SIZE)
    for tile in progress.part(0.4, 1).track(tiles, len(tiles)):
        labels = true.read(tile.core)
        comparison.add(tile.core, map_classes[mapped.read(tile.core)], np.where(labels >= 0, true_classes[labels], -1))
    return replace(comparison.evaluation(), matched=matched)


class _Comparison:
    """Counts pixels, tile by tile. The last class is that of pixels without a class on the map."""

    def __init__(
        self,
        grid: RasterGrid,
        classes: tuple[str, ...],
        shapes: VectorSource | None,
        area: VectorSource | None,
        confidence: ConfidenceRaster | None,
    ) -> None:
        self._grid, self._classes, self._shapes, self._area = grid, classes, shapes, area
        count = len(classes)
        self._confusion = np.zeros((count, count), np.int64)
        self._mapped_pixels = np.zeros(count, np.int64)
        self._blocks = BlockCounter(grid.height, grid.width, count)
        self._errors = ErrorMap(grid.height, grid.width)
        self._units = SampleUnits(count)
        self._confidence, self._sureness = confidence, ConfidenceCounter()

    def add(self, window: Window, map_classes: IntArray, true_classes: IntArray) -> None:
        """Counts the pixels of a window, given their classes (rows, cols) on the map and in the reference.

        True classes are -1 for unlabelled pixels.
        """
        inside = np.ones(map_classes.shape, np.bool_) if self._area is None else self._area.burn(window) > 0
        self._mapped_pixels += np.bincount(map_classes[inside], minlength=len(self._classes))
        if self._confidence is not None:
            values, valid = self._confidence.read(window)
            has_class = map_classes < len(self._classes) - 1
            self._sureness.add_mapped(values[inside & has_class], valid[inside & has_class])
            labelled = has_class & (true_classes >= 0)
            is_right = (map_classes == true_classes)[labelled]
            self._sureness.add_labelled(values[labelled], valid[labelled], is_right)
        rows, cols = np.nonzero(true_classes >= 0)
        mapped, true = map_classes[rows, cols], true_classes[rows, cols]
        units = self._shapes.burn_shapes(window)[rows, cols].astype(np.int64) if self._shapes else None
        rows, cols = rows + window.row, cols + window.col
        self._confusion += tabulate(mapped, true, *self._confusion.shape)
        self._blocks.add(rows, cols, mapped, true)
        self._errors.add(rows, cols, mapped != true)
        if units is not None:
            self._units.add(units, mapped, true)

    def evaluation(self) -> Evaluation:
        """The result of the comparison.

        Raises:
            RasterError: No pixel is labelled.
        """
        if not self._confusion.any():
            raise RasterError(
                "The map and the reference have no pixel in common; choose a reference that overlaps the map."
            )
        total = int(self._mapped_pixels[:-1].sum())
        confusion, classes = self._confusion, self._classes
        intervals, sample = self._blocks.intervals(), self._sample()
        if not confusion[-1].any() and not confusion[:, -1].any():  # the map has a class at all labelled pixels
            confusion, classes = confusion[:-1, :-1], classes[:-1]
        return Evaluation(
            score(confusion, classes),
            intervals,
            self._errors.colours(),
            sample,
            total * window_area(self._grid) / self._grid.window.pixels,
            "m²" if has_metres(self._grid) else "pixels",
            curve=self._sureness.curve() if self._confidence is not None else None,
        )

    def _sample(self) -> AreaEstimates | None:
        """Estimates if the reference is a sample; units without a class on the map are left out."""
        is_sample = self._confusion.sum() < SAMPLED_SHARE * self._mapped_pixels[:-1].sum()
        if not is_sample and not (self._shapes and self._shapes.only_points):
            return None
        counts = (self._units.counts() if self._shapes else self._confusion)[:-1, :-1]
        return estimate_areas(counts, self._mapped_pixels[:-1]) if counts.any() else None


def _common_grid(path: str, reference: str) -> RasterGrid:
    """The grid of the map, or else of the reference; of two vector layers, a fine grid over the polygons."""
    for candidate in (path, reference):
        if not is_vector(candidate):
            with RasterSource(candidate, [1]) as source:
                return source.grid
    return layer_grid(path if has_only_points(reference) else reference, _VECTOR_GRID_PIXELS)
