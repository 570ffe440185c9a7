"""Adds the Processing provider to QGIS, and takes it away again."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication

from .provider import ClusterNetProvider


class ClusterNetPlugin:
    """The plugin; `iface` is None under qgis_process."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._provider: ClusterNetProvider | None = None

    def initProcessing(self) -> None:  # noqa: N802
        """Adds the provider; all that qgis_process asks for."""
        self._provider = ClusterNetProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802
        """Adds everything to the desktop."""
        self.initProcessing()

    def unload(self) -> None:
        """Takes everything away."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
