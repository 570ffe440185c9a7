"""The features that are clustered: what the network has learnt, beside colour and texture."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from . import descriptors, networks
from .networks.contract import FeatureNetwork
from .options import TrainOptions


class PixelFeatures(nn.Module):
    """A network's features, followed by the colour and texture of the neighbourhood.

    A few minutes of training teach a network what a neighbourhood means, but not to keep what it looks like; beside
    each other both are worth more than either (see ARCHITECTURE.md). With a Sobel input filter colour is meant to be
    ignored, and the network stands alone.

    Args:
        network: Gives the learnt features.
        with_descriptors: Whether colour and texture follow them.

    Attributes:
        margin: Pixels to see around those to answer for.
        stride: The network's.
        learned_size: Length of the learnt part.
        blocks: Parts of a feature vector that count alike in distances.
    """

    def __init__(self, network: FeatureNetwork, with_descriptors: bool) -> None:
        super().__init__()
        self.network = network
        self.with_descriptors = with_descriptors
        self.margin = max(network.margin, descriptors.MARGIN)
        self.stride = network.stride
        self.learned_size = network.feature_size
        sizes = [network.feature_size]
        if with_descriptors:
            sizes += [descriptors.colour_size(network.bands), descriptors.texture_size(network.bands)]
        ends = [sum(sizes[: index + 1]) for index in range(len(sizes))]
        self.blocks = [slice(end - size, end) for size, end in zip(sizes, ends)]

    def learned(self, image: Tensor) -> Tensor:
        """The network's features (batch, learned_size, rows, cols) of an image with `margin`."""
        surplus = 2 * (self.margin - self.network.margin)
        learned: Tensor = self.network(descriptors.centre(image, image.shape[-2] - surplus, image.shape[-1] - surplus))
        return learned

    def forward(self, image: Tensor) -> Tensor:
        """(batch, bands, rows + 2 margin, cols + 2 margin) to (batch, features, rows, cols)."""
        learned = self.learned(image)
        if not self.with_descriptors:
            return learned
        surplus = 2 * (self.margin - descriptors.MARGIN)
        seen = descriptors.centre(image, image.shape[-2] - surplus, image.shape[-1] - surplus)
        return torch.cat([learned, descriptors.describe(seen)], 1)


def features_for(options: TrainOptions, bands: int) -> PixelFeatures:
    """What the options name, the network with random weights drawn from their seed."""
    torch.manual_seed(options.seed)
    network = networks.build(options.network, bands=bands, width=options.width, input_filter=options.input_filter)
    return PixelFeatures(network, with_descriptors=options.input_filter == "none")
