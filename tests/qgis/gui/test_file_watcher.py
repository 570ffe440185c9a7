"""A raster or a model that changes on disk is noticed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import toys
from background import wait_for
from on_canvas import WOOD, is_shown
from qgis.core import QgsProject, QgsRasterLayer


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
