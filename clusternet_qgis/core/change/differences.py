"""Where two dates differ by more than unchanged ground does."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray

# Borders of what stands on both may lie so many pixels apart: light, shadow and what is left of the shift move them.
TOLERANCE = 2
# The ground itself is looked at so many pixels away: two of the network's steps, so that its pixels share little.
APART = 8
# Distances of unchanged ground are no larger than so many standard deviations above their middle.
_DEVIATIONS = 3.0
# The middle half of unchanged ground is no wider than so many times its lower part, from first quartile to median.
_WIDEST = 8.0
# At the border of a change pixels differ by so many times the threshold.
_CLEARLY = 1.5
# Whatever the ground: what is nearer than so many times what unchanged ground differs by in a component is no change.
_LEAST = 3.0


def distances(before: FloatArray, after: FloatArray) -> tuple[FloatArray, FloatArray]:
    """How far the features of each pixel are apart, in multiples of what those of unchanged ground are.

    Args:
        before: Components (components, rows, cols), see `UnchangedGround`; NaN where not valid.
        after: The same of the second date.

    Returns:
        The distance to the nearest pixel of the other date within the tolerance, the smaller one of what was there and
        of what is there: a border that has moved a little is found at either date. And the distance at the pixel
        itself. Both (rows, cols), and NaN where one date is not valid.
    """
    one, two = np.nan_to_num(before), np.nan_to_num(after)
    known = [np.isfinite(values[0]) for values in (before, after)]
    # Squared distances are squares less twice the products; what is not valid is infinitely far.
    squares = [
        np.where(valid, np.einsum("kij,kij->ij", values, values), np.float32(np.inf))
        for valid, values in zip(known, (one, two))
    ]
    nearest, own = (np.full(one.shape[1:], np.inf, np.float32) for _ in range(2))
    for here, there in _neighbours(*one.shape[1:]):
        square = squares[0][here] + squares[1][there]
        square -= 2 * np.einsum("kij,kij->ij", one[(slice(None), *here)], two[(slice(None), *there)])
        # The pair is seen from its pixel of the first date and from that of the second.
        np.minimum(nearest[here], square, out=nearest[here])
        np.minimum(nearest[there], square, out=nearest[there])
        if here == there:
            own = square
    valid = known[0] & known[1]
    return (
        np.where(valid, np.sqrt(np.maximum(nearest, 0)), np.float32(np.nan)),
        np.where(valid, np.sqrt(np.maximum(own, 0)), np.float32(np.nan)),
    )


def roughness(before: FloatArray, after: FloatArray) -> FloatArray:
    """How far the ground around each pixel is from it at one date, at the quieter one of two.

    Where the ground is that rough, what resampling blurs and what light hides looks like a change and is none.

    Args:
        before: Components (components, rows, cols), see `UnchangedGround`; NaN where not valid.
        after: The same of the second date.

    Returns:
        (rows, cols) root mean square of the distances to the pixels `APART` above, below, left and right; 0 where
        none of them is valid.
    """
    return np.minimum(_roughness(before), _roughness(after))


def _roughness(components: FloatArray) -> FloatArray:
    squares, counts = np.zeros((2, *components.shape[1:]), np.float32)
    for one, other in (
        ((slice(APART, None), slice(None)), (slice(None, -APART), slice(None))),
        ((slice(None), slice(APART, None)), (slice(None), slice(None, -APART))),
    ):
        difference = components[(slice(None), *one)] - components[(slice(None), *other)]
        square = np.einsum("kij,kij->ij", difference, difference)
        known = np.isfinite(square)
        for here in (one, other):
            squares[here] += np.where(known, square, 0)
            counts[here] += known
    return np.sqrt(squares / np.maximum(counts, 1))


def _neighbours(rows: int, cols: int) -> Iterator[tuple[tuple[slice, slice], tuple[slice, slice]]]:
    """The parts of two rasters that lie on each other when one is moved by each step within the tolerance."""
    steps = range(-TOLERANCE, TOLERANCE + 1)
    for down in steps:
        for right in steps:
            yield (
                (_overlap(rows, -down), _overlap(cols, -right)),
                (_overlap(rows, down), _overlap(cols, right)),
            )


def _overlap(size: int, step: int) -> slice:
    return slice(max(step, 0), size + min(step, 0))


def threshold_of(samples: FloatArray) -> float:
    """The distance above which ground has changed, from distances of ground that mostly has not.

    Args:
        samples: (n,) distances. The first quartile and the median are about those of unchanged ground as long as most
            is; where more than a quarter has changed, the third quartile is not.
    """
    if not len(samples):
        return _LEAST
    low, middle, high = np.percentile(samples, (25, 50, 75))
    spread = min(high - low, _WIDEST * (middle - low))
    return max(float(middle + _DEVIATIONS * spread / 1.349), _LEAST)


def changed_pixels(near: FloatArray, own: FloatArray, ground: FloatArray, threshold: float) -> BoolArray:
    """Which pixels (rows, cols) have changed.

    Those whose like is not within the tolerance, and that differ by more than the ground around them does at one date;
    and, within the tolerance beside them, those that differ clearly
    themselves: at the border of a change the tolerance finds what is beside it.

    Args:
        near: Distances within the tolerance, see `distances`.
        own: Distances at the pixel itself.
        ground: Of the ground around it, see `roughness`.
        threshold: Above which ground has changed.
    """
    least = np.maximum(np.nan_to_num(ground), np.float32(threshold))
    changed = np.nan_to_num(near) > least
    beside = changed.copy()
    for here, there in _neighbours(*changed.shape):
        beside[here] |= changed[there]
    result: BoolArray = changed | (beside & (np.nan_to_num(own) > np.maximum(least, np.float32(_CLEARLY * threshold))))
    return result


def classes_of(
    before: FloatArray, after: FloatArray, changed: BoolArray
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The class of each pixel at both dates (rows, cols): the surer one at both where it has not changed.

    Args:
        before: Probabilities (classes, rows, cols); NaN where not valid.
        after: The same of the second date.
        changed: (rows, cols).
    """
    one, two = np.nan_to_num(before), np.nan_to_num(after)
    was, now = one.argmax(0), two.argmax(0)
    surer = np.where(two.max(0) > one.max(0), now, was)
    return np.where(changed, was, surer), np.where(changed, now, surer)
