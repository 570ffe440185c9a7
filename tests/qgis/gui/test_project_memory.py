"""The project keeps what was painted, and closing it forgets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from background import wait_for
from on_canvas import ROOF, WOOD, is_shown
from qgis.core import QgsProject


def test_a_closed_project_forgets_and_says_nothing(painted: Any) -> None:
    QgsProject.instance().clear()
    assert painted.session.layer is None
    assert painted.session.paintings.histories == {}
    assert painted.session.painting.strokes == ()
    wait_for(lambda: False, 0.3)
    assert painted.heard == []


def test_the_project_remembers(painted: Any, canvas: Any, tmp_path: Path) -> None:
    session = painted.session
    extent = canvas.extent()
    session.brush.rename_class("class 1", "trees")
    session.paintings.change(session.painting.with_toggled([ROOF], "trees").with_cluster_name(0, "lake"))
    session.brush.set_width(1.5)
    session.preview.show("clusters")
    before = session.painting
    assert QgsProject.instance().isDirty()
    path = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(path)
    QgsProject.instance().clear()
    assert session.painting != before
    assert QgsProject.instance().read(path)
    assert session.painting == before
    assert (session.brush.class_name, session.brush.width, session.preview.shown) == ("trees", 1.5, "clusters")
    canvas.setExtent(extent)  # QGIS keeps it in the project for its own canvas only
    assert wait_for(lambda: session.preview.view is not None, 20)
    session.preview.show("classes")
    assert wait_for(lambda: is_shown(painted, WOOD, ROOF), 20)


def test_a_project_with_nonsense_in_it_is_a_sentence(painted: Any) -> None:
    QgsProject.instance().writeEntry("clusternet", "dock", '{"format_version": 1}')
    assert not painted.memory.restore()
    assert "begin anew" in painted.heard[-1]
