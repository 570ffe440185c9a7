"""Writing rasters through GDAL window by window; files appear when they are complete."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..errors import Cancelled, RasterError
from ..progress import Progress
from ..staging import StagedSink
from .gdal_calls import gdal_reason, quiet_gdal
from .grid import RasterGrid
from .legend import Legend
from .plain_text import plain_text
from .raster_source import NO_DATA
from .replaced_files import replaced_files
from .tiling import Window

GDAL_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "uint32": gdal.GDT_UInt32,
    "int16": gdal.GDT_Int16,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}
# Rows or columns up to which QGIS draws a raster fast without overviews.
_LARGEST_WITHOUT_OVERVIEWS = 1024
# Level 5 of DEFLATE takes half the time of level 6, its default, for files 6 % larger. ZSTD would take a third, but not
# every program reads it. Threads change no byte.
_CREATION_OPTIONS = {
    "GTiff": ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=5", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER"],
    "COG": [
        "COMPRESS=DEFLATE", "LEVEL=5", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER", "OVERVIEW_RESAMPLING=NEAREST",
    ],
    # Values are no picture: formats that may lose some must not.
    "JP2OpenJPEG": ["REVERSIBLE=YES", "QUALITY=100"],
    "WEBP": ["LOSSLESS=YES"],
}  # fmt: skip


class RasterSink(StagedSink):
    """Writes a raster window by window; the file appears under its name when the block ends without an error.

    Args:
        path: The file; its extension determines the format.
        grid: The pixel grid.
        bands: Number of bands.
        dtype: One of `GDAL_TYPES`.
        no_data: The no data value to declare.
        cloud_optimised: Whether a .tif is written as a Cloud Optimised GeoTIFF.

    Raises:
        RasterError: The format is unknown, or the file cannot be written.
    """

    def __init__(
        self,
        path: str | Path,
        grid: RasterGrid,
        bands: int = 1,
        dtype: str = "uint8",
        no_data: float = NO_DATA,
        cloud_optimised: bool = False,
    ) -> None:
        super().__init__(path, replaced_files)
        self.grid = grid
        self._driver = gdal.GetDriverByName("COG") if cloud_optimised else raster_driver(self.path)
        self._bands, self._type, self._no_data = bands, dtype, no_data
        self._dataset: gdal.Dataset = None

    def _start(self) -> None:
        # Formats for which GDAL can only copy whole rasters are written as GeoTIFF first.
        self._copies = self._driver.GetMetadataItem("DCAP_CREATE") is None
        driver = gdal.GetDriverByName("GTiff") if self._copies else self._driver
        self._written_path = self._staged_path.with_name("copy.tif") if self._copies else self._staged_path
        with quiet_gdal():
            options = _CREATION_OPTIONS.get(driver.ShortName, [])
            dataset = self._dataset = driver.Create(
                str(self._written_path),
                self.grid.width,
                self.grid.height,
                self._bands,
                GDAL_TYPES[self._type],
                options,
            )
            if dataset is None:
                raise self._failure()
            if self.grid.geotransform:
                dataset.SetGeoTransform(self.grid.geotransform)
            if self.grid.wkt:
                dataset.SetProjection(self.grid.wkt)
            for index in range(1, self._bands + 1):
                dataset.GetRasterBand(index).SetNoDataValue(self._no_data)

    def write(self, window: Window, values: NDArray[np.generic]) -> None:
        """Writes (rows, cols) or (bands, rows, cols) into a window."""
        values = np.ascontiguousarray(values)
        kind = GDAL_TYPES[values.dtype.name]
        with quiet_gdal():
            failed = self._dataset.WriteRaster(
                window.col, window.row, window.cols, window.rows, values.tobytes(), buf_type=kind
            )
            if failed:
                raise self._failure()

    def set_legend(self, legend: Legend, style: bool = True) -> None:
        """Stores names and colours of the values of the first band: in the file, and as a QGIS style beside it.

        The file gets category names, a raster attribute table and, if the format has one, a colour table.

        Args:
            legend: Names and colours.
            style: Whether the style is written too.

        Raises:
            RasterError: The file is a GeoPackage, which cannot store classes.
        """
        if self._driver.ShortName == "GPKG":
            raise RasterError(f"{self.path.name}: a GeoPackage turns classes into colours; write them as .tif.")
        with quiet_gdal():
            write_legend(self._dataset, legend, self._driver.ShortName)
        if style:
            self.set_style(legend.style())

    def set_style(self, style: str) -> None:
        """Stores a QGIS style, given as QML text, beside the file."""
        self._staged_path.with_suffix(".qml").write_text(style, encoding="utf-8")

    def set_metadata(self, items: dict[str, str]) -> None:
        """Adds metadata items."""
        self._dataset.SetMetadata({**(self._dataset.GetMetadata() or {}), **items})

    def set_band_names(self, names: Sequence[str]) -> None:
        """Sets the description of each band."""
        for index, name in enumerate(names, start=1):
            self._dataset.GetRasterBand(index).SetDescription(plain_text(name))

    def sieve(self, pixels: int, progress: Progress) -> None:
        """Merges regions of fewer pixels into their largest neighbour (gdal_sieve); no data does not change."""
        band = self._dataset.GetRasterBand(1)
        with quiet_gdal():
            failed = gdal.SieveFilter(band, band.GetMaskBand(), band, pixels, 4, callback=_gdal_callback(progress))
        progress.check()
        if failed:
            raise self._failure()

    def add_overviews(self, progress: Progress) -> None:
        """Adds overviews to a large GeoTIFF: means of numbers, nearest neighbours of labels."""
        longest = max(self.grid.width, self.grid.height)
        factors = [2**power for power in range(1, 32) if longest > _LARGEST_WITHOUT_OVERVIEWS * 2 ** (power - 1)]
        if not factors or self._dataset.GetDriver().ShortName != "GTiff":
            return
        method = "AVERAGE" if self._type == "float32" else "NEAREST"
        with quiet_gdal():
            self._dataset.FlushCache()
            failed = self._dataset.BuildOverviews(method, factors, callback=_gdal_callback(progress))
        progress.check()
        if failed:
            raise self._failure()

    def _finish(self) -> None:
        with quiet_gdal():
            self._dataset.FlushCache()
            if self._copies:
                options = _CREATION_OPTIONS.get(self._driver.ShortName, [])
                copy = self._driver.CreateCopy(str(self._staged_path), self._dataset, options=options)
                failed = copy is None
                del copy
            else:
                failed = False
            self._dataset = None
            if failed or gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise self._failure()
        if self._copies:
            self._written_path.unlink()
            self._written_path.with_name(f"{self._written_path.name}.aux.xml").unlink(missing_ok=True)

    def _failure(self) -> RasterError:
        reason = gdal_reason()
        return RasterError(
            f"Cannot write {self.path}: {reason}. Check the free disk space and your rights on the folder."
        )

    def _close(self) -> None:
        with quiet_gdal():  # closing writes the rest, which may fail
            self._dataset = None


def write_legend(dataset: gdal.Dataset, legend: Legend, format_name: str) -> None:
    """Stores category names, a raster attribute table and, if the format has one, a colour table of the first band."""
    band = dataset.GetRasterBand(1)
    colours = gdal.ColorTable()
    for entry in legend:
        colours.SetColorEntry(entry.value, (*entry.colour, 255))
    names = {entry.value: entry.name for entry in legend}
    if format_name in ("GTiff", "COG", "HFA", "VRT") or band.DataType == gdal.GDT_Byte:
        band.SetColorTable(colours)
    band.SetCategoryNames([names.get(value, "") for value in range(max(names, default=0) + 1)])
    if format_name != "HFA":  # in this format, names and colours are such a table already
        band.SetDefaultRAT(_attribute_table(legend))


def _gdal_callback(progress: Progress) -> Callable[[float, str, object], int]:
    """A function that GDAL calls while it works: it reports, and stops GDAL when the user cancels."""

    def report(fraction: float, _message: str, _data: object) -> int:
        try:
            progress.update(fraction)
        except Cancelled:
            return 0
        return 1

    return report


def _attribute_table(legend: Legend) -> gdal.RasterAttributeTable:
    """Value, name and colour of each entry, for programs that read neither colour tables nor QGIS styles."""
    columns = [
        ("Value", gdal.GFT_Integer, gdal.GFU_MinMax),
        ("Class", gdal.GFT_String, gdal.GFU_Name),
        ("Red", gdal.GFT_Integer, gdal.GFU_Red),
        ("Green", gdal.GFT_Integer, gdal.GFU_Green),
        ("Blue", gdal.GFT_Integer, gdal.GFU_Blue),
    ]
    table = gdal.RasterAttributeTable()
    for name, kind, usage in columns:
        table.CreateColumn(name, kind, usage)
    table.SetRowCount(len(legend.entries))
    for row, entry in enumerate(legend):
        table.SetValueAsString(row, 1, entry.name)
        for column, number in zip((0, 2, 3, 4), (entry.value, *entry.colour)):
            table.SetValueAsInt(row, column, number)
    return table


def raster_driver(path: Path) -> gdal.Driver:
    """The raster driver for the extension of a file name; GeoTIFF if it has none.

    Raises:
        RasterError: No driver writes such files.
    """
    extension = path.suffix.lstrip(".").lower() or "tif"
    # GeoTIFF and Cloud Optimised GeoTIFF have the same extension; only the first is written window by window.
    if extension in ("tif", "tiff"):
        return gdal.GetDriverByName("GTiff")
    for index in range(gdal.GetDriverCount()):
        driver = gdal.GetDriver(index)
        writes = driver.GetMetadataItem("DCAP_CREATE") or driver.GetMetadataItem("DCAP_CREATECOPY")
        extensions = (driver.GetMetadataItem("DMD_EXTENSIONS") or "").split()
        if driver.GetMetadataItem("DCAP_RASTER") and writes and extension in extensions:
            return driver
    raise RasterError(f"No raster format is known for .{extension} ({path.name}); use .tif.")


def label_type(highest: int) -> str:
    """The smallest unsigned type that holds values up to `highest`.

    Raises:
        RasterError: The value does not fit into 32 bits.
    """
    for name in ("uint8", "uint16", "uint32"):
        if highest <= np.iinfo(name).max:
            return name
    raise RasterError(f"The value {highest} does not fit an unsigned 32-bit raster.")
