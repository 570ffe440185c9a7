"""Writes a model in the form that other programs run."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from . import parameters as shared
from .base import ClusterNetAlgorithm


class ExportOnnxAlgorithm(ClusterNetAlgorithm):
    """clusternet:exportonnx."""

    needs_worker = True

    def name(self) -> str:
        """Fixed for ever."""
        return "exportonnx"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Export model to ONNX")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Writes a model for ONNX Runtime and plugins such as Deepness.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, "
            "scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, "
            "tile size and overlap in the file.\n\n"
            "The score of the best class is (1 + confidence) / 2, all others are 0.\n\n"
            "'Map clusters' takes the file as well, and then needs ONNX Runtime only."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("onnx,deepness,deploy,convert,inference,share,network").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        shared.model(self)
        self.add(
            QgsProcessingParameterFile(
                "SELECTION",
                self.tr("Selection"),
                extension="json",
                optional=True,
                fileFilter=shared.selection_filter(),
            ),
            self.tr("Which clusters make which class. Without it each cluster is a class."),
        )
        self.add(
            shared.number("TILE_SIZE", self.tr("Tile size"), 512, 16, 8192),
            self.tr("Rows and columns that other programs shall work on at once; larger is faster for each pixel."),
            advanced=True,
        )
        self.add(
            shared.file_destination("OUTPUT", self.tr("ONNX file"), shared.onnx_filter()),
            self.tr("The file to write."),
        )
        self.addOutput(QgsProcessingOutputNumber("CLASS_COUNT", self.tr("Classes")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Model and selection must open and belong together."""
        from ..core.model import cluster_model
        from ..core.selection import selection

        model = cluster_model.load(self.parameterAsFile(parameters, "MODEL", context))
        path = self.parameterAsFile(parameters, "SELECTION", context)
        if path:
            chosen = selection.load(path)
            chosen.check_model(model.fingerprint())
            chosen.lookup(model.clusters)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Exports in a worker process."""
        output = self.file_output(parameters, "OUTPUT", context)
        arguments = {
            "model_path": self.parameterAsFile(parameters, "MODEL", context),
            "selection_path": self.parameterAsFile(parameters, "SELECTION", context),
            "tile_size": self.parameterAsInt(parameters, "TILE_SIZE", context),
            "output": output,
        }
        result = self.run_worker("exportonnx", arguments, [output], feedback)
        return {"OUTPUT": output, "CLASS_COUNT": result["class_count"]}
