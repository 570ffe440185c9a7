"""The models that come with the plugin run, and are those that the script writes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import toys
from qgis.core import Qgis, QgsProcessingModelAlgorithm

from clusternet_qgis.algorithms.shippedmodel import FOLDER, TEXTS

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
import models


def test_every_model_is_in_the_toolbox_under_its_title(provider: Any) -> None:
    shown = {algorithm.name(): algorithm.displayName() for algorithm in provider.algorithms()}
    for name, texts in TEXTS.items():
        assert shown[name] == texts.title
        assert isinstance(provider.algorithm(name), QgsProcessingModelAlgorithm)
    assert len(shown) == len(provider.algorithms()), "none is there twice"


@pytest.mark.parametrize("name", models.MODELS)
def test_the_files_are_what_the_script_writes(provider: Any, tmp_path: Path, name: str) -> None:
    if Qgis.QGIS_VERSION_INT >= 32400:
        pytest.skip("newer QGIS writes models that 3.22 cannot read; the shipped ones are written by 3.22")
    models.write(tmp_path)
    fresh, shipped = QgsProcessingModelAlgorithm(), QgsProcessingModelAlgorithm()
    assert fresh.fromFile(str(tmp_path / f"{name}.model3"))
    assert shipped.fromFile(str(FOLDER / f"{name}.model3")), "run python scripts/models.py"
    assert fresh.toVariant() == shipped.toVariant()


def test_a_raster_is_trained_on_and_mapped(run: Any, raster: str, tmp_path: Path) -> None:
    results = run(
        "trainandmap",
        INPUT=raster,
        CLUSTERS=5,
        MAX_MINUTES=0.02,
        **{
            "train:MODEL": str(tmp_path / "model.cnet"),
            "cluster:CLUSTERS": str(tmp_path / "clusters.tif"),
            "cluster:CONFIDENCE": str(tmp_path / "confidence.tif"),
        },
    )
    assert {Path(path).name for path in (results["train:MODEL"], results["cluster:CONFIDENCE"])} == {
        "model.cnet", "confidence.tif",
    }  # fmt: skip
    assert np.array_equal(toys.read(tmp_path / "clusters.tif")[0] > 0, toys.quadrant_clusters() > 0)


def test_sheets_are_mapped_as_one_and_gaps_are_no_data(
    qgis_process: Any, model: str, raster: str, clusters: str, tmp_path: Path
) -> None:
    half = toys.SIZE // 2
    sheets = []
    for index, (first, last) in enumerate(((0, half), (half + 16, toys.SIZE))):
        left = toys.LEFT + first * toys.PIXEL
        part = toys.read(raster)[:, :, first:last]
        sheets.append(toys.write_raster(tmp_path / f"sheet{index}.tif", part, left=left))
    finished = qgis_process.run(
        "clusternet:mapmany", INPUT=sheets, MODEL=model, **{"cluster:CLUSTERS": tmp_path / "map.tif"}
    )
    assert finished.code == 0, finished.text
    found, whole = toys.read(tmp_path / "map.tif")[0], toys.read(clusters)[0]
    assert found.shape == whole.shape
    gap = np.zeros(found.shape, bool)
    gap[:, half : half + 16] = True
    assert np.array_equal(found > 0, (whole > 0) & ~gap)
