"""A linear probe: what a classifier that is told the labels makes of features, the most that their clusters could."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.images import LabelledImage, scorer

from .features import SAMPLE_PIXELS, Features, LinearMap, Windows


def run(image: LabelledImage, features: Features) -> tuple[dict[str, Any], float, float]:
    """Scores of logistic regressions, fitted and tested on the thirds that the scorer takes; seconds of both."""
    start = time.perf_counter()
    features.prepare(image)
    windows, labels = Windows(image, features), image.labels()
    samples, classes, thirds = _labelled(windows, labels, _thirds(image), features.output_stride, image)
    features.fit(samples)
    samples = features.normalised(samples)
    maps = []
    for third in range(3):
        chosen = (thirds == third) & (classes != image.ignore)
        fitted = LogisticRegression(max_iter=300).fit(samples[chosen], classes[chosen])
        maps.append(_least_wins(fitted, int(max(label.max() for label in labels)) + 1))
    training = time.perf_counter() - start
    found, seconds = windows.nearest(maps)
    return _scores(image, found, labels), training / 3, float(np.mean(seconds))


def _thirds(image: LabelledImage) -> list[NDArray[np.int8]]:
    """Which third each pixel belongs to, as the scorer cuts them."""
    thirds = [np.zeros(array.shape[1:], np.int8) for array in image.arrays]
    if len(thirds) > 1:
        return [third + index % 3 for index, third in enumerate(thirds)]
    rows, cols = (np.array_split(np.arange(size), 3) for size in thirds[0].shape)
    for i, row in enumerate(rows):
        for j, col in enumerate(cols):
            thirds[0][row[0] : row[-1] + 1, col[0] : col[-1] + 1] = (j - i) % 3
    return thirds


def _labelled(
    windows: Windows, labels: list[Any], thirds: list[Any], output_stride: int, image: LabelledImage
) -> tuple[Any, Any, Any]:
    """Samples (samples, features) from everywhere, their labels and thirds, which are those of the cells' middles."""
    generator = np.random.default_rng(0)
    share = SAMPLE_PIXELS * output_stride**2 / (1e6 * image.megapixels)
    parts = []
    for place in windows.places:
        found = windows.inside(place)
        rows = np.minimum(
            place.row + output_stride * np.arange(found.shape[1]) + output_stride // 2, place.row + place.rows - 1
        )
        cols = np.minimum(
            place.col + output_stride * np.arange(found.shape[2]) + output_stride // 2, place.col + place.cols - 1
        )
        flat = found.reshape(len(found), -1).T
        chosen = generator.choice(len(flat), min(round(len(flat) * share), len(flat)), replace=False)
        here = np.ix_(rows, cols)
        parts.append((flat[chosen], *(maps[place.raster][here].ravel()[chosen] for maps in (labels, thirds))))
    samples, classes, folds = (np.concatenate(arrays) for arrays in zip(*parts))
    return samples, classes, folds


def _least_wins(fitted: LogisticRegression, classes: int) -> LinearMap:
    """The classifier's scores with their sign turned; classes that it has not seen never win."""
    slopes, offsets = -fitted.coef_, -fitted.intercept_
    if len(fitted.classes_) == 2:  # only the second class has a score, the first one's being 0
        slopes, offsets = np.vstack([0 * slopes, slopes]), np.append(0, offsets)
    wide, far = np.zeros((classes, slopes.shape[1]), np.float32), np.full(classes, 1e9, np.float32)
    wide[fitted.classes_], far[fitted.classes_] = slopes, offsets
    return LinearMap(wide, far)


def _scores(image: LabelledImage, found: list[list[Any]], labels: list[Any]) -> dict[str, Any]:
    """As the scorer has them, but with each cluster's class known."""
    scored = []
    for third, predicted in enumerate(found):
        pairs = [(classes.astype(np.int64) + 1, label) for classes, label in zip(predicted, labels)]
        counts = scorer().tables(pairs, image.ignore)
        known = np.eye(counts.shape[2], dtype=np.int64)
        known = np.concatenate([known[:1] * 0, known])[: counts.shape[1]]
        scored.append(scorer().score_split(known, counts.sum(0) - counts[third], image.ignore))
    return {
        "accuracy": float(np.mean([accuracy for accuracy, _, _ in scored])),
        "mean_iou": float(np.mean([np.mean(list(iou.values())) for _, iou, _ in scored])),
        "mean_dice": float(np.mean([np.mean(list(dice.values())) for _, _, dice in scored])),
    }
