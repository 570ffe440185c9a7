"""Labels from any raster or layer, read on another raster's pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import NORTH_UP, SOUTH_UP, box, pixel_box, wkt_of, write, write_shapes

from clusternet_qgis.core.errors import RasterError, VectorError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.legend import BACKGROUND
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.reference import UNLABELLED, Reference, open_reference
from clusternet_qgis.core.io.tiling import TileGrid, Window

GRID = RasterGrid(12, 8, NORTH_UP, wkt_of(32640))
LABELS = np.array([[3] * 6 + [7] * 6] * 8, np.uint8)


def names_of(reference: Reference, window: Window = GRID.window) -> np.ndarray:
    """The name of each pixel's class, empty for unlabelled ones."""
    return np.array([*reference.classes, ""])[reference.read(window)]


# --- rasters


def test_a_rasters_classes_are_its_values(tmp_path: Path) -> None:
    found = open_reference(write(tmp_path / "a.tif", LABELS), GRID)
    assert found.classes == ["3", "7"]
    assert found.values == [3, 7]
    assert not found.named
    assert np.array_equal(names_of(found), LABELS.astype(str))


def test_categories_name_the_classes(tmp_path: Path) -> None:
    names = ["", "", "", "tree", "", "", "", "roof"]
    found = open_reference(write(tmp_path / "a.tif", LABELS, names=names), GRID)
    assert found.classes == ["tree", "roof"]
    assert found.named


def test_values_beyond_the_categories_are_called_by_their_number(tmp_path: Path) -> None:
    found = open_reference(write(tmp_path / "a.tif", LABELS, names=["", "", "", "tree"]), GRID)
    assert found.classes == ["tree", "7"]


def test_no_data_is_unlabelled(tmp_path: Path) -> None:
    found = open_reference(write(tmp_path / "a.tif", LABELS, no_data=3), GRID)
    assert found.classes == ["7"]
    assert np.array_equal(found.read(GRID.window) == UNLABELLED, LABELS == 3)


def test_windows_are_parts_of_the_whole(tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 5, (8, 12)).astype(np.uint8)
    path = write(tmp_path / "a.tif", values, no_data=0)
    other = write(tmp_path / "b.tif", values, transform=(299998.0, 2.0, 0, 2780002.0, 0, -2.0), no_data=0)
    for found in (open_reference(path, GRID), open_reference(other, GRID)):
        whole = found.read(GRID.window)
        for tile in TileGrid(GRID.window, 5):
            assert np.array_equal(found.read(tile.core), whole[tile.core.slices()])


def test_a_finer_grid_elsewhere_is_read_by_nearest_pixel(tmp_path: Path) -> None:
    fine = np.kron(LABELS, np.ones((4, 4), np.uint8))
    found = open_reference(write(tmp_path / "a.tif", fine, transform=(300000, 0.5, 0, 2780000, 0, -0.5)), GRID)
    assert np.array_equal(names_of(found), LABELS.astype(str))


def test_south_up_labels_are_turned(tmp_path: Path) -> None:
    values = np.arange(1, 97, dtype=np.uint8).reshape(8, 12)
    transform = (*SOUTH_UP[:3], NORTH_UP[3] - 16, *SOUTH_UP[4:])
    found = open_reference(write(tmp_path / "a.tif", values[::-1], transform=transform), GRID)
    assert np.array_equal(names_of(found), values.astype(str))


def test_a_reference_beside_the_raster_covers_a_part(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", LABELS, transform=(300012.0, 2.0, 0, 2780000.0, 0, -2.0))
    found = open_reference(path, GRID)
    assert (names_of(found)[:, :6] == "").all()
    assert (names_of(found)[:, 6:] == "3").all()


def test_another_reference_system_is_brought_along(tmp_path: Path) -> None:
    plain = write(tmp_path / "a.tif", np.kron(LABELS, np.ones((8, 8), np.uint8)), (300000, 0.25, 0, 2780000, 0, -0.25))
    other = str(tmp_path / "b.tif")
    gdal.Warp(other, plain, dstSRS="EPSG:4326", resampleAlg="near", dstNodata=0)
    names = names_of(open_reference(other, GRID))
    inner = np.s_[1:-1, 1:-1]  # borders may be cut by the turn
    agreeing = names[inner] == LABELS[inner].astype(str)
    assert agreeing.mean() > 0.9
    assert names[4, 1] == "3"
    assert names[4, 10] == "7"


def test_a_reference_elsewhere_is_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", LABELS, transform=(400000.0, 2.0, 0, 2780000.0, 0, -2.0))
    with pytest.raises(RasterError, match="no labelled pixel on the raster"):
        open_reference(path, GRID)


def test_a_reference_without_labels_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="no labelled pixel"):
        open_reference(write(tmp_path / "a.tif", np.zeros((8, 12), np.uint8), no_data=0), GRID)


def test_without_georeference_the_size_must_agree(tmp_path: Path) -> None:
    plain = RasterGrid(12, 8)
    same = open_reference(write(tmp_path / "a.tif", LABELS, transform=None, epsg=None), plain)
    assert np.array_equal(names_of(same), LABELS.astype(str))
    small = write(tmp_path / "b.tif", LABELS[:4], transform=None, epsg=None)
    for grid in (plain, GRID):
        with pytest.raises(RasterError, match=r"has 12 x 4 pixels, the raster 12 x 8.*no georeference"):
            open_reference(small, grid)


def test_a_photo_is_no_reference(tmp_path: Path) -> None:
    grid = RasterGrid(300, 300, NORTH_UP, GRID.wkt)
    values = np.arange(90000, dtype=np.uint32).reshape(300, 300)
    with pytest.raises(RasterError, match="over 65535 different values"):
        open_reference(write(tmp_path / "a.tif", values), grid)


def test_negative_values_are_classes_too(tmp_path: Path) -> None:
    found = open_reference(write(tmp_path / "a.tif", np.where(LABELS == 3, -2, 1).astype(np.int16)), GRID)
    assert found.classes == ["-2", "1"]


# --- layers


def shapes(tmp_path: Path, *entries: tuple[str, str | None], epsg: int = 32640) -> str:
    return write_shapes(tmp_path / "shapes.gpkg", entries, epsg)


TREE = (pixel_box(0, 0, 4, 8), "tree")
ROOF = (pixel_box(6, 2, 9, 5), "roof")


def test_classes_come_from_the_field_and_the_rest_is_unknown(tmp_path: Path) -> None:
    found = open_reference(shapes(tmp_path, TREE, ROOF), GRID, "class")
    assert found.classes == ["roof", "tree"]
    expected = np.full((8, 12), "", object)
    expected[:, :4], expected[2:5, 6:9] = "tree", "roof"
    assert np.array_equal(names_of(found), expected)


def test_shapes_without_field_are_one_class_and_the_rest_is_other(tmp_path: Path) -> None:
    found = open_reference(shapes(tmp_path, TREE, ROOF), GRID)
    assert found.classes == ["reference", BACKGROUND]
    assert (names_of(found) == "reference").sum() == 32 + 9
    assert (names_of(found) == BACKGROUND).sum() == 96 - 41


def test_inside_an_area_labels_are_complete_and_outside_unknown(tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(0, 0, 12, 4), "x")])
    found = open_reference(shapes(tmp_path, TREE, ROOF), GRID, "class", area)
    names = names_of(found)
    assert (names[4:] == "").all()
    assert (names[:4, :4] == "tree").all()
    assert (names[2:4, 6:9] == "roof").all()
    assert (names[:2, 4:] == BACKGROUND).all()


def test_an_area_limits_rasters_too(tmp_path: Path) -> None:
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(0, 0, 12, 4), "x")])
    found = open_reference(write(tmp_path / "a.tif", LABELS), GRID, "", area)
    assert (names_of(found)[4:] == "").all()
    assert np.array_equal(names_of(found)[:4], LABELS[:4].astype(str))


def test_an_area_without_complete_cover_still_knows_a_class_named_other(tmp_path: Path) -> None:
    layer = shapes(tmp_path, TREE, (ROOF[0], BACKGROUND))
    area = write_shapes(tmp_path / "area.gpkg", [(pixel_box(0, 0, 12, 8), "x")])
    found = open_reference(layer, GRID, "class", area)
    assert sorted(found.classes) == [BACKGROUND, "tree"]
    assert (names_of(found)[:, 4:] == BACKGROUND).all()


def test_a_layer_elsewhere_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(VectorError, match=r"No shape of .* overlaps the raster"):
        open_reference(shapes(tmp_path, (box(0, 0, 10, 10), "tree")), GRID, "class")


def test_a_missing_reference_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="Cannot read the raster"):
        open_reference(tmp_path / "nothing.tif", GRID)


# --- large values


@pytest.mark.parametrize("dtype", ["int32", "uint32", "float64"])
@pytest.mark.parametrize("shift", [0.0, 0.5])
def test_large_values_are_classes_of_their_own(tmp_path: Path, dtype: str, shift: float) -> None:
    first = (1 << 24) - 1
    values = (first + np.arange(30)).reshape(5, 6).astype(dtype)
    origin, width, *rest = NORTH_UP
    labels = write(tmp_path / "labels.tif", values, (origin + shift, width, *rest), no_data=first + 7)
    with RasterSource(write(tmp_path / "a.tif", np.ones((5, 6), np.uint8))) as source:
        reference = open_reference(labels, source.grid)
        index = reference.read(source.grid.window)
    expected = [value for value in range(first, first + 30) if value != first + 7]
    assert reference.values == expected
    assert reference.classes == [str(value) for value in expected]
    back = np.where(index >= 0, np.array(expected)[index], first + 7)
    assert np.array_equal(back, values)


def test_values_that_no_type_holds_exactly_are_refused(tmp_path: Path) -> None:
    labels = write(tmp_path / "labels.tif", np.full((5, 6), float(1 << 53)))
    with pytest.raises(RasterError, match="up to 9007199254740992; classes are whole numbers below"):
        open_reference(labels, RasterGrid(6, 5, NORTH_UP, wkt_of(32640)))
