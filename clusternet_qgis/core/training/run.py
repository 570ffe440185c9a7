"""The run of a training, from the first clusters to the last epoch's model."""

from __future__ import annotations

from ..errors import Diverged
from ..model import devices
from ..model.cluster_model import ClusterModel
from ..networks.contract import FeatureExtractor, TrainableNetwork
from ..options import TrainOptions
from ..progress import Progress
from . import process_group
from .epoch_trainer import EpochTrainer
from .inpainting import inpaint
from .patch_features import PatchImages
from .patches import TrainingData
from .record import TrainingRecord, sentence_of
from .resume import RunState
from .sample_clusters import Clusters, SampleClusterer
from .schedule import schedule_of

_CALIBRATION_PATCHES = 16


class TrainingRun:
    """A run: the first clusters, and then epochs; see `training.train`.

    Args:
        network: With the weights that it begins with.
        data: What is looked at.
        options: How to train; epochs and a first stage only for a trainable network.
        state: What the run continues, and how much of it is done.
        record: Keeps what comes of it.
        n_init: Starts of k-means.
    """

    def __init__(
        self,
        network: FeatureExtractor,
        data: TrainingData,
        options: TrainOptions,
        state: RunState,
        record: TrainingRecord,
        n_init: int,
    ) -> None:
        self._data, self._options, self._state, self._record = data, options, state, record
        self._device = devices.choose(options.device)
        self._network = network.to(self._device).eval()
        self._images = PatchImages(data.patches, network.output_stride, self._device)
        self._schedule = schedule_of(options, state.started)
        self._clusterer = SampleClusterer(network, self._images, data.sample, options.clusters, options.seed, n_init)
        self._trainer: EpochTrainer | None = None
        if isinstance(network, TrainableNetwork):
            self._trainer = EpochTrainer(
                network,
                self._images,
                data.sample,
                options.clusters,
                options.reassign,
                self._schedule,
                state.epochs_done,
            )

    def run(self, progress: Progress) -> ClusterModel:
        """Clusters the features; then, epoch by epoch, learns the clusters and clusters the features again."""
        progress = self._prepare_network(progress)
        clusters = self._first_clusters(progress.part(0, 0.1) if self._options.epochs else progress)
        ended = self._state.epochs_done >= self._options.epochs
        model = self._record.begin(self._network, clusters, ended)
        if ended or self._trainer is None:
            return model
        return self._train(self._trainer, clusters, progress.part(0.1, 1)) or model

    def _prepare_network(self, progress: Progress) -> Progress:
        """Calibrates a new network, and trains its first stage; the progress of what is left."""
        if self._state.model is not None:
            return progress
        network, seed = self._network, self._options.seed
        network.calibrate(list(self._images.some(_CALIBRATION_PATCHES, network.patch_margin, seed)))
        if self._options.pretext != "inpainting" or not isinstance(network, TrainableNetwork):
            return progress
        inpaint(network, self._data.patches, self._schedule, self._device, progress.part(0, 0.3))
        process_group.same_weights(network)
        return progress.part(0.3, 1)

    def _first_clusters(self, progress: Progress) -> Clusters:
        """Those of the model that is continued, or of features that no epoch has changed yet."""
        model, network = self._state.model, self._network
        if model is not None and model.clusters == self._options.clusters:
            return self._clusterer.of_model(model, progress)
        pretrained = model is not None or self._options.pretext != "none" or _has_teacher(network)
        return self._clusterer.first(pretrained or not any(block.weight for block in network.blocks[1:]), progress)

    def _train(self, trainer: EpochTrainer, clusters: Clusters, progress: Progress) -> ClusterModel | None:
        """Epochs until the last, or the end of the time budget; the last one's model, None if there is none."""
        epochs, done = self._options.epochs, self._state.epochs_done
        model = None
        for epoch in range(done + 1, epochs + 1):
            share = progress.part(*((end - done) / (epochs - done) for end in (epoch - 1, epoch)))
            previous = clusters
            try:
                loss = trainer.epoch(epoch, clusters, share.part(0, 0.85))
                last = epoch == epochs or self._schedule.budget.is_spent()
                trainer.finalise(last)
                clusters = self._clusterer.next(clusters, last, share.part(0.85, 1))
            except Diverged as error:
                progress.say(f"{error} This was in epoch {epoch}; the model of the epoch before is kept.")
                break
            model = self._record.add_epoch(self._network, clusters, previous, loss, last)
            progress.say(sentence_of(self._record.history[-1], self._state.epochs_before + epochs))
            if last and epoch < epochs:
                minutes = self._schedule.budget.minutes
                progress.say(f"The time budget of {minutes:g} minutes is spent after epoch {epoch}.")
                break
        return model


def _has_teacher(network: FeatureExtractor) -> bool:
    return isinstance(network, TrainableNetwork) and network.teacher() is not None
