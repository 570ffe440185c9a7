"""Shares of pixels, against areas of intersections that GEOS computes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from osgeo import ogr

from clusternet_qgis.core.evaluation.pixel_shares import pixel_shares
from clusternet_qgis.core.io.gdal_calls import quiet_gdal
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.tiling import TileGrid, Window
from clusternet_qgis.core.io.zone_shapes import read_zones

# Rows run downwards from 0, so coordinates of shapes are columns and negative rows.
GRID = RasterGrid(14, 12)
COORDINATES = st.one_of(st.integers(-4, 18).map(float), st.floats(-4, 18, width=32))


def polygon(points: list[tuple[float, float]]) -> str:
    return "POLYGON((" + ",".join(f"{x!r} {-y!r}" for x, y in [*points, points[0]]) + "))"


def edges_of(wkt: str, tmp_path_factory: pytest.TempPathFactory) -> NDArray[np.float64]:
    from toy_rasters import write_shapes

    path = write_shapes(tmp_path_factory.mktemp("zone") / "zone.gpkg", [(wkt, "a")], epsg=None)
    return read_zones(path, GRID)[0].edges


def intersections(shape: ogr.Geometry, window: Window) -> NDArray[np.float64]:
    """Areas of the intersections of a shape with each pixel, by GEOS."""
    shares = np.zeros((window.rows, window.cols))
    for row in range(window.rows):
        for col in range(window.cols):
            left, top = window.col + col, window.row + row
            pixel = ogr.CreateGeometryFromWkt(
                polygon([(left, top), (left + 1, top), (left + 1, top + 1), (left, top + 1)])
            )
            with quiet_gdal():
                common = shape.Intersection(pixel)
                shares[row, col] = common.GetArea() if common is not None else 0
    return shares


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(COORDINATES, COORDINATES), min_size=3, max_size=9))
def test_shares_are_areas_of_intersections(
    tmp_path_factory: pytest.TempPathFactory, points: list[tuple[float, float]]
) -> None:
    shape = ogr.CreateGeometryFromWkt(polygon(points))
    with quiet_gdal():
        shape = shape if shape.IsValid() else shape.MakeValid()
    if shape.GetDimension() < 2 or shape.GetArea() < 1e-6:
        return
    window = Window(1, 2, 10, 9)
    shares = pixel_shares(edges_of(polygon(points), tmp_path_factory), window)
    assert np.allclose(shares, intersections(shape, window), atol=1e-9)


def test_holes_and_islands_in_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    square = "{0} -{0},{1} -{0},{1} -{1},{0} -{1},{0} -{0}"
    rings = [square.format(*ends) for ends in ((0.5, 9.5), (2.25, 7.75), (4.1, 5.3))]
    wkt = f"MULTIPOLYGON((({rings[0]}),({rings[1]})),(({rings[2]})))"
    shares = pixel_shares(edges_of(wkt, tmp_path_factory), GRID.window)
    assert np.allclose(shares, intersections(ogr.CreateGeometryFromWkt(wkt), GRID.window), atol=1e-12)
    assert math.isclose(shares.sum(), 81 - 5.5**2 + 1.2**2)


def test_windows_are_parts_of_the_whole(tmp_path_factory: pytest.TempPathFactory) -> None:
    edges = edges_of(polygon([(-3, 1.5), (12.2, -2), (17, 9), (5.5, 14), (6, 6)]), tmp_path_factory)
    whole = pixel_shares(edges, GRID.window)
    for tile in TileGrid(GRID.window, 5):
        assert np.allclose(pixel_shares(edges, tile.core), whole[tile.core.slices()], atol=1e-12)


def test_a_zone_in_one_pixel_and_one_around_all(tmp_path_factory: pytest.TempPathFactory) -> None:
    small = pixel_shares(edges_of(polygon([(3.1, 4.2), (3.3, 4.2), (3.3, 4.6)]), tmp_path_factory), GRID.window)
    assert small[4, 3] == pytest.approx(0.04)
    assert np.count_nonzero(small > 1e-12) == 1
    around = pixel_shares(
        edges_of(polygon([(-50, -40), (90, -40), (90, 70), (-50, 70)]), tmp_path_factory), GRID.window
    )
    assert np.allclose(around, 1)


def test_no_edges_are_no_shares() -> None:
    assert not pixel_shares(np.empty((0, 4)), Window(0, 0, 3, 4)).any()
