"""Small images as networks take them."""

from __future__ import annotations

import torch
from torch import Tensor


def smooth_noise(bands: int = 3, side: int = 256) -> Tensor:
    """(1, bands, side, side) of about zero mean and unit deviation, smooth over eight pixels."""
    generator = torch.Generator().manual_seed(1)
    coarse = torch.randn(1, bands, side // 8, side // 8, generator=generator)
    return torch.nn.functional.interpolate(coarse, (side, side), mode="bilinear").contiguous()
