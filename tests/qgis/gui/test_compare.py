"""Two rasters compared on the map: before left of the line, after right of it, and nothing stays behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mouse
import numpy as np
import pytest
import toys
from background import wait_for
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor, QFocusEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from clusternet_qgis.core.change.legend import UNCHANGED, TransitionLegend
from clusternet_qgis.core.io.raster_sink import RasterSink
from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.polygons.polygonise import PolygonOptions, polygonise
from clusternet_qgis.gui.comparison import AFTER, BEFORE, CHANGES

BLUE, RED, YELLOW, WHITE = (20, 40, 200), (200, 40, 20), (240, 240, 10), (255, 255, 255)
LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


def solid(path: Path, colour: tuple[int, ...], **place: Any) -> QgsRasterLayer:
    """A layer of one colour in the project, which the map does not show."""
    values = np.broadcast_to(np.array(colour, np.uint8)[:, None, None], (3, toys.SIZE, toys.SIZE))
    layer = QgsRasterLayer(toys.write_raster(path, values, no_data=None, **place), path.stem)
    return QgsProject.instance().addMapLayer(layer)


@pytest.fixture
def before(layer: Any, tmp_path: Path) -> Any:
    return solid(tmp_path / "blue.tif", BLUE)


@pytest.fixture
def after(layer: Any, tmp_path: Path) -> Any:
    return solid(tmp_path / "red.tif", RED)


@pytest.fixture
def comparing(dock: Any, before: Any, after: Any) -> Any:
    """The dock works on `before`, which is compared with `after`."""
    assert wait_for(lambda: dock.session.layer is not None, 10)
    dock.source_panel.raster.setLayer(before)
    choose(dock, "red")
    assert settled(dock)
    return dock


def menu(dock: Any) -> dict[str, Any]:
    """The entries of the button's menu by their text."""
    button = dock.source_panel.compare_button
    button.fill_menu()
    return {action.text(): action for action in button.menu_of_rasters.actions() if action.text()}


def choose(dock: Any, *path: str) -> None:
    """Chooses an entry of the menu, or of a menu in it."""
    action = menu(dock)[path[0]]
    for text in path[1:]:
        action = next(entry for entry in action.menu().actions() if entry.text() == text)
    action.trigger()


def settled(dock: Any) -> bool:
    comparison = dock.session.comparison

    def rests() -> bool:
        pictures = [comparison._pictures[part] for part in comparison._ids]
        return not comparison._rest.isActive() and all(p.image and not p.is_rendering for p in pictures)

    wait_for(lambda: False, 0.2)  # until the canvas has begun to draw
    return wait_for(rests, 20)


def colour(canvas: Any, x: float, y: float = 120) -> tuple[int, ...]:
    return QColor(canvas.grab().toImage().pixel(round(x), round(y))).getRgb()[:3]


def busy(dock: Any) -> list[Any]:
    """Threads that draw for a comparison."""
    return [p for p in dock.session.comparison._pictures.values() if p._job or any(job.isActive() for job in p._ending)]


# --- the line and the keys


def test_before_is_left_of_the_line_and_after_right_of_it_wherever_it_is_dragged(comparing: Any, canvas: Any) -> None:
    assert canvas.layers() != [], "the map shows another raster"
    assert (colour(canvas, 190), colour(canvas, 210)) == (BLUE, RED)
    for there in (90, 310):
        line = round(comparing.session.comparison._item.position)
        mouse.drag(canvas, (line + 3, 150), (there, 300))
        for x in (5, 85, 95, 305, 315, 395):
            assert colour(canvas, x) == (BLUE if x < there else RED), (there, x)


def test_a_line_at_the_edge_is_caught_again(comparing: Any, canvas: Any) -> None:
    mouse.drag(canvas, (200, 100), (-50, 100))
    assert colour(canvas, 8) == colour(canvas, 390) == RED
    mouse.drag(canvas, (2, 100), (900, 100))
    assert colour(canvas, 8) == colour(canvas, 390) == BLUE
    mouse.drag(canvas, (398, 100), (200, 100))
    assert (colour(canvas, 190), colour(canvas, 210)) == (BLUE, RED)


def test_x_swaps_as_long_as_it_is_held(comparing: Any, canvas: Any) -> None:
    for let_go in (
        lambda: QTest.keyRelease(canvas, Qt.Key.Key_X),
        lambda: QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut)),
    ):
        QTest.keyPress(canvas, Qt.Key.Key_X)
        assert (colour(canvas, 190), colour(canvas, 210)) == (RED, BLUE)
        let_go()
        assert (colour(canvas, 190), colour(canvas, 210)) == (BLUE, RED)


def test_keys_work_when_the_mouse_is_over_the_map(comparing: Any, canvas: Any) -> None:
    comparing.show()
    comparing.paint_panel.size_box.setFocus()
    canvas.isActiveWindow = lambda: True  # which the screen without windows does not tell
    canvas.clearFocus()
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Enter))
    assert canvas.window().focusWidget() is canvas
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not comparing.session.comparison.is_active


def test_the_map_tool_keeps_the_rest_of_the_map(comparing: Any, canvas: Any, layer: Any) -> None:
    """Strokes are drawn beside the line; Escape gives up the one that is being drawn, and then the comparison."""
    session = comparing.session
    comparing.paint_panel.brush_button.click()
    mouse.drag(canvas, (100, 100), (140, 100))
    mouse.drag(canvas, (200, 200), (240, 200))
    assert len(session.painting.strokes) == 1, "the second drag moved the line"
    mouse.press(canvas, 100, 300)
    mouse.move(canvas, 120, 300)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    mouse.release(canvas, 120, 300)
    assert len(session.painting.strokes) == 1
    assert session.comparison.is_active
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not session.comparison.is_active
    mouse.drag(canvas, (240, 200), (280, 200))
    assert len(session.painting.strokes) == 2, "the line is gone"


# --- changes


@pytest.fixture
def transitions(layer: Any, raster: str, tmp_path: Path) -> Any:
    """A raster as `clusternet:change` writes it: all is unchanged but the lower half."""
    legend = TransitionLegend(("grass", "roof"), (BLUE, YELLOW))
    values = np.ones((toys.SIZE, toys.SIZE), np.uint8)
    (changed,) = legend.values(np.array([0]), np.array([1]), np.array([True]))
    values[toys.SIZE // 2 :] = changed
    path = str(tmp_path / "transitions.tif")
    with RasterSource(raster) as source, RasterSink(path, source.grid, 1, "uint8") as sink:
        sink.set_legend(legend.of([1, int(changed)]))
        sink.write(source.grid.window, values)
    return QgsProject.instance().addMapLayer(QgsRasterLayer(path, "transitions"))


@pytest.fixture
def polygons(transitions: Any, tmp_path: Path) -> Any:
    """The same as polygons, without the raster."""
    path = str(tmp_path / "changes.gpkg")
    polygonise(transitions.source(), path, PolygonOptions(0, exclude=(UNCHANGED,)))
    QgsProject.instance().removeMapLayer(transitions.id())
    return QgsProject.instance().addMapLayer(QgsVectorLayer(path, "changes"))


@pytest.mark.parametrize("kind", ["transitions", "polygons"])
def test_changes_lie_over_both_sides_and_c_hides_them(
    kind: str, request: Any, dock: Any, canvas: Any, before: Any, after: Any
) -> None:
    changes = request.getfixturevalue(kind)
    legend = getattr(changes.renderer(), "classes", lambda: [])()
    assert wait_for(lambda: dock.session.layer is not None, 10)
    dock.source_panel.raster.setLayer(before)
    choose(dock, "red")
    assert settled(dock)
    assert dock.session.comparison.layer(CHANGES) is changes, "found by what it shows"
    assert (colour(canvas, 190), colour(canvas, 210)) == (BLUE, RED), "what is unchanged is seen through"
    assert min(colour(canvas, x, 300)[1] for x in (150, 250)) > 2 * BLUE[1], "yellow over both"
    QTest.keyClick(canvas, Qt.Key.Key_C)
    assert (colour(canvas, 150, 300), colour(canvas, 250, 300)) == (BLUE, RED)
    QTest.keyClick(canvas, Qt.Key.Key_C)
    assert colour(canvas, 250, 300) not in (BLUE, RED)
    choose(dock, "Changes", "Nothing")
    assert settled(dock)
    assert (colour(canvas, 150, 300), colour(canvas, 250, 300)) == (BLUE, RED)
    assert [(c.value, c.color.getRgb()) for c in legend] == [
        (c.value, c.color.getRgb()) for c in getattr(changes.renderer(), "classes", lambda: [])()
    ], "the layer has its style"
    choose(dock, "Changes", changes.name())
    QgsProject.instance().removeMapLayer(changes.id())
    assert dock.session.comparison.is_active
    assert settled(dock)
    assert (colour(canvas, 150, 300), colour(canvas, 250, 300)) == (BLUE, RED)


# --- the map


@pytest.mark.parametrize(("epsg", "rotation"), [(toys.EPSG, 0), (toys.EPSG, 40), (3857, -25), (4326, 0)])
def test_each_raster_lies_on_its_ground_whatever_systems_and_extents(
    dock: Any, canvas: Any, before: Any, tmp_path: Path, epsg: int, rotation: int
) -> None:
    """After has degrees and covers the east alone; the line is vertical on the screen."""
    degrees = toys.in_system(((LEFT + RIGHT) / 2, RIGHT, BOTTOM, TOP), 4326)
    side = (degrees[1] - degrees[0]) / toys.SIZE
    solid(tmp_path / "east.tif", RED, epsg=4326, left=degrees[0], top=degrees[3], pixel=side)
    system = QgsCoordinateReferenceSystem.fromEpsgId(epsg)
    to_canvas = QgsCoordinateTransform(before.crs(), system, QgsProject.instance())
    canvas.setDestinationCrs(system)
    canvas.setExtent(to_canvas.transformBoundingBox(before.extent()))
    canvas.setRotation(rotation)
    assert wait_for(lambda: dock.session.layer is not None, 10)
    dock.source_panel.raster.setLayer(before)
    choose(dock, "east")
    assert settled(dock)
    seen = set()
    for part_x, part_y in ((0.1, 0.4), (0.35, 0.35), (0.4, 0.6), (0.6, 0.4), (0.65, 0.65), (0.9, 0.6), (0.9, 0.35)):
        ground = to_canvas.transform(LEFT + part_x * (RIGHT - LEFT), BOTTOM + part_y * (TOP - BOTTOM))
        pixel = canvas.mapSettings().mapToPixel().transform(ground)
        if 5 < pixel.x() < 395 and 5 < pixel.y() < 360 and abs(pixel.x() - 200) > 15:
            wanted = BLUE if pixel.x() < 200 else RED if part_x > 0.5 else WHITE
            seen.add(wanted)
            assert colour(canvas, pixel.x(), pixel.y()) == wanted, (part_x, part_y)
    assert {BLUE, RED} <= seen


def test_pictures_follow_the_map(comparing: Any, canvas: Any, before: Any) -> None:
    extent = before.extent()
    canvas.setExtent(type(extent)(LEFT - 24, BOTTOM, RIGHT - 24, TOP))  # the west half of the map has no ground
    assert settled(comparing)
    assert [colour(canvas, x) for x in (50, 150)] == [WHITE, WHITE]
    assert colour(canvas, 250) == RED
    mouse.drag(canvas, (200, 100), (300, 100))
    assert [colour(canvas, x) for x in (150, 250, 350)] == [WHITE, BLUE, RED]


def test_another_style_is_seen_at_once(comparing: Any, canvas: Any, after: Any) -> None:
    after.setOpacity(0)
    after.triggerRepaint()
    assert settled(comparing)
    assert (colour(canvas, 190), colour(canvas, 210)) == (BLUE, WHITE)


def test_a_canvas_of_zero_size_draws_nothing_and_goes_on_when_it_has_a_size_again(
    dock: Any, canvas: Any, before: Any, after: Any
) -> None:
    assert wait_for(lambda: dock.session.layer is not None, 10)
    canvas.setFixedSize(0, 0)
    assert wait_for(lambda: canvas.mapSettings().outputSize().isEmpty(), 20)
    dock.source_panel.raster.setLayer(before)
    choose(dock, "red")
    wait_for(lambda: False, 0.3)
    assert busy(dock) == []
    canvas.setFixedSize(400, 400)
    assert wait_for(lambda: canvas.mapSettings().outputSize().width() == 400, 20)
    canvas.setExtent(before.extent())
    assert settled(dock)
    assert (colour(canvas, 190), colour(canvas, 210)) == (BLUE, RED)


# --- the end


def test_the_map_is_afterwards_as_it_was_before(dock: Any, canvas: Any, layer: Any, before: Any, after: Any) -> None:
    assert wait_for(lambda: dock.session.preview.view is not None, 20)
    dock.source_panel.raster.setLayer(before)
    assert wait_for(lambda: dock.session.preview.view is not None, 20)
    root = QgsProject.instance().layerTreeRoot()
    root.findLayer(after.id()).setItemVisibilityChecked(False)
    # The canvas begins to draw a moment after something has changed.
    assert wait_for(lambda: colour(canvas, 190) != WHITE, 20)
    canvas.waitWhileRendering()

    def state() -> Any:
        visible = {node.name(): node.itemVisibilityChecked() for node in root.findLayers()}
        styles = [each.styleManager().style("default").xmlData() for each in (layer, before, after)]
        return visible, styles, canvas.layers(), canvas.mapTool(), len(canvas.scene().items()), canvas.extent()

    was, picture = state(), canvas.grab().toImage()
    choose(dock, "red")
    assert settled(dock)
    mouse.drag(canvas, (200, 100), (100, 100))
    assert canvas.grab().toImage() != picture
    assert state()[:4] == was[:4]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert wait_for(lambda: canvas.grab().toImage() == picture, 20)
    assert state() == was
    choose(dock, "red")
    assert settled(dock)
    choose(dock, "End comparing")
    assert canvas.grab().toImage() == picture
    assert state() == was


ENDS = {
    "the dock is closed": lambda dock, before, after: dock.hide(),
    "the plugin is unloaded": lambda dock, before, after: dock.session.stop(),
    "after is removed": lambda dock, before, after: QgsProject.instance().removeMapLayer(after.id()),
    "before is removed": lambda dock, before, after: QgsProject.instance().removeMapLayer(before.id()),
    "the project is closed": lambda dock, before, after: QgsProject.instance().clear(),
    "nothing is worked on": lambda dock, before, after: dock.source_panel.raster.setLayer(None),
    "after is worked on": lambda dock, before, after: dock.source_panel.raster.setLayer(after),
}


@pytest.mark.parametrize("how", ENDS)
@pytest.mark.parametrize("in_the_middle", [False, True], ids=["drawn", "drawing"])
def test_it_ends_by_itself(dock: Any, canvas: Any, before: Any, after: Any, how: str, in_the_middle: bool) -> None:
    """Also while threads draw and the line is held: they are gone at once, and the map answers as ever."""
    assert wait_for(lambda: dock.session.layer is not None, 10)
    dock.source_panel.raster.setLayer(before)
    items = len(canvas.scene().items())
    choose(dock, "red")
    if in_the_middle:
        dock.session.comparison._render()
        assert len(busy(dock)) == 2
    else:
        assert settled(dock)
    mouse.press(canvas, 200, 100)
    mouse.move(canvas, 150, 100)
    ENDS[how](dock, before, after)
    assert not dock.session.comparison.is_active
    assert busy(dock) == []
    assert len(canvas.scene().items()) == items
    mouse.move(canvas, 120, 100)
    mouse.release(canvas, 120, 100)
    QTest.keyClick(canvas, Qt.Key.Key_X)
    canvas.refresh()
    wait_for(lambda: False, 0.2)
    assert busy(dock) == []
    assert RED not in (colour(canvas, 50), colour(canvas, 390))


def test_removing_the_dock_ends_it(comparing: Any, canvas: Any) -> None:
    comparing.session.comparison._render()
    assert busy(comparing) != []
    comparing.session.remove()
    assert not comparing.session.comparison.is_active
    assert busy(comparing) == []


def test_another_raster_of_the_dock_becomes_before(comparing: Any, canvas: Any, tmp_path: Path) -> None:
    solid(tmp_path / "yellow.tif", YELLOW)
    comparing.source_panel.raster.setLayer(QgsProject.instance().mapLayersByName("yellow")[0])
    assert settled(comparing)
    assert (colour(canvas, 190), colour(canvas, 210)) == (YELLOW, RED)


def test_begun_and_ended_in_quick_succession_nothing_stays(comparing: Any, canvas: Any) -> None:
    for _ in range(10):
        choose(comparing, "red")
        QApplication.processEvents()
        canvas.zoomByFactor(0.9)
    assert comparing.session.comparison.is_active, "it was ended and begun five times"
    comparing.session.comparison.end()
    assert busy(comparing) == []
    assert comparing.heard.count(comparing.heard[0]) == 6


# --- the button


def test_the_button_is_grey_with_the_reason_where_there_is_nothing_to_compare(dock: Any, tmp_path: Path) -> None:
    button = dock.source_panel.compare_button
    dock.source_panel.raster.setLayer(None)
    assert not button.isEnabled()
    assert button.toolTip() == "Choose a raster first."
    assert wait_for(lambda: dock.session.layer is not None or bool(dock.source_panel.raster.count()), 10)
    dock.source_panel.raster.setLayer(QgsProject.instance().mapLayersByName("toy")[0])
    assert not button.isEnabled()
    assert "no other raster" in button.toolTip()
    other = solid(tmp_path / "other.tif", RED)
    assert button.isEnabled()
    QgsProject.instance().removeMapLayer(other.id())
    assert not button.isEnabled()


def test_services_can_be_looked_at_and_lost_files_cannot(comparing: Any, before: Any, after: Any) -> None:
    service = QgsRasterLayer("type=xyz&url=file:///nowhere/{z}/{x}/{y}.png&zmax=2&zmin=0", "A & B", "wms")
    QgsProject.instance().addMapLayers([service, QgsRasterLayer("/nowhere/lost.tif", "lost")])
    entries = menu(comparing)
    assert [*entries][:4] == ["A && B", "lost", "red", "toy"]
    assert entries["A && B"].isEnabled()
    assert not entries["lost"].isEnabled()
    assert "not found" in entries["lost"].toolTip()
    assert entries["red"].isChecked()
    choose(comparing, "A && B")
    assert comparing.session.comparison.layer(AFTER) is service
    assert "AFTER" not in comparing.source_panel.compare_button.change_parameters(), "it gives pictures"
    choose(comparing, "A && B")
    assert not comparing.session.comparison.is_active


def test_find_changes_opens_the_algorithm_with_both_rasters_and_the_model(
    comparing: Any, before: Any, after: Any, model: str, monkeypatch: Any
) -> None:
    import processing
    from qgis.utils import iface

    create, opened = processing.createAlgorithmDialog, []
    monkeypatch.setattr(iface, "browserModel", lambda: None)
    monkeypatch.setattr(processing, "createAlgorithmDialog", lambda *given: opened.append(create(*given)) or opened[0])
    comparing.source_panel.choose_model(model)
    choose(comparing, "Find changes...")
    (dialog,) = opened
    assert dialog.isVisible()
    wrappers = dialog.mainWidget().wrappers
    values = {name: wrappers[name].parameterValue() for name in ("BEFORE", "AFTER", "MODEL")}
    assert values == {"BEFORE": before.id(), "AFTER": after.id(), "MODEL": model}
    dialog.close()


def test_comparing_leaves_before_and_after_to_the_layers(comparing: Any, before: Any, after: Any) -> None:
    comparison = comparing.session.comparison
    assert (comparison.layer(BEFORE), comparison.layer(AFTER), comparison.layer(CHANGES)) == (before, after, None)
