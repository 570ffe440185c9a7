"""A real QGIS with the provider, toy rasters, one tiny model made through `clusternet:train`, and qgis_process."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from background import wait_for
from checkout import ROOT
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings

sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from headless import QgisProcess  # noqa: E402

from clusternet_qgis.plugin import ClusterNetPlugin  # noqa: E402
from clusternet_qgis.settings import PYTHON_SETTING  # noqa: E402


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
    return run("train", INPUT=[raster], OUTPUT=str(data / "model.cnet"), **toys.TINY)["OUTPUT"]


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


class FakeWorker:
    """A Python whose worker is fake_worker.py.

    Attributes:
        python: The program to start.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.python = str(folder / "python")
        fake = Path(__file__).with_name("fake_worker.py")
        # Asked which modules it has, it is the real Python.
        script = (
            f'#!/bin/sh\ncase "$2" in *find_spec*) exec {sys.executable} "$@";; '
            f"*) exec {sys.executable} {fake} {folder};; esac\n"
        )
        Path(self.python).write_text(script)
        Path(self.python).chmod(0o755)

    def tell(self, call: str, what: str) -> None:
        """From now on, a call "sleep 0.5"s, "die"s (once) or fails with a sentence; "" ends that."""
        if what:
            (self._folder / call).write_text(what)
        else:
            (self._folder / call).unlink(missing_ok=True)

    def calls(self) -> list[tuple[str, dict[str, Any]]]:
        """What was answered."""
        log = self._folder / "calls"
        return [tuple(json.loads(line)) for line in log.read_text().splitlines()] if log.exists() else []

    def processes(self) -> list[int]:
        """Of those ever started, the ones that live."""
        started = [int(path.name[4:]) for path in self._folder.glob("pid_*")]
        return [pid for pid in started if Path(f"/proc/{pid}").exists()]

    def views_left(self) -> list[str]:
        """Pictures of processes, ended or not."""
        return [path.name for path in self._folder.glob("view_*.npy")]


@pytest.fixture
def fake_worker(tmp_path: Path) -> FakeWorker:
    """A quick worker, chosen in the settings."""
    folder = tmp_path / "fake"
    folder.mkdir()
    fake = FakeWorker(folder)
    before = QgsSettings().value(PYTHON_SETTING)
    QgsSettings().setValue(PYTHON_SETTING, fake.python)
    yield fake
    QgsSettings().setValue(PYTHON_SETTING, before)


@pytest.fixture
def layer(raster: str) -> Any:
    """The raster in the project."""
    layer = QgsRasterLayer(raster, "toy")
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().clear()


@pytest.fixture
def canvas(layer: Any) -> Any:
    """A map of 400 x 400 pixels that shows all of the raster."""
    from qgis.gui import QgsMapCanvas

    canvas = QgsMapCanvas()
    canvas.setFrameStyle(0)
    canvas.setFixedSize(400, 400)
    canvas.setDestinationCrs(layer.crs())
    canvas.show()
    wait_for(lambda: canvas.mapSettings().outputSize().width() == 400, 5)
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    yield canvas
    canvas.close()
    canvas.deleteLater()


@pytest.fixture
def dock(canvas: Any, layer: Any, fake_worker: FakeWorker) -> Any:
    """The dock at work on the raster, with the quick worker."""
    from qgis.gui import QgsMessageBar

    from clusternet_qgis.gui.dock import ClusterNetDock

    bar = QgsMessageBar()
    dock = ClusterNetDock(canvas, bar)
    dock.heard = []
    dock.session.message.connect(lambda level, text: dock.heard.append(text))
    dock.session.worker.failed.connect(dock.heard.append)
    dock.open_with(layer)
    yield dock
    dock.remove()
    dock.deleteLater()
    bar.deleteLater()
