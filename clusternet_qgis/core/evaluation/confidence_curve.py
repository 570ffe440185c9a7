"""How much of a map stays, and how right that is, if its less sure pixels are given up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray, IntArray

_STEPS = 100


@dataclass(frozen=True)
class ConfidenceCurve:
    """For each least confidence, 0 to 1 in hundredths, what is left of a map.

    Attributes:
        least: (n,) the least confidence of a pixel that is kept.
        kept: (n,) share of the map's area that is kept.
        accuracy: (n,) share of correct pixels among the labelled ones that are kept; NaN if none is.
    """

    least: DoubleArray
    kept: DoubleArray
    accuracy: DoubleArray

    def row_of_share(self, share: float) -> int:
        """The row with the highest least confidence that keeps at least a share of the area."""
        return int(np.flatnonzero(self.kept >= min(share, self.kept[0]))[-1])


class ConfidenceCounter:
    """Counts the pixels of a map by their confidence. Those without one count as 0."""

    def __init__(self) -> None:
        self._mapped, self._labelled, self._right = (np.zeros(_STEPS + 1, np.int64) for _ in range(3))

    def add_mapped(self, confidence: FloatArray, valid: BoolArray) -> None:
        """Counts pixels (n,) that have a class on the map."""
        self._mapped += _counts(confidence, valid)

    def add_labelled(self, confidence: FloatArray, valid: BoolArray, right: BoolArray) -> None:
        """Counts labelled pixels (n,) that have a class on the map, given whether each is right."""
        self._labelled += _counts(confidence, valid)
        self._right += _counts(confidence[right], valid[right])

    def curve(self) -> ConfidenceCurve:
        """The curve of all that was counted."""
        mapped, labelled, right = (
            counts[::-1].cumsum()[::-1].astype(np.float64) for counts in (self._mapped, self._labelled, self._right)
        )
        accuracy = np.divide(right, labelled, out=np.full(len(labelled), np.nan), where=labelled > 0)
        return ConfidenceCurve(np.arange(_STEPS + 1) / _STEPS, mapped / max(mapped[0], 1), accuracy)


def _counts(confidence: FloatArray, valid: BoolArray) -> IntArray:
    bins = np.where(valid, np.clip(confidence, 0, 1), 0) * _STEPS
    # Confidences are float32: one of .3 must not fall below 30 hundredths.
    return np.bincount(np.floor(bins + 1e-4).astype(np.int64), minlength=_STEPS + 1)
