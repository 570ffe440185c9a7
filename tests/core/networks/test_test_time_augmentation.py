"""Images are turned, flipped and turned back."""

from __future__ import annotations

import pytest
import torch
from toy_tensors import smooth_noise

from clusternet_qgis.core.networks import test_time_augmentation


@pytest.mark.parametrize(("turns", "flip"), [(turns, flip) for turns in range(4) for flip in (False, True)])
def test_what_is_turned_is_turned_back(turns: int, flip: bool) -> None:
    image = torch.arange(30.0).reshape(1, 2, 3, 5)
    assert torch.equal(
        test_time_augmentation.turned_back(test_time_augmentation.turned(image, turns, flip), turns, flip), image
    )


def test_the_mean_over_orientations_of_what_looks_the_same_from_all_sides_is_itself() -> None:
    image = test_time_augmentation.turnable(smooth_noise(side=64))
    assert torch.allclose(
        test_time_augmentation.averaged(lambda turned: turned[..., ::4, ::4], image), image[..., ::4, ::4], atol=1e-6
    )
