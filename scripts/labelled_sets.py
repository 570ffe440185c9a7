"""Public imagery with labels, as the base model's lessons read it: three colours, labels, and what they have in common.

Each set is a folder of `images` and `masks` with an INFO.json that says its classes and their numbers in the list that
is common to all sets (`common`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from clusternet_qgis.core.networks.land_cover import LAND_COVER

gdal.UseExceptions()

NO_LABEL = -1
_CLIP_DEVIATIONS = 8.0


@dataclass(frozen=True)
class Source:
    """Where a set lies and how it is read.

    Attributes:
        folder: Below the folder of all sets.
        rgb: Indices of the bands of red, green and blue; one band is taken three times.
        unlabelled: Label that says nothing, None if each says something.
        common: Numbers in the common list by label, where INFO.json does not say them.
        one_camera: Whether all images share their statistics: parts of one mosaic.
    """

    folder: str
    rgb: tuple[int, ...] = (0, 1, 2)
    unlabelled: int | None = 0
    common: dict[int, int] | None = None
    one_camera: bool = False


# The common list is land_cover.LAND_COVER, counted from 1. Vegetation that may be either trees or grass has no number.
SOURCES = {
    "dubai": Source("dubai", common={1: 1, 2: 6, 3: 2, 5: 5}),
    "naip": Source("naip_landcover", common={1: 5, 2: 3, 3: 4, 4: 6, 6: 2}, one_camera=True),
    "austin": Source("austin_buildings", unlabelled=None, common={1: 1}, one_camera=True),
    "landsat": Source("landsat5", rgb=(2, 1, 0), common={2: 5}),
    "banepa": Source("labelled/banepa_nepal_buildings", unlabelled=None, one_camera=True),
    "zanzibar": Source("labelled/zanzibar_buildings", unlabelled=None),
    "dunes": Source("labelled/dunes_monterey"),
    "river": Source("labelled/river_ste_marguerite"),
    "coast": Source("labelled/coast_outer_banks"),
    "crowns": Source("labelled/neon_tree_crowns"),
    "deadwood": Source("labelled/finland_deadwood_uav", unlabelled=None),
    "slovenia": Source("labelled/slovenia_s2_lulc", rgb=(3, 2, 1)),
    "finland": Source("labelled/finland_s2_clc", rgb=(2, 1, 0)),
}


@dataclass(frozen=True)
class LabelledSet:
    """Images of one place with labels of one kind.

    Attributes:
        name: Short name.
        images: Normalised colours (3, rows, cols) of each.
        labels: Indices into `common` (rows, cols) of each image; NO_LABEL where there is none.
        common: Index into LAND_COVER of each label, NO_LABEL where the list has nothing of the kind.
    """

    name: str
    images: Sequence[NDArray[np.float16]]
    labels: Sequence[NDArray[np.int16]]
    common: NDArray[np.int64]

    @property
    def pixels(self) -> int:
        """Of all images."""
        return sum(labels.size for labels in self.labels)

    @property
    def has_background(self) -> bool:
        """Whether label 0 is all that is none of the other classes."""
        return SOURCES[self.name].unlabelled is None


def read(root: Path, name: str) -> LabelledSet:
    """A set by its name.

    Args:
        root: Folder of all sets.
        name: One of SOURCES.
    """
    source = SOURCES[name]
    folder = root / source.folder
    pairs = list(_pairs(folder))
    values = [_colours(image, source.rgb) for image, _ in pairs]
    masks = [gdal.Open(str(mask)).ReadAsArray().astype(np.int64) for _, mask in pairs]
    together = _statistics(values) if source.one_camera else None
    images = [_normalised(array, *(together or _statistics([array]))).astype(np.float16) for array in values]
    present = sorted(set(np.concatenate([np.unique(mask) for mask in masks]).tolist()) - {source.unlabelled})
    lookup = np.full(max(present) + 2, NO_LABEL, np.int16)
    lookup[present] = np.arange(len(present))
    labels = [
        np.where((array != 0).any(0), lookup[np.minimum(mask, len(lookup) - 1)], np.int16(NO_LABEL))
        for array, mask in zip(values, masks)
    ]
    return LabelledSet(name, images, labels, _in_common(source, folder, present))


def _pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Images and their masks; mosaics instead of their parts."""
    mosaics = sorted(folder.glob("mosaics/*_images.vrt"))
    if mosaics:
        yield from ((path, path.with_name(path.name.replace("_images", "_masks"))) for path in mosaics)
        return
    for path in sorted(folder.glob("images/*")):
        mask = folder / "masks" / f"{path.stem}.png"
        if mask.is_file():  # side files of images have none
            yield path, mask


def _colours(path: Path, rgb: tuple[int, ...]) -> NDArray[np.float32]:
    array = np.atleast_3d(gdal.Open(str(path)).ReadAsArray().astype(np.float32))
    if array.shape[-1] == 1:
        return np.repeat(array[None, ..., 0], 3, axis=0)
    return array[list(rgb)]


def _statistics(arrays: Sequence[NDArray[np.float32]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean and deviation of each colour, of the pixels that are not no data (0 in all)."""
    flat = np.concatenate([array[:, (array != 0).any(0)] for array in arrays], axis=1)
    deviation = flat.std(1, dtype=np.float64)
    return flat.mean(1, dtype=np.float64), np.where(deviation == 0, 1, deviation)


def _normalised(
    array: NDArray[np.float32], mean: NDArray[np.float64], deviation: NDArray[np.float64]
) -> NDArray[np.float32]:
    """As `core.io.normalisation` does it."""
    normal = (array - mean[:, None, None]) / deviation[:, None, None]
    normal[:, ~(array != 0).any(0)] = 0
    return normal.clip(-_CLIP_DEVIATIONS, _CLIP_DEVIATIONS).astype(np.float32)


def _in_common(source: Source, folder: Path, present: Sequence[int]) -> NDArray[np.int64]:
    numbers = source.common
    if numbers is None:
        said = json.loads((folder / "INFO.json").read_text()).get("common", {})
        numbers = {int(label): int(number) for label, number in said.items()}
    known = [numbers.get(label, 0) for label in present]
    return np.array([number - 1 if 1 <= number <= len(LAND_COVER) else NO_LABEL for number in known])
