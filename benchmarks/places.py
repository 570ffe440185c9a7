"""Where the next stroke does most: at *paint here next*, on the largest error, or anywhere.

    python -m benchmarks.places [--images NAME ...] [--seeds 2]

A simulated user maps a class against all others with strokes of the true class. The first is on the largest piece of
the class; the next ones are where the plugin says, on the largest error, which no user can see, or at a random place.
Counted are the strokes to 95 % of the IoU that twenty strokes on the largest error reach, and twenty-one where that is
never reached. Curves are stored in build/strokes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.baselines.stroke_methods import ClusterNet
from benchmarks.code_version import code_version
from benchmarks.images import development_images
from benchmarks.simulated_user import BoolArray, NextStroke, Stroke, Task, curve, largest_error, stroke_at
from benchmarks.strokes import CLASSES, METHODS, MOSAICS, OURS, Canvas, print_line, stored
from clusternet_qgis.core.interactive.next_place import next_place

STROKES = 20
SHARE = 0.95
LARGEST, NEXT, RANDOM = "largest error", "paint here next", "random place"
# The ring has a fortieth of the width of a map of 1600 pixels as its diameter.
_VIEW_PER_RADIUS = 80
_MOST_TRIES = 50
_SOURCES = (
    "benchmarks/places.py",
    "benchmarks/simulated_user.py",
    "benchmarks/baselines/stroke_methods.py",
    "clusternet_qgis/core/networks",
    "clusternet_qgis/core/clustering",
    "clusternet_qgis/core/training",
    "clusternet_qgis/core/interactive/stroke_classifier.py",
    "clusternet_qgis/core/interactive/next_place.py",
)


class PaintHereNext:
    """The place that the plugin shows, of the whole image."""

    def __init__(self, classifier: ClusterNet) -> None:
        self._classifier = classifier
        self._shown: list[tuple[float, float]] = []

    def __call__(self, mapped: BoolArray, task: Task, painted: Sequence[Stroke]) -> Stroke | None:
        """A stroke at the next place whose class is known."""
        if not painted:
            return largest_error(mapped, task, painted)
        ends = [(stroke.rows[i] / task.step, stroke.cols[i] / task.step) for stroke in painted for i in (0, -1)]
        radius = max(mapped.shape) / _VIEW_PER_RADIUS
        for _ in range(_MOST_TRIES):
            place = next_place(self._classifier.uncertainty, [*ends, *self._shown], radius)
            if place is None:
                return None
            self._shown.append(place)
            if (stroke := stroke_at((int(place[0]), int(place[1])), task)) is not None:
                return stroke
        return None


class RandomPlace:
    """Any pixel whose class is known."""

    def __init__(self, seed: int) -> None:
        self._random = np.random.default_rng(seed)

    def __call__(self, mapped: BoolArray, task: Task, painted: Sequence[Stroke]) -> Stroke | None:
        """A stroke there."""
        if not painted:
            return largest_error(mapped, task, painted)
        rows, cols = np.nonzero(task.scored)
        index = int(self._random.integers(len(rows)))
        return stroke_at((int(rows[index]), int(cols[index])), task)


def scores(canvas: Canvas, class_name: str, value: int, place: str, seed: int = 0) -> list[float]:
    """IoU after each stroke, and the share of stroked pixels that the rule alone gives their class at the end."""

    def run() -> list[float]:
        classifier = canvas.classifier(METHODS[OURS])
        chooser: NextStroke = largest_error
        if place == NEXT:
            chooser = PaintHereNext(classifier)
        elif place == RANDOM:
            chooser = RandomPlace(seed)
        found, _ = curve(classifier, canvas.task(value), STROKES, chooser)
        return [*found, classifier.followed]

    name = f"{canvas.name} {class_name}, {place} {seed} {code_version(_SOURCES)}"
    return stored(name, run, STROKES + 1)


def strokes_to(curve_of_place: Sequence[float], target: float) -> int:
    """Strokes until an IoU is reached, one more than there are if it never is."""
    return next((count for count, score in enumerate(curve_of_place, start=1) if score >= target), STROKES + 1)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    images = development_images()
    parser.add_argument("--images", nargs="+", choices=list(CLASSES), default=list(CLASSES), metavar="NAME")
    parser.add_argument("--seeds", type=int, default=2, help="of random places")
    arguments = parser.parse_args()
    if not images:
        print("skipped: the development images are not beside the checkout")
        return
    found: dict[str, list[tuple[str, int, float, float]]] = {LARGEST: [], NEXT: [], RANDOM: []}
    for image in arguments.images:
        canvas = Canvas(images[image])
        for class_name, value in CLASSES[image].items():
            curves = {place: [scores(canvas, class_name, value, place)] for place in (LARGEST, NEXT)}
            curves[RANDOM] = [scores(canvas, class_name, value, RANDOM, seed) for seed in range(arguments.seeds)]
            target = SHARE * curves[LARGEST][0][STROKES - 1]
            line: dict[str, Any] = {"image": image, "class": class_name}
            for place, several in curves.items():
                rows = [(image, strokes_to(each[:STROKES], target), each[9], each[STROKES]) for each in several]
                found[place] += rows
                line[f"{place}: strokes"] = round(float(np.mean([row[1] for row in rows])), 1)
                line[f"{place}: iou after 10"] = round(float(np.mean([row[2] for row in rows])), 3)
            print_line(line)
    for place, rows in found.items():
        on_dubai = [row[2] for row in rows if row[0] in MOSAICS]
        print_line(
            {
                "next stroke": place,
                "strokes to 95 %": round(float(np.mean([row[1] for row in rows])), 2),
                "mean IoU after 10": round(float(np.mean([row[2] for row in rows])), 3),
                "of Dubai": round(float(np.mean(on_dubai)), 3) if on_dubai else "",
                "stroked pixels that the rule follows": round(float(np.mean([row[3] for row in rows])), 3),
            }
        )


if __name__ == "__main__":
    main()
