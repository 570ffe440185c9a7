"""The input filter gives gradients."""

from __future__ import annotations

import torch

from clusternet_qgis.core.networks.sobel_filter import SobelFilter


def test_the_sobel_filter_is_the_gradient_of_the_mean() -> None:
    ramp = torch.arange(6.0).repeat(5, 1)
    image = torch.stack([ramp, 3 * ramp])[None]
    gradient = SobelFilter(2)(image)
    assert gradient.shape == (1, 2, 3, 4)
    assert torch.allclose(gradient[0, 0].abs(), torch.full((3, 4), 2.0))
    assert torch.allclose(gradient[0, 1], torch.zeros(3, 4), atol=1e-6)
