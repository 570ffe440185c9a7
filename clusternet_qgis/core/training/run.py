"""The run of a training, from the first clusters to the last epoch's model."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray

from ..clustering import kmeans
from ..clustering.feature_space import space_of
from ..errors import Diverged
from ..evaluation import metrics
from ..io.gdal_calls import GDAL_VERSION
from ..model import cluster_model, devices
from ..model.cluster_model import ClusterModel
from ..model.torch_engine import load_weights, network_for
from ..networks.contract import FeatureExtractor, TrainableNetwork
from ..options import TrainOptions
from ..progress import Progress
from . import process_group
from .inpainting import inpaint
from .learner import Learner
from .patch_features import PatchFeatures, PatchImages, patch_function
from .patches import PatchSet, PixelSample
from .pseudo_labels import PseudoLabels
from .resume import RunState
from .sample_clusters import Clusters, SampleClusterer

if TYPE_CHECKING:
    from .inputs import TrainInputs

IdArray = NDArray[np.int64]
OnEpochEnd = Callable[[ClusterModel, NDArray[np.float32]], None]

# What a result may depend on, kept in the model's card.
_VERSIONS = {
    "numpy": np.__version__,
    "torch": torch.__version__,
    "faiss": kmeans.FAISS_VERSION,
    "gdal": GDAL_VERSION,
}

_CALIBRATION_PATCHES = 16
# What stays deserves more care than what the next epoch replaces.
_FINALISING_PATCHES = 8
_LAST_FINALISING_PIXELS = 40 * 256**2
# What a teacher that stays says of a patch takes longest, and is kept: 0.9 MB for 256 x 256 pixels.
_TAUGHT_PATCHES = 96


class TrainingRun:
    """The state of a run; see `training.train`.

    Args:
        patches: To learn from.
        sample: Pixels whose clusters are kept.
        options: How.
        start: Model to continue from.
        output: Where the model is written.
        inputs: What the model says it was trained on.
        run: Which run this is, and how much of it is done.
        started: When, on the monotonic clock.
        on_epoch_end: Shown the model and the sample's features whenever the model is written.
        n_init: Of k-means.
    """

    def __init__(
        self,
        patches: PatchSet,
        sample: PixelSample,
        options: TrainOptions,
        start: ClusterModel | None,
        output: str,
        inputs: TrainInputs,
        run: RunState,
        started: float,
        on_epoch_end: OnEpochEnd | None,
        n_init: int,
    ) -> None:
        self.patches, self.sample, self.options, self.start = patches, sample, options, start
        self.output, self.inputs, self.which, self.started, self.on_epoch_end = (
            output,
            inputs,
            run,
            started,
            on_epoch_end,
        )
        self.device = devices.choose(options.device)
        self.network = self._network().to(self.device).eval()
        self.images = PatchImages(patches, self.network.output_stride, self.device)
        pool = np.arange(len(patches))
        if self._network_teacher() is not None:
            pool = np.random.default_rng(options.seed).permutation(sample.patches)[:_TAUGHT_PATCHES]
            sample = sample.within(pool)
        self.taught_sample, self._pool = sample, pool
        self.clusterer = SampleClusterer(self.network, self.images, self.sample, options.clusters, options.seed, n_init)
        self.history: list[dict[str, Any]] = [dict(entry) for entry in start.history] if start else []

    def _network(self) -> FeatureExtractor:
        network = network_for(self.options, self.patches.bands)
        if self.start is not None:
            load_weights(network, self.start.weights)
        else:
            network.load_pretrained()
        return network

    @property
    def _trainable(self) -> TrainableNetwork:
        assert isinstance(self.network, TrainableNetwork)  # `train` refuses to train what only gives features
        return self.network

    def _network_teacher(self) -> FeatureExtractor | None:
        return self.network.teacher() if isinstance(self.network, TrainableNetwork) else None

    @cached_property
    def learner(self) -> Learner:
        """Made when there is something to learn: that takes seconds."""
        return Learner(self._trainable, self.images, self._pool, self.options, self.started, self.which.epochs_done)

    def run(self, progress: Progress) -> ClusterModel:
        """Trains."""
        options, done = self.options, self.which.epochs_done
        if self.start is None:
            self.network.calibrate(list(self._some_images(_CALIBRATION_PATCHES)))
        if options.pretext == "inpainting" and self.start is None:
            half = self.started + options.max_minutes * 30 if options.max_minutes else math.inf
            inpaint(self._trainable, self.patches, options, self.device, progress.part(0, 0.3), half)
            process_group.same_weights(self.network)
            progress = progress.part(0.3, 1)
        clusters = self._first_clusters(progress.part(0, 0.1) if options.epochs else progress)
        model = self._save(clusters, self._entry(None, clusters, clusters.ids), done >= options.epochs)
        first_epoch = self.which.epochs_before
        teacher: PseudoLabels | None = None
        for epoch in range(done + 1, options.epochs + 1):
            share = progress.part(*(0.1 + 0.9 * (end - done) / (options.epochs - done) for end in (epoch - 1, epoch)))
            teacher = self._teacher(epoch, clusters, teacher, share.part(0, 0.1))
            previous = clusters
            try:
                loss = self.learner.epoch(teacher, epoch, share.part(0.1, 0.85))
                last = epoch == options.epochs or self.learner.out_of_time()
                self._trainable.finalise(self._some_images(self._finalising_patches(last)), self.learner.head)
                clusters = self.clusterer.next(previous, last, share.part(0.85, 1))
            except Diverged as what:
                progress.say(f"{what} This was in epoch {epoch}; the model of the epoch before is kept.")
                break
            entry = self._entry(loss, clusters, previous.ids) | {"epoch": first_epoch + epoch}
            model = self._save(clusters, entry, last)
            progress.say(_sentence(entry, first_epoch + options.epochs))
            if last and epoch < options.epochs:
                progress.say(f"The time budget of {options.max_minutes:g} minutes is spent after epoch {epoch}.")
                break
        return model

    def _some_images(self, count: int) -> Iterator[torch.Tensor]:
        return self.images.some(count, self.network.patch_margin, self.options.seed)

    def _finalising_patches(self, last: bool) -> int:
        most = min(_LAST_FINALISING_PIXELS // self.patches.size**2, _TAUGHT_PATCHES)
        return max(most, _FINALISING_PATCHES) if last else _FINALISING_PATCHES

    def _first_clusters(self, progress: Progress) -> Clusters:
        """Of what is known without training, or of the model to continue from."""
        if self.start is not None and self.start.clusters == self.options.clusters:
            return self.clusterer.of_model(self.start, progress)
        pretrained = self.start is not None or self.options.pretext != "none" or self._network_teacher() is not None
        return self.clusterer.first(pretrained or len(self.network.blocks) == 1, progress)

    def _teacher(
        self, epoch: int, clusters: Clusters, previous: PseudoLabels | None, progress: Progress
    ) -> PseudoLabels:
        """Pseudo-labels of what the network's teacher knows, or of its own features as they are now."""
        due = (epoch - 1) % self.options.reassign == 0
        if previous is not None and (previous.for_good or not due):
            return previous
        source, space, features, known = self._network_teacher(), clusters.space, clusters.features, None
        if source is not None:
            function = patch_function(source, self.device, len(self.taught_sample.patches))
            known = PatchFeatures(self.images, function, source.patch_margin, keep=True)
            raw = known.of_sample(self.taught_sample, progress.part(0, 0.5))
            space = space_of(raw, source.blocks, True)
            features = space.normalised(raw)
        labels, seed, share = self.learner.labels, self.options.seed, progress.part(0.5, 0.8)
        sets = self._trainable.label_sets
        found = PseudoLabels(source or self.network, space, features, labels, seed, previous, share, known, sets)
        if previous is None:
            hidden = PatchFeatures(self.images, self._trainable.hidden, self.network.patch_margin)
            self.learner.start(found, hidden.of_sample(self.taught_sample, progress.part(0.8, 1)), features)
        return found

    # --- what is kept

    def _entry(self, loss: float | None, clusters: Clusters, previous: IdArray) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "epoch": int(self.history[-1]["epoch"]) if self.history else 0,
            "loss": loss,
            "seconds": round(time.monotonic() - self.started, 1),
            "inertia": clusters.inertia,
            "nmi": kmeans.normalised_mutual_information(previous, clusters.ids),
            "changed": float((previous != clusters.ids).mean()),
            "sizes": np.bincount(clusters.ids, minlength=len(clusters.centroids)).tolist(),
        }
        if self.sample.reference is not None:
            scores = metrics.score_clusters(
                clusters.ids, self.sample.reference.astype(np.int64), len(clusters.centroids), self.patches.classes
            )
            entry |= {"accuracy": scores.accuracy, "mean_iou": scores.mean_iou, "mean_dice": scores.mean_dice}
        return entry

    def _save(self, clusters: Clusters, entry: dict[str, Any], ended: bool) -> ClusterModel:
        if not self.history or entry["loss"] is not None:  # a continued training begins where the other ended
            self.history.append(entry)
        model = ClusterModel(
            options=self.options,
            band_names=self.patches.band_names,
            band_numbers=self.inputs.bands,
            stats=self.patches.stats,
            weights={name: value.detach().cpu().numpy().copy() for name, value in self.network.state_dict().items()},
            feature_mean=clusters.space.mean,
            feature_scale=clusters.space.scale,
            centroids=clusters.centroids,
            mean_distance=clusters.inertia,
            history=tuple(self.history),
            card={
                "rasters": [Path(path).name for path in self.inputs.rasters],
                "pixel_metres": round(self.patches.pixel_metres, 6),
                "versions": _VERSIONS,
                **self.which.card(ended),
            },
        )
        if not process_group.is_first():
            return model
        cluster_model.save(model, self.output)
        if self.on_epoch_end is not None:
            with torch.random.fork_rng():  # what is only looked at changes nothing
                self.on_epoch_end(model, clusters.features)
        return model


def _sentence(entry: dict[str, Any], last: int) -> str:
    text = (
        f"Epoch {entry['epoch']} of {last}: loss {entry['loss']:.3f}, {entry['changed']:.1%} of pixels changed cluster"
    )
    if "mean_iou" in entry:
        text += f", mean IoU {entry['mean_iou']:.3f}"
    return text
