"""Whether the formats of outputs can hold what will be written, before any work."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import OptionsError
from ..translation import tr
from .values import ParameterValues

if TYPE_CHECKING:
    from ..core.io.grid import RasterGrid

# What file dialogs offer: formats that hold most of what is written here. Others, which hold a part, can be typed in.
RASTER_EXTENSIONS = ("tif", "img", "bil")
VECTOR_EXTENSIONS = ("gpkg", "shp", "geojson", "fgb", "gml", "sqlite", "csv")


def grid_of(values: ParameterValues, raster: str) -> RasterGrid:
    """The pixel grid of EXTENT, if there is one, in the raster of a parameter."""
    from ..core.io.raster_source import RasterSource

    with RasterSource(values.raster_path(raster), [1]) as source:
        return source.grid.cropped(source.grid.window_of(values.extent(raster)))


def check_confidence(values: ParameterValues, has_raster: bool) -> None:
    """Raises OptionsError for a MIN_CONFIDENCE that is out of range, or has no raster of confidence."""
    from ..core.io.confidence import check_least_confidence

    check_least_confidence(values.decimal("MIN_CONFIDENCE"), has_raster)


def check_names(values: ParameterValues, *outputs: str) -> None:
    """QGIS stores a layer's style in a file of its name, except for a GeoPackage: two layers need two names.

    Raises:
        OptionsError: Two differ in nothing but the extension.
    """
    paths = {name: Path(values.destination(name)) for name in outputs}
    styled = [(name, path) for name, path in paths.items() if path.name and path.suffix.lower() != ".gpkg"]
    for (output, path), (other, second) in combinations(styled, 2):
        if path.with_suffix("") == second.with_suffix(""):
            text = tr("{output} and {other} are both named {name}; give them different names.")
            raise OptionsError(text.format(output=output, other=other, name=path.stem))


def check_rasters(values: ParameterValues, grid: RasterGrid, outputs: Mapping[str, tuple[int, str]]) -> None:
    """Tries the formats of rasters.

    Args:
        values: Of the run.
        grid: Of the outputs.
        outputs: Number of bands and type by the name of each output.

    Raises:
        RasterError: A format loses something.
    """
    from ..core.io.raster_formats import check_raster_format
    from ..core.io.raster_source import NO_DATA

    for name, (bands, dtype) in outputs.items():
        path = values.destination(name)
        if path:
            check_raster_format(path, grid, bands, dtype, math.nan if dtype == "float32" else NO_DATA)


def check_polygons(values: ParameterValues, name: str, grid: RasterGrid, classes: Iterable[str] = ()) -> None:
    """Tries the format of a layer of polygons.

    Args:
        values: Of the run.
        name: Of the output.
        grid: Of the class raster.
        classes: Their names.

    Raises:
        VectorError: The format loses something.
    """
    from ..core.polygons import polygon_system

    path = values.destination(name)
    if path:
        polygon_system(path, grid, classes)
