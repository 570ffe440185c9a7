"""Colour and texture of each pixel's neighbourhood: features that need no training.

There are two extractors, and stored models need either: `WindowDescriptors` beside the U-Nets and VGG16,
`ScaleDescriptors` in the teacher of the light network.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from .resampling import separable, trimmed, upsampled

_WINDOWS = (3, 7, 15, 31)
_SIGMAS = (1.0, 2.0, 4.0, 8.0)
_SMALLEST_VARIANCE = 1e-6


class WindowDescriptors(nn.Module):
    """Mean and deviation of each band in square windows of 3, 7, 15 and 31 pixels, at every pixel.

    Args:
        bands: Of the input.

    Attributes:
        margin: Pixels around those described that it needs.
        colour_size: Length of the first part of the result: the values and their means.
        texture_size: Length of the rest: the deviations.
    """

    margin = max(_WINDOWS) // 2

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.colour_size = bands * (1 + len(_WINDOWS))
        self.texture_size = bands * len(_WINDOWS)

    def forward(self, image: Tensor) -> Tensor:
        """(batch, bands, rows + 2 margin, cols + 2 margin), normalised, to (batch, sizes, rows, cols)."""
        colour, texture = [trimmed(image, self.margin)], []
        for size in _WINDOWS:
            part = trimmed(image, self.margin - size // 2)
            mean = _box_mean(part, size)
            colour.append(mean)
            texture.append(_deviation(mean, _box_mean(part**2, size), 0))
        return torch.cat(colour + texture, 1)


class ScaleDescriptors(nn.Module):
    """Blurred colour, and gradient, Laplacian and deviation of brightness, at four scales of a Gaussian.

    Coarse scales are computed at a part of the resolution, and all are given at every second pixel.

    Args:
        colours: Channels of the input.

    Attributes:
        colour_size: Length of the first part of the result: colour, and its mean and deviation in the neighbourhood.
        texture_size: Length of the rest: what there is at each scale.
    """

    def __init__(self, colours: int) -> None:
        super().__init__()
        self.colour_size = 3 * colours
        self.texture_size = colours + len(_SIGMAS) * (colours + 3)
        self._colours = colours

    def forward(self, image: Tensor) -> Tensor:
        """(batch, colours, rows, cols) to (batch, sizes, rows / 2, cols / 2)."""
        count = self._colours
        size = ((image.shape[-2] + 1) // 2, (image.shape[-1] + 1) // 2)
        brightness = image.mean(1, keepdim=True)
        fine = _blurred(torch.cat([image, image**2, brightness**2], 1), _SIGMAS[0], 2)
        middle = _blurred(fine, _further(1, 2) / 2)
        around = _blurred(middle[:, : 2 * count], _further(2, 3) / 2)
        keep = [*range(count), 2 * count]
        coarse = _blurred(middle[:, keep], _further(2, 4) / 2, 2)
        coarsest = _blurred(coarse, _further(4, 8) / 4, 2)
        mean, square = around[:, :count], around[:, count:]
        parts = [fine[:, :count], mean, _deviation(mean, square, _SMALLEST_VARIANCE), image[..., ::2, ::2]]
        for scale, step in ((fine[:, keep], 1), (middle[:, keep], 1), (coarse, 2), (coarsest, 4)):
            parts.append(upsampled(_texture(scale[:, :count], scale[:, count:]), step, size))
        return torch.cat(parts, 1)


def _texture(colour: Tensor, brightness_square: Tensor) -> Tensor:
    """Colour at a scale, and gradient, Laplacian and deviation of its brightness."""
    brightness = colour.mean(1, keepdim=True)
    deviation = _deviation(brightness, brightness_square, _SMALLEST_VARIANCE)
    return torch.cat([colour, *_gradient_and_laplacian(brightness), deviation], 1)


def _deviation(mean: Tensor, mean_square: Tensor, smallest_variance: float) -> Tensor:
    return (mean_square - mean**2).clamp_min(smallest_variance).sqrt()


def _box_mean(image: Tensor, size: int) -> Tensor:
    """Means in square windows, rows and columns one after the other."""
    return functional.avg_pool2d(functional.avg_pool2d(image, (size, 1), 1), (1, size), 1)


def _blurred(image: Tensor, sigma: float, stride: int = 1) -> Tensor:
    return separable(image, _gaussian(sigma), stride)


def _gaussian(sigma: float) -> Sequence[float]:
    radius = int(3 * sigma + 0.5)
    weights = [math.exp(-(offset**2) / (2 * sigma**2)) for offset in range(-radius, radius + 1)]
    return [weight / sum(weights) for weight in weights]


def _further(sigma: float, wanted: float) -> float:
    """Sigma of the blur that makes a blur of `wanted` out of one of `sigma`."""
    return float((wanted**2 - sigma**2) ** 0.5)


def _gradient_and_laplacian(image: Tensor) -> tuple[Tensor, Tensor]:
    """Length of the Sobel gradient, and the Laplacian."""
    x = functional.pad(image, (1, 1, 1, 1), mode="replicate")
    across, down = x[..., 2:] - x[..., :-2], x[..., 2:, :] - x[..., :-2, :]
    right = across[..., :-2, :] + 2 * across[..., 1:-1, :] + across[..., 2:, :]
    below = down[..., :-2] + 2 * down[..., 1:-1] + down[..., 2:]
    laplacian = x[..., 1:-1, 2:] + x[..., 1:-1, :-2] + x[..., 2:, 1:-1] + x[..., :-2, 1:-1] - 4 * image
    return (right**2 + below**2 + _SMALLEST_VARIANCE).sqrt(), laplacian
