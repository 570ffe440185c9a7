"""Chooses clusters by a share of reference labels."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterRasterLayer

from . import parameters as shared
from .base import ClusterNetAlgorithm, progress_for


class SelectByReferenceAlgorithm(ClusterNetAlgorithm):
    """clusternet:selectbyreference."""

    def name(self) -> str:
        """Fixed for ever."""
        return "selectbyreference"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Select clusters by reference")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Finds which clusters make which class, from a share of reference labels.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Gives each cluster the class of most of its labelled pixels, if enough of them have it. Clusters that are "
            "too mixed, or have no labels, stay in no class.\n\n"
            "The values of a raster are its classes; its no data is unlabelled. Of polygons, the class field names the "
            "class. Pixels outside the polygons count as 'other' inside AREA, and everywhere if there is only one "
            "class and no AREA; else they are unlabelled.\n\nThe selection fits every raster of the same model. "
            "Next: 'Segment'."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("labels,ground truth,classes,assign,map clusters to classes,training data").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer("CLUSTERS", self.tr("Clusters")),
            self.tr("A raster that 'Map clusters' has written."),
        )
        shared.labels(
            self,
            "REFERENCE",
            "CLASS_FIELD",
            self.tr("Reference"),
            self.tr("Raster or polygons with true classes, in any reference system."),
        )
        self.add(
            shared.number("FRACTION", self.tr("Share of the labels to use"), 0.1, 0, 1, whole=False),
            self.tr("Chosen at random; the rest is not looked at. 'Evaluate' counts all labels, these included."),
        )
        self.add(
            shared.number("MIN_PURITY", self.tr("Smallest purity"), 0.4, 0, 1, whole=False),
            self.tr("A cluster belongs to a class only if at least this share of its labelled pixels does."),
        )
        shared.area(self, self.tr("Polygons inside which the reference is complete; nothing outside is looked at."))
        self.add(
            shared.number("SEED", self.tr("Seed"), 0, 0),
            self.tr("Of the random choice of labels."),
            advanced=True,
        )
        self.add(
            shared.file_destination("SELECTION", self.tr("Selection"), shared.selection_filter()),
            self.tr("Classes with their clusters, to give to 'Segment'."),
        )
        self.add(
            shared.file_destination("TABLE", self.tr("Table"), "CSV (*.csv)", optional=True),
            self.tr("Each cluster's class, purity and labelled pixels."),
        )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Selects."""
        from ..core.selection import selection
        from ..core.selection.from_reference import select_by_reference

        output = self.file_output(parameters, "SELECTION", context)
        table = self.file_output(parameters, "TABLE", context)
        chosen = select_by_reference(
            self.raster_path(parameters, "CLUSTERS", context),
            self.layer_path(parameters, "REFERENCE", context, feedback),
            self.parameterAsString(parameters, "CLASS_FIELD", context),
            self.parameterAsDouble(parameters, "FRACTION", context),
            self.parameterAsDouble(parameters, "MIN_PURITY", context),
            self.layer_path(parameters, "AREA", context, feedback),
            self.parameterAsInt(parameters, "SEED", context),
            table,
            progress_for(feedback),
        )
        selection.save(chosen, output)
        for entry in chosen.classes:
            clusters = ", ".join(map(str, entry.clusters)) or self.tr("none")
            feedback.pushInfo(self.tr("{}: clusters {}").format(entry.name, clusters))
        return {"SELECTION": output} | ({"TABLE": table} if table else {})
