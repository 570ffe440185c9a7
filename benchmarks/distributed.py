"""Mapping on one and two worker processes of one thread, and the overhead of scheduling.

    python -m benchmarks distributed

The overhead of scheduling is the share of time in which the only worker waits for a task. The benchmark also shows how
much longer that worker takes than a loop over the same blocks in one process, as the median of several runs; this
includes the time of the worker's other threads. The speed of two processes without a scheduler is an upper limit for
two workers on this machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from distributed import Client
from osgeo import gdal

from benchmarks.images import DATA
from benchmarks.speed import say
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train
from clusternet_qgis.distributed.block_rows import Job, map_block, opened
from clusternet_qgis.distributed.connection import local_cluster
from clusternet_qgis.distributed.mapping import cluster

MOSAIC = DATA / "dubai" / "mosaics" / "tile8_images.vrt"
SIDE, BLOCK, RUNS = 6144, 512, 3
LOOP = """
import sys, time
from clusternet_qgis.distributed.block_rows import Job, map_block, opened, write_row
job = Job(*sys.argv[1:4], (), int(sys.argv[4]))
done = opened(job)
map_block(job, 0, 0)
start = time.perf_counter()
for row in range(done.rows):
    write_row(job, row, [map_block(job, row, col) for col in range(done.cols)])
print(time.perf_counter() - start)
"""


def in_loops(raster: str, model: str, folders: list[str]) -> float:
    """Seconds of mapping the same blocks without a scheduler, in one process of one thread for each folder.

    The processes run at the same time, and each maps all blocks.
    """
    one = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    running = []
    for folder in folders:
        Path(folder).mkdir()
        command = [sys.executable, "-c", LOOP, raster, model, folder, str(BLOCK)]
        running.append(subprocess.Popen(command, env=one, stdout=subprocess.PIPE, text=True))
    return max(float(process.communicate()[0]) for process in running)


def on_workers(raster: str, model: str, folder: str, count: int) -> tuple[float, float]:
    """Seconds on so many workers with open files, and the share of the time in which they had no task."""
    with (
        local_cluster(count) as made,
        Client(made) as client,
    ):
        job = Job(raster, model, folder, (), BLOCK)
        opened(job)
        for address in client.nthreads():
            client.submit(map_block, job, 0, 0, workers=[address], pure=False).result()
        client.get_task_stream()  # starts its recording
        start = time.perf_counter()
        cluster(job, client)
        seconds = time.perf_counter() - start
        steps = [
            step for task in client.get_task_stream() for step in task["startstops"] if step["action"] == "compute"
        ]
        return seconds, 1 - sum(step["stop"] - step["start"] for step in steps) / (count * seconds)


def main() -> None:
    """Measures."""
    with tempfile.TemporaryDirectory() as folder:
        raster, model = f"{folder}/raster.tif", f"{folder}/model.cnet"
        gdal.Translate(raster, str(MOSAIC), srcWin=[0, 0, SIDE, SIDE])
        train(TrainInputs((raster,)), TrainOptions(epochs=0), model)
        against_loop, two_against_one, ceiling, waiting = [], [], [], []
        for run in range(RUNS):
            loop = in_loops(raster, model, [f"{folder}/loop_{run}"])
            loops = in_loops(raster, model, [f"{folder}/loop_{run}_of_two_{each}" for each in range(2)])
            ceiling.append(2 * loop / loops)
            (one, waits), (two, _) = (on_workers(raster, model, f"{folder}/{run}_on_{n}", n) for n in (1, 2))
            against_loop.append(one / loop - 1)
            two_against_one.append(one / two)
            waiting.append(waits)
        say(
            megapixels=SIDE**2 / 1e6,
            block_size=BLOCK,
            runs=RUNS,
            two_against_one=statistics.median(two_against_one),
            two_loops_against_one=statistics.median(ceiling),
            overhead=statistics.median(waiting),
            longer_than_a_loop=statistics.median(against_loop),
            targets="1.7, 0.03",
        )


if __name__ == "__main__":
    main()
