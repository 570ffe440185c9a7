"""The dock at work, from its first preview on."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from background import wait_for
from on_canvas import WOOD, is_shown, stroke
from qgis.core import QgsSettings

from clusternet_qgis.settings import PYTHON_SETTING


@pytest.fixture
def ready(dock: Any) -> Any:
    """The dock with a preview and the brush taken up."""
    assert wait_for(lambda: dock.session.preview.view is not None, 20), dock.heard
    dock.paint_panel.brush_button.click()
    return dock


@pytest.fixture
def painted(ready: Any, canvas: Any) -> Any:
    """The dock with one stroke that shows."""
    stroke(canvas, WOOD)
    assert wait_for(lambda: is_shown(ready, WOOD), 20)
    return ready


@pytest.fixture
def real(ready: Any) -> Any:
    """The dock, with the real worker for all that starts from now on."""
    QgsSettings().setValue(PYTHON_SETTING, sys.executable)
    return ready
