"""The report shows the course of a training and what came of it, on one page, and changes nothing by looking."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from toy_rasters import NORTH_UP, part_of, quadrants, read, write

from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model, engines
from clusternet_qgis.core.model.cluster_model import ClusterModel
from clusternet_qgis.core.options import MapOptions, TrainOptions
from clusternet_qgis.core.reports import training_report
from clusternet_qgis.core.reports.training_report import write_training_report
from clusternet_qgis.core.reports.training_snapshots import MOST_EPOCHS, TrainingSnapshots
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

OPTIONS = TrainOptions(network="unet_same", width=4, clusters=4, epochs=2, tile_size=32, device="cpu")
HOSTILE = "a<b>&'c"


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> tuple[ClusterModel, str, TrainingSnapshots, str]:
    folder = tmp_path_factory.mktemp(HOSTILE)
    raster, model = write(folder / f"{HOSTILE}.tif", quadrants(64, 96)), str(folder / "m.cnet")
    snapshots = TrainingSnapshots(raster)
    return train(TrainInputs((raster,)), OPTIONS, model, on_epoch_end=snapshots), model, snapshots, raster


def page(watched: tuple[ClusterModel, str, TrainingSnapshots, str], path: Path) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "has_onnx_runtime", lambda: False)
        write_training_report(*watched[:3], str(path))
    return path.read_text(encoding="utf-8")


def test_all_is_on_one_page(watched: tuple[ClusterModel, str, TrainingSnapshots, str], tmp_path: Path) -> None:
    text = page(watched, tmp_path / "r.html")
    for part in (
        "The training",
        "loss",
        "changed cluster",
        "Example maps",
        "How many clusters",
        "Settings",
        "MB of memory",
    ):
        assert part in text
    for epoch in range(3):
        assert f"clusters after epoch {epoch}" in text
    for cluster in range(4):
        assert f"typical patch of cluster {cluster}" in text
    assert "&lt;b&gt;" in text
    assert HOSTILE not in text
    assert not re.search(r"(src|href)\s*=\s*[\"'](?!data:|#)", text)
    assert "<script" not in text


def test_looking_changes_nothing(watched: tuple[ClusterModel, str, TrainingSnapshots, str], tmp_path: Path) -> None:
    model, _, _, raster = watched
    plain = train(TrainInputs((raster,)), OPTIONS, str(tmp_path / "m.cnet"))
    assert plain.fingerprint() == model.fingerprint()


def test_maps_are_of_the_clusters_and_the_place_of_the_picture(
    watched: tuple[ClusterModel, str, TrainingSnapshots, str],
) -> None:
    (example,) = watched[2].examples
    assert example.image.shape == (64, 96, 3)
    assert list(example.maps) == [0, 1, 2]
    for drawn in example.maps.values():
        assert drawn.shape == (64, 96, 3)
        assert 2 <= len(np.unique(drawn.reshape(-1, 3), axis=0)) <= 4
    # Dark left, bright upper right.
    assert example.image[:, :40].mean() < example.image[:24, 56:].mean() - 50


def test_maps_are_those_of_mapping_wherever_the_raster_begins(tmp_path: Path) -> None:
    raster, model = write(tmp_path / "a.tif", quadrants(91, 60), part_of(NORTH_UP, 5, 3)), str(tmp_path / "m.cnet")
    snapshots = TrainingSnapshots(raster)
    train(TrainInputs((raster,)), replace(OPTIONS, epochs=0), model, on_epoch_end=snapshots)
    map_raster(raster, model, MapOutputs(str(tmp_path / "c.tif")), MapOptions(device="cpu"))
    ids = read(tmp_path / "c.tif")[0]
    colours = np.array(cluster_model.load(model).colours, np.uint8)
    (example,) = snapshots.examples
    assert (example.maps[0] == colours[ids - 1]).all(2).mean() > 0.999


@pytest.mark.parametrize("keep", [True, False])
def test_clusters_are_described_with_or_without_flat_borders_as_in_the_training(tmp_path: Path, keep: bool) -> None:
    values = quadrants(64, 96)
    values[:, :, :40] = 0
    raster, model = write(tmp_path / "a.tif", values), str(tmp_path / "m.cnet")
    snapshots = TrainingSnapshots(raster, keep_flat_borders=keep)
    inputs = TrainInputs((raster,), keep_flat_borders=keep)
    trained = train(inputs, replace(OPTIONS, epochs=1), model, on_epoch_end=snapshots)
    sizes = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "has_onnx_runtime", lambda: False)
        patch.setattr(training_report, "map_raster", lambda *a, **b: sizes.append(map_raster(*a, **b).pixels))
        write_training_report(trained, model, snapshots, str(tmp_path / "page.html"))
    assert sizes == [64 * 96 if keep else 64 * 56]


def test_many_epochs_are_thinned_out_and_no_data_is_grey(tmp_path: Path) -> None:
    holes = np.zeros((48, 48), np.bool_)
    holes[:10] = True
    raster = write(tmp_path / "r.tif", quadrants(48, 48), mask=~holes)
    snapshots = TrainingSnapshots(raster)
    options = TrainOptions(network="unet_same", width=4, clusters=3, epochs=11, tile_size=48, batch_size=1)
    train(TrainInputs((raster,)), options, str(tmp_path / "m.cnet"), on_epoch_end=snapshots)
    (example,) = snapshots.examples
    shown = list(example.maps)
    assert (shown[0], shown[-1], len(shown)) == (0, 11, MOST_EPOCHS)
    for drawn in example.maps.values():
        assert len(np.unique(drawn[:10].reshape(-1, 3), axis=0)) == 1
    assert (example.image[:10] == 255).all()
