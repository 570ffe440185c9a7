"""Runs of pixels are the pixels that they stand for."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from clusternet_qgis.core.interactive.runs import last_painted_runs, pixels_in, run_table, runs_in
from clusternet_qgis.core.io.tiling import Window

ROWS, COLS = 6, 9

masks = arrays(np.bool_, (ROWS, COLS))


@given(masks, st.integers(1, 4))
def test_a_mask_as_runs_has_the_same_pixels(covered: np.ndarray, every: int) -> None:
    window = Window(3, 2, ROWS, COLS)
    runs = runs_in(covered, window, 20)
    rows, cols = np.nonzero(covered)
    flat = (rows + 3) * 20 + cols + 2
    assert pixels_in(runs).tolist() == flat.tolist()
    assert pixels_in(runs, every).tolist() == flat[::every].tolist()


@given(st.lists(st.tuples(masks, st.integers(0, 2)), max_size=6))
def test_runs_over_each_other_are_what_was_painted_last(painting: list[tuple[np.ndarray, int]]) -> None:
    expected = np.full((ROWS, COLS), -1)
    runs, classes = [np.zeros((0, 2), np.int64)], [np.zeros(0, np.int64)]
    for covered, name in painting:
        expected[covered] = name
        runs.append(runs_in(covered, Window(0, 0, ROWS, COLS), COLS))
        classes.append(np.full(len(runs[-1]), name))
    last, of_runs = last_painted_runs(np.concatenate(runs), np.concatenate(classes), COLS)
    found, times = np.full((ROWS, COLS), -1), np.zeros((ROWS, COLS), int)
    for row, start, stop, name in run_table(last, of_runs, COLS):
        found[row, start:stop] = name
        times[row, start:stop] += 1
    np.testing.assert_array_equal(found, expected)
    assert times.max() <= 1
    assert (np.diff(last[:, 0]) > 0).all()
