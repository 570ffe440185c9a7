"""Features that need no training on a raster: those of the backbone, colour and texture."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from . import test_time_augmentation
from .backbone import Backbone
from .block import Block
from .colours import COLOUR_AXES, to_colours
from .contract import FeatureExtractor
from .descriptors import ScaleDescriptors
from .moments import principal_directions
from .resampling import centre, doubled, halved, upsampled_cells

BACKBONE_FEATURES = 64
# Blocks of the backbone whose outputs are used, at strides 2, 4, 8 and 16, and their channels.
_LEVELS = {0: 16, 2: 24, 4: 40, 10: 112}
_LEVEL_FEATURES = BACKBONE_FEATURES // len(_LEVELS)
_SMALLEST_DEVIATION = 1e-5


class Teacher(FeatureExtractor):
    """Averages over four orientations of an image: better than one by far, and too slow for mapping.

    The light network learns from it to give the same in one pass. The variance of each of its blocks over the imagery
    that it was calibrated on is 1.

    Args:
        colours: (3, bands): how three colours are made of the bands.
        output_stride: 4, or 2 for a network that gives features at every second pixel.
    """

    colours: Tensor
    axes: Tensor
    seen_mean: Tensor
    seen_scale: Tensor

    margin = 448
    patch_margin = 64
    stride = 32
    bytes_per_pixel = 150

    def __init__(self, colours: Tensor, output_stride: int = 4) -> None:
        super().__init__()
        self.output_stride = output_stride
        self.bands = colours.shape[1]
        # Named as in files that are stored: `trunk` is the backbone, `tap` one of its levels, `seen` the descriptors.
        self.trunk = Backbone(tuple(_LEVELS))
        self.descriptors = ScaleDescriptors(len(colours))
        self.register_buffer("colours", colours)
        self.register_buffer("axes", torch.tensor(COLOUR_AXES), persistent=False)
        for index, channels in enumerate(_LEVELS.values()):
            self.register_buffer(f"tap_mean_{index}", torch.zeros(channels))
            self.register_buffer(f"tap_basis_{index}", torch.eye(_LEVEL_FEATURES, channels))
        sizes = (self.descriptors.colour_size, self.descriptors.texture_size)
        self.register_buffer("seen_mean", torch.zeros(sum(sizes)))
        self.register_buffer("seen_scale", torch.ones(sum(sizes)))
        self.blocks = (Block(BACKBONE_FEATURES, standardise=False), *map(Block, sizes))

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        return test_time_augmentation.averaged(
            lambda turned: self.of_one_orientation(turned, margin), test_time_augmentation.turnable(image)
        )

    def of_one_orientation(self, image: Tensor, margin: int) -> Tensor:
        """Features of the centre of an image as it is, of which `forward` is the mean over four orientations."""
        half = to_colours(halved(image), self.colours)
        levels = self.trunk(half)
        size = levels[0].shape[-2:]
        parts = []
        for index, level in enumerate(levels):
            mean, basis = getattr(self, f"tap_mean_{index}"), getattr(self, f"tap_basis_{index}")
            components = functional.conv2d(level, basis[:, :, None, None], -basis @ mean)
            parts.append(upsampled_cells(components, 2**index, size))
        features = torch.cat([*parts, self._described_alike(half)], 1)
        return centre(doubled(features) if self.output_stride == 2 else features, image, margin, self.output_stride)

    def descriptors_of(self, image: Tensor, margin: int) -> Tensor:
        """The blocks after the first, of one orientation, of the centre of an image with a margin."""
        described = self._described_alike(to_colours(halved(image), self.colours))
        if self.output_stride == 2:
            described = doubled(described)
        return centre(described, image, margin, self.output_stride)

    def _described_alike(self, half: Tensor) -> Tensor:
        return (self._described(half) - self.seen_mean[:, None, None]) * self.seen_scale[:, None, None]

    def _described(self, half: Tensor) -> Tensor:
        """Colour and texture, of colours that do not correlate: brightness would count three times."""
        described: Tensor = self.descriptors(functional.conv2d(half, self.axes[:, :, None, None]))
        return described

    @torch.no_grad()
    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Principal components of the backbone's features, and statistics of colour and texture."""
        halves = [to_colours(halved(image), self.colours) for image in images]
        described = torch.cat([self._described(half).movedim(1, 0).flatten(1) for half in halves], 1)
        self.seen_mean.copy_(described.mean(1))
        sizes = torch.tensor([block.size for block in self.blocks[1:]])
        self.seen_scale.copy_(_inverse(described.std(1)) / sizes.repeat_interleave(sizes).sqrt())
        for index, levels in enumerate(zip(*(self.trunk(half) for half in halves))):
            mean, basis = principal_directions(levels, _LEVEL_FEATURES)
            components = [functional.conv2d(level, basis[:, :, None, None]) for level in levels]
            variance = torch.cat([part.movedim(1, 0).flatten(1) for part in components], 1).var(1)
            # Each level counts alike, its components by their own variance.
            scale = _inverse(variance.sum().sqrt()) / len(_LEVELS) ** 0.5
            getattr(self, f"tap_mean_{index}").copy_(mean)
            getattr(self, f"tap_basis_{index}").copy_(basis * scale)


def _inverse(deviation: Tensor) -> Tensor:
    """0 for what never varied: it must not count, rather than count a million times."""
    return torch.where(deviation > _SMALLEST_DEVIATION, 1 / deviation, 0)
