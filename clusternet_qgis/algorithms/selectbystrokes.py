"""Strokes of a layer to a selection of clusters."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterVectorLayer,
)

from ..translation import marked
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker
from .model_check import check_bands
from .parameters import Texts
from .stages import CLASSES
from .values import ParameterValues


class SelectByStrokesAlgorithm(ClusterNetAlgorithm):
    """clusternet:selectbystrokes."""

    script_name = "selectbystrokes"
    stage = CLASSES
    title = marked("Select clusters by strokes")
    summary = marked("Finds which clusters make which class, from strokes on the map.")
    help_text = marked(
        "Strokes are points, lines or polygons with a field that names their class: drawn by hand into any vector "
        "layer, or saved from the ClusterNet dock. Where they cross, the later one counts.\n\n"
        "A cluster that strokes of two classes claim is split between them. The selection holds the rule that "
        "does it, so it can be applied to other rasters of the same model without strokes: give it to 'Segment' "
        "with INPUT and MODEL."
    )
    keywords = marked("interactive,scribble,brush,classes,training samples,classification,segmentation")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Raster", "The raster that was painted on."),
        "STROKES": Texts("Strokes", "Points, lines or polygons, in the order in which they were painted."),
        "CLASS_FIELD": Texts(
            "Class field", "The field that names each stroke's class; strokes without a class are left out."
        ),
        "WIDTH": Texts(
            "Width of strokes (map units)",
            "How wide points and lines are, where the layer has no field 'width' that says it.",
        ),
        "SELECTION": Texts("Selection", "Classes with their clusters, and how contested clusters are split."),
    }
    output_numbers: ClassVar = {"CONTESTED_COUNT": marked("Clusters that two classes claim")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Raster and model; strokes; selection."""
        return [
            parameters.raster("INPUT"),
            parameters.model(),
            QgsProcessingParameterVectorLayer("STROKES", types=[parameters.ANY_GEOMETRY]),
            parameters.field("CLASS_FIELD", "STROKES"),
            parameters.number("WIDTH", 1.0, 1e-9, whole=False),
            parameters.extra(advanced=True),
            parameters.extent(),
            parameters.file_output("SELECTION", parameters.selection_filter()),
        ]

    def check(self, values: ParameterValues) -> None:
        """The model must fit the raster, and the strokes must be readable."""
        from ..core.interactive.strokes import read_strokes
        from ..core.io.raster_source import RasterSource
        from ..core.model import cluster_model

        path = values.raster_path("INPUT")
        model = cluster_model.read_header(values.file("MODEL"))
        strokes = _strokes(values)
        with RasterSource(path, model.band_numbers, picture=True) as source:
            check_bands(model, path, extra=values.raster_paths("EXTRA"))
            read_strokes(strokes, source.grid, values.text("CLASS_FIELD"), values.decimal("WIDTH"))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Selects in a worker process."""
        output = values.file_output("SELECTION")
        arguments = {
            "path": values.raster_path("INPUT"),
            "model_path": values.file("MODEL"),
            "strokes": _strokes(values),
            "class_field": values.text("CLASS_FIELD"),
            "width": values.decimal("WIDTH"),
            "output": output,
            "extra": values.raster_paths("EXTRA"),
            "extent": values.extent("INPUT"),
        }
        result = run_worker("select_by_strokes", arguments, [output], feedback)
        return {"SELECTION": output, "CONTESTED_COUNT": result["contested_count"]}


def _strokes(values: ParameterValues) -> str:
    from ..core.interactive.strokes import WIDTH_FIELD

    field = values.text("CLASS_FIELD")
    has_width = field.lower() != WIDTH_FIELD and values.has_field("STROKES", WIDTH_FIELD)
    return values.layer_path("STROKES", field, *([WIDTH_FIELD] if has_width else []))
