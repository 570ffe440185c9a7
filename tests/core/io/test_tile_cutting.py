"""Training tiles keep what the raster says, where it says it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from toy_rasters import NORTH_UP, ROTATED, UTM_40N, pixel_box, read, wkt_of, write, write_shapes

from clusternet_qgis.core.errors import Cancelled, ClusterNetError, OptionsError
from clusternet_qgis.core.io.label_values import LEGEND_NAME
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tile_cutting import LABELS_FOLDER, CutTiles, TileOptions, cut_tiles
from clusternet_qgis.core.progress import Progress


def options(size: int = 8, **changes: object) -> TileOptions:
    sizes = {"width": size, "height": size, "stride_x": size, "stride_y": size}
    return TileOptions(**{**sizes, **changes})  # type: ignore[arg-type]


def tiles(folder: Path) -> dict[tuple[int, int], Path]:
    """Tiles by row and column."""
    found = {}
    for path in sorted(folder.glob("*.tif")):
        row, col = path.stem.removeprefix("tile_r").split("_c")
        found[int(row), int(col)] = path
    return found


def noise(dtype: str = "uint8", bands: int = 3, rows: int = 20, cols: int = 28) -> np.ndarray:
    return np.random.default_rng(0).integers(1, 200, (bands, rows, cols)).astype(dtype)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32", "float64"])
def test_tiles_keep_values_and_type(tmp_path: Path, dtype: str) -> None:
    values = noise(dtype)
    found = cut_tiles(write(tmp_path / "a.tif", values), str(tmp_path / "out"), options())
    assert found == CutTiles(12, 0)
    assert tiles(tmp_path / "out").keys() == {(r, c) for r in (0, 8, 12) for c in (0, 8, 16, 20)}
    for (row, col), path in tiles(tmp_path / "out").items():
        assert read(path).dtype == dtype
        assert np.array_equal(read(path), values[:, row : row + 8, col : col + 8])


@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED])
def test_tiles_lie_where_their_pixels_lay(tmp_path: Path, transform: tuple[float, ...]) -> None:
    path = write(tmp_path / "a.tif", noise(), transform)
    cut_tiles(path, str(tmp_path / "out"), options())
    for (row, col), tile in tiles(tmp_path / "out").items():
        with RasterSource(tile) as source:
            place = source.grid
        assert gdal.ApplyGeoTransform(place.transform, 3, 2) == pytest.approx(
            gdal.ApplyGeoTransform(transform, col + 3, row + 2)
        )
        assert "UTM zone 40N" in place.wkt


def test_tiles_keep_no_data_and_band_names(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", noise(), no_data=7, descriptions=["red", "green", "nir"])
    cut_tiles(path, str(tmp_path / "out"), options(max_empty=1), bands=[3, 1])
    values = noise()[[2, 0]]
    for (row, col), tile in tiles(tmp_path / "out").items():
        assert gdal.Open(str(tile)).GetRasterBand(1).GetNoDataValue() == 7
        with RasterSource(tile) as source:
            assert source.band_names == ["nir", "red"]
            _, valid = source.read(source.grid.window)
        assert np.array_equal(valid, (values[:, row : row + 8, col : col + 8] != 7).all(0))


def test_transparent_and_masked_pixels_stay_so(tmp_path: Path) -> None:
    holes = np.random.default_rng(1).random((20, 28)) < 0.3
    alpha = np.where(holes, 0, 255).astype(np.uint8)
    with_alpha = write(tmp_path / "a.tif", np.concatenate([noise(), alpha[None]]), alpha=True)
    with_mask = write(tmp_path / "b.tif", noise(), mask=~holes)
    for name, path in (("a", with_alpha), ("b", with_mask)):
        cut_tiles(path, str(tmp_path / name), options(max_empty=1))
        assert len(tiles(tmp_path / name)) == 12
        for (row, col), tile in tiles(tmp_path / name).items():
            with RasterSource(tile) as source:
                assert len(source.bands) == 3
                _, valid = source.read(source.grid.window)
            assert np.array_equal(valid, ~holes[row : row + 8, col : col + 8])
        assert {file.suffix for file in (tmp_path / name).iterdir()} == {".tif"}  # masks travel inside


def test_padded_tiles_mask_what_lies_beyond(tmp_path: Path) -> None:
    values = noise()
    cut_tiles(write(tmp_path / "a.tif", values), str(tmp_path / "out"), options(edge="pad", max_empty=1))
    found = tiles(tmp_path / "out")
    assert found.keys() == {(r, c) for r in (0, 8, 16) for c in (0, 8, 16, 24)}
    with RasterSource(found[16, 24]) as source:
        tile, valid = source.read(source.grid.window)
    assert (source.grid.height, source.grid.width) == (8, 8)
    assert np.array_equal(np.argwhere(valid), np.argwhere(np.ones((4, 4))))
    assert np.array_equal(tile[:, :4, :4], values[:, 16:, 24:])


def test_dropped_edges_leave_whole_tiles_only(tmp_path: Path) -> None:
    found = cut_tiles(write(tmp_path / "a.tif", noise()), str(tmp_path / "out"), options(edge="drop"))
    assert found == CutTiles(6, 0)


@pytest.mark.parametrize(("share", "kept"), [(0.0, 1), (0.25, 2), (0.5, 3), (1.0, 4)])
def test_tiles_with_too_much_empty_are_left_out(tmp_path: Path, share: float, kept: int) -> None:
    values = np.full((2, 8, 32), 50, np.uint8)
    values[:, :, 8:10] = 0  # second tile: a quarter black
    values[:, :4, 16:24] = 255  # third: half no data
    values[:, :, 24:] = 255  # fourth: nothing
    path = write(tmp_path / "a.tif", values, no_data=255)
    assert cut_tiles(path, str(tmp_path / "out"), options(max_empty=share)) == CutTiles(kept, 4 - kept)
    assert len(tiles(tmp_path / "out")) == kept


def test_dark_in_one_band_is_not_black(tmp_path: Path) -> None:
    values = np.full((2, 8, 8), 50, np.uint8)
    values[0] = 0
    assert cut_tiles(write(tmp_path / "a.tif", values), str(tmp_path / "out"), options()) == CutTiles(1, 0)


def test_when_all_are_empty_it_says_so(tmp_path: Path, said: list[str]) -> None:
    path = write(tmp_path / "a.tif", np.zeros((1, 16, 16), np.uint8))
    found = cut_tiles(path, str(tmp_path / "out"), options(), progress=Progress(say=said.append))
    assert found == CutTiles(0, 4)
    assert "MAX_EMPTY" in said[-1]


def test_an_extent_limits_the_cutting(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", noise())
    x, y = NORTH_UP[0], NORTH_UP[3]
    cut_tiles(path, str(tmp_path / "out"), options(), extent=(x + 8, y - 24, x + 40, y - 8))
    assert tiles(tmp_path / "out").keys() == {(4, 4), (4, 12)}


# --- labels


def test_labels_are_cut_to_the_centre(tmp_path: Path) -> None:
    classes = np.random.default_rng(2).integers(1, 4, (20, 28)).astype(np.uint8)
    labels = write(tmp_path / "l.tif", classes)
    cut_tiles(write(tmp_path / "a.tif", noise()), str(tmp_path / "out"), options(crop=4), labels=labels)
    found = tiles(tmp_path / "out" / LABELS_FOLDER)
    assert found.keys() == tiles(tmp_path / "out").keys()
    for (row, col), path in found.items():
        assert np.array_equal(read(path)[0], classes[row + 2 : row + 6, col + 2 : col + 6])
        with RasterSource(path) as source:
            assert source.grid.transform[0] == NORTH_UP[0] + 2 * (col + 2)
            assert source.grid.transform[3] == NORTH_UP[3] - 2 * (row + 2)


def test_labels_from_a_layer(tmp_path: Path) -> None:
    layer = write_shapes(tmp_path / "l.gpkg", [(pixel_box(0, 0, 4, 20), "tree"), (pixel_box(4, 0, 6, 20), "roof")])
    path = write(tmp_path / "a.tif", noise())
    cut_tiles(path, str(tmp_path / "out"), options(), labels=layer, label_field="class")
    labels = tiles(tmp_path / "out" / LABELS_FOLDER)
    assert read(labels[0, 0])[0, 0].tolist() == [2, 2, 2, 2, 1, 1, 0, 0]
    assert not read(labels[0, 20]).any()


SOURCES = [
    ([3, 7, 200], "uint8", None, 0),
    ([0, 3, 7], "uint8", None, 255),
    ([0, 3, 255], "uint8", 9, 9),
    ([-5, 0, 40], "int16", -9999, -9999),
    ([1, 500, 60000], "uint16", None, 0),
    ([(1 << 24) + 1, (1 << 24) + 2, 1 << 30], "int32", 0, 0),
    ([1, 2, 4_000_000_000], "uint32", None, 0),
    ([1, 2, 3], "float32", float("nan"), 0),
    ([1, 2, 5_000_000_001], "float64", -1, -1),
]


@pytest.mark.parametrize(("classes", "dtype", "no_data", "unlabelled"), SOURCES)
def test_values_of_label_rasters_stay_on_every_sheet(
    tmp_path: Path, classes: list[int], dtype: str, no_data: float | None, unlabelled: int
) -> None:
    """Also on a sheet that lacks some of them."""
    for sheet in range(3):
        present = np.array(classes if sheet == 0 else [*classes[:sheet], *classes[sheet + 1 :]])
        values = present[np.random.default_rng(sheet).integers(0, len(present), (16, 16))].astype(dtype)
        mask = np.ones((16, 16), bool)
        mask[:2] = False
        raster = write(tmp_path / "a.tif", noise(rows=16, cols=16), mask=mask)
        labels = write(tmp_path / "l.tif", values, no_data=no_data)
        cut_tiles(raster, str(tmp_path / "out"), options(max_empty=1), labels=labels)
        found = tiles(tmp_path / "out" / LABELS_FOLDER)
        for (row, col), path in found.items():
            expected = np.where(mask, values, unlabelled)[row : row + 8, col : col + 8]
            assert np.array_equal(read(path)[0], expected)
            tile = gdal.Open(str(path))
            assert tile.GetRasterBand(1).GetNoDataValue() == unlabelled
        assert not (tmp_path / "out" / LABELS_FOLDER / LEGEND_NAME).exists()


@pytest.mark.parametrize("seed", range(4))
def test_text_classes_have_one_numbering_and_legend_for_all_tiles(tmp_path: Path, seed: int) -> None:
    """Of a layer over several sheets, each of which has some of its classes."""
    generator = np.random.default_rng(seed)
    names = ["Äcker", "roof", "10", "tree", "2"]
    cells = generator.integers(0, len(names), (4, 6))
    shapes = [(pixel_box(8 * c, 8 * r, 8 * c + 8, 8 * r + 8), names[cells[r, c]]) for r in range(4) for c in range(6)]
    layer = write_shapes(tmp_path / "l.gpkg", shapes)
    legends = []
    for sheet in range(3):
        transform = (NORTH_UP[0] + 2 * 16 * sheet, *NORTH_UP[1:])
        raster = write(tmp_path / f"{sheet}.tif", noise(rows=32, cols=16), transform)
        folder = tmp_path / f"out{sheet}"
        cut_tiles(raster, str(folder), options(), labels=layer, label_field="class")
        legend = json.loads((folder / LABELS_FOLDER / LEGEND_NAME).read_text("utf-8"))
        legends.append(legend)
        by_value = {entry["value"]: entry["name"] for entry in legend["classes"]}
        for (row, col), path in tiles(folder / LABELS_FOLDER).items():
            (value,) = np.unique(read(path))
            expected = names[cells[row // 8, 2 * sheet + col // 8]]
            assert by_value[value] == expected
            with RasterSource(path) as tile:
                assert tile.category_names[value] == expected
    assert all(legend == legends[0] for legend in legends)
    assert [entry["value"] for entry in legends[0]["classes"]] == [*range(1, len(legends[0]["classes"]) + 1)]


@pytest.mark.parametrize("kind", [ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal])
def test_whole_numbers_of_a_layer_stay(tmp_path: Path, kind: int) -> None:
    numbers = [700, 3, 21]
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "l.gpkg"))
    layer = dataset.CreateLayer("l", osr.SpatialReference(wkt_of(UTM_40N)), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("code", kind))
    for index, number in enumerate(numbers):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(pixel_box(8 * index, 0, 8 * index + 8, 20)))
        feature.SetField("code", number)
        layer.CreateFeature(feature)
    del layer, dataset
    raster = write(tmp_path / "a.tif", noise())
    cut_tiles(raster, str(tmp_path / "out"), options(), labels=str(tmp_path / "l.gpkg"), label_field="code")
    labels = tiles(tmp_path / "out" / LABELS_FOLDER)
    for index, number in enumerate(numbers):
        assert (read(labels[0, 8 * index])[0][:, :4] == number).all()


def test_names_of_a_label_raster_are_kept(tmp_path: Path) -> None:
    labels = write(tmp_path / "l.tif", np.full((20, 28), 2, np.uint8), names=["", "roof", "tree"])
    cut_tiles(write(tmp_path / "a.tif", noise()), str(tmp_path / "out"), options(), labels=labels)
    legend = json.loads((tmp_path / "out" / LABELS_FOLDER / LEGEND_NAME).read_text("utf-8"))
    assert [(entry["value"], entry["name"]) for entry in legend["classes"]] == [(2, "tree")]


def test_labels_are_empty_where_the_tile_is(tmp_path: Path) -> None:
    mask = np.ones((8, 8), bool)
    mask[2] = False
    path = write(tmp_path / "a.tif", noise(rows=8, cols=8), mask=mask)
    labels = write(tmp_path / "l.tif", np.ones((8, 8), np.uint8))
    cut_tiles(path, str(tmp_path / "out"), options(max_empty=1), labels=labels)
    assert np.array_equal(read(tiles(tmp_path / "out" / LABELS_FOLDER)[0, 0])[0] == 1, mask)


# --- index


def test_the_index_outlines_the_tiles_that_were_kept(tmp_path: Path) -> None:
    values = noise()
    values[:, :8, :8] = 0
    cut_tiles(
        write(tmp_path / "a.tif", values), str(tmp_path / "out"), options(edge="drop"), index=str(tmp_path / "i.gpkg")
    )
    dataset = ogr.Open(str(tmp_path / "i.gpkg"))
    shapes = {f.GetField("tile"): f.GetGeometryRef().GetEnvelope() for f in dataset.GetLayer(0)}
    assert shapes.keys() == {path.name for path in tiles(tmp_path / "out").values()}
    assert shapes["tile_r000008_c000016.tif"] == (300032, 300048, 2780000 - 32, 2780000 - 16)


# --- what cannot be


def test_tiles_larger_than_the_raster_are_made_smaller_and_it_says_so(tmp_path: Path, said: list[str]) -> None:
    path = write(tmp_path / "a.tif", noise())
    cut_tiles(path, str(tmp_path / "out"), options(100), progress=Progress(say=said.append))
    assert read(tiles(tmp_path / "out")[0, 0]).shape == (3, 20, 28)
    assert any("28 x 20" in sentence for sentence in said)


def test_tiles_that_cannot_fit_are_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", noise())
    with pytest.raises(OptionsError, match="No tile of 100 x 100 fits 28 x 20 pixels"):
        cut_tiles(path, str(tmp_path / "out"), options(100, edge="drop"))


@pytest.mark.parametrize(
    "changes",
    [
        {"width": 0},
        {"stride_x": 0},
        {"stride_y": -1},
        {"edge": "wrap"},
        {"max_empty": -0.1},
        {"max_empty": float("nan")},
        {"crop": 9},
        {"crop": -1},
    ],
    ids=str,
)
def test_senseless_options_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(OptionsError):
        options(**changes)


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ClusterNetError, match="Cannot write into the folder"):
        cut_tiles(write(tmp_path / "a.tif", noise()), str(tmp_path / "file" / "out"), options())


def test_after_a_cancel_there_are_no_tiles(tmp_path: Path) -> None:
    looks: list[int] = []
    progress = Progress(is_cancelled=lambda: looks.append(1) or len(looks) > 4)
    with pytest.raises(Cancelled):
        cut_tiles(write(tmp_path / "a.tif", noise()), str(tmp_path / "out"), options(), progress=progress)
    assert len(looks) > 4, "some tiles were cut"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_second_run_replaces_the_tiles_of_the_first(tmp_path: Path) -> None:
    source, folder = write(tmp_path / "a.tif", noise()), tmp_path / "out"
    cut_tiles(source, str(folder), options())
    first = {path.name for path in folder.iterdir()}
    (folder / "mine.txt").write_text("stays")
    cut_tiles(source, str(folder), options(width=16, height=16, stride_x=16, stride_y=16))
    second = {path.name for path in folder.iterdir()}
    assert len(second) < len(first)
    assert "mine.txt" in second
    assert all(read(folder / name).shape == (3, 16, 16) for name in second - {"mine.txt"})
