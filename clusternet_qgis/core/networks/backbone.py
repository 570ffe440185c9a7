"""The first blocks of EfficientNet-Lite0 (Tan and Le 2019), trained on ImageNet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

_WEIGHTS_FILE = Path(__file__).with_name("backbone.npz")
# Repeats, kernel, stride, expansion, channels; as far as stride 16.
_STAGES = ((1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112))
_STEM_CHANNELS = 32


class Backbone(nn.Module):
    """Outputs of some of the first blocks, batch normalisations folded into the convolutions.

    Args:
        levels: Numbers of the blocks, the last ones at strides 2, 4, 8 and 16: 0, 2, 4, and 7 or 10.
    """

    def __init__(self, levels: Sequence[int]) -> None:
        super().__init__()
        self.levels = tuple(levels)
        self.stem = nn.Conv2d(3, _STEM_CHANNELS, 3, 2, 1)
        blocks: list[nn.Module] = []
        before = _STEM_CHANNELS
        for repeats, kernel, stride, expansion, channels in _STAGES:
            for repeat in range(repeats):
                blocks.append(_InvertedResidual(before, channels, kernel, 1 if repeat else stride, expansion))
                before = channels
        self.blocks = nn.ModuleList(blocks[: max(levels) + 1])
        weights = _weights()
        self.load_state_dict({name: weights[name] for name in self.state_dict()})

    def forward(self, image: Tensor) -> list[Tensor]:
        """Of an image of three bands with zero mean and unit deviation."""
        x = functional.relu6(self.stem(image))
        outputs = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in self.levels:
                outputs.append(x)
        return outputs


@lru_cache(maxsize=1)
def _weights() -> dict[str, Tensor]:
    with np.load(io.BytesIO(_WEIGHTS_FILE.read_bytes()), allow_pickle=False) as arrays:
        return {name: torch.from_numpy(array.astype(np.float32)) for name, array in arrays.items()}


class _InvertedResidual(nn.Module):
    def __init__(self, before: int, after: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        inner = before * expansion
        self.expand = nn.Conv2d(before, inner, 1) if expansion > 1 else None
        self.depthwise = nn.Conv2d(inner, inner, kernel, stride, kernel // 2, groups=inner)
        self.project = nn.Conv2d(inner, after, 1)
        self.adds = stride == 1 and before == after

    def forward(self, x: Tensor) -> Tensor:
        inner = functional.relu6(self.expand(x)) if self.expand is not None else x
        after: Tensor = self.project(functional.relu6(self.depthwise(inner)))
        return x + after if self.adds else after
