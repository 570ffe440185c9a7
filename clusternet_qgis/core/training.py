"""Training without labels: cluster the features of all pixels, learn the clusters, repeat."""

from __future__ import annotations

import copy
import math
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from . import bundle, clustering, device, evaluation
from .bundle import ClusterModel
from .errors import ModelError, OptionsError
from .inference import load_weights, network_for
from .networks import NETWORKS
from .networks.contract import FeatureNetwork
from .options import TrainOptions
from .patches import PatchSet, PixelSample, Scene
from .pretext import inpaint
from .progress import Progress
from .raster import RasterSource
from .reference import open_reference
from .vectors import VectorSource

FloatArray = NDArray[np.float32]
IdArray = NDArray[np.int64]

SAMPLE_PIXELS = 200_000
# Evenly sampled pseudo-labels: rare ones weigh more, but a label of a few pixels must not rule a step.
_LARGEST_LABEL_WEIGHT = 20.0
_CALIBRATION_PATCHES = 16


@dataclass(frozen=True)
class TrainInputs:
    """What to train on.

    Attributes:
        rasters: Paths; several must have the same bands.
        bands: 1-based numbers, empty for all but alpha.
        area: Polygons to train inside of, empty for everywhere.
        reference: Labels for scores in the history, never learnt from; empty for none.
        reference_field: Class field of a vector reference.
    """

    rasters: tuple[str, ...]
    bands: tuple[int, ...] = ()
    area: str = ""
    reference: str = ""
    reference_field: str = ""


@dataclass
class Clusters:
    """Clusters of the sample, in the space of normalised features.

    Attributes:
        mean: (features,) subtracted.
        scale: (features,) then multiplied with.
        centroids: (clusters, features).
        ids: Cluster of each sample.
        inertia: Mean squared distance of a sample to its centroid.
        learned: Learnt part of the features (samples, learned_size) of unit variance, whatever `scale` makes of it.
        learned_mean: (learned_size,) subtracted for that.
        learned_scale: (learned_size,) then multiplied with.
    """

    mean: FloatArray
    scale: FloatArray
    centroids: FloatArray
    ids: IdArray
    inertia: float
    learned: FloatArray
    learned_mean: FloatArray
    learned_scale: FloatArray


def train(
    inputs: TrainInputs,
    options: TrainOptions,
    output: str,
    initial_model: str = "",
    progress: Progress = Progress(),  # noqa: B008 - stateless
) -> ClusterModel:
    """Trains a network and its clusters, and writes them as a model after every epoch.

    Stage 1 (optional): fill in the blanked centre of patches. Stage 2, after DeepCluster (Caron et al. 2018) and
    ClusterNet (Girard et al. 2019, section 3): each epoch takes the clusters of the features as pseudo-labels,
    learns them with cross-entropy, and clusters again, starting from the old centroids so that ids persist.

    Args:
        inputs: What to train on.
        options: How.
        output: Where the model is written; after a cancel or crash it is that of the last whole epoch.
        initial_model: Model to continue from, with its normalisation, clusters and history.
        progress: Reports batches.

    Raises:
        ClusterNetError: Something about the inputs or options must be changed.
        Cancelled: The user stopped; the model of the last whole epoch stays.
    """
    if not inputs.rasters:
        raise OptionsError("There is no raster to train on; give INPUT, or a FOLDER that holds GeoTIFF tiles.")
    start = bundle.load(initial_model) if initial_model else None
    with ExitStack() as stack:
        scenes = [_scene(stack, path, inputs, progress) for path in inputs.rasters]
        if start is not None:
            start.check_bands(len(scenes[0].source.bands), inputs.rasters[0])
        stats = start.stats if start else None
        patches = PatchSet(scenes, options.tile_size, options.seed, stats, progress.part(0, 0.03))
        spacing = NETWORKS[options.network].spacing
        sample = patches.sample(SAMPLE_PIXELS, options.seed, spacing, progress.part(0.03, 0.05))
        classes = tuple(scenes[0].reference.classes) if scenes[0].reference else ()
        training = _Training(patches, sample, options, start, output, inputs, classes)
        return training.run(progress.part(0.05, 1))


def _scene(stack: ExitStack, path: str, inputs: TrainInputs, progress: Progress) -> Scene:
    source = stack.enter_context(RasterSource(path, inputs.bands or None))
    area = VectorSource(inputs.area, source.grid) if inputs.area else None
    reference = None
    if inputs.reference:
        reference = open_reference(inputs.reference, source.grid, inputs.reference_field)
    return Scene(source, area, reference)


class _Training:
    """The state of a run."""

    def __init__(
        self,
        patches: PatchSet,
        sample: PixelSample,
        options: TrainOptions,
        start: ClusterModel | None,
        output: str,
        inputs: TrainInputs,
        classes: tuple[str, ...],
    ) -> None:
        self.patches, self.sample, self.options, self.start = patches, sample, options, start
        self.output, self.inputs, self.classes = output, inputs, classes
        self.device = device.choose(options.device)
        self.network = self._network()
        self.network.to(self.device).eval()
        self.head = nn.Conv2d(self.network.learned_size, options.clusters, 1).to(self.device)
        parameters = [*self.network.parameters(), *self.head.parameters()]
        self.optimiser = torch.optim.Adam(parameters, options.learning_rate)
        self.generator = np.random.default_rng(options.seed)
        self.history: list[dict[str, Any]] = [dict(entry) for entry in start.history] if start else []
        self.started = time.monotonic()

    def _network(self) -> FeatureNetwork:
        network = network_for(self.options, self.patches.bands)
        if self.start is not None:
            before, now = self.start.options, self.options
            for name in ("network", "width", "input_filter"):
                if getattr(before, name) != getattr(now, name):
                    raise ModelError(
                        f"The initial model has {name.replace('_', ' ')} {getattr(before, name)}, this training "
                        f"{getattr(now, name)}; use the same."
                    )
            load_weights(network, self.start.weights)
        return network

    # --- the loop

    def run(self, progress: Progress) -> ClusterModel:
        """Trains; see `train`."""
        options = self.options
        if self.start is None:
            self._calibrate()
        if options.pretext == "inpainting" and self.start is None:
            inpaint(self.network, self.patches, options, self.device, progress.part(0, 0.3))
            progress = progress.part(0.3, 1)
        begin = progress.part(0, 0.05) if options.epochs else progress
        clusters = self._first_clusters(begin)
        teacher = self._teacher(clusters)
        model = self._save(clusters, self._entry(None, clusters, clusters.ids))
        first_epoch = model.epochs_done
        for epoch in range(1, options.epochs + 1):
            share = progress.part(0.05 + 0.95 * (epoch - 1) / options.epochs, 0.05 + 0.95 * epoch / options.epochs)
            if (epoch - 1) % options.reassign == 0 and epoch > 1:
                teacher = self._teacher(clusters)
            self._reset_head(clusters, teacher.sample_ids)
            loss = self._learn(teacher, share.part(0, 0.85), epoch)
            if not math.isfinite(loss):
                progress.say(f"The loss became {loss} in epoch {epoch}; the model of the epoch before is kept.")
                break
            previous = clusters
            clusters = self._cluster(previous, share.part(0.85, 1))
            entry = self._entry(loss, clusters, previous.ids) | {"epoch": first_epoch + epoch}
            model = self._save(clusters, entry)
            progress.say(_sentence(entry, first_epoch + options.epochs))
            if self._out_of_time():
                progress.say(f"The time budget of {options.max_minutes:g} minutes is spent after epoch {epoch}.")
                break
        return model

    def _calibrate(self) -> None:
        """Shows the network some of the data."""
        chosen = self.generator.permutation(len(self.patches))[:_CALIBRATION_PATCHES]
        self.network.calibrate([self._image(int(index))[0] for index in chosen])

    def _image(self, index: int) -> tuple[Tensor, Tensor]:
        """A patch as a batch of one, and which of the pixels that get features count."""
        values, valid = self.patches.read(index, self.network.train_margin)
        image = torch.from_numpy(values)[None].to(self.device).contiguous(memory_format=torch.channels_last)
        step = self.network.spacing
        return image, torch.from_numpy(valid[::step, ::step].copy()).to(self.device)

    def _out_of_time(self) -> bool:
        budget = self.options.max_minutes * 60
        return bool(budget) and time.monotonic() - self.started >= budget

    def _learn(self, teacher: _Teacher, progress: Progress, epoch: int) -> float:
        """One epoch of cross-entropy with the teacher's labels; the mean loss."""
        weights = _label_weights(teacher.sample_ids, self.options.clusters).to(self.device)
        losses: list[float] = []
        order = self.generator.permutation(len(self.patches))
        batches = [order[i : i + self.options.batch_size] for i in range(0, len(order), self.options.batch_size)]
        for number, batch in enumerate(progress.track(batches, len(batches))):
            done = (epoch - 1 + number / len(batches)) / self.options.epochs
            self._set_learning_rate(done)
            images, labels = self._batch(teacher, batch)
            learned = self.network.learned(images, self.network.train_margin)
            logits = self.head(learned)[..., : labels.shape[-2], : labels.shape[-1]]
            loss = nn.functional.cross_entropy(logits, labels, weights, ignore_index=-1)
            self.optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            self.optimiser.step()
            losses.append(float(loss.detach()))
            if not math.isfinite(losses[-1]) or (self._out_of_time() and number + 1 < len(batches)):
                break
        return float(np.mean(losses))

    def _set_learning_rate(self, done: float) -> None:
        """Cosine from the full rate to a hundredth, over epochs or over the time budget, whichever ends first."""
        if self.options.max_minutes:
            done = max(done, (time.monotonic() - self.started) / (60 * self.options.max_minutes))
        factor = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
        for group in self.optimiser.param_groups:
            group["lr"] = self.options.learning_rate * factor

    def _batch(self, teacher: _Teacher, indices: IdArray) -> tuple[Tensor, Tensor]:
        """Images with margin and pseudo-labels, turned and flipped together."""
        images, labels = [], []
        for index in indices:
            image, valid = self._image(int(index))
            label = teacher.labels(image)[: valid.shape[0], : valid.shape[1]]
            label[~valid] = -1
            turns, flip = int(self.generator.integers(4)), bool(self.generator.integers(2))
            images.append(_turned(image[0], turns, flip))
            labels.append(_turned(label, turns, flip))
        batch = torch.stack(images).contiguous(memory_format=torch.channels_last)
        return batch, torch.stack(labels)

    # --- clusters

    def _features(self, progress: Progress) -> FloatArray:
        """Features of the sample (samples, features)."""
        parts = []
        for index in progress.track(range(len(self.patches)), len(self.patches)):
            image, valid = self._image(index)
            with torch.inference_mode():
                features = self.network(image, self.network.train_margin)[0]
                flat = features[:, : valid.shape[0], : valid.shape[1]].flatten(1).T
                parts.append(flat[torch.from_numpy(self.sample.positions[index])].cpu().numpy())
        return np.concatenate(parts)

    def _first_clusters(self, progress: Progress) -> Clusters:
        """Of colour and texture while the network knows nothing, or of the model to continue from."""
        if self.start is None or self.start.clusters != self.options.clusters:
            return self._cluster(None, progress)
        start, features = self.start, self._features(progress)
        normal = (features - start.feature_mean) * start.feature_scale
        ids, distances = clustering.assign(normal, start.centroids)
        inertia = float(distances.mean())
        learned = self._learned(features)
        return Clusters(start.feature_mean, start.feature_scale, start.centroids, ids, inertia, *learned)

    def _learned(self, features: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """The learnt part of unit variance, and the mean and scale that make it so."""
        part = features[:, : self.network.learned_size]
        mean, scale = _normalisation(part)
        return (part - mean) * scale, mean, scale

    def _cluster(self, previous: Clusters | None, progress: Progress) -> Clusters:
        """k-means on the features as they are now, ids continuing the previous ones."""
        features = self._features(progress.part(0, 0.8))
        mean, scale = self._block_normalisation(features, trained=previous is not None or self._knows_something())
        normal = (features - mean) * scale
        initial = None
        if previous is not None:
            initial = clustering.averaged(normal, previous.ids, previous.centroids, self.generator)
        clusters = self.options.clusters if previous is None else len(previous.centroids)
        found = clustering.fit(normal, clusters, initial, seed=self.options.seed, progress=progress.part(0.8, 1))
        centroids, ids = found.centroids, found.ids
        if previous is None:
            centroids = clustering.distinct(centroids)
            ids, _ = clustering.assign(normal, centroids)
            if len(centroids) < clusters:
                progress.say(f"The pixels have only {len(centroids)} different features: so many clusters are made.")
        else:
            permutation = clustering.matching(previous.ids, ids, clusters)
            ids = permutation[ids]
            centroids = centroids[np.argsort(permutation)]
        return Clusters(mean, scale, centroids, ids, found.inertia, *self._learned(features))

    def _knows_something(self) -> bool:
        """Whether the network has been trained at all, or has nothing beside it to learn from."""
        return self.start is not None or self.options.pretext != "none" or len(self.network.blocks) == 1

    def _block_normalisation(self, features: FloatArray, trained: bool) -> tuple[FloatArray, FloatArray]:
        """Mean, and the scale that gives each block of features a total variance of 1; 0 for an untrained network."""
        ends = np.cumsum([block.size for block in self.network.blocks])
        parts = [
            _normalisation(features[:, end - block.size : end], block.alike)
            for block, end in zip(self.network.blocks, ends)
        ]
        mean, scale = (np.concatenate(arrays) for arrays in zip(*parts))
        if not trained:
            scale[: self.network.learned_size] = 0
        return mean, scale

    def _reset_head(self, clusters: Clusters, ids: IdArray) -> None:
        """Makes the classifier say what the nearest mean of the learnt features says.

        Logits are -|x - c|^2 over the mean squared distance, up to what all labels share.
        """
        used = int(ids.max()) + 1
        room = np.zeros((used, clusters.learned.shape[1]), np.float32)
        means = clustering.averaged(clusters.learned, ids, room, self.generator)
        distance = max(float(((clusters.learned - means[ids]) ** 2).sum(1).mean()), 1e-6)
        slopes = 2 * means / distance * clusters.learned_scale
        offsets = -(means**2).sum(1) / distance - slopes @ clusters.learned_mean
        weight, bias = self.head.parameters()
        with torch.no_grad():
            weight.zero_()
            bias.fill_(-1e4)  # clusters that the data could not fill never win
            weight[:used] = torch.from_numpy(slopes.astype(np.float32))[:, :, None, None]
            bias[:used] = torch.from_numpy(offsets.astype(np.float32))
        for parameter in self.head.parameters():
            self.optimiser.state.pop(parameter, None)

    def _teacher(self, clusters: Clusters) -> _Teacher:
        frozen = copy.deepcopy(self.network).eval()
        return _Teacher(frozen, clusters, self.device)

    # --- what is kept

    def _entry(self, loss: float | None, clusters: Clusters, previous: IdArray) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "epoch": int(self.history[-1]["epoch"]) if self.history else 0,
            "loss": loss,
            "seconds": round(time.monotonic() - self.started, 1),
            "inertia": clusters.inertia,
            "nmi": clustering.normalised_mutual_information(previous, clusters.ids),
            "changed": float((previous != clusters.ids).mean()),
            "sizes": np.bincount(clusters.ids, minlength=len(clusters.centroids)).tolist(),
        }
        if self.sample.reference is not None:
            scores = evaluation.score_clusters(
                clusters.ids, self.sample.reference.astype(np.int64), len(clusters.centroids), self.classes
            )
            entry |= {"accuracy": scores.accuracy, "mean_iou": scores.mean_iou, "mean_dice": scores.mean_dice}
        return entry

    def _save(self, clusters: Clusters, entry: dict[str, Any]) -> ClusterModel:
        self.history.append(entry)
        model = ClusterModel(
            options=self.options,
            band_names=self.patches.band_names,
            stats=self.patches.stats,
            weights={name: value.detach().cpu().numpy() for name, value in self.network.state_dict().items()},
            feature_mean=clusters.mean,
            feature_scale=clusters.scale,
            centroids=clusters.centroids,
            mean_distance=clusters.inertia,
            history=tuple(self.history),
            card={
                "rasters": [Path(path).name for path in self.inputs.rasters],
                "initial_model": self.start.fingerprint() if self.start else "",
                "versions": {"numpy": np.__version__, "torch": torch.__version__},
            },
        )
        bundle.save(model, self.output)
        return model


class _Teacher:
    """Gives pseudo-labels: the nearest centroid of features that do not change during an epoch."""

    def __init__(self, network: FeatureNetwork, clusters: Clusters, where: torch.device) -> None:
        self._network = network
        self.sample_ids = clusters.ids
        # |(f - mean) scale - c|^2 without what all clusters share, as one 1x1 convolution of the raw features.
        slopes = -2 * clusters.centroids * clusters.scale
        offsets = (clusters.centroids**2).sum(1) - slopes @ clusters.mean
        self._slopes = torch.from_numpy(slopes.astype(np.float32)[:, :, None, None]).to(where)
        self._offsets = torch.from_numpy(offsets.astype(np.float32)).to(where)

    @torch.no_grad()
    def labels(self, image: Tensor) -> Tensor:
        """Labels (rows, cols) of the centre of an image (1, bands, rows + 2 margin, cols + 2 margin)."""
        return nn.functional.conv2d(self._network(image, self._network.train_margin), self._slopes, self._offsets)[
            0
        ].argmin(0)


def _normalisation(features: FloatArray, alike: bool = True) -> tuple[FloatArray, FloatArray]:
    """Mean, and what brings the sum of all variances to 1, each feature's alike or as they are; dead ones stay 0."""
    mean = features.mean(0, dtype=np.float64)
    deviation = features.std(0, dtype=np.float64)
    if not alike:
        deviation = np.full_like(deviation, math.sqrt(float((deviation**2).mean())))
    alive = deviation > 1e-6 * max(float(deviation.max()), 1e-12)
    scale = np.where(alive, 1 / np.where(alive, deviation, 1), 0) / math.sqrt(max(int(alive.sum()), 1))
    return mean.astype(np.float32), scale.astype(np.float32)


def _label_weights(ids: IdArray, clusters: int) -> Tensor:
    """Weight of each label so that all count alike, averaging 1 over pixels."""
    share = np.bincount(ids, minlength=clusters) / len(ids)
    used = share > 0
    weights = np.where(used, 1 / np.where(used, share, 1) / used.sum(), 0)
    return torch.from_numpy(np.minimum(weights, _LARGEST_LABEL_WEIGHT).astype(np.float32))


def _turned(array: Tensor, turns: int, flip: bool) -> Tensor:
    turned = torch.rot90(array, turns, (-2, -1))
    return turned.flip(-1) if flip else turned


def _sentence(entry: dict[str, Any], last: int) -> str:
    text = (
        f"Epoch {entry['epoch']} of {last}: loss {entry['loss']:.3f}, {entry['changed']:.1%} of pixels changed cluster"
    )
    if "mean_iou" in entry:
        text += f", mean IoU {entry['mean_iou']:.3f}"
    return text
