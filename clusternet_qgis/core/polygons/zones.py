"""Zonal statistics of other rasters in each region: its mean confidence and its clusters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ..arrays import DoubleArray, Int32Array, IntArray
from ..io.confidence import ConfidenceRaster
from ..io.grid import RasterGrid
from ..io.reference import NearestRaster
from ..io.tiling import Window

# Clusters with a smaller share of a region are left out: single pixels at its border may be of nearly any cluster.
SMALLEST_SHARE = 0.05
_CLUSTER_BITS = 17  # cluster rasters have values up to 65536
_PAIRS_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class ZoneRasters:
    """Paths of rasters to summarise within regions; they are resampled to the grid of the class raster. "" for none.

    Attributes:
        confidence: Raster of the confidence of each pixel, 0 to 1.
        clusters: Cluster raster, in which cluster `i` is stored as `i + 1` and 0 is no data.
    """

    confidence: str = ""
    clusters: str = ""


@dataclass
class ZonalStatistics:
    """Summarises rasters within regions, strip by strip.

    Attributes:
        count: Highest region number.
        confidence: The raster of confidence, if there is one.
        clusters: The cluster raster, if there is one.
    """

    count: int
    confidence: ConfidenceRaster | None
    clusters: NearestRaster | None
    _sums: DoubleArray = field(init=False)
    _pixels: IntArray = field(init=False)
    _pairs: list[tuple[IntArray, IntArray]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        size = self.count + 1 if self.confidence else 0
        self._sums, self._pixels = np.zeros(size), np.zeros(size, np.int64)

    @classmethod
    def of(cls, rasters: ZoneRasters, grid: RasterGrid, count: int) -> ZonalStatistics:
        """Opens the rasters.

        Raises:
            RasterError: A raster cannot be read, or cannot be resampled to the grid.
        """
        confidence = ConfidenceRaster(rasters.confidence, grid) if rasters.confidence else None
        clusters = NearestRaster(rasters.clusters, grid) if rasters.clusters else None
        return cls(count, confidence, clusters)

    def collect(self, strips: Iterator[tuple[int, Int32Array]]) -> Iterator[tuple[int, Int32Array]]:
        """Yields the strips unchanged (first row, and region of each pixel), and summarises the rasters in them."""
        for row, labels in strips:
            window = Window(row, 0, *labels.shape)
            if self.confidence:
                self._add_confidence(self.confidence, window, labels)
            if self.clusters:
                self._add_clusters(self.clusters, window, labels)
            yield row, labels

    def _add_confidence(self, raster: ConfidenceRaster, window: Window, labels: Int32Array) -> None:
        values, valid = raster.read(window)
        inside = labels[valid]
        self._sums += np.bincount(inside, values[valid], self.count + 1)
        self._pixels += np.bincount(inside, minlength=self.count + 1)

    def _add_clusters(self, raster: NearestRaster, window: Window, labels: Int32Array) -> None:
        values, valid = raster.read(window)
        valid &= (values > 0) & (labels > 0)
        keys = (labels[valid].astype(np.int64) << _CLUSTER_BITS) | values[valid].astype(np.int64)
        self._pairs.append(np.unique(keys, return_counts=True))
        if sum(len(keys) for keys, _ in self._pairs) > _PAIRS_AT_ONCE:
            self._pairs = [self._summed()]

    def _summed(self) -> tuple[IntArray, IntArray]:
        """Sorted keys of pairs of region and cluster, and the number of pixels of each."""
        keys = np.concatenate([keys for keys, _ in self._pairs])
        pixels = np.concatenate([pixels for _, pixels in self._pairs])
        keys, inverse = np.unique(keys, return_inverse=True)
        return keys, np.bincount(inverse, pixels, len(keys)).astype(np.int64)

    def mean_confidence(self) -> list[float | None]:
        """(n + 1,) by region number; None for a region without values. Empty without a raster of confidence."""
        has_values = self._pixels > 0
        means = self._sums / np.maximum(self._pixels, 1)
        return [float(mean) if has_value else None for mean, has_value in zip(means, has_values)]

    def cluster_names(self) -> list[str]:
        """(n + 1,) ids of the clusters of each region, largest share first. Empty without a cluster raster."""
        if not self.clusters:
            return []
        names: list[list[str]] = [[] for _ in range(self.count + 1)]
        keys, pixels = self._summed()
        region, cluster = keys >> _CLUSTER_BITS, (keys & ((1 << _CLUSTER_BITS) - 1)) - 1
        region_pixels = np.bincount(region, pixels, self.count + 1)
        kept = np.flatnonzero(pixels >= SMALLEST_SHARE * region_pixels[region])
        for index in kept[np.lexsort((-pixels[kept], region[kept]))].tolist():
            names[region[index]].append(str(cluster[index]))
        return [",".join(entry) for entry in names]
