"""Loading the plugin is cheap: none of what is heavy is imported for it. benchmarks/startup.py has the time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
sys.stderr.write("the plugin begins\\n")
import clusternet_qgis
plugin = clusternet_qgis.classFactory(None)
plugin.initProcessing()
assert len(QgsApplication.processingRegistry().providerById("clusternet").algorithms()) >= 10
sys.stderr.write("the plugin has begun\\n")
plugin.unload()
"""
HEAVY = {
    "torch", "faiss", "numpy", "scipy", "osgeo", "osgeo_utils", "onnx", "onnxruntime", "matplotlib", "jinja2",
    "asyncio", "multiprocessing", "pip", "ssl", "http", "sqlite3",
}  # fmt: skip


def test_starting_imports_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-c", PROGRAM]
    root = Path(__file__).resolve().parents[2]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stderr
    during = said.partition("the plugin begins")[2].partition("the plugin has begun")[0]
    names = {line.rpartition("|")[2].strip() for line in during.splitlines() if line.startswith("import time:")}
    assert {"clusternet_qgis.plugin", "clusternet_qgis.algorithms.train"} <= names
    assert sorted(name for name in names if name.split(".")[0] in HEAVY) == []
    assert sorted(name for name in names if name.startswith("clusternet_qgis.gui")) == []
    assert "clusternet_qgis.environment.installation" not in names
