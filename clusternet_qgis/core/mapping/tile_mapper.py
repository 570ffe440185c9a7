"""What a model says of the tiles of a raster, each by itself: the same whoever asks, and in whatever order."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray
from ..clustering.assignment import Assignment, assign, interpolated, nearest_clusters
from ..io.nodata_fill import read_normalised
from ..io.raster_sink import label_type
from ..io.raster_source import RasterSource
from ..io.tiling import Tile
from ..model.engines import open_engine
from ..model.load import MappingModel
from ..selection.selection import ClusterSelection
from ..selection.splitting import ClusterSplitter

Written = dict[str, NDArray[np.generic]]


def splitter_of(selection: ClusterSelection | None, model: MappingModel) -> ClusterSplitter:
    """What splits a model's clusters; nothing without a selection.

    Raises:
        SelectionError: It was made with another model.
    """
    selection = selection or ClusterSelection(())
    selection.check_model(model.fingerprint())
    selection.check_splits(model.clusters, model.feature_size)
    return ClusterSplitter(selection, model.clusters)


class PixelClusterer:
    """A model ready to work.

    Args:
        model: The model.
        device: `auto`, `cpu`, `cuda` or `mps`.

    Raises:
        ModelError: The weights do not fit the network.
    """

    def __init__(self, model: MappingModel, device: str = "auto") -> None:
        self.model = model
        self.engine, self.tile_geometry = open_engine(model, device)

    def features(self, values: FloatArray) -> FloatArray:
        """Features, as they are clustered, of a window read with the margin and normalised.

        Returns:
            (features, rows, cols) of the centre; with the network's output stride, see `FeatureExtractor.forward`.
        """
        return self.engine.run(values, "features")[0]

    def assign(self, distances: FloatArray) -> Assignment:
        """The two nearest clusters of each pixel."""
        return assign(distances, self.tile_geometry.output_stride)


class TileValues(NamedTuple):
    """A tile as it was read.

    Attributes:
        tile: Where.
        valid: (rows, cols) of its core.
        values: Normalised, with its margin; None where nothing is valid.
    """

    tile: Tile
    valid: BoolArray
    values: FloatArray | None


class TileMapper:
    """Reads tiles, runs the network on them, and says what is to be written of each: in one step, or in three.

    Args:
        source: The raster.
        clusterer: The model.
        splitter: Splits clusters.
        outputs: What is wanted: `clusters`, always, and `confidence`, `novelty`, `features`.
    """

    def __init__(
        self, source: RasterSource, clusterer: PixelClusterer, splitter: ClusterSplitter, outputs: Collection[str]
    ) -> None:
        self._source, self.clusterer, self._splitter, self._outputs = source, clusterer, splitter, frozenset(outputs)
        self.id_type = label_type(splitter.clusters)
        self._asked = ("distances", "features") if "features" in outputs or splitter else ("distances",)

    def map(self, tile: Tile) -> Written:
        """What is written of a tile, by output."""
        read = self.read(tile)
        return self.written(read, self.run(read))

    def read(self, tile: Tile) -> TileValues:
        """A tile's values, and which pixels of its core are valid."""
        values, valid = read_normalised(self._source, tile.read, self.clusterer.model.stats)
        margin = tile.margin
        inner = valid[margin : valid.shape[0] - margin, margin : valid.shape[1] - margin][tile.core_slices]
        # Most of a rotated sheet may be empty: that spares the network.
        return TileValues(tile, inner.copy(), values if inner.any() else None)

    def run(self, read: TileValues) -> list[FloatArray]:
        """What the network says: distances, and features if anything asks for them; nothing where nothing is valid."""
        return [] if read.values is None else self.clusterer.engine.run(read.values, *self._asked)

    def written(self, read: TileValues, found: Sequence[FloatArray]) -> Written:
        """What is written of a tile, by output."""
        rows, cols = read.tile.core_slices
        ids = np.zeros(read.valid.shape, self.id_type)
        written: Written = {"clusters": ids}
        if not found:
            return written
        clusters, assignment = self._clusters(found)
        np.add(clusters[rows, cols], 1, out=ids, where=read.valid, dtype=self.id_type, casting="unsafe")
        nothing = np.float32(math.nan)
        if assignment is not None:
            assignment = assignment.part(rows, cols)
            if "confidence" in self._outputs:
                written["confidence"] = np.where(read.valid, assignment.confidence(), nothing)
            if "novelty" in self._outputs:
                novelty = assignment.novelty(self.clusterer.model.mean_distance)
                written["novelty"] = np.where(read.valid, novelty, nothing)
        if "features" in self._outputs:
            full = interpolated(found[1], self.clusterer.tile_geometry.output_stride)[:, rows, cols]
            written["features"] = np.where(read.valid, full, nothing)
        return written

    def _clusters(self, found: Sequence[FloatArray]) -> tuple[NDArray[np.unsignedinteger[Any]], Assignment | None]:
        """The cluster or child of each pixel, and the two nearest clusters if anything asks for them."""
        output_stride = self.clusterer.tile_geometry.output_stride
        assignment = None
        if self._outputs & {"confidence", "novelty"}:
            assignment = self.clusterer.assign(found[0])
            clusters = assignment.clusters
        else:
            clusters = nearest_clusters(found[0], output_stride)
        return self._splitter.split(clusters, found[1], output_stride) if self._splitter else clusters, assignment
