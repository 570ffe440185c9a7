"""What stands beside learnt features, and when nothing does."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from clusternet_qgis.core.networks import build
from clusternet_qgis.core.networks.contract import TrainableNetwork
from clusternet_qgis.core.networks.descriptors import WindowDescriptors

NAMES = ["unet", "unet_same"]


def made(name: str, input_filter: str = "none") -> TrainableNetwork:
    torch.manual_seed(0)
    return build(name, bands=2, width=4, input_filter=input_filter).eval()


def image_for(network: TrainableNetwork) -> Tensor:
    side = network.stride + 2 * network.margin
    return torch.randn(1, network.bands, side, side, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("name", NAMES)
def test_colour_and_texture_of_the_same_pixels_stand_beside(name: str) -> None:
    network = made(name)
    image = image_for(network)
    descriptors = WindowDescriptors(2)
    surplus = network.margin - descriptors.margin
    around = image[..., surplus : image.shape[-2] - surplus, surplus : image.shape[-1] - surplus]
    with torch.inference_mode():
        learnt, colour, texture = network(image).split([block.size for block in network.blocks], 1)
        assert torch.equal(learnt, network.hidden(image))
        assert torch.allclose(torch.cat([colour, texture], 1), descriptors(around), atol=1e-6)
    assert colour.shape[1] == descriptors.colour_size
    assert texture.shape[1] == descriptors.texture_size


@pytest.mark.parametrize("name", NAMES)
def test_each_margin_gives_the_same_colour_and_texture(name: str) -> None:
    network = made(name)
    image = image_for(network)
    less = network.margin - network.patch_margin
    part = image[..., less : image.shape[-2] - less, less : image.shape[-1] - less]
    with torch.inference_mode():
        few, all_of_it = network(part, network.patch_margin), network(image)
    assert torch.allclose(few[:, network.blocks[0].size :], all_of_it[:, network.blocks[0].size :], atol=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_colour_counts_without_a_filter_and_not_with_one(name: str) -> None:
    plain, filtered = made(name), made(name, "sobel")
    assert len(plain.blocks) == 3
    assert len(filtered.blocks) == 1
    with torch.inference_mode():
        image = image_for(plain)
        assert not torch.allclose(plain(image), plain(image + 3), atol=1e-2)
        image = image_for(filtered)
        assert torch.allclose(filtered(image), filtered(image + 3), atol=1e-4)
        assert not torch.allclose(filtered(image), filtered(2 * image), atol=1e-4)
