"""The bands themselves: for embeddings, spectra and indices, which say of a pixel what there is to say."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ..io.embeddings import have_length
from ..io.normalisation import CLIP_DEVIATIONS
from .block import Block
from .contract import FeatureExtractor
from .resampling import trimmed


def pixels(bands: int) -> PixelNetwork:
    """The network."""
    return PixelNetwork(bands)


class PixelNetwork(FeatureExtractor):
    """Gives each pixel its own bands; there is nothing to train.

    Unit vectors stay as they are, and are clustered by the angles between them; other bands count alike.

    Args:
        bands: Bands of the input, any number.
    """

    margin = 0
    patch_margin = 0
    stride = 1
    keeps_unit_vectors = True

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.bands = bands
        self.blocks = (Block(bands),)
        self.bytes_per_pixel = 12 * bands + 16

    def extra_repr(self) -> str:
        """What tells its graph from others; it has no weights."""
        return f"bands={self.bands}"

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        return trimmed(image, self.margin if margin is None else margin)

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Finds out whether they are unit vectors."""
        vectors = torch.cat([image.movedim(1, 0).flatten(1) for image in images], 1)
        if have_length(vectors.cpu().numpy(), CLIP_DEVIATIONS):  # see `normalisation.of_unit_vectors`
            self.blocks = (Block(self.bands, standardise=False, unit=True),)
