"""Clusters ticked, merged and found in the list."""

from __future__ import annotations

from typing import Any

import mouse
import pytest
import toys
from background import wait_for
from on_canvas import FIELD, MIDDLES, ROOF, WOOD, is_shown, shown
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QItemSelectionModel, QPoint, Qt
from qgis.PyQt.QtTest import QTest

from clusternet_qgis.core.io.class_colours import LAND_COVER_COLOURS
from clusternet_qgis.gui.cluster_table import AREA, CLASS

LEFT, RIGHT, BOTTOM, TOP = toys.EXTENT


def test_ticking_a_cluster_changes_the_picture_without_the_worker(ready: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_strokes", "sleep 1")
    table = ready.cluster_panel.table
    assert wait_for(lambda: len(table.rows) == 4, 20)
    row = next(i for i, row in enumerate(table.rows) if row.members == (FIELD,))
    table.setData(table.index(row, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert is_shown(ready, FIELD)  # at once: no event was handled since
    table.setData(table.index(row, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert is_shown(ready)


def test_merged_clusters_are_one_row_and_one_colour(ready: Any) -> None:
    panel = ready.cluster_panel
    assert wait_for(lambda: len(panel.table.rows) == 4, 20)
    ready.session.paintings.change(
        ready.session.painting.with_merged([WOOD, ROOF]).with_cluster_name(WOOD, "green and red")
    )
    assert [row.members for row in panel.table.rows if row.name == "green and red"] == [(WOOD, ROOF)]
    ready.session.preview.show("clusters")
    assert shown(ready, *MIDDLES[WOOD]) == shown(ready, *MIDDLES[ROOF]) != shown(ready, *MIDDLES[FIELD])
    ready.session.paintings.change(ready.session.painting.without_merged([ROOF]))
    assert len(panel.table.rows) == 4


def test_zoom_goes_where_the_cluster_is(ready: Any, canvas: Any) -> None:
    panel = ready.cluster_panel
    assert wait_for(lambda: len(panel.table.rows) == 4, 20)
    row = next(i for i, row in enumerate(panel.table.rows) if row.members == (ROOF,))
    panel.view.selectRow(row)
    panel.zoom_button.click()
    centre = canvas.extent().center()
    assert centre.x() > (LEFT + RIGHT) / 2
    assert centre.y() < (BOTTOM + TOP) / 2


def chosen(dock: Any) -> list[int]:
    return [member for row in dock.cluster_panel.chosen() for member in row.members]


def click(canvas: Any, quadrant: int, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(*MIDDLES[quadrant]))


@pytest.fixture
def showing_clusters(ready: Any, canvas: Any) -> Any:
    """The dock with *Show > Clusters* chosen while the map pans."""
    assert wait_for(lambda: len(ready.cluster_panel.table.rows) == 4, 20)
    ready.session.brush.deactivate()
    panel = ready.preview_panel.shown
    panel.setCurrentIndex(panel.findData("clusters"))
    return ready


def test_a_click_tells_which_cluster_is_there_and_dragging_pans(showing_clusters: Any, canvas: Any) -> None:
    extent = canvas.extent()
    for quadrant in (ROOF, WOOD):
        click(canvas, quadrant)
        assert chosen(showing_clusters) == [quadrant]
    assert canvas.extent() == extent, "a click does not move the map"
    mouse.drag(canvas, (100, 100), (160, 130))
    assert canvas.extent() != extent
    assert chosen(showing_clusters) == [WOOD]
    panel = showing_clusters.preview_panel.shown
    panel.setCurrentIndex(panel.findData("classes"))
    assert isinstance(canvas.mapTool(), QgsMapToolPan)
    assert not showing_clusters.cluster_panel.pick_button.isChecked()


def test_shift_and_a_click_tell_it_while_one_paints(ready: Any, canvas: Any) -> None:
    assert wait_for(lambda: len(ready.cluster_panel.table.rows) == 4, 20)
    click(canvas, ROOF, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(ready) == [], "classes are shown"
    ready.session.preview.show("clusters")
    extent = canvas.extent()
    click(canvas, ROOF, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(ready) == [ROOF]
    assert canvas.extent() == extent
    assert ready.session.painting.strokes == ()
    assert ready.session.brush.is_active


def test_outside_the_raster_there_is_no_cluster(showing_clusters: Any, canvas: Any) -> None:
    click(canvas, ROOF)
    extent = canvas.extent()
    extent.scale(4)
    before = showing_clusters.session.preview.view
    canvas.setExtent(extent)
    assert wait_for(lambda: showing_clusters.session.preview.view is not before, 20)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(10, 10))
    assert chosen(showing_clusters) == []


def test_a_chosen_cluster_lights_up_on_the_map(showing_clusters: Any, canvas: Any) -> None:
    panel = showing_clusters.cluster_panel
    before = [shown(showing_clusters, *place) for place in MIDDLES]
    assert {colour[3] for colour in before} == {255}
    panel.view.selectRow(next(i for i, row in enumerate(panel.table.rows) if row.members == (ROOF,)))
    lit = [shown(showing_clusters, *place) for place in MIDDLES]
    others = [lit[quadrant] for quadrant in range(4) if quadrant != ROOF]
    assert lit[ROOF][3] == 255
    assert {(*colour[:3], colour[3] < 255) for colour in others} == {(0, 0, 0, True)}, "they lie in the dark"
    assert max(lit[ROOF][:3]) == 255, "whatever its own colour is, which may be that of the picture below"
    panel.view.clearSelection()
    assert [shown(showing_clusters, *place) for place in MIDDLES] == before


def test_what_was_merged_stays_chosen(ready: Any) -> None:
    panel = ready.cluster_panel
    assert wait_for(lambda: len(panel.table.rows) == 4, 20)
    for index, row in enumerate(panel.table.rows):
        if row.members in ((WOOD,), (FIELD,)):
            flags = QItemSelectionModel.SelectionFlag
            panel.view.selectionModel().select(panel.table.index(index, 0), flags.Select | flags.Rows)
    panel.merge_button.click()
    assert chosen(ready) == sorted([WOOD, FIELD])
    panel.part_button.click()
    assert sorted(chosen(ready)) == sorted([WOOD, FIELD])


WATER = 0


@pytest.fixture
def folded(showing_clusters: Any) -> Any:
    """The dock's list of clusters, where wood and roof look alike."""
    showing_clusters.session.alike = [[WATER], [WOOD, ROOF], [FIELD]]
    showing_clusters.cluster_panel.fill()
    return showing_clusters.cluster_panel


def members(panel: Any) -> list[tuple[int, ...]]:
    return [tuple(sorted(row.members)) for row in panel.table.rows]


def click_row(panel: Any, row: int, column: int = AREA) -> None:
    index = panel.table.index(row, column)
    panel.view.scrollTo(index)
    place = panel.view.visualRect(index).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_what_looks_alike_is_folded_and_a_click_unfolds_and_folds_it(folded: Any) -> None:
    assert members(folded)[0] == (WOOD, ROOF), "the largest group comes first"
    assert sorted(members(folded)[1:]) == [(WATER,), (FIELD,)]
    click_row(folded, 0)
    assert members(folded)[0] == (WOOD, ROOF)
    assert sorted(members(folded)[1:3]) == [(WOOD,), (ROOF,)]
    assert sorted(members(folded)[3:]) == [(WATER,), (FIELD,)]
    click_row(folded, 0)
    assert len(folded.table.rows) == 3


def test_a_tick_of_a_group_is_for_all_that_is_in_it(folded: Any, fake_worker: Any) -> None:
    session, table = folded._session, folded.table
    table.setData(table.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert set(session.painting.toggled) == {WOOD, ROOF}
    assert table.data(table.index(0, 0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert len(table.rows) == 3, "a tick unfolds nothing"
    session.paintings.undo()
    assert dict(session.painting.toggled) == {}


def test_a_group_lights_up_as_a_whole_and_can_be_merged(folded: Any) -> None:
    folded.view.selectRow(0)
    assert set(folded._session.preview._lit) == {WOOD, ROOF}
    assert not folded.rename_button.isEnabled()
    folded.merge_button.click()
    assert sorted(members(folded)) == [(WATER,), (WOOD, ROOF), (FIELD,)]
    assert not any(row.inner for row in folded.table.rows)


def test_a_click_on_the_map_unfolds_the_group_of_the_cluster(folded: Any, canvas: Any) -> None:
    click(canvas, ROOF)
    assert [row.members for row in folded.chosen()] == [(ROOF,)]


def suggest(dock: Any) -> Any:
    """The panel of the dock after it was asked for names."""
    panel = dock.cluster_panel
    assert wait_for(lambda: len(panel.table.rows) == 4, 20)
    assert wait_for(panel.names.ask_button.isEnabled, 60)
    panel.names.ask_button.click()
    assert wait_for(lambda: bool(panel.names.found), 60)
    return panel


def class_cells(panel: Any) -> dict[int, str]:
    table = panel.table
    return {row.members[0]: table.data(table.index(i, CLASS)) for i, row in enumerate(table.rows)}


def test_names_are_suggested_with_their_certainty(ready: Any) -> None:
    panel = suggest(ready)
    assert class_cells(panel) == {WATER: "water (87%)?", WOOD: "tree (87%)?", FIELD: "low vegetation (87%)?", ROOF: ""}
    assert ready.session.painting.toggled == {}, "nothing is changed unasked"


def test_a_click_takes_one_name_over_and_undo_gives_it_back(ready: Any) -> None:
    panel = suggest(ready)
    row = next(i for i, row in enumerate(panel.table.rows) if row.members == (WOOD,))
    cell = panel.view.visualRect(panel.table.index(row, CLASS)).center()
    panel.view.scrollTo(panel.table.index(row, CLASS))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell)
    assert dict(ready.session.painting.toggled) == {WOOD: "tree"}
    assert (("tree", LAND_COVER_COLOURS["tree"])) in [(c.name, c.colour) for c in ready.session.painting.classes]
    assert class_cells(panel)[WOOD] == "tree"
    assert class_cells(panel)[WATER] == "water (87%)?"
    ready.session.paintings.undo()
    assert ready.session.painting.toggled == {}


def test_all_names_are_taken_over_but_of_what_has_a_class(ready: Any) -> None:
    panel = suggest(ready)
    painting = ready.session.painting.with_class("mine")
    ready.session.paintings.change(painting.with_toggled([WATER], "mine"))
    panel.names.all_button.click()
    assert dict(ready.session.painting.toggled) == {WATER: "mine", WOOD: "tree", FIELD: "low vegetation"}
    assert not panel.names.all_button.isEnabled()


def test_names_are_forgotten_with_the_model(ready: Any, tmp_path: Any) -> None:
    panel = suggest(ready)
    ready.session.set_model(str(tmp_path / "other.cnet"))
    assert panel.names.found == {}


def test_a_failure_is_a_sentence(ready: Any, fake_worker: Any) -> None:
    fake_worker.tell("suggest_classes", "no memory")
    messages: list[str] = []
    ready.session.message.connect(lambda level, text: messages.append(text))
    panel = ready.cluster_panel
    assert wait_for(panel.names.ask_button.isEnabled, 60)
    panel.names.ask_button.click()
    assert wait_for(lambda: panel.names.task is None, 60)
    assert panel.names.found == {}
    assert any("no memory" in text for text in messages)
