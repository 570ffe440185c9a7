"""Painted pixels have their class on every part of their raster, at any resolution, and on no other raster."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from toy_rasters import NORTH_UP, ROTATED, SOUTH_UP, part_of, read, write

from clusternet_qgis.core.errors import SelectionError
from clusternet_qgis.core.interactive.runs import last_painted_runs, run_table, runs_in
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.class_raster import segment_raster
from clusternet_qgis.core.selection.painted import PaintedPixels
from clusternet_qgis.core.selection.selection import ClusterSelection, parse

ROWS, COLS = 9, 13
KEY = "a" * 32
pictures = arrays(np.int64, (ROWS, COLS), elements=st.integers(-1, 2))


def painted_from(classes: np.ndarray, transform: tuple[float, ...] = NORTH_UP) -> PaintedPixels:
    """Those of an array of classes (rows, cols), -1 where nothing is painted."""
    runs = [runs_in(classes == name, Window(0, 0, *classes.shape), classes.shape[1]) for name in range(3)]
    names = np.repeat(np.arange(3), [len(each) for each in runs])
    table = run_table(*last_painted_runs(np.concatenate(runs), names, classes.shape[1]), classes.shape[1])
    return PaintedPixels(KEY, transform, table.tobytes())


def chosen(painted: PaintedPixels | None) -> ClusterSelection:
    return replace(parse("tree=0; roof=1; road=2"), painted=painted)


@given(
    pictures,
    st.lists(st.integers(-3, ROWS + 3), max_size=20).map(sorted),
    st.lists(st.integers(-3, COLS + 3), max_size=20).map(sorted),
)
def test_a_picture_shows_what_is_painted_at_its_rows_and_columns(
    classes: np.ndarray, rows: list[int], cols: list[int]
) -> None:
    padded = np.pad(classes + 1, 4)
    expected = padded[np.ix_(np.array(rows, int) + 4, np.array(cols, int) + 4)]
    found = painted_from(classes).classes_at(np.array(rows, np.int64), np.array(cols, np.int64))
    np.testing.assert_array_equal(found, expected)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pictures)
def test_the_file_keeps_them(tmp_path: Path, classes: np.ndarray) -> None:
    before = chosen(painted_from(classes))
    selection.save(before, tmp_path / "a.json")
    assert selection.load(tmp_path / "a.json") == before


@pytest.mark.parametrize("transform", [NORTH_UP, SOUTH_UP, ROTATED])
@given(pictures, st.integers(-2, ROWS - 1), st.integers(-2, COLS - 1))
def test_a_part_of_the_raster_has_its_part(
    transform: tuple[float, ...], classes: np.ndarray, row: int, col: int
) -> None:
    part = RasterGrid(4, 5, part_of(transform, row, col))
    found = painted_from(classes, transform).of_raster(KEY, part)
    assert found is not None
    expected = np.pad(classes + 1, 6)[row + 6 : row + 11, col + 6 : col + 10]
    np.testing.assert_array_equal(found.classes_at(np.arange(5), np.arange(4)), expected)


def test_another_raster_or_grid_has_none() -> None:
    painted = painted_from(np.zeros((ROWS, COLS), np.int64))
    x, size, _, y, _, _ = NORTH_UP
    grid = RasterGrid(COLS, ROWS, NORTH_UP)
    assert painted.of_raster(KEY, grid) is not None
    for key, other in [
        ("b" * 32, grid),
        ("", grid),
        (KEY, replace(grid, geotransform=(x + size / 2, size, 0, y, 0, -size))),
        (KEY, replace(grid, geotransform=(x, 2 * size, 0, y, 0, -2 * size))),
        (KEY, replace(grid, geotransform=(x, size, 0, y, 0, size))),
    ]:
        assert painted.of_raster(key, other) is None


class Listener:
    def __init__(self) -> None:
        self.sentences: list[str] = []

    def progress(self) -> Progress:
        return Progress(say=self.sentences.append)


def clusters_of(path: Path, clusters: np.ndarray, key: str) -> str:
    from osgeo import gdal

    written = write(path, clusters.astype(np.uint8), no_data=0, names=["", *(f"cluster {i}" for i in range(3))])
    dataset = gdal.Open(written, gdal.GA_Update)
    dataset.SetMetadataItem("CLUSTERNET_RASTER", key)
    return written


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pictures, arrays(np.int64, (ROWS, COLS), elements=st.integers(0, 3)))
def test_the_class_raster_has_them_where_the_raster_is_valid(
    tmp_path: Path, classes: np.ndarray, clusters: np.ndarray
) -> None:
    listener = Listener()
    painted = chosen(painted_from(classes))
    for key in (KEY, "b" * 32):
        path = clusters_of(tmp_path / "clusters.tif", clusters, key)
        segment_raster(path, painted, str(tmp_path / f"{key[0]}.tif"), progress=listener.progress())
    on_it = np.where((classes >= 0) & (clusters > 0), classes + 1, clusters)
    np.testing.assert_array_equal(read(tmp_path / "a.tif")[0], on_it)
    np.testing.assert_array_equal(read(tmp_path / "b.tif")[0], clusters)
    assert listener.sentences == [
        "The strokes of the selection lie on another raster; what was learnt from them is applied."
    ]


def test_cleaning_keeps_painted_regions_of_the_smallest_size_and_more(tmp_path: Path) -> None:
    classes = np.full((40, 40), -1)
    classes[5:9, 5:10] = 1  # of 20 pixels
    classes[20:23, 20:26] = 1  # of 18
    path = clusters_of(tmp_path / "clusters.tif", np.ones((40, 40)), KEY)
    segment_raster(path, chosen(painted_from(classes)), str(tmp_path / "out.tif"), sieve_pixels=20)
    found = read(tmp_path / "out.tif")[0]
    assert (found[5:9, 5:10] == 2).all()
    assert (found == 2).sum() == 20


def broken(tmp_path: Path, **changes: Any) -> Path:
    path = tmp_path / "a.json"
    selection.save(chosen(painted_from(np.zeros((ROWS, COLS), np.int64))), path)
    text = json.loads(path.read_text())
    text["painted"] = {**text["painted"], **changes}
    path.write_text(json.dumps(text))
    return path


@pytest.mark.parametrize(
    "changes",
    [
        {"classes": {"tree": "1 2"}},
        {"classes": {"tree": ""}},
        {"classes": {"tree": "1 2 x"}},
        {"classes": {"tree": "1 2 0"}},
        {"classes": {"tree": "-1 2 3"}},
        {"classes": {"tree": f"1 2 {2**31 - 1}"}},
        {"classes": {"tree": f"1 2 {10**40}"}},
        {"classes": {"tree": "1 2 3, 1 4 3"}},
        {"classes": {"tree": "1 2 3", "roof": "1 1 2"}},
        {"classes": {"house": "1 2 3"}},
        {"classes": {"tree": 5}},
        {"classes": ["tree"]},
        {"geotransform": [0, 1, 0, 0, 0]},
        {"geotransform": [0, 1, 0, 0, 0, float("nan")]},
        {"geotransform": None},
    ],
    ids=str,
)
def test_painted_pixels_that_cannot_be_are_one_sentence(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(SelectionError):
        selection.load(broken(tmp_path, **changes))


def test_a_class_that_is_not_there_is_refused() -> None:
    with pytest.raises(SelectionError, match="painted pixels of the selection do not fit together"):
        replace(parse("tree=0"), painted=painted_from(np.full((2, 2), 1)))
