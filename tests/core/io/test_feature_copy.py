"""Features that are handed over one by one, and read as a layer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr

from clusternet_qgis.core.fingerprint import file_state
from clusternet_qgis.core.io.feature_copy import copy_features
from clusternet_qgis.core.io.vectors import open_vector

SHAPES = (
    None, "POINT (1 2)", "MULTIPOINT (1 2,3 4)", "LINESTRING (0 0,1 1)", "POLYGON ((0 0,1 0,1 1,0 0))",
    "MULTIPOLYGON (((0 0,1 0,1 1,0 0)))", "CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))",
    "GEOMETRYCOLLECTION (POINT (1 2),LINESTRING (0 0,1 1))",
)  # fmt: skip
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
features = st.lists(
    st.tuples(st.sampled_from(SHAPES), st.one_of(st.none(), texts), st.one_of(st.none(), st.integers(-9, 9)))
)


def wkb(shape: str | None) -> bytes | None:
    return None if shape is None else bytes(ogr.CreateGeometryFromWkt(shape).ExportToWkb())


@settings(max_examples=30)
@given(features=features, fields=st.sampled_from([("fid", "geom"), ("label", "ogc_fid"), ("Klasse ä", "shape")]))
def test_all_features_are_read_in_their_order_with_all_values(
    tmp_path_factory: pytest.TempPathFactory,
    features: list[tuple[str | None, str | None, int | None]],
    fields: tuple[str, str],
) -> None:
    folder = tmp_path_factory.mktemp("copy")
    system = osr.SpatialReference()
    system.ImportFromEPSG(32633)
    kinds = [(fields[0], "text"), (fields[1], "integer")]
    copied = copy_features(
        folder, "labels", system.ExportToWkt(), kinds, [(wkb(shape), values) for shape, *values in features]
    )
    assert copied.total == copied.written == len(features)
    dataset = open_vector(copied.path)
    layer = dataset.GetLayer(0)
    assert layer.GetSpatialRef().IsSame(system)
    read = [
        (None if f.GetGeometryRef() is None else f.GetGeometryRef().ExportToWkt(), f[fields[0]], f[fields[1]])
        for f in layer
    ]
    assert read == features


def test_the_same_features_are_the_same_in_every_folder(tmp_path: Path) -> None:
    rows = [(wkb("POINT (1 2)"), ["a"]), (None, [None])]
    paths = [copy_features(tmp_path / name, "x", "", [("a", "text")], rows).path for name in ("one", "two")]
    other = copy_features(tmp_path / "one", "x", "", [("a", "text")], rows[:1]).path
    assert file_state(paths[0]) == file_state(paths[1])
    assert file_state(paths[0]) != file_state(other)
    assert [path.name for path in (tmp_path / "one").iterdir() if "partial" in path.name] == []


def test_a_shape_that_gdal_does_not_know_is_counted(tmp_path: Path) -> None:
    copied = copy_features(tmp_path, "x", "", [], [(wkb("POINT (1 2)"), []), (b"\x01\xff\xff\x00\x00", [])])
    assert (copied.total, copied.written) == (2, 1)
