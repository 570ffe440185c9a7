"""Patches as networks take them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .patches import PatchSet, PixelSample
from .progress import Progress

FloatArray = NDArray[np.float32]


class PatchImages:
    """Reads patches for networks of one spacing.

    Args:
        patches: To read.
        spacing: Every so many pixels get features.
        where: Device.
    """

    def __init__(self, patches: PatchSet, spacing: int, where: torch.device) -> None:
        self.patches = patches
        self._spacing = spacing
        self._device = where

    def __len__(self) -> int:
        return len(self.patches)

    def read(self, index: int, margin: int) -> tuple[Tensor, Tensor]:
        """A patch as a batch of one, and which of the pixels that get features count."""
        values, valid = self.patches.read(index, margin)
        image = torch.from_numpy(values)[None].to(self._device).contiguous(memory_format=torch.channels_last)
        step = self._spacing
        return image, torch.from_numpy(valid[::step, ::step].copy()).to(self._device)

    def some(self, count: int, margin: int, seed: int) -> list[Tensor]:
        """The same few patches at every call."""
        chosen = np.random.default_rng(seed).permutation(len(self.patches))[:count]
        return [self.read(int(index), margin)[0] for index in chosen]


class PatchFeatures:
    """A network's features of patches.

    Args:
        images: The patches.
        function: Of an image and its margin.
        margin: The margin.
        keep: Whether what was found is kept, in half precision: the function stays as it is.
    """

    def __init__(
        self, images: PatchImages, function: Callable[[Tensor, int], Tensor], margin: int, keep: bool = False
    ) -> None:
        self._images, self._function, self._margin = images, function, margin
        self._kept: dict[int, Tensor] | None = {} if keep else None

    def of(self, index: int) -> Tensor:
        """Features (features, rows, cols) of a patch."""
        if self._kept is not None and index in self._kept:
            return self._kept[index].float()
        image, valid = self._images.read(index, self._margin)
        with torch.no_grad():
            found = self._function(image, self._margin)[0, :, : valid.shape[0], : valid.shape[1]]
        if self._kept is not None:
            self._kept[index] = found.half()
        return found

    def of_sample(self, sample: PixelSample, progress: Progress) -> FloatArray:
        """Features of the sample's pixels (samples, features)."""
        parts = []
        for index in progress.track(sample.patches, len(sample.patches)):
            flat = self.of(int(index)).flatten(1).T
            parts.append(flat[torch.from_numpy(sample.positions[index]).to(flat.device)].cpu().numpy())
        return np.concatenate(parts)
