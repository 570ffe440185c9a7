"""Merges small regions into their neighbours with the longest common border, many at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, IntArray
from ..progress import Progress
from .chains import components, dense
from .regions import Borders, Regions


@dataclass(frozen=True)
class Merged:
    """The regions after merging.

    Attributes:
        number: (n,) new number of each region, from 1; 0 for no data and dropped regions.
        values: (m + 1,) class value + 1 by new number; 0 first.
        pixels: (m + 1,) size in pixels by new number.
        merged: How many regions were merged into another one.
        dropped: How many small regions had no neighbour to be merged into.
    """

    number: IntArray
    values: IntArray
    pixels: IntArray
    merged: int
    dropped: int


def merge_small(
    regions: Regions,
    minimum: float,
    progress: Progress = Progress(),
) -> Merged:
    """Merges regions of fewer pixels than the minimum into the neighbour with the longest common border.

    Enclosed no data of fewer pixels is filled in the same way. In each round, small regions are merged into neighbours
    that are not merged themselves in this round, so that the next choice knows the new borders. A merged region has the
    class of its largest member. Neighbours that have got the same class are joined. Regions that are still too small at
    the end have no neighbour and are dropped.

    Args:
        regions: The regions and their borders.
        minimum: Pixels that a region must have; 0 keeps all regions.
        progress: Checked in every round.
    """
    state = _State.of(regions, minimum)
    while len(state.borders.first):
        progress.check()
        state.merge_round()
    keep = (state.values > 0) & (state.pixels >= minimum)
    number = np.zeros(len(keep) + 1, np.int64)
    number[:-1][keep] = np.arange(1, int(keep.sum()) + 1)
    is_class = regions.values > 0
    lost = (state.values > 0) & ~keep
    return Merged(
        number[state.group_of],
        np.concatenate([[0], state.values[keep]]),
        np.concatenate([[0], state.pixels[keep]]),
        int(is_class.sum()) - int((state.values > 0).sum()),
        int(lost.sum()),
    )


@dataclass
class _State:
    minimum: float
    group_of: IntArray
    values: IntArray
    pixels: IntArray
    borders: Borders

    @classmethod
    def of(cls, regions: Regions, minimum: float) -> _State:
        count = len(regions.values)
        state = cls(minimum, np.arange(count), regions.values.copy(), regions.pixels.copy(), regions.borders)
        fixed = (regions.values == 0) & (regions.at_edge | (regions.pixels >= minimum))
        borders = state.borders
        usable = ~fixed[borders.first] & ~fixed[borders.second]
        state.borders = Borders(borders.first[usable], borders.second[usable], borders.length[usable])
        state._keep_borders_of_small()
        return state

    @property
    def _small(self) -> BoolArray:
        small: BoolArray = (self.pixels < self.minimum) | (self.values == 0)
        return small

    def merge_round(self) -> None:
        target = self._choices()
        moving = _odd_steps(target)
        self._unite(np.flatnonzero(moving), target[moving])
        first, second = self.borders.first, self.borders.second
        same = (self.values[first] == self.values[second]) & (self.values[first] > 0)
        if same.any():
            self._unite(first[same], second[same])
        self._keep_borders_of_small()

    def _choices(self) -> IntArray:
        """(n,) for each small group the neighbour with the longest border; for all others themselves.

        All groups sort borders in one order. So choices cannot form circles of more than two groups.
        """
        borders, small = self.borders, self._small
        pixels = self.pixels
        order = np.lexsort((pixels[borders.first] + pixels[borders.second], borders.length))
        target = np.arange(len(self.values))
        first, second = borders.first[order], borders.second[order]
        # The last assignment to an element stays: that of the longest border. No group is merged into no data.
        group = np.stack([first, second], axis=1).ravel()
        choice = np.stack([second, first], axis=1).ravel()
        wanted = small[group] & (self.values[choice] > 0)
        target[group[wanted]] = choice[wanted]
        mutual = (target[target] == np.arange(len(target))) & (target > np.arange(len(target)))
        target[mutual] = np.flatnonzero(mutual)
        return target

    def _unite(self, first: IntArray, second: IntArray) -> None:
        number, count = dense(components(len(self.values), first, second))
        # The class is that of the largest member with a class: in ascending order, it is assigned last.
        order = np.lexsort((self.pixels, self.values > 0))
        values = np.zeros(count, np.int64)
        values[number[order]] = self.values[order]
        self.values = values
        self.pixels = np.bincount(number, weights=self.pixels, minlength=count).astype(np.int64)
        self.group_of = number[self.group_of]
        self.borders = self.borders.renumbered(number)

    def _keep_borders_of_small(self) -> None:
        borders, small = self.borders, self._small
        wanted = small[borders.first] | small[borders.second]
        self.borders = Borders(borders.first[wanted], borders.second[wanted], borders.length[wanted])


def _odd_steps(target: IntArray) -> BoolArray:
    """Whether each item is an odd number of steps away from the end of its chain of targets."""
    end = target
    odd: BoolArray = target != np.arange(len(target))
    while True:
        beyond = end[end]
        if np.array_equal(beyond, end):
            return odd
        odd, end = odd ^ odd[end], beyond
