"""Rasters are written whole or not at all, with their names and colours."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import NORTH_UP, ROTATED, read, wkt_of

from clusternet_qgis.core.errors import Cancelled, ClusterNetError, RasterError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.legend import cluster_legend
from clusternet_qgis.core.io.palette import cluster_colour
from clusternet_qgis.core.io.raster_sink import RasterSink, label_type
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.tiling import TileGrid, Window
from clusternet_qgis.core.progress import Progress

GRID = RasterGrid(30, 20, NORTH_UP, wkt_of(32640))
VALUES = (np.arange(600).reshape(20, 30) % 7).astype(np.uint8)


def write_all(path: Path, values: np.ndarray = VALUES, dtype: str = "uint8", legend: bool = False) -> None:
    with RasterSink(path, GRID, 1, dtype) as sink:
        if legend:
            sink.set_legend(cluster_legend(6))
        sink.write(GRID.window, values.astype(dtype))


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "uint32", "float32"])
def test_what_was_written_window_by_window_is_read(tmp_path: Path, dtype: str) -> None:
    values = (np.arange(1200).reshape(2, 20, 30) % 251).astype(dtype)
    with RasterSink(tmp_path / "a.tif", GRID, 2, dtype) as sink:
        for tile in TileGrid(GRID.window, 7):
            sink.write(tile.core, values[(..., *tile.core.slices())])
    assert np.array_equal(read(tmp_path / "a.tif"), values)
    assert read(tmp_path / "a.tif").dtype == dtype


@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED, None])
def test_the_grid_is_kept(tmp_path: Path, transform: tuple[float, ...] | None) -> None:
    grid = RasterGrid(30, 20, transform, GRID.wkt)
    with RasterSink(tmp_path / "a.tif", grid) as sink:
        sink.write(grid.window, VALUES)
    with RasterSource(tmp_path / "a.tif") as source:
        assert source.grid.is_aligned_with(grid)
        assert source.grid.geotransform == transform


def test_no_data_metadata_and_band_names_are_kept(tmp_path: Path) -> None:
    with RasterSink(tmp_path / "a.tif", GRID, 2, "float32", float("nan")) as sink:
        sink.set_metadata({"CLUSTERNET_MODEL": "abc"})
        sink.set_band_names(["first", "second"])
        sink.write(GRID.window, np.stack([VALUES, np.full(VALUES.shape, np.nan)]).astype(np.float32))
    with RasterSource(tmp_path / "a.tif") as source:
        assert source.metadata["CLUSTERNET_MODEL"] == "abc"
        assert source.band_names == ["first", "second"]
        assert not source.read(GRID.window)[1].any()
    with RasterSource(tmp_path / "a.tif", [1]) as source:
        assert source.read(GRID.window)[1].all()


def test_zero_is_no_data_unless_said_otherwise(tmp_path: Path) -> None:
    write_all(tmp_path / "a.tif")
    with RasterSource(tmp_path / "a.tif") as source:
        assert np.array_equal(source.read(GRID.window)[1], VALUES != 0)


@pytest.mark.parametrize("name", ["a.tif", "a.png", "a.img"])
def test_names_and_colours_are_kept(tmp_path: Path, name: str) -> None:
    write_all(tmp_path / name, legend=True)
    with RasterSource(tmp_path / name, [1]) as source:
        assert source.category_names == ["", *(f"cluster {i}" for i in range(6))]
    dataset = gdal.Open(str(tmp_path / name))
    colours = dataset.GetRasterBand(1).GetColorTable()
    assert [colours.GetColorEntry(i + 1)[:3] for i in range(6)] == [cluster_colour(i) for i in range(6)]
    style = ElementTree.parse(tmp_path / "a.qml")
    assert [entry.get("label") for entry in style.iter("paletteEntry")] == [f"cluster {i}" for i in range(6)]


@pytest.mark.parametrize("name", ["a.tif", "a.png"])
def test_a_raster_attribute_table_names_and_colours_each_value(tmp_path: Path, name: str) -> None:
    write_all(tmp_path / name, legend=True)
    dataset = gdal.Open(str(tmp_path / name))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    column_of = {usage: table.GetColOfUsage(usage) for usage in (gdal.GFU_Name, gdal.GFU_Red, gdal.GFU_Blue)}
    names = [table.GetValueAsString(row, column_of[gdal.GFU_Name]) for row in range(table.GetRowCount())]
    assert names == [f"cluster {i}" for i in range(6)]
    row = names.index("cluster 2")
    for usage, channel in ((gdal.GFU_Red, 0), (gdal.GFU_Blue, 2)):
        assert table.GetValueAsInt(row, column_of[usage]) == cluster_colour(2)[channel]


@pytest.mark.parametrize("name", ["a.tif", "a.png", "a.img", "a.asc", "a.bmp", "a"])
def test_formats_follow_the_extension_and_leave_nothing_else_behind(tmp_path: Path, name: str) -> None:
    write_all(tmp_path / name)
    assert np.array_equal(read(tmp_path / name)[0].astype(np.uint8), VALUES)
    beside = {file.name for file in tmp_path.iterdir()} - {name}
    assert all(file.startswith("a.") for file in beside), beside


@pytest.mark.parametrize("name", ["a.png", "a.asc"])
def test_formats_that_only_copy_leave_no_copy_behind(tmp_path: Path, name: str) -> None:
    write_all(tmp_path / name, legend=True)
    assert not [file.name for file in tmp_path.iterdir() if "copy" in file.name]


def test_a_format_that_cannot_hold_the_values_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RasterError, match="Cannot write"):
        write_all(tmp_path / "a.jpg", dtype="uint32")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.tif", "a.png"])
@pytest.mark.parametrize("error", [Cancelled, ValueError, KeyboardInterrupt])
def test_an_exception_leaves_what_was_there(tmp_path: Path, name: str, error: type[BaseException]) -> None:
    (tmp_path / name).write_text("before")
    with pytest.raises(error), RasterSink(tmp_path / name, GRID) as sink:  # noqa: PT012
        sink.set_legend(cluster_legend(3))
        sink.write(GRID.window, VALUES)
        raise error
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "before"


def test_nothing_appears_before_the_end(tmp_path: Path) -> None:
    with RasterSink(tmp_path / "a.tif", GRID) as sink:
        sink.set_legend(cluster_legend(3))
        sink.write(GRID.window, VALUES)
        assert [file.name for file in tmp_path.iterdir() if not file.name.startswith(".")] == []
    assert sorted(file.name for file in tmp_path.iterdir() if file.suffix != ".xml") == ["a.qml", "a.tif"]


@pytest.mark.parametrize("name", ["a.docx", "a.unknown", "a.gpx"])
def test_an_unknown_extension_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(RasterError, match="No raster format is known"):
        RasterSink(tmp_path / name, GRID)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with (
        pytest.raises(ClusterNetError, match="Cannot write into the folder"),
        RasterSink(tmp_path / "file/a.tif", GRID),
    ):
        pass


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: what was written is taken back."""
    import resource
    import signal

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    noise = np.random.default_rng(0).integers(0, 255, (600, 600)).astype(np.uint8)
    grid = RasterGrid(600, 600, NORTH_UP)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
        with pytest.raises(ClusterNetError, match="Cannot write"), RasterSink(tmp_path / "a.tif", grid) as sink:
            sink.write(grid.window, noise)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []


def test_sieving_merges_small_regions_and_keeps_no_data(tmp_path: Path) -> None:
    values = np.ones((20, 30), np.uint8)
    values[:, 15:] = 2
    values[5, 5] = 2  # one pixel
    values[10:12, 20:22] = 1  # four pixels
    values[0, 0], values[10, 21] = 0, 0
    with RasterSink(tmp_path / "a.tif", GRID) as sink:
        sink.write(GRID.window, values)
        sink.sieve(5, Progress())
    found = read(tmp_path / "a.tif")[0]
    expected = np.where(np.arange(30) < 15, 1, 2) * np.ones((20, 1), int)
    expected[0, 0], expected[10, 21] = 0, 0
    assert np.array_equal(found, expected)


def test_a_cancelled_sieve_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled), RasterSink(tmp_path / "a.tif", GRID) as sink:  # noqa: PT012
        sink.write(GRID.window, VALUES)
        sink.sieve(5, Progress(is_cancelled=lambda: True))
    assert list(tmp_path.iterdir()) == []


WIDE = RasterGrid(3000, 200, NORTH_UP, wkt_of(32640))


@pytest.mark.parametrize(("dtype", "kind"), [("uint8", "NEAREST"), ("float32", "AVERAGE")])
def test_a_large_raster_has_overviews(tmp_path: Path, dtype: str, kind: str) -> None:
    values = np.random.default_rng(0).choice([1, 5], (200, 3000)).astype(dtype)
    with RasterSink(tmp_path / "a.tif", WIDE, 1, dtype) as sink:
        sink.write(WIDE.window, values)
        sink.add_overviews(Progress())
    written = gdal.Open(str(tmp_path / "a.tif"))
    band = written.GetRasterBand(1)
    sizes = [(band.GetOverview(i).XSize, band.GetOverview(i).YSize) for i in range(band.GetOverviewCount())]
    assert sizes == [(1500, 100), (750, 50)]
    half = band.GetOverview(0).ReadAsArray()
    assert set(np.unique(half)) <= ({1, 5} if kind == "NEAREST" else {1, 2, 3, 4, 5})
    assert len(np.unique(half)) > (1 if kind == "NEAREST" else 2)
    assert np.array_equal(band.ReadAsArray(), values)


@pytest.mark.parametrize(("name", "grid"), [("a.tif", GRID), ("a.img", WIDE), ("a.png", WIDE)])
def test_other_rasters_have_none(tmp_path: Path, name: str, grid: RasterGrid) -> None:
    with RasterSink(tmp_path / name, grid) as sink:
        sink.add_overviews(Progress())
    written = gdal.Open(str(tmp_path / name))
    assert written.GetRasterBand(1).GetOverviewCount() == 0
    assert not list(tmp_path.glob("*.ovr"))


def test_cancelled_overviews_leave_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled), RasterSink(tmp_path / "a.tif", WIDE) as sink:  # noqa: PT012
        sink.write(WIDE.window, np.ones((200, 3000), np.uint8))
        sink.add_overviews(Progress(is_cancelled=lambda: True))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("highest", "name"),
    [(0, "uint8"), (255, "uint8"), (256, "uint16"), (65535, "uint16"), (65536, "uint32"), (2**32 - 1, "uint32")],
)
def test_labels_take_the_smallest_type_that_holds_them(highest: int, name: str) -> None:
    assert label_type(highest) == name


def test_labels_beyond_32_bits_are_refused() -> None:
    with pytest.raises(RasterError, match="does not fit"):
        label_type(2**32)


def test_writing_a_window_leaves_the_rest_no_data(tmp_path: Path) -> None:
    with RasterSink(tmp_path / "a.tif", GRID, 1, "float32", float("nan")) as sink:
        sink.write(Window(2, 3, 4, 5), np.ones((4, 5), np.float32))
    values = read(tmp_path / "a.tif")[0]
    assert np.isfinite(values).sum() == 20
    assert (values[2:6, 3:8] == 1).all()


def test_equal_rasters_are_equal_files(tmp_path: Path) -> None:
    grid = RasterGrid(1500, 1100, NORTH_UP)
    values = np.random.default_rng(0).integers(0, 9, (1100, 1500), np.uint8)
    files = []
    for name in ("a.tif", "b.tif", "c.tif"):
        with RasterSink(tmp_path / name, grid) as sink:
            for tile in TileGrid(grid.window, 400):
                sink.write(tile.core, values[tile.core.slices()])
            sink.add_overviews(Progress())
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1] == files[2]
