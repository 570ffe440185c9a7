"""The worker's protocol, spoken with the real process over its pipes."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from checkout import ROOT
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.model import cluster_model

FINAL = ("result", "error", "cancelled")
OPTIONS = {"network": "unet_same", "width": 4, "clusters": 4, "epochs": 1, "tile_size": 32, "device": "cpu"}


class Spoken:
    """A worker process and what it has answered."""

    def __init__(self, path: Path | None = None) -> None:
        environment = {**os.environ, "PYTHONPATH": str(path or "")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "clusternet_qgis.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT,
        )  # fmt: skip
        self.lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line)

    def send(self, request: Any) -> None:
        line = request if isinstance(request, bytes) else json.dumps(request).encode()
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def answer(self, seconds: float = 60) -> dict[str, Any]:
        """The next line, which is always a JSON object."""
        found = json.loads(self.lines.get(timeout=seconds))
        assert isinstance(found, dict)
        return found

    def final(self, number: Any, seconds: float = 60) -> dict[str, Any]:
        """The last answer to a request."""
        while True:
            found = self.answer(seconds)
            if found["id"] == number and any(key in found for key in FINAL):
                return found

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture
def worker() -> Iterator[Spoken]:
    spoken = Spoken()
    yield spoken
    if not spoken.process.stdin.closed:
        spoken.close()


@pytest.fixture(scope="module")
def idle() -> Iterator[Spoken]:
    """One worker for whatever must leave it as it was."""
    spoken = Spoken()
    yield spoken
    spoken.close()


@pytest.fixture
def image(tmp_path: Path) -> str:
    return write(tmp_path / "image.tif", quadrants(64, 64))


def training(image: str, output: Path, **options: Any) -> dict[str, Any]:
    return {"inputs": {"rasters": [image]}, "options": {**OPTIONS, **options}, "output": str(output)}


def test_training_and_clustering_report_and_answer(worker: Spoken, image: str, tmp_path: Path) -> None:
    model, output = tmp_path / "m.cnet", tmp_path / "c.tif"
    report = tmp_path / "r.html"
    worker.send({"id": 1, "call": "train", "arguments": {**training(image, model), "report": str(report)}})
    answers = [worker.answer()]
    while not any(key in answers[-1] for key in FINAL):
        answers.append(worker.answer())
    assert answers[-1]["result"].keys() == {"epochs_done", "loss", "cluster_count"}
    assert answers[-1]["result"]["epochs_done"] == 1
    assert {answer["id"] for answer in answers} == {1}
    fractions = [answer["progress"] for answer in answers if "progress" in answer]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert any("Epoch 1 of 1" in answer.get("message", "") for answer in answers)
    assert "<svg" in report.read_text()

    arguments = {"path": image, "model_path": str(model), "outputs": {"clusters": str(output)}}
    worker.send({"id": "two", "call": "cluster", "arguments": arguments})
    result = worker.final("two")["result"]
    assert result["pixels"] == 64 * 64
    assert result["cluster_count"] == len(np.unique(read(output)))


def test_requests_are_answered_in_order(idle: Spoken) -> None:
    for number in range(5):
        idle.send({"id": number, "call": "ping"})
    assert [idle.answer()["id"] for _ in range(5)] == list(range(5))


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"no json", b"5", b'"text"', b"[1]", b"null", b"\xff\xfe", b"[" * 50_000, b'{"id": 1, "call"'],
    ids=lambda line: repr(line[:10]),
)
def test_what_is_no_request_is_told_and_does_no_harm(idle: Spoken, line: bytes) -> None:
    idle.send(line)
    found = idle.answer()
    assert found["id"] is None
    assert found["kind"] == "user"
    assert "Not a request" in found["error"]
    idle.send({"id": 2, "call": "ping"})
    assert "python" in idle.final(2)["result"]


@pytest.mark.parametrize("call", ["paint", "", None, 5, [], {}, "__import__"], ids=repr)
def test_unknown_calls_name_the_known(idle: Spoken, call: Any) -> None:
    idle.send({"id": 1, "call": call})
    found = idle.final(1)
    assert found["kind"] == "user"
    assert "Unknown call" in found["error"]
    assert "ping, train, cluster" in found["error"]


@pytest.mark.parametrize("arguments", [[1], "x", 5], ids=repr)
def test_arguments_that_are_no_object_are_told(idle: Spoken, arguments: Any) -> None:
    idle.send({"id": 1, "call": "ping", "arguments": arguments})
    assert idle.final(1)["kind"] == "user"


@pytest.mark.parametrize("number", [None, 99, [], {"a": 1}, "x"], ids=repr)
def test_cancelling_what_does_not_run_does_no_harm(idle: Spoken, number: Any) -> None:
    idle.send({"cancel": number})
    idle.send({"id": 1, "call": "ping"})
    assert "result" in idle.final(1)


def test_mistakes_of_users_and_bugs_are_told_apart(worker: Spoken, tmp_path: Path, image: str) -> None:
    worker.send({"id": 1, "call": "train", "arguments": training(str(tmp_path / "nothing.tif"), tmp_path / "m.cnet")})
    user = worker.final(1)
    assert user["kind"] == "user"
    assert "Cannot read the raster" in user["error"]
    worker.send({"id": 2, "call": "train", "arguments": training(image, tmp_path / "m.cnet", clusters=1)})
    assert "number of clusters is 1" in worker.final(2)["error"]
    worker.send({"id": 3, "call": "train", "arguments": {}})
    bug = worker.final(3)
    assert bug["kind"] == "bug"
    assert "Traceback" in bug["traceback"]
    worker.send({"id": 4, "call": "ping"})
    assert "result" in worker.final(4)


def start_long_training(worker: Spoken, image: str, model: Path) -> None:
    """Comes back in the middle of it."""
    worker.send({"id": 7, "call": "train", "arguments": training(image, model, epochs=100_000)})
    while "Epoch 1 of" not in worker.answer().get("message", ""):
        pass


def test_a_cancel_ends_a_training(worker: Spoken, image: str, tmp_path: Path) -> None:
    start_long_training(worker, image, tmp_path / "m.cnet")
    start = time.monotonic()
    worker.send({"cancel": 7})
    assert worker.final(7)["cancelled"] is True
    assert time.monotonic() - start < 60, "100 000 epochs take hours"
    assert cluster_model.load(tmp_path / "m.cnet").epochs_done >= 1
    assert sorted(file.name for file in tmp_path.iterdir()) == ["image.tif", "m.cnet"]
    worker.send({"id": 8, "call": "ping"})
    assert "result" in worker.final(8)


def test_the_end_of_the_input_ends_a_training(worker: Spoken, image: str, tmp_path: Path) -> None:
    start_long_training(worker, image, tmp_path / "m.cnet")
    start = time.monotonic()
    worker.close()
    assert time.monotonic() - start < 60, "100 000 epochs take hours"
    assert worker.process.returncode == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["image.tif", "m.cnet"]


def test_the_end_of_the_input_ends_an_idle_worker(worker: Spoken) -> None:
    worker.send({"id": 1, "call": "ping"})
    worker.final(1)
    worker.close()
    assert worker.process.returncode == 0


# --- other people's libraries


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder of modules that come before the installed ones."""
    folder = tmp_path / "modules"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("missing", "call"), [("torch", "train"), ("torch", "cluster"), ("faiss", "train")])
def test_without_a_library_the_sentence_says_how_to_install_it(modules: Path, missing: str, call: str) -> None:
    (modules / f"{missing}.py").write_text(f"raise ModuleNotFoundError(\"No module named '{missing}'\")")
    worker = Spoken(modules)
    worker.send({"id": 1, "call": call, "arguments": {}})
    found = worker.final(1)
    assert found["kind"] == "user"
    assert f"cannot load {missing}" in found["error"]
    assert f'"{sys.executable}" -m pip install -r "' in found["error"]
    assert Path(found["error"].split('-r "')[1].split('"')[0]).is_file()
    worker.send({"id": 2, "call": "ping"})
    assert "result" in worker.final(2)
    worker.close()


def test_what_libraries_print_is_no_answer(modules: Path) -> None:
    (modules / "faiss.py").write_text(
        "import os, sys\n"
        "print('loading')\n"
        'print(\'{"id": 1, "result": {}}\', flush=True)\n'
        "os.write(1, b'from C\\n')\n"
        "os.system('echo from a child')\n"
        "raise ModuleNotFoundError('faiss')\n"
    )
    worker = Spoken(modules)
    worker.send({"id": 1, "call": "train", "arguments": {}})
    found = worker.answer()
    assert found["kind"] == "user"
    assert "cannot load faiss" in found["error"]
    worker.close()
    assert worker.lines.empty()
