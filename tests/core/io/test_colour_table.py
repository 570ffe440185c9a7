"""Pictures with a colour table are read as their colours, however the table is ordered; classes stay as they are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal
from toy_rasters import NORTH_UP, UTM_40N, wkt_of, write

from clusternet_qgis.core.errors import RasterError
from clusternet_qgis.core.io.flat_borders import open_imagery
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.reference import open_reference
from clusternet_qgis.core.io.tile_cutting import cut_tiles
from clusternet_qgis.core.io.tiling import TileOptions
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIDE = 64
OPTIONS = TrainOptions(network="unet_same", width=4, clusters=4, epochs=0, tile_size=64, device="cpu")


def colours_of(seed: int, count: int = 60) -> np.ndarray:
    """Different colours (count, 3), none of them black or white."""
    numbers = np.random.default_rng(seed).choice(200**3, count, replace=False)
    return np.stack(np.unravel_index(numbers, (200, 200, 200)), 1).astype(np.uint8) + 20


def write_paletted(
    path: Path, indices: np.ndarray, table: np.ndarray, alpha_band: np.ndarray | None = None, kind: str = "GTiff"
) -> str:
    """Writes indices (rows, cols) with the colours of a table (count, 3 or 4)."""
    rows, cols = indices.shape
    memory = gdal.GetDriverByName("MEM").Create("", cols, rows, 1 if alpha_band is None else 2, gdal.GDT_Byte)
    memory.SetGeoTransform(NORTH_UP)
    memory.SetProjection(wkt_of(UTM_40N))
    entries = gdal.ColorTable()
    for index, colour in enumerate(table.tolist()):
        entries.SetColorEntry(index, tuple(colour))
    memory.GetRasterBand(1).SetColorTable(entries)
    memory.GetRasterBand(1).SetColorInterpretation(gdal.GCI_PaletteIndex)
    memory.GetRasterBand(1).WriteRaster(0, 0, cols, rows, indices.astype(np.uint8).tobytes())
    if alpha_band is not None:
        memory.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
        memory.GetRasterBand(2).WriteRaster(0, 0, cols, rows, alpha_band.astype(np.uint8).tobytes())
    gdal.GetDriverByName(kind).CreateCopy(str(path), memory)
    return str(path)


def shuffled(indices: np.ndarray, table: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The same picture by a table in another order."""
    order = np.random.default_rng(seed).permutation(len(table))
    return np.argsort(order)[indices], table[order]


@pytest.fixture
def picture() -> tuple[np.ndarray, np.ndarray]:
    """Indices (rows, cols) and their colours."""
    rows, cols = np.mgrid[:SIDE, :SIDE]
    noise = np.random.default_rng(2).integers(0, 3, (SIDE, SIDE))
    return (rows // 8 * 8 + cols // 8 + noise) % 60, colours_of(1)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 99), st.integers(1, 200), st.sampled_from(["GTiff", "PNG", "HFA"]))
def test_a_colour_table_is_read_as_its_colours_in_any_order(seed: int, count: int, kind: str) -> None:
    table = colours_of(seed, count)
    indices = np.random.default_rng(seed).integers(0, count, (9, 7))
    path = f"/vsimem/paletted_{kind}"
    write_paletted(Path(path), *shuffled(indices, table, seed), kind=kind)
    with open_imagery(path) as source:
        values, valid = source.read(source.grid.window)
        assert source.bands == (1, 2, 3)
        assert source.band_names == ["red", "green", "blue"]
    assert np.array_equal(values, np.moveaxis(table[indices], -1, 0))
    assert valid.all()


@pytest.mark.parametrize("kind", ["PNG", "HFA"])
def test_transparent_colours_and_indices_beyond_the_table_are_no_data(tmp_path: Path, kind: str) -> None:
    table = np.array([[9, 9, 9, 0], [1, 2, 3, 255], [4, 5, 6, 100]], np.uint8)
    path = write_paletted(tmp_path / "a.img", np.array([[0, 1, 2, 1, 3]]), table, kind=kind)
    with open_imagery(path) as source:
        values, valid = source.read(source.grid.window)
    assert valid.tolist() == [[False, True, True, True, False]]
    assert values[:, 0, 2].tolist() == [4, 5, 6]


def test_an_alpha_band_beside_it_counts_too(tmp_path: Path) -> None:
    table = np.array([[9, 9, 9], [1, 2, 3]], np.uint8)
    path = write_paletted(tmp_path / "a.tif", np.array([[0, 1, 1]]), table, np.array([[255, 255, 0]]))
    with open_imagery(path) as source:
        values, valid = source.read(source.grid.window)
        assert source.bands == (1, 2, 3)
    assert valid.tolist() == [[True, True, False]]
    assert values[:, 0, :2].tolist() == [[9, 1], [9, 2], [9, 3]]


def test_it_is_said_in_a_sentence(tmp_path: Path, picture: tuple[np.ndarray, np.ndarray]) -> None:
    said: list[str] = []
    with open_imagery(write_paletted(tmp_path / "sheet.tif", *picture), progress=Progress(say=said.append)):
        pass
    (sentence,) = said
    assert sentence.startswith("sheet.tif has a colour table")
    assert "red, green, blue" in sentence


@pytest.mark.parametrize(("bands", "read"), [([1], (1, 2, 3)), ([1, 2, 3], (1, 2, 3)), ([3, 1], (3, 1)), ([2], (2,))])
def test_bands_are_those_of_the_colours(
    tmp_path: Path, picture: tuple[np.ndarray, np.ndarray], bands: list[int], read: tuple[int, ...]
) -> None:
    indices, table = picture
    with open_imagery(write_paletted(tmp_path / "a.tif", indices, table), bands) as source:
        assert source.bands == read
        values, _ = source.read(source.grid.window)
    assert np.array_equal(values, np.moveaxis(table[indices], -1, 0)[[band - 1 for band in read]])


def test_a_band_beyond_the_colours_is_a_sentence(tmp_path: Path, picture: tuple[np.ndarray, np.ndarray]) -> None:
    with pytest.raises(RasterError, match="colour table, which is read as the bands 1 red, 2 green and 3 blue; band 4"):
        open_imagery(write_paletted(tmp_path / "a.tif", *picture), [1, 4])


def test_classes_stay_as_they_are(tmp_path: Path, picture: tuple[np.ndarray, np.ndarray]) -> None:
    indices, table = picture
    path = write_paletted(tmp_path / "a.tif", indices, table)
    with RasterSource(path, [1]) as source:
        assert np.array_equal(source.read(source.grid.window)[0][0], indices)
        labels = open_reference(path, source.grid)
        assert labels.values == np.unique(indices).tolist()
        assert np.array_equal(np.array(labels.values)[labels.read(source.grid.window)], indices)


def test_several_bands_with_colour_tables_are_no_such_picture(tmp_path: Path) -> None:
    with open_imagery(write(tmp_path / "a.tif", np.ones((2, 4, 4), np.uint8))) as source:
        assert source.colours is None


def test_tiles_keep_the_colour_table(tmp_path: Path, picture: tuple[np.ndarray, np.ndarray]) -> None:
    indices, table = picture
    path = write_paletted(tmp_path / "a.tif", indices, table)
    cut_tiles(path, str(tmp_path / "tiles"), TileOptions(32, 32, 32, 32))
    with open_imagery(str(tmp_path / "tiles" / "tile_r000032_c000000.tif")) as tile:
        values, _ = tile.read(tile.grid.window)
    assert np.array_equal(values, np.moveaxis(table[indices[32:, :32]], -1, 0))


@pytest.mark.parametrize("bands", [(), (1,)])
def test_colours_and_not_their_numbers_decide_the_cluster(
    tmp_path: Path, picture: tuple[np.ndarray, np.ndarray], bands: tuple[int, ...]
) -> None:
    indices, table = picture
    sheets = {
        "first": write_paletted(tmp_path / "first.tif", indices, table),
        "other": write_paletted(tmp_path / "other.tif", *shuffled(indices, table, 5)),
        "plain": write(tmp_path / "plain.tif", np.moveaxis(table[indices], -1, 0).copy()),
    }
    model = str(tmp_path / "model.cnet")
    train(TrainInputs((sheets["first"],), bands), OPTIONS, model)
    trained = cluster_model.load(model)
    assert trained.band_names == ("red", "green", "blue")
    assert trained.band_numbers == ()
    maps = []
    for name, sheet in sheets.items():
        map_raster(sheet, model, MapOutputs(str(tmp_path / f"{name}_clusters.tif")))
        maps.append(gdal.Open(str(tmp_path / f"{name}_clusters.tif")).ReadAsArray())
    assert len(np.unique(maps[0])) > 1
    for each in maps[1:]:
        assert np.array_equal(each, maps[0])
