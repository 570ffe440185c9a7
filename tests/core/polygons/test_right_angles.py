"""Outlines with right angles: straight, faithful to their pixels, and without gaps and overlaps between neighbours."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.polygons import PolygonOptions, polygonise, regions, right_angles
from clusternet_qgis.core.polygons.class_names import listed_names

NORTH_UP = (300000.0, 0.5, 0.0, 2780000.0, 0.0, -0.5)
ROTATED = (300000.0, 0.4, 0.3, 2780000.0, 0.3, -0.4)
SQUARE = PolygonOptions(right_angles=("roof",))

Classes = NDArray[np.uint8]


def write(path: Path, values: Classes, transform: tuple[float, ...] = NORTH_UP, epsg: int = 32640) -> Path:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(transform)
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    dataset.SetProjection(system.ExportToWkt())
    band = dataset.GetRasterBand(1)
    band.WriteRaster(0, 0, values.shape[1], values.shape[0], values.tobytes())
    band.SetNoDataValue(0)
    band.SetCategoryNames(["", "roof", "grass", "road"])
    return path


def rectangle(values: Classes, x: float, y: float, a: float, b: float, degrees: float, value: int) -> None:
    """Fills a rectangle around a centre, with sides a and b, that is turned by an angle."""
    rows, columns = np.mgrid[: values.shape[0], : values.shape[1]] + 0.5
    turn = math.radians(degrees)
    u = (columns - x) * math.cos(turn) + (rows - y) * math.sin(turn)
    v = (rows - y) * math.cos(turn) - (columns - x) * math.sin(turn)
    values[(np.abs(u) < a / 2) & (np.abs(v) < b / 2)] = value


def town(seed: int, background: int) -> Classes:
    """Turned rectangles, some beside each other, over a background of one class or of none."""
    random = np.random.default_rng(seed)
    values = np.full((200, 260), background, np.uint8)
    for _ in range(25):
        x, y = random.uniform(0, 260), random.uniform(0, 200)
        turn = random.uniform(0, 90)
        rectangle(values, x, y, random.uniform(12, 50), random.uniform(10, 30), turn, int(random.integers(1, 4)))
    return values


def drawn(path: Path, options: PolygonOptions = SQUARE) -> list[tuple[str, ogr.Geometry]]:
    polygonise(path, path.with_suffix(".gpkg"), options)
    dataset = ogr.Open(str(path.with_suffix(".gpkg")))
    return [(feature.GetField("class"), feature.GetGeometryRef().Clone()) for feature in dataset.GetLayer(0)]


def corners(shape: ogr.Geometry) -> NDArray[np.float64]:
    """Turn at each corner of the outer ring, in degrees."""
    points = np.array(shape.GetGeometryRef(0).GetPoints())[:, :2]
    steps = np.diff(points, axis=0)
    angle = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
    return np.remainder(np.diff(np.append(angle, angle[0])) + 180, 360) - 180


def assert_covers(shapes: list[ogr.Geometry], area: float, tolerance: float = 1e-6) -> None:
    """Valid, and neither a gap nor an overlap: the area of the union and the sum of areas are that of the raster."""
    assert all(shape.IsValid() for shape in shapes)
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        together.AddGeometry(shape)
    assert math.fsum(shape.GetArea() for shape in shapes) == pytest.approx(area, rel=tolerance)
    assert together.UnionCascaded().GetArea() == pytest.approx(area, rel=tolerance)


@pytest.mark.parametrize("degrees", [0, 7, 22.5, 38, 45, 71])
@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED], ids=["north-up", "rotated"])
def test_a_turned_rectangle_gets_four_right_angles(
    degrees: float, transform: tuple[float, ...], tmp_path: Path
) -> None:
    values = np.full((80, 90), 2, np.uint8)
    rectangle(values, 44.3, 39.8, 50, 28, degrees, 1)
    roof = next(shape for name, shape in drawn(write(tmp_path / "r.tif", values, transform)) if name == "roof")
    turns = corners(roof)
    assert len(turns) == 4
    assert np.abs(np.abs(turns) - 90).max() < 0.5
    assert roof.GetArea() == pytest.approx(50 * 28 * 0.25, rel=0.02)


def test_an_octagon_gets_45_degrees(tmp_path: Path) -> None:
    values = np.full((100, 100), 2, np.uint8)
    rows, columns = np.mgrid[:100, :100] + 0.5
    x, y = np.abs(columns - 50), np.abs(rows - 50)
    values[(np.maximum(x, y) < 35) & (x + y < 49)] = 1
    roof = next(shape for name, shape in drawn(write(tmp_path / "o.tif", values)) if name == "roof")
    assert np.abs(np.abs(corners(roof)) - 45).max() < 0.5
    assert len(corners(roof)) == 8


@pytest.mark.parametrize("seed", range(6))
def test_neighbours_stay_neighbours(seed: int, tmp_path: Path) -> None:
    values = town(seed, 2)
    area = values.size * 0.25
    for options in (SQUARE, PolygonOptions(5, 1.0, 2, right_angles=("roof", "road"))):
        assert_covers([shape for _, shape in drawn(write(tmp_path / "t.tif", values), options)], area)


@pytest.mark.parametrize("seed", range(6))
def test_beside_no_data_polygons_are_valid_and_apart(seed: int, tmp_path: Path) -> None:
    values = town(seed, 0)
    shapes = [shape for _, shape in drawn(write(tmp_path / "t.tif", values))]
    assert_covers(shapes, math.fsum(shape.GetArea() for shape in shapes))
    assert math.fsum(shape.GetArea() for shape in shapes) == pytest.approx((values > 0).sum() * 0.25, rel=0.03)


@pytest.mark.parametrize("seed", range(4))
def test_each_object_covers_its_pixels(seed: int, tmp_path: Path) -> None:
    values = town(seed, 0)
    values[values > 1] = 0
    path = write(tmp_path / "t.tif", values)
    exact = [shape for _, shape in drawn(path, PolygonOptions())]
    for before, (_, after) in zip(exact, drawn(path)):
        common, union = before.Intersection(after).GetArea(), before.Union(after).GetArea()
        # By pixels it is .95; the steps along the outline of pixels are up to half a pixel on either side.
        assert common / union > 0.95 - 0.5 * before.Boundary().Length() * 0.5 / before.GetArea() / 2


def test_noise_keeps_its_coverage(tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(1, 4, (60, 60)).astype(np.uint8)
    assert_covers([shape for _, shape in drawn(write(tmp_path / "n.tif", values))], 900)


def test_one_pixel_everything_and_holes_in_holes(tmp_path: Path) -> None:
    nested = np.full((60, 60), 2, np.uint8)
    for margin, value in ((5, 1), (12, 2), (19, 1), (26, 2)):
        nested[margin:-margin, margin:-margin] = value
    one = np.full((9, 9), 2, np.uint8)
    one[4, 4] = 1
    for number, values in enumerate((nested, one, np.ones((7, 9), np.uint8), np.ones((1, 1), np.uint8))):
        shapes = drawn(write(tmp_path / f"{number}.tif", values))
        assert_covers([shape for _, shape in shapes], values.size * 0.25, 1e-9)
        for name in ("roof", "grass"):
            pixels = (values == {"roof": 1, "grass": 2}[name]).sum() * 0.25
            assert math.fsum(shape.GetArea() for n, shape in shapes if n == name) == pytest.approx(pixels)


def test_the_frame_of_the_raster_stays(tmp_path: Path) -> None:
    values = town(3, 2)
    shapes = [shape for _, shape in drawn(write(tmp_path / "f.tif", values))]
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        together.AddGeometry(shape)
    assert together.UnionCascaded().GetEnvelope() == pytest.approx((300000, 300130, 2779900, 2780000))


def test_strips_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "s.tif", town(2, 2))
    whole = drawn(path)
    monkeypatch.setattr(regions, "STRIP_PIXELS", 900)
    assert [(name, shape.ExportToWkt()) for name, shape in drawn(path)] == [
        (name, shape.ExportToWkt()) for name, shape in whole
    ]


def test_in_degrees_angles_are_right_on_the_ground(tmp_path: Path) -> None:
    values = np.full((80, 80), 2, np.uint8)
    rows, columns = np.mgrid[:80, :80] + 0.5
    # At 60 degrees north a pixel is half as wide as it is high.
    x, y = (columns - 40) / 2, rows - 40
    u, v = x * math.cos(0.5) + y * math.sin(0.5), y * math.cos(0.5) - x * math.sin(0.5)
    values[(np.abs(u) < 7) & (np.abs(v) < 10)] = 1
    path = write(tmp_path / "d.tif", values, (10, 1e-6, 0, 60, 0, -1e-6), 4326)
    roof = next(shape for name, shape in drawn(path) if name == "roof")
    points = np.array(roof.GetGeometryRef(0).GetPoints())[:, :2] * (0.5, 1.0)
    steps = np.diff(points, axis=0)
    steps /= np.linalg.norm(steps, axis=1)[:, None]
    assert np.abs((steps * np.roll(steps, 1, axis=0)).sum(1)).max() < 0.01


def test_unknown_names_are_refused_with_those_that_there_are(tmp_path: Path) -> None:
    path = write(tmp_path / "u.tif", town(0, 2))
    with pytest.raises(OptionsError, match=r"no class shed; its classes are roof, grass, road\."):
        polygonise(path, tmp_path / "u.gpkg", PolygonOptions(right_angles=("roof", "shed")))


def test_names_are_divided_by_commas_or_semicolons() -> None:
    assert listed_names(" roof, big shed;;road ,") == ("roof", "big shed", "road")
    assert listed_names("") == ()


@pytest.mark.parametrize(("one", "other"), [(8.0, 15.6), (11.9, 18.0), (16.2, 19.4)])
def test_walls_a_pixel_apart_keep_their_right_angles(one: float, other: float, tmp_path: Path) -> None:
    """Where straight walls would cross, they move into their houses; no steps of pixels come back."""
    values = np.full((120, 200), 2, np.uint8)
    rectangle(values, 140, 60, 74, 50, other, 1)
    rectangle(values, 60, 60, 83, 56, one, 2)
    rectangle(values, 60, 60, 80, 50, one, 1)
    shapes = drawn(write(tmp_path / "w.tif", values))
    roofs = [shape for name, shape in shapes if name == "roof"]
    turns = np.abs(np.concatenate([corners(roof) for roof in roofs]))
    assert len(roofs) == 2
    assert len(turns) == 8
    assert np.abs(turns - 90).max() < 1
    assert_covers([shape for _, shape in shapes], values.size * 0.25)


def test_one_oblique_wall_leaves_the_others_at_right_angles(tmp_path: Path) -> None:
    """A house of which one wall runs far beside its main directions: only that wall keeps its own."""
    values = np.full((100, 120), 2, np.uint8)
    rows, columns = np.mgrid[:100, :120] + 0.5
    values[(columns > 20) & (rows > 20) & (rows < 75) & (columns < 80 + 0.35 * (rows - 20))] = 1
    roof = next(shape for name, shape in drawn(write(tmp_path / "o.tif", values)) if name == "roof")
    turns = np.sort(np.abs(corners(roof)))
    assert len(turns) == 4
    assert (np.abs(turns - 90) < 1).sum() == 2
    assert roof.GetArea() == pytest.approx((values == 1).sum() * 0.25, rel=0.01)


def test_other_rounds_are_of_the_same_outlines(tmp_path: Path) -> None:
    """What is kept between rounds changes nothing: a town alone, and the same town beside another one."""
    town_alone = town(4, 0)
    values = np.zeros((200, 600), np.uint8)
    values[:, :260], values[:, 340:] = town_alone, town(1, 0)
    alone = drawn(write(tmp_path / "a.tif", np.pad(town_alone, ((0, 0), (0, 340)))))
    both = {shape.ExportToWkt() for _, shape in drawn(write(tmp_path / "b.tif", values))}
    assert {shape.ExportToWkt() for _, shape in alone} <= both


def test_in_a_town_without_end_only_what_fails_keeps_its_pixels(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With many buildings something fails in every round: then the others still get straight edges."""
    path = write(tmp_path / "p.tif", town(1, 2))
    exact = sum(shape.GetGeometryRef(0).GetPointCount() for _, shape in drawn(path, PolygonOptions()))
    monkeypatch.setattr(right_angles, "_PATIENCE", 0)
    shapes = [shape for _, shape in drawn(path)]
    impatient = sum(shape.GetGeometryRef(0).GetPointCount() for shape in shapes)
    assert_covers(shapes, 200 * 260 * 0.25)
    assert impatient < 0.9 * exact
