"""The paper's U-Net (Girard et al. 2019, section 2; Ronneberger et al. 2015), and a variant that keeps the size."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from .block import Block
from .contract import TrainableNetwork
from .sobel_filter import SobelFilter
from .with_descriptors import WithDescriptors


def unet(bands: int, width: int = 16, input_filter: str = "none") -> TrainableNetwork:
    """The paper's: valid convolutions, four poolings, no normalisation; `width` 64 is the paper's size.

    With a Sobel filter colour is meant to be ignored, so none is put beside the learnt features.
    """
    network = UNet(bands, width, depth=4, same_size=False, input_filter=input_filter)
    return network if network.filter else WithDescriptors(network)


def unet_same(bands: int, width: int = 16, input_filter: str = "none") -> TrainableNetwork:
    """Padded convolutions, three poolings and batch normalisation: learns faster from random weights."""
    network = UNet(bands, width, depth=3, same_size=True, input_filter=input_filter)
    return network if network.filter else WithDescriptors(network)


class UNet(TrainableNetwork):
    """U-Net whose last layer, before any classifier, gives the features.

    The 2x2 convolutions after upsampling reach one pixel to one side. The deepest reaches left and up, the others
    right and down, which keeps the output within a pixel of the centre. All bookkeeping is in whole pixels of the
    input, so skip connections line up exactly.

    Args:
        bands: Bands of the input.
        width: Channels of the first level; each level below has twice as many.
        depth: Number of poolings.
        same_size: Zero-padded and batch-normalised instead of valid convolutions.
        input_filter: `none` or `sobel`.
    """

    def __init__(self, bands: int, width: int, depth: int, same_size: bool, input_filter: str) -> None:
        super().__init__()
        self.bands = bands
        features = max(width, 32)
        self.blocks = (Block(features),)
        self.bytes_per_pixel = 4 * (6 * features + 3 * bands)
        self.stride = 2**depth
        self.same_size = same_size
        self.filter = SobelFilter(bands) if input_filter == "sobel" else None
        self.unet_margin = _margin(depth, same_size)
        filtered = self.filter.margin if self.filter else 0
        self.margin = self.unet_margin + filtered
        # Padded convolutions run with a smaller margin too; valid ones need all of it.
        self.patch_margin = 2 * self.stride + filtered if same_size else self.margin

        sizes = [width * 2**level for level in range(depth + 1)]
        first = self.filter.channels if self.filter else bands
        self.encoder = nn.ModuleList(
            double_convolution(before, after, same_size) for before, after in zip([first, *sizes], sizes)
        )
        self.up = nn.ModuleList(nn.Conv2d(2 * size, size, 2) for size in sizes[:-1])
        self.decoder = nn.ModuleList(
            double_convolution(2 * size, features if level == 0 else size, same_size)
            for level, size in enumerate(sizes[:-1])
        )
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
                if layer.bias is not None:
                    nn.init.zeros_(layer.bias)

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract; the margin of valid convolutions is always all of it."""
        margin = self.margin if margin is None else margin
        if self.filter is not None:
            image, margin = self.filter(image), margin - self.filter.margin
        rows, cols = (size - 2 * margin for size in image.shape[-2:])
        # Pixel of the input at which each tensor's first pixel is.
        start, starts, skips = 0, [], []
        lost = 0 if self.same_size else 2
        x = image
        for level, block in enumerate(self.encoder):
            x = block(nn.functional.max_pool2d(x, 2) if level else x)
            start += lost * 2**level
            skips.append(x)
            starts.append(start)
        deepest = len(self.decoder) - 1
        for level in range(deepest, -1, -1):
            x, moved = self._up(x, level, reaches_left=level == deepest)
            start += moved * 2**level
            offset = (start - starts[level]) // 2**level
            x = torch.cat([_crop(skips[level], offset, x.shape[-2], x.shape[-1]), x], 1)
            x = self.decoder[level](x)
            start += lost * 2**level
        return _crop(x, margin - start, rows, cols)

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """See the contract."""
        self.estimate_batch_norms(images, self.patch_margin)

    def _up(self, x: Tensor, level: int, reaches_left: bool) -> tuple[Tensor, int]:
        """Upsampled by 2 and convolved 2x2; also how many pixels its first pixel moved."""
        x = nn.functional.interpolate(x, scale_factor=2, mode="nearest")
        if self.same_size:
            x = nn.functional.pad(x, (1, 0, 1, 0) if reaches_left else (0, 1, 0, 1))
        return self.up[level](x), 1 if reaches_left and not self.same_size else 0


def double_convolution(before: int, after: int, same_size: bool) -> nn.Sequential:
    """Two 3x3 convolutions, each with ReLU; of the same size they are padded and batch-normalised."""
    layers: list[nn.Module] = []
    for channels in (before, after):
        layers.append(nn.Conv2d(channels, after, 3, padding=1 if same_size else 0, bias=not same_size))
        if same_size:
            layers.append(nn.BatchNorm2d(after))
        layers.append(nn.ReLU(inplace=True))
    return nn.Sequential(*layers)


def _crop(x: Tensor, offset: int, rows: int, cols: int) -> Tensor:
    return x[..., offset : offset + rows, offset : offset + cols]


def _margin(depth: int, same_size: bool) -> int:
    """Pixels that the network must see on each side of an output whose sides are multiples of 2 ** depth.

    Two 3x3 convolutions lose 2 pixels of their level on each side, going down and up; the 2x2 convolutions lose
    2 ** (depth - 1) on the left and one less on the right.
    """
    reach = 2 * (2 ** (depth + 1) - 1) + 2 * (2**depth - 1) + 2 ** (depth - 1)
    stride = 2**depth
    if same_size:
        # A pixel at the far side of its pooling cell depends on as many pixels beyond it as one at the near side.
        return -(-(reach + stride - 1) // (stride // 2)) * (stride // 2)
    # Valid poolings must come out even at each level: size - 4 - 8 - 16 ... must be a multiple of the stride.
    lost = sum(4 * 2**level for level in range(depth))
    return next(margin for margin in range(reach, reach + stride) if (2 * margin - lost) % stride == 0)
