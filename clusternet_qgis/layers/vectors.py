"""Vector layers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeedback,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

from ..core.errors import VectorError
from ..core.progress import Progress
from ..qgis_objects import present
from ..translation import tr
from .sources import check_opened, file_name, wkt_of

# The storage of files whose texts GDAL reads as QGIS does only if they are in UTF-8.
# The stubs have the names of enumerators without their scope.
_FROM_PROVIDER = QgsFields.FieldOrigin.OriginProvider  # type: ignore[attr-defined]
_ENCODED = ("ESRI Shapefile", "DBF", "MapInfo File", "CSV")


class VectorInput:
    """A vector layer as it is when this is made. Make it in the layer's thread; any thread may ask for the path.

    Args:
        layer: The layer.

    Attributes:
        name: The layer's name.
        source: As QGIS writes it.
        shown: What sentences call it.

    Raises:
        ClusterNetError: The layer cannot be opened.
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        check_opened(layer)
        self.name = layer.name()
        self.source = str(layer.source())
        self.shown = f"'{self.name}'"
        self._fields = QgsFields(layer.fields())
        self._wkt = wkt_of(layer.crs())
        self._features = QgsVectorLayerFeatureSource(layer)
        self._is_edited = layer.isEditable() and layer.isModified()
        self._file = "" if self._is_edited else _file(layer)
        self._copies: dict[tuple[str, ...], str] = {}

    def path(self, folder: str, fields: Sequence[str], feedback: QgsProcessingFeedback) -> str:
        """What GDAL opens for the layer: its file, or a copy of its features where the layer shows something else.

        Args:
            folder: Where the copy is written.
            fields: Those that are needed; a copy has no others.
            feedback: Cancels, and says how many features could not be copied.

        Raises:
            VectorError: The layer has no such field, or the copy cannot be written.
        """
        if self._file and all(self._is_in_file(field) for field in fields):
            return self._file
        wanted = tuple(field for field in dict.fromkeys(fields) if field)
        if wanted not in self._copies:
            self._copies[wanted] = self._copy(folder, wanted, feedback)
        return self._copies[wanted]

    def has_field(self, field: str) -> bool:
        """Whether the layer has a field, in any way."""
        return self._fields.lookupField(field) >= 0

    def _is_in_file(self, field: str) -> bool:
        """Whether the file has a field; one that not even the layer has is left to whoever reads the file."""
        index = self._fields.lookupField(field)
        return index < 0 or self._fields.fieldOrigin(index) == _FROM_PROVIDER

    def _copy(self, folder: str, fields: Sequence[str], feedback: QgsProcessingFeedback) -> str:
        from ..core.io.feature_copy import copy_features

        indices = [self._index(field) for field in fields]
        kinds = [_kind(self._fields.at(index).type()) for index in indices]
        features = (
            (_shape(feature), [_value(feature.attribute(index), kind) for index, kind in zip(indices, kinds)])
            for feature in self._all(indices)
        )
        progress = Progress(is_cancelled=feedback.isCanceled)
        copy = copy_features(folder, file_name(self.name), self._wkt, list(zip(fields, kinds)), features, progress)
        if copy.written < copy.total:
            text = tr("{count} of the {total} features of '{name}' cannot be read by GDAL and are left out.")
            feedback.pushWarning(text.format(count=copy.total - copy.written, total=copy.total, name=self.name))
        return copy.path

    def _index(self, field: str) -> int:
        index: int = self._fields.lookupField(field)
        if index < 0:
            names = ", ".join(self._fields.names()) or tr("none")
            text = tr("{path} has no field '{field}'; its fields are: {names}.")
            raise VectorError(text.format(path=f"'{self.name}'", field=field, names=names))
        return index

    def _all(self, indices: Sequence[int]) -> Iterator[QgsFeature]:
        """The features as the user sees them; those that were drawn last come last, saved or not."""
        request = QgsFeatureRequest()
        request.setSubsetOfAttributes(list(indices))
        features = self._features.getFeatures(request)
        if not self._is_edited:
            return features
        # QGIS numbers what is not saved yet -1, -2, ..., and gives changed features first.
        return iter(sorted((QgsFeature(f) for f in features), key=lambda f: (f.id() < 0, abs(f.id()))))


def _file(layer: QgsVectorLayer) -> str:
    """The file of a layer that is just that, as the core names it; empty if the layer shows something else."""
    provider = present(layer.dataProvider())
    if layer.providerType() != "ogr" or layer.subsetString() or layer.crs() != provider.crs():
        return ""
    parts = present(QgsProviderRegistry.instance()).decodeUri("ogr", layer.source())
    if any(parts.get(name) for name in ("subset", "geometryType", "openOptions", "authcfg", "uniqueGeometryType")):
        return ""
    if parts.get("layerId") is not None:
        return ""
    if layer.storageType() in _ENCODED and provider.encoding().upper() not in ("UTF-8", "SYSTEM"):
        return ""
    path = f"{parts.get('vsiPrefix') or ''}{parts.get('path') or ''}{parts.get('vsiSuffix') or ''}"
    if "|" in path or not (path.startswith("/vsi") or Path(path).exists()):  # a database, or a service
        return ""
    name = parts.get("layerName")
    return f"{path}|layername={name}" if name else path


def _shape(feature: QgsFeature) -> bytes | None:
    geometry = feature.geometry()
    return None if geometry.isNull() or geometry.isEmpty() else bytes(geometry.asWkb())


def _kind(kind: int) -> str:
    """How GDAL shall store values of a type of Qt."""
    if kind in (QVariant.Bool, QVariant.Int, QVariant.UInt, QVariant.LongLong):
        return "integer"
    return "real" if kind == QVariant.Double else "text"


def _value(value: Any, kind: str) -> str | int | float | None:
    """A value of an attribute; dates as GDAL writes them."""
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    if isinstance(value, (QDate, QDateTime, QTime)):
        forms = {QDate: "yyyy/MM/dd", QDateTime: "yyyy/MM/dd HH:mm:ss", QTime: "HH:mm:ss"}
        return value.toString(forms[type(value)]) if value.isValid() else None
    if kind == "text":
        return str(value)
    return int(value) if kind == "integer" else float(value)
