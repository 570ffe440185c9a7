"""The light network: EfficientNet-Lite0 to stride 16 and a pyramid decoder, with the weights of the base model.

It works at half the raster's resolution and gives features at every fourth pixel; of more than three bands at every
second, and the bands beside them. All grids are aligned: sample i of a map with stride s stands on pixel s * i. Strided
convolutions with symmetric padding and upsampling by corners keep that; the backbone's features stand half a cell
before, see `resampling.upsampled_cells`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..progress import Progress
from . import test_time_augmentation
from .backbone import Backbone
from .base_teacher import BaseTeacher
from .block import Block
from .colours import principal_colours, to_colours
from .contract import FeatureExtractor, TrainableNetwork, chosen_pixels
from .moments import Moments
from .resampling import centre, doubled, doubled_cells, halved
from .teacher import Teacher

if TYPE_CHECKING:
    from .encoder_teacher import EncoderTeacher

BASE_MODEL = Path(__file__).with_name("base.npz")
TEACHER_PREFIX, LAND_COVER_PREFIX = "stack.", "land_cover."
_COLOURS = 3
# Blocks of the backbone whose outputs are used, at strides 2, 4, 8 and 16, and their channels.
_LEVELS = {0: 16, 2: 24, 4: 40, 7: 80}
_WIDTH = 64
_RAW = 32
_HIDDEN = 128
_FEATURES = 64
_RIDGE = 1e-5
# Variance of the labels' probabilities where all are certain and unlike, relative to that of the teacher's features.
_LABEL_VARIANCE = 0.3
_NORM_EPSILON = 1e-5
# Pixels between samples of the finest level, and the samples around the centre that its kernels need.
_COARSE = 4
_LAST_CONTEXT = 4


def light(bands: int, encoder: str = "") -> LightNetwork:
    """The light network with the weights of the base model; an encoder is a file that it learns from."""
    network = LightNetwork(bands, encoder)
    network.load_base_model()
    return network


class LightNetwork(TrainableNetwork):
    """Learns to give in one pass what the teacher and soft pseudo-labels give averaged over four orientations.

    Its features are linear functions of the hidden ones. Untrained, they are the principal components of those
    on the raster; after training, they come nearest to the teacher's
    hidden features and to the labels' probabilities (square roots, whose Euclidean distances are Hellinger distances),
    which count less.

    Args:
        bands: Bands of the input, any number. Other than three are made into three principal colours; more than
            three also have a block of their own, which counts the more, the more bands there are.
        encoder: Path of an ONNX file whose features it learns in place of those of the base model; empty for none.
    """

    colours: Tensor
    out_weight: Tensor
    out_bias: Tensor

    # Features depend on pixels up to 243 away: on 121 samples at half resolution (backbone 73, decoder 48), and on one
    # pixel for halving.
    margin = 256
    patch_margin = 32
    stride = 32
    output_stride = 4
    bytes_per_pixel = 150
    label_sets = 3
    label_clusters = 256
    epoch_steps = 20

    def __init__(self, bands: int, encoder: str = "") -> None:
        super().__init__()
        self.bands = bands
        self._encoder = encoder
        self._encoder_teacher: tuple[EncoderTeacher, ...] = ()  # no part of the network, whose state a model keeps
        self.blocks = (Block(_FEATURES, standardise=False),)
        if bands > _COLOURS:
            self.blocks = (
                Block(_FEATURES, standardise=False, weight=(_COLOURS / bands) ** 4),
                Block(bands, name="bands"),
            )
            self.output_stride, self.bytes_per_pixel = 2, 300
        self.calibrated = ("out_weight", "out_bias") if bands == _COLOURS else ("colours", "out_weight", "out_bias")
        # Named as in files that are stored: `trunk` is the backbone.
        self.trunk = Backbone(tuple(_LEVELS))
        self.lateral = nn.ModuleList(_normed(channels, _WIDTH) for channels in _LEVELS.values())
        self.refine = nn.ModuleList(_refinement(kernel) for kernel in (5, 5, 3))
        self.raw = nn.Sequential(_normed(3, _RAW, 5, 2, 2), nn.ReLU6(), _normed(_RAW, _WIDTH))
        self.project = nn.Sequential(_normed(_WIDTH, 2 * _WIDTH), nn.ReLU6(), _normed(2 * _WIDTH, _HIDDEN))
        self.register_buffer("colours", torch.eye(3, bands))
        self.register_buffer("out_weight", torch.eye(_FEATURES, _HIDDEN))
        self.register_buffer("out_bias", torch.zeros(_FEATURES))

    def load_base_model(self, path: Path | None = None) -> None:
        """Takes the weights that `scripts/base_model.py` and `scripts/lessons.py` made; by default the plugin's."""
        beside = (TEACHER_PREFIX, LAND_COVER_PREFIX)
        state = {name: value for name, value in _base_model(path or BASE_MODEL).items() if not name.startswith(beside)}
        self.load_state_dict(state | {"colours": self.colours})

    @property
    def hidden_size(self) -> int:
        """See the contract."""
        return _HIDDEN

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        half = halved(image)
        decoded = self.project[:-1](self._decoded(half, image, margin))
        learnt = self._centre(functional.conv2d(decoded, *self._output()), image, margin)
        if len(self.blocks) == 1:
            return learnt
        return torch.cat([learnt, centre(half, image, margin, self.output_stride)], 1)

    def hidden(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract."""
        margin = self.margin if margin is None else margin
        return self._centre(self.project(self._decoded(halved(image), image, margin)), image, margin)

    def hidden_at(self, images: Tensor, margin: int, size: Sequence[int], pixels: Tensor) -> Tensor:
        """See the contract: what is a function of each pixel alone is computed of these alone."""
        if self.output_stride != _COARSE:  # between pixels that are computed the others are interpolated
            return super().hidden_at(images, margin, size, pixels)
        decoded = self._centre(self._decoded(halved(images), images, margin), images, margin)
        chosen = chosen_pixels(decoded, size, pixels)
        hidden: Tensor = self.project(chosen[:, :, None, None])  # a batch of pixels, of which there may be none
        return hidden.flatten(1)

    def _centre(self, x: Tensor, image: Tensor, margin: int) -> Tensor:
        """The centre of `_decoded` and what follows it; cut earlier, it would leave the layout of convolutions."""
        first = margin // _COARSE - _first_of_the_finest(margin)
        rows, cols = _coarse_size(image, margin)
        x = x[..., first : first + rows, first : first + cols]
        return doubled(x) if self.output_stride == 2 else x

    def _output(self) -> tuple[Tensor, Tensor]:
        """The last projection and the linear function of its output as one convolution: kernel and bias."""
        convolution, norm = self.project[-1].children()
        slope, offset = _slope_and_offset(norm)
        kernel = dict(convolution.named_parameters())["weight"][:, :, 0, 0]
        weight = self.out_weight @ (slope[:, None] * kernel)
        bias = self.out_weight @ offset + self.out_bias
        return weight[:, :, None, None], bias

    def _decoded(self, half: Tensor, image: Tensor, margin: int) -> Tensor:
        """Output of the decoder, at every fourth pixel of the centre and of a little more, from the image halved."""
        half = to_colours(half, self.colours)
        levels = self.trunk(half)
        x = self.lateral[-1](levels[-1])
        for level in range(len(levels) - 2, 0, -1):
            x = self._merged(level, levels[level], x)
        # The finest level costs most: it is computed without the margin, but for what its kernels need.
        first = _first_of_the_finest(margin)
        beyond = margin // _COARSE + _LAST_CONTEXT + 1
        ends = [(beyond + count) // 2 * 2 for count in _coarse_size(image, margin)]
        side = self.lateral[0](levels[0][..., first : ends[0], first : ends[1]])
        x = side + doubled_cells(x[..., first // 2 : ends[0] // 2 + 1, first // 2 : ends[1] // 2 + 1], side.shape[-2:])
        x = x + self.raw(half[..., 2 * first : 2 * ends[0], 2 * first : 2 * ends[1]])
        finest: Tensor = x + self.refine[0](x)
        return finest

    def _merged(self, level: int, features: Tensor, below: Tensor) -> Tensor:
        side = self.lateral[level](features)
        x = side + doubled_cells(below, side.shape[-2:])
        merged: Tensor = x + self.refine[level](x)
        return merged

    def teacher(self) -> FeatureExtractor:
        """The base model, with the same colours, beside colour and texture; or the encoder."""
        if self._encoder:
            return self._opened_encoder()
        base = LightNetwork(self.bands)
        base.load_base_model()
        base.colours.copy_(self.colours)
        teacher = Teacher(self.colours.clone(), self.output_stride)
        stored = _base_model(BASE_MODEL).items()
        state = {name.removeprefix(TEACHER_PREFIX): v for name, v in stored if name.startswith(TEACHER_PREFIX)}
        teacher.load_state_dict({**teacher.state_dict(), **state})
        return BaseTeacher(base, teacher).to(self.colours.device).eval()

    def _opened_encoder(self) -> EncoderTeacher:
        if not self._encoder_teacher:
            # Only here: who has no encoder needs none of its libraries.
            from .encoder import EncoderNetwork
            from .encoder_teacher import EncoderTeacher

            opened = EncoderNetwork(self.bands, self._encoder)
            opened.load_pretrained()
            self._encoder_teacher = (EncoderTeacher(opened, self.output_stride).eval(),)
        return self._encoder_teacher[0]

    def know_data(
        self, names: Sequence[str], mean: Sequence[float], std: Sequence[float], white: float | None, progress: Progress
    ) -> None:
        """See the contract."""
        if self._encoder:
            self._opened_encoder().know_data(names, mean, std, white, progress)

    def slow_parameters(self) -> list[nn.Parameter]:
        """The backbone's."""
        return list(self.trunk.parameters())

    @torch.no_grad()
    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Colours of other than three bands, and the principal components of what varies on this raster.

        Of hidden features and of what photographs, colour and texture say, which the base model gives of them.
        """
        if self.bands != _COLOURS:
            self.colours.copy_(principal_colours(images))
        moments = Moments()
        for image in images:
            moments.add(_pixels(self.hidden(test_time_augmentation.turnable(image), self.patch_margin)))
        covariance = moments.covariance
        targets = torch.cat([_of_variance_one(weight, covariance) for weight in (torch.eye(_HIDDEN), self.out_weight)])
        self.set_output(moments.mean, torch.cat([covariance, covariance @ targets.T], 1))

    @torch.no_grad()
    def finalise(self, examples: Iterable[tuple[Tensor, Tensor]], head: nn.Module) -> None:
        """Finds the linear functions of hidden features that come nearest to labels and teacher."""
        moments = Moments()
        for image, taught in examples:
            views: list[Tensor] = []  # hidden features, those of the image as it is first
            soft_labels = partial(self._soft_labels, head=head, views=views)
            labelled = test_time_augmentation.averaged(soft_labels, test_time_augmentation.turnable(image))
            rows, cols = taught.shape[-2:]
            parts = (views[0], labelled, taught[:, :_HIDDEN])
            moments.add(torch.cat([_pixels(part[..., :rows, :cols]) for part in parts], 1))
        covariance, labels = moments.covariance, self.label_sets * self.label_clusters
        features = len(covariance) - _HIDDEN - labels
        variance = float(covariance.diagonal()[-features:].sum())
        scales = 1.0, (_LABEL_VARIANCE / self.label_sets) ** 0.5, max(variance, 1e-12) ** -0.5
        sizes = torch.tensor([_HIDDEN, labels, features], device=covariance.device)
        scale = covariance.new_tensor(scales).repeat_interleave(sizes)
        self.set_output(moments.mean[:_HIDDEN], scale[:, None] * covariance * scale)

    def _soft_labels(self, image: Tensor, head: nn.Module, views: list[Tensor]) -> Tensor:
        """Square roots of the probabilities of all pseudo-labels; adds the image's hidden features to the views."""
        views.append(self.hidden(image, self.patch_margin))
        logits = head(views[-1])
        rows, cols = logits.shape[-2:]
        sets = logits.reshape(-1, self.label_sets, self.label_clusters, rows, cols)
        return sets.softmax(2).sqrt().reshape(-1, self.label_sets * self.label_clusters, rows, cols)

    @torch.no_grad()
    def set_output(self, mean: Tensor, covariance: Tensor) -> None:
        """Makes the features the principal components of a ridge regression.

        Args:
            mean: Of hidden features (hidden_size,).
            covariance: Of hidden features with themselves and, after them, with the targets of the regression.
        """
        square, products = covariance[:_HIDDEN, :_HIDDEN].clone(), covariance[:_HIDDEN, _HIDDEN:]
        square.diagonal().add_(_RIDGE * square.trace() + 1e-12)
        slopes = torch.linalg.solve(square, products)
        directions = torch.linalg.eigh(slopes.T @ square @ slopes)[1][:, -_FEATURES:].flip(1)
        weight = (slopes @ directions).T
        self.out_weight.copy_(weight)
        self.out_bias.copy_(-weight @ mean)


def _of_variance_one(weight: Tensor, covariance: Tensor) -> Tensor:
    """A linear function (features, inputs) scaled so that its features have a variance of 1 in all."""
    weight = weight.to(covariance)
    return weight / torch.einsum("fi,ij,fj->", weight, covariance, weight).clamp_min(1e-12).sqrt()


def _first_of_the_finest(margin: int) -> int:
    """Row and column of the finest level at which it begins; even, as that of the level below is half of it."""
    return max(margin // _COARSE - _LAST_CONTEXT, 0) // 2 * 2


def _coarse_size(image: Tensor, margin: int) -> list[int]:
    """Rows and columns of every fourth pixel of the centre."""
    return [(size - 2 * margin) // _COARSE + 1 for size in image.shape[-2:]]


class _Normed(nn.Sequential):
    """A convolution and a batch normalisation, and what follows them."""

    def forward(self, x: Tensor) -> Tensor:
        """As one convolution where there are gradients, of which normalising by itself takes a third of the time."""
        if self[1].training or not torch.is_grad_enabled():
            x = self[1](self[0](x))
        else:
            convolution = cast("nn.Conv2d", self[0])
            slope, offset = _slope_and_offset(self[1])
            x = convolution._conv_forward(x, convolution.weight * slope[:, None, None, None], offset)
        for layer in list(self)[2:]:
            x = layer(x)
        return x


def _slope_and_offset(norm: nn.Module) -> tuple[Tensor, Tensor]:
    """What a batch normalisation of given statistics multiplies with, and then adds."""
    state = dict(norm.named_parameters()) | dict(norm.named_buffers())
    slope = state["weight"] / (state["running_var"] + _NORM_EPSILON).sqrt()
    return slope, state["bias"] - slope * state["running_mean"]


def _normed(before: int, after: int, kernel: int = 1, stride: int = 1, padding: int = 0) -> nn.Sequential:
    return _Normed(nn.Conv2d(before, after, kernel, stride, padding, bias=False), nn.BatchNorm2d(after, _NORM_EPSILON))


def _refinement(kernel: int) -> nn.Sequential:
    return _Normed(
        nn.Conv2d(_WIDTH, _WIDTH, kernel, padding=kernel // 2, groups=_WIDTH, bias=False),
        nn.BatchNorm2d(_WIDTH),
        nn.ReLU6(),
        nn.Conv2d(_WIDTH, _WIDTH, 1),
    )


def _pixels(features: Tensor) -> Tensor:
    """(pixels, features) of every second of features (1, features, rows, cols): neighbours are much alike."""
    return features[0, :, ::2, ::2].flatten(1).T


@lru_cache(maxsize=2)
def _base_model(path: Path) -> dict[str, Tensor]:
    with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
        return {name: torch.from_numpy(array.astype(np.float32)) for name, array in arrays.items()}
