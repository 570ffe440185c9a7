"""Features of a raster's tiles, kept on disk so that strokes need no network."""

from __future__ import annotations

import hashlib
import json
import math
import os
import shutil
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray
from ..clustering.assignment import nearest_clusters, squared_distances
from ..errors import ClusterNetError
from ..io.nodata_fill import read_normalised
from ..io.raster_source import RasterSource
from ..io.tiling import Tile, Window, round_up
from ..mapping.tile_mapper import PixelClusterer
from ..model.cluster_model import ClusterModel
from ..prefetching import prefetched
from ..progress import Progress
from ..staging import staged
from .stroke_classifier import Surroundings, surroundings_of

IntArray = NDArray[np.int64]

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


class FeatureCache:
    """Features of the tiles of a raster under a model.

    A tile is computed whole and with one size wherever it lies, so that its features are the same to the last bit
    whoever asks for which part first. They are kept in half precision, and those that just have been computed are
    rounded alike.

    Args:
        source: The raster.
        model: The model.
        device: Where to compute.
        folder: Where caches are kept, each in a folder named after raster and model.
        most_megabytes: What all caches in the folder may take; of more, the tiles that have not been used for longest
            are removed.
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
        self._folder = self._root / cache_name(source, model.fingerprint())
        self._most_bytes = most_megabytes * 1_000_000
        self._recent: OrderedDict[tuple[int, int], TileFeatures] = OrderedDict()
        self._surroundings: dict[Any, Surroundings] = {}
        self.tile_geometry = self._clusterer.tile_geometry
        self.tile_size = round_up(TILE_SIZE, self.tile_geometry.stride)

    def tiles(self, window: Window) -> list[tuple[int, int]]:
        """Row and column of the tiles that a window of the raster touches, the middle ones first."""
        inside = window.intersection(self._source.grid.window)
        if not inside.pixels:
            return []
        size = self.tile_size
        rows = range(inside.row // size, -(-inside.row_end // size))
        cols = range(inside.col // size, -(-inside.col_end // size))
        middle = inside.row + inside.rows / 2, inside.col + inside.cols / 2
        return sorted(
            ((row, col) for row in rows for col in cols),
            key=lambda at: ((at[0] + 0.5) * size - middle[0]) ** 2 + ((at[1] + 0.5) * size - middle[1]) ** 2,
        )

    def has(self, row: int, col: int) -> bool:
        """Whether a tile is on disk."""
        return (self._place(row, col) / _CLUSTERS).exists()

    def tile(self, row: int, col: int) -> TileFeatures:
        """A tile's features, from disk or computed and kept.

        Raises:
            ClusterNetError: The raster cannot be read.
        """
        return next(iter(self.several([(row, col)])))[1]

    def several(self, places: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], TileFeatures]]:
        """Some tiles, as `tile` gives them, each with its place; the network runs ahead of what follows it.

        Raises:
            ClusterNetError: The raster cannot be read.
        """
        with prefetched(self._begun(*place) for place in places) as begun:
            for place, found in zip(places, begun):
                if not isinstance(found, TileFeatures):
                    found = self._clustered(*found)
                    self._keep(self._place(*place), found)
                self._recent[place] = found
                self._recent.move_to_end(place)
                while len(self._recent) > _MOST_RECENT:
                    self._recent.popitem(last=False)
                yield place, found

    def _begun(self, row: int, col: int) -> TileFeatures | tuple[NDArray[np.float16] | None, BoolArray]:
        """A tile from memory or disk, or what it is computed from."""
        if (row, col) in self._recent:
            return self._recent[row, col]
        place = self._place(row, col)
        try:
            # Features are written first: what has its clusters is whole.
            clusters = np.load(place / _CLUSTERS, allow_pickle=False)
            features = np.load(place / _FEATURES, allow_pickle=False)
            os.utime(place / _CLUSTERS)
            return TileFeatures(features, clusters)
        except (OSError, ValueError, EOFError):
            pass  # not there, or damaged: it is computed anew
        return self._computed(row, col)

    def _computed(self, row: int, col: int) -> tuple[NDArray[np.float16] | None, BoolArray]:
        """A tile's features, None if none of it is valid, and which pixels are."""
        size, margin = self.tile_size, self.tile_geometry.margin
        core = Window(row * size, col * size, size, size)
        tile = Tile(core, core.expanded(margin), margin)
        values, valid = read_normalised(self._source, tile.read, self.model.stats)
        inner = valid[margin : margin + size, margin : margin + size].copy()
        # What lies beyond the raster is reflected for the network, and no pixel of it.
        inside = core.intersection(self._source.grid.window).shifted(-core.row, -core.col)
        outside = np.ones_like(inner)
        outside[inside.slices()] = False
        inner[outside] = False
        return self._clusterer.features(values).astype(np.float16) if inner.any() else None, inner

    def _clustered(self, features: NDArray[np.float16] | None, inner: BoolArray) -> TileFeatures:
        if features is not None:
            # From what is kept, so that clusters are the same whether a tile was kept or has just been computed.
            distances = squared_distances(features.astype(np.float32), self.model.centroids)
            ids = nearest_clusters(distances, self.tile_geometry.output_stride)
            return TileFeatures(features, np.where(inner, ids + np.uint16(1), np.uint16(0)))
        output_stride = self.tile_geometry.output_stride
        samples = self.tile_size // output_stride + (output_stride > 1)
        nothing = np.zeros((self.model.centroids.shape[1], samples, samples), np.float16)
        return TileFeatures(nothing, inner.astype(np.uint16))

    def _keep(self, place: Path, found: TileFeatures) -> None:
        """Writes a tile; a full disk only means that it is computed again."""
        try:
            place.mkdir(parents=True, exist_ok=True)
            self._describe()
            with staged(place / _FEATURES) as temporary, temporary.open("wb") as file:
                np.save(file, found.features, allow_pickle=False)
            with staged(place / _CLUSTERS) as temporary, temporary.open("wb") as file:
                np.save(file, found.clusters, allow_pickle=False)
        except (ClusterNetError, OSError):
            shutil.rmtree(place, ignore_errors=True)
        self._make_room(place)

    def _describe(self) -> None:
        """Says in a file what the folder is of, for people who find it."""
        about = self._folder / _ABOUT
        if not about.exists():
            text = {"raster": self._source.path, "bands": list(self._source.bands), "tile_size": self.tile_size}
            text["model"] = self.model.fingerprint()
            with staged(about) as temporary:
                temporary.write_text(json.dumps(text, indent=1), encoding="utf-8")

    def _make_room(self, newest: Path) -> None:
        tiles = []
        for kept in self._root.glob(f"*/*/{_CLUSTERS}"):
            try:
                size = kept.stat().st_size + (kept.parent / _FEATURES).stat().st_size
                tiles.append((kept.stat().st_mtime_ns, size, kept.parent))
            except OSError:
                continue  # another process has removed it
        total = sum(size for _, size, _ in tiles)
        for _, size, place in sorted(tiles):
            if total <= self._most_bytes or place == newest:
                break
            # Without its clusters a tile is not there, even if the rest cannot be removed.
            (place / _CLUSTERS).unlink(missing_ok=True)
            shutil.rmtree(place, ignore_errors=True)
            total -= size

    def _place(self, row: int, col: int) -> Path:
        return self._folder / f"{row}_{col}"

    def at(self, rows: IntArray, cols: IntArray) -> tuple[FloatArray, IntArray, IntArray]:
        """Features of those of some pixels that are valid.

        Returns:
            Features of samples (samples, features); which of the given pixels are valid; and the sample of each of
            these, the nearest one: a stroke is wider than the space between them.
        """
        tile_rows, tile_cols = rows // self.tile_size, cols // self.tile_size
        features = [np.zeros((0, self.model.centroids.shape[1]), np.float32)]
        chosen, samples = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        count = 0
        for row, col in sorted(set(zip(tile_rows.tolist(), tile_cols.tolist()))):
            (which,) = np.nonzero((tile_rows == row) & (tile_cols == col))
            found = self.tile(row, col)
            down, right = rows[which] - row * self.tile_size, cols[which] - col * self.tile_size
            valid = found.clusters[down, right] > 0
            output_stride, width = self.tile_geometry.output_stride, found.features.shape[2]
            places = (down[valid] + output_stride // 2) // output_stride * width + (
                right[valid] + output_stride // 2
            ) // output_stride
            places, sample = np.unique(places, return_inverse=True)
            features.append(found.features[:, places // width, places % width].T.astype(np.float32))
            chosen.append(which[valid])
            samples.append(count + sample)
            count += len(places)
        return np.concatenate(features), np.concatenate(chosen), np.concatenate(samples)

    def surroundings(self, tiles: tuple[tuple[int, int], ...], most: int, progress: Progress) -> Surroundings:
        """At most so many pixels of each of some tiles; those of the last tiles asked for are remembered."""
        if (tiles, most) not in self._surroundings:
            parts = [self._around(row, col, most) for row, col in progress.track(tiles, len(tiles))]
            self._surroundings = {(tiles, most): surroundings_of(np.concatenate(parts), self.model.centroids)}
        return self._surroundings[tiles, most]

    def _around(self, row: int, col: int, most: int) -> FloatArray:
        """Features of at most so many pixels of a tile, evenly spread (pixels, features)."""
        found = self.tile(row, col)
        output_stride = self.tile_geometry.output_stride
        valid = found.clusters[::output_stride, ::output_stride] > 0
        features = found.features[:, : valid.shape[0], : valid.shape[1]]
        step = max(math.ceil(math.sqrt(valid.size / max(most, 1))), 1)
        return np.asarray(features[:, ::step, ::step][:, valid[::step, ::step]].T, np.float32)


def cache_name(source: RasterSource, fingerprint: str) -> str:
    """Names what features depend on: the raster's file as it is now, its bands, and the model."""
    try:
        status = Path(source.path).stat()
        state = [status.st_size, status.st_mtime_ns]
    except OSError:  # not a file of its own, such as a table in a GeoPackage
        state = []
    grid = source.grid
    text = json.dumps(
        [FORMAT_VERSION, str(source.path), state, list(source.bands), grid.width, grid.height, fingerprint, TILE_SIZE]
    )
    return hashlib.sha256(text.encode()).hexdigest()[:24]
