"""The tasks of a worker: maps a block of a raster, and writes a row of blocks as a file."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..core.errors import ClusterNetError
from ..core.fingerprint import file_state, key_of
from ..core.io.gdal_calls import limit_block_cache
from ..core.io.legend import cluster_legend
from ..core.io.raster_key import raster_key
from ..core.io.raster_sink import RasterSink
from ..core.io.raster_source import MODEL_METADATA, RASTER_METADATA, RasterSource
from ..core.io.tiling import TileGrid, Window, round_up
from ..core.mapping.imagery import open_for_model
from ..core.mapping.tile_mapper import TileMapper
from ..core.model.load import load_model
from ..core.selection.cluster_raster import read_clusters


@dataclass(frozen=True)
class Job:
    """A raster to be mapped.

    Attributes:
        raster: Its path or URL, the same for all workers.
        model: The model, likewise.
        output: Folder of the results, likewise.
        bands: 1-based numbers, empty for those of the training.
        block_size: Rows and columns of a block; rounded up to what the network asks for.
        keep_flat_borders: Whether flat black or white borders are a part of the picture.
        extra: EXTRA rasters, if the model was trained with some, the same for all workers.
    """

    raster: str
    model: str
    output: str
    bands: tuple[int, ...] = ()
    block_size: int = 1024
    keep_flat_borders: bool = False
    extra: tuple[str, ...] = ()

    def row_path(self, row: int) -> Path:
        """Where a row of blocks is written."""
        return Path(self.output) / f"row_{row:06d}.tif"


class OpenJob(NamedTuple):
    """A job with its files open; each process opens it once.

    Attributes:
        source: The raster.
        mapper: The model at work on it.
        grid: The blocks.
        key: Of the settings and files; results with another key belong to another job.
        metadata: Metadata items of the results: which model, which raster.
    """

    source: RasterSource
    mapper: TileMapper
    grid: TileGrid
    key: str
    metadata: dict[str, str]

    @property
    def rows(self) -> int:
        """Number of rows of blocks."""
        return len(self.grid.row_starts)

    @property
    def cols(self) -> int:
        """Number of blocks in a row."""
        return len(self.grid.col_starts)

    def window(self, row: int) -> Window:
        """The pixels of a row of blocks."""
        first, last = self.grid.tile_at(row, 0).core, self.grid.tile_at(row, self.cols - 1).core
        return Window(first.row, first.col, first.rows, last.col_end - first.col)


# GDAL reads a raster in one thread at a time.
_reading = threading.Lock()


@lru_cache(maxsize=1)
def opened(job: Job) -> OpenJob:
    """Opens the raster and loads the model, once in a process.

    Raises:
        ClusterNetError: The model does not fit the raster, or a file cannot be read.
    """
    model = load_model(job.model)
    limit_block_cache()
    source = open_for_model(job.raster, model, job.bands, job.keep_flat_borders, job.extra)
    mapper = TileMapper(source, model, device="cpu")
    grid = mapper.tiles(source.grid.window, round_up(job.block_size, mapper.clusterer.tile_geometry.stride))
    settings = {
        "phase": grid.phase,
        "model": model.fingerprint(),
        "bands": source.bands,
        "keep_flat_borders": job.keep_flat_borders,
        "block_size": grid.tile_size,
    }
    metadata = {MODEL_METADATA: model.fingerprint(), RASTER_METADATA: raster_key(source)}
    return OpenJob(
        source, mapper, grid, key_of(settings, [file_state(path) for path in (job.raster, *job.extra)]), metadata
    )


def map_block(job: Job, row: int, col: int) -> NDArray[np.generic]:
    """Clusters of a block (rows, cols), 0 where the raster is not valid."""
    open_job = opened(job)
    with _reading:
        read = open_job.mapper.read(open_job.grid.tile_at(row, col))
    return open_job.mapper.assign(read, open_job.mapper.run(read))["clusters"]


def write_row(job: Job, row: int, blocks: Sequence[NDArray[np.generic]]) -> dict[str, Any]:
    """Writes a row of blocks as a cloud-optimised GeoTIFF, whole or not at all.

    Returns:
        `pixels`: number of pixels of no data and of each cluster; `row`.
    """
    open_job = opened(job)
    mapper, grid = open_job.mapper, open_job.grid
    model, window = mapper.clusterer.model, open_job.window(row)
    counts = np.zeros(model.clusters + 1, np.int64)
    path = job.row_path(row)
    with RasterSink(path, open_job.source.grid.cropped(window), 1, mapper.id_type, cloud_optimised=True) as sink:
        sink.set_legend(cluster_legend(model.clusters, model.colours))
        sink.set_metadata(open_job.metadata)
        for col, block in enumerate(blocks):
            sink.write(grid.tile_at(row, col).core.relative_to(window), block)
            counts += np.bincount(block.ravel(), minlength=len(counts))
    return {"row": row, "pixels": counts.tolist()}


def count_row(job: Job, row: int) -> list[int] | None:
    """Reads a row of blocks that was written: pixels of each cluster, as `write_row` gives them.

    Returns:
        None where the file is missing, damaged or another one.
    """
    open_job = opened(job)
    mapper, grid = open_job.mapper, open_job.grid
    clusters, window = mapper.clusterer.model.clusters, open_job.window(row)
    counts = np.zeros(clusters + 1, np.int64)
    try:
        with _reading, RasterSource(job.row_path(row), [1]) as source:
            if (source.grid.height, source.grid.width) != (window.rows, window.cols):
                return None
            for col in range(open_job.cols):
                values = read_clusters(source, grid.tile_at(row, col).core.relative_to(window), clusters)
                counts += np.bincount(values.ravel(), minlength=len(counts))
    except ClusterNetError:
        return None
    return [int(count) for count in counts]
