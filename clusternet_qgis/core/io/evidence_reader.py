"""Evidence beside a picture, on its pixels, window by window: heights, indices, classes and other bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import RasterError
from .aligned_raster import AlignedRaster
from .evidence_recipe import Channel, Evidence
from .grid import RasterGrid
from .ground import GroundFilter, side_in_metres
from .normalisation import CLIP_DEVIATIONS
from .raster_source import RasterSource, reflected
from .spectral_indices import spectral_index
from .tiling import Window

# Metres; more is an error of the file.
_TALLEST = 500.0


class ExtraLayer:
    """The files of an EXTRA raster as one, on the picture's pixels.

    Args:
        sources: The files; where several say something the first counts.
        grid: The picture's pixels.
        nearest: Whether values are classes.
        cell: See `AlignedRaster`.
        may_miss: Whether all may lie beside the picture.

    Raises:
        RasterError: They do not overlap the picture.
    """

    def __init__(
        self,
        sources: Sequence[RasterSource],
        grid: RasterGrid,
        nearest: bool = False,
        cell: int = 1,
        may_miss: bool = False,
    ) -> None:
        alone = len(sources) == 1 and not may_miss
        rasters = [AlignedRaster(source, grid, nearest, cell, may_miss=not alone) for source in sources]
        self.rasters = [raster for raster in rasters if raster.overlaps()]
        self.bands = len(sources[0].bands)
        if not self.rasters and not may_miss:
            raise RasterError(
                f"None of the {len(sources)} files of EXTRA overlaps the raster; give those that cover it."
            )

    @property
    def own_pixels(self) -> float:
        """Size of its pixels in those of the picture; at least 1."""
        return max((raster.own_pixels for raster in self.rasters), default=1.0)

    def read(self, window: Window) -> FloatArray:
        """Values (bands, rows, cols), NaN where nothing is said."""
        values = np.full((self.bands, window.rows, window.cols), np.nan, np.float32)
        for raster in self.rasters:
            missing = np.isnan(values)
            if not missing.any():
                break
            values = np.where(missing, raster.read(window), values)
        return values


class EvidenceReader:
    """Reads what a model sees beside a picture.

    Args:
        evidence: What to read.
        grid: The picture's pixels.
        files: Of each EXTRA raster that the evidence takes.
        may_miss: Whether they may lie beside the picture, as with many sheets.

    Attributes:
        evidence: What it reads.
        paths: All files that it reads.

    Raises:
        RasterError: A raster does not overlap the picture.
    """

    def __init__(
        self, evidence: Evidence, grid: RasterGrid, files: Sequence[Sequence[RasterSource]], may_miss: bool = False
    ) -> None:
        self.evidence, self._grid, self._files = evidence, grid, files
        self.paths: Sequence[str] = [source.path for sources in files for source in sources]
        self._layers = [
            ExtraLayer(sources, grid, extra.kind == "classes", may_miss=may_miss)
            for extra, sources in zip(evidence.extras, files)
        ]
        self._terrain = next((i for i, extra in enumerate(evidence.extras) if extra.kind == "terrain"), None)
        self._ground: dict[int, GroundFilter] = {}
        self._metres = side_in_metres(grid)
        self._file: RasterSource | None = None

    @cached_property
    def _takes_bands(self) -> bool:
        return any(channel.made == "index" for channel in self.evidence.channels)

    @cached_property
    def _others(self) -> list[int]:
        """Numbers of bands of the file that are none of the picture's."""
        return sorted({-band for channel in self.evidence.channels for band in channel.bands if band < 0})

    def own_pixels(self, channel: Channel) -> float:
        """Pixels of the picture in one of what a channel is made of."""
        return 1.0 if channel.extra < 0 else self._layers[channel.extra].own_pixels

    def read(self, picture: RasterSource, window: Window) -> FloatArray:
        """Normalised channels (channels, rows, cols); 0, the mean, where nothing is known.

        Args:
            picture: The picture, for indices.
            window: It may reach beyond the picture: there all is mirrored.
        """
        channels = self.evidence.channels
        raw = self.raw(picture, window)
        mean = np.array([channel.mean for channel in channels], np.float32)[:, None, None]
        std = np.array([channel.std for channel in channels], np.float32)[:, None, None]
        normal = np.clip((raw - mean) / std, -CLIP_DEVIATIONS, CLIP_DEVIATIONS)
        normal[~np.isfinite(normal)] = 0
        return normal.astype(np.float32, copy=False)

    def raw(self, picture: RasterSource, window: Window) -> FloatArray:
        """Channels as they are made, NaN where nothing is known."""
        rows = reflected(window.row, window.rows, self._grid.height)
        cols = reflected(window.col, window.cols, self._grid.width)
        row, col = int(rows.min()), int(cols.min())
        inside = Window(row, col, int(rows.max()) - row + 1, int(cols.max()) - col + 1)
        values, valid = self._bands(picture, inside) if self._takes_bands else ({}, np.zeros((1, 1), np.bool_))
        cache: dict[int, FloatArray] = {}
        made = [self._made(channel, inside, cache, values, valid) for channel in self.evidence.channels]
        result = np.stack(made) if made else np.zeros((0, inside.rows, inside.cols), np.float32)
        return result[:, (rows - row)[:, None], (cols - col)[None]]

    def _bands(self, picture: RasterSource, window: Window) -> tuple[dict[int, FloatArray], BoolArray]:
        """Bands by how channels name them, see `Channel.bands`, and where all of them have data."""
        values, valid = picture.read(window)
        bands = dict(enumerate(values))
        if self._others:
            if self._file is None:
                self._file = RasterSource(picture.path, self._others)
            further, there = self._file.read(window)
            bands.update((-number, band) for number, band in zip(self._others, further))
            valid = valid & there
        return bands, valid

    def _made(
        self,
        channel: Channel,
        window: Window,
        cache: dict[int, FloatArray],
        values: Mapping[int, FloatArray],
        valid: BoolArray,
    ) -> FloatArray:
        if channel.made == "index":
            index = spectral_index(channel.argument, [values[band] for band in channel.bands])
            return np.where(valid, index, np.float32(np.nan))
        # Steepness is taken from neighbours, so many pixels away as the raster's own are large.
        step = max(round(self._layers[channel.extra].own_pixels), 1)
        if channel.extra not in cache:
            cache[channel.extra] = self._layers[channel.extra].read(window.expanded(step))
        if channel.made == "slope":
            return self._slope(cache[channel.extra][0], step)
        own = cache[channel.extra][:, step:-step, step:-step]
        if channel.made == "class":
            return np.where(np.isnan(own[0]), own[0], (own[0] == np.float32(channel.argument)).astype(np.float32))
        if channel.made == "value":
            return own[int(channel.argument)]
        height = own[0]
        if channel.made == "above_ground":
            if self._terrain is None:
                height = height - self._ground_of(channel.extra).read(window)
            else:
                height = height - self._layers[self._terrain].read(window)[0]
        # Whether a house has two or three floors matters less than whether there is one.
        return np.log1p(np.clip(height, 0, _TALLEST))

    def _ground_of(self, extra: int) -> GroundFilter:
        if extra not in self._ground:
            own = self._layers[extra].own_pixels
            cell = GroundFilter.cell_for(self._metres, own)
            layer = ExtraLayer(self._files[extra], self._grid, cell=cell, may_miss=True)
            self._ground[extra] = GroundFilter(layer.read, cell, self._metres)
        return self._ground[extra]

    def _slope(self, height: FloatArray, step: int) -> FloatArray:
        """Logarithm of 1 + steepness (rows, cols) of a height with `step` more pixels on each side."""
        across = 2 * step * self._metres
        down = (height[2 * step :, step:-step] - height[: -2 * step, step:-step]) / across
        right = (height[step:-step, 2 * step :] - height[step:-step, : -2 * step]) / across
        return np.log1p(np.hypot(down, right))
