"""A raster as somebody sees it: a virtual raster (VRT) with another reference system or other no data."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # only written, never read  # nosec B405

import numpy as np
from osgeo import gdal

from ..errors import RasterError
from ..fingerprint import content_folder, file_state, key_of
from ..staging import staged
from .gdal_calls import gdal_reason, quiet_gdal
from .vectors import is_vector

# Ranges without end reach this far: interpolation between such numbers does not overflow.
_FAR = 1e300
# The states of so many files tell one state of a raster from another.
_MOST_FILES = 64
# Raised when views are written in another way.
_VERSION = 1


@dataclass(frozen=True)
class BandNoData:
    """Which values of a band are no data.

    Attributes:
        declared: Whether the value that the file declares is one of them.
        ranges: Further ones: (smallest, largest), both included.
    """

    declared: bool = True
    ranges: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class RasterView:
    """How a raster is seen.

    Attributes:
        source: What GDAL opens.
        open_options: Of the driver, such as `OVERVIEW_LEVEL=1`.
        wkt: Reference system instead of the file's, empty for none; None for the file's.
        no_data: For each band; empty for what the file declares.
    """

    source: str
    open_options: tuple[str, ...] = ()
    wkt: str | None = None
    no_data: tuple[BandNoData, ...] = ()

    def path(self, folder: str | Path, name: str) -> str:
        """What GDAL opens for the view: the source itself where that shows the same, or else a virtual raster.

        A file that also holds vector layers is not opened by itself: whoever asks what it is would find those.

        Args:
            folder: Where virtual rasters are written. The same view of the same raster is written once, and counts as
                the same in every folder; see `content_folder`.
            name: File name of the virtual raster.

        Raises:
            RasterError: GDAL cannot open the source, or the folder cannot be written to.
        """
        if not self.open_options and self.wkt is None and not self.no_data:
            source = inside_archive(self.source)
            if not is_vector(source):
                return source
        dataset = _opened(inside_archive(self.source), self.open_options)
        files = [file_state(file) for file in (dataset.GetFileList() or [])[:_MOST_FILES]]
        bands = [(band.declared, band.ranges) for band in self.no_data]
        key = key_of(self.source, self.open_options, self.wkt, bands, files, _VERSION)
        path = content_folder(folder, key) / name
        if not path.exists():
            with staged(path) as temporary:
                self._write(dataset, temporary)
        return str(path)

    def _write(self, dataset: gdal.Dataset, path: Path) -> None:
        with quiet_gdal():
            view = gdal.Translate(str(path), dataset, format="VRT")
            if view is None:
                raise RasterError(f"Cannot make a virtual raster of {self.source}: {gdal_reason()}.")
            if self.wkt is not None:
                view.SetProjection(self.wkt)
            # Which compression a file has says how exact its values are.
            structure = dict(dataset.GetMetadata("IMAGE_STRUCTURE") or {})
            compression = f"{structure.get('COMPRESSION', '')} {dataset.GetDriver().ShortName}".strip()
            view.SetMetadata({**structure, "COMPRESSION": compression}, "IMAGE_STRUCTURE")
            for number in range(1, view.RasterCount + 1):
                no_data = self.no_data[number - 1] if number <= len(self.no_data) else BandNoData()
                self._set_no_data(dataset, view, number, no_data)
            view.FlushCache()
            del view

    def _set_no_data(self, dataset: gdal.Dataset, view: gdal.Dataset, number: int, no_data: BandNoData) -> None:
        """A single value is declared, which all of GDAL understands; ranges become a mask."""
        source, band = dataset.GetRasterBand(number), view.GetRasterBand(number)
        declared = source.GetNoDataValue() if no_data.declared else None
        if not no_data.declared:
            band.DeleteNoDataValue()
        ranges = [(low, high) for low, high in no_data.ranges if not low == high == declared]
        if declared is not None and not _is_exact_as_text(declared) and not math.isnan(declared):
            ranges.append((declared, declared))
        is_one_value = len(ranges) == 1 and ranges[0][0] == ranges[0][1] and _is_exact_as_text(ranges[0][0])
        if declared is None and is_one_value:
            band.SetNoDataValue(ranges[0][0])
        elif ranges:
            # Masks are computed in single precision, of values rounded to it.
            exact = source.DataType in (gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_Int16, gdal.GDT_Float32)
            ranges = ranges if exact else [(float(np.float32(low)), float(np.float32(high))) for low, high in ranges]
            band.CreateMaskBand(0)
            mask = band.GetMaskBand()
            of_values = {"SourceBand": str(number), "LUT": _lookup_table(ranges)}
            mask.SetMetadataItem("source_0", self._mask_source(dataset, of_values), "new_vrt_sources")
            if source.GetMaskFlags() == gdal.GMF_PER_DATASET:
                of_mask = {"SourceBand": f"mask,{number}", "NODATA": "255"}  # 255 is valid, and changes nothing
                mask.SetMetadataItem("source_1", self._mask_source(dataset, of_mask), "new_vrt_sources")

    def _mask_source(self, dataset: gdal.Dataset, settings: dict[str, str]) -> str:
        root = ElementTree.Element("ComplexSource")
        ElementTree.SubElement(root, "SourceFilename", relativeToVRT="0").text = dataset.GetDescription()
        if self.open_options:
            options = ElementTree.SubElement(root, "OpenOptions")
            for option in self.open_options:
                key, _, value = option.partition("=")
                ElementTree.SubElement(options, "OOI", key=key).text = value
        for name, text in settings.items():
            ElementTree.SubElement(root, name).text = text
        size = {"xOff": "0", "yOff": "0", "xSize": str(dataset.RasterXSize), "ySize": str(dataset.RasterYSize)}
        ElementTree.SubElement(root, "SrcRect", size)
        ElementTree.SubElement(root, "DstRect", size)
        return ElementTree.tostring(root, encoding="unicode")


def _is_exact_as_text(value: float) -> bool:
    """Whether a virtual raster, which is a text, holds a value as it is."""
    return float(f"{value:.15g}") == value


def _lookup_table(ranges: Sequence[tuple[float, float]]) -> str:
    """A table of GDAL that is 0 for values in one of the ranges, and else 255."""
    return ",".join(f"{value!r}:{mask}" for value, mask in _steps(sorted(ranges)))


def _steps(ranges: Sequence[tuple[float, float]]) -> Iterator[tuple[float, int]]:
    merged: list[list[float]] = []
    for low, high in ranges:
        low, high = max(low, -_FAR), min(high, _FAR)
        if merged and low <= math.nextafter(merged[-1][1], _FAR):
            merged[-1][1] = max(merged[-1][1], high)
        elif low <= high:
            merged.append([low, high])
    for low, high in merged:
        if low > -_FAR:
            yield math.nextafter(low, -math.inf), 255
        yield low, 0
        if high > low:
            yield high, 0
        if high < _FAR:
            yield math.nextafter(high, math.inf), 255


def _opened(source: str, open_options: Sequence[str]) -> gdal.Dataset:
    with quiet_gdal():
        try:
            flags = gdal.OF_RASTER | gdal.OF_READONLY | gdal.OF_VERBOSE_ERROR
            dataset = gdal.OpenEx(source, flags, open_options=list(open_options))
        except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
            dataset = None
        if dataset is None:
            raise RasterError(
                f"Cannot read the raster {source}: {gdal_reason()}. Check that the file exists and is a raster."
            )
    return dataset


def inside_archive(source: str) -> str:
    """The first raster of an archive that is named as a whole, `/vsizip/sheets.zip`; any other source as it is."""
    if not source.startswith(("/vsizip/", "/vsitar/", "/vsi7z/", "/vsirar/")) or _opens(source):
        return source
    with quiet_gdal():
        members = sorted(gdal.ReadDirRecursive(source) or [])
    return next((path for path in (f"{source}/{member}" for member in members) if _opens(path)), source)


def _opens(source: str) -> bool:
    with quiet_gdal():
        try:
            return gdal.OpenEx(source, gdal.OF_RASTER | gdal.OF_READONLY) is not None
        except RuntimeError:
            return False
