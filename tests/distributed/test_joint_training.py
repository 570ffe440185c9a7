"""Training in several processes: the clusters of one process, whatever is shared out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checkout import ROOT
from osgeo import gdal
from toy_rasters import quadrants, write

from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train
from clusternet_qgis.distributed.__main__ import main

OPTIONS = {"network": "unet_same", "width": 4, "clusters": 6, "epochs": 2, "tile_size": 64, "device": "cpu"}


@pytest.fixture
def raster(tmp_path: Path) -> str:
    values = quadrants(200, 230)
    noise = np.random.default_rng(0).integers(0, 20, values.shape, np.uint8)
    return write(tmp_path / "a.tif", values + noise)


def together(processes: int, raster: str, output: str, **options: Any) -> subprocess.CompletedProcess[str]:
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    command = ["-m", "clusternet_qgis.distributed", "train", "--input", raster, "--output", output]
    for name, value in (OPTIONS | options).items():
        command += [f"--{name.replace('_', '-')}", str(value)]
    return subprocess.run(
        [sys.executable, *launcher, *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )


def mapped(raster: str, model: str) -> np.ndarray[Any, np.dtype[Any]]:
    path = f"{model}.tif"
    map_raster(raster, model, MapOutputs(path))
    dataset = gdal.Open(path)
    return dataset.ReadAsArray()


# Batches of one patch leave a process without any.
@pytest.mark.parametrize("batch_size", [4, 1])
def test_two_processes_give_the_clusters_of_one(raster: str, tmp_path: Path, batch_size: int) -> None:
    alone, shared = str(tmp_path / "alone.cnet"), str(tmp_path / "shared.cnet")
    train(TrainInputs((raster,)), TrainOptions(**OPTIONS, batch_size=batch_size), alone)
    done = together(2, raster, shared, batch_size=batch_size)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert (said["processes"], said["epochs"]) == (2, 2)
    losses = [[entry["loss"] for entry in cluster_model.load(path).history[1:]] for path in (alone, shared)]
    assert losses[0] == pytest.approx(losses[1], rel=0.01)
    assert (mapped(raster, alone) == mapped(raster, shared)).mean() >= 0.99


def test_the_first_stage_and_the_time_budget_are_the_same_for_all(raster: str, tmp_path: Path) -> None:
    done = together(3, raster, str(tmp_path / "m.cnet"), pretext="inpainting", max_minutes=0.05, epochs=500)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("The time budget of 0.05 minutes is spent after epoch") == 1


def test_one_process_needs_no_launcher(raster: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = str(tmp_path / "m.cnet")
    assert main(["train", "--input", raster, "--output", output, "--epochs", "0", "--clusters", "5"]) == 0
    assert json.loads(capsys.readouterr().out)["processes"] == 1
    assert cluster_model.load(output).clusters == 5


def test_what_is_wrong_is_a_sentence(raster: str, tmp_path: Path) -> None:
    done = together(2, raster, str(tmp_path / "m.cnet"), clusters=60_000)
    assert done.returncode != 0
    assert "fewer than the 60000 clusters asked for" in done.stderr
