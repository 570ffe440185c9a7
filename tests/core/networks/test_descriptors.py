"""Colour and texture as they are defined."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from clusternet_qgis.core.networks import descriptors


def test_colour_and_texture_are_means_and_deviations_of_windows() -> None:
    bands, rows, cols = 2, 5, 6
    side = 2 * descriptors.MARGIN
    image = torch.randn(1, bands, rows + side, cols + side, generator=torch.Generator().manual_seed(0))
    found = descriptors.describe(image)[0].numpy()
    values = image[0].numpy().astype(np.float64)
    assert len(found) == descriptors.colour_size(bands) + descriptors.texture_size(bands)
    for row, col in ((0, 0), (2, 3), (4, 5)):
        r, c = row + descriptors.MARGIN, col + descriptors.MARGIN
        windows = [
            values[:, r - size // 2 : r + size // 2 + 1, c - size // 2 : c + size // 2 + 1]
            for size in descriptors.WINDOWS
        ]
        means = [values[:, r, c], *(window.mean((1, 2)) for window in windows)]
        deviations = [window.std((1, 2)) for window in windows]
        assert found[:, row, col] == pytest.approx(np.concatenate(means + deviations), abs=1e-4)


@pytest.mark.parametrize("value", [0.0, 5.0, -8.0])
def test_a_flat_image_has_no_texture(value: float) -> None:
    side = 2 * descriptors.MARGIN + 3
    found = descriptors.describe(torch.full((1, 1, side, side), value))
    colours = descriptors.colour_size(1)
    assert torch.allclose(found[:, :colours], torch.tensor(value))
    assert found[:, colours:].abs().max() < 0.02
    assert torch.isfinite(found).all()
