"""How well clusters line up with classes: our networks beside simpler features and other programs, 64 clusters each.

    python -m benchmarks.quality [--methods NAME ...] [--images NAME ...] [--seeds 3]

Images with labels come from beside the checkout, and the scorer too: each cluster takes the class of most of its pixels
on one third of the image and is scored on the other two. Results are kept in build/quality by method, image, seed and
version of the code, so that a run that is stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.images import LabelledImage, development_images

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "quality"
SCORES = ("accuracy", "mean_iou", "mean_dice")
# Of trainings from random weights, which go on learning for hours.
_MINUTES = 5.0

Runs = Iterator[dict[str, Any]]


class Method(NamedTuple):
    """A way to a cluster map.

    Attributes:
        run: Gives figures for each seed of an image.
        sources: Files and folders that decide the result.
        seeds: Whether it has anything random.
    """

    run: Callable[[LabelledImage, Sequence[int]], Runs]
    sources: tuple[str, ...] = ("benchmarks/rivals/features.py", "clusternet_qgis/core/clustering.py")
    seeds: bool = True


def _features(name: str) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.rivals import backbone, features

        made = {
            "pixels": features.Pixels,
            "scikit-image": features.MultiscaleBasic,
            "frozen trunk": backbone.FrozenTrunk,
            "untrained stack": backbone.UntrainedStack,
        }[name]()
        return _scored(image, features.run(image, made, seeds))

    of_trunk = ("benchmarks/rivals/trunk.py",) if name in ("frozen trunk", "untrained stack") else ()
    return Method(run, Method._field_defaults["sources"] + of_trunk)


def _probe(name: str) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.rivals import backbone, probe

        scores, training, prediction = probe.run(
            image, {"trunk": backbone.FrozenTrunk, "stack": backbone.UntrainedStack}[name]()
        )
        yield {**scores, "training_s": training, "prediction_s_per_mp": prediction / image.megapixels}

    return Method(run, (*Method._field_defaults["sources"], *_in("trunk", "probe")), seeds=False)


def _program(name: str, seeds: bool) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.rivals import programs

        try:
            yield from _scored(image, programs.run(image, name, seeds))
        except programs.NotPossible as reason:
            print(f"skipped {name} on {image.name}: {reason}", flush=True)

    return Method(run, _in("programs"), seeds)


def _network(**options: Any) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.rivals import networks

        return _scored(image, networks.run(image, seeds, **options))

    return Method(run, (*_in("networks"), "clusternet_qgis/core"))


def _in(*names: str) -> tuple[str, ...]:
    return tuple(f"benchmarks/rivals/{name}.py" for name in names)


METHODS = {
    "pixels": _features("pixels"),
    "GRASS i.cluster, i.maxlik": _program("grass", seeds=False),
    "SAGA k-means": _program("saga", seeds=True),
    "OTB SOMClassification": _program("otb", seeds=False),
    "scikit-image": _features("scikit-image"),
    "frozen trunk": _features("frozen trunk"),
    "untrained stack": _features("untrained stack"),
    "unet": _network(network="unet", max_minutes=_MINUTES),
    "unet_same": _network(network="unet_same", max_minutes=_MINUTES),
    "light, no training": _network(epochs=0),
    "light": _network(),
    "linear probe of frozen trunk": _probe("trunk"),
    "linear probe of untrained stack": _probe("stack"),
}


def _scored(image: LabelledImage, results: Any) -> Runs:
    for result in results:
        scores = image.score(result.clusters)
        prediction = None if result.prediction_seconds is None else result.prediction_seconds / image.megapixels
        yield {
            **{name: scores[name] for name in SCORES},
            "training_s": result.training_seconds,
            "prediction_s_per_mp": prediction,
        }


def figures(name: str, image: LabelledImage, seeds: Sequence[int]) -> list[dict[str, Any]]:
    """Of each seed, from what is kept or anew."""
    method = METHODS[name]
    seeds = seeds if method.seeds else seeds[:1]
    version = _version(method)
    paths = {seed: KEPT / f"{name} {image.name} {seed} {version}.json" for seed in seeds}
    missing = [seed for seed in seeds if not paths[seed].exists()]
    if missing:
        KEPT.mkdir(parents=True, exist_ok=True)
        for seed, found in zip(missing, method.run(image, missing)):
            paths[seed].write_text(json.dumps(found))
    return [json.loads(paths[seed].read_text()) for seed in seeds if paths[seed].exists()]


def _version(method: Method) -> str:
    """Of the code that decides a method's results."""
    digest = hashlib.sha256()
    for source in method.sources:
        path = ROOT / source
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:8]


def _line(name: str, image: str, found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    line: dict[str, Any] = {"method": name, "image": image, "seeds": len(found)}
    for score in SCORES:
        values = [run[score] for run in found]
        line |= {score: round(float(np.mean(values)), 3), f"{score}_sd": round(float(np.std(values)), 3)}
    for seconds in ("training_s", "prediction_s_per_mp"):
        values = [run[seconds] for run in found if run[seconds] is not None]
        line[seconds] = round(float(np.mean(values)), 2) if values else ""
    return line


def _overview(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mean IoU and its deviation, a line a method and a column an image."""
    images = list(dict.fromkeys(line["image"] for line in lines))
    rows = []
    for name in dict.fromkeys(line["method"] for line in lines):
        mine = {line["image"]: line for line in lines if line["method"] == name}
        cells = {i: f"{mine[i]['mean_iou']:.3f} ± {mine[i]['mean_iou_sd']:.3f}" if i in mine else "" for i in images}
        rows.append({"mean IoU": name, **cells})
    return rows


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    images = development_images()
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), default=list(METHODS), metavar="NAME")
    parser.add_argument("--images", nargs="+", choices=list(images), default=list(images), metavar="NAME")
    parser.add_argument("--seeds", type=int, default=3, help="how many")
    arguments = parser.parse_args()
    if not images:
        print("skipped: the development images are not beside the checkout")
        return
    lines = []
    for image in arguments.images:
        for name in arguments.methods:
            found = figures(name, images[image], range(arguments.seeds))
            if found:
                lines.append(_line(name, image, found))
                print(json.dumps(lines[-1]), flush=True)
    for row in _overview(lines):
        print(json.dumps(row, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
