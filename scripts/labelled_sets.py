"""Public imagery, as the base model's lessons read it: bands, labels, and what the labels have in common.

Each labelled set is a folder of `images` and `masks`. Imagery without labels is a folder of rasters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from clusternet_qgis.core.networks.land_cover import LAND_COVER

NO_LABEL = -1
_CLIP_DEVIATIONS = 8.0


# What a label may be, where it is more than one kind; the last is all that has no name: clouds, snow, dead wood.
KINDS = (*LAND_COVER, "none")
_VEGETATION = ("tree", "low vegetation")
_SPARSE = ("low vegetation", "bare ground")
_BUILT = ("building", "paved")


def _but(*kinds: str) -> tuple[str, ...]:
    return tuple(kind for kind in KINDS if kind not in kinds)


@dataclass(frozen=True)
class Source:
    """Where a set lies and how it is read.

    Attributes:
        folder: Below the folder of all sets.
        rgb: Indices of the bands of red, green and blue; one band is taken three times.
        false_colours: Other bands that are shown as red, green and blue: near and short-wave infrared.
        unlabelled: Label that says nothing, None if each says something.
        kinds: Of `KINDS` those that a label may be; labels that are not in it may be any.
        one_camera: Whether all images share their statistics: parts of one mosaic.
        places_of: Sets that show places of this unlabelled one; it is left out with them.
    """

    folder: str
    rgb: tuple[int, ...] = (0, 1, 2)
    unlabelled: int | None = 0
    kinds: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    one_camera: bool = False
    false_colours: tuple[tuple[int, ...], ...] = ()
    places_of: tuple[str, ...] = ()


_NEAR_INFRARED = ((3, 0, 1),)
BUILDINGS = {0: _but("building"), 1: ("building",)}
SOURCES = {
    "dubai": Source(
        "dubai", kinds={1: ("building",), 2: ("bare ground",), 3: ("paved",), 4: _VEGETATION, 5: ("water",)}
    ),
    "naip": Source(
        "naip_landcover",
        kinds={1: ("water",), 2: ("tree",), 3: ("low vegetation",), 4: ("bare ground",), 5: _BUILT, 6: ("paved",)},
        one_camera=True,
        false_colours=_NEAR_INFRARED,
    ),
    "austin": Source("austin_buildings", unlabelled=None, kinds=BUILDINGS, one_camera=True),
    "landsat": Source(
        "landsat5",
        rgb=(2, 1, 0),
        kinds={2: ("water",), 4: _but("water", "none"), 5: ("none",)},
        false_colours=((3, 2, 1), (4, 3, 2)),
    ),
    "banepa": Source("labelled/banepa_nepal_buildings", unlabelled=None, kinds=BUILDINGS, one_camera=True),
    "zanzibar": Source("labelled/zanzibar_buildings", unlabelled=None, kinds=BUILDINGS),
    "dunes": Source(
        "labelled/dunes_monterey",
        kinds={
            **dict.fromkeys((3, 4, 7, 10), ("low vegetation",)),
            **dict.fromkeys((5, 9), ("bare ground",)),
            2: ("water",), 6: _SPARSE, 8: _SPARSE, 11: _BUILT,
        },
    ),
    "river": Source("labelled/river_ste_marguerite", kinds={1: ("water",), 2: ("bare ground",), 3: ("tree",)}),
    "coast": Source(
        "labelled/coast_outer_banks", kinds={1: ("water",), 2: ("water", "bare ground"), 3: _but("water", "none")}
    ),
    "crowns": Source("labelled/neon_tree_crowns", kinds={1: ("tree",), 2: _but("tree")}),
    "deadwood": Source(
        "labelled/finland_deadwood_uav",
        unlabelled=None,
        kinds={0: (*_VEGETATION, "bare ground"), 1: ("none",), 2: ("tree",)},
    ),
    "slovenia": Source(
        "labelled/slovenia_s2_lulc",
        rgb=(3, 2, 1),
        kinds={**dict.fromkeys((1, 3, 4), ("low vegetation",)), 2: ("tree",), 8: _BUILT},
        false_colours=((7, 3, 2), (11, 7, 3)),
    ),
    "finland": Source(
        "labelled/finland_s2_clc",
        rgb=(2, 1, 0),
        kinds={
            **dict.fromkeys((23, 24, 25, 26, 28, 29), ("tree",)),
            **dict.fromkeys((33, 34, 35, 36), _VEGETATION),
            **dict.fromkeys((32, 41, 42, 43), ("low vegetation",)),
            **dict.fromkeys((38, 39, 40), ("bare ground",)),
            **dict.fromkeys((47, 48), ("water",)),
        },
    ),
}  # fmt: skip
# Imagery without labels, on which the teacher's features are kept.
UNLABELLED = {
    "california": Source("corpus/naip_california", false_colours=_NEAR_INFRARED),
    "north dakota": Source("corpus/naip_northdakota_10years", false_colours=_NEAR_INFRARED),
    "other states": Source("corpus/naip_other_states", false_colours=_NEAR_INFRARED),
    "neon": Source("corpus/neon_rgb_10cm", places_of=("crowns",)),
    "zurich": Source("corpus/swissimage_zurich_50cm"),
    "trees": Source("naip_trees/images", false_colours=_NEAR_INFRARED),
    "kampala": Source("kampala/images", places_of=("kampala",)),
}


@dataclass(frozen=True)
class LabelledSet:
    """Images with labels of one kind, or with none.

    Attributes:
        name: Short name.
        source: Where it comes from.
        images: Normalised bands (bands, rows, cols) of each.
        labels: Indices into `common` (rows, cols) of each image; NO_LABEL where there is none.
        common: Index into LAND_COVER of each label, NO_LABEL where it may be of several kinds, or of none.
    """

    name: str
    source: Source
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
        return len(self.common) > 0 and self.source.unlabelled is None


def read(root: Path, name: str) -> LabelledSet:
    """A set by its name.

    Args:
        root: Folder of all sets.
        name: One of SOURCES.
    """
    source = SOURCES[name]
    folder = root / source.folder
    pairs = list(_pairs(folder))
    values = [_bands(image) for image, _ in pairs]
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
    return LabelledSet(name, source, images, labels, _in_common(source.kinds, present))


def read_unlabelled(root: Path, name: str) -> LabelledSet:
    """Imagery by its name.

    Args:
        root: Folder of all sets.
        name: One of UNLABELLED.
    """
    source = UNLABELLED[name]
    values = [_bands(path) for path in sorted((root / source.folder).glob("*.tif"))]
    images = [_normalised(array, *_statistics([array])).astype(np.float16) for array in values]
    labels = [np.full(array.shape[1:], NO_LABEL, np.int16) for array in values]
    return LabelledSet(name, source, images, labels, np.zeros(0, np.int64))


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


def _bands(path: Path) -> NDArray[np.float32]:
    array: NDArray[np.float32] = gdal.Open(str(path)).ReadAsArray().astype(np.float32)
    return np.repeat(array[None], 3, axis=0) if array.ndim == 2 else array


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


def _in_common(kinds: Mapping[int, tuple[str, ...]], present: Sequence[int]) -> NDArray[np.int64]:
    known = [kinds.get(label, ()) for label in present]
    return np.array([LAND_COVER.index(k[0]) if len(k) == 1 and k[0] in LAND_COVER else NO_LABEL for k in known])
