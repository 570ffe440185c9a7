"""The core is tested without QGIS, and with random weights where trained ones would have to be fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import without_qgis  # noqa: F401 - blocks QGIS

_VGG16_LAYERS = {0: (64, 3), 2: (64, 64), 5: (128, 64), 7: (128, 128), 10: (256, 128), 12: (256, 256), 14: (256, 256)}


@pytest.fixture(scope="session")
def vgg16_weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of random weights under torchvision's names, also of layers that are not used."""
    import torch

    generator = torch.Generator().manual_seed(1)
    weights = {"classifier.0.weight": torch.zeros(2, 2), "features.17.weight": torch.zeros(2, 2)}
    for position, (after, before) in _VGG16_LAYERS.items():
        weights[f"features.{position}.weight"] = torch.randn(after, before, 3, 3, generator=generator) / 30
        weights[f"features.{position}.bias"] = torch.randn(after, generator=generator) / 30
    folder = tmp_path_factory.mktemp("torch") / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    torch.save(weights, folder / "vgg16-397923af.pth")
    return folder / "vgg16-397923af.pth"


@pytest.fixture(scope="module")
def pretrained(vgg16_weights: Path) -> Iterator[None]:
    """For tests of all networks: torch finds those weights."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TORCH_HOME", str(vgg16_weights.parents[2]))
        yield
