"""The host's side of the worker: whatever happens to the process is a result, a cancel or one sentence."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from toy_rasters import quadrants, write

from clusternet_qgis import runner
from clusternet_qgis.core import staging
from clusternet_qgis.core.errors import Cancelled, ClusterNetError
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.runner import Runner, WorkerError

OPTIONS = {"network": "unet_same", "width": 4, "clusters": 4, "epochs": 1, "tile_size": 32, "device": "cpu"}


@pytest.fixture
def image(tmp_path: Path) -> str:
    return write(tmp_path / "image.tif", quadrants(64, 64))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Runner]:
    """The workers that were started."""
    found: list[Runner] = []

    class Noted(Runner):
        def __init__(self, python: str) -> None:
            super().__init__(python)
            found.append(self)

    monkeypatch.setattr(runner, "Runner", Noted)
    return found


def training(image: str, output: Path, **options: Any) -> dict[str, Any]:
    return {"inputs": {"rasters": [image]}, "options": {**OPTIONS, **options}, "output": str(output)}


def is_gone(found: Runner) -> bool:
    return found._process.poll() is not None


def test_a_call_reports_and_gives_its_result(
    image: str, tmp_path: Path, said: list[str], started: list[Runner]
) -> None:
    seen: list[float] = []
    progress = Progress(seen.append, said.append)
    result = runner.run(sys.executable, "train", training(image, tmp_path / "m.cnet"), [], progress)
    assert result["cluster_count"] == 4
    assert cluster_model.load(tmp_path / "m.cnet").epochs_done == 1
    assert seen == sorted(seen)
    assert any("Epoch 1 of 1" in sentence for sentence in said)
    assert is_gone(started[0])


def test_one_worker_answers_many_calls() -> None:
    one = Runner(sys.executable)
    try:
        version = ".".join(map(str, sys.version_info[:3]))
        assert [one.call("ping", {}, Progress())["python"] for _ in range(3)] == [version] * 3
    finally:
        one.close()
    assert is_gone(one)


def test_a_users_mistake_is_its_sentence(tmp_path: Path, started: list[Runner]) -> None:
    arguments = training(str(tmp_path / "nothing.tif"), tmp_path / "m.cnet")
    with pytest.raises(ClusterNetError, match="Cannot read the raster"):
        runner.run(sys.executable, "train", arguments, [], Progress())
    assert is_gone(started[0])


def test_a_bug_keeps_its_traceback() -> None:
    with pytest.raises(WorkerError, match=r"(?s)KeyError.*Traceback"):
        runner.run(sys.executable, "train", {}, [], Progress())


@pytest.mark.parametrize("python", ["nowhere/python", "/dev/null"])
def test_a_python_that_does_not_start_is_one_sentence(python: str) -> None:
    with pytest.raises(ClusterNetError, match="Cannot start the Python"):
        runner.run(python, "ping", {}, [], Progress())


def test_a_program_that_is_no_worker_is_one_sentence(tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\necho 5\necho '[1]'\necho not a worker >&2\nexit 3\n")
    program.chmod(0o755)
    with pytest.raises(ClusterNetError, match="ended with code 3: not a worker"):
        runner.run(str(program), "ping", {}, [], Progress())


def when_said(said: list[str], text: str, act: Callable[[], object]) -> Progress:
    """Does something once, when a sentence comes."""
    done: list[object] = []

    def say(sentence: str) -> None:
        said.append(sentence)
        if text in sentence and not done:
            done.append(act())

    return Progress(say=say)


def test_a_killed_training_is_one_sentence_and_leaves_the_last_model(
    image: str, tmp_path: Path, said: list[str], started: list[Runner]
) -> None:
    model = tmp_path / "m.cnet"

    def kill() -> None:
        prefix = staging._prefix(model).replace(f"-{os.getpid()}-", f"-{started[0]._process.pid}-")
        left = tmp_path / f"{prefix}left.partial"
        left.mkdir()  # as if it had been writing
        (left / "m.cnet").write_text("half")
        os.kill(started[0]._process.pid, signal.SIGKILL)

    progress = when_said(said, "Epoch 2 of", kill)
    with pytest.raises(ClusterNetError, match="ended by signal 9, as happens when memory runs out"):
        runner.run(sys.executable, "train", training(image, model, epochs=100_000), [str(model)], progress)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["image.tif", "m.cnet"]
    assert cluster_model.load(model).epochs_done >= 2
    # and the next run works
    assert runner.run(sys.executable, "ping", {}, [], Progress())


def test_a_killed_clustering_leaves_no_raster(
    image: str, tmp_path: Path, said: list[str], started: list[Runner]
) -> None:
    model, output = tmp_path / "m.cnet", tmp_path / "c.tif"
    runner.run(sys.executable, "train", training(image, model, epochs=0), [], Progress())
    large = write(tmp_path / "large.tif", np.tile(quadrants(64, 64), (1, 12, 12)))
    staged: list[str] = []

    def kill() -> None:
        deadline = time.monotonic() + 30
        while not staged and time.monotonic() < deadline:
            staged.extend(file.name for file in tmp_path.glob(".c.tif.*.partial"))
        os.kill(started[1]._process.pid, signal.SIGKILL)

    arguments = {"path": large, "model_path": str(model), "outputs": {"clusters": str(output)}, "tile_size": 32}
    with pytest.raises(ClusterNetError, match="The worker process was ended by signal 9"):
        runner.run(sys.executable, "cluster", arguments, [str(output)], when_said(said, "Clustering", kill))
    assert staged
    assert sorted(file.name for file in tmp_path.iterdir()) == ["image.tif", "large.tif", "m.cnet"]


def test_a_cancel_ends_the_process(image: str, tmp_path: Path, said: list[str], started: list[Runner]) -> None:
    model = tmp_path / "m.cnet"
    stopped: list[float] = []
    progress = Progress(
        say=lambda sentence: stopped.append(time.monotonic()) if "Epoch 2 of" in sentence and not stopped else None,
        is_cancelled=lambda: bool(stopped),
    )
    with pytest.raises(Cancelled):
        runner.run(sys.executable, "train", training(image, model, epochs=100_000), [str(model)], progress)
    assert time.monotonic() - stopped[0] < 60, "100 000 epochs take hours"
    assert is_gone(started[0])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["image.tif", "m.cnet"]
    assert cluster_model.load(model).epochs_done >= 2


def test_a_worker_that_does_not_listen_is_ended_by_force(tmp_path: Path) -> None:
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\ntrap '' TERM\nwhile true; do sleep 0.1; done\n")
    program.chmod(0o755)
    with pytest.raises(Cancelled):  # or the test would never end
        runner.run(str(program), "ping", {}, [], Progress(is_cancelled=lambda: True))


def test_without_torch_the_sentence_names_the_remedy(
    image: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "torch.py").write_text("raise ModuleNotFoundError(\"No module named 'torch'\")")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ClusterNetError, match=r"cannot load torch .*-m pip install -r"):
        runner.run(sys.executable, "train", training(image, tmp_path / "m.cnet"), [], Progress())


def test_what_is_printed_before_the_worker_starts_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("print('hello'); print(5); print('[1, 2]'); print('null')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "python" in runner.run(sys.executable, "ping", {}, [], Progress())
