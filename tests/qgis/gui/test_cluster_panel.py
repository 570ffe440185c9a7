"""Clusters ticked, merged and found in the list."""

from __future__ import annotations

from typing import Any

import toys
from background import wait_for
from on_canvas import FIELD, MIDDLES, ROOF, WOOD, is_shown, shown
from qgis.PyQt.QtCore import Qt

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
