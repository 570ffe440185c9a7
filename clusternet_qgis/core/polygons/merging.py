"""Small regions merged into their best neighbours, all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..progress import Progress
from .chains import Index, components, dense
from .regions import Borders, Regions


@dataclass(frozen=True)
class Merged:
    """What became of the regions.

    Attributes:
        name: (n,) new number of each region from 1, 0 for what is no data or dropped.
        values: (m + 1,) class value + 1 of each number, 0 first.
        pixels: (m + 1,) size.
        merged: Number of regions that went into another.
        dropped: Number of regions with no neighbour to go into.
    """

    name: Index
    values: Index
    pixels: Index
    merged: int
    dropped: int


def merge_small(
    regions: Regions,
    minimum: float,
    progress: Progress = Progress(),
) -> Merged:
    """Merges regions of fewer pixels than the minimum into the neighbour with the longest common border.

    Enclosed no data below the minimum is filled the same way. Each round merges small regions into neighbours that
    stay themselves in this round, so that borders are measured anew before the next choice; what was merged has the
    class of its largest member. Neighbours that came to the same class become one. What is still too small then has
    no neighbour at all and is dropped.

    Args:
        regions: The regions and their borders.
        minimum: Pixels that a region must have; 0 or less keeps all.
        progress: Checked in every round.
    """
    state = _State.of(regions, minimum)
    while len(state.borders.first):
        progress.check()
        state.merge_round()
    keep = (state.values > 0) & (state.pixels >= minimum)
    name = np.zeros(len(keep) + 1, np.int64)
    name[:-1][keep] = np.arange(1, int(keep.sum()) + 1)
    is_class = regions.values > 0
    lost = (state.values > 0) & ~keep
    return Merged(
        name[state.group_of],
        np.concatenate([[0], state.values[keep]]),
        np.concatenate([[0], state.pixels[keep]]),
        int(is_class.sum()) - int((state.values > 0).sum()),
        int(lost.sum()),
    )


@dataclass
class _State:
    minimum: float
    group_of: Index
    values: Index
    pixels: Index
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
    def _small(self) -> NDArray[np.bool_]:
        small: NDArray[np.bool_] = (self.pixels < self.minimum) | (self.values == 0)
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

    def _choices(self) -> Index:
        """(n,) the neighbour with the longest border of each small group, itself for all others.

        All groups rank borders in one order, so that no circles arise but of two.
        """
        borders, small = self.borders, self._small
        pixels = self.pixels
        order = np.lexsort((pixels[borders.first] + pixels[borders.second], borders.length))
        target = np.arange(len(self.values))
        first, second = borders.first[order], borders.second[order]
        # The last assignment to a place stays, so that it is the longest border's; no data takes nobody in.
        place = np.stack([first, second], axis=1).ravel()
        choice = np.stack([second, first], axis=1).ravel()
        wanted = small[place] & (self.values[choice] > 0)
        target[place[wanted]] = choice[wanted]
        mutual = (target[target] == np.arange(len(target))) & (target > np.arange(len(target)))
        target[mutual] = np.flatnonzero(mutual)
        return target

    def _unite(self, first: Index, second: Index) -> None:
        number, count = dense(components(len(self.values), first, second))
        # The largest class member gives its class: sorted ascending, it is assigned last.
        order = np.lexsort((self.pixels, self.values > 0))
        values = np.zeros(count, np.int64)
        values[number[order]] = self.values[order]
        self.values = values
        self.pixels = np.bincount(number, weights=self.pixels, minlength=count).astype(np.int64)
        self.group_of = number[self.group_of]
        self.borders = self.borders.renamed(number)

    def _keep_borders_of_small(self) -> None:
        borders, small = self.borders, self._small
        wanted = small[borders.first] | small[borders.second]
        self.borders = Borders(borders.first[wanted], borders.second[wanted], borders.length[wanted])


def _odd_steps(target: Index) -> NDArray[np.bool_]:
    """Whether each item is an odd number of steps away from the end of its path."""
    end = target
    odd: NDArray[np.bool_] = target != np.arange(len(target))
    while True:
        beyond = end[end]
        if np.array_equal(beyond, end):
            return odd
        odd, end = odd ^ odd[end], beyond
