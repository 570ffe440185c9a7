"""Colour and texture of each pixel's neighbourhood, as they are known without any training."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

WINDOWS = (3, 7, 15, 31)
MARGIN = max(WINDOWS) // 2


def colour_size(bands: int) -> int:
    """Length of the colour descriptor."""
    return bands * (1 + len(WINDOWS))


def texture_size(bands: int) -> int:
    """Length of the texture descriptor."""
    return bands * len(WINDOWS)


def describe(image: Tensor) -> Tensor:
    """Colour: the values and their means in square windows. Texture: their deviations there.

    Args:
        image: (batch, bands, rows + 2 MARGIN, cols + 2 MARGIN), normalised.

    Returns:
        (batch, colour_size + texture_size, rows, cols).
    """
    rows, cols = image.shape[-2] - 2 * MARGIN, image.shape[-1] - 2 * MARGIN
    colour, texture = [centre(image, rows, cols)], []
    for size in WINDOWS:
        reach = size // 2
        part = centre(image, rows + 2 * reach, cols + 2 * reach)
        mean, square = _box(part, size), _box(part**2, size)
        colour.append(mean)
        texture.append((square - mean**2).clamp_min(0).sqrt())
    return torch.cat(colour + texture, 1)


def centre(image: Tensor, rows: int, cols: int) -> Tensor:
    """The middle of an image."""
    top, left = (image.shape[-2] - rows) // 2, (image.shape[-1] - cols) // 2
    return image[..., top : top + rows, left : left + cols]


def _box(image: Tensor, size: int) -> Tensor:
    """Means in square windows, rows and columns one after the other."""
    return avg_pool2d(avg_pool2d(image, (size, 1), 1), (1, size), 1)
