"""A linear probe: scores of a classifier that is trained with the labels, an upper limit for clusters of features."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.images import LabelledImage, scorer

from .features import SAMPLE_PIXELS, Features, FeatureWindows, LinearMap


def run(image: LabelledImage, features: Features) -> tuple[dict[str, Any], float, float]:
    """Scores of logistic regressions, fitted and tested on the thirds that the scorer uses; seconds of both."""
    start = time.perf_counter()
    features.prepare(image)
    windows, labels = FeatureWindows(image, features), image.labels()
    samples, classes, thirds = _labelled(windows, labels, _thirds(image), features.output_stride, image)
    features.fit(samples)
    samples = features.normalised(samples)
    maps = []
    for third in range(3):
        chosen = (thirds == third) & (classes != image.ignore)
        fitted = LogisticRegression(max_iter=300).fit(samples[chosen], classes[chosen])
        maps.append(_least_wins(fitted, int(max(label.max() for label in labels)) + 1))
    training = time.perf_counter() - start
    predictions, seconds = windows.nearest(maps)
    return _scores(image, predictions, labels), training / 3, float(np.mean(seconds))


def _thirds(image: LabelledImage) -> list[NDArray[np.int8]]:
    """The third to which each pixel belongs, as in the scorer."""
    thirds = [np.zeros(array.shape[1:], np.int8) for array in image.arrays]
    if len(thirds) > 1:
        return [third + index % 3 for index, third in enumerate(thirds)]
    rows, cols = (np.array_split(np.arange(size), 3) for size in thirds[0].shape)
    for i, row in enumerate(rows):
        for j, col in enumerate(cols):
            thirds[0][row[0] : row[-1] + 1, col[0] : col[-1] + 1] = (j - i) % 3
    return thirds


def _labelled(
    windows: FeatureWindows, labels: list[Any], thirds: list[Any], output_stride: int, image: LabelledImage
) -> tuple[Any, Any, Any]:
    """Samples (samples, features) of the whole image, with label and third of the middle of their cell."""
    generator = np.random.default_rng(0)
    share = SAMPLE_PIXELS * output_stride**2 / (1e6 * image.megapixels)
    parts = []
    for window in windows.windows:
        features = windows.inside(window)
        rows = np.minimum(
            window.row + output_stride * np.arange(features.shape[1]) + output_stride // 2, window.row + window.rows - 1
        )
        cols = np.minimum(
            window.col + output_stride * np.arange(features.shape[2]) + output_stride // 2, window.col + window.cols - 1
        )
        flat = features.reshape(len(features), -1).T
        chosen = generator.choice(len(flat), min(round(len(flat) * share), len(flat)), replace=False)
        cells = np.ix_(rows, cols)
        parts.append((flat[chosen], *(maps[window.raster][cells].ravel()[chosen] for maps in (labels, thirds))))
    samples, classes, folds = (np.concatenate(arrays) for arrays in zip(*parts))
    return samples, classes, folds


def _least_wins(fitted: LogisticRegression, classes: int) -> LinearMap:
    """The negative scores of the classifier; classes without samples never win."""
    slopes, offsets = -fitted.coef_, -fitted.intercept_
    if len(fitted.classes_) == 2:  # only the second class has a score; that of the first one is 0
        slopes, offsets = np.vstack([0 * slopes, slopes]), np.append(0, offsets)
    wide, far = np.zeros((classes, slopes.shape[1]), np.float32), np.full(classes, 1e9, np.float32)
    wide[fitted.classes_], far[fitted.classes_] = slopes, offsets
    return LinearMap(wide, far)


def _scores(image: LabelledImage, predictions: list[list[Any]], labels: list[Any]) -> dict[str, Any]:
    """Scores as the scorer computes them, but each cluster is the class of the same number."""
    scored = []
    for third, predicted in enumerate(predictions):
        pairs = [(classes.astype(np.int64) + 1, label) for classes, label in zip(predicted, labels)]
        counts = scorer().tables(pairs, image.ignore)
        identity = np.eye(counts.shape[2], dtype=np.int64)
        identity = np.concatenate([identity[:1] * 0, identity])[: counts.shape[1]]
        scored.append(scorer().score_split(identity, counts.sum(0) - counts[third], image.ignore))
    return {
        "accuracy": float(np.mean([accuracy for accuracy, _, _ in scored])),
        "mean_iou": float(np.mean([np.mean(list(iou.values())) for _, iou, _ in scored])),
        "mean_dice": float(np.mean([np.mean(list(dice.values())) for _, _, dice in scored])),
    }
