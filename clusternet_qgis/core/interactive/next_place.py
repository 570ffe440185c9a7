"""Where the next stroke tells most: where much is uncertain, and far from what was painted or shown before."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_MOST_SAMPLES = 250_000
_RADIUS_PIXELS = 20.0
_RADII_OF_FULL_WEIGHT = 6.0
_CERTAIN = 255


def uncertainty_of(
    valid: NDArray[np.bool_], classes: NDArray[np.uint16], confidence: NDArray[np.uint16]
) -> NDArray[np.float32]:
    """How uncertain each pixel is, from 0 to 1; 0 where there are no data, 1 where there is no class.

    Args:
        valid: (rows, cols).
        classes: (rows, cols), class + 1; 0 is none.
        confidence: (rows, cols), 0 to 255; 0 everywhere if no cluster is split.
    """
    known = confidence if confidence.any() else np.full(classes.shape, _CERTAIN, np.uint16)
    uncertain = np.where(classes > 0, 1 - known.astype(np.float32) / _CERTAIN, np.float32(1))
    return np.where(valid, uncertain, np.float32(0)).astype(np.float32)


def next_place(
    uncertainty: NDArray[np.float32], known: Sequence[tuple[float, float]], radius: float = _RADIUS_PIXELS
) -> tuple[float, float] | None:
    """The row and column where a stroke tells most; None if nothing is uncertain, or all was painted or shown.

    Args:
        uncertainty: Of pixels of the screen, (rows, cols).
        known: Rows and columns of what was painted or shown.
        radius: Of the place, in pixels.
    """
    step = max(math.ceil(math.sqrt(uncertainty.size / _MOST_SAMPLES)), 1)
    gain = _mean_around(uncertainty[::step, ::step], max(round(radius / step), 1))
    rows, cols = (step * np.arange(size, dtype=np.float32) for size in gain.shape)
    for row, col in dict.fromkeys((round(row), round(col)) for row, col in known):
        distance = np.sqrt((rows[:, None] - row) ** 2 + (cols[None, :] - col) ** 2) / radius
        gain *= np.clip((distance - 2) / (_RADII_OF_FULL_WEIGHT - 2), 0, 1)
    best = int(gain.argmax())
    if not gain.flat[best] > 0:
        return None
    return float(rows[best // gain.shape[1]]), float(cols[best % gain.shape[1]])


def _mean_around(values: NDArray[np.float32], radius: int) -> NDArray[np.float64]:
    """The mean in the square around each pixel; what lies outside counts as 0."""
    sums = np.pad(values.astype(np.float64), ((radius + 1, radius), (radius + 1, radius))).cumsum(0).cumsum(1)
    side = 2 * radius + 1
    total = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    return np.asarray(total / side**2)
