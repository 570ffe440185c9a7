"""From a raster and a model to its cluster raster, tile by tile."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from typing import Union

import numpy as np

from ..arrays import FloatArray
from ..errors import RasterError
from ..fingerprint import file_state, key_of
from ..io.gdal_calls import limit_block_cache
from ..io.grid import RasterGrid
from ..io.legend import cluster_legend, share_style
from ..io.output_clash import refuse_clashes
from ..io.raster_formats import check_raster_format
from ..io.raster_key import raster_key
from ..io.raster_sink import RasterSink
from ..io.raster_source import MODEL_METADATA, RASTER_METADATA, RasterSource
from ..io.tiling import Tile, TileGrid, Window
from ..model.load import load_model
from ..model.mapping_model import MappingModel
from ..options import MapOptions
from ..prefetching import prefetched
from ..progress import Progress
from ..selection.selection import ClusterSelection
from .class_probabilities import check_classes
from .imagery import open_for_model
from .seam_index import SeamCounter
from .tile_checkpoint import TileCheckpoint
from .tile_mapper import TileMapper, TileOutputs, TileValues
from .tile_size import largest_tile_size

# Of what a run that was cut off leaves; another version's tiles are not gone on with.
_RESUME_VERSION = 2


@dataclass(frozen=True)
class MapOutputs:
    """Paths of the rasters to write; empty for what is not wanted.

    Attributes:
        clusters: Cluster `i` is stored as `i + 1`, 0 where the raster is not valid.
        confidence: From 0, where two clusters are equally near, to 1; see `Assignment.confidence`.
        features: What the network gives of each pixel, as it is clustered.
        novelty: How far a pixel is from what was seen in the training; see `Assignment.novelty`.
        probabilities: A band a class of the selection; see `ClassProbabilities`.
    """

    clusters: str
    confidence: str = ""
    features: str = ""
    novelty: str = ""
    probabilities: str = ""

    @property
    def wanted(self) -> list[str]:
        """Names of those that are written."""
        return [name for name, path in asdict(self).items() if path]


@dataclass(frozen=True)
class MapResult:
    """Figures of a raster that has been mapped.

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
        selection: Its splits give pixels of split clusters the ids of the children; its classes have probabilities.
        progress: Reports tiles.

    Raises:
        ClusterNetError: The model does not fit the raster, nothing in it is valid, or an output is an input.
    """
    refuse_clashes(asdict(outputs), {"raster": raster, "model": model, "extra": options.extra})
    check_classes(bool(outputs.probabilities), selection is not None)
    loaded = load_model(model)
    limit_block_cache()
    with open_for_model(raster, loaded, options.bands, options.keep_flat_borders, options.extra, progress) as source:
        _say_if_bands_are_swapped(source, loaded, progress)
        window = source.grid.window_of(options.extent)
        mapper = TileMapper(source, loaded, outputs.wanted, options.device, selection)
        tile_size = options.tile_size or largest_tile_size(mapper, window, options.memory_mb)
        tiles = mapper.tiles(window, tile_size)
        progress.say(f"Clustering {window.cols} x {window.rows} pixels in {len(tiles)} tiles")
        settings = {
            "version": _RESUME_VERSION,
            "model": loaded.fingerprint(),
            "bands": source.bands,
            "window": window,
            "tile_size": tile_size,
            "phase": tiles.phase,
            "outputs": outputs.wanted,
            "keep_flat_borders": options.keep_flat_borders,
            "selection": asdict(replace(selection, painted=None)) if selection else None,
        }
        key = key_of(settings, [file_state(path) for path in (raster, *options.extra)]) if options.resume else ""
        checkpoint = TileCheckpoint(outputs.clusters, key, mapper.fits, progress)
        with checkpoint, ExitStack() as stack:
            if len(checkpoint):
                progress.say(f"{len(checkpoint)} tiles are taken from the run that was cut off")
            sinks = _Sinks(stack, outputs, source.grid.cropped(window), mapper, raster_key(source))
            result = _map_tiles(mapper, tiles, sinks, checkpoint, progress)
            if checkpoint.damaged:
                progress.say(f"{checkpoint.damaged} tiles of the run that was cut off were damaged, and computed again")
            return result


def _say_if_bands_are_swapped(source: RasterSource, model: MappingModel, progress: Progress) -> None:
    """Bands of the model's names in another order are probably not what the user wants."""
    if tuple(source.band_names) != model.band_names and {*source.band_names} == {*model.band_names}:
        progress.say(
            f"The bands are {', '.join(source.band_names)}, those of the model {', '.join(model.band_names)}; "
            "give BANDS in the model's order if that is not meant."
        )


def _map_tiles(
    mapper: TileMapper, tiles: TileGrid, sinks: _Sinks, checkpoint: TileCheckpoint, progress: Progress
) -> MapResult:
    """Reads in one thread, runs the network in another, assigns and writes in this one."""
    counts = np.zeros(mapper.clusters + 1, np.int64)
    seams = SeamCounter(tiles)
    with ExitStack() as stack:
        read = stack.enter_context(prefetched(_read(mapper, tiles, checkpoint)))
        run = stack.enter_context(prefetched(_run(mapper, read), progress.check, mapper.clusterer.engine.stop))
        for tile, before, network_outputs in progress.part(0, 0.98).track(run, len(tiles)):
            if isinstance(before, TileValues):
                arrays = mapper.assign(before, network_outputs)
                checkpoint.put(tile, arrays)
            else:
                arrays = before
            sinks.write(tile.core.relative_to(tiles.window), arrays)
            ids = arrays["clusters"]
            counts += np.bincount(ids.ravel(), minlength=len(counts))
            seams.add(tile, ids)
    if not counts[1:].any():
        raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.")
    sinks.add_overviews(progress.part(0.98, 1))
    return MapResult(int((counts[1:] > 0).sum()), seams.index(), tiles.tile_size, int(counts[1:].sum()))


# The values of a tile, or what a run that was cut off has made of it.
_ValuesOrOutputs = Union[TileValues, TileOutputs]


def _read(mapper: TileMapper, tiles: TileGrid, checkpoint: TileCheckpoint) -> Iterator[tuple[Tile, _ValuesOrOutputs]]:
    for tile in tiles:
        outputs = checkpoint.get(tile)
        yield tile, mapper.read(tile) if outputs is None else outputs


def _run(
    mapper: TileMapper, read: Iterator[tuple[Tile, _ValuesOrOutputs]]
) -> Iterator[tuple[Tile, _ValuesOrOutputs, list[FloatArray]]]:
    for tile, before in read:
        if isinstance(before, TileValues):
            # What follows needs no values, which are the largest arrays.
            yield tile, before._replace(values=None), mapper.run(before)
        else:
            yield tile, before, []


class _Sinks:
    """The rasters being written.

    Args:
        stack: Ends their writing.
        outputs: Their paths.
        grid: Their pixels.
        mapper: Gives what is written.
        raster: Key of the raster that is mapped.
    """

    def __init__(
        self, stack: ExitStack, outputs: MapOutputs, grid: RasterGrid, mapper: TileMapper, raster: str
    ) -> None:
        model = mapper.clusterer.model
        check_raster_format(outputs.clusters, grid, 1, mapper.id_type)
        features = [f"feature {i}" for i in range(model.feature_size)]
        several = {"features": features, "probabilities": mapper.class_names}
        names = {name: several.get(name, [name]) for name in outputs.wanted[1:]}
        for name, bands in names.items():
            check_raster_format(getattr(outputs, name), grid, len(bands), "float32", math.nan)
        clusters = stack.enter_context(RasterSink(outputs.clusters, grid, 1, mapper.id_type))
        clusters.set_legend(cluster_legend(mapper.clusters, model.colours))
        clusters.set_metadata({MODEL_METADATA: model.fingerprint(), RASTER_METADATA: raster})
        self._sinks = {"clusters": clusters}
        for name, bands in names.items():
            sink = RasterSink(getattr(outputs, name), grid, len(bands), "float32", math.nan)
            self._sinks[name] = stack.enter_context(sink)
            sink.set_band_names(bands)
            if name in ("confidence", "probabilities"):
                sink.set_style(share_style())

    def write(self, window: Window, arrays: TileOutputs) -> None:
        """Writes a tile's arrays into a window of the rasters."""
        for name, sink in self._sinks.items():
            if name in arrays:
                sink.write(window, arrays[name])

    def add_overviews(self, progress: Progress) -> None:
        """Adds them to all rasters."""
        for index, sink in enumerate(self._sinks.values()):
            sink.add_overviews(progress.part(index / len(self._sinks), (index + 1) / len(self._sinks)))
