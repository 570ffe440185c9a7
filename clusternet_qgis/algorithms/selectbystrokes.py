"""Strokes of a layer to a selection of clusters."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterField,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

from . import parameters as shared
from .base import ClusterNetAlgorithm


class SelectByStrokesAlgorithm(ClusterNetAlgorithm):
    """clusternet:selectbystrokes."""

    needs_worker = True

    def name(self) -> str:
        """Fixed for ever."""
        return "selectbystrokes"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Select clusters by strokes")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Finds which clusters make which class, from strokes on the map.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector "
            "layer, or saved from the ClusterNet dock. Where they cross, the later one counts.\n\n"
            "A cluster that strokes of two classes claim is split between them. The selection holds the rule that "
            "does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' "
            "with INPUT and MODEL."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("interactive,scribble,brush,classes,training samples,classification,segmentation").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Raster")),
            self.tr("The raster that was painted on."),
        )
        shared.model(self)
        self.add(
            QgsProcessingParameterVectorLayer(
                "STROKES", self.tr("Strokes"), [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            ),
            self.tr("Points, lines or polygons, in the order in which they were painted."),
        )
        self.add(
            QgsProcessingParameterField("CLASS_FIELD", self.tr("Class field"), None, "STROKES"),
            self.tr("The field that names each stroke's class; strokes without a class are left out."),
        )
        self.add(
            shared.number("WIDTH", self.tr("Width of strokes (map units)"), 1.0, 1e-9, whole=False),
            self.tr("How wide points and lines are, where the layer has no field 'width' that says it."),
        )
        shared.extent(self)
        self.add(
            shared.file_destination("SELECTION", self.tr("Selection"), shared.selection_filter()),
            self.tr("Classes with their clusters, and how contested clusters are split."),
        )
        self.addOutput(QgsProcessingOutputNumber("CONTESTED_COUNT", self.tr("Clusters that two classes claim")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The model must fit the raster, and the strokes must be readable."""
        from ..core.interactive.strokes import read_strokes
        from ..core.io.raster_source import RasterSource
        from ..core.model import cluster_model

        path = self.raster_path(parameters, "INPUT", context)
        model = cluster_model.load(self.parameterAsFile(parameters, "MODEL", context))
        strokes = self.layer_path(parameters, "STROKES", context, QgsProcessingFeedback())
        with RasterSource(path, model.band_numbers) as source:
            model.check_bands(len(source.bands), path)
            read_strokes(strokes, source.grid, *self._strokes(parameters, context))

    def _strokes(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[str, float]:
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        return field, self.parameterAsDouble(parameters, "WIDTH", context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Selects in a worker process."""
        output = self.file_output(parameters, "SELECTION", context)
        raster = self.parameterAsRasterLayer(parameters, "INPUT", context)
        field, width = self._strokes(parameters, context)
        arguments = {
            "path": self.raster_path(parameters, "INPUT", context),
            "model_path": self.parameterAsFile(parameters, "MODEL", context),
            "strokes": self.layer_path(parameters, "STROKES", context, feedback),
            "class_field": field,
            "width": width,
            "output": output,
            "extent": self.extent(parameters, context, raster),
        }
        result = self.run_worker("select_by_strokes", arguments, [output], feedback)
        return {"SELECTION": output, "CONTESTED_COUNT": result["contested_count"]}
