"""What QGIS shows of a layer is what is used: the result is that of an equivalent file."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant

WKT_OF = dict(toys.quadrant_boxes())
# What all vector layers below show: the roof is taken for a field, so that no other content has the same scores.
SHOWN = [("water", "water"), ("wood", "wood"), ("field", "field"), ("roof", "field")]


@pytest.fixture(autouse=True)
def empty_project() -> Any:
    yield
    QgsProject.instance().clear()


@pytest.fixture
def named(quadrants: str, tmp_path: Path) -> str:
    """The quadrants as a class raster with names."""
    path = toys.write_raster(tmp_path / "named.tif", toys.read(quadrants))
    toys.name_values(path, {i + 1: (name, colour) for i, (name, (colour, _)) in enumerate(toys.QUADRANTS.items())})
    return path


def wkt(quadrant: str) -> str:
    left, right, bottom, top = WKT_OF[quadrant]
    return f"POLYGON(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"


def boxes(shown: list[tuple[str, str]]) -> list[tuple[str, tuple[float, float, float, float]]]:
    return [(label, WKT_OF[quadrant]) for quadrant, label in shown]


def feature(layer: QgsVectorLayer, quadrant: str, **values: Any) -> QgsFeature:
    made = QgsFeature(layer.fields())
    made.setGeometry(QgsGeometry.fromWkt(wkt(quadrant)))
    for name, value in values.items():
        made.setAttribute(name, value)
    return made


def file_layer(folder: Path, shown: list[tuple[str, str]], epsg: int = toys.EPSG) -> QgsVectorLayer:
    return QgsVectorLayer(toys.write_polygons(folder / "shapes.gpkg", boxes(shown), epsg), "labels", "ogr")


def memory(folder: Path) -> QgsVectorLayer:
    """A scratch layer with a field `fid` that repeats, as layers copied from GeoPackages have."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32633&field=fid:integer&field=label:string", "labels", "memory")
    layer.dataProvider().addFeatures([feature(layer, q, fid=1 + i // 2, label=x) for i, (q, x) in enumerate(SHOWN)])
    return layer


def edits(folder: Path) -> QgsVectorLayer:
    """One shape is deleted, one renamed, one drawn and one moved; nothing is saved."""
    layer = file_layer(folder, [("water", "wood"), ("wood", "wood"), ("field", "field"), ("wood", "roof")])
    layer.startEditing()
    index = layer.fields().indexFromName("label")
    one, _, three, four = sorted(f.id() for f in layer.getFeatures())
    layer.changeAttributeValue(one, index, "water")
    layer.deleteFeature(three)
    layer.changeAttributeValue(four, index, "field")
    layer.changeGeometry(four, QgsGeometry.fromWkt(wkt("roof")))
    layer.addFeature(feature(layer, "field", label="field"))
    return layer


def system_of_the_layer(folder: Path) -> QgsVectorLayer:
    """The file names a wrong reference system, and the user has corrected it."""
    layer = file_layer(folder, SHOWN)
    path = str(folder / "wrong.gpkg")
    gdal.VectorTranslate(path, layer.source(), format="GPKG", dstSRS="EPSG:32601", reproject=False)
    layer = QgsVectorLayer(path, "labels", "ogr")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    return layer


def subset(folder: Path) -> QgsVectorLayer:
    """A filter hides shapes."""
    layer = file_layer(folder, [*SHOWN, ("water", "wood"), ("wood", "roof")])
    layer.setSubsetString("fid < 5")
    return layer


def joined(folder: Path) -> QgsVectorLayer:
    """The class comes from another table."""
    layer = file_layer(folder, [(quadrant, str(i)) for i, (quadrant, _) in enumerate(SHOWN)])
    table = QgsVectorLayer("NoGeometry?field=key:string&field=label:string", "table", "memory")
    rows = [QgsFeature(table.fields()) for _ in SHOWN]
    for i, row in enumerate(rows):
        row.setAttributes([str(i), SHOWN[i][1]])
    table.dataProvider().addFeatures(rows)
    QgsProject.instance().addMapLayer(table)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("key")
    join.setTargetFieldName("label")
    join.setPrefix("of_")
    layer.addJoin(join)
    layer.setCustomProperty("field", "of_label")
    return layer


def virtual_field(folder: Path) -> QgsVectorLayer:
    """The class is an expression."""
    layer = file_layer(folder, SHOWN)
    layer.addExpressionField('lower(trim(upper("label")))', QgsField("expression", QVariant.String))
    layer.setCustomProperty("field", "expression")
    return layer


def virtual_layer(folder: Path) -> QgsVectorLayer:
    """A query on another layer."""
    hidden = file_layer(folder, [*SHOWN, ("wood", "nothing")])
    hidden.setName("hidden")
    QgsProject.instance().addMapLayer(hidden)
    return QgsVectorLayer("?query=SELECT label, geometry FROM hidden WHERE label <> 'nothing'", "labels", "virtual")


def delimited_text(folder: Path) -> QgsVectorLayer:
    (folder / "shapes.csv").write_text(
        "label;shape\n" + "".join(f"{label};{wkt(quadrant)}\n" for quadrant, label in SHOWN)
    )
    uri = (folder / "shapes.csv").as_uri() + "?delimiter=;&wktField=shape&crs=EPSG:32633&type=csv"
    return QgsVectorLayer(uri, "labels", "delimitedtext")


def spatialite(folder: Path) -> QgsVectorLayer:
    layer = file_layer(folder, SHOWN)
    path = str(folder / "shapes.sqlite")
    options = ["SPATIALITE=YES"]
    gdal.VectorTranslate(path, layer.source(), format="SQLite", layerName="shapes", datasetCreationOptions=options)
    return QgsVectorLayer(f"dbname='{path}' table=\"shapes\" (geom)", "labels", "spatialite")


def shapefile(folder: Path) -> QgsVectorLayer:
    layer = file_layer(folder, SHOWN)
    path = str(folder / "shapes.shp")
    gdal.VectorTranslate(path, layer.source(), format="ESRI Shapefile")
    return QgsVectorLayer(path, "labels", "ogr")


def in_an_archive(folder: Path) -> QgsVectorLayer:
    shapefile(folder)
    with zipfile.ZipFile(folder / "shapes.zip", "w") as archive:
        for path in folder.glob("shapes.*"):
            if path.suffix in (".shp", ".shx", ".dbf", ".prj"):
                archive.write(path, path.name)
    return QgsVectorLayer(f"/vsizip/{folder}/shapes.zip/shapes.shp", "labels", "ogr")


def beside_a_raster(folder: Path) -> QgsVectorLayer:
    layer = file_layer(folder, SHOWN)
    add_raster_table(folder, layer.source())
    return QgsVectorLayer(f"{layer.source()}|layername=reference", "labels", "ogr")


def polygons_of_mixed_shapes(folder: Path) -> QgsVectorLayer:
    """QGIS shows the kinds of shapes of one table as one layer each."""
    path = str(folder / "shapes.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer("mixed", toys.system(toys.EPSG), ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTString))
    left, _, bottom, _ = toys.EXTENT
    points = [(label, f"POINT({left + 30} {bottom + 5})") for label in ("wood", "wood")]
    for label, shape in [*((x, wkt(q)) for q, x in SHOWN), *points]:
        made = ogr.Feature(layer.GetLayerDefn())
        made.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        made.SetField("label", label)
        layer.CreateFeature(made)
    del layer, dataset
    return QgsVectorLayer(f"{path}|layername=mixed|geometrytype=Polygon", "labels", "ogr")


VECTORS = [
    memory, edits, system_of_the_layer, subset, joined, virtual_field, virtual_layer, delimited_text, spatialite,
    shapefile, in_an_archive, beside_a_raster, polygons_of_mixed_shapes,
]  # fmt: skip


def named_after(parameter: Any) -> str:
    return parameter.__name__


def table_of(results: dict[str, Any]) -> list[dict[str, str]]:
    with open(results["TABLE"], newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("make", VECTORS, ids=named_after)
def test_a_vector_layer_scores_as_the_file_that_holds_what_it_shows(
    run: Any, named: str, tmp_path: Path, make: Callable[[Path], QgsVectorLayer]
) -> None:
    layer = make(tmp_path)
    assert layer.isValid()
    assert layer.featureCount() in (4, -1)
    QgsProject.instance().addMapLayer(layer)
    field = layer.customProperty("field", "label")
    exported = toys.write_polygons(tmp_path / "exported.gpkg", boxes(SHOWN))
    of_file = run(
        "evaluate", INPUT=named, REFERENCE=exported, REFERENCE_FIELD="label", TABLE=str(tmp_path / "file.csv")
    )
    of_layer = run("evaluate", INPUT=named, REFERENCE=layer, REFERENCE_FIELD=field, TABLE=str(tmp_path / "layer.csv"))
    assert of_layer["ACCURACY"] == of_file["ACCURACY"] == pytest.approx(0.75, abs=0.01)
    assert table_of(of_layer) == table_of(of_file)


@pytest.mark.parametrize("make", VECTORS, ids=named_after)
def test_labels_of_tiles_are_those_of_the_layer(
    run: Any, raster: str, tmp_path: Path, make: Callable[[Path], QgsVectorLayer]
) -> None:
    layer = make(tmp_path)
    QgsProject.instance().addMapLayer(layer)
    field = layer.customProperty("field", "label")
    exported = toys.write_polygons(tmp_path / "exported.gpkg", boxes(SHOWN))
    labels = []
    for name, reference, by in (("file", exported, "label"), ("layer", layer.id(), field)):
        folder = tmp_path / name
        options = {"TILE_WIDTH": toys.SIZE, "TILE_HEIGHT": toys.SIZE, "MAX_EMPTY": 1}
        run("tileraster", INPUT=raster, LABELS=reference, LABEL_FIELD=by, OUTPUT=str(folder), **options)
        labels.append(toys.read(next((folder / "labels").glob("*.tif"))))
    assert (labels[0] == labels[1]).all()
    assert labels[0].any()


def test_points_of_a_table_of_mixed_shapes_are_points(run: Any, named: str, tmp_path: Path) -> None:
    polygons_of_mixed_shapes(tmp_path)
    uri = f"{tmp_path / 'shapes.gpkg'}|layername=mixed|geometrytype=Point"
    layer = QgsVectorLayer(uri, "points", "ogr")
    assert layer.featureCount() == 2
    report = tmp_path / "report.html"
    results = run("evaluate", INPUT=named, REFERENCE=layer, REFERENCE_FIELD="label", REPORT=str(report))
    assert results["ACCURACY"] == 0
    assert "estimated from the sample" in report.read_text()


@pytest.mark.parametrize("saved", [True, False])
def test_what_is_left_out_is_said_with_numbers(run: Any, named: str, tmp_path: Path, saved: bool) -> None:
    layer = memory(tmp_path)
    extra = [feature(layer, "water", label=label) for label in ("", "  ", None)]
    bare = QgsFeature(layer.fields())
    bare.setAttribute("label", "wood")
    layer.dataProvider().addFeatures([*extra, bare])
    if saved:
        path = str(tmp_path / "saved.gpkg")
        target = ogr.GetDriverByName("GPKG").CreateDataSource(path)
        table = target.CreateLayer("x", toys.system(toys.EPSG), ogr.wkbUnknown)
        table.CreateField(ogr.FieldDefn("label", ogr.OFTString))
        for shape in layer.getFeatures():
            made = ogr.Feature(table.GetLayerDefn())
            if not shape.geometry().isNull():
                made.SetGeometry(ogr.CreateGeometryFromWkt(shape.geometry().asWkt()))
            if isinstance(shape["label"], str):
                made.SetField("label", shape["label"])
            table.CreateFeature(made)
        del table, target
        layer = QgsVectorLayer(path, "labels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    heard = toys.Heard()
    results = run("evaluate", heard, INPUT=named, REFERENCE=layer, REFERENCE_FIELD="label")
    assert results["ACCURACY"] == pytest.approx(0.75, abs=0.01)
    said = [text for text in heard.text if "left out" in text]
    assert said == ["4 of the 8 shapes of 'labels' are left out: 3 without a class, 1 without a geometry."]


# --- rasters: a cluster raster, and what it shows as a file


def equivalent(quadrants: str, folder: Path, **options: Any) -> str:
    path = str(folder / "equivalent.tif")
    gdal.Translate(path, quadrants, format="GTiff", **options)
    return path


def with_values(path: str, folder: Path, values: np.ndarray) -> str:
    return toys.write_raster(folder / "equivalent.tif", values[None])


def raster_system(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    bare = str(folder / "bare.tif")
    gdal.Translate(bare, quadrants)
    dataset = gdal.Open(bare, gdal.GA_Update)
    dataset.SetProjection("")
    del dataset
    layer = QgsRasterLayer(bare, "clusters")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    return layer, quadrants


def other_raster_system(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    layer = QgsRasterLayer(quadrants, "clusters")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    return layer, equivalent(quadrants, folder, outputSRS="EPSG:32632")


def no_data_ranges(*ranges: tuple[float, float]) -> Callable[[str, Path], tuple[QgsRasterLayer, str]]:
    def make(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
        layer = QgsRasterLayer(quadrants, "clusters")
        layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(low, high) for low, high in ranges])
        values = toys.read(quadrants)[0].copy()
        for low, high in ranges:
            values[(values >= low) & (values <= high)] = 0
        return layer, with_values(quadrants, folder, values)

    make.__name__ = f"no_data_{ranges}"
    return make


def source_no_data_off(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    """The class 3 was declared as no data, and the user has switched that off."""
    path = toys.write_raster(folder / "declared.tif", toys.read(quadrants), no_data=3)
    layer = QgsRasterLayer(path, "clusters")
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0, 0)])
    return layer, quadrants


def open_options(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    path = str(folder / "overviews.tif")
    gdal.Translate(path, quadrants)
    dataset = gdal.Open(path)
    dataset.BuildOverviews("NEAREST", [2])
    del dataset
    gdal.Translate(str(folder / "half.tif"), gdal.OpenEx(path, open_options=["OVERVIEW_LEVEL=0"]))
    return QgsRasterLayer(f"{path}|option:OVERVIEW_LEVEL=0", "clusters"), str(folder / "half.tif")


def raster_in_an_archive(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    with zipfile.ZipFile(folder / "clusters.zip", "w") as archive:
        archive.write(quadrants, "clusters.tif")
    return QgsRasterLayer(str(folder / "clusters.zip"), "clusters"), quadrants


def raster_of_a_folder_in_an_archive(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    with zipfile.ZipFile(folder / "clusters.zip", "w") as archive:
        archive.writestr("readme.txt", "no raster")
        archive.write(quadrants, "sheets/clusters.tif")
    return QgsRasterLayer(f"/vsizip/{folder}/clusters.zip/sheets/clusters.tif", "clusters"), quadrants


def add_raster_table(folder: Path, geopackage: str) -> None:
    """A raster of classes that are all wrong, in a GeoPackage that has a vector layer already."""
    values = np.ones((1, toys.SIZE, toys.SIZE), np.uint8)
    other = toys.write_raster(folder / "other.tif", values)
    gdal.Translate(geopackage, other, format="GPKG", creationOptions=["APPEND_SUBDATASET=YES", "RASTER_TABLE=other"])


def raster_beside_vectors(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    path = toys.write_polygons(folder / "both.gpkg", [("water", WKT_OF["roof"])])
    options = ["APPEND_SUBDATASET=YES", "RASTER_TABLE=clusters", "TILE_FORMAT=PNG"]
    gdal.Translate(path, quadrants, format="GPKG", creationOptions=options)
    return QgsRasterLayer(f"GPKG:{path}:clusters", "clusters"), equivalent(f"GPKG:{path}:clusters", folder)


def virtual_raster(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    path = str(folder / "sheets.vrt")
    gdal.BuildVRT(path, [quadrants])
    return QgsRasterLayer(path, "clusters"), quadrants


def calculated_raster(quadrants: str, folder: Path) -> tuple[QgsRasterLayer, str]:
    """A layer of the raster calculator, which is in no file; what is no data in its input stays so."""
    left, right, bottom, top = toys.EXTENT
    size = f"extent={left},{bottom},{right},{top}&width={toys.SIZE}&height={toys.SIZE}"
    of = f"q:uri={quadrants}&q:provider=gdal"
    uri = f'?crs=EPSG:32633&{size}&formula="q@1" + 0&{of}'
    return QgsRasterLayer(uri, "clusters", "virtualraster"), quadrants


RASTERS = [
    raster_system, other_raster_system, no_data_ranges((3, 3)), no_data_ranges((1, 1), (3, 3)),
    no_data_ranges((1.5, 3.5)), source_no_data_off, open_options, raster_in_an_archive,
    raster_of_a_folder_in_an_archive, raster_beside_vectors, virtual_raster, calculated_raster,
]  # fmt: skip


@pytest.mark.parametrize("make", RASTERS, ids=named_after)
@pytest.mark.parametrize("given", ["id", "layer"])
def test_a_raster_layer_is_segmented_as_the_file_that_holds_what_it_shows(
    run: Any, quadrants: str, tmp_path: Path, make: Callable[..., tuple[QgsRasterLayer, str]], given: str
) -> None:
    layer, file = make(quadrants, tmp_path)
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    written = []
    for name, clusters in (("layer", layer.id() if given == "id" else layer), ("file", file)):
        output = str(tmp_path / f"{name}_classes.tif")
        run("segment", CLUSTERS=clusters, CLASSES="a=0; b=1; c=2; d=3", OUTPUT=output)
        written.append(output)
    of_layer, of_file = (toys.read(path)[:, : toys.SIZE, : toys.SIZE] for path in written)
    assert (of_layer == of_file).all()
    assert len(np.unique(of_file)) > 2
    assert toys.grid(written[0]) == toys.grid(written[1])


@pytest.mark.parametrize("make", RASTERS, ids=named_after)
def test_a_raster_layer_is_evaluated_as_the_file_that_holds_what_it_shows(
    run: Any, quadrants: str, tmp_path: Path, make: Callable[..., tuple[QgsRasterLayer, str]]
) -> None:
    """As the map, and as the reference, where it must be brought onto another grid."""
    layer, file = make(quadrants, tmp_path)
    QgsProject.instance().addMapLayer(layer)
    fine = np.kron(toys.quadrant_clusters(), np.ones((2, 2), np.uint8))
    system = {"epsg": 32632} if make is other_raster_system else {}
    other = toys.write_raster(tmp_path / "fine.tif", fine[None], pixel=toys.PIXEL / 2, **system)
    for roles in (("INPUT", "REFERENCE"), ("REFERENCE", "INPUT")):
        of_layer, of_file = (run("evaluate", **dict(zip(roles, (one, other)))) for one in (layer, file))
        assert of_layer == of_file


def test_texts_that_name_parts_of_files_are_layers_too(run: Any, quadrants: str, tmp_path: Path) -> None:
    archived, _ = raster_of_a_folder_in_an_archive(quadrants, tmp_path)
    beside, _ = raster_beside_vectors(quadrants, tmp_path)
    for layer in (archived, beside):
        output = str(tmp_path / "classes.tif")
        run("segment", CLUSTERS=layer.source(), CLASSES="a=0; b=1; c=2; d=3", OUTPUT=output)
        assert set(np.unique(toys.read(output))) >= {1, 2, 3, 4}


# --- names


def sentence_of(run: Any, name: str, **parameters: Any) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        run(name, **parameters)
    return str(caught.value)


def test_sentences_name_layers_as_the_user_does(run: Any, quadrants: str, tmp_path: Path) -> None:
    shapes = memory(tmp_path)
    shapes.setName("My labels (2024)")
    far = QgsVectorLayer("Polygon?crs=EPSG:32633&field=label:string", "Far away", "memory")
    away = feature(far, "water", label="a")
    away.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
    far.dataProvider().addFeature(away)
    moved = QgsRasterLayer(quadrants, "A moved sheet")
    moved.setCrs(QgsCoordinateReferenceSystem("EPSG:32601"))
    for layer in (shapes, far, moved):
        QgsProject.instance().addMapLayer(layer)
    sentences = [
        sentence_of(run, "evaluate", INPUT=quadrants, REFERENCE=shapes.id(), REFERENCE_FIELD="kind"),
        sentence_of(run, "evaluate", INPUT=quadrants, REFERENCE=far, REFERENCE_FIELD="label"),
        sentence_of(run, "evaluate", INPUT=moved, REFERENCE=shapes, REFERENCE_FIELD="label"),
    ]
    assert sentences[0] == "'My labels (2024)' has no field 'kind'; its fields are: fid, label."
    assert sentences[1] == "No shape of 'Far away' overlaps the raster; choose a layer that covers it."
    assert "'My labels (2024)'" in sentences[2]
    assert not [sentence for sentence in sentences if "clusternet-" in sentence]


def test_paths_that_are_given_are_named_as_given(run: Any, quadrants: str, reference: str) -> None:
    text = sentence_of(run, "evaluate", INPUT=quadrants, REFERENCE=reference, REFERENCE_FIELD="kind")
    assert text.startswith(f"{reference}|layername=reference has no field") or text.startswith(reference)


def test_a_layer_without_its_file_is_refused_by_its_name(run: Any, quadrants: str, tmp_path: Path) -> None:
    gone = QgsRasterLayer(str(tmp_path / "gone.tif"), "The lost sheet")
    QgsProject.instance().addMapLayer(gone)
    text = sentence_of(run, "segment", CLUSTERS=gone, CLASSES="a=0", OUTPUT=str(tmp_path / "a.tif"))
    assert "gone.tif" in text or "lost sheet" in text


def test_a_model_names_the_rasters_and_not_temporary_files(run: Any, raster: str, tmp_path: Path) -> None:
    layer = QgsRasterLayer(raster, "Orthophoto")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(250, 260)])
    QgsProject.instance().addMapLayer(layer)
    tiny = {"NETWORK": "unet_same", "CLUSTERS": 6, "EPOCHS": 0, "TILE_SIZE": 32, "WIDTH": 4, "BATCH_SIZE": 4}
    model = run("train", INPUT=[layer], OUTPUT=str(tmp_path / "model.cnet"), **tiny)["OUTPUT"]
    with zipfile.ZipFile(model) as file:
        card = json.loads(file.read("model.json"))["card"]
    assert card["rasters"] == [Path(raster).name]


def test_strokes_that_are_not_saved_count_and_later_ones_cover_earlier_ones(
    run: Any, raster: str, model: str, tmp_path: Path
) -> None:
    left, right, bottom, top = toys.EXTENT
    x, y = (left + right) / 2, (bottom + top) / 2
    lines = [
        ("a", f"LINESTRING({left + 8} {y + 10},{x - 8} {y + 10})"),
        ("b", f"LINESTRING({left + 8} {y - 10},{x - 8} {y - 10})"),
        ("c", f"LINESTRING({left + 8} {y + 10},{x - 8} {y + 10})"),
    ]
    saved = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "strokes.gpkg"))
    table = saved.CreateLayer("strokes", toys.system(toys.EPSG), ogr.wkbLineString)
    table.CreateField(ogr.FieldDefn("class", ogr.OFTString))
    for name, shape in lines:
        made = ogr.Feature(table.GetLayerDefn())
        made.SetField("class", name)
        made.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        table.CreateFeature(made)
    del table, saved
    layer = QgsVectorLayer("LineString?crs=EPSG:32633&field=class:string", "strokes", "memory")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    for name, shape in lines:
        made = QgsFeature(layer.fields())
        made.setAttribute("class", name)
        made.setGeometry(QgsGeometry.fromWkt(shape))
        layer.addFeature(made)
    selections = []
    for strokes in (str(tmp_path / "strokes.gpkg"), layer):
        output = tmp_path / f"{len(selections)}.json"
        arguments = {"INPUT": raster, "MODEL": model, "CLASS_FIELD": "class", "WIDTH": 2, "SELECTION": str(output)}
        run("selectbystrokes", STROKES=strokes, **arguments)
        selections.append(json.loads(output.read_text()))
    assert selections[0] == selections[1]
