"""Training without labels: cluster the features of all pixels, learn the clusters, repeat."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..errors import OptionsError
from ..io.flat_borders import open_imagery
from ..io.gdal_calls import OpenDatasets
from ..io.reference import open_reference
from ..io.tiling import round_up
from ..io.vectors import VectorSource
from ..model import cluster_model
from ..model.cluster_model import ClusterModel
from ..model.torch_engine import network_for
from ..networks.contract import FeatureExtractor, TrainableNetwork
from ..options import SMALLEST_TILE, TrainOptions
from ..progress import Progress
from .inputs import TrainInputs
from .patches import PatchSet, PixelSample, Scene
from .resume import interrupted_run, run_state_of
from .run import OnEpochEnd, TrainingRun
from .sample_clusters import Effort

FloatArray = NDArray[np.float32]
IdArray = NDArray[np.int64]

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
    started = time.monotonic()
    if not inputs.rasters:
        raise OptionsError("There is no raster to train on; give INPUT, or a FOLDER that holds GeoTIFF tiles.")
    start = cluster_model.load(initial_model) if initial_model else None
    run = run_state_of(inputs, options, start)
    if left := interrupted_run(run, output):
        run, start = left
        started -= run.seconds_done
        progress.say(
            f"Going on with the training that was interrupted after {run.epochs_done} of {options.epochs} epochs; "
            f"delete {output} to begin anew."
        )
    with ExitStack() as stack:
        datasets = OpenDatasets()
        scenes = [
            _scene(stack, path, inputs, datasets, progress)
            for path in progress.part(0, 0.01).track(inputs.rasters, len(inputs.rasters))
        ]
        if start is not None:
            start.check_bands(len(scenes[0].source.bands), inputs.rasters[0])
            options = _continued(options, start.options, start.clusters, progress)
        network = network_for(options, len(scenes[0].source.bands))
        _check_trainable(options, network)
        options = _fitting(options, network, scenes, progress)
        stats = start.stats if start else None
        patches = PatchSet(scenes, options.tile_size, options.seed, stats, progress.part(0.01, 0.03))
        sample = patches.sample(
            effort.pixels, options.seed, network.output_stride, progress.part(0.03, 0.05), effort.patches
        )
        _check_enough(sample, options, network.output_stride)
        training = TrainingRun(
            patches, sample, options, start, output, inputs, run, started, on_epoch_end, effort.n_init
        )
        return training.run(progress.part(0.05, 1))


def _scene(stack: ExitStack, path: str, inputs: TrainInputs, datasets: OpenDatasets, progress: Progress) -> Scene:
    """A raster with its area and reference, of which several rasters need not all have a part."""
    source = stack.enter_context(open_imagery(path, inputs.bands or None, inputs.keep_flat_borders, progress, datasets))
    several = len(inputs.rasters) > 1
    area = VectorSource(inputs.area, source.grid, may_miss=several) if inputs.area else None
    reference = None
    if inputs.reference:
        reference = open_reference(
            inputs.reference, source.grid, inputs.reference_field, may_miss=several, datasets=datasets
        )
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
    size = round_up(min(options.tile_size, max(longest, SMALLEST_TILE)), network.stride)
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


def _check_enough(sample: PixelSample, options: TrainOptions, output_stride: int) -> None:
    """Raises OptionsError if the sample has fewer pixels than there shall be clusters."""
    pixels = sum(map(len, sample.positions))
    if pixels < options.clusters:
        which = f" among every {output_stride}th pixel, which is what the network '{options.network}' looks at"
        raise OptionsError(
            f"There are {pixels} valid pixels{which if output_stride > 1 else ''}, fewer than the {options.clusters} "
            f"clusters asked for; ask for at most {pixels} or give a larger raster."
        )
