"""Units of a sample: each point or small polygon of a reference counts once, whatever its size."""

from __future__ import annotations

import numpy as np

from .evaluation import IntArray


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
