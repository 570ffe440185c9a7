"""The third network of the published code: VGG16 as far as its third block, and a batch-normalised decoder."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..errors import DependencyError
from .block import Block
from .contract import TrainableNetwork
from .resampling import trimmed
from .unet import double_convolution
from .with_descriptors import WithDescriptors

# Simonyan and Zisserman 2015 (configuration D): channels of the convolutions of each block, all 3x3.
_BLOCKS = ((64, 64), (128, 128), (256, 256, 256))
_FROZEN_BLOCKS = 2
# Where those convolutions are in torchvision's `vgg16.features`, block by block.
_POSITIONS = ((0, 2), (5, 7), (10, 12, 14))
_WEIGHTS_FILE = "vgg16-397923af.pth"


def vgg16(bands: int, width: int = 16) -> TrainableNetwork:
    """The network beside colour and texture; `width` is that of its decoder, at least 32."""
    return WithDescriptors(VGG16(bands, width))


class VGG16(TrainableNetwork):
    """Backbone of two frozen blocks and one that is trained, decoded back to every pixel.

    Until `load_pretrained`, the backbone's weights are random, but the same for every seed.

    Args:
        bands: Bands of the input. Other than three are averaged to grey for the backbone.
        width: Channels of the decoder's last level.
    """

    stride = 2 ** (len(_BLOCKS) - 1)
    # Two 3x3 convolutions at each level, three at the lowest, reach 2 + 4 + 12 + 4 + 2 pixels far, and from a pixel at
    # the far side of its cell of 4, 3 pixels farther.
    margin = 28
    patch_margin = 2 * stride

    def __init__(self, bands: int, width: int) -> None:
        super().__init__()
        self.bands = bands
        features = max(width, 32)
        self.blocks = (Block(features),)
        self.bytes_per_pixel = 4 * (3 * _BLOCKS[0][-1] + 6 * features + 3 * bands)
        generator = torch.Generator().manual_seed(0)
        before = bands
        frozen: list[nn.Module] = []
        trained: list[nn.Module] = []
        for index, channels in enumerate(_BLOCKS):
            for after in channels:
                layer = (_FrozenConvolution if index < _FROZEN_BLOCKS else nn.Conv2d)(before, after, 3, padding=1)
                (frozen if index < _FROZEN_BLOCKS else trained).append(_initialised(layer, generator))
                before = after
        self.frozen, self.trained = nn.ModuleList(frozen), nn.ModuleList(trained)
        self.middle = double_convolution(_BLOCKS[2][-1] + _BLOCKS[1][-1], 2 * features, same_size=True)
        self.fine = double_convolution(2 * features + _BLOCKS[0][-1], features, same_size=True)

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        first = self._block(image, self.frozen[:2])
        second = self._block(functional.max_pool2d(first, 2), self.frozen[2:])
        third = self._block(functional.max_pool2d(second, 2), self.trained)
        x = self.middle(torch.cat([functional.interpolate(third, scale_factor=2.0), second], 1))
        x = self.fine(torch.cat([functional.interpolate(x, scale_factor=2.0), first], 1))
        return trimmed(x, margin)

    def slow_parameters(self) -> list[nn.Parameter]:
        """The third block's."""
        return list(self.trained.parameters())

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """See the contract."""
        self.estimate_batch_norms(images, self.patch_margin)

    def load_pretrained(self) -> None:
        """Takes the backbone's weights, trained on ImageNet, from where torchvision keeps them.

        Raises:
            DependencyError: They are not on this machine.
        """
        path = Path(torch.hub.get_dir()) / "checkpoints" / _WEIGHTS_FILE
        if not path.is_file():
            raise DependencyError(
                f"The network vgg16 starts from weights of torchvision, which are not at {path}. With torchvision "
                "installed in any Python, run there: import torchvision; torchvision.models.vgg16(weights="
                "'IMAGENET1K_V1'), which puts them there; or train the network 'light', which needs no download."
            )
        self.load_backbone(torch.load(path, map_location="cpu", weights_only=True))

    @torch.no_grad()
    def load_backbone(self, weights: dict[str, Tensor]) -> None:
        """Takes the backbone's weights by the names that torchvision's VGG16 has for them."""
        positions = [position for block in _POSITIONS for position in block]
        for layer, position in zip((*self.frozen, *self.trained), positions):
            weight = weights[f"features.{position}.weight"]
            if weight.shape[1] != layer.weight.shape[1]:  # the first one: its response to grey stays the same
                weight = weight.sum(1, keepdim=True).repeat(1, self.bands, 1, 1) / self.bands
            layer.weight.copy_(weight)
            layer.bias.copy_(weights[f"features.{position}.bias"])

    def _block(self, x: Tensor, layers: nn.ModuleList) -> Tensor:
        for layer in layers:
            x = functional.relu(layer(x))
        return x


class _FrozenConvolution(nn.Module):
    """A convolution whose weights travel with the network but are no parameters."""

    weight: Tensor
    bias: Tensor

    def __init__(self, before: int, after: int, kernel: int, padding: int) -> None:
        super().__init__()
        self.padding = padding
        self.register_buffer("weight", torch.zeros(after, before, kernel, kernel))
        self.register_buffer("bias", torch.zeros(after))

    def forward(self, x: Tensor) -> Tensor:
        return functional.conv2d(x, self.weight, self.bias, padding=self.padding)


def _initialised(layer: nn.Module, generator: torch.Generator) -> nn.Module:
    """He et al. 2015, from a generator of its own."""
    with torch.no_grad():
        weight: Tensor = layer.weight  # type: ignore[assignment]
        weight.normal_(0, math.sqrt(2 / weight[0].numel()), generator=generator)
        layer.bias.zero_()  # type: ignore[operator]
    return layer
