"""Holds a map against a reference, pixel by pixel."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..errors import RasterError
from ..io.grid import RasterGrid
from ..io.legend import BACKGROUND
from ..io.raster_source import RasterSource
from ..io.reference import Reference, open_reference
from ..io.tiling import TileGrid, Window
from ..io.vectors import VectorSource, has_only_points, is_vector, layer_grid
from ..polygons.measuring import has_metres, window_area
from ..progress import Progress
from ..staging import staged
from .area_estimation import AreaEstimates, UnitTally, estimate_areas
from .block_bootstrap import BlockCounter, Intervals
from .error_map import ErrorMap
from .metrics import NOTHING, Scores, score, tabulate

_TILE = 1024
_VECTOR_GRID_PIXELS = 2048
# A reference that labels less of the map is taken to be a sample of it.
SAMPLED_SHARE = 0.05


@dataclass(frozen=True)
class Evaluation:
    """How right a map is.

    Attributes:
        scores: Of all labelled pixels.
        intervals: How sure the scores are; None where too few parts of the map have labels.
        errors: Picture (rows, cols, 3) of where the map is right and wrong.
        sample: What follows for the whole map where the reference is a sample of it, else None.
        area: Of the map's pixels that have a class, inside the area given.
        unit: Of that area, m² or pixels.
    """

    scores: Scores
    intervals: Intervals | None
    errors: NDArray[np.uint8]
    sample: AreaEstimates | None
    area: float
    unit: str


def evaluate_map(
    path: str,
    reference: str,
    field: str = "",
    reference_field: str = "",
    area: str = "",
    progress: Progress = Progress(),
) -> Evaluation:
    """Scores a class raster or polygons on every pixel that the reference labels.

    Classes are matched by name; those of a raster without names by value. A labelled pixel where the map is empty is
    wrong: it counts as the class `no data` on the map's side. A reference of points, or one that labels less than a
    twentieth of the map, is a sample: the areas of the classes and the map's accuracy are estimated from it, a point or
    polygon counting once.

    Args:
        path: Class raster, or polygons.
        reference: Raster, polygons or points with the true classes; see `open_reference` for what counts as labelled.
        field: Class field of polygons in `path`.
        reference_field: Class field of a vector layer in `reference`.
        area: Polygons outside which nothing is compared.
        progress: Reports tiles.

    Raises:
        ClusterNetError: Something cannot be read, or nothing overlaps.
    """
    grid = _grid(path, reference)
    mapped = open_reference(path, grid, field, progress=progress.part(0, 0.2))
    true = open_reference(reference, grid, reference_field, area, progress=progress.part(0.2, 0.4))
    mapped_names, true_names = _matched(mapped, true)
    if not set(mapped_names) & set(true_names):
        raise RasterError(
            f"The map's classes ({', '.join(mapped_names)}) and the reference's ({', '.join(true_names)}) have no name "
            "in common; choose the fields or rename the classes so that they agree."
        )
    classes = (*dict.fromkeys(name for name in [*true_names, *mapped_names] if name != NOTHING), NOTHING)
    # Where polygons say nothing, they say that it is none of their classes.
    elsewhere = BACKGROUND if not mapped.values and BACKGROUND in true_names else NOTHING
    to_class = np.array([classes.index(name) for name in [*mapped_names, elsewhere]])
    truth = np.array([classes.index(name) for name in true_names])
    shapes = VectorSource(reference, grid, reference_field) if is_vector(reference) else None
    comparison = _Comparison(grid, classes, shapes, VectorSource(area, grid, may_miss=True) if area else None)
    tiles = TileGrid(grid.window, _TILE)
    for tile in progress.part(0.4, 1).track(tiles, len(tiles)):
        labels = true.read(tile.core)
        # -1, nothing mapped or labelled, is the last entry.
        found = to_class[mapped.read(tile.core)]
        comparison.add(tile.core, found, np.where(labels >= 0, truth[labels], -1))
    return comparison.evaluation()


class _Comparison:
    """Counts tile by tile; of the classes, the last is what the map says where it is empty."""

    def __init__(
        self, grid: RasterGrid, classes: tuple[str, ...], shapes: VectorSource | None, inside: VectorSource | None
    ) -> None:
        self._grid, self._classes, self._shapes, self._inside = grid, classes, shapes, inside
        count = len(classes)
        self._confusion = np.zeros((count, count), np.int64)
        self._mapped_pixels = np.zeros(count, np.int64)
        self._blocks = BlockCounter(grid.height, grid.width, count)
        self._errors = ErrorMap(grid.height, grid.width)
        self._units = UnitTally(count)

    def add(self, core: Window, found: IntArray, true: IntArray) -> None:
        """Counts a tile: classes on the map (rows, cols), and the true ones, -1 where not labelled."""
        inside = found if self._inside is None else found[self._inside.burn(core) > 0]
        self._mapped_pixels += np.bincount(inside.ravel(), minlength=len(self._classes))
        rows, cols = np.nonzero(true >= 0)
        mapped, truth = found[rows, cols], true[rows, cols]
        units = self._shapes.burn_shapes(core)[rows, cols].astype(np.int64) if self._shapes else None
        rows, cols = rows + core.row, cols + core.col
        self._confusion += tabulate(mapped, truth, *self._confusion.shape)
        self._blocks.add(rows, cols, mapped, truth)
        self._errors.add(rows, cols, mapped != truth)
        if units is not None:
            self._units.add(units, mapped, truth)

    def evaluation(self) -> Evaluation:
        """The result.

        Raises:
            RasterError: No pixel was labelled.
        """
        if not self._confusion.any():
            raise RasterError(
                "The map and the reference have no pixel in common; choose a reference that overlaps the map."
            )
        total = int(self._mapped_pixels[:-1].sum())
        confusion, classes = self._confusion, self._classes
        intervals, sample = self._blocks.intervals(), self._sample()
        if not confusion[-1].any() and not confusion[:, -1].any():  # nothing was missed
            confusion, classes = confusion[:-1, :-1], classes[:-1]
        return Evaluation(
            score(confusion, classes),
            intervals,
            self._errors.colours(),
            sample,
            total * window_area(self._grid) / self._grid.window.pixels,
            "m²" if has_metres(self._grid) else "pixels",
        )

    def _sample(self) -> AreaEstimates | None:
        """Estimates from a sample, without what lies where the map is empty."""
        is_sample = self._confusion.sum() < SAMPLED_SHARE * self._mapped_pixels[:-1].sum()
        if not is_sample and not (self._shapes and self._shapes.only_points):
            return None
        counts = (self._units.counts() if self._shapes else self._confusion)[:-1, :-1]
        return estimate_areas(counts, self._mapped_pixels[:-1]) if counts.any() else None


def _grid(path: str, reference: str) -> RasterGrid:
    """The map's pixels, or the reference's, or for two vector layers fine ones over the reference's polygons."""
    for candidate in (path, reference):
        if not is_vector(candidate):
            with RasterSource(candidate, [1]) as source:
                return source.grid
    return layer_grid(path if has_only_points(reference) else reference, _VECTOR_GRID_PIXELS)


def _matched(mapped: Reference, true: Reference) -> tuple[list[str], list[str]]:
    """Names of both sides' classes; a raster that has none takes the other raster's for the same values."""
    if mapped.values and true.values and mapped.named != true.named:
        named, bare = (mapped, true) if mapped.named else (true, mapped)
        by_value = dict(zip(named.values, named.classes))
        renamed = [by_value.get(value, str(value)) for value in bare.values]
        return (mapped.classes, renamed) if mapped.named else (renamed, true.classes)
    return mapped.classes, true.classes


def write_table(scores: Scores, path: str) -> None:
    """Writes scores of each class and the confusion matrix as CSV."""
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["class", "iou", "dice", "precision", "recall", *(f"truly {name}" for name in scores.classes)])
        for index, name in enumerate(scores.classes):
            figures = (scores.iou[index], scores.dice[index], scores.precision[index], scores.recall[index])
            shown = ["" if math.isnan(figure) else f"{figure:.4f}" for figure in figures]
            writer.writerow([name, *shown, *scores.confusion[index].tolist()])
