"""Cuts a raster and its labels into georeferenced tiles for training."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from ..arrays import BoolArray, Int32Array
from ..errors import OptionsError, RasterError
from ..progress import Progress
from ..staging import staged
from .empty_bands import check_bands_have_data
from .flat_borders import open_imagery
from .gdal_calls import gdal_reason, open_raster, quiet_gdal
from .grid import RasterGrid
from .label_values import LEGEND_NAME, LabelValues, label_values
from .output_clash import refuse_clashes
from .raster_sink import RasterSink
from .raster_source import RasterSource
from .reference import UNLABELLED, Reference, open_reference
from .tiling import TILE_FILES, TileOptions, Window, strided_windows
from .vector_formats import stored_system
from .vector_sink import VectorSink
from .vectors import extent_polygon

LABELS_FOLDER = "labels"
INDEX_FIELDS = (("tile", ogr.OFTString), ("row", ogr.OFTInteger), ("col", ogr.OFTInteger))
# Name of a file that is not written: all tiles are staged in the folder beside it.
_LAST_NAME = "tiles"


@dataclass(frozen=True)
class CutTiles:
    """Numbers of the tiles that were written, and of those that were left out."""

    kept: int
    skipped: int


def cut_tiles(
    path: str,
    folder: str,
    options: TileOptions,
    bands: Sequence[int] | None = None,
    extent: tuple[float, float, float, float] | None = None,
    labels: str = "",
    label_field: str = "",
    index: str = "",
    keep_flat_borders: bool = False,
    progress: Progress = Progress(),
) -> CutTiles:
    """Writes tiles as GeoTIFF, named after their first row and column; values do not change.

    Args:
        path: The raster.
        folder: Folder for the tiles; labels go into its subfolder `labels` under the same names.
        options: How to cut.
        bands: 1-based numbers; by default all but an alpha band.
        extent: (xmin, ymin, xmax, ymax) in the raster's reference system, snapped outwards to pixels.
        labels: Raster or vector layer of labels to cut too, with their values as they are; text classes are numbered
            from 1, in one order for the whole layer, and named in `labels/legend.json`; see `label_values`.
        label_field: Class field of a vector layer.
        index: Polygon layer of the outlines of the tiles; "" for none.
        keep_flat_borders: Whether flat black or white borders are a part of the image; see `flat_borders`.
        progress: Reports tiles.

    Raises:
        ClusterNetError: Something cannot be read, written or cut.
    """
    refuse_clashes({"folder": folder, "index": index}, {"path": path, "labels": labels}, {"folder": TILE_FILES})
    with open_imagery(path, bands, keep_flat_borders, progress) as source:
        check_bands_have_data(source, progress)
        window = source.grid.window_of(extent)
        options = _shrunk(options, window, progress)
        windows = strided_windows(
            window, options.height, options.width, options.stride_y, options.stride_x, options.edge
        )
        if not windows:
            raise OptionsError(
                f"No tile of {options.width} x {options.height} fits {window.cols} x {window.rows} pixels; "
                "use smaller tiles, or the edge handling shift or pad."
            )
        system = index_system(index, source.grid.cropped(window), progress) if index else ""
        with staged(Path(folder) / _LAST_NAME, _old_tiles) as last:
            cutter = _Cutter(source, last.parent, options, labels, label_field, Progress(say=progress.say))
            kept = [tile for tile in progress.track(windows, len(windows)) if cutter.cut(tile)]
            cutter.write_legend()
        if index:
            _write_index(index, source, kept, system)
    if not kept:
        progress.say(
            f"All {len(windows)} tiles have more than {options.max_empty:.0%} no-data or black pixels; "
            "allow more with MAX_EMPTY."
        )
    return CutTiles(len(kept), len(windows) - len(kept))


def _old_tiles(last: Path) -> list[Path]:
    """The tiles of an earlier run and their side files, which go so that they do not mix with the new ones."""
    labels = last.parent / LABELS_FOLDER
    patterns = ("tile_r*_c*.tif*", "tile_r*_c*.qml")
    tiles = [file for folder in (last.parent, labels) for pattern in patterns for file in folder.glob(pattern)]
    return [*tiles, *labels.glob(LEGEND_NAME)]


def _shrunk(options: TileOptions, window: Window, progress: Progress) -> TileOptions:
    """Options with tiles no larger than the window to cut, unless tiles may reach beyond it."""
    if options.edge != "shift" or (options.width <= window.cols and options.height <= window.rows):
        return options
    width, height = min(options.width, window.cols), min(options.height, window.rows)
    progress.say(
        f"Tiles of {options.width} x {options.height} are larger than the {window.cols} x {window.rows} pixels to cut: "
        f"they are made {width} x {height}."
    )
    return TileOptions(
        width, height, options.stride_x, options.stride_y, options.edge, options.max_empty,
        min(options.crop, width, height),
    )  # fmt: skip


def tile_name(window: Window) -> str:
    """File name of a tile."""
    return f"tile_r{window.row:06d}_c{window.col:06d}.tif"


class _Cutter:
    """Writes tiles."""

    def __init__(
        self, source: RasterSource, folder: Path, options: TileOptions, labels: str, field: str, progress: Progress
    ) -> None:
        self.source, self.folder, self.options = source, folder, options
        self.reference = open_reference(labels, source.grid, field, progress=progress) if labels else None
        self.values = label_values(labels, field, self.reference) if self.reference else None
        self.dataset = open_raster(source.path)

    def cut(self, window: Window) -> bool:
        """Writes a tile and its labels, unless too much of it is empty; returns whether it did."""
        values, valid = self.source.read(window)
        valid = valid & self.source.grid.inside(window)
        black = (values == 0).all(0)
        if 1 - np.mean(valid & ~black) > self.options.max_empty:
            return False
        self._write_tile(window, valid)
        if self.reference is not None and self.values is not None:
            self._write_labels(self.reference, self.values, window, valid)
        return True

    def _write_tile(self, window: Window, valid: BoolArray) -> None:
        with quiet_gdal(), _masks_inside_the_file():
            tile = gdal.Translate(
                str(self.folder / tile_name(window)),
                self.dataset,
                format="GTiff",
                bandList=list(self.source.file_bands),
                srcWin=[window.col, window.row, window.cols, window.rows],
                creationOptions=["COMPRESS=DEFLATE", "TILED=YES"],
                maskBand="none",
            )
            if tile is None:
                raise RasterError(f"Cannot write {self.folder / tile_name(window)}: {gdal_reason()}.")
            if not self.source.grid.geotransform:
                tile.SetGeoTransform(self.source.grid.cropped(window).transform)
            if not valid.all():
                tile.CreateMaskBand(gdal.GMF_PER_DATASET)
                mask = np.where(valid, 255, 0).astype(np.uint8)
                tile.GetRasterBand(1).GetMaskBand().WriteRaster(0, 0, window.cols, window.rows, mask.tobytes())
            tile = None

    def write_legend(self) -> None:
        """Writes the names of the classes beside the tiles of labels."""
        if self.values is not None:
            self.values.write_legend(self.folder / LABELS_FOLDER)

    def _write_labels(self, reference: Reference, values: LabelValues, window: Window, valid: BoolArray) -> None:
        crop = self.options.crop
        rows, cols = (window.rows - crop) // 2 if crop else 0, (window.cols - crop) // 2 if crop else 0
        centre = Window(window.row + rows, window.col + cols, crop or window.rows, crop or window.cols)
        index: Int32Array = reference.read(centre)
        index[~valid[rows : rows + centre.rows, cols : cols + centre.cols]] = UNLABELLED
        path = self.folder / LABELS_FOLDER / tile_name(window)
        with RasterSink(path, self.source.grid.cropped(centre), 1, values.dtype, values.unlabelled) as sink:
            if values.tile_legend is not None:
                sink.set_legend(values.tile_legend, style=False)
            sink.write(Window(0, 0, centre.rows, centre.cols), values.apply(index))


@contextmanager
def _masks_inside_the_file() -> Iterator[None]:
    """In the block, GDAL writes masks into GeoTIFFs: a mask file beside a tile is easily lost when it is copied."""
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    try:
        yield
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)


def index_system(path: str, grid: RasterGrid, progress: Progress = Progress()) -> str:
    """The reference system in which the outlines of tiles are stored; see `stored_system`."""
    names = [tile_name(Window(grid.height, grid.width, 1, 1))]
    system = stored_system(path, grid, INDEX_FIELDS, names)
    if system != grid.wkt:
        progress.say(f"{Path(path).name} cannot keep the reference system; the tiles' outlines are stored in WGS 84.")
    return system


def _write_index(path: str, source: RasterSource, windows: Sequence[Window], system: str) -> None:
    with VectorSink(path, source.grid.wkt, ogr.wkbPolygon, INDEX_FIELDS, stored=system) as sink:
        for window in windows:
            outline = extent_polygon(source.grid.cropped(window))
            sink.write(bytes(outline.ExportToWkb()), (tile_name(window), window.row, window.col))
