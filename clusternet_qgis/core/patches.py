"""The training patches of one or many rasters, and a fixed sample of their pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from . import normalisation
from .errors import RasterError
from .normalisation import NormalisationStats
from .progress import Progress
from .raster import BoolArray, FloatArray, RasterSource
from .reference import Reference
from .tiling import Window, strided_windows
from .vectors import VectorSource

# An epoch sees at most this many pixels: of larger rasters a random choice of patches.
LARGEST_EPOCH_PIXELS = 64_000_000


@dataclass(frozen=True)
class Scene:
    """One raster to train on.

    Attributes:
        source: The raster.
        area: Polygons to train inside of, None for everywhere.
        reference: Labels to report scores against, None for none; never learnt from.
    """

    source: RasterSource
    area: VectorSource | None = None
    reference: Reference | None = None


@dataclass(frozen=True)
class PixelSample:
    """Pixels on which clusters are fitted and compared from epoch to epoch.

    Attributes:
        positions: For each patch, flat indices into its pixels, or every so many of them.
        reference: Class of each pixel, -1 where unknown; None without reference.
    """

    positions: tuple[NDArray[np.int64], ...]
    reference: NDArray[np.int32] | None


class PatchSet:
    """Patches of one size that hold at least one valid pixel, and the statistics of their pixels.

    Args:
        scenes: Rasters with the same number of bands.
        size: Rows and columns of a patch.
        seed: Of the choice among too many patches.
        stats: Normalisation to use; by default that of the patches' own pixels.
        progress: Reports patches.

    Raises:
        RasterError: The rasters differ in bands, or no patch has a valid pixel.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        size: int,
        seed: int,
        stats: NormalisationStats | None = None,
        progress: Progress = Progress(),  # noqa: B008 - stateless
    ) -> None:
        self.size = size
        self.bands = _common_bands(scenes)
        self.band_names = tuple(scenes[0].source.band_names)
        places = _places(scenes, size, seed)
        progress.say(f"Looking at {len(places)} patches of {size} x {size} pixels")
        looked = progress.part(0, 0.5).track(places, len(places))
        self._places = [place for place in looked if self.valid_pixels(*place).any()]
        if not self._places:
            raise RasterError(
                "There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. "
                "Choose other rasters."
            )
        inside = [(scene.source, window.intersection(scene.source.grid.window)) for scene, window in self._places]
        self.stats = stats or normalisation.gather(inside, progress.part(0.5, 1))

    def __len__(self) -> int:
        return len(self._places)

    def valid_pixels(self, scene: Scene, window: Window) -> BoolArray:
        """Which pixels of a patch to learn from (size, size)."""
        _, valid = scene.source.read(window)
        return self._inside(scene, window, valid)

    def _inside(self, scene: Scene, window: Window, valid: BoolArray) -> BoolArray:
        """The valid pixels that really lie in the raster, and in the area."""
        inside = window.intersection(scene.source.grid.window).shifted(-window.row, -window.col)
        kept = np.zeros_like(valid)
        kept[inside.slices()] = valid[inside.slices()]
        if scene.area is not None and kept.any():
            kept &= scene.area.burn(window) > 0
        return kept

    def read(self, index: int, margin: int) -> tuple[FloatArray, BoolArray]:
        """A normalised patch (bands, size + 2 margin, size + 2 margin), and which of its pixels count (size, size)."""
        scene, window = self._places[index]
        values, valid = scene.source.read(window.expanded(margin))
        inner = valid[margin : margin + self.size, margin : margin + self.size]
        return self.stats.apply(values, valid), self._inside(scene, window, inner)

    def sample(self, pixels: int, seed: int, spacing: int, progress: Progress) -> PixelSample:
        """Chooses about `pixels` valid pixels among every `spacing`-th, spread evenly over the patches."""
        generator = np.random.default_rng(seed)
        each = math.ceil(pixels / len(self))
        positions, labels = [], []
        for scene, window in progress.track(self._places, len(self)):
            candidates = np.flatnonzero(self.valid_pixels(scene, window)[::spacing, ::spacing])
            if len(candidates) > each:
                candidates = np.sort(generator.choice(candidates, each, replace=False))
            positions.append(candidates)
            if scene.reference is not None:
                labels.append(scene.reference.read(window)[::spacing, ::spacing].ravel()[candidates])
        has_reference = all(scene.reference is not None for scene, _ in self._places)
        return PixelSample(tuple(positions), np.concatenate(labels) if has_reference else None)


def _common_bands(scenes: Sequence[Scene]) -> int:
    bands = {len(scene.source.bands) for scene in scenes}
    if len(bands) > 1:
        counts = ", ".join(f"{Path(s.source.path).name}: {len(s.source.bands)}" for s in scenes)
        raise RasterError(f"All rasters must have the same number of bands ({counts}); choose them with BANDS.")
    return bands.pop()


def _places(scenes: Sequence[Scene], size: int, seed: int) -> list[tuple[Scene, Window]]:
    """Windows that cover all rasters, or a random choice of as many as an epoch may see."""
    places = [
        (scene, window)
        for scene in scenes
        for window in strided_windows(scene.source.grid.window, size, size, size, size, "shift")
    ]
    most = max(LARGEST_EPOCH_PIXELS // size**2, 1)
    if len(places) > most:
        chosen = np.random.default_rng(seed).choice(len(places), most, replace=False)
        places = [places[index] for index in np.sort(chosen)]
    return places
