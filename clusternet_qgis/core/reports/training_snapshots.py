"""Snapshots of a training for its report: example maps of some epochs, and the last features."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, ByteArray, FloatArray
from ..clustering.assignment import nearest_clusters
from ..io.flat_borders import open_imagery
from ..io.legend import cluster_legend
from ..io.nodata_fill import read_normalised
from ..io.normalisation import NormalisationStats
from ..io.palette import OTHER_COLOUR
from ..io.raster_source import RasterSource
from ..io.tiling import Window, round_up
from ..mapping.imagery import open_for_model
from ..model import devices
from ..model.cluster_model import ClusterModel
from ..model.torch_engine import TorchEngine
from .pictures import RgbRenderer, to_bytes

SIDE = 192
EXAMPLES = 2
MOST_EPOCHS = 8
_CANDIDATES = 40
_SAMPLES_KEPT = 20_000


@dataclass(frozen=True)
class Example:
    """A window of the raster as an image (rows, cols, 3), and images of its cluster map by epoch."""

    image: ByteArray
    maps: dict[int, ByteArray]


class TrainingSnapshots:
    """Takes snapshots of a training for its report; it is called after each epoch.

    Args:
        raster: Path of the raster of which examples are shown.
        bands: 1-based numbers; empty for all but an alpha band.
        keep_flat_borders: Whether flat black or white borders are a part of the image; see `flat_borders`.

        extra: EXTRA rasters of the training.

    Attributes:
        keep_flat_borders: As given.
        extra: As given.
        examples: The examples, each with its maps so far.
        features: Some features of the last epoch (samples, features).
    """

    def __init__(
        self, raster: str, bands: tuple[int, ...] = (), keep_flat_borders: bool = False, extra: tuple[str, ...] = ()
    ) -> None:
        self._raster, self._bands, self.keep_flat_borders, self.extra = raster, bands, keep_flat_borders, extra
        self._first_epoch: int | None = None
        self._windows: list[Window] = []
        self.examples: list[Example] = []
        self.features = np.zeros((0, 1), np.float32)

    def __call__(self, model: ClusterModel, features: FloatArray) -> None:
        """Takes a snapshot after an epoch.

        Args:
            model: The model after this epoch.
            features: Features of a sample of pixels, as they are clustered (samples, features).
        """
        generator = np.random.default_rng(model.options.seed)
        self.features = features[generator.permutation(len(features))[:_SAMPLES_KEPT]]
        epochs = model.options.epochs
        shown = np.unique(np.linspace(0, epochs, min(epochs + 1, MOST_EPOCHS)).round().astype(int))
        if self._first_epoch is None:  # a continued training does not start at 0
            self._first_epoch = model.epochs_done
        if model.epochs_done - self._first_epoch in shown:
            self._draw(model)

    def open_raster(self) -> RasterSource:
        """Opens the raster of the examples."""
        return open_imagery(self._raster, self._bands or None, self.keep_flat_borders)

    def _draw(self, model: ClusterModel) -> None:
        mapped = model.in_torch()
        engine, network = TorchEngine(mapped, devices.choose(model.options.device)), mapped.network
        with open_for_model(self._raster, model, self._bands, self.keep_flat_borders, self.extra) as source:
            if not self._windows:
                self._choose_windows(source, model.stats, network.stride)
            for window, example in zip(self._windows, self.examples):
                values, _ = read_normalised(source, window.expanded(network.margin), model.stats)
                (distances,) = engine.run(values, "distances")
                ids = nearest_clusters(distances, network.output_stride)
                _, valid = source.read(window)
                inside = window.intersection(source.grid.window).relative_to(window).slices()
                example.maps[model.epochs_done] = _coloured(ids, valid, model)[inside]

    def _choose_windows(self, source: RasterSource, stats: NormalisationStats, stride: int) -> None:
        """Chooses the windows with the largest variation of values among some random ones."""
        grid = source.grid
        side = min(SIDE, round_up(max(grid.width, grid.height), stride))
        cells = grid.cells(stride)
        corners = [
            (row, col) for row in range(cells.row, grid.height, side) for col in range(cells.col, grid.width, side)
        ]
        chosen = np.random.default_rng(0).permutation(len(corners))[:_CANDIDATES]
        windows = [Window(corners[i][0], corners[i][1], side, side) for i in chosen]
        windows.sort(key=lambda window: -_variation(source, window, stats))
        renderer = RgbRenderer(source.band_names, stats.mean, stats.std)
        for window in windows[:EXAMPLES]:
            inside = window.intersection(grid.window)
            values, valid = source.read(inside)
            colours = np.where(valid[..., None], renderer.render(values), 1.0)
            self._windows.append(window)
            self.examples.append(Example(to_bytes(colours), {}))


def _variation(source: RasterSource, window: Window, stats: NormalisationStats) -> float:
    """Mean standard deviation of the valid values of a window, times the share of valid pixels."""
    values, valid = source.read(window.intersection(source.grid.window))
    if not valid.any():
        return 0.0
    return float(stats.apply(values, valid)[:, valid].std(1).mean() * valid.sum() / window.pixels)


def _coloured(ids: NDArray[np.uint16], valid: BoolArray, model: ClusterModel) -> ByteArray:
    """An image of a cluster map in the colours of the clusters; no data is grey."""
    colours = np.array([entry.colour for entry in cluster_legend(model.clusters, model.colours)], np.uint8)
    return np.where(valid[..., None], colours[ids], np.array(OTHER_COLOUR, np.uint8))
