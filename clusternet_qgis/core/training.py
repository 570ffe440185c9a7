"""Training without labels: cluster the features of all pixels, learn the clusters, repeat."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from . import bundle, clustering, device, evaluation
from .bundle import ClusterModel
from .errors import OptionsError
from .feature_space import FeatureSpace, scaled, space_of
from .networks import NETWORKS
from .networks.contract import FeatureNetwork
from .options import TrainOptions
from .patches import PatchSet, PixelSample, Scene
from .pretext import inpaint
from .progress import Progress
from .pseudo_labels import PseudoLabels
from .raster import RasterSource
from .reference import open_reference
from .tiling import round_up
from .torch_engine import load_weights, network_for
from .vectors import VectorSource

FloatArray = NDArray[np.float32]
IdArray = NDArray[np.int64]
Watch = Callable[[ClusterModel, FloatArray], None]

SAMPLE_PIXELS = 200_000
_PIXELS_PER_DRAWN = 4
_LEAST_STEPS = 50
_MOST_ROUNDS = 5
# Training keeps what mapping forgets: every activation, and its gradient.
_TRAINING_FACTOR = 6
_BASE_MEMORY_MB = 450
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
    """Clusters of the sample.

    Attributes:
        space: Where they are.
        centroids: (clusters, features).
        ids: Cluster of each sample.
        inertia: Mean squared distance of a sample to its centroid.
        features: The sample's features there (samples, features).
    """

    space: FeatureSpace
    centroids: FloatArray
    ids: IdArray
    inertia: float
    features: FloatArray


def train(
    inputs: TrainInputs,
    options: TrainOptions,
    output: str,
    initial_model: str = "",
    watch: Watch | None = None,
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
        watch: Shown the model and the features of the sample, as they are clustered, whenever the model is written.
        progress: Reports batches.

    Raises:
        ClusterNetError: Something about the inputs or options must be changed.
        Cancelled: The user stopped; the model of the last whole epoch stays.
    """
    started = time.monotonic()
    if not inputs.rasters:
        raise OptionsError("There is no raster to train on; give INPUT, or a FOLDER that holds GeoTIFF tiles.")
    start = bundle.load(initial_model) if initial_model else None
    with ExitStack() as stack:
        scenes = [
            _scene(stack, path, inputs) for path in progress.part(0, 0.01).track(inputs.rasters, len(inputs.rasters))
        ]
        if start is not None:
            start.check_bands(len(scenes[0].source.bands), inputs.rasters[0])
            options = _continued(options, start.options, start.clusters, progress)
        options = _fitting(options, scenes, progress)
        stats = start.stats if start else None
        patches = PatchSet(scenes, options.tile_size, options.seed, stats, progress.part(0.01, 0.03))
        spacing = NETWORKS[options.network].spacing
        sample = patches.sample(SAMPLE_PIXELS, options.seed, spacing, progress.part(0.03, 0.05))
        _check_enough(sample, options)
        training = _Training(patches, sample, options, start, output, inputs, started, watch)
        return training.run(progress.part(0.05, 1))


def _scene(stack: ExitStack, path: str, inputs: TrainInputs) -> Scene:
    """A raster with its area and reference, of which several rasters need not all have a part."""
    source = stack.enter_context(RasterSource(path, inputs.bands or None))
    several = len(inputs.rasters) > 1
    area = VectorSource(inputs.area, source.grid, may_miss=several) if inputs.area else None
    reference = None
    if inputs.reference:
        reference = open_reference(inputs.reference, source.grid, inputs.reference_field, may_miss=several)
    return Scene(source, area, reference)


def _continued(options: TrainOptions, before: TrainOptions, clusters: int, progress: Progress) -> TrainOptions:
    """Options with what the initial model decides: its network and its clusters, whose ids keep their meaning."""
    decided = {name: getattr(before, name) for name in ("network", "width", "input_filter")} | {"clusters": clusters}
    changed = [
        f"{name.replace('_', ' ')} {value}" for name, value in decided.items() if getattr(options, name) != value
    ]
    if changed:
        progress.say(f"As the initial model has it: {', '.join(changed)}.")
    return replace(options, **decided)


def _fitting(options: TrainOptions, scenes: Sequence[Scene], progress: Progress) -> TrainOptions:
    """Options with patches no larger than the rasters ask for, and batches that fit the memory."""
    longest = max(max(scene.source.grid.width, scene.source.grid.height) for scene in scenes)
    size = min(options.tile_size, round_up(longest, NETWORKS[options.network].stride))
    if size < options.tile_size:
        progress.say(f"The rasters have at most {longest} pixels a side: patches are made {size} x {size}.")
    network = network_for(options, len(scenes[0].source.bands))
    labels = 4 * (network.label_clusters or options.clusters) * network.label_sets / network.spacing**2
    bytes_per_patch = (size + 2 * network.train_margin) ** 2 * (_TRAINING_FACTOR * network.bytes_per_pixel + 2 * labels)
    most = max(int((options.memory_mb - _BASE_MEMORY_MB) * 1e6 / bytes_per_patch), 1)
    if most < options.batch_size:
        progress.say(f"Batches are made {most} patches, to stay within {options.memory_mb} MB.")
    return replace(options, tile_size=size, batch_size=min(options.batch_size, most))


def _check_enough(sample: PixelSample, options: TrainOptions) -> None:
    """Raises OptionsError if the sample has fewer pixels than there shall be clusters."""
    pixels, spacing = sum(map(len, sample.positions)), NETWORKS[options.network].spacing
    if pixels < options.clusters:
        which = f" among every {spacing}th pixel, which is what the network '{options.network}' looks at"
        raise OptionsError(
            f"There are {pixels} valid pixels{which if spacing > 1 else ''}, fewer than the {options.clusters} "
            f"clusters asked for; ask for at most {pixels} or give a larger raster."
        )


class _Diverged(OptionsError):  # noqa: N818 - within a run no error: it goes on with what it had
    """Something is no number any more."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} became infinite or not a number; a lower learning rate may help.")


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
        started: float,
        watch: Watch | None,
    ) -> None:
        self.patches, self.sample, self.options, self.start = patches, sample, options, start
        self.output, self.inputs, self.started = output, inputs, started
        self.watch = watch
        self.device = device.choose(options.device)
        self.network = self._network()
        self.network.to(self.device).eval()
        labels = self.network.label_clusters or options.clusters
        self.head = nn.Conv2d(self.network.hidden_size, self.network.label_sets * labels, 1).to(self.device)
        self.label_clusters = labels
        self.optimiser = self._optimiser()
        self.generator = np.random.default_rng(options.seed)
        self.history: list[dict[str, Any]] = [dict(entry) for entry in start.history] if start else []

    def _network(self) -> FeatureNetwork:
        network = network_for(self.options, self.patches.bands)
        if self.start is not None:
            load_weights(network, self.start.weights)
        else:
            network.load_pretrained()
        return network

    def _optimiser(self) -> torch.optim.Optimizer:
        slow = self.network.slow_parameters()
        known = {id(parameter) for parameter in slow}
        fast = [p for p in (*self.network.parameters(), *self.head.parameters()) if id(p) not in known]
        rate = self.options.learning_rate or NETWORKS[self.options.network].learning_rate
        groups = [{"params": fast, "lr": rate, "full": rate}]
        if slow:
            groups.append({"params": slow, "lr": rate / 10, "full": rate / 10})
        return torch.optim.Adam(groups)

    # --- the loop

    def run(self, progress: Progress) -> ClusterModel:
        """Trains; see `train`."""
        options = self.options
        if self.start is None:
            self.network.calibrate(self._some_images())
        if options.pretext == "inpainting" and self.start is None:
            half = self.started + options.max_minutes * 30 if options.max_minutes else math.inf
            inpaint(self.network, self.patches, options, self.device, progress.part(0, 0.3), half)
            progress = progress.part(0.3, 1)
        begin = progress.part(0, 0.1) if options.epochs else progress
        clusters = self._first_clusters(begin)
        model = self._save(clusters, self._entry(None, clusters, clusters.ids))
        first_epoch = model.epochs_done
        teacher: PseudoLabels | None = None
        for epoch in range(1, options.epochs + 1):
            share = progress.part(0.1 + 0.9 * (epoch - 1) / options.epochs, 0.1 + 0.9 * epoch / options.epochs)
            if teacher is None:
                teacher = self._teacher(clusters, None, share.part(0, 0.05))
                self._start_head(teacher, share.part(0.05, 0.1))
            elif (epoch - 1) % options.reassign == 0 and not self.network.fixed_labels:
                teacher = self._teacher(clusters, teacher, share.part(0, 0.1))
            previous = clusters
            try:
                loss = self._learn(teacher, share.part(0.1, 0.85), epoch)
                self.network.settle(self._some_images(), self.head)
                clusters = self._cluster(previous, share.part(0.85, 1))
            except _Diverged as what:
                progress.say(f"{what} This was in epoch {epoch}; the model of the epoch before is kept.")
                break
            entry = self._entry(loss, clusters, previous.ids) | {"epoch": first_epoch + epoch}
            model = self._save(clusters, entry)
            progress.say(_sentence(entry, first_epoch + options.epochs))
            if self._out_of_time():
                progress.say(f"The time budget of {options.max_minutes:g} minutes is spent after epoch {epoch}.")
                break
        return model

    def _some_images(self) -> list[Tensor]:
        """The same few patches at every call."""
        chosen = np.random.default_rng(self.options.seed).permutation(len(self.patches))[:_CALIBRATION_PATCHES]
        return [self._image(int(index))[0] for index in chosen]

    def _image(self, index: int) -> tuple[Tensor, Tensor]:
        """A patch as a batch of one, and which of the pixels that get features count."""
        values, valid = self.patches.read(index, self.network.train_margin)
        image = torch.from_numpy(values)[None].to(self.device).contiguous(memory_format=torch.channels_last)
        step = self.network.spacing
        return image, torch.from_numpy(valid[::step, ::step].copy()).to(self.device)

    def _out_of_time(self) -> bool:
        budget = self.options.max_minutes * 60
        return bool(budget) and time.monotonic() - self.started >= budget

    def _learn(self, teacher: PseudoLabels, progress: Progress, epoch: int) -> float:
        """One epoch of cross-entropy with the pseudo-labels; the mean loss.

        Raises:
            _Diverged: The loss or a weight is no number any more.
        """
        weights = teacher.weights().to(self.device)
        losses: list[float] = []
        order = self._order()
        batches = [order[i : i + self.options.batch_size] for i in range(0, len(order), self.options.batch_size)]
        for number, batch in enumerate(progress.track(batches, len(batches))):
            self._set_learning_rate((epoch - 1 + number / len(batches)) / self.options.epochs)
            images, labels = self._batch(teacher, batch)
            loss = self._loss(images, labels, weights)
            self.optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            self.optimiser.step()
            losses.append(float(loss.detach()))
            if not math.isfinite(losses[-1]):
                raise _Diverged("The loss")
            if self._out_of_time() and number + 1 < len(batches):
                break
        if not all(bool(torch.isfinite(parameter).all()) for parameter in self.network.parameters()):
            raise _Diverged("A weight")
        return float(np.mean(losses))

    def _order(self) -> IdArray:
        """All patches in random order; of a small raster again and again, or an epoch would teach nothing."""
        wanted = max(_LEAST_STEPS * self.options.batch_size, len(self.patches))
        rounds = min(-(-wanted // len(self.patches)), _MOST_ROUNDS)
        return np.concatenate([self.generator.permutation(len(self.patches)) for _ in range(rounds)])[:wanted]

    def _loss(self, images: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
        """Cross-entropy of all label sets on a random share of the valid pixels.

        Args:
            images: (batch, bands, ...) with the train margin.
            labels: (batch, sets, rows, cols), -1 where not valid.
            weights: (sets, labels).
        """
        hidden = self.network.hidden(images, self.network.train_margin)[..., : labels.shape[-2], : labels.shape[-1]]
        flat, known = hidden.movedim(1, -1).flatten(0, 2), labels.movedim(1, -1).flatten(0, 2)
        # Neighbours say much the same, and the classifier of hundreds of labels takes most of a step's time.
        drawn = torch.randint(len(flat), (max(len(flat) // _PIXELS_PER_DRAWN, 1),), device=flat.device)
        drawn = drawn[known[drawn, 0] >= 0]
        weight, bias = self.head.parameters()
        logits = nn.functional.linear(flat[drawn], weight[:, :, 0, 0], bias).reshape(-1, *weights.shape)
        losses = [
            nn.functional.cross_entropy(logits[:, index], known[drawn, index], weights[index])
            for index in range(len(weights))
        ]
        return torch.stack(losses).mean() if len(drawn) else hidden.sum() * 0

    def _set_learning_rate(self, done: float) -> None:
        """Cosine from the full rate to a hundredth, over epochs or over the time budget, whichever ends first."""
        if self.options.max_minutes:
            done = max(done, (time.monotonic() - self.started) / (60 * self.options.max_minutes))
        factor = 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))
        for group in self.optimiser.param_groups:
            group["lr"] = group["full"] * factor

    def _batch(self, teacher: PseudoLabels, indices: IdArray) -> tuple[Tensor, Tensor]:
        """Images with margin and pseudo-labels, turned and flipped together."""
        images, labels = [], []
        for index in indices:
            image, valid = self._image(int(index))
            label = teacher.labels(image)[:, : valid.shape[0], : valid.shape[1]]
            label[:, ~valid] = -1
            turns, flip = int(self.generator.integers(4)), bool(self.generator.integers(2))
            images.append(_turned(image[0], turns, flip))
            labels.append(_turned(label, turns, flip))
        batch = torch.stack(images).contiguous(memory_format=torch.channels_last)
        return batch, torch.stack(labels)

    # --- clusters

    def _features(self, progress: Progress) -> FloatArray:
        """Features of the sample (samples, features)."""
        return self._of_sample(self.network, progress)

    def _of_sample(self, function: Callable[[Tensor, int], Tensor], progress: Progress) -> FloatArray:
        """What a function gives for the sample's pixels (samples, channels)."""
        parts = []
        for index in progress.track(range(len(self.patches)), len(self.patches)):
            image, valid = self._image(index)
            with torch.inference_mode():
                features = function(image, self.network.train_margin)[0]
                flat = features[:, : valid.shape[0], : valid.shape[1]].flatten(1).T
                parts.append(flat[torch.from_numpy(self.sample.positions[index])].cpu().numpy())
        return np.concatenate(parts)

    def _first_clusters(self, progress: Progress) -> Clusters:
        """Of what is known without training, or of the model to continue from."""
        if self.start is None or self.start.clusters != self.options.clusters:
            return self._cluster(None, progress)
        space = FeatureSpace(self.start.feature_mean, self.start.feature_scale)
        features = space.normalised(self._features(progress))
        ids, distances = clustering.assign(features, self.start.centroids)
        return Clusters(space, self.start.centroids, ids, float(distances.mean()), features)

    def _cluster(self, previous: Clusters | None, progress: Progress) -> Clusters:
        """k-means on the features as they are now, ids continuing the previous ones."""
        raw = self._features(progress.part(0, 0.8))
        if not np.isfinite(raw).all():
            raise _Diverged("A feature")
        space = space_of(raw, self.network.blocks, previous is not None or self._knows_something())
        features = space.normalised(raw)
        initial = None
        if previous is not None:
            initial = clustering.averaged(features, previous.ids, previous.centroids, self.generator)
        clusters = self.options.clusters if previous is None else len(previous.centroids)
        found = clustering.fit(features, clusters, initial, seed=self.options.seed, progress=progress.part(0.8, 1))
        centroids, ids = found.centroids, found.ids
        if previous is None:
            centroids = clustering.distinct(centroids)
            ids, _ = clustering.assign(features, centroids)
            if len(centroids) < clusters:
                progress.say(f"The pixels have only {len(centroids)} different features: so many clusters are made.")
        else:
            permutation = clustering.matching(previous.ids, ids, clusters)
            ids = permutation[ids]
            centroids = centroids[np.argsort(permutation)]
        return Clusters(space, centroids, ids, found.inertia, features)

    def _knows_something(self) -> bool:
        """Whether the network has been trained at all, or has nothing beside what is to be learnt."""
        return self.start is not None or self.options.pretext != "none" or len(self.network.blocks) == 1

    def _teacher(self, clusters: Clusters, previous: PseudoLabels | None, progress: Progress) -> PseudoLabels:
        """Pseudo-labels of the features as they are now, or of those that are known from the start."""
        space, features = clusters.space, clusters.features
        if self.network.fixed_labels:
            first = self.network.blocks[0].size
            space, features = space.without_first(first), features.copy()
            features[:, :first] = 0
        return PseudoLabels(self.network, space, features, self.label_clusters, self.options.seed, previous, progress)

    def _start_head(self, teacher: PseudoLabels, progress: Progress) -> None:
        """Makes the classifier say which label's mean is nearest to a hidden vector.

        Its logits are -|x - c|^2 over the mean squared distance, up to what all labels share. From random weights, what
        a model to continue from has learnt would first be lost.
        """
        hidden = self._of_sample(self.network.hidden, progress)
        mean, scale = scaled(hidden, alike=True)
        hidden = (hidden - mean) * scale
        weight, bias = self.head.parameters()
        for index, ids in enumerate(teacher.ids):
            room = np.zeros((teacher.clusters, hidden.shape[1]), np.float32)
            means = clustering.averaged(hidden, ids, room, self.generator)
            distance = max(float(((hidden - means[ids]) ** 2).sum(1).mean()), 1e-6)
            slopes = 2 * means / distance * scale
            offsets = -(means**2).sum(1) / distance - slopes @ mean
            part = slice(index * teacher.clusters, (index + 1) * teacher.clusters)
            with torch.no_grad():
                weight[part] = torch.from_numpy(slopes.astype(np.float32))[:, :, None, None]
                bias[part] = torch.from_numpy(offsets.astype(np.float32))

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
                clusters.ids, self.sample.reference.astype(np.int64), len(clusters.centroids), self.patches.classes
            )
            entry |= {"accuracy": scores.accuracy, "mean_iou": scores.mean_iou, "mean_dice": scores.mean_dice}
        return entry

    def _save(self, clusters: Clusters, entry: dict[str, Any]) -> ClusterModel:
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
                "initial_model": self.start.fingerprint() if self.start else "",
                "versions": {"numpy": np.__version__, "torch": torch.__version__},
            },
        )
        bundle.save(model, self.output)
        if self.watch is not None:
            with torch.random.fork_rng():  # what is only looked at changes nothing
                self.watch(model, clusters.features)
        return model


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
