"""Colour and texture at several scales, as they are known without any training."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from .resampling import separable, upsampled

_SIGMAS = (1.0, 2.0, 4.0, 8.0)
_SMALLEST_VARIANCE = 1e-6


class Texture(nn.Module):
    """Colour and its neighbourhood, and at four scales blurred colour, gradient, Laplacian and deviation of brightness.

    Args:
        colours: Channels of the input.

    Attributes:
        colour_size: Length of the first part of the result, which is about colour.
        texture_size: Length of the rest.
    """

    def __init__(self, colours: int) -> None:
        super().__init__()
        self.colour_size = 3 * colours
        self.texture_size = colours + len(_SIGMAS) * (colours + 3)
        self._colours = colours

    def forward(self, image: Tensor) -> Tensor:
        """(batch, colours, rows, cols) to (batch, colour_size + texture_size, rows / 2, cols / 2)."""
        count = self._colours
        size = ((image.shape[-2] + 1) // 2, (image.shape[-1] + 1) // 2)
        bright = image.mean(1, keepdim=True)
        fine = _blurred(torch.cat([image, image**2, bright**2], 1), _SIGMAS[0], 2)
        middle = _blurred(fine, _rest(1, 2) / 2)
        around = _blurred(middle[:, : 2 * count], _rest(2, 3) / 2)
        keep = [*range(count), 2 * count]
        coarse = _blurred(middle[:, keep], _rest(2, 4) / 2, 2)
        coarsest = _blurred(coarse, _rest(4, 8) / 4, 2)
        parts = [fine[:, :count], around[:, :count], _deviation(around[:, :count], around[:, count:])]
        parts.append(image[..., ::2, ::2])
        for level, step in ((fine[:, keep], 1), (middle[:, keep], 1), (coarse, 2), (coarsest, 4)):
            mean = level[:, :count].mean(1, keepdim=True)
            parts.append(
                upsampled(
                    torch.cat([level[:, :count], *_slopes(mean), _deviation(mean, level[:, count:])], 1), step, size
                )
            )
        return torch.cat(parts, 1)


def _blurred(image: Tensor, sigma: float, stride: int = 1) -> Tensor:
    radius = int(3 * sigma + 0.5)
    weights = [math.exp(-(at**2) / (2 * sigma**2)) for at in range(-radius, radius + 1)]
    return separable(image, [weight / sum(weights) for weight in weights], stride)


def _rest(sigma: float, wanted: float) -> float:
    """Of the blur that makes `wanted` out of `sigma`."""
    return float((wanted**2 - sigma**2) ** 0.5)


def _deviation(mean: Tensor, square: Tensor) -> Tensor:
    return (square - mean**2).clamp_min(_SMALLEST_VARIANCE).sqrt()


def _slopes(image: Tensor) -> tuple[Tensor, Tensor]:
    """Length of the Sobel gradient, and the Laplacian."""
    x = functional.pad(image, (1, 1, 1, 1), mode="replicate")
    across, down = x[..., 2:] - x[..., :-2], x[..., 2:, :] - x[..., :-2, :]
    right = across[..., :-2, :] + 2 * across[..., 1:-1, :] + across[..., 2:, :]
    below = down[..., :-2] + 2 * down[..., 1:-1] + down[..., 2:]
    laplacian = x[..., 1:-1, 2:] + x[..., 1:-1, :-2] + x[..., 2:, 1:-1] + x[..., :-2, 1:-1] - 4 * image
    return (right**2 + below**2 + _SMALLEST_VARIANCE).sqrt(), laplacian
