"""The input filter of the published code: gradients instead of colour."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class SobelFilter(nn.Module):
    """Horizontal and vertical gradient of the mean of the bands (DeepCluster, section 4, after Paulin et al.)."""

    channels = 2
    margin = 1

    def __init__(self, bands: int) -> None:
        super().__init__()
        across = torch.tensor([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]]) / 8
        kernels = torch.stack([across, across.T])[:, None].repeat(1, bands, 1, 1) / bands
        self.register_buffer("kernels", kernels, persistent=False)

    def forward(self, image: Tensor) -> Tensor:
        """(batch, bands, rows + 2, cols + 2) to (batch, 2, rows, cols)."""
        return nn.functional.conv2d(image, self.kernels)  # type: ignore[arg-type]
