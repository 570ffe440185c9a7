"""One epoch of training: pseudo-labels, learning them, and what the network derives from its new weights."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from torch import Tensor

from ..clustering.feature_space import space_of
from ..networks.contract import FeatureExtractor, TrainableNetwork
from ..progress import Progress
from .learner import Learner
from .patch_features import PatchFeatures, PatchImages, patch_function
from .patches import PixelSample
from .pseudo_labels import PseudoLabels
from .sample_clusters import Clusters
from .schedule import Schedule

# What a teacher tells of a patch takes long to compute, and is kept: 0.9 MB for 256 x 256 pixels.
_TAUGHT_PATCHES = 96
_CALIBRATION_PATCHES = 16
# The last epoch's network is what stays, and is worth more care.
_FINALISING_PATCHES = 8
_LAST_FINALISING_PIXELS = 40 * 256**2


class EpochTrainer:
    """Trains a network on pseudo-labels, epoch by epoch.

    Args:
        network: To train.
        images: To learn from.
        sample: Pixels whose clusters are the pseudo-labels.
        clusters: Pseudo-labels in each set, unless the network says how many.
        reassign: Epochs between two assignments of pseudo-labels.
        schedule: How fast and how long.
        epochs_done: Before the run was interrupted.
    """

    def __init__(
        self,
        network: TrainableNetwork,
        images: PatchImages,
        sample: PixelSample,
        clusters: int,
        reassign: int,
        schedule: Schedule,
        epochs_done: int,
    ) -> None:
        self._network, self._images, self._schedule = network, images, schedule
        self._clusters, self._reassign = network.label_clusters or clusters, reassign
        self._epochs_done = epochs_done
        self._patches = np.arange(len(images.patches))
        self._sample = sample
        teacher = network.teacher()
        if teacher is not None:
            teacher.calibrate(list(images.some(_CALIBRATION_PATCHES, teacher.patch_margin, schedule.seed)))
            self._patches = np.random.default_rng(schedule.seed).permutation(sample.patches)[:_TAUGHT_PATCHES]
            self._sample = sample.within(self._patches)
        self._labels: PseudoLabels | None = None
        self._taught: PatchFeatures | None = None

    @cached_property
    def _learner(self) -> Learner:
        """Made when there is something to learn: that takes seconds."""
        return Learner(self._network, self._images, self._patches, self._clusters, self._schedule, self._epochs_done)

    def epoch(self, number: int, clusters: Clusters, progress: Progress) -> float:
        """Trains the network for one epoch.

        Args:
            number: Of the epoch, from 1.
            clusters: Of the features as they are now.
            progress: Reports batches.

        Returns:
            The mean loss.

        Raises:
            Diverged: The loss or a weight is no number any more.
        """
        labels = self._pseudo_labels(number, clusters, progress.part(0, 0.12))
        return self._learner.epoch(labels, number, progress.part(0.12, 1))

    def finalise(self, last: bool) -> None:
        """Brings up to date what depends on trained weights, before features are used.

        Args:
            last: Whether no epoch follows.
        """
        count = _FINALISING_PATCHES
        if last:
            most = min(_LAST_FINALISING_PIXELS // self._images.patches.size**2, _TAUGHT_PATCHES)
            count = max(most, count)
        self._network.finalise(self._examples(count), self._learner.head)

    def _examples(self, count: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Some patches with the teacher's features, which are at hand of those that were learnt from."""
        for index in self._images.numbers_of_some(count, self._schedule.seed):
            image, _ = self._images.read(index, self._network.patch_margin)
            yield image, self._taught.of(index)[None] if self._taught else image[:, :0]

    def _pseudo_labels(self, number: int, clusters: Clusters, progress: Progress) -> PseudoLabels:
        """Those of the epoch before, or new ones when they are due."""
        due = (number - 1) % self._reassign == 0
        if self._labels is None or (due and not self._labels.permanent):
            self._labels = self._new_labels(clusters, self._labels, progress)
        return self._labels

    def _new_labels(self, clusters: Clusters, previous: PseudoLabels | None, progress: Progress) -> PseudoLabels:
        """Pseudo-labels from the features of the network's teacher, or from its own as they are now."""
        source: FeatureExtractor = self._network
        space, features, teacher_features = clusters.space, clusters.features, None
        teacher = self._network.teacher()
        if teacher is not None:
            function = patch_function(teacher, self._images.device, len(self._sample.patches))
            teacher_features = PatchFeatures(self._images, function, teacher.patch_margin, keep=True)
            raw = teacher_features.of_sample(self._sample, progress.part(0, 0.5))
            self._taught, source, space = teacher_features, teacher, space_of(raw, teacher.blocks, True)
            features = space.normalised(raw)
        seed, sets, share = self._schedule.seed, self._network.label_sets, progress.part(0.5, 0.8)
        labels = PseudoLabels(source, space, features, self._clusters, seed, previous, share, teacher_features, sets)
        if previous is None:
            hidden = PatchFeatures(self._images, self._network.hidden, self._network.patch_margin)
            self._learner.start(labels, hidden.of_sample(self._sample, progress.part(0.8, 1)), features)
        return labels
