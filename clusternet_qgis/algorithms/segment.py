"""Chosen clusters to a class raster and polygons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingUtils,
)

from ..core.errors import OptionsError
from . import parameters as shared
from .base import ClusterNetAlgorithm, progress_for

if TYPE_CHECKING:
    from ..core.selection.selection import ClusterSelection


class SegmentAlgorithm(ClusterNetAlgorithm):
    """clusternet:segment."""

    def name(self) -> str:
        """Fixed for ever."""
        return "segment"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Segment")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Makes a class raster and polygons of chosen clusters.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Give a raster of clusters, or a raster and a model. Choose clusters by a selection file, or by text such "
            "as tree=3,7; roof=12,20-25, with the clusters' numbers as in the legend (the stored value less 1).\n\n"
            "Pixels of clusters that are in no class become the class 'other'; the polygons leave it out. 0 is no "
            "data, and stands exactly where the raster is not valid."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("classify,classes,choose,clusters,vectorize,polygons,extract").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        self.add(
            QgsProcessingParameterRasterLayer("CLUSTERS", self.tr("Clusters"), optional=True),
            self.tr("A raster that 'Map clusters' has written. Or give a raster and a model."),
        )
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Raster"), optional=True),
            self.tr("Raster to cluster first, with MODEL."),
        )
        shared.model(self, optional=True)
        self.add(
            QgsProcessingParameterFile(
                "SELECTION", self.tr("Selection"), extension="json", optional=True, fileFilter=shared.selection_filter()
            ),
            self.tr("Classes with their clusters. Or give CLASSES."),
        )
        self.add(
            QgsProcessingParameterString("CLASSES", self.tr("Classes"), optional=True),
            self.tr("Classes as text: names with the numbers of their clusters, such as tree=3,7; roof=12."),
        )
        shared.extent(self)
        shared.flat_borders(self)
        self.add(
            shared.number("SIEVE", self.tr("Sieve (pixels)"), 0, 0),
            self.tr("Regions of fewer pixels join their largest neighbour. 0 keeps all."),
        )
        shared.polygon_cleaning(self)
        shared.confidence_of_polygons(self)
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", self.tr("Class raster")),
            self.tr("The first class is stored as 1; the class 'other' comes last."),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "POLYGONS",
                self.tr("Polygons"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            self.tr("Polygons of the chosen classes, with the clusters that each is made of."),
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """One source of clusters, one choice of them, and they must fit together."""
        from ..core.io.raster_source import RasterSource
        from ..core.model import cluster_model
        from ..core.polygons import PolygonOptions

        chosen = self._selection(parameters, context)
        self._check_names(parameters, context)
        PolygonOptions(**self._cleaning(parameters, context))
        has = {name: parameters.get(name) not in (None, "") for name in ("CLUSTERS", "INPUT", "MODEL")}
        if has["CLUSTERS"] == (has["INPUT"] or has["MODEL"]) or has["INPUT"] != has["MODEL"]:
            raise OptionsError(self.tr("Give either CLUSTERS, or INPUT and MODEL."))
        if has["MODEL"]:
            model = cluster_model.load(self.parameterAsFile(parameters, "MODEL", context))
            chosen.check_model(model.fingerprint())
            chosen.check_splits(model.clusters, model.feature_size)
            chosen.lookup(chosen.cluster_count(model.clusters))
            path = self.raster_path(parameters, "INPUT", context)
            with RasterSource(path, model.band_numbers) as source:
                model.check_bands(len(source.bands), path)

    def _check_names(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """QGIS keeps the style of a layer in a file named after it, but for a GeoPackage."""
        raster, polygons = (_named(parameters.get(name)) for name in ("OUTPUT", "POLYGONS"))
        if not raster.name or not polygons.name or polygons.suffix.lower() == ".gpkg":
            return
        if raster.with_suffix("") == polygons.with_suffix(""):
            text = self.tr("OUTPUT and POLYGONS are both named {}; give them different names.")
            raise OptionsError(text.format(raster.stem))

    def _selection(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ClusterSelection:
        from ..core.selection import selection

        path = self.parameterAsFile(parameters, "SELECTION", context)
        text = self.parameterAsString(parameters, "CLASSES", context).strip()
        if bool(path) == bool(text):
            raise OptionsError(
                self.tr("Choose clusters either by a SELECTION file or by CLASSES text, such as tree=3,7; roof=12.")
            )
        return selection.load(path) if path else selection.parse(text)

    def _cleaning(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, float]:
        return {
            "min_area": self.parameterAsDouble(parameters, "MIN_AREA", context),
            "simplify": self.parameterAsDouble(parameters, "SIMPLIFY", context),
        }

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Clusters if need be, looks classes up, and draws polygons."""
        from ..core.polygons import PolygonOptions, ZoneRasters, polygonise
        from ..core.selection.class_raster import segment_raster

        output = self.output(parameters, "OUTPUT", context)
        polygons = self.output(parameters, "POLYGONS", context)
        with_model = parameters.get("MODEL") not in (None, "")
        layer = self.parameterAsRasterLayer(parameters, "INPUT" if with_model else "CLUSTERS", context)
        extent = self.extent(parameters, context, layer) if layer is not None else None
        steps = QgsProcessingMultiStepFeedback(1 + with_model + bool(polygons), feedback)
        chosen = self._selection(parameters, context)
        if with_model:
            clusters = self._cluster(parameters, context, extent, steps)
            steps.setCurrentStep(1)
        else:
            clusters = self.raster_path(parameters, "CLUSTERS", context)
        sieve = self.parameterAsInt(parameters, "SIEVE", context)
        segment_raster(clusters, chosen, output, None if with_model else extent, sieve, progress_for(steps))
        if not polygons:
            return {"OUTPUT": output}
        steps.setCurrentStep(1 + with_model)
        options = PolygonOptions(exclude=(chosen.other_value,), **self._cleaning(parameters, context))
        zones = ZoneRasters(self.layer_path(parameters, "CONFIDENCE", context, feedback), clusters)
        polygonise(output, polygons, options, zones, progress_for(steps))
        return {"OUTPUT": output, "POLYGONS": polygons}

    def _cluster(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        extent: tuple[float, float, float, float] | None,
        feedback: QgsProcessingFeedback,
    ) -> str:
        path = QgsProcessingUtils.generateTempFilename("clusters.tif")
        arguments = {
            "path": self.raster_path(parameters, "INPUT", context),
            "model_path": self.parameterAsFile(parameters, "MODEL", context),
            "outputs": {"clusters": path},
            "extent": extent,
            "keep_flat_borders": self.parameterAsBoolean(parameters, "KEEP_FLAT_BORDERS", context),
            "selection_path": self.parameterAsFile(parameters, "SELECTION", context),
        }
        self.run_worker("cluster", arguments, [path], feedback)
        return path


def _named(destination: Any) -> Path:
    """The path that a destination names; the desktop wraps it, to say that the layer is to be loaded."""
    if isinstance(destination, QgsProcessingOutputLayerDefinition):
        destination = destination.sink.staticValue()
    return Path(str(destination or ""))
