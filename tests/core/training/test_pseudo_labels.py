"""Pseudo-labels: those of images are those of the sample, and they keep their meaning."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.clustering.feature_space import FeatureSpace, space_of
from clusternet_qgis.core.networks import build
from clusternet_qgis.core.networks.block import Block
from clusternet_qgis.core.networks.contract import TrainableNetwork
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.pseudo_labels import PseudoLabels

CLUSTERS = 9


class Plain(TrainableNetwork):
    """Two linear maps of each pixel's own bands, with several sets of labels."""

    bands, margin, patch_margin, stride, bytes_per_pixel, label_sets = 3, 0, 0, 1, 0, 3
    blocks = (Block(4), Block(2, standardise=False))

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.maps = nn.Conv2d(3, 6, 1)

    def forward(self, image: Tensor, margin: int | None = None) -> Tensor:
        around = margin or 0
        found: Tensor = self.maps(image)
        return found[..., around : image.shape[-2] - around, around : image.shape[-1] - around]


def network_of(kind: str) -> TrainableNetwork:
    torch.manual_seed(0)
    return Plain() if kind == "plain" else build(kind, bands=3, width=4).eval()


def picture(network: TrainableNetwork, seed: int = 0) -> Tensor:
    """Smooth, so that clusters are of many sizes."""
    side = 96 + 2 * network.patch_margin
    coarse = torch.randn(1, 3, side // 4, side // 4, generator=torch.Generator().manual_seed(seed))
    return nn.functional.interpolate(coarse, (side, side), mode="bilinear").contiguous()


@torch.no_grad()
def sample_of(network: TrainableNetwork, image: Tensor) -> tuple[FeatureSpace, np.ndarray]:
    """All features of the image."""
    raw = network(image, network.patch_margin)[0].flatten(1).T.numpy()
    space = space_of(raw, network.blocks, first_counts=True)
    return space, space.normalised(raw)


@pytest.fixture(scope="module", params=["plain", "unet_same", "light"])
def case(request: pytest.FixtureRequest) -> tuple[TrainableNetwork, Tensor, FeatureSpace, np.ndarray, PseudoLabels]:
    network = network_of(request.param)
    image = picture(network)
    network.calibrate([image])
    space, features = sample_of(network, image)
    return (
        network,
        image,
        space,
        features,
        PseudoLabels(network, space, features, CLUSTERS, 0, None, Progress(), sets=network.label_sets),
    )


Case = tuple[TrainableNetwork, Tensor, FeatureSpace, np.ndarray, PseudoLabels]


def test_every_set_labels_every_pixel(case: Case) -> None:
    network, image, _, features, labels = case
    assert labels.ids.shape == (network.label_sets, len(features))
    assert set(np.unique(labels.ids)) == set(range(CLUSTERS))
    rows, cols = network(image, network.patch_margin).shape[-2:]
    assert labels.labels(image).shape == (network.label_sets, rows, cols)


@pytest.mark.parametrize("samples", [5, 640])
def test_few_samples_make_few_labels(samples: int) -> None:
    """A label of a handful of samples is chance, and would be learnt all the same."""
    network = network_of("plain")
    features = np.random.default_rng(0).normal(size=(samples, 6)).astype(np.float32)
    space = space_of(features, network.blocks, first_counts=True)
    labels = PseudoLabels(network, space, space.normalised(features), 256, 0, None, Progress(), sets=network.label_sets)
    assert all(len(np.unique(ids)) == max(samples // 64, 1) for ids in labels.ids)
    assert labels.weights().shape == (network.label_sets, 256)


@pytest.mark.parametrize("clusters", [37, 100, 255])
def test_labels_that_are_not_made_are_nobodys(clusters: int) -> None:
    torch.manual_seed(0)
    network = build("unet_same", bands=3, width=16).eval()
    side = 56 + 2 * network.patch_margin
    image = picture(network)[..., :side, :side]
    space, features = sample_of(network, image)
    made = min(len(features) // 64, clusters)
    before = None
    for _ in range(3):
        before = PseudoLabels(network, space, features, clusters, 0, before, Progress(), sets=network.label_sets)
        assert before.ids.max() == made - 1
        assert before.labels(image).max() == made - 1


def test_labels_of_an_image_are_those_of_its_features_in_the_sample(case: Case) -> None:
    network, image, _, _, labels = case
    found = labels.labels(image).flatten(1).numpy()
    # Pixels as far from one centroid as from another may differ by rounding.
    assert (found == labels.ids).mean() > 0.999
    assert found.shape[0] == network.label_sets


def test_labels_are_the_nearest_centroids_means_of_their_pixels(case: Case) -> None:
    """What k-means promises of each set: no pixel is much nearer to the mean of another label."""
    _, _, _, features, labels = case
    for ids in labels.ids:
        means = np.stack([features[ids == label].mean(0) for label in range(CLUSTERS)])
        nearest, _ = kmeans.assign(features, means)
        assert (nearest == ids).mean() > 0.95


def test_several_sets_differ(case: Case) -> None:
    labels = case[-1]
    for first in range(len(labels.ids)):
        for second in range(first):
            agreement = kmeans.normalised_mutual_information(labels.ids[first], labels.ids[second])
            assert agreement < 0.999


def test_all_labels_weigh_alike_and_pixels_1_on_average(case: Case) -> None:
    labels = case[-1]
    weights = labels.weights().numpy()
    assert weights.shape == (*labels.ids.shape[:1], CLUSTERS)
    for weight, ids in zip(weights, labels.ids, strict=True):
        assert weight[ids].mean() == pytest.approx(1, abs=1e-4)
        totals = np.bincount(ids, weight[ids], CLUSTERS)
        assert totals == pytest.approx(len(ids) / CLUSTERS, rel=1e-3)


def test_a_label_of_a_few_pixels_does_not_rule() -> None:
    network = network_of("plain")
    image = picture(network) * 0.01
    image[0, :, 0, 0] = 1000.0
    space, features = sample_of(network, image)
    labels = PseudoLabels(network, space, features, 2, 0, None, Progress(), sets=network.label_sets)
    assert np.bincount(labels.ids[0]).min() == 1
    assert 1 < labels.weights().max() < 100


def test_the_seed_decides(case: Case) -> None:
    network, _, space, features, labels = case
    again, other = (
        PseudoLabels(network, space, features, CLUSTERS, seed, None, Progress(), sets=network.label_sets)
        for seed in (0, 77)
    )
    assert np.array_equal(again.ids, labels.ids)
    assert not np.array_equal(other.ids, labels.ids)


def kept(before: PseudoLabels, after: PseudoLabels) -> float:
    """Share of labels that the one-to-one matching of largest overlap continues by themselves."""
    same = [
        kmeans.match_labels(old, new, CLUSTERS) == np.arange(CLUSTERS)
        for old, new in zip(before.ids, after.ids, strict=True)
    ]
    return float(np.mean(same))


def test_continued_labels_keep_their_meaning(case: Case) -> None:
    network, _, space, features, labels = case
    continued = PseudoLabels(network, space, features, CLUSTERS, 5, labels, Progress(), sets=network.label_sets)
    assert kept(labels, continued) == 1
    assert (continued.ids == labels.ids).mean() > 0.8
    anew = PseudoLabels(network, space, features, CLUSTERS, 5, None, Progress(), sets=network.label_sets)
    assert kept(labels, anew) < 0.5


def test_labels_keep_their_meaning_when_features_change_their_scale(case: Case) -> None:
    network, _, space, features, labels = case
    moved = FeatureSpace(space.mean, space.scale * 3)
    continued = PseudoLabels(network, moved, features * 3, CLUSTERS, 5, labels, Progress(), sets=network.label_sets)
    assert kept(labels, continued) == 1


def test_later_training_does_not_change_the_labels() -> None:
    network = network_of("plain")
    image = picture(network)
    space, features = sample_of(network, image)
    labels = PseudoLabels(network, space, features, CLUSTERS, 0, None, Progress(), sets=network.label_sets)
    before = labels.labels(image)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter))
    assert torch.equal(labels.labels(image), before)
    assert not labels.labels(image).requires_grad


def test_progress_is_told_of_every_set(case: Case) -> None:
    network, _, space, features, _ = case
    seen: list[float] = []
    PseudoLabels(network, space, features, CLUSTERS, 0, None, Progress(seen.append))
    assert seen[-1] == pytest.approx(1)
    assert seen == sorted(seen)
