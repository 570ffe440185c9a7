"""Learning pseudo-labels: a classifier on the network's hidden features, batches, and steps."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn

from ..arrays import FloatArray, IntArray
from ..clustering import kmeans
from ..clustering.feature_space import scaled
from ..errors import Diverged
from ..networks import test_time_augmentation
from ..networks.contract import TrainableNetwork
from ..progress import Progress
from . import process_group
from .loss import TrainingLoss
from .patch_features import PatchImages
from .pseudo_labels import PseudoLabels
from .schedule import Schedule

_PIXELS_PER_DRAWN = 4
_LEAST_STEPS = 50
_MOST_ROUNDS = 5
# Rate of parameters that were trained before, relative to that of the others.
_SLOW = 0.2
# Logit of a label that no sample has; not so low that one which gets some later could not be learnt.
_UNUSED = -30.0
_WARMING_STEPS = 20
_RIDGE = 1e-5


class Learner:
    """The network with its classifier and optimiser, which last for a whole training.

    Args:
        network: To train.
        images: To learn from.
        patches: Numbers of those patches to learn from.
        clusters: Pseudo-labels in each set.
        schedule: How fast and how long.
        epochs_done: Before the run was interrupted; random numbers then differ from those that were drawn before.
    """

    def __init__(
        self,
        network: TrainableNetwork,
        images: PatchImages,
        patches: IntArray,
        clusters: int,
        schedule: Schedule,
        epochs_done: int = 0,
    ) -> None:
        self._network, self._images, self._patches, self._schedule = network, images, patches, schedule
        self._device = next(network.parameters()).device
        teacher = network.teacher()
        self._loss = TrainingLoss(network, clusters, teacher.feature_size if teacher else 0).to(self._device)
        self._parallel: nn.Module | None = None
        self._optimiser = self._new_optimiser()
        self._steps = 0
        self._generator = np.random.default_rng([schedule.seed, epochs_done] if epochs_done else schedule.seed)

    def _new_optimiser(self) -> torch.optim.Optimizer:
        slow = self._network.slow_parameters()
        slow_ids = {id(parameter) for parameter in slow}
        fast = [parameter for parameter in self._loss.parameters() if id(parameter) not in slow_ids]
        rate = self._schedule.learning_rate
        groups = [{"params": fast, "lr": rate, "full": rate}]
        if slow:
            groups.append({"params": slow, "lr": rate * _SLOW, "full": rate * _SLOW})
        return torch.optim.Adam(groups)

    @property
    def head(self) -> nn.Module:
        """The classifier of pseudo-labels."""
        return self._loss.head

    @torch.no_grad()
    def start(self, labels: PseudoLabels, hidden: FloatArray, features: FloatArray) -> None:
        """Starts the classifier as the one of nearest means, and the regression at its least squares.

        Logits are -|x - c|^2 over the mean squared distance, up to what all labels share, where x is the output of the
        regression or, where there is none, the hidden vector. With random weights, the network would first lose what
        it has learnt before. Labels that no sample has get no chance.

        Args:
            labels: Those of a sample.
            hidden: Hidden vectors of the sample (samples, hidden_size).
            features: What the labels are clusters of (samples, features).
        """
        if self._loss.regression is None:
            mean, scale = scaled(hidden, standardise=True)
            slopes, offset = np.diag(scale), -mean * scale
        else:
            slopes, offset = _least_squares(hidden, features)
            _set_weights(self._loss.regression, slopes, offset)
        x = (hidden @ slopes.T + offset).astype(np.float32)
        weights, biases = [], []
        for ids in labels.ids:
            nothing = np.zeros((labels.clusters, x.shape[1]), np.float32)
            means = kmeans.update_centroids(x, ids, nothing, self._generator)
            distance = max(float(((x - means[ids]) ** 2).sum(1).mean()), 1e-6)
            used = np.bincount(ids, minlength=labels.clusters) > 0
            weights.append(np.where(used[:, None], 2 * means / distance @ slopes, 0))
            biases.append(np.where(used, (2 * means @ offset - (means**2).sum(1)) / distance, _UNUSED))
        _set_weights(self._loss.head, np.concatenate(weights), np.concatenate(biases))

    def epoch(self, labels: PseudoLabels, number: int, progress: Progress) -> float:
        """One epoch of cross-entropy with the pseudo-labels, and of a regression of a teacher's features.

        Args:
            labels: To learn.
            number: Of the epoch, from 1.
            progress: Reports batches.

        Returns:
            The mean loss.

        Raises:
            Diverged: The loss or a weight is no number any more.
        """
        self._parallel = self._parallel or process_group.parallel(self._loss)
        weights = labels.weights().to(self._device)
        losses: list[float] = []
        batches = list(self._batches())
        for index, batch in enumerate(progress.track(batches, len(batches))):
            self._set_rate((number - 1 + index / len(batches)) / self._schedule.epochs)
            loss = self._parallel(*self._batch(labels, batch, weights))
            self._optimiser.zero_grad()
            loss.backward()
            self._optimiser.step()
            losses.append(float(process_group.summed(loss)) / process_group.size())
            if not math.isfinite(losses[-1]):
                raise Diverged("The loss")
            if self._schedule.budget.is_spent() and index + 1 < len(batches):
                break
        if not all(bool(torch.isfinite(parameter).all()) for parameter in self._network.parameters()):
            raise Diverged("A weight")
        return float(np.mean(losses))

    def _batches(self) -> Iterator[IntArray]:
        """Patches in random order; of a small raster again and again, or an epoch would teach nothing."""
        size, patches = self._schedule.batch_size, len(self._patches)
        wanted = self._network.epoch_steps * size or max(_LEAST_STEPS * size, patches)
        rounds = min(-(-wanted // patches), _MOST_ROUNDS)
        order = np.concatenate([self._generator.permutation(self._patches) for _ in range(rounds)])[:wanted]
        return (order[first : first + size] for first in range(0, len(order), size))

    def _set_rate(self, done: float) -> None:
        """Cosine from the full rate to a hundredth, over epochs or over the time budget, whichever ends first.

        The first steps are small: Adam's estimates are poor then, and large steps would spoil a trained network.
        """
        done = max(done, self._schedule.budget.share_spent())
        factor = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
        self._steps += 1
        warm = min(self._steps / _WARMING_STEPS, 1.0)
        for group in self._optimiser.param_groups:
            group["lr"] = group["full"] * factor * warm

    def _batch(self, labels: PseudoLabels, indices: IntArray, weights: Tensor) -> tuple[Tensor, ...]:
        """What `TrainingLoss` asks for, of this process' share of a batch, turned and flipped at random.

        All processes draw the same random numbers, so that together they learn what one alone would.
        """
        turns = [(int(self._generator.integers(4)), bool(self._generator.integers(2))) for _ in indices]
        own = process_group.share_of(len(indices))
        # Without a patch of its own a process looks at the first, and at no pixel of it.
        positions = range(own.start, own.stop) if own.start < own.stop else range(1)
        examples = []
        for position in positions:
            image, label, features = self._example(labels, int(indices[position]))
            if self._network.output_stride > 1:
                image, label = test_time_augmentation.turnable(image), nn.functional.pad(label, (0, 1, 0, 1), value=-1)
                features = nn.functional.pad(features, (0, 1, 0, 1))
            parts = (image[0], label, features)
            examples.append([test_time_augmentation.turned(part, *turns[position]) for part in parts])
        images, targets, teacher_features = (torch.stack(parts) for parts in zip(*examples))
        drawn = self._drawn(len(indices), targets[0, 0].numel(), own)
        return images.contiguous(memory_format=torch.channels_last), targets, teacher_features, weights, drawn

    def _drawn(self, patches: int, pixels: int, own: slice) -> Tensor:
        """Random pixels of a batch that lie in this process' share, counted from its first.

        Neighbours are much alike, and the classifier of hundreds of labels takes most of a step's time.
        """
        count = patches * pixels
        drawn = torch.randint(count, (max(count // _PIXELS_PER_DRAWN, 1),), device=self._device)
        return drawn[(drawn >= own.start * pixels) & (drawn < own.stop * pixels)] - own.start * pixels

    def _example(self, labels: PseudoLabels, index: int) -> tuple[Tensor, Tensor, Tensor]:
        """A patch (1, bands, ...), its labels (sets, rows, cols), -1 where not valid, and the teacher's features."""
        image, valid = self._images.read(index, self._network.patch_margin)
        label, features = (part[:, : valid.shape[0], : valid.shape[1]] for part in labels.targets(image, index))
        return image, label.masked_fill(~valid, -1), features if self._loss.regression else features[:0]


def _least_squares(hidden: FloatArray, features: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Slopes (features, hidden) and offsets of features from hidden vectors, with a small ridge."""
    mean, target = hidden.mean(0), features.mean(0)
    centred = (hidden - mean).astype(np.float64)
    square = centred.T @ centred
    square[np.diag_indices(len(square))] += _RIDGE * np.trace(square) + 1e-12
    slopes = np.linalg.solve(square, centred.T @ (features - target)).T
    return slopes.astype(np.float32), (target - slopes @ mean).astype(np.float32)


def _set_weights(layer: nn.Conv2d, weight: FloatArray, bias: FloatArray) -> None:
    arrays = (weight[:, :, None, None], bias)
    for parameter, array in zip(layer.parameters(), arrays):
        parameter.copy_(torch.from_numpy(array.astype(np.float32)))
