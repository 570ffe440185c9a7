"""Areas of zones as a layer, with the classes side by side, and as a table of one line a zone and class."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..arrays import DoubleArray
from ..io.plain_text import cell_text, plain_text
from ..io.zone_shapes import write_zones
from ..progress import Progress
from ..staging import staged
from .zonal_areas import ZonalAreas

_HECTARE = 10_000.0


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
    unit = _unit(areas)
    columns, values = [f"mapped_{unit}", "mapped_share"], [areas.area.sum(1), areas.mapped_share]
    for index, name in enumerate(map(plain_text, areas.classes)):
        columns += [f"{name}_{unit}", f"{name}_share"]
        values += [areas.area[:, index], areas.share[:, index]]
        if areas.corrected is not None:
            columns += [f"{name}_{what}_{unit}" for what in ("corrected", "low", "high")]
            of_class = (areas.corrected.area, areas.corrected.low, areas.corrected.high)
            values += [table[:, index] for table in of_class]
    rows = [[None if math.isnan(value) else value for value in row] for row in np.stack(values, axis=1).tolist()]
    write_zones(zones, output, distinct(columns, "zone"), areas.zones, rows, progress)


def write_zone_table(areas: ZonalAreas, path: str | Path) -> None:
    """Writes a CSV table: zone, class, pixels, share and area, in square metres and hectares; with corrected areas."""
    unit = _unit(areas)
    parts: list[tuple[str, DoubleArray]] = [("area", areas.area)]
    if areas.corrected is not None:
        corrected = areas.corrected
        parts += [("corrected", corrected.area), ("low", corrected.low), ("high", corrected.high)]
    columns = [(f"{name}_{unit}", table) for name, table in parts]
    if unit == "m2":
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
    return "m2" if areas.unit == "m²" else "px"


def _number(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.9g}"
