"""GDAL as the core calls it: quiet, failures as results, sentences of what failed, and not too many files open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from osgeo import gdal, ogr, osr

from ..errors import RasterError

GDAL_VERSION = str(gdal.__version__)


# Services that answer with pictures drawn for a screen, of a size that they choose.
_SERVICES = ("WMS", "WMTS")


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keeps GDAL's messages from the screen; whoever calls looks at the results.

    Failures are results and no exceptions, whatever the host has chosen for its own calls.
    """
    with ExitStack() as stack:
        for module in (gdal, ogr, osr):
            if hasattr(module, "ExceptionMgr"):  # from GDAL 3.7 on; before, no host asks for exceptions
                stack.enter_context(module.ExceptionMgr(useExceptions=False))
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        gdal.ErrorReset()
        try:
            yield
        finally:
            gdal.PopErrorHandler()


def bound_block_cache(megabytes: int) -> None:
    """Bounds what GDAL keeps of blocks, for the whole process; by default it takes a twentieth of the machine."""
    gdal.SetCacheMax(megabytes * 1_000_000)


def gdal_reason(otherwise: str = "the driver gave no reason") -> str:
    """What GDAL said last, to stand within a sentence."""
    return (gdal.GetLastErrorMsg() or otherwise).rstrip(".")


def open_raster(path: str | Path) -> gdal.Dataset:
    """Opens a raster for reading.

    Raises:
        RasterError: There is none, or GDAL cannot read it.
    """
    with quiet_gdal():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR)
        except RuntimeError:  # the host may have switched GDAL's exceptions on
            dataset = None
        parts = dataset.GetSubDatasets() if dataset is not None and not dataset.RasterCount else []
        if parts:
            raise RasterError(f"{path} holds {len(parts)} rasters; choose one of them, such as {parts[0][0]}.")
        if dataset is None or not dataset.RasterCount:
            reason = gdal_reason("it has no raster bands")
            raise RasterError(f"Cannot read the raster {path}: {reason}. Check that the file exists and is a raster.")
    if dataset.GetDriver().ShortName in _SERVICES:
        raise RasterError(
            f"{path} is a {dataset.GetDriver().ShortName} service, which gives pictures and not values; export the "
            "part that you need as GeoTIFF first."
        )
    return dataset


class OpenDatasets:
    """Keeps open those datasets that were used last: of thousands of tiles only some may be open at once.

    Args:
        most: How many.
    """

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._open: OrderedDict[int, gdal.Dataset] = OrderedDict()

    def get(self, user: object, path: str) -> gdal.Dataset:
        """The dataset of who uses it, opened if need be.

        Raises:
            RasterError: There is none, or GDAL cannot read it.
        """
        dataset = self._open.pop(id(user), None)
        if dataset is None:
            dataset = open_raster(path)
            while len(self._open) >= self._most:
                self._open.popitem(last=False)
        self._open[id(user)] = dataset
        return dataset

    def close(self, user: object) -> None:
        """Closes the dataset of who uses it, if it is open."""
        self._open.pop(id(user), None)
