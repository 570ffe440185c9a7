"""How well 64 clusters fit labelled classes: our networks compared with simpler features and other programs.

    python -m benchmarks.quality [--methods NAME ...] [--images NAME ...] [--seeds 3]

The labelled images lie beside the checkout, and so does the program that scores them: each cluster gets the most
frequent class of its pixels in one third of the image and is scored in the other two. Results are stored in
build/quality by method, image, seed and version of the code, so that an interrupted run can be continued.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from benchmarks.code_version import ROOT, code_version
from benchmarks.images import LabelledImage, development_images

STORED = ROOT / "build" / "quality"
SCORES = ("accuracy", "mean_iou", "mean_dice")
# For trainings from random weights, which would go on for hours.
_MINUTES = 5.0

Runs = Iterator[dict[str, Any]]


class Method(NamedTuple):
    """A method that makes cluster maps.

    Attributes:
        run: Yields scores and times for each seed of an image.
        sources: Files and folders of the repository on which the result depends.
        seeds: Whether the result is random.
    """

    run: Callable[[LabelledImage, Sequence[int]], Runs]
    sources: tuple[str, ...] = ("benchmarks/baselines/features.py", "clusternet_qgis/core/clustering/kmeans.py")
    seeds: bool = True


def _features(name: str) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.baselines import features, frozen_backbone

        made = {
            "pixels": features.Pixels,
            "scikit-image": features.MultiscaleBasic,
            "frozen backbone": frozen_backbone.FrozenBackbone,
            "untrained teacher": frozen_backbone.UntrainedTeacher,
        }[name]()
        return _scored(image, features.run(image, made, seeds))

    more = _in("frozen_backbone") if name in ("frozen backbone", "untrained teacher") else ()
    return Method(run, Method._field_defaults["sources"] + more)


def _probe(name: str) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.baselines import frozen_backbone, probe

        scores, training, prediction = probe.run(
            image, {"backbone": frozen_backbone.FrozenBackbone, "teacher": frozen_backbone.UntrainedTeacher}[name]()
        )
        yield {**scores, "training_s": training, "prediction_s_per_mp": prediction / image.megapixels}

    return Method(run, (*Method._field_defaults["sources"], *_in("frozen_backbone", "probe")), seeds=False)


def _program(name: str, seeds: bool) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.baselines import programs

        try:
            yield from _scored(image, programs.run(image, name, seeds))
        except programs.NotPossible as reason:
            print(f"skipped {name} on {image.name}: {reason}", flush=True)

    return Method(run, _in("programs"), seeds)


def _network(**options: Any) -> Method:
    def run(image: LabelledImage, seeds: Sequence[int]) -> Runs:
        from benchmarks.baselines import networks

        return _scored(image, networks.run(image, seeds, **options))

    return Method(run, (*_in("networks"), "clusternet_qgis/core"))


def _in(*names: str) -> tuple[str, ...]:
    return tuple(f"benchmarks/baselines/{name}.py" for name in names)


METHODS = {
    "pixels": _features("pixels"),
    "GRASS i.cluster, i.maxlik": _program("grass", seeds=False),
    "SAGA k-means": _program("saga", seeds=True),
    "OTB SOMClassification": _program("otb", seeds=False),
    "scikit-image": _features("scikit-image"),
    "frozen backbone": _features("frozen backbone"),
    "untrained teacher": _features("untrained teacher"),
    "unet": _network(network="unet", max_minutes=_MINUTES),
    "unet_same": _network(network="unet_same", max_minutes=_MINUTES),
    "light, no training": _network(epochs=0),
    "light": _network(),
    "linear probe of frozen backbone": _probe("backbone"),
    "linear probe of untrained teacher": _probe("teacher"),
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


def results_of(name: str, image: LabelledImage, seeds: Sequence[int]) -> list[dict[str, Any]]:
    """Scores and times of a method for each seed, read from the stored results or computed."""
    method = METHODS[name]
    seeds = seeds if method.seeds else seeds[:1]
    version = code_version(method.sources)
    paths = {seed: STORED / f"{name} {image.name} {seed} {version}.json" for seed in seeds}
    missing = [seed for seed in seeds if not paths[seed].exists()]
    if missing:
        STORED.mkdir(parents=True, exist_ok=True)
        for seed, values in zip(missing, method.run(image, missing)):
            paths[seed].write_text(json.dumps(values))
    return [json.loads(paths[seed].read_text()) for seed in seeds if paths[seed].exists()]


def _line(name: str, image: str, results: Sequence[dict[str, Any]]) -> dict[str, Any]:
    line: dict[str, Any] = {"method": name, "image": image, "seeds": len(results)}
    for score in SCORES:
        values = [run[score] for run in results]
        line |= {score: round(float(np.mean(values)), 3), f"{score}_sd": round(float(np.std(values)), 3)}
    for seconds in ("training_s", "prediction_s_per_mp"):
        values = [run[seconds] for run in results if run[seconds] is not None]
        line[seconds] = round(float(np.mean(values)), 2) if values else ""
    return line


def _overview(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mean IoU and its standard deviation, with a row for each method and a column for each image."""
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
            results = results_of(name, images[image], range(arguments.seeds))
            if results:
                lines.append(_line(name, image, results))
                print(json.dumps(lines[-1]), flush=True)
    for row in _overview(lines):
        print(json.dumps(row, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
