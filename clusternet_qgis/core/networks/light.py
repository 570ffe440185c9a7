"""A light network on an ImageNet trunk: EfficientNet-Lite0 to stride 16, a pyramid decoder, colour and texture beside.

It works at half the raster's resolution and gives features at every fourth pixel. All grids are aligned: sample i of a
map with stride s stands on pixel s * i. Strided convolutions with symmetric padding and upsampling by corners keep
that; what the trunk has learnt stands half a cell before, see `_refined`.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..errors import OptionsError
from .contract import Block, FeatureNetwork

_WEIGHTS = Path(__file__).with_name("trunk.npz")
# Tan and Le 2019 (EfficientNet-Lite0): repeats, kernel, stride, expansion, channels; as far as stride 16.
_STAGES = ((1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112))
_STEM_CHANNELS = 32
# Blocks whose outputs are used, with their channels: the last ones at strides 2, 4, 8 and 16.
_TAPS = {0: 16, 2: 24, 4: 40, 10: 112}
_TAP_FEATURES = 16
_WIDTH = 48
_LEARNED = 64
_HIDDEN = 64
_MOST_COLOURS = 3
_SIGMAS = (1.0, 2.0, 4.0, 8.0)
_SMALLEST_VARIANCE = 1e-6
_SMALLEST_DEVIATION = 1e-5


def light(bands: int, width: int = 0, input_filter: str = "none") -> FeatureNetwork:
    """The light network; its width is fixed, and it sees colours only."""
    if input_filter != "none":
        raise OptionsError(f"The light network takes no input filter, not '{input_filter}'; use a U-Net with it.")
    return LightNetwork(bands)


class LightNetwork(FeatureNetwork):
    """Soft pseudo-labels beside features of the trunk, colour and texture.

    The first block is the square root of the classifier's chances (their Hellinger distances are Euclidean), brought
    down to its principal components: chances of hundreds of labels say more than the hidden features that they come
    from.

    Args:
        bands: Bands of the input, any number.
    """

    colour_basis: Tensor
    head_weight: Tensor
    head_bias: Tensor
    soft_mean: Tensor
    soft_basis: Tensor
    seen_mean: Tensor
    seen_scale: Tensor

    # By arithmetic 451: 225 samples at half resolution (trunk 169, decoder and upsampling 56), and one pixel to get
    # there. What lies beyond 440 pixels has never been seen to change a feature; the contract tests hold it.
    margin = 448
    train_margin = 32
    stride = 32
    spacing = 4
    bytes_per_pixel = 150
    label_sets = 3
    label_clusters = 256
    fixed_labels = True

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.bands = bands
        self.colours = min(bands, _MOST_COLOURS)
        self.trunk = Trunk(bands)
        self.texture = Texture(self.colours)
        self.blocks = (
            Block(_LEARNED, alike=False),
            Block(_TAP_FEATURES * len(_TAPS), alike=False),
            Block(3 * self.colours),
            Block(self.texture.channels),
        )
        seen = 3 * self.colours + self.texture.channels
        self.register_buffer("colour_basis", torch.eye(self.colours, bands))
        for index, channels in enumerate(_TAPS.values()):
            self.register_buffer(f"tap_mean_{index}", torch.zeros(channels))
            self.register_buffer(f"tap_basis_{index}", torch.eye(_TAP_FEATURES, channels))
        labels = self.label_sets * self.label_clusters
        self.register_buffer("head_weight", torch.zeros(labels, _HIDDEN, 1, 1))
        self.register_buffer("head_bias", torch.zeros(labels))
        self.register_buffer("soft_mean", torch.zeros(labels))
        self.register_buffer("soft_basis", torch.eye(_LEARNED, labels))
        self.register_buffer("seen_mean", torch.zeros(1, seen, 1, 1))
        self.register_buffer("seen_scale", torch.ones(1, seen, 1, 1))
        self.lateral = nn.ModuleList(nn.Conv2d(channels, _WIDTH, 1) for channels in _TAPS.values())
        self.refine = nn.ModuleList(_refinement() for _ in range(len(_TAPS) - 1))
        self.mix = nn.Sequential(nn.Conv2d(seen, _WIDTH, 1), nn.ReLU6(), nn.Conv2d(_WIDTH, _WIDTH, 1))
        self.project = nn.Sequential(nn.Conv2d(_WIDTH, 2 * _WIDTH, 1), nn.ReLU6(), nn.Conv2d(2 * _WIDTH, _HIDDEN, 1))

    @property
    def hidden_size(self) -> int:
        """See the contract."""
        return _HIDDEN

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        half = _halved(image)
        taps = self.trunk(half)
        seen = self._seen(half)
        size = seen.shape[-2:]
        frozen = torch.cat([_refined(x, 2**i, size) for i, x in enumerate(self._projected(taps))], 1)
        known = self._centre(torch.cat([frozen, seen], 1), image, margin)
        hidden = self._centre(self._decoded(taps, seen), image, margin)
        soft = functional.conv2d(
            self._soft(hidden), self.soft_basis[:, :, None, None], -self.soft_basis @ self.soft_mean
        )
        return torch.cat([soft, known], 1)

    def hidden(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        half = _halved(image)
        return self._centre(self._decoded(self.trunk(half), self._seen(half)), image, margin)

    def _soft(self, hidden: Tensor) -> Tensor:
        """Square roots of the chances of all pseudo-labels."""
        logits = functional.conv2d(hidden, self.head_weight, self.head_bias)
        rows, cols = logits.shape[-2:]
        sets = logits.reshape(-1, self.label_sets, self.label_clusters, rows, cols)
        return sets.softmax(2).sqrt().reshape(-1, self.label_sets * self.label_clusters, rows, cols)

    @torch.no_grad()
    def settle(self, images: Sequence[Tensor], head: nn.Module) -> None:
        """Takes the head over, and finds the principal components of its chances."""
        weight, bias = head.parameters()
        self.head_weight.copy_(weight)
        self.head_bias.copy_(bias)
        soft = [self._soft(self.hidden(image, self.train_margin)[..., ::2, ::2]) for image in images]
        mean, basis = _principal(soft, _LEARNED)
        self.soft_mean.copy_(mean)
        self.soft_basis.copy_(basis)

    def slow_parameters(self) -> list[nn.Parameter]:
        """The trunk's."""
        return list(self.trunk.parameters())

    def _centre(self, features: Tensor, image: Tensor, margin: int | None) -> Tensor:
        margin = self.margin if margin is None else margin
        first = margin // self.spacing
        rows, cols = ((size - 2 * margin) // self.spacing + 1 for size in image.shape[-2:])
        return features[..., first : first + rows, first : first + cols]

    def _seen(self, half: Tensor) -> Tensor:
        """Colour and texture, normalised."""
        with torch.no_grad():
            return (self._raw_seen(half) - self.seen_mean) * self.seen_scale

    def _raw_seen(self, half: Tensor) -> Tensor:
        texture: Tensor = self.texture(functional.conv2d(half, self.colour_basis[:, :, None, None]))
        return texture

    def _projected(self, taps: Sequence[Tensor]) -> list[Tensor]:
        """The principal components of each tap."""
        projected = []
        for index, tap in enumerate(taps):
            mean, basis = getattr(self, f"tap_mean_{index}"), getattr(self, f"tap_basis_{index}")
            projected.append(functional.conv2d(tap, basis[:, :, None, None], -basis @ mean))
        return projected

    def _decoded(self, taps: Sequence[Tensor], seen: Tensor) -> Tensor:
        x = self.lateral[-1](taps[-1])
        for level in range(len(taps) - 2, -1, -1):
            side = self.lateral[level](taps[level])
            x = side + _refined(x, 2, side.shape[-2:])
            x = x + self.refine[level](x)
        decoded: Tensor = self.project(x + self.mix(seen))
        return decoded

    @torch.no_grad()
    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Principal colours and trunk features, statistics of colour and texture, batch normalisations."""
        halves = [_halved(image) for image in images]
        self.colour_basis.copy_(_principal(halves, self.colours)[1])
        seen = torch.cat([self._raw_seen(half).movedim(1, 0).flatten(1) for half in halves], 1)
        self.seen_mean.copy_(seen.mean(1).view(1, -1, 1, 1))
        # What never varied here may well do so elsewhere: it must not count there, rather than count a million times.
        spread = seen.std(1).view(1, -1, 1, 1)
        self.seen_scale.copy_(torch.where(spread > _SMALLEST_DEVIATION, 1 / spread, 0))
        for index, taps in enumerate(zip(*(self.trunk(half) for half in halves))):
            mean, basis = _principal(taps, _TAP_FEATURES)
            parts = torch.cat([functional.conv2d(t, basis[:, :, None, None]).movedim(1, 0).flatten(1) for t in taps], 1)
            getattr(self, f"tap_mean_{index}").copy_(mean)
            # Each tap counts alike, its components by their own variance.
            deviation = parts.var(1).sum().sqrt()
            scaled = torch.where(deviation > _SMALLEST_DEVIATION, basis / deviation, 0)
            getattr(self, f"tap_basis_{index}").copy_(scaled)
        self.settle_batch_norms(images, self.train_margin)


class Trunk(nn.Module):
    """The first blocks of EfficientNet-Lite0, batch normalisations folded into the convolutions.

    Of an image with other than three bands, the stem sees a grey picture of all bands: its response to grey is the same
    whatever their number.
    """

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.stem = nn.Conv2d(bands, _STEM_CHANNELS, 3, 2, 1)
        blocks: list[nn.Module] = []
        before = _STEM_CHANNELS
        for repeats, kernel, stride, expansion, channels in _STAGES:
            for repeat in range(repeats):
                blocks.append(_InvertedResidual(before, channels, kernel, 1 if repeat else stride, expansion))
                before = channels
        self.blocks = nn.ModuleList(blocks)
        self._load(bands)

    def _load(self, bands: int) -> None:
        with np.load(io.BytesIO(_WEIGHTS.read_bytes()), allow_pickle=False) as arrays:
            state = {name: torch.from_numpy(arrays[name].astype(np.float32)) for name in arrays.files}
        if bands != state["stem.weight"].shape[1]:
            state["stem.weight"] = state["stem.weight"].sum(1, keepdim=True).repeat(1, bands, 1, 1) / bands
        self.load_state_dict(state)

    def forward(self, image: Tensor) -> list[Tensor]:
        """Outputs of the taps, from stride 2 to stride 16."""
        x = functional.relu6(self.stem(image))
        taps = []
        for index, block in enumerate(self.blocks):
            x = block(x)
            if index in _TAPS:
                taps.append(x)
        return taps


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


class Texture(nn.Module):
    """Colour and its neighbourhood, and at four scales blurred colour, gradient, Laplacian and deviation of brightness.

    Args:
        colours: Channels of the input, the first the brightest.
    """

    def __init__(self, colours: int) -> None:
        super().__init__()
        self.colours = colours
        self.channels = colours + len(_SIGMAS) * (colours + 3)

    def forward(self, image: Tensor) -> Tensor:
        """(batch, colours, rows, cols) to (batch, 3 colours + channels, rows / 2, cols / 2)."""
        count = self.colours
        size = ((image.shape[-2] + 1) // 2, (image.shape[-1] + 1) // 2)
        bright = image.mean(1, keepdim=True)
        fine = _blurred(torch.cat([image, image**2, bright**2], 1), _SIGMAS[0], 2)
        middle = _blurred(fine, _rest(1, 2) / 2)
        around = _blurred(middle[:, : 2 * count], _rest(2, 3) / 2)
        keep = [*range(count), 2 * count]
        coarse = _blurred(middle[:, keep], _rest(2, 4) / 2, 2)
        coarsest = _blurred(coarse, _rest(4, 8) / 4, 2)
        parts = [fine[:, :count], around[:, :count], _deviation(around[:, :count], around[:, count:])]
        parts.append(image[..., ::2, ::2])
        for level, step in ((fine[:, keep], 1), (middle[:, keep], 1), (coarse, 2), (coarsest, 4)):
            mean = level[:, :count].mean(1, keepdim=True)
            parts.append(
                _upsampled(
                    torch.cat([level[:, :count], *_slopes(mean), _deviation(mean, level[:, count:])], 1), step, size
                )
            )
        return torch.cat(parts, 1)


def _refinement() -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(_WIDTH, _WIDTH, 5, padding=2, groups=_WIDTH, bias=False),
        nn.BatchNorm2d(_WIDTH),
        nn.ReLU6(),
        nn.Conv2d(_WIDTH, _WIDTH, 1),
    )


def _halved(image: Tensor) -> Tensor:
    """Half the resolution; sample i stands on pixel 2 i."""
    return _separable(image, (0.25, 0.5, 0.25), 2)


def _blurred(image: Tensor, sigma: float, stride: int = 1) -> Tensor:
    radius = int(3 * sigma + 0.5)
    weights = [math.exp(-(at**2) / (2 * sigma**2)) for at in range(-radius, radius + 1)]
    return _separable(image, [weight / sum(weights) for weight in weights], stride)


def _separable(image: Tensor, weights: Sequence[float], stride: int) -> Tensor:
    # Numbers and not traced sizes: ONNX asks for kernels that are known.
    channels, radius = int(image.shape[1]), len(weights) // 2
    kernel = torch.tensor([list(weights)] * channels, dtype=image.dtype, device=image.device)
    x = functional.pad(image, (0, 0, radius, radius), mode="replicate")
    x = functional.conv2d(x, kernel[:, None, :, None], stride=(stride, 1), groups=channels)
    x = functional.pad(x, (radius, radius, 0, 0), mode="replicate")
    return functional.conv2d(x, kernel[:, None, None, :], stride=(1, stride), groups=channels)


def _rest(sigma: float, wanted: float) -> float:
    """Of the blur that makes `wanted` out of `sigma`."""
    return float((wanted**2 - sigma**2) ** 0.5)


def _deviation(mean: Tensor, square: Tensor) -> Tensor:
    return (square - mean**2).clamp_min(_SMALLEST_VARIANCE).sqrt()


def _slopes(image: Tensor) -> tuple[Tensor, Tensor]:
    """Length of the Sobel gradient, and the Laplacian."""
    x = functional.pad(image, (1, 1, 1, 1), mode="replicate")
    across, down = x[..., 2:] - x[..., :-2], x[..., 2:, :] - x[..., :-2, :]
    right = across[..., :-2, :] + 2 * across[..., 1:-1, :] + across[..., 2:, :]
    below = down[..., :-2] + 2 * down[..., 1:-1] + down[..., 2:]
    laplacian = x[..., 1:-1, 2:] + x[..., 1:-1, :-2] + x[..., 2:, 1:-1] + x[..., :-2, 1:-1] - 4 * image
    return (right**2 + below**2 + _SMALLEST_VARIANCE).sqrt(), laplacian


def _upsampled(x: Tensor, factor: int, size: Sequence[int]) -> Tensor:
    """Sample i becomes sample factor * i; the rim is repeated to reach the size."""
    if factor > 1:
        rows, cols = ((side - 1) * factor + 1 for side in x.shape[-2:])
        x = functional.interpolate(x, (rows, cols), mode="bilinear", align_corners=True)
    return _reaching(x, size)


def _refined(x: Tensor, factor: int, size: Sequence[int]) -> Tensor:
    """Upsamples the trunk's features to where they belong: sample i becomes sample factor * i - (factor - 1) / 2.

    The trunk learnt with paddings that put sample i of stride s at s * i + (s - 1), and what it says there is about the
    middle of its cell, s * i + (s - 1) / 2. Padded alike on both sides, as here, all that is s - 1 samples earlier.
    """
    if factor > 1:
        x = functional.interpolate(x, scale_factor=factor, mode="bilinear", align_corners=False)
        x = x[..., factor - 1 :, factor - 1 :]
    return _reaching(x, size)


def _reaching(x: Tensor, size: Sequence[int]) -> Tensor:
    """Cut to the size, or its rim repeated to reach it."""
    short = (0, max(size[1] - x.shape[-1], 0), 0, max(size[0] - x.shape[-2], 0))
    return functional.pad(x, short, mode="replicate")[..., : size[0], : size[1]]


def _principal(images: Sequence[Tensor], count: int) -> tuple[Tensor, Tensor]:
    """Mean and the first principal directions (count, channels), each turned to the side where most channels agree."""
    flat = torch.cat([image.movedim(1, 0).flatten(1) for image in images], 1)
    mean = flat.mean(1)
    directions = torch.linalg.eigh(torch.cov(flat.double()).reshape(len(flat), -1))[1][:, -count:].flip(1).T.float()
    return mean, directions * directions.sum(1, keepdim=True).sign().where(directions.sum(1, keepdim=True) != 0, 1)
