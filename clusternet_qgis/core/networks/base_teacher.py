"""What the base model says of an image that is turned in four ways, beside its colour and texture."""

from __future__ import annotations

import torch
from torch import Tensor

from . import test_time_augmentation
from .block import Block
from .contract import FeatureExtractor, TrainableNetwork
from .resampling import trimmed
from .teacher import Teacher


class BaseTeacher(FeatureExtractor):
    """Averages over four orientations: better than one, and too slow for mapping.

    A network that goes on from the base model learns from it to give the same in one pass. What taught the base model
    itself, features of photographs, would teach it less than it knows.

    Args:
        base: With the weights before training; its hidden features are taken.
        teacher: Whose colour and texture are taken.
    """

    margin = Teacher.margin
    patch_margin = Teacher.patch_margin
    stride = Teacher.stride
    bytes_per_pixel = Teacher.bytes_per_pixel

    def __init__(self, base: TrainableNetwork, teacher: Teacher) -> None:
        super().__init__()
        self.base, self.described = base, teacher
        self.bands, self.output_stride = base.bands, base.output_stride
        self.blocks = (Block(base.hidden_size, standardise=False), *teacher.blocks[1:])

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        return test_time_augmentation.averaged(
            lambda turned: self._one_orientation(turned, margin), test_time_augmentation.turnable(image)
        )

    def _one_orientation(self, image: Tensor, margin: int) -> Tensor:
        needed = self.base.margin if margin >= self.base.margin else self.base.patch_margin
        learnt = self.base.hidden(trimmed(image, margin - needed), needed)
        return torch.cat([learnt, self.described.descriptors_of(image, margin)], 1)
