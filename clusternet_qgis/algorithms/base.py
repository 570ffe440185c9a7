"""What all algorithms share: errors become sentences, progress and cancel reach QGIS, layers become paths."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsProcessingUtils,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QIcon

from .. import runner, settings
from ..core.errors import Cancelled, ClusterNetError, DependencyError, OptionsError, RasterError
from ..core.progress import Progress, TimeLeft
from ..core.staging import discard_staged, staged
from ..environment import interpreter
from ..translation import tr
from .styled import show_styled

ICON = str(Path(__file__).resolve().parent.parent / "resources" / "icons" / "clusternet.svg")
MANUAL_URL = "https://github.com/clusternet-qgis/clusternet-qgis"  # the homepage in metadata.txt

# Called when an algorithm is refused because no Python has what it needs: the desktop offers to install it.
on_missing_python: list[Callable[[], None]] = []

_SECONDS_BETWEEN_ESTIMATES = 10
_UNLIMITED = 1e18  # QGIS stands the largest numbers there are for no limit
_VECTOR_FORMATS = ["gpkg", "shp", "geojson", "json", "fgb", "gml", "kml", "csv"]


class ClusterNetAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider.

    Attributes:
        needs_worker: Whether torch and FAISS are needed, in a process of their own.
    """

    needs_worker = False

    # --- what a subclass says

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Does the work; ClusterNetError and Cancelled may leave it."""
        raise NotImplementedError

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raises ClusterNetError for values that cannot work, before anything is run."""

    # --- what QGIS asks

    def tr(self, text: str) -> str:
        """The text in the user's language."""
        return tr(text)

    def group(self) -> str:
        """All algorithms stand in one list."""
        return ""

    def groupId(self) -> str:
        """All algorithms stand in one list."""
        return ""

    def icon(self) -> QIcon:
        """Shown in the toolbox."""
        return QIcon(ICON)

    def helpUrl(self) -> str:
        """Where the Help button leads: the algorithm's page of the manual."""
        return f"{MANUAL_URL}/reference/{self.name()}.html"

    def createInstance(self) -> ClusterNetAlgorithm:
        """A copy to run."""
        return type(self)()

    def canExecute(self) -> tuple[bool, str]:
        """Whether the worker's Python has what it needs, and if not, how to get it."""
        try:
            if self.needs_worker:
                worker_python()
        except DependencyError as error:
            for offer in on_missing_python:
                offer()
            return False, str(error)
        return True, ""

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """QGIS' own checks, and the algorithm's."""
        fine, message = super().checkParameterValues(parameters, context)
        try:
            if fine:
                self.check(parameters, context)
            else:
                self._explain(parameters, context)
        except (ClusterNetError, QgsProcessingException) as error:
            return False, str(error)
        return fine, message

    def _explain(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raises ClusterNetError for what QGIS only calls an incorrect value."""
        from ..core.io.gdal_calls import open_raster

        for parameter in self.parameterDefinitions():
            value = parameters.get(parameter.name())
            if isinstance(parameter, (QgsProcessingParameterRasterLayer, QgsProcessingParameterMultipleLayers)):
                for path in value if isinstance(value, (list, tuple)) else [value]:
                    if isinstance(path, str) and not _is_raster_layer(path, context):
                        open_raster(path)
            elif parameter.checkValueIsAcceptable(value, context):
                continue
            elif isinstance(parameter, QgsProcessingParameterNumber):
                text = self.tr("{name} is {value}; it must be a number, at least {lowest}.")
                if parameter.maximum() < _UNLIMITED:
                    text = self.tr("{name} is {value}; it must be a number from {lowest} to {highest}.")
                lowest, highest = f"{parameter.minimum():g}", f"{parameter.maximum():g}"
                raise OptionsError(text.format(name=parameter.name(), value=value, lowest=lowest, highest=highest))
            elif isinstance(parameter, QgsProcessingParameterEnum):
                text = self.tr("{name} is '{value}'; use one of {choices}.")
                choices = ", ".join(parameter.options())
                raise OptionsError(text.format(name=parameter.name(), value=value, choices=choices))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Runs, and turns what went wrong into one sentence."""
        try:
            # Not all that runs algorithms asks checkParameterValues before.
            self.check(parameters, context)
            results = self.work(parameters, context, feedback)
            show_styled(results, context)
            return results
        except ClusterNetError as error:
            raise QgsProcessingException(str(error)) from error
        except Cancelled as stop:
            # On the desktop the user knows, and an error in red would be wrong; a script must see it by the exit code.
            if QgsApplication.platform() == "qgis_process":
                raise QgsProcessingException(self.tr("Cancelled.")) from stop
            return {}

    # --- parameters

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False) -> None:
        """Adds a parameter with its help."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        if not self.addParameter(parameter):
            raise ValueError(f"the parameter {parameter.name()} of {self.name()} cannot be added")

    def raster_path(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """What GDAL opens for a raster layer."""
        layer = self.parameterAsRasterLayer(parameters, name, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, name))
        return raster_layer_path(layer)

    def layer_path(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> str:
        """What GDAL opens for a raster or vector layer; empty when an optional one is not given."""
        if parameters.get(name) in (None, ""):
            return ""
        layer: QgsMapLayer | None = self.parameterAsLayer(parameters, name, context)
        if layer is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        if isinstance(layer, QgsRasterLayer):
            return raster_layer_path(layer)
        path, table = self.parameterAsCompatibleSourceLayerPathAndLayerName(
            parameters, name, context, _VECTOR_FORMATS, "gpkg", feedback
        )
        return f"{path}|layername={table}" if table else path

    def bands(self, parameters: dict[str, Any], name: str = "BANDS") -> list[int]:
        """Band numbers from a list, a number, or text such as `1,2,3`; empty for all."""
        value = parameters.get(name)
        parts = value if isinstance(value, (list, tuple)) else str(value or "").replace(";", ",").split(",")
        try:
            return [int(part) for part in parts if str(part).strip()]
        except ValueError as error:
            text = self.tr("BANDS is '{}'; give band numbers such as 1,2,3.")
            raise OptionsError(text.format(value)) from error

    def extent(
        self, parameters: dict[str, Any], context: QgsProcessingContext, raster: QgsRasterLayer
    ) -> tuple[float, float, float, float] | None:
        """The extent in the raster's reference system; None when not given."""
        crs = raster.crs() if raster.crs().isValid() else QgsCoordinateReferenceSystem()
        rectangle = self.parameterAsExtent(parameters, "EXTENT", context, crs)
        if rectangle.isNull():
            return None
        return rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()

    def output(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Path of an output layer or file; empty when an optional one is not wanted."""
        from ..core.io.raster_sink import raster_driver
        from ..core.io.vector_sink import vector_driver

        if parameters.get(name) in (None, ""):
            definition = self.parameterDefinition(name)
            if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
                return ""
        path = self.parameterAsOutputLayer(parameters, name, context) or ""
        if path and isinstance(self.parameterDefinition(name), QgsProcessingParameterVectorDestination):
            vector_driver(Path(path))
        elif path:
            raster_driver(Path(path))
        return writable(path)

    def file_output(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Path of an output file; empty when an optional one is not wanted."""
        return writable(self.parameterAsFileOutput(parameters, name, context) or "")

    # --- work

    def run_worker(
        self,
        call: str,
        arguments: dict[str, Any],
        outputs: list[str],
        feedback: QgsProcessingFeedback,
        modules: tuple[str, ...] = interpreter.MODULES,
    ) -> dict[str, Any]:
        """One call in a worker process that has some modules."""
        return runner.run(worker_python(modules), call, arguments, outputs, progress_for(feedback))


def _is_raster_layer(name: str, context: QgsProcessingContext) -> bool:
    hint = QgsProcessingUtils.LayerHint.Raster
    return QgsProcessingUtils.mapLayerFromString(name, context, True, hint) is not None


def raster_layer_path(layer: QgsRasterLayer) -> str:
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
    """The path of an output, if a file can be made there: an hour's work must not end in telling that it cannot.

    Raises:
        ClusterNetError: The folder cannot be written to.
    """
    if path:
        if Path(path).is_dir():
            raise OptionsError(tr("{} is a folder; give the name of a file.").format(path))
        discard_staged(path)  # of a run that was killed together with QGIS
        with staged(path):
            pass
    return path


def worker_python(modules: tuple[str, ...] = interpreter.MODULES) -> str:
    """The interpreter of the worker: the user's setting, or the first that has what it needs."""
    return settings.python_finder().find(settings.chosen_python(), modules)


def progress_for(feedback: QgsProcessingFeedback) -> Progress:
    """Progress that speaks to QGIS, with the time left."""
    left = TimeLeft()
    said_at = time.monotonic()

    def report(fraction: float) -> None:
        nonlocal said_at
        feedback.setProgress(100 * fraction)
        text = left.text(fraction)
        # QGIS keeps every text in the log.
        if text and time.monotonic() - said_at > _SECONDS_BETWEEN_ESTIMATES:
            said_at = time.monotonic()
            feedback.setProgressText(text)

    return Progress(report, feedback.pushInfo, feedback.isCanceled)
