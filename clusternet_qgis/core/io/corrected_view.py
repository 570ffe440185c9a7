"""A raster with gains and offsets of its bands: a virtual raster (VRT), which copies no pixel."""

from __future__ import annotations

import math
import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree  # only written, never read  # nosec B405
from xml.sax.saxutils import escape  # nosec B406

import numpy as np
from osgeo import gdal

from ..arrays import DoubleArray
from ..errors import RasterError
from ..fingerprint import is_content_named
from .gdal_calls import gdal_reason, open_raster, quiet_gdal
from .raster_source import is_signed_byte

# Folder, beside the virtual rasters, of what they are made of and QGIS would remove when it ends: `name.vrt` of what a
# layer shows, and `name.vrt.0.tif` of values that no file has.
VIEWS_FOLDER = "views"
# Metadata of a band.
GAIN_METADATA, OFFSET_METADATA = "CLUSTERNET_GAIN", "CLUSTERNET_OFFSET"

_LIMITS = {
    gdal.GDT_Byte: (0, 2**8 - 1),
    gdal.GDT_UInt16: (0, 2**16 - 1),
    gdal.GDT_Int16: (-(2**15), 2**15 - 1),
    gdal.GDT_UInt32: (0, 2**32 - 1),
    gdal.GDT_Int32: (-(2**31), 2**31 - 1),
}
_STATISTICS = "STATISTICS_"
_EXACT = ("ScaleOffset", "ScaleRatio", "LUT")
_MASKS = re.compile("(<MaskBand>.*?</MaskBand>)", re.DOTALL)
_NUMBERS = re.compile(f"<({'|'.join(_EXACT)})>[^<]*</[A-Za-z]+>")


@dataclass(frozen=True)
class BandCorrection:
    """The correction of a band: gain x value + offset.

    Attributes:
        gain: Factor.
        offset: Added to it, in the values of the raster.
        kept: A value that stays as it is and which no other becomes, beside declared no data; None for none.
    """

    gain: float = 1.0
    offset: float = 0.0
    kept: float | None = None

    @property
    def is_identity(self) -> bool:
        """Whether it changes nothing."""
        return self.gain == 1 and self.offset == 0


def value_limits(source: str) -> tuple[int, int] | None:
    """The smallest and the largest value of the type of a raster; None if it is not of whole numbers.

    Raises:
        RasterError: The source cannot be read.
    """
    dataset = open_raster(source)  # a band is valid as long as its dataset exists
    band = dataset.GetRasterBand(1)
    return (-128, 127) if is_signed_byte(band) else _LIMITS.get(band.DataType)


def write_corrected(
    source: str, folder: Path, staging: Path, name: str, corrections: dict[int, BandCorrection]
) -> None:
    """Writes a virtual raster of the same type, with the source's no data, masks, alpha and reference system.

    Whole numbers are rounded and stay within their type. No valid value becomes no data.

    Args:
        source: What GDAL opens. A path is stored relative to the folder, so that both can be moved together.
        folder: Where the virtual raster will lie.
        staging: Where it is written now.
        name: Its file name.
        corrections: By the number of the band; others stay as they are.

    Raises:
        RasterError: The source cannot be read, or the raster cannot be written.
    """
    dataset = open_raster(source)
    with quiet_gdal():
        named, is_relative = _kept_source(source, dataset, folder, staging, name)
        view = gdal.Translate(str(staging / name), dataset, format="VRT")
        if view is None:
            raise RasterError(f"Cannot make a virtual raster of {source}: {gdal_reason()}.")
        structure = dict(dataset.GetMetadata("IMAGE_STRUCTURE") or {})
        compression = f"{structure.get('COMPRESSION', '')} {dataset.GetDriver().ShortName}".strip()
        view.SetMetadata({**structure, "COMPRESSION": compression}, "IMAGE_STRUCTURE")
        exact: list[tuple[str, str]] = []
        for number in range(1, view.RasterCount + 1):
            band, original = view.GetRasterBand(number), dataset.GetRasterBand(number)
            correction = corrections.get(number, BandCorrection())
            root = _source(named, is_relative, number, original, correction)
            xml = ElementTree.tostring(root, encoding="unicode")
            band.SetMetadata({"source_0": xml}, "vrt_sources")
            exact += [(element.tag, element.text or "") for element in root if element.tag in _EXACT]
            metadata = {key: text for key, text in (original.GetMetadata() or {}).items() if _STATISTICS not in key}
            if number in corrections:
                values = {GAIN_METADATA: repr(correction.gain), OFFSET_METADATA: repr(correction.offset)}
                metadata = {**metadata, **values}
            band.SetMetadata(metadata)
        if dataset.GetRasterBand(1).GetMaskFlags() == gdal.GMF_PER_DATASET:
            _set_mask(view, named, is_relative)
        view.FlushCache()
        del view, band
    _write_exactly(staging / name, exact)


def _write_exactly(path: Path, exact: Sequence[tuple[str, str]]) -> None:
    """Puts the texts of elements, in their order, where GDAL has written their numbers with six digits."""
    waiting = iter(exact)

    def replaced(match: re.Match[str]) -> str:
        tag, text = next(waiting)
        if tag != match[1]:
            raise RasterError(f"Cannot write {path.name}: GDAL has written {match[1]} in place of {tag}.")
        return f"<{tag}>{text}</{tag}>"

    # Masks that a virtual raster had before keep their tables.
    parts = _MASKS.split(path.read_text(encoding="utf-8"))
    parts[::2] = [_NUMBERS.sub(replaced, part) for part in parts[::2]]
    path.write_text("".join(parts), encoding="utf-8")


def _set_mask(view: gdal.Dataset, named: str, is_relative: bool) -> None:
    if view.GetRasterBand(1).GetMaskFlags() != gdal.GMF_PER_DATASET:
        view.CreateMaskBand(gdal.GMF_PER_DATASET)
    root = _source_root("SimpleSource", named, is_relative, "mask,1", view)
    xml = ElementTree.tostring(root, encoding="unicode")
    view.GetRasterBand(1).GetMaskBand().SetMetadata({"source_0": xml}, "vrt_sources")


def _kept_source(source: str, dataset: gdal.Dataset, folder: Path, staging: Path, name: str) -> tuple[str, bool]:
    """What the virtual raster reads, and whether that is a path relative to its folder."""
    if is_content_named(source):  # goes when QGIS ends
        (staging / VIEWS_FOLDER).mkdir(exist_ok=True)
        _write_view(source, dataset, staging / VIEWS_FOLDER / name)
        return f"{VIEWS_FOLDER}/{name}", True
    if not Path(source).exists():
        return source, False
    try:
        return Path(os.path.relpath(Path(source).resolve(), folder.resolve())).as_posix(), True
    except ValueError:  # another drive of Windows
        return str(Path(source).resolve()), False


def _write_view(source: str, dataset: gdal.Dataset, path: Path) -> None:
    """Writes a virtual raster of what is seen, beside copies of the temporary files that hold its pixels."""
    if gdal.GetDriverByName("VRT").CreateCopy(str(path), dataset) is None:
        raise RasterError(f"Cannot make a virtual raster of {source}: {gdal_reason()}.")
    held = [Path(file) for file in dataset.GetFileList() or [] if is_content_named(file)]
    text = path.read_text(encoding="utf-8")
    for number, file in enumerate(file for file in held if file.suffix.lower() != ".vrt"):
        copy = path.with_name(f"{path.name}.{number}{file.suffix}")
        shutil.copyfile(file, copy)
        name = re.escape(escape(f"{file.parent.name}/{file.name}"))
        named = f'relativeToVRT="1">{escape(copy.name)}</SourceFilename>'
        text = re.sub(rf'relativeToVRT="[01]">[^<>]*{name}</SourceFilename>', named, text)
    path.write_text(text, encoding="utf-8")


def _source_root(kind: str, named: str, is_relative: bool, band: str, dataset: gdal.Dataset) -> ElementTree.Element:
    root = ElementTree.Element(kind)
    ElementTree.SubElement(root, "SourceFilename", relativeToVRT=str(int(is_relative))).text = named
    ElementTree.SubElement(root, "SourceBand").text = band
    width, height = dataset.RasterXSize, dataset.RasterYSize
    kind_name = gdal.GetDataTypeName(dataset.GetRasterBand(1).DataType)
    # With these GDAL need not open a source before it is read.
    properties = {"RasterXSize": str(width), "RasterYSize": str(height), "DataType": kind_name}
    block = dataset.GetRasterBand(1).GetBlockSize()
    ElementTree.SubElement(
        root, "SourceProperties", {**properties, "BlockXSize": str(block[0]), "BlockYSize": str(block[1])}
    )
    size = {"xOff": "0", "yOff": "0", "xSize": str(width), "ySize": str(height)}
    ElementTree.SubElement(root, "SrcRect", size)
    ElementTree.SubElement(root, "DstRect", size)
    return root


def _source(
    named: str, is_relative: bool, number: int, band: gdal.Band, correction: BandCorrection
) -> ElementTree.Element:
    kind = "SimpleSource" if correction.is_identity else "ComplexSource"
    root = _source_root(kind, named, is_relative, str(number), band.GetDataset())
    if not correction.is_identity:
        no_data = band.GetNoDataValue()
        kept = [value for value in (no_data, correction.kept) if value is not None and math.isfinite(value)]
        if band.DataType in _LIMITS:
            ElementTree.SubElement(root, "LUT").text = _lookup_table(band, correction, kept)
        else:
            ElementTree.SubElement(root, "ScaleOffset").text = repr(correction.offset)
            ElementTree.SubElement(root, "ScaleRatio").text = repr(correction.gain)
            # What is skipped has the band's no data, or else 0.
            skipped = no_data if no_data is not None else (0.0 if correction.kept == 0 else None)
            if skipped is not None:
                ElementTree.SubElement(root, "NODATA").text = repr(skipped)
    return root


def _lookup_table(band: gdal.Band, correction: BandCorrection, kept: Sequence[float]) -> str:
    """A table of GDAL, which interpolates between its entries and goes on with the outermost ones."""
    if band.DataType == gdal.GDT_Byte:
        values: DoubleArray = np.arange(256, dtype=np.float64)
        limits = (0, 255)
        if is_signed_byte(band):
            values[128:] -= 256
            limits = (-128, 127)
        raw = corrected(values, correction, kept, limits).astype(np.int64) & 255
        return ",".join(f"{value}:{result}" for value, result in zip(range(256), raw.tolist()))
    low, high = _LIMITS[band.DataType]
    # Where the line reaches the ends of the type, and around values that stay or are stepped over.
    turns = {low, high}
    for result in (low, low + 1, high - 1, high, *(value + step for value in kept for step in (-1, 0, 1))):
        turns |= {math.floor((result - correction.offset) / correction.gain) + step for step in (-1, 0, 1, 2)}
    turns |= {int(value) + step for value in kept for step in (-1, 0, 1)}
    turning = np.array(sorted(turn for turn in turns if low <= turn <= high), np.float64)
    results = corrected(turning, correction, kept, (low, high), rounded=False)
    return ",".join(f"{int(value)}:{result!r}" for value, result in zip(turning.tolist(), results.tolist()))


def corrected(
    values: DoubleArray,
    correction: BandCorrection,
    kept: Sequence[float],
    limits: tuple[int, int],
    rounded: bool = True,
) -> DoubleArray:
    """Corrected whole numbers.

    An end of the type is only reached by what was there: black and white borders are found by that.

    Args:
        values: Whole numbers.
        correction: Gain and offset.
        kept: Values that stay, and which no other becomes.
        limits: The smallest and the largest value of the type.
        rounded: Whether results are whole numbers.
    """
    low, high = limits
    exact = correction.gain * values + correction.offset
    results = np.clip(np.round(exact) if rounded else exact, low, high)
    results = np.where((results < low + 1) & (values != low), low + 1, results)
    results = np.where((results > high - 1) & (values != high), high - 1, results)
    for value in kept:
        # Above where the line says so; at an end of the type there is one way only.
        upwards = (exact >= value) & (value + 1 <= high) | (value - 1 < low)
        meets = np.abs(results - value) < (0.5 if rounded else 1)
        results = np.where(meets, np.where(upwards, value + 1, value - 1), results)
    for value in kept:
        results = np.where(values == value, value, results)
    return results
