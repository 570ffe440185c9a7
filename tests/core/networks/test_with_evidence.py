"""Evidence stands behind the network's features, on the same pixels, and the network never sees it."""

from __future__ import annotations

import pytest
import torch

from clusternet_qgis.core.errors import OptionsError
from clusternet_qgis.core.io.evidence_recipe import Channel, Evidence, ExtraInput
from clusternet_qgis.core.model.onnx_engine import OnnxEngine
from clusternet_qgis.core.model.onnx_graphs import arrays, calibration_of, patch_graph
from clusternet_qgis.core.model.torch_engine import network_for
from clusternet_qgis.core.networks.contract import FeatureExtractor
from clusternet_qgis.core.options import TrainOptions

EVIDENCE = Evidence(
    (ExtraInput("height", 1, "chm.tif"),),
    (Channel("height", "heights", "height", 0), Channel("exg", "indices", "index", argument="exg", bands=(0, 1, 2))),
    {"heights": 0.5, "colour": 0.0},
)
NETWORKS = ("light", "unet", "unet_same")


def network_of(name: str, evidence: Evidence | None = EVIDENCE) -> FeatureExtractor:
    weights = {} if name == "light" else {"colour": 0.0}
    evidence = evidence and Evidence(evidence.extras, evidence.channels, {"heights": 0.5, **weights})
    return network_for(TrainOptions(network=name, width=4), 3, evidence).eval()


def image_of(network: FeatureExtractor, bands: int, cells: int = 2) -> torch.Tensor:
    side = 2 * network.patch_margin + cells * network.stride
    return torch.randn(1, bands, side, side, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("name", NETWORKS)
@torch.no_grad()
def test_the_networks_own_features_are_those_without_evidence(name: str) -> None:
    network, alone = network_of(name), network_of(name, None)
    image = image_of(network, 5)
    features, own = network(image, network.patch_margin), alone(image[:, :3], network.patch_margin)
    assert features.shape[1] == network.feature_size == alone.feature_size + 2
    assert torch.equal(features[:, : alone.feature_size], own)
    image[:, 3:] += 5
    assert torch.equal(network(image, network.patch_margin)[:, : alone.feature_size], own)


@pytest.mark.parametrize("name", NETWORKS)
@torch.no_grad()
def test_evidence_stands_on_its_pixels(name: str) -> None:
    network = network_of(name)
    image, margin, step = image_of(network, 5), network.patch_margin, network.output_stride
    side = image.shape[-1]
    image[:, 3] = torch.arange(side) - margin
    image[:, 4] = torch.arange(side)[:, None] - margin
    features = network(image, margin)[0, -2:]
    samples = torch.arange(features.shape[-1]) * step
    assert torch.allclose(features[0], samples.float().expand_as(features[0]), atol=1e-3)
    assert torch.allclose(features[1], samples.float()[:, None].expand_as(features[1]), atol=1e-3)


@pytest.mark.parametrize("name", NETWORKS)
@torch.no_grad()
def test_onnx_runtime_gives_what_torch_gives(name: str) -> None:
    network = network_of(name)
    image = image_of(network, 5, 3)
    engine = OnnxEngine(patch_graph(network), given=arrays(calibration_of(network)))
    expected = network(image, network.patch_margin)[0].numpy()
    assert abs(engine.run(image[0].numpy(), "features")[0] - expected).max() < 1e-3


def test_networks_of_other_blocks_are_told_apart_by_those_that_keep_graphs() -> None:
    fewer = Evidence(EVIDENCE.extras, EVIDENCE.channels[:1])
    assert repr(network_of("light")) != repr(network_of("light", fewer))


def test_weights_are_those_given_and_unknown_blocks_are_a_sentence() -> None:
    weights = {block.name: block.weight for block in network_of("unet").blocks}
    assert weights == {"network": 1.0, "colour": 0.0, "texture": 1.0, "heights": 0.5, "indices": 1.0}
    with pytest.raises(OptionsError, match=r"the block .wings.; the blocks are .*texture"):
        network_for(TrainOptions(network="unet"), 3, Evidence(weights={"wings": 1.0}))


def test_what_teaches_the_light_network_sees_the_picture_alone() -> None:
    teacher = network_of("light").teacher()
    assert teacher is not None
    assert teacher.bands == 5
    assert teacher.feature_size == network_of("light", None).teacher().feature_size
