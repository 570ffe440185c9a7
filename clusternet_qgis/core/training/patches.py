"""The training patches of one or many rasters, and a fixed sample of their pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, Int32Array, IntArray
from ..errors import RasterError
from ..io import normalisation
from ..io.nodata_fill import read_normalised
from ..io.normalisation import NormalisationStats
from ..io.tiling import Window, strided_windows
from ..io.true_colours import visible_bands
from ..progress import Progress
from .inputs import Scene

# An epoch sees at most this many pixels: of larger rasters a random choice of patches.
LARGEST_EPOCH_PIXELS = 64_000_000

# A raster, and the patch's pixels in it.
Patch = tuple[Scene, Window]


@dataclass(frozen=True)
class PixelSample:
    """Pixels on which clusters are fitted and compared from epoch to epoch.

    Attributes:
        positions: For each patch, flat indices into its pixels, or every so many of them.
        reference: Class of each pixel, -1 where unknown; None without reference.
        picture: Of each pixel the values of the three bands to show (pixels, 3); of parts of a sample None.
    """

    positions: tuple[IntArray, ...]
    reference: Int32Array | None
    picture: FloatArray | None = None

    @property
    def patches(self) -> IntArray:
        """Numbers of the patches that hold some of the pixels."""
        return np.flatnonzero([len(positions) for positions in self.positions])

    def within(self, patches: IntArray) -> PixelSample:
        """The pixels in some patches, without reference."""
        chosen = {int(index) for index in patches}
        nothing = np.empty(0, np.int64)
        return PixelSample(tuple(p if i in chosen else nothing for i, p in enumerate(self.positions)), None)


class PatchSet:
    """Patches of one size that hold at least one valid pixel, and the statistics of their pixels.

    Args:
        scenes: Rasters with the same number of bands.
        size: Rows and columns of a patch.
        seed: Of the choice among too many patches.
        stats: Normalisation to use; by default that of the patches' own pixels.
        progress: Reports patches.
        stride: Of the network: patches begin where its cells do, see `RasterGrid.phase`.

    Raises:
        RasterError: The rasters differ in bands, or no patch has a valid pixel.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        size: int,
        seed: int,
        stats: NormalisationStats | None = None,
        progress: Progress = Progress(),
        stride: int = 1,
    ) -> None:
        self.size, self._stride = size, stride
        self.bands = _common_bands(scenes)
        self.pixel_metres = scenes[0].source.grid.pixel_metres
        self.white = scenes[0].source.largest_value
        self.band_names = tuple(scenes[0].source.band_names)
        self.embedding = scenes[0].source.embedding_version
        self.classes = tuple(dict.fromkeys(name for s in scenes if s.reference for name in s.reference.classes))
        self._patches = self._valid_patches(_all_patches(scenes, size, stride), seed, progress.part(0, 0.5))
        if not self._patches:
            raise RasterError(
                "There is no valid pixel to train on: all are no data, masked, NaN or outside AREA. "
                "Choose other rasters."
            )
        inside = [(scene.source, window.intersection(scene.source.grid.window)) for scene, window in self._patches]
        self.stats = stats or normalisation.compute_stats(inside, progress.part(0.5, 1))

    def __len__(self) -> int:
        return len(self._patches)

    def _valid_patches(self, patches: Sequence[Patch], seed: int, progress: Progress) -> list[Patch]:
        """Those with valid pixels; of more than an epoch may see, a random choice."""
        most = max(LARGEST_EPOCH_PIXELS // self.size**2, 1)
        progress.say(f"Looking at {min(len(patches), most)} patches of {self.size} x {self.size} pixels")
        order = np.random.default_rng(seed).permutation(len(patches)) if len(patches) > most else range(len(patches))
        kept: list[int] = []
        for index in progress.track(order, len(patches)):
            if self.valid_pixels(*patches[index]).any():
                kept.append(int(index))
                if len(kept) == most:
                    break
        return [patches[index] for index in sorted(kept)]

    def valid_pixels(self, scene: Scene, window: Window) -> BoolArray:
        """Which pixels of a patch to learn from (size, size)."""
        return self._values_and_valid(scene, window)[1]

    def _values_and_valid(self, scene: Scene, window: Window) -> tuple[FloatArray, BoolArray]:
        if scene.area is not None and not scene.area.burn(window).any():  # burning costs less than reading
            return np.zeros((self.bands, self.size, self.size), np.float32), np.zeros((self.size, self.size), np.bool_)
        values, valid = scene.source.read(window)
        return values, self._inside(scene, window, valid)

    def _inside(self, scene: Scene, window: Window, valid: BoolArray) -> BoolArray:
        """The valid pixels that lie in the raster and in the area, and in no earlier patch."""
        kept = valid & scene.source.grid.inside(window)
        # The last patches are moved back over their neighbours; no pixel counts twice.
        from_first = window.relative_to(scene.source.grid.cells(self._stride))
        kept[: -from_first.row % self.size] = False
        kept[:, : -from_first.col % self.size] = False
        if scene.area is not None and kept.any():
            kept &= scene.area.burn(window) > 0
        return kept

    def read(self, index: int, margin: int) -> tuple[FloatArray, BoolArray]:
        """A normalised patch (bands, size + 2 margin, size + 2 margin), and which of its pixels count (size, size)."""
        scene, window = self._patches[index]
        neighbours = margin > 0 or self._stride > 1
        values, valid = read_normalised(scene.source, window.expanded(margin), self.stats, neighbours)
        inner = valid[margin : margin + self.size, margin : margin + self.size]
        return values, self._inside(scene, window, inner)

    def sample(
        self, pixels: int, seed: int, output_stride: int, progress: Progress, most_patches: int = 128
    ) -> PixelSample:
        """Chooses about `pixels` valid pixels among every `output_stride`-th, spread evenly over some patches.

        Of more than `most_patches` it takes only what is missing when those have given less than half of the pixels.

        Returns:
            The sample, with no pixels of patches that were not drawn.
        """
        generator = np.random.default_rng(seed)
        each = math.ceil(pixels / min(len(self), most_patches))
        positions = [np.empty(0, np.int64)] * len(self)
        labels = [np.empty(0, np.int32)] * len(self)
        picture = [np.empty((0, 3), np.float32)] * len(self)
        shown = visible_bands(self.band_names)
        drawn = patches = 0
        for index in progress.track(generator.permutation(len(self)), len(self)):
            if patches >= most_patches and 2 * drawn >= pixels:
                break
            scene, window = self._patches[index]
            values, valid = self._values_and_valid(scene, window)
            candidates = np.flatnonzero(valid[::output_stride, ::output_stride])
            if len(candidates) > each:
                candidates = np.sort(generator.choice(candidates, each, replace=False))
            positions[index] = candidates
            picture[index] = values[shown, ::output_stride, ::output_stride].reshape(3, -1)[:, candidates].T
            drawn, patches = drawn + len(candidates), patches + bool(len(candidates))
            if scene.reference is not None:
                # Rasters may hold different classes: an index means the same in none of them.
                classes = np.array([self.classes.index(name) for name in scene.reference.classes] + [-1], np.int32)
                labels[index] = classes[
                    scene.reference.read(window)[::output_stride, ::output_stride].ravel()[candidates]
                ]
        has_reference = all(scene.reference is not None for scene, _ in self._patches)
        reference = np.concatenate(labels) if has_reference else None
        return PixelSample(tuple(positions), reference, np.concatenate(picture))


@dataclass(frozen=True)
class TrainingData:
    """What a training looks at.

    Attributes:
        patches: To learn from.
        sample: Pixels whose clusters are kept.
    """

    patches: PatchSet
    sample: PixelSample


def _common_bands(scenes: Sequence[Scene]) -> int:
    bands = {len(scene.source.bands) for scene in scenes}
    if len(bands) > 1:
        counts = ", ".join(f"{Path(s.source.path).name}: {len(s.source.bands)}" for s in scenes)
        raise RasterError(f"All rasters must have the same number of bands ({counts}); choose them with BANDS.")
    return bands.pop()


def _all_patches(scenes: Sequence[Scene], size: int, stride: int) -> list[Patch]:
    """Windows that cover all rasters."""
    return [
        (scene, window)
        for scene in scenes
        for window in strided_windows(scene.source.grid.cells(stride), size, size, size, size, "shift")
    ]
