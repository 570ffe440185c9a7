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
from torch import Tensor

from . import bundle, device
from .bundle import ClusterModel
from .errors import ModelError, RasterError
from .features import features_for
from .legend import cluster_legend
from .progress import Progress
from .raster import MODEL_METADATA, BoolArray, FloatArray, RasterGrid, RasterSource
from .raster_sink import RasterSink, label_type
from .seams import SeamCounter
from .tiling import Tile, TileGrid, Window, round_up

# What the process takes before the first tile: Python, torch, GDAL's cache.
_BASE_MEMORY_MB = 450
_LARGEST_TILE = 1024
_SMALLEST_TILE = 64


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
        self.extractor = features_for(model.options, model.bands)
        load_weights(self.extractor.network, model.weights)
        self.extractor.to(self.device).eval()
        self._mean = torch.from_numpy(model.feature_mean).to(self.device)
        self._scale = torch.from_numpy(model.feature_scale).to(self.device)
        self._centroids = torch.from_numpy(model.centroids).to(self.device)

    @torch.inference_mode()
    def features(self, values: FloatArray, valid: BoolArray) -> Tensor:
        """Normalised features (rows, cols, features) of the centre of a window read with the margin."""
        image = torch.from_numpy(self.model.stats.apply(values, valid))[None]
        image = image.to(self.device).contiguous(memory_format=torch.channels_last)
        features = self.extractor(image)[0].permute(1, 2, 0)
        normal: Tensor = (features - self._mean) * self._scale
        return normal

    @torch.inference_mode()
    def assign(self, features: Tensor, margin_wanted: bool = False) -> tuple[Tensor, Tensor | None]:
        """Cluster of each pixel, and how clear the choice was.

        Args:
            features: (rows, cols, features).
            margin_wanted: Whether the second result is wanted.

        Returns:
            Cluster ids (rows, cols), and 1 - distance to the nearest over distance to the second nearest centroid.
        """
        centroids = self._centroids
        flat = features.reshape(-1, features.shape[-1])
        # |x - c|^2 without |x|^2, which does not change the order.
        scores = torch.addmm((centroids**2).sum(1), flat, centroids.T, alpha=-2)
        if not margin_wanted or len(centroids) < 2:
            clear = torch.ones(features.shape[:2]) if margin_wanted else None
            return scores.argmin(1).reshape(features.shape[:2]), clear
        two, ids = scores.topk(2, dim=1, largest=False)
        distances = (two + (flat**2).sum(1, keepdim=True)).clamp_min(0).sqrt()
        margin = 1 - distances[:, 0] / distances[:, 1].clamp_min(1e-12)
        return ids[:, 0].reshape(features.shape[:2]), margin.reshape(features.shape[:2])


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
        bands: 1-based numbers; by default all but alpha.
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
    with RasterSource(path, bands) as source:
        model.check_bands(len(source.bands), path)
        window = source.grid.window_of(extent) if extent else source.grid.window
        clusterer = PixelClusterer(model, device_name)
        margin, stride = clusterer.extractor.margin, clusterer.extractor.stride
        size = tile_size or _tile_size(model, stride, margin, memory_mb, window)
        grid = TileGrid(window, size, margin, stride)
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
    values, valid = source.read(tile.read)
    margin = tile.margin
    inner = valid[margin : valid.shape[0] - margin, margin : valid.shape[1] - margin][tile.core_slices]
    target = tile.core.shifted(-window.row, -window.col)
    if not inner.any():  # nothing to see: spare the network, most of a rotated sheet may be empty
        ids = np.zeros(inner.shape, sinks.id_type)
        sinks.clusters.write(target, ids)
        return ids
    rows, cols = tile.core_slices
    features = clusterer.features(values, valid)[rows, cols]
    clusters, clear = clusterer.assign(features, sinks.confidence is not None)
    ids = np.where(inner, clusters.cpu().numpy() + 1, 0).astype(sinks.id_type)
    sinks.clusters.write(target, ids)
    if sinks.confidence is not None and clear is not None:
        sinks.confidence.write(target, np.where(inner, clear.cpu().numpy(), np.nan).astype(np.float32))
    if sinks.features is not None:
        array = features.cpu().numpy().transpose(2, 0, 1)
        sinks.features.write(target, np.where(inner, array, np.nan).astype(np.float32))
    return ids


def _tile_size(model: ClusterModel, stride: int, margin: int, memory_mb: int, window: Window) -> int:
    """The largest tile whose arrays fit the memory, and no larger than the raster asks for."""
    # Activations at full resolution, input and output of a convolution and a skip, and the scores of all clusters.
    bytes_per_pixel = 4 * (6 * max(model.options.width, 32) + 3 * model.bands + 3 * model.clusters + 100)
    pixels = max(memory_mb - _BASE_MEMORY_MB, 32) * 1e6 / bytes_per_pixel
    largest = max(min(int(math.sqrt(pixels)) - 2 * margin, _LARGEST_TILE), _SMALLEST_TILE)
    longer = max(window.rows, window.cols)
    # As many tiles as the largest would need, but of one size: the last would otherwise be mostly empty.
    return round_up(-(-longer // -(-longer // largest)), stride)
