"""Chosen clusters to a class raster and polygons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
)

from ..core.errors import OptionsError
from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for, run_worker
from .model_check import check_bands
from .output_formats import check_confidence, check_names, check_polygons, check_rasters, grid_of
from .parameters import Texts
from .stages import CLASSES
from .values import ParameterValues

if TYPE_CHECKING:
    from ..core.polygons import PolygonOptions
    from ..core.selection.selection import ClusterSelection


class SegmentAlgorithm(ClusterNetAlgorithm):
    """clusternet:segment."""

    script_name = "segment"
    stage = CLASSES
    title = marked("Segment")
    summary = marked("Makes a class raster and polygons of chosen clusters.")
    help_text = marked(
        "Two things are needed.\n1. Clusters: a raster that 'Map clusters' has written; or else a raster and a "
        "model, and they are mapped first.\n2. Which clusters make which class: a selection file; or else text such "
        "as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).\n\n"
        "Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no "
        "data, and stands exactly where the raster is not valid."
    )
    keywords = marked("classify,classes,choose,clusters,vectorize,polygons,extract")
    parameter_texts: ClassVar = {
        "CLUSTERS": Texts("Clusters", "A raster that 'Map clusters' has written. Or give a raster and a model."),
        "INPUT": Texts("Or: raster", "Raster to map the clusters of first, with the model."),
        "MODEL": Texts("Model for this raster", "A model that 'Train clustering network' has written."),
        "SELECTION": Texts("Selection", "Classes with their clusters. Or give classes as text."),
        "CLASSES": Texts(
            "Or: classes as text",
            "Names with the numbers of their clusters, such as tree=3,7; roof=12.",
        ),
        "SIEVE": Texts("Sieve (pixels)", "Regions of fewer pixels join their largest neighbour. 0 keeps all."),
        "OUTPUT": Texts("Class raster", "The first class is stored as 1; the class 'other' comes last."),
        "POLYGONS": Texts("Polygons", "Polygons of the chosen classes, with the clusters that each is made of."),
    }

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Clusters, or what to make them of; classes; how to clean; class raster and polygons."""
        return [
            parameters.raster("CLUSTERS", optional=True),
            parameters.raster("INPUT", optional=True),
            parameters.model(optional=True),
            parameters.selection_file("SELECTION"),
            parameters.optional_text("CLASSES"),
            parameters.extra(advanced=True),
            parameters.extent(),
            parameters.flat_borders(),
            parameters.number("SIEVE", 0, 0),
            parameters.smallest_polygon(),
            parameters.simplification(),
            parameters.right_angles(),
            parameters.confidence_of_polygons(),
            parameters.least_confidence(),
            parameters.raster_output("OUTPUT"),
            parameters.polygons_output("POLYGONS", optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """There must be one source of clusters and one choice of them, which fit together."""
        from ..core.io.raster_sink import label_type
        from ..core.model import cluster_model
        from ..core.polygons.class_names import check_names as check_class_names

        chosen = _selection(values)
        check_names(values, "OUTPUT", "POLYGONS")
        check_class_names(_polygon_options(values).right_angles, [entry.name for entry in chosen.classes])
        check_confidence(values, values.has("CONFIDENCE") or values.has("MODEL"))
        given = [name for name in ("CLUSTERS", "INPUT", "MODEL") if values.has(name)]
        if given not in (["CLUSTERS"], ["INPUT", "MODEL"]):
            raise OptionsError(tr("Give either clusters (CLUSTERS), or a raster and a model (INPUT and MODEL)."))
        if "MODEL" in given:
            model = cluster_model.read_header(values.file("MODEL"))
            chosen.check_model(model.fingerprint)
            chosen.check_splits(model.clusters, model.feature_size)
            chosen.lookup(chosen.cluster_count(model.clusters))
            check_bands(model, values.raster_path("INPUT"), extra=values.raster_paths("EXTRA"))
        grid = grid_of(values, given[0])
        check_rasters(values, grid, {"OUTPUT": (1, label_type(len(chosen.classes) + 1))})
        check_polygons(values, "POLYGONS", grid, [entry.name for entry in chosen.legend()])

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Maps clusters if they are not given, assigns classes to them, and draws polygons."""
        from ..core.polygons import ZoneRasters, polygonise
        from ..core.selection.class_raster import segment_raster

        output = values.output("OUTPUT")
        polygons = values.output("POLYGONS")
        with_model = values.has("MODEL")
        steps = QgsProcessingMultiStepFeedback(1 + with_model + bool(polygons), feedback)
        chosen = _selection(values)
        confidence, least = values.layer_path("CONFIDENCE"), values.decimal("MIN_CONFIDENCE")
        if with_model:
            _check_fingerprint(chosen, values.file("MODEL"))
            clusters, mapped_confidence = _map_clusters(values, least > 0 and not confidence, steps)
            confidence, extent = confidence or mapped_confidence, None  # only the extent is mapped
            steps.setCurrentStep(1)
        else:
            clusters, extent = values.raster_path("CLUSTERS"), values.extent("CLUSTERS")
        sieve = values.whole("SIEVE")
        segment_raster(clusters, chosen, output, extent, sieve, progress_for(steps), confidence, least)
        if not polygons:
            _say_what_needs_polygons(values, feedback)
            return {"OUTPUT": output}
        steps.setCurrentStep(1 + with_model)
        options = _polygon_options(values, exclude=(chosen.other_value,))
        zones = ZoneRasters(confidence, clusters)
        summary = polygonise(output, polygons, options, zones, progress_for(steps))
        if not summary.polygons and least > 0:
            feedback.pushWarning(tr("MIN_CONFIDENCE is {:g}: lower it if no polygon is left.").format(least))
        return {"OUTPUT": output, "POLYGONS": polygons}


def _selection(values: ParameterValues) -> ClusterSelection:
    from ..core.selection import selection

    path = values.file("SELECTION")
    text = values.text("CLASSES").strip()
    if bool(path) == bool(text):
        raise OptionsError(
            tr("Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.")
        )
    return selection.load(path) if path else selection.parse(text)


def _say_what_needs_polygons(values: ParameterValues, feedback: QgsProcessingFeedback) -> None:
    idle = [name for name in ("MIN_AREA", "SIMPLIFY") if values.decimal(name) > 0]
    idle += ["RIGHT_ANGLES"] if values.text("RIGHT_ANGLES").strip() else []
    if idle:
        feedback.pushWarning(tr("{}: not used without POLYGONS.").format(", ".join(idle)))


def _polygon_options(values: ParameterValues, exclude: tuple[int, ...] = ()) -> PolygonOptions:
    from ..core.polygons import PolygonOptions
    from ..core.polygons.class_names import listed_names

    right_angles = listed_names(values.text("RIGHT_ANGLES"))
    return PolygonOptions(
        values.decimal("MIN_AREA"), values.decimal("SIMPLIFY"), exclude=exclude, right_angles=right_angles
    )


def _check_fingerprint(chosen: ClusterSelection, model: str) -> None:
    """Raises ClusterNetError if the clusters are those of another model, as its weights tell.

    Weights may be large, so `check`, which QGIS' window waits for, only looks at what the file says of them.
    """
    from ..core.model import cluster_model

    if chosen.model:
        chosen.check_model(cluster_model.load(model).fingerprint())


def _map_clusters(values: ParameterValues, with_confidence: bool, feedback: QgsProcessingFeedback) -> tuple[str, str]:
    """Paths of the clusters, and of their confidence; empty if it is not wanted."""
    path = QgsProcessingUtils.generateTempFilename("clusters.tif")
    confidence = QgsProcessingUtils.generateTempFilename("confidence.tif") if with_confidence else ""
    arguments = {
        "path": values.raster_path("INPUT"),
        "model_path": values.file("MODEL"),
        "outputs": {"clusters": path, "confidence": confidence},
        "extra": values.raster_paths("EXTRA"),
        "extent": values.extent("INPUT"),
        "keep_flat_borders": values.yes("KEEP_FLAT_BORDERS"),
        "selection_path": values.file("SELECTION"),
    }
    run_worker("cluster", arguments, [path, confidence] if confidence else [path], feedback)
    return path, confidence
