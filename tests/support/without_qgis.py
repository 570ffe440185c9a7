"""Imported by the tests that run without QGIS: importing it fails, as it does in a script or a Dask task."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

# Before torch and FAISS load: tests are many small tensors on shared machines, where threads only cost.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OMP_WAIT_POLICY"] = "PASSIVE"

BLOCKED = ("qgis", "PyQt5", "PyQt6")


class _Blocker:
    """Refuses modules by name."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"{name} is out of bounds for the core and its tests", name=name)
        return None


sys.meta_path.insert(0, _Blocker())
