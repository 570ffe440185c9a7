"""clusternet:clusterreport."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException


def test_a_page_is_written(run: Any, raster: str, model: str, tmp_path: Path) -> None:
    results = run("clusterreport", INPUT=raster, MODEL=model, OUTPUT=str(tmp_path / "clusters.html"))
    page = Path(results["OUTPUT"]).read_text(encoding="utf-8")
    assert page.count('<section class="cluster"') == results["CLUSTER_COUNT"] >= 2


def test_a_raster_that_is_gone_is_one_sentence(run: Any, model: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match=r"gone\.tif.*Check that the file exists"):
        run("clusterreport", INPUT=str(tmp_path / "gone.tif"), MODEL=model, OUTPUT=str(tmp_path / "clusters.html"))
    assert not list(tmp_path.iterdir())
