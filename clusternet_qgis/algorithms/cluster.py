"""Applies a model to a raster: the cluster of each pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..core.errors import DependencyError
from ..core.options import MapOptions
from ..environment import interpreter
from ..translation import marked
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker, worker_python
from .model_check import check_bands
from .output_formats import check_names, check_rasters, grid_of
from .parameters import Texts
from .stages import MAP
from .values import ParameterValues

if TYPE_CHECKING:
    from ..core.selection.selection import ClusterSelection

_OUTPUTS = ("OUTPUT", "CONFIDENCE", "FEATURES", "NOVELTY", "PROBABILITIES")


class ClusterAlgorithm(ClusterNetAlgorithm):
    """clusternet:cluster."""

    script_name = "cluster"
    stage = MAP
    title = marked("Map clusters")
    summary = marked("Writes the cluster of each pixel of a raster.")
    help_text = marked(
        "Applies a trained model to a raster with the same bands: the one it was trained on, or another.\n\n"
        "The result has the raster's pixels. Cluster 0 is stored as 1, cluster 1 as 2 and so on; 0 is no data, and "
        "stands exactly where the raster is not valid. A cluster has the same number and colour in every raster of "
        "the model.\n\nSEAM_INDEX is how much more often clusters change across the borders of the tiles that are "
        "worked on than on the same lines inside them: 1 means that the borders do not show.\n\n"
        "Next: 'Select clusters by reference', or 'Segment' with CLASSES such as tree=3,7; roof=12."
    )
    keywords = marked("unsupervised,predict,inference,apply,clustering,classification,segmentation")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Raster", "Raster with the same bands as those that the model was trained on."),
        "RESUME": Texts(
            "Go on with a run that was cut off",
            "Keeps finished tiles in a hidden folder beside the clusters until they are complete. Started again "
            "with the same parameters, a run that was cancelled or killed takes them from there.",
        ),
        "OUTPUT": Texts("Clusters", "Raster of clusters, with colours and names."),
        "CONFIDENCE": Texts(
            "Confidence",
            "How clear each choice was: 1 minus the distance to the nearest over that to the second nearest "
            "cluster. 0 is a toss-up.",
        ),
        "FEATURES": Texts("Features", "The normalised features of each pixel, a band each; large."),
        "NOVELTY": Texts(
            "Novelty",
            "How unlike the training each pixel is: its distance to the nearest cluster over that of the pixels of "
            "the training (root mean square). Around 1 is usual; from 2 on, nothing like it was seen.",
        ),
        "SELECTION": Texts("Selection", "Classes of clusters, of which there shall be probabilities."),
        "PROBABILITIES": Texts(
            "Probabilities of classes",
            "How likely each class of the selection is, a band each, with 'other' for clusters in no class; from the "
            "distances to all clusters. They sum up to 1.",
        ),
    }
    output_numbers: ClassVar = {"CLUSTER_COUNT": marked("Clusters that occur"), "SEAM_INDEX": marked("Seam index")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Raster and model; how to run; rasters to write."""
        return [
            parameters.raster("INPUT"),
            parameters.model_or_exported(),
            parameters.bands(),
            parameters.extra(advanced=True),
            parameters.extent(),
            parameters.flat_borders(),
            parameters.yes_or_no("RESUME", advanced=True),
            parameters.device(),
            parameters.memory(MapOptions.memory_mb),
            parameters.selection_file("SELECTION", advanced=True),
            parameters.raster_output("OUTPUT"),
            parameters.raster_output("CONFIDENCE", optional=True),
            parameters.raster_output("FEATURES", optional=True, advanced=True),
            parameters.raster_output("NOVELTY", optional=True, advanced=True),
            parameters.raster_output("PROBABILITIES", optional=True, advanced=True),
        ]

    def canExecute(self) -> tuple[bool, str]:
        """Without torch, exported models can still be mapped with."""
        fine, message = super().canExecute()
        if fine:
            return fine, message
        try:
            worker_python(interpreter.MAPPING_MODULES)
        except DependencyError:
            return False, message
        return True, ""

    def check(self, values: ParameterValues) -> None:
        """The model must open and fit the raster."""
        from ..core.model import cluster_model

        check_names(values, *_OUTPUTS)
        chosen = _selection(values)
        raster = values.raster_path("INPUT")
        model = values.file("MODEL")
        if _is_exported(model):  # it takes a library to open it, which the worker has
            check_rasters(values, grid_of(values, "INPUT"), _rasters(chosen))
            return
        worker_python()
        header = cluster_model.read_header(model)
        check_bands(header, raster, values.bands(), values.raster_paths("EXTRA"))
        if chosen is not None:
            chosen.check_model(header.fingerprint)
            chosen.check_splits(header.clusters, header.feature_size)
            chosen.lookup(chosen.cluster_count(header.clusters))
        check_rasters(values, grid_of(values, "INPUT"), _rasters(chosen, header.clusters, header.feature_size))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Maps in a worker process."""
        outputs = {name: values.output(name) for name in _OUTPUTS}
        model = values.file("MODEL")
        arguments = {
            "path": values.raster_path("INPUT"),
            "model_path": model,
            "outputs": {
                "clusters": outputs["OUTPUT"],
                "confidence": outputs["CONFIDENCE"],
                "features": outputs["FEATURES"],
                "novelty": outputs["NOVELTY"],
                "probabilities": outputs["PROBABILITIES"],
            },
            "selection_path": values.file("SELECTION"),
            "bands": values.bands(),
            "extra": values.raster_paths("EXTRA"),
            "extent": values.extent("INPUT"),
            "device_name": values.choice("DEVICE"),
            "memory_mb": values.whole("MEMORY_MB"),
            "resume": values.yes("RESUME"),
            "keep_flat_borders": values.yes("KEEP_FLAT_BORDERS"),
        }
        modules = interpreter.MAPPING_MODULES if _is_exported(model) else interpreter.MODULES
        result = run_worker("cluster", arguments, list(outputs.values()), feedback, modules)
        written = {name: path for name, path in outputs.items() if path}
        return written | {"CLUSTER_COUNT": result["cluster_count"], "SEAM_INDEX": result["seam_index"]}


def _selection(values: ParameterValues) -> ClusterSelection | None:
    from ..core.mapping.class_probabilities import check_classes
    from ..core.selection import selection

    path = values.file("SELECTION")
    check_classes(values.wants("PROBABILITIES"), bool(path))
    return selection.load(path) if path else None


def _rasters(chosen: ClusterSelection | None, clusters: int = 1, feature_size: int = 1) -> dict[str, tuple[int, str]]:
    """Bands and type of each output."""
    from ..core.io.raster_sink import label_type

    ids = chosen.cluster_count(clusters) if chosen else clusters
    numbers = dict.fromkeys(("CONFIDENCE", "NOVELTY"), (1, "float32"))
    classes = len(chosen.legend().entries) if chosen else 1
    several = {"FEATURES": (feature_size, "float32"), "PROBABILITIES": (classes, "float32")}
    return {"OUTPUT": (1, label_type(ids)), **several, **numbers}


def _is_exported(model: str) -> bool:
    return model.lower().endswith(".onnx")
