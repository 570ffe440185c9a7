"""Accuracy and areas estimated from a sample, with what a map is known to get wrong taken into account."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

# Half the width of a 95 % confidence interval in standard errors.
Z_95 = 1.96


@dataclass(frozen=True)
class AreaEstimates:
    """Estimates after Olofsson et al. (2014); errors are half widths of 95 % confidence intervals.

    Attributes:
        counts: Sample units [mapped as, truly] (classes, classes).
        mapped: (classes,) share of the map.
        share: (classes,) estimated share of the area that truly is of the class; with `share_error`.
        users: (classes,) share of what is mapped as the class that is, NaN where no unit is; with `users_error`.
        producers: (classes,) share of the class's true area that is mapped as it; with `producers_error`.
        accuracy: Share of the area that is mapped right; with `accuracy_error`.
        few: Whether each class is mapped somewhere but has fewer than two units there (classes,): without a unit its
            part of the map takes no part in the estimates, with one its error is unknown.
    """

    counts: IntArray
    mapped: FloatArray
    share: FloatArray
    share_error: FloatArray
    users: FloatArray
    users_error: FloatArray
    producers: FloatArray
    producers_error: FloatArray
    accuracy: float
    accuracy_error: float
    few: NDArray[np.bool_]


def estimate_areas(counts: IntArray, mapped_pixels: IntArray) -> AreaEstimates:
    """Estimates for a sample that is random within each class of the map (stratified), or random altogether.

    Olofsson, Foody, Herold, Stehman, Woodcock and Wulder, "Good practices for estimating area and assessing accuracy of
    land change", Remote Sensing of Environment 148 (2014), 42-57. Of n_i units mapped as i, n_ij truly are j; W_i is
    the share of the map that is i; p_ij = W_i n_ij / n_i (equation 4). Overall, user's and producer's accuracy are
    the sum of p_jj, p_ii / p_i. and p_jj / p_.j (1 to 3), their variances equations 5 to 7. The shares of the area
    are p_.j, their standard errors equation 10.

    Args:
        counts: Sample units [mapped as, truly] (classes, classes).
        mapped_pixels: (classes,) pixels of each class in the map.
    """
    n = counts.sum(1).astype(np.float64)
    sampled = n > 0
    weight = np.where(sampled, mapped_pixels, 0).astype(np.float64)
    weight /= max(weight.sum(), 1.0)
    rows = np.divide(counts, n[:, None], out=np.zeros(counts.shape), where=sampled[:, None])
    p = weight[:, None] * rows
    share = p.sum(0)
    # A single unit says nothing about the spread.
    freedom = np.where(n > 1, n - 1, np.nan)
    spread = np.where(sampled[:, None], rows * (1 - rows) / freedom[:, None], 0.0)
    hits = np.diag(p)
    with np.errstate(invalid="ignore", divide="ignore"):
        users = np.where(sampled, np.diag(rows), np.nan)
        producers = hits / share
        variance_of_users = np.where(sampled, np.diag(spread), np.nan)
        inner = weight**2 * (1 - producers) ** 2 * np.where(sampled, np.diag(spread), 0.0)
        others = _skipping_nothing(weight[:, None] ** 2 * spread)
        np.fill_diagonal(others, 0.0)
        variance_of_producers = (_skipping_nothing(inner) + producers**2 * others.sum(0)) / share**2
    return AreaEstimates(
        counts,
        mapped_pixels / max(int(mapped_pixels.sum()), 1),
        share,
        Z_95 * np.sqrt(_skipping_nothing(weight[:, None] ** 2 * spread).sum(0)),
        users,
        Z_95 * np.sqrt(variance_of_users),
        producers,
        Z_95 * np.sqrt(variance_of_producers),
        float(hits.sum()),
        float(Z_95 * np.sqrt(_skipping_nothing(weight**2 * np.diag(spread)).sum())),
        (mapped_pixels > 0) & (n < 2),
    )


def _skipping_nothing(values: FloatArray) -> FloatArray:
    """Unknown spreads, of classes with a single unit, left out of sums; `few` names the classes."""
    return np.where(np.isnan(values), 0.0, values)


class UnitTally:
    """Gathers what the map says in each unit.

    Args:
        classes: How many.
    """

    def __init__(self, classes: int) -> None:
        self._classes = classes
        self._parts: list[tuple[IntArray, IntArray]] = []

    def add(self, units: IntArray, mapped: IntArray, true: IntArray) -> None:
        """Counts pixels (n,) by the number of their unit and their classes."""
        keys = (units * self._classes + true) * self._classes + mapped
        self._parts.append(np.unique(keys, return_counts=True))

    def counts(self) -> IntArray:
        """Units [mapped as, truly] (classes, classes): each as most of its pixels are mapped."""
        table = np.zeros((self._classes, self._classes), np.int64)
        if not self._parts:
            return table
        keys, place = np.unique(np.concatenate([keys for keys, _ in self._parts]), return_inverse=True)
        pixels = np.bincount(place, np.concatenate([pixels for _, pixels in self._parts]), len(keys))
        mapped, true, unit = keys % self._classes, keys // self._classes % self._classes, keys // self._classes**2
        # The most frequent pair of each unit comes last of its own.
        order = np.lexsort((pixels, unit))
        last = np.flatnonzero(np.diff(unit[order], append=-1))
        np.add.at(table, (mapped[order[last]], true[order[last]]), 1)
        return table
