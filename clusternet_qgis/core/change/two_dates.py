"""Both dates ready to be compared: on the same pixels, in the same colours, seen by the same model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..errors import ModelError, RasterError
from ..io.normalisation import NormalisationStats
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..mapping.imagery import open_for_model
from ..mapping.sampled_windows import sampled_windows
from ..model.mapping_model import MappingModel
from ..options import MapOptions
from ..progress import Progress
from .radiometry import GainOffset, match_dates
from .registration import Shift, correlate, shift_of
from .second_date import SecondDate

# What is looked at of large rasters: squares of so many pixels.
_WINDOW_SIZE, _MOST_WINDOWS = 512, 16
_SMALLEST_WINDOW = 32
# Longest shift that is looked for, in pixels; what is farther apart is georeferenced wrongly.
_LONGEST_SHIFT = 24.0
# Shifts below this are the noise of the estimate, and moving blurs.
_SHORTEST_SHIFT = 0.1
# Every so many pixels are compared for gains and offsets.
_STEP = 3


@dataclass(frozen=True)
class TwoDates:
    """Two dates on the pixels of the first.

    Attributes:
        before: The raster of the first date.
        after: That of the second one.
        window: What is compared.
        shift: By which the second lies farther.
        colours: Makes values of the second date those of the first.
        stats_before: Normalisation of the first date.
        stats_after: Normalisation of the second one.
    """

    before: RasterSource
    after: SecondDate
    window: Window
    shift: Shift
    colours: GainOffset
    stats_before: NormalisationStats
    stats_after: NormalisationStats

    def parts(self) -> list[Window]:
        """Squares of what is compared; of a large raster some, always the same."""
        return sampled_windows(self.before, self.window, _WINDOW_SIZE, _MOST_WINDOWS)

    def seen_by(self, model: MappingModel) -> tuple[MappingModel, MappingModel]:
        """The model as it sees the first date, and as it sees the second."""
        frozen: Any = model  # every model is a dataclass
        return replace(frozen, stats=self.stats_before), replace(frozen, stats=self.stats_after)


@contextmanager
def open_dates(
    before: str, after: str, model: MappingModel, options: MapOptions, progress: Progress
) -> Iterator[TwoDates]:
    """Opens both rasters, finds by how much they are shifted, and how their colours differ.

    Args:
        before: Path of the first date.
        after: Path of the second date; any grid and system.
        model: What will see them.
        options: Bands, extent, and whether flat borders are a part of the pictures.
        progress: Says what was found.

    Raises:
        RasterError: They are one file, do not overlap, or have no valid pixel in common.
        ModelError: The model does not fit one of them, or sees more than the picture.
    """
    if Path(before).exists() and Path(after).exists() and Path(before).samefile(after):
        raise RasterError(f"BEFORE and AFTER are the same raster, {Path(before).name}; choose two dates of one place.")
    if model.evidence is not None and model.evidence.channels:
        raise ModelError(
            "The model sees heights or indices beside the picture, which two dates cannot be compared with; train one "
            "without EXTRA and INDICES."
        )
    keep = options.keep_flat_borders
    with (
        open_for_model(before, model, options.bands, keep, progress=progress) as first,
        open_for_model(after, model, options.bands, keep, progress=progress) as second,
    ):
        window = first.grid.window_of(options.extent)
        parts = sampled_windows(first, window, _WINDOW_SIZE, _MOST_WINDOWS)
        shift = _shift(first, SecondDate(second, first.grid), parts, progress.part(0, 0.5))
        moved = SecondDate(second, first.grid, (shift.rows, shift.cols))
        pixels = _common_pixels(first, moved, parts, progress.part(0.5, 0.9))
        # The directions of embeddings are the same at all dates.
        colours = GainOffset.none(len(first.bands)) if model.embedding else match_dates(*pixels)
        stats = _statistics(first, moved, model.stats, colours, parts)
        yield TwoDates(first, moved, window, shift, colours, *stats)


def _shift(first: RasterSource, second: SecondDate, parts: list[Window], progress: Progress) -> Shift:
    """The shift that most parts agree on; none where no edges tell it."""
    rows, cols = (min(getattr(part, name) for part in parts) for name in ("rows", "cols"))
    if min(rows, cols) < _SMALLEST_WINDOW:
        largest = max(parts, key=lambda part: min(part.rows, part.cols))
        rows, cols = largest.rows, largest.cols
    spectra = []
    for part in progress.track(parts, len(parts)):
        if part.rows < rows or part.cols < cols:
            continue
        square = Window(part.row, part.col, rows, cols)
        (one, valid), (two, also) = first.read(square), second.read(square)
        both = valid & also
        if both.mean() > 0.2:
            spectra.append(correlate(_standardised(one, both), _standardised(two, both), both))
    shift = shift_of(spectra, min(_LONGEST_SHIFT, rows / 4, cols / 4))
    if not shift.is_clear:
        progress.say("The two dates have no edges in common that would tell a shift; none is taken off.")
        return Shift(0.0, 0.0, shift.clearness)
    if shift.length < _SHORTEST_SHIFT:
        return Shift(0.0, 0.0, shift.clearness)
    progress.say(
        f"The second date lies {shift.rows:.2f} pixels down and {shift.cols:.2f} to the right: it is moved back"
    )
    return shift


def _standardised(values: FloatArray, valid: np.ndarray[Any, np.dtype[np.bool_]]) -> FloatArray:
    inside = values[:, valid]
    mean, std = inside.mean(1), np.maximum(inside.std(1), 1e-6)
    result: FloatArray = np.where(valid, (values - mean[:, None, None]) / std[:, None, None], 0).astype(np.float32)
    return result


def _common_pixels(
    first: RasterSource, second: SecondDate, parts: list[Window], progress: Progress
) -> tuple[FloatArray, FloatArray]:
    """Values (bands, pixels) of both dates where both are valid."""
    ones, twos = [], []
    for part in progress.track(parts, len(parts)):
        (one, valid), (two, also) = first.read(part), second.read(part)
        both = (valid & also)[::_STEP, ::_STEP]
        ones.append(one[:, ::_STEP, ::_STEP][:, both])
        twos.append(two[:, ::_STEP, ::_STEP][:, both])
    one, two = np.concatenate(ones, 1), np.concatenate(twos, 1)
    if not one.shape[1]:
        raise RasterError("No pixel is valid at both dates; give two rasters of one place, or another EXTENT.")
    return one, two


def _statistics(
    first: RasterSource, second: SecondDate, stats: NormalisationStats, colours: GainOffset, parts: list[Window]
) -> tuple[NormalisationStats, NormalisationStats]:
    """Normalisation of both dates: that of the model for the date that it knows, matched for the other one."""
    means = [_mean(first, parts), _mean(second, parts)]
    scale = np.where(stats.std > 0, stats.std, 1)
    far = [float(np.abs((mean - stats.mean) / scale).sum()) for mean in means]
    if far[1] < far[0]:
        return colours.inverse().seen_by(stats), stats
    return stats, colours.seen_by(stats)


def _mean(source: RasterSource | SecondDate, parts: list[Window]) -> FloatArray:
    sums, count = 0.0, 0
    for part in parts:
        values, valid = source.read(part)
        sums = sums + values[:, valid].sum(1, dtype=np.float64)
        count += int(valid.sum())
    mean: FloatArray = np.asarray(sums / max(count, 1))
    return mean
