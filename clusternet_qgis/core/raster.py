"""Reading rasters through GDAL: what pixels there are, and which of them are valid."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .errors import RasterError
from .tiling import Window

if TYPE_CHECKING:
    from .imagery import FlatBorder

FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]
GeoTransform = tuple[float, float, float, float, float, float]

# Where QGIS draws a raster that has no georeference: one unit a pixel, rows downwards from 0.
UNREFERENCED: GeoTransform = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
NO_DATA = 0
GDAL_VERSION = str(gdal.__version__)
MODEL_METADATA = "CLUSTERNET_MODEL"

# What shows whether a band that is tagged as alpha is one: so many small windows, evenly spread.
_ALPHA_WINDOWS = 4
_ALPHA_WINDOW = 64
_FEW_VALUES = 16

# Services that answer with pictures drawn for a screen, of a size that they choose.
_SERVICES = ("WMS", "WMTS")
_LOSSY = ("JPEG", "WEBP", "JXL", "ECW")

_MOST_OPEN = 64
_open_datasets: OrderedDict[int, gdal.Dataset] = OrderedDict()


@dataclass(frozen=True)
class RasterGrid:
    """Where the pixels of a raster lie; equal when pixels line up.

    Attributes:
        width: Columns.
        height: Rows.
        geotransform: GDAL's six numbers, None when the raster has no georeference.
        wkt: Coordinate reference system as WKT, empty when unknown.
    """

    width: int
    height: int
    geotransform: GeoTransform | None = None
    wkt: str = ""

    @property
    def transform(self) -> GeoTransform:
        """The geotransform, or the one QGIS assumes where there is none."""
        return self.geotransform or UNREFERENCED

    @property
    def window(self) -> Window:
        """All pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def pixel_area(self) -> float:
        """Area of a pixel in square units of the reference system."""
        t = self.transform
        return abs(t[1] * t[5] - t[2] * t[4])

    @property
    def pixel_metres(self) -> float:
        """Side of a pixel in metres, were it a square; 0 where the reference system's units are no lengths."""
        system = osr.SpatialReference(self.wkt) if self.wkt else None
        if system is None or not system.IsProjected():
            return 0.0
        return math.sqrt(self.pixel_area) * float(system.GetLinearUnits())

    def cropped(self, window: Window) -> RasterGrid:
        """The grid of a window of this one; the window may reach beyond."""
        transform: GeoTransform | None = None
        if self.geotransform:
            t = self.geotransform
            x, y = gdal.ApplyGeoTransform(t, window.col, window.row)
            transform = (x, t[1], t[2], y, t[4], t[5])
        elif window.row or window.col:
            transform = (float(window.col), 1.0, 0.0, float(-window.row), 0.0, -1.0)
        return replace(self, width=window.cols, height=window.rows, geotransform=transform)

    def window_of(self, extent: tuple[float, float, float, float]) -> Window:
        """The extent (xmin, ymin, xmax, ymax, in map units) snapped outwards to pixels and cut to the raster.

        Raises:
            RasterError: The extent does not touch the raster.
        """
        inverse = gdal.InvGeoTransform(self.transform)
        if inverse is None:
            raise RasterError(f"The raster's geotransform {self.transform} cannot be inverted; georeference it anew.")
        xmin, ymin, xmax, ymax = extent
        corners = [gdal.ApplyGeoTransform(inverse, x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
        # A corner on a pixel's border must not take in the next pixel because of rounding.
        cols, rows = ([round(value, 6) for value in values] for values in zip(*corners))
        row, col = math.floor(min(rows)), math.floor(min(cols))
        window = Window(row, col, math.ceil(max(rows)) - row, math.ceil(max(cols)) - col).intersection(self.window)
        if not window.pixels:
            raise RasterError("The extent does not overlap the raster; choose one inside it.")
        return window

    def lines_up_with(self, other: RasterGrid) -> bool:
        """Whether both have the same pixels: size, place to a thousandth of a pixel, and reference system."""
        if (self.width, self.height) != (other.width, other.height):
            return False
        step = math.sqrt(self.pixel_area) or 1.0
        return same_system(self.wkt, other.wkt) and all(
            abs(a - b) * reach <= 1e-3 * step
            for a, b, reach in zip(
                self.transform, other.transform, (1, self.width, self.height, 1, self.width, self.height)
            )
        )


def same_system(wkt: str, other: str) -> bool:
    """Whether two reference systems are the same; an unknown one is taken to be."""
    return not wkt or not other or wkt == other or bool(osr.SpatialReference(wkt).IsSame(osr.SpatialReference(other)))


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


class RasterSource(AbstractContextManager["RasterSource"]):
    """Reads windows of chosen bands as float32, with the mask of valid pixels.

    A pixel is valid where every chosen band is: not the declared no data, not masked, not NaN or infinite, and not
    fully transparent. That is what QGIS draws.

    Args:
        path: Anything GDAL opens.
        bands: 1-based numbers; by default all but an alpha band.

    Attributes:
        flat_border: A border that is no data too, though the file does not say so; see `imagery`.
        false_alpha: Number of a band that is tagged as alpha but holds a picture, which then is a band as any; else 0.

    Raises:
        RasterError: The raster or a band cannot be used.
    """

    flat_border: FlatBorder | None = None

    def __init__(self, path: str | Path, bands: Sequence[int] | None = None) -> None:
        self.path = str(path)
        self._state = _state(self.path)
        dataset = self._opened()
        self.grid = RasterGrid(
            dataset.RasterXSize,
            dataset.RasterYSize,
            dataset.GetGeoTransform(can_return_null=True),
            dataset.GetProjection() or "",
        )
        self._check_georeference(dataset)
        numbers = range(1, dataset.RasterCount + 1)
        alpha = [i for i in numbers if self._band(i).GetColorInterpretation() == gdal.GCI_AlphaBand]
        self.false_alpha = alpha[0] if dataset.RasterCount > 1 and alpha and self._is_picture(alpha[0]) else 0
        alpha = [i for i in alpha if i != self.false_alpha]
        self.bands = tuple(bands or [i for i in numbers if i not in alpha] or alpha)
        # What is transparent is no data, even to somebody who wants to cluster transparency.
        self._alpha = alpha[0] if alpha and dataset.RasterCount > 1 else 0
        for index in self.bands:
            if not 1 <= index <= dataset.RasterCount:
                raise RasterError(f"{self.path} has {dataset.RasterCount} bands; band {index} was asked for.")
            if gdal.DataTypeIsComplex(self._band(index).DataType):
                raise RasterError(
                    f"Band {index} of {self.path} holds complex numbers; convert it to amplitude or intensity first."
                )

    def _check_georeference(self, dataset: gdal.Dataset) -> None:
        """Raises RasterError for a raster that is placed by something else than a geotransform."""
        points, polynomials = dataset.GetGCPCount(), bool(dataset.GetMetadata("RPC"))
        if self.grid.geotransform is None and (points or polynomials):
            placed = f"{points} ground control points" if points else "rational polynomial coefficients (RPC)"
            raise RasterError(
                f"{self.path} is placed by {placed} and has no pixel grid of its own; warp it first, with 'Warp "
                "(reproject)' or gdalwarp."
            )

    def _check_unchanged(self) -> None:
        """Raises RasterError if the file has become another: half of each is the picture of neither."""
        now = _state(self.path)
        if now is not None and now != self._state:
            raise RasterError(
                f"{self.path} was changed by another program while it was read; run again on the new file."
            )

    def _is_picture(self, number: int) -> bool:
        """Whether a band has the many middle values of a picture, which transparency has along outlines at most."""
        height, width = self.grid.height, self.grid.width
        rows, cols = min(_ALPHA_WINDOW, height), min(_ALPHA_WINDOW, width)
        samples = []
        for row in np.linspace(0, height - rows, _ALPHA_WINDOWS).astype(int):
            for col in np.linspace(0, width - cols, _ALPHA_WINDOWS).astype(int):
                place = (int(col), int(row), cols, rows)
                samples.append(self._buffer(self._band(number), place, gdal.GDT_Float32, np.float32))
        values = np.stack(samples)
        seen = values[values > 0]
        if len(np.unique(seen)) <= _FEW_VALUES:
            return False
        middle = (seen > seen.max() / 16) & (seen < seen.max() * 15 / 16)
        return bool(middle.mean() > 0.5)

    def _opened(self) -> gdal.Dataset:
        """The dataset, opened if need be; of thousands of tiles only some may be open at once."""
        dataset = _open_datasets.pop(id(self), None)
        if dataset is None:
            dataset = open_raster(self.path)
            while len(_open_datasets) >= _MOST_OPEN:
                _open_datasets.popitem(last=False)
        _open_datasets[id(self)] = dataset
        return dataset

    def _band(self, index: int) -> gdal.Band:
        return self._opened().GetRasterBand(index)

    @property
    def band_names(self) -> list[str]:
        """Descriptions of the chosen bands, or their colour, or their number."""
        names = []
        for index in self.bands:
            interpretation = gdal.GetColorInterpretationName(self._band(index).GetColorInterpretation())
            unknown = interpretation in ("Undefined", "Gray", "Palette") or index == self.false_alpha
            colour = "" if unknown else interpretation.lower()
            names.append(self._band(index).GetDescription() or colour or f"band {index}")
        return names

    @property
    def metadata(self) -> dict[str, str]:
        """The raster's metadata items."""
        return dict(self._opened().GetMetadata() or {})

    @property
    def category_names(self) -> list[str]:
        """Name of each value of the first chosen band, from 0; empty when the raster has none."""
        return list(self._band(self.bands[0]).GetCategoryNames() or [])

    @property
    def largest_value(self) -> float | None:
        """What white is stored as: the largest value of the first band's type; None if not whole and unsigned."""
        bits = {gdal.GDT_Byte: 8, gdal.GDT_UInt16: 16, gdal.GDT_UInt32: 32}.get(self._band(self.bands[0]).DataType)
        return float(2**bits - 1) if bits else None

    @property
    def is_lossy(self) -> bool:
        """Whether the file was compressed in a way that changes values."""
        structure = self._opened().GetMetadata("IMAGE_STRUCTURE") or {}
        compression = f"{structure.get('COMPRESSION', '')} {self._opened().GetDriver().ShortName}".upper()
        reversible = structure.get("COMPRESSION_REVERSIBILITY", "").startswith("LOSSLESS")
        return not reversible and any(name in compression for name in _LOSSY)

    def read_thinned(self, window: Window, rows: int, cols: int) -> tuple[FloatArray, BoolArray]:
        """Every so many rows and columns of a window inside the raster, `rows` and `cols` in all.

        Raises:
            RasterError: The file cannot be read.
        """
        return self._read_inside(window, (rows, cols))

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Reads a window, which may reach beyond the raster: there its content is reflected.

        Returns:
            Values (bands, rows, cols) and validity (rows, cols). Values of invalid pixels mean nothing, but are finite.

        Raises:
            RasterError: The file cannot be read.
        """
        rows = _reflected(window.row, window.rows, self.grid.height)
        cols = _reflected(window.col, window.cols, self.grid.width)
        inside = Window(
            int(rows.min()), int(cols.min()), int(rows.max() - rows.min()) + 1, int(cols.max() - cols.min()) + 1
        )
        values, valid = self._read_inside(inside)
        if inside != window:
            index = np.ix_(rows - inside.row, cols - inside.col)
            values, valid = np.stack([band[index] for band in values]), valid[index]
        return values, valid

    def _read_inside(self, window: Window, thinned: tuple[int, int] | None = None) -> tuple[FloatArray, BoolArray]:
        self._check_unchanged()
        place = (window.col, window.row, window.cols, window.rows)
        shape = thinned or (window.rows, window.cols)
        values = np.empty((len(self.bands), *shape), np.float32)
        valid = np.ones(shape, np.bool_)
        with quiet_gdal(), np.errstate(over="ignore"):
            for index, number in enumerate(self.bands):
                band = self._band(number)
                values[index] = self._buffer(band, place, gdal.GDT_Float32, np.float32, shape)
                valid &= np.isfinite(values[index])
                flags = band.GetMaskFlags()
                if not flags & (gdal.GMF_ALL_VALID | gdal.GMF_ALPHA):
                    valid &= self._buffer(band.GetMaskBand(), place, gdal.GDT_Byte, np.uint8, shape) > 0
                no_data = band.GetNoDataValue()
                if no_data is not None and not flags & gdal.GMF_NODATA:
                    valid &= values[index] != np.float32(no_data)
            if self._alpha:
                valid &= self._buffer(self._band(self._alpha), place, gdal.GDT_Float32, np.float32, shape) > 0
        values[~np.isfinite(values)] = 0
        if self.flat_border is not None and thinned is None:
            valid &= ~self.flat_border.covers(values, window)
        return values, valid

    def _buffer(
        self,
        band: gdal.Band,
        place: tuple[int, int, int, int],
        gdal_type: int,
        dtype: type,
        shape: tuple[int, int] | None = None,
    ) -> NDArray[Any]:
        rows, cols = shape or (place[3], place[2])
        try:
            data = band.ReadRaster(*place, buf_xsize=cols, buf_ysize=rows, buf_type=gdal_type)
        except RuntimeError:
            data = None
        if data is None:
            raise RasterError(f"Cannot read {self.path}: {gdal_reason()}. The file may be damaged or incomplete.")
        return np.frombuffer(data, dtype).reshape(rows, cols)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _open_datasets.pop(id(self), None)

    def __del__(self) -> None:
        _open_datasets.pop(id(self), None)


def _state(path: str) -> tuple[int, int] | None:
    """Time of the last change and size of a file; None for what is no file, or is gone while GDAL still holds it."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def _reflected(start: int, count: int, size: int) -> NDArray[np.intp]:
    """Indices from `start` folded into 0..size-1, the border pixels not repeated."""
    period = max(2 * (size - 1), 1)
    folded = np.arange(start, start + count) % period
    return np.minimum(folded, period - folded)
