"""Whatever the user does to the painted raster, at whatever moment: no error, and what is shown is painted on."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import mouse
import pytest
import toys
from background import wait_for
from on_canvas import MIDDLES, ROOF, WOOD
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.gui.train_dialog import TrainDialog


def another_raster(folder: Path) -> str:
    return toys.write_raster(folder / "other.tif", toys.picture(seed=3))


def add(path: str) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, Path(path).stem)
    QgsProject.instance().addMapLayer(layer)
    return layer


# --- what the user does


def remove(dock: Any, layer: Any, folder: Path) -> None:
    QgsProject.instance().removeMapLayer(layer.id())


def remove_while_another_is_loaded(dock: Any, layer: Any, folder: Path) -> None:
    add(another_raster(folder))
    QgsProject.instance().removeMapLayer(layer.id())


def remove_all_of_several(dock: Any, layer: Any, folder: Path) -> None:
    add(another_raster(folder))
    add(another_raster(folder))
    QgsProject.instance().removeAllMapLayers()


def take_out_of_the_project(dock: Any, layer: Any, folder: Path) -> None:
    add(another_raster(folder))
    sip.delete(QgsProject.instance().takeMapLayer(layer))


def add_again(dock: Any, layer: Any, folder: Path) -> None:
    path = layer.source()
    add(another_raster(folder))
    QgsProject.instance().removeMapLayer(layer.id())
    dock.source_panel.raster.setLayer(add(path))


def choose_another(dock: Any, layer: Any, folder: Path) -> None:
    dock.source_panel.raster.setLayer(add(another_raster(folder)))
    QgsProject.instance().removeMapLayer(layer.id())


def close_the_project(dock: Any, layer: Any, folder: Path) -> None:
    add(another_raster(folder))
    QgsProject.instance().clear()


def begin_another_project(dock: Any, layer: Any, folder: Path) -> None:
    QgsProject.instance().clear()
    dock.open_with(add(another_raster(folder)))


def open_the_project_again(dock: Any, layer: Any, folder: Path) -> None:
    QgsProject.instance().write(str(folder / "project.qgz"))
    QgsProject.instance().read(str(folder / "project.qgz"))


def change_the_source(dock: Any, layer: Any, folder: Path) -> None:
    layer.setDataSource(another_raster(folder), "toy", "gdal", layer.dataProvider().ProviderOptions())


def lose_the_source(dock: Any, layer: Any, folder: Path) -> None:
    layer.setDataSource("/not/there.tif", "toy", "gdal", layer.dataProvider().ProviderOptions())


def change_the_provider(dock: Any, layer: Any, folder: Path) -> None:
    layer.setDataSource("url=none&styles=&layers=none", "toy", "wms", layer.dataProvider().ProviderOptions())


def reload(dock: Any, layer: Any, folder: Path) -> None:
    layer.reload()


def change_the_system(dock: Any, layer: Any, folder: Path) -> None:
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))


ACTIONS = [
    remove,
    remove_while_another_is_loaded,
    remove_all_of_several,
    take_out_of_the_project,
    add_again,
    choose_another,
    close_the_project,
    begin_another_project,
    open_the_project_again,
    change_the_source,
    lose_the_source,
    change_the_provider,
    reload,
    change_the_system,
]

# --- when


def before_the_first_stroke(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    assert dock.session.painting.strokes == ()


def while_drawing(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    mouse.press(canvas, *MIDDLES[WOOD])
    mouse.move(canvas, MIDDLES[WOOD][0] + 20, MIDDLES[WOOD][1])
    assert dock.session.brush.tool.is_drawing


def while_the_worker_is_busy(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    fake_worker.tell("live_strokes", "sleep 0.3")
    draw(canvas)
    assert wait_for(lambda: dock.session.worker.is_busy, 20)


def after_strokes(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    draw(canvas)
    draw(canvas, ROOF)
    assert wait_for(lambda: any(cluster["class"] for cluster in dock.session.clusters), 20)


def while_strokes_are_saved(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    draw(canvas)
    dock.result_panel.save(str(folder / "strokes.gpkg"))


def while_it_waits_to_segment(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    draw(canvas)
    assert wait_for(lambda: dock.session.clusters, 20)
    fake_worker.tell("live_save", "sleep 0.3")
    dock.result_panel.segment(str(folder / "classes.tif"))
    assert dock.result_panel.job.is_running


def while_it_trains(dock: Any, canvas: Any, fake_worker: Any, folder: Path) -> None:
    fake_worker.tell("train", "sleep 0.3")
    dock.train_panel.start(str(folder / "new.cnet"), TrainOptions())
    assert dock.train_panel.is_training


MOMENTS = [
    before_the_first_stroke,
    while_drawing,
    while_the_worker_is_busy,
    after_strokes,
    while_strokes_are_saved,
    while_it_waits_to_segment,
    while_it_trains,
]

# --- what must hold then


def draw(canvas: Any, quadrant: int = WOOD) -> None:
    x, y = MIDDLES[quadrant]
    mouse.drag(canvas, (x - 30, y), (x + 30, y))


def assert_what_is_shown_is_used(dock: Any) -> None:
    """The raster in the list is the one that is painted on, by its id and by what GDAL opens for it."""
    session, shown = dock.session, dock.source_panel.raster.currentLayer()
    layer = session.layer
    assert (layer.id() if layer else "") == (shown.id() if shown else "")
    assert session.source == (layer.source() if layer else "")
    assert layer is None or QgsProject.instance().mapLayer(layer.id()) is not None
    assert dock.paint_panel.isEnabled() == (layer is not None)


def use_everything(dock: Any, canvas: Any, folder: Path) -> None:
    """Does all that the dock can do; pytest-qt fails the test for an exception in any slot."""
    session = dock.session
    before = len(session.painting.strokes)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(f"EPSG:{toys.EPSG}"))
    session.brush.deactivate()
    dock.paint_panel.brush_button.click()
    draw(canvas)
    assert len(session.painting.strokes) == before + (session.layer is not None)
    session.paintings.undo()
    session.paintings.redo()
    dock.paint_panel.eraser_button.click()
    draw(canvas, ROOF)
    session.brush.choose_class_number(1)
    canvas.zoomIn()
    canvas.grab()
    canvas.zoomOut()
    session.preview.show("clusters")
    dock.cluster_panel.fill()
    dock.result_panel.load(str(folder / "no strokes.gpkg"))
    dock.result_panel.save(str(folder / "again.gpkg"))
    dock.result_panel.segment(str(folder / "again.tif"))
    dock.result_panel.job.cancel()
    assert QgsProject.instance().write(str(folder / "written.qgz"))
    dock.restart_worker()
    dock.hide()
    dock.show()


def cases() -> Iterator[Any]:
    """Each action at each moment; `make test` runs each action at one moment, each moment with two actions or more."""
    for row, action in enumerate(ACTIONS):
        for column, moment in enumerate(MOMENTS):
            marks = () if row % len(MOMENTS) == column else pytest.mark.endurance
            yield pytest.param(action, moment, id=f"{action.__name__}-{moment.__name__}", marks=marks)


@pytest.mark.parametrize(("action", "moment"), cases())
def test_whatever_happens_to_the_raster(
    ready: Any, canvas: Any, layer: Any, fake_worker: Any, tmp_path: Path, action: Callable[..., None], moment: Any
) -> None:
    path, dock = layer.source(), ready
    moment(dock, canvas, fake_worker, tmp_path)
    kept = dock.session.painting.strokes
    action(dock, layer, tmp_path)
    assert_what_is_shown_is_used(dock)
    mouse.release(canvas, *MIDDLES[WOOD])
    assert wait_for(lambda: not (dock.result_panel.job.is_running or dock.train_panel.is_training), 20)
    use_everything(dock, canvas, tmp_path)
    assert_what_is_shown_is_used(dock)
    wait_for(lambda: False, 0.1)
    assert_what_is_shown_is_used(dock)
    assert all(text and text[0].isprintable() and "Error" not in text for text in dock.heard), dock.heard
    # Whoever chooses the raster again goes on, unless the project was closed.
    again = add(path)
    dock.source_panel.raster.setLayer(again)
    if action not in (close_the_project, begin_another_project):
        assert set(kept[:1]) <= set(dock.session.painting.strokes)
    assert_what_is_shown_is_used(dock)
    QgsProject.instance().removeAllMapLayers()
    assert dock.session.layer is None


# --- what the dock leaves behind


def begin_saving(dock: Any, folder: Path) -> None:
    dock.result_panel.save(str(folder / "strokes.gpkg"))


def begin_training(dock: Any, folder: Path) -> None:
    dock.train_panel.start(str(folder / "new.cnet"), TrainOptions())


def begin_segmenting(dock: Any, folder: Path) -> None:
    dock.result_panel.segment(str(folder / "classes.tif"))
    assert wait_for(lambda: dock.result_panel.job._task is not None, 20)


@pytest.mark.parametrize("begin", [begin_saving, begin_training, begin_segmenting])
def test_a_task_may_outlive_the_dock_and_the_raster(
    painted: Any, canvas: Any, fake_worker: Any, model: str, tmp_path: Path, begin: Any
) -> None:
    fake_worker.tell("train", "sleep 0.5")
    fake_worker.tell("cluster", "sleep 0.5")
    painted.session.opened_model_path = model
    begin(painted, tmp_path)
    painted.remove()
    painted.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(painted.session)
    painted.remove = painted.deleteLater = lambda: None  # the fixture would do it again
    QgsProject.instance().clear()
    gc.collect()
    manager = QgsApplication.taskManager()
    assert wait_for(lambda: manager.countActiveTasks() == 0, 60)
    wait_for(lambda: False, 0.2)


def test_pictures_of_clusters_outlive_the_raster(painted: Any, canvas: Any) -> None:
    panel, session = painted.cluster_panel, painted.session
    for _ in range(5):
        panel._thumbnails.make(session.layer, session.preview.view)
    QgsProject.instance().clear()
    wait_for(lambda: False, 0.3)
    assert session.layer is None


def test_nothing_is_done_when_the_raster_went_while_a_dialog_was_open(
    painted: Any, canvas: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    """A script, or another plugin, can remove it meanwhile."""
    panel, path = painted.result_panel, painted.session.source

    def answer(*arguments: Any) -> tuple[str, str]:
        QgsProject.instance().removeMapLayer(painted.session.layer.id())
        return str(tmp_path / "out.gpkg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(TrainDialog, "exec", answer)
    for ask in (panel._ask_save, panel._ask_load, panel._ask_segment, painted.train_panel.ask):
        painted.source_panel.raster.setLayer(add(path))
        painted.heard.clear()
        ask()
        assert any("while the dialog was open" in text for text in painted.heard), ask
    assert list(tmp_path.glob("out*")) == []
    assert not panel.job.is_running
    assert not painted.train_panel.is_training
    painted.heard.clear()
    painted.train_panel.ask()
    assert painted.heard == ["Choose a raster first."]
