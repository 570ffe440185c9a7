"""Resampling: samples stand on the pixels that they claim."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from clusternet_qgis.core.networks.resampling import (
    centre,
    doubled,
    doubled_cells,
    halved,
    trimmed,
    upsampled,
    upsampled_cells,
)


def plane(rows: int, cols: int, step: float = 1.0, offset: float = 0.0) -> Tensor:
    """Samples of a plane that stand on every so many pixels, the first on `offset`."""
    down, right = torch.meshgrid(torch.arange(float(rows)), torch.arange(float(cols)), indexing="ij")
    return (2 * (offset + step * down) - 3 * (offset + step * right) + 5)[None, None]


def test_between_features_is_interpolated() -> None:
    assert torch.allclose(upsampled(plane(4, 3, 4), 4, (12, 8)), plane(12, 8), atol=1e-5)
    noise = torch.randn(2, 3, 4, 3)
    assert torch.allclose(upsampled(noise, 4, (12, 8))[..., ::4, ::4], noise[..., :-1, :-1], atol=1e-6)
    assert torch.equal(upsampled(noise, 1, (4, 3)), noise)


def test_beyond_the_last_sample_the_rim_is_repeated() -> None:
    full = upsampled(plane(3, 3), 2, (7, 5))
    assert full.shape[-2:] == (7, 5)
    assert torch.equal(full[..., 4:, :], full[..., 4:5, :].expand(-1, -1, 3, -1))


def test_what_is_doubled_stands_between() -> None:
    assert torch.allclose(doubled(plane(4, 3, 2)), plane(7, 5), atol=1e-5)


def test_what_is_halved_stands_on_every_second_pixel() -> None:
    inner = (..., slice(1, -1), slice(1, -1))
    assert torch.allclose(halved(plane(9, 11))[inner], plane(5, 6, 2)[inner], atol=1e-5)


@pytest.mark.parametrize("factor", [1, 2, 4, 8])
def test_samples_of_cells_stand_in_the_middle_of_them(factor: int) -> None:
    """As the backbone gives them: sample i is about pixel factor * i - (factor - 1) / 2."""
    coarse = plane(6, 6, factor, -(factor - 1) / 2)
    full, inner = upsampled_cells(coarse, factor, (5 * factor, 5 * factor)), slice(factor, 4 * factor)
    assert torch.allclose(full[..., inner, inner], plane(5 * factor, 5 * factor)[..., inner, inner], atol=1e-4)


def test_cells_doubled_are_those_upsampled_by_two() -> None:
    noise = torch.randn(1, 3, 6, 7, generator=torch.Generator().manual_seed(0))
    size, inner = (12, 14), (..., slice(1, -2), slice(1, -2))
    assert torch.allclose(doubled_cells(noise, size)[inner], upsampled_cells(noise, 2, size)[inner], atol=1e-6)


def test_trimmed_leaves_the_middle() -> None:
    image = torch.arange(35.0).reshape(1, 1, 5, 7)
    assert torch.equal(trimmed(image, 2), torch.tensor([[[[16.0, 17.0, 18.0]]]]))
    assert torch.equal(trimmed(image, 0), image)


@pytest.mark.parametrize("output_stride", [1, 2, 4])
def test_the_centre_ends_where_the_next_tile_begins(output_stride: int) -> None:
    image, margin = plane(8 + 16, 16 + 16), 8
    found = centre(image[..., ::output_stride, ::output_stride], image, margin, output_stride)
    assert torch.equal(found, image[..., 8:17:output_stride, 8:25:output_stride])
