"""From clusters and a selection to classes, pixel by pixel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from osgeo import gdal
from toy_rasters import NORTH_UP, read, write

from clusternet_qgis.core.errors import Cancelled, ClusterNetError, OptionsError, SelectionError
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.selection.class_raster import segment_raster
from clusternet_qgis.core.selection.selection import ClusterSelection, parse

NAMES = ["", *(f"cluster {i}" for i in range(6))]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arrays(np.uint8, (9, 13), elements=st.integers(0, 6)))
def test_classes_follow_the_table_and_no_data_stays(tmp_path: Path, clusters: np.ndarray) -> None:
    path = write(tmp_path / "c.tif", clusters, no_data=0, names=NAMES)
    segment_raster(path, parse("tree=0,4; roof=2"), str(tmp_path / "out.tif"))
    expected = np.array([0, 1, 3, 2, 3, 1, 3])[clusters]
    assert np.array_equal(read(tmp_path / "out.tif")[0], expected)
    with RasterSource(tmp_path / "out.tif") as source:
        assert np.array_equal(source.read(source.grid.window)[1], clusters != 0)
        assert source.category_names == ["", "tree", "roof", "other"]


def test_the_place_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "c.tif", np.ones((5, 7), np.uint8), names=NAMES)
    segment_raster(path, parse("tree=0"), str(tmp_path / "out.tif"))
    with RasterSource(path) as before, RasterSource(tmp_path / "out.tif") as after:
        assert after.grid == before.grid


def test_an_extent_gives_the_part_of_the_whole(tmp_path: Path) -> None:
    clusters = np.random.default_rng(0).integers(0, 7, (20, 30)).astype(np.uint8)
    path = write(tmp_path / "c.tif", clusters, no_data=0, names=NAMES)
    x, y = NORTH_UP[0], NORTH_UP[3]
    for name, extent in (("whole", None), ("part", (x + 9, y - 29, x + 31, y - 11))):
        segment_raster(path, parse("tree=0,4; roof=2"), str(tmp_path / f"{name}.tif"), extent)
    part = read(tmp_path / "part.tif")
    assert np.array_equal(part, read(tmp_path / "whole.tif")[:, 5:15, 4:16])
    assert gdal.Open(str(tmp_path / "part.tif")).GetGeoTransform() == (x + 8, 2, 0, y - 10, 0, -2)


def test_masked_pixels_stay_no_data(tmp_path: Path) -> None:
    mask = np.random.default_rng(0).random((8, 8)) < 0.5
    path = write(tmp_path / "c.tif", np.full((8, 8), 2, np.uint8), mask=mask)
    segment_raster(path, parse("tree=1"), str(tmp_path / "out.tif"))
    assert np.array_equal(read(tmp_path / "out.tif")[0] != 0, mask)


def test_small_regions_join_their_neighbour_and_no_data_keeps_its_place(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    clusters = np.where(np.arange(40)[None] < 20, 1, 2).repeat(40, 0)
    speckled = generator.random((40, 40)) < 0.02
    clusters[speckled] = 3
    empty = generator.random((40, 40)) < 0.05
    clusters[empty] = 0
    path = write(tmp_path / "c.tif", clusters.astype(np.uint8), no_data=0, names=NAMES)
    segment_raster(path, parse("tree=0; roof=1; car=2"), str(tmp_path / "out.tif"), sieve_pixels=20)
    found = read(tmp_path / "out.tif")[0]
    assert np.array_equal(found == 0, empty)
    assert (speckled & ~empty).any()
    assert not (found == 3).any()


def test_many_classes_take_a_larger_type(tmp_path: Path) -> None:
    path = write(tmp_path / "c.tif", np.arange(1, 301, dtype=np.uint16).reshape(15, 20))
    classes = "; ".join(f"c{i}={i}" for i in range(300))
    segment_raster(path, parse(classes), str(tmp_path / "out.tif"))
    assert read(tmp_path / "out.tif").dtype == np.uint16
    assert np.array_equal(read(tmp_path / "out.tif").ravel(), np.arange(1, 301))


def test_an_unknown_cluster_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "c.tif", np.ones((5, 7), np.uint8), names=NAMES)
    with pytest.raises(SelectionError, match="names cluster 6"):
        segment_raster(path, parse("tree=6"), str(tmp_path / "out.tif"))
    assert [file.name for file in tmp_path.glob("*out*")] == []


def test_clusters_of_another_model_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "c.tif", np.ones((5, 7), np.uint8), names=NAMES)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadata({"CLUSTERNET_MODEL": "9" * 32})
    del dataset
    with pytest.raises(SelectionError, match="select again"):
        segment_raster(path, ClusterSelection(parse("tree=1").classes, "a" * 32), str(tmp_path / "out.tif"))


def test_a_negative_sieve_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="SIEVE is -1"):
        segment_raster("any.tif", parse("tree=1"), str(tmp_path / "out.tif"), sieve_pixels=-1)


def test_a_cancel_leaves_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "c.tif", np.ones((5, 7), np.uint8), names=NAMES)
    with pytest.raises(Cancelled):
        segment_raster(path, parse("tree=1"), str(tmp_path / "out.tif"), progress=Progress(is_cancelled=lambda: True))
    assert [file.name for file in tmp_path.glob("*out*")] == []


@pytest.mark.parametrize("value", [5, -3])
def test_values_that_are_no_clusters_are_one_sentence(tmp_path: Path, value: int) -> None:
    values = np.array([[1, 2, value]], np.int16)
    path = write(tmp_path / "c.tif", values, names=["", "cluster 0", "cluster 1"])
    with pytest.raises(ClusterNetError, match=f"value {value}"):
        segment_raster(path, parse("tree=0"), str(tmp_path / "out.tif"))
    assert [file.name for file in tmp_path.glob("*out*")] == []


def test_less_sure_pixels_become_other(tmp_path: Path) -> None:
    random = np.random.default_rng(2)
    clusters = random.integers(0, 7, (20, 30)).astype(np.uint8)
    confidence = random.random((20, 30)).astype(np.float32)
    confidence[3, 3:9] = np.nan
    path = write(tmp_path / "c.tif", clusters, no_data=0, names=NAMES)
    sureness = write(tmp_path / "confidence.tif", confidence)
    segment_raster(path, parse("tree=0,4; roof=2"), str(tmp_path / "all.tif"))
    segment_raster(path, parse("tree=0,4; roof=2"), str(tmp_path / "sure.tif"), confidence=sureness, min_confidence=0.4)
    expected = np.where((confidence >= 0.4) | (clusters == 0), read(tmp_path / "all.tif")[0], 3)
    assert np.array_equal(read(tmp_path / "sure.tif")[0], expected)


def test_a_least_confidence_needs_a_raster_and_lies_between_0_and_1(tmp_path: Path) -> None:
    path = write(tmp_path / "c.tif", np.ones((5, 7), np.uint8), no_data=0, names=NAMES)
    for least, text in ((0.5, "give CONFIDENCE"), (1.5, "between 0 and 1"), (float("nan"), "between 0 and 1")):
        with pytest.raises(OptionsError, match=text):
            segment_raster(path, parse("tree=0"), str(tmp_path / "out.tif"), min_confidence=least)
