"""Where learning begins: the classifier says the labels that there are."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from clusternet_qgis.core.clustering.feature_space import space_of
from clusternet_qgis.core.networks import build
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.core.training.learner import Learner
from clusternet_qgis.core.training.pseudo_labels import PseudoLabels
from clusternet_qgis.core.training.schedule import Schedule, TimeBudget

CLUSTERS = 100


def test_labels_that_no_sample_has_get_no_chance() -> None:
    network = build("unet_same", bands=3, width=16).eval()
    features = np.random.default_rng(0).normal(size=(1280, network.feature_size)).astype(np.float32)
    hidden = features[:, : network.hidden_size]
    space = space_of(features, network.blocks, first_counts=True)
    labels = PseudoLabels(network, space, space.normalised(features), CLUSTERS, 0, None, Progress())
    images: Any = None  # the classifier begins without them
    schedule = Schedule(epochs=1, batch_size=4, learning_rate=1e-3, seed=0, budget=TimeBudget(0, 0))
    learner = Learner(network, images, np.arange(1), CLUSTERS, schedule)
    learner.start(labels, hidden, hidden[:, :0])
    with torch.no_grad():
        logits = learner.head(torch.from_numpy(hidden.T[None, :, :, None]))[0, :, :, 0].T
    chances = logits.softmax(1).numpy()
    used = np.bincount(labels.ids[0], minlength=CLUSTERS) > 0
    assert 0 < used.sum() < CLUSTERS
    assert chances[:, ~used].sum(1).max() < 1e-6
