"""Touching objects of a class apart."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..core.objects.options import MODES
from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker
from .output_formats import grid_of
from .parameters import Texts
from .stages import CHECK
from .values import ParameterValues


class SeparateObjectsAlgorithm(ClusterNetAlgorithm):
    """clusternet:separateobjects."""

    script_name = "separateobjects"
    stage = CHECK
    title = marked("Separate objects")
    summary = marked("Counts and outlines objects that touch, such as crowns, cars or buildings: one polygon each.")
    help_text = marked(
        "A class raster says where trees are, not how many. Compact objects (crowns, cars) are told apart by blobs: "
        "of the outline of the class, and of the image where one is given; their size is chosen from the data. With "
        "heights, each top is an object. Straight ones (buildings) are told apart where the class narrows, and with "
        "an image along straight edges.\n\nTo correct a count, edit the points: move, add and remove them, and run "
        "again with them as MARKERS. Then each point is one object, and no others are looked for.\n\nThe confidence "
        "of an object is 1 if it stands free, and near 0 if hardly anything divides it from its neighbour; it is "
        "multiplied by the mean of CONFIDENCE."
    )
    keywords = marked("count,trees,crowns,cars,buildings,split,watershed,instances,touching,individual,inventory")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Class raster", "Raster of whole numbers, 0 or its declared no data left out."),
        "CLASSES": Texts("Classes", "Names of the classes with objects, separated by commas, such as tree."),
        "IMAGE": Texts("Image", "The picture of the same place, on any pixel grid: crowns are brighter in the middle."),
        "HEIGHT": Texts("Heights", "Heights above ground, on any pixel grid, such as a canopy height model."),
        "MODE": Texts("Kind of objects", "compact for crowns and cars, straight for buildings."),
        "MIN_AREA": Texts(
            "Smallest object (square map units)",
            "Smaller objects join the neighbour of their class with the longest common border, or are left out.",
        ),
        "CONFIDENCE": Texts("Confidence", "Confidence that 'Map clusters' has written: unsure pixels divide objects."),
        "MARKERS": Texts("Markers", "Points, one in each object, such as corrected points of an earlier run."),
        "OUTPUT": Texts("Objects", "A polygon for each object, with class, area, diameter, height and confidence."),
        "POINTS": Texts("Points of objects", "A point in the middle of each object, with the same attributes."),
    }
    output_numbers: ClassVar = {"COUNT": marked("Number of objects")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Class raster and classes; what helps; how; layers."""
        return [
            parameters.raster("INPUT"),
            parameters.text("CLASSES"),
            parameters.raster("IMAGE", optional=True),
            parameters.raster("HEIGHT", optional=True),
            parameters.choice("MODE", MODES, "compact"),
            parameters.number("MIN_AREA", 0, 0, whole=False),
            parameters.raster("CONFIDENCE", optional=True, advanced=True),
            parameters.points("MARKERS", optional=True, advanced=True),
            parameters.polygons_output("OUTPUT"),
            parameters.points_output("POINTS", optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """Classes must exist, and the formats must hold the objects."""
        from ..core.io.raster_source import RasterSource
        from ..core.objects.object_layer import object_system
        from ..core.objects.options import ObjectOptions
        from ..core.polygons.class_names import check_names, listed_names

        wanted = listed_names(values.text("CLASSES"))
        ObjectOptions(wanted, values.choice("MODE"), values.decimal("MIN_AREA"))
        with RasterSource(values.raster_path("INPUT"), [1]) as source:
            check_names(wanted, source.category_names)
        for output in ("OUTPUT", "POINTS"):
            path = values.destination(output)
            if path:
                object_system(path, grid_of(values, "INPUT"), wanted, values.has("HEIGHT"))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Tells objects apart in a worker process."""
        output, points = values.output("OUTPUT"), values.output("POINTS")
        arguments = {
            "raster": values.raster_path("INPUT"),
            "classes": values.text("CLASSES"),
            "image": values.layer_path("IMAGE"),
            "height": values.layer_path("HEIGHT"),
            "confidence": values.layer_path("CONFIDENCE"),
            "markers": values.layer_path("MARKERS"),
            "mode": values.choice("MODE"),
            "min_area": values.decimal("MIN_AREA"),
            "output": output,
            "points": points,
        }
        result = run_worker("separate_objects", arguments, [output, points], feedback)
        for name, count in result["counts"].items():
            feedback.pushInfo(tr("{}: {} objects").format(name, count))
        return {"OUTPUT": output, "COUNT": result["count"]} | ({"POINTS": points} if points else {})
