"""Whether suggested names are right: counts of pixels against labels that may say more or less than a name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import IntArray
from .metrics import tabulate


@dataclass(frozen=True)
class NameCounts:
    """Numbers of pixels; those of several images add up.

    Attributes:
        right: Named, and the label allows the name.
        wrong: Named, and it does not.
        left_open: Without a name.
    """

    right: int = 0
    wrong: int = 0
    left_open: int = 0

    def __add__(self, other: NameCounts) -> NameCounts:
        return NameCounts(self.right + other.right, self.wrong + other.wrong, self.left_open + other.left_open)

    @property
    def precision(self) -> float:
        """Share of the named pixels that are right; NaN if none is named."""
        named = self.right + self.wrong
        return self.right / named if named else float("nan")

    @property
    def coverage(self) -> float:
        """Share of the pixels that are named; NaN if there are none."""
        named = self.right + self.wrong
        return named / (named + self.left_open) if named + self.left_open else float("nan")


def count_names(names: IntArray, labels: IntArray, possible: Sequence[Collection[int]], kinds: int) -> NameCounts:
    """Counts names that are right, wrong and left open.

    A label that leaves most kinds possible, such as the background of buildings, only tells that a name is wrong: its
    other pixels count for nothing.

    Args:
        names: Number of the kind that each pixel is named; negative for none.
        labels: Label of each pixel, in the same shape; negative for none.
        possible: Of each label the kinds that it may be; none for one that says nothing.
        kinds: Number of kinds.
    """
    table = tabulate(names.ravel().astype(np.int64) + 1, labels.ravel().astype(np.int64), kinds + 1, len(possible))
    counts = NameCounts()
    for label, allowed in enumerate(possible):
        if not allowed:
            continue
        is_allowed = np.isin(np.arange(kinds), list(allowed))
        left_open, named = int(table[0, label]), table[1:, label]
        decides = 2 * len(set(allowed)) <= kinds
        right = int(named[is_allowed].sum()) if decides else 0
        counts += NameCounts(right, int(named[~is_allowed].sum()), left_open if decides else 0)
    return counts
