"""How much tile borders show, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.io.tiling import TileGrid, Window
from clusternet_qgis.core.mapping.seam_index import SeamCounter


def seam_index(ids: np.ndarray, tile_size: int, stride: int = 1, window: Window | None = None) -> float:
    window = window or Window(0, 0, *ids.shape)
    grid = TileGrid(window, tile_size, 0, stride)
    counter = SeamCounter(grid)
    for tile in grid:
        counter.add(tile, ids[tile.core.slices()])
    return counter.index()


def test_borders_that_show_by_hand() -> None:
    # One row of two tiles of four: inside 1 of 6 pairs differs, across 1 of 1.
    assert seam_index(np.array([[1, 1, 2, 2, 3, 3, 3, 3]]), 4) == pytest.approx(6)


def test_borders_that_do_not_show_by_hand() -> None:
    assert seam_index(np.array([[1, 1, 2, 2, 2, 3, 3, 3]]), 4) == 0


def test_rows_count_as_columns_do() -> None:
    ids = np.array([[1, 1, 2, 2, 3, 3, 3, 3]])
    assert seam_index(ids.T, 4) == seam_index(ids, 4)


def test_no_data_is_in_no_pair() -> None:
    # Pairs inside: (1,1) (1,2) and (3,3) (3,3); across: (2,0) does not count.
    assert seam_index(np.array([[1, 1, 2, 2, 0, 3, 3, 3]]), 4) == 1
    # Inside: (1,2) (2,2) and (3,3) (3,3) (3,3): 1 of 5; across 1 of 1.
    assert seam_index(np.array([[0, 1, 2, 2, 3, 3, 3, 3]]), 4) == pytest.approx(5)


def test_only_lines_at_multiples_of_the_stride_are_compared() -> None:
    # Blocks of two pixels, as a stride of 2 makes: inside lines at 2 and 6, both differ, so does the border at 4.
    assert seam_index(np.array([[1, 1, 2, 2, 3, 3, 4, 4]]), 4, stride=2) == 1


@given(st.integers(5, 40), st.integers(5, 40), st.sampled_from([1, 2, 4]), st.integers(1, 4), st.integers(0, 9))
def test_counts_equal_those_of_the_whole_raster(rows: int, cols: int, stride: int, factor: int, row: int) -> None:
    size = stride * factor
    ids = np.random.default_rng(rows * cols).integers(0, 4, (row + rows, 3 + cols))
    window = Window(row, 3, rows, cols)
    first = {0: window.row // stride * stride, 1: 3 // stride * stride}
    inside, across = np.zeros(2), np.zeros(2)
    for axis in (0, 1):
        part = ids[window.slices()]
        part = part if axis == 0 else part.T
        start = (window.row, window.col)[axis]
        for line in range(1, part.shape[0]):
            if (start + line) % stride:
                continue
            both = (part[line - 1] != 0) & (part[line] != 0)
            pairs = np.array([(both & (part[line - 1] != part[line])).sum(), both.sum()])
            if (start + line - first[axis]) % size == 0:
                across += pairs
            else:
                inside += pairs
    # Where nothing differs inside, one pair is taken to.
    compared = across[1] and inside[1] and (across[0] or inside[0])
    expected = (across[0] / across[1]) / (max(inside[0], 1) / inside[1]) if compared else 1
    assert seam_index(ids, size, stride, window) == pytest.approx(expected)


def test_one_tile_has_no_seams() -> None:
    assert seam_index(np.random.default_rng(0).integers(1, 4, (8, 8)), 8) == 1


def test_noise_shows_no_seams() -> None:
    assert seam_index(np.random.default_rng(0).integers(1, 4, (200, 200)), 20) == pytest.approx(1, abs=0.05)
