"""Real rasters with odd properties through all steps: right, or one sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from checkout import SHARED
from osgeo import gdal
from whole_chain import declared_valid, run_chain

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.io.flat_borders import find_flat_border
from clusternet_qgis.core.io.raster_source import RasterSource

IMAGES = SHARED / "data" / "odd_geotiffs" / "images"
# What is refused, and words of the sentence.
REFUSED = {"complex64_sar.tif": "complex numbers; convert it", "all_nodata_uint16.tif": "no valid pixel"}
# What has a border that nobody declares: the share of pixels that it takes, by eye.
BORDERS = {"mars_rgb.tif": 0.18, "oam_orchard_black_border.tif": 0.26, "vegas_uint16_undeclared_black.tif": 0.165}
FILES = sorted(IMAGES.glob("*.tif"))
CORNER = 120

pytestmark = pytest.mark.skipif(not FILES, reason=f"there are no odd rasters in {IMAGES}")


def corner_of(path: Path, folder: Path) -> str:
    """The upper left of a raster with all its properties."""
    whole = gdal.Open(str(path))
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    place = [0, 0, min(CORNER, whole.RasterXSize), min(CORNER, whole.RasterYSize)]
    gdal.Translate(str(folder / path.name), whole, srcWin=place)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)
    return str(folder / path.name)


def check(path: str, name: str, folder: Path, keep_flat_borders: bool) -> None:
    if name in REFUSED or not declared_valid(path).any():
        with pytest.raises(ClusterNetError, match=REFUSED.get(name, "no valid pixel")):
            run_chain(path, folder, keep_flat_borders=keep_flat_borders)
        return
    results = run_chain(path, folder, keep_flat_borders=keep_flat_borders)
    declared = declared_valid(path)
    if keep_flat_borders or name not in BORDERS:
        assert np.array_equal(results.valid, declared)
        return
    assert any("is not declared as no data" in text for text in results.said)
    assert not (results.valid & ~declared).any()
    assert (declared & ~results.valid).mean() == pytest.approx(BORDERS[name], abs=0.01)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_corners_of_odd_rasters(path: Path, tmp_path: Path) -> None:
    check(corner_of(path, tmp_path), path.name, tmp_path / "out", keep_flat_borders=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_borders_are_found_where_they_are(path: Path) -> None:
    if path.name in REFUSED:
        return
    with RasterSource(path) as source:
        border = find_flat_border(source)
    share = border.share if border else 0.0
    assert share == pytest.approx(BORDERS.get(path.name, 0.0), abs=0.01)


@pytest.mark.endurance
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("keep_flat_borders", [False, True])
def test_odd_rasters(path: Path, tmp_path: Path, keep_flat_borders: bool) -> None:
    check(str(path), path.name, tmp_path, keep_flat_borders)
