"""Cuts a raster into georeferenced training tiles."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..core.io.tiling import EDGES, TileOptions
from . import parameters as shared
from .base import ClusterNetAlgorithm, progress_for


class TileRasterAlgorithm(ClusterNetAlgorithm):
    """clusternet:tileraster."""

    def name(self) -> str:
        """Fixed for ever."""
        return "tileraster"

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return self.tr("Cut raster into training tiles")

    def shortDescription(self) -> str:
        """One line."""
        return self.tr("Cuts a raster, and labels with it, into georeferenced tiles.")

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return self.tr(
            "Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many "
            "no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can "
            "be cut alongside: they go into the folder 'labels' under the same names, classes counted from 1, 0 "
            "unlabelled.\n\n'Train clustering network' takes the folder, but also whole rasters: tiles are only needed "
            "to choose or to share what is trained on."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return self.tr("tile,patch,chip,cut,split,training,stride,labels,deep learning").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declares the parameters."""
        options = TileOptions()
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Raster")),
            self.tr("Raster to cut: any number of bands, any real data type."),
        )
        shared.bands(self)
        shared.extent(self)
        for name, title, default in (
            ("TILE_WIDTH", self.tr("Tile width (pixels)"), options.width),
            ("TILE_HEIGHT", self.tr("Tile height (pixels)"), options.height),
        ):
            self.add(shared.number(name, title, default, 1), self.tr("Size of a tile."))
        for name, title, default in (
            ("STRIDE_X", self.tr("Step to the right (pixels)"), options.stride_x),
            ("STRIDE_Y", self.tr("Step downwards (pixels)"), options.stride_y),
        ):
            self.add(
                shared.number(name, title, default, 1),
                self.tr("From one tile's start to the next. Less than the tile's size makes tiles overlap."),
            )
        self.add(
            shared.choice("EDGE", self.tr("At the right and lower edge"), EDGES, options.edge),
            self.tr(
                "shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled "
                "with no data. drop: it is left out."
            ),
        )
        self.add(
            shared.number("MAX_EMPTY", self.tr("Largest empty share"), options.max_empty, 0, 1, whole=False),
            self.tr("Tiles with a larger share of no-data or black pixels (0 in all bands) are left out."),
        )
        shared.flat_borders(self)
        shared.labels(
            self,
            "LABELS",
            "LABEL_FIELD",
            self.tr("Labels"),
            self.tr("Raster or polygons with classes to cut alongside, reprojected where needed."),
            optional=True,
        )
        self.add(
            shared.number("CROP", self.tr("Centre of labels (pixels)"), options.crop, 0),
            self.tr("Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT", self.tr("Folder of tiles")),
            self.tr("Tiles are named after their first row and column in the raster."),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                "INDEX",
                self.tr("Tile index"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            ),
            self.tr("The tiles' outlines, with their file names."),
        )
        self.addOutput(QgsProcessingOutputNumber("TILE_COUNT", self.tr("Tiles written")))
        self.addOutput(QgsProcessingOutputNumber("SKIPPED_COUNT", self.tr("Tiles left out")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Sizes and steps must make sense."""
        self._options(parameters, context)

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> TileOptions:
        whole = {
            field: self.parameterAsInt(parameters, name, context)
            for field, name in (
                ("width", "TILE_WIDTH"),
                ("height", "TILE_HEIGHT"),
                ("stride_x", "STRIDE_X"),
                ("stride_y", "STRIDE_Y"),
                ("crop", "CROP"),
            )
        }
        return TileOptions(
            edge=self.parameterAsEnumString(parameters, "EDGE", context),
            max_empty=self.parameterAsDouble(parameters, "MAX_EMPTY", context),
            **whole,
        )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Cuts."""
        from ..core.io.tile_cutting import cut_tiles

        folder = self.parameterAsString(parameters, "OUTPUT", context)
        index = self.output(parameters, "INDEX", context)
        raster = self.parameterAsRasterLayer(parameters, "INPUT", context)
        tiles = cut_tiles(
            self.raster_path(parameters, "INPUT", context),
            folder,
            self._options(parameters, context),
            self.bands(parameters),
            self.extent(parameters, context, raster),
            self.layer_path(parameters, "LABELS", context, feedback),
            self.parameterAsString(parameters, "LABEL_FIELD", context),
            index,
            self.parameterAsBoolean(parameters, "KEEP_FLAT_BORDERS", context),
            progress_for(feedback),
        )
        feedback.pushInfo(self.tr("{} tiles written, {} left out.").format(tiles.kept, tiles.skipped))
        results = {"OUTPUT": folder, "TILE_COUNT": tiles.kept, "SKIPPED_COUNT": tiles.skipped}
        return results | ({"INDEX": index} if index else {})
