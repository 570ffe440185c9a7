"""Too little memory, and two runs at once: a result or a sentence, and nothing half."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_kills import HOST, OPTIONS, ROOT, check_whole, started, train_here
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import MapOptions

SIZES = [400, *(pytest.param(size, marks=pytest.mark.endurance) for size in range(100, 2600, 150))]


@pytest.fixture
def image(tmp_path: Path) -> str:
    return write(tmp_path / "image.tif", np.tile(quadrants(64, 64), (1, 2, 2)))


@pytest.fixture
def model(image: str, tmp_path: Path) -> str:
    path = str(tmp_path / "m.cnet")
    train_here(image, path)
    return path


def run_within(megabytes: int, call: str, arguments: dict[str, Any], output: str) -> subprocess.CompletedProcess[str]:
    """A host and its worker that may not take more address space, as by `ulimit -v`."""
    bound = megabytes * 10**6
    return subprocess.run(
        [sys.executable, "-c", HOST, json.dumps([call, arguments, [output]])],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=200,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (bound, bound)),
    )


@pytest.mark.parametrize("call", ["train", "cluster"])
@pytest.mark.parametrize("megabytes", SIZES)
def test_too_little_memory(image: str, model: str, tmp_path: Path, call: str, megabytes: int) -> None:
    output = str(tmp_path / "out" / ("m.cnet" if call == "train" else "c.tif"))
    if call == "train":
        arguments: dict[str, Any] = {"inputs": {"rasters": [image]}, "options": OPTIONS, "output": output}
    else:
        arguments = {"path": image, "model_path": model, "outputs": {"clusters": output}}
    found = run_within(megabytes, call, arguments, output)
    if Path(output).parent.exists():
        check_whole(output)
    if "done" in found.stdout:
        assert Path(output).exists()
        return
    # The host of the test shows errors with a traceback; the last of it is what QGIS would show.
    last = found.stderr.strip().splitlines()[-1]
    assert re.match(r"clusternet_qgis\.\S+Error: ", last), found.stderr[-2000:]
    assert re.search("not enough memory|memory runs out|cannot load osgeo", last)


@pytest.mark.parametrize("resume", [False, True])
def test_two_runs_with_one_output(image: str, model: str, tmp_path: Path, resume: bool) -> None:
    output = str(tmp_path / "out" / "c.tif")
    arguments = {"path": image, "model_path": model, "tile_size": 16, "outputs": {"clusters": output}, "resume": resume}
    hosts = [started("cluster", arguments, [output])[0] for _ in range(2)]
    for host in hosts:
        said, complaint = host.communicate()
        assert "done" in said, complaint
    check_whole(output)
    alone = str(tmp_path / "alone.tif")
    map_raster(image, model, MapOutputs(alone), MapOptions(tile_size=16))
    assert np.array_equal(read(alone), read(output))
    assert not list(Path(output).parent.glob(".*"))
