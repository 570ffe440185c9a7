"""Mapping with one and with two processes of one thread, and what scheduling costs.

    python -m benchmarks distributed

The overhead of scheduling is what the scheduler's process and the hand-over of tasks take of a worker's time: 1 minus
the time that a loop over the same blocks takes in one process over the time that one worker takes.
"""

from __future__ import annotations

import os
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
from clusternet_qgis.core.training import TrainInputs, train
from clusternet_qgis.distributed.__main__ import local_cluster
from clusternet_qgis.distributed.block_rows import Job, map_block, opened
from clusternet_qgis.distributed.mapping import cluster

MOSAIC = DATA / "dubai" / "mosaics" / "tile8_images.vrt"
SIDE, BLOCK = 4096, 512
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


def in_a_loop(raster: str, model: str, folder: str) -> float:
    """Seconds of the same blocks without a scheduler, in one thread."""
    Path(folder).mkdir()
    one = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-c", LOOP, raster, model, folder, str(BLOCK)]
    return float(subprocess.run(command, env=one, capture_output=True, text=True, check=True).stdout)


def on_workers(raster: str, model: str, folder: str, count: int) -> float:
    """Seconds on so many workers, which have their files open."""
    with (
        local_cluster(count) as made,
        Client(made) as client,
    ):
        job = Job(raster, model, folder, (), BLOCK)
        opened(job)
        for address in client.nthreads():
            client.submit(map_block, job, 0, 0, workers=[address], pure=False).result()
        start = time.perf_counter()
        cluster(job, client)
        return time.perf_counter() - start


def main() -> None:
    """Measures."""
    with tempfile.TemporaryDirectory() as folder:
        raster, model = f"{folder}/raster.tif", f"{folder}/model.cnet"
        gdal.Translate(raster, str(MOSAIC), srcWin=[0, 0, SIDE, SIDE])
        train(TrainInputs((raster,)), TrainOptions(epochs=0), model)
        loop = in_a_loop(raster, model, f"{folder}/loop")
        one, two = (on_workers(raster, model, f"{folder}/on_{count}", count) for count in (1, 2))
        say(
            megapixels=SIDE**2 / 1e6,
            block_size=BLOCK,
            loop_s=loop,
            one_worker_s=one,
            two_workers_s=two,
            two_against_one=one / two,
            overhead=1 - loop / one,
            targets="1.7, 0.03",
        )


if __name__ == "__main__":
    main()
