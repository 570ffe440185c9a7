"""Areas of transitions between classes, with intervals, as a table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray
from ..evaluation.block_bootstrap import FEWEST_BLOCKS, PERCENTILES, REPLICATES, Blocks
from ..evaluation.pixel_areas import PixelAreas
from ..io.plain_text import cell_text
from ..io.tiling import Window
from ..staging import staged


@dataclass(frozen=True)
class TransitionAreas:
    """How much of each class became which.

    Attributes:
        classes: Names.
        area: (classes, classes) from rows to columns; on the diagonal what has the same class at both dates.
        within: (classes,) what has changed and has the same class at both dates, a part of the diagonal.
        low: Lower limits of 95 % intervals, NaN where there are too few parts.
        high: Upper limits.
        unit: m2, or px without a reference system.
    """

    classes: tuple[str, ...]
    area: DoubleArray
    within: DoubleArray
    low: DoubleArray
    high: DoubleArray
    unit: str

    @property
    def share_changed(self) -> float:
        """Of the area that is valid at both dates."""
        total = float(self.area.sum())
        return float(self.changed.sum()) / total if total else 0.0

    @property
    def changed(self) -> DoubleArray:
        """(classes, classes) what has changed, from rows to columns; on the diagonal within a class."""
        changed = self.area.copy()
        np.fill_diagonal(changed, self.within)
        return changed

    @property
    def present(self) -> list[int]:
        """Indices of the classes that occur at either date."""
        kept: list[int] = np.flatnonzero(self.area.any(0) | self.area.any(1)).tolist()
        return kept

    def largest(self, most: int) -> list[tuple[int, int]]:
        """The transitions of the largest areas, from and to, without what has not changed."""
        changed = self.changed
        order = np.argsort(-changed, axis=None, kind="stable")[:most]
        pairs = [divmod(int(index), len(self.classes)) for index in order]
        return [pair for pair in pairs if changed[pair] > 0]


class TransitionCounter:
    """Sums up areas of transitions in blocks of the map.

    Args:
        window: What is mapped.
        areas: Area of each pixel of the map.
        classes: Names.
        unit: Of the areas.
    """

    def __init__(self, window: Window, areas: PixelAreas, classes: Sequence[str], unit: str) -> None:
        self._areas, self._classes, self._unit = areas, tuple(classes), unit
        self._blocks = Blocks(window.rows, window.cols)
        self._sums = np.zeros((len(self._blocks), len(classes), len(classes)))
        self._within = np.zeros(len(classes))

    def add(self, window: Window, was: IntArray, now: IntArray, changed: BoolArray, valid: BoolArray) -> None:
        """Counts the pixels of a window of the map.

        Args:
            window: Counted from the first pixel of the map.
            was: Class before (rows, cols).
            now: Class after.
            changed: Pixels that have changed, perhaps within a class.
            valid: Pixels that count.
        """
        rows, cols = np.nonzero(valid)
        count = len(self._classes)
        blocks = self._blocks.of(rows + window.row, cols + window.col)
        keys = (blocks * count + was[valid]) * count + now[valid]
        weights = self._areas.read(window)[valid]
        self._sums += np.bincount(keys, weights, self._sums.size).reshape(self._sums.shape)
        within = (changed & (was == now))[valid]
        self._within += np.bincount(was[valid][within], weights[within], count)

    def areas(self) -> TransitionAreas:
        """The sums, with intervals from blocks drawn with replacement; see `BlockCounter.intervals`."""
        used = self._sums[self._sums.any(axis=(1, 2))]
        total = self._sums.sum(0)
        limits = np.full((2, *total.shape), np.nan)
        if len(used) >= FEWEST_BLOCKS:
            generator = np.random.default_rng(0)
            drawn = generator.integers(0, len(used), (REPLICATES, len(used)))
            times = np.stack([np.bincount(each, minlength=len(used)) for each in drawn])
            limits = np.percentile(np.tensordot(times, used, 1), PERCENTILES, axis=0)
        return TransitionAreas(self._classes, total, self._within, limits[0], limits[1], self._unit)


def write_transition_table(areas: TransitionAreas, path: str) -> None:
    """Writes a CSV matrix: a row for each class before, a column for each class after, and totals; then the limits.

    Where ground has changed within a class, a last column says how much.

    Args:
        areas: What to write; classes that occur at neither date are left out.
        path: The file.
    """
    kept = areas.present
    names = [cell_text(areas.classes[index]) for index in kept]
    with staged(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        header = [
            f"from / to ({areas.unit})",
            *names,
            "total",
            *(f"{name} {limit}" for name in names for limit in _LIMITS),
        ]
        has_within = bool(areas.within.any())
        writer.writerow([*header, *["changed within"] * has_within])
        for index, name in zip(kept, names):
            row = areas.area[index, kept]
            limits = np.stack([areas.low[index, kept], areas.high[index, kept]], 1).ravel()
            within = [areas.within[index]] * has_within
            writer.writerow([name, *map(_number, [*row, row.sum(), *limits, *within])])
        columns = areas.area[np.ix_(kept, kept)].sum(0)
        writer.writerow(["total", *map(_number, [*columns, columns.sum()]), *[""] * 2 * len(kept)])


_LIMITS = ("low", "high")


def _number(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.9g}"
