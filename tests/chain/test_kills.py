"""kill -9 of the worker or of its host at random moments: no broken file, nothing left over, and the next run works."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checkout import ROOT
from osgeo import gdal, ogr
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.staging import discard_staged
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

OPTIONS = {"network": "unet_same", "width": 4, "clusters": 4, "epochs": 2, "tile_size": 32, "batch_size": 2}
# What QGIS does, in a process that may be killed: it says which process the worker is, and that all is done.
HOST = """
import json, sys
from clusternet_qgis import runner
from clusternet_qgis.core.progress import Progress
start = runner.Runner.__init__
def told(self, python):
    start(self, python)
    print(self._process.pid, flush=True)
runner.Runner.__init__ = told
call, arguments, outputs = json.loads(sys.argv[1])
runner.run(sys.executable, call, arguments, outputs, Progress())
print("done", flush=True)
"""

# Segmenting and polygons need no worker: QGIS does them itself.
ALONE = """
import json, os, sys
from clusternet_qgis.core.polygons import PolygonOptions, polygonise
from clusternet_qgis.core.selection.class_raster import segment_raster
from clusternet_qgis.core.selection.selection import parse
from clusternet_qgis.core.staging import discard_staged
print(os.getpid(), flush=True)
call, arguments, outputs = json.loads(sys.argv[1])
for path in outputs:
    discard_staged(path)
segment_raster(arguments["path"], parse("a=0,1; b=2"), outputs[0], sieve_pixels=4)
polygonise(outputs[0], outputs[1], PolygonOptions(1.0, 1.0))
print("done", flush=True)
"""


def started(call: str, arguments: dict[str, Any], outputs: list[str]) -> tuple[subprocess.Popen[str], int]:
    """A host and the number of its worker, or its own where it needs none."""
    program = ALONE if call == "segment" else HOST
    command = [sys.executable, "-c", program, json.dumps([call, arguments, outputs])]
    host = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    return host, int(host.stdout.readline())


def train_here(image: str, model: str) -> None:
    """A model, made in this process."""
    train(TrainInputs((image,)), TrainOptions(**OPTIONS | {"epochs": 0}), model)


def is_running(process: int) -> bool:
    """Whether a process lives; one that nobody has waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for_end(process: int) -> None:
    deadline = time.monotonic() + 20
    while is_running(process):
        assert time.monotonic() < deadline, "the worker lives on"
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("call", "kills"),
    [*(pytest.param(call, 100, marks=pytest.mark.endurance) for call in ("train", "cluster")), ("cluster", 1)],
)
def test_kills_at_random_moments(call: str, kills: int, tmp_path: Path) -> None:
    image = write(tmp_path / "image.tif", np.tile(quadrants(64, 64), (1, 2, 2)))
    model, output = str(tmp_path / "m.cnet"), str(tmp_path / "out" / ("m.cnet" if call == "train" else "c.tif"))
    training = {"inputs": {"rasters": [image]}, "options": OPTIONS | {"epochs": 0}, "output": model}
    begin = time.monotonic()
    host, _ = started("train", training, [model])
    assert "done" in host.communicate()[0]
    usual = 1.5 * (time.monotonic() - begin)
    if call == "train":
        arguments: dict[str, Any] = training | {"options": OPTIONS, "output": output}
    else:
        arguments = {"path": image, "model_path": model, "outputs": {"clusters": output}, "tile_size": 32}
    random = np.random.default_rng(kills)
    for index in range(kills):
        host, worker = started(call, arguments, [output])
        time.sleep(random.uniform(0.1, usual))
        victim = (host.pid, worker)[index % 2]  # test_runner.py kills workers
        if is_running(victim):
            os.kill(victim, signal.SIGKILL)
        _, complaint = host.communicate()
        wait_for_end(worker)
        if host.returncode > 0:
            assert "ended by signal 9" in complaint, complaint
        discard_staged(output)  # what the next run with this output does first
        check_whole(output)
    host, _ = started(call, arguments, [output])
    assert "done" in host.communicate()[0]
    check_whole(output)
    assert Path(output).exists()


def test_a_run_that_was_killed_goes_on(tmp_path: Path) -> None:
    image = write(tmp_path / "image.tif", np.tile(quadrants(64, 64), (1, 3, 3)))
    model, output, whole = str(tmp_path / "m.cnet"), str(tmp_path / "c.tif"), str(tmp_path / "whole.tif")
    arguments = {"path": image, "model_path": model, "tile_size": 16, "resume": True}
    train_here(image, model)
    map_raster(image, model, MapOutputs(whole), MapOptions(tile_size=16))
    host, worker = started("cluster", arguments | {"outputs": {"clusters": output}}, [output])
    deadline = time.monotonic() + 60
    while not (finished := list(tmp_path.glob(".c.tif.tiles/*.npz"))):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.kill(worker, signal.SIGKILL)
    host.communicate()
    assert not Path(output).exists()
    host, _ = started("cluster", arguments | {"outputs": {"clusters": output}}, [output])
    assert "done" in host.communicate()[0]
    assert 0 < len(finished) < 144
    assert Path(output).read_bytes() == Path(whole).read_bytes()
    assert not list(tmp_path.glob(".c.tif*"))


@pytest.mark.parametrize("kills", [pytest.param(60, marks=pytest.mark.endurance), 3])
def test_kills_while_segmenting(kills: int, tmp_path: Path) -> None:
    clusters = write(tmp_path / "clusters.tif", np.random.default_rng(0).integers(1, 5, (1, 900, 900)).astype(np.uint8))
    outputs = [str(tmp_path / "out" / name) for name in ("classes.tif", "classes.gpkg")]
    random = np.random.default_rng(kills)
    begin = time.monotonic()
    host, _ = started("segment", {"path": clusters}, outputs)
    assert "done" in host.communicate()[0]
    usual = time.monotonic() - begin
    whole = read(outputs[0])
    for index in range(kills):
        for path in outputs[index % 2 :]:  # so that there is an older result, or none
            Path(path).unlink(missing_ok=True)
        host, process = started("segment", {"path": clusters}, outputs)
        time.sleep(random.uniform(0, usual))
        os.kill(process, signal.SIGKILL)
        host.communicate()
        for path in outputs:
            discard_staged(path)
        assert not list(Path(outputs[0]).parent.glob(".*"))
        if Path(outputs[0]).exists():
            assert np.array_equal(read(outputs[0]), whole)
        if Path(outputs[1]).exists():
            assert ogr.Open(outputs[1]).GetLayer(0).GetFeatureCount() > 0


def check_whole(output: str) -> None:
    """What stands under the final name can be used, and nothing else is left."""
    folder = Path(output).parent
    assert not list(folder.glob(".*.partial"))
    if not Path(output).exists():
        return
    if output.endswith(".cnet"):
        assert cluster_model.load(output).clusters == 4
        return
    raster = gdal.Open(output).ReadAsArray()
    assert raster.shape == (128, 128)
    assert raster.min() >= 1
