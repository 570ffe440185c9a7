"""Mapping on the workers of a scheduler: what the algorithm gives, whatever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
from checkout import ROOT
from distributed import Client, LocalCluster
from osgeo import gdal
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, part_of, quadrants, write

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.staging import scratch_folder
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train
from clusternet_qgis.distributed.__main__ import main
from clusternet_qgis.distributed.block_rows import Job, opened
from clusternet_qgis.distributed.mapping import cluster

ROWS, COLS, BLOCK = 330, 270, 64


@pytest.fixture(scope="module")
def raster(tmp_path_factory: pytest.TempPathFactory) -> str:
    values = quadrants(ROWS, COLS)
    values = values + np.random.default_rng(0).integers(0, 20, values.shape, np.uint8)
    values[:, 100:140, 50:90] = 0
    return write(tmp_path_factory.mktemp("distributed") / "a.tif", values, no_data=0)


@pytest.fixture(scope="module")
def model(raster: str) -> str:
    path = str(Path(raster).with_name("m.cnet"))
    options = TrainOptions(network="unet_same", width=4, clusters=7, epochs=0, tile_size=64, device="cpu")
    train(TrainInputs((raster,)), options, path)
    return path


@pytest.fixture(scope="module")
def alone(raster: str, model: str) -> np.ndarray:
    path = str(Path(raster).with_name("alone.tif"))
    map_raster(raster, model, MapOutputs(path), MapOptions(tile_size=BLOCK))
    return gdal.Open(path).ReadAsArray()


@pytest.fixture(scope="module")
def local() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as made:
        yield made


@pytest.fixture
def client(local: LocalCluster) -> Iterator[Client]:
    with Client(local) as made:
        yield made


def job(raster: str, model: str, folder: Path) -> Job:
    return Job(raster, model, str(folder / "out"), (), BLOCK)


def test_the_result_is_that_of_one_machine(
    raster: str, model: str, alone: np.ndarray, client: Client, tmp_path: Path
) -> None:
    found = cluster(job(raster, model, tmp_path), client)
    dataset = gdal.Open(found["output"])
    np.testing.assert_array_equal(dataset.ReadAsArray(), alone)
    assert dataset.GetGeoTransform() == gdal.Open(raster).GetGeoTransform()
    assert dataset.GetProjection() == gdal.Open(raster).GetProjection()
    band = dataset.GetRasterBand(1)
    assert band.GetNoDataValue() == 0
    assert band.GetCategoryNames()[1] == "cluster 0"
    row = gdal.Open(str(tmp_path / "out" / "row_000000.tif"))
    for name in ("CLUSTERNET_MODEL", "CLUSTERNET_RASTER"):
        assert len(dataset.GetMetadataItem(name)) == 32
        assert row.GetMetadataItem(name) == dataset.GetMetadataItem(name)
    assert found["pixels"] == np.count_nonzero(alone)
    assert found["cluster_count"] == len(np.unique(alone[alone > 0]))
    assert found["rows"] == len(list((tmp_path / "out").glob("row_*.tif"))) == -(-ROWS // BLOCK)
    first = gdal.Open(str(tmp_path / "out" / "row_000000.tif"))
    assert first.GetMetadata("IMAGE_STRUCTURE")["LAYOUT"] == "COG"


def test_the_mosaic_can_be_moved_with_its_rows(raster: str, model: str, client: Client, tmp_path: Path) -> None:
    found = cluster(job(raster, model, tmp_path), client)
    before = gdal.Open(found["output"]).ReadAsArray()
    (tmp_path / "out").rename(tmp_path / "elsewhere")
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "elsewhere" / "clusters.vrt")).ReadAsArray(), before)


def test_finished_rows_are_kept_and_those_of_other_settings_are_not(
    raster: str, model: str, alone: np.ndarray, client: Client, tmp_path: Path
) -> None:
    cluster(job(raster, model, tmp_path), client)
    lost = tmp_path / "out" / "row_000002.tif"
    kept = tmp_path / "out" / "row_000001.tif"
    lost.unlink()
    before = kept.stat().st_mtime_ns
    found = cluster(job(raster, model, tmp_path), client)
    assert found["rows_kept"] == found["rows"] - 1
    assert kept.stat().st_mtime_ns == before
    np.testing.assert_array_equal(gdal.Open(found["output"]).ReadAsArray(), alone)
    other = cluster(Job(raster, model, str(tmp_path / "out"), (), 2 * BLOCK), client)
    assert other["rows_kept"] == 0


NOTES = [
    "",
    "{",
    "[]",
    "null",
    '{"key": 1}',
    '{"key": KEY, "rows": {"0": [1]}}',
    '{"key": KEY, "rows": {"999": COUNTS}}',
]
NOTES += ['{"key": KEY, "rows": {"x": COUNTS}}', '{"key": KEY, "rows": {"0": [1e400]}}', "[" * 100_000, "\0\0\0"]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note[:40])
def test_a_damaged_note_is_set_aside_with_a_sentence(
    raster: str, model: str, alone: np.ndarray, client: Client, tmp_path: Path, note: str
) -> None:
    large_blocks = Job(raster, model, str(tmp_path / "out"), (), 4 * BLOCK)
    cluster(large_blocks, client)
    file, said = tmp_path / "out" / "job.json", list[str]()
    whole = json.loads(file.read_text())
    damaged = note.replace("KEY", json.dumps(whole["key"])).replace("COUNTS", json.dumps(whole["rows"]["0"]))
    file.write_text(damaged)
    result = cluster(large_blocks, client, said.append)
    assert f"{file} of the run before is damaged; it lies in {file}.damaged now" in said[0]
    assert file.with_name("job.json.damaged").read_text() == damaged
    assert result["rows_kept"] == 0
    np.testing.assert_array_equal(gdal.Open(result["output"]).ReadAsArray(), alone)


def test_damaged_rows_are_computed_again_with_a_sentence(
    raster: str, model: str, alone: np.ndarray, client: Client, tmp_path: Path
) -> None:
    cluster(job(raster, model, tmp_path), client)
    cut, other, size, whole = (tmp_path / "out" / f"row_00000{row}.tif" for row in range(4))
    cut.write_bytes(cut.read_bytes()[:-50])
    other.write_bytes(whole.read_bytes())
    size.write_bytes(Path(raster).read_bytes())
    said: list[str] = []
    result = cluster(job(raster, model, tmp_path), client, said.append)
    assert [text for text in said if "damaged" in text] == [
        f"{path} is damaged or missing; it is computed again" for path in (cut, other, size)
    ]
    assert result["rows_kept"] == result["rows"] - 3
    np.testing.assert_array_equal(gdal.Open(result["output"]).ReadAsArray(), alone)


def test_a_worker_that_is_killed_loses_nothing(
    raster: str, model: str, alone: np.ndarray, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    unfinished: list[AbstractContextManager[Path]] = []
    out = tmp_path / "out"

    def kill(text: str) -> None:
        if text.startswith("Row 2") and not killed:
            killed.append(next(iter(client.run(os.getpid).values())))
            with monkeypatch.context() as patched:  # what it leaves when it is killed while it writes a row
                patched.setattr(os, "getpid", lambda: killed[0])
                unfinished.append(scratch_folder(out / "row_000004.tif"))
                unfinished[0].__enter__()
            os.kill(killed[0], signal.SIGKILL)

    found = cluster(job(raster, model, tmp_path), client, kill)
    assert killed
    assert unfinished
    np.testing.assert_array_equal(gdal.Open(found["output"]).ReadAsArray(), alone)
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("transform", [None, ROTATED, SOUTH_UP, part_of(NORTH_UP, 5, 3)])
def test_rasters_that_do_not_lie_north_up_keep_their_place(
    transform: tuple[float, ...] | None, model: str, client: Client, tmp_path: Path
) -> None:
    path = write(tmp_path / "odd.tif", quadrants(150, 90), transform)
    map_raster(path, model, MapOutputs(str(tmp_path / "alone.tif")), MapOptions(tile_size=BLOCK))
    found = gdal.Open(cluster(job(path, model, tmp_path), client)["output"])
    np.testing.assert_array_equal(found.ReadAsArray(), gdal.Open(str(tmp_path / "alone.tif")).ReadAsArray())
    assert found.GetGeoTransform() == gdal.Open(path).GetGeoTransform()


def test_a_model_that_does_not_fit_is_one_sentence(model: str, client: Client, tmp_path: Path) -> None:
    other = write(tmp_path / "one.tif", np.ones((1, 64, 64), np.uint8))
    with pytest.raises(ClusterNetError, match="3 bands"):
        cluster(job(other, model, tmp_path), client)


def test_separate_scheduler_and_workers(raster: str, model: str, alone: np.ndarray, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    address_file = tmp_path / "scheduler.json"
    started = []

    def start(*arguments: str) -> None:
        command = [sys.executable, "-m", *arguments, "--scheduler-file", str(address_file)]
        started.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, cwd=tmp_path))

    try:
        start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        for _ in range(2):
            start("distributed.cli.dask_worker", "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard")
        until = time.monotonic() + 60
        while not address_file.exists() and time.monotonic() < until:
            time.sleep(0.1)
        address = json.loads(address_file.read_text())["address"]
        command = [sys.executable, "-m", "clusternet_qgis.distributed", "cluster", "--model", model, "--input", raster]
        command += ["--output", str(tmp_path / "out"), "--block-size", str(BLOCK), "--scheduler", address]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=200)
        assert done.returncode == 0, done.stderr
        np.testing.assert_array_equal(gdal.Open(json.loads(done.stdout)["output"]).ReadAsArray(), alone)
        assert "Row 1 of 6" in done.stderr
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(20)


def test_a_scheduler_that_does_not_answer_is_one_sentence(
    raster: str, model: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clusternet_qgis.distributed.connection._TIMEOUT", "1s")
    arguments = ["cluster", "--model", model, "--input", raster, "--output", str(tmp_path / "out")]
    assert main([*arguments, "--scheduler", "tcp://127.0.0.1:9"]) == 1
    assert "No scheduler answers at tcp://127.0.0.1:9" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_files_are_opened_once_in_a_process(raster: str, model: str, tmp_path: Path) -> None:
    assert opened(job(raster, model, tmp_path)) is opened(job(raster, model, tmp_path))
