"""Raster layers."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsRasterDataProvider, QgsRasterLayer, QgsRasterRange

from ..core.errors import ClusterNetError, RasterError
from ..qgis_objects import present
from ..translation import tr
from .raster_copy import CALCULATED_NO_DATA, copy_raster, gives_values
from .sources import check_opened, file_name, wkt_of


def check_raster(layer: QgsRasterLayer) -> None:
    """Raises ClusterNetError if QGIS could not open a layer, or if it gives pictures and not values."""
    check_opened(layer)
    if layer.providerType() != "gdal" and not gives_values(present(layer.dataProvider())):
        raise RasterError(
            tr(
                "The layer '{name}' comes from '{source}', which gives pictures and not values; export it as "
                "GeoTIFF first."
            ).format(name=layer.name(), source=layer.providerType())
        )


class RasterInput:
    """A raster layer as it is when this is made. Make it in the layer's thread; any thread may ask for the path.

    Args:
        layer: The layer.

    Attributes:
        name: The layer's name.
        source: As QGIS writes it.
        shown: What sentences call it.
        file: The file that holds it, whether whole, as a part or in an archive; empty if it is no file.

    Raises:
        ClusterNetError: The layer cannot be opened, or gives pictures and not values.
    """

    def __init__(self, layer: QgsRasterLayer) -> None:
        self.name = layer.name()
        self.source = str(layer.source())
        self.shown = f"'{self.name}'"
        check_raster(layer)
        provider = present(layer.dataProvider())
        self._values = present(provider.clone()) if layer.providerType() != "gdal" else None
        self._copy = ""
        self._failure: ClusterNetError | None = None
        self._system = layer.crs()
        self._path, self._open_options, self.file = _parts(self.source)
        self._wkt = None if self._system == provider.crs() else wkt_of(self._system)
        no_data = [_no_data(provider, number) for number in range(1, provider.bandCount() + 1)]
        self._no_data = no_data if any(band != (True, ()) for band in no_data) else []

    def path(self, folder: str) -> str:
        """What GDAL opens for the layer: its file, or a virtual raster where the layer shows something else.

        Args:
            folder: Where the virtual raster is written.

        Raises:
            ClusterNetError: The source cannot be opened, or its values cannot be copied.
        """
        from ..core.io.raster_view import BandNoData, RasterView

        no_data = tuple(BandNoData(declared, ranges) for declared, ranges in self._no_data)
        if self._values is not None:
            values, self._values = self._values, None  # which give values once
            try:
                self._copy = copy_raster(values, self._system, folder, self.name)
            except ClusterNetError as error:
                self._failure = error
        if self._failure is not None:
            raise self._failure
        if self._copy:
            return RasterView(self._copy, no_data=no_data).path(folder, Path(self._copy).name)
        view = RasterView(self._path, self._open_options, self._wkt, no_data)
        return view.path(folder, file_name(Path(self._path).name))


def _parts(source: str) -> tuple[str, tuple[str, ...], str]:
    """What GDAL opens, the options of the driver, and the file that holds it; empty if it is no file."""
    parts = present(QgsProviderRegistry.instance()).decodeUri("gdal", source)
    options = tuple(str(option) for option in parts.get("openOptions") or ())
    file = str(parts.get("path") or "")
    return source.partition("|option:")[0], options, file if Path(file).is_file() else ""


def _no_data(provider: QgsRasterDataProvider, number: int) -> tuple[bool, tuple[tuple[float, float], ...]]:
    """Whether the declared no data of a band counts, and the ranges of values that the user has added."""
    scale, offset = provider.bandScale(number) or 1.0, provider.bandOffset(number)
    declared = provider.useSourceNoDataValue(number) or not provider.sourceHasNoDataValue(number)
    ranges = [_limits(part) for part in provider.userNoDataValues(number)]
    if provider.name() == "virtualraster":
        ranges.append((CALCULATED_NO_DATA, CALCULATED_NO_DATA))
    # QGIS counts in scaled values, files do not.
    stored = [sorted(((low - offset) / scale, (high - offset) / scale)) for low, high in ranges]
    return declared, tuple((low, high) for low, high in stored)


def _limits(part: QgsRasterRange) -> tuple[float, float]:
    """The smallest and the largest value in a range; a range without limits ends at infinity."""
    low, high, bounds = part.min(), part.max(), part.bounds()
    kinds = QgsRasterRange.BoundsType
    low = -math.inf if math.isnan(low) else low
    high = math.inf if math.isnan(high) else high
    if bounds in (kinds.IncludeMax, kinds.Exclusive):
        low = math.nextafter(low, math.inf)
    if bounds in (kinds.IncludeMin, kinds.Exclusive):
        high = math.nextafter(high, -math.inf)
    return low, high
