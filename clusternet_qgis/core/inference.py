"""From a raster and a model to its cluster raster, tile by tile."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Union

import numpy as np
from numpy.typing import NDArray

from . import bundle
from .assignment import Assignment, assign, interpolated, nearest_clusters
from .bundle import ClusterModel
from .engines import open_engine
from .errors import RasterError
from .finished_tiles import FinishedTiles, Written
from .footprint import Footprint
from .imagery import open_imagery
from .interrupted import file_state, key_of
from .legend import cluster_legend
from .normalisation import read_normalised
from .options import MAPPING_MEMORY_MB
from .prefetching import prefetched
from .progress import Progress
from .raster import MODEL_METADATA, BoolArray, FloatArray, RasterGrid, RasterSource, bound_block_cache
from .raster_sink import RasterSink, label_type
from .seams import SeamCounter
from .selection import ClusterSelection
from .splitting import ClusterSplitter
from .tiling import Tile, TileGrid, Window, round_up

if TYPE_CHECKING:  # onnx is only needed for such models
    from .exported_model import ExportedModel

# What the process takes before the first tile: Python, torch, ONNX Runtime, GDAL's cache.
_BASE_MEMORY_MB = 600
_BLOCK_CACHE_MB = 64
_LARGEST_TILE = 4096
_SMALLEST_TILE = 64

MappingModel = Union[ClusterModel, "ExportedModel"]


@dataclass(frozen=True)
class ClusterOutputs:
    """Where to write the results of clustering a raster; empty for what is not wanted."""

    clusters: str
    confidence: str = ""
    features: str = ""
    novelty: str = ""

    @property
    def wanted(self) -> list[str]:
        """Names of those that are written."""
        return [name for name, path in asdict(self).items() if path]


def load_model(path: str) -> MappingModel:
    """A model from its file, `.cnet` or `.onnx`.

    Raises:
        ModelError: It is missing, damaged, no model, or of a newer version.
    """
    if Path(path).suffix.lower() != ".onnx":
        return bundle.load(path)
    from . import exported_model

    return exported_model.load(path)


class PixelClusterer:
    """A model ready to work.

    Args:
        model: The model.
        device_name: `auto`, `cpu`, `cuda` or `mps`.

    Raises:
        ModelError: The weights do not fit the network.
    """

    def __init__(self, model: MappingModel, device_name: str = "auto") -> None:
        self.model = model
        self.engine, self.footprint = open_engine(model, device_name)

    def features(self, values: FloatArray) -> FloatArray:
        """Features, as they are clustered, of a window read with the margin and normalised.

        Returns:
            (features, rows, cols) of the centre; with the network's spacing, see `FeatureNetwork.forward`.
        """
        return self.engine.run(values, "features")[0]

    def assign(self, distances: FloatArray) -> Assignment:
        """The two nearest clusters of each pixel."""
        return assign(distances, self.footprint.spacing)


def cluster_raster(
    path: str,
    model_path: str,
    outputs: ClusterOutputs,
    bands: Sequence[int] | None = None,
    extent: tuple[float, float, float, float] | None = None,
    device_name: str = "auto",
    memory_mb: int = MAPPING_MEMORY_MB,
    tile_size: int = 0,
    keep_flat_borders: bool = False,
    selection: ClusterSelection | None = None,
    resume: bool = False,
    progress: Progress = Progress(),  # noqa: B008 - stateless
) -> dict[str, Any]:
    """Writes the cluster of each pixel of a raster: same grid, 0 where the raster is not valid.

    Args:
        path: The raster.
        model_path: The model, `.cnet` or `.onnx`.
        outputs: What to write.
        bands: 1-based numbers; by default those of the training, or all but alpha.
        extent: (xmin, ymin, xmax, ymax) in the raster's reference system, snapped outwards to pixels.
        device_name: Where to compute.
        memory_mb: Bound on the memory of the process; it sets the tile size.
        tile_size: Overrides that.
        keep_flat_borders: Whether flat black or white borders are a part of the picture; see `imagery`.
        selection: Its splits give pixels of split clusters the ids of the children.
        resume: Keeps finished tiles beside the output until it is complete, and takes those of a run of the same
            settings and files that was cut off.
        progress: Reports tiles.

    Returns:
        `cluster_count`: clusters that occur; `seam_index`: see SeamCounter; `tile_size`; `pixels`: valid ones.

    Raises:
        ClusterNetError: The model does not fit the raster, or nothing in it is valid.
    """
    model = load_model(model_path)
    bound_block_cache(_BLOCK_CACHE_MB)
    with open_imagery(path, bands or model.band_numbers, keep_flat_borders, progress) as source:
        model.check_bands(len(source.bands), path)
        if tuple(source.band_names) != model.band_names and {*source.band_names} == {*model.band_names}:
            progress.say(
                f"The bands are {', '.join(source.band_names)}, those of the model {', '.join(model.band_names)}; "
                "give BANDS in the model's order if that is not meant."
            )
        window = source.grid.window_of(extent) if extent else source.grid.window
        clusterer = PixelClusterer(model, device_name)
        splitter = _splitter(selection, model)
        size = tile_size or _tile_size(clusterer.footprint, model, outputs, memory_mb, window, len(splitter.weights))
        grid = TileGrid(window, size, clusterer.footprint.margin, clusterer.footprint.stride)
        progress.say(f"Clustering {window.cols} x {window.rows} pixels in {len(grid)} tiles")
        said = {"model": model.fingerprint(), "bands": source.bands, "window": window, "tile_size": size}
        said |= {"outputs": outputs.wanted, "keep_flat_borders": keep_flat_borders}
        said |= {"selection": asdict(selection) if selection else None}
        with FinishedTiles(outputs.clusters, key_of(said, [file_state(path)]) if resume else "") as finished:
            if len(finished):
                progress.say(f"{len(finished)} tiles are taken from the run that was cut off")
            return _cluster_tiles(source, clusterer, splitter, grid, outputs, finished, progress)


def _splitter(selection: ClusterSelection | None, model: MappingModel) -> ClusterSplitter:
    """What splits clusters; nothing without a selection."""
    selection = selection or ClusterSelection(())
    selection.check_model(model.fingerprint())
    selection.check_splits(model.clusters, model.feature_size)
    return ClusterSplitter(selection, model.clusters)


def _cluster_tiles(
    source: RasterSource,
    clusterer: PixelClusterer,
    splitter: ClusterSplitter,
    grid: TileGrid,
    outputs: ClusterOutputs,
    finished: FinishedTiles,
    progress: Progress,
) -> dict[str, Any]:
    """Reads in one thread, runs the network in another, assigns and writes in this one."""
    model, spacing = clusterer.model, clusterer.footprint.spacing
    counts = np.zeros(splitter.clusters + 1, np.int64)
    seams = SeamCounter(grid)
    wanted = ("distances", "features") if outputs.features or splitter else ("distances",)
    with ExitStack() as stack:
        sinks = _Sinks(stack, outputs, source.grid.cropped(grid.window), model, splitter.clusters, spacing)
        read = stack.enter_context(prefetched(_read(source, clusterer, grid, finished)))
        done = stack.enter_context(prefetched(_run(clusterer, read, wanted), progress.check, clusterer.engine.stop))
        for piece, found in progress.part(0, 0.98).track(done, len(grid)):
            written = piece.written
            if written is None:
                assignment = clusterer.assign(found[0]) if found and sinks.ask_distances else None
                clusters = nearest_clusters(found[0], spacing) if found and assignment is None else None
                clusters = clusters if assignment is None else assignment.clusters
                if clusters is not None and splitter:
                    clusters = splitter.split(clusters, found[1], spacing)
                written = sinks.values(piece.tile, piece.valid, clusters, assignment, found[1:])
                finished.put(piece.tile, written)
            sinks.write(piece.tile.core.shifted(-grid.window.row, -grid.window.col), written)
            ids = written["clusters"]
            counts += np.bincount(ids.ravel(), minlength=len(counts))
            seams.add(piece.tile, ids)
        if not counts[1:].any():
            raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.")
        sinks.add_overviews(progress.part(0.98, 1))
    return {
        "cluster_count": int((counts[1:] > 0).sum()),
        "seam_index": seams.index(),
        "tile_size": grid.tile_size,
        "pixels": int(counts[1:].sum()),
    }


class _Piece(NamedTuple):
    """A tile as it was read.

    Attributes:
        tile: Where.
        valid: (rows, cols) of its core.
        values: With its margin; None where nothing is valid or the tile is finished.
        written: What a run that was cut off has made of it.
    """

    tile: Tile
    valid: BoolArray
    values: FloatArray | None
    written: Written | None = None


def _read(source: RasterSource, clusterer: PixelClusterer, grid: TileGrid, finished: FinishedTiles) -> Iterator[_Piece]:
    """Tiles with the validity of their core, and their values if anything is valid."""
    for tile in grid:
        if (written := finished.get(tile)) is not None:
            yield _Piece(tile, written["clusters"] != 0, None, written)
            continue
        values, valid = read_normalised(source, tile.read, clusterer.model.stats)
        margin = tile.margin
        inner = valid[margin : valid.shape[0] - margin, margin : valid.shape[1] - margin][tile.core_slices]
        # Most of a rotated sheet may be empty: that spares the network.
        yield _Piece(tile, inner.copy(), values if inner.any() else None)


def _run(
    clusterer: PixelClusterer, read: Iterator[_Piece], wanted: Sequence[str]
) -> Iterator[tuple[_Piece, list[FloatArray]]]:
    """Tiles with what the network says of them; nothing where nothing is valid."""
    for piece in read:
        yield piece, [] if piece.values is None else clusterer.engine.run(piece.values, *wanted)


class _Sinks:
    """The rasters being written."""

    def __init__(
        self,
        stack: ExitStack,
        outputs: ClusterOutputs,
        place: RasterGrid,
        model: MappingModel,
        clusters: int,
        spacing: int,
    ) -> None:
        self._spacing = spacing
        self._mean_distance = model.mean_distance
        self._id_type = label_type(clusters)
        self._clusters = stack.enter_context(RasterSink(outputs.clusters, place, 1, self._id_type))
        self._clusters.set_legend(cluster_legend(clusters))
        self._clusters.set_metadata({MODEL_METADATA: model.fingerprint()})
        self._confidence = self._float(stack, outputs.confidence, place, ["confidence"])
        self._novelty = self._float(stack, outputs.novelty, place, ["novelty"])
        names = [f"feature {i}" for i in range(model.feature_size)]
        self._features = self._float(stack, outputs.features, place, names)

    @staticmethod
    def _float(stack: ExitStack, path: str, place: RasterGrid, names: list[str]) -> RasterSink | None:
        if not path:
            return None
        sink = stack.enter_context(RasterSink(path, place, len(names), "float32", math.nan))
        sink.set_band_names(names)
        return sink

    @property
    def ask_distances(self) -> bool:
        """Whether clusters alone are not enough."""
        return self._confidence is not None or self._novelty is not None

    def values(
        self,
        tile: Tile,
        valid: BoolArray,
        clusters: NDArray[np.unsignedinteger[Any]] | None,
        found: Assignment | None,
        features: Sequence[FloatArray],
    ) -> dict[str, NDArray[np.generic]]:
        """What is written of a tile, by output; without clusters nothing is valid."""
        rows, cols = tile.core_slices
        ids = np.zeros(valid.shape, self._id_type)
        written: dict[str, NDArray[np.generic]] = {"clusters": ids}
        if clusters is not None:
            np.add(clusters[rows, cols], 1, out=ids, where=valid, dtype=self._id_type, casting="unsafe")
        if found is not None:
            found = found.part(rows, cols)
        if found is not None and self._confidence is not None:
            written["confidence"] = np.where(valid, found.confidence(), np.float32(np.nan))
        if found is not None and self._novelty is not None:
            written["novelty"] = np.where(valid, found.novelty(self._mean_distance), np.float32(np.nan))
        if features and self._features is not None:
            full = interpolated(features[0], self._spacing)[:, rows, cols]
            written["features"] = np.where(valid, full, np.float32(np.nan))
        return written

    def write(self, target: Window, written: Written) -> None:
        """Writes a tile's values into a window of the outputs."""
        for name, sink in self._named().items():
            if name in written:
                sink.write(target, written[name])

    def add_overviews(self, progress: Progress) -> None:
        """Adds them to all outputs."""
        sinks = list(self._named().values())
        for index, sink in enumerate(sinks):
            sink.add_overviews(progress.part(index / len(sinks), (index + 1) / len(sinks)))

    def _named(self) -> dict[str, RasterSink]:
        sinks = {
            "clusters": self._clusters,
            "confidence": self._confidence,
            "novelty": self._novelty,
            "features": self._features,
        }
        return {name: sink for name, sink in sinks.items() if sink is not None}


def _tile_size(
    footprint: Footprint, model: MappingModel, outputs: ClusterOutputs, memory_mb: int, window: Window, scores: int
) -> int:
    """The largest tile whose arrays fit the memory, and no larger than the raster asks for.

    At once there are: a tile being read and one that waits, with their margins; one in the network; what the network
    has said of one more and of the one that is being assigned.
    """
    coarse = 4 / footprint.spacing**2
    features = model.feature_size
    seen = footprint.bytes_per_pixel + 3 * 5 * model.bands
    core = 3 * coarse * model.clusters + 32
    if outputs.features or scores:
        core += 3 * coarse * features + (8 * features if outputs.features else 0) + 3 * coarse * scores
    available = max(memory_mb - _BASE_MEMORY_MB, 32) * 1e6
    # seen * (size + 2 margin)^2 + core * size^2 = available, solved for the size.
    margin = footprint.margin
    size = (
        math.sqrt((2 * seen * margin) ** 2 - (seen + core) * (4 * seen * margin**2 - available)) - 2 * seen * margin
        if available > 4 * seen * margin**2
        else 0
    ) / (seen + core)
    largest = max(min(int(size) // footprint.stride * footprint.stride, _LARGEST_TILE), _SMALLEST_TILE)
    longer = max(window.rows, window.cols)
    # As many tiles as the largest would need, but of one size: the last would otherwise be mostly empty.
    return round_up(-(-longer // -(-longer // largest)), footprint.stride)
