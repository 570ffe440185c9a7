"""Applies a model to a raster: the cluster of each pixel."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import DependencyError
from ..core.options import MapOptions
from ..environment import interpreter
from . import parameters as shared
from .base import ClusterNetAlgorithm, worker_python


class ClusterAlgorithm(ClusterNetAlgorithm):
    """clusternet:cluster."""

    needs_worker = True

    def name(self) -> str:
        """Fixed for ever."""
        return "cluster"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Map clusters")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Writes the cluster of each pixel of a raster.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Applies a trained model to a raster with the same bands: the one it was trained on, or another.\n\n"
            "The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and "
            "stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of "
            "the model.\n\nSEAM_INDEX is how much more often clusters change across the borders of the tiles that are "
            "worked on than on the same lines inside them: 1 means that the borders do not show.\n\n"
            "Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("unsupervised,predict,inference,apply,clustering,classification,segmentation").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Raster")),
            self.tr("Raster with the same bands as those that the model was trained on."),
        )
        shared.model_or_exported(self)
        shared.bands(self)
        shared.extent(self)
        shared.flat_borders(self)
        self.add(
            QgsProcessingParameterBoolean("RESUME", self.tr("Go on with a run that was cut off"), defaultValue=False),
            self.tr(
                "Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again "
                "with the same parameters, a run that was cancelled or killed takes them from there."
            ),
            advanced=True,
        )
        shared.device(self)
        shared.memory(self, MapOptions.memory_mb)
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", self.tr("Clusters")),
            self.tr("Raster of clusters, with colours and names."),
        )
        self.add(
            shared.optional_raster("CONFIDENCE", self.tr("Confidence")),
            self.tr(
                "How clear each choice was: 1 minus the distance to the nearest over that to the second nearest "
                "cluster. 0 is a toss-up."
            ),
        )
        self.add(
            shared.optional_raster("FEATURES", self.tr("Features")),
            self.tr("The normalised features of each pixel, a band each; large."),
            advanced=True,
        )
        self.add(
            shared.optional_raster("NOVELTY", self.tr("Novelty")),
            self.tr(
                "How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of "
                "the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen."
            ),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputNumber("CLUSTER_COUNT", self.tr("Clusters that occur")))
        self.addOutput(QgsProcessingOutputNumber("SEAM_INDEX", self.tr("Seam index")))

    def canExecute(self) -> tuple[bool, str]:
        """Without torch there are still exported models."""
        fine, message = super().canExecute()
        if fine:
            return fine, message
        try:
            worker_python(interpreter.MAPPING_MODULES)
        except DependencyError:
            return False, message
        return True, ""

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """The model must open and fit the raster."""
        from ..core.io.raster_source import RasterSource
        from ..core.model import cluster_model

        path = self.raster_path(parameters, "INPUT", context)
        model_path = self.parameterAsFile(parameters, "MODEL", context)
        if _is_exported(model_path):  # it takes a library to open it, which the worker has
            return
        worker_python()
        model = cluster_model.load(model_path)
        with RasterSource(path, self.bands(parameters) or model.band_numbers) as source:
            model.check_bands(len(source.bands), path)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Clusters in a worker process."""
        outputs = {
            name: self.output(parameters, name, context) for name in ("OUTPUT", "CONFIDENCE", "FEATURES", "NOVELTY")
        }
        raster = self.parameterAsRasterLayer(parameters, "INPUT", context)
        model_path = self.parameterAsFile(parameters, "MODEL", context)
        arguments = {
            "path": self.raster_path(parameters, "INPUT", context),
            "model_path": model_path,
            "outputs": {
                "clusters": outputs["OUTPUT"],
                "confidence": outputs["CONFIDENCE"],
                "features": outputs["FEATURES"],
                "novelty": outputs["NOVELTY"],
            },
            "bands": self.bands(parameters),
            "extent": self.extent(parameters, context, raster),
            "device_name": self.parameterAsEnumString(parameters, "DEVICE", context),
            "memory_mb": self.parameterAsInt(parameters, "MEMORY_MB", context),
            "resume": self.parameterAsBoolean(parameters, "RESUME", context),
            "keep_flat_borders": self.parameterAsBoolean(parameters, "KEEP_FLAT_BORDERS", context),
        }
        modules = interpreter.MAPPING_MODULES if _is_exported(model_path) else interpreter.MODULES
        result = self.run_worker("cluster", arguments, list(outputs.values()), feedback, modules)
        written = {name: path for name, path in outputs.items() if path}
        return written | {"CLUSTER_COUNT": result["cluster_count"], "SEAM_INDEX": result["seam_index"]}


def _is_exported(model_path: str) -> bool:
    return model_path.lower().endswith(".onnx")
