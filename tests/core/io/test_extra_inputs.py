"""EXTRA rasters are known by what they are, and found again on the next sheet."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import osr
from toy_rasters import wkt_of, write

from clusternet_qgis.core.errors import ClusterNetError, ModelError
from clusternet_qgis.core.io.extra_inputs import matched, open_extras
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.systems import system_of

RIGHT = (300032.0, 2.0, 0, 2780000.0, 0, -2.0)
HEIGHTS = np.ones((16, 16), np.float32)


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [
        ("site_chm", "", "height"),
        ("a", "canopy height m", "height"),
        ("ndsm_2020", "", "height"),
        ("dsm", "", "surface"),
        ("a", "surface height m", "surface"),
        ("a", "terrain height m", "terrain"),
        ("DTM_1m", "", "terrain"),
        ("thermal", "", "values"),
    ],
)
def test_kinds_are_known_by_names(tmp_path: Path, name: str, description: str, kind: str) -> None:
    path = write(tmp_path / f"{name}.tif", HEIGHTS, descriptions=[description] if description else ())
    assert [extra.kind for extra, _ in open_extras([path])] == [kind]


def test_a_dem_is_the_terrain_only_beside_a_surface(tmp_path: Path) -> None:
    dem, dsm = (write(tmp_path / f"{name}.tif", HEIGHTS) for name in ("site_dem", "dsm"))
    assert [extra.kind for extra, _ in open_extras([dem])] == ["surface"]
    assert [extra.kind for extra, _ in open_extras([dem, dsm])] == ["terrain", "surface"]


def test_named_values_are_classes_and_several_bands_are_values(tmp_path: Path) -> None:
    classes = write(tmp_path / "soil.tif", np.ones((16, 16), np.uint8), names=["none", "clay"])
    bands = write(tmp_path / "chm_and_more.tif", np.ones((2, 16, 16), np.float32))
    assert [(extra.kind, extra.bands) for extra, _ in open_extras([classes, bands])] == [("classes", 1), ("values", 2)]


def test_tiles_of_one_raster_are_one_and_what_overlaps_is_not(tmp_path: Path) -> None:
    left, right = write(tmp_path / "dsm_1.tif", HEIGHTS), write(tmp_path / "dsm_2.tif", HEIGHTS, RIGHT)
    again = write(tmp_path / "dsm_3.tif", HEIGHTS)
    assert [len(files) for _, files in open_extras([left, right])] == [2]
    assert [len(files) for _, files in open_extras([left, again])] == [1, 1]


def test_a_model_finds_its_rasters_in_any_order(tmp_path: Path) -> None:
    dsm, dtm = (write(tmp_path / f"{name}.tif", HEIGHTS) for name in ("dsm", "dtm"))
    extras = [extra for extra, _ in open_extras([dsm, dtm])]
    files = matched(extras, open_extras([dtm, dsm]))
    assert [Path(sources[0].path).name for sources in files] == ["dsm.tif", "dtm.tif"]


def test_a_raster_that_is_missing_is_a_sentence(tmp_path: Path) -> None:
    chm = write(tmp_path / "chm.tif", HEIGHTS)
    extras = [extra for extra, _ in open_extras([chm])]
    with pytest.raises(ModelError, match=r"heights above ground beside the picture .*with EXTRA"):
        matched(extras, [])
    other = write(tmp_path / "bands.tif", np.ones((2, 16, 16), np.float32))
    with pytest.raises(ModelError, match="give that of this raster with EXTRA"):
        matched(extras, open_extras([other]))


def test_what_holds_no_numbers_is_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "heights.txt"
    text.write_text("tall, taller, tallest")
    with pytest.raises(ClusterNetError, match="Cannot read the raster"):
        open_extras([str(text)])
    with pytest.raises(ClusterNetError, match="complex"):
        open_extras([write(tmp_path / "radar.tif", np.ones((4, 4), np.complex64))])


def test_the_same_ground_in_another_system_is_no_tile(tmp_path: Path) -> None:
    """Of two rasters that were taken for tiles of one, the second would count nowhere."""
    one = write(tmp_path / "radar.tif", HEIGHTS)
    grid = RasterSource(one).grid
    to_degrees = osr.CoordinateTransformation(system_of(grid.wkt), system_of(wkt_of(4326)))
    corners = np.array([to_degrees.TransformPoint(*corner)[:2] for corner in grid.corners])
    (left, bottom), (right, top) = corners.min(0), corners.max(0)
    transform = (left, (right - left) / 16, 0, top, 0, (bottom - top) / 16)
    other = write(tmp_path / "thermal.tif", HEIGHTS, transform, 4326)
    beside = write(tmp_path / "beside.tif", HEIGHTS, (right, *transform[1:]), 4326)
    assert [len(files) for _, files in open_extras([one, other])] == [1, 1]
    assert [len(files) for _, files in open_extras([one, beside])] == [2]


@pytest.mark.parametrize("given", ["dsm", "dtm"])
def test_what_is_known_to_be_something_else_is_not_taken(tmp_path: Path, given: str) -> None:
    chm, other = (write(tmp_path / f"{name}.tif", HEIGHTS) for name in ("chm", given))
    extras = [extra for extra, _ in open_extras([chm])]
    with pytest.raises(ModelError, match=rf"heights above ground .* {given}\.tif is taken for .*such as chm\.tif"):
        matched(extras, open_extras([other]))
    unknown = write(tmp_path / "a.tif", HEIGHTS)
    assert len(matched(extras, open_extras([unknown]))) == 1


def test_classes_are_no_heights(tmp_path: Path) -> None:
    classes = write(tmp_path / "soil.tif", np.ones((16, 16), np.uint8), names=["none", "clay"])
    extras = [extra for extra, _ in open_extras([classes])]
    with pytest.raises(ModelError, match="raster of classes"):
        matched(extras, open_extras([write(tmp_path / "chm.tif", HEIGHTS)]))


def test_of_several_alike_the_name_counts(tmp_path: Path) -> None:
    radar, thermal = (write(tmp_path / f"{name}.tif", HEIGHTS) for name in ("radar", "thermal"))
    extras = [extra for extra, _ in open_extras([radar, thermal])]
    files = matched(extras, open_extras([thermal, radar]))
    assert [Path(sources[0].path).name for sources in files] == ["radar.tif", "thermal.tif"]
