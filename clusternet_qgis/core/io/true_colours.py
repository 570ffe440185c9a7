"""Which colours a raster is seen in: its red, green and blue by one range, so that hues are those of the map."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import DoubleArray, FloatArray

# Black and white are so many standard deviations below the lowest and above the highest mean.
_CONTRAST = 2.0
BYTE_WHITE = 255.0


def visible_bands(band_names: Sequence[str]) -> list[int]:
    """Three bands to show, from 0: those named red, green and blue, or else the first three, or else the first."""
    named = [list(band_names).index(name) for name in ("red", "green", "blue") if name in band_names]
    first = [0, 1, 2] if len(band_names) >= 3 else [0, 0, 0]
    return named if len(named) == 3 else first


def visible_range(mean: DoubleArray, std: DoubleArray, white: float | None = None) -> tuple[float, float]:
    """The values that are black and white in all of the bands to show.

    Args:
        mean: (bands,) mean of the bands to show.
        std: (bands,) standard deviation of them.
        white: The largest value of their type, None if it has none; bytes are shown as they are.
    """
    if white == BYTE_WHITE:
        return 0.0, BYTE_WHITE
    low, high = float((mean - _CONTRAST * std).min()), float((mean + _CONTRAST * std).max())
    return low, high


def to_shares(values: FloatArray | DoubleArray, low: float, high: float) -> DoubleArray:
    """Values as shares of the way from black to white, from 0 to 1."""
    span = max(high - low, float(np.finfo(np.float32).tiny))
    shares: DoubleArray = np.clip((values.astype(np.float64) - low) / span, 0, 1)
    return shares
