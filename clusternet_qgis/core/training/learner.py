"""Learning pseudo-labels: a classifier on the network's hidden features, batches, and steps."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ..clustering import kmeans
from ..clustering.feature_space import scaled
from ..errors import Diverged
from ..networks import NETWORKS, test_time_augmentation
from ..networks.contract import TrainableNetwork
from ..options import TrainOptions
from ..progress import Progress
from . import process_group
from .loss import TrainingLoss
from .patch_features import PatchImages
from .pseudo_labels import PseudoLabels

FloatArray = NDArray[np.float32]
IdArray = NDArray[np.int64]

_PIXELS_PER_DRAWN = 4
_LEAST_STEPS = 50
_MOST_ROUNDS = 5
_SLOW = 0.2
# Logit of a label that no sample has; not so low that one which gets some later could not be learnt.
_UNUSED = -30.0
_WARMING_STEPS = 20
_RIDGE = 1e-5


class Learner:
    """The network with its classifier and optimiser, which live through a whole training.

    Args:
        network: To train.
        images: To learn from.
        pool: Numbers of those patches to learn from.
        options: How.
        started: When the time budget began, on the monotonic clock.
        epochs_done: Before the run was interrupted; what comes is drawn otherwise than what was.
    """

    def __init__(
        self,
        network: TrainableNetwork,
        images: PatchImages,
        pool: IdArray,
        options: TrainOptions,
        started: float,
        epochs_done: int = 0,
    ) -> None:
        self.network, self.images, self.options, self.started = network, images, options, started
        self._pool = pool
        self.labels = network.label_clusters or options.clusters
        self._device = next(network.parameters()).device
        known = teacher.feature_size if (teacher := network.teacher()) else 0
        self._loss = TrainingLoss(network, self.labels, known).to(self._device)
        self._parallel: nn.Module | None = None
        self._optimiser = self._new_optimiser()
        self._steps = 0
        self._generator = np.random.default_rng([options.seed, epochs_done] if epochs_done else options.seed)

    def _new_optimiser(self) -> torch.optim.Optimizer:
        slow = self.network.slow_parameters()
        known = {id(parameter) for parameter in slow}
        fast = [parameter for parameter in self._loss.parameters() if id(parameter) not in known]
        rate = self.options.learning_rate or NETWORKS[self.options.network].learning_rate
        groups = [{"params": fast, "lr": rate, "full": rate}]
        if slow:
            groups.append({"params": slow, "lr": rate * _SLOW, "full": rate * _SLOW})
        return torch.optim.Adam(groups)

    @property
    def head(self) -> nn.Module:
        """The classifier of pseudo-labels."""
        return self._loss.head

    @torch.no_grad()
    def start(self, teacher: PseudoLabels, hidden: FloatArray, known: FloatArray) -> None:
        """Makes the classifier say which label's mean is nearest to a hidden vector, and the regression least squares.

        Logits are -|x - c|^2 over the mean squared distance, up to what all labels share, where x is what the
        regression says or, where there is none, the hidden vector. From random weights, what the network knows already
        would first be lost. Labels that no sample has get no chance.

        Args:
            teacher: The labels.
            hidden: Of their sample (samples, hidden_size).
            known: What the labels are clusters of (samples, features).
        """
        if self._loss.regression is None:
            mean, scale = scaled(hidden, standardise=True)
            slopes, offset = np.diag(scale), -mean * scale
        else:
            slopes, offset = _least_squares(hidden, known)
            _put(self._loss.regression, slopes, offset)
        x = (hidden @ slopes.T + offset).astype(np.float32)
        weights, biases = [], []
        for ids in teacher.ids:
            means = kmeans.update_centroids(
                x, ids, np.zeros((teacher.clusters, x.shape[1]), np.float32), self._generator
            )
            distance = max(float(((x - means[ids]) ** 2).sum(1).mean()), 1e-6)
            used = np.bincount(ids, minlength=teacher.clusters) > 0
            weights.append(np.where(used[:, None], 2 * means / distance @ slopes, 0))
            biases.append(np.where(used, (2 * means @ offset - (means**2).sum(1)) / distance, _UNUSED))
        _put(self._loss.head, np.concatenate(weights), np.concatenate(biases))

    def epoch(self, teacher: PseudoLabels, number: int, progress: Progress) -> float:
        """One epoch of cross-entropy with the pseudo-labels, and of a regression of what a teacher that stays knows.

        Returns:
            The mean loss.

        Raises:
            Diverged: The loss or a weight is no number any more.
        """
        self._parallel = self._parallel or process_group.parallel(self._loss)
        weights = teacher.weights().to(self._device)
        losses: list[float] = []
        batches = list(self._batches())
        for index, batch in enumerate(progress.track(batches, len(batches))):
            self._set_rate((number - 1 + index / len(batches)) / self.options.epochs)
            loss = self._parallel(*self._batch(teacher, batch, weights))
            self._optimiser.zero_grad()
            loss.backward()
            self._optimiser.step()
            losses.append(float(process_group.summed(loss)) / process_group.size())
            if not math.isfinite(losses[-1]):
                raise Diverged("The loss")
            if self.out_of_time() and index + 1 < len(batches):
                break
        if not all(bool(torch.isfinite(parameter).all()) for parameter in self.network.parameters()):
            raise Diverged("A weight")
        return float(np.mean(losses))

    def out_of_time(self) -> bool:
        """Whether the time budget is spent."""
        return self._time_spent() >= 1

    def _time_spent(self) -> float:
        """Share of the time budget, by the first process' clock; 0 where there is none."""
        budget = self.options.max_minutes * 60
        return process_group.of_first(lambda: (time.monotonic() - self.started) / budget) if budget else 0.0

    def _batches(self) -> Iterator[IdArray]:
        """Patches in random order; of a small raster again and again, or an epoch would teach nothing."""
        size, patches = self.options.batch_size, len(self._pool)
        wanted = self.network.epoch_steps * size or max(_LEAST_STEPS * size, patches)
        rounds = min(-(-wanted // patches), _MOST_ROUNDS)
        order = np.concatenate([self._generator.permutation(self._pool) for _ in range(rounds)])[:wanted]
        return (order[first : first + size] for first in range(0, len(order), size))

    def _set_rate(self, done: float) -> None:
        """Cosine from the full rate to a hundredth, over epochs or over the time budget, whichever ends first.

        The first steps are small: Adam knows nothing yet of how steep the loss is, and would shake what is known.
        """
        done = max(done, self._time_spent())
        factor = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
        self._steps += 1
        warm = min(self._steps / _WARMING_STEPS, 1.0)
        for group in self._optimiser.param_groups:
            group["lr"] = group["full"] * factor * warm

    def _batch(self, teacher: PseudoLabels, indices: IdArray, weights: Tensor) -> tuple[Tensor, ...]:
        """What `TrainingLoss` asks for, of this process' share of a batch, turned and flipped at random.

        All processes draw the same random numbers, so that together they learn what one alone would.
        """
        views_drawn = [(int(self._generator.integers(4)), bool(self._generator.integers(2))) for _ in indices]
        own = process_group.share_of(len(indices))
        # Without a patch of its own a process looks at the first, and at no pixel of it.
        seen = range(own.start, own.stop) if own.start < own.stop else range(1)
        lessons = []
        for place in seen:
            image, label, known = self._lesson(teacher, int(indices[place]))
            if self.network.output_stride > 1:
                image, label = test_time_augmentation.turnable(image), nn.functional.pad(label, (0, 1, 0, 1), value=-1)
                known = nn.functional.pad(known, (0, 1, 0, 1))
            lessons.append(
                [test_time_augmentation.turned(part, *views_drawn[place]) for part in (image[0], label, known)]
            )
        images, labels, known = (torch.stack(parts) for parts in zip(*lessons))
        drawn = self._drawn(len(indices), labels[0, 0].numel(), own)
        return images.contiguous(memory_format=torch.channels_last), labels, known, weights, drawn

    def _drawn(self, patches: int, pixels: int, own: slice) -> Tensor:
        """Random pixels of a batch that lie in this process' share, counted from its first.

        Neighbours say much the same, and the classifier of hundreds of labels takes most of a step's time.
        """
        count = patches * pixels
        drawn = torch.randint(count, (max(count // _PIXELS_PER_DRAWN, 1),), device=self._device)
        return drawn[(drawn >= own.start * pixels) & (drawn < own.stop * pixels)] - own.start * pixels

    def _lesson(self, teacher: PseudoLabels, index: int) -> tuple[Tensor, Tensor, Tensor]:
        """A patch (1, bands, ...), its labels (sets, rows, cols), -1 where not valid, and what the teacher knows."""
        image, valid = self.images.read(index, self.network.patch_margin)
        label, known = (part[:, : valid.shape[0], : valid.shape[1]] for part in teacher.lesson(image, index))
        return image, label.masked_fill(~valid, -1), known if self._loss.regression else known[:0]


def _least_squares(hidden: FloatArray, known: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Slopes (features, hidden) and offsets of what is known, from hidden vectors, a little ridged."""
    mean, target = hidden.mean(0), known.mean(0)
    centred = (hidden - mean).astype(np.float64)
    square = centred.T @ centred
    square[np.diag_indices(len(square))] += _RIDGE * np.trace(square) + 1e-12
    slopes = np.linalg.solve(square, centred.T @ (known - target)).T
    return slopes.astype(np.float32), (target - slopes @ mean).astype(np.float32)


def _put(layer: nn.Conv2d, weight: FloatArray, bias: FloatArray) -> None:
    parameters = (weight[:, :, None, None], bias)
    for parameter, array in zip(layer.parameters(), parameters, strict=True):
        parameter.copy_(torch.from_numpy(array.astype(np.float32)))
