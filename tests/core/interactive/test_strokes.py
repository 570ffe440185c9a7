"""Strokes cover what was painted, on any grid."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, box, write_shapes

from clusternet_qgis.core.errors import OptionsError, VectorError
from clusternet_qgis.core.interactive.strokes import read_strokes, stroke_of_points, stroked_pixels
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.tiling import Window

SIDE = 60
TRANSFORMS = [NORTH_UP, SOUTH_UP, ROTATED, (55.0, 1e-5, 0.0, 25.0, 0.0, -1e-5)]


def grid(transform: tuple[float, ...] = NORTH_UP) -> RasterGrid:
    return RasterGrid(SIDE, SIDE, transform)


def at(transform: tuple[float, ...], col: float, row: float) -> tuple[float, float]:
    return tuple(gdal.ApplyGeoTransform(transform, col, row))


@pytest.mark.parametrize("transform", TRANSFORMS)
@settings(max_examples=40)
@given(ends=st.tuples(*[st.floats(5, SIDE - 5)] * 4), width=st.floats(1.5, 9))
def test_a_line_covers_the_pixels_whose_centre_is_within_half_its_width(
    transform: tuple[float, ...], ends: tuple[float, float, float, float], width: float
) -> None:
    pixel = math.hypot(transform[1], transform[4])  # all of them are square
    start, stop = np.array(ends[:2]), np.array(ends[2:])
    stroke = stroke_of_points("a", [at(transform, *start), at(transform, *stop)], width * pixel)
    found = stroked_pixels([stroke], grid(transform))
    covered = np.zeros((SIDE, SIDE), bool)
    covered[found.rows, found.cols] = True
    rows, cols = np.mgrid[:SIDE, :SIDE] + 0.5
    along = stop - start
    share = ((cols - start[0]) * along[0] + (rows - start[1]) * along[1]) / max(along @ along, 1e-12)
    share = share.clip(0, 1)
    distance = np.hypot(cols - start[0] - share * along[0], rows - start[1] - share * along[1])
    # The ends are polygons, not circles, and the line itself may touch pixels beyond a narrow width.
    assert covered[distance < 0.98 * width / 2 - 0.01].all()
    assert not covered[distance > max(width / 2 + 0.01, 0.75)].any()


def test_a_stroke_narrower_than_a_pixel_still_covers_what_it_runs_through() -> None:
    stroke = stroke_of_points("a", [at(NORTH_UP, 10.1, 20.1), at(NORTH_UP, 30.1, 20.1)], 1e-6)
    found = stroked_pixels([stroke], grid())
    assert set(found.rows.tolist()) == {20}
    assert found.cols.tolist() == list(range(10, 31))


def test_where_strokes_cross_the_later_one_counts() -> None:
    first = stroke_of_points("a", [at(NORTH_UP, 10.5, 20.5), at(NORTH_UP, 40.5, 20.5)], 2.0)
    second = stroke_of_points("b", [at(NORTH_UP, 25.5, 5.5), at(NORTH_UP, 25.5, 50.5)], 2.0)
    found = stroked_pixels([first, second], grid())
    crossing = (found.rows == 20) & (found.cols == 25)
    assert [found.names[index] for index in found.classes[crossing]] == ["b"]
    assert len({*zip(found.rows.tolist(), found.cols.tolist())}) == len(found.rows)


def test_only_pixels_of_the_window_and_the_raster_count() -> None:
    stroke = stroke_of_points("a", [at(NORTH_UP, -30, 20.5), at(NORTH_UP, 1e6, 20.5)], 4.0)
    found = stroked_pixels([stroke], grid(), Window(0, 10, SIDE, 5))
    assert set(found.cols.tolist()) == set(range(10, 15))
    assert not len(stroked_pixels([stroke_of_points("a", [(0.0, 0.0)], 1.0)], grid()).rows)


def test_layers_are_read_in_order_with_their_own_widths_and_reference_system(tmp_path: Path) -> None:
    line = "LINESTRING({} {}, {} {})".format(*at(NORTH_UP, 5, 9.5), *at(NORTH_UP, 15, 9.5))
    area = box(*at(NORTH_UP, 20, 30), *at(NORTH_UP, 30, 20))
    path = write_shapes(tmp_path / "strokes.gpkg", [(line, "road"), (area, "roof"), (line, None)])
    strokes = read_strokes(path, grid(), "class", 6.0)
    assert [(stroke.class_name, stroke.width) for stroke in strokes] == [("road", 6.0), ("roof", 6.0)]
    found = stroked_pixels(strokes, grid())
    roof = found.classes == found.names.index("roof")
    assert roof.sum() == 100
    assert set(found.rows[~roof].tolist()) == {8, 9, 10}


def test_what_cannot_be_a_stroke_is_a_sentence(tmp_path: Path) -> None:
    path = write_shapes(tmp_path / "strokes.gpkg", [("POINT(0 0)", "a")])
    with pytest.raises(VectorError, match="no field 'kind'; its fields are: class"):
        read_strokes(path, grid(), "kind", 1.0)
    with pytest.raises(OptionsError, match="width of strokes is 0"):
        read_strokes(path, grid(), "class", 0)
    with pytest.raises(OptionsError, match="at least one point"):
        stroke_of_points("a", [], 1.0)
    with pytest.raises(VectorError, match="Cannot read the strokes"):
        read_strokes(tmp_path / "none.gpkg", grid(), "class", 1.0)
