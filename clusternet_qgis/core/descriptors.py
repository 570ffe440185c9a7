"""Colour and texture of each pixel's neighbourhood: what the first pseudo-labels of an untrained network come from."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

WINDOWS = (5, 15)
MARGIN = max(WINDOWS) // 2


def describe(image: Tensor) -> Tensor:
    """Values, and their mean and deviation in windows of two sizes.

    Args:
        image: (batch, bands, rows + 2 MARGIN, cols + 2 MARGIN), normalised.

    Returns:
        (batch, 5 bands, rows, cols).
    """
    rows, cols = image.shape[-2] - 2 * MARGIN, image.shape[-1] - 2 * MARGIN
    parts = [_centre(image, rows, cols)]
    for size in WINDOWS:
        mean = avg_pool2d(image, size, 1)
        square = avg_pool2d(image**2, size, 1)
        parts += [_centre(mean, rows, cols), _centre((square - mean**2).clamp_min(0).sqrt(), rows, cols)]
    return torch.cat(parts, 1)


def _centre(image: Tensor, rows: int, cols: int) -> Tensor:
    top, left = (image.shape[-2] - rows) // 2, (image.shape[-1] - cols) // 2
    return image[..., top : top + rows, left : left + cols]
