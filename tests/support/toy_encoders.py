"""Small encoders of several kinds as ONNX files, made with torch."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import Tensor, nn


class Convolutions(nn.Module):
    """Features of every fourth pixel, from the first on, of pictures of any size."""

    def __init__(self, bands: int = 3, features: int = 12) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(bands, 16, 3, 2, 1), nn.ReLU(), nn.Conv2d(16, features, 3, 2, 1), nn.Tanh()
        )  # fmt: skip

    def forward(self, image: Tensor) -> Tensor:
        """(1, bands, rows, cols) to (1, features, rows / 4, cols / 4)."""
        features: Tensor = self.layers(image)
        return features


class EveryPixel(nn.Module):
    """Features of every pixel, the last axis."""

    def __init__(self, bands: int = 3, features: int = 6) -> None:
        super().__init__()
        self.layer = nn.Conv2d(bands, features, 5, padding=2)

    def forward(self, image: Tensor) -> Tensor:
        """(1, bands, rows, cols) to (1, rows, cols, features)."""
        features: Tensor = self.layer(image).permute(0, 2, 3, 1)
        return features


class Transformer(nn.Module):
    """Tokens of 8 x 8 pixels after one of the whole picture, each looking at all, with places learnt for one size."""

    def __init__(self, size: int = 48, features: int = 80) -> None:
        super().__init__()
        self.patches = nn.Conv2d(3, features, 8, 8)
        self.whole = nn.Parameter(torch.randn(1, 1, features))
        self.places = nn.Parameter(0.1 * torch.randn(1, (size // 8) ** 2 + 1, features))
        self.mix = nn.Linear(features, 3 * features)
        self.size = size

    def forward(self, image: Tensor) -> Tensor:
        """(1, 3, size, size) to (1, 1 + patches, features)."""
        tokens = torch.cat([self.whole, self.patches(image).flatten(2).transpose(1, 2)], 1) + self.places
        query, key, value = self.mix(tokens).chunk(3, 2)
        attention = (query @ key.transpose(1, 2) / query.shape[2] ** 0.5).softmax(2)
        return tokens + attention @ value


def export(
    path: Path,
    module: nn.Module,
    size: int = 64,
    bands: int = 3,
    fixed: bool = False,
    outputs: tuple[str, ...] = ("features",),
    beside: dict[str, Any] | None = None,
    metadata: dict[str, Any] | None = None,
) -> str:
    """Writes a module as an ONNX file, with a JSON file beside it or metadata in it."""
    axes = {"picture": {2: "rows", 3: "cols"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(), (torch.zeros(1, bands, size, size),), str(path), input_names=["picture"],
            output_names=list(outputs), dynamic_axes=None if fixed else axes, dynamo=False,
        )  # fmt: skip
    if metadata:
        whole = onnx.load(str(path))
        for key, value in metadata.items():
            whole.metadata_props.add(key=key, value=value if isinstance(value, str) else json.dumps(value))
        onnx.save(whole, str(path))
    if beside is not None:
        path.with_suffix(".json").write_text(json.dumps(beside))
    return str(path)
