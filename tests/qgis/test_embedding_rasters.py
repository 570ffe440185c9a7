"""Rasters of embeddings through the whole toolbox: as layers, south-up and in bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer
from toy_embeddings import quantised, unit_vectors, write_signed
from toy_rasters import SOUTH_UP, pixel_box, read, write_shapes

ROWS, COLS = 40, 56


@pytest.fixture
def raster(tmp_path: Path) -> str:
    stored = quantised(unit_vectors(ROWS, COLS, kinds=4))
    stored[:, :4, :4] = -128
    return write_signed(tmp_path / "south_up.tif", stored, SOUTH_UP)


def test_every_step_takes_them(run: Any, raster: str, tmp_path: Path) -> None:
    layer = QgsRasterLayer(raster, "Embeddings")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    path = {name: str(tmp_path / name) for name in ("m.cnet", "c.tif", "s.tif", "r.html", "a.json", "b.json", "x.onnx")}
    run("train", INPUT=[layer], NETWORK="pixels", CLUSTERS=4, OUTPUT=path["m.cnet"])
    result = run("cluster", INPUT=layer, MODEL=path["m.cnet"], OUTPUT=path["c.tif"])
    assert result["CLUSTER_COUNT"] == 4
    clusters = read(path["c.tif"])[0]
    assert gdal.Open(path["c.tif"]).GetGeoTransform() == SOUTH_UP
    assert not clusters[:4, :4].any()
    assert (clusters > 0).sum() == ROWS * COLS - 16
    run("segment", INPUT=layer, MODEL=path["m.cnet"], CLASSES="field=0,1; wood=2,3", OUTPUT=path["s.tif"])
    expected = np.where(clusters == 0, 0, np.where(clusters <= 2, 1, 2))
    assert np.array_equal(read(path["s.tif"])[0] > 0, expected > 0)
    strokes = write_shapes(tmp_path / "strokes.gpkg", [
        (pixel_box(9, 1, 15, 7, SOUTH_UP), "first"), (pixel_box(33, 25, 39, 31, SOUTH_UP), "second"),
    ])  # fmt: skip
    run(
        "selectbystrokes",
        INPUT=layer,
        MODEL=path["m.cnet"],
        STROKES=strokes,
        CLASS_FIELD="class",
        SELECTION=path["a.json"],
    )
    run(
        "selectbyreference",
        CLUSTERS=path["c.tif"],
        REFERENCE=strokes,
        CLASS_FIELD="class",
        FRACTION=1,
        SELECTION=path["b.json"],
    )
    run("clusterreport", INPUT=layer, MODEL=path["m.cnet"], OUTPUT=path["r.html"])
    run("exportonnx", MODEL=path["m.cnet"], OUTPUT=path["x.onnx"])
    assert all(Path(file).stat().st_size for file in path.values())
