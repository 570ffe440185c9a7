"""Features of patches: of the pixels asked for, and found once where they stay."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor
from toy_rasters import quadrants, write

from clusternet_qgis.core.io.raster_source import RasterSource
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.inputs import Scene
from clusternet_qgis.core.training.patch_features import PatchFeatures, PatchImages
from clusternet_qgis.core.training.patches import PatchSet


@pytest.fixture
def patches(tmp_path: Path) -> PatchSet:
    values = np.random.default_rng(0).normal(size=(2, 16, 16)) + quadrants(16, 16)[:2]
    with ExitStack() as stack:
        source = stack.enter_context(RasterSource(write(tmp_path / "a.tif", values.astype(np.float32))))
        yield PatchSet([Scene(source)], 8, 0)


def every_second(image: Tensor, margin: int) -> Tensor:
    """The values themselves, as a network with an output stride of 2 gives them."""
    end = image.shape[-1] - margin + 1
    return image[..., margin:end:2, margin:end:2]


def test_features_of_the_sample_are_those_of_its_pixels(patches: PatchSet) -> None:
    images = PatchImages(patches, 2, torch.device("cpu"))
    sample = patches.sample(20, 0, 2, Progress())
    found = PatchFeatures(images, every_second, 3).of_sample(sample, Progress())
    expected = [
        patches.read(index, 0)[0][:, ::2, ::2].reshape(2, -1)[:, positions].T
        for index, positions in enumerate(sample.positions)
    ]
    assert np.allclose(found, np.concatenate(expected))


def test_what_stays_is_found_once(patches: PatchSet) -> None:
    calls = []

    def counted(image: Tensor, margin: int) -> Tensor:
        calls.append(margin)
        return every_second(image, margin)

    images = PatchImages(patches, 2, torch.device("cpu"))
    kept, anew = (PatchFeatures(images, counted, 2, keep) for keep in (True, False))
    first, again = kept.of(1), kept.of(1)
    assert len(calls) == 1
    assert torch.allclose(first, again, atol=1e-2)
    assert torch.equal(anew.of(1), anew.of(1))
    assert len(calls) == 3


def test_some_images_are_the_same_at_every_call(patches: PatchSet) -> None:
    images = PatchImages(patches, 2, torch.device("cpu"))
    first, again, other = (list(images.some(3, 1, seed)) for seed in (0, 0, 5))
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not all(torch.equal(a, b) for a, b in zip(first, other, strict=True))
