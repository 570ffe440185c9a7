"""Connected regions of equal class in a raster of any size, found strip by strip."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import IO

import numpy as np

from ..arrays import BoolArray, Int32Array, IntArray
from ..errors import RasterError
from ..io.confidence import UnsurePixels
from ..io.raster_source import RasterSource
from ..io.tiling import Window
from ..progress import Progress
from .chains import components, dense

STRIP_PIXELS = 1 << 21
# Class values + 1 have 32 bits.
_HIGHEST_VALUE = (1 << 31) - 1


@dataclass
class Borders:
    """Lengths of the borders between regions.

    Attributes:
        first: (n,) number of a region.
        second: (n,) number of its neighbour.
        length: (n,) number of pixel edges between them.
    """

    first: IntArray
    second: IntArray
    length: IntArray

    def renumbered(self, numbers: IntArray) -> Borders:
        """The borders after regions got new numbers: lengths between two numbers are added."""
        first, second = numbers[self.first], numbers[self.second]
        outer = first != second
        return _summed(first[outer], second[outer], self.length[outer])


def _summed(first: IntArray, second: IntArray, length: IntArray) -> Borders:
    key, inverse = np.unique((np.minimum(first, second) << 32) | np.maximum(first, second), return_inverse=True)
    total = np.bincount(inverse.ravel(), weights=length, minlength=len(key)).astype(np.int64)
    return Borders(key >> 32, key & 0xFFFFFFFF, total)


@dataclass
class Regions:
    """The connected regions of a raster, also those of no data.

    Regions of a class are 4-connected; regions of no data are 8-connected, because they are the complement.

    Attributes:
        values: (n,) class value + 1; 0 for no data.
        pixels: (n,) size in pixels.
        at_edge: (n,) whether the region touches the edge of the raster.
        borders: Borders between regions; empty if they were not measured.
    """

    values: IntArray
    pixels: IntArray
    at_edge: BoolArray
    borders: Borders
    _runs: RunStore
    _region_of: IntArray

    def strips(self, numbers: IntArray) -> Iterator[tuple[int, Int32Array]]:
        """Yields the first row and the labels (rows, cols) of each strip.

        Args:
            numbers: (n,) the label of each region.
        """
        lookup = numbers[self._region_of].astype(np.int32)
        for row, starts, labels, shape in self._runs:
            lengths = np.diff(starts, append=shape[0] * shape[1])
            yield row, np.repeat(lookup[labels], lengths).reshape(shape)

    @property
    def strip_count(self) -> int:
        """Number of strips."""
        return len(self._runs)


class RunStore:
    """Runs of pixels of the same label, stored in a file, so that memory does not grow with the raster."""

    def __init__(self) -> None:
        """Opens a temporary file, which is removed when it is closed."""
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._strips: list[tuple[int, int, tuple[int, int]]] = []

    def __enter__(self) -> RunStore:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Removes the file."""
        self._file.close()

    def __len__(self) -> int:
        """Number of strips."""
        return len(self._strips)

    def append(self, row: int, starts: Int32Array, labels: Int32Array, shape: tuple[int, int]) -> None:
        """Stores the runs of a strip: the index of the first pixel of each in the flattened strip, and its label."""
        self._file.write(starts.astype(np.int32).tobytes())
        self._file.write(labels.astype(np.int32).tobytes())
        self._strips.append((row, len(starts), shape))

    def __iter__(self) -> Iterator[tuple[int, Int32Array, Int32Array, tuple[int, int]]]:
        """Yields first row, starts, labels and shape of each strip, as they were appended."""
        self._file.seek(0)
        for row, count, shape in self._strips:
            starts = np.frombuffer(self._file.read(4 * count), np.int32)
            yield row, starts, np.frombuffer(self._file.read(4 * count), np.int32), shape


def find_regions(
    source: RasterSource,
    runs: RunStore,
    exclude: tuple[int, ...] = (),
    with_borders: bool = False,
    progress: Progress = Progress(),
    zero_is_class: bool = False,
    doubt: Doubt | None = None,
) -> Regions:
    """Finds the connected regions of a class raster.

    Args:
        source: A raster with one band of class values, read exactly.
        runs: Stores the labels; must stay open as long as `Regions.strips` is used.
        exclude: Values to treat as no data.
        with_borders: Whether to measure the borders between regions.
        progress: Reports strip by strip.
        zero_is_class: Whether the value 0 is a class; else it is no data.
        doubt: Which pixels get another class.

    Raises:
        RasterError: The raster has values that are no class numbers.
    """
    grid = source.grid
    rows = min(max(STRIP_PIXELS // grid.width, 1), grid.height)
    labelling = _StripLabelling(runs, with_borders)
    starts = range(0, grid.height, rows)
    for row in progress.track(starts, len(starts)):
        window = Window(row, 0, min(rows, grid.height - row), grid.width)
        classes = read_classes(source, window, exclude, zero_is_class, doubt)
        labelling.add(row, classes, row == 0, window.row_end == grid.height)
    return labelling.regions()


@dataclass(frozen=True)
class Doubt:
    """Pixels that are not sure enough to keep their class.

    Attributes:
        pixels: Which.
        value: Class value that they get.
    """

    pixels: UnsurePixels
    value: int


def read_classes(
    source: RasterSource,
    window: Window,
    exclude: tuple[int, ...],
    zero_is_class: bool,
    doubt: Doubt | None = None,
) -> Int32Array:
    """Class value + 1 of each pixel (rows, cols); 0 for no data.

    Raises:
        RasterError: A value is no class number.
    """
    values, valid = source.read(window)
    used = values[0][valid]
    if len(used) and (used.min() < 0 or used.max() >= _HIGHEST_VALUE or (np.rint(used) != used).any()):
        raise RasterError(
            f"{source.path} holds values from {used.min():g} to {used.max():g}; a class raster has whole numbers "
            f"from 1 to {_HIGHEST_VALUE - 1}. Choose a class raster."
        )
    classes = np.where(valid, values[0], 0).astype(np.int32)
    if not zero_is_class:
        valid &= classes != 0
    if doubt is not None:
        classes[doubt.pixels.read(window)] = doubt.value
    if exclude:
        valid &= ~np.isin(classes, exclude)
    return np.where(valid, classes + 1, 0).astype(np.int32)


@dataclass
class _StripLabelling:
    """Labels the regions of each strip, and connects them with those of the strip above."""

    runs: RunStore
    with_borders: bool
    count: int = 0
    values: list[IntArray] = field(default_factory=list)
    pixels: list[IntArray] = field(default_factory=list)
    edge: list[IntArray] = field(default_factory=list)
    joined: list[tuple[IntArray, IntArray]] = field(default_factory=list)
    borders: list[Borders] = field(default_factory=list)
    last_classes: Int32Array | None = None
    last_labels: Int32Array | None = None

    def add(self, row: int, classes: Int32Array, is_first: bool, is_last: bool) -> None:
        starts, label_of_run = _label_strip(classes)
        lengths = np.diff(starts, append=classes.size)
        new = int(label_of_run.max()) + 1
        values = np.zeros(new, np.int64)
        values[label_of_run] = classes.ravel()[starts]
        self.values.append(values)
        self.pixels.append(np.bincount(label_of_run, weights=lengths, minlength=new).astype(np.int64))
        label_of_run += self.count
        labels = np.repeat(label_of_run, lengths).reshape(classes.shape)
        self._join(classes, labels)
        self._add_edge(labels, is_first, is_last)
        if self.with_borders:
            self._add_borders(labels)
        shape = (classes.shape[0], classes.shape[1])
        self.runs.append(row, starts.astype(np.int32), label_of_run.astype(np.int32), shape)
        self.count += new
        if self.count >= np.iinfo(np.int32).max:
            raise RasterError("The raster has over two thousand million regions; it is noise, not a map of classes.")
        self.last_classes, self.last_labels = classes[-1].copy(), labels[-1].astype(np.int32)

    def _join(self, classes: Int32Array, labels: IntArray) -> None:
        if self.last_classes is None or self.last_labels is None:
            return
        above, below = self.last_classes, classes[0]
        for shift_above, shift_below in ((0, 0), (0, 1), (1, 0)):
            a, b = above[shift_above:], below[shift_below:]
            size = min(len(a), len(b))
            same = a[:size] == b[:size]
            if shift_above or shift_below:
                same &= a[:size] == 0  # only regions of no data are connected by corners
            pair = (self.last_labels[shift_above:][:size][same], labels[0][shift_below:][:size][same])
            self.joined.append((pair[0].astype(np.int64), pair[1].astype(np.int64)))

    def _add_edge(self, labels: IntArray, is_first: bool, is_last: bool) -> None:
        sides = [labels[:, 0], labels[:, -1]]
        sides += [labels[0]] if is_first else []
        sides += [labels[-1]] if is_last else []
        self.edge.append(np.unique(np.concatenate(sides)))

    def _add_borders(self, labels: IntArray) -> None:
        pairs = [(labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])]
        if self.last_labels is not None:
            pairs.append((self.last_labels[None].astype(np.int64), labels[:1]))
        first = np.concatenate([a[a != b] for a, b in pairs])
        second = np.concatenate([b[a != b] for a, b in pairs])
        self.borders.append(_summed(first, second, np.ones(len(first), np.int64)))

    def regions(self) -> Regions:
        first = np.concatenate([pair[0] for pair in self.joined] or [np.empty(0, np.int64)])
        second = np.concatenate([pair[1] for pair in self.joined] or [np.empty(0, np.int64)])
        region_of, count = dense(components(self.count, first, second))
        values = np.zeros(count, np.int64)
        values[region_of] = np.concatenate(self.values)
        pixels = np.bincount(region_of, weights=np.concatenate(self.pixels), minlength=count).astype(np.int64)
        at_edge = np.zeros(count, np.bool_)
        at_edge[region_of[np.concatenate(self.edge)]] = True
        parts = [(b.first, b.second, b.length) for b in self.borders] or [(np.empty(0, np.int64),) * 3]
        borders = Borders(*(np.concatenate(column) for column in zip(*parts))).renumbered(region_of)
        return Regions(values, pixels, at_edge, borders, self.runs, region_of)


def _label_strip(classes: Int32Array) -> tuple[IntArray, IntArray]:
    """Runs of a strip (rows, cols): index of the first pixel of each in the flattened strip, and its region from 0."""
    is_start = np.ones(classes.shape, np.bool_)
    np.not_equal(classes[:, 1:], classes[:, :-1], out=is_start[:, 1:])
    starts = np.flatnonzero(is_start)
    run = (np.cumsum(is_start, dtype=np.int32) - 1).reshape(classes.shape)
    above, below = classes[:-1], classes[1:]
    # The first columns in which two runs touch contain the start of one of them; one contact is enough.
    touch = (above == below) & (is_start[:-1] | is_start[1:])
    first, second = [run[:-1][touch]], [run[1:][touch]]
    nothing = classes == 0
    if nothing.any():
        for one, other in ((np.s_[:-1, :-1], np.s_[1:, 1:]), (np.s_[:-1, 1:], np.s_[1:, :-1])):
            corner = nothing[one] & nothing[other]
            corner &= is_start[1:, 1:] & is_start[:-1, 1:]
            first.append(run[one][corner])
            second.append(run[other][corner])
    region, _ = dense(
        components(len(starts), np.concatenate(first).astype(np.int64), np.concatenate(second).astype(np.int64))
    )
    return starts, region
