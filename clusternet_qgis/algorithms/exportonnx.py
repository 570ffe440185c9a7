"""Writes a model in the form that other programs run."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..translation import marked
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker
from .parameters import Texts
from .stages import CHECK
from .values import ParameterValues


class ExportOnnxAlgorithm(ClusterNetAlgorithm):
    """clusternet:exportonnx."""

    script_name = "exportonnx"
    stage = CHECK
    title = marked("Export model to ONNX")
    summary = marked("Writes a model for ONNX Runtime and plugins such as Deepness.")
    help_text = marked(
        "Writes a trained model as ONNX, with all that other programs need: pixels go in as they are stored, "
        "scores of the clusters come out, or of classes if a selection is given. The plugin Deepness finds names, "
        "tile size and overlap in the file.\n\n"
        "The score of the best class is (1 + confidence) / 2, all others are 0.\n\n"
        "'Map clusters' takes the file as well, and then needs ONNX Runtime only."
    )
    keywords = marked("onnx,deepness,deploy,convert,inference,share,network")
    parameter_texts: ClassVar = {
        "SELECTION": Texts("Selection", "Which clusters make which class. Without it each cluster is a class."),
        "TILE_SIZE": Texts(
            "Tile size", "Rows and columns that other programs shall work on at once; larger is faster for each pixel."
        ),
        "OUTPUT": Texts("ONNX file", "The file to write."),
    }
    output_numbers: ClassVar = {"CLASS_COUNT": marked("Classes")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Model and selection; the file."""
        return [
            parameters.model(),
            parameters.selection_file("SELECTION"),
            parameters.number("TILE_SIZE", 512, 16, 8192, advanced=True),
            parameters.file_output("OUTPUT", parameters.onnx_filter()),
        ]

    def check(self, values: ParameterValues) -> None:
        """Model and selection must open and belong together."""
        from ..core.model import cluster_model
        from ..core.selection import selection

        model = cluster_model.read_header(values.file("MODEL"))
        path = values.file("SELECTION")
        if path:
            chosen = selection.load(path)
            chosen.check_model(model.fingerprint)
            chosen.lookup(model.clusters)

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Exports in a worker process."""
        output = values.file_output("OUTPUT")
        arguments = {
            "model_path": values.file("MODEL"),
            "selection_path": values.file("SELECTION"),
            "tile_size": values.whole("TILE_SIZE"),
            "output": output,
        }
        result = run_worker("exportonnx", arguments, [output], feedback)
        return {"OUTPUT": output, "CLASS_COUNT": result["class_count"]}
