"""A cancelled or killed run leaves QGIS usable and no half-written file."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest
import toys
from background import Background, wait_for, workers
from headless import run_arguments
from qgis.core import QgsApplication
from toys import TINY

from clusternet_qgis.core.model import cluster_model

LONG = TINY | {"EPOCHS": 10000}


@pytest.fixture
def training(raster: str, tmp_path: Path) -> Background:
    """A training that has written its first model and goes on."""
    background = Background("train", {"INPUT": [raster], "OUTPUT": str(tmp_path / "model.cnet"), **LONG})
    assert wait_for(lambda: any("Epoch" in text for text in background.heard.text) or background.outcome, 60)
    assert not background.outcome, background.heard.text
    return background


def assert_usable(run: Any, quadrants: str, folder: Path) -> None:
    """Another algorithm runs, and nothing of the last one is left running or lying about."""
    assert workers(os.getpid()) == []
    assert toys.left_behind(folder) == []
    assert QgsApplication.taskManager().countActiveTasks() == 0
    assert Path(run("polygons", INPUT=quadrants, OUTPUT=str(folder / "after.gpkg"))["OUTPUT"]).exists()


def test_cancel_ends_a_training(training: Background, run: Any, quadrants: str, tmp_path: Path) -> None:
    training.task.cancel()
    assert training.wait(60), "100 000 epochs take hours"
    assert wait_for(lambda: not workers(os.getpid()), 60)
    assert training.errors == []
    model = cluster_model.load(tmp_path / "model.cnet")
    assert model.epochs_done >= 1
    assert_usable(run, quadrants, tmp_path)


def test_cancel_while_the_worker_still_starts(raster: str, run: Any, quadrants: str, tmp_path: Path) -> None:
    background = Background("train", {"INPUT": [raster], "OUTPUT": str(tmp_path / "model.cnet"), **LONG})
    assert wait_for(lambda: workers(os.getpid()), 20)
    background.task.cancel()
    assert background.wait(60)
    assert not (tmp_path / "model.cnet").exists()
    assert_usable(run, quadrants, tmp_path)


def test_a_killed_worker_is_one_sentence(training: Background, run: Any, quadrants: str, tmp_path: Path) -> None:
    (worker,) = workers(os.getpid())
    os.kill(worker, signal.SIGKILL)
    assert training.wait(60)
    assert training.outcome[0][0] is False
    assert len(training.errors) == 1
    assert "signal 9" in training.errors[0]
    assert "Traceback" not in training.errors[0]
    assert cluster_model.load(tmp_path / "model.cnet").epochs_done >= 1
    assert_usable(run, quadrants, tmp_path)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_signals_to_qgis_process_end_the_worker_too(
    qgis_process: Any, raster: str, tmp_path: Path, number: signal.Signals
) -> None:
    output = tmp_path / "model.cnet"
    process = qgis_process.start(*run_arguments("clusternet:train", {"INPUT": raster, "OUTPUT": output, **LONG}))
    assert wait_for(lambda: output.exists() or process.poll() is not None, 60)
    (worker,) = workers(process.pid)
    if number == signal.SIGINT:
        process.interrupt()  # Ctrl+C reaches the whole group
    else:
        os.kill(process.pid, number)
    text, _ = process.communicate(timeout=100)
    assert process.returncode != 0
    assert "Traceback" not in text
    if number == signal.SIGINT:
        assert "Cancelled." in text
    assert wait_for(lambda: not Path(f"/proc/{worker}").exists(), 60)
    assert toys.left_behind(tmp_path) == []
    assert cluster_model.load(output).clusters == 6
