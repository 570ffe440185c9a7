"""How features of ground that has not changed differ between two dates, and how far other ground is from that."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, FloatArray

# Differences lie in so many directions at most; the others tell ground from ground hardly better than date from date.
_MOST_COMPONENTS = 16
# Two dates differ at least by this share of the variance of the ground: equal ones are not compared by rounding.
_LEAST_VARIANCE = 0.02
_ROUNDS = 10
# Fewer pixels say nothing of how features vary together.
_FEWEST = 100


@dataclass(frozen=True)
class UnchangedGround:
    """Makes features of two dates comparable: in each component unchanged ground differs by about 1.

    Attributes:
        offset: (features,) by which features of the second date are larger.
        projection: (components, features).
    """

    offset: FloatArray
    projection: FloatArray

    def components(self, features: FloatArray, second: bool) -> FloatArray:
        """Components (components, rows, cols) of features (features, rows, cols) of the first or the second date."""
        flat = features.reshape(len(features), -1)
        if second:
            flat = flat - self.offset[:, None]
        return (self.projection @ flat).reshape(-1, *features.shape[1:])


def unchanged_ground(before: FloatArray, after: FloatArray) -> UnchangedGround:
    """Learns from pixels of both dates what differs where nothing has changed; most of them must be such pixels.

    As in the iteratively reweighted MAD of Nielsen, "The regularized iteratively reweighted MAD method for change
    detection in multi- and hyperspectral data" (2007), pixels count the less, the more they differ, and differences are
    judged anew from the pixels that still count. Kept are the directions in which ground varies most, as against what
    unchanged ground differs by.

    Args:
        before: Features (features, pixels) of the first date.
        after: Those of the second date, at the same places.
    """
    one, two = before.astype(np.float64), after.astype(np.float64)
    difference, middle = two - one, (one + two) / 2
    count = len(one)
    if one.shape[1] < _FEWEST:
        return UnchangedGround(np.zeros(count, np.float32), np.eye(count, dtype=np.float32))
    weight = np.ones(one.shape[1])
    for _ in range(_ROUNDS):
        weight /= weight.sum()
        offset = difference @ weight
        noise, ground = _scatter(difference, weight), _scatter(middle, weight)
        noise += (_LEAST_VARIANCE * np.trace(ground) / count + 1e-12) * np.eye(count)
        whitening = np.linalg.inv(np.linalg.cholesky(noise))
        _, directions = np.linalg.eigh(whitening @ ground @ whitening.T)
        projection = directions[:, ::-1][:, :_MOST_COMPONENTS].T @ whitening
        squares = ((projection @ (difference - offset[:, None])) ** 2).sum(0)
        weight = 1 / (1 + (squares / max(float(np.median(squares)), 1e-12)) ** 2)
    return UnchangedGround(offset.astype(np.float32), projection.astype(np.float32))


def _scatter(values: DoubleArray, weight: DoubleArray) -> DoubleArray:
    """Weighted covariance (values, values)."""
    centred = values - (values @ weight)[:, None]
    scatter: DoubleArray = (centred * weight) @ centred.T
    return scatter
