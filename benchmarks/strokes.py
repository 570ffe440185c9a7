"""How few strokes are needed to map a class: this tool compared with other methods, with the same simulated user.

    python -m benchmarks.strokes [--images NAME ...] [--methods NAME ...] [--strokes 20]

A simulated user repeatedly paints a stroke on the largest error, for each class against all others. The user sees every
fourth pixel, and every eighth of images above 4 megapixels. Curves are stored in build/strokes by image, class, method
and version of the code. Another table applies the classifier of ten strokes in the middle ninth of a Dubai mosaic to
the eight parts around it. It is compared with a classifier from thousands of labelled pixels of the middle ninth, which
shows how much the parts have in common.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.code_version import ROOT, code_version
from benchmarks.images import LabelledImage, development_images
from benchmarks.simulated_user import BoolArray, Stroke, Task, curve, intersection_over_union

STORED = ROOT / "build" / "strokes"
PLOT = ROOT / "benchmarks" / "strokes.png"
MOSAICS = ("tile2", "tile4", "tile8")
CLASSES = {
    **{name: {"building": 1, "road": 3, "vegetation": 4, "water": 5} for name in MOSAICS},
    "kampala": {"building": 1},
}
SHOWN = (1, 3, 5, 10, 20)
_TARGET_STROKES = 10
_LARGE_MEGAPIXELS = 4.0
_PARTS = 3
_LABELLED = 4000
_SOURCES = (
    "benchmarks/simulated_user.py",
    "benchmarks/baselines/stroke_methods.py",
    "benchmarks/baselines/features.py",
)
# The code on which the features of our networks and the classifier depend.
_CORE_SOURCES = (
    "clusternet_qgis/core/networks",
    "clusternet_qgis/core/clustering",
    "clusternet_qgis/core/training",
    "clusternet_qgis/core/interactive/stroke_classifier.py",
)


class Method(NamedTuple):
    """A class of `stroke_methods`, and the features that it uses."""

    classifier: str
    features: str


METHODS = {
    "random forest, pixel values": Method("RandomForest", "pixels"),
    "random forest, multi-scale filters": Method("RandomForest", "filters"),
    "votes and splits, untrained": Method("VotesAndSplits", "untrained"),
    "logistic regression, untrained": Method("Regression", "untrained"),
    "random forest, untrained": Method("RandomForest", "untrained"),
    "this tool, untrained": Method("ClusterNet", "untrained"),
    "votes and splits, trained": Method("VotesAndSplits", "trained"),
    "logistic regression, trained": Method("Regression", "trained"),
    "this tool, trained": Method("ClusterNet", "trained"),
}
BASELINE, OURS = "random forest, multi-scale filters", "this tool, untrained"
# Training takes minutes for each image, so these methods run only on request.
DEFAULT_METHODS = tuple(name for name in METHODS if not name.endswith(", trained"))


class Canvas:
    """An image on which the user paints, and its features, which are computed when they are first needed."""

    def __init__(self, image: LabelledImage) -> None:
        self.name, self._image = image.name, image
        self.step = 8 if image.megapixels > _LARGE_MEGAPIXELS else 4
        self._features: dict[str, Any] = {}

    @cached_property
    def labels(self) -> Any:
        """(rows, cols)."""
        return self._image.labels()[0]

    def task(self, value: int, part: BoolArray | None = None) -> Task:
        """The task to map one label in a part of the image."""
        scored = self.labels != self._image.ignore
        return Task(self.labels == value, scored if part is None else scored & part, self.step)

    def classifier(self, method: Method) -> Callable[[Sequence[Stroke]], BoolArray]:
        """A new classifier, which maps the image from strokes."""
        from benchmarks.baselines import stroke_methods

        if method.features not in self._features:
            self._features[method.features] = self._compute(method.features)
        return getattr(stroke_methods, method.classifier)(self._features[method.features])

    def _compute(self, name: str) -> Any:
        from benchmarks.baselines import features, stroke_methods
        from clusternet_qgis.core.options import TrainOptions
        from clusternet_qgis.core.training.inputs import TrainInputs
        from clusternet_qgis.core.training.train import train

        if name == "pixels":
            return stroke_methods.FilterMap(features.Pixels(), self._image.arrays[0], self.step)
        if name == "filters":
            return stroke_methods.FilterMap(features.MultiscaleBasic(), self._image.arrays[0], self.step)
        path = str(self._image.paths[0])
        options = TrainOptions(epochs=0) if name == "untrained" else TrainOptions()
        STORED.mkdir(parents=True, exist_ok=True)
        model = train(TrainInputs((path,)), options, str(STORED / f"{self.name} {name}.cnet"))
        return stroke_methods.NetworkMap(model, path, self.step)


def stored(name: str, compute: Callable[[], list[float]], at_least: int = 0) -> list[float]:
    """The numbers in a file of that name; they are computed if there are none or too few."""
    path = STORED / f"{name}.json"
    if not path.exists() or len(json.loads(path.read_text())) < at_least:
        numbers = compute()
        STORED.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(numbers))
    return list(json.loads(path.read_text()))


def _version(method: Method) -> str:
    uses_core = method.features in ("untrained", "trained")
    return code_version((*_SOURCES, *(_CORE_SOURCES if uses_core else ())))


def curves(canvas: Canvas, name: str, strokes: int) -> dict[str, list[float]]:
    """IoU after each stroke, by class."""
    result = {}
    for class_name, value in CLASSES[canvas.name].items():

        def run(value: int = value) -> list[float]:
            return curve(canvas.classifier(METHODS[name]), canvas.task(value), strokes)[0]

        label = f"{canvas.name} {class_name}, {name} {_version(METHODS[name])}"
        result[class_name] = stored(label, run, strokes)[:strokes]
    return result


class Transfer(NamedTuple):
    """IoU in the middle part of an image, and with the same classifier in the parts around it.

    Attributes:
        inside: In the middle part, from ten strokes in it.
        around: In the parts around it, from the same strokes.
        labelled_inside: In the middle part, from thousands of labelled pixels in it.
        labelled_around: In the parts around it, from the same labelled pixels.
    """

    inside: float
    around: float
    labelled_inside: float
    labelled_around: float


def labelled_pixels(task: Task) -> list[Stroke]:
    """Random pixels of a task, as one stroke of the class and one of all other classes."""
    random, strokes = np.random.default_rng(0), []
    for positive in (True, False):
        rows, cols = np.nonzero(task.labelled & (task.truth == positive))
        drawn = random.choice(len(rows), min(_LABELLED, len(rows)), replace=False)
        strokes.append(Stroke(rows[drawn], cols[drawn], positive))
    return strokes


def transfer(canvas: Canvas, name: str) -> dict[str, Transfer]:
    """Scores of a method by class."""
    rows, cols = (np.arange(size) * _PARTS // size == _PARTS // 2 for size in canvas.labels.shape)
    middle = rows[:, None] & cols
    result = {}
    for class_name, value in CLASSES[canvas.name].items():

        def run(value: int = value) -> list[float]:
            inside, around = canvas.task(value, middle), canvas.task(value, ~middle)
            if not inside.seen.any() or not around.seen.any():
                return []
            classify = canvas.classifier(METHODS[name])
            _, strokes = curve(classify, inside, _TARGET_STROKES)
            maps = classify(strokes), classify(labelled_pixels(inside))
            return [intersection_over_union(painted, task) for painted in maps for task in (inside, around)]

        scores = stored(f"{canvas.name} {class_name} to parts around, {name} {_version(METHODS[name])}", run)
        if scores:
            result[class_name] = Transfer(*scores)
    return result


def _report(results: dict[tuple[str, str], dict[str, list[float]]], strokes: int) -> None:
    """Prints a line for each method and image, and a line for each method over the Dubai mosaics."""
    after = [count for count in SHOWN if count <= strokes]
    for (image, name), by_class in results.items():
        classes = {c: round(scores[min(_TARGET_STROKES, strokes) - 1], 3) for c, scores in by_class.items()}
        print_line({"image": image, "method": name, **classes, "mean": round(float(np.mean([*classes.values()])), 3)})
    for name in dict.fromkeys(name for _, name in results):
        all_curves = _mosaic_curves(results, name)
        if len(all_curves):
            means = all_curves.mean(0)
            images = sum((image, name) in results for image in MOSAICS)
            cells = {f"after {count}": round(float(means[count - 1]), 3) for count in after}
            print_line({"mean IoU on Dubai": name, "mosaics": images, **cells})
    ours, baseline = (_mosaic_curves(results, name) for name in (OURS, BASELINE))
    if len(ours) == len(baseline) and len(ours) and strokes >= _TARGET_STROKES:
        gain = float(ours[:, _TARGET_STROKES - 1].mean() - baseline[:, _TARGET_STROKES - 1].mean())
        print_line({"gain after 10 strokes over": BASELINE, "gain": round(gain, 3), "target": 0.1})


def _mosaic_curves(results: dict[tuple[str, str], dict[str, list[float]]], name: str) -> Any:
    mosaics = [results[image, name] for image in MOSAICS if (image, name) in results]
    return np.array([scores for by_class in mosaics for scores in by_class.values()])


def print_line(line: dict[str, Any]) -> None:
    """Prints a line of results, which `benchmarks.__main__` puts into a table."""
    print(json.dumps(line), flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    images = development_images()
    parser.add_argument("--images", nargs="+", choices=list(CLASSES), default=list(CLASSES), metavar="NAME")
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), default=list(DEFAULT_METHODS), metavar="NAME")
    parser.add_argument("--strokes", type=int, default=20, help="of each curve")
    parser.add_argument("--plot", type=Path, default=PLOT, help="where to draw the mean curves of the mosaics")
    arguments = parser.parse_args()
    if not images:
        print("skipped: the development images are not beside the checkout")
        return
    results, moved = {}, {}
    for image in arguments.images:
        canvas = Canvas(images[image])
        for name in arguments.methods:
            start = time.perf_counter()
            results[image, name] = curves(canvas, name, arguments.strokes)
            print(f"{image}, {name}: {time.perf_counter() - start:.0f} s", flush=True)
        if image in MOSAICS and OURS in arguments.methods:
            moved[image] = transfer(canvas, OURS)
    _report(results, arguments.strokes)
    for image, by_class in moved.items():
        for class_name, scores in by_class.items():
            shares = {f"iou_{part}": round(score, 3) for part, score in scores._asdict().items()}
            print_line({"taken to other parts": image, "class": class_name, **shares})
    every = [scores for by_class in moved.values() for scores in by_class.values()]
    if every:
        means = Transfer(*np.mean(every, 0))
        ours, most = means.around / means.inside, means.labelled_around / means.labelled_inside
        print_line({"share of IoU kept in other parts": round(ours, 3), "by labels": round(most, 3), "target": 0.9})
    if set(MOSAICS) <= set(arguments.images):
        _plot(results, arguments.plot)


def _plot(results: dict[tuple[str, str], dict[str, list[float]]], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure((7, 4.2), layout="constrained")
    axes = figure.subplots()
    for name in dict.fromkeys(name for _, name in results):
        curves_of_method = _mosaic_curves(results, name)
        if len(curves_of_method):
            axes.plot(np.arange(1, curves_of_method.shape[1] + 1), curves_of_method.mean(0), label=name, marker=".")
    axes.set(xlabel="strokes", ylabel="mean IoU of four classes on Dubai mosaics")
    axes.grid(alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
