"""The light network: what it does with bands that photographs do not have."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor
from toy_tensors import smooth_noise

from clusternet_qgis.core.clustering.feature_space import space_of
from clusternet_qgis.core.networks.light import LightNetwork, light
from clusternet_qgis.core.networks.moments import Moments

BANDS = 6


@pytest.fixture(scope="module")
def network() -> LightNetwork:
    made = light(BANDS).eval()
    assert isinstance(made, LightNetwork)
    made.calibrate([picture(160, seed) for seed in range(4)])
    return made


def picture(side: int, seed: int = 0) -> Tensor:
    return torch.randn(1, BANDS, side, side, generator=torch.Generator().manual_seed(seed))


def test_untrained_features_are_what_varies_most_on_the_raster() -> None:
    """A third as many features as hidden ones and what the base model makes of them keep nearly all distances.

    Both count alike; features do not correlate.
    """
    network, image = light(3).eval(), smooth_noise()
    taught = network.out_weight.clone()
    network.calibrate([image])
    with torch.inference_mode():
        features, hidden = (part[0].flatten(1) for part in (network(image, 32), network.hidden(image, 32)))
        distances = sum(between_pixels(part) / part.var(1).sum() for part in (hidden, taught @ hidden))
    kept = between_pixels(features) / distances
    assert kept.std() < 0.05 * kept.mean()
    features = features.double()
    covariance = torch.cov(features)
    assert (covariance - covariance.diagonal().diag()).abs().max() < 0.05 * covariance.diagonal().max()


def between_pixels(features: Tensor) -> Tensor:
    """Squared distances of pixels that follow each other, of features (features, pixels)."""
    return ((features[:, 1:] - features[:, :-1]) ** 2).sum(0)


def test_more_than_three_bands_stand_beside_what_the_colours_tell(network: LightNetwork) -> None:
    image = picture(96 + 64)
    with torch.inference_mode():
        found = network(image, 32)
    assert found.shape == (1, network.feature_size, 49, 49)
    bands = found[0, -BANDS:]
    assert torch.allclose(bands[:, 5, 7], around(image, 32 + 10, 32 + 14), atol=1e-5)


def around(image: Tensor, row: int, col: int) -> Tensor:
    """Bands at a pixel and its neighbours, which count half and a quarter."""
    weights = torch.tensor([0.25, 0.5, 0.25])
    part = image[0, :, row - 1 : row + 2, col - 1 : col + 2]
    return torch.einsum("brc,r,c->b", part, weights, weights)


def test_tiles_of_many_bands_join(network: LightNetwork) -> None:
    margin, stride = network.margin, network.stride
    image = picture(4 * stride + 2 * margin)
    part = image[..., stride : 2 * stride + 2 * margin, stride : 3 * stride + 2 * margin]
    with torch.inference_mode():
        whole, alone = network(image), network(part.contiguous())
    first = stride // network.output_stride
    assert torch.allclose(whole[..., first : first + 17, first : first + 33], alone, atol=1e-4)


def test_the_more_bands_the_less_the_colours_count() -> None:
    shares = []
    for bands in (3, 4, 6, 12):
        network = light(bands)
        features = np.random.default_rng(0).normal(size=(500, network.feature_size)).astype(np.float32)
        variances = space_of(features, network.blocks, True).normalised(features).var(0)
        shares.append(variances[:64].sum() / variances.sum())
    assert shares[0] == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.01


def test_three_bands_have_no_block_of_their_own() -> None:
    assert [block.size for block in light(3).blocks] == [64]
    assert light(3).output_stride == 4


def test_settled_features_say_what_hidden_ones_can() -> None:
    """The features are those linear functions of hidden ones that come nearest to what is wanted."""
    network = LightNetwork(3)
    generator = torch.Generator().manual_seed(0)
    hidden = torch.randn(4000, network.hidden_size, generator=generator)
    seen = hidden @ torch.randn(network.hidden_size, 40, generator=generator)
    wanted = seen @ torch.randn(40, 100, generator=generator) + 5
    moments = Moments()
    moments.add(torch.cat([hidden, wanted], 1))
    network.set_output(moments.mean[: network.hidden_size], moments.covariance)
    features = hidden @ network.out_weight.T + network.out_bias
    distances, expected = torch.cdist(features[:50], features[:50]), torch.cdist(wanted[:50], wanted[:50])
    assert torch.allclose(distances, expected, rtol=0.01, atol=2)
    assert features.mean(0).abs().max() < 0.01 * features.std()
