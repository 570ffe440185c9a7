"""Cuts a raster into georeferenced training tiles."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
)

from ..core.io.tiling import EDGES, TILE_FILES, TileOptions
from ..core.staging import scratch_folder
from ..translation import marked, tr
from . import parameters
from .base import ClusterNetAlgorithm
from .execution import progress_for
from .output_formats import grid_of
from .parameters import Texts
from .stages import LEARN
from .values import ParameterValues


class TileRasterAlgorithm(ClusterNetAlgorithm):
    """clusternet:tileraster."""

    script_name = "tileraster"
    stage = LEARN
    title = marked("Cut raster into training tiles")
    summary = marked("Cuts a raster, and labels with it, into georeferenced tiles.")
    help_text = marked(
        "Cuts a raster into georeferenced GeoTIFF tiles, with their values as they are. Tiles with too many "
        "no-data or black pixels are left out. Labels, as a raster or a vector layer in any reference system, can "
        "be cut alongside: they go into the folder 'labels' under the same names, with the values of their source; "
        "text classes are numbered from 1, and the file legend.json there names them.\n\n"
        "'Train clustering network' takes the folder, but also whole rasters: tiles are only needed to choose or to "
        "share what is trained on."
    )
    keywords = marked("tile,patch,chip,cut,split,training,stride,labels,deep learning")
    parameter_texts: ClassVar = {
        "INPUT": Texts("Raster", "Raster to cut: any number of bands, any real data type."),
        "TILE_WIDTH": Texts("Tile width (pixels)", "Size of a tile."),
        "TILE_HEIGHT": Texts("Tile height (pixels)", "Size of a tile."),
        "STRIDE_X": Texts(
            "Step to the right (pixels)",
            "From one tile's start to the next. Less than the tile's size makes tiles overlap.",
        ),
        "STRIDE_Y": Texts(
            "Step downwards (pixels)",
            "From one tile's start to the next. Less than the tile's size makes tiles overlap.",
        ),
        "EDGE": Texts(
            "At the right and lower edge",
            "shift: the last tile moves back inside and overlaps its neighbour. pad: it reaches beyond, filled "
            "with no data. drop: it is left out.",
        ),
        "MAX_EMPTY": Texts(
            "Largest empty share", "Tiles with a larger share of no-data or black pixels (0 in all bands) are left out."
        ),
        "LABELS": Texts("Labels", "Raster or polygons with classes to cut alongside, reprojected where needed."),
        "CROP": Texts(
            "Centre of labels (pixels)",
            "Labels are cut to a centre of this size, what valid convolutions leave of a tile. 0 keeps all.",
        ),
        "OUTPUT": Texts("Folder of tiles", "Tiles are named after their first row and column in the raster."),
        "INDEX": Texts("Tile index", "The tiles' outlines, with their file names."),
    }
    output_numbers: ClassVar = {"TILE_COUNT": marked("Tiles written"), "SKIPPED_COUNT": marked("Tiles left out")}
    folder_files: ClassVar = {"OUTPUT": TILE_FILES}

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Raster; where and how to cut; labels; tiles and their outlines."""
        options = TileOptions()
        return [
            parameters.raster("INPUT"),
            parameters.bands(),
            parameters.extent(),
            parameters.number("TILE_WIDTH", options.width, 1),
            parameters.number("TILE_HEIGHT", options.height, 1),
            parameters.number("STRIDE_X", options.stride_x, 1),
            parameters.number("STRIDE_Y", options.stride_y, 1),
            parameters.choice("EDGE", EDGES, options.edge),
            parameters.number("MAX_EMPTY", options.max_empty, 0, 1, whole=False),
            parameters.flat_borders(),
            parameters.labels("LABELS", optional=True),
            parameters.class_field("LABEL_FIELD", "LABELS", tr("Labels")),
            parameters.number("CROP", options.crop, 0, advanced=True),
            QgsProcessingParameterFolderDestination("OUTPUT"),
            parameters.polygons_output("INDEX", optional=True),
        ]

    def check(self, values: ParameterValues) -> None:
        """Sizes and steps must make sense, and the format of the index must hold outlines."""
        from ..core.io.tile_cutting import index_system

        _options(values)
        index = values.destination("INDEX")
        if index:
            index_system(index, grid_of(values, "INPUT"))

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Cuts."""
        from ..core.io.tile_cutting import cut_tiles

        folder = values.text("OUTPUT")
        with scratch_folder(Path(folder) / "tiles"):  # better no folder to write into now than after reading a raster
            pass
        index = values.output("INDEX")
        tiles = cut_tiles(
            values.raster_path("INPUT"),
            folder,
            _options(values),
            values.bands(),
            values.extent("INPUT"),
            values.layer_path("LABELS", values.text("LABEL_FIELD")),
            values.text("LABEL_FIELD"),
            index,
            values.yes("KEEP_FLAT_BORDERS"),
            progress_for(feedback),
        )
        feedback.pushInfo(tr("{} tiles written, {} left out.").format(tiles.kept, tiles.skipped))
        results = {"OUTPUT": folder, "TILE_COUNT": tiles.kept, "SKIPPED_COUNT": tiles.skipped}
        return results | ({"INDEX": index} if index else {})


def _options(values: ParameterValues) -> TileOptions:
    return TileOptions(
        width=values.whole("TILE_WIDTH"),
        height=values.whole("TILE_HEIGHT"),
        stride_x=values.whole("STRIDE_X"),
        stride_y=values.whole("STRIDE_Y"),
        edge=values.choice("EDGE"),
        max_empty=values.decimal("MAX_EMPTY"),
        crop=values.whole("CROP"),
    )
