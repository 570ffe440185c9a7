"""Layers burnt onto pixels, and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, box, pixel_box, wkt_of, write, write_shapes

from clusternet_qgis.core.errors import VectorError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.tiling import TileGrid, Window
from clusternet_qgis.core.io.vectors import VectorSource, is_vector, layer_grid

GRID = RasterGrid(12, 8, NORTH_UP, wkt_of(32640))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([NORTH_UP, SOUTH_UP, ROTATED]),
    st.integers(0, 10),
    st.integers(0, 6),
    st.integers(1, 12),
    st.integers(1, 8),
)
def test_a_block_of_pixels_burns_exactly_itself(
    tmp_path: Path, transform: tuple[float, ...], col: int, row: int, cols: int, rows: int
) -> None:
    grid = RasterGrid(12, 8, transform, GRID.wkt)
    path = tmp_path / "a.gpkg"
    path.unlink(missing_ok=True)
    # Drawn in by a tenth of a pixel: its edges pass between pixel centres whatever the rounding.
    outline = pixel_box(col + 0.1, row + 0.1, col + cols - 0.1, row + rows - 0.1, transform)
    found = VectorSource(write_shapes(path, [(outline, "a")]), grid).burn(grid.window)
    expected = np.zeros((8, 12), int)
    expected[row : row + rows, col : col + cols] = 1
    assert np.array_equal(found, expected)


def test_windows_are_parts_of_the_whole(tmp_path: Path) -> None:
    entries = [
        (pixel_box(0.2, 0.2, 5.7, 3.3), "a"),
        ("LINESTRING(300000.3 2779984.2,300023.1 2779998.9)", "l"),
        ("POINT(300020.5 2779986.5)", "p"),
    ]
    source = VectorSource(write_shapes(tmp_path / "a.gpkg", entries), GRID, "class")
    whole = source.burn(GRID.window)
    assert set(np.unique(whole)) == {0, 1, 2, 3}
    for tile in TileGrid(GRID.window, 5):
        assert np.array_equal(source.burn(tile.core), whole[tile.core.slices()])


def test_a_window_may_reach_beyond(tmp_path: Path) -> None:
    source = VectorSource(write_shapes(tmp_path / "a.gpkg", [(pixel_box(-9, -9, 30, 30), "a")]), GRID)
    assert (source.burn(Window(-3, -3, 20, 20)) == 1).all()


def test_later_shapes_cover_earlier_ones(tmp_path: Path) -> None:
    entries = [(pixel_box(0, 0, 12, 8), "a"), (pixel_box(3, 3, 5, 5), "b")]
    found = VectorSource(write_shapes(tmp_path / "a.gpkg", entries), GRID, "class").burn(GRID.window)
    assert (found[3:5, 3:5] == 2).all()
    assert (found == 1).sum() == 92


def test_classes_sort_as_numbers_before_words(tmp_path: Path) -> None:
    entries = [(pixel_box(i, 0, i + 1, 1), name) for i, name in enumerate(["10", "9", "tree", "-1", "2.5", "apple"])]
    source = VectorSource(write_shapes(tmp_path / "a.gpkg", entries), GRID, "class")
    assert source.classes == ["-1", "2.5", "9", "10", "apple", "tree"]
    assert [source.classes[i - 1] for i in source.burn(Window(0, 0, 1, 6))[0]] == [
        "10", "9", "tree", "-1", "2.5", "apple",
    ]  # fmt: skip


def test_shapes_without_a_class_are_left_out(tmp_path: Path) -> None:
    entries = [(pixel_box(0, 0, 2, 2), "a"), (pixel_box(4, 4, 6, 6), None)]
    source = VectorSource(write_shapes(tmp_path / "a.gpkg", entries), GRID, "class")
    assert source.classes == ["a"]
    assert source.burn(GRID.window).sum() == 4


def test_another_reference_system_is_brought_along(tmp_path: Path) -> None:
    polygon = ogr.CreateGeometryFromWkt(pixel_box(2, 1, 9, 6))
    target = osr.SpatialReference()
    target.ImportFromEPSG(4326)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = osr.SpatialReference(GRID.wkt)
    polygon.Transform(osr.CoordinateTransformation(source, target))
    path = write_shapes(tmp_path / "a.gpkg", [(polygon.ExportToWkt(), "a")], epsg=4326)
    assert np.flatnonzero(VectorSource(path, GRID).burn(GRID.window).any(0)).tolist() == list(range(2, 9))


def test_shapes_that_have_no_place_in_the_rasters_system_are_left_out(tmp_path: Path) -> None:
    entries = [(box(0, 0, 1e9, 1e9), "far"), (pixel_box(0, 0, 3, 3), "a")]
    path = write_shapes(tmp_path / "a.gpkg", entries, epsg=32640)
    other = RasterGrid(10, 10, (52.0, 0.5, 0, 27.0, 0, -0.5), wkt_of(4326))
    assert VectorSource(path, other, "class").classes == ["a", "far"]


def test_a_layer_can_be_named(tmp_path: Path) -> None:
    path = write_shapes(tmp_path / "a.gpkg", [(pixel_box(0, 0, 3, 3), "a")])
    assert VectorSource(f"{path}|layername=a", GRID).burn(GRID.window).sum() == 9
    with pytest.raises(VectorError, match="no such layer"):
        VectorSource(f"{path}|layername=b", GRID)


def test_an_unknown_field_is_told_with_those_there_are(tmp_path: Path) -> None:
    path = write_shapes(tmp_path / "a.gpkg", [(pixel_box(0, 0, 3, 3), "a")])
    with pytest.raises(VectorError, match="has no field 'kind'; its fields are: class"):
        VectorSource(path, GRID, "kind")


def test_what_is_no_layer_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.gpkg").write_text("no layer")
    for name in ("a.gpkg", "nothing.shp"):
        with pytest.raises(VectorError, match="Cannot read the vector layer"):
            VectorSource(tmp_path / name, GRID)


def test_rasters_and_layers_are_told_apart(tmp_path: Path) -> None:
    layer = write_shapes(tmp_path / "a.gpkg", [(box(0, 0, 1, 1), "a")])
    raster = write(tmp_path / "a.tif", np.ones((2, 2), np.uint8))
    assert is_vector(layer)
    assert is_vector(f"{layer}|layername=a")
    assert not is_vector(raster)
    assert not is_vector(tmp_path / "nothing.gpkg")


def test_the_grid_over_a_layer_has_square_pixels(tmp_path: Path) -> None:
    path = write_shapes(tmp_path / "a.gpkg", [(box(100, 200, 300, 250), "a")])
    grid = layer_grid(path, 40)
    assert (grid.width, grid.height) == (40, 10)
    assert grid.geotransform == pytest.approx((100, 5, 0, 250, 0, -5))


def test_a_layer_without_an_area_has_no_grid(tmp_path: Path) -> None:
    path = write_shapes(tmp_path / "a.gpkg", [("POINT(1 2)", "a")])
    with pytest.raises(VectorError, match="no shapes with an area"):
        layer_grid(path, 40)


@pytest.mark.parametrize("blank", ["", " ", "\t\n", None])
def test_shapes_with_a_blank_class_are_without_one_and_counted(tmp_path: Path, blank: str | None) -> None:
    path = str(tmp_path / "blank.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer("blank", None, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("kind", ogr.OFTString))
    for name, shape in (("tree", "POINT (1.5 -1.5)"), (blank, "POINT (2.5 -1.5)"), ("tree", None)):
        feature = ogr.Feature(layer.GetLayerDefn())
        if name is not None:
            feature.SetField("kind", name)
        if shape is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        layer.CreateFeature(feature)
    del feature, layer, dataset
    source = VectorSource(path, RasterGrid(5, 5), "kind")
    assert source.classes == ["tree"]
    assert source.left_out.sentence("my layer") == (
        "2 of the 3 shapes of my layer are left out: 1 without a class, 1 without a geometry."
    )
