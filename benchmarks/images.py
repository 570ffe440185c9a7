"""The development images with labels, which lie beside the checkout, and the program that scores clusters on them."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
_NO_LABEL = 255  # a value that no label has, so all labels are scored


@dataclass(frozen=True)
class LabelledImage:
    """One image, or several chips that are clustered together.

    Attributes:
        name: Short name.
        paths: The rasters.
        masks: Rasters of their labels.
        ignore: Label that is not scored.
        rgb: Indices of the red, green and blue band, from 0.
    """

    name: str
    paths: tuple[Path, ...]
    masks: tuple[Path, ...]
    ignore: int = 0
    rgb: tuple[int, int, int] = (0, 1, 2)

    @cached_property
    def arrays(self) -> tuple[NDArray[np.float32], ...]:
        """Values of each raster (bands, rows, cols)."""
        return tuple(gdal.Open(str(path)).ReadAsArray().astype(np.float32) for path in self.paths)

    @property
    def megapixels(self) -> float:
        """Millions of pixels of all rasters."""
        return sum(array[0].size for array in self.arrays) / 1e6

    def labels(self) -> list[NDArray[np.int64]]:
        """Labels of each raster."""
        return [gdal.Open(str(path)).ReadAsArray().astype(np.int64) for path in self.masks]

    def score(self, clusters: Sequence[NDArray[Any]]) -> dict[str, Any]:
        """Scores of the clusters (rows, cols) of each raster; 0 is no cluster."""
        return dict(scorer().score([(c.astype(np.int64), m) for c, m in zip(clusters, self.labels())], self.ignore))


@cache
def scorer() -> Any:
    """The module that scores clusters."""
    spec = importlib.util.spec_from_file_location("score_clusters", SHARED / "bench" / "score_clusters.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _chips(name: str, ignore: int, most: int = 1000, rgb: tuple[int, int, int] = (0, 1, 2)) -> LabelledImage:
    """A folder of images and masks; of more images than asked for, some that are spread over all."""
    folder = DATA / name
    paths = [path for path in sorted((folder / "images").iterdir()) if (folder / "masks" / f"{path.stem}.png").exists()]
    paths = paths[:: max(len(paths) // most, 1)][:most]
    masks = tuple(folder / "masks" / f"{path.stem}.png" for path in paths)
    return LabelledImage(folder.name, tuple(paths), masks, ignore, rgb)


def generalisation_images() -> dict[str, LabelledImage]:
    """Images by the name of their set in `scripts/labelled_sets.py`; empty if they are not beside the checkout."""
    if not DATA.is_dir():
        return {}
    development = development_images()
    return {
        "banepa": _chips("labelled/banepa_nepal_buildings", _NO_LABEL, 4),
        "dunes": _chips("labelled/dunes_monterey", 0, 12),
        "crowns": _chips("labelled/neon_tree_crowns", 0),
        "slovenia": _chips("labelled/slovenia_s2_lulc", 0, rgb=(3, 2, 1)),
        "zanzibar": _chips("labelled/zanzibar_buildings", _NO_LABEL),
        "river": _chips("labelled/river_ste_marguerite", 0, 4),
        "coast": _chips("labelled/coast_outer_banks", 0, 9),
        "deadwood": _chips("labelled/finland_deadwood_uav", _NO_LABEL),
        "finland": _chips("labelled/finland_s2_clc", 0, rgb=(2, 1, 0)),
        "dubai": development["tile2"],
        "naip": development["naip_landcover"],
        "austin": development["austin_buildings"],
        "landsat": development["landsat5"],
        "kampala": development["kampala"],
    }


def development_images() -> dict[str, LabelledImage]:
    """The images by name; empty if they are not beside the checkout."""
    if not DATA.is_dir():
        return {}
    mosaics = DATA / "dubai" / "mosaics"
    images = [
        LabelledImage(f"tile{n}", (mosaics / f"tile{n}_images.vrt",), (mosaics / f"tile{n}_masks.vrt",))
        for n in (2, 4, 8)
    ]
    landsat = DATA / "landsat5"
    images.append(
        LabelledImage("landsat5", (landsat / "images/landsat5.tif",), (landsat / "masks/landsat5.png",), rgb=(2, 1, 0))
    )
    images.append(_chips("naip_landcover", 0))
    kampala = DATA / "kampala"
    images.append(
        LabelledImage(
            "kampala", (kampala / "images/kampala_a.tif",), (kampala / "masks/kampala_a.png",), ignore=_NO_LABEL
        )
    )
    images.append(_chips("austin_buildings", _NO_LABEL))
    return {image.name: image for image in images}
