"""Pixel grids: windows of extents, parts, and which grids are aligned."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal, osr
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, wkt_of

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.grid import RasterGrid, same_system
from clusternet_qgis.core.io.tiling import Window


@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED, None])
def test_a_window_is_found_by_its_own_extent(transform: tuple[float, ...] | None) -> None:
    grid = RasterGrid(40, 30, transform, wkt_of(32640))
    window = Window(4, 9, 7, 11)
    place = grid.cropped(window).transform
    corners = [gdal.ApplyGeoTransform(place, col, row) for col in (0, 11) for row in (0, 7)]
    xs, ys = zip(*corners, strict=True)
    found = grid.window_of((min(xs), min(ys), max(xs), max(ys)))
    if transform == ROTATED:  # the box around a rotated window holds more
        assert found.intersection(window) == window
    else:
        assert found == window


@given(
    st.sampled_from([NORTH_UP, SOUTH_UP, ROTATED, None]),
    st.floats(0.1, 39.9),
    st.floats(0.1, 29.9),
    st.floats(0.1, 20),
    st.floats(0.1, 20),
)
def test_extents_snap_outwards_to_whole_pixels(
    transform: tuple[float, ...] | None, col: float, row: float, cols: float, rows: float
) -> None:
    grid = RasterGrid(40, 30, transform)
    x, y = gdal.ApplyGeoTransform(grid.transform, col, row)
    extent = (x - cols / 2, y - rows / 2, x + cols / 2, y + rows / 2)
    inverse = gdal.InvGeoTransform(grid.transform)
    xmin, ymin, xmax, ymax = extent
    corners = [gdal.ApplyGeoTransform(inverse, x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
    found = grid.window_of(extent)
    assert found.intersection(grid.window) == found
    for value, first, end, size in (
        *((c, found.col, found.col_end, 40) for c, _ in corners),
        *((r, found.row, found.row_end, 30) for _, r in corners),
    ):
        assert first <= min(max(value, 0), size) + 1e-5
        assert end >= min(max(value, 0), size) - 1e-5
    # and no farther out than needed: one pixel at most
    assert found.cols <= max(c for c, _ in corners) - min(c for c, _ in corners) + 2
    assert found.rows <= max(r for _, r in corners) - min(r for _, r in corners) + 2


# Origins at whole, half and other simple fractions of a pixel, also of very small ones in degrees.
ORIGINS = st.sampled_from([0, 0.5, 0.25, 0.75, 0.1, 0.7, 1 / 3, 2 / 3])
PIXELS = st.sampled_from([(2.0, -2.0), (2.0, 2.0), (0.05, -0.05), (1e-7, -1e-7), (1 / 3600, -1 / 3600), (0.3, -0.7)])


@st.composite
def transforms(draw: st.DrawFn) -> tuple[float, ...]:
    """North-up, south-up and rotated, far from the origin of the reference system."""
    width, height = draw(PIXELS)
    angle = draw(st.sampled_from([0.0, 0.0, 0.3, 2.0]))
    steps = (width * np.cos(angle), -height * np.sin(angle), width * np.sin(angle), height * np.cos(angle))
    col, row = (draw(st.integers(-(10**8), 10**8)) + draw(ORIGINS) for _ in range(2))
    x, y = (a * col + b * row for a, b in (steps[:2], steps[2:]))
    return (float(x), *map(float, steps[:2]), float(y), *map(float, steps[2:]))


@given(transforms(), st.sampled_from([4, 8, 16, 32]), st.integers(-500, 5000), st.integers(-500, 5000))
def test_parts_of_one_grid_have_the_same_cells(transform: tuple[float, ...], stride: int, row: int, col: int) -> None:
    whole = RasterGrid(4000, 3000, transform)
    part = whole.cropped(Window(row, col, 70, 50))
    expected = tuple((phase - start) % stride for phase, start in zip(whole.phase(stride), (row, col), strict=True))
    assert part.phase(stride) == expected


@given(transforms(), st.floats(-1e-3, 1e-3), st.floats(-1e-3, 1e-3))
def test_rounding_errors_do_not_move_the_cells(transform: tuple[float, ...], row: float, col: float) -> None:
    x, y = gdal.ApplyGeoTransform(transform, col, row)
    moved = (x, *transform[1:3], y, *transform[4:])
    assert RasterGrid(40, 30, moved).phase(32) == RasterGrid(40, 30, transform).phase(32)


def test_cells_begin_at_the_origin_of_the_reference_system() -> None:
    grid = RasterGrid(40, 30, (2.0 * 70, 2.0, 0.0, 2.0 * 100, 0.0, -2.0))  # 70 pixels to the right, 100 above
    assert grid.phase(32) == (100 % 32, -70 % 32)
    assert grid.phase(1) == (0, 0)


@pytest.mark.parametrize(
    "transform", [None, (0.0, 0.0, 0.0, 0.0, 0.0, 0.0), (np.nan, 1, 0, 0, 0, 1), (1e308, 1e-3, 0, 0, 0, 1)]
)
def test_without_a_usable_georeference_cells_begin_in_the_corner(transform: tuple[float, ...] | None) -> None:
    assert RasterGrid(40, 30, transform).phase(32) == (0, 0)


def test_a_part_of_a_raster_without_georeference_has_its_cells() -> None:
    assert RasterGrid(40, 30).cropped(Window(5, 7, 10, 10)).phase(32) == (27, 25)


@given(transforms(), st.sampled_from([1, 8, 32]), st.integers(1, 99), st.integers(1, 99))
def test_all_cells_of_a_raster_hold_it_and_no_more(
    transform: tuple[float, ...], stride: int, width: int, height: int
) -> None:
    grid = RasterGrid(width, height, transform)
    cells = grid.cells(stride)
    assert cells.intersection(grid.window) == grid.window
    assert (cells.row % stride, cells.col % stride) == grid.phase(stride)
    assert cells.rows % stride == cells.cols % stride == 0
    assert -stride < cells.row <= 0
    assert -stride < cells.col <= 0
    assert cells.row_end < height + stride
    assert cells.col_end < width + stride


def test_extents_by_hand() -> None:
    grid = RasterGrid(10, 10, (100.0, 2.0, 0.0, 200.0, 0.0, -2.0))
    assert grid.window_of((104, 190, 108, 196)) == Window(2, 2, 3, 2)
    assert grid.window_of((104.1, 190.1, 107.9, 195.9)) == Window(2, 2, 3, 2)
    assert grid.window_of((103.9, 189.9, 108.1, 196.1)) == Window(1, 1, 5, 4)
    assert grid.window_of((0, 0, 1000, 1000)) == Window(0, 0, 10, 10)


def test_an_extent_beside_the_raster_is_refused() -> None:
    with pytest.raises(RasterError) as caught:
        RasterGrid(10, 10, NORTH_UP).window_of((0, 0, 10, 10))
    assert str(caught.value) == "The extent does not overlap the raster; choose one inside it."


def test_a_geotransform_without_area_is_one_sentence() -> None:
    with pytest.raises(RasterError, match="cannot be inverted"):
        RasterGrid(10, 10, (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)).window_of((0, 0, 1, 1))


@given(st.sampled_from([NORTH_UP, SOUTH_UP, ROTATED, None]), st.integers(-5, 20), st.integers(-5, 20))
def test_a_cropped_grid_keeps_pixels_in_their_places(transform: tuple[float, ...] | None, row: int, col: int) -> None:
    grid = RasterGrid(40, 30, transform)
    part = grid.cropped(Window(row, col, 6, 8))
    assert (part.height, part.width) == (6, 8)
    assert gdal.ApplyGeoTransform(part.transform, 2, 3) == pytest.approx(
        gdal.ApplyGeoTransform(grid.transform, col + 2, row + 3)
    )
    assert part.pixel_area == pytest.approx(grid.pixel_area)


def test_cropping_to_everything_changes_nothing() -> None:
    for transform in (NORTH_UP, None):
        grid = RasterGrid(40, 30, transform, wkt_of(32640))
        assert grid.cropped(grid.window) == grid


def test_grids_are_aligned_within_a_thousandth_of_a_pixel() -> None:
    grid = RasterGrid(100, 50, NORTH_UP, wkt_of(32640))

    def moved(index: int, by: float) -> RasterGrid:
        numbers = list(NORTH_UP)
        numbers[index] += by
        return RasterGrid(100, 50, tuple(numbers), grid.wkt)  # type: ignore[arg-type]

    assert grid.is_aligned_with(moved(0, 1.9e-3))
    assert grid.is_aligned_with(moved(3, 1.9e-3))
    assert not grid.is_aligned_with(moved(0, 2.1e-3))
    assert not grid.is_aligned_with(moved(2, 1e-4))  # 0.005 map units at the lower side
    assert not grid.is_aligned_with(moved(4, 1e-4))
    assert not grid.is_aligned_with(moved(3, 1.0))
    assert grid.is_aligned_with(moved(1, 1e-6))
    assert not grid.is_aligned_with(moved(1, 1e-3))  # 0.1 map units at the far side


def test_alignment_is_measured_in_pixels_of_any_size() -> None:
    for side in (1e-5, 1000.0):  # in degrees, and in metres: exactly a thousandth still does
        grid = RasterGrid(10, 10, (0.0, side, 0.0, 0.0, 0.0, -side))
        for share, same in ((0.001, True), (0.002, False)):
            moved = RasterGrid(10, 10, (side * share, side, 0.0, 0.0, 0.0, -side))
            assert grid.is_aligned_with(moved) == same


def test_systems_are_the_same_by_meaning_and_not_by_text() -> None:
    utm = osr.SpatialReference(wkt_of(32640))
    other_text = utm.ExportToWkt(["FORMAT=WKT2_2019"])
    assert other_text != wkt_of(32640)
    assert same_system(wkt_of(32640), other_text)
    assert same_system(other_text, wkt_of(32640))
    assert not same_system(other_text, wkt_of(32641))
    assert not same_system(wkt_of(32641), wkt_of(32640))
    assert same_system("", wkt_of(32640))
    assert same_system(wkt_of(32640), "")


def test_grids_of_other_size_or_system_are_not_aligned() -> None:
    grid = RasterGrid(100, 50, NORTH_UP, wkt_of(32640))
    assert not grid.is_aligned_with(RasterGrid(99, 50, NORTH_UP, grid.wkt))
    assert not grid.is_aligned_with(RasterGrid(100, 50, NORTH_UP, wkt_of(32641)))
    assert not grid.is_aligned_with(RasterGrid(100, 50, SOUTH_UP, grid.wkt))
    assert grid.is_aligned_with(RasterGrid(100, 50, NORTH_UP, ""))  # an unknown system is taken to be the same


WINDOWS = [Window(2, 3, 4, 4), Window(-2, 7, 5, 6), Window(8, -3, 9, 20), Window(20, 20, 2, 2)]


@pytest.mark.parametrize("window", WINDOWS)
def test_of_a_window_those_pixels_are_inside_that_the_raster_has(window: Window) -> None:
    rows, cols = np.mgrid[window.row : window.row_end, window.col : window.col_end]
    expected = (rows >= 0) & (rows < 9) & (cols >= 0) & (cols < 10)
    assert np.array_equal(RasterGrid(10, 9).inside(window), expected)


def test_without_an_extent_the_window_is_all_pixels() -> None:
    assert RasterGrid(10, 9).window_of(None) == Window(0, 0, 9, 10)
