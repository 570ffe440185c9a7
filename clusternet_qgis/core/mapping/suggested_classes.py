"""Names for clusters that nobody has named, from what the base model was taught on public labels of land cover."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, IntArray
from ..errors import OptionsError, RasterError
from ..io import normalisation
from ..io.class_colours import LAND_COVER_COLOURS
from ..io.flat_borders import open_imagery
from ..io.gdal_calls import limit_block_cache
from ..io.output_clash import refuse_clashes
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..io.true_colours import visible_bands
from ..model.land_cover_model import LandCoverModel
from ..model.load import load_model
from ..networks.land_cover import LAND_COVER
from ..options import MapOptions
from ..progress import Progress
from ..selection import selection
from ..selection.selection import ClusterClass, ClusterSelection
from ..staging import staged
from .imagery import open_for_model
from .sampled_windows import sampled_windows
from .tile_mapper import TileMapper, TileOutputs
from .tile_size import largest_tile_size

NONE_OF_THEM = "none"
# What is looked at: squares of so many pixels, of which each has to be seen with its margin.
_WINDOW_SIZE, _MOST_WINDOWS = 768, 16
# Statistics of colours need less.
_STATISTICS_SIZE, _MOST_STATISTICS_WINDOWS = 512, 48
# The mean of fewer pixels says little: they are a patch or two.
_FEWEST_PIXELS = 64
# What the process takes before the first tile; the rest is for the two networks.
_BASE_MEMORY_MB = 600

# The clusters of a window (rows, cols), -1 where there is none.
ClustersOf = Callable[[Window], IntArray]


@dataclass(frozen=True)
class NamedCluster:
    """What a cluster is taken for.

    Attributes:
        cluster: Its id.
        name: Of `LAND_COVER`; empty where it is not sure enough, or nothing that was learnt.
        certainty: Probability of the likeliest kind of land cover, 0 to 1.
        share: Of the pixels that were looked at, 0 to 1.
        probabilities: Of each kind of `LAND_COVER` and, last, of none of them; they add up to 1, or are all 0 of a
            cluster that was not met.
    """

    cluster: int
    name: str
    certainty: float
    share: float
    probabilities: tuple[float, ...]

    @property
    def likeliest(self) -> str:
        """The likeliest kind of land cover, however sure; empty for a cluster that was not met."""
        kinds = self.probabilities[: len(LAND_COVER)]
        return LAND_COVER[kinds.index(max(kinds))] if self.share else ""


@dataclass(frozen=True)
class SuggestedClasses:
    """Names of a model's clusters.

    Attributes:
        clusters: Each of them, by id.
        model: Fingerprint of the model.
    """

    clusters: tuple[NamedCluster, ...]
    model: str

    @property
    def selection(self) -> ClusterSelection:
        """A class for each kind of land cover, whether it occurs or not: values of class rasters mean the same."""
        return ClusterSelection(
            tuple(
                ClusterClass(kind, LAND_COVER_COLOURS[kind], tuple(c.cluster for c in self.clusters if c.name == kind))
                for kind in LAND_COVER
            ),
            self.model,
        )

    @property
    def named_share(self) -> float:
        """Of the pixels that were looked at."""
        return sum(entry.share for entry in self.clusters if entry.name)

    @property
    def certainty(self) -> float:
        """Mean of the named pixels."""
        named = [entry for entry in self.clusters if entry.name]
        return sum(entry.certainty * entry.share for entry in named) / (self.named_share or 1.0)


def suggest_classes(
    raster: str,
    model: str,
    min_confidence: float = 0.5,
    options: MapOptions = MapOptions(),
    output: str = "",
    table: str = "",
    progress: Progress = Progress(),
) -> SuggestedClasses:
    """Names the clusters of a model on a raster, by the mean probabilities of land cover of their pixels.

    Args:
        raster: Path of the raster.
        model: Path of the model, `.cnet` or `.onnx`.
        min_confidence: A cluster has a name if the probability of the likeliest kind is at least this.
        options: How to map.
        output: Selection to write; empty for none.
        table: CSV file to write, a row for each cluster; empty for none.
        progress: Reports windows.

    Raises:
        ClusterNetError: The model does not fit the raster, or nothing in it is valid.
    """
    check_confidence(min_confidence)
    refuse_clashes({"output": output, "table": table}, {"raster": raster, "model": model})
    loaded = load_model(model)
    limit_block_cache()
    with open_for_model(raster, loaded, options.bands, options.keep_flat_borders, options.extra, progress) as source:
        window = source.grid.window_of(options.extent)
        mapper = WindowMapper(TileMapper(source, loaded, ("clusters",), options.device), options.memory_mb)
        found = land_cover_of_clusters(
            raster, window, lambda part: mapper.run(part)["clusters"].astype(np.int64) - 1, loaded.clusters, options,
            progress,
        )  # fmt: skip
    suggested = named_clusters(found, min_confidence, loaded.fingerprint())
    if table:
        write_table(table, suggested.clusters)
    if output:
        selection.save(suggested.selection, output)
    return suggested


def check_confidence(min_confidence: float) -> None:
    """Raises OptionsError unless it is one."""
    if not 0 <= min_confidence <= 1:
        raise OptionsError(f"MIN_CONFIDENCE is {min_confidence}; it must lie between 0 and 1.")


@dataclass(frozen=True)
class LandCoverOfClusters:
    """What was seen of each cluster.

    Attributes:
        pixels: (clusters,) numbers of pixels that were looked at.
        probabilities: (clusters, kinds + 1) sums of their probabilities.
    """

    pixels: IntArray
    probabilities: DoubleArray


def land_cover_of_clusters(
    raster: str,
    window: Window,
    clusters_of: ClustersOf,
    count: int,
    options: MapOptions = MapOptions(),
    progress: Progress = Progress(),
) -> LandCoverOfClusters:
    """Sums up the probabilities of land cover of the pixels of each cluster; of a large raster of some windows.

    Args:
        raster: Path of the raster.
        window: The part to look at.
        clusters_of: Gives the clusters of a window.
        count: Number of clusters.
        options: Device, memory, and whether flat borders are a part of the picture.
        progress: Reports windows.

    Raises:
        RasterError: Nothing in the window is valid.
    """
    pixels, sums = np.zeros(count, np.int64), np.zeros((count, len(LAND_COVER) + 1))
    with _in_colours(raster, options) as source:
        if len(set(source.bands)) == 1:
            progress.say("The raster has fewer than three bands: land cover is guessed from grey, and less sure.")
        mapper = _land_cover_mapper(source, options, progress.part(0, 0.1))
        windows = sampled_windows(source, window, _WINDOW_SIZE, _MOST_WINDOWS)
        progress.say(f"Looking for land cover in {len(windows)} parts of the raster")
        for part in progress.part(0.1, 1).track(windows, len(windows)):
            clusters, kinds = clusters_of(part), mapper.run(part).get("features")
            if kinds is None:
                continue
            seen = (clusters >= 0) & np.isfinite(kinds[0])
            ids = clusters[seen]
            pixels += np.bincount(ids, minlength=count)
            for kind, values in enumerate(kinds):
                sums[:, kind] += np.bincount(ids, values[seen].astype(np.float64), count)
    if not pixels.any():
        raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another raster.")
    return LandCoverOfClusters(pixels, sums)


def _in_colours(raster: str, options: MapOptions) -> RasterSource:
    """The raster in the bands that are named red, green and blue, or else in its first three, or else in grey."""
    with RasterSource(raster, picture=True) as source:
        names = [name.lower() for name in source.band_names]
        bands = [source.bands[index] for index in visible_bands(names)]
    return open_imagery(raster, bands, options.keep_flat_borders)


def _land_cover_mapper(source: RasterSource, options: MapOptions, progress: Progress) -> WindowMapper:
    """Normalises by the whole raster, so that a part of it looks as it does in the whole."""
    parts = sampled_windows(source, source.grid.window, _STATISTICS_SIZE, _MOST_STATISTICS_WINDOWS)
    stats = normalisation.compute_stats([(source, part) for part in parts], progress)
    mapper = TileMapper(source, LandCoverModel(stats), ("clusters", "features"), options.device)
    return WindowMapper(mapper, options.memory_mb)


class WindowMapper:
    """Maps whole windows, tile by tile.

    Args:
        mapper: Maps the tiles.
        memory_mb: Bound on the memory of the process, which two of these share.
    """

    def __init__(self, mapper: TileMapper, memory_mb: int) -> None:
        self._mapper = mapper
        self._memory_mb = _BASE_MEMORY_MB + (memory_mb - _BASE_MEMORY_MB) // 2

    def run(self, window: Window) -> TileOutputs:
        """What is wanted of a window inside the raster; features are NaN where there is nothing."""
        size = largest_tile_size(self._mapper, window, self._memory_mb)
        outputs: TileOutputs = {}
        for core, arrays in self._tiles(window, size):
            slices = core.relative_to(window).slices()
            for name, array in arrays.items():
                if name not in outputs:
                    shape = (*array.shape[:-2], window.rows, window.cols)
                    outputs[name] = np.full(shape, np.nan if array.dtype.kind == "f" else 0, array.dtype)
                outputs[name][(..., *slices)] = array
        return outputs

    def _tiles(self, window: Window, size: int) -> Iterator[tuple[Window, TileOutputs]]:
        for tile in self._mapper.tiles(window, size):
            values = self._mapper.read(tile)
            yield tile.core, self._mapper.assign(values, self._mapper.run(values))


def named_clusters(found: LandCoverOfClusters, min_confidence: float, model: str = "") -> SuggestedClasses:
    """Names the clusters whose likeliest kind is likely enough, and likelier than none.

    Args:
        found: What was seen of the clusters.
        min_confidence: The least probability.
        model: Fingerprint of the model.
    """
    means = found.probabilities / np.maximum(found.pixels, 1)[:, None]
    total = max(int(found.pixels.sum()), 1)
    clusters = []
    for cluster, (pixels, row) in enumerate(zip(found.pixels.tolist(), means)):
        kind = int(row[: len(LAND_COVER)].argmax())
        certainty = float(row[kind])
        is_named = pixels >= _FEWEST_PIXELS and certainty >= min_confidence and certainty > row[-1]
        name = LAND_COVER[kind] if is_named else ""
        clusters.append(NamedCluster(cluster, name, certainty, pixels / total, tuple(row.tolist())))
    return SuggestedClasses(tuple(clusters), model)


def write_table(path: str, clusters: Sequence[NamedCluster]) -> None:
    """Writes a row for each cluster as CSV."""
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["cluster", "name", "certainty", "share", *LAND_COVER, NONE_OF_THEM])
        for entry in clusters:
            numbers = (entry.certainty, entry.share, *entry.probabilities)
            writer.writerow([entry.cluster, entry.name, *(f"{number:.4f}" for number in numbers)])
