"""Where the classes of two dates differ by more than those of unchanged ground do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray

# Borders of what stands on both may lie so many pixels apart: light, shadow and what is left of the shift move them.
TOLERANCE = 2
# Distances of unchanged ground are no larger than so many standard deviations above their middle.
_DEVIATIONS = 3.0
# Whatever the ground: below the first, classes are more alike than not, and above the second they are other ones.
_LEAST, _MOST = 0.3, 0.9


def distances(before: FloatArray, after: FloatArray) -> FloatArray:
    """How unlike the classes of each pixel are at two dates, from 0, equal, to 1, none in common.

    The Hellinger distance of the probabilities, to the most similar pixel of the other date within the tolerance; the
    smaller one of what was there and of what is there: a border that has moved a little is found at either date.

    Args:
        before: Probabilities (classes, rows, cols); NaN where not valid.
        after: The same of the second date.

    Returns:
        (rows, cols), the tolerance narrower on all sides; NaN where one date is not valid.
    """
    one, two = np.sqrt(np.nan_to_num(before)), np.sqrt(np.nan_to_num(after))
    rows, cols = (size - 2 * TOLERANCE for size in one.shape[1:])
    inner = (slice(None), slice(TOLERANCE, TOLERANCE + rows), slice(TOLERANCE, TOLERANCE + cols))
    # Affinities: of what was there with what is near now, and of what is there with what was near.
    was, now = np.zeros((rows, cols), np.float32), np.zeros((rows, cols), np.float32)
    for down in range(2 * TOLERANCE + 1):
        for right in range(2 * TOLERANCE + 1):
            near = (slice(None), slice(down, down + rows), slice(right, right + cols))
            np.maximum(was, np.einsum("kij,kij->ij", one[inner], two[near]), out=was)
            np.maximum(now, np.einsum("kij,kij->ij", two[inner], one[near]), out=now)
    distance = np.sqrt(np.clip(1 - np.maximum(was, now), 0, 1)).astype(np.float32)
    unknown = np.isnan(before[inner][0]) | np.isnan(after[inner][0])
    distance[unknown] = np.nan
    return distance


def threshold_of(samples: FloatArray) -> float:
    """The distance above which ground has changed, from distances of ground that mostly has not.

    Args:
        samples: (n,) distances. Median and quartiles are those of unchanged ground as long as most is.
    """
    if not len(samples):
        return _LEAST
    low, middle, high = np.percentile(samples, (25, 50, 75))
    return float(np.clip(middle + _DEVIATIONS * (high - low) / 1.349, _LEAST, _MOST))


def transitions(
    before: FloatArray, after: FloatArray, distance: FloatArray, threshold: float
) -> tuple[NDArray[np.int64], NDArray[np.int64], BoolArray]:
    """The class of each pixel at both dates (rows, cols), equal where it has not changed, and which have changed.

    Args:
        before: Probabilities (classes, rows, cols) at the pixels of `distance`.
        after: The same of the second date.
        distance: See `distances`.
        threshold: Above which ground has changed.
    """
    one, two = np.nan_to_num(before), np.nan_to_num(after)
    was, now = one.argmax(0), two.argmax(0)
    changed = (np.nan_to_num(distance) > threshold) & (was != now)
    surer = np.where(two.max(0) > one.max(0), now, was)
    return np.where(changed, was, surer), np.where(changed, now, surer), changed


def grown(changed: BoolArray, was: IntArray, now: IntArray) -> BoolArray:
    """Changed pixels, and those within the tolerance beside them whose classes differ: what the tolerance had cut off.

    Args:
        changed: (rows, cols).
        was: Likeliest class before.
        now: Likeliest class after.
    """
    near = changed.copy()
    for axis in (0, 1):
        padded = np.pad(near, [(TOLERANCE, TOLERANCE) if a == axis else (0, 0) for a in (0, 1)])
        size = changed.shape[axis]
        near = np.any([np.take(padded, range(k, k + size), axis) for k in range(2 * TOLERANCE + 1)], axis=0)
    return changed | (near & (was != now))
