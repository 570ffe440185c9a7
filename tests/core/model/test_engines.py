"""Torch and ONNX Runtime say the same of a window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from toy_rasters import quadrants, write

from clusternet_qgis.core.clustering.assignment import nearest_clusters, squared_distances
from clusternet_qgis.core.errors import Cancelled, ModelError, OptionsError
from clusternet_qgis.core.mapping.tile_mapper import PixelClusterer
from clusternet_qgis.core.model import cluster_model, engines
from clusternet_qgis.core.model.cluster_model import ClusterModel
from clusternet_qgis.core.model.graph_cache import GraphCache
from clusternet_qgis.core.model.onnx_engine import OnnxEngine
from clusternet_qgis.core.model.onnx_graphs import arrays, calibration_of, patch_graph
from clusternet_qgis.core.model.tile_geometry import TileGeometry
from clusternet_qgis.core.model.torch_engine import TorchEngine
from clusternet_qgis.core.networks import NETWORKS, build
from clusternet_qgis.core.networks.contract import FeatureExtractor, TrainableNetwork
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.patch_features import patch_function
from clusternet_qgis.core.training.train import train

# The encoder needs a file.
RUNNABLE = [name for name in NETWORKS if name != "encoder"]


@pytest.fixture(scope="module", params=RUNNABLE)
def model(request: pytest.FixtureRequest, pretrained: None, tmp_path_factory: pytest.TempPathFactory) -> ClusterModel:
    folder = tmp_path_factory.mktemp("model")
    image = write(folder / "a.tif", quadrants(96, 96))
    options = TrainOptions(network=request.param, width=4, clusters=7, epochs=0, tile_size=32, device="cpu")
    train(TrainInputs((image,)), options, str(folder / "m.cnet"))
    return cluster_model.load(folder / "m.cnet")


def window(model: ClusterModel, tile_geometry: TileGeometry) -> np.ndarray:
    rows, cols = (2 * tile_geometry.margin + count * tile_geometry.stride for count in (2, 1))
    return np.random.default_rng(0).standard_normal((model.bands, rows, cols)).astype(np.float32)


def test_engines_agree(model: ClusterModel) -> None:
    engine, tile_geometry = model.open_engine("cpu")
    assert isinstance(engine, OnnxEngine)
    values = window(model, tile_geometry)
    other = TorchEngine(model.in_torch(), torch.device("cpu"))
    (distances, features), (theirs, their_features) = (
        one.run(values, "distances", "features") for one in (engine, other)
    )
    assert np.allclose(features, their_features, atol=1e-3)
    assert np.allclose(distances, theirs, atol=1e-3)
    first, second = (nearest_clusters(array, tile_geometry.output_stride) for array in (distances, theirs))
    assert first.shape == (2 * tile_geometry.stride, tile_geometry.stride)
    assert (first == second).mean() >= 0.999
    again = PixelClusterer(model, "cpu")
    assert np.allclose(squared_distances(again.features(values), model.centroids), distances, atol=1e-3)


def test_without_onnx_runtime_torch_runs(model: ClusterModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "has_onnx_runtime", lambda: False)
    engine, _ = model.open_engine("cpu")
    assert isinstance(engine, TorchEngine)


def test_a_device_that_is_not_there_is_one_sentence(model: ClusterModel) -> None:
    missing = next(name for name in ("mps", "cuda") if not getattr(torch.backends, name, torch.cuda).is_available())
    with pytest.raises(OptionsError, match=f"'{missing}' is not available here"):
        model.open_engine(missing)


def test_onnx_runtime_can_be_stopped(model: ClusterModel) -> None:
    engine, tile_geometry = model.open_engine("cpu")
    values = window(model, tile_geometry)
    engine.stop()
    with pytest.raises(Cancelled):
        engine.run(values, "distances")


def test_a_graph_is_made_once(model: ClusterModel, monkeypatch: pytest.MonkeyPatch) -> None:
    model.open_engine("cpu")

    def network_graph(network: object) -> bytes:
        raise AssertionError("made again")

    monkeypatch.setattr(engines, "network_graph", network_graph)
    # Other clusters of the same network need no other graph.
    fewer = replace(model, centroids=model.centroids[:2] + 1)
    engine, tile_geometry = fewer.open_engine("cpu")
    assert engine.run(window(model, tile_geometry), "distances")[0].shape[0] == 2


def test_networks_that_differ_in_their_calibration_share_a_graph() -> None:
    """The dock makes graphs before there is a raster to calibrate to."""
    first, second = (build("light", bands).eval() for bands in (4, 4))
    images = [torch.rand(1, 4, 160, 160, generator=torch.Generator().manual_seed(seed)) for seed in (0, 1)]
    for network, image in zip((first, second), images):
        network.calibrate([image, image[:, [1, 0, 3, 2]] * 2])
    cache, made = GraphCache(2), []

    def make(network: FeatureExtractor) -> bytes:
        made.append(network)
        return patch_graph(network)

    for network in (first, second):
        engine = OnnxEngine(cache.get(make, network), given=arrays(calibration_of(network)))
        with torch.inference_mode():
            expected = network(images[0], network.patch_margin)[0].numpy()
        assert np.allclose(engine.run(images[0][0].numpy(), "features")[0], expected, atol=1e-3)
    assert made == [first]
    assert not torch.allclose(*(network(images[0], network.patch_margin) for network in (first, second)), atol=1e-2)


def test_a_network_and_its_teacher_say_the_same_of_patches_in_either_engine(model: ClusterModel) -> None:
    network, cpu = model.in_torch().network, torch.device("cpu")
    teacher = network.teacher() if isinstance(network, TrainableNetwork) else None
    for one in filter(None, (network, teacher)):
        rows, cols = (2 * one.patch_margin + count * one.stride for count in (2, 1))
        image = torch.rand(1, model.bands, rows, cols, generator=torch.Generator().manual_seed(0))
        few, many = (patch_function(one.eval(), cpu, patches) for patches in (1, 1000))
        assert few is one
        assert many is not one
        with torch.inference_mode():
            assert torch.allclose(few(image, one.patch_margin), many(image, one.patch_margin), atol=1e-3)


def test_clusters_of_other_features_are_refused(model: ClusterModel) -> None:
    fewer = replace(model, centroids=model.centroids[:, :-1])
    size = model.feature_size
    with pytest.raises(ModelError, match=f"clusters have {size - 1} features, its network gives {size}; copy or train"):
        fewer.open_engine("cpu")
