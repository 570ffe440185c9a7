"""Colour and texture as they are defined."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from clusternet_qgis.core.networks.descriptors import ScaleDescriptors, WindowDescriptors

MARGIN = WindowDescriptors.margin
SIZES = (3, 7, 15, 31)


def test_colour_and_texture_are_means_and_deviations_of_windows() -> None:
    bands, rows, cols = 2, 5, 6
    image = torch.randn(1, bands, rows + 2 * MARGIN, cols + 2 * MARGIN, generator=torch.Generator().manual_seed(0))
    descriptors = WindowDescriptors(bands)
    described = descriptors(image)[0].numpy()
    values = image[0].numpy().astype(np.float64)
    assert len(described) == descriptors.colour_size + descriptors.texture_size
    for row, col in ((0, 0), (2, 3), (4, 5)):
        r, c = row + MARGIN, col + MARGIN
        windows = [values[:, r - size // 2 : r + size // 2 + 1, c - size // 2 : c + size // 2 + 1] for size in SIZES]
        means = [values[:, r, c], *(window.mean((1, 2)) for window in windows)]
        deviations = [window.std((1, 2)) for window in windows]
        assert described[:, row, col] == pytest.approx(np.concatenate(means + deviations), abs=1e-4)


@pytest.mark.parametrize("value", [0.0, 5.0, -8.0])
def test_a_flat_image_has_no_texture(value: float) -> None:
    side = 2 * MARGIN + 3
    descriptors = WindowDescriptors(1)
    described = descriptors(torch.full((1, 1, side, side), value))
    assert torch.allclose(described[:, : descriptors.colour_size], torch.tensor(value))
    assert described[:, descriptors.colour_size :].abs().max() < 0.02
    assert torch.isfinite(described).all()


@pytest.mark.parametrize("descriptors", [WindowDescriptors(3), ScaleDescriptors(3)])
def test_nothing_of_them_is_stored_in_a_model(descriptors: nn.Module) -> None:
    assert not descriptors.state_dict()


# --- at scales


def parts(described: Tensor, colours: int) -> dict[str, Tensor]:
    """By what they are: of colour the parts, and of each scale colour, gradient, Laplacian and deviation."""
    names = ["fine", "around", "varying", "plain"]
    sizes = [colours] * 4
    for sigma in (1, 2, 4, 8):
        names += [f"{name}_{sigma}" for name in ("colour", "gradient", "laplacian", "deviation")]
        sizes += [colours, 1, 1, 1]
    return dict(zip(names, described.split(sizes, 1), strict=True))


def inner(array: Tensor) -> Tensor:
    """Away from the rim."""
    return array[..., 20:-20, 20:-20]


def test_each_second_pixel_is_described() -> None:
    descriptors = ScaleDescriptors(2)
    described = descriptors(torch.randn(1, 2, 33, 40, generator=torch.Generator().manual_seed(0)))
    assert described.shape == (1, descriptors.colour_size + descriptors.texture_size, 17, 20)


def test_colour_at_scales_is_what_a_gaussian_gives() -> None:
    image = torch.randn(1, 2, 160, 160, generator=torch.Generator().manual_seed(0))
    found = parts(ScaleDescriptors(2)(image), 2)
    assert torch.equal(found["plain"], image[..., ::2, ::2])
    for sigma, name in ((1, "fine"), (3, "around"), (1, "colour_1"), (2, "colour_2"), (4, "colour_4"), (8, "colour_8")):
        radius = 4 * sigma
        weights = torch.tensor([math.exp(-(at**2) / (2 * sigma**2)) for at in range(-radius, radius + 1)])
        kernel = torch.outer(weights, weights) / weights.sum() ** 2
        blurred = nn.functional.conv2d(image, kernel.expand(2, 1, -1, -1), padding=radius, groups=2)[..., ::2, ::2]
        difference = inner(found[name]) - inner(blurred)
        assert difference.std() < 0.2 * inner(blurred).std(), name


@pytest.mark.parametrize("value", [0.0, 3.0])
def test_a_flat_image_has_no_texture_at_any_scale(value: float) -> None:
    for name, part in parts(ScaleDescriptors(3)(torch.full((1, 3, 64, 64), value)), 3).items():
        flat = value if name in ("fine", "around", "plain") or name.startswith("colour") else 0.0
        assert torch.allclose(part, torch.tensor(flat), atol=0.01), name


def test_a_ramp_has_a_gradient_and_no_curvature() -> None:
    ramp = torch.arange(128.0).repeat(128, 1)[None, None] / 32
    found = parts(ScaleDescriptors(1)(ramp), 1)
    for sigma, step in ((1, 2), (2, 2), (4, 4), (8, 8)):
        slope = 8 * step / 32  # of Sobel's kernel, per sample of the scale
        assert torch.allclose(inner(found[f"gradient_{sigma}"]), torch.tensor(slope), rtol=0.01)
        assert inner(found[f"laplacian_{sigma}"]).abs().max() < 0.01
