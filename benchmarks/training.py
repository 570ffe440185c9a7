"""Seconds of each part of a training with default options, by epoch.

    python -m benchmarks.training [--image tile4] [--epochs 10]

Columns are seconds on the clock, spent or waited for by the main thread: patches that another thread reads ahead cost
none. The last column has processor seconds of all threads, which other processes on the machine change least. A part
within another counts as itself only, so that the parts of a column add up to the whole.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.images import development_images, generalisation_images
from benchmarks.peak_memory import peak_memory_mb
from benchmarks.speed import say
from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.networks.base_teacher import BaseTeacher
from clusternet_qgis.core.networks.light import LightNetwork
from clusternet_qgis.core.options import TrainOptions
from clusternet_qgis.core.training import patch_features, pseudo_labels, record, sample_clusters, train
from clusternet_qgis.core.training.epoch_trainer import EpochTrainer
from clusternet_qgis.core.training.inputs import TrainInputs
from clusternet_qgis.core.training.learner import Learner
from clusternet_qgis.core.training.loss import TrainingLoss
from clusternet_qgis.core.training.patches import PatchSet

FloatPair = NDArray[np.float64]

# What is timed: where a function is looked up, its name there, and the part that it belongs to.
PARTS = (
    (train, "open_scenes", "opening"),
    (train, "network_for", "opening"),
    (train, "PatchSet", "choosing patches"),
    (PatchSet, "sample", "sample"),
    (PatchSet, "read", "reading"),
    (LightNetwork, "calibrate", "calibration"),
    (patch_features, "patch_engine", "graphs"),
    (BaseTeacher, "calibrate", "calibration"),
    (sample_clusters.SampleClusterer, "features", "features of the sample"),
    (sample_clusters.SampleClusterer, "_fit", "k-means of the clusters"),
    (EpochTrainer, "_new_labels", "features of the teacher"),
    (pseudo_labels, "_fitted", "k-means of the labels"),
    (Learner, "start", "start of the classifier"),
    (Learner, "_batch", "batches"),
    (TrainingLoss, "forward", "forward"),
    (torch.Tensor, "backward", "backward"),
    (torch.optim.Adam, "step", "optimiser"),
    (LightNetwork, "finalise", "finalising"),
    (kmeans, "assign", "assignment"),
    (kmeans, "normalised_mutual_information", "history"),
    (record.TrainingRecord, "_write", "writing"),
)


class Stopwatch:
    """Seconds of parts that may lie in one another, on the clock and of processors.

    Attributes:
        seconds: Of each part (clock, processors).
    """

    def __init__(self) -> None:
        self.seconds: dict[str, FloatPair] = {}
        self._open: list[tuple[FloatPair, FloatPair]] = []
        self._thread = threading.get_ident()

    def timed(self, function: Callable[..., Any], part: str) -> Callable[..., Any]:
        """The function, its seconds counted."""

        def counted(*arguments: Any, **named: Any) -> Any:
            if threading.get_ident() != self._thread:
                return function(*arguments, **named)
            self._open.append((now(), np.zeros(2)))
            try:
                return function(*arguments, **named)
            finally:
                start, within = self._open.pop()
                spent = now() - start
                self.seconds[part] = self.seconds.get(part, np.zeros(2)) + spent - within
                if self._open:
                    self._open[-1][1][:] += spent

        return counted

    @contextmanager
    def over(self, parts: tuple[tuple[Any, str, str], ...]) -> Iterator[None]:
        """Counts the parts as long as it is open."""
        before = [(owner, name, getattr(owner, name)) for owner, name, _ in parts]
        for (owner, name, part), (_, _, function) in zip(parts, before):
            setattr(owner, name, self.timed(function, part))
        try:
            yield
        finally:
            for owner, name, function in before:
                setattr(owner, name, function)


def now() -> FloatPair:
    """Seconds on the clock, and of processors."""
    return np.array([time.perf_counter(), time.process_time()])


def measure(paths: tuple[str, ...], epochs: int) -> dict[str, dict[str, FloatPair]]:
    """Seconds of each part: of what comes before the first epoch, of some epochs, and of all."""
    watch, states, start = Stopwatch(), [], now()

    def ended(*_: Any) -> None:
        states.append({**watch.seconds, "all": now() - start})

    with tempfile.TemporaryDirectory() as folder, watch.over(PARTS):
        train.train(TrainInputs(paths), TrainOptions(epochs=epochs), str(Path(folder) / "a.cnet"), on_epoch_end=ended)
    columns = {"before epochs": states[0]}
    for name, index in (("first epoch", 1), ("middle epoch", len(states) // 2), ("last epoch", len(states) - 1)):
        if 0 < index < len(states):
            columns[name] = {part: value - states[index - 1].get(part, 0.0) for part, value in states[index].items()}
    return columns | {"all": states[-1]}


def main() -> None:
    """Prints a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--image", default="tile4")
    parser.add_argument("--epochs", type=int, default=TrainOptions().epochs)
    arguments = parser.parse_args()
    images = {**development_images(), **generalisation_images()}
    if not images:
        print("skipped: the development images are not beside the checkout")
        return
    columns = measure(tuple(map(str, images[arguments.image].paths)), arguments.epochs)
    nothing = np.zeros(2)
    for column in columns.values():
        column["the rest"] = 2 * column["all"] - sum(column.values(), nothing)
    whole = columns["all"]
    for part in sorted(whole, key=lambda part: whole[part][1]):
        seconds = {name: round(float(column.get(part, nothing)[0]), 2) for name, column in columns.items()}
        say(part=part, **seconds, processors=round(float(whole[part][1]), 2))
    say(peak_memory_mb=peak_memory_mb())


if __name__ == "__main__":
    main()
