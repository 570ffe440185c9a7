"""What gives every pixel a feature vector, and the registry of networks.

In come normalised images as tensors; out go features of each pixel, or of every so many. It must not know files:
neither rasters nor models, nor how features are clustered. The registry holds networks by name only, so that dialogs
list them without loading torch.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import OptionsError

if TYPE_CHECKING:
    from .contract import FeatureExtractor


@dataclass(frozen=True)
class NetworkEntry:
    """A network that users can choose.

    Attributes:
        module: File in this folder.
        constructor: Name in that file, called with the bands and the options.
        stride: Total stride; tile sizes are multiples of it. 1 if it is not known until the network is built.
        options: Fields of TrainOptions that it takes.
        learning_rate: By default.
        learns: Whether it can be trained; one that cannot gives features as they are, whatever epochs are asked for.
    """

    module: str
    constructor: str
    stride: int
    options: tuple[str, ...] = ()
    learning_rate: float = 1e-3
    learns: bool = True

    @property
    def takes_encoder(self) -> bool:
        """Whether it is, or learns from, a file of the user's."""
        return "encoder" in self.options

    @property
    def takes_filter(self) -> bool:
        """Whether its input can be filtered."""
        return "input_filter" in self.options


NETWORKS = {
    "light": NetworkEntry("light", "light", 32, ("encoder",), learning_rate=2e-3),
    "unet_same": NetworkEntry("unet", "unet_same", 8, ("width", "input_filter")),
    "unet": NetworkEntry("unet", "unet", 16, ("width", "input_filter")),
    "pixels": NetworkEntry("pixels", "pixels", 1, learns=False),
    "encoder": NetworkEntry("encoder", "encoder", 1, ("encoder",), learns=False),
    "vgg16": NetworkEntry("vgg16", "vgg16", 4, ("width",)),
}


def build(name: str, bands: int, **options: Any) -> FeatureExtractor:
    """Makes a network of the registry, untrained.

    Args:
        name: In the registry.
        bands: Of its input.
        options: Of the training; those that the network does not take are left out.

    Raises:
        OptionsError: Its input shall be filtered, and cannot be.
    """
    entry = NETWORKS[name]
    input_filter = options.get("input_filter", "none")
    if input_filter != "none" and not entry.takes_filter:
        raise OptionsError(f"The network {name} takes no input filter, not '{input_filter}'; use a U-Net with it.")
    module = importlib.import_module(f".{entry.module}", __name__)
    network: FeatureExtractor = getattr(module, entry.constructor)(
        bands, **{option: options[option] for option in entry.options if option in options}
    )
    return network
