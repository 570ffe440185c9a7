"""What gives every pixel a feature vector, and the registry of networks.

In come normalised images as tensors; out go features of each pixel, or of every so many. It must not know files:
neither rasters nor models, nor how features are clustered. The registry knows networks by name only, so that dialogs
list them without loading torch.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .contract import FeatureNetwork


@dataclass(frozen=True)
class NetworkEntry:
    """A network that users can choose.

    Attributes:
        module: File in this folder.
        constructor: Name in that file, called with the bands and the other options of the network.
        stride: Total stride; tile sizes are multiples of it.
        learning_rate: What it learns best with.
        takes_filter: Whether its input can be filtered.
    """

    module: str
    constructor: str
    stride: int
    learning_rate: float = 1e-3
    takes_filter: bool = False


NETWORKS = {
    "light": NetworkEntry("light", "light", 32, learning_rate=2e-3),
    "unet_same": NetworkEntry("unet", "unet_same", 8, takes_filter=True),
    "unet": NetworkEntry("unet", "unet", 16, takes_filter=True),
    "vgg16": NetworkEntry("vgg16", "vgg16", 4),
}


def build(name: str, **options: Any) -> FeatureNetwork:
    """Makes a network of the registry, untrained."""
    entry = NETWORKS[name]
    module = importlib.import_module(f".{entry.module}", __name__)
    network: FeatureNetwork = getattr(module, entry.constructor)(**options)
    return network
