"""Options of a training and of mapping, with their defaults; needs no library, so that forms can read them."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import OptionsError
from .networks import NETWORKS

DEVICES = ("auto", "cpu", "cuda", "mps")
PRETEXTS = ("none", "inpainting")
# Names of `io.spectral_indices.INDICES`.
INDICES = ("ndvi", "ndwi", "exg", "vari", "nbr")
INPUT_FILTERS = ("none", "sobel")
SMALLEST_TILE = 16
MOST_CLUSTERS = 65000


@dataclass(frozen=True)
class TrainOptions:
    """Options of a training.

    Attributes:
        network: Id in the registry of networks.
        width: Channels of the first level of a U-Net (paper: 64).
        clusters: Number of clusters (paper: 100).
        epochs: Passes over the patches; 0 only clusters the features of the untrained network.
        max_minutes: Time budget, 0 for none; what is done by then is kept.
        tile_size: Rows and columns of a training patch, without the margin that the network sees around it.
        batch_size: Patches a step.
        learning_rate: Of Adam, 0 for the network's own (paper: 1e-4, for 64 channels and hours of training).
        pretext: First stage: `inpainting` fills in the blanked centre of patches (context encoder).
        input_filter: `sobel` shows the network the gradients of the mean of the bands instead of the bands.
        reassign: Epochs between two assignments of pseudo-labels.
        seed: Of all randomness.
        device: `auto`, `cpu`, `cuda` or `mps`.
        memory_mb: Bound on the memory of the training process.
        encoder: Path of an ONNX file: the network `encoder`, or the teacher of `light`.

    Raises:
        OptionsError: A value that makes no sense.
    """

    network: str = "light"
    width: int = 16
    clusters: int = 64
    epochs: int = 10
    max_minutes: float = 0.0
    tile_size: int = 256
    batch_size: int = 4
    learning_rate: float = 0.0
    pretext: str = "none"
    input_filter: str = "none"
    reassign: int = 1
    seed: int = 0
    device: str = "auto"
    memory_mb: int = 2048
    encoder: str = ""

    def __post_init__(self) -> None:
        _one_of("network", self.network, tuple(NETWORKS))
        _one_of("device", self.device, DEVICES)
        _one_of("pretext", self.pretext, PRETEXTS)
        _one_of("input filter", self.input_filter, INPUT_FILTERS)
        for name in ("width", "clusters", "epochs", "tile_size", "batch_size", "reassign", "seed", "memory_mb"):
            _whole(name.replace("_", " "), getattr(self, name))
        _between("width", self.width, 4, 512)
        _between("number of clusters", self.clusters, 2, MOST_CLUSTERS)
        _between("number of epochs", self.epochs, 0, 1_000_000)
        _between("time budget in minutes", self.max_minutes, 0, 1_000_000)
        _between("batch size", self.batch_size, 1, 4096)
        _between("learning rate", self.learning_rate, 0, 10)
        _between("number of epochs between assignments", self.reassign, 1, 1_000_000)
        _between("seed", self.seed, 0, 2**31 - 1)
        _between("memory in MB", self.memory_mb, 256, 1_000_000_000)
        _between("tile size", self.tile_size, SMALLEST_TILE, 8192)
        if self.encoder and not NETWORKS[self.network].takes_encoder:
            raise OptionsError(
                f"The network '{self.network}' takes no ENCODER; leave it out, or use encoder, which is it, or light, "
                "which learns from it."
            )
        if self.input_filter != "none" and not NETWORKS[self.network].takes_filter:
            takes = ", ".join(name for name, entry in NETWORKS.items() if entry.takes_filter)
            raise OptionsError(
                f"The network '{self.network}' takes no input filter, and '{self.input_filter}' was asked for; "
                f"leave it out, or use one of {takes}."
            )
        stride = NETWORKS[self.network].stride
        if self.tile_size % stride:
            below = self.tile_size // stride * stride
            raise OptionsError(
                f"The network '{self.network}' takes tile sizes that are multiples of {stride}, not {self.tile_size}; "
                f"use {below} or {below + stride}."
            )


@dataclass(frozen=True)
class MapOptions:
    """Options of mapping a raster.

    Attributes:
        bands: 1-based numbers of the raster's bands; empty for those of the training, or all but alpha.
        extent: (xmin, ymin, xmax, ymax) in the raster's reference system, snapped outwards to pixels; None for all.
        device: `auto`, `cpu`, `cuda` or `mps`.
        memory_mb: Bound on the memory of the process; more makes larger tiles, which share fewer margins.
        tile_size: Rows and columns of a tile, a multiple of the network's stride; 0 for what fits the memory.
        keep_flat_borders: Whether flat black or white borders are a part of the picture; see `io.flat_borders`.
        resume: Keeps finished tiles beside the output until it is complete, and takes those of a run of the same
            options and files that was cut off.
        extra: EXTRA rasters, if the model was trained with some.

    Raises:
        OptionsError: A value that makes no sense.
    """

    bands: tuple[int, ...] = ()
    extent: tuple[float, float, float, float] | None = None
    device: str = "auto"
    memory_mb: int = 1400
    tile_size: int = 0
    keep_flat_borders: bool = False
    resume: bool = False
    extra: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _one_of("device", self.device, DEVICES)
        for name in ("memory_mb", "tile_size"):
            _whole(name.replace("_", " "), getattr(self, name))
        _between("memory in MB", self.memory_mb, 1, 1_000_000_000)
        _between("tile size", self.tile_size, 0, 1_000_000)
        if self.extent is not None and len(self.extent) != 4:
            raise OptionsError(f"The extent has {len(self.extent)} numbers; give xmin, ymin, xmax, ymax.")


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise OptionsError(f"The {name} '{value}' is unknown; use one of {', '.join(choices)}.")


def _whole(name: str, value: object) -> None:
    if not isinstance(value, int):
        raise OptionsError(f"The {name} is {value!r}; it must be a whole number.")


def _between(name: str, value: float, lowest: float, highest: float) -> None:
    if not lowest <= value <= highest:
        raise OptionsError(f"The {name} is {value}; it must lie between {lowest} and {highest}.")
