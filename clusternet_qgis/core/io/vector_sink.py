"""Writing vector layers through GDAL, in the format of the file's extension; files appear when they are complete."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal, ogr, osr

from ..errors import VectorError
from ..staging import StagedSink
from .gdal_calls import gdal_reason, quiet_gdal
from .plain_text import cell_text, plain_text
from .replaced_files import replaced_files
from .systems import UNDEFINED, system_of

_LAYER_OPTIONS = {
    "ESRI Shapefile": ["ENCODING=UTF-8"],
    # Shapes as text in a column of their own; types of the columns and the reference system in files beside it.
    "CSV": ["GEOMETRY=AS_WKT", "CREATE_CSVT=YES"],
}
# In a GeoPackage, a layer without a reference system would lie on the globe, in degrees.
_WITHOUT_SYSTEM = {"GPKG": f'LOCAL_CS["{UNDEFINED}",UNIT["Meter",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]'}
_PREFERRED_DRIVERS = {
    "gpkg": "GPKG",
    "shp": "ESRI Shapefile",
    "geojson": "GeoJSON",
    "json": "GeoJSON",
    "fgb": "FlatGeobuf",
}
# How QGIS writes that an output is a table of a database.
_DATABASES = ("ogr:", "postgres:")


class VectorSink(StagedSink):
    """Writes shapes; the file appears under its name when the block ends without an error.

    Args:
        path: The file; its extension determines the format.
        wkt: Reference system of the shapes; may be empty.
        geometry_type: An OGR geometry type such as ogr.wkbPolygon.
        fields: Name and OGR type of each attribute.
        style: QGIS style as QML text, empty for none. It is stored in a GeoPackage, or in a file beside other formats.
        stored: Reference system that the shapes are transformed to; by default their own.

    Raises:
        VectorError: The format is unknown, or the file cannot be written.
    """

    def __init__(
        self,
        path: str | Path,
        wkt: str,
        geometry_type: int,
        fields: Sequence[tuple[str, int]],
        style: str = "",
        stored: str | None = None,
    ) -> None:
        super().__init__(path, replaced_files)
        self._driver = vector_driver(self.path)
        text = (wkt if stored is None else stored) or _WITHOUT_SYSTEM.get(self._driver.ShortName, "")
        self._system = system_of(text) if text else None
        is_other = stored is not None and stored != wkt
        self._transformation = osr.CoordinateTransformation(system_of(wkt), self._system) if is_other else None
        self._geometry_type = geometry_type
        self._fields = fields
        self._style = style

    def _start(self) -> None:
        with quiet_gdal():
            self._create()

    def _create(self) -> None:
        try:
            self._dataset = self._driver.Create(str(self._staged_path), 0, 0, 0, gdal.GDT_Unknown)
            if self._dataset is None:
                raise self._failure()
            options = _LAYER_OPTIONS.get(self._driver.ShortName, [])
            self._layer = self._dataset.CreateLayer(self.path.stem, self._system, self._geometry_type, options)
            if self._layer is None:
                raise self._failure()
            for name, kind in self._fields:
                if self._layer.CreateField(ogr.FieldDefn(name, kind)) != 0:
                    raise self._failure()
            self._in_transaction = bool(self._dataset.TestCapability(ogr.ODsCTransactions))
            if self._in_transaction:
                self._dataset.StartTransaction()
        except RuntimeError as error:  # QGIS or a script may have switched GDAL's exceptions on
            raise self._failure() from error

    def write(self, shape: bytes, values: Sequence[int | float | str | None]) -> None:
        """Writes a shape, given as WKB, and its attributes in the order of the fields; None is stored as NULL."""
        try:
            feature = ogr.Feature(self._layer.GetLayerDefn())
            for index, value in enumerate(values):
                if value is None:
                    feature.SetFieldNull(index)
                else:
                    feature.SetField(index, stored_text(self._driver, value) if isinstance(value, str) else value)
            geometry = ogr.CreateGeometryFromWkb(shape)
            if self._transformation is not None and geometry.Transform(self._transformation) != 0:
                raise self._failure()
            feature.SetGeometryDirectly(geometry)
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
                if self._style and self._driver.ShortName == "GPKG":
                    self._store_style()
                self._dataset.FlushCache()
                self._layer = self._dataset = None
            except RuntimeError as error:
                raise self._failure() from error
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise self._failure()
        if self._style and self._driver.ShortName != "GPKG":
            self._staged_path.with_suffix(".qml").write_text(self._style, encoding="utf-8")

    def _store_style(self) -> None:
        """Stores the style in the GeoPackage, where QGIS finds it.

        A QML file beside it could be taken for that of a raster with the same name.
        """
        table = self._dataset.CreateLayer("layer_styles", None, ogr.wkbNone)
        text = {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": self.path.stem,
            "f_geometry_column": self._layer.GetGeometryColumn(),
            "styleName": self.path.stem,
            "styleQML": self._style,
            "styleSLD": "",
            "description": "",
            "owner": "",
            "ui": "",
        }
        for name in text:
            table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
        default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
        default.SetSubType(ogr.OFSTBoolean)
        table.CreateField(default)
        table.CreateField(ogr.FieldDefn("update_time", ogr.OFTDateTime))
        feature = ogr.Feature(table.GetLayerDefn())
        for name, value in text.items():
            feature.SetField(name, value)
        feature.SetField("useAsDefault", 1)
        table.CreateFeature(feature)

    def _failure(self) -> VectorError:
        reason = gdal_reason()
        return VectorError(
            f"Cannot write {self.path}: {reason}. Check the free disk space and your rights on the folder."
        )

    def _close(self) -> None:
        with quiet_gdal():
            self._layer = None
            self._dataset = None


def stored_text(driver: gdal.Driver, text: str) -> str:
    """A text as a driver's files hold it: in those that spreadsheets open, it must be no formula."""
    return cell_text(text) if driver.ShortName == "CSV" else plain_text(text)


def vector_driver(path: Path) -> gdal.Driver:
    """The vector driver for the extension of a file name; GeoPackage if it has none.

    Raises:
        VectorError: No driver writes such files, or it is no file.
    """
    if str(path).startswith(_DATABASES):
        raise VectorError(f"{path} is a table of a database, and layers are written to files; choose a file.")
    extension = path.suffix.lstrip(".").lower() or "gpkg"
    if extension in _PREFERRED_DRIVERS:
        return gdal.GetDriverByName(_PREFERRED_DRIVERS[extension])
    for index in range(gdal.GetDriverCount()):
        driver = gdal.GetDriver(index)
        extensions = (driver.GetMetadataItem("DMD_EXTENSIONS") or driver.GetMetadataItem("DMD_EXTENSION") or "").split()
        if driver.GetMetadataItem("DCAP_VECTOR") and driver.GetMetadataItem("DCAP_CREATE") and extension in extensions:
            return driver
    raise VectorError(f"No vector format is known for .{extension} ({path.name}); use .gpkg, .shp, .geojson or .fgb.")
