"""What every feature network promises, so that tiles join without a seam."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class FeatureNetwork(nn.Module):
    """Gives each pixel a feature vector that depends on nothing farther away than the margin.

    `forward` takes (batch, bands, rows + 2 margin, cols + 2 margin), rows and cols multiples of the stride, and gives
    (batch, feature_size, rows, cols): the features of the centre.

    Attributes:
        bands: Bands of the input.
        feature_size: Length of a feature vector.
        margin: Pixels it must see around those it answers for.
        stride: Its pooling meets tiles in the same phase if their origins are multiples of this.
    """

    bands: int
    feature_size: int
    margin: int
    stride: int


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
