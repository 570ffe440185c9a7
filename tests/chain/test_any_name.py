"""Any name: styles stay XML, tables hold no formulas, and files are written."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from any_names import ANY_TEXT, FORMULAS, is_formula
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr
from toy_rasters import box, wkt_of, write

from clusternet_qgis.core.errors import SelectionError
from clusternet_qgis.core.evaluation.metrics import score
from clusternet_qgis.core.evaluation.score_table import write_score_table
from clusternet_qgis.core.io.grid import RasterGrid
from clusternet_qgis.core.io.legend import Legend, LegendEntry
from clusternet_qgis.core.io.plain_text import plain_text
from clusternet_qgis.core.io.raster_sink import RasterSink
from clusternet_qgis.core.io.vector_sink import VectorSink
from clusternet_qgis.core.reports.page import write_page
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.from_reference import select_by_reference
from clusternet_qgis.core.selection.selection import ClusterClass, ClusterSelection

EACH = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@EACH
@given(st.lists(ANY_TEXT, min_size=1, max_size=4), ANY_TEXT)
def test_styles_are_xml_whatever_names_are(names: list[str], field: str) -> None:
    legend = Legend(tuple(LegendEntry(i, name, (i, 2, 3)) for i, name in enumerate(names, start=1)))
    raster = ElementTree.fromstring(legend.style().encode("utf-8"))
    assert [entry.get("value") for entry in raster.iter("paletteEntry")] == [str(i + 1) for i in range(len(names))]
    polygons = ElementTree.fromstring(legend.polygon_style(field).encode("utf-8"))
    assert len(list(polygons.iter("category"))) == len(names)


@EACH
@given(ANY_TEXT | st.sampled_from(FORMULAS))
@example("\ud800")
def test_selections_rasters_and_pages_are_written_whatever_names_are(tmp_path: Path, name: str) -> None:
    try:
        chosen = ClusterSelection((ClusterClass(name, (1, 2, 3), (0,)),))
    except SelectionError:
        assert not name.strip()
        return
    selection.save(chosen, tmp_path / "s.json")
    assert selection.load(tmp_path / "s.json") == chosen  # formulas among them: only tables quote them
    grid = RasterGrid(2, 2, (0, 1, 0, 0, 0, -1), wkt_of(32640))
    with RasterSink(tmp_path / "a.tif", grid, 1, "uint8") as sink:
        sink.set_legend(chosen.legend())
        sink.set_band_names([name])
        sink.write(grid.window, np.ones((2, 2), np.uint8))
    ElementTree.fromstring((tmp_path / "a.qml").read_bytes())
    for side_file in tmp_path.glob("*.aux.xml"):
        ElementTree.fromstring(side_file.read_bytes())
    assert gdal.Open(str(tmp_path / "a.tif")).ReadAsArray().all()
    write_page("base.html", str(tmp_path / "p.html"), title=name)


@pytest.mark.parametrize("name", ["\ud800", "a\uffff", "\x00\x01"])
def test_a_stored_selection_may_hold_any_name(tmp_path: Path, name: str) -> None:
    classes = [{"name": name, "colour": "#000000", "clusters": [1]}]
    (tmp_path / "s.json").write_text(json.dumps({"format_version": 1, "model": "\ud800", "classes": classes}))
    (entry,) = selection.load(tmp_path / "s.json").classes
    assert "\ufffd" in entry.name
    selection.save(selection.load(tmp_path / "s.json"), tmp_path / "again.json")


def test_names_that_become_the_same_are_one_sentence() -> None:
    classes = (ClusterClass("a\x01", (1, 2, 3), (0,)), ClusterClass("a\x02", (1, 2, 3), (1,)))
    with pytest.raises(SelectionError, match="needs a name of its own"):
        ClusterSelection(classes)


# --- tables


def cells(path: Path) -> list[str]:
    with path.open(newline="", encoding="utf-8") as file:
        return [cell for row in csv.reader(file) for cell in row]


@EACH
@given(ANY_TEXT | st.sampled_from(FORMULAS))
@example("=1+1")
def test_the_table_of_scores_holds_no_formula(tmp_path: Path, name: str) -> None:
    write_score_table(score(np.array([[6, 0], [2, 0]]), (name, "roof")), str(tmp_path / "t.csv"))
    assert not [cell for cell in cells(tmp_path / "t.csv") if is_formula(cell)]


@pytest.mark.parametrize("name", FORMULAS)
def test_the_table_of_clusters_holds_no_formula(tmp_path: Path, name: str) -> None:
    write(tmp_path / "c.tif", np.repeat([[[1], [2]]], 8, 2).astype(np.uint8))
    text = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:32640"}}}
    text["features"] = []
    grid = gdal.Open(str(tmp_path / "c.tif")).GetGeoTransform()
    for row, label in enumerate((name, "roof")):
        top = grid[3] + row * grid[5]
        wkt = box(grid[0], top + grid[5], grid[0] + 8 * grid[1], top)
        geometry = json.loads(ogr.CreateGeometryFromWkt(wkt).ExportToJson())
        text["features"].append({"type": "Feature", "properties": {"class": label}, "geometry": geometry})
    (tmp_path / "r.geojson").write_text(json.dumps(text))
    table = str(tmp_path / "t.csv")
    select_by_reference(str(tmp_path / "c.tif"), str(tmp_path / "r.geojson"), "class", fraction=1, table=table)
    assert any(plain_text(name).strip() in cell for cell in cells(tmp_path / "t.csv"))
    assert not [cell for cell in cells(tmp_path / "t.csv") if is_formula(cell)]


@pytest.mark.parametrize("name", FORMULAS)
def test_layers_that_spreadsheets_open_hold_no_formula(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    shape = bytes(ogr.CreateGeometryFromWkt(box(0, 0, 1, 1)).ExportToWkb())
    with VectorSink(path, wkt_of(32640), ogr.wkbPolygon, [("class", ogr.OFTString)]) as sink:
        sink.write(shape, [name])
    assert not [cell for cell in cells(path) if is_formula(cell)]


def test_numbers_in_tables_stay_numbers(tmp_path: Path) -> None:
    shape = bytes(ogr.CreateGeometryFromWkt(box(0, 0, 1, 1)).ExportToWkb())
    fields = [("count", ogr.OFTInteger), ("area", ogr.OFTReal), ("class", ogr.OFTString)]
    with VectorSink(tmp_path / "a.csv", wkt_of(32640), ogr.wkbPolygon, fields) as sink:
        sink.write(shape, [-3, -2.5, "-7"])
    values = cells(tmp_path / "a.csv")
    assert {"-3", "-7"} <= set(values)
    assert "-2.5" in [value.rstrip("0") for value in values]
