"""The report on the clusters of a raster: one card for each cluster, and which clusters are similar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from pathlib import Path

import numpy as np

from ..arrays import IntArray
from ..clustering.hierarchy import cluster_hierarchy
from ..errors import OptionsError
from ..io.legend import cluster_legend
from ..io.output_clash import refuse_clashes
from ..io.palette import hex_colour
from ..io.raster_source import RasterSource
from ..mapping.imagery import open_for_model
from ..mapping.map_raster import MapOutputs, map_raster
from ..mapping.suggested_classes import NamedCluster, land_cover_of_clusters, named_clusters
from ..model import cluster_model
from ..model.cluster_model import ClusterModel
from ..options import MapOptions
from ..polygons.measuring import has_metres, window_area
from ..progress import Progress
from ..selection.cluster_raster import read_clusters
from ..staging import scratch_folder
from .charts import dendrogram, image_url
from .cluster_cards import ClusterCard, describe_clusters
from .page import write_page

_MOST_CLUSTERS = 1024
_SIMILAR = 3
_GROUP_PATCHES = 6
_MAP_SIDE = 640
_NO_GROUP = 225
# Of a suggested name, as `suggest_classes` has it.
_MIN_CONFIDENCE = 0.5


@dataclass(frozen=True)
class ClusterReport:
    """Numbers about a report that was written.

    Attributes:
        cluster_count: Number of clusters in the raster.
        suggested_merges: Number of groups of similar clusters.
    """

    cluster_count: int
    suggested_merges: int


def write_cluster_report(
    raster: str,
    model: str,
    output: str,
    options: MapOptions = MapOptions(),
    progress: Progress = Progress(),
) -> ClusterReport:
    """Clusters a raster and writes a page about its clusters.

    Args:
        raster: Path of the raster.
        model: Path of the model, `.cnet`.
        output: The page.
        options: How to map the raster.
        progress: Reports tiles.

    Raises:
        ClusterNetError: The model does not fit the raster, or nothing in it is valid.
    """
    refuse_clashes({"output": output}, {"raster": raster, "model": model})
    loaded = cluster_model.load(model)
    if loaded.clusters > _MOST_CLUSTERS:
        raise OptionsError(f"The model has {loaded.clusters} clusters; a report takes up to {_MOST_CLUSTERS}.")
    with scratch_folder(output) as folder:
        outputs = MapOutputs(f"{folder}/clusters.tif", f"{folder}/confidence.tif")
        map_raster(raster, model, outputs, options, progress=progress.part(0, 0.7))
        with (
            open_for_model(raster, loaded, options.bands, options.keep_flat_borders, options.extra) as source,
            RasterSource(outputs.clusters, [1]) as clusters,
            RasterSource(outputs.confidence, [1]) as confidence,
        ):
            window = source.grid.window_of(options.extent)
            cards = describe_clusters(source, window, clusters, confidence, loaded.clusters, progress.part(0.7, 0.85))
            land_cover = land_cover_of_clusters(
                raster,
                window,
                lambda part: read_clusters(clusters, part.relative_to(window), loaded.clusters) - 1,
                loaded.clusters,
                options,
                progress.part(0.85, 0.97),
            )
            overview = _overview(clusters)
            pixel = window_area(clusters.grid) / window.pixels
            unit = "m²" if has_metres(clusters.grid) else "pixels"
    names = named_clusters(land_cover, _MIN_CONFIDENCE).clusters
    return _write(loaded, Path(raster).name, cards, names, overview, pixel, unit, output)


def _overview(clusters: RasterSource) -> IntArray:
    """The clusters at a low resolution (rows, cols); -1 for no data."""
    scale = max(clusters.grid.height, clusters.grid.width, _MAP_SIDE) / _MAP_SIDE
    rows, cols = (max(round(size / scale), 1) for size in (clusters.grid.height, clusters.grid.width))
    values, valid = clusters.read_decimated(clusters.grid.window, rows, cols)
    return np.where(valid, values[0], 0).astype(np.int64) - 1


@dataclass(frozen=True)
class _Shown:
    """A cluster card with what the page shows beside it."""

    card: ClusterCard
    colour: str
    share: float
    area: float
    pictures: tuple[str, ...]
    spectrum: tuple[tuple[float, float, float], ...]
    alike: tuple[int, ...]
    name: NamedCluster


def _write(
    model: ClusterModel,
    raster: str,
    cards: Sequence[ClusterCard],
    names: Sequence[NamedCluster],
    overview: IntArray,
    pixel: float,
    unit: str,
    output: str,
) -> ClusterReport:
    present = np.array(sorted(card.cluster for card in cards), np.int64)
    tree = cluster_hierarchy(present, model.centroids[present])
    total = sum(card.pixels for card in cards)
    colours = [hex_colour(entry.colour) for entry in cluster_legend(model.clusters, model.colours)]
    # All spectra have the same scale.
    low = min(float((card.mean - card.std).min()) for card in cards)
    span = max(float((card.mean + card.std).max()) for card in cards) - low or 1.0
    shown = [
        _Shown(
            card,
            colours[card.cluster],
            card.pixels / total,
            card.pixels * pixel,
            tuple(image_url(patch) for patch in card.patches),
            tuple(((m - s - low) / span, (m - low) / span, (m + s - low) / span) for m, s in _spectrum(card)),
            _similar(model, present, card.cluster),
            names[card.cluster],
        )
        for card in cards
    ]
    groups = _groups(tree.groups, {item.card.cluster: item for item in shown})
    write_page(
        "clusters.html",
        output,
        title="Cluster report",
        raster=raster,
        model=model,
        shown=shown,
        area=total * pixel,
        unit=unit,
        tree=tree,
        drawing=dendrogram(tree),
        colours={int(i): colours[int(i)] for i in present},
        groups=groups,
        map=_map_of_groups(overview, model.clusters, groups) if groups else "",
        spectrum_range=(low, low + span),
    )
    return ClusterReport(len(cards), len(tree.merges))


@dataclass(frozen=True)
class _Group:
    """A group of similar clusters, as the page shows it."""

    classes: str
    clusters: tuple[int, ...]
    colour: str
    share: float
    pictures: tuple[str, ...]


def _groups(groups: Sequence[tuple[int, ...]], shown: Mapping[int, _Shown]) -> list[_Group]:
    """The groups of similar clusters, with patches of their clusters; those of the largest clusters come first."""
    result = []
    for number, group in enumerate(groups, start=1):
        items = sorted((shown[cluster] for cluster in group), key=lambda item: -item.share)
        # The first patch of each cluster, then the second of each, and so on.
        patches = chain.from_iterable(zip_longest(*(item.pictures for item in items)))
        some = tuple(islice(filter(None, patches), _GROUP_PATCHES))
        classes = f"group {number}={','.join(map(str, group))}"
        # A group has the colour of its largest cluster, as on the map.
        result.append(_Group(classes, group, items[0].colour, sum(item.share for item in items), some))
    return result


def _map_of_groups(overview: IntArray, count: int, groups: Sequence[_Group]) -> str:
    """Where each group is, in its colour; clusters in no group are grey, and what has no data is white."""
    colours = np.full((count + 1, 3), _NO_GROUP, np.uint8)
    colours[-1] = 255
    for group in groups:
        colours[list(group.clusters)] = [int(group.colour[start : start + 2], 16) for start in (1, 3, 5)]
    return image_url(colours[overview])


def _spectrum(card: ClusterCard) -> list[tuple[float, float]]:
    return list(zip(card.mean.tolist(), card.std.tolist()))


def _similar(model: ClusterModel, present: IntArray, cluster: int) -> tuple[int, ...]:
    """The clusters with the nearest centroids."""
    distances = ((model.centroids[present] - model.centroids[cluster]) ** 2).sum(1)
    return tuple(other for other in present[np.argsort(distances, kind="stable")].tolist() if other != cluster)[
        :_SIMILAR
    ]
