"""The report on two dates: the matrix of transitions, and chips of the largest changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import ByteArray, IntArray
from ..io.tiling import TileGrid, Window
from ..reports.charts import image_url
from ..reports.page import write_page
from ..reports.pictures import RgbRenderer, to_bytes
from .areas import TransitionAreas
from .legend import UNCHANGED, TransitionLegend
from .two_dates import TwoDates

_CHIP, _MOST_CHIPS = 192, 9
_MOST_ROWS = 20


@dataclass(frozen=True)
class Chip:
    """A part of the map where much has changed.

    Attributes:
        before: Picture of the first date (rows, cols, 3).
        after: Picture of the second date, in the colours of the first.
        values: Transitions (rows, cols).
        share: That has changed.
    """

    before: ByteArray
    after: ByteArray
    values: IntArray
    share: float


class Chips:
    """Finds the parts of the map where most has changed.

    Args:
        dates: Give the pictures.
        window: Of the map, from its first pixel.
    """

    def __init__(self, dates: TwoDates, window: Window) -> None:
        self._dates = dates
        self._cells = TileGrid(window, _CHIP)
        self._best: list[tuple[int, Window, IntArray]] = []

    def add(self, window: Window, values: IntArray) -> None:
        """Looks at the transitions (rows, cols) of a window of the map, whose sides are multiples of a chip's."""
        for tile in TileGrid(window, _CHIP):
            part = values[tile.core.relative_to(window).slices()]
            count = int((part > UNCHANGED).sum())
            if count:
                self._best.append((count, tile.core, part.copy()))
        self._best.sort(key=lambda each: (-each[0], each[1].row, each[1].col))
        del self._best[_MOST_CHIPS:]

    def pictures(self, band_names: Sequence[str]) -> list[Chip]:
        """The chips, most changed first."""
        dates = self._dates
        stats = dates.stats_before
        renderer = RgbRenderer(band_names, stats.mean, stats.std)
        chips = []
        for count, window, values in self._best:
            own = window.shifted(dates.window.row, dates.window.col)
            one, two = dates.before.read(own)[0], dates.colours.apply(dates.after.read(own)[0])
            chips.append(
                Chip(to_bytes(renderer.render(one)), to_bytes(renderer.render(two)), values, count / values.size)
            )
        return chips


def write_change_report(
    areas: TransitionAreas,
    chips: Sequence[Chip],
    shift: tuple[float, float],
    names: tuple[str, str],
    legend: TransitionLegend,
    path: str,
) -> None:
    """Writes the page: how much has changed, which transitions are the largest, the matrix, and chips.

    Args:
        areas: Of transitions.
        chips: Of the largest changes.
        shift: That was taken off, in pixels down and to the right.
        names: Of both rasters.
        legend: Of the transitions.
        path: The page.
    """
    write_page(
        "change.html",
        path,
        title="What has changed",
        areas=areas,
        unit="m²" if areas.unit == "m2" else "pixels",
        kept=areas.present,
        before_totals=areas.area.sum(1),
        after_totals=areas.area.sum(0),
        largest=areas.largest(_MOST_ROWS),
        has_intervals=bool(np.isfinite(areas.low).all()),
        shift=shift,
        before=names[0],
        after=names[1],
        chips=[
            {
                "before": image_url(chip.before),
                "after": image_url(chip.after),
                "change": image_url(_drawn(chip, legend)),
                "share": chip.share,
                "names": _names(chip.values, legend),
            }
            for chip in chips
        ],
    )


def _drawn(chip: Chip, legend: TransitionLegend) -> ByteArray:
    """Changes in the colours of what has become of the ground, on the picture of the second date in grey."""
    grey = np.repeat(chip.after.mean(2, keepdims=True) * 0.5 + 110, 3, axis=2)
    changed = chip.values > UNCHANGED
    colours = np.array(legend.colours, np.float64)
    grey[changed] = colours[legend.pair(chip.values[changed])[1]]
    drawn: ByteArray = np.clip(grey, 0, 255).astype(np.uint8)
    return drawn


def _names(values: IntArray, legend: TransitionLegend) -> str:
    """The transition that most pixels of a chip have."""
    changed = values[values > UNCHANGED]
    most = int(np.bincount(changed).argmax())
    return next(entry.name for entry in legend.of([most]) if entry.value == most)
