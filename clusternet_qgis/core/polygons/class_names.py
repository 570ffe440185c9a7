"""Names of classes: those of a raster, and those that a user asks for."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import BoolArray, IntArray
from ..errors import OptionsError
from ..io.gdal_calls import open_raster
from ..io.legend import Legend, LegendEntry
from ..io.palette import Colour, cluster_colour


def listed_names(text: str) -> tuple[str, ...]:
    """The names in a text such as `roof, shed`, divided by commas or semicolons."""
    return tuple(name for name in (part.strip() for part in text.replace(";", ",").split(",")) if name)


def check_names(wanted: tuple[str, ...], names: list[str]) -> None:
    """Checks names of classes against those of a raster, if it has names.

    Raises:
        OptionsError: The raster has no class of such a name.
    """
    named = [name for name in names if name.strip()]
    unknown = [name for name in wanted if name not in named]
    if unknown and named:
        raise _unknown(unknown, named)


def values_named(path: str | Path, wanted: tuple[str, ...], values: IntArray, names: list[str]) -> BoolArray:
    """Which values belong to classes of given names.

    Args:
        path: Class raster.
        wanted: Names of classes; of a raster without names, those that its polygons would get.
        values: (n,) class values; negative for none.
        names: Names of the classes of the raster, by value.

    Raises:
        OptionsError: The raster has no class of such a name.
    """
    if not wanted:
        return np.zeros(len(values), np.bool_)
    present = {entry.name: entry.value for entry in class_legend(path, np.unique(values[values >= 0]), names)}
    by_name = {name: value for value, name in enumerate(names) if name.strip()} | present
    unknown = [name for name in wanted if name not in by_name]
    if unknown and present:
        raise _unknown(unknown, sorted(by_name))
    return np.isin(values, [by_name[name] for name in wanted if name in by_name])


def _unknown(unknown: list[str], names: list[str]) -> OptionsError:
    return OptionsError(f"The raster has no class {', '.join(unknown)}; its classes are {', '.join(names)}.")


def class_legend(path: str | Path, values: IntArray, names: list[str]) -> Legend:
    """Names and colours of values: those of the raster, or else "class N" and the colour of a cluster."""
    dataset = open_raster(path)  # a band is valid as long as its dataset exists
    table = dataset.GetRasterBand(1).GetRasterColorTable()
    entries = []
    for value in values.tolist():
        name = names[value] if value < len(names) and names[value] else f"class {value}"
        colour: Colour = cluster_colour(max(value - 1, 0))
        if table is not None and value < table.GetCount():
            red, green, blue, _ = table.GetColorEntry(value)
            colour = (red, green, blue)
        entries.append(LegendEntry(value, name, colour))
    return Legend(tuple(entries))
