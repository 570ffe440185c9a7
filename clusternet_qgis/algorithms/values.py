"""Reads the values of parameters as the core takes them: paths for layers, tuples for extents, numbers for bands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
)

from ..core.errors import OptionsError, RasterError
from ..core.staging import check_neighbours, discard_staged, scratch_folder
from ..qgis_objects import present
from ..translation import tr
from .parameters import OPTIONAL

_VECTOR_FORMATS = ["gpkg", "shp", "geojson", "json", "fgb", "gml", "kml", "csv"]


class ParameterValues:
    """The values of one run.

    Args:
        algorithm: Whose parameters they are.
        parameters: Values by name, as QGIS gives them.
        context: Where layers are looked up.
        feedback: Shows the progress of exporting a vector layer that GDAL cannot open.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None = None,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context
        self._feedback = feedback or QgsProcessingFeedback()

    def raw(self, name: str) -> Any:
        """The value as QGIS gives it; None when not given."""
        return self._parameters.get(name)

    def has(self, name: str) -> bool:
        """Whether a value is given."""
        return self.raw(name) not in (None, "")

    def whole(self, name: str) -> int:
        """A whole number."""
        return self._algorithm.parameterAsInt(self._parameters, name, self._context)

    def decimal(self, name: str) -> float:
        """A number."""
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def yes(self, name: str) -> bool:
        """Whether the answer is yes."""
        return self._algorithm.parameterAsBoolean(self._parameters, name, self._context)

    def choice(self, name: str) -> str:
        """The text of a choice."""
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)

    def text(self, name: str) -> str:
        """Text; empty when not given."""
        return self._algorithm.parameterAsString(self._parameters, name, self._context)

    def file(self, name: str) -> str:
        """Path of a file or folder to read; empty when not given."""
        return self._algorithm.parameterAsFile(self._parameters, name, self._context)

    def raster_path(self, name: str) -> str:
        """What GDAL opens for a raster layer."""
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, name, self._context)
        if layer is None:
            raise RasterError(self._algorithm.invalidRasterError(self._parameters, name))
        return raster_layer_path(layer)

    def layers(self, name: str) -> list[QgsMapLayer]:
        """The layers of a list; empty when not given."""
        return self._algorithm.parameterAsLayerList(self._parameters, name, self._context)

    def layer_path(self, name: str) -> str:
        """What GDAL opens for a raster or vector layer; empty when not given."""
        if not self.has(name):
            return ""
        layer = self._layer(name)
        if layer is None:
            raise OptionsError(self._algorithm.invalidSourceError(self._parameters, name))
        if isinstance(layer, QgsRasterLayer):
            return raster_layer_path(layer)
        path, table = self._algorithm.parameterAsCompatibleSourceLayerPathAndLayerName(
            self._parameters, name, self._context, _VECTOR_FORMATS, "gpkg", self._feedback
        )
        return f"{path}|layername={table}" if table else path

    def layer_name(self, name: str) -> str:
        """The name of a raster or vector layer, for people."""
        return present(self._layer(name)).name()

    def _layer(self, name: str) -> QgsMapLayer | None:
        return self._algorithm.parameterAsLayer(self._parameters, name, self._context)

    def bands(self) -> list[int]:
        """BANDS from a list, a number, or text such as `1,2,3`; empty for all."""
        value = self.raw("BANDS")
        parts = value if isinstance(value, (list, tuple)) else str(value or "").replace(";", ",").split(",")
        try:
            return [int(part) for part in parts if str(part).strip()]
        except ValueError as error:
            raise OptionsError(tr("BANDS is '{}'; give band numbers such as 1,2,3.").format(value)) from error

    def extent(self, raster: str) -> tuple[float, float, float, float] | None:
        """EXTENT in the reference system of the raster of that parameter; None when either is not given.

        Returns:
            The smallest x, the smallest y, the largest x and the largest y, in the system's units.
        """
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, raster, self._context)
        if layer is None:
            return None
        crs = layer.crs() if layer.crs().isValid() else QgsCoordinateReferenceSystem()
        rectangle = self._algorithm.parameterAsExtent(self._parameters, "EXTENT", self._context, crs)
        if rectangle.isNull():
            return None
        return rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()

    def output(self, name: str) -> str:
        """Path of a layer to write; empty when an optional one is not wanted."""
        from ..core.io.raster_sink import raster_driver
        from ..core.io.vector_sink import vector_driver

        definition = present(self._algorithm.parameterDefinition(name))
        if not self.has(name) and definition.flags() & OPTIONAL:
            return ""
        path = self._algorithm.parameterAsOutputLayer(self._parameters, name, self._context) or ""
        if path and isinstance(definition, QgsProcessingParameterVectorDestination):
            vector_driver(Path(path))
        elif path:
            raster_driver(Path(path))
        return writable(path)

    def file_output(self, name: str) -> str:
        """Path of a file to write; empty when an optional one is not wanted."""
        return writable(self._algorithm.parameterAsFileOutput(self._parameters, name, self._context) or "")


def raster_layer_path(layer: QgsMapLayer) -> str:
    """What GDAL opens for a layer.

    Raises:
        RasterError: It does not come from GDAL.
    """
    if layer.providerType() != "gdal":
        raise RasterError(
            tr(
                "The layer '{name}' comes from '{source}', which gives pictures and not values; export it as GeoTIFF "
                "first."
            ).format(name=layer.name(), source=layer.providerType())
        )
    return str(layer.source())


def writable(path: str) -> str:
    """The path of an output, checked by making a file there: better now than after an hour of work.

    Raises:
        ClusterNetError: The folder cannot be written to.
    """
    if path:
        if Path(path).is_dir():
            raise OptionsError(tr("{} is a folder; give the name of a file.").format(path))
        discard_staged(path)  # of a run that was killed together with QGIS
        check_neighbours(path)
        with scratch_folder(path):
            pass
    return path
