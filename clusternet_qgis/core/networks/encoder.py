"""The user's own encoder as a network: windows of its size that overlap, and features blended between them.

Windows begin at multiples of a step, counted as cells are (see `RasterGrid.phase`), so that tiles join without a seam
whatever an encoder looks at: each feature is a mean of those of the windows that it lies in, with weights that fall to
nothing towards their edges.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from ..errors import ModelError, OptionsError
from ..progress import Progress
from .block import Block
from .contract import FeatureExtractor
from .encoder_file import EncoderForm, EncoderSession, content_key, is_kept, read_encoder
from .moments import principal_directions

# More are made so many principal components: k-means is slow in more, and gains nothing.
_FEATURES = 64
_STATE = ("about", "graph", "slope", "shift", "out_weight", "out_bias")


def encoder(bands: int, encoder: str = "") -> EncoderNetwork:
    """The network.

    Raises:
        OptionsError: No file is given.
    """
    if not encoder:
        raise OptionsError("The network 'encoder' is a file of yours; give it with ENCODER.")
    return EncoderNetwork(bands, encoder)


class EncoderNetwork(FeatureExtractor):
    """Features of an ONNX file. A small file is a part of the state, of a large one its path and SHA-256 are.

    What it takes and gives is known when `load_pretrained` has opened the file, or when its state has been loaded.

    Args:
        bands: Bands of the input.
        path: The file.
    """

    about: Tensor
    graph: Tensor
    slope: Tensor
    shift: Tensor
    out_weight: Tensor
    out_bias: Tensor

    stride = 1
    margin = 0
    patch_margin = 0
    bytes_per_pixel = 1
    traceable = False

    def __init__(self, bands: int, path: str) -> None:
        super().__init__()
        self.bands, self.path = bands, path
        self.blocks = (Block(1, standardise=False),)
        self._session: EncoderSession | None = None
        self._channels: list[int] = []
        for name in _STATE:
            self.register_buffer(
                name, torch.zeros(0, dtype=torch.uint8 if name in ("about", "graph") else torch.float32)
            )

    def load_pretrained(self) -> None:
        """Opens the file.

        Raises:
            ModelError: It cannot be used.
        """
        data, stated = read_encoder(self.path)
        session = EncoderSession(data, Path(self.path).name, stated=stated, threads=torch.get_num_threads())
        kept = is_kept(data)
        self._set_text(
            form=session.form.as_json(), name=session.name, path="" if kept else str(Path(self.path).resolve()),
            sha256=content_key(data), channels=self._channels_by_position(session.form),
        )  # fmt: skip
        self.graph = torch.from_numpy(np.frombuffer(data if kept else b"", np.uint8).copy())
        taken, features = session.form.channels, session.form.features
        self.slope, self.shift = torch.ones(taken), torch.zeros(taken)
        size = min(features, _FEATURES)
        self.out_weight, self.out_bias = torch.eye(size, features), torch.zeros(size)
        self._session = session
        self._settle()

    def _channels_by_position(self, form: EncoderForm) -> list[int]:
        return list(range(form.channels))

    def _text(self) -> dict[str, Any]:
        text: dict[str, Any] = json.loads(bytes(self.about.cpu().numpy().tobytes()))
        return text

    def _set_text(self, **entries: Any) -> None:
        self.about = torch.from_numpy(np.frombuffer(json.dumps(entries).encode(), np.uint8).copy())

    def _load_from_state_dict(self, state_dict: Mapping[str, Tensor], prefix: str, *others: Any) -> None:
        """Takes the arrays as they are: their sizes are those of the file."""
        errors: list[str] = others[-1]
        for name in _STATE:
            if prefix + name in state_dict:
                setattr(self, name, state_dict[prefix + name].clone())
            else:
                errors.append(f"{name} is missing")
        if not errors:
            try:
                self._settle()
            except (ValueError, LookupError, TypeError) as error:
                errors.append(str(error))

    @property
    def form(self) -> EncoderForm:
        """What it takes and gives."""
        return EncoderForm.from_json(self._text()["form"])

    def _settle(self) -> None:
        """Takes from the state what the contract promises."""
        form = self.form
        self._channels = [int(channel) for channel in self._text()["channels"]]
        side = form.size // form.stride
        self._overlap = max(side // 3, 1)
        self._step = side - self._overlap
        self.stride, self.output_stride = self._step * form.stride, form.stride
        before = -(-form.offset // form.stride) * form.stride
        self.margin = self.stride + before
        self.patch_margin = max(self._overlap * form.stride, before)
        self.margin = max(self.margin, self.patch_margin)
        self.blocks = (self.blocks[0]._replace(size=len(self.out_weight)),)
        # The picture and its copy in the encoder's channels, and sums of features.
        self.bytes_per_pixel = 8 * max(self.bands, form.channels) + 12 * len(self.out_weight) // form.stride**2 + 1

    def _opened(self) -> EncoderSession:
        if self._session is None:
            text = self._text()
            data = self.graph.cpu().numpy().tobytes()
            if not data:
                data = self._large_file(text)
            self._session = EncoderSession(data, text["name"], self.form, threads=torch.get_num_threads())
        return self._session

    def _large_file(self, text: Mapping[str, Any]) -> bytes:
        paths = dict.fromkeys((text["path"], self.path))
        for path in paths:
            if path and Path(path).is_file():
                data = read_encoder(path)[0]
                if content_key(data) == text["sha256"]:
                    return data
        raise ModelError(
            f"The model needs its encoder {text['path']}, which is not there or has changed since; put the file "
            f"{text['name']} (SHA-256 {text['sha256'][:12]}...) back."
        )

    def know_data(
        self, names: Sequence[str], mean: Sequence[float], std: Sequence[float], white: float | None, progress: Progress
    ) -> None:
        """See the contract: finds its bands by their names, and what makes its values of normalised ones."""
        form, text = self.form, self._text()
        channels = _positions(form, names, text["name"])
        self._set_text(**{**text, "channels": channels})
        scale = form.scale or white or 1.0
        if form.mean:
            deviations = [std[channel] or 1.0 for channel in channels]
            self.slope = torch.tensor([d / scale / own for d, own in zip(deviations, form.std)])
            self.shift = torch.tensor(
                [(mean[channel] / scale - own) / by for channel, own, by in zip(channels, form.mean, form.std)]
            )
        self._settle()
        shown = ", ".join(names[channel] for channel in channels)
        normalised = f"divided by {scale:g} and normalised as it says" if form.mean else "normalised by the raster"
        found = f" Found by trying: {', '.join(form.probed)}." if form.probed else ""
        progress.say(
            f"The encoder {text['name']} gives {form.features} features every {form.stride} pixels of pictures of "
            f"{form.size} x {form.size}, from {shown}, {normalised}.{found}"
        )

    @torch.no_grad()
    def calibrate(self, images: Sequence[Tensor]) -> None:
        """Of many features, their principal components on the raster."""
        features = self.form.features
        if features <= _FEATURES:
            return
        self.out_weight, self.out_bias = torch.eye(features), torch.zeros(features)
        raw = [self(image, self.patch_margin).cpu() for image in images]
        mean, directions = principal_directions(raw, _FEATURES)
        self.out_weight, self.out_bias = directions.contiguous(), -directions @ mean
        self._settle()

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        """See the contract; the centre may have any size, and the margin may be smaller than its own."""
        margin = self.margin if margin is None else margin
        return torch.cat([self._one(one, margin) for one in image]).to(image.device)

    def _one(self, image: Tensor, margin: int) -> Tensor:
        """Features (1, features, ...) of an image (bands, ...)."""
        form, session = self.form, self._opened()
        core = [size - 2 * margin for size in image.shape[-2:]]
        windows = [-(-size // self.stride) for size in core]
        # With its own margin also the windows that begin before the centre.
        first = -1 if margin >= self.stride + form.offset else 0
        start = margin + first * self.stride - form.offset
        needed = [start + (count - first - 1) * self.stride + form.size for count in windows]
        picture = self._picture(image)
        before = max(-start, 0)
        after = [max(need - size, 0) for need, size in zip(needed, picture.shape[-2:])]
        if before or any(after):
            picture = functional.pad(picture[None], (before, after[1], before, after[0]), mode="replicate")[0]
        array, start = picture.cpu().numpy(), start + before
        tokens = [count * self._step + 1 for count in windows]
        total = torch.zeros(len(self.out_weight), *tokens)
        weights = torch.zeros(tokens)
        for row in range(first, windows[0]):
            for col in range(first, windows[1]):
                top, left = (start + (index - first) * self.stride for index in (row, col))
                raw = torch.from_numpy(session.features(array[:, top : top + form.size, left : left + form.size]))
                projected = torch.einsum("fc,chw->fhw", self.out_weight.cpu(), raw)
                down, across = (self._ramp(index, first) for index in (row, col))
                weight = torch.outer(down, across)
                (rows, part_rows), (cols, part_cols) = (
                    self._span(index, size) for index, size in zip((row, col), tokens)
                )
                total[:, rows, cols] += (projected * weight)[:, part_rows, part_cols]
                weights[rows, cols] += weight[part_rows, part_cols]
        features = total / weights + self.out_bias.cpu()[:, None, None]
        beyond = int(form.stride > 1)
        height, width = (-(-size // form.stride) + beyond for size in core)
        return features[None, :, :height, :width]

    def _picture(self, image: Tensor) -> Tensor:
        """The bands that it takes, with the values that it wants."""
        taken = image[self._channels]
        return taken * self.slope.to(image)[:, None, None] + self.shift.to(image)[:, None, None]

    def _ramp(self, index: int, first: int) -> Tensor:
        """Weights along a window: from nothing over the overlap to 1, and back; the first of all has no neighbour."""
        side, overlap = self._step + self._overlap, self._overlap
        places = torch.arange(side)
        rising = (places / overlap).clamp(max=1) if index > first or first < 0 else torch.ones(side)
        falling = (1 - (places - self._step) / overlap).clamp(max=1)
        return torch.minimum(rising, falling)

    def _span(self, index: int, tokens: int) -> tuple[slice, slice]:
        """Where a window's features go along an axis, and which of them."""
        begin = index * self._step
        end = min(begin + self._step + self._overlap, tokens)
        return slice(max(begin, 0), end), slice(max(-begin, 0), end - begin)


def _positions(form: EncoderForm, names: Sequence[str], name: str) -> list[int]:
    """Which of the bands an encoder takes: those of its names, or else all in their order."""
    lower = [band.lower() for band in names]
    wanted = [band.lower() for band in form.bands] or (["red", "green", "blue"] if form.channels == 3 else [])
    if wanted and all(band in lower for band in wanted):
        return [lower.index(band) for band in wanted]
    if len(names) == form.channels:
        return list(range(form.channels))
    takes = f" ({', '.join(form.bands)})" if form.bands else ""
    raise ModelError(
        f"The encoder {name} takes {form.channels} bands{takes}, and the raster gives {len(names)} "
        f"({', '.join(names)}); choose {form.channels} with BANDS."
    )
