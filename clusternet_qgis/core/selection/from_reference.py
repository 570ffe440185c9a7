"""From reference labels to a selection: each cluster gets the class of most of its labelled pixels."""

from __future__ import annotations

import csv

import numpy as np
from numpy.typing import NDArray

from ..errors import OptionsError, SelectionError
from ..evaluation.metrics import classes_of_clusters, tabulate
from ..io.class_colours import default_colours
from ..io.legend import BACKGROUND
from ..io.output_clash import refuse_clashes
from ..io.plain_text import cell_text
from ..io.raster_source import MODEL_METADATA, RasterSource
from ..io.reference import Reference, open_reference
from ..io.tiling import TileGrid
from ..progress import Progress
from ..staging import staged
from .cluster_raster import TILE_SIZE, cluster_count, read_clusters
from .selection import ClusterClass, ClusterSelection


def select_by_reference(
    path: str,
    reference: str,
    field: str = "",
    fraction: float = 0.1,
    min_purity: float = 0.4,
    area: str = "",
    seed: int = 0,
    table: str = "",
    progress: Progress = Progress(),
) -> ClusterSelection:
    """Gives each cluster the class of most of its labelled pixels (Girard et al. 2019, section 3.3).

    Args:
        path: Cluster raster.
        reference: Raster or vector labels; see `open_reference` for what counts as labelled.
        field: Class field of a vector layer.
        fraction: Share of the labelled pixels to use, chosen at random.
        min_purity: A cluster belongs to a class only if at least this share of its labelled pixels does.
        area: Polygons outside which nothing counts as labelled.
        seed: Of the random choice.
        table: CSV file to write, a row for each cluster.
        progress: Reports tiles.

    Raises:
        ClusterNetError: Nothing overlaps, or nothing is pure enough.
    """
    for name, value in (("FRACTION", fraction), ("MIN_PURITY", min_purity)):
        if not 0 < value <= 1:
            raise OptionsError(f"{name} is {value}; it must be more than 0 and at most 1.")
    refuse_clashes({"table": table}, {"path": path, "reference": reference, "area": area})
    with RasterSource(path, [1]) as source:
        labels = open_reference(reference, source.grid, field, area, progress=progress.part(0, 0.3))
        clusters = cluster_count(source)
        counts, sizes = _counts(source, labels, clusters, fraction, seed, progress.part(0.3, 1))
        fingerprint = source.metadata.get(MODEL_METADATA, "")
    if not counts.any():
        raise SelectionError(
            f"No labelled pixel lies on the clusters (FRACTION {fraction:g}); use a larger share, or a reference that "
            "overlaps the raster."
        )
    mapping = classes_of_clusters(counts, min_purity)
    if table:
        _write_table(table, counts, sizes, mapping, labels.classes)
    names = [name for name in labels.classes if name != BACKGROUND]
    classes = tuple(
        ClusterClass(name, colour, tuple(np.flatnonzero(mapping == labels.classes.index(name)).tolist()))
        for name, colour in zip(names, default_colours(names))
    )
    if not any(entry.clusters for entry in classes):
        best = (counts.max(1) / np.maximum(counts.sum(1), 1)).max()
        raise SelectionError(
            f"No cluster belongs to a class: none is at least {min_purity:.0%} one of {', '.join(names)} "
            f"(the purest is {best:.0%} one label); lower MIN_PURITY or train with more clusters."
        )
    return ClusterSelection(classes, fingerprint)


def _counts(
    source: RasterSource, labels: Reference, clusters: int, fraction: float, seed: int, progress: Progress
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Labelled pixels used (clusters, classes), and all pixels of each cluster."""
    counts = np.zeros((clusters, len(labels.classes)), np.int64)
    sizes = np.zeros(clusters, np.int64)
    grid = TileGrid(source.grid.window, TILE_SIZE)
    for tile in progress.track(grid, len(grid)):
        ids = read_clusters(source, tile.core, clusters).ravel() - 1
        sizes += np.bincount(ids[ids >= 0], minlength=clusters)
        used = np.random.default_rng([seed, tile.core.row, tile.core.col]).random(len(ids)) < fraction
        truth = np.where(used, labels.read(tile.core).ravel(), -1).astype(np.int64)
        counts += tabulate(ids, truth, clusters, len(labels.classes))
    return counts, sizes


def _write_table(
    path: str, counts: NDArray[np.int64], sizes: NDArray[np.int64], mapping: NDArray[np.int64], classes: list[str]
) -> None:
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        names = [cell_text(f"labelled {name}") for name in classes]
        writer.writerow(["cluster", "class", "purity", "pixels", "labelled", *names])
        for cluster, row in enumerate(counts):
            labelled = int(row.sum())
            name = classes[mapping[cluster]] if mapping[cluster] >= 0 else ""
            purity = f"{row.max() / labelled:.4f}" if labelled else ""
            writer.writerow([cluster, cell_text(name), purity, int(sizes[cluster]), labelled, *row.tolist()])
