"""From a raster and a model to its cluster raster, tile by tile."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from . import bundle, device, networks
from .bundle import ClusterModel
from .errors import ModelError, RasterError
from .legend import cluster_legend
from .networks.contract import FeatureNetwork, upsampled
from .normalisation import read_normalised
from .options import TrainOptions
from .progress import Progress
from .raster import MODEL_METADATA, FloatArray, RasterGrid, RasterSource
from .raster_sink import RasterSink, label_type
from .seams import SeamCounter
from .tiling import Tile, TileGrid, Window, round_up

# What the process takes before the first tile: Python, torch, GDAL's cache.
_BASE_MEMORY_MB = 450
_LARGEST_TILE = 2048
_SMALLEST_TILE = 64
# Rows of features whose distances to all clusters are held at once.
_ROWS_AT_ONCE = 32


@dataclass(frozen=True)
class ClusterOutputs:
    """Where to write the results of clustering a raster; empty for what is not wanted."""

    clusters: str
    confidence: str = ""
    features: str = ""


class PixelClusterer:
    """A model ready to work: network, normalisation of features, centroids.

    Args:
        model: The model.
        device_name: `auto`, `cpu`, `cuda` or `mps`.

    Raises:
        ModelError: The weights do not fit the network.
    """

    def __init__(self, model: ClusterModel, device_name: str = "auto") -> None:
        self.model = model
        self.device = device.choose(device_name)
        self.network = network_for(model.options, model.bands)
        load_weights(self.network, model.weights)
        if self.network.feature_size != model.centroids.shape[1]:
            raise ModelError(
                f"The model's clusters have {model.centroids.shape[1]} features, its network gives "
                f"{self.network.feature_size}; copy or train it again."
            )
        self.network.to(self.device).eval()
        self._mean = torch.from_numpy(model.feature_mean).to(self.device).view(-1, 1, 1)
        self._scale = torch.from_numpy(model.feature_scale).to(self.device).view(-1, 1, 1)
        centroids = torch.from_numpy(model.centroids).to(self.device)
        self._slopes = -2 * centroids[:, :, None, None]
        self._offsets = (centroids**2).sum(1)

    @torch.inference_mode()
    def features(self, values: FloatArray) -> Tensor:
        """Features, as they are clustered, of a window read with the margin and normalised.

        Returns:
            (features, rows, cols) of the centre; with the network's spacing, see `FeatureNetwork.forward`.
        """
        image = torch.from_numpy(values)[None]
        image = image.to(self.device).contiguous(memory_format=torch.channels_last)
        normal: Tensor = (self.network(image)[0] - self._mean) * self._scale
        return normal

    @torch.inference_mode()
    def assign(self, features: Tensor) -> tuple[NDArray[np.int64], FloatArray]:
        """Cluster of each pixel (rows, cols), and how clear the choice was.

        Squared distances to centroids are interpolated between the pixels that have features: for the order of the
        centroids that is the same as interpolating the features, and cheaper. The second result is 1 - distance to the
        nearest over distance to the second nearest centroid.
        """
        squares = nn.functional.conv2d(features[None], self._slopes, self._offsets) + (features**2).sum(0)
        spacing = self.network.spacing
        ids, clear = [], []
        for start in range(0, squares.shape[-2] - (spacing > 1), _ROWS_AT_ONCE):
            part = squares[..., start : start + _ROWS_AT_ONCE + (spacing > 1), :]
            distances = upsampled(part, spacing)[0].clamp_min(0)
            if len(distances) < 2:
                two, order = distances.repeat(2, 1, 1) * torch.tensor([0.0, 1.0]).view(2, 1, 1), distances.long() * 0
            else:
                two, order = distances.topk(2, dim=0, largest=False)
            ids.append(order[0].cpu().numpy())
            clear.append((1 - (two[0] / two[1].clamp_min(1e-12)).sqrt()).cpu().numpy())
        return np.concatenate(ids), np.concatenate(clear)


def network_for(options: TrainOptions, bands: int) -> FeatureNetwork:
    """The network that the options name, untrained, what is random drawn from their seed."""
    torch.manual_seed(options.seed)
    return networks.build(options.network, bands=bands, width=options.width, input_filter=options.input_filter)


def load_weights(network: torch.nn.Module, weights: Any) -> None:
    """Puts a model's arrays into its network.

    Raises:
        ModelError: Names or shapes do not fit.
    """
    try:
        network.load_state_dict({name: torch.from_numpy(np.array(array)) for name, array in weights.items()})
    except (RuntimeError, TypeError) as error:
        raise ModelError(f"The model's weights do not fit its network; copy or train it again. ({error})") from error


def cluster_raster(
    path: str,
    model_path: str,
    outputs: ClusterOutputs,
    bands: Sequence[int] | None = None,
    extent: tuple[float, float, float, float] | None = None,
    device_name: str = "auto",
    memory_mb: int = 2048,
    tile_size: int = 0,
    progress: Progress = Progress(),  # noqa: B008 - stateless
) -> dict[str, Any]:
    """Writes the cluster of each pixel of a raster: same grid, 0 where the raster is not valid.

    Args:
        path: The raster.
        model_path: The model.
        outputs: What to write.
        bands: 1-based numbers; by default those of the training, or all but alpha.
        extent: (xmin, ymin, xmax, ymax) in the raster's reference system, snapped outwards to pixels.
        device_name: Where to compute.
        memory_mb: Bound on the memory of the process; it sets the tile size.
        tile_size: Overrides that.
        progress: Reports tiles.

    Returns:
        `cluster_count`: clusters that occur; `seam_index`: see SeamCounter; `tile_size`; `pixels`: valid ones.

    Raises:
        ClusterNetError: The model does not fit the raster, or nothing in it is valid.
    """
    model = bundle.load(model_path)
    with RasterSource(path, bands or model.band_numbers) as source:
        model.check_bands(len(source.bands), path)
        if tuple(source.band_names) != model.band_names and {*source.band_names} == {*model.band_names}:
            progress.say(
                f"The bands are {', '.join(source.band_names)}, those of the model {', '.join(model.band_names)}; "
                "give BANDS in the model's order if that is not meant."
            )
        window = source.grid.window_of(extent) if extent else source.grid.window
        clusterer = PixelClusterer(model, device_name)
        network = clusterer.network
        size = tile_size or _tile_size(network, model.clusters, bool(outputs.features), memory_mb, window)
        grid = TileGrid(window, size, network.margin, network.stride)
        progress.say(f"Clustering {window.cols} x {window.rows} pixels in {len(grid)} tiles")
        return _cluster_tiles(source, clusterer, grid, outputs, progress)


def _cluster_tiles(
    source: RasterSource, clusterer: PixelClusterer, grid: TileGrid, outputs: ClusterOutputs, progress: Progress
) -> dict[str, Any]:
    model = clusterer.model
    place = source.grid.cropped(grid.window)
    counts = np.zeros(model.clusters + 1, np.int64)
    seams = SeamCounter(grid)
    with ExitStack() as stack:
        sinks = _Sinks(stack, outputs, place, model)
        for tile in progress.track(grid, len(grid)):
            ids = _cluster_tile(source, clusterer, tile, sinks, grid.window)
            counts += np.bincount(ids.ravel(), minlength=len(counts))
            seams.add(tile, ids)
        if not counts[1:].any():
            raise RasterError("The raster has no valid pixel: every one is no data, masked or NaN. Choose another one.")
    return {
        "cluster_count": int((counts[1:] > 0).sum()),
        "seam_index": seams.index(),
        "tile_size": grid.tile_size,
        "pixels": int(counts[1:].sum()),
    }


class _Sinks:
    """The rasters being written."""

    def __init__(self, stack: ExitStack, outputs: ClusterOutputs, place: RasterGrid, model: ClusterModel) -> None:
        self.id_type = label_type(model.clusters)
        self.clusters = stack.enter_context(RasterSink(outputs.clusters, place, 1, self.id_type))
        self.clusters.set_legend(cluster_legend(model.clusters))
        self.clusters.set_metadata({MODEL_METADATA: model.fingerprint()})
        self.confidence = self._float(stack, outputs.confidence, place, ["confidence"])
        names = [f"feature {i}" for i in range(model.centroids.shape[1])]
        self.features = self._float(stack, outputs.features, place, names)

    @staticmethod
    def _float(stack: ExitStack, path: str, place: RasterGrid, names: list[str]) -> RasterSink | None:
        if not path:
            return None
        sink = stack.enter_context(RasterSink(path, place, len(names), "float32", math.nan))
        sink.set_band_names(names)
        return sink


def _cluster_tile(
    source: RasterSource, clusterer: PixelClusterer, tile: Tile, sinks: _Sinks, window: Window
) -> NDArray[np.generic]:
    values, valid = read_normalised(source, tile.read, clusterer.model.stats)
    margin = tile.margin
    inner = valid[margin : valid.shape[0] - margin, margin : valid.shape[1] - margin][tile.core_slices]
    target = tile.core.shifted(-window.row, -window.col)
    if not inner.any():  # nothing to see: spare the network, most of a rotated sheet may be empty
        ids = np.zeros(inner.shape, sinks.id_type)
        sinks.clusters.write(target, ids)
        return ids
    features = clusterer.features(values)
    clusters, clear = (array[tile.core_slices] for array in clusterer.assign(features))
    ids = np.where(inner, clusters + 1, 0).astype(sinks.id_type)
    sinks.clusters.write(target, ids)
    if sinks.confidence is not None:
        sinks.confidence.write(target, np.where(inner, clear, np.nan).astype(np.float32))
    if sinks.features is not None:
        rows, cols = tile.core_slices
        array = upsampled(features[None], clusterer.network.spacing)[0, :, rows, cols].cpu().numpy()
        sinks.features.write(target, np.where(inner, array, np.nan).astype(np.float32))
    return ids


def _tile_size(network: FeatureNetwork, clusters: int, with_features: bool, memory_mb: int, window: Window) -> int:
    """The largest tile whose arrays fit the memory, and no larger than the raster asks for."""
    distances = 4 * 2 * clusters / network.spacing**2
    features = 4 * network.feature_size * (3 if with_features else 2 / network.spacing**2)
    bytes_per_pixel = network.bytes_per_pixel + distances + features + 8 * network.bands
    pixels = max(memory_mb - _BASE_MEMORY_MB, 32) * 1e6 / bytes_per_pixel
    largest = max(min(int(math.sqrt(pixels)) - 2 * network.margin, _LARGEST_TILE), _SMALLEST_TILE)
    longer = max(window.rows, window.cols)
    # As many tiles as the largest would need, but of one size: the last would otherwise be mostly empty.
    return round_up(-(-longer // -(-longer // largest)), network.stride)
