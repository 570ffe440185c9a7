"""The teacher, which teaches the light network: the same however an image is turned."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from clusternet_qgis.core.networks import build, test_time_augmentation
from clusternet_qgis.core.networks.contract import TrainableNetwork
from clusternet_qgis.core.networks.light import LightNetwork
from clusternet_qgis.core.networks.moments import Moments


def picture(bands: int = 3, side: int = 256) -> Tensor:
    generator = torch.Generator().manual_seed(1)
    coarse = torch.randn(1, bands, side // 8, side // 8, generator=generator)
    return torch.nn.functional.interpolate(coarse, (side, side), mode="bilinear").contiguous()


def teacher(bands: int = 3) -> TrainableNetwork:
    stack = build("light", bands=bands).teacher()
    assert stack is not None
    return stack


@pytest.mark.parametrize(("turns", "flip"), [(turns, flip) for turns in range(4) for flip in (False, True)])
def test_what_is_turned_is_turned_back(turns: int, flip: bool) -> None:
    image = torch.arange(30.0).reshape(1, 2, 3, 5)
    assert torch.equal(
        test_time_augmentation.turned_back(test_time_augmentation.turned(image, turns, flip), turns, flip), image
    )


def test_the_mean_over_orientations_of_what_looks_the_same_from_all_sides_is_itself() -> None:
    image = test_time_augmentation.turnable(picture(side=64))
    assert torch.allclose(
        test_time_augmentation.averaged(lambda turned: turned[..., ::4, ::4], image), image[..., ::4, ::4], atol=1e-6
    )


def test_features_turn_with_the_image() -> None:
    """Samples stand where they are, and what differs is little."""
    stack, margin, image = teacher(), 96, test_time_augmentation.turnable(picture())[..., :-1, :-1]
    with torch.inference_mode():
        there = stack(image, margin)
        half = stack(torch.rot90(image, 2, (-2, -1)), margin)
    difference = (torch.rot90(half, 2, (-2, -1)) - there)[..., 2:-2, 2:-2]
    assert difference.square().mean() < 0.1 * there.var()


def test_the_teacher_has_what_the_base_model_knows() -> None:
    first, again = teacher(), teacher()
    assert all(torch.equal(a, b) for a, b in zip(first.state_dict().values(), again.state_dict().values(), strict=True))
    assert first.seen_scale.min() > 0  # type: ignore[operator]
    with torch.inference_mode():
        features = first(picture(), 32)
    assert features.shape == (1, first.feature_size, 49, 49)
    assert torch.isfinite(features).all()


@pytest.mark.parametrize("bands", [1, 2, 4, 6, 12])
def test_other_bands_become_three_colours(bands: int) -> None:
    """With the variance of three normalised bands; what all bands share is grey."""
    network = LightNetwork(bands)
    image = picture(bands) + 2 * picture(1)
    image = (image - image.mean((0, 2, 3), keepdim=True)) / image.std((0, 2, 3), keepdim=True)
    network.calibrate([image])
    colours = torch.nn.functional.conv2d(image, network.colours[:, :, None, None])
    assert 0.8 * min(bands, 3) / bands < colours.var((0, 2, 3)).sum() / 3 < 1.01
    grey = torch.corrcoef(torch.stack([colours.mean(1).flatten(), image.mean(1).flatten()]))[0, 1]
    assert grey > 0.99


def test_three_bands_are_seen_as_they_are() -> None:
    network = LightNetwork(3)
    network.calibrate([picture()])
    assert torch.equal(network.colours, torch.eye(3))


def test_bands_that_say_nothing_do_no_harm() -> None:
    network = LightNetwork(5)
    network.calibrate([torch.zeros(1, 5, 96, 96)])
    assert torch.isfinite(network.colours).all()


def test_settled_features_say_what_hidden_ones_can() -> None:
    """The features are those linear functions of hidden ones that come nearest to what is wanted."""
    network = LightNetwork(3)
    generator = torch.Generator().manual_seed(0)
    hidden = torch.randn(4000, network.hidden_size, generator=generator)
    seen = hidden @ torch.randn(network.hidden_size, 40, generator=generator)
    wanted = seen @ torch.randn(40, 100, generator=generator) + 5
    moments = Moments()
    moments.add(torch.cat([hidden, wanted], 1))
    network.set_output(moments.mean[: network.hidden_size], moments.covariance)
    features = hidden @ network.out_weight.T + network.out_bias
    distances, expected = torch.cdist(features[:50], features[:50]), torch.cdist(wanted[:50], wanted[:50])
    assert torch.allclose(distances, expected, rtol=0.01, atol=2)
    assert features.mean(0).abs().max() < 0.01 * features.std()
