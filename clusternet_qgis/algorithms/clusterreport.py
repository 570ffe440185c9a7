"""A page about a model's clusters."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterLayer,
)

from . import parameters as shared
from .base import ClusterNetAlgorithm


class ClusterReportAlgorithm(ClusterNetAlgorithm):
    """clusternet:clusterreport."""

    needs_worker = True

    def name(self) -> str:
        """Fixed for ever."""
        return "clusterreport"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Report on clusters")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Writes a page with a card for each cluster, and which clusters are alike.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Shows what each cluster of a model is on a raster: six patches where it is purest and clearest, its area, "
            "the mean of each band with the standard deviation, and the clusters that it borders. A tree shows which "
            "clusters are alike, and suggests which to merge into a class; the suggestion can go into CLASSES of "
            "'Segment'.\n\nThe page is one file that needs no network; it can be sent and printed."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("cards,overview,legend,merge,dendrogram,thumbnails,spectrum,html").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Raster")),
            self.tr("The raster that the model was trained on, or another with the same bands."),
        )
        shared.model(self)
        shared.bands(self)
        shared.extent(self)
        shared.device(self)
        shared.memory(self)
        self.add(
            shared.file_destination("OUTPUT", self.tr("Report"), "HTML (*.html)"),
            self.tr("A page to open in any browser."),
        )
        self.addOutput(QgsProcessingOutputNumber("CLUSTER_COUNT", self.tr("Clusters that occur")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The model must open and fit the raster."""
        from ..core.io.raster_source import RasterSource
        from ..core.model import cluster_model

        path = self.raster_path(parameters, "INPUT", context)
        model = cluster_model.load(self.parameterAsFile(parameters, "MODEL", context))
        with RasterSource(path, self.bands(parameters) or model.band_numbers) as source:
            model.check_bands(len(source.bands), path)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Clusters and describes in a worker process."""
        output = self.file_output(parameters, "OUTPUT", context)
        raster = self.parameterAsRasterLayer(parameters, "INPUT", context)
        arguments = {
            "path": self.raster_path(parameters, "INPUT", context),
            "model_path": self.parameterAsFile(parameters, "MODEL", context),
            "output": output,
            "bands": self.bands(parameters),
            "extent": self.extent(parameters, context, raster),
            "device_name": self.parameterAsEnumString(parameters, "DEVICE", context),
            "memory_mb": self.parameterAsInt(parameters, "MEMORY_MB", context),
        }
        result = self.run_worker("cluster_report", arguments, [output], feedback)
        return {"OUTPUT": output, "CLUSTER_COUNT": result["cluster_count"]}
