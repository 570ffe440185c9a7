"""The light network: what it does with bands that photographs do not have."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from clusternet_qgis.core.clustering.feature_space import space_of
from clusternet_qgis.core.networks.light import LightNetwork, light

BANDS = 6


@pytest.fixture(scope="module")
def network() -> LightNetwork:
    made = light(BANDS).eval()
    assert isinstance(made, LightNetwork)
    made.calibrate([picture(160, seed) for seed in range(4)])
    return made


def picture(side: int, seed: int = 0) -> Tensor:
    return torch.randn(1, BANDS, side, side, generator=torch.Generator().manual_seed(seed))


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
