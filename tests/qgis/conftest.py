"""A real QGIS with the provider, toy rasters, one tiny model made through `clusternet:train`, and qgis_process."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from qgis.core import QgsApplication, QgsSettings

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from headless import QgisProcess  # noqa: E402

from clusternet_qgis.algorithms.base import PYTHON_SETTING  # noqa: E402
from clusternet_qgis.plugin import ClusterNetPlugin  # noqa: E402

TINY = {"NETWORK": "unet_same", "CLUSTERS": 6, "EPOCHS": 1, "TILE_SIZE": 32, "WIDTH": 4, "BATCH_SIZE": 4}


@pytest.fixture(scope="session", autouse=True)
def plugin(qgis_processing: None) -> Any:
    """The plugin as qgis_process loads it; the worker's Python is the one that runs the tests."""
    QgsSettings().setValue(PYTHON_SETTING, sys.executable)
    plugin = ClusterNetPlugin(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
    # QGIS takes its objects with it when it ends; whoever collects what Python still holds of them after that crashes.
    gc.collect()
    gc.disable()


@pytest.fixture
def provider(plugin: Any) -> Any:
    """The provider in QGIS' registry."""
    return QgsApplication.processingRegistry().providerById("clusternet")


@pytest.fixture(scope="session")
def run(plugin: Any) -> Any:
    """Runs an algorithm in this process as a script does: run("train", INPUT=...)."""
    import processing

    def run(name: str, feedback: Any = None, **parameters: Any) -> dict[str, Any]:
        return processing.run(f"clusternet:{name}", parameters, feedback=feedback or toys.Heard())

    return run


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory: pytest.TempPathFactory) -> QgisProcess:
    """qgis_process with the plugin, in a profile of its own."""
    return QgisProcess(tmp_path_factory.mktemp("headless"))


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what all tests share and none changes."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def raster(data: Path) -> str:
    """Four quadrants of different colour and texture, one corner without data."""
    return toys.write_raster(data / "raster.tif", toys.picture())


@pytest.fixture(scope="session")
def reference(data: Path) -> str:
    """A polygon in each quadrant, named in the field `label`."""
    return toys.write_polygons(data / "reference.gpkg", toys.quadrant_boxes())


@pytest.fixture(scope="session")
def model(run: Any, raster: str, data: Path) -> str:
    """A tiny model trained on the raster."""
    return run("train", INPUT=[raster], OUTPUT=str(data / "model.cnet"), **TINY)["OUTPUT"]


@pytest.fixture(scope="session")
def clusters(run: Any, raster: str, model: str, data: Path) -> str:
    """The raster's clusters by the model."""
    return run("cluster", INPUT=raster, MODEL=model, OUTPUT=str(data / "clusters.tif"))["OUTPUT"]


@pytest.fixture(scope="session")
def quadrants(data: Path) -> str:
    """A cluster raster made by hand: quadrant 0 is cluster 0, and so on."""
    return toys.write_raster(data / "quadrants.tif", toys.quadrant_clusters()[None])


@pytest.fixture(scope="session")
def classes(data: Path) -> str:
    """A class raster made by hand, with names and colours: water and wood, the rest `other`."""
    path = toys.write_raster(data / "classes.tif", np.minimum(toys.quadrant_clusters(), 3)[None])
    toys.name_values(path, {1: ("water", (40, 60, 160)), 2: ("wood", (30, 110, 40)), 3: ("other", (217, 217, 217))})
    return path
