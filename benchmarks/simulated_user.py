"""A simulated user who paints strokes where a class is mapped wrongly or elsewhere, and the IoU after each stroke."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]

STROKE_LENGTH = 40
STROKE_WIDTH = 3
_DIRECTIONS = 8


class Stroke(NamedTuple):
    """Pixels of the raster (pixels,) that are painted as the class, or as another class."""

    rows: IntArray
    cols: IntArray
    positive: bool


class Task(NamedTuple):
    """A class to map.

    Attributes:
        truth: Whether each pixel of the raster is of the class (rows, cols).
        labelled: Whether each pixel has a label and so is scored (rows, cols).
        step: The user sees only every step-th row and column; the map is scored there.
    """

    truth: BoolArray
    labelled: BoolArray
    step: int

    @property
    def seen(self) -> BoolArray:
        """Whether the pixels that the user sees are of the class."""
        return self.truth[:: self.step, :: self.step] & self.scored

    @property
    def scored(self) -> BoolArray:
        """Whether the pixels that the user sees are scored."""
        return self.labelled[:: self.step, :: self.step]


# The next stroke from the map (rows, cols) of the pixels that the user sees, the task and the strokes before; None for
# no more.
NextStroke = Callable[[BoolArray, Task, Sequence[Stroke]], Optional[Stroke]]


def largest_error(mapped: BoolArray, task: Task, painted: Sequence[Stroke]) -> Stroke | None:
    """A stroke on the largest error, which only who has the truth can see."""
    wrong = (mapped != task.seen) & task.scored
    return next_stroke(wrong, task) if wrong.any() else None


def curve(
    paint: Callable[[Sequence[Stroke]], BoolArray], task: Task, strokes: int, choose: NextStroke = largest_error
) -> tuple[list[float], list[Stroke]]:
    """IoU after each stroke, and the strokes.

    Args:
        paint: Computes the map from all strokes so far, at the pixels that the user sees (rows, cols).
        task: The class to map.
        strokes: Number of strokes.
        choose: Where they are.
    """
    mapped = np.zeros(task.seen.shape, bool)
    painted: list[Stroke] = []
    scores: list[float] = []
    for _ in range(strokes):
        stroke = choose(mapped, task, painted)
        if stroke is not None:
            painted.append(stroke)
            mapped = paint(painted)
        scores.append(intersection_over_union(mapped, task))
    return scores, painted


def intersection_over_union(mapped: BoolArray, task: Task) -> float:
    """IoU of a map of the pixels that the user sees."""
    mapped = mapped & task.scored
    return float((mapped & task.seen).sum() / max((mapped | task.seen).sum(), 1))


def next_stroke(wrong: BoolArray, task: Task) -> Stroke:
    """A stroke through the innermost point of the largest error, in the direction with most of it inside the error.

    Pixels outside the error are not painted.
    """
    labels, _ = ndimage.label(wrong)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    error = labels == sizes.argmax()
    depth = ndimage.distance_transform_edt(np.pad(error, 1))[1:-1, 1:-1]
    row, col = np.unravel_index(depth.argmax(), depth.shape)
    return _stroke_through((int(row), int(col)), error, task)


def stroke_at(place: tuple[int, int], task: Task) -> Stroke | None:
    """A stroke of the true class through a pixel that the user sees; None if nobody knows its class."""
    if not task.scored[place]:
        return None
    return _stroke_through(place, (task.seen == task.seen[place]) & task.scored, task)


def _stroke_through(place: tuple[int, int], error: BoolArray, task: Task) -> Stroke:
    middle = place[0] * task.step, place[1] * task.step
    positive = bool(task.truth[middle])
    lines = [_line(middle, turn) for turn in range(_DIRECTIONS)]
    inside = [_inside(rows, cols, error, task, positive) for rows, cols in lines]
    best = int(np.argmax([on.mean() for on in inside]))
    rows, cols = (at[inside[best]] for at in lines[best])
    return Stroke(rows, cols, positive)


def _line(middle: tuple[int, int], turn: int) -> tuple[IntArray, IntArray]:
    """Pixels whose centres lie inside a stroke in one of the directions."""
    angle = np.pi * turn / _DIRECTIONS
    down, right = np.mgrid[-STROKE_LENGTH : STROKE_LENGTH + 1, -STROKE_LENGTH : STROKE_LENGTH + 1]
    # Rounded, so that rounding errors of the cosine do not add pixels in some directions.
    along = np.round(down * np.sin(angle) + right * np.cos(angle), 6)
    across = np.round(down * np.cos(angle) - right * np.sin(angle), 6)
    on = (along >= -STROKE_LENGTH / 2) & (along < STROKE_LENGTH / 2) & (np.abs(across) < STROKE_WIDTH / 2)
    return down[on] + middle[0], right[on] + middle[1]


def _inside(rows: IntArray, cols: IntArray, error: BoolArray, task: Task, positive: bool) -> BoolArray:
    """Which pixels (pixels,) lie inside the error and are of the class of the stroke."""
    high, wide = task.truth.shape
    on = (rows >= 0) & (cols >= 0) & (rows < high) & (cols < wide)
    rows, cols = rows.clip(0, high - 1), cols.clip(0, wide - 1)
    cells = tuple(
        np.minimum((at + task.step // 2) // task.step, size - 1) for at, size in zip((rows, cols), error.shape)
    )
    return np.asarray(on & error[cells] & (task.truth[rows, cols] == positive) & task.labelled[rows, cols])
