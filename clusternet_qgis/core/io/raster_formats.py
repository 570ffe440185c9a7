"""Which raster formats hold what is written: each is tried with a few pixels, which are read back and compared."""

from __future__ import annotations

import math
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import RasterError
from ..staging import scratch_folder
from .gdal_calls import quiet_gdal
from .grid import RasterGrid
from .legend import cluster_legend
from .raster_sink import RasterSink, raster_driver
from .raster_source import NO_DATA
from .systems import is_same_place
from .tiling import Window

# Formats may limit columns or rows: they are tried with strips as long as the raster, of so many pixels across.
_ACROSS = 16
_MOST_VALUES = 1 << 20
# GeoTIFF has no such limit, and writes whole tiles of every band: a strip of a large raster would take minutes.
_UNLIMITED = "GTiff"
_FEW_BANDS = 2
# A colour for each value of a byte.
_COLOURS = 255
_NO_DATA_SHARE = 0.1


def check_raster_format(
    path: str | Path, grid: RasterGrid, bands: int = 1, dtype: str = "uint8", no_data: float = NO_DATA
) -> None:
    """Does nothing if the format of a file holds a raster exactly: values, pixel grid, reference system and no data.

    Args:
        path: The file that will be written; only its name counts.
        grid: The pixel grid.
        bands: Number of bands.
        dtype: One of `GDAL_TYPES`. Whole numbers are labels, which have names and colours.
        no_data: The no data value.

    Raises:
        RasterError: The format is unknown, or loses something.
    """
    driver = raster_driver(Path(path))
    _check(Path(path).name, driver.ShortName, grid, bands, dtype, str(no_data))


@lru_cache(256)
def _check(name: str, driver: str, grid: RasterGrid, bands: int, dtype: str, no_data: str) -> None:
    """Remembers what has gone well, by the driver too; a refusal may come from a full folder, and be none later."""
    lost = _lost(name, driver, grid, bands, dtype, float(no_data))
    if lost:
        raise RasterError(f"{name}: the format {gdal.GetDriverByName(driver).LongName} {lost}; use .tif.")


def _lost(name: str, driver: str, grid: RasterGrid, bands: int, dtype: str, no_data: float) -> str:
    """What a format does not do with a raster; empty if it keeps all."""
    is_label = not dtype.startswith("float")
    for window, count in _trials(driver, grid, bands):
        try:
            lost = _try(name, grid.cropped(window), count, dtype, no_data)
        except (RasterError, RuntimeError, AttributeError):  # some drivers have fewer bands than they were asked for
            if driver == _UNLIMITED:
                raise  # not the format is at fault
            what = f"{bands} {'band' if bands == 1 else 'bands'} of {dtype}"
            legend = " with a legend" if is_label else ""
            return f"cannot hold {grid.width} x {grid.height} pixels in {what}{legend}"
        if lost:
            return lost
    return ""


def _trials(driver: str, grid: RasterGrid, bands: int) -> list[tuple[Window, int]]:
    """The windows that are written, and the number of bands of each: few values, for all sides and all bands."""
    square = Window(0, 0, min(grid.height, _ACROSS), min(grid.width, _ACROSS))
    if driver == _UNLIMITED:
        return [(square, min(bands, _FEW_BANDS))]
    across = max(1, min(_ACROSS, _MOST_VALUES // max(grid.width, grid.height)))
    wide = Window(0, 0, min(grid.height, across), grid.width)
    high = Window(0, 0, grid.height, min(grid.width, across))
    return [(square, bands), (wide, 1), (high, 1)]


def _try(name: str, grid: RasterGrid, bands: int, dtype: str, no_data: float) -> str:
    values = _values(grid, bands, dtype, no_data)
    with scratch_folder(Path(tempfile.gettempdir()) / name) as folder:
        path = folder / name
        with RasterSink(path, grid, bands, dtype, no_data) as sink:
            if not dtype.startswith("float"):
                sink.set_legend(cluster_legend(_COLOURS), style=False)
            sink.write(grid.window, values)
        if not path.is_file():
            return "is a folder of files"
        with quiet_gdal():
            return _difference(path, grid, values, no_data)


def _difference(path: Path, grid: RasterGrid, values: NDArray[np.generic], no_data: float) -> str:
    dataset = _opened(path)
    if dataset is None or dataset.RasterCount != len(values):
        return f"cannot hold {len(values)} {'band' if len(values) == 1 else 'bands'} as they are"
    found = RasterGrid(dataset.RasterXSize, dataset.RasterYSize, dataset.GetGeoTransform(can_return_null=True))
    if not found.is_aligned_with(grid):
        return "does not keep where these pixels lie"
    if not is_same_place(grid.wkt, dataset.GetProjection() or "", grid.corners):
        return "does not keep the reference system" if grid.wkt else "needs a reference system, and the raster has none"
    read = dataset.ReadAsArray()
    if read is None or not np.array_equal(read.reshape(values.shape), values, equal_nan=math.isnan(no_data)):
        return "changes values"
    for number, band in enumerate(values, start=1):
        valid = dataset.GetRasterBand(number).GetMaskBand().ReadAsArray() > 0
        if not np.array_equal(valid, ~np.isnan(band) if math.isnan(no_data) else band != no_data):
            return "does not keep no data"
    return ""


def _values(grid: RasterGrid, bands: int, dtype: str, no_data: float) -> NDArray[np.generic]:
    """Values of all sizes in no order, which no format can compress with a loss and give back."""
    generator = np.random.default_rng(0)
    shape = (bands, grid.height, grid.width)
    if dtype.startswith("float"):
        values = generator.normal(size=shape).astype(dtype)
    else:
        limits = np.iinfo(dtype)
        values = generator.integers(max(limits.min, 0), limits.max, shape, endpoint=True).astype(dtype)
    values[generator.random(shape) < _NO_DATA_SHARE] = no_data
    return values


def _opened(path: Path) -> gdal.Dataset | None:
    try:
        return gdal.OpenEx(str(path), gdal.OF_RASTER)
    except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
        return None
