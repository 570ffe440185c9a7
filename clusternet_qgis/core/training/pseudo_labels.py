"""Pseudo-labels: the clusters that the network learns, as a frozen copy of its features sees them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import chain

import numpy as np
import torch
from torch import Tensor, nn

from ..arrays import FloatArray, IntArray
from ..clustering import kmeans
from ..clustering.feature_space import FeatureSpace
from ..networks.contract import FeatureExtractor
from ..progress import Progress
from . import process_group
from .patch_features import PatchFeatures

# Without a bound a label of a few pixels would decide a step.
_LARGEST_WEIGHT = 20.0
# Labels of fewer samples would be chance; a small image has fewer labels than asked for.
_SAMPLES_A_LABEL = 64
_NEVER_NEAREST = 1e30
# More samples do not make better labels, and k-means with hundreds of clusters is slow.
_FITTED_SAMPLES = 60_000


class PseudoLabels:
    """Sets of pseudo-labels.

    Args:
        network: Whose features are clustered; those that it gives now, whatever it learns later.
        space: In which they are clustered.
        features: Of the sample (samples, features), in that space.
        clusters: Labels in each set; of few samples only the first of them are in use.
        seed: Of the fits; each set has its own.
        previous: Labels to continue, so that a label keeps its meaning.
        progress: Reports sets.
        teacher_features: Features of patches if the network is a teacher that never changes; the labels then never
            change either.
        sets: How many sets.

    Attributes:
        ids: Labels of the sample (sets, samples).
        permanent: Whether they never change.
    """

    def __init__(
        self,
        network: FeatureExtractor,
        space: FeatureSpace,
        features: FloatArray,
        clusters: int,
        seed: int,
        previous: PseudoLabels | None,
        progress: Progress,
        teacher_features: PatchFeatures | None = None,
        sets: int = 1,
    ) -> None:
        self.permanent = teacher_features is not None
        self._network = network if self.permanent else copy.deepcopy(network).eval()
        self._teacher_features = teacher_features
        self._kept: dict[int, Tensor] = {}  # of patches, where labels never change
        self.clusters = clusters
        before: Sequence[IntArray | None] = list(previous.ids) if previous else [None] * sets
        ids, slopes, offsets = [], [], []
        for index, old in enumerate(progress.track(before, len(before))):
            centroids = _fitted(features, clusters, seed + index, old)
            ids.append(kmeans.assign(features, centroids)[0])
            # |(f - mean) scale - c|^2 without what all labels share, as one 1x1 convolution of the raw features.
            slope = -2 * centroids * space.scale
            offset = (centroids**2).sum(1) - slope @ space.mean
            missing = clusters - len(centroids)
            slopes.append(np.pad(slope, ((0, missing), (0, 0))))
            offsets.append(np.pad(offset, (0, missing), constant_values=_NEVER_NEAREST))
        self.ids: IntArray = np.stack(ids)
        device = next(chain(network.buffers(), network.parameters())).device
        self._mean, self._scale = (torch.from_numpy(a[:, None, None]).to(device) for a in (space.mean, space.scale))
        self._slopes = torch.from_numpy(np.concatenate(slopes).astype(np.float32)[:, :, None, None]).to(device)
        self._offsets = torch.from_numpy(np.concatenate(offsets).astype(np.float32)).to(device)

    @torch.no_grad()
    def labels(self, image: Tensor) -> Tensor:
        """Labels (sets, rows, cols) of the centre of an image (1, bands, ...) with the network's patch margin."""
        return self._nearest(self._network(image, self._network.patch_margin)[0])

    @torch.no_grad()
    def targets(self, image: Tensor, index: int) -> tuple[Tensor, Tensor]:
        """Labels of a patch, and the features (features, rows, cols) that they are clusters of, in their space.

        Args:
            image: The patch as for `labels`.
            index: Its number.
        """
        if self._teacher_features is None:
            features = self._network(image, self._network.patch_margin)[0]
            return self._nearest(features), (features - self._mean) * self._scale
        features = self._teacher_features.of(index)
        if index not in self._kept:
            self._kept[index] = self._nearest(features).int()
        return self._kept[index].long(), (features - self._mean) * self._scale

    def _nearest(self, features: Tensor) -> Tensor:
        distances = nn.functional.conv2d(features[None], self._slopes, self._offsets)[0]
        return distances.reshape(len(self.ids), -1, *distances.shape[1:]).argmin(1)

    def weights(self) -> Tensor:
        """Weight of each label (sets, clusters) so that all of a set count alike, averaging 1 over pixels.

        Permanent labels are learnt for longer: halfway between that and all pixels counting alike is better then.
        """
        shares = np.stack([np.bincount(ids, minlength=self.clusters) / len(ids) for ids in self.ids])
        used = shares > 0
        weights = np.where(used, 1 / np.where(used, shares, 1) / used.sum(1, keepdims=True), 0)
        weights = np.minimum(weights, _LARGEST_WEIGHT)
        return torch.from_numpy((np.sqrt(weights) if self.permanent else weights).astype(np.float32))


def _fitted(features: FloatArray, clusters: int, seed: int, old: IntArray | None) -> FloatArray:
    """Centroids of the labels in use of one set, starting from the means of the old labels where there are any."""
    used = min(clusters, max(len(features) // _SAMPLES_A_LABEL, 1))
    generator = np.random.default_rng(seed)
    chosen = generator.permutation(len(features))[: max(_FITTED_SAMPLES, clusters)]
    initial = None
    if old is not None:
        nothing = np.zeros((used, features.shape[1]), np.float32)
        initial = kmeans.update_centroids(features, old, nothing, generator)
    return process_group.of_first(lambda: kmeans.fit(features[chosen], used, initial, seed=seed).centroids)
