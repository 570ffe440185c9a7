"""From two dates of one place and a model to a raster of transitions, their areas, and a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from math import ceil
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import OptionsError, RasterError
from ..evaluation.pixel_areas import PixelAreas
from ..io.gdal_calls import limit_block_cache
from ..io.output_clash import refuse_clashes
from ..io.raster_formats import check_raster_format
from ..io.raster_sink import RasterSink, label_type
from ..io.raster_source import RasterSource, WindowSource
from ..io.tiling import TileGrid, Window
from ..mapping.suggested_classes import WindowMapper
from ..mapping.tile_mapper import TileMapper, TileOutputs
from ..model.load import load_model
from ..options import MapOptions
from ..polygons.measuring import has_metres
from ..progress import Progress
from ..selection.selection import ClusterSelection
from ..staging import scratch_folder
from .areas import TransitionAreas, TransitionCounter, write_transition_table
from .differences import APART, TOLERANCE, changed_pixels, classes_of, distances, roughness, threshold_of
from .legend import UNCHANGED, TransitionLegend, groups_of, transition_legend
from .report import Chips, write_change_report
from .two_dates import TwoDates, open_dates
from .unchanged_ground import UnchangedGround, unchanged_ground

_TILE_SIZE = 576
# Pixels that a tile needs around it: for what is beside a pixel, and from there for its like or the ground around.
_HALO = TOLERANCE + max(TOLERANCE, APART)
# The window in which a pixel looks for its like: smaller changes are mostly noise.
_FEWEST_PIXELS = (2 * TOLERANCE + 1) ** 2
# What unchanged ground differs by is learnt from every so many pixels along rows and columns.
_STEP = 4
# Above this share of change something else is probably the matter.
_SUSPICIOUS_SHARE = 1 / 3


@dataclass(frozen=True)
class ChangeOutputs:
    """Paths to write; empty for what is not wanted.

    Attributes:
        transitions: Raster: 1 where nothing has changed, and a value for each pair of classes; 0 is no data.
        table: CSV matrix of areas.
        report: HTML page.
    """

    transitions: str
    table: str = ""
    report: str = ""


@dataclass(frozen=True)
class ChangeResult:
    """Figures of two dates.

    Attributes:
        areas: Of transitions.
        shift: (rows, cols) by which the second date lay farther, in pixels.
        threshold: Distance above which ground has changed; see `differences.distances`.
    """

    areas: TransitionAreas
    shift: tuple[float, float]
    threshold: float


def compare_dates(
    before: str,
    after: str,
    model: str,
    outputs: ChangeOutputs,
    selection: ClusterSelection | None = None,
    min_area: float = 0.0,
    options: MapOptions = MapOptions(),
    progress: Progress = Progress(),
) -> ChangeResult:
    """Finds what has changed between two rasters of one place, and into what.

    Both dates are seen by one model, after a shift between them is taken off and the colours of one are matched to the
    other's. A pixel has changed where its features differ by more than those of unchanged ground do, and than those of
    the ground around it, also from all pixels of the other date within two pixels; with a selection, where its class is
    another one, too.

    Args:
        before: Path of the first date, whose grid counts.
        after: Path of the second date, on any grid.
        model: Path of the model, `.cnet` or `.onnx`; of either date, or of others.
        outputs: What to write.
        selection: The classes; without one, groups of clusters that are alike.
        min_area: Smallest area of a change in square map units (pixels without a georeference); none is smaller than 25
            pixels.
        options: How to map, and what part.
        progress: Reports tiles, and says what was found.

    Raises:
        ClusterNetError: The rasters cannot be compared, or something cannot be written.
    """
    if not 0 <= min_area < float("inf"):
        raise OptionsError(f"MIN_AREA is {min_area}; it must be 0 or more.")
    refuse_clashes(asdict(outputs), {"before": before, "after": after, "model": model})
    limit_block_cache()
    loaded = load_model(model)
    chosen = selection or groups_of(loaded)
    chosen.check_model(loaded.fingerprint())
    # With the colours of another date the model is another one, of the same clusters.
    chosen = replace(chosen, model="", painted=None)
    legend = transition_legend(chosen)
    with open_dates(before, after, loaded, options, progress.part(0, 0.1)) as dates:
        seen = dates.seen_by(loaded)
        sources: tuple[WindowSource, ...] = (dates.before, dates.after)
        mappers = [
            WindowMapper(
                TileMapper(source, each, ("clusters", "probabilities", "features"), options.device, chosen),
                options.memory_mb,
            )
            for source, each in zip(sources, seen)
        ]
        views = _Views(mappers, dates.before.grid.window)
        views.learn(dates.parts(), progress.part(0.1, 0.18))
        threshold = views.threshold(dates.parts(), progress.part(0.18, 0.26))
        writer = _Transitions(dates, legend, views, threshold, min_area, selection is not None)
        with scratch_folder(outputs.transitions) as folder:
            areas, chips = writer.write(outputs.transitions, folder, progress.part(0.26, 1))
        pictures = chips.pictures(loaded.band_names) if outputs.report else []
    result = ChangeResult(areas, (dates.shift.rows, dates.shift.cols), threshold)
    if areas.share_changed > _SUSPICIOUS_SHARE:
        progress.say(
            f"{areas.share_changed:.0%} of the area has changed: if that is too much, mask clouds as no data, "
            "or give a model trained on both dates."
        )
    if outputs.table:
        write_transition_table(areas, outputs.table)
    if outputs.report:
        write_change_report(
            areas, pictures, result.shift, (Path(before).name, Path(after).name), legend, outputs.report
        )
    return result


@dataclass(frozen=True)
class _View:
    """What the model sees of a window.

    Attributes:
        near: Distances of the two dates within the tolerance (rows, cols).
        own: Distances at the pixel itself.
        ground: Of the ground around it; see `roughness`.
        before: Probabilities of classes at the first date (classes, rows, cols); NaN where not valid.
        after: The same at the second date.
    """

    near: FloatArray
    own: FloatArray
    ground: FloatArray
    before: FloatArray
    after: FloatArray


class _Views:
    """Both dates as the model sees them.

    Args:
        mappers: Give probabilities and features of each date.
        whole: All of the raster.
    """

    def __init__(self, mappers: Sequence[WindowMapper], whole: Window) -> None:
        self._mappers, self._whole = mappers, whole
        self._unchanged: UnchangedGround | None = None

    def learn(self, parts: Sequence[Window], progress: Progress) -> None:
        """Learns from parts of the raster how unchanged ground differs.

        Raises:
            RasterError: No pixel is valid at both dates.
        """
        samples = []
        for part in progress.track(parts, len(parts)):
            maps = self._maps(part)
            if maps is not None:
                one, two = (each["features"][:, ::_STEP, ::_STEP].astype(np.float32) for each in maps)
                valid = np.isfinite(one[0]) & np.isfinite(two[0])
                samples.append((one[:, valid], two[:, valid]))
        if not any(one.size for one, _ in samples):
            raise RasterError("No pixel is valid at both dates; give two rasters of one place, or another EXTENT.")
        self._unchanged = unchanged_ground(*(np.concatenate(date, 1) for date in zip(*samples)))

    def threshold(self, parts: Sequence[Window], progress: Progress) -> float:
        """The distance above which ground has changed."""
        samples = []
        for part in progress.track(parts, len(parts)):
            view = self.of(part)
            if view is not None:
                distance = view.near[::2, ::2]
                samples.append(distance[np.isfinite(distance)])
        return threshold_of(np.concatenate(samples))

    def of(self, around: Window) -> _View | None:
        """A window, which may reach beyond the raster; None where one date is not valid at all."""
        inside = around.intersection(self._whole)
        maps = self._maps(inside)
        if maps is None or self._unchanged is None:
            return None
        components = [
            self._unchanged.components(each["features"].astype(np.float32), second)
            for each, second in zip(maps, (False, True))
        ]
        probabilities = [each["probabilities"].astype(np.float32) for each in maps]
        single = (values[None] for values in (*distances(*components), roughness(*components)))
        near, own, ground, before, after = (_padded(each, inside, around) for each in (*single, *probabilities))
        return _View(near[0], own[0], ground[0], before, after)

    def _maps(self, window: Window) -> list[TileOutputs] | None:
        maps = [mapper.run(window) for mapper in self._mappers]
        return maps if all("features" in each for each in maps) else None


class _Transitions:
    """Writes the raster of transitions: small changes are known when all of it is there, so it is written twice.

    Args:
        dates: What is compared.
        legend: Of the transitions.
        views: Both dates as the model sees them.
        threshold: Distance above which ground has changed.
        min_area: Smallest area of a change in square map units.
        only_classes: Whether what has the same class at both dates counts as unchanged.
    """

    def __init__(
        self,
        dates: TwoDates,
        legend: TransitionLegend,
        views: _Views,
        threshold: float,
        min_area: float,
        only_classes: bool,
    ) -> None:
        self._dates, self._legend, self._views, self._threshold = dates, legend, views, threshold
        self._only_classes = only_classes
        self._window = dates.window
        self._grid = dates.before.grid.cropped(dates.window)
        self._tiles = TileGrid(self._grid.window, _TILE_SIZE)
        self._type = label_type(legend.highest)
        smallest = ceil(min_area / self._grid.pixel_area - 1e-9) if self._grid.geotransform else ceil(min_area)
        self._smallest = max(smallest, _FEWEST_PIXELS)

    def write(self, path: str, folder: Path, progress: Progress) -> tuple[TransitionAreas, Chips]:
        """Writes the raster, and returns areas and where the largest changes are."""
        check_raster_format(path, self._grid, 1, self._type)
        draft, classes = folder / "draft.tif", folder / "classes.tif"
        with (
            RasterSink(draft, self._grid, 1, self._type) as values,
            RasterSink(classes, self._grid, 1, self._type) as kept,
        ):
            tiles = progress.part(0, 0.8).track(self._tiles, len(self._tiles))
            for window, was, now, changed, valid in self._compared(tile.core for tile in tiles):
                numbers = np.where(valid, self._legend.values(was, now, changed), 0)
                values.write(window, numbers.astype(self._type))
                kept.write(window, np.where(valid, was + 1, 0).astype(self._type))
            # A mask of all changes would keep what flickers between several classes; real changes are of one.
            values.sieve(self._smallest, progress.part(0.8, 0.9))
        return self._finished(path, draft, classes, progress.part(0.9, 1))

    def _compared(self, windows: Iterator[Window]) -> Iterator[tuple[Window, IntArray, IntArray, BoolArray, BoolArray]]:
        """Of each window the classes at both dates, where they have changed, and where both dates are valid."""
        for window in windows:
            shape = (window.rows, window.cols)
            nothing = np.zeros(shape, np.int64)
            around = window.shifted(self._window.row, self._window.col).expanded(_HALO)
            view = self._views.of(around)
            if view is None:
                yield window, nothing, nothing, nothing.astype(bool), nothing.astype(bool)
                continue
            changed = changed_pixels(view.near, view.own, view.ground, self._threshold)
            if self._only_classes:
                changed &= np.nan_to_num(view.before).argmax(0) != np.nan_to_num(view.after).argmax(0)
            was, now = classes_of(view.before, view.after, changed)
            valid = np.isfinite(view.before[0]) & np.isfinite(view.after[0])
            core = slice(_HALO, -_HALO), slice(_HALO, -_HALO)
            yield window, was[core], now[core], (changed & valid)[core], valid[core]

    def _finished(self, path: str, draft: Path, classes: Path, progress: Progress) -> tuple[TransitionAreas, Chips]:
        """The raster without small changes, with the legend of what occurs."""
        unit = "m2" if has_metres(self._grid) else "px"
        counter = TransitionCounter(self._grid.window, PixelAreas(self._grid, progress), self._legend.classes, unit)
        chips = Chips(self._dates, self._grid.window)
        occurring: set[int] = set()
        with RasterSource(draft, [1]) as values, RasterSource(classes, [1]) as kept:
            for tile in self._tiles:
                occurring |= set(np.unique(values.read(tile.core)[0]).astype(int).tolist())
            with RasterSink(path, self._grid, 1, self._type) as sink:
                legend = self._legend.of(sorted(occurring))
                sink.set_legend(legend)
                for tile in progress.track(self._tiles, len(self._tiles)):
                    numbers = values.read(tile.core)[0][0].astype(np.int64)
                    sink.write(tile.core, numbers.astype(self._type))
                    same = kept.read(tile.core)[0][0].astype(np.int64) - 1
                    changed = numbers > UNCHANGED
                    was, now = self._legend.pair(numbers)
                    was, now = np.where(changed, was, same), np.where(changed, now, same)
                    counter.add(tile.core, was, now, changed, numbers > 0)
                    chips.add(tile.core, numbers)
                sink.add_overviews(progress)
        return counter.areas(), chips


def _padded(values: FloatArray, inside: Window, around: Window) -> FloatArray:
    """Values of a window in a larger one; NaN beyond."""
    padded = np.full((len(values), around.rows, around.cols), np.nan, np.float32)
    padded[(slice(None), *inside.relative_to(around).slices())] = values
    return padded
