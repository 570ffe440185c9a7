"""Without QGIS."""

from __future__ import annotations

import without_qgis  # noqa: F401 - blocks QGIS
