"""The demo's data: small, whole, with their licences, and with a fair check."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from checkout import ROOT
from osgeo import gdal, ogr

from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.io.reference import open_reference

sys.path.insert(0, str(ROOT / "scripts"))
import demo_data


@pytest.fixture
def town(tmp_path: Path) -> demo_data.Town:
    return demo_data.town(tmp_path)


def shape_of(path: Path) -> ogr.Geometry:
    layers = gdal.OpenEx(str(path))
    feature = layers.GetLayer(0).GetNextFeature()
    return feature.GetGeometryRef().Clone()


def test_the_data_are_small_and_say_whose_they_are() -> None:
    files = [path for path in demo_data.TOWN.iterdir() if path.suffix != ".xml"]  # GDAL's statistics
    assert sum(path.stat().st_size for path in files) < 1_500_000
    text = (demo_data.TOWN / "README.md").read_text(encoding="utf-8")
    for words in ("OpenAerialMap", "CC BY 4.0", "OpenStreetMap contributors", "ODbL 1.0"):
        assert words in text
    for path in files:
        assert path.name == "README.md" or f"`{path.name}`" in text


def test_what_is_known_is_a_tenth_and_never_part_of_the_check(town: demo_data.Town) -> None:
    known, rest = shape_of(town.known), shape_of(town.rest)
    assert known.Area() == pytest.approx(0.1 * (known.Area() + rest.Area()), rel=0.05)
    assert known.Intersection(rest).Area() == 0
    with RasterSource(town.image) as source:
        assert known.Area() + rest.Area() == pytest.approx(source.grid.pixel_area * source.grid.window.pixels)


@pytest.mark.parametrize("area", ["known", "rest"])
def test_both_parts_have_buildings_and_others(town: demo_data.Town, area: str) -> None:
    with RasterSource(town.image) as source:
        labels = open_reference(str(town.buildings), source.grid, "label", str(getattr(town, area)))
        found = labels.read(source.grid.window)
        buildings = labels.classes.index("building")
        assert 0.2 < (found[found >= 0] == buildings).mean() < 0.8
