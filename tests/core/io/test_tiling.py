"""Tiles cover everything once, whatever the numbers."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.io.tiling import EDGES, TileGrid, TileOptions, Window, round_up, strided_windows

windows = st.builds(Window, st.integers(0, 90), st.integers(0, 90), st.integers(1, 120), st.integers(1, 120))
strides = st.integers(1, 16)
phases = st.tuples(st.integers(0, 15), st.integers(0, 15))
sizes = st.integers(1, 40)


def coverage(window: Window, parts: list[Window]) -> np.ndarray:
    """How often each pixel of a window is covered; parts must lie inside it."""
    counts = np.zeros((window.rows, window.cols), int)
    for part in parts:
        rows, cols = part.relative_to(window).slices()
        assert rows.start >= 0
        assert cols.start >= 0
        counts[rows, cols] += 1
    assert counts.sum() == sum(part.pixels for part in parts)  # none reached beyond
    return counts


@given(windows, strides, st.integers(1, 5), st.integers(0, 40), phases)
def test_cores_cover_every_pixel_exactly_once(
    window: Window, stride: int, factor: int, margin: int, phase: tuple[int, int]
) -> None:
    grid = TileGrid(window, stride * factor, margin, stride, phase)
    assert (coverage(window, [tile.core for tile in grid]) == 1).all()


@given(windows, strides, st.integers(1, 5), st.integers(0, 40))
def test_tiles_see_their_margin_in_arrays_of_one_shape(window: Window, stride: int, factor: int, margin: int) -> None:
    grid = TileGrid(window, stride * factor, margin, stride)
    side = stride * factor + 2 * margin
    tiles = list(grid)
    assert len(tiles) == len(grid)
    for tile in tiles:
        assert (tile.read.rows, tile.read.cols) == (side, side)
        seen = tile.core.expanded(margin)
        assert tile.read.intersection(seen) == seen


@given(windows, strides, st.integers(1, 5), st.integers(0, 40), phases)
def test_tiles_meet_the_stride_in_the_phase_of_the_whole_raster(
    window: Window, stride: int, factor: int, margin: int, phase: tuple[int, int]
) -> None:
    for tile in TileGrid(window, stride * factor, margin, stride, phase):
        assert (tile.read.row + margin - phase[0]) % stride == 0
        assert (tile.read.col + margin - phase[1]) % stride == 0


@given(windows, strides, st.integers(1, 5), st.integers(0, 8))
def test_core_slices_find_the_core_in_what_was_read(window: Window, stride: int, factor: int, margin: int) -> None:
    for tile in TileGrid(window, stride * factor, margin, stride):
        rows = np.arange(tile.read.row, tile.read.row_end)[margin : tile.read.rows - margin]
        cols = np.arange(tile.read.col, tile.read.col_end)[margin : tile.read.cols - margin]
        row_slice, col_slice = tile.core_slices
        assert rows[row_slice].tolist() == list(range(tile.core.row, tile.core.row_end))
        assert cols[col_slice].tolist() == list(range(tile.core.col, tile.core.col_end))


@pytest.mark.parametrize(("size", "margin", "stride"), [(0, 0, 1), (8, -1, 1), (8, 0, 0), (12, 0, 8)])
def test_sizes_that_make_no_tiles_or_seams_are_refused(size: int, margin: int, stride: int) -> None:
    with pytest.raises(OptionsError) as caught:
        TileGrid(Window(0, 0, 10, 10), size, margin, stride)
    assert str(caught.value) in (
        f"Tile size {size} and stride {stride} must be at least 1, margin {margin} at least 0.",
        f"Tile size {size} must be a multiple of the network's stride {stride}; use 16.",
    )


def test_a_refused_size_names_one_that_works() -> None:
    with pytest.raises(OptionsError, match="use 16"):
        TileGrid(Window(0, 0, 10, 10), 12, 0, 8)


@given(st.integers(0, 10000), st.integers(1, 500))
def test_round_up_is_the_nearest_multiple_above(value: int, multiple: int) -> None:
    rounded = round_up(value, multiple)
    assert rounded % multiple == 0
    assert value <= rounded < value + multiple


@given(windows, windows)
def test_an_intersection_holds_what_both_hold(first: Window, second: Window) -> None:
    common = first.intersection(second)
    both = set(range(first.row, first.row_end)) & set(range(second.row, second.row_end))
    cols = set(range(first.col, first.col_end)) & set(range(second.col, second.col_end))
    assert common.pixels == len(both) * len(cols)
    assert common == second.intersection(first) or not common.pixels


# --- windows at regular steps


@given(windows, sizes, sizes, sizes, sizes, st.sampled_from(["shift", "drop"]))
def test_shifted_and_dropped_windows_lie_inside_if_they_can(
    window: Window, height: int, width: int, step_y: int, step_x: int, edge: str
) -> None:
    found = strided_windows(window, height, width, step_y, step_x, edge)
    fits = height <= window.rows and width <= window.cols
    assert all((part.rows, part.cols) == (height, width) for part in found)
    if fits:
        assert found
        assert all(part.intersection(window) == part for part in found)
    elif edge == "drop":
        assert found == []


@given(windows, sizes, sizes, st.data(), st.sampled_from(["shift", "pad"]))
def test_shifted_and_padded_windows_cover_everything(
    window: Window, height: int, width: int, data: st.DataObject, edge: str
) -> None:
    step_y, step_x = data.draw(st.integers(1, height)), data.draw(st.integers(1, width))
    found = strided_windows(window, height, width, step_y, step_x, edge)
    assert (coverage(window, [part.intersection(window) for part in found]) > 0).all()
    assert len(set(found)) == len(found)


@given(windows, sizes, sizes, sizes, sizes)
def test_padded_and_dropped_windows_stay_on_the_steps(
    window: Window, height: int, width: int, step_y: int, step_x: int
) -> None:
    padded = strided_windows(window, height, width, step_y, step_x, "pad")
    dropped = strided_windows(window, height, width, step_y, step_x, "drop")
    assert all((p.row - window.row) % step_y == 0 and (p.col - window.col) % step_x == 0 for p in padded)
    # What dropping keeps are the padded windows that do not reach beyond.
    assert [p for p in padded if p.intersection(window) == p] == dropped


def test_edges_by_hand() -> None:
    row = Window(0, 100, 1, 10)
    starts = {edge: [w.col for w in strided_windows(row, 1, 4, 1, 4, edge)] for edge in EDGES}
    assert starts == {"shift": [100, 104, 106], "pad": [100, 104, 108], "drop": [100, 104]}


@pytest.mark.parametrize(
    ("length", "size", "stride", "starts"),
    [
        (10, 4, 2, [0, 2, 4, 6]),  # all is covered
        (9, 4, 2, [0, 2, 4, 6]),
        (10, 2, 5, [0, 5]),  # a window more would lie outside
        (11, 2, 5, [0, 5, 10]),
        (3, 4, 2, [0]),
    ],
)
def test_padding_adds_a_window_only_where_something_is_left(
    length: int, size: int, stride: int, starts: list[int]
) -> None:
    assert [w.row for w in strided_windows(Window(0, 0, length, 1), size, 1, stride, 1, "pad")] == starts


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((0, 4, 4, 4), "height is 0"),
        ((4, 0, 4, 4), "width is 0"),
        ((4, 4, 0, 4), "stride y is 0"),
        ((4, 4, 4, -1), "stride x is -1"),
    ],
)
def test_sizes_and_strides_below_one_are_refused(sizes: tuple[int, int, int, int], said: str) -> None:
    with pytest.raises(OptionsError, match=f"^The tile {said}; it must be at least 1 pixel"):
        strided_windows(Window(0, 0, 10, 10), *sizes, "shift")


def test_unknown_edge_names_the_known() -> None:
    with pytest.raises(OptionsError, match="shift, pad, drop"):
        strided_windows(Window(0, 0, 10, 10), 4, 4, 4, 4, "wrap")


# --- how to cut a raster


@pytest.mark.parametrize("values", [{"max_empty": 0}, {"max_empty": 1}, {"crop": 0}, {"crop": 4}])
def test_the_ends_of_what_is_allowed_are_allowed(values: dict[str, float]) -> None:
    assert TileOptions(4, 6, 4, 6, **values) == TileOptions(4, 6, 4, 6, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"max_empty": -0.01}, "The largest empty share is -0.01; it must lie between 0 and 1."),
        ({"max_empty": 1.01}, "The largest empty share is 1.01; it must lie between 0 and 1."),
        ({"crop": -1}, "Labels cannot be cut to -1 pixels: the tiles have 4 x 6."),
        ({"crop": 5}, "Labels cannot be cut to 5 pixels: the tiles have 4 x 6."),
        ({"height": 0}, "The tile height is 0; it must be at least 1 pixel"),
        ({"stride_x": 0}, "The tile stride x is 0; it must be at least 1 pixel"),
        ({"edge": "wrap"}, "shift, pad, drop"),
    ],
)
def test_what_cannot_be_cut_is_said(values: dict[str, object], said: str) -> None:
    with pytest.raises(OptionsError, match=re.escape(said)):
        TileOptions(**{"width": 4, "height": 6, "stride_x": 4, "stride_y": 6, **values})  # type: ignore[arg-type]
