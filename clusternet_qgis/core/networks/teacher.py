"""What is known of a pixel without training on its raster: the backbone's features, colour and texture."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from . import test_time_augmentation
from .backbone import Backbone
from .block import Block
from .contract import FeatureExtractor
from .resampling import coloured, doubled, halved, principal, refined
from .texture import Texture

BACKBONE_FEATURES = 64
_TAPS = (0, 2, 4, 10)
_TAP_CHANNELS = (16, 24, 40, 112)
_TAP_FEATURES = BACKBONE_FEATURES // len(_TAPS)
_SMALLEST_DEVIATION = 1e-5
# Directions of the principal colours of photographs: grey, red against blue, green against both.
COLOUR_AXES = ((3**-0.5, 3**-0.5, 3**-0.5), (2**-0.5, 0.0, -(2**-0.5)), (-(6**-0.5), 2 * 6**-0.5, -(6**-0.5)))


class Teacher(FeatureExtractor):
    """Averages over four views of an image: better than one view by far, and too slow for mapping.

    It teaches the light network, which in one view learns to say the same. Its blocks' variances over the imagery that
    it was calibrated on are 1.

    Args:
        colours: (3, bands): how three colours are made of the bands.
        output_stride: 4, or 2 for those whom it teaches at every second pixel.
    """

    colours: Tensor
    axes: Tensor
    seen_mean: Tensor
    seen_scale: Tensor

    margin = 448
    patch_margin = 64
    stride = 32
    bytes_per_pixel = 150
    label_sets = 3

    def __init__(self, colours: Tensor, output_stride: int = 4) -> None:
        super().__init__()
        self.output_stride = output_stride
        self.bands = colours.shape[1]
        # Named as in models that are stored.
        self.trunk = Backbone(_TAPS)
        self.texture = Texture(len(colours))
        self.register_buffer("colours", colours)
        self.register_buffer("axes", torch.tensor(COLOUR_AXES), persistent=False)
        for index, channels in enumerate(_TAP_CHANNELS):
            self.register_buffer(f"tap_mean_{index}", torch.zeros(channels))
            self.register_buffer(f"tap_basis_{index}", torch.eye(_TAP_FEATURES, channels))
        seen = (self.texture.colour_size, self.texture.texture_size)
        self.register_buffer("seen_mean", torch.zeros(sum(seen)))
        self.register_buffer("seen_scale", torch.ones(sum(seen)))
        self.blocks = (Block(BACKBONE_FEATURES, standardise=False), *map(Block, seen))

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        return test_time_augmentation.averaged(
            lambda view: self._one_view(view, margin), test_time_augmentation.turnable(image)
        )

    def _one_view(self, image: Tensor, margin: int) -> Tensor:
        half = coloured(halved(image), self.colours)
        levels = self.trunk(half)
        size = levels[0].shape[-2:]
        parts = []
        for index, tap in enumerate(levels):
            mean, basis = getattr(self, f"tap_mean_{index}"), getattr(self, f"tap_basis_{index}")
            parts.append(refined(functional.conv2d(tap, basis[:, :, None, None], -basis @ mean), 2**index, size))
        seen = (self._seen(half) - self.seen_mean[:, None, None]) * self.seen_scale[:, None, None]
        both = torch.cat([*parts, seen], 1)
        return centre(doubled(both) if self.output_stride == 2 else both, image, margin, self.output_stride)

    def _seen(self, half: Tensor) -> Tensor:
        """Colour and texture, of colours that do not hang together: brightness would count three times."""
        seen: Tensor = self.texture(functional.conv2d(half, self.axes[:, :, None, None]))
        return seen

    @torch.no_grad()
    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Principal components of the backbone's features, and statistics of colour and texture."""
        halves = [coloured(halved(image), self.colours) for image in images]
        seen = torch.cat([self._seen(half).movedim(1, 0).flatten(1) for half in halves], 1)
        self.seen_mean.copy_(seen.mean(1))
        sizes = torch.tensor([block.size for block in self.blocks[1:]])
        self.seen_scale.copy_(_inverse(seen.std(1)) / sizes.repeat_interleave(sizes).sqrt())
        for index, levels in enumerate(zip(*(self.trunk(half) for half in halves))):
            mean, basis = principal(levels, _TAP_FEATURES)
            parts = torch.cat(
                [functional.conv2d(t, basis[:, :, None, None]).movedim(1, 0).flatten(1) for t in levels], 1
            )
            # Each tap counts alike, its components by their own variance.
            scale = _inverse(parts.var(1).sum().sqrt()) / len(_TAPS) ** 0.5
            getattr(self, f"tap_mean_{index}").copy_(mean)
            getattr(self, f"tap_basis_{index}").copy_(basis * scale)


def centre(features: Tensor, image: Tensor, margin: int, output_stride: int) -> Tensor:
    """Of features of a whole image, those of its centre; see `FeatureExtractor.forward`."""
    first = margin // output_stride
    rows, cols = ((size - 2 * margin) // output_stride + 1 for size in image.shape[-2:])
    return features[..., first : first + rows, first : first + cols]


def _inverse(deviation: Tensor) -> Tensor:
    """What never varied must not count, rather than count a million times."""
    return torch.where(deviation > _SMALLEST_DEVIATION, 1 / deviation, 0)
