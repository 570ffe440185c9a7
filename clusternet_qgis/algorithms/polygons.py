"""A class raster to clean polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..translation import marked
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for
from .output_formats import check_confidence, check_polygons, grid_of
from .parameters import Texts
from .stages import CLASSES
from .values import ParameterValues

if TYPE_CHECKING:
    from ..core.polygons import PolygonOptions


class PolygonsAlgorithm(ClusterNetAlgorithm):
    """clusternet:polygons."""

    script_name = "polygons"
    stage = CLASSES
    title = marked("Class raster to polygons")
    summary = marked("Draws polygons around the regions of a class raster, without gaps and overlaps.")
    help_text = marked(
        "Draws a polygon around each connected region of a class. Outlines that two regions share are simplified "
        "once, for both: no gaps and no overlaps arise. The outer edge stays as the pixels have it. Regions below "
        "the smallest area join a neighbour instead of leaving a hole."
    )
    keywords = marked("vectorize,polygonize,vector,outline,simplify,topology,coverage")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Class raster", "Raster of whole numbers, 0 or its declared no data left out."),
        "SMOOTH": Texts("Smoothing (rounds)", "How many times corners are cut after simplifying. 0 keeps them."),
        "CLUSTERS": Texts(
            "Clusters", "The raster of clusters that the classes were made of: each polygon gets the clusters' numbers."
        ),
        "OUTPUT": Texts(
            "Polygons",
            "Polygons with class, area, perimeter, compactness, length, width, direction and neighbours: in metres on "
            "the ellipsoid, or in pixels where the raster has no reference system.",
        ),
    }

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Class raster; how to draw; rasters to summarise; polygons."""
        return [
            parameters.raster("INPUT"),
            parameters.smallest_polygon(),
            parameters.simplification(),
            parameters.right_angles(),
            parameters.number("SMOOTH", 0, 0, 5, advanced=True),
            parameters.confidence_of_polygons(),
            parameters.least_confidence(),
            parameters.raster("CLUSTERS", optional=True, advanced=True),
            parameters.polygons_output("OUTPUT"),
        ]

    def check(self, values: ParameterValues) -> None:
        """Numbers must be in range, and the format must hold polygons."""
        from ..core.io.raster_source import RasterSource
        from ..core.polygons.class_names import check_names

        check_confidence(values, values.has("CONFIDENCE"))
        options = _options(values)
        if options.right_angles:
            with RasterSource(values.raster_path("INPUT"), [1]) as source:
                check_names(options.right_angles, source.category_names)
        check_polygons(values, "OUTPUT", grid_of(values, "INPUT"))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Draws."""
        from ..core.polygons import ZoneRasters, polygonise

        output = values.output("OUTPUT")
        path = values.raster_path("INPUT")
        zones = ZoneRasters(confidence=values.layer_path("CONFIDENCE"), clusters=values.layer_path("CLUSTERS"))
        polygonise(path, output, _options(values), zones, progress_for(feedback))
        return {"OUTPUT": output}


def _options(values: ParameterValues) -> PolygonOptions:
    from ..core.polygons import PolygonOptions
    from ..core.polygons.class_names import listed_names

    return PolygonOptions(
        min_area=values.decimal("MIN_AREA"),
        simplify=values.decimal("SIMPLIFY"),
        smooth=values.whole("SMOOTH"),
        min_confidence=values.decimal("MIN_CONFIDENCE"),
        right_angles=listed_names(values.text("RIGHT_ANGLES")),
    )
