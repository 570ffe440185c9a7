"""Areas of classes in zones: by hand, against exactextract, and whatever the zones are."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import ogr, osr
from toy_rasters import NORTH_UP, ROTATED, UTM_40N, box, pixel_box, wkt_of, write, write_shapes

from clusternet_qgis.core.errors import ClusterNetError
from clusternet_qgis.core.evaluation import zonal_areas as module
from clusternet_qgis.core.evaluation.zonal_areas import ZonalAreas, zonal_areas
from clusternet_qgis.core.evaluation.zone_tables import distinct, write_zone_layer, write_zone_table
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.polygons.measuring import window_area
from clusternet_qgis.core.progress import Progress

# 12 columns and 8 rows: class 1 left, 2 right, no data in the first row.
CLASSES = np.repeat(np.array([[1] * 6 + [2] * 6], np.uint8), 8, axis=0)
CLASSES[0] = 0
NAMES = ("", "wood", "water")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def progress(said: list[str]) -> Progress:
    return Progress(say=said.append)


@pytest.fixture
def halves(tmp_path: Path) -> str:
    return write(tmp_path / "classes.tif", CLASSES, names=NAMES)


def zones(tmp_path: Path, *shapes: str, epsg: int | None = UTM_40N) -> str:
    return write_shapes(tmp_path / "zones.gpkg", [(shape, f"z{i}") for i, shape in enumerate(shapes)], epsg)


def test_pixels_on_borders_count_by_their_share(halves: str, tmp_path: Path) -> None:
    path = zones(tmp_path, pixel_box(4.25, 2, 7.5, 4.5), pixel_box(0, 0, 12, 8), pixel_box(5.2, 3.2, 5.4, 3.4))
    areas = zonal_areas(halves, path, "class")
    assert areas.zones == ("z0", "z1", "z2")
    assert areas.classes == ("wood", "water")
    assert np.allclose(areas.pixels, [[1.75 * 2.5, 1.5 * 2.5], [42, 42], [0.04, 0]])
    assert np.allclose(areas.share[0], [1.75 / 3.25, 1.5 / 3.25])
    assert np.allclose(areas.mapped_share, [1, 7 / 8, 1])


def test_areas_are_those_on_the_ellipsoid(halves: str, tmp_path: Path) -> None:
    grid = RasterGrid(12, 8, NORTH_UP, wkt_of(UTM_40N))
    areas = zonal_areas(halves, zones(tmp_path, pixel_box(-1, -1, 13, 9)))
    assert areas.unit == "m²"
    assert areas.area.sum() == pytest.approx(window_area(grid) * 7 / 8, rel=1e-6)


def test_zones_of_another_system_are_those_at_the_same_place(halves: str, tmp_path: Path) -> None:
    shape = ogr.CreateGeometryFromWkt(pixel_box(4.25, 2, 7.5, 4.5))
    system, degrees = (osr.SpatialReference(wkt_of(epsg)) for epsg in (UTM_40N, 4326))
    for each in (system, degrees):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    shape.Transform(osr.CoordinateTransformation(system, degrees))
    areas = zonal_areas(halves, zones(tmp_path, shape.ExportToWkt(), epsg=4326))
    assert np.allclose(areas.pixels, [[1.75 * 2.5, 1.5 * 2.5]], atol=1e-3)


@pytest.mark.parametrize("transform", [NORTH_UP, ROTATED])
def test_tiles_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, transform: Any) -> None:
    random = np.random.default_rng(3)
    path = write(tmp_path / "a.tif", random.integers(0, 4, (40, 50)).astype(np.uint8), transform)
    shapes = zones(tmp_path, *(pixel_box(*corner, *(corner + random.uniform(1, 30, 2)), transform)
                               for corner in random.uniform(-5, 40, (12, 2))))  # fmt: skip
    whole = zonal_areas(path, shapes)
    monkeypatch.setattr(module, "_TILE_SIZE", 7)
    tiled = zonal_areas(path, shapes)
    assert tiled.classes == whole.classes
    assert np.allclose(tiled.pixels, whole.pixels, atol=1e-9)
    assert np.allclose(tiled.area, whole.area, atol=1e-7)


def random_star(random: np.random.Generator, size: float) -> list[tuple[float, float]]:
    """A star around a point in or near a raster of so many pixels a side; columns and rows."""
    count = random.integers(3, 14)
    angles = np.sort(random.uniform(0, 2 * np.pi, count))
    radii = np.exp(random.uniform(np.log(0.05), np.log(size / 2), count))
    centre = random.uniform(-0.1 * size, 1.1 * size, 2)
    return [
        tuple(map(float, point)) for point in centre + np.stack([np.cos(angles), np.sin(angles)], 1) * radii[:, None]
    ]


def test_shares_equal_those_of_exactextract(tmp_path: Path) -> None:
    exactextract = pytest.importorskip("exactextract", reason="exactextract is not installed")
    random = np.random.default_rng(23)
    patches = np.kron(random.integers(0, 5, (30, 30)), np.ones((4, 4), int)).astype(np.uint8)
    raster = write(tmp_path / "a.tif", patches, no_data=0)
    stars = []
    while len(stars) < 100:
        star = random_star(random, 120)
        points = [(NORTH_UP[0] + 2 * x, NORTH_UP[3] - 2 * y) for x, y in [*star, star[0]]]
        shape = ogr.CreateGeometryFromWkt("POLYGON((" + ",".join(f"{x!r} {y!r}" for x, y in points) + "))")
        if shape.IsValid():
            stars.append(shape)
    areas = zonal_areas(raster, zones(tmp_path, *(shape.ExportToWkt() for shape in stars)))
    texts = [shape.ExportToJson(["COORDINATE_PRECISION=15"]) for shape in stars]
    features = [{"type": "Feature", "properties": {}, "geometry": json.loads(text)} for text in texts]
    theirs = exactextract.exact_extract(raster, features, ["unique", "frac", "count"])
    assert np.count_nonzero(areas.pixels.sum(1)) > 60
    for row, their in enumerate(theirs):
        values = their["properties"]
        shares, pixels = np.zeros(4), values["count"]
        for value, share in zip(values["unique"], values["frac"]):
            shares[int(value) - 1] = share
        assert areas.pixels[row].sum() == pytest.approx(pixels, abs=1e-6 * max(pixels, 1))
        assert np.allclose(np.nan_to_num(areas.share[row]), shares, atol=1e-6)


# --- odd zones


def test_a_zone_that_touches_or_crosses_itself(
    halves: str, tmp_path: Path, said: list[str], progress: Progress
) -> None:
    x, y = NORTH_UP[0], NORTH_UP[3]
    touching = [(0, 1), (4, 1), (4, 3), (2, 1), (2, 3), (0, 3)]
    crossing = [(0, 1), (2, 3), (2, 1), (0, 3)]
    shapes = [
        "POLYGON((" + ",".join(f"{x + 2 * c} {y - 2 * r}" for c, r in [*s, s[0]]) + "))" for s in (touching, crossing)
    ]
    areas = zonal_areas(halves, zones(tmp_path, *shapes), progress=progress)
    assert np.allclose(areas.pixels[:, 0], [6, 2])
    assert any("cross themselves" in sentence for sentence in said)


def test_zones_elsewhere_have_no_area(halves: str, tmp_path: Path, said: list[str], progress: Progress) -> None:
    path = zones(tmp_path, pixel_box(2, 2, 4, 4), pixel_box(900, 2, 904, 4), "POINT(300001 2779999)", "POLYGON EMPTY")
    areas = zonal_areas(halves, path, progress=progress)
    assert np.allclose(areas.pixels, [[4], [0], [0], [0]])
    assert areas.mapped_share[:2].tolist() == [1, 0]
    assert np.isnan(areas.mapped_share[2:]).all()
    assert any("2 of the 4 shapes" in sentence for sentence in said)
    assert any("3 of the 4 zones lie outside" in sentence for sentence in said)
    output = tmp_path / "out.gpkg"
    write_zone_layer(areas, path, output)
    assert ogr.Open(str(output)).GetLayer(0).GetFeatureCount() == 4


@pytest.mark.parametrize(
    ("shape", "epsg"), [(pixel_box(900, 2, 904, 4), UTM_40N), (box(-70, -40, -60, -30), 4326), (box(0, 0, 1, 1), 32720)]
)
def test_zones_that_all_lie_elsewhere_are_refused(halves: str, tmp_path: Path, shape: str, epsg: int) -> None:
    with pytest.raises(ClusterNetError, match="overlaps the raster"):
        zonal_areas(halves, zones(tmp_path, shape, epsg=epsg))


def test_points_are_no_zones(halves: str, tmp_path: Path) -> None:
    with pytest.raises(ClusterNetError, match="no polygon"):
        zonal_areas(halves, zones(tmp_path, "POINT(300001 2779999)"))


def test_a_field_that_is_not_there_is_answered_with_those_that_are(halves: str, tmp_path: Path) -> None:
    with pytest.raises(ClusterNetError, match="no field 'parish'; its fields are: class"):
        zonal_areas(halves, zones(tmp_path, pixel_box(0, 0, 4, 4)), "parish")


# --- odd rasters


def test_without_a_system_areas_are_in_pixels(tmp_path: Path, said: list[str], progress: Progress) -> None:
    path = write(tmp_path / "a.tif", CLASSES, NORTH_UP, None)
    areas = zonal_areas(path, zones(tmp_path, pixel_box(0, 1, 7, 3), epsg=None), progress=progress)
    assert areas.unit == "pixels"
    assert np.allclose(areas.area, [[12, 2]])
    assert any("areas are in pixels" in sentence for sentence in said)


@pytest.mark.parametrize("values", [np.full((8, 12), 3), np.where(np.arange(96).reshape(8, 12) == 40, 3, 0)])
def test_a_class_of_everything_and_one_of_one_pixel(tmp_path: Path, values: NDArray[np.int64]) -> None:
    path = write(tmp_path / "a.tif", values.astype(np.uint8))
    areas = zonal_areas(path, zones(tmp_path, pixel_box(-2, -2, 14, 10)))
    assert areas.classes == ("class 3",)
    assert areas.pixels.tolist() == [[pytest.approx((values == 3).sum())]]


def test_a_raster_without_a_class_has_no_areas(tmp_path: Path) -> None:
    path = zones(tmp_path, pixel_box(0, 0, 4, 4))
    areas = zonal_areas(write(tmp_path / "a.tif", np.zeros((8, 12), np.uint8)), path)
    assert (areas.classes, areas.mapped_share.tolist()) == ((), [0])
    write_zone_layer(areas, path, tmp_path / "out.gpkg")
    write_zone_table(areas, tmp_path / "out.csv")


def test_values_of_no_classes_are_refused(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    path = zones(tmp_path, pixel_box(0, 0, 4, 4))
    with pytest.raises(ClusterNetError, match="whole numbers"):
        zonal_areas(write(tmp_path / "a.tif", random.normal(size=(8, 12)).astype(np.float32)), path)
    many = np.arange(1, 901).reshape(30, 30).astype(np.uint16)
    with pytest.raises(ClusterNetError, match="more than 400 different values"):
        zonal_areas(write(tmp_path / "b.tif", many), path)


def test_large_values_are_classes_too(tmp_path: Path) -> None:
    values = np.where(CLASSES == 1, 7, 2_000_000_000).astype(np.uint32)
    areas = zonal_areas(write(tmp_path / "a.tif", values), zones(tmp_path, pixel_box(0, 0, 12, 8)))
    assert areas.classes == ("class 7", "class 2000000000")


# --- a sample


def points(tmp_path: Path, entries: list[tuple[float, float, str]]) -> str:
    shapes = [(f"POINT({NORTH_UP[0] + 2 * (c + 0.5)} {NORTH_UP[3] - 2 * (r + 0.5)})", name) for r, c, name in entries]
    return write_shapes(tmp_path / "sample.gpkg", shapes)


def sampled(tmp_path: Path, said: list[str], count: int = 400) -> tuple[ZonalAreas, NDArray[np.int64]]:
    """A map of 60 x 60 pixels of which a quarter of the class 1 is 2 in reality, and its true classes."""
    random = np.random.default_rng(5)
    mapped = np.kron(random.integers(1, 3, (10, 10)), np.ones((6, 6), int))
    true = np.where((mapped == 1) & (random.random(mapped.shape) < 0.25), 2, mapped)
    path = write(tmp_path / "map.tif", mapped.astype(np.uint8), names=NAMES)
    chosen = random.choice(3600, count, replace=False)
    sample = points(tmp_path, [(i // 60, i % 60, NAMES[true[i // 60, i % 60]]) for i in chosen])
    shapes = zones(tmp_path, pixel_box(0, 0, 60, 60), pixel_box(0, 0, 30, 30), pixel_box(500, 0, 510, 9))
    return zonal_areas(path, shapes, sample=sample, sample_field="class", progress=Progress(say=said.append)), true


def test_a_sample_corrects_areas_and_gives_intervals(tmp_path: Path, said: list[str]) -> None:
    areas, true = sampled(tmp_path, said)
    corrected, pixel = areas.corrected, areas.area[0].sum() / 3600
    assert corrected is not None
    assert not any("counts of a map" in sentence for sentence in said)
    for row, part in enumerate((true, true[:30, :30])):
        real = np.array([(part == 1).sum(), (part == 2).sum()]) * pixel
        assert (abs(corrected.area[row] - real) < abs(areas.area[row] - real)).all()
        assert (corrected.low[row] <= real).all()
        assert (real <= corrected.high[row]).all()
        assert corrected.area[row].sum() == pytest.approx(areas.area[row].sum())
    assert (corrected.area[2] == 0).all()


def test_a_sample_in_few_blocks_gives_no_intervals(tmp_path: Path, said: list[str]) -> None:
    areas, _ = sampled(tmp_path, said, 6)
    assert areas.corrected is not None
    assert np.isnan(areas.corrected.low).all()
    assert any("too few for intervals" in sentence for sentence in said)


def test_a_raster_is_a_sample_of_its_pixels(tmp_path: Path) -> None:
    mapped = np.ones((40, 40), np.uint8)
    reference = np.where(np.arange(40) % 4 == 0, 2, 1)[None].repeat(40, 0).astype(np.uint8)
    path = write(tmp_path / "map.tif", mapped)
    sample = write(tmp_path / "true.tif", reference)
    areas = zonal_areas(path, zones(tmp_path, pixel_box(0, 0, 40, 40)), sample=sample)
    assert areas.classes == ("1", "2")
    assert areas.corrected is not None
    assert np.allclose(areas.corrected.area / areas.area.sum(), [[0.75, 0.25]])


def test_a_sample_elsewhere_or_of_other_names_is_refused(halves: str, tmp_path: Path) -> None:
    shapes = zones(tmp_path, pixel_box(0, 0, 4, 4))
    far = points(tmp_path, [(900, 900, "wood")])
    with pytest.raises(ClusterNetError, match="overlaps the raster"):
        zonal_areas(halves, shapes, sample=far, sample_field="class")
    nothing = points(tmp_path, [(0, 1, "wood")])
    with pytest.raises(ClusterNetError, match="No label of SAMPLE"):
        zonal_areas(halves, shapes, sample=nothing, sample_field="class")
    others = points(tmp_path, [(3, 3, "Wald")])
    with pytest.raises(ClusterNetError, match="no name in common"):
        zonal_areas(halves, shapes, sample=others, sample_field="class")


def test_a_class_without_a_unit_is_taken_as_mapped(halves: str, tmp_path: Path, said: list[str]) -> None:
    sample = points(tmp_path, [(3, 3, "wood"), (4, 3, "water")])
    areas = zonal_areas(
        halves, zones(tmp_path, pixel_box(0, 1, 12, 8)), sample=sample, sample_field="class",
        progress=Progress(say=said.append),
    )  # fmt: skip
    assert areas.corrected is not None
    assert np.allclose(areas.corrected.area[0], areas.area[0].sum() * np.array([0.25, 0.75]))
    assert any("'water' on the map" in sentence for sentence in said)


# --- what is written


def test_layer_and_table_hold_the_areas(tmp_path: Path, said: list[str]) -> None:
    areas, _ = sampled(tmp_path, said)
    write_zone_layer(areas, tmp_path / "zones.gpkg", tmp_path / "out.gpkg")
    dataset = ogr.Open(str(tmp_path / "out.gpkg"))
    features = [feature.items() for feature in dataset.GetLayer(0)]
    assert [feature["zone"] for feature in features] == ["1", "2", "3"]
    assert features[1]["wood_m2"] == pytest.approx(areas.area[1, 0])
    assert features[1]["water_share"] == pytest.approx(areas.share[1, 1])
    assert features[1]["wood_low_m2"] < features[1]["wood_corrected_m2"] < features[1]["wood_high_m2"]
    assert features[2]["wood_share"] is None
    write_zone_table(areas, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6
    assert rows[2]["class"] == "wood"
    assert float(rows[2]["area_ha"]) == pytest.approx(areas.area[1, 0] / 10_000)
    assert float(rows[2]["low_ha"]) < float(rows[2]["corrected_ha"]) < float(rows[2]["high_ha"])


def test_names_of_fields_differ_in_more_than_case() -> None:
    assert distinct(["Zone", "tree_m2", "TREE_m2", "Tree_M2"], "zone") == [
        "Zone_2",
        "tree_m2",
        "TREE_m2_2",
        "Tree_M2_3",
    ]


def test_a_map_does_not_correct_itself(halves: str, tmp_path: Path) -> None:
    """It would agree with itself everywhere: intervals of no width."""
    with pytest.raises(ClusterNetError, match="SAMPLE is the class raster itself"):
        zonal_areas(halves, zones(tmp_path, pixel_box(0, 0, 12, 8)), sample=halves)


def test_a_picture_is_no_class_raster(tmp_path: Path) -> None:
    picture = write(tmp_path / "ortho.tif", np.random.default_rng(0).integers(1, 255, (3, 8, 12)).astype(np.uint8))
    with pytest.raises(ClusterNetError, match=r"ortho\.tif has 3 bands, and a class raster has one"):
        zonal_areas(picture, zones(tmp_path, pixel_box(0, 0, 12, 8)))
    values = np.stack([CLASSES, np.full_like(CLASSES, 255)])
    transparent = write(tmp_path / "classes.tif", values, names=NAMES, alpha=True)
    assert zonal_areas(transparent, zones(tmp_path, pixel_box(0, 0, 12, 8))).classes == ("wood", "water")
