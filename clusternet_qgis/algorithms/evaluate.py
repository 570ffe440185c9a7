"""How right a segmentation is."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputNumber

from . import parameters as shared
from .base import ClusterNetAlgorithm, progress_for


class EvaluateAlgorithm(ClusterNetAlgorithm):
    """clusternet:evaluate."""

    def name(self) -> str:
        """Fixed for ever."""
        return "evaluate"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Evaluate")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Holds a class raster or polygons against a reference.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Compares every labelled pixel: accuracy, and for each class IoU (intersection over union), Dice, "
            "precision and recall, with their means over the classes of the reference.\n\nClasses are matched by name; "
            "those of a raster without names by value. The values of a raster are its classes, its no data is "
            "unlabelled. Pixels outside the polygons of a reference count as 'other' inside AREA, and everywhere if "
            "there is only one class and no AREA; else they are unlabelled. Where the map is "
            "empty but the reference is not, it is wrong.\n\nA reference of points, or one that labels less than a "
            "twentieth of the map, is a sample. The report then estimates the accuracy of the whole map and the true "
            "area of each class, with 95 % confidence intervals (Olofsson et al. 2014); the units must have been drawn "
            "at random, within each class of the map or altogether."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        shared.labels(self, "INPUT", "CLASS_FIELD", self.tr("Map"), self.tr("Class raster or polygons to evaluate."))
        shared.labels(
            self,
            "REFERENCE",
            "REFERENCE_FIELD",
            self.tr("Reference"),
            self.tr("Raster, polygons or points with the true classes, in any reference system."),
            points=True,
        )
        shared.area(self, self.tr("Polygons inside which the reference is complete; nothing outside is compared."))
        self.add(
            shared.file_destination("REPORT", self.tr("Report"), "HTML (*.html)", optional=True),
            self.tr(
                "A page with the scores of each class, their confidence intervals, a map of errors and the confusion "
                "matrix."
            ),
        )
        self.add(
            shared.file_destination("TABLE", self.tr("Table"), "CSV (*.csv)", optional=True),
            self.tr("The same as a table."),
        )
        self.addOutput(QgsProcessingOutputNumber("ACCURACY", self.tr("Accuracy")))
        self.addOutput(QgsProcessingOutputNumber("MEAN_IOU", self.tr("Mean IoU")))
        self.addOutput(QgsProcessingOutputNumber("MEAN_DICE", self.tr("Mean Dice")))

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Compares."""
        from ..core.evaluation.map_accuracy import evaluate_map
        from ..core.evaluation.score_table import write_score_table

        report = self.file_output(parameters, "REPORT", context)
        table = self.file_output(parameters, "TABLE", context)
        evaluation = evaluate_map(
            self.layer_path(parameters, "INPUT", context, feedback),
            self.layer_path(parameters, "REFERENCE", context, feedback),
            self.parameterAsString(parameters, "CLASS_FIELD", context),
            self.parameterAsString(parameters, "REFERENCE_FIELD", context),
            self.layer_path(parameters, "AREA", context, feedback),
            progress_for(feedback),
        )
        scores = evaluation.scores
        results = {"ACCURACY": scores.accuracy, "MEAN_IOU": scores.mean_iou, "MEAN_DICE": scores.mean_dice}
        if table:
            write_score_table(scores, table)
            results["TABLE"] = table
        if report:
            from ..core.reports.evaluation_report import (
                write_evaluation_report,
            )  # Jinja2 is slow to load, and only this needs it

            names = [self.parameterAsLayer(parameters, name, context).name() for name in ("INPUT", "REFERENCE")]
            write_evaluation_report(evaluation, *names, report)
            results["REPORT"] = report
        return results
