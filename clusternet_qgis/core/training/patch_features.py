"""Patches as tensors, and the features that a network gives of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor

from ..arrays import FloatArray
from ..model.engines import patch_engine
from ..networks.contract import FeatureExtractor
from ..prefetching import prefetched
from ..progress import Progress
from . import process_group
from .patches import PatchSet, PixelSample


class PatchImages:
    """Reads patches for networks of one output stride.

    Args:
        patches: To read.
        output_stride: Every so many pixels get features.
        device: Where the images go.
    """

    def __init__(self, patches: PatchSet, output_stride: int, device: torch.device) -> None:
        self.patches = patches
        self._output_stride = output_stride
        self.device = device

    def read(self, index: int, margin: int) -> tuple[Tensor, Tensor]:
        """A patch as a batch of one, and which of the pixels that get features count."""
        values, valid = self.patches.read(index, margin)
        image = torch.from_numpy(values)[None].to(self.device).contiguous(memory_format=torch.channels_last)
        step = self._output_stride
        return image, torch.from_numpy(valid[::step, ::step].copy()).to(self.device)

    def some(self, count: int, margin: int, seed: int) -> Iterator[Tensor]:
        """The same few patches at every call, one by one."""
        return (self.read(index, margin)[0] for index in self.numbers_of_some(count, seed))

    def numbers_of_some(self, count: int, seed: int) -> list[int]:
        """Numbers of the patches that `some` gives."""
        chosen: list[int] = np.random.default_rng(seed).permutation(len(self.patches))[:count].tolist()
        return chosen


def patch_function(network: FeatureExtractor, device: torch.device, patches: int) -> Callable[[Tensor, int], Tensor]:
    """A network as it is now, as a function of an image and its margin, in the fastest engine for so many patches.

    Args:
        network: In the mode of evaluation. Only its own `patch_margin` may be asked for.
        device: Where it is.
        patches: How many images will come.
    """
    engine = patch_engine(network, patches) if device.type == "cpu" else None
    if engine is None:
        return network
    return lambda image, margin: torch.from_numpy(engine.run(image[0].numpy(), "features")[0])[None]


class PatchFeatures:
    """A network's features of patches.

    Args:
        images: The patches.
        function: Of an image and its margin.
        margin: The margin.
        keep: Whether features are kept, in half precision, for a function that does not change.
    """

    def __init__(
        self, images: PatchImages, function: Callable[[Tensor, int], Tensor], margin: int, keep: bool = False
    ) -> None:
        self._images, self._function, self._margin = images, function, margin
        self._kept: dict[int, Tensor] | None = {} if keep else None

    def of(self, index: int) -> Tensor:
        """Features (features, rows, cols) of a patch."""
        if self._kept is None:
            return self._computed(index, *self._images.read(index, self._margin))
        if index not in self._kept:
            self._computed(index, *self._images.read(index, self._margin))
        return self._kept[index].float()  # rounded at the first time as well

    def _computed(self, index: int, image: Tensor, valid: Tensor) -> Tensor:
        with torch.no_grad():
            features = self._function(image, self._margin)[0, :, : valid.shape[0], : valid.shape[1]]
        if self._kept is not None:
            self._kept[index] = features.half()
        return features

    def of_sample(self, sample: PixelSample, progress: Progress) -> FloatArray:
        """Features of the sample's pixels (samples, features); each process computes its share of them."""
        every = [int(index) for index in sample.patches]
        indices = every[process_group.share_of(len(every))]
        parts = []
        with prefetched((self._images.read(index, self._margin) for index in indices), progress.check) as read:
            for index, (image, valid) in zip(indices, progress.track(read, len(indices))):
                flat = self._computed(index, image, valid).flatten(1).T
                parts.append(flat[torch.from_numpy(sample.positions[index]).to(flat.device)].cpu().numpy())
        return np.concatenate(process_group.gathered(parts))
