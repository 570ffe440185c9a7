"""Chooses clusters by a share of reference labels."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for
from .parameters import Texts
from .stages import CLASSES
from .values import ParameterValues


class SelectByReferenceAlgorithm(ClusterNetAlgorithm):
    """clusternet:selectbyreference."""

    script_name = "selectbyreference"
    stage = CLASSES
    title = marked("Select clusters by reference")
    summary = marked("Finds which clusters make which class, from a share of reference labels.")
    help_text = marked(
        "Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are "
        "too mixed, or have no labels, stay in no class.\n\n"
        "The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the "
        "class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one "
        "class and no AREA; else they are unlabelled.\n\nThe selection fits every raster of the same model. "
        "Next: 'Segment'."
    )
    keywords = marked("labels,ground truth,classes,assign,map clusters to classes,training data")
    parameter_texts: ClassVar = {
        "CLUSTERS": Texts("Clusters", "A raster that 'Map clusters' has written."),
        "REFERENCE": Texts("Reference", "Raster or polygons with true classes, in any reference system."),
        "FRACTION": Texts(
            "Share of the labels to use",
            "Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included.",
        ),
        "MIN_PURITY": Texts(
            "Smallest purity", "A cluster belongs to a class only if at least this share of its labelled pixels does."
        ),
        "AREA": Texts("Area", "Polygons inside which the reference is complete; nothing outside is looked at."),
        "SEED": Texts("Seed", "Of the random choice of labels."),
        "SELECTION": Texts("Selection", "Classes with their clusters, to give to 'Segment'."),
        "TABLE": Texts("Table", "Each cluster's class, purity and labelled pixels."),
    }

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Clusters and reference; how to choose; selection and table."""
        return [
            parameters.raster("CLUSTERS"),
            parameters.labels("REFERENCE"),
            parameters.class_field("CLASS_FIELD", "REFERENCE", tr("Reference")),
            parameters.number("FRACTION", 0.1, 0, 1, whole=False),
            parameters.number("MIN_PURITY", 0.4, 0, 1, whole=False),
            parameters.area(),
            parameters.number("SEED", 0, 0, advanced=True),
            parameters.file_output("SELECTION", parameters.selection_filter()),
            parameters.file_output("TABLE", parameters.CSV_FILTER, optional=True),
        ]

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Selects."""
        from ..core.selection import selection
        from ..core.selection.from_reference import select_by_reference

        output = values.file_output("SELECTION")
        table = values.file_output("TABLE")
        chosen = select_by_reference(
            values.raster_path("CLUSTERS"),
            values.layer_path("REFERENCE", values.text("CLASS_FIELD")),
            values.text("CLASS_FIELD"),
            values.decimal("FRACTION"),
            values.decimal("MIN_PURITY"),
            values.layer_path("AREA"),
            values.whole("SEED"),
            table,
            progress_for(feedback),
        )
        selection.save(chosen, output)
        for entry in chosen.classes:
            clusters = ", ".join(map(str, entry.clusters)) or tr("none")
            feedback.pushInfo(tr("{}: clusters {}").format(entry.name, clusters))
        return {"SELECTION": output} | ({"TABLE": table} if table else {})
