"""How right is a map: confusion matrix and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]

# What a map says where it says nothing.
NOTHING = "no data"


@dataclass(frozen=True)
class Scores:
    """Scores of a confusion matrix.

    Attributes:
        classes: Names.
        confusion: Pixels [mapped as, truly], (classes, classes).
        iou: Intersection over union of each class, NaN for a class that appears on neither side.
        dice: Twice the intersection over the sum of both.
        precision: Share of what is mapped as the class that is.
        recall: Share of the class that is mapped as it.
        accuracy: Share of right pixels.
    """

    classes: tuple[str, ...]
    confusion: IntArray
    iou: NDArray[np.float64]
    dice: NDArray[np.float64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    accuracy: float

    @property
    def mean_iou(self) -> float:
        """Mean over the classes that the reference has."""
        return self._mean(self.iou)

    @property
    def mean_dice(self) -> float:
        """Mean over the classes that the reference has."""
        return self._mean(self.dice)

    def _mean(self, values: NDArray[np.float64]) -> float:
        present = self.confusion.sum(0) > 0
        return float(values[present].mean()) if present.any() else 0.0


def score(confusion: IntArray, classes: tuple[str, ...]) -> Scores:
    """Scores of pixel counts [mapped as, truly]."""
    hits = np.diag(confusion).astype(np.float64)
    mapped, true = confusion.sum(1).astype(np.float64), confusion.sum(0).astype(np.float64)
    with np.errstate(invalid="ignore"):
        return Scores(
            classes=classes,
            confusion=confusion,
            iou=hits / (mapped + true - hits),
            dice=2 * hits / (mapped + true),
            precision=hits / mapped,
            recall=hits / true,
            accuracy=float(hits.sum() / max(confusion.sum(), 1)),
        )


def tabulate(first: IntArray, second: IntArray, rows: int, cols: int) -> IntArray:
    """Counts of pairs (rows, cols) where both are at least 0."""
    known = (first >= 0) & (second >= 0)
    return np.bincount(first[known] * cols + second[known], minlength=rows * cols).reshape(rows, cols).astype(np.int64)


def classes_of_clusters(counts: IntArray, min_purity: float) -> IntArray:
    """Class of each cluster: its most frequent one, if at least `min_purity` of its labelled pixels have it.

    Args:
        counts: Labelled pixels (clusters, classes).
        min_purity: The paper's threshold, 0 to 1.

    Returns:
        (clusters,): index of the class, -1 for a cluster that is too mixed or has no labels.
    """
    totals = counts.sum(1)
    best = counts.argmax(1)
    pure = counts.max(1) >= min_purity * totals
    return np.where((totals > 0) & pure, best, -1).astype(np.int64)


def score_clusters(ids: IntArray, reference: IntArray, clusters: int, classes: tuple[str, ...]) -> Scores:
    """Scores of clusters mapped to classes by majority on every second pixel, on the others."""
    fit = tabulate(ids[::2], reference[::2], clusters, len(classes))
    test = tabulate(ids[1::2], reference[1::2], clusters, len(classes))
    mapping = classes_of_clusters(fit, 0.0)
    mapping[mapping < 0] = int(fit.sum(0).argmax())
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, mapping, test)
    return score(confusion, classes)
