"""How the core calls GDAL: without messages on the screen, with errors as sentences, and with a limit on open files."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

from osgeo import gdal, ogr, osr

from ..errors import RasterError

GDAL_VERSION = str(gdal.__version__)

# Drivers of services that return pictures drawn for a screen, not values.
_SERVICES = ("WMS", "WMTS")


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """In the block, GDAL prints no messages and raises no exceptions; the caller checks the results of its calls.

    Afterwards GDAL raises exceptions or not as before, as QGIS or a script has chosen.
    """
    with ExitStack() as stack:
        for module in (gdal, ogr, osr):
            if hasattr(module, "ExceptionMgr"):  # since GDAL 3.7; QGIS with an older GDAL does not use exceptions
                stack.enter_context(module.ExceptionMgr(useExceptions=False))
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        gdal.ErrorReset()
        try:
            yield
        finally:
            gdal.PopErrorHandler()


def limit_block_cache(megabytes: int = 64) -> None:
    """Limits GDAL's block cache for the whole process; its own default is 5 % of the machine's memory."""
    gdal.SetCacheMax(megabytes * 1_000_000)


def gdal_reason(otherwise: str = "the driver gave no reason") -> str:
    """The message of GDAL's last error without its full stop, for use in a sentence."""
    return (gdal.GetLastErrorMsg() or otherwise).rstrip(".")


def open_raster(path: str | Path) -> gdal.Dataset:
    """Opens a raster for reading.

    Raises:
        RasterError: It does not exist, or GDAL cannot read it.
    """
    with quiet_gdal():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR)
        except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
            dataset = None
        subdatasets = dataset.GetSubDatasets() if dataset is not None and not dataset.RasterCount else []
        if subdatasets:
            raise RasterError(
                f"{path} holds {len(subdatasets)} rasters; choose one of them, such as {subdatasets[0][0]}."
            )
        if dataset is None or not dataset.RasterCount:
            reason = gdal_reason("it has no raster bands")
            raise RasterError(f"Cannot read the raster {path}: {reason}. Check that the file exists and is a raster.")
    if dataset.GetDriver().ShortName in _SERVICES:
        raise RasterError(
            f"{path} is a {dataset.GetDriver().ShortName} service, which gives pictures and not values; export the "
            "part that you need as GeoTIFF first."
        )
    return dataset


def highest_value(path: str | Path) -> int:
    """The highest value of the first band of a raster, 0 if none is valid.

    Raises:
        RasterError: It cannot be read.
    """
    dataset = open_raster(path)
    with quiet_gdal():
        try:
            limits = dataset.GetRasterBand(1).ComputeRasterMinMax(False)
        except RuntimeError:  # no pixel is valid, and QGIS or a script has switched GDAL's exceptions on
            limits = None
    return int(limits[1]) if limits and math.isfinite(limits[1]) else 0


class OpenDatasets:
    """Keeps the datasets open that were used last, so that thousands of rasters can be read with few files open.

    Args:
        limit: The most datasets that are open at once.
    """

    def __init__(self, limit: int = 64) -> None:
        self._limit = limit
        # From the least to the most recently used. A reader that is garbage collected takes its dataset with it.
        self._open: WeakKeyDictionary[object, gdal.Dataset] = WeakKeyDictionary()

    def get(self, reader: object, path: str) -> gdal.Dataset:
        """The dataset of the object that reads it, opened if it is not open.

        Raises:
            RasterError: It does not exist, or GDAL cannot read it.
        """
        dataset = self._open.pop(reader, None)
        if dataset is None:
            dataset = open_raster(path)
            while len(self._open) >= self._limit:
                self.close(next(iter(self._open)))
        self._open[reader] = dataset
        return dataset

    def close(self, reader: object) -> None:
        """Closes the dataset of a reader, if it is open."""
        self._open.pop(reader, None)
