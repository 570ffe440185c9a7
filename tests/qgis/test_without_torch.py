"""torch and FAISS stay out of QGIS; what needs neither works where they are not installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Runs in a fresh QGIS in which torch and FAISS cannot be imported, with a worker's Python that is none.
SCRIPT = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("torch", "faiss"):
            raise ImportError(name + " is not installed")

sys.meta_path.insert(0, Refuse())
root, raster, quadrants, reference, folder = sys.argv[1:]
sys.path.insert(0, root)
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsSettings

application = QgsApplication([], False)
application.initQgis()
from clusternet_qgis import classFactory

plugin = classFactory(None)
plugin.initProcessing()
QgsSettings().setValue("clusternet/python", "/nowhere/python")
provider = QgsApplication.processingRegistry().providerById("clusternet")
assert len(provider.algorithms()) >= 7

def run(name, **parameters):
    algorithm = provider.algorithm(name).create()
    assert algorithm.canExecute() == (True, ""), name
    fine, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert fine, message
    results, fine = algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert fine, name
    return results

out = lambda name: folder + "/" + name
assert run("tileraster", INPUT=raster, OUTPUT=out("tiles"))["TILE_COUNT"] == 1
selection = run("selectbyreference", CLUSTERS=quadrants, REFERENCE=reference, CLASS_FIELD="label",
                SELECTION=out("selection.json"))["SELECTION"]
classes = run("segment", CLUSTERS=quadrants, SELECTION=selection, OUTPUT=out("classes.tif"))["OUTPUT"]
run("polygons", INPUT=classes, OUTPUT=out("polygons.gpkg"))
scores = run("evaluate", INPUT=classes, REFERENCE=reference, REFERENCE_FIELD="label", REPORT=out("report.html"))
assert scores["ACCURACY"] > 0.99, scores
assert not provider.algorithm("train").canExecute()[0]
plugin.unload()
print("all ran")
"""


def test_all_but_training_and_clustering_work(raster: str, quadrants: str, reference: str, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    finished = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(root), raster, quadrants, reference, str(tmp_path)],
        env=_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert "all ran" in finished.stdout


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile")}


@pytest.mark.usefixtures("clusters")
def test_training_and_clustering_load_neither_into_qgis() -> None:
    loaded = {name.split(".")[0] for name in sys.modules}
    assert not loaded & {"torch", "faiss"}
