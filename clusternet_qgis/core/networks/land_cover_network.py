"""The base model with the head that says what land cover it sees."""

from __future__ import annotations

import io

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from . import light
from .block import Block
from .contract import FeatureExtractor
from .land_cover import LAND_COVER

_COLOURS = 3
# Logits are divided by it: of places that were left out of the lessons fewer names are right than the head believes. It
# leaves a twentieth of their pixels with a certainty of .9, where there was a sixth, and noise is named no longer.
_TEMPERATURE = 1.5


class LandCoverNetwork(FeatureExtractor):
    """Gives the probabilities of the kinds of `LAND_COVER` and, last, of none of them, of an image in true colours.

    Its weights are those of the base model, which is the same for all rasters.
    """

    head_weight: Tensor
    head_bias: Tensor

    bands = _COLOURS
    margin = light.LightNetwork.margin
    patch_margin = light.LightNetwork.patch_margin
    stride = light.LightNetwork.stride
    output_stride = light.LightNetwork.output_stride
    bytes_per_pixel = light.LightNetwork.bytes_per_pixel

    def __init__(self) -> None:
        super().__init__()
        self.blocks = (Block(len(LAND_COVER) + 1, standardise=False),)
        self.base = light.light(_COLOURS)
        with np.load(io.BytesIO(light.BASE_MODEL.read_bytes()), allow_pickle=False) as arrays:
            weight, bias = (
                torch.from_numpy(arrays[light.LAND_COVER_PREFIX + name].astype(np.float32))
                for name in ("weight", "bias")
            )
        self.register_buffer("head_weight", weight[:, :, None, None] / _TEMPERATURE)
        self.register_buffer("head_bias", bias / _TEMPERATURE)
        self.eval().requires_grad_(False)

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        return functional.conv2d(self.base.hidden(image, margin), self.head_weight, self.head_bias).softmax(1)
