"""Pixels of a grid as runs along its rows: the flat indices of the first pixel and behind the last (runs, 2)."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, Int32Array, IntArray
from ..io.tiling import Window


def runs_in(covered: BoolArray, window: Window, width: int) -> IntArray:
    """The runs of a mask (rows, cols) of a window of a grid that is so wide."""
    steps = np.diff(np.pad(covered, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, first = np.nonzero(steps > 0)
    end = np.nonzero(steps < 0)[1]
    begin = (rows + window.row) * width + window.col
    return np.stack([begin + first, begin + end], 1)


def pixels_in(runs: IntArray, every: int = 1) -> IntArray:
    """Flat indices of the pixels of runs, one after the other; of so many only the first."""
    lengths = runs[:, 1] - runs[:, 0]
    ends = np.cumsum(lengths)
    count = int(lengths.sum())
    picked = np.arange(0, count, every)
    run = np.searchsorted(ends, picked, "right")
    return np.asarray(runs[run, 1] - (ends[run] - picked))


def last_painted(flat: IntArray, classes: IntArray) -> tuple[IntArray, IntArray]:
    """Pixels in the order of painting, each once: with the class that was painted last (pixels,) each."""
    unique, last = np.unique(flat[::-1], return_index=True)
    return unique, classes[::-1][last]


def last_painted_runs(runs: IntArray, classes: IntArray, width: int) -> tuple[IntArray, IntArray]:
    """Runs in the order of painting as runs that do not overlap, ascending: where they did, the later one counts.

    Args:
        runs: (runs, 2).
        classes: (runs,).
        width: Columns of the grid.
    """
    if not len(runs):
        return runs, classes
    order = np.argsort(runs[:, 0], kind="stable")
    first, end = runs[order].T
    # Groups of runs that overlap; most are of one run or of one class.
    begins = np.ones(len(order), np.bool_)
    begins[1:] = first[1:] >= np.maximum.accumulate(end)[:-1]
    heads = np.flatnonzero(begins)
    lowest, highest = (extreme.reduceat(classes[order], heads) for extreme in (np.minimum, np.maximum))
    whole = np.stack([first[heads], np.maximum.reduceat(end, heads)], 1)
    mixed = lowest != highest
    members = np.sort(order[mixed[np.cumsum(begins) - 1]])
    parts, part_classes = _pixel_by_pixel(runs[members], classes[members], width)
    result = np.concatenate([whole[~mixed], parts])
    ascending = np.argsort(result[:, 0])
    return result[ascending], np.concatenate([lowest[~mixed], part_classes])[ascending]


def _pixel_by_pixel(runs: IntArray, classes: IntArray, width: int) -> tuple[IntArray, IntArray]:
    flat, painted = last_painted(pixels_in(runs), np.repeat(classes, runs[:, 1] - runs[:, 0]))
    begins = np.ones(len(flat), np.bool_)
    begins[1:] = (np.diff(flat) > 1) | (np.diff(painted) != 0) | (flat[1:] % width == 0)
    heads = np.flatnonzero(begins)
    ends = np.append(heads[1:], len(flat))[: len(heads)] - 1
    return np.stack([flat[heads], flat[ends] + 1], 1), painted[heads]


def run_table(runs: IntArray, classes: IntArray, width: int) -> Int32Array:
    """Row, first column, column behind the last, and class of each run (runs, 4)."""
    rows = runs[:, 0] // width
    return np.stack([rows, runs[:, 0] - rows * width, runs[:, 1] - rows * width, classes], 1).astype(np.int32)
