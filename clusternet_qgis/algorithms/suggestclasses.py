"""Names for clusters that nobody has named."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..core.options import MapOptions
from ..layers.land_cover_names import shown_name
from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import run_worker
from .model_check import check_bands
from .parameters import Texts
from .stages import CLASSES
from .values import ParameterValues


class SuggestClassesAlgorithm(ClusterNetAlgorithm):
    """clusternet:suggestclasses."""

    script_name = "suggestclasses"
    stage = CLASSES
    title = marked("Suggest names of clusters")
    summary = marked("Names clusters as building, paved, tree, low vegetation, water or bare ground, without labels.")
    help_text = marked(
        "The base model was taught on public land-cover labels of other places. It says how likely each pixel is a "
        "building, paved, a tree, low vegetation, water or bare ground; a cluster gets the name that is likeliest on "
        "the mean of its pixels, if that is likely enough. Clusters that it is not sure of, or that are like nothing "
        "it has learnt, stay without a class.\n\nAny model can be used: the names are looked for in the visible bands "
        "of the raster. They are suggestions: look at them in 'Report on clusters' or on the map, and change them in "
        "the dock or with CLASSES.\n\nNext: 'Segment' with the raster, the model and the selection."
    )
    keywords = marked("land cover,names,labels,automatic,classify,building,tree,water,road,vegetation")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Raster", "The raster that the model was trained on, or another with the same bands."),
        "MIN_CONFIDENCE": Texts(
            "Smallest certainty",
            "Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer "
            "names are wrong.",
        ),
        "SELECTION": Texts("Selection", "Classes with their clusters, to give to 'Segment'."),
        "TABLE": Texts(
            "Table", "Each cluster's name, its certainty, its share of the pixels and how likely each kind is."
        ),
    }
    output_numbers: ClassVar = {"NAMED_COUNT": marked("Clusters with a name"), "NAMED_SHARE": marked("Named share")}
    needs_worker = True

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Raster and model; how sure; how to run; selection and table."""
        return [
            parameters.raster("INPUT"),
            parameters.model_or_exported(),
            parameters.bands(),
            parameters.extra(advanced=True),
            parameters.extent(),
            parameters.number("MIN_CONFIDENCE", 0.5, 0, 1, whole=False),
            parameters.flat_borders(),
            parameters.device(),
            parameters.memory(MapOptions.memory_mb),
            parameters.file_output("SELECTION", parameters.selection_filter()),
            parameters.file_output("TABLE", parameters.CSV_FILTER, optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """The model must open and fit the raster; to open an exported one takes a library, which the worker has."""
        from ..core.model import cluster_model

        model = values.file("MODEL")
        if not model.lower().endswith(".onnx"):
            header, extra = cluster_model.read_header(model), values.raster_paths("EXTRA")
            check_bands(header, values.raster_path("INPUT"), values.bands(), extra)

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Looks for names in a worker process."""
        output, table = values.file_output("SELECTION"), values.file_output("TABLE")
        arguments = {
            "path": values.raster_path("INPUT"),
            "model_path": values.file("MODEL"),
            "output": output,
            "table": table,
            "min_confidence": values.decimal("MIN_CONFIDENCE"),
            "bands": values.bands(),
            "extra": values.raster_paths("EXTRA"),
            "extent": values.extent("INPUT"),
            "device_name": values.choice("DEVICE"),
            "memory_mb": values.whole("MEMORY_MB"),
            "keep_flat_borders": values.yes("KEEP_FLAT_BORDERS"),
        }
        result = run_worker("suggest_classes", arguments, [output, table], feedback)
        for text in _sentences(result):
            feedback.pushInfo(text)
        written = {"SELECTION": output} | ({"TABLE": table} if table else {})
        return written | {"NAMED_COUNT": result["named_count"], "NAMED_SHARE": result["named_share"]}


def _sentences(result: dict[str, Any]) -> list[str]:
    """What was named, how sure, and what to do next."""
    if not result["named_count"]:
        return [
            tr(
                "No cluster has a name: nothing is likely enough on this raster. Try a smaller MIN_CONFIDENCE, or name "
                "clusters by strokes in the dock."
            )
        ]
    shares: dict[str, float] = {}
    for entry in result["clusters"]:
        if entry["name"]:
            shares[entry["name"]] = shares.get(entry["name"], 0.0) + entry["share"]
    lines = [f"{shown_name(name)}: {share:.0%}" for name, share in sorted(shares.items(), key=lambda item: -item[1])]
    text = tr(
        "{} of {} clusters have a name, on {} of the pixels that were looked at; the base model is {} sure of them on "
        "average, and of places unlike those that it has learnt from it is too sure: look at the map. Next: 'Segment' "
        "with the raster, the model and this selection; the rest becomes 'other'."
    )
    named, certainty = result["named_share"], result["certainty"]
    return [*lines, text.format(result["named_count"], result["cluster_count"], f"{named:.0%}", f"{certainty:.0%}")]
