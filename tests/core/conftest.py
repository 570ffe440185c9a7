"""The core is tested without QGIS: importing it here fails, as it does in a script or a Dask task."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

# Before torch and FAISS load: tests are many small tensors on shared machines, where threads only cost.
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OMP_WAIT_POLICY"] = "PASSIVE"

# Shared machines pause at any time: how long an example took says nothing.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

BLOCKED = ("qgis", "PyQt5", "PyQt6")


class _Blocker:
    """Refuses modules by name."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"{name} is out of bounds for the core and its tests", name=name)
        return None


sys.meta_path.insert(0, _Blocker())


@pytest.fixture
def said() -> list[str]:
    """Where a test's Progress writes its messages: `Progress(say=said.append)`."""
    return []


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
