"""ClusterNet: segments rasters in QGIS without labels.

Imports nothing by itself, so that `core`, `worker` and `distributed` load without QGIS.
"""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """Makes the plugin; called by QGIS."""
    from .plugin import ClusterNetPlugin

    return ClusterNetPlugin(iface)
