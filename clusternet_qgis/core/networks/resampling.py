"""Resampling on aligned grids, where sample i of a map with stride s stands on pixel s * i."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional


def halved(image: Tensor) -> Tensor:
    """Half the resolution; sample i stands on pixel 2 i. Beyond the edge is 0, the mean of normalised values.

    Args:
        image: (batch, channels, rows, cols).
    """
    channels = int(image.shape[1])
    weights = torch.tensor([0.25, 0.5, 0.25]).to(image)
    # One pass without a padded copy: over few channels ONNX Runtime takes 60 % of the time of other ways.
    kernel = torch.outer(weights, weights).expand(channels, 1, 3, 3).contiguous()
    return functional.conv2d(image, kernel, stride=2, padding=1, groups=channels)


def separable(image: Tensor, weights: Sequence[float], stride: int) -> Tensor:
    """Filtered by the same weights along columns and rows, the edge repeated."""
    # Numbers and not traced sizes: ONNX asks for kernels of fixed size.
    channels, radius = int(image.shape[1]), len(weights) // 2
    kernel = torch.tensor([list(weights)] * channels, dtype=image.dtype, device=image.device)
    x = functional.pad(image, (0, 0, radius, radius), mode="replicate")
    x = functional.conv2d(x, kernel[:, None, :, None], stride=(stride, 1), groups=channels)
    x = functional.pad(x, (radius, radius, 0, 0), mode="replicate")
    return functional.conv2d(x, kernel[:, None, None, :], stride=(1, stride), groups=channels)


def upsampled(x: Tensor, factor: int, size: Sequence[int]) -> Tensor:
    """Sample i becomes sample factor * i, with bilinear values between.

    Args:
        x: (batch, channels, ...).
        factor: Any, 1 included.
        size: Rows and columns of the result; beyond the last sample the edge is repeated.
    """
    if factor > 1:
        rows, cols = ((side - 1) * factor + 1 for side in x.shape[-2:])
        x = functional.interpolate(x, (rows, cols), mode="bilinear", align_corners=True)
    return cropped_or_padded(x, size)


def trimmed(image: Tensor, pixels: int) -> Tensor:
    """Without so many pixels on each side."""
    return image[..., pixels : image.shape[-2] - pixels, pixels : image.shape[-1] - pixels]


def centre(features: Tensor, image: Tensor, margin: int, output_stride: int) -> Tensor:
    """Of features of a whole image, those of its centre; see `FeatureExtractor.forward`."""
    first = margin // output_stride
    rows, cols = ((size - 2 * margin) // output_stride + 1 for size in image.shape[-2:])
    return features[..., first : first + rows, first : first + cols]


def doubled(x: Tensor) -> Tensor:
    """n samples become 2 n - 1 of a grid twice as fine."""
    rows, cols = (2 * side - 1 for side in x.shape[-2:])
    return functional.interpolate(x, (rows, cols), mode="bilinear", align_corners=True)


def upsampled_cells(x: Tensor, factor: int, size: Sequence[int]) -> Tensor:
    """Upsamples the backbone's features to where they belong: sample i becomes sample factor * i - (factor - 1) / 2.

    The backbone was trained with paddings that put sample i of stride s at s * i + (s - 1), and its features there are
    of the middle of its cell, s * i + (s - 1) / 2. Padded alike on both sides, as here, it is s - 1 samples earlier.
    """
    if factor > 1:
        x = functional.interpolate(x, scale_factor=factor, mode="bilinear", align_corners=False)
    return cropped_or_padded(x, size, factor - 1)


def doubled_cells(x: Tensor, size: Sequence[int]) -> Tensor:
    """As `upsampled_cells` by 2, of maps with many channels.

    Repeated and filtered they stay in the layout of convolutions, in which ONNX Runtime adds and filters them further.

    Args:
        x: (batch, channels, ...).
        size: Rows and columns of the result; beyond the last sample the edge is repeated.
    """
    channels = int(x.shape[1])
    weights = torch.tensor([0.25, 0.5, 0.25]).to(x)
    kernel = torch.outer(weights, weights).expand(channels, 1, 3, 3).contiguous()
    x = cropped_or_padded(x, [(side + 1) // 2 + 1 for side in size])
    x = functional.interpolate(x, scale_factor=2.0, mode="nearest")
    return cropped_or_padded(functional.conv2d(x, kernel, groups=channels), size)


def cropped_or_padded(x: Tensor, size: Sequence[int], first: int = 0) -> Tensor:
    """Cut to the size from a first row and column; where that is too small, the edge is repeated."""
    missing = [max(first + wanted - side, 0) for wanted, side in zip(size, x.shape[-2:])]
    if any(missing):  # otherwise graphs would hold a copy
        x = functional.pad(x, (0, missing[1], 0, missing[0]), mode="replicate")
    if (first, *x.shape[-2:]) == (0, *size):
        return x
    return x[..., first : first + size[0], first : first + size[1]]
