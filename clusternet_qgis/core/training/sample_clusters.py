"""Clusters of the sample of pixels, from epoch to epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray, IntArray
from ..clustering import kmeans
from ..clustering.feature_space import FeatureSpace, space_of
from ..errors import Diverged
from ..model.cluster_model import ClusterModel
from ..networks.contract import FeatureExtractor
from ..progress import Progress
from . import process_group
from .patch_features import PatchFeatures, PatchImages, patch_function
from .patches import PixelSample

_FITTED_SAMPLES = 100_000


class Effort(NamedTuple):
    """What clusters are made from.

    Attributes:
        pixels: Size of the sample.
        patches: From how many patches it is drawn at most; more take time and help little.
        n_init: Starts of k-means: the best of several is better, and more often the same.
    """

    pixels: int = 200_000
    patches: int = 128
    n_init: int = 3


# For a first look, in a third of the time.
QUICK = Effort(30_000, 32, 1)


@dataclass
class Clusters:
    """Clusters of the sample.

    Attributes:
        space: In which the features are clustered.
        centroids: (clusters, features).
        ids: Cluster of each sample.
        inertia: Mean squared distance of a sample to its centroid.
        features: The sample's features in that space (samples, features).
    """

    space: FeatureSpace
    centroids: FloatArray
    ids: IntArray
    inertia: float
    features: FloatArray


class SampleClusterer:
    """Clusters a network's features of the sample.

    Args:
        network: Whose features.
        images: Where the sample's pixels are.
        sample: The pixels.
        clusters: How many to make.
        seed: Of the fits.
        n_init: Starts of k-means, where there are no clusters to start from, and in the last epoch.
    """

    def __init__(
        self, network: FeatureExtractor, images: PatchImages, sample: PixelSample, clusters: int, seed: int, n_init: int
    ) -> None:
        self._network, self._images, self._sample = network, images, sample
        self._clusters, self._seed, self._n_init = clusters, seed, n_init
        self._generator = np.random.default_rng(seed)

    def features(self, progress: Progress) -> FloatArray:
        """Features of the sample (samples, features).

        Raises:
            Diverged: One is no number.
        """
        function = patch_function(self._network, self._images.device, len(self._sample.patches))
        features = PatchFeatures(self._images, function, self._network.patch_margin).of_sample(self._sample, progress)
        if not np.isfinite(features).all():
            raise Diverged("A feature")
        return features

    def first(self, first_counts: bool, progress: Progress) -> Clusters:
        """Clusters of the features of a network that has not been trained here.

        Args:
            first_counts: Whether the first block, what training changes, counts at all.
            progress: Reports patches.
        """
        raw = self.features(progress.part(0, 0.8))
        space = space_of(raw, self._network.blocks, first_counts)
        features = space.normalised(raw)
        fit = self._fit(features, None, progress.part(0.8, 1), self._n_init, space.radius)
        centroids = kmeans.distinct(fit.centroids)
        if len(centroids) < self._clusters:
            progress.say(f"The pixels have only {len(centroids)} different features: so many clusters are made.")
        return _assigned(space, centroids, features)

    def of_model(self, model: ClusterModel, progress: Progress) -> Clusters:
        """The clusters of a model to continue from."""
        space = FeatureSpace(model.feature_mean, model.feature_scale)
        return _assigned(space, model.centroids, space.normalised(self.features(progress)))

    def next(self, previous: Clusters, last: bool, progress: Progress) -> Clusters:
        """Clusters of the features as they are now, ids continuing the previous ones.

        Args:
            previous: The clusters of the epoch before.
            last: Whether no epoch follows; other starts are worth trying then.
            progress: Reports patches.
        """
        raw = self.features(progress.part(0, 0.8))
        space = space_of(raw, self._network.blocks, True)
        features = space.normalised(raw)
        initial = kmeans.update_centroids(features, previous.ids, previous.centroids, self._generator)
        centroids = self._fit(features, initial, progress.part(0.8, 1), self._n_init if last else 1).centroids
        ids, _ = kmeans.assign(features, centroids)
        permutation = kmeans.match_labels(previous.ids, ids, len(initial))
        return _assigned(space, centroids[np.argsort(permutation)], features)

    def _fit(
        self, features: FloatArray, initial: FloatArray | None, progress: Progress, n_init: int, radius: float = 0.0
    ) -> kmeans.Clustering:
        clusters = self._clusters if initial is None else len(initial)
        chosen = self._generator.permutation(len(features))[: max(_FITTED_SAMPLES, clusters)]
        return process_group.of_first(
            lambda: kmeans.fit(
                features[chosen], clusters, initial, seed=self._seed, progress=progress, n_init=n_init, radius=radius
            )
        )


def _assigned(space: FeatureSpace, centroids: FloatArray, features: FloatArray) -> Clusters:
    ids, distances = kmeans.assign(features, centroids)
    return Clusters(space, centroids, ids, float(distances.mean()), features)
