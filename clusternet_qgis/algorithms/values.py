"""Reads the values of parameters as the core takes them: paths for layers, tuples for extents, numbers for bands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterVectorDestination,
)

from ..core.errors import OptionsError
from ..core.staging import check_neighbours, discard_staged, scratch_folder
from ..qgis_objects import present
from ..translation import tr
from .layer_inputs import LayerInputs
from .overwriting import destination, on_disk, wants
from .parameters import OPTIONAL


class ParameterValues:
    """The values of one run.

    Attributes:
        parameters: Values by name, as QGIS gives them.

    Args:
        algorithm: Whose parameters they are.
        parameters: Values by name, as QGIS gives them.
        context: Where layers are looked up.
        feedback: Cancels the copying of a vector layer, and shows what could not be copied.
        inputs: The layers of the run; by default those of the parameters as they are now.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None = None,
        inputs: LayerInputs | None = None,
    ) -> None:
        self._algorithm = algorithm
        self.parameters = parameters
        self._context = context
        self._feedback = feedback or QgsProcessingFeedback()
        self._inputs = inputs or LayerInputs(algorithm, parameters, context)

    def raw(self, name: str) -> Any:
        """The value as QGIS gives it; None when not given."""
        return self.parameters.get(name)

    def has(self, name: str) -> bool:
        """Whether a value is given."""
        return self.raw(name) not in (None, "")

    def whole(self, name: str) -> int:
        """A whole number."""
        return self._algorithm.parameterAsInt(self.parameters, name, self._context)

    def decimal(self, name: str) -> float:
        """A number."""
        return self._algorithm.parameterAsDouble(self.parameters, name, self._context)

    def yes(self, name: str) -> bool:
        """Whether the answer is yes."""
        return self._algorithm.parameterAsBoolean(self.parameters, name, self._context)

    def choice(self, name: str) -> str:
        """The text of a choice."""
        return self._algorithm.parameterAsEnumString(self.parameters, name, self._context)

    def choices(self, name: str) -> list[str]:
        """The texts of several choices."""
        texts = self._algorithm.parameterAsEnumStrings(self.parameters, name, self._context)
        return [text for text in texts if text]  # QGIS gives an empty one for none

    def text(self, name: str) -> str:
        """Text; empty when not given."""
        return self._algorithm.parameterAsString(self.parameters, name, self._context)

    def file(self, name: str) -> str:
        """Path of a file or folder to read; empty when not given."""
        return self._algorithm.parameterAsFile(self.parameters, name, self._context)

    def raster_path(self, name: str) -> str:
        """What GDAL opens for a raster layer, as QGIS shows it."""
        return self._inputs.raster_path(name)

    def raster_paths(self, name: str) -> list[str]:
        """The same for each raster layer of a list; empty when not given."""
        return self._inputs.raster_paths(name)

    def layer_path(self, name: str, *fields: str) -> str:
        """What GDAL opens for a raster or vector layer, as QGIS shows it; empty when not given.

        Args:
            name: The parameter.
            fields: Fields that are needed of a vector layer.
        """
        return self._inputs.layer_path(name, fields, self._feedback) if self.has(name) else ""

    def has_field(self, name: str, field: str) -> bool:
        """Whether the vector layer of a parameter has a field."""
        return self._inputs.has_field(name, field)

    def layer_name(self, name: str) -> str:
        """The name of a raster or vector layer, for people."""
        return self._inputs.layer_name(name)

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
        layer = self._algorithm.parameterAsRasterLayer(self.parameters, raster, self._context)
        if layer is None:
            return None
        crs = layer.crs() if layer.crs().isValid() else QgsCoordinateReferenceSystem()
        rectangle = self._algorithm.parameterAsExtent(self.parameters, "EXTENT", self._context, crs)
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
        parameters = {**self.parameters, name: on_disk(self.raw(name), self._context)}
        path = self._algorithm.parameterAsOutputLayer(parameters, name, self._context) or ""
        if path and isinstance(definition, QgsProcessingParameterVectorDestination):
            vector_driver(Path(path))
        elif path:
            raster_driver(Path(path))
        return writable(path)

    def wants(self, name: str) -> bool:
        """Whether an output is wanted. A batch gives those that are not as definitions without a place."""
        return wants(self.raw(name), self._context)

    def destination(self, name: str) -> str:
        """Path of an output as it was given; empty if it is not wanted, or QGIS chooses it."""
        return destination(self.raw(name), self._context)

    def file_output(self, name: str) -> str:
        """Path of a file to write; empty when an optional one is not wanted."""
        return writable(self._algorithm.parameterAsFileOutput(self.parameters, name, self._context) or "")


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
