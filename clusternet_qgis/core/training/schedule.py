"""How fast and how long a network learns."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ..networks import NETWORKS
from ..options import TrainOptions
from . import process_group


@dataclass(frozen=True)
class TimeBudget:
    """The time that a training may take.

    Attributes:
        minutes: How long, 0 for no limit.
        started: When it began, on the monotonic clock.
    """

    minutes: float
    started: float

    def share_spent(self) -> float:
        """Share of the budget that is spent, by the first process' clock; 0 where there is no limit."""
        seconds = self.minutes * 60
        return process_group.of_first(lambda: (time.monotonic() - self.started) / seconds) if seconds else 0.0

    def is_spent(self) -> bool:
        """Whether nothing is left of it."""
        return self.share_spent() >= 1


@dataclass(frozen=True)
class Schedule:
    """How fast and how long a network learns.

    Attributes:
        epochs: Passes over the patches.
        batch_size: Patches a step.
        learning_rate: Of Adam, at its highest.
        seed: Of the order of patches, and of all else that is random.
        budget: Time after which learning ends, whatever epochs are left.
    """

    epochs: int
    batch_size: int
    learning_rate: float
    seed: int
    budget: TimeBudget


def schedule_of(options: TrainOptions, started: float) -> Schedule:
    """The schedule that the options ask for.

    Args:
        options: Their learning rate is 0 for the network's own.
        started: When the time budget began, on the monotonic clock.
    """
    rate = options.learning_rate or NETWORKS[options.network].learning_rate
    return Schedule(options.epochs, options.batch_size, rate, options.seed, TimeBudget(options.max_minutes, started))
