"""Pictures and heights on another pixel grid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.resampled import ResampledRaster
from clusternet_qgis.core.io.tiling import Window


def write(path: Path, values: np.ndarray, pixel: float, left: float = 5e5) -> str:
    raster = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[2], values.shape[1], len(values), 6)
    raster.SetGeoTransform((left, pixel, 0, 5e6, 0, -pixel))
    raster.SetProjection("EPSG:32633")
    for band, plane in enumerate(values, start=1):
        raster.GetRasterBand(band).SetNoDataValue(-9999)
        raster.GetRasterBand(band).WriteArray(plane)
    return str(path)


def slope(size: int) -> np.ndarray:
    return (np.arange(size, dtype=np.float32)[None, :] + np.zeros((size, 1), np.float32)) / size


def test_a_coarser_raster_is_read_between_its_pixels(tmp_path: Path) -> None:
    with RasterSource(write(tmp_path / "fine.tif", slope(40)[None], 0.5)) as fine:
        grid = fine.grid
    coarse = ResampledRaster(write(tmp_path / "coarse.tif", np.stack([slope(20), slope(20) + 2]), 1.0), grid)
    assert coarse.pixel == pytest.approx(2, rel=0.01)
    values, valid = coarse.read(Window(3, 4, 20, 30))
    assert valid.all()
    assert values == pytest.approx(1 + slope(40)[3:23, 4:34] - 0.0125, abs=0.01)


def test_the_same_pixels_are_read_as_they_are_without_no_data(tmp_path: Path) -> None:
    plane = slope(20)
    plane[4, 5] = -9999
    path = write(tmp_path / "a.tif", plane[None], 1.0)
    with RasterSource(path) as source:
        values, valid = ResampledRaster(path, source.grid).read(source.grid.window)
    assert np.argwhere(~valid).tolist() == [[4, 5]]
    assert values[4, 5] == 0
    assert np.array_equal(values[valid], plane[valid])


def test_a_raster_elsewhere_is_refused(tmp_path: Path) -> None:
    grid = RasterGrid(20, 20, (5e5, 1, 0, 5e6, 0, -1))
    far = write(tmp_path / "far.tif", slope(20)[None], 1.0, left=6e5)
    with pytest.raises(RasterError, match="does not overlap"):
        ResampledRaster(far, grid)
