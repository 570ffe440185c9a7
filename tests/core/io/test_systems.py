"""Two reference systems are the same if they are in other words only, or put coordinates at the same place."""

from __future__ import annotations

import pytest
from osgeo import osr
from toy_rasters import wkt_of

from clusternet_qgis.core.io.systems import UNDEFINED, is_same_place, system_of

LOCAL = "+proj=lcc +lat_1=40 +lat_2=50 +lat_0=45 +lon_0=57 +x_0=3e5 +y_0=2.8e6 +ellps=GRS80 +units=m"
METRES = [(300000.0, 2780000.0), (300100.0, 2779900.0)]
DEGREES = [(-80.0, 40.0), (-80.1, 40.1)]


def in_esri_words(text: str) -> str:
    system = system_of(text)
    system.MorphToESRI()
    return str(system.ExportToWkt())


@pytest.mark.parametrize(("text", "points"), [("EPSG:32640", METRES), (LOCAL, METRES), ("EPSG:4267", DEGREES)])
def test_the_same_in_other_words(text: str, points: list[tuple[float, float]]) -> None:
    assert is_same_place(system_of(text).ExportToWkt(), in_esri_words(text), points)


@pytest.mark.parametrize(
    ("first", "second", "points"),
    [
        ("EPSG:32640", "EPSG:32639", METRES),
        ("EPSG:32640", "EPSG:4326", METRES),
        ("EPSG:4267", "EPSG:4326", DEGREES),
        (LOCAL, "EPSG:4326", METRES),
        (LOCAL, "EPSG:32640", METRES),
        (f'LOCAL_CS["{UNDEFINED}"]', "EPSG:32640", METRES),
    ],
)
def test_others(first: str, second: str, points: list[tuple[float, float]]) -> None:
    texts = [system_of(text).ExportToWkt() for text in (first, second)]
    assert not is_same_place(texts[0], texts[1], points)
    assert not is_same_place(texts[1], texts[0], points)


def test_no_system_is_none_or_a_plane() -> None:
    assert is_same_place("", "", METRES)
    assert is_same_place("", f'LOCAL_CS["{UNDEFINED}"]', METRES)
    assert not is_same_place("", wkt_of(4326), DEGREES)
    assert not is_same_place(wkt_of(4326), "", DEGREES)


def test_the_east_is_before_the_north() -> None:
    to_metres = osr.CoordinateTransformation(system_of("EPSG:4326"), system_of("EPSG:32640"))
    assert to_metres.TransformPoint(57.0, 45.0)[:2] == pytest.approx((500000, 4982950), abs=1)
