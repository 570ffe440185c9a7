"""An encoder of the user's as the teacher of a network with another grid."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ..progress import Progress
from .contract import FeatureExtractor
from .encoder import EncoderNetwork
from .resampling import upsampled


class EncoderTeacher(FeatureExtractor):
    """An encoder's features at every so many pixels.

    Args:
        encoder: Opened.
        output_stride: Of the network that learns from it.
    """

    traceable = False

    def __init__(self, encoder: EncoderNetwork, output_stride: int) -> None:
        super().__init__()
        self.encoder, self.output_stride = encoder, output_stride
        self.bands = encoder.bands
        self.settle()

    def settle(self) -> None:
        """Takes what the contract promises from the encoder."""
        encoder = self.encoder
        self.blocks, self.bytes_per_pixel = encoder.blocks, encoder.bytes_per_pixel
        self.margin, self.patch_margin, self.stride = encoder.margin, encoder.patch_margin, self.output_stride

    def know_data(
        self, names: Sequence[str], mean: Sequence[float], std: Sequence[float], white: float | None, progress: Progress
    ) -> None:
        """See the contract."""
        self.encoder.know_data(names, mean, std, white, progress)

    def calibrate(self, images: Sequence[Tensor]) -> None:
        """See the contract."""
        self.encoder.calibrate(images)
        self.settle()

    @torch.no_grad()
    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        rows, cols = (size - 2 * margin for size in image.shape[-2:])
        beyond, step = int(self.output_stride > 1), self.output_stride
        full = upsampled(self.encoder(image, margin), self.encoder.output_stride, (rows + beyond, cols + beyond))
        return full[..., ::step, ::step].contiguous()
