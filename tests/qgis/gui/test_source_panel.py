"""The dock's choice of raster and model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clusternet_qgis import settings


def test_a_model_that_the_toolbox_has_trained_is_offered(
    ready: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "trained.cnet"
    model.touch()
    monkeypatch.setattr(settings, "recent_models", lambda: [str(model)])
    box = ready.source_panel.model
    chosen = box.currentData()
    assert box.findData(str(model)) < 0
    box.opens.emit()  # a click on it
    assert box.itemText(box.findData(str(model))) == "trained.cnet"
    assert box.currentData() == chosen, "what is chosen stays"
