"""Reports are single pages that load nothing, and whatever names hold is text."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import numpy as np
from matplotlib import image

from clusternet_qgis.core import charts, reports
from clusternet_qgis.core.evaluation import score

HOSTILE = "<script>alert('&')</script>"


def test_names_are_text_and_nothing_is_loaded_from_elsewhere(tmp_path: Path) -> None:
    confusion = np.array([[3, 1], [0, 2]])
    reports.write_evaluation(score(confusion, (HOSTILE, "road")), HOSTILE, "b.tif", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page
    assert 'name="viewport"' in page
    assert "@media print" in page


def test_a_picture_holds_its_colours() -> None:
    colours = np.random.default_rng(0).integers(0, 256, (5, 7, 3)).astype(np.uint8)
    kind, data = charts.picture(colours).split(",")
    assert kind == "data:image/png;base64"
    found = image.imread(io.BytesIO(base64.b64decode(data)), format="png")
    assert np.array_equal(np.round(found[..., :3] * 255), colours)
