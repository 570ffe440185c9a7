"""Features averaged over an image turned and flipped."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

# Quarter turns, and whether it is flipped afterwards.
ORIENTATIONS = ((0, False), (1, False), (2, True), (3, True))


def turned(image: Tensor, turns: int, flip: bool) -> Tensor:
    """Turned by quarters, then flipped."""
    image = _quarters(image, turns)
    return image.flip(-1) if flip else image


def turned_back(image: Tensor, turns: int, flip: bool) -> Tensor:
    """Undoes `turned`."""
    return _quarters(image.flip(-1) if flip else image, -turns)


def _quarters(image: Tensor, turns: int) -> Tensor:
    """As `torch.rot90`, which cannot be exported to ONNX."""
    if turns % 4 == 2:
        return image.flip(-2, -1)
    return image.transpose(-2, -1).flip(-2 if turns % 4 == 1 else -1) if turns % 2 else image


def turnable(image: Tensor) -> Tensor:
    """Pads a row and a column, so that features at every so many pixels stand on the same pixels after a turn."""
    return functional.pad(image, (0, 1, 0, 1), mode="replicate")


def averaged(features: Callable[[Tensor], Tensor], image: Tensor) -> Tensor:
    """Features of a turnable image, averaged over four orientations of it."""
    total = features(image)
    for turns, flip in ORIENTATIONS[1:]:
        other = turned(image, turns, flip).contiguous(memory_format=torch.channels_last)
        total = total + turned_back(features(other), turns, flip)
    return total / len(ORIENTATIONS)
