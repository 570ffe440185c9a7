"""Training without labels: cluster the features of all pixels, learn the clusters, repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..errors import OptionsError
from ..io import normalisation
from ..io.output_clash import refuse_clashes
from ..io.tiling import round_up
from ..model.cluster_model import ClusterModel
from ..model.torch_engine import load_weights, network_for
from ..networks import NETWORKS
from ..networks.contract import FeatureExtractor, TrainableNetwork
from ..options import SMALLEST_TILE, TrainOptions
from ..progress import Progress
from .evidence import add_evidence
from .inputs import Scene, TrainInputs, open_scenes
from .patches import PatchSet, PixelSample, TrainingData
from .record import OnEpochEnd, TrainingRecord
from .resume import run_state_of
from .run import TrainingRun
from .sample_clusters import Effort

# Training keeps what mapping forgets: every activation, and its gradient.
_TRAINING_FACTOR = 6
_BASE_MEMORY_MB = 450


def train(
    inputs: TrainInputs,
    options: TrainOptions,
    output: str,
    initial_model: str = "",
    on_epoch_end: OnEpochEnd | None = None,
    effort: Effort = Effort(),
    progress: Progress = Progress(),
) -> ClusterModel:
    """Trains a network and its clusters, and writes them as a model after every epoch.

    A run that was interrupted goes on when it is started again with the same inputs, options and output.

    Stage 1 (optional): fill in the blanked centre of patches. Stage 2, after DeepCluster (Caron et al. 2018) and
    ClusterNet (Girard et al. 2019, section 3): each epoch takes the clusters of the features as pseudo-labels,
    learns them with cross-entropy, and clusters again, starting from the old centroids so that ids persist.

    Args:
        inputs: What to train on.
        options: How.
        output: Where the model is written; after a cancel or crash it is that of the last whole epoch.
        initial_model: Model to continue from, with its normalisation, clusters and history.
        on_epoch_end: Called with the model and the sample's features, as they are clustered, when the model is written.
        effort: What clusters are made from.
        progress: Reports batches.

    Raises:
        ClusterNetError: Something about the inputs or options must be changed.
        Cancelled: The user stopped; the model of the last whole epoch stays.
    """
    if not inputs.rasters:
        raise OptionsError("There is no raster to train on; give INPUT, or a FOLDER that holds GeoTIFF tiles.")
    read = {"rasters": inputs.rasters, "area": inputs.area, "reference": inputs.reference, "extra": inputs.extra}
    read["encoder"] = (options.encoder,) if options.encoder else ()
    refuse_clashes({"output": output}, read)  # it may be the initial model, which it continues
    options = _as_it_learns(options, progress)
    state = run_state_of(inputs, options, initial_model, output, progress)
    if state.interrupted:
        progress.say(
            f"Going on with the training that was interrupted after {state.epochs_done} of {options.epochs} epochs; "
            f"delete {output} to begin anew."
        )
    vectors = state.model is None or bool(state.model.embedding)  # see `mapping.imagery`
    with open_scenes(inputs, progress.part(0, 0.01), vectors) as scenes:
        bands = len(scenes[0].source.bands)
        if state.model is not None:
            state.model.check_bands(bands, inputs.rasters[0])
            options = _as_it_learns(_continued(options, state.model, progress), progress)
        evidence = add_evidence(
            scenes, inputs, state.model.evidence if state.model else None, state.model is None, progress
        )
        network = network_for(options, bands, evidence)
        _check_trainable(options, network)
        if state.model is not None:
            load_weights(network, state.model.weights)
        else:
            network.load_pretrained()
        options = _fitting(options, network, scenes, progress)
        data = _training_data(scenes, network, options, state.model, effort, progress.part(0.01, 0.05))
        stats, patches = data.patches.stats, data.patches
        network.know_data(patches.band_names, stats.mean.tolist(), stats.std.tolist(), patches.white, progress)
        record = TrainingRecord(inputs, data, options, state, output, on_epoch_end, evidence)
        run = TrainingRun(network, data, options, state, record, effort.n_init)
        return run.run(progress.part(0.05, 1))


def _continued(options: TrainOptions, model: ClusterModel, progress: Progress) -> TrainOptions:
    """Options with what a model to continue decides: its network and its clusters, whose ids keep their meaning."""
    names = ["network", "width", "input_filter", *(["encoder"] if model.options.network == "encoder" else [])]
    decided = {name: getattr(model.options, name) for name in names}
    decided["clusters"] = model.clusters
    changed = [
        f"{name.replace('_', ' ')} {value}" for name, value in decided.items() if getattr(options, name) != value
    ]
    if changed:
        progress.say(f"As the initial model has it: {', '.join(changed)}.")
    return replace(options, **decided)


def _as_it_learns(options: TrainOptions, progress: Progress) -> TrainOptions:
    """Options without epochs for a network of the registry that has nothing to learn."""
    if NETWORKS[options.network].learns or not (options.epochs or options.pretext != "none"):
        return options
    progress.say(f"The network '{options.network}' has nothing to learn: its features are clustered as they are.")
    return replace(options, epochs=0, pretext="none")


def _check_trainable(options: TrainOptions, network: FeatureExtractor) -> None:
    """Raises OptionsError if a network that only gives features shall be trained."""
    if (options.epochs or options.pretext != "none") and not isinstance(network, TrainableNetwork):
        raise OptionsError(
            f"The network '{options.network}' gives features as they are and cannot be trained; set the number of "
            f"epochs to 0, not {options.epochs}, and the first stage to none."
        )


def _fitting(
    options: TrainOptions, network: FeatureExtractor, scenes: Sequence[Scene], progress: Progress
) -> TrainOptions:
    """Options with patches no larger than the rasters ask for, and batches that fit the memory."""
    longest = max(max(scene.source.grid.width, scene.source.grid.height) for scene in scenes)
    cells = [scene.source.grid.cells(network.stride) for scene in scenes]
    size = max(*(max(each.rows, each.cols) for each in cells), SMALLEST_TILE)
    size = round_up(min(options.tile_size, size), network.stride)
    if size < options.tile_size:
        progress.say(f"The rasters have at most {longest} pixels a side: patches are made {size} x {size}.")
    if not isinstance(network, TrainableNetwork):
        return replace(options, tile_size=size)
    labels = 4 * (network.label_clusters or options.clusters) * network.label_sets / network.output_stride**2
    bytes_per_patch = (size + 2 * network.patch_margin) ** 2 * (_TRAINING_FACTOR * network.bytes_per_pixel + 2 * labels)
    most = max(int((options.memory_mb - _BASE_MEMORY_MB) * 1e6 / bytes_per_patch), 1)
    if most < options.batch_size:
        progress.say(f"Batches are made {most} patches, to stay within {options.memory_mb} MB.")
    return replace(options, tile_size=size, batch_size=min(options.batch_size, most))


def _training_data(
    scenes: Sequence[Scene],
    network: FeatureExtractor,
    options: TrainOptions,
    model: ClusterModel | None,
    effort: Effort,
    progress: Progress,
) -> TrainingData:
    """Patches, normalised as a model to continue has it, and a sample of their pixels."""
    stats = model.stats if model else None
    if stats is None and network.keeps_unit_vectors and all(scene.source.has_unit_vectors for scene in scenes):
        stats = normalisation.of_unit_vectors(len(scenes[0].source.bands))
    patches = PatchSet(scenes, options.tile_size, options.seed, stats, progress.part(0, 0.5), network.stride)
    sample = patches.sample(effort.pixels, options.seed, network.output_stride, progress.part(0.5, 1), effort.patches)
    _check_enough(sample, options, network.output_stride)
    return TrainingData(patches, sample)


def _check_enough(sample: PixelSample, options: TrainOptions, output_stride: int) -> None:
    """Raises OptionsError if the sample has fewer pixels than there shall be clusters."""
    pixels = sum(map(len, sample.positions))
    if pixels < options.clusters:
        which = f" among every {output_stride}th pixel, which is what the network '{options.network}' looks at"
        raise OptionsError(
            f"There are {pixels} valid pixels{which if output_stride > 1 else ''}, fewer than the {options.clusters} "
            f"clusters asked for; ask for at most {pixels} or give a larger raster."
        )
