"""Areas of zones as a layer, with the classes side by side, and as a table of one line a zone and class."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..arrays import DoubleArray
from ..io.plain_text import cell_text, plain_text
from ..io.raster_source import RasterSource
from ..io.zone_shapes import write_zones, zone_system
from ..polygons.measuring import has_metres
from ..progress import Progress
from ..staging import staged
from .zonal_areas import MOST_CLASSES, ZonalAreas

_HECTARE = 10_000.0
_METRES, _PIXELS = "m2", "px"


def write_zone_layer(areas: ZonalAreas, zones: str | Path, output: str | Path, progress: Progress = Progress()) -> None:
    """Writes the zones with `mapped_m2` and `mapped_share` (the part with a class), and fields of each class.

    Those of a class `tree` are `tree_m2` and `tree_share`, and of corrected areas `tree_corrected_m2`, `tree_low_m2`
    and `tree_high_m2`. Without a reference system they end in `px`.

    Args:
        areas: What to write.
        zones: The layer of zones.
        output: The file; its extension determines the format.
        progress: Reports zone by zone.

    Raises:
        VectorError: Something cannot be read or written.
    """
    values = [areas.area.sum(1), areas.mapped_share]
    for index in range(len(areas.classes)):
        values += [areas.area[:, index], areas.share[:, index]]
        if areas.corrected is not None:
            of_class = (areas.corrected.area, areas.corrected.low, areas.corrected.high)
            values += [table[:, index] for table in of_class]
    columns = zone_columns(areas.classes, _unit(areas), areas.corrected is not None)
    rows = [[None if math.isnan(value) else value for value in row] for row in np.stack(values, axis=1).tolist()]
    write_zones(zones, output, columns, areas.zones, rows, progress)


def zone_columns(classes: Sequence[str], unit: str, is_corrected: bool) -> list[str]:
    """Names of the fields of numbers; see `write_zone_layer`.

    Args:
        classes: Names of the classes.
        unit: `m2` or `px`.
        is_corrected: Whether there are corrected areas.
    """
    columns = [f"mapped_{unit}", "mapped_share"]
    for name in map(plain_text, classes):
        columns += [f"{name}_{unit}", f"{name}_share"]
        if is_corrected:
            columns += [f"{name}_{what}_{unit}" for what in ("corrected", "low", "high")]
    return distinct(columns, "zone")


def check_zone_format(raster: str, zones: str, output: str, is_corrected: bool) -> None:
    """Tries the format of a layer of zones with the classes that a raster names, before they are counted.

    Args:
        raster: Class raster.
        zones: The layer of zones.
        output: The file to write.
        is_corrected: Whether there will be corrected areas.

    Raises:
        ClusterNetError: Something cannot be read, or the format loses something.
    """
    with RasterSource(raster, [1]) as source:
        names = [name for name in source.category_names if name.strip()]
        unit = _METRES if has_metres(source.grid) else _PIXELS
    zone_system(zones, output, zone_columns(names if len(names) <= MOST_CLASSES else (), unit, is_corrected))


def write_zone_table(areas: ZonalAreas, path: str | Path) -> None:
    """Writes a CSV table: zone, class, pixels, share and area, in square metres and hectares; with corrected areas."""
    unit = _unit(areas)
    parts: list[tuple[str, DoubleArray]] = [("area", areas.area)]
    if areas.corrected is not None:
        corrected = areas.corrected
        parts += [("corrected", corrected.area), ("low", corrected.low), ("high", corrected.high)]
    columns = [(f"{name}_{unit}", table) for name, table in parts]
    if unit == _METRES:
        columns += [(f"{name}_ha", table / _HECTARE) for name, table in parts]
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["zone", "class", "pixels", "share", *(name for name, _ in columns)])
        for row, zone in enumerate(areas.zones):
            for column, name in enumerate(areas.classes):
                numbers = [
                    table[row, column] for table in (areas.pixels, areas.share, *(table for _, table in columns))
                ]
                writer.writerow([cell_text(zone), cell_text(name), *map(_number, numbers)])


def distinct(names: Sequence[str], *taken: str) -> list[str]:
    """Names of which no two differ only in the case of letters, which databases do not tell apart."""
    used, result = {name.casefold() for name in taken}, []
    for name in names:
        other, number = name, 2
        while other.casefold() in used:
            other, number = f"{name}_{number}", number + 1
        used.add(other.casefold())
        result.append(other)
    return result


def _unit(areas: ZonalAreas) -> str:
    return _METRES if areas.unit == "m²" else _PIXELS


def _number(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
