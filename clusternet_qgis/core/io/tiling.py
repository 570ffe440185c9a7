"""Windows and tiles of rasters, in rows and columns of pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..errors import OptionsError

# What is written into a folder of tiles, and of it removed before.
TILE_FILES = ("tile_r*_c*.tif*", "labels", "labels/tile_r*_c*.tif*")
EDGES = ("shift", "pad", "drop")


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels; it may reach beyond the raster."""

    row: int
    col: int
    rows: int
    cols: int

    @property
    def row_end(self) -> int:
        """First row below the window."""
        return self.row + self.rows

    @property
    def col_end(self) -> int:
        """First column right of the window."""
        return self.col + self.cols

    @property
    def pixels(self) -> int:
        """Number of pixels."""
        return self.rows * self.cols

    def expanded(self, margin: int) -> Window:
        """The window with `margin` more pixels on each side."""
        return Window(self.row - margin, self.col - margin, self.rows + 2 * margin, self.cols + 2 * margin)

    def shifted(self, rows: int, cols: int) -> Window:
        """The window moved down and right."""
        return Window(self.row + rows, self.col + cols, self.rows, self.cols)

    def relative_to(self, other: Window) -> Window:
        """The same pixels, counted from the first row and column of another window."""
        return self.shifted(-other.row, -other.col)

    def intersection(self, other: Window) -> Window:
        """The common pixels; a window of size 0 if there are none."""
        row, col = max(self.row, other.row), max(self.col, other.col)
        rows = max(min(self.row_end, other.row_end) - row, 0)
        cols = max(min(self.col_end, other.col_end) - col, 0)
        return Window(row, col, rows, cols)

    def slices(self) -> tuple[slice, slice]:
        """Slices of rows and columns, to index an array of the whole raster."""
        return slice(self.row, self.row_end), slice(self.col, self.col_end)


@dataclass(frozen=True)
class Tile:
    """A part of a raster that is mapped at once.

    Attributes:
        core: The pixels whose results are kept. It is smaller at the edges of the raster.
        read: The pixels that are read: a full tile with the margin around it. It has the same size for all tiles.
        margin: Pixels between the border of a full tile and that of `read`.
    """

    core: Window
    read: Window
    margin: int

    @property
    def core_slices(self) -> tuple[slice, slice]:
        """Slices of the core in an array of the full tile, which is `read` without its margin."""
        return self.core.relative_to(self.read.expanded(-self.margin)).slices()


@dataclass(frozen=True)
class TileGrid:
    """Cuts a window of a raster into tiles whose cores cover each pixel exactly once.

    Tiles join without seams if the margin covers the network's receptive field, and if all tiles have the same offset
    to the network's pooling. So the tile size is a multiple of the stride, and tiles start at multiples of it, counted
    from a phase that does not hang on the window: a part of a raster gets the same result as the whole.

    Args:
        window: The pixels to cover.
        tile_size: Rows and columns of a core; a multiple of `stride`.
        margin: Pixels around a core that the network needs.
        stride: Total stride of the network.
        phase: Row and column of the raster at which tiles may start; see `RasterGrid.phase`.

    Raises:
        OptionsError: A tile size, stride or margin that is too small, or a tile size that is no multiple of the stride.
    """

    window: Window
    tile_size: int
    margin: int = 0
    stride: int = 1
    phase: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        if self.tile_size < 1 or self.stride < 1 or self.margin < 0:
            raise OptionsError(
                f"Tile size {self.tile_size} and stride {self.stride} must be at least 1, margin {self.margin} at "
                "least 0."
            )
        if self.tile_size % self.stride:
            raise OptionsError(
                f"Tile size {self.tile_size} must be a multiple of the network's stride {self.stride}; "
                f"use {round_up(self.tile_size, self.stride)}."
            )

    @property
    def row_starts(self) -> range:
        """First row of each row of tiles."""
        first = self.window.row - (self.window.row - self.phase[0]) % self.stride
        return range(first, self.window.row_end, self.tile_size)

    @property
    def col_starts(self) -> range:
        """First column of each column of tiles."""
        first = self.window.col - (self.window.col - self.phase[1]) % self.stride
        return range(first, self.window.col_end, self.tile_size)

    def __len__(self) -> int:
        return len(self.row_starts) * len(self.col_starts)

    def __iter__(self) -> Iterator[Tile]:
        return (self.tile_at(row, col) for row in range(len(self.row_starts)) for col in range(len(self.col_starts)))

    def tile_at(self, row: int, col: int) -> Tile:
        """The tile in a row and column of tiles."""
        full = Window(self.row_starts[row], self.col_starts[col], self.tile_size, self.tile_size)
        return Tile(full.intersection(self.window), full.expanded(self.margin), self.margin)


def round_up(value: int, multiple: int) -> int:
    """The smallest multiple of `multiple` that is at least `value`."""
    return -(-value // multiple) * multiple


def strided_windows(window: Window, height: int, width: int, stride_y: int, stride_x: int, edge: str) -> list[Window]:
    """Windows of one size at regular steps.

    Args:
        window: The pixels to cut.
        height: Rows of each window.
        width: Columns of each window.
        stride_y: Step in rows.
        stride_x: Step in columns.
        edge: What is done with the last windows at the right and lower edge: `shift` moves them back inside, `pad` lets
            them reach beyond, `drop` leaves them out.

    Raises:
        OptionsError: A size or stride below 1, or an unknown `edge`.
    """
    for name, value in (("width", width), ("height", height), ("stride x", stride_x), ("stride y", stride_y)):
        if value < 1:
            raise OptionsError(f"The tile {name} is {value}; it must be at least 1 pixel.")
    rows = _starts(window.rows, height, stride_y, edge)
    cols = _starts(window.cols, width, stride_x, edge)
    return [Window(window.row + row, window.col + col, height, width) for row in rows for col in cols]


def _starts(length: int, size: int, stride: int, edge: str) -> list[int]:
    if edge not in EDGES:
        raise OptionsError(f"Edge handling '{edge}' is unknown; use one of {', '.join(EDGES)}.")
    starts = list(range(0, length - size + 1, stride))
    covered = starts[-1] + size if starts else 0
    if edge == "shift" and covered < length:
        starts.append(max(length - size, 0))
    start = starts[-1] + stride if starts else 0
    if edge == "pad" and covered < length and start < length:
        starts.append(start)
    return starts


@dataclass(frozen=True)
class TileOptions:
    """How to cut a raster into tiles.

    Attributes:
        width: Columns of a tile.
        height: Rows of a tile.
        stride_x: Step in columns.
        stride_y: Step in rows.
        edge: What is done at the right and lower edge: `shift`, `pad` or `drop`; see `strided_windows`.
        max_empty: The largest share of no-data or black pixels with which a tile is kept.
        crop: Rows and columns of the centre of a tile for which labels are written, as networks without padding need;
            0 for the whole tile.

    Raises:
        OptionsError: A value out of range.
    """

    width: int = 512
    height: int = 512
    stride_x: int = 512
    stride_y: int = 512
    edge: str = "shift"
    max_empty: float = 0.01
    crop: int = 0

    def __post_init__(self) -> None:
        strided_windows(Window(0, 0, 1, 1), self.height, self.width, self.stride_y, self.stride_x, self.edge)
        if not 0 <= self.max_empty <= 1:
            raise OptionsError(f"The largest empty share is {self.max_empty}; it must lie between 0 and 1.")
        if not 0 <= self.crop <= min(self.width, self.height):
            raise OptionsError(
                f"Labels cannot be cut to {self.crop} pixels: the tiles have {self.width} x {self.height}."
            )
