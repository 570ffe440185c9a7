"""Polygon layers of classes through GDAL, in the format that the file's extension names, with a QGIS style."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from xml.etree import ElementTree  # only written, never read  # nosec B405

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from ..errors import VectorError
from ..legend import Legend
from ..raster import quiet_gdal
from ..staging import staged

_LAYER_OPTIONS = {"ESRI Shapefile": ["ENCODING=UTF-8"]}
_USUAL = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON", "json": "GeoJSON", "fgb": "FlatGeobuf"}


class PolygonSink:
    """Writes polygons; the file appears under its name when the block ends without an error.

    Args:
        path: Where to write; the extension chooses the format.
        wkt: Reference system, may be empty.
        fields: Name and OGR type of each attribute.
        legend: Classes; its values are those of the first attribute.

    Raises:
        VectorError: The format is unknown, or the file cannot be written.
    """

    def __init__(self, path: str | Path, wkt: str, fields: Sequence[tuple[str, int]], legend: Legend) -> None:
        """Finds the format."""
        self.path = Path(path)
        self._driver = vector_driver(self.path)
        self._system = osr.SpatialReference(wkt) if wkt else None
        if self._system is not None:
            self._system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self._fields = fields
        self._legend = legend

    def __enter__(self) -> PolygonSink:
        """Starts the file."""
        self._staging = staged(self.path)
        self._staged_path = self._staging.__enter__()
        try:
            with quiet_gdal():
                self._create()
        except BaseException as error:
            self._staging.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def _create(self) -> None:
        try:
            self._dataset = self._driver.Create(str(self._staged_path), 0, 0, 0, gdal.GDT_Unknown)
            if self._dataset is None:
                raise self._failure()
            options = _LAYER_OPTIONS.get(self._driver.ShortName, [])
            self._layer = self._dataset.CreateLayer(self.path.stem, self._system, ogr.wkbPolygon, options)
            if self._layer is None:
                raise self._failure()
            for name, kind in self._fields:
                if self._layer.CreateField(ogr.FieldDefn(name, kind)) != 0:
                    raise self._failure()
            self._in_transaction = bool(self._dataset.TestCapability(ogr.ODsCTransactions))
            if self._in_transaction:
                self._dataset.StartTransaction()
        except RuntimeError as error:  # the host may have switched GDAL's exceptions on
            raise self._failure() from error

    def write(self, polygon: bytes, values: Sequence[int | float | str]) -> None:
        """Writes a polygon as WKB, and its attributes in the order of the fields."""
        try:
            feature = ogr.Feature(self._layer.GetLayerDefn())
            for index, value in enumerate(values):
                feature.SetField(index, value)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(polygon))
            failed = self._layer.CreateFeature(feature) != 0
        except RuntimeError as error:
            raise self._failure() from error
        if failed:
            raise self._failure()

    def _finish(self) -> None:
        with quiet_gdal():
            try:
                if self._in_transaction:
                    self._dataset.CommitTransaction()
                self._dataset.FlushCache()
                self._layer = self._dataset = None
            except RuntimeError as error:
                raise self._failure() from error
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise self._failure()
        style = polygon_style(self._legend, self._fields[0][0])
        self._staged_path.with_suffix(".qml").write_text(style, encoding="utf-8")

    def _failure(self) -> VectorError:
        reason = gdal.GetLastErrorMsg() or "the driver gave no reason"
        return VectorError(
            f"Cannot write {self.path}: {reason}. Check the free disk space and your rights on the folder."
        )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Completes the file, or removes it after an error."""
        if error is None:
            try:
                self._finish()
            except BaseException as failure:
                self._close_quietly()
                self._staging.__exit__(type(failure), failure, failure.__traceback__)
                raise
        self._close_quietly()
        self._staging.__exit__(kind, error, trace)

    def _close_quietly(self) -> None:
        with quiet_gdal():
            self._layer = None
            self._dataset = None


def vector_driver(path: Path) -> gdal.Driver:
    """The vector driver for a file name's extension; GeoPackage when there is none.

    Raises:
        VectorError: No driver writes such files.
    """
    extension = path.suffix.lstrip(".").lower() or "gpkg"
    if extension in _USUAL:
        return gdal.GetDriverByName(_USUAL[extension])
    for index in range(gdal.GetDriverCount()):
        driver = gdal.GetDriver(index)
        extensions = (driver.GetMetadataItem("DMD_EXTENSIONS") or driver.GetMetadataItem("DMD_EXTENSION") or "").split()
        if driver.GetMetadataItem("DCAP_VECTOR") and driver.GetMetadataItem("DCAP_CREATE") and extension in extensions:
            return driver
    raise VectorError(f"No vector format is known for .{extension} ({path.name}); use .gpkg, .shp, .geojson or .fgb.")


def polygons_wkb(
    points: NDArray[np.float64], ring_offsets: NDArray[np.int64], first_rings: NDArray[np.int64]
) -> Iterator[bytes]:
    """Polygons as well-known binary.

    Args:
        points: (v, 2) x and y of the vertices, ring by ring, each closed.
        ring_offsets: (r + 1,) where each ring starts.
        first_rings: (n + 1,) the outer ring of each polygon; those up to the next one are its holes.
    """
    offsets = ring_offsets.tolist()
    rings = first_rings.tolist()
    for first, stop in zip(rings[:-1], rings[1:]):
        parts = [struct.pack("<BII", 1, ogr.wkbPolygon, stop - first)]
        for ring in range(first, stop):
            parts.append(struct.pack("<I", offsets[ring + 1] - offsets[ring]))
            parts.append(points[offsets[ring] : offsets[ring + 1]].tobytes())
        yield b"".join(parts)


def polygon_style(legend: Legend, field: str) -> str:
    """The QML text of polygons filled by class, without outlines that would cover small ones."""
    root = ElementTree.Element("qgis", version="3.22", styleCategories="Symbology")
    renderer = ElementTree.SubElement(
        root, "renderer-v2", type="categorizedSymbol", attr=field, forceraster="0", symbollevels="0", enableorderby="0"
    )
    categories = ElementTree.SubElement(renderer, "categories")
    symbols = ElementTree.SubElement(renderer, "symbols")
    for index, entry in enumerate(legend):
        ElementTree.SubElement(
            categories,
            "category",
            value=str(entry.value),
            label=entry.name,
            symbol=str(index),
            render="true",
            type="long",
        )
        symbol = ElementTree.SubElement(
            symbols, "symbol", type="fill", name=str(index), alpha="1", clip_to_extent="1", force_rhr="0"
        )
        layer = ElementTree.SubElement(symbol, "layer", {"class": "SimpleFill", "enabled": "1", "locked": "0"})
        options = ElementTree.SubElement(layer, "Option", type="Map")
        colour = ",".join(str(part) for part in (*entry.colour, 255))
        fill = {"color": colour, "outline_color": colour, "outline_width": "0.05", "outline_width_unit": "MM"}
        for name, value in {**fill, "outline_style": "solid", "style": "solid"}.items():
            ElementTree.SubElement(options, "Option", type="QString", name=name, value=value)
    ElementTree.indent(root)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + ElementTree.tostring(root, "unicode")
