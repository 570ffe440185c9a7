"""What raster and vector layers have in common: a source that may be broken, a name, a reference system."""

from __future__ import annotations

import re

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer

from ..core.errors import OptionsError
from ..translation import tr

# What file systems do not take in a name.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST_NAME = 100
# The stubs have the names of enumerators without their scope.
_WKT_VARIANT = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL  # type: ignore[attr-defined]


def check_opened(layer: QgsMapLayer) -> None:
    """Raises OptionsError if QGIS could not open the source of a layer."""
    if not layer.isValid() or layer.dataProvider() is None:
        raise OptionsError(
            tr(
                "QGIS cannot open the source of the layer '{name}', {source}; repair the source, or choose another "
                "layer."
            ).format(name=layer.name(), source=layer.source())
        )


def file_name(name: str) -> str:
    """A name as that of a file, with all that file systems do not take as underscores."""
    return _NOT_IN_NAMES.sub("_", name).strip(" .")[-_LONGEST_NAME:] or "layer"


def wkt_of(system: QgsCoordinateReferenceSystem) -> str:
    """A reference system as WKT that says all of it; empty if it is unknown."""
    return str(system.toWkt(_WKT_VARIANT)) if system.isValid() else ""
