"""Which vector formats hold what is written: each is tried with a few shapes, which are read back and compared."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from osgeo import gdal, ogr, osr

from ..errors import VectorError
from ..staging import scratch_folder
from .gdal_calls import quiet_gdal
from .grid import RasterGrid
from .systems import WGS84, is_same_place, system_of
from .tiling import Window
from .vector_sink import VectorSink, stored_text, vector_driver
from .vectors import extent_polygon

Fields = tuple[tuple[str, int], ...]
# Pixels of a shape that is tried.
_PIXELS = 8
# How much of a pixel a shape may change by.
_SHARE = 1e-3
_RELATIVE = 1e-6
_MOST_TEXTS = 300
# A Shapefile cuts names of fields to ten letters.
_SHORTEST_NAME = 10


def stored_system(path: str | Path, grid: RasterGrid, fields: Sequence[tuple[str, int]], texts: Iterable[str]) -> str:
    """The reference system to write shapes in: their own if the format of the file can keep it, or else WGS 84.

    Args:
        path: The file that will be written; only its name counts.
        grid: The pixels that the shapes are made of.
        fields: Name and OGR type of each attribute.
        texts: What will be written into fields of text, or the longest of it.

    Returns:
        As WKT or code; empty for none.

    Raises:
        VectorError: The format is unknown, or loses shapes, texts or numbers.
    """
    driver = vector_driver(Path(path))
    stored = {stored_text(driver, text) for text in texts}
    longest = tuple(sorted({*stored, ""}, key=lambda text: len(text.encode()), reverse=True)[:_MOST_TEXTS])
    return _system(Path(path).name, driver.ShortName, grid, tuple(fields), longest)


@lru_cache(256)
def _system(name: str, driver: str, grid: RasterGrid, fields: Fields, texts: tuple[str, ...]) -> str:
    """Remembers what has gone well, by the driver too; a refusal may come from a full folder, and be none later."""
    lost = ""
    for system in (grid.wkt, WGS84) if grid.wkt else ("",):
        if any(_transformed(shape, grid.wkt, system) is None for shape in _squares(grid)):
            break  # the raster is not on the Earth: what its own system has lost stands
        lost = _lost(name, driver, grid, fields, texts, system)
        if not lost:
            return system
    raise VectorError(f"{name}: the format {gdal.GetDriverByName(driver).LongName} {lost}; use .gpkg.")


def _lost(name: str, driver: str, grid: RasterGrid, fields: Fields, texts: tuple[str, ...], system: str) -> str:
    """What a format does not do with a layer; empty if it keeps all."""
    shapes = _squares(grid)
    rows = [_row(fields, number, texts[number % len(texts)]) for number in range(max(len(texts), len(shapes)))]
    with scratch_folder(Path(tempfile.gettempdir()) / name) as folder:
        path = folder / name
        try:
            with VectorSink(path, grid.wkt, ogr.wkbPolygon, fields, stored=system) as sink:
                for number, row in enumerate(rows):
                    sink.write(bytes(shapes[number % len(shapes)].ExportToWkb()), row)
        except (VectorError, RuntimeError):
            if driver == "GPKG":
                raise  # not the format is at fault
            return "cannot hold polygons with these attributes"
        if not path.is_file():
            return "is a folder of files"
        with quiet_gdal():
            return _difference(path, grid, fields, rows, shapes, system)


def _difference(
    path: Path,
    grid: RasterGrid,
    fields: Fields,
    rows: Sequence[Sequence[int | float | str]],
    shapes: Sequence[ogr.Geometry],
    system: str,
) -> str:
    dataset = _opened(path)
    layer = dataset.GetLayer(0) if dataset is not None and dataset.GetLayerCount() else None
    if layer is None:
        return "cannot be read again"
    found = layer.GetSpatialRef()
    read_system = found.ExportToWkt() if found is not None else ""
    wanted_shapes = [_transformed(shape, grid.wkt, system) or shape for shape in shapes]
    points = [wanted_shapes[0].GetGeometryRef(0).GetPoint_2D(index) for index in range(4)]
    wanted = system_of(system).ExportToWkt() if system else ""
    if not is_same_place(wanted, read_system, points):
        return "does not keep the reference system" if system else "needs a reference system, and the raster has none"
    features = list(layer)
    if len(features) != len(rows):
        return "does not keep all shapes"
    definition = layer.GetLayerDefn()
    columns = [_column(definition, name) for name, _ in fields]
    if -1 in columns:
        return f"has no attribute {fields[columns.index(-1)][0]}"
    numbers = {row[0]: index for index, row in enumerate(rows)}
    for feature in features:
        number = _value(feature, columns[0], rows[0][0])
        index = numbers.get(number) if number is not None else None
        if index is None:
            return f"does not keep the attribute {fields[0][0]}"
        for (name, _), column, value in zip(fields, columns, rows[index]):
            if not _is_equal(_value(feature, column, value), value):
                return _changed(name, value)
        if not _is_same_shape(feature.GetGeometryRef(), wanted_shapes[index % len(shapes)]):
            return "does not keep the shapes"
    return ""


def _changed(name: str, value: float | str) -> str:
    if isinstance(value, str) and value:
        size = len(value.encode())
        return f"does not keep the {size} bytes of '{value[:40]}' as {name}"
    return f"does not keep the attribute {name}"


def _is_same_shape(read: ogr.Geometry | None, shape: ogr.Geometry) -> bool:
    """Whether a shape of `_square` has come back with the same rings, up to a share of a pixel.

    Both are in the system of the file: many transformations do not lead back to the same place.
    """
    if read is None:
        return False
    read = read.Clone()
    read.FlattenTo2D()
    if ogr.GT_Flatten(read.GetGeometryType()) != ogr.wkbPolygon or read.GetGeometryCount() != shape.GetGeometryCount():
        return False
    return bool(read.SymDifference(shape).Area() <= _SHARE * shape.Area() / _PIXELS)


def _transformed(shape: ogr.Geometry, source: str, target: str) -> ogr.Geometry | None:
    """The shape in another system; None if it has no place there."""
    shape = shape.Clone()
    if source == target:
        return shape
    with quiet_gdal():
        try:
            failed = shape.Transform(osr.CoordinateTransformation(system_of(source), system_of(target))) != 0
        except (RuntimeError, TypeError):  # between bodies there is no transformation, whether GDAL raises or not
            return None
    return None if failed or not math.isfinite(shape.Area()) else shape


def _squares(grid: RasterGrid) -> list[ogr.Geometry]:
    return [_square(grid, True), _square(grid, False)]


def _square(grid: RasterGrid, first: bool) -> ogr.Geometry:
    """A square of three pixels with a hole of one, at the first or the last pixel."""
    row, col = (0, 0) if first else (grid.height - 3, grid.width - 3)
    square = extent_polygon(grid.cropped(Window(row, col, 3, 3)))
    hole = extent_polygon(grid.cropped(Window(row + 1, col + 1, 1, 1)))
    square.AddGeometry(hole.GetGeometryRef(0))
    return square


def _row(fields: Fields, number: int, text: str) -> tuple[int | float | str, ...]:
    """The first field tells rows apart."""
    values: dict[int, int | float | str] = {ogr.OFTString: text, ogr.OFTReal: (number + 1) / 3}
    return tuple(
        (f"{number}" if kind == ogr.OFTString else number + 1) if index == 0 else values.get(kind, number + 1)
        for index, (_, kind) in enumerate(fields)
    )


def _column(definition: ogr.FeatureDefn, name: str) -> int:
    column = definition.GetFieldIndex(name)
    return int(column if column >= 0 else definition.GetFieldIndex(name[:_SHORTEST_NAME]))


def _value(feature: ogr.Feature, column: int, like: float | str) -> int | float | str | None:
    """A value as the type of another one; None if it is none."""
    text = feature.GetFieldAsString(column)
    try:
        return text if isinstance(like, str) else type(like)(feature.GetField(column))
    except (TypeError, ValueError):
        return None


def _is_equal(read: float | str | None, value: float | str) -> bool:
    if isinstance(value, float) and isinstance(read, float):
        return abs(read - value) <= _RELATIVE * abs(value)
    return read == value


def _opened(path: Path) -> gdal.Dataset | None:
    try:
        return gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:  # QGIS or a script may have switched GDAL's exceptions on
        return None
