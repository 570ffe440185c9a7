"""The gain and the offset by which values of one date become those of another, from what has not changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, FloatArray
from ..io.normalisation import NormalisationStats

_ROUNDS = 30
# A value of as many samples or fewer says nothing of a gain.
_FEWEST = 100
_LOWEST_GAIN, _HIGHEST_GAIN = 0.2, 5.0
# Matched values of unchanged ground differ by less than this share of how much ground differs from ground; those of
# fields that bear something else each summer by more, and what is fitted to them would move lakes and roads.
_UNLIKE = 0.8


@dataclass(frozen=True)
class GainOffset:
    """Values of the first date are about `gain * value + offset` of the second.

    Attributes:
        gain: (values,).
        offset: (values,).
    """

    gain: DoubleArray
    offset: DoubleArray

    @staticmethod
    def none(count: int) -> GainOffset:
        """The one that changes nothing, of so many values."""
        return GainOffset(np.ones(count), np.zeros(count))

    def inverse(self) -> GainOffset:
        """Makes values of the second date of those of the first."""
        return GainOffset(1 / self.gain, -self.offset / self.gain)

    def apply(self, values: FloatArray) -> FloatArray:
        """Values (values, ...) of the second date as they would be at the first."""
        shape = (-1, *([1] * (values.ndim - 1)))
        gain, offset = (part.astype(np.float32).reshape(shape) for part in (self.gain, self.offset))
        return values * gain + offset

    def seen_by(self, stats: NormalisationStats) -> NormalisationStats:
        """Statistics that normalise values of the second date as `stats` does those of the first."""
        return NormalisationStats((stats.mean - self.offset) / self.gain, stats.std / self.gain, stats.pixels)


def match_dates(before: FloatArray, after: FloatArray) -> GainOffset:
    """Gain and offset of each value from pixels that are alike at both dates, which it finds by itself.

    As in the iteratively reweighted MAD of Nielsen, "The regularized iteratively reweighted MAD method for change
    detection in multi- and hyperspectral data" (2007), pixels count the less, the more they differ in all values
    together, and differences are judged anew from the pixels that still count. The gain is that of the reduced major
    axis: unlike a regression it does not become flat where the two dates are noisy.

    Args:
        before: (values, pixels) of the first date.
        after: (values, pixels) of the second date, at the same places.

    Returns:
        Nothing to change if there are too few pixels, and in values that are not alike at the two dates.
    """
    if before.shape[1] < _FEWEST:
        return GainOffset.none(len(before))
    one, two = before.astype(np.float64), after.astype(np.float64)
    gain = np.clip(_spread(one) / np.maximum(_spread(two), 1e-12), _LOWEST_GAIN, _HIGHEST_GAIN)
    gain[_spread(two) <= 0] = 1
    offset = np.median(one, 1) - gain * np.median(two, 1)
    for _ in range(_ROUNDS):
        rest = gain[:, None] * two + offset[:, None] - one
        scale = 1.4826 * np.median(np.abs(rest), 1) + 1e-9
        weight = 1 / (1 + ((rest / scale[:, None]) ** 2).mean(0)) ** 2
        weight /= weight.sum()
        means = [values @ weight for values in (one, two)]
        spreads = [np.sqrt(((values - mean[:, None]) ** 2) @ weight) for values, mean in zip((one, two), means)]
        new = np.where(spreads[1] > 1e-9, spreads[0] / np.maximum(spreads[1], 1e-9), 1.0)
        new = np.clip(new, _LOWEST_GAIN, _HIGHEST_GAIN)
        change = float(np.abs(new - gain).max())
        gain, offset = new, means[0] - new * means[1]
        if change < 1e-4:
            break
    rest = np.median(np.abs(gain[:, None] * two + offset[:, None] - one), 1)
    ground = np.median(np.abs(one - np.median(one, 1, keepdims=True)), 1)
    unlike = rest > _UNLIKE * ground
    return GainOffset(np.where(unlike, 1.0, gain), np.where(unlike, 0.0, offset))


def _spread(values: DoubleArray) -> DoubleArray:
    """(values,) the range of the middle half."""
    low, high = np.percentile(values, (25, 75), axis=1)
    spread: DoubleArray = high - low
    return spread
