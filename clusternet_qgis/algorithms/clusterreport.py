"""A page about a model's clusters."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..translation import marked
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker
from .model_check import check_bands
from .parameters import Texts
from .stages import MAP
from .values import ParameterValues


class ClusterReportAlgorithm(ClusterNetAlgorithm):
    """clusternet:clusterreport."""

    script_name = "clusterreport"
    stage = MAP
    title = marked("Report on clusters")
    summary = marked("Writes a page with a card for each cluster, and which clusters are alike.")
    help_text = marked(
        "Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, "
        "the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which "
        "clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of "
        "'Segment'.\n\nThe page is one file that needs no network; it can be sent and printed."
    )
    keywords = marked("cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Raster", "The raster that the model was trained on, or another with the same bands."),
        "OUTPUT": Texts("Cluster report", "A page to open in any browser."),
    }
    output_numbers: ClassVar = {"CLUSTER_COUNT": marked("Clusters that occur")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Raster and model; how to run; the page."""
        return [
            parameters.raster("INPUT"),
            parameters.model(),
            parameters.bands(),
            parameters.extra(advanced=True),
            parameters.extent(),
            parameters.device(),
            parameters.memory(),
            parameters.file_output("OUTPUT", parameters.HTML_FILTER),
        ]

    def check(self, values: ParameterValues) -> None:
        """The model must open and fit the raster."""
        from ..core.model import cluster_model

        header = cluster_model.read_header(values.file("MODEL"))
        check_bands(header, values.raster_path("INPUT"), values.bands(), values.raster_paths("EXTRA"))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Maps and describes the clusters in a worker process."""
        output = values.file_output("OUTPUT")
        arguments = {
            "path": values.raster_path("INPUT"),
            "model_path": values.file("MODEL"),
            "output": output,
            "bands": values.bands(),
            "extra": values.raster_paths("EXTRA"),
            "extent": values.extent("INPUT"),
            "device_name": values.choice("DEVICE"),
            "memory_mb": values.whole("MEMORY_MB"),
        }
        result = run_worker("cluster_report", arguments, [output], feedback)
        return {"OUTPUT": output, "CLUSTER_COUNT": result["cluster_count"]}
