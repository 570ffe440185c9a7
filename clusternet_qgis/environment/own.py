"""The environment that the plugin builds for itself: where it lies, and whether it is whole."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import platforms
from .platforms import Platform

_MARKER = "clusternet.json"

# Where the user wants environments to lie; "" for the plugin's own data folder.
_chosen_root = ""


@dataclass(frozen=True)
class OwnEnvironment:
    """A virtual environment on QGIS' Python, so that GDAL is QGIS' own.

    Paths inside one are absolute, so that it is built where it stays, and is whole from the moment its marker is there.

    Attributes:
        folder: Where it lies.
        platform: The machine.
    """

    folder: Path
    platform: Platform

    @property
    def python(self) -> str:
        """Its interpreter, whether there or not."""
        return str(self.platform.python_in(self.folder))

    @property
    def marker(self) -> Path:
        """The file that is written last."""
        return self.folder / _MARKER

    @property
    def is_there(self) -> bool:
        """Whether anything is there, whole or not."""
        return self.folder.exists()

    @property
    def is_whole(self) -> bool:
        """Whether it was built to its end."""
        return self.marker.is_file() and Path(self.python).is_file()

    @property
    def note(self) -> dict[str, Any]:
        """What was written down when it was built; empty where there is none."""
        try:
            note = json.loads(self.marker.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}


def place_in(root: str) -> None:
    """From now on, environments lie in a folder of the user's; "" for the plugin's own data folder."""
    global _chosen_root
    _chosen_root = root


def own_environment(platform: Platform | None = None) -> OwnEnvironment:
    """The one for this process' Python: an update of QGIS that brings another Python needs another environment."""
    platform = platform or platforms.current()
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    root = Path(_chosen_root) if _chosen_root else platform.data_folder
    return OwnEnvironment(root / name, platform)
