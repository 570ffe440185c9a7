"""Any network's features beside colour and texture."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from .block import Block
from .contract import TrainableNetwork
from .descriptors import WindowDescriptors
from .resampling import trimmed


class WithDescriptors(TrainableNetwork):
    """A network's features, followed by the colour and texture of the neighbourhood.

    A few minutes of training teach a network what a neighbourhood means, but not to keep what it looks like; beside
    each other both are worth more than either (see ARCHITECTURE.md).

    Args:
        network: Gives the learnt features, one for each pixel.
    """

    def __init__(self, network: TrainableNetwork) -> None:
        super().__init__()
        self.network = network
        self.bands = network.bands
        self.descriptors = WindowDescriptors(self.bands)
        self.margin = max(network.margin, self.descriptors.margin)
        self.patch_margin = max(network.patch_margin, self.descriptors.margin)
        self.stride = network.stride
        sizes = (self.descriptors.colour_size, self.descriptors.texture_size)
        described = (Block(size, name=name) for name, size in zip(("colour", "texture"), sizes))
        self.blocks = (*network.blocks, *described)
        self.bytes_per_pixel = network.bytes_per_pixel + 4 * 3 * sum(sizes)

    def hidden(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        needed = self.network.margin if margin >= self.network.margin else self.network.patch_margin
        features: Tensor = self.network(trimmed(image, margin - needed), needed)
        return features

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        described = self.descriptors(trimmed(image, margin - self.descriptors.margin))
        return torch.cat([self.hidden(image, margin), described], 1)

    def load_pretrained(self) -> None:
        """See the contract."""
        self.network.load_pretrained()

    def slow_parameters(self) -> list[nn.Parameter]:
        """See the contract."""
        return self.network.slow_parameters()

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """See the contract."""
        self.estimate_batch_norms(images, self.patch_margin)
