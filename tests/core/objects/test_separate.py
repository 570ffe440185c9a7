"""Objects apart: discs, houses and what is no object."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from clusternet_qgis.core.errors import Cancelled, ClusterNetError, OptionsError
from clusternet_qgis.core.objects.options import ObjectInputs, ObjectOptions, ObjectOutputs
from clusternet_qgis.core.objects.separate import separate_objects
from clusternet_qgis.core.progress import Progress

PIXEL = 0.5
# Row, column and radius of discs, some of which touch.
DISCS = ((30, 30, 11), (30, 50, 11), (48, 40, 11), (85, 100, 12), (85, 122, 12), (20, 130, 7), (33, 134, 7))


def write(path: Path, values: np.ndarray, epsg: int = 32633, pixel: float = PIXEL) -> str:
    kinds = {"uint8": gdal.GDT_Byte, "float32": gdal.GDT_Float32}
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), values.shape[1], values.shape[0], 1, kinds[values.dtype.name]
    )
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        raster.SetProjection(system.ExportToWkt())
        raster.SetGeoTransform((5e5, pixel, 0, 5e6, 0, -pixel))
    raster.WriteArray(values)
    return str(path)


def discs(shape: tuple[int, int] = (120, 160)) -> np.ndarray:
    rows, cols = np.mgrid[: shape[0], : shape[1]]
    inside = np.zeros(shape, np.uint8)
    for row, col, radius in DISCS:
        inside[(rows - row) ** 2 + (cols - col) ** 2 <= radius**2] = 1
    return inside


def features(path: Path) -> list[tuple[dict[str, Any], ogr.Geometry]]:
    dataset = ogr.Open(str(path))
    return [(feature.items(), feature.GetGeometryRef().Clone()) for feature in dataset.GetLayer(0)]


def separated(folder: Path, raster: str, mode: str = "compact", **settings: Any) -> list[tuple[dict[str, Any], Any]]:
    inputs = {name: settings.pop(name) for name in ("image", "height", "confidence", "markers") if name in settings}
    options = ObjectOptions(settings.pop("classes", ("class 1",)), mode, **settings)
    outputs = ObjectOutputs(str(folder / "objects.gpkg"), str(folder / "points.gpkg"))
    summary = separate_objects(ObjectInputs(raster, **inputs), options, outputs)
    found = features(folder / "objects.gpkg")
    assert summary.count == len(found) == len(features(folder / "points.gpkg"))
    return found


@pytest.mark.parametrize("mode", ["compact", "straight"])
def test_touching_discs_are_apart(tmp_path: Path, mode: str) -> None:
    found = separated(tmp_path, write(tmp_path / "c.tif", discs()), mode)
    assert len(found) == len(DISCS)
    for row, col, radius in DISCS:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(5e5 + (col + 0.5) * PIXEL, 5e6 - (row + 0.5) * PIXEL)
        ((attributes, shape),) = [entry for entry in found if entry[1].Contains(point)]
        assert shape.IsValid()
        assert attributes["class"] == "class 1"
        assert attributes["diameter"] == pytest.approx(2 * radius * PIXEL, rel=0.1)
        assert attributes["area_m2"] == pytest.approx(shape.Area(), rel=2e-3)
        assert 0 < attributes["confidence"] <= 1
    for (attributes, shape), (of_point, point) in zip(found, features(tmp_path / "points.gpkg")):
        assert shape.Contains(point)
        assert attributes == of_point


@pytest.mark.parametrize("mode", ["compact", "straight"])
def test_objects_do_not_hang_on_tiles(tmp_path: Path, mode: str) -> None:
    raster = write(tmp_path / "c.tif", discs())
    image = write(tmp_path / "i.tif", np.random.default_rng(0).integers(0, 255, (120, 160)).astype(np.uint8))
    whole = separated(tmp_path, raster, mode, image=image)
    tiled = separated(tmp_path, raster, mode, image=image, tile_size=37)
    assert [shape.ExportToWkt() for _, shape in tiled] == [shape.ExportToWkt() for _, shape in whole]
    assert [row["confidence"] for row, _ in tiled] == pytest.approx([row["confidence"] for row, _ in whole])


def test_large_crowns_of_a_fine_image_whatever_the_tiles(tmp_path: Path) -> None:
    rows, cols = np.mgrid[:420, :560]
    values = np.zeros((420, 560), np.uint8)
    places = [(110, 110), (110, 290), (270, 200), (280, 430)]
    for row, col in places:
        values[(rows - row) ** 2 + (cols - col) ** 2 <= 95**2] = 1
    raster = write(tmp_path / "c.tif", values)
    whole = separated(tmp_path, raster)
    assert len(whole) == len(places)
    tiled = separated(tmp_path, raster, tile_size=200)
    assert [shape.ExportToWkt() for _, shape in tiled] == [shape.ExportToWkt() for _, shape in whole]


@pytest.mark.parametrize("mode", ["compact", "straight"])
def test_what_has_no_summit_is_one_object_over_all_tiles(tmp_path: Path, mode: str) -> None:
    raster = write(tmp_path / "c.tif", np.ones((300, 260), np.uint8))
    assert len(separated(tmp_path, raster, mode, tile_size=50)) == 1
    values = np.zeros((300, 260), np.uint8)
    values[100:140] = 1
    long = separated(tmp_path, write(tmp_path / "long.tif", values), "straight", tile_size=60)
    assert len(long) == 1


@pytest.mark.parametrize("transform", [(5e5, 0.5, 0, 5e6, 0, 0.5), (5e5, 0.4, 0.3, 5e6, 0.3, -0.4)])
def test_rasters_that_are_south_up_or_turned(tmp_path: Path, transform: tuple[float, ...]) -> None:
    path = write(tmp_path / "c.tif", discs())
    raster = gdal.Open(path, gdal.GA_Update)
    raster.SetGeoTransform(transform)
    del raster
    found = separated(tmp_path, path)
    assert len(found) == len(DISCS)
    assert all(shape.IsValid() for _, shape in found)
    for (_, shape), (_, point) in zip(found, features(tmp_path / "points.gpkg")):
        assert shape.Contains(point)


def test_objects_cover_the_class_and_nothing_else(tmp_path: Path) -> None:
    values = discs()
    values[70:, :60] = 2
    values[75:80, 10:12] = 1
    found = separated(tmp_path, write(tmp_path / "c.tif", values))
    area = sum(row["area_m2"] for row, _ in found)
    assert area == pytest.approx((values == 1).sum() * PIXEL**2, rel=2e-3)
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for _, shape in found:
        union.AddGeometry(shape)
    assert union.UnionCascaded().Area() == pytest.approx(sum(shape.Area() for _, shape in found))


def test_heights_tell_crowns_of_a_closed_canopy_apart(tmp_path: Path) -> None:
    rows, cols = np.mgrid[:100, :100]
    tops = [(25, 25, 12.0), (25, 70, 9.0), (70, 40, 15.0)]
    height = np.max([top - np.hypot(rows - r, cols - c) / 8 for r, c, top in tops], axis=0).astype(np.float32)
    raster = write(tmp_path / "c.tif", np.ones((100, 100), np.uint8))
    assert len(separated(tmp_path, raster)) == 1
    found = separated(tmp_path, raster, height=write(tmp_path / "h.tif", height))
    assert sorted(row["height"] for row, _ in found) == pytest.approx(sorted(top for *_, top in tops), abs=0.2)


def test_heights_may_have_another_grid_and_system(tmp_path: Path) -> None:
    rows, cols = np.mgrid[:50, :50]
    height = np.maximum(10 - np.hypot(rows - 12, cols - 12) / 4, 8 - np.hypot(rows - 35, cols - 35) / 4)
    coarse = write(tmp_path / "h.tif", height.astype(np.float32), pixel=1.0)
    gdal.Warp(str(tmp_path / "w.tif"), coarse, dstSRS="EPSG:4326")
    raster = write(tmp_path / "c.tif", np.ones((100, 100), np.uint8))
    found = separated(tmp_path, raster, height=str(tmp_path / "w.tif"))
    assert sorted(row["height"] for row, _ in found) == pytest.approx([8, 10], abs=0.6)


def test_an_image_tells_crowns_of_a_closed_canopy_apart(tmp_path: Path) -> None:
    rows, cols = np.mgrid[:120, :120]
    image = (120 + 100 * np.cos(rows * np.pi / 12) * np.cos(cols * np.pi / 12)).astype(np.uint8)
    raster = write(tmp_path / "c.tif", np.ones((120, 120), np.uint8))
    assert 40 <= len(separated(tmp_path, raster, image=write(tmp_path / "i.tif", image))) <= 85


def test_a_wall_that_only_the_image_shows_divides_buildings(tmp_path: Path) -> None:
    values = np.zeros((80, 140), np.uint8)
    values[20:60, 20:120] = 1
    roofs = np.where(np.arange(140) < 64, 190, 80) + np.random.default_rng(0).normal(0, 3, (80, 140))
    raster = write(tmp_path / "c.tif", values)
    image = write(tmp_path / "i.tif", roofs.astype(np.uint8))
    assert len(separated(tmp_path, raster, "straight")) == 1
    found = separated(tmp_path, raster, "straight", image=image)
    assert sorted(row["area_m2"] for row, _ in found) == pytest.approx([440, 560], rel=0.1)


@pytest.mark.parametrize("mode", ["compact", "straight"])
def test_where_the_image_says_nothing_the_outline_does(tmp_path: Path, mode: str) -> None:
    raster = write(tmp_path / "c.tif", discs())
    whole = separated(tmp_path, raster, mode, image=write(tmp_path / "flat.tif", np.full((120, 160), 90, np.uint8)))
    half = write(tmp_path / "half.tif", np.full((120, 80), 90, np.uint8))
    assert [shape.ExportToWkt() for _, shape in separated(tmp_path, raster, mode, image=half)] == [
        shape.ExportToWkt() for _, shape in whole
    ]


def test_markers_that_were_corrected_are_the_objects(tmp_path: Path) -> None:
    raster = write(tmp_path / "c.tif", discs())
    separated(tmp_path, raster)
    points = tmp_path / "points.gpkg"
    moved = tmp_path / "corrected.gpkg"
    gdal.VectorTranslate(str(moved), str(points), where="id > 2", dstSRS="EPSG:4326", reproject=True)
    assert len(separated(tmp_path, raster, markers=str(moved))) == len(DISCS) - 2


def test_small_objects_join_their_neighbour_or_are_left_out(tmp_path: Path) -> None:
    values = discs()
    values[110:113, 5:8] = 1
    raster = write(tmp_path / "c.tif", values)
    assert len(separated(tmp_path, raster)) == len(DISCS) + 1
    found = separated(tmp_path, raster, min_area=20 * PIXEL**2)
    assert min(row["area_m2"] for row, _ in found) > 20 * PIXEL**2
    assert sum(row["area_m2"] for row, _ in found) == pytest.approx(discs().sum() * PIXEL**2, rel=2e-3)


def test_classes_stay_apart(tmp_path: Path) -> None:
    values = np.zeros((60, 60), np.uint8)
    values[20:40, 10:30], values[20:40, 30:50] = 1, 3
    found = separated(tmp_path, write(tmp_path / "c.tif", values), classes=("class 1", "class 3"))
    assert [row["class"] for row, _ in found] == ["class 1", "class 3"]


def test_a_class_of_one_pixel_of_everything_and_with_holes_in_holes(tmp_path: Path) -> None:
    one = np.zeros((40, 50), np.uint8)
    one[7, 9] = 1
    for mode in ("compact", "straight"):
        ((row, _),) = separated(tmp_path, write(tmp_path / "one.tif", one), mode)
        assert row["area_m2"] == pytest.approx(PIXEL**2, rel=2e-3)
        found = separated(tmp_path, write(tmp_path / "all.tif", np.ones((40, 50), np.uint8)), mode)
        assert sum(row["area_m2"] for row, _ in found) == pytest.approx(2000 * PIXEL**2, rel=2e-3)
        rows, cols = np.mgrid[:80, :80]
        nested = ((np.maximum(abs(rows - 40), abs(cols - 40)) // 6) % 2 == 0).astype(np.uint8)
        found = separated(tmp_path, write(tmp_path / "nested.tif", nested), mode)
        assert all(shape.IsValid() for _, shape in found)
        assert sum(row["area_m2"] for row, _ in found) == pytest.approx(nested.sum() * PIXEL**2, rel=2e-3)


def test_without_a_system_areas_are_in_pixels_and_it_is_said(tmp_path: Path) -> None:
    heard: list[str] = []
    raster = write(tmp_path / "c.tif", discs(), epsg=0)
    outputs = ObjectOutputs(str(tmp_path / "objects.gpkg"))
    separate_objects(ObjectInputs(raster), ObjectOptions(("class 1",)), outputs, Progress(say=heard.append))
    assert "The raster has no reference system; areas and diameters of objects are in pixels." in heard
    assert sum(row["area_px"] for row, _ in features(tmp_path / "objects.gpkg")) == discs().sum()


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    raster = write(tmp_path / "c.tif", discs())
    outputs = ObjectOutputs(str(tmp_path / "objects.gpkg"), str(tmp_path / "points.gpkg"))
    with pytest.raises(OptionsError, match="classes are class 1"):
        separate_objects(ObjectInputs(raster), ObjectOptions(("oak",)), outputs)
    with pytest.raises(OptionsError, match="names no class"):
        ObjectOptions(())
    with pytest.raises(OptionsError, match="unknown"):
        ObjectOptions(("a",), "round")
    separate_objects(ObjectInputs(raster), ObjectOptions(("class 1",)), outputs)
    far = tmp_path / "far.gpkg"
    gdal.VectorTranslate(str(far), outputs.points, dstSRS="EPSG:32733", reproject=False)
    others = ObjectOutputs(str(tmp_path / "others.gpkg"))
    with pytest.raises(OptionsError, match="points of MARKERS"):
        separate_objects(ObjectInputs(raster, markers=str(far)), ObjectOptions(("class 1",)), others)
    small = write(tmp_path / "small.tif", np.ones((9, 9), np.uint8), epsg=0)
    with pytest.raises(ClusterNetError, match="no georeference"):
        separate_objects(ObjectInputs(raster, image=small), ObjectOptions(("class 1",)), others)
    with pytest.raises(OptionsError, match="would overwrite"):
        separate_objects(ObjectInputs(raster, markers=outputs.points), ObjectOptions(("class 1",)), outputs)
    assert not (tmp_path / "others.gpkg").exists()


def test_confidence_that_covers_half_of_an_object_does_not_halve_it(tmp_path: Path) -> None:
    raster = write(tmp_path / "c.tif", np.ones((40, 40), np.uint8))
    half = np.full((40, 40), 0.8, np.float32)
    half[20:] = np.nan
    ((row, _),) = separated(tmp_path, raster, confidence=write(tmp_path / "half.tif", half))
    assert row["confidence"] == pytest.approx(0.8)


def test_an_object_without_heights_has_none(tmp_path: Path) -> None:
    """0 would be a height."""
    raster = write(tmp_path / "c.tif", discs())
    height = np.where(discs() > 0, 5, 0).astype(np.float32)
    height[:, 110:] = np.nan
    rows = [row for row, _ in separated(tmp_path, raster, height=write(tmp_path / "chm.tif", height))]
    heights = [row["height"] for row in rows]
    assert None in heights
    assert {height for height in heights if height is not None} == {5}


def test_rasters_that_say_nothing_are_refused(tmp_path: Path) -> None:
    raster = write(tmp_path / "c.tif", discs())
    nothing = write(tmp_path / "nothing.tif", np.full((120, 160), np.nan, np.float32))
    picture = write(tmp_path / "picture.tif", np.full((120, 160), 90, np.uint8))
    for name, path, sentence in (
        ("image", nothing, f"IMAGE has no value on the {discs().sum()} pixels of CLASSES"),
        ("height", nothing, f"HEIGHT has no value on the {discs().sum()} pixels of CLASSES"),
        ("confidence", picture, "values from 0 to 90; confidence lies between 0 and 1"),
    ):
        with pytest.raises(ClusterNetError, match=sentence):
            separated(tmp_path, raster, **{name: path})


def test_both_layers_or_none(tmp_path: Path) -> None:
    """Cancelled while points are written, there are no polygons either."""
    raster = write(tmp_path / "c.tif", discs())
    outputs = ObjectOutputs(str(tmp_path / "objects.gpkg"), str(tmp_path / "points.gpkg"))
    shares: list[float] = []
    progress = Progress(report=shares.append, is_cancelled=lambda: bool(shares) and shares[-1] > 0.95)
    with pytest.raises(Cancelled):
        separate_objects(ObjectInputs(raster), ObjectOptions(("class 1",)), outputs, progress)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.tif"]


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    raster = write(tmp_path / "c.tif", discs())
    outputs = ObjectOutputs(str(tmp_path / "objects.gpkg"))
    with pytest.raises(Cancelled):
        separate_objects(
            ObjectInputs(raster), ObjectOptions(("class 1",)), outputs, Progress(is_cancelled=lambda: True)
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.tif"]
