"""How well the base model does on places that it has not seen: each set is judged with a base model taught without it.

    python -m benchmarks.generalise [--sets NAME ...] [--methods NAME ...] [--seeds 3] [--steps 2000]

The first edition of the base model (`scripts/base_model.py`, made where build/base_first.npz is missing) is taught the
lessons of `scripts/lessons.py` once for each fold, without the sets of the fold; results lie in build/generalise. The
rows say whether the first edition has seen the set, without its labels. Both are calibrated to each raster.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import quality
from benchmarks.code_version import ROOT
from benchmarks.images import DATA, LabelledImage, generalisation_images
from clusternet_qgis.core.networks import light

FIRST = ROOT / "build" / "base_first.npz"
FOLDS = {
    "a": ("river", "zanzibar", "crowns", "landsat", "kampala"),
    "b": ("banepa", "coast", "slovenia", "austin"),
    "c": ("dunes", "deadwood", "dubai"),
    "d": ("finland", "naip"),
}
NEVER_TAUGHT = ("kampala",)
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
        without = [name for name in FOLDS[fold] if name not in NEVER_TAUGHT]
        options = ["--steps", str(steps), "--output", str(path), "--without", *without]
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


def lines(sets: Sequence[str], methods: Sequence[str], seeds: Sequence[int], steps: int) -> Iterator[dict[str, Any]]:
    """A line for each set: mean and deviation of the mean IoU over seeds."""
    images = generalisation_images()
    for fold, names in FOLDS.items():
        for name in names:
            if name not in sets:
                continue
            line: dict[str, Any] = {"left out": name, "imagery seen by the first edition": name in SEEN_BY_THE_FIRST}
            for method in methods:
                scores = scores_of(method, images[name], fold, steps, seeds)
                line[method] = f"{np.mean(scores):.3f} ± {np.std(scores):.3f}"
            yield line


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    every = [name for names in FOLDS.values() for name in names]
    parser.add_argument("--sets", nargs="+", choices=every, default=every, metavar="NAME")
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), default=list(METHODS), metavar="NAME")
    parser.add_argument("--seeds", type=int, default=3, help="how many")
    parser.add_argument("--steps", type=int, default=2000, help="of the lessons of each fold")
    arguments = parser.parse_args()
    if not DATA.is_dir():
        print("skipped: the labelled images are not beside the checkout")
        return
    for line in lines(arguments.sets, arguments.methods, range(arguments.seeds), arguments.steps):
        print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
