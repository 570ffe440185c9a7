"""Painting: pictures of what is in view, and the same result from a saved layer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from toy_rasters import NORTH_UP, read, write, write_shapes

from clusternet_qgis.core.errors import OptionsError, SelectionError
from clusternet_qgis.core.interactive import feature_cache
from clusternet_qgis.core.interactive.from_strokes import select_by_strokes
from clusternet_qgis.core.interactive.session import LiveSession
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.options import MapOptions
from clusternet_qgis.core.polygons import PolygonOptions, polygonise
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.selection import selection
from clusternet_qgis.core.selection.class_raster import segment_raster

ROWS, COLS = 75, 94  # of the image
CLASSES = [{"name": "dark", "colour": "#102030"}, {"name": "bright", "colour": "#f0e0d0"}]


@pytest.fixture
def session(image: str, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveSession:
    monkeypatch.setattr(feature_cache, "TILE_SIZE", 32)
    return LiveSession(image, model, str(tmp_path / "cache"))


def stroke(name: str, *pixels: tuple[float, float], width: float = 4.0) -> dict:
    points = [list(gdal.ApplyGeoTransform(NORTH_UP, col, row)) for col, row in pixels]
    return {"class": name, "width": width, "points": points}


STROKES = [stroke("dark", (10, 40), (30, 60)), stroke("bright", (60, 10), (80, 20)), stroke("dark", (60, 60), (80, 60))]


def claiming_one_cluster(clusters: np.ndarray, values: np.ndarray) -> list:
    """Dots of two classes on the darkest and brightest pixels of the largest cluster."""
    rows, cols = np.nonzero(clusters == np.bincount(clusters[clusters > 0]).argmax())
    order = np.argsort(values.astype(int).sum(0)[rows, cols], kind="stable")
    dots = [("dark", index) for index in order[:30]] + [("bright", index) for index in order[-30:]]
    return [stroke(name, (cols[index] + 0.5, rows[index] + 0.5), width=0.5) for name, index in dots]


def painted(session: LiveSession, strokes: list = STROKES, **more: object) -> dict:
    arguments = {"classes": CLASSES, "strokes": strokes, "toggled": {}, "merged": []} | more
    return session.paint(progress=Progress(), **arguments)


def picture(session: LiveSession, window: tuple = (0, 0, ROWS, COLS), width: int = COLS, height: int = ROWS):
    return np.load(session.view(window, width, height, Progress())["path"])


def test_a_picture_at_the_rasters_resolution_is_the_cluster_raster(
    session: LiveSession, image: str, model: str, tmp_path: Path
) -> None:
    map_raster(image, model, MapOutputs(str(tmp_path / "clusters.tif")), MapOptions(device="cpu"))
    expected = read(tmp_path / "clusters.tif")[0]
    found = picture(session)[0]
    np.testing.assert_array_equal(found > 0, expected > 0)
    assert (found == expected).mean() > 0.99  # features are kept in half precision


def test_a_part_of_the_view_shows_the_same_as_the_whole(session: LiveSession) -> None:
    painted(session)
    whole = picture(session)
    np.testing.assert_array_equal(picture(session, (20, 30, 40, 50), 50, 40), whole[:, 20:60, 30:80])
    beyond = picture(session, (-10, -10, ROWS + 20, COLS + 20), COLS + 20, ROWS + 20)
    np.testing.assert_array_equal(beyond[:, 10:-10, 10:-10], whole)
    assert not beyond[:, :10].any()


def test_stroked_pixels_get_their_class(session: LiveSession) -> None:
    painted(session)
    classes = picture(session)[1]
    assert (classes[45:55, 15:25] == 1).mean() > 0.9
    assert (classes[12:18, 65:75] == 2).mean() > 0.9
    assert not classes[:9, :7].any()


def covered(strokes: list) -> np.ndarray:
    """The class of painted pixels by the strokes' geometry alone, 0 elsewhere (rows, cols)."""
    classes = np.zeros((ROWS, COLS), int)
    rows, cols = np.mgrid[:ROWS, :COLS] + 0.5
    inverse = gdal.InvGeoTransform(NORTH_UP)
    for each in strokes:
        ends = [gdal.ApplyGeoTransform(inverse, *point) for point in each["points"]]
        (col, row), (col_end, row_end) = ends[0], ends[-1]
        along = np.array([row_end - row, col_end - col])
        share = (((rows - row) * along[0] + (cols - col) * along[1]) / max(along @ along, 1e-9)).clip(0, 1)
        distance = np.hypot(rows - row - share * along[0], cols - col - share * along[1])
        # The ends of a stroke are polygons, so of pixels at its edge nothing is known.
        radius = each["width"] / NORTH_UP[1] / 2
        classes[distance < radius + 0.1] = 0
        classes[distance < radius - 0.1] = 1 + (each["class"] == "bright")
    return classes


def contradictory(generator: np.random.Generator, count: int) -> list:
    """Strokes that no rule of features can follow: anywhere, and of any class."""
    ends = generator.uniform(12, 70, (count, 2, 2))
    names = generator.choice(["dark", "bright"], count)
    return [stroke(str(name), *map(tuple, line.tolist()), width=6.0) for name, line in zip(names, ends)]


def test_what_is_painted_stays_painted_after_any_further_stroke(session: LiveSession) -> None:
    strokes = contradictory(np.random.default_rng(0), 8)
    for count in range(1, len(strokes) + 1):
        painted(session, strokes[:count])
        expected, shown = covered(strokes[:count]), picture(session)
        on = (expected > 0) & (shown[0] > 0)
        assert on.sum() > 50
        np.testing.assert_array_equal(shown[1][on], expected[on])
        if shown[2].any():
            assert (shown[2][on] == 255).all()
    zoomed, part = picture(session, (20, 30, 20, 30), 90, 60)[1], expected[20:40, 30:60]
    np.testing.assert_array_equal(zoomed[1::3, 1::3][part > 0], part[part > 0])
    painted(session, [])
    assert not picture(session)[1].any()


def test_what_is_painted_has_its_class_in_the_result(
    session: LiveSession, image: str, model: str, tmp_path: Path
) -> None:
    strokes = contradictory(np.random.default_rng(1), 8)
    painted(session, strokes)
    session.save(str(tmp_path / "chosen.json"))
    chosen = selection.load(tmp_path / "chosen.json")
    expected, names = covered(strokes), ("whole.tif", "part.tif")
    x, y = gdal.ApplyGeoTransform(NORTH_UP, 20, 10)
    part = (x, y - 100, x + 120, y)
    for name, extent in zip(names, (None, part)):
        clusters, classes = str(tmp_path / "clusters.tif"), str(tmp_path / name)
        map_raster(image, model, MapOutputs(clusters), MapOptions(device="cpu", extent=extent), chosen)
        segment_raster(clusters, chosen, classes)
    whole, cut = (read(tmp_path / name)[0] for name in names)
    on = (expected > 0) & (whole > 0)
    np.testing.assert_array_equal(whole[on], expected[on])
    np.testing.assert_array_equal(cut[on[10:60, 20:80]], expected[10:60, 20:80][on[10:60, 20:80]])
    polygonise(str(tmp_path / "whole.tif"), str(tmp_path / "polygons.gpkg"), PolygonOptions())
    drawn = burnt(tmp_path / "polygons.gpkg")
    np.testing.assert_array_equal(drawn[on], expected[on])


def burnt(path: Path) -> np.ndarray:
    """The values of polygons on the grid of the image (rows, cols)."""
    target = gdal.GetDriverByName("MEM").Create("", COLS, ROWS, 1, gdal.GDT_Byte)
    target.SetGeoTransform(NORTH_UP)
    layers = gdal.OpenEx(str(path))
    gdal.RasterizeLayer(target, [1], layers.GetLayer(0), options=["ATTRIBUTE=class_id"])
    return target.ReadAsArray()


def test_another_raster_of_the_model_has_the_rule_and_not_the_strokes(
    session: LiveSession, image: str, model: str, tmp_path: Path
) -> None:
    strokes = contradictory(np.random.default_rng(2), 8)
    painted(session, strokes)
    later = write(tmp_path / "later.tif", np.roll(read(image), 11, 2), no_data=0)
    sentences: list[str] = []
    classes = {}
    for name, chosen in (("with", session.selection), ("without", replace(session.selection, painted=None))):
        clusters, classes[name] = str(tmp_path / "clusters.tif"), str(tmp_path / f"{name}.tif")
        map_raster(later, model, MapOutputs(clusters), MapOptions(device="cpu"), chosen)
        segment_raster(clusters, chosen, classes[name], progress=Progress(say=sentences.append))
    np.testing.assert_array_equal(read(classes["with"]), read(classes["without"]))
    assert len(sentences) == 1


def test_a_saved_layer_replays_what_was_painted_to_the_last_bit(
    session: LiveSession, image: str, model: str, tmp_path: Path
) -> None:
    painted(session)
    session.save(str(tmp_path / "painted.json"))
    shapes = []
    for entry in STROKES:
        points = ", ".join(f"{x!r} {y!r}" for x, y in entry["points"])
        shapes.append((f"LINESTRING({points})", entry["class"]))
    layer = write_shapes(tmp_path / "strokes.gpkg", shapes)
    select_by_strokes(image, model, layer, "class", 4.0, str(tmp_path / "replayed.json"))
    first, second = (json.loads((tmp_path / f"{name}.json").read_text()) for name in ("painted", "replayed"))
    for text in (first, second):
        for entry in text["classes"]:
            entry.pop("colour")
    assert first == second


def test_a_selection_with_splits_makes_the_classes_that_the_picture_shows(
    session: LiveSession, image: str, model: str, tmp_path: Path
) -> None:
    painted(session, claiming_one_cluster(picture(session)[0], read(image)))
    session.save(str(tmp_path / "chosen.json"))
    chosen = selection.load(tmp_path / "chosen.json")
    assert chosen == session.selection
    assert chosen.splits
    clusters, classes = str(tmp_path / "clusters.tif"), str(tmp_path / "classes.tif")
    map_raster(image, model, MapOutputs(clusters), MapOptions(device="cpu"), chosen)
    segment_raster(clusters, chosen, classes)
    made, shown = read(classes)[0], picture(session)[1]
    assert (made == shown).mean() > 0.99
    map_raster(image, model, MapOutputs(clusters), MapOptions(device="cpu"))
    with pytest.raises(SelectionError, match="give INPUT and MODEL instead of CLUSTERS"):
        segment_raster(clusters, chosen, classes)


def test_there_is_no_doubt_of_what_was_chosen_by_hand_and_some_of_what_was_not(session: LiveSession) -> None:
    painted(session, STROKES[:2])
    ids, classes, before = picture(session)
    assert (classes[45:60] > 0).all()
    assert len(np.unique(before[ids > 0])) > 20
    whole = [number for number in np.unique(ids[45:60, 60:90]) if number <= 7]
    assert whole, "nobody has painted there, so not all clusters are split"
    assert not all((before[ids == number] == 255).all() for number in whole)
    painted(session, STROKES[:2], toggled={str(number - 1): "dark" for number in whole})
    ids, _, confidence = picture(session)
    assert all((confidence[ids == number] == 255).all() for number in whole)
    painted(session, STROKES[:1])
    assert not picture(session)[2].any(), "of one class there is nothing to tell apart"


def test_each_cluster_is_in_one_group_of_those_that_are_alike(session: LiveSession) -> None:
    about = session.about()
    assert sorted(cluster for group in about["groups"] for cluster in group) == list(range(about["clusters"]))


def test_choices_by_hand_rule_over_strokes(session: LiveSession) -> None:
    painted(session)
    ids = picture(session)[0]
    parent = int(ids[50, 20] - 1) % 7
    found = painted(session, toggled={str(parent): "bright"}, merged=[[parent, (parent + 1) % 7]])
    owners = {number: entry["name"] for entry in found["selection"]["classes"] for number in entry["clusters"]}
    assert owners[parent] == owners[(parent + 1) % 7] == "bright"
    found = painted(session, toggled={str(parent): ""})
    assert all(parent not in entry["clusters"] for entry in found["selection"]["classes"])


def test_a_child_can_be_merged_with_a_cluster_either_way(session: LiveSession, image: str) -> None:
    dots = claiming_one_cluster(picture(session)[0], read(image))
    split = painted(session, dots)["selection"]["splits"][0]
    for group in ([split["children"][0], 1], [1, split["children"][0]], [10_000, 1], [1, 10_000]):
        found = painted(session, dots, merged=[group])["selection"]
        numbers = [number for entry in found["classes"] for number in entry["clusters"]]
        assert len(numbers) == len(set(numbers))
    dark = painted(session, dots, merged=[[split["children"][0], 1]])["selection"]["classes"][split["rows"][0]]
    assert {split["children"][0], 1} <= set(dark["clusters"])


def test_without_strokes_nothing_is_classed_and_everything_has_its_cluster(session: LiveSession) -> None:
    assert painted(session, [])["contested_count"] == 0
    found = picture(session)
    assert (found[0] > 0).any()
    assert not found[1:].any()


def test_views_and_strokes_that_cannot_be_are_a_sentence(session: LiveSession) -> None:
    with pytest.raises(OptionsError, match="cannot be drawn"):
        session.view((0, 0, 10, 10), 0, 10, Progress())
    with pytest.raises(OptionsError, match="No stroke lies on a valid pixel"):
        painted(session, [stroke("dark", (2, 3), (4, 5), width=1.0)])
