"""clusternet:change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsRasterLayer


@pytest.fixture
def dates(tmp_path: Path) -> tuple[str, str]:
    """Two dates: fields, of which a square has become bright at the second one."""
    generator = np.random.default_rng(2)
    kinds = np.kron(generator.integers(0, 2, (8, 8)), np.ones((16, 16), int))[: toys.SIZE, : toys.SIZE]
    picture = np.array([[60, 120, 60], [150, 140, 90]])[kinds].transpose(2, 0, 1) + generator.normal(0, 4, kinds.shape)
    after = picture.copy()
    after[:, 20:60, 30:70] = np.array([230, 60, 60])[:, None, None]
    return tuple(
        toys.write_raster(tmp_path / name, np.clip(values, 1, 255).astype(np.uint8))
        for name, values in (("before.tif", picture), ("after.tif", after))
    )  # type: ignore[return-value]


@pytest.fixture
def model_of_both(run: Any, dates: tuple[str, str], tmp_path: Path) -> str:
    path = str(tmp_path / "both.cnet")
    run("train", INPUT=list(dates), NETWORK="pixels", CLUSTERS=3, OUTPUT=path)
    return path


def test_a_change_comes_out_as_raster_polygons_table_and_report(
    run: Any, dates: tuple[str, str], model_of_both: str, tmp_path: Path
) -> None:
    results = run(
        "change", BEFORE=dates[0], AFTER=dates[1], MODEL=model_of_both, OUTPUT=str(tmp_path / "c.tif"),
        POLYGONS=str(tmp_path / "c.gpkg"), TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"),
    )  # fmt: skip
    assert results["SHARE_CHANGED"] == pytest.approx(1600 / toys.SIZE**2, rel=0.15)
    layer = QgsRasterLayer(results["OUTPUT"], "changes")
    names = [entry.label for entry in layer.renderer().classes()]
    assert names[0] == "unchanged"
    assert any(" to " in name for name in names)
    dataset = ogr.Open(results["POLYGONS"])
    rows = [feature.items() for feature in dataset.GetLayer(0)]
    assert rows
    assert all(" to " in row["class"] for row in rows)
    assert Path(results["TABLE"]).read_text().startswith("from / to (m2)")
    assert "before.tif" in Path(results["REPORT"]).read_text(encoding="utf-8")


def test_one_raster_twice_is_refused(run: Any, dates: tuple[str, str], model_of_both: str, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="same raster"):
        run("change", BEFORE=dates[0], AFTER=dates[0], MODEL=model_of_both, OUTPUT=str(tmp_path / "c.tif"))
    assert not (tmp_path / "c.tif").exists()
