"""From a raster and a model to its cluster raster, tile by tile."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import Union

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray
from ..errors import RasterError
from ..fingerprint import file_state, key_of
from ..io.flat_borders import open_imagery
from ..io.gdal_calls import limit_block_cache
from ..io.grid import RasterGrid
from ..io.legend import cluster_legend
from ..io.raster_sink import RasterSink
from ..io.raster_source import MODEL_METADATA
from ..io.tiling import Tile, TileGrid, Window, round_up
from ..model.load import MappingModel, load_model
from ..model.tile_geometry import TileGeometry
from ..options import MapOptions
from ..prefetching import prefetched
from ..progress import Progress
from ..selection.selection import ClusterSelection
from .seam_index import SeamCounter
from .tile_checkpoint import TileCheckpoint
from .tile_mapper import PixelClusterer, TileMapper, TileValues, Written, splitter_of

# What the process takes before the first tile: Python, torch, ONNX Runtime, GDAL's cache.
_BASE_MEMORY_MB = 600
_BLOCK_CACHE_MB = 64
_LARGEST_TILE = 4096
_SMALLEST_TILE = 64


@dataclass(frozen=True)
class MapOutputs:
    """Paths of the rasters to write; empty for what is not wanted.

    Attributes:
        clusters: Cluster `i` is stored as `i + 1`, 0 where the raster is not valid.
        confidence: From 0, where two clusters are equally near, to 1; see `Assignment.confidence`.
        features: What the network gives of each pixel, as it is clustered.
        novelty: How far a pixel is from what was seen in the training; see `Assignment.novelty`.
    """

    clusters: str
    confidence: str = ""
    features: str = ""
    novelty: str = ""

    @property
    def wanted(self) -> list[str]:
        """Names of those that are written."""
        return [name for name, path in asdict(self).items() if path]


@dataclass(frozen=True)
class MapResult:
    """What is told of a raster that has been mapped.

    Attributes:
        cluster_count: Clusters that occur.
        seam_index: Whether borders of tiles show, 1 if not; see `SeamCounter`.
        tile_size: Rows and columns of a tile.
        pixels: Number of valid pixels.
    """

    cluster_count: int
    seam_index: float
    tile_size: int
    pixels: int


def map_raster(
    raster: str,
    model: str,
    outputs: MapOutputs,
    options: MapOptions = MapOptions(),
    selection: ClusterSelection | None = None,
    progress: Progress = Progress(),
) -> MapResult:
    """Writes the cluster of each pixel of a raster: same grid, 0 where the raster is not valid.

    Args:
        raster: Path of the raster.
        model: Path of the model, `.cnet` or `.onnx`.
        outputs: What to write.
        options: How.
        selection: Its splits give pixels of split clusters the ids of the children.
        progress: Reports tiles.

    Raises:
        ClusterNetError: The model does not fit the raster, or nothing in it is valid.
    """
    loaded = load_model(model)
    limit_block_cache(_BLOCK_CACHE_MB)
    with open_imagery(raster, options.bands or loaded.band_numbers, options.keep_flat_borders, progress) as source:
        loaded.check_bands(len(source.bands), raster)
        if tuple(source.band_names) != loaded.band_names and {*source.band_names} == {*loaded.band_names}:
            progress.say(
                f"The bands are {', '.join(source.band_names)}, those of the model {', '.join(loaded.band_names)}; "
                "give BANDS in the model's order if that is not meant."
            )
        window = source.grid.window_of(options.extent) if options.extent else source.grid.window
        clusterer = PixelClusterer(loaded, options.device)
        splitter = splitter_of(selection, loaded)
        size = options.tile_size or _tile_size(
            clusterer.tile_geometry, loaded, outputs, options.memory_mb, window, len(splitter.weights)
        )
        grid = TileGrid(window, size, clusterer.tile_geometry.margin, clusterer.tile_geometry.stride)
        progress.say(f"Clustering {window.cols} x {window.rows} pixels in {len(grid)} tiles")
        said = {"model": loaded.fingerprint(), "bands": source.bands, "window": window, "tile_size": size}
        said |= {"outputs": outputs.wanted, "keep_flat_borders": options.keep_flat_borders}
        said |= {"selection": asdict(selection) if selection else None}
        mapper = TileMapper(source, clusterer, splitter, outputs.wanted)
        key = key_of(said, [file_state(raster)]) if options.resume else ""
        with TileCheckpoint(outputs.clusters, key) as finished, ExitStack() as stack:
            if len(finished):
                progress.say(f"{len(finished)} tiles are taken from the run that was cut off")
            sinks = _Sinks(stack, outputs, source.grid.cropped(window), loaded, splitter.clusters, mapper.id_type)
            return _cluster_tiles(mapper, grid, sinks, finished, splitter.clusters, progress)


def _cluster_tiles(
    mapper: TileMapper,
    grid: TileGrid,
    sinks: _Sinks,
    finished: TileCheckpoint,
    clusters: int,
    progress: Progress,
) -> MapResult:
    """Reads in one thread, runs the network in another, assigns and writes in this one."""
    counts = np.zeros(clusters + 1, np.int64)
    seams = SeamCounter(grid)
    with ExitStack() as stack:
        read = stack.enter_context(prefetched(_read(mapper, grid, finished)))
        stop = mapper.clusterer.engine.stop
        done = stack.enter_context(prefetched(_run(mapper, read), progress.check, stop))
        for (tile, known), found in progress.part(0, 0.98).track(done, len(grid)):
            if isinstance(known, TileValues):
                written = mapper.written(known, found)
                finished.put(tile, written)
            else:
                written = known
            sinks.write(tile.core.shifted(-grid.window.row, -grid.window.col), written)
            ids = written["clusters"]
            counts += np.bincount(ids.ravel(), minlength=len(counts))
            seams.add(tile, ids)
    if not counts[1:].any():
        raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.")
    sinks.add_overviews(progress.part(0.98, 1))
    return MapResult(int((counts[1:] > 0).sum()), seams.index(), grid.tile_size, int(counts[1:].sum()))


# A tile with what a run that was cut off has made of it, or its values.
_Known = tuple[Tile, Union[Written, TileValues]]


def _read(mapper: TileMapper, grid: TileGrid, finished: TileCheckpoint) -> Iterator[_Known]:
    for tile in grid:
        written = finished.get(tile)
        yield tile, mapper.read(tile) if written is None else written


def _run(mapper: TileMapper, read: Iterator[_Known]) -> Iterator[tuple[_Known, list[FloatArray]]]:
    for tile, known in read:
        yield (tile, known), mapper.run(known) if isinstance(known, TileValues) else []


class _Sinks:
    """The rasters being written.

    Args:
        stack: Ends their writing.
        outputs: Where to.
        place: Their grid.
        model: Whose clusters.
        clusters: Number of ids, those of children included.
        id_type: Of the clusters.
    """

    def __init__(
        self,
        stack: ExitStack,
        outputs: MapOutputs,
        place: RasterGrid,
        model: MappingModel,
        clusters: int,
        id_type: str,
    ) -> None:
        found = stack.enter_context(RasterSink(outputs.clusters, place, 1, id_type))
        found.set_legend(cluster_legend(clusters))
        found.set_metadata({MODEL_METADATA: model.fingerprint()})
        self._sinks = {"clusters": found}
        features = [f"feature {i}" for i in range(model.feature_size)]
        for name in outputs.wanted[1:]:
            bands = features if name == "features" else [name]
            sink = RasterSink(getattr(outputs, name), place, len(bands), "float32", math.nan)
            self._sinks[name] = stack.enter_context(sink)
            sink.set_band_names(bands)

    def write(self, target: Window, written: Mapping[str, NDArray[np.generic]]) -> None:
        """Writes a tile's values into a window of the outputs."""
        for name, sink in self._sinks.items():
            if name in written:
                sink.write(target, written[name])

    def add_overviews(self, progress: Progress) -> None:
        """Adds them to all outputs."""
        for index, sink in enumerate(self._sinks.values()):
            sink.add_overviews(progress.part(index / len(self._sinks), (index + 1) / len(self._sinks)))


def _tile_size(
    tile_geometry: TileGeometry,
    model: MappingModel,
    outputs: MapOutputs,
    memory_mb: int,
    window: Window,
    scores: int,
) -> int:
    """The largest tile whose arrays fit the memory, and no larger than the raster asks for.

    At once there are: a tile being read and one that waits, with their margins; one in the network; what the network
    has said of one more and of the one that is being assigned.
    """
    coarse = 4 / tile_geometry.output_stride**2
    features = model.feature_size
    seen = tile_geometry.bytes_per_pixel + 3 * 5 * model.bands
    core = 3 * coarse * model.clusters + 32
    if outputs.features or scores:
        core += 3 * coarse * features + (8 * features if outputs.features else 0) + 3 * coarse * scores
    available = max(memory_mb - _BASE_MEMORY_MB, 32) * 1e6
    # seen * (size + 2 margin)^2 + core * size^2 = available, solved for the size.
    margin = tile_geometry.margin
    size = (
        math.sqrt((2 * seen * margin) ** 2 - (seen + core) * (4 * seen * margin**2 - available)) - 2 * seen * margin
        if available > 4 * seen * margin**2
        else 0
    ) / (seen + core)
    largest = max(min(int(size) // tile_geometry.stride * tile_geometry.stride, _LARGEST_TILE), _SMALLEST_TILE)
    longer = max(window.rows, window.cols)
    # As many tiles as the largest would need, but of one size: the last would otherwise be mostly empty.
    return round_up(-(-longer // -(-longer // largest)), tile_geometry.stride)
