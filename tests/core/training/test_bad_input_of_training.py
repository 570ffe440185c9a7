"""Whatever is in a raster, training ends with a model that works or one clear sentence, and never with NaN."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from toy_rasters import quadrants, read, write

from clusternet_qgis.core.errors import ClusterNetError, RasterError
from clusternet_qgis.core.mapping.map_raster import MapOutputs, map_raster
from clusternet_qgis.core.model import cluster_model, engines
from clusternet_qgis.core.networks.light import LightNetwork
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training import learner
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.train import train

SIDE = 40
NETWORKS = ("light", "unet_same", "unet")


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learner, "_LEAST_STEPS", 2)
    monkeypatch.setattr(LightNetwork, "epoch_steps", 2)
    monkeypatch.setattr(engines, "has_onnx_runtime", lambda: False)  # making a graph takes longer than all else here


def options(network: str, **others: float) -> TrainOptions:
    return TrainOptions(network=network, **{"width": 4, "clusters": 4, "epochs": 1, "tile_size": 32, **others})


def images() -> dict[str, np.ndarray]:
    generator = np.random.default_rng(0)
    plain = quadrants(SIDE, SIDE).astype(np.float32)
    halves = np.where(np.arange(SIDE) < SIDE // 2, 10, 200)[None, None].repeat(SIDE, 1).repeat(3, 0)
    found = {
        "constant": np.full((3, SIDE, SIDE), 77, np.uint8),
        "two colours": halves.astype(np.uint8),
        "one band": quadrants(SIDE, SIDE, bands=1),
        "twelve bands": quadrants(SIDE, SIDE, bands=12),
        "1e-30": plain * np.float32(1e-30),
        "1e30": plain * np.float32(1e30),
        "1e-30 beside 1e30": np.concatenate([plain * np.float32(1e-30), plain * np.float32(1e30)]),
        "1e-30 and a pixel of 1e30": plain * np.float32(1e-30),
        "NaN and infinity": plain.copy(),
        "nothing but noise": generator.normal(0, 1, (3, SIDE, SIDE)).astype(np.float32),
    }
    found["1e-30 and a pixel of 1e30"][:, 3, 3] = 1e30
    found["NaN and infinity"][0, 2:9, 5] = np.nan
    found["NaN and infinity"][1, 20, ::3] = np.inf
    found["NaN and infinity"][2, 21, ::3] = -np.inf
    return found


@pytest.mark.parametrize("network", NETWORKS[:2])
@pytest.mark.parametrize("name", images())
def test_a_model_that_works_or_a_sentence(tmp_path: Path, name: str, network: str) -> None:
    values = images()[name]
    raster, path = write(tmp_path / "r.tif", values), tmp_path / "m.cnet"
    try:
        train(TrainInputs((raster,)), options(network), str(path))
    except ClusterNetError as error:
        assert str(error).endswith(".")  # noqa: PT017 - a sentence is as good as a result
        assert name == "constant"
        return
    model = cluster_model.load(path)  # which refuses numbers that are not finite
    assert model.bands == len(values)
    map_raster(raster, str(path), MapOutputs(str(tmp_path / "c.tif")))
    assert np.array_equal(read(tmp_path / "c.tif")[0] > 0, np.isfinite(values).all(0))
    if name == "two colours":
        assert len(np.unique(read(tmp_path / "c.tif")[0][:, [2, -3]])) == 2


@pytest.mark.parametrize("nothing", [0, float("nan")])
def test_a_band_that_is_all_no_data_is_one_sentence(tmp_path: Path, nothing: float) -> None:
    values = quadrants(SIDE, SIDE).astype(np.float32)
    values[1] = nothing
    raster = write(tmp_path / "r.tif", values, no_data=[None, nothing, None])
    with pytest.raises(RasterError, match="no valid pixel"):
        train(TrainInputs((raster,)), options("light"), str(tmp_path / "m.cnet"))
    assert not (tmp_path / "m.cnet").exists()


@pytest.mark.parametrize("network", NETWORKS)
def test_a_learning_rate_that_explodes_never_leaves_a_model_of_nan(
    tmp_path: Path, network: str, said: list[str]
) -> None:
    raster, path = write(tmp_path / "r.tif", quadrants(SIDE, SIDE)), tmp_path / "m.cnet"
    wild = options(network, learning_rate=10.0, epochs=4)
    train(TrainInputs((raster,)), wild, str(path), progress=Progress(say=said.append))
    assert np.isfinite([entry["loss"] for entry in cluster_model.load(path).history[1:]]).all()
    map_raster(raster, str(path), MapOutputs(str(tmp_path / "c.tif")))


@pytest.mark.parametrize("when", ["at once", "in the second epoch", "in its last step"])
def test_a_loss_of_nan_keeps_the_last_good_epoch_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: list[str], when: str
) -> None:
    steps = 2
    poisoned = {"at once": 1, "in the second epoch": steps + 1, "in its last step": 2 * steps}[when]
    real, count = torch.optim.Adam.step, 0

    def step(self: torch.optim.Adam) -> None:
        nonlocal count
        count += 1
        real(self)
        if count == poisoned:
            for group in self.param_groups:
                for parameter in group["params"]:
                    parameter.data.fill_(float("nan"))

    monkeypatch.setattr(torch.optim.Adam, "step", step)
    raster, path = write(tmp_path / "r.tif", quadrants(SIDE, SIDE)), tmp_path / "m.cnet"
    model = train(TrainInputs((raster,)), options("unet_same", epochs=5), str(path), progress=Progress(say=said.append))
    good = 0 if when == "at once" else 1
    assert model.epochs_done == good
    assert cluster_model.load(path).fingerprint() == model.fingerprint()
    assert [text for text in said if f"epoch {good + 1}" in text and "is kept" in text]
    map_raster(raster, str(path), MapOutputs(str(tmp_path / "c.tif")))
