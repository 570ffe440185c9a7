"""Features of a raster's tiles, kept on disk so that strokes need no network."""

from __future__ import annotations

import json
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..clustering.assignment import nearest_clusters, squared_distances
from ..errors import ClusterNetError
from ..fingerprint import file_state, is_content_named, key_of, size_and_time
from ..io.grid import RasterGrid
from ..io.nodata_fill import read_normalised
from ..io.raster_key import raster_key
from ..io.raster_source import RasterSource
from ..io.tiling import Window, round_up
from ..mapping.tile_mapper import PixelClusterer
from ..model.cluster_model import ClusterModel
from ..prefetching import prefetched
from ..staging import staged

# Row and column of a tile among the tiles of its raster.
TileIndex = tuple[int, int]

FORMAT_VERSION = 1
# The margin around a tile is computed and thrown away; larger tiles waste less of it, smaller ones are there sooner.
TILE_SIZE = 1024
# Tiles that are held in memory: those under the last strokes, 11 MB each.
_MOST_RECENT = 8
_FEATURES, _CLUSTERS, _ABOUT = "features.npy", "clusters.npy", "about.json"


class TileFeatures(NamedTuple):
    """What is kept of a tile.

    Attributes:
        features: (features, rows / s + 1, cols / s + 1) with an output stride s, as they are clustered, in half
            precision; with a stride of 1 without the additional row and column.
        clusters: 1 + id of each pixel (rows, cols), 0 where it is not valid.
    """

    features: NDArray[np.float16]
    clusters: NDArray[np.uint16]


class _NetworkOutput(NamedTuple):
    """A tile that the network has just seen.

    Attributes:
        features: As those of `TileFeatures`; None if no pixel is valid.
        valid: Which pixels are (rows, cols).
    """

    features: NDArray[np.float16] | None
    valid: BoolArray


class FeatureCache:
    """Features of the tiles of a raster under a model.

    A tile is computed whole and with one size wherever it lies, so that its features are the same to the last bit
    whoever asks for which part first. They are kept in half precision, and those that have just been computed are
    rounded alike.

    Args:
        source: The raster.
        model: The model.
        folder: Where caches are kept, each in a folder named after raster and model.
        device: `auto`, `cpu`, `cuda` or `mps`.
        most_megabytes: What all caches in the folder may take; of more, the tiles that have not been used for longest
            are removed.

    Attributes:
        model: The model.
        tile_geometry: Margin, stride and output stride of its network.
        tile_size: Rows and columns of a tile.
    """

    def __init__(
        self,
        source: RasterSource,
        model: ClusterModel,
        folder: str | Path,
        device: str = "auto",
        most_megabytes: int = 4096,
    ) -> None:
        self._source = source
        self.model = model
        self._clusterer = PixelClusterer(model, device)
        self._root = Path(folder)
        self._most_bytes = most_megabytes * 1_000_000
        self._recent: OrderedDict[TileIndex, TileFeatures] = OrderedDict()
        self.tile_geometry = self._clusterer.tile_geometry
        self.tile_size = round_up(TILE_SIZE, self.tile_geometry.stride)
        self._cells = source.grid.cells(self.tile_geometry.stride)
        self._folder = self._root / cache_name(source, model.fingerprint(), self.tile_geometry.stride)

    @property
    def grid(self) -> RasterGrid:
        """The pixels of the raster."""
        return self._source.grid

    @cached_property
    def raster_key(self) -> str:
        """What tells the raster from others, see `raster_key`."""
        return raster_key(self._source)

    def tiles_in(self, window: Window) -> list[TileIndex]:
        """The tiles that a window of the raster touches, those at its centre first."""
        inside = window.intersection(self._source.grid.window).relative_to(self._cells)
        if not inside.pixels:
            return []
        size = self.tile_size
        rows = range(inside.row // size, -(-inside.row_end // size))
        cols = range(inside.col // size, -(-inside.col_end // size))
        centre = inside.row + inside.rows / 2, inside.col + inside.cols / 2
        return sorted(
            ((row, col) for row in rows for col in cols),
            key=lambda tile: ((tile[0] + 0.5) * size - centre[0]) ** 2 + ((tile[1] + 0.5) * size - centre[1]) ** 2,
        )

    def window_of(self, index: TileIndex) -> Window:
        """The pixels of a tile; those at the edge of the raster reach beyond it."""
        row, col = (number * self.tile_size for number in index)
        return Window(row, col, self.tile_size, self.tile_size).shifted(self._cells.row, self._cells.col)

    def tiles_of(self, rows: IntArray, cols: IntArray) -> tuple[IntArray, IntArray]:
        """Rows and columns of the tiles on which some pixels of the raster lie."""
        return (rows - self._cells.row) // self.tile_size, (cols - self._cells.col) // self.tile_size

    def tile(self, index: TileIndex) -> TileFeatures:
        """A tile's features, from disk or computed and kept.

        Raises:
            ClusterNetError: The raster cannot be read.
        """
        return next(iter(self.tiles([index])))[1]

    def tiles(self, indices: Sequence[TileIndex]) -> Iterator[tuple[TileIndex, TileFeatures]]:
        """Some tiles, as `tile` gives them, one after the other; the network runs ahead of what follows it.

        Raises:
            ClusterNetError: The raster cannot be read.
        """
        with prefetched(self._kept_or_computed(index) for index in indices) as results:
            for index, result in zip(indices, results):
                tile = result if isinstance(result, TileFeatures) else self._keep(index, self._clustered(result))
                self._recent[index] = tile
                self._recent.move_to_end(index)
                while len(self._recent) > _MOST_RECENT:
                    self._recent.popitem(last=False)
                yield index, tile

    def _kept_or_computed(self, index: TileIndex) -> TileFeatures | _NetworkOutput:
        """A tile from memory or disk, or what the network gives for it."""
        if index in self._recent:
            return self._recent[index]
        folder = self._tile_folder(index)
        try:
            # Features are written first: what has its clusters is whole.
            clusters = np.load(folder / _CLUSTERS, allow_pickle=False)
            features = np.load(folder / _FEATURES, allow_pickle=False)
            os.utime(folder / _CLUSTERS)
            return TileFeatures(features, clusters)
        except (OSError, ValueError, EOFError):
            pass  # not there, or damaged: it is computed anew
        return self._computed(index)

    def _computed(self, index: TileIndex) -> _NetworkOutput:
        window, margin = self.window_of(index), self.tile_geometry.margin
        neighbours = self.tile_geometry.has_neighbours
        values, valid = read_normalised(self._source, window.expanded(margin), self.model.stats, neighbours)
        # What lies beyond the raster is reflected for the network, and no pixel of it.
        valid = valid[margin : margin + window.rows, margin : margin + window.cols] & self._source.grid.inside(window)
        return _NetworkOutput(self._clusterer.features(values).astype(np.float16) if valid.any() else None, valid)

    def _clustered(self, output: _NetworkOutput) -> TileFeatures:
        features, valid = output
        output_stride = self.tile_geometry.output_stride
        if features is None:
            samples = self.tile_size // output_stride + (output_stride > 1)
            features = np.zeros((self.model.feature_size, samples, samples), np.float16)
            return TileFeatures(features, valid.astype(np.uint16))
        # From what is kept, so that clusters are the same whether a tile was kept or has just been computed.
        distances = squared_distances(features.astype(np.float32), self.model.centroids)
        ids = nearest_clusters(distances, output_stride)
        return TileFeatures(features, np.where(valid, ids + np.uint16(1), np.uint16(0)))

    def _keep(self, index: TileIndex, tile: TileFeatures) -> TileFeatures:
        """Writes a tile, and gives it back; a full disk only means that it is computed again."""
        folder = self._tile_folder(index)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._describe()
            for name, array in ((_FEATURES, tile.features), (_CLUSTERS, tile.clusters)):
                with staged(folder / name) as temporary, temporary.open("wb") as file:
                    np.save(file, array, allow_pickle=False)
        except (ClusterNetError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
        self._make_room(folder)
        return tile

    def _describe(self) -> None:
        """Writes for people who find the folder what it is of."""
        about = self._folder / _ABOUT
        if not about.exists():
            text = {"raster": self._source.path, "bands": list(self._source.bands), "tile_size": self.tile_size}
            text["model"] = self.model.fingerprint()
            with staged(about) as temporary:
                temporary.write_text(json.dumps(text, indent=1), encoding="utf-8")

    def _make_room(self, newest: Path) -> None:
        """Removes tiles, but the newest, until all caches are within their size."""
        tiles = []
        for clusters in self._root.glob(f"*/*/{_CLUSTERS}"):
            try:
                size = clusters.stat().st_size + (clusters.parent / _FEATURES).stat().st_size
                tiles.append((clusters.stat().st_mtime_ns, size, clusters.parent))
            except OSError:
                continue  # another process has removed it
        total = sum(size for _, size, _ in tiles)
        for _, size, folder in sorted(tiles):
            if total <= self._most_bytes or folder == newest:
                break
            # Without its clusters a tile is not there, even if the rest cannot be removed.
            (folder / _CLUSTERS).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
            total -= size

    def _tile_folder(self, index: TileIndex) -> Path:
        return self._folder / f"{index[0]}_{index[1]}"

    def features_at(self, rows: IntArray, cols: IntArray) -> tuple[FloatArray, IntArray, IntArray]:
        """Features at the given pixels, without those that are not valid.

        Returns:
            Features of samples (samples, features); which of the given pixels are valid; and the sample of each of
            these, the nearest one: a stroke is wider than the space between them.
        """
        output_stride = self.tile_geometry.output_stride
        tile_rows, tile_cols = self.tiles_of(rows, cols)
        features = [np.zeros((0, self.model.feature_size), np.float32)]
        chosen, samples = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        count = 0
        for row, col in different_tiles(tile_rows, tile_cols):
            (pixels,) = np.nonzero((tile_rows == row) & (tile_cols == col))
            tile, window = self.tile((row, col)), self.window_of((row, col))
            down, right = rows[pixels] - window.row, cols[pixels] - window.col
            valid = tile.clusters[down, right] > 0
            width = tile.features.shape[2]
            nearest_row = (down[valid] + output_stride // 2) // output_stride
            nearest_col = (right[valid] + output_stride // 2) // output_stride
            flat, sample = np.unique(nearest_row * width + nearest_col, return_inverse=True)
            features.append(tile.features[:, flat // width, flat % width].T.astype(np.float32))
            chosen.append(pixels[valid])
            samples.append(count + sample)
            count += len(flat)
        return np.concatenate(features), np.concatenate(chosen), np.concatenate(samples)


def different_tiles(rows: IntArray, cols: IntArray) -> list[TileIndex]:
    """The different tiles among those of some pixels, as `FeatureCache.tiles_of` gives them, in order."""
    across = int(cols.max(initial=0)) + 1
    return [divmod(number, across) for number in np.unique(rows * across + cols).tolist()]


def cache_name(source: RasterSource, fingerprint: str, stride: int) -> str:
    """Names what features depend on: the raster's file as it is now, its bands, model, and where its cells begin."""
    grid, phase = source.grid, source.grid.phase(stride)
    path: str = source.path
    state = size_and_time(path) or ()  # none for what is no file of its own, such as a table in a GeoPackage
    if is_content_named(path):
        path, state = file_state(path)[0], ()
    settings: list[object] = [path, state, source.bands, grid.width, grid.height, fingerprint, TILE_SIZE]
    if source.evidence is not None:
        settings.append([file_state(other) for other in source.evidence.paths])
    # Folders from before there were phases have none in their names, and are those of the first.
    return key_of(FORMAT_VERSION, *settings, *([phase] if any(phase) else []))[:24]
