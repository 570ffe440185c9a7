"""Clustering of pixel values by other programs: GRASS GIS, SAGA and Orfeo ToolBox, as packaged by Debian."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from benchmarks.images import LabelledImage

from .features import CLUSTERS, SAMPLE_PIXELS, Result

_LONGEST_SECONDS = 3600


class NotPossible(Exception):  # noqa: N818 - the benchmark goes on without the program
    """A program cannot be run; the message says why."""


def grass(raster: Path, folder: Path, seed: int) -> tuple[Path, float | None, float]:
    """Signatures by i.cluster, then maximum likelihood classification; it is not random."""
    _need("grass", "grass-core")
    database = folder / "grass"
    database.mkdir()
    _call(["grass", "-e", "-c", "XY", str(database / "xy")])
    output = folder / "clusters.tif"
    bands = gdal.Open(str(raster)).RasterCount
    maps = ",".join(f"image.{band}" for band in range(1, bands + 1))
    group = ["group=g", "subgroup=g"]

    def module(name: str, *arguments: str) -> float:
        return _call(["grass", str(database / "xy" / "PERMANENT"), "--exec", name, *arguments])

    module("r.in.gdal", "-o", f"input={raster}", "output=image")
    module("g.region", "raster=image.1")
    module("i.group", *group, f"input={maps}")
    training = module("i.cluster", *group, "signaturefile=s", f"classes={CLUSTERS}")
    prediction = module("i.maxlik", *group, "signaturefile=s", "output=clusters")
    module("r.out.gdal", "-f", "input=clusters", f"output={output}", "type=UInt16", "nodata=0", "createopt=BIGTIFF=YES")
    return output, training, prediction


def saga(raster: Path, folder: Path, seed: int) -> tuple[Path, float | None, float]:
    """K-Means Clustering for Grids by minimum distance and hill climbing, with default start and iterations."""
    _need("saga_cmd", "saga")
    bands = []
    for band in range(1, gdal.Open(str(raster)).RasterCount + 1):
        bands.append(str(folder / f"band{band}.tif"))
        gdal.Translate(bands[-1], str(raster), bandList=[band])
    output = folder / "clusters.sgrd"
    command = ["saga_cmd", "imagery_classification", "1", "-GRIDS", ";".join(bands), "-CLUSTER", str(output)]
    seconds = _call([*command, "-METHOD", "2", "-NCLUSTER", str(CLUSTERS)])
    return output.with_suffix(".sdat"), None, seconds


def otb(raster: Path, folder: Path, seed: int) -> tuple[Path, float | None, float]:
    """SOMClassification with a self-organising map of 8 x 8."""
    _need("otbcli_SOMClassification", "otb-bin")
    output = folder / "clusters.tif"
    command = ["otbcli_SOMClassification", "-in", str(raster), "-out", str(output), "uint16", "-sx", "8", "-sy", "8"]
    seconds = _call([*command, "-ts", str(SAMPLE_PIXELS), "-rand", str(seed + 1)])
    return output, None, seconds


PROGRAMS: dict[str, Callable[[Path, Path, int], tuple[Path, float | None, float]]] = {
    "grass": grass,
    "saga": saga,
    "otb": otb,
}

# Programs whose results do not depend on a seed. That of Orfeo has a seed, but its result is always the same.
WITHOUT_SEED = ("grass", "otb")


def run(image: LabelledImage, program: str, seeds: Sequence[int]) -> Iterator[Result]:
    """Yields the clusters of a program for each seed.

    Raises:
        NotPossible: The program cannot be run.
    """
    for seed in seeds:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            raster = _side_by_side(image, folder / "image.tif")
            path, training, prediction = PROGRAMS[program](raster, folder, seed)
            whole = gdal.Open(str(path)).ReadAsArray().astype(np.int64)
        ids = (whole - whole.min() + 1).astype(np.uint16)
        yield Result(_apart(image, ids), training, prediction)


def _side_by_side(image: LabelledImage, path: Path) -> Path:
    """One raster with all rasters below each other: these programs use single pixels, so borders do not matter."""
    arrays = image.arrays
    rows, cols = sum(array.shape[1] for array in arrays), max(array.shape[2] for array in arrays)
    kind = gdal.GDT_Byte if max(array.max() for array in arrays) <= 255 else gdal.GDT_UInt16
    target = gdal.GetDriverByName("GTiff").Create(
        str(path), cols, rows, len(arrays[0]), kind, ["PHOTOMETRIC=MINISBLACK"]
    )
    # With a geotransform, because some programs flip rasters without one.
    target.SetGeoTransform((0, 1, 0, rows, 0, -1))
    row = 0
    for array in arrays:
        target.WriteArray(array, 0, row)
        row += array.shape[1]
    return path


def _apart(image: LabelledImage, ids: NDArray[Any]) -> list[NDArray[np.uint16]]:
    ends = np.cumsum([array.shape[1] for array in image.arrays])
    return [ids[end - a.shape[1] : end, : a.shape[2]] for end, a in zip(ends, image.arrays)]


def _need(program: str, package: str) -> None:
    """Installs the Debian package of a program, if the program is missing.

    Raises:
        NotPossible: It cannot be installed.
    """
    if shutil.which(program):
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise NotPossible(f"{program} is missing; install the Debian package {package}, or run as root once")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", package]):
        subprocess.run(["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=False)
    if not shutil.which(program):
        raise NotPossible(f"the Debian package {package}, which has {program}, could not be installed")


def _call(command: list[str]) -> float:
    """Runs a command, and returns the seconds that it took.

    Raises:
        NotPossible: It failed or took too long.
    """
    start = time.perf_counter()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise NotPossible(f"{command[0]} took more than {_LONGEST_SECONDS} s") from error
    if done.returncode:
        raise NotPossible(f"{command[0]} failed: {(done.stderr or done.stdout).strip()[-300:]}")
    return time.perf_counter() - start
