"""Writes and reads strokes as a vector layer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLineSymbol,
    QgsPointXY,
    QgsRendererCategory,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtGui import QColor

from ..core.errors import VectorError
from ..core.io.palette import hex_colour, parse_hex_colour
from ..core.staging import staged
from ..qgis_objects import present, project
from ..translation import tr
from .painting import PaintedStroke, StrokeClass

CLASS_FIELD, WIDTH_FIELD, COLOUR_FIELD, KEY_FIELD = "class", "width", "colour", "key"
LAYER_NAME = "strokes"
_LINE_WIDTH_MM = "1"


def save_strokes(
    strokes: Sequence[PaintedStroke],
    crs: QgsCoordinateReferenceSystem,
    path: str,
    context: QgsCoordinateTransformContext,
    classes: Sequence[StrokeClass] = (),
) -> None:
    """Writes lines with class, width, colour and key to a GeoPackage, as they were drawn. Any thread may call this.

    Args:
        strokes: The strokes to write.
        crs: Their reference system.
        path: A .gpkg.
        context: The transform context of the project.
        classes: Those with colours, in the order of their keys.

    Raises:
        ClusterNetError: It cannot be written.
    """
    layer = QgsVectorLayer("LineString", LAYER_NAME, "memory")
    layer.setCrs(crs)
    provider = present(layer.dataProvider())
    fields = (
        (CLASS_FIELD, QVariant.String),
        (WIDTH_FIELD, QVariant.Double),
        (COLOUR_FIELD, QVariant.String),
        (KEY_FIELD, QVariant.Int),
    )
    for name, kind in fields:
        provider.addAttributes([QgsField(name, kind)])  # type: ignore[call-overload]  # qgis-stubs know QMetaType only
    layer.updateFields()
    features = []
    colours = {entry.name: hex_colour(entry.colour) for entry in classes}
    keys = {entry.name: key for key, entry in enumerate(classes, start=1)}
    for stroke in strokes:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(x, y) for x, y in stroke.points]))
        name = stroke.class_name
        feature.setAttributes([name, stroke.width, colours.get(name), keys.get(name)])
        features.append(feature)
    provider.addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", LAYER_NAME
    with staged(path) as temporary:
        code, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(temporary), context, options)
        if code != QgsVectorFileWriter.WriterError.NoError:
            raise VectorError(tr("Cannot write the strokes to {}: {}.").format(path, message))


def show_in_colours(layer: QgsVectorLayer, classes: Sequence[StrokeClass]) -> None:
    """Draws saved strokes as the dock does, each class in its colour, and keeps that in their file."""
    categories = []
    for entry in classes:
        symbol = present(QgsLineSymbol.createSimple({"line_width": _LINE_WIDTH_MM, "capstyle": "round"}))
        symbol.setColor(QColor(*entry.colour))
        categories.append(QgsRendererCategory(entry.name, symbol, entry.name))
    layer.setRenderer(QgsCategorizedSymbolRenderer(CLASS_FIELD, categories))
    layer.saveStyleToDatabase(LAYER_NAME, "", True, "")


def load_strokes(path: str, crs: QgsCoordinateReferenceSystem, default_width: float) -> list[PaintedStroke]:
    """Reads strokes in any reference system.

    Args:
        path: Any vector file with lines or points and a field `class`.
        crs: Reference system that the strokes are transformed to.
        default_width: Width of strokes that have none in the file.

    Raises:
        VectorError: The file holds no strokes.
    """
    layer = QgsVectorLayer(path, Path(path).stem, "ogr")
    if not layer.isValid():
        raise VectorError(tr("{} cannot be opened as a vector layer; choose another file.").format(path))
    names = layer.fields().names()
    if CLASS_FIELD not in names:
        raise VectorError(
            tr("{} has no field 'class', which names the class of each stroke; its fields are {}.").format(
                path, ", ".join(names)
            )
        )
    transform = QgsCoordinateTransform()
    if layer.crs().isValid() and crs.isValid() and layer.crs() != crs:
        transform = QgsCoordinateTransform(layer.crs(), crs, project())
    strokes = []
    for feature in layer.getFeatures():
        name = str(feature[CLASS_FIELD] or "").strip()
        value = feature[WIDTH_FIELD] if WIDTH_FIELD in names else None
        width = float(value) if isinstance(value, (int, float)) and value > 0 else default_width
        strokes += [PaintedStroke(name, width, points) for points in _lines(feature.geometry(), transform) if name]
    if not strokes:
        raise VectorError(tr("{} holds no lines or points with a class; choose another file.").format(path))
    return strokes


def load_classes(path: str) -> list[StrokeClass]:
    """Reads the classes that a file of `save_strokes` tells the colours of, in the order of their keys."""
    layer = QgsVectorLayer(path, Path(path).stem, "ogr")
    if not layer.isValid() or not {CLASS_FIELD, COLOUR_FIELD, KEY_FIELD} <= set(layer.fields().names()):
        return []
    classes: dict[str, tuple[int, StrokeClass]] = {}
    for feature in layer.getFeatures():
        name, key = str(feature[CLASS_FIELD] or "").strip(), feature[KEY_FIELD]
        try:
            colour = parse_hex_colour(str(feature[COLOUR_FIELD]))
        except ValueError:  # a file of somebody else
            continue
        if name and isinstance(key, int):
            classes.setdefault(name, (key, StrokeClass(name, colour)))
    return [entry for _, entry in sorted(classes.values(), key=lambda pair: pair[0])]


def _lines(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> list[tuple[tuple[float, float], ...]]:
    """The lines of a geometry; a point is a line of no length."""
    try:
        if geometry.isEmpty() or geometry.transform(transform) != QgsGeometry.OperationResult.Success:
            return []
    except QgsCsException:
        return []
    lines = []
    for part in geometry.asGeometryCollection():
        points = [(vertex.x(), vertex.y()) for vertex in part.vertices()]
        if present(part.constGet()).dimension() < 2 and points:
            lines.append(tuple(points if len(points) > 1 else points * 2))
    return lines
