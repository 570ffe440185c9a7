"""EXTRA rasters are known by what they are, and found again on the next sheet."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from toy_rasters import write

from clusternet_qgis.core.errors import ClusterNetError, ModelError
from clusternet_qgis.core.io.extra_inputs import matched, open_extras

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
