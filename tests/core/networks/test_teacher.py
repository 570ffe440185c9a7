"""The teacher, which teaches the light network: the same however an image is turned."""

from __future__ import annotations

import torch
from toy_tensors import smooth_noise

from clusternet_qgis.core.networks import build, test_time_augmentation
from clusternet_qgis.core.networks.contract import FeatureExtractor
from clusternet_qgis.core.networks.light import light
from clusternet_qgis.core.networks.resampling import trimmed


def teacher() -> FeatureExtractor:
    return build("light", bands=3).teacher()


def test_features_turn_with_the_image() -> None:
    """Samples stand where they are, and what differs is little."""
    network, margin, image = teacher(), 96, test_time_augmentation.turnable(smooth_noise())[..., :-1, :-1]
    with torch.inference_mode():
        there = network(image, margin)
        half = network(torch.rot90(image, 2, (-2, -1)), margin)
    difference = (torch.rot90(half, 2, (-2, -1)) - there)[..., 2:-2, 2:-2]
    assert difference.square().mean() < 0.1 * there.var()


def test_the_teacher_has_what_the_base_model_knows() -> None:
    first, again = teacher(), teacher()
    assert all(torch.equal(a, b) for a, b in zip(first.state_dict().values(), again.state_dict().values(), strict=True))
    assert first.described.seen_scale.min() > 0  # type: ignore[operator,union-attr]
    with torch.inference_mode():
        features = first(smooth_noise(), 32)
    assert features.shape == (1, first.feature_size, 49, 49)
    assert torch.isfinite(features).all()


def test_it_teaches_what_the_base_model_says_of_four_views() -> None:
    """Whatever has been learnt since: a network would otherwise unlearn what it began with."""
    network, image = light(3).eval(), test_time_augmentation.turnable(smooth_noise())[..., :-1, :-1]
    with torch.inference_mode():
        said = test_time_augmentation.averaged(
            lambda turned: network.hidden(trimmed(turned, 0), 32), test_time_augmentation.turnable(image)
        )
        for parameter in network.parameters():
            parameter.add_(1)
        taught = network.teacher()(image, 32)
    assert torch.allclose(
        taught[:, : network.hidden_size], said[..., : taught.shape[-2], : taught.shape[-1]], atol=1e-4
    )
