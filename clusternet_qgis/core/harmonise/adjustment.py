"""Gains and offsets of all sheets at once, from how pairs of them differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray
from .relation import Relation

# A pair says nothing of gains below this correlation.
_LEAST_CORRELATION = 0.3
# Rounding and shifts leave differences even where the ground is the same.
_NOISE = 0.02
# Pull towards no gain, in parts of the weight of a pair: it decides where no pair says anything.
_PULL = 1e-4
_STEPS = 20
# Differences of pairs that are not doubted: of logarithms of gains, and of offsets in parts of the values' spread.
_LEAST_GAIN_ERROR = 0.003
_LEAST_OFFSET_ERROR = 0.003


@dataclass(frozen=True)
class Pair:
    """Two sheets that overlap.

    Attributes:
        first: Number of a sheet.
        second: Number of the other one.
        relation: How their values differ.
        area: Weight.
    """

    first: int
    second: int
    relation: Relation
    area: float


@dataclass(frozen=True)
class Adjustment:
    """Corrections of sheets: gain x value + offset.

    Attributes:
        gain: (sheets, bands).
        offset: (sheets, bands).
    """

    gain: DoubleArray
    offset: DoubleArray

    def apply(self, number: int, values: DoubleArray) -> DoubleArray:
        """Corrected values (cells, bands) of a sheet."""
        result: DoubleArray = values * self.gain[number] + self.offset[number]
        return result


def adjust(count: int, pairs: Sequence[Pair], spread: DoubleArray) -> Adjustment:
    """Solves for the gains, and with these for the offsets, of all sheets by robust least squares.

    The logarithms of the gains are unknown, so that no sheet is preferred and no gain is drawn towards 0. A pair weighs
    by its area and, for gains, by how surely its contrast tells one. Pairs that contradict the others are doubted.

    Args:
        count: Number of sheets.
        pairs: At least one.
        spread: (bands,) standard deviation of the values.
    """
    first, second = (np.array([getattr(pair, name) for pair in pairs]) for name in ("first", "second"))
    area = np.array([pair.area for pair in pairs])
    ratio, correlation, means, other_means = (
        np.stack([getattr(pair.relation, name) for pair in pairs])
        for name in ("ratio", "correlation", "first_mean", "second_mean")
    )
    known = np.where(correlation > _LEAST_CORRELATION, correlation, 0) ** 2
    sureness = area[:, None] * known / (1 + _NOISE - known)
    bands = len(spread)
    gain, offset = np.ones((count, bands)), np.zeros((count, bands))
    for band in range(bands):
        logarithms = _potentials(count, first, second, np.log(ratio[:, band]), sureness[:, band], _LEAST_GAIN_ERROR)
        gain[:, band] = np.exp(logarithms)
        step = gain[second, band] * other_means[:, band] - gain[first, band] * means[:, band]
        offset[:, band] = _potentials(count, first, second, step, area, _LEAST_OFFSET_ERROR * max(spread[band], 1e-9))
    return Adjustment(gain, offset)


def _potentials(
    count: int, first: IntArray, second: IntArray, steps: DoubleArray, weights: DoubleArray, least_error: float
) -> DoubleArray:
    """(sheets,) numbers whose differences, first less second, are nearest to the steps of pairs (Huber's loss)."""
    total = weights.max(initial=0.0)
    if total <= 0:
        return np.zeros(count)
    weights = weights / total
    trust = np.ones(len(steps))
    numbers = np.zeros(count)
    for _ in range(_STEPS):
        before = numbers
        numbers = _solved(count, first, second, steps, weights * trust)
        error = np.abs(numbers[first] - numbers[second] - steps)
        limit = 2 * max(1.4826 * float(np.median(error[weights > 0])), least_error)
        trust = limit / np.maximum(error, limit)
        if np.abs(numbers - before).max() < 1e-3 * least_error:
            break
    return numbers


def _solved(count: int, first: IntArray, second: IntArray, steps: DoubleArray, weights: DoubleArray) -> DoubleArray:
    matrix = np.zeros((count, count))
    np.add.at(matrix, (first, first), weights)
    np.add.at(matrix, (second, second), weights)
    np.add.at(matrix, (first, second), -weights)
    np.add.at(matrix, (second, first), -weights)
    matrix[np.diag_indices(count)] += _PULL * weights.max()
    right = np.bincount(first, weights * steps, count) - np.bincount(second, weights * steps, count)
    return np.asarray(np.linalg.solve(matrix, right))


def anchored(adjustment: Adjustment, means: DoubleArray, areas: DoubleArray, members: BoolArray) -> Adjustment:
    """The same, with the mean of some sheets together as it was, and no gain on the average.

    Args:
        adjustment: Corrections.
        means: (sheets, bands) means of the sheets.
        areas: (sheets,) their weights.
        members: (sheets,) the sheets that hang together.
    """
    weights = areas[members] / max(areas[members].sum(), 1e-12)
    scale = np.exp(-(weights @ np.log(adjustment.gain[members])))
    gain, offset = adjustment.gain.copy(), adjustment.offset.copy()
    gain[members] *= scale
    offset[members] *= scale
    offset[members] += weights @ (means[members] - gain[members] * means[members] - offset[members])
    return Adjustment(gain, offset)


def components(count: int, pairs: Sequence[Pair]) -> list[IntArray]:
    """Numbers of the sheets that hang together by overlaps, the most sheets first."""
    label = np.arange(count)
    for pair in pairs:
        one, other = label[pair.first], label[pair.second]
        label[label == max(one, other)] = min(one, other)
    groups = [np.flatnonzero(label == number) for number in np.unique(label)]
    return sorted(groups, key=lambda group: (-len(group), int(group[0])))
