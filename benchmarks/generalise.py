"""How well the base model does on places that it has not seen: each set is judged with a base model taught without it.

    python -m benchmarks.generalise [--sets NAME ...] [--methods NAME ...] [--seeds 3] [--steps 1800]

The first edition of the base model (`scripts/base_model.py`, made where build/base_first.npz is missing) is taught the
lessons of `scripts/lessons.py` once for each fold, without the sets of the fold; results lie in build/generalise. The
rows say whether the first edition has seen the set, without its labels. Both are calibrated to each raster. The columns
of names say, at two values of MIN_CONFIDENCE, the share of labelled pixels that get a name and of these right ones.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from benchmarks import quality
from benchmarks.code_version import ROOT
from benchmarks.images import DATA, LabelledImage, generalisation_images
from clusternet_qgis.core.evaluation.name_counts import NameCounts, count_names
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.mapping.suggested_classes import suggest_classes
from clusternet_qgis.core.networks import light
from clusternet_qgis.core.networks.land_cover import LAND_COVER
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

sys.path.insert(0, str(ROOT / "scripts"))
from labelled_sets import BUILDINGS, KINDS, SOURCES

FIRST = ROOT / "build" / "base_first.npz"
FOLDS = {
    "a": ("river", "zanzibar", "crowns", "landsat", "kampala"),
    "b": ("banepa", "coast", "slovenia", "austin"),
    "c": ("dunes", "deadwood", "dubai"),
    "d": ("finland", "naip"),
}
_NAMES = "names"
CONFIDENCES = (0.5, 0.9)
SEEN_BY_THE_FIRST = ("dubai", "naip", "landsat", "kampala")
METHODS = {
    "pixels": "pixels",
    "frozen trunk": "frozen backbone",
    "untrained stack": "untrained teacher",
    "first edition": "light, no training",
    "base model": "light, no training",
    "trained": "light",
}


def base_model_of(fold: str, steps: int) -> Path:
    """The base model that was taught without the sets of a fold, made where it is missing."""
    path = ROOT / "build" / "generalise" / f"{fold}_{steps}.npz"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        options = ["--steps", str(steps), "--output", str(path), "--without", *FOLDS[fold]]
        _run("lessons.py", str(DATA), str(first_edition()), *options)
    return path


def first_edition() -> Path:
    """The base model before it is taught labels, made where it is missing."""
    if not FIRST.exists():
        FIRST.parent.mkdir(parents=True, exist_ok=True)
        _run("base_model.py", str(DATA), str(FIRST))
    return FIRST


def _run(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, f"scripts/{script}", *arguments], cwd=ROOT, stdout=sys.stderr, check=True)


def scores_of(method: str, image: LabelledImage, fold: str, steps: int, seeds: Sequence[int]) -> list[float]:
    """Mean IoU of each seed."""
    light.BASE_MODEL = first_edition() if method == "first edition" else base_model_of(fold, steps)
    return [float(result["mean_iou"]) for result in quality.METHODS[METHODS[method]].run(image, seeds)]


def names_of(name: str, image: LabelledImage, fold: str, steps: int) -> dict[str, str]:
    """Shares of the labelled pixels that get a name, and of these that are right, for each of CONFIDENCES."""
    light.BASE_MODEL = base_model_of(fold, steps)
    kinds = SOURCES[name].kinds if name in SOURCES else BUILDINGS
    possible = [[KINDS.index(kind) for kind in kinds.get(label, ())] for label in range(max(kinds) + 1)]
    counts = dict.fromkeys(CONFIDENCES, NameCounts())
    with tempfile.TemporaryDirectory() as folder:
        model, clusters = f"{folder}/model.cnet", f"{folder}/clusters.tif"
        train(TrainInputs(tuple(map(str, image.paths))), TrainOptions(epochs=0), model)
        for path, labels in zip(image.paths, image.labels()):
            map_raster(str(path), model, MapOutputs(clusters))
            ids = gdal.Open(clusters).ReadAsArray().astype(np.int64)
            labels = np.where((ids > 0) & (labels < len(possible)), labels, -1)
            for confidence in CONFIDENCES:
                suggested = suggest_classes(str(path), model, confidence)
                of_ids = [-1, *(LAND_COVER.index(c.name) if c.name else -1 for c in suggested.clusters)]
                counts[confidence] += count_names(np.array(of_ids)[ids], labels, possible, len(LAND_COVER))
    return {f"named at {c}, of these right": f"{n.coverage:.2f}, {n.precision:.2f}" for c, n in counts.items()}


def lines(
    sets: Sequence[str], methods: Sequence[str], names: bool, seeds: Sequence[int], steps: int
) -> Iterator[dict[str, Any]]:
    """A line for each set: mean and deviation of the mean IoU over seeds, and how good the names are."""
    images = generalisation_images()
    for fold, members in FOLDS.items():
        for name in members:
            if name not in sets:
                continue
            line: dict[str, Any] = {"left out": name, "imagery seen by the first edition": name in SEEN_BY_THE_FIRST}
            for method in methods:
                scores = scores_of(method, images[name], fold, steps, seeds)
                line[method] = f"{np.mean(scores):.3f} ± {np.std(scores):.3f}"
            if names:
                line |= names_of(name, images[name], fold, steps)
            yield line


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    every = [name for names in FOLDS.values() for name in names]
    parser.add_argument("--sets", nargs="+", choices=every, default=every, metavar="NAME")
    parser.add_argument("--methods", nargs="+", choices=[*METHODS, _NAMES], default=[*METHODS, _NAMES], metavar="NAME")
    parser.add_argument("--seeds", type=int, default=3, help="how many")
    parser.add_argument("--steps", type=int, default=1800, help="of the lessons of each fold")
    arguments = parser.parse_args()
    if not DATA.is_dir():
        print("skipped: the labelled images are not beside the checkout")
        return
    methods = [method for method in arguments.methods if method != _NAMES]
    names = _NAMES in arguments.methods
    for line in lines(arguments.sets, methods, names, range(arguments.seeds), arguments.steps):
        print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
