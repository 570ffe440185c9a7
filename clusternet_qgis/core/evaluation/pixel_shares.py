"""The exact share of each pixel that lies inside a polygon."""

from __future__ import annotations

import numpy as np

from ..arrays import DoubleArray, IntArray
from ..io.tiling import Window
from ..polygons.chains import ranges


def pixel_shares(edges: DoubleArray, window: Window) -> DoubleArray:
    """Shares of the pixels of a window that a polygon covers, 0 to 1.

    Edges are cut where they pass from a pixel to the next. Right of a piece that runs down by d, all pixels of its row
    gain d; the pixel in which it runs gains d times the mean share that lies right of it. What the pieces of all rings
    give is summed along the rows. So the shares are exact but for rounding, as those of Baston's exactextract (2018).

    Args:
        edges: (n, 4) start and end of each edge, as column and row; see `Zone`.
        window: The pixels.

    Returns:
        (rows, cols) shares.
    """
    gains = np.zeros((window.rows, window.cols + 1))
    if len(edges):
        _add(gains, edges - [window.col, window.row, window.col, window.row])
    np.cumsum(gains, axis=1, out=gains)
    return gains[:, :-1]


def _add(gains: DoubleArray, edges: DoubleArray) -> None:
    """Adds what each edge changes between a pixel and the one left of it to gains (rows, cols + 1)."""
    rows, cols = gains.shape[0], gains.shape[1] - 1
    row, left, right, fall = _cut_at_rows(edges, rows)
    piece, col = _columns(left, right, cols)
    row, left, right, fall = row[piece], left[piece], right[piece], fall[piece]
    width = right - left
    # Pieces left of the window have column -1: all of its pixels lie right of them.
    start, end = np.where(col < 0, left, np.maximum(left, col)), np.minimum(right, col + 1)
    fall = np.where(width > 0, fall * (end - start) / np.where(width > 0, width, 1), fall)
    passed = np.where(col < 0, 1.0, (start + end) / 2 - col)
    index = row * (cols + 1) + col
    inside = col >= 0
    for at, gain in ((index[inside], (fall * (1 - passed))[inside]), (index + 1, fall * passed)):
        gains += np.bincount(at, gain, gains.size).reshape(gains.shape)


def _cut_at_rows(edges: DoubleArray, rows: int) -> tuple[IntArray, DoubleArray, DoubleArray, DoubleArray]:
    """Pieces of edges in one row each: the row, the smallest and the largest column, and how far each runs down."""
    top, bottom = np.minimum(edges[:, 1], edges[:, 3]), np.maximum(edges[:, 1], edges[:, 3])
    crosses = (bottom > 0) & (top < rows) & (bottom > top)
    edges, top, bottom = edges[crosses], np.maximum(top[crosses], 0), np.minimum(bottom[crosses], rows)
    first = np.floor(top).astype(np.int64)
    counts = np.ceil(bottom).astype(np.int64) - first
    row = ranges(first, counts)
    x, y, x_end, y_end = np.repeat(edges, counts, axis=0).T
    start, end = np.maximum(np.repeat(top, counts), row), np.minimum(np.repeat(bottom, counts), row + 1)
    slope = (x_end - x) / (y_end - y)
    at_start, at_end = x + (start - y) * slope, x + (end - y) * slope
    # Rounding must not lead beyond the ends of an edge.
    low, high = np.minimum(x, x_end), np.maximum(x, x_end)
    at_start, at_end = np.clip(at_start, low, high), np.clip(at_end, low, high)
    fall = np.where(y_end > y, end - start, start - end)
    return row, np.minimum(at_start, at_end), np.maximum(at_start, at_end), fall


def _columns(left: DoubleArray, right: DoubleArray, cols: int) -> tuple[IntArray, IntArray]:
    """The piece and the column of each part of a piece in one column; -1 for all columns left of the window."""
    first = np.floor(np.clip(left, -1, cols)).astype(np.int64)
    last = np.minimum(np.maximum(np.ceil(np.clip(right, -1, cols)).astype(np.int64), first + 1), cols)
    counts = np.maximum(last - first, 0)
    # A piece that ends left of the window has the column -1 alone.
    return np.repeat(np.arange(len(first)), counts), ranges(first, counts)
