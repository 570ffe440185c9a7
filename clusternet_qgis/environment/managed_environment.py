"""The virtual environment that the plugin builds and manages: where it lies, and whether it is complete."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import platforms
from .platforms import Platform

_MARKER = "clusternet.json"


@dataclass(frozen=True)
class ManagedEnvironment:
    """A virtual environment on QGIS' Python, so that it uses the GDAL of QGIS.

    The paths inside a virtual environment are absolute. So it is built where it stays, and counts as complete from the
    moment its marker file exists.

    Attributes:
        folder: Where it lies.
        platform: The machine.
    """

    folder: Path
    platform: Platform

    @property
    def python(self) -> str:
        """Path of its interpreter, which may not exist yet."""
        return str(self.platform.python_in(self.folder))

    @property
    def marker(self) -> Path:
        """The file that the installation writes last."""
        return self.folder / _MARKER

    @property
    def exists(self) -> bool:
        """Whether its folder exists, complete or not."""
        return self.folder.exists()

    @property
    def is_complete(self) -> bool:
        """Whether its installation reached the end."""
        return self.marker.is_file() and Path(self.python).is_file()

    @property
    def record(self) -> dict[str, Any]:
        """What the installation wrote into the marker; empty if there is none."""
        try:
            record = json.loads(self.marker.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}


def managed_environment(root: str = "", platform: Platform | None = None) -> ManagedEnvironment:
    """The environment for the Python of this process.

    An update of QGIS that brings another version of Python needs another environment, so each version has its own.

    Args:
        root: Folder for environments; "" for the plugin's own data folder.
        platform: The machine; by default this one.
    """
    platform = platform or platforms.current()
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return ManagedEnvironment((Path(root) if root else platform.data_folder) / name, platform)
