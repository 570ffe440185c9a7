"""What other rasters say within each region: its mean confidence, and the clusters that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ..io.grid import RasterGrid
from ..io.reference import AlignedRaster
from ..io.tiling import Window
from .chains import Index
from .regions import Labels

# Clusters with a smaller share of a region are left out: mixed borders would otherwise name nearly all.
SMALLEST_SHARE = 0.05
_CLUSTER_BITS = 17  # cluster rasters have values up to 65536
_PAIRS_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class ZoneRasters:
    """Rasters to sum up within regions, brought onto the class raster's grid; empty for none.

    Attributes:
        confidence: Of each pixel, 0 to 1.
        clusters: Cluster raster: cluster `i` is stored as `i + 1`, 0 is no data.
    """

    confidence: str = ""
    clusters: str = ""


@dataclass
class ZoneTally:
    """Sums up strip by strip.

    Attributes:
        count: Highest region number.
        confidence: The opened raster.
        clusters: The opened raster.
    """

    count: int
    confidence: AlignedRaster | None
    clusters: AlignedRaster | None
    _sums: NDArray[np.float64] = field(init=False)
    _pixels: Index = field(init=False)
    _pairs: list[tuple[Index, Index]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        size = self.count + 1 if self.confidence else 0
        self._sums, self._pixels = np.zeros(size), np.zeros(size, np.int64)

    @classmethod
    def of(cls, rasters: ZoneRasters, grid: RasterGrid, count: int) -> ZoneTally:
        """Opens the rasters.

        Raises:
            RasterError: One cannot be read, or cannot be brought onto the grid.
        """
        confidence, clusters = (
            AlignedRaster(path, grid) if path else None for path in (rasters.confidence, rasters.clusters)
        )
        return cls(count, confidence, clusters)

    def watch(self, strips: Iterator[tuple[int, Labels]]) -> Iterator[tuple[int, Labels]]:
        """Passes strips on, first row and region of each pixel (rows, cols), and sums up on the way."""
        for row, labels in strips:
            window = Window(row, 0, *labels.shape)
            if self.confidence:
                self._add_confidence(self.confidence, window, labels)
            if self.clusters:
                self._add_clusters(self.clusters, window, labels)
            yield row, labels

    def _add_confidence(self, raster: AlignedRaster, window: Window, labels: Labels) -> None:
        values, valid = raster.read(window)
        inside = labels[valid]
        self._sums += np.bincount(inside, values[valid], self.count + 1)
        self._pixels += np.bincount(inside, minlength=self.count + 1)

    def _add_clusters(self, raster: AlignedRaster, window: Window, labels: Labels) -> None:
        values, valid = raster.read(window)
        valid &= (values > 0) & (labels > 0)
        keys = (labels[valid].astype(np.int64) << _CLUSTER_BITS) | values[valid].astype(np.int64)
        self._pairs.append(np.unique(keys, return_counts=True))
        if sum(len(keys) for keys, _ in self._pairs) > _PAIRS_AT_ONCE:
            self._pairs = [self._summed()]

    def _summed(self) -> tuple[Index, Index]:
        """Pairs of region and cluster as keys, sorted, and the pixels of each."""
        keys = np.concatenate([keys for keys, _ in self._pairs])
        pixels = np.concatenate([pixels for _, pixels in self._pairs])
        keys, place = np.unique(keys, return_inverse=True)
        return keys, np.bincount(place, pixels, len(keys)).astype(np.int64)

    def mean_confidence(self) -> list[float | None]:
        """(n + 1,) by region number, None where nothing is known; empty without such a raster."""
        known = self._pixels > 0
        means = self._sums / np.maximum(self._pixels, 1)
        return [float(mean) if is_known else None for mean, is_known in zip(means, known)]

    def cluster_names(self) -> list[str]:
        """(n + 1,) ids of the clusters of each region, largest share first; empty without such a raster."""
        if not self.clusters:
            return []
        names: list[list[str]] = [[] for _ in range(self.count + 1)]
        keys, pixels = self._summed()
        region, cluster = keys >> _CLUSTER_BITS, (keys & ((1 << _CLUSTER_BITS) - 1)) - 1
        known = np.bincount(region, pixels, self.count + 1)
        kept = np.flatnonzero(pixels >= SMALLEST_SHARE * known[region])
        for index in kept[np.lexsort((-pixels[kept], region[kept]))].tolist():
            names[region[index]].append(str(cluster[index]))
        return [",".join(entry) for entry in names]
