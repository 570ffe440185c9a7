"""A class raster to clean polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from . import parameters as shared
from .base import ClusterNetAlgorithm, progress_for

if TYPE_CHECKING:
    from ..core.polygons import PolygonOptions


class PolygonsAlgorithm(ClusterNetAlgorithm):
    """clusternet:polygons."""

    def name(self) -> str:
        """Fixed for ever."""
        return "polygons"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Class raster to polygons")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Draws polygons around the regions of a class raster, without gaps and overlaps.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Draws a polygon around each connected region of a class. Outlines that two regions share are simplified "
            "once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below "
            "the smallest area join a neighbour instead of leaving a hole."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("vectorize,polygonize,vector,outline,simplify,topology,coverage").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Class raster")),
            self.tr("Raster of whole numbers, 0 or its declared no data left out."),
        )
        shared.polygon_cleaning(self)
        self.add(
            shared.number("SMOOTH", self.tr("Smoothing (rounds)"), 0, 0, 5),
            self.tr("How many times corners are cut after simplifying. 0 keeps them."),
            advanced=True,
        )
        shared.confidence_of_polygons(self)
        self.add(
            QgsProcessingParameterRasterLayer("CLUSTERS", self.tr("Clusters"), optional=True),
            self.tr("The raster of clusters that the classes were made of: each polygon gets the clusters' numbers."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "OUTPUT", self.tr("Polygons"), QgsProcessing.SourceType.TypeVectorPolygon
            ),
            self.tr(
                "Polygons with class, area, perimeter and compactness: in metres on the ellipsoid, or in pixels where "
                "the raster has no reference system."
            ),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Numbers must make sense."""
        self._options(parameters, context)

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PolygonOptions:
        from ..core.polygons import PolygonOptions

        return PolygonOptions(
            min_area=self.parameterAsDouble(parameters, "MIN_AREA", context),
            simplify=self.parameterAsDouble(parameters, "SIMPLIFY", context),
            smooth=self.parameterAsInt(parameters, "SMOOTH", context),
        )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Draws."""
        from ..core.polygons import ZoneRasters, polygonise

        output = self.output(parameters, "OUTPUT", context)
        path = self.raster_path(parameters, "INPUT", context)
        zones = ZoneRasters(
            confidence=self.layer_path(parameters, "CONFIDENCE", context, feedback),
            clusters=self.layer_path(parameters, "CLUSTERS", context, feedback),
        )
        polygonise(path, output, self._options(parameters, context), zones, progress_for(feedback))
        return {"OUTPUT": output}
