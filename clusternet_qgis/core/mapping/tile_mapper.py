"""From a tile's pixels to its clusters: the same whoever asks, and in whatever order."""

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
from ..io.raster_source import WindowSource
from ..io.tiling import Tile, TileGrid, Window
from ..model.mapping_model import MappingModel
from ..selection.selection import ClusterSelection
from ..selection.splitting import ClusterSplitter
from .class_probabilities import ClassProbabilities

# Arrays of a tile by the name of the output that they are written to.
TileOutputs = dict[str, NDArray[np.generic]]


class PixelClusterer:
    """A model ready to work.

    Args:
        model: The model.
        device: `auto`, `cpu`, `cuda` or `mps`.

    Attributes:
        model: The model.
        engine: Runs its network.
        tile_geometry: Margin, stride and output stride of the network.

    Raises:
        ModelError: The weights do not fit the network.
        OptionsError: This machine has no such device, or the model cannot use it.
    """

    def __init__(self, model: MappingModel, device: str = "auto") -> None:
        self.model = model
        self.engine, self.tile_geometry = model.open_engine(device)

    def features(self, values: FloatArray) -> FloatArray:
        """Features, as they are clustered, of a window read with the margin and normalised.

        Returns:
            (features, rows, cols) of the centre; with the network's output stride, see `FeatureExtractor.forward`.
        """
        return self.engine.run(values, "features")[0]

    def assign(self, distances: FloatArray, features: FloatArray) -> Assignment:
        """The two nearest clusters of each pixel, from what the engine gives."""
        return assign(distances, features, self.tile_geometry.output_stride)


class TileValues(NamedTuple):
    """A tile as it was read.

    Attributes:
        tile: Which.
        valid: Valid pixels of its core (rows, cols).
        values: Normalised, with its margin (bands, rows + 2 margin, cols + 2 margin); None where nothing is valid.
    """

    tile: Tile
    valid: BoolArray
    values: FloatArray | None


class TileMapper:
    """Maps tiles in three steps, so that each can have a thread of its own: read, run the network, assign clusters.

    Args:
        source: The raster.
        model: The model.
        outputs: What is wanted: `clusters`, always, and `confidence`, `novelty`, `features`, `probabilities`.
        device: `auto`, `cpu`, `cuda` or `mps`.
        selection: Its splits give pixels of split clusters the ids of the children; its classes have probabilities.

    Attributes:
        clusterer: The model at work.
        outputs: What is wanted.
        needs_features: Whether the network has to give features beside distances.
        scores: Number of scores that tell children of split clusters apart, 0 without splits.
        clusters: Number of ids, those of children included.
        id_type: NumPy type of cluster rasters.
        class_names: Of the bands of `probabilities`.

    Raises:
        SelectionError: The selection was made with another model.
        ModelError: The weights do not fit the network.
        OptionsError: This machine has no such device, or the model cannot use it.
    """

    def __init__(
        self,
        source: WindowSource,
        model: MappingModel,
        outputs: Collection[str] = ("clusters",),
        device: str = "auto",
        selection: ClusterSelection | None = None,
    ) -> None:
        self._source = source
        self.outputs = frozenset(outputs)
        self.clusterer = PixelClusterer(model, device)
        chosen = selection or ClusterSelection(())
        self._splitter = _splitter_of(chosen, model)
        self._probabilities = (
            ClassProbabilities(chosen, model.clusters, model.mean_distance) if "probabilities" in self.outputs else None
        )
        self.class_names = self._probabilities.names if self._probabilities else []
        self.scores, self.clusters = len(self._splitter.weights), self._splitter.clusters
        self.id_type = label_type(self.clusters)
        self.needs_features = bool(self.outputs - {"clusters", "probabilities"} or self._splitter)
        self._network_outputs = ("distances", "features") if self.needs_features else ("distances",)

    def tiles(self, window: Window, tile_size: int) -> TileGrid:
        """The tiles of a window of the raster.

        Raises:
            OptionsError: The tile size is no multiple of the network's stride.
        """
        tile_geometry = self.clusterer.tile_geometry
        phase = self._source.grid.phase(tile_geometry.stride)
        return TileGrid(window, tile_size, tile_geometry.margin, tile_geometry.stride, phase)

    def read(self, tile: Tile) -> TileValues:
        """A tile's values, and which pixels of its core are valid."""
        margin = tile.margin
        neighbours = self.clusterer.tile_geometry.has_neighbours
        values, valid = read_normalised(self._source, tile.read, self.clusterer.model.stats, neighbours)
        core = valid[margin : valid.shape[0] - margin, margin : valid.shape[1] - margin][tile.core_slices]
        # Most of a rotated sheet may be empty: that spares the network.
        return TileValues(tile, core.copy(), values if core.any() else None)

    def run(self, read: TileValues) -> list[FloatArray]:
        """Distances, and features if anything asks for them, from the network; nothing where nothing is valid."""
        return [] if read.values is None else self.clusterer.engine.run(read.values, *self._network_outputs)

    def assign(self, read: TileValues, network_outputs: Sequence[FloatArray]) -> TileOutputs:
        """What is to be written of a tile; of one without a valid pixel only the clusters."""
        rows, cols = read.tile.core_slices
        ids = np.zeros(read.valid.shape, self.id_type)
        outputs: TileOutputs = {"clusters": ids}
        if not network_outputs:
            return outputs
        clusters, assignment = self._clusters(network_outputs)
        np.add(clusters[rows, cols], 1, out=ids, where=read.valid, dtype=self.id_type, casting="unsafe")
        nothing = np.float32(math.nan)
        if assignment is not None:
            assignment = assignment.part(rows, cols)
            if "confidence" in self.outputs:
                outputs["confidence"] = np.where(read.valid, assignment.confidence(), nothing)
            if "novelty" in self.outputs:
                novelty = assignment.novelty(self.clusterer.model.mean_distance)
                outputs["novelty"] = np.where(read.valid, novelty, nothing)
        if self._probabilities is not None:
            stride = self.clusterer.tile_geometry.output_stride
            scores = self._splitter.scores(network_outputs[1]) if self._splitter else None
            probabilities = self._probabilities.of(network_outputs[0], scores, stride)[:, rows, cols]
            outputs["probabilities"] = np.where(read.valid, probabilities, nothing)
        if "features" in self.outputs:
            full = interpolated(network_outputs[1], self.clusterer.tile_geometry.output_stride)[:, rows, cols]
            outputs["features"] = np.where(read.valid, full, nothing)
        return outputs

    def fits(self, tile: Tile, outputs: TileOutputs) -> bool:
        """Whether arrays are what `assign` gives for a tile."""
        core = (tile.core.rows, tile.core.cols)
        features = self.clusterer.model.feature_size
        shapes = {"clusters": core, "confidence": core, "novelty": core, "features": (features, *core)}
        shapes["probabilities"] = (len(self.class_names), *core)
        ids = outputs.get("clusters")
        if ids is None or ids.dtype != self.id_type or ids.shape != core or ids.max() > self.clusters:
            return False
        # Of a tile without a valid pixel there are only the clusters.
        names = {*self.outputs} if ids.any() else {"clusters"}
        others = names - {"clusters"}
        return {*outputs} == names and all(
            outputs[name].dtype == np.float32 and outputs[name].shape == shapes[name] for name in others
        )

    def _clusters(
        self, network_outputs: Sequence[FloatArray]
    ) -> tuple[NDArray[np.unsignedinteger[Any]], Assignment | None]:
        """The cluster or child of each pixel, and the two nearest clusters if anything asks for them."""
        distances, output_stride = network_outputs[0], self.clusterer.tile_geometry.output_stride
        assignment = None
        if self.outputs & {"confidence", "novelty"}:
            assignment = self.clusterer.assign(distances, network_outputs[1])
            clusters = assignment.clusters
        else:
            clusters = nearest_clusters(distances, output_stride)
        if self._splitter:
            clusters = self._splitter.split(clusters, network_outputs[1], output_stride)
        return clusters, assignment


def _splitter_of(selection: ClusterSelection, model: MappingModel) -> ClusterSplitter:
    """What splits a model's clusters.

    Raises:
        SelectionError: The selection was made with another model.
    """
    selection.check_model(model.fingerprint())
    selection.check_splits(model.clusters, model.feature_size)
    return ClusterSplitter(selection, model.clusters)
