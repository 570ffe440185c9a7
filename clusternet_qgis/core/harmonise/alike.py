"""Sheets that do not overlap, matched by the ground that is alike on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray

# Cells of each side that are compared.
_CELLS = 500
# Cells are alike within that many standard deviations in each band.
_ALIKE = 0.25
# The gains that are looked for, since what differs more is another kind of ground.
_MOST_GAIN = 2.0
_STEPS = 15
# The nearest of the pairs that are taken for the same kind of ground.
_KEPT = 0.8
_LEAST_PAIRS = 12
# Of histograms: bins of the range, gains that are tried, and how much a gain of e must bring.
_BINS = 48
_GAINS = 41
_RELUCTANCE = 0.1
# A match must make so much more of the ground alike than none does.
_LEAST_GAINED = 0.03


@dataclass(frozen=True)
class Match:
    """A correction by statistics: gain x value + offset.

    Attributes:
        gain: (bands,).
        offset: (bands,).
        share: Share of the ground that is alike with it, on the sheets on which it is less.
    """

    gain: DoubleArray
    offset: DoubleArray
    share: float


def match_alike(reference: DoubleArray, other: DoubleArray) -> Match:
    """Corrects values so that as much ground as can be is alike.

    Means and spreads of the whole are none to match: a sheet of sea and one of a town differ rightly. So cells that are
    each other's nearest are taken for the same kind of ground, a line is laid through them, and again. It starts from
    no correction and from where most of the histograms lies over each other; what makes most ground alike counts.

    Args:
        reference: (cells, bands) of the sheets to match with.
        other: (cells, bands) of the sheets to correct.
    """
    random = np.random.default_rng(0)
    reference, other = (values[random.permutation(len(values))[:_CELLS]] for values in (reference, other))
    bands = reference.shape[1]
    nothing = np.ones(bands), np.zeros(bands)
    unit = np.maximum(reference.std(0), 1e-6 * (np.abs(reference).max(0) + 1e-12))
    unchanged = Match(*nothing, _alike_share(reference, other, unit))
    best = unchanged
    for start in (nothing, _histogram_match(reference, other)):
        gain, offset = _refined(reference, other, unit, *start)
        share = _alike_share(reference, other * gain + offset, unit)
        if share > best.share:
            best = Match(gain, offset, share)
    return best if best.share > unchanged.share + _LEAST_GAINED else unchanged


def _histogram_match(reference: DoubleArray, other: DoubleArray) -> tuple[DoubleArray, DoubleArray]:
    """The gain and the offset of each band with which most of both histograms lies over each other."""
    gains, offsets = np.ones(reference.shape[1]), np.zeros(reference.shape[1])
    tried = np.exp(np.linspace(-1, 1, _GAINS) * np.log(_MOST_GAIN))
    for band in range(len(gains)):
        low, high = np.percentile(reference[:, band], [1, 99])
        step = max(high - low, 1e-9) / _BINS
        edges = low + step * np.arange(-_BINS, 2 * _BINS + 1)
        fixed = _smooth(np.histogram(reference[:, band], edges)[0] / len(reference))
        best = -np.inf
        for gain in tried:
            moving = gain * other[:, band]
            centre = np.median(moving) - (low + high) / 2
            counts = _smooth(np.histogram(moving - centre, edges)[0] / len(other))
            for shift in range(-_BINS, _BINS + 1):
                common = np.minimum(fixed, np.roll(counts, shift)).sum()
                score = common - _RELUCTANCE * abs(np.log(gain))
                if score > best:
                    best, gains[band], offsets[band] = score, gain, shift * step - centre
    return gains, offsets


def _smooth(counts: DoubleArray) -> DoubleArray:
    smooth: DoubleArray = np.convolve(counts, [0.25, 0.5, 0.25], "same")
    return smooth


def _distances(reference: DoubleArray, other: DoubleArray, unit: DoubleArray) -> DoubleArray:
    """(cells of the reference, cells of the other) root mean square distance over bands."""
    total = np.zeros((len(reference), len(other)))
    for band in range(len(unit)):
        total += ((reference[:, band, None] - other[None, :, band]) / unit[band]) ** 2
    return np.sqrt(total / len(unit))


def _alike_share(reference: DoubleArray, other: DoubleArray, unit: DoubleArray) -> float:
    near = _distances(reference, other, unit) < _ALIKE
    return float(min(near.any(0).mean(), near.any(1).mean()))


def _refined(
    reference: DoubleArray, other: DoubleArray, unit: DoubleArray, gain: DoubleArray, offset: DoubleArray
) -> tuple[DoubleArray, DoubleArray]:
    for _ in range(_STEPS):
        distance = _distances(reference, other * gain + offset, unit)
        nearest = distance.argmin(0)
        columns = np.flatnonzero(distance.argmin(1)[nearest] == np.arange(len(other)))
        of_pairs = distance[nearest[columns], columns]
        columns = columns[np.argsort(of_pairs)[: int(_KEPT * len(columns))]]
        if len(columns) < _LEAST_PAIRS:
            break
        x, y = other[columns], reference[nearest[columns]]
        spread = x.std(0)
        new = np.ones(len(unit))
        np.divide(y.std(0), spread, out=new, where=spread > 1e-9)
        gain = np.clip(new, 1 / _MOST_GAIN, _MOST_GAIN)
        offset = y.mean(0) - gain * x.mean(0)
    return gain, offset
