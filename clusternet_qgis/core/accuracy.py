"""Holds a map against a reference, pixel by pixel."""

from __future__ import annotations

import csv
import math

import numpy as np

from .errors import RasterError
from .evaluation import Scores, score, tabulate
from .legend import BACKGROUND
from .progress import Progress
from .raster import RasterGrid, RasterSource
from .reference import Reference, open_reference
from .staging import staged
from .tiling import TileGrid
from .vectors import is_vector, layer_grid

_TILE = 1024
_VECTOR_GRID_PIXELS = 2048
# What the map says where it says nothing.
NOTHING = "no data"


def evaluate_map(
    path: str,
    reference: str,
    field: str = "",
    reference_field: str = "",
    area: str = "",
    progress: Progress = Progress(),  # noqa: B008 - stateless
) -> Scores:
    """Scores a class raster or polygons on every pixel that the reference labels.

    Classes are matched by name; those of a raster without names by value. A labelled pixel where the map is empty is
    wrong: it counts as the class `no data` on the map's side.

    Args:
        path: Class raster, or polygons.
        reference: Raster, or polygons, with the true classes; see `open_reference` for what counts as labelled.
        field: Class field of polygons in `path`.
        reference_field: Class field of polygons in `reference`.
        area: Polygons outside which nothing is compared.
        progress: Reports tiles.

    Raises:
        ClusterNetError: Something cannot be read, or nothing overlaps.
    """
    grid = _grid(path, reference)
    mapped = open_reference(path, grid, field, progress=progress.part(0, 0.2))
    true = open_reference(reference, grid, reference_field, area, progress=progress.part(0.2, 0.4))
    mapped_names, true_names = _matched(mapped, true)
    classes = tuple(dict.fromkeys([*true_names, *mapped_names, NOTHING]))
    if not set(mapped_names) & set(true_names):
        raise RasterError(
            f"The map's classes ({', '.join(mapped_names)}) and the reference's ({', '.join(true_names)}) have no name "
            "in common; choose the fields or rename the classes so that they agree."
        )
    # Where polygons say nothing, they say that it is none of their classes.
    elsewhere = BACKGROUND if not mapped.values and BACKGROUND in true_names else NOTHING
    to_class = np.array([classes.index(name) for name in [*mapped_names, elsewhere]])
    truth = np.array([classes.index(name) for name in true_names])
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    tiles = TileGrid(grid.window, _TILE)
    for tile in progress.part(0.4, 1).track(tiles, len(tiles)):
        labels = true.read(tile.core).ravel()
        known = labels >= 0
        found = to_class[mapped.read(tile.core).ravel()[known]]  # -1, nothing mapped, is the last entry
        confusion += tabulate(found, truth[labels[known]], len(classes), len(classes))
    if not confusion.any():
        raise RasterError(
            "The map and the reference have no pixel in common; choose a reference that overlaps the map."
        )
    if not confusion[-1].any():  # nothing was missed
        confusion, classes = confusion[:-1, :-1], classes[:-1]
    return score(confusion, classes)


def _grid(path: str, reference: str) -> RasterGrid:
    """The map's pixels, or the reference's, or for two vector layers fine ones over the reference."""
    for candidate in (path, reference):
        if not is_vector(candidate):
            with RasterSource(candidate, [1]) as source:
                return source.grid
    return layer_grid(reference, _VECTOR_GRID_PIXELS)


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
