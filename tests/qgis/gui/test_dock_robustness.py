"""Whatever happens to raster, model, project and worker: a sentence, no crash, and no stroke lost."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from background import wait_for
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsSettings
from test_dock import ROOF, WOOD, is_shown, ready, stroke  # noqa: F401 - a fixture

from clusternet_qgis.gui.dock import ClusterNetDock
from clusternet_qgis.settings import PYTHON_SETTING


@pytest.fixture
def painted(ready: Any, canvas: Any) -> Any:  # noqa: F811
    """The dock with one stroke that shows."""
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    return ready


@pytest.mark.parametrize("when", ["idle", "live_strokes", "live_view", "live_open"])
def test_a_dead_worker_is_replaced_and_no_stroke_is_lost(
    painted: Any, canvas: Any, fake_worker: Any, when: str
) -> None:
    before = fake_worker.processes()
    if when == "idle":
        os.kill(before[0], signal.SIGKILL)
    else:
        fake_worker.tell(when, "die")
        if when == "live_open":
            painted.session.worker.reopen()
    stroke(canvas, ROOF)
    assert wait_for(lambda: painted.session.preview.view is not None and is_shown(painted, WOOD, ROOF), 20)
    assert wait_for(lambda: any("no stroke is lost" in text for text in painted.heard), 20)
    assert wait_for(lambda: len(fake_worker.processes()) == 1, 20)
    assert fake_worker.processes() != before
    assert len(painted.session.painting.strokes) == 2


def test_a_worker_that_dies_again_and_again_is_given_up(painted: Any, canvas: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_view", "die always")
    stroke(canvas, ROOF)
    assert wait_for(lambda: any("ended with code" in t and "no stroke" not in t for t in painted.heard), 20)
    assert sum("no stroke is lost" in text for text in painted.heard) == 2
    fake_worker.tell("live_view", "")
    painted.session.worker.reopen()  # what the button "Try again" does
    assert wait_for(lambda: is_shown(painted, WOOD, ROOF), 20)


def test_no_python_with_torch_is_a_sentence_with_the_remedy(canvas: Any, layer: Any) -> None:
    from qgis.gui import QgsMessageBar

    before = QgsSettings().value(PYTHON_SETTING)
    QgsSettings().setValue(PYTHON_SETTING, "/nowhere/python")
    bar = QgsMessageBar()
    dock = ClusterNetDock(canvas, bar)
    try:
        dock.open_with(layer)
        assert wait_for(lambda: bar.currentItem() is not None, 20)
        assert "clusternet/python" in bar.currentItem().text()
        assert dock.session.worker.is_running
    finally:
        QgsSettings().setValue(PYTHON_SETTING, before)
        dock.remove()


def test_a_call_that_fails_is_a_sentence_and_the_next_one_works(painted: Any, canvas: Any, fake_worker: Any) -> None:
    fake_worker.tell("live_strokes", "There are too many strokes; erase some.")
    stroke(canvas, ROOF)
    assert wait_for(lambda: "There are too many strokes; erase some." in painted.heard, 20)
    fake_worker.tell("live_strokes", "")
    painted.session.paintings.undo()
    painted.session.paintings.redo()
    assert wait_for(lambda: is_shown(painted, WOOD, ROOF), 20)


def test_a_removed_layer_keeps_its_strokes(painted: Any, canvas: Any, layer: Any) -> None:
    path = layer.source()
    QgsProject.instance().removeMapLayer(layer)
    assert painted.session.layer is None
    assert painted.session.preview.view is None
    assert wait_for(lambda: any("was removed" in text for text in painted.heard), 20)
    stroke(canvas, ROOF)
    assert painted.session.painting.strokes == ()
    again = QgsRasterLayer(path, "again")
    QgsProject.instance().addMapLayer(again)
    painted.source_panel.raster.setLayer(again)
    assert wait_for(lambda: painted.session.preview.view is not None and is_shown(painted, WOOD), 20)


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


def test_a_replaced_raster_is_read_again(painted: Any, canvas: Any, fake_worker: Any, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.tif")
    shutil.copy(painted.session.source, copy)
    layer = QgsRasterLayer(copy, "copy")
    QgsProject.instance().addMapLayer(layer)
    painted.source_panel.raster.setLayer(layer)
    assert wait_for(lambda: painted.session.preview.view is not None, 20)
    opened = sum(call == "live_open" for call, _ in fake_worker.calls())
    toys.write_raster(Path(copy), np.flip(toys.picture(), 2).copy())
    assert wait_for(lambda: any("has changed on disk" in text for text in painted.heard), 20)
    assert wait_for(lambda: sum(call == "live_open" for call, _ in fake_worker.calls()) > opened, 20)
    assert wait_for(lambda: painted.session.preview.view is not None, 20)


def test_a_deleted_model_is_a_sentence(painted: Any, tmp_path: Path) -> None:
    model = tmp_path / "m.cnet"
    model.write_bytes(b"model")
    painted.source_panel.choose_model(str(model))
    assert wait_for(lambda: painted.session.preview.view is not None, 20)
    model.unlink()
    assert wait_for(lambda: any("is gone" in text for text in painted.heard), 20)
    assert len(painted.session.painting.strokes) == 1
    painted.source_panel.choose_model("")
    assert wait_for(lambda: painted.session.preview.view is not None and is_shown(painted, WOOD), 20)


def test_other_systems_of_layer_and_map(painted: Any, canvas: Any, layer: Any) -> None:
    for epsg in (4326, 3857, 27700):
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem.fromEpsgId(epsg))
        wait_for(lambda: False, 0.1)
        stroke(canvas, WOOD)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    wait_for(lambda: False, 0.3)
    layer.setCrs(QgsCoordinateReferenceSystem())
    wait_for(lambda: False, 0.3)
    stroke(canvas, WOOD)
    assert painted.session.layer is layer
