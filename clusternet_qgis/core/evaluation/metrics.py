"""Scores of a confusion matrix, and of clusters against reference classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, IntArray

# Name of the class of pixels for which a map has no class.
NO_DATA_CLASS = "no data"


@dataclass(frozen=True)
class Scores:
    """Scores of a confusion matrix.

    Attributes:
        classes: Names of the classes.
        confusion: (classes, classes) numbers of pixels [class on the map, class in the reference].
        iou: (classes,) intersection over union; NaN for a class that neither the map nor the reference has.
        dice: (classes,) twice the intersection over the sum of the areas.
        precision: (classes,) share of the pixels mapped as the class that are of the class.
        recall: (classes,) share of the pixels of the class that are mapped as the class.
        accuracy: Share of correct pixels.
    """

    classes: tuple[str, ...]
    confusion: IntArray
    iou: DoubleArray
    dice: DoubleArray
    precision: DoubleArray
    recall: DoubleArray
    accuracy: float

    @property
    def mean_iou(self) -> float:
        """Mean IoU of the classes in the reference."""
        return self._mean(self.iou)

    @property
    def mean_dice(self) -> float:
        """Mean Dice coefficient of the classes in the reference."""
        return self._mean(self.dice)

    def _mean(self, values: DoubleArray) -> float:
        present = self.confusion.sum(0) > 0
        return float(values[present].mean()) if present.any() else 0.0


def score(confusion: IntArray, classes: tuple[str, ...]) -> Scores:
    """Scores of a confusion matrix (classes, classes): pixels [class on the map, class in the reference]."""
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
    """Contingency table (rows, cols) of two arrays of labels; pairs with a negative label are left out."""
    labelled = (first >= 0) & (second >= 0)
    return (
        np.bincount(first[labelled] * cols + second[labelled], minlength=rows * cols)
        .reshape(rows, cols)
        .astype(np.int64)
    )


def classes_of_clusters(counts: IntArray, min_purity: float) -> IntArray:
    """The most frequent class of each cluster, if at least `min_purity` of its labelled pixels are of that class.

    Args:
        counts: Numbers of labelled pixels (clusters, classes).
        min_purity: The threshold of the ClusterNet paper, 0 to 1.

    Returns:
        (clusters,): index of the class; -1 for a cluster below the threshold or without labels.
    """
    totals = counts.sum(1)
    best = counts.argmax(1)
    pure = counts.max(1) >= min_purity * totals
    return np.where((totals > 0) & pure, best, -1).astype(np.int64)


def score_clusters(ids: IntArray, reference: IntArray, clusters: int, classes: tuple[str, ...]) -> Scores:
    """Scores of clusters against a reference.

    Each cluster gets its most frequent class at every second pixel; scores are computed at the other pixels.

    Args:
        ids: Cluster of each pixel (n,); negative for none.
        reference: Class of each pixel (n,); negative for none.
        clusters: Number of clusters.
        classes: Names of the classes.
    """
    fit = tabulate(ids[::2], reference[::2], clusters, len(classes))
    test = tabulate(ids[1::2], reference[1::2], clusters, len(classes))
    mapping = classes_of_clusters(fit, 0.0)
    mapping[mapping < 0] = int(fit.sum(0).argmax())
    confusion = np.zeros((len(classes), len(classes)), np.int64)
    np.add.at(confusion, mapping, test)
    return score(confusion, classes)
