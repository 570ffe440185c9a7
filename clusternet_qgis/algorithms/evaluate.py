"""Compares a class raster or polygons with a reference."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for
from .parameters import Texts
from .stages import CHECK
from .values import ParameterValues


class EvaluateAlgorithm(ClusterNetAlgorithm):
    """clusternet:evaluate."""

    script_name = "evaluate"
    stage = CHECK
    title = marked("Evaluate")
    summary = marked("Holds a class raster or polygons against a reference.")
    help_text = marked(
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
    keywords = marked("accuracy,confusion matrix,IoU,Dice,precision,recall,validation,ground truth")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Map", "Class raster or polygons to evaluate."),
        "REFERENCE": Texts("Reference", "Raster, polygons or points with the true classes, in any reference system."),
        "AREA": Texts("Area", "Polygons inside which the reference is complete; nothing outside is compared."),
        "CONFIDENCE": Texts(
            "Confidence",
            "Confidence of the map's pixels that 'Map clusters' has written: the report then shows how right the map "
            "is if less sure pixels are given up.",
        ),
        "REPORT": Texts(
            "Evaluation report",
            "A page with the scores of each class, their confidence intervals, a map of errors and the confusion "
            "matrix.",
        ),
        "TABLE": Texts("Table", "The same as a table."),
    }
    output_numbers: ClassVar = {
        "ACCURACY": marked("Accuracy"),
        "MEAN_IOU": marked("Mean IoU"),
        "MEAN_DICE": marked("Mean Dice"),
    }

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Map and reference; where to compare; report and table."""
        return [
            parameters.labels("INPUT"),
            parameters.class_field("CLASS_FIELD", "INPUT", tr("Map")),
            parameters.labels("REFERENCE", points=True),
            parameters.class_field("REFERENCE_FIELD", "REFERENCE", tr("Reference")),
            parameters.area(),
            parameters.raster("CONFIDENCE", optional=True, advanced=True),
            parameters.file_output("REPORT", parameters.HTML_FILTER, optional=True),
            parameters.file_output("TABLE", parameters.CSV_FILTER, optional=True),
        ]

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compares."""
        from ..core.evaluation.map_accuracy import evaluate_map
        from ..core.evaluation.score_table import write_score_table

        report = values.file_output("REPORT")
        table = values.file_output("TABLE")
        evaluation = evaluate_map(
            values.layer_path("INPUT", values.text("CLASS_FIELD")),
            values.layer_path("REFERENCE", values.text("REFERENCE_FIELD")),
            values.text("CLASS_FIELD"),
            values.text("REFERENCE_FIELD"),
            values.layer_path("AREA"),
            progress_for(feedback),
            values.layer_path("CONFIDENCE"),
        )
        scores = evaluation.scores
        results: dict[str, Any] = {
            "ACCURACY": scores.accuracy,
            "MEAN_IOU": scores.mean_iou,
            "MEAN_DICE": scores.mean_dice,
        }
        if table:
            write_score_table(scores, table)
            results["TABLE"] = table
        if report:
            # Jinja2 is slow to load, and only this needs it.
            from ..core.reports.evaluation_report import write_evaluation_report

            write_evaluation_report(evaluation, values.layer_name("INPUT"), values.layer_name("REFERENCE"), report)
            results["REPORT"] = report
        return results
