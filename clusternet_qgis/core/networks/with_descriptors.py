"""Any network's features beside colour and texture."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from . import descriptors
from .block import Block
from .contract import TrainableNetwork


class WithDescriptors(TrainableNetwork):
    """A network's features, followed by the colour and texture of the neighbourhood.

    A few minutes of training teach a network what a neighbourhood means, but not to keep what it looks like; beside
    each other both are worth more than either (see docs/decisions.md).

    Args:
        network: Gives the learnt features, one for each pixel.
    """

    def __init__(self, network: TrainableNetwork) -> None:
        super().__init__()
        self.network = network
        self.bands = network.bands
        self.margin = max(network.margin, descriptors.MARGIN)
        self.patch_margin = max(network.patch_margin, descriptors.MARGIN)
        self.stride = network.stride
        colour, texture = descriptors.colour_size(self.bands), descriptors.texture_size(self.bands)
        self.blocks = (*network.blocks, Block(colour), Block(texture))
        self.bytes_per_pixel = network.bytes_per_pixel + 4 * 3 * (colour + texture)

    def hidden(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        least = self.network.margin if margin >= self.network.margin else self.network.patch_margin
        surplus = margin - least
        features: Tensor = self.network(_trimmed(image, surplus), least)
        return features

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        known = self.margin if margin is None else margin
        seen = descriptors.describe(_trimmed(image, known - descriptors.MARGIN))
        return torch.cat([self.hidden(image, margin), seen], 1)

    def load_pretrained(self) -> None:
        """See the contract."""
        self.network.load_pretrained()

    def slow_parameters(self) -> list[nn.Parameter]:
        """See the contract."""
        return self.network.slow_parameters()

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """See the contract."""
        self.estimate_batch_norms(images, self.patch_margin)


def _trimmed(image: Tensor, pixels: int) -> Tensor:
    """Without so many pixels on each side."""
    return image[..., pixels : image.shape[-2] - pixels, pixels : image.shape[-1] - pixels]
