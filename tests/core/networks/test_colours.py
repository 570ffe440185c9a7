"""Any number of bands becomes three colours."""

from __future__ import annotations

import pytest
import torch
from toy_tensors import smooth_noise

from clusternet_qgis.core.networks.light import LightNetwork


@pytest.mark.parametrize("bands", [1, 2, 4, 6, 12])
def test_other_bands_become_three_colours(bands: int) -> None:
    """With the variance of three normalised bands; what all bands share is grey."""
    network = LightNetwork(bands)
    image = smooth_noise(bands) + 2 * smooth_noise(1)
    image = (image - image.mean((0, 2, 3), keepdim=True)) / image.std((0, 2, 3), keepdim=True)
    network.calibrate([image])
    colours = torch.nn.functional.conv2d(image, network.colours[:, :, None, None])
    assert 0.8 * min(bands, 3) / bands < colours.var((0, 2, 3)).sum() / 3 < 1.01
    grey = torch.corrcoef(torch.stack([colours.mean(1).flatten(), image.mean(1).flatten()]))[0, 1]
    assert grey > 0.99


def test_three_bands_are_seen_as_they_are() -> None:
    network = LightNetwork(3)
    network.calibrate([smooth_noise()])
    assert torch.equal(network.colours, torch.eye(3))


def test_bands_that_say_nothing_do_no_harm() -> None:
    network = LightNetwork(5)
    network.calibrate([torch.zeros(1, 5, 96, 96)])
    assert torch.isfinite(network.colours).all()
