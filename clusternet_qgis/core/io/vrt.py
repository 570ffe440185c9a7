"""A virtual raster (VRT) that joins label rasters without copying them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree  # only written, never read  # nosec B405

from osgeo import gdal

from ..errors import RasterError
from ..staging import staged
from .gdal_calls import gdal_reason, quiet_gdal
from .grid import RasterGrid
from .legend import Legend
from .raster_sink import GDAL_TYPES, write_legend
from .raster_source import NO_DATA
from .replaced_files import replaced_files
from .tiling import Window


def write_mosaic(
    path: Path,
    grid: RasterGrid,
    parts: Mapping[str, Window],
    dtype: str,
    legend: Legend,
    metadata: Mapping[str, str],
) -> None:
    """Writes a VRT, and a QGIS style of its values beside it.

    GDAL's BuildVRT is not used: it places rasters by their georeference, which they may lack or which may be rotated.

    Args:
        path: The VRT.
        grid: Its pixel grid.
        parts: Windows of the grid by the name of the file with their values, which lies in the folder of the VRT.
        dtype: Type of the values, as of `RasterSink`.
        legend: Names and colours of the values.
        metadata: Metadata items of the VRT.

    Raises:
        RasterError: It cannot be written.
    """
    with staged(path, replaced_files) as temporary, quiet_gdal():
        dataset = gdal.GetDriverByName("VRT").Create(str(temporary), grid.width, grid.height, 0)
        if grid.geotransform:
            dataset.SetGeoTransform(grid.geotransform)
        if grid.wkt:
            dataset.SetProjection(grid.wkt)
        dataset.SetMetadata(dict(metadata))
        dataset.AddBand(GDAL_TYPES[dtype])
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(NO_DATA)
        for index, (name, window) in enumerate(parts.items()):
            band.SetMetadataItem(f"source_{index}", _source(name, window), "new_vrt_sources")
        write_legend(dataset, legend, "VRT")
        dataset.FlushCache()
        del band, dataset
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise RasterError(f"Cannot write {path}: {gdal_reason()}. Check your rights on the folder.")
        temporary.with_suffix(".qml").write_text(legend.style(), encoding="utf-8")


def _source(name: str, window: Window) -> str:
    root = ElementTree.Element("SimpleSource")
    ElementTree.SubElement(root, "SourceFilename", relativeToVRT="1").text = name
    ElementTree.SubElement(root, "SourceBand").text = "1"
    size: Any = {"xSize": str(window.cols), "ySize": str(window.rows)}
    ElementTree.SubElement(root, "SrcRect", xOff="0", yOff="0", **size)
    ElementTree.SubElement(root, "DstRect", xOff=str(window.col), yOff=str(window.row), **size)
    return ElementTree.tostring(root, encoding="unicode")
