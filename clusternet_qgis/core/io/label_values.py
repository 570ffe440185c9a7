"""The values of labels in tiles: those of their source, or one numbering of its text classes for all tiles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..arrays import Int32Array
from ..errors import OptionsError
from .class_colours import default_colours
from .gdal_calls import open_raster
from .legend import Legend, LegendEntry
from .palette import Colour, hex_colour
from .raster_source import is_signed_byte
from .reference import UNLABELLED, Reference
from .vectors import field_index, named_layer, open_vector

LEGEND_NAME = "legend.json"
# Names of higher values are in the legend's file only: tiles list names from 0 on.
_HIGHEST_NAMED = 65535

_RASTER_TYPES = {
    gdal.GDT_Byte: "uint8",
    gdal.GDT_UInt16: "uint16",
    gdal.GDT_Int16: "int16",
    gdal.GDT_UInt32: "uint32",
    gdal.GDT_Int32: "int32",
}
_WHOLE_TYPES = ("uint8", "uint16", "int16", "uint32", "int32")


@dataclass(frozen=True)
class LabelValues:
    """How classes are stored in tiles.

    Attributes:
        values: Of each class.
        unlabelled: Value of pixels without a class, declared as no data.
        dtype: Type of the tiles; it depends on the source and not on what is cut.
        legend: Names and colours; None if the classes have no names.
    """

    values: tuple[int, ...]
    unlabelled: int
    dtype: str
    legend: Legend | None

    def apply(self, index: Int32Array) -> NDArray[np.generic]:
        """Values of classes given by their index, -1 for pixels without a class."""
        table = np.array([*self.values, self.unlabelled]).astype(self.dtype)
        values: NDArray[np.generic] = table[np.where(index == UNLABELLED, len(self.values), index)]
        return values

    @property
    def tile_legend(self) -> Legend | None:
        """The legend that is stored in each tile; None if it has no names or they would take too much room."""
        if self.legend is None or not 0 <= min(self.values) <= max(self.values) <= _HIGHEST_NAMED:
            return None
        return self.legend

    def write_legend(self, folder: Path) -> None:
        """Writes the legend beside the tiles, if the classes have names."""
        if self.legend is None:
            return
        text = {
            "unlabelled": self.unlabelled,
            "classes": [
                {"value": entry.value, "name": entry.name, "colour": hex_colour(entry.colour)} for entry in self.legend
            ],
        }
        folder.mkdir(parents=True, exist_ok=True)
        (folder / LEGEND_NAME).write_text(json.dumps(text, indent=1, ensure_ascii=False), encoding="utf-8")


def label_values(path: str, field: str, reference: Reference) -> LabelValues:
    """The values of the classes of labels.

    Args:
        path: Raster or vector layer of the labels.
        field: Class field of a vector layer.
        reference: The labels, opened on the raster that is cut.

    Raises:
        ClusterNetError: The labels cannot be read, or no type holds their values and another one for unlabelled pixels.
    """
    if reference.values:
        return _of_raster(path, reference)
    return _of_layer(path, field, reference.classes)


def _of_raster(path: str, reference: Reference) -> LabelValues:
    dataset = open_raster(path)  # a band is valid as long as its dataset exists
    band = dataset.GetRasterBand(1)
    values = tuple(reference.values)
    dtype = "int16" if is_signed_byte(band) else _RASTER_TYPES.get(band.DataType, "")
    dtype = dtype or _smallest_type(values, ("int32", "float64"))
    no_data = band.GetNoDataValue()
    legend = None
    if reference.named:
        table = band.GetRasterColorTable()
        count = table.GetCount() if table is not None else 0
        defaults = default_colours(reference.classes)
        colours = [table.GetColorEntry(v)[:3] if 0 <= v < count else defaults[i] for i, v in enumerate(values)]
        legend = _legend(values, reference.classes, colours)
    return LabelValues(values, _unlabelled(values, dtype, no_data), dtype, legend)


def _of_layer(path: str, field: str, classes: list[str]) -> LabelValues:
    """Whole numbers of a number field stay; other classes are numbered from 1."""
    numbers = [int(name) if _is_whole(name) else None for name in classes] if _is_number_field(path, field) else []
    if any(number is not None for number in numbers) and len({*numbers}) == len(classes):
        free = max(number for number in numbers if number is not None) + 1
        values = tuple(free if number is None else number for number in numbers)  # `other`
    else:
        values = tuple(range(1, len(classes) + 1))
    dtype = _smallest_type((*values, 0), (*_WHOLE_TYPES, "float64"))
    legend = _legend(values, classes, default_colours(classes))
    return LabelValues(values, _unlabelled(values, dtype, None), dtype, legend)


def _legend(values: tuple[int, ...], names: list[str], colours: list[Colour]) -> Legend:
    return Legend(tuple(LegendEntry(*entry) for entry in sorted(zip(values, names, colours))))


def _is_number_field(path: str, field: str) -> bool:
    if not field:
        return False
    dataset = open_vector(path)
    definition = named_layer(dataset, path).GetLayerDefn()
    index = field_index(named_layer(dataset, path), field, path)
    return definition.GetFieldDefn(index).GetType() in (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)


def _is_whole(name: str) -> bool:
    return name.lstrip("-").isdecimal() and str(int(name)) == name


def _smallest_type(values: tuple[int, ...], types: tuple[str, ...]) -> str:
    for name in types:
        if name == "float64" or (np.iinfo(name).min <= min(values) and max(values) <= np.iinfo(name).max):
            return name
    raise OptionsError(f"Labels from {min(values)} to {max(values)} fit no raster type; renumber them.")


def _unlabelled(values: tuple[int, ...], dtype: str, no_data: float | None) -> int:
    """The source's no data, or else 0, or, where that is a class, the highest or lowest value of the type."""
    if dtype == "float64":
        candidates = [no_data, 0, -(1 << 53)]
    else:
        lowest, highest = np.iinfo(dtype).min, np.iinfo(dtype).max
        candidates = [no_data, 0, highest, lowest, *range(highest - 1, highest - 255, -1)]
        candidates = [number for number in candidates if number is not None and lowest <= number <= highest]
    for number in candidates:
        if number is not None and float(number).is_integer() and int(number) not in values:
            return int(number)
    raise OptionsError(f"The labels use all values of {dtype}; leave one for pixels without a label.")
