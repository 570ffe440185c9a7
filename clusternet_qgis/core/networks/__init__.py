"""Registry of feature networks. Knows them by name only, so that dialogs list them without loading torch."""

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
        title: For people.
        module: File in this folder.
        constructor: Name in that file, called with the bands and the other options of the network.
        stride: Total stride; tile sizes are multiples of it.
        spacing: It gives every so many pixels features; those between are interpolated.
    """

    title: str
    module: str
    constructor: str
    stride: int
    spacing: int = 1


NETWORKS = {
    "light": NetworkEntry("Light network on an ImageNet trunk, at half resolution", "light", "light", 32, 4),
    "unet_same": NetworkEntry("U-Net, size-preserving, batch-normalised", "unet", "unet_same", 8),
    "unet": NetworkEntry("U-Net of the paper, valid convolutions", "unet", "unet", 16),
}


def build(name: str, **options: Any) -> FeatureNetwork:
    """Makes a network of the registry, untrained."""
    entry = NETWORKS[name]
    module = importlib.import_module(f".{entry.module}", __name__)
    network: FeatureNetwork = getattr(module, entry.constructor)(**options)
    return network
