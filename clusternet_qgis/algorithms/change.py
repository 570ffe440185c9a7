"""What has changed between two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback, QgsProcessingParameterDefinition

from ..core.options import MapOptions
from ..translation import marked
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for, run_worker
from .model_check import check_bands
from .output_formats import check_names, check_polygons, check_rasters, grid_of
from .parameters import Texts
from .stages import CHECK
from .values import ParameterValues

if TYPE_CHECKING:
    from ..core.selection.selection import ClusterSelection


class ChangeAlgorithm(ClusterNetAlgorithm):
    """clusternet:change."""

    script_name = "change"
    stage = CHECK
    title = marked("What has changed")
    summary = marked(
        "Finds what has changed between two rasters of one place, and into what, with one legend for both."
    )
    help_text = marked(
        "One model sees both dates: one that was trained on either of them, or better on both. A shift between them is "
        "found and taken off, and the colours of one date are matched to the other's by the ground that has not "
        "changed. A pixel has changed where its features differ by more than those of unchanged ground do, and from "
        "all pixels of the other date within two pixels.\n\nThe second date may have any pixel grid and reference "
        "system: the common part is compared on the pixels of the first. Without a SELECTION, groups of clusters that "
        "are alike are the classes. Clouds count as change unless they are no data.\n\nCompare more than two dates in "
        "pairs, as a batch."
    )
    keywords = marked("change detection,two dates,difference,transition matrix,before,after,monitoring,multitemporal")
    parameter_texts: ClassVar = {
        "BEFORE": Texts("First date", "The raster before; its pixel grid counts."),
        "AFTER": Texts("Second date", "The raster after, with the same bands."),
        "SELECTION": Texts("Selection of clusters", "The classes. Without it, groups of clusters that are alike."),
        "MIN_AREA": Texts(
            "Smallest change (square map units)",
            "Smaller changes become what is around them; those below 25 pixels always do. Without a georeference, in "
            "pixels.",
        ),
        "OUTPUT": Texts(
            "Transitions", "A raster with a value for each pair of classes, and 1 where nothing has changed."
        ),
        "POLYGONS": Texts("Polygons of changes", "A polygon for each connected change."),
        "TABLE": Texts("Table", "The area that each class has lost to each other one, in square metres."),
        "REPORT": Texts("Report", "A page with the matrix, and pictures of the largest changes before and after."),
    }
    output_numbers: ClassVar = {"SHARE_CHANGED": marked("Share of the area that has changed")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Two dates, model and classes; part; smallest change; outputs."""
        return [
            parameters.raster("BEFORE"),
            parameters.raster("AFTER"),
            parameters.model(),
            parameters.selection_file("SELECTION"),
            parameters.extent(),
            parameters.number("MIN_AREA", 0, 0, whole=False),
            parameters.device(),
            parameters.memory(MapOptions.memory_mb),
            parameters.raster_output("OUTPUT"),
            parameters.polygons_output("POLYGONS", optional=True),
            parameters.file_output("TABLE", parameters.CSV_FILTER, optional=True),
            parameters.file_output("REPORT", parameters.HTML_FILTER, optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """The model must fit both dates, and the formats must hold the transitions."""
        from ..core.model import cluster_model

        check_names(values, "OUTPUT", "POLYGONS")
        header = cluster_model.read_header(values.file("MODEL"))
        for date in ("BEFORE", "AFTER"):
            check_bands(header, values.raster_path(date))
        chosen = _selection(values)
        if chosen is not None:
            chosen.check_model(header.fingerprint)
            chosen.check_splits(header.clusters, header.feature_size)
            chosen.lookup(chosen.cluster_count(header.clusters))
        grid = grid_of(values, "BEFORE")
        check_rasters(values, grid, {"OUTPUT": (1, "uint16")})
        check_polygons(values, "POLYGONS", grid, [entry.name for entry in chosen.legend()] if chosen else [])

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compares in a worker process, and draws polygons."""
        output, polygons = values.output("OUTPUT"), values.output("POLYGONS")
        table, report = values.file_output("TABLE"), values.file_output("REPORT")
        arguments = {
            "before": values.raster_path("BEFORE"),
            "after": values.raster_path("AFTER"),
            "model": values.file("MODEL"),
            "selection_path": values.file("SELECTION"),
            "extent": values.extent("BEFORE"),
            "min_area": values.decimal("MIN_AREA"),
            "device_name": values.choice("DEVICE"),
            "memory_mb": values.whole("MEMORY_MB"),
            "outputs": {"transitions": output, "table": table, "report": report},
        }
        steps = QgsProcessingMultiStepFeedback(1 + bool(polygons), feedback)
        written = [path for path in (output, table, report) if path]
        result = run_worker("change", arguments, written, steps)
        results = {"OUTPUT": output, "SHARE_CHANGED": result["share_changed"]}
        if polygons:
            from ..core.change.legend import UNCHANGED
            from ..core.polygons import PolygonOptions, polygonise

            steps.setCurrentStep(1)
            options = PolygonOptions(values.decimal("MIN_AREA"), exclude=(UNCHANGED,))
            polygonise(output, polygons, options, progress=progress_for(steps))
            results["POLYGONS"] = polygons
        return results | {name: path for name, path in (("TABLE", table), ("REPORT", report)) if path}


def _selection(values: ParameterValues) -> ClusterSelection | None:
    from ..core.selection import selection

    path = values.file("SELECTION")
    return selection.load(path) if path else None
