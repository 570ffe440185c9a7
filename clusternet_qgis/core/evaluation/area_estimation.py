"""Class areas and map accuracy estimated from a sample of the map (Olofsson et al. 2014)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray

# Half the width of a 95 % confidence interval in standard errors.
Z_95 = 1.96


class SampleUnits:
    """Counts the units of a sample (points or polygons) by their class on the map and in the reference.

    Args:
        classes: Number of classes.
    """

    def __init__(self, classes: int) -> None:
        self._classes = classes
        self._parts: list[tuple[IntArray, IntArray]] = []

    def add(self, units: IntArray, mapped: IntArray, true: IntArray) -> None:
        """Adds pixels (n,): the number of their unit, and their classes on the map and in the reference."""
        keys = (units * self._classes + true) * self._classes + mapped
        self._parts.append(np.unique(keys, return_counts=True))

    def counts(self) -> IntArray:
        """(classes, classes) numbers of units [class on the map, class in the reference].

        A unit counts once, with the classes of most of its pixels.
        """
        table = np.zeros((self._classes, self._classes), np.int64)
        _, mapped, true = self.majorities()
        np.add.at(table, (mapped, true), 1)
        return table

    def majorities(self) -> tuple[IntArray, IntArray, IntArray]:
        """(units,) the number of each unit, and its classes on the map and in the reference: those of most pixels."""
        if not self._parts:
            return (np.empty(0, np.int64),) * 3
        keys, inverse = np.unique(np.concatenate([keys for keys, _ in self._parts]), return_inverse=True)
        pixels = np.bincount(inverse, np.concatenate([pixels for _, pixels in self._parts]), len(keys))
        mapped, true, unit = keys % self._classes, keys // self._classes % self._classes, keys // self._classes**2
        # Sorted by unit; the most frequent pair of classes of each unit comes last.
        order = np.lexsort((pixels, unit))
        last = order[np.flatnonzero(np.diff(unit[order], append=-1))]
        return unit[last], mapped[last], true[last]


@dataclass(frozen=True)
class AreaEstimates:
    """Estimates after Olofsson et al. (2014). Errors are half the widths of 95 % confidence intervals.

    Attributes:
        counts: (classes, classes) numbers of sample units [class on the map, class in the reference].
        mapped: (classes,) share of the map that is mapped as the class.
        share: (classes,) estimated share of the area that is of the class in reality; with `share_error`.
        users: (classes,) user's accuracy; NaN if no unit is mapped as the class; with `users_error`.
        producers: (classes,) producer's accuracy; with `producers_error`.
        accuracy: Overall accuracy, as a share of the area; with `accuracy_error`.
        few: (classes,) whether the class is on the map but fewer than two units are mapped as it. Without a unit, that
            part of the map is not used in the estimates; with one unit, its error is unknown.
    """

    counts: IntArray
    mapped: DoubleArray
    share: DoubleArray
    share_error: DoubleArray
    users: DoubleArray
    users_error: DoubleArray
    producers: DoubleArray
    producers_error: DoubleArray
    accuracy: float
    accuracy_error: float
    few: BoolArray


def estimate_areas(counts: IntArray, mapped_pixels: IntArray) -> AreaEstimates:
    """Estimates from a stratified random sample, with the classes of the map as strata, or a simple random sample.

    Olofsson, Foody, Herold, Stehman, Woodcock and Wulder, "Good practices for estimating area and assessing accuracy of
    land change", Remote Sensing of Environment 148 (2014), 42-57. Of n_i units mapped as class i, n_ij are of class j
    in the reference; W_i is the share of the map that is mapped as i; p_ij = W_i n_ij / n_i (equation 4). Overall,
    user's and producer's accuracy are the sum of p_jj, p_ii / p_i. and p_jj / p_.j (equations 1 to 3); their
    variances are equations 5 to 7. The shares of the area are p_.j; their standard errors are equation 10.

    Args:
        counts: (classes, classes) numbers of sample units [class on the map, class in the reference].
        mapped_pixels: (classes,) pixels of each class on the map.
    """
    n = counts.sum(1).astype(np.float64)
    sampled = n > 0
    weight = np.where(sampled, mapped_pixels, 0).astype(np.float64)
    weight /= max(weight.sum(), 1.0)
    rows = np.divide(counts, n[:, None], out=np.zeros(counts.shape), where=sampled[:, None])
    p = weight[:, None] * rows
    share = p.sum(0)
    # The variance cannot be estimated from a single unit.
    freedom = np.where(n > 1, n - 1, np.nan)
    variance = np.where(sampled[:, None], rows * (1 - rows) / freedom[:, None], 0.0)
    hits = np.diag(p)
    with np.errstate(invalid="ignore", divide="ignore"):
        users = np.where(sampled, np.diag(rows), np.nan)
        producers = hits / share
        variance_of_users = np.where(sampled, np.diag(variance), np.nan)
        inner = weight**2 * (1 - producers) ** 2 * np.where(sampled, np.diag(variance), 0.0)
        others = _nan_to_zero(weight[:, None] ** 2 * variance)
        np.fill_diagonal(others, 0.0)
        variance_of_producers = (_nan_to_zero(inner) + producers**2 * others.sum(0)) / share**2
    return AreaEstimates(
        counts,
        mapped_pixels / max(int(mapped_pixels.sum()), 1),
        share,
        Z_95 * np.sqrt(_nan_to_zero(weight[:, None] ** 2 * variance).sum(0)),
        users,
        Z_95 * np.sqrt(variance_of_users),
        producers,
        Z_95 * np.sqrt(variance_of_producers),
        float(hits.sum()),
        float(Z_95 * np.sqrt(_nan_to_zero(weight**2 * np.diag(variance)).sum())),
        (mapped_pixels > 0) & (n < 2),
    )


def _nan_to_zero(values: DoubleArray) -> DoubleArray:
    """Leaves unknown variances, of classes with a single unit, out of sums; `few` marks these classes."""
    return np.where(np.isnan(values), 0.0, values)
