"""How the values of one sheet follow from those of another where the ground has not changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray

# Cells that lines are tried on, and how many lines.
_TRIED_CELLS = 400
_STARTS = 60
# Where gains are looked for: sheets that differ by more are no pictures of one kind.
MOST_GAIN = 8.0
_STEPS = 12
# Tukey's constant in standard deviations, and the smallest deviation that is believed, in spreads of the values.
_CUT = 4.685
_LEAST_DEVIATION = 0.01
# Less contrast than that, in parts of the mean, says nothing of a gain.
_LEAST_CONTRAST = 1e-4


@dataclass(frozen=True)
class Relation:
    """A line for each band: second = ratio x first + offset.

    Attributes:
        ratio: (bands,).
        first_mean: (bands,) mean of the unchanged ground on the first sheet.
        second_mean: (bands,) the same on the second one.
        correlation: (bands,) of the two, 0 where there is no contrast.
        weights: (cells,) from 0, changed, to 1.
    """

    ratio: DoubleArray
    first_mean: DoubleArray
    second_mean: DoubleArray
    correlation: DoubleArray
    weights: DoubleArray

    @property
    def unchanged(self) -> float:
        """Share of the cells that have not changed."""
        return float((self.weights > 0).mean())


def fit_relation(first: DoubleArray, second: DoubleArray) -> Relation:
    """The line that most of the cells lie near, the same whichever sheet is called the first.

    Both sheets have errors, so it is the reduced major axis, whose slope is the ratio of standard deviations. A cell
    has changed, in all bands, where it lies off the lines: the start is the line that half of the cells lie nearest to
    (least trimmed squares, Rousseeuw 1984), and then cells are weighted anew by Tukey's biweight until that settles.

    Args:
        first: (cells, bands) means on one sheet.
        second: (cells, bands) means on the other one.
    """
    scale = _scale(first, second)
    weights = _best_half(first, second, scale).astype(np.float64)
    # Median of the root mean square of so many normal deviates (Wilson and Hilferty 1931).
    middle = (1 - 2 / (9 * first.shape[1])) ** 1.5
    for _ in range(_STEPS):
        line = _line(first, second, weights)
        distance = _distance(first, second, line, scale)
        # Of what is kept, for what has changed may be nearly half of the whole.
        deviation = max(float(np.median(distance[weights > 0])) / middle, _LEAST_DEVIATION)
        new = np.clip(1 - (distance / (_CUT * deviation)) ** 2, 0, None) ** 2
        is_settled = bool(np.abs(new - weights).max() < 1e-3)
        weights = new
        if is_settled:
            break
    line = _line(first, second, weights)
    return Relation(line.ratio, line.first_mean, line.second_mean, line.correlation, weights)


@dataclass(frozen=True)
class _Line:
    ratio: DoubleArray
    first_mean: DoubleArray
    second_mean: DoubleArray
    correlation: DoubleArray


def _scale(first: DoubleArray, second: DoubleArray) -> DoubleArray:
    """(bands,) spread of the values, geometric mean of both sheets."""
    spreads = []
    for values in (first, second):
        low, high = np.percentile(values, [10, 90], axis=0)
        spread = np.maximum((high - low) / 2.5, values.std(0) / 4)
        spreads.append(np.maximum(spread, _LEAST_CONTRAST * (np.abs(values).max(0) + 1e-12)))
    scale: DoubleArray = np.sqrt(spreads[0] * spreads[1])
    return scale


def _line(first: DoubleArray, second: DoubleArray, weights: DoubleArray) -> _Line:
    """The reduced major axis of weighted cells, band by band."""
    shares = weights / max(weights.sum(), 1e-12)
    means = [shares @ values for values in (first, second)]
    centred = [values - mean for values, mean in zip((first, second), means)]
    deviations = [np.sqrt(shares @ values**2) for values in centred]
    floors = [_LEAST_CONTRAST * (np.abs(mean) + 1e-12) for mean in means]
    has_contrast = (deviations[0] > floors[0]) & (deviations[1] > floors[1])
    product = np.where(has_contrast, deviations[0] * deviations[1], 1)
    correlation = np.where(has_contrast, shares @ (centred[0] * centred[1]) / product, 0)
    ratio = np.ones(len(product))
    np.divide(deviations[1], deviations[0], out=ratio, where=has_contrast & (correlation > 0))
    return _Line(np.clip(ratio, 1 / MOST_GAIN, MOST_GAIN), means[0], means[1], correlation)


def _distance(first: DoubleArray, second: DoubleArray, line: _Line, scale: DoubleArray) -> DoubleArray:
    """(cells,) root mean square over the bands of the distance from the lines, which does not hang on the order."""
    off = second - line.second_mean - line.ratio * (first - line.first_mean)
    off = off / (np.sqrt(line.ratio) * scale)
    distance: DoubleArray = np.sqrt((off**2).mean(1))
    return distance


def _best_half(first: DoubleArray, second: DoubleArray, scale: DoubleArray) -> BoolArray:
    """The half of the cells that lies nearest to a line, of many lines through two cells each."""
    random = np.random.default_rng(0)
    count = len(first)
    tried = random.permutation(count)[:_TRIED_CELLS]
    x, y = first[tried], second[tried]
    half = max(len(x) // 2, min(len(x), 3))
    starts = _starts(x, y, random)
    best, least = starts[0], np.inf
    for line in starts:
        for _ in range(3):
            distance = _distance(x, y, line, scale)
            nearest = np.argpartition(distance, half - 1)[:half]
            weights = np.zeros(len(x))
            weights[nearest] = 1
            line = _line(x, y, weights)
        score = float(np.sort(_distance(x, y, line, scale))[:half].mean())
        if score < least * (1 - 1e-9):
            best, least = line, score
    distance = _distance(first, second, best, scale)
    kept = np.zeros(count, np.bool_)
    kept[np.argsort(distance, kind="stable")[: max(count // 2, min(count, 3))]] = True
    return kept


def _starts(x: DoubleArray, y: DoubleArray, random: np.random.Generator) -> list[_Line]:
    """Lines to begin with: no gain, that of the spreads, and those through two cells."""
    bands = x.shape[1]
    middle = np.median(x, 0), np.median(y, 0)
    lines = [_Line(np.ones(bands), *middle, np.ones(bands)), _line(x, y, np.ones(len(x)))]
    for one, other in random.integers(0, len(x), (_STARTS, 2)):
        ratio = np.ones(bands)
        step = x[other] - x[one]
        np.divide(y[other] - y[one], step, out=ratio, where=np.abs(step) > 1e-9)
        ratio = np.clip(np.where(ratio > 0, ratio, 1), 1 / MOST_GAIN, MOST_GAIN)
        lines.append(_Line(ratio, (x[one] + x[other]) / 2, (y[one] + y[other]) / 2, np.ones(bands)))
    return lines
