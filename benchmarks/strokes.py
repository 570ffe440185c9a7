"""How few strokes a class takes: this tool beside other ways from the same user's strokes to a map.

    python -m benchmarks.strokes [--images NAME ...] [--methods NAME ...] [--strokes 20]

A simulated user strokes the largest error again and again, each class against all others. The user looks at every
fourth pixel, of images above 4 megapixels at every eighth. Curves are kept in build/strokes by image, class, method
and version of the code. Another table takes the rule of ten strokes in the middle ninth of a Dubai mosaic to the eight
parts around it. Beside it stands what a rule of thousands of labelled pixels of the middle ninth keeps there: as much
as the parts have in common.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.images import LabelledImage, development_images
from benchmarks.simulated_user import BoolArray, Stroke, Task, curve, intersection_over_union

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "strokes"
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
    "benchmarks/rivals/painters.py",
    "benchmarks/rivals/features.py",
)
# What decides the features of our networks, and the rule.
_CORE = ("networks", "feature_space.py", "clustering.py", "training.py", "refinement.py")


class Method(NamedTuple):
    """A painter and the features that it sees."""

    painter: str
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
RIVAL, OURS = "random forest, multi-scale filters", "this tool, untrained"
# TrainingRun takes minutes for each image: only on request.
USUAL = tuple(name for name in METHODS if not name.endswith(", trained"))


class Canvas:
    """An image on which the user paints, and its features, made when they are first wanted."""

    def __init__(self, image: LabelledImage) -> None:
        self.name, self._image = image.name, image
        self.step = 8 if image.megapixels > _LARGE_MEGAPIXELS else 4
        self._features: dict[str, Any] = {}

    @cached_property
    def labels(self) -> Any:
        """(rows, cols)."""
        return self._image.labels()[0]

    def task(self, value: int, part: BoolArray | None = None) -> Task:
        """To find the pixels of one label, in a part of the image."""
        known = self.labels != self._image.ignore
        return Task(self.labels == value, known if part is None else known & part, self.step)

    def painter(self, method: Method) -> Callable[[Sequence[Stroke]], BoolArray]:
        """A new one."""
        from benchmarks.rivals import painters

        if method.features not in self._features:
            self._features[method.features] = self._made(method.features)
        return getattr(painters, method.painter)(self._features[method.features])

    def _made(self, name: str) -> Any:
        from benchmarks.rivals import features, painters
        from clusternet_qgis.core.options import TrainOptions
        from clusternet_qgis.core.training.inputs import TrainInputs
        from clusternet_qgis.core.training.train import train

        if name == "pixels":
            return painters.FilterMap(features.Pixels(), self._image.arrays[0], self.step)
        if name == "filters":
            return painters.FilterMap(features.MultiscaleBasic(), self._image.arrays[0], self.step)
        path = str(self._image.paths[0])
        options = TrainOptions(epochs=0) if name == "untrained" else TrainOptions()
        KEPT.mkdir(parents=True, exist_ok=True)
        model = train(TrainInputs((path,)), options, str(KEPT / f"{self.name} {name}.cnet"))
        return painters.NetworkMap(model, path, self.step)


def kept(name: str, make: Callable[[], list[float]], at_least: int = 0) -> list[float]:
    """The numbers in a file of that name, made if there are none or too few."""
    path = KEPT / f"{name}.json"
    if not path.exists() or len(json.loads(path.read_text())) < at_least:
        found = make()
        KEPT.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(found))
    return list(json.loads(path.read_text()))


def _version(method: Method) -> str:
    """Of the code that decides a method's results."""
    core = ROOT / "clusternet_qgis" / "core"
    ours = [core / name for name in _CORE] if method.features in ("untrained", "trained") else []
    digest = hashlib.sha256()
    for source in (*(ROOT / name for name in _SOURCES), *ours):
        for file in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:8]


def curves(canvas: Canvas, name: str, strokes: int) -> dict[str, list[float]]:
    """IoU after each stroke, by class."""
    found = {}
    for class_name, value in CLASSES[canvas.name].items():

        def run(value: int = value) -> list[float]:
            return curve(canvas.painter(METHODS[name]), canvas.task(value), strokes)[0]

        label = f"{canvas.name} {class_name}, {name} {_version(METHODS[name])}"
        found[class_name] = kept(label, run, strokes)[:strokes]
    return found


class Transfer(NamedTuple):
    """IoU in the middle part, and with the same rule in all parts around it.

    Attributes:
        inside: By ten strokes in the middle part.
        around: By the same.
        labelled_inside: By thousands of labelled pixels of the middle part.
        labelled_around: By the same.
    """

    inside: float
    around: float
    labelled_inside: float
    labelled_around: float


def labelled_pixels(task: Task) -> list[Stroke]:
    """Pixels of a task, drawn at random, as strokes of the class and of what it is not."""
    random, found = np.random.default_rng(0), []
    for positive in (True, False):
        rows, cols = np.nonzero(task.known & (task.truth == positive))
        drawn = random.choice(len(rows), min(_LABELLED, len(rows)), replace=False)
        found.append(Stroke(rows[drawn], cols[drawn], positive))
    return found


def transfer(canvas: Canvas, name: str) -> dict[str, Transfer]:
    """By class."""
    rows, cols = (np.arange(size) * _PARTS // size == _PARTS // 2 for size in canvas.labels.shape)
    middle = rows[:, None] & cols
    found = {}
    for class_name, value in CLASSES[canvas.name].items():

        def run(value: int = value) -> list[float]:
            inside, around = canvas.task(value, middle), canvas.task(value, ~middle)
            if not inside.seen.any() or not around.seen.any():
                return []
            painter = canvas.painter(METHODS[name])
            _, strokes = curve(painter, inside, _TARGET_STROKES)
            maps = painter(strokes), painter(labelled_pixels(inside))
            return [intersection_over_union(painted, task) for painted in maps for task in (inside, around)]

        scores = kept(f"{canvas.name} {class_name} to parts around, {name} {_version(METHODS[name])}", run)
        if scores:
            found[class_name] = Transfer(*scores)
    return found


def _report(results: dict[tuple[str, str], dict[str, list[float]]], strokes: int) -> None:
    """A line a method and image, and a line a method over the Dubai mosaics."""
    after = [count for count in SHOWN if count <= strokes]
    for (image, name), found in results.items():
        classes = {c: round(scores[min(_TARGET_STROKES, strokes) - 1], 3) for c, scores in found.items()}
        _print({"image": image, "method": name, **classes, "mean": round(float(np.mean([*classes.values()])), 3)})
    for name in dict.fromkeys(name for _, name in results):
        all_curves = _mosaic_curves(results, name)
        if len(all_curves):
            means = all_curves.mean(0)
            images = sum((image, name) in results for image in MOSAICS)
            cells = {f"after {count}": round(float(means[count - 1]), 3) for count in after}
            _print({"mean IoU on Dubai": name, "mosaics": images, **cells})
    ours, rival = (_mosaic_curves(results, name) for name in (OURS, RIVAL))
    if len(ours) == len(rival) and len(ours) and strokes >= _TARGET_STROKES:
        gain = float(ours[:, _TARGET_STROKES - 1].mean() - rival[:, _TARGET_STROKES - 1].mean())
        _print({"gain after 10 strokes over": RIVAL, "gain": round(gain, 3), "target": 0.1})


def _mosaic_curves(results: dict[tuple[str, str], dict[str, list[float]]], name: str) -> Any:
    found = [results[image, name] for image in MOSAICS if (image, name) in results]
    return np.array([scores for classes in found for scores in classes.values()])


def _print(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    images = development_images()
    parser.add_argument("--images", nargs="+", choices=list(CLASSES), default=list(CLASSES), metavar="NAME")
    parser.add_argument("--methods", nargs="+", choices=list(METHODS), default=list(USUAL), metavar="NAME")
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
    for image, found in moved.items():
        for class_name, scores in found.items():
            shares = {f"iou_{part}": round(score, 3) for part, score in scores._asdict().items()}
            _print({"taken to other parts": image, "class": class_name, **shares})
    every = [scores for found in moved.values() for scores in found.values()]
    if every:
        means = Transfer(*np.mean(every, 0))
        ours, most = means.around / means.inside, means.labelled_around / means.labelled_inside
        _print({"share of IoU kept in other parts": round(ours, 3), "by labels": round(most, 3), "target": 0.9})
    if set(MOSAICS) <= set(arguments.images):
        _plot(results, arguments.plot)


def _plot(results: dict[tuple[str, str], dict[str, list[float]]], path: Path) -> None:
    from matplotlib.figure import Figure

    figure = Figure((7, 4.2), layout="constrained")
    axes = figure.subplots()
    for name in dict.fromkeys(name for _, name in results):
        found = _mosaic_curves(results, name)
        if len(found):
            axes.plot(np.arange(1, found.shape[1] + 1), found.mean(0), label=name, marker=".")
    axes.set(xlabel="strokes", ylabel="mean IoU of four classes on Dubai mosaics")
    axes.grid(alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
