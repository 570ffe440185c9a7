"""What mapping needs of a model, whichever kind of file it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..arrays import FloatArray
from ..io.evidence_recipe import Evidence
from ..io.normalisation import NormalisationStats
from ..io.palette import Colour
from .tile_geometry import TileGeometry


class Engine(Protocol):
    """Runs a model's network and measures distances to its centroids."""

    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """Of a window that was read with the margin and normalised (bands, rows + 2 margin, cols + 2 margin).

        Args:
            values: The window.
            outputs: Which to give: `features` as they are clustered, and `distances`, squared, to all centroids.

        Returns:
            (features or clusters, rows, cols) each; with the network's output stride, see `FeatureExtractor.forward`.

        Raises:
            Cancelled: It was stopped.
        """

    def stop(self) -> None:
        """From another thread: ends `run` as soon as it can, if it can."""


class MappingModel(Protocol):
    """A model that can be mapped with: a `ClusterModel` or an `OnnxModel`."""

    @property
    def band_names(self) -> tuple[str, ...]:
        """Of the bands that the network takes, in order."""

    @property
    def band_numbers(self) -> tuple[int, ...]:
        """Numbers in the rasters of the training, from 1; empty for all bands."""

    @property
    def bands(self) -> int:
        """Number of bands of the input."""

    @property
    def stats(self) -> NormalisationStats:
        """Normalisation of the input."""

    @property
    def clusters(self) -> int:
        """Number of clusters."""

    @property
    def colours(self) -> Sequence[Colour]:
        """Of the clusters, as they look in the training; empty for models that do not say."""

    @property
    def feature_size(self) -> int:
        """Length of a feature vector."""

    @property
    def mean_distance(self) -> float:
        """Mean squared distance of a training pixel to its centroid."""

    @property
    def embedding(self) -> str:
        """Which embeddings the bands are, and of which version; empty if they are none."""

    @property
    def evidence(self) -> Evidence | None:
        """What the network sees beside the bands; None for nothing."""

    def fingerprint(self) -> str:
        """Identifies the clusters: equal for models that give equal cluster rasters."""

    def check_bands(self, bands: int, path: str) -> None:
        """Raises ModelError unless a raster has as many bands as the network takes."""

    def open_engine(self, device: str = "auto") -> tuple[Engine, TileGeometry]:
        """The fastest engine there is for the model, and how tiles must be cut for it.

        Args:
            device: `auto`, `cpu`, `cuda` or `mps`.

        Raises:
            ModelError: The weights do not fit the network.
            OptionsError: This machine has no such device, or the model cannot use it.
        """
