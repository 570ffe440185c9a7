"""Class raster to polygon layer: every format, every odd raster, the right attributes, and nothing half-written."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as numpy_arrays
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from clusternet_qgis.core.errors import Cancelled, ClusterNetError, OptionsError, RasterError, VectorError
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.polygons import PolygonOptions, ZoneRasters, polygon_system, polygonise, regions
from clusternet_qgis.core.progress import Progress

UTM_40N = 32640
NORTH_UP = (300000.0, 2.0, 0.0, 2780000.0, 0.0, -2.0)
SOUTH_UP = (300000.0, 2.0, 0.0, 2780000.0, 0.0, 2.0)
ROTATED = (300000.0, 1.6, 1.2, 2780000.0, 1.2, -1.6)
EXACT = PolygonOptions()
LAYERS = ("gpkg", "shp", "geojson", "fgb")

Classes = NDArray[np.uint8]


def write(
    path: Path,
    values: NDArray[np.generic],
    transform: tuple[float, ...] | None = NORTH_UP,
    epsg: int | None = UTM_40N,
    names: Sequence[str] = (),
    no_data: float | None = 0,
) -> Path:
    kind = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32, "int32": gdal.GDT_Int32}[
        values.dtype.name
    ]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    if transform:
        dataset.SetGeoTransform(transform)
    if epsg:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
    band = dataset.GetRasterBand(1)
    band.WriteRaster(0, 0, values.shape[1], values.shape[0], values.tobytes())
    if no_data is not None:
        band.SetNoDataValue(no_data)
    if names:
        colours = gdal.ColorTable()
        for value in range(len(names)):
            colours.SetColorEntry(value, (10 * value, 200, 30, 255))
        band.SetColorTable(colours)
        band.SetCategoryNames(list(names))
    return path


class Polygons:
    """What a layer holds."""

    def __init__(self, path: Path) -> None:
        dataset = ogr.Open(str(path))
        layer = dataset.GetLayer(0)
        system = layer.GetSpatialRef()
        self.epsg = system.GetAuthorityCode(None) if system else None
        definition = layer.GetLayerDefn()
        self.fields = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        self.rows = [{name: feature.GetField(name) for name in self.fields} for feature in layer]
        layer.ResetReading()
        self.shapes = [feature.GetGeometryRef().Clone() for feature in layer]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def vertices(self) -> int:
        return sum(ring.GetPointCount() for shape in self.shapes for ring in shape)

    def column(self, name: str) -> list[float]:
        return [row[name] for row in self.rows]

    def of_class(self, value: int) -> list[ogr.Geometry]:
        return [shape for row, shape in zip(self.rows, self.shapes) if row["class_id"] == value]


def made(source: Path, options: PolygonOptions = EXACT, name: str = "out.gpkg") -> Polygons:
    output = source.with_name(name)
    summary = polygonise(source, output, options)
    layer = Polygons(output)
    assert summary.polygons == len(layer)
    assert summary.vertices == layer.vertices
    assert math.fsum(layer.column(summary.area_field)) == pytest.approx(summary.area, rel=1e-9, abs=1e-9)
    return layer


def united(shapes: Sequence[ogr.Geometry]) -> ogr.Geometry:
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        together.AddGeometry(shape)
    return together.UnionCascaded()


def assert_clean(layer: Polygons, valid_area: float) -> None:
    """Valid, no overlap, no gap, nothing lost."""
    assert all(shape.IsValid() and shape.GetGeometryName() == "POLYGON" for shape in layer.shapes)
    total = math.fsum(shape.GetArea() for shape in layer.shapes)
    assert total == pytest.approx(valid_area, rel=1e-6)
    assert (united(layer.shapes).GetArea() if len(layer) else 0) == pytest.approx(valid_area, rel=1e-6)


def patchy(seed: int, rows: int = 90, columns: int = 120, classes: int = 5) -> Classes:
    """Random patches of classes, speckle, and some no data."""
    random = np.random.default_rng(seed)
    centres = random.uniform(size=(40, 2)) * (rows, columns)
    owner = random.integers(0, classes, 40)
    r, c = np.mgrid[:rows, :columns]
    nearest = np.argmin((r[..., None] - centres[:, 0]) ** 2 + (c[..., None] - centres[:, 1]) ** 2, axis=2)
    values = owner[nearest]
    speckle = random.uniform(size=values.shape) < 0.04
    values[speckle] = random.integers(0, classes, int(speckle.sum()))
    return values.astype(np.uint8)


@pytest.fixture(params=[NORTH_UP, SOUTH_UP, ROTATED], ids=["north-up", "south-up", "rotated"])
def transform(request: pytest.FixtureRequest) -> tuple[float, ...]:
    return tuple(request.param)


@pytest.fixture
def small_strips(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(regions, "STRIP_PIXELS", 700)
    return


@pytest.mark.usefixtures("small_strips")
@pytest.mark.parametrize("options", [PolygonOptions(), PolygonOptions(simplify=4), PolygonOptions(0, 3, 2)])
def test_polygons_cover_the_valid_pixels(tmp_path: Path, transform: tuple[float, ...], options: PolygonOptions) -> None:
    values = patchy(1)
    layer = made(write(tmp_path / "classes.tif", values, transform), options)
    assert_clean(layer, 4.0 * (values > 0).sum())


def test_strips_do_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path / "classes.tif", patchy(2))
    options = PolygonOptions(min_area=40, simplify=3)
    whole = made(source, options)
    monkeypatch.setattr(regions, "STRIP_PIXELS", 1)
    cut = made(source, options, "cut.gpkg")
    assert sorted(s.ExportToWkb() for s in whole.shapes) == sorted(s.ExportToWkb() for s in cut.shapes)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    numpy_arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.integers(0, 3)),
    st.sampled_from([0.0, 2.0, 5.0, 20.0, 1e9]),
    st.sampled_from([0.0, 1.0, 3.0]),
)
def test_small_regions_merge_and_only_lonely_ones_vanish(
    tmp_path: Path, values: Classes, min_area: float, tolerance: float
) -> None:
    source = write(tmp_path / "classes.tif", values, None, None)
    unmoved = made(source, PolygonOptions(min_area))
    assert all(shape.GetArea() >= min_area for shape in unmoved.shapes)
    # What is left is what belongs to a connected patch of valid pixels that is large enough, holes filled first.
    everything = made(write(tmp_path / "all.tif", (values > 0).astype(np.uint8), None, None), PolygonOptions(min_area))
    area = math.fsum(shape.GetArea() for shape in everything.shapes)
    assert_clean(unmoved, area)
    assert_clean(made(source, PolygonOptions(min_area, tolerance)), area)
    for row, shape in zip(unmoved.rows, unmoved.shapes):
        for other_row, other in zip(unmoved.rows, unmoved.shapes):
            if row["class_id"] == other_row["class_id"] and shape is not other:
                assert shape.Intersection(other).Length() == 0, "neighbours of one class must be one polygon"


def test_a_small_region_goes_to_the_neighbour_with_the_longest_border(tmp_path: Path) -> None:
    values = np.full((20, 20), 1, np.uint8)
    values[:, 10:] = 2
    values[5:8, 9:12] = 3  # one column in class 1, two in class 2
    layer = made(write(tmp_path / "classes.tif", values), PolygonOptions(min_area=40))
    assert [shape.GetArea() for shape in layer.of_class(2)] == [4.0 * (200 + 3)]
    assert len(layer) == 2


def test_holes_are_kept_above_the_minimum_and_filled_below(tmp_path: Path) -> None:
    values = np.full((30, 30), 1, np.uint8)
    values[5:10, 5:10] = 0  # 25 pixels of no data
    values[20:22, 20:22] = 0
    values[12:14, 12:14] = 2
    layer = made(write(tmp_path / "classes.tif", values), PolygonOptions(min_area=4.0 * 10))
    assert len(layer) == 1
    assert layer.shapes[0].GetGeometryCount() == 2
    assert layer.shapes[0].GetArea() == 4.0 * (900 - 25)


def test_no_data_that_reaches_the_edge_by_corners_is_no_hole(tmp_path: Path) -> None:
    values = np.full((6, 6), 1, np.uint8)
    values[[0, 1, 2], [0, 1, 2]] = 0
    layer = made(write(tmp_path / "classes.tif", values), PolygonOptions(min_area=20))
    assert_clean(layer, 4.0 * 33)


def style_of(path: Path) -> str:
    """The QML text that QGIS finds: inside a GeoPackage, beside other files."""
    if path.suffix != ".gpkg":
        return path.with_suffix(".qml").read_text(encoding="utf-8")
    dataset = gdal.OpenEx(str(path))
    table = dataset.GetLayerByName("layer_styles")
    feature = table.GetNextFeature()
    assert feature["f_table_name"] == path.stem
    assert feature["useAsDefault"] == 1
    return feature["styleQML"]


@pytest.mark.parametrize("extension", LAYERS)
def test_every_format_has_the_same_polygons_names_and_style(tmp_path: Path, extension: str) -> None:
    source = write(tmp_path / "classes.tif", patchy(3, classes=4), names=("", "Wald", "Straße", ""))
    layer = made(source, PolygonOptions(simplify=2), f"out.{extension}")
    same = made(source, PolygonOptions(simplify=2), "other.gpkg")
    assert layer.fields[:4] == ["class_id", "class", "area_m2", "perimeter"]
    assert layer.fields[4] == ("compactnes" if extension == "shp" else "compactness")
    assert layer.epsg == str(UTM_40N)
    assert sorted(layer.column("area_m2")) == pytest.approx(sorted(same.column("area_m2")))
    assert {row["class_id"]: row["class"] for row in layer.rows} == {1: "Wald", 2: "Straße", 3: "class 3"}
    style = ElementTree.fromstring(style_of(tmp_path / f"out.{extension}"))
    assert [c.get("label") for c in style.iter("category")] == ["Wald", "Straße", "class 3"]
    colours = [o.get("value") for o in style.iter("Option") if o.get("name") == "color"]
    assert colours == ["10,200,30,90", "20,200,30,90", "30,200,30,90"]
    assert not list(tmp_path.glob(".*")), "nothing half-written stays"


@pytest.mark.parametrize(("extension", "sign"), [("csv", "'"), ("gpkg", "")])
def test_names_that_begin_like_formulas_can_be_written(tmp_path: Path, extension: str, sign: str) -> None:
    names = ("", "=1+2", "+wet", "-dry", "@home", "plain")
    source = write(tmp_path / "classes.tif", np.arange(1, 6, dtype=np.uint8).repeat(4).reshape(4, 5), names=names)
    polygonise(source, tmp_path / f"out.{extension}")
    found = {row["class"] for row in Polygons(tmp_path / f"out.{extension}").rows}
    assert found == {*(f"{sign}{name}" for name in names[1:5]), "plain"}


@pytest.mark.parametrize("extension", ["gpkg", "csv", "shp"])
def test_names_that_are_no_text_do_no_harm(tmp_path: Path, extension: str) -> None:
    """Other programs write names in the coding of their system, and with control characters."""
    source = write(tmp_path / "classes.tif", np.ones((4, 5), np.uint8), names=("", "Waelder"))
    names = tmp_path / "classes.tif.aux.xml"
    assert b"Waelder" in names.read_bytes()
    names.write_bytes(names.read_bytes().replace(b"Waelder", b"W\xe4lder\x01"))
    polygonise(source, tmp_path / f"out.{extension}")
    assert [row["class"] for row in Polygons(tmp_path / f"out.{extension}").rows] == ["W\ufffdlder\ufffd"]


@pytest.mark.parametrize("name", ["\ud800", "a\x01b"])
def test_the_format_is_tried_with_names_as_they_are_written(name: str) -> None:
    grid = RasterGrid(5, 4, NORTH_UP)
    assert polygon_system("a.gpkg", grid, [name]) == ""


def test_pixel_outlines_have_exact_attributes_without_a_reference_system(tmp_path: Path) -> None:
    values = np.zeros((8, 9), np.uint8)
    values[1:4, 2:7] = 5
    source = write(tmp_path / "classes.tif", values, None, None)
    layer = made(source)
    said: list[str] = []
    polygonise(source, tmp_path / "out.fgb", progress=Progress(say=said.append))
    assert any("in pixels" in line for line in said)
    assert layer.epsg is None
    assert layer.rows == [
        {
            "class_id": 5,
            "class": "class 5",
            "area_px": 15.0,
            "perimeter": 16.0,
            "compactness": pytest.approx(math.pi * 60 / 256),
            "length": pytest.approx(5),
            "width": pytest.approx(3),
            "orientation": pytest.approx(90),
            "elongation": pytest.approx(0.4),
            "neighbours": "{}",
        }
    ]
    assert layer.shapes[0].GetEnvelope() == (2.0, 7.0, -4.0, -1.0)


def authalic_cap(latitude: float) -> float:
    """Area between the equator and a latitude on WGS 84, by numerical integration of rings."""
    a, e2 = 6378137.0, 0.0066943799901413165
    phi = np.linspace(0, math.radians(latitude), 200001)
    rings = (1 - e2) * np.cos(phi) / (1 - e2 * np.sin(phi) ** 2) ** 2
    return float(2 * math.pi * a * a * ((rings[1:] + rings[:-1]) / 2 * np.diff(phi)).sum())


def test_area_of_a_geographic_raster_is_the_ellipsoids(tmp_path: Path) -> None:
    values = np.ones((20, 30), np.uint8)
    values[3:9, 4:11] = 2
    layer = made(write(tmp_path / "classes.tif", values, (179.0, 0.1, 0.0, 51.0, 0.0, -0.1), 4326))
    expected = (authalic_cap(50.7) - authalic_cap(50.1)) * 0.7 / 360
    assert [row["area_m2"] for row in layer.rows if row["class_id"] == 2] == pytest.approx([expected], rel=1e-6)


@pytest.mark.parametrize(
    ("epsg", "x", "y", "pixel"),
    [(UTM_40N, 300000.0, 2780000.0, 0.05), (3857, 6150000.0, 5700000.0, 3.0), (3035, 5.3e6, 3.2e6, 100.0)],
)
def test_area_of_a_projected_raster_is_the_ellipsoids(
    tmp_path: Path, epsg: int, x: float, y: float, pixel: float
) -> None:
    values = np.ones((200, 200), np.uint8)
    values[100:, 50:] = 2
    layer = made(write(tmp_path / "classes.tif", values, (x, pixel, 0.0, y, 0.0, -pixel), epsg))
    system, equal_area = osr.SpatialReference(), osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    equal_area.SetFromUserInput("+proj=cea +datum=WGS84 +units=m")
    for reference in (system, equal_area):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for row, shape in zip(layer.rows, layer.shapes):
        shape.Segmentize(20 * pixel)
        shape.Transform(osr.CoordinateTransformation(system, equal_area))
        assert row["area_m2"] == pytest.approx(shape.GetArea(), rel=1e-6)
        assert row["perimeter"] ** 2 * row["compactness"] == pytest.approx(4 * math.pi * row["area_m2"])


def test_area_around_a_pole_and_across_the_antimeridian(tmp_path: Path) -> None:
    values = np.ones((100, 100), np.uint8)
    values[40:60, 40:60] = 2
    values[0:20, 40:60] = 3  # towards 180 degrees
    layer = made(write(tmp_path / "classes.tif", values, (-1e6, 2e4, 0.0, 1e6, 0.0, -2e4), 3995))
    system, equal_area = osr.SpatialReference(), osr.SpatialReference()
    system.ImportFromEPSG(3995)
    equal_area.SetFromUserInput("+proj=laea +lat_0=90 +datum=WGS84")
    for row, shape in zip(layer.rows, layer.shapes):
        shape.Segmentize(2000)
        shape.Transform(osr.CoordinateTransformation(system, equal_area))
        assert row["area_m2"] == pytest.approx(shape.GetArea(), rel=2e-4)


def test_one_class_only(tmp_path: Path) -> None:
    layer = made(write(tmp_path / "classes.tif", np.full((50, 70), 7, np.uint8)), PolygonOptions(100, 10, 1))
    assert [(row["class_id"], shape.GetArea()) for row, shape in zip(layer.rows, layer.shapes)] == [(7, 4.0 * 3500)]
    assert layer.vertices == 5


def test_ten_thousand_single_pixels(tmp_path: Path) -> None:
    values = np.zeros((200, 200), np.uint8)
    values[::2, ::2] = 1
    source = write(tmp_path / "classes.tif", values)
    assert len(made(source, PolygonOptions(simplify=5))) == 10_000
    empty = polygonise(source, tmp_path / "none.gpkg", PolygonOptions(min_area=8))
    assert (empty.polygons, empty.dropped) == (0, 10_000)
    values[values == 0] = 2
    assert [row["class_id"] for row in made(write(source, values), PolygonOptions(min_area=8)).rows] == [2]


def test_a_chessboard_is_clean(tmp_path: Path) -> None:
    values = (np.indices((40, 40)).sum(0) % 2 + 1).astype(np.uint8)
    source = write(tmp_path / "classes.tif", values)
    assert_clean(made(source, PolygonOptions(simplify=5, smooth=2)), 4.0 * 1600)
    merged = made(source, PolygonOptions(min_area=40))
    assert_clean(merged, 4.0 * 1600)
    assert min(shape.GetArea() for shape in merged.shapes) >= 40


@pytest.mark.parametrize("extension", LAYERS)
def test_minimum_above_everything_gives_an_empty_layer(tmp_path: Path, extension: str) -> None:
    said: list[str] = []
    output = tmp_path / f"out.{extension}"
    source = write(tmp_path / "classes.tif", patchy(4))
    summary = polygonise(source, output, PolygonOptions(min_area=1e12, simplify=1), progress=Progress(say=said.append))
    assert summary.polygons == len(Polygons(output)) == 0
    assert "empty" in said[0]


def test_values_left_out_are_no_data(tmp_path: Path) -> None:
    values = patchy(5)
    layer = made(write(tmp_path / "classes.tif", values), PolygonOptions(exclude=(2, 4), simplify=2))
    assert {row["class_id"] for row in layer.rows} == {1, 3}
    assert_clean(layer, 4.0 * np.isin(values, (1, 3)).sum())


def test_zero_is_a_class_where_another_value_is_no_data(tmp_path: Path) -> None:
    values = patchy(6)
    layer = made(write(tmp_path / "classes.tif", values, no_data=3))
    assert {row["class_id"] for row in layer.rows} == {0, 1, 2, 4}
    assert_clean(layer, 4.0 * (values != 3).sum())


def test_large_class_values_stay_apart(tmp_path: Path) -> None:
    """Float32 would make one of the first two."""
    values = np.repeat(np.array([1 << 24, (1 << 24) + 1, (1 << 31) - 2], np.int32), 8).reshape(6, 4)
    output = tmp_path / "p.gpkg"
    polygonise(write(tmp_path / "a.tif", values), output, EXACT)
    layer = ogr.Open(str(output))
    found = sorted(feature["class_id"] for feature in layer.GetLayer(0))
    assert found == sorted({*values.ravel().tolist()})


def test_simplification_saves_vertices(tmp_path: Path) -> None:
    source = write(tmp_path / "classes.tif", patchy(7, 300, 300))
    exact = made(source, PolygonOptions())
    assert made(source, PolygonOptions(min_area=100, simplify=4)).vertices < exact.vertices / 10


@pytest.mark.parametrize("values", [np.full((4, 4), 1.5, np.float32), np.full((4, 4), -3, np.float32)])
def test_what_is_no_class_raster_is_refused(tmp_path: Path, values: NDArray[np.float32]) -> None:
    with pytest.raises(RasterError, match="whole numbers"):
        polygonise(write(tmp_path / "classes.tif", values), tmp_path / "out.gpkg")
    assert not (tmp_path / "out.gpkg").exists()


def test_an_unknown_format_is_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(VectorError, match="nonsense"):
        polygonise(tmp_path / "missing.tif", tmp_path / "out.nonsense")


@pytest.mark.parametrize(
    "wrong",
    [
        {"min_area": -1.0},
        {"simplify": math.nan},
        {"min_area": math.inf},
        {"smooth": 6},
        {"smooth": -1},
        {"exclude": (-1,)},
    ],
)
def test_options_without_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(OptionsError):
        PolygonOptions(**wrong)  # type: ignore[arg-type]


def test_cancel_at_any_point_leaves_nothing(tmp_path: Path) -> None:
    source = write(tmp_path / "classes.tif", patchy(8))
    options = PolygonOptions(min_area=20, simplify=3, smooth=1)
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    fractions: list[float] = []
    polygonise(source, tmp_path / "full.gpkg", options, progress=Progress(fractions.append, is_cancelled=count))
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    for stop in range(1, asked, max(asked // 10, 1)):
        calls = iter(range(stop))
        with pytest.raises(Cancelled):
            polygonise(
                source,
                tmp_path / "out.gpkg",
                options,
                progress=Progress(is_cancelled=lambda calls=calls: next(calls, None) is None),
            )
        assert {path.name for path in tmp_path.iterdir()} == {"classes.tif", "full.gpkg"}


def test_gdals_exceptions_switched_on_by_the_host_change_nothing(tmp_path: Path) -> None:
    modules = (gdal, ogr, osr)
    before = [module.GetUseExceptions() for module in modules]
    for module in modules:
        module.UseExceptions()
    try:
        values = patchy(9)
        assert_clean(
            made(write(tmp_path / "classes.tif", values), PolygonOptions(simplify=2)), 4.0 * (values > 0).sum()
        )
        with pytest.raises(RasterError):
            polygonise(tmp_path / "missing.tif", tmp_path / "none.gpkg")
        (tmp_path / "folder.gpkg").mkdir()
        with pytest.raises(ClusterNetError):
            polygonise(tmp_path / "classes.tif", tmp_path / "folder.gpkg")
    finally:
        # GDAL takes its error handlers back in reverse.
        for module, was_on in reversed(list(zip(modules, before))):
            if not was_on:
                module.DontUseExceptions()
    assert not list(tmp_path.glob(".*"))


def test_an_existing_layer_is_replaced(tmp_path: Path) -> None:
    source = write(tmp_path / "classes.tif", patchy(9))
    first = made(source)
    assert len(made(source, PolygonOptions(min_area=200))) < len(first)


def test_a_picture_is_no_class_raster(tmp_path: Path) -> None:
    """Each of its shades would be a class."""
    gdal.Translate(str(tmp_path / "ortho.tif"), str(write(tmp_path / "a.tif", patchy(9))), bandList=[1, 1, 1])
    with pytest.raises(RasterError, match=r"ortho\.tif has 3 bands, and a class raster has one"):
        polygonise(tmp_path / "ortho.tif", tmp_path / "out.gpkg")


@pytest.mark.parametrize("names", [("", "wood", "water"), ("", "wood", "other"), ()])
def test_less_sure_pixels_become_other(tmp_path: Path, names: tuple[str, ...]) -> None:
    classes = np.ones((6, 8), np.uint8)
    classes[:, 4:] = 2
    confidence = np.full((6, 8), 0.9, np.float32)
    confidence[2:4, 1:3] = 0.1
    source = write(tmp_path / "a.tif", classes, names=names)
    zones = ZoneRasters(confidence=str(write(tmp_path / "c.tif", confidence, no_data=None)))
    polygonise(source, tmp_path / "out.gpkg", PolygonOptions(min_confidence=0.5), zones)
    layer = Polygons(tmp_path / "out.gpkg")
    assert_clean(layer, 4 * 48)
    unsure = [row for row in layer.rows if row["confidence"] < 0.5]
    assert [(row["class"], row["area_m2"]) for row in unsure] == [("other", pytest.approx(16, rel=1e-2))]
    assert unsure[0]["class_id"] == (2 if "other" in names else 3)
    with pytest.raises(OptionsError, match="give CONFIDENCE"):
        polygonise(source, tmp_path / "out.gpkg", PolygonOptions(min_confidence=0.5))
