"""Areas of zones corrected for the errors of a map, with intervals, from a sample of the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray
from .area_estimation import Z_95, estimate_areas
from .block_bootstrap import FEWEST_BLOCKS, REPLICATES

_ZONES_AT_ONCE = 500
# Of the variance for errors that are nowhere correlated: what is estimated for the whole map may by chance be near 0.
_LEAST = 0.5
# The correlation of errors is estimated from few pairs: more degrees of freedom than these are not counted.
_MOST_FREEDOM = 20
# By so many standard errors above its estimate the correlation of errors may lie.
_ERRORS_ABOVE = 0.8


@dataclass(frozen=True)
class CorrectedAreas:
    """Estimates of the true areas of the classes in zones.

    Attributes:
        area: (zones, classes), in the unit of the areas on the map.
        low: (zones, classes) lower limits of 95 % confidence intervals; NaN if the sample lies in too few blocks.
        high: (zones, classes) upper limits.
        unsampled: (classes,) whether no unit lies on the class on the map, so that its area is taken as mapped.
    """

    area: DoubleArray
    low: DoubleArray
    high: DoubleArray
    unsampled: BoolArray


def correct_areas(counts: IntArray, mapped: DoubleArray, pixels: DoubleArray, cover: DoubleArray) -> CorrectedAreas:
    """Corrects mapped areas by the confusion matrix of a sample that was drawn on the whole map.

    Of what is mapped as class i, the share n_ij / n_i is of class j (`estimate_areas`, which gives the same for a zone
    that is the whole map). An interval has three parts. The errors of the shares come from a bootstrap of blocks (see
    `BlockCounter`). Errors of one block are correlated, and a zone has errors of its own: with the correlation r of two
    units of a block, w_b the share of the zone in block b and s_b that of the sample, the variance of a random effect
    of blocks changes by r (sum w_b^2 - 2 sum w_b s_b): more for a small zone, less for the whole map, which has no
    errors but those that the sample is drawn from. And a zone of few pixels has its own luck.

    Args:
        counts: (blocks, classes, classes) units of the sample [block, class on the map, class in the reference].
        mapped: (zones, classes) areas on the map.
        pixels: (zones,) pixels of each zone with a class.
        cover: (zones, blocks) share of each zone that lies in each block; rows sum to 1.
    """
    total = counts.sum(0)
    rates, sampled = _rates(total, np.eye(len(total)))
    area = mapped @ rates
    low, high = np.full(area.shape, np.nan), np.full(area.shape, np.nan)
    is_labelled = counts.any(axis=(1, 2))
    if is_labelled.sum() >= FEWEST_BLOCKS:
        replicates = _replicates(counts[is_labelled], rates)
        correlation = _correlation(counts, rates)
        for first in range(0, len(mapped), _ZONES_AT_ONCE):
            part = slice(first, first + _ZONES_AT_ONCE)
            own = _own_variance(counts, rates, correlation, mapped[part], pixels[part], cover[part])
            variance = np.maximum(
                _variance(replicates, mapped[part]) + own, _LEAST * _variance_without_blocks(total, mapped[part])
            )
            half = _quantile(min(int(is_labelled.sum()) - 1, _MOST_FREEDOM)) * np.sqrt(variance)
            low[part] = np.maximum(area[part] - half, 0)
            high[part] = np.minimum(area[part] + half, mapped[part].sum(1, keepdims=True))
    return CorrectedAreas(area, low, high, (mapped.sum(0) > 0) & ~sampled)


def _rates(counts: IntArray, otherwise: DoubleArray) -> tuple[DoubleArray, BoolArray]:
    """(..., classes, classes) share of each true class in what is mapped as a class, and whether that has units."""
    n = counts.sum(-1)
    sampled: BoolArray = n > 0
    rates = np.where(sampled[..., None], counts / np.maximum(n, 1)[..., None], otherwise)
    return rates, sampled


def _replicates(counts: IntArray, rates: DoubleArray) -> DoubleArray:
    """(replicates, classes, classes) shares of samples of whole blocks, drawn with replacement."""
    blocks = len(counts)
    drawn = np.random.default_rng(0).multinomial(blocks, np.full(blocks, 1 / blocks), REPLICATES)
    return _rates(np.tensordot(drawn, counts, 1), rates)[0]


def _variance(replicates: DoubleArray, mapped: DoubleArray) -> DoubleArray:
    """(zones, classes) variance of the corrected areas over replicates."""
    deviation = replicates - replicates.mean(0)
    covariance = np.einsum("rij,rkj->jik", deviation, deviation) / (len(replicates) - 1)
    variance: DoubleArray = np.einsum("zi,jik,zk->zj", mapped, covariance, mapped, optimize=True)
    return np.maximum(variance, 0)


def _correlation(counts: IntArray, rates: DoubleArray) -> tuple[float, float]:
    """Correlation of the errors of two units of one block, over all pairs, and the largest that is likely.

    Where a block has few units, there are few pairs, and the correlation is uncertain: its standard error comes from
    the spread of the blocks.
    """
    units = counts.sum(2)
    spread = np.sqrt(rates * (1 - rates))
    deviations = (counts - units[:, :, None] * rates).sum(1)
    squares = (counts * (1 - 2 * rates) + units[:, :, None] * rates**2).sum(1)
    expected = np.einsum("bi,ij->bj", units, spread)
    expected_squares = np.einsum("bi,ij->bj", units, spread**2)
    products, pairs = (deviations**2 - squares).sum(1), (expected**2 - expected_squares).sum(1)
    total = pairs.sum()
    if total <= 0:
        return 0.0, 0.0
    mean = products.sum() / total
    error = np.sqrt(((products - mean * pairs) ** 2).sum()) / total
    least, most = np.clip([mean, mean + _ERRORS_ABOVE * error], 0, 1).tolist()
    return least, most


def _own_variance(
    counts: IntArray,
    rates: DoubleArray,
    correlation: tuple[float, float],
    mapped: DoubleArray,
    pixels: DoubleArray,
    cover: DoubleArray,
) -> DoubleArray:
    """(zones, classes) what the errors of a zone itself add to the variance; negative for zones like the whole map."""
    spread = np.sqrt(rates * (1 - rates))
    sample = counts.sum((1, 2)) / counts.sum()
    shape = (cover**2).sum(1) - 2 * cover @ sample
    area = np.maximum(mapped.sum(1), 1e-300)
    luck = area / np.maximum(pixels, 1) * (mapped @ spread**2).T
    # Where more correlation makes intervals wider, it is not taken too small by chance.
    of_shape = shape * np.where(shape > 0, correlation[1], correlation[0])
    variance: DoubleArray = of_shape[:, None] * (mapped @ spread) ** 2 + luck.T
    return variance


def _variance_without_blocks(counts: IntArray, mapped: DoubleArray) -> DoubleArray:
    """(zones, classes) variance for errors that are nowhere correlated: equation 10 of Olofsson et al. (2014)."""
    errors = np.array([estimate_areas(counts, zone).share_error * _sampled_area(counts, zone) for zone in mapped])
    variance: DoubleArray = (errors / Z_95) ** 2
    return variance


def _sampled_area(counts: IntArray, mapped: DoubleArray) -> float:
    return float(mapped[counts.sum(1) > 0].sum())


def _quantile(freedom: int) -> float:
    """Half the width of a 95 % interval in standard errors that were estimated with so many degrees of freedom.

    The first term of the expansion of Student's t (Abramowitz and Stegun, 1964, 26.7.5).
    """
    return Z_95 + (Z_95**3 + Z_95) / (4 * freedom)
