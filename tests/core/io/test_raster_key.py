"""A raster is known by what it shows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import part_of, write

from clusternet_qgis.core.io.raster_key import raster_key
from clusternet_qgis.core.io.raster_source import RasterSource

VALUES = np.random.default_rng(0).integers(1, 256, (3, 90, 300)).astype(np.uint8)


def key(path: str | Path, bands: tuple[int, ...] | None = None) -> str:
    with RasterSource(path, bands) as source:
        return raster_key(source)


def test_a_copy_in_another_file_and_format_is_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", VALUES)
    gdal.Translate(str(tmp_path / "b.tif"), path, creationOptions=["TILED=YES", "COMPRESS=DEFLATE"])
    gdal.Translate(str(tmp_path / "c.vrt"), path)
    assert {key(tmp_path / name) for name in ("a.tif", "b.tif", "c.vrt")} == {key(path)}


@pytest.mark.parametrize("changed", ["values", "size", "bands"])
def test_another_one_is_not(tmp_path: Path, changed: str) -> None:
    path = write(tmp_path / "a.tif", VALUES)
    others = {
        "values": (VALUES + np.uint8(1), None),
        "size": (VALUES[:, 1:], None),
        "bands": (VALUES, (2, 1, 3)),
    }
    values, bands = others[changed]
    assert key(write(tmp_path / "b.tif", values, part_of((0.0, 1.0, 0.0, 0.0, 0.0, -1.0), 0, 0)), bands) != key(path)


def test_a_raster_smaller_than_a_window_has_one(tmp_path: Path) -> None:
    assert len(key(write(tmp_path / "a.tif", VALUES[:, :1, :1]))) == 32
