"""Rasters that GDAL cannot open by itself, such as those of the raster calculator or of a database."""

from __future__ import annotations

import hashlib
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterDataProvider,
    QgsRasterFileWriter,
    QgsRasterPipe,
)

from ..core.errors import RasterError
from ..core.staging import scratch_folder
from ..translation import tr
from .sources import file_name

# What the raster calculator writes for no data, without declaring it.
CALCULATED_NO_DATA = -3.4028234663852886e38
_BYTES_AT_ONCE = 1 << 20


def gives_values(provider: QgsRasterDataProvider) -> bool:
    """Whether a provider gives values of bands, and not only pictures of them."""
    pictures = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied, Qgis.DataType.UnknownDataType)
    has_size = provider.xSize() > 0 and provider.ySize() > 0
    return has_size and provider.bandCount() > 0 and provider.dataType(1) not in pictures


def copy_raster(provider: QgsRasterDataProvider, system: QgsCoordinateReferenceSystem, folder: str, name: str) -> str:
    """Writes all values of a provider as GeoTIFF, in a folder named by them.

    Args:
        provider: Gives the values, and cannot be used afterwards.
        system: Reference system.
        folder: Where the copy is written.
        name: Of the layer, for the file and for sentences.

    Raises:
        RasterError: It cannot be written.
    """
    from ..core.fingerprint import content_folder  # knows numpy, which QGIS needs not load to start

    with scratch_folder(Path(folder) / "copy.tif") as scratch:
        path = scratch / f"{file_name(name)}.tif"
        pipe = QgsRasterPipe()
        columns, rows, extent = provider.xSize(), provider.ySize(), provider.extent()
        pipe.set(provider)  # a copy of a copied provider gives no values
        writer = QgsRasterFileWriter(str(path))
        writer.setOutputFormat("GTiff")
        context = QgsCoordinateTransformContext()
        code = writer.writeRaster(pipe, columns, rows, extent, system, context)
        if code != 0 or not path.exists():
            text = tr("The values of the layer '{name}' cannot be copied (code {code}); export it as GeoTIFF first.")
            raise RasterError(text.format(name=name, code=int(code)))
        final = content_folder(folder, _digest(path)) / path.name
        if not final.exists():
            final.parent.mkdir(parents=True, exist_ok=True)
            path.replace(final)
    return str(final)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_BYTES_AT_ONCE):
            digest.update(part)
    return digest.hexdigest()[:32]
