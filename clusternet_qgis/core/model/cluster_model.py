"""The model file: what is kept of a training, in one zip that numpy and json open."""

from __future__ import annotations

import importlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError, OptionsError
from ..fingerprint import fingerprint
from ..io import evidence_recipe
from ..io.evidence_recipe import Evidence
from ..io.normalisation import NormalisationStats
from ..io.palette import Colour, parse_hex_colour
from ..options import MOST_CLUSTERS, TrainOptions
from ..staging import staged
from . import model_archive, stored_text
from .mapping_model import Engine
from .model_archive import ModelArchive
from .tile_geometry import TileGeometry

if TYPE_CHECKING:
    from .torch_engine import FeaturesAndDistances

FORMAT_VERSION = 1
# Of models that see more than the picture, which older plugins cannot map with.
EVIDENCE_VERSION = 2
# The key of the card that holds the clusters' colours.
COLOURS = "cluster_colours"
# Of an epoch, as reports and curves draw them.
_EPOCH_NUMBERS = ("loss", "seconds", "inertia", "nmi", "changed", "mean_iou")
# Whatever zipfile, json and numpy raise on a file that is damaged or foreign.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, TypeError, ValueError, AttributeError,
    ArithmeticError, RuntimeError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True)
class ModelHeader:
    """What a model says of itself: it is read at once, however large the model.

    Attributes:
        options: Of the training.
        band_names: Of the bands that the network takes, in order.
        band_numbers: Those that the training was told to use, from 1; empty for all that there were.
        clusters: Number of clusters.
        feature_size: Length of a feature vector.
        history: One entry an epoch.
        fingerprint: Identifies the clusters, as the file says; empty in files that do not say.
        evidence: What it sees beside the bands, None for nothing.
    """

    options: TrainOptions
    band_names: tuple[str, ...]
    band_numbers: tuple[int, ...]
    clusters: int
    feature_size: int
    history: tuple[Mapping[str, Any], ...]
    fingerprint: str
    evidence: Evidence | None = None

    def check_bands(self, bands: int, path: str) -> None:
        """Raises ModelError unless a raster has as many bands as the network takes."""
        check_bands(self.band_names, bands, path)


@dataclass(frozen=True)
class ClusterModel:
    """A trained network with its clusters.

    Attributes:
        options: Of the training.
        band_names: Of the bands that the network takes, in order.
        band_numbers: Numbers in the rasters of the training, from 1; empty for all bands.
        stats: Normalisation of the input.
        weights: The network's arrays by name.
        feature_mean: (features,) subtracted from features before clustering.
        feature_scale: (features,) then multiplied with.
        centroids: (clusters, features) of features so normalised.
        mean_distance: Mean squared distance of a training pixel to its centroid.
        history: One entry an epoch.
        card: What it was trained on, and with which versions.
        evidence: What it sees beside the bands, and weights of blocks that are not the network's own; None for neither.
    """

    options: TrainOptions
    band_names: tuple[str, ...]
    band_numbers: tuple[int, ...]
    stats: NormalisationStats
    weights: Mapping[str, NDArray[np.generic]]
    feature_mean: NDArray[np.float32]
    feature_scale: NDArray[np.float32]
    centroids: NDArray[np.float32]
    mean_distance: float
    history: tuple[Mapping[str, Any], ...] = ()
    card: Mapping[str, Any] = field(default_factory=dict)
    evidence: Evidence | None = None

    @property
    def bands(self) -> int:
        """Number of bands of the input."""
        return len(self.band_names)

    @property
    def clusters(self) -> int:
        """Number of clusters."""
        return len(self.centroids)

    @property
    def colours(self) -> tuple[Colour, ...]:
        """Of the clusters, as they look in the training; empty for models that do not say."""
        colours = tuple(map(parse_hex_colour, self.card.get(COLOURS, ())))
        return colours if len(colours) == self.clusters else ()

    @property
    def embedding(self) -> str:
        """Which embeddings the bands are, and of which version; empty if they are none."""
        return str(self.card.get("embedding", ""))

    @property
    def feature_size(self) -> int:
        """Length of a feature vector."""
        return int(self.centroids.shape[1])

    @property
    def epochs_done(self) -> int:
        """Epochs of training, earlier ones of a resumed training included."""
        return int(self.history[-1]["epoch"]) if self.history else 0

    def fingerprint(self) -> str:
        """Identifies the clusters: equal for models that give equal cluster rasters."""
        return fingerprint(self._arrays())

    def _arrays(self) -> dict[str, NDArray[np.generic]]:
        return {
            "stats_mean": self.stats.mean,
            "stats_deviation": self.stats.std,
            "feature_mean": self.feature_mean,
            "feature_scale": self.feature_scale,
            "centroids": self.centroids,
            **{f"weights/{name}": array for name, array in self.weights.items()},
        }

    def check_bands(self, bands: int, path: str) -> None:
        """Raises ModelError unless a raster has as many bands as the network takes."""
        check_bands(self.band_names, bands, path)

    def open_engine(self, device: str = "auto") -> tuple[Engine, TileGeometry]:
        """See MappingModel."""
        mapped = self.in_torch()
        return _needing_torch("engines").fastest_engine(mapped, device), mapped.tile_geometry

    def in_torch(self) -> FeaturesAndDistances:
        """The network with its clusters as a module of torch.

        Raises:
            ModelError: The weights do not fit the network.
        """
        torch_engine = _needing_torch("torch_engine")
        network = torch_engine.network_for(self.options, self.bands, self.evidence)
        torch_engine.load_weights(network, self.weights)
        mapped: FeaturesAndDistances = torch_engine.FeaturesAndDistances(
            network, self.feature_mean, self.feature_scale, self.centroids
        )
        return mapped


def _needing_torch(module: str) -> Any:
    """A module of this package by its name: QGIS reads model files too, and must not know who loads torch."""
    return importlib.import_module(f".{module}", __package__)


def check_bands(names: Sequence[str], bands: int, path: str) -> None:
    """Raises ModelError unless a raster has as many bands as the network takes.

    Args:
        names: Of the bands that the network takes.
        bands: Those of the raster.
        path: Of the raster.
    """
    if bands != len(names):
        raise ModelError(
            f"The model was trained on {len(names)} bands ({', '.join(names)}); {path} gives {bands}. Choose the same "
            "bands with BANDS."
        )


def save(model: ClusterModel, path: str | Path) -> None:
    """Writes the model; the file appears whole or not at all."""
    with staged(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _add(archive, model_archive.TEXT, _text_of(model))
        for name, array in sorted(model._arrays().items()):
            buffer = io.BytesIO()
            np.save(buffer, np.asanyarray(array), allow_pickle=False)
            _add(archive, f"{name}.npy", buffer.getvalue())


def _text_of(model: ClusterModel) -> bytes:
    text: dict[str, Any] = {
        "format_version": EVIDENCE_VERSION if model.evidence else FORMAT_VERSION,
        # What few models have is left out of the others, so that older versions read them.
        "options": {k: v for k, v in asdict(model.options).items() if k != "encoder" or v},
        "band_names": list(model.band_names),
        "band_numbers": list(model.band_numbers),
        "stats_pixels": model.stats.pixels,
        "mean_distance": model.mean_distance,
        "classes": [],
        "history": list(model.history),
        "card": dict(model.card),
        "fingerprint": model.fingerprint(),
        **({"evidence": model.evidence.as_json()} if model.evidence else {}),
    }
    data = json.dumps(text, indent=1).encode()
    while not stored_text.can_hold(data) and len(text["history"]) > 2:
        # Of a very long training every second epoch is kept, and the last one, from which it goes on.
        text["history"] = [*text["history"][:-1:2], text["history"][-1]]
        data = json.dumps(text, separators=(",", ":")).encode()
    return data


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    # Its date is a constant unless it is given, so that equal models are equal files.
    archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, compresslevel=1)


def load(path: str | Path) -> ClusterModel:
    """Reads a model.

    Raises:
        ModelError: It is missing, damaged, no model, or of a newer version.
    """
    with _opened(Path(path)) as archive:
        text, header = _read_header(archive, Path(path))
        model = _model(archive, text, header)
        _check_tables(model, Path(path))
    return model


def read_header(path: str | Path) -> ModelHeader:
    """Reads what a model says of itself, without its weights and tables; see `load` for errors."""
    with _opened(Path(path)) as archive:
        return _read_header(archive, Path(path))[1]


@contextmanager
def _opened(path: Path) -> Iterator[ModelArchive]:
    """The members of a model; whatever is wrong with them becomes a sentence."""
    if not path.is_file():
        raise ModelError(f"There is no model file {path}; choose one that 'Train' has written.")
    try:
        with ModelArchive(path) as archive:
            yield archive
    except OSError as error:
        raise ModelError(f"Cannot read the model {path}: {error.strerror or error}.") from error
    except OptionsError as error:
        raise ModelError(
            f"The model {path} has options that this version cannot use: {stored_text.brief(error)}"
        ) from error
    except _DAMAGED as error:
        reason = f"{type(error).__name__}: {stored_text.brief(error)}"
        raise ModelError(f"{path} is no complete ClusterNet model ({reason}); copy or train it again.") from error


def _check_version(text: Any, path: Path) -> None:
    version = text["format_version"]
    if type(version) is not int or version < 1:
        raise ValueError(f"format version {version!r}")
    if version > EVIDENCE_VERSION:
        raise ModelError(
            f"{path} is a model of format version {version}; this plugin reads up to {EVIDENCE_VERSION}. Update the "
            "plugin."
        )


def _read_header(archive: ModelArchive, path: Path) -> tuple[Any, ModelHeader]:
    """What `model.json` says, and of it and the shapes of tables what is checked here."""
    text = archive.text()
    _check_version(text, path)
    _check_text(text)
    shapes = {name: archive.shape(name) for name in model_archive.TABLES}
    header = ModelHeader(
        options=TrainOptions(**text["options"]),
        band_names=tuple(text["band_names"]),
        band_numbers=tuple(text["band_numbers"]),
        clusters=shapes["centroids"][0] if len(shapes["centroids"]) == 2 else 0,
        feature_size=shapes["centroids"][-1] if shapes["centroids"] else 0,
        history=tuple(text["history"]),
        fingerprint=text.get("fingerprint", ""),
        evidence=evidence_recipe.parsed(text.get("evidence"), len(text["band_names"])),
    )
    if header.clusters > MOST_CLUSTERS:
        raise ModelError(
            f"{path} has {header.clusters} clusters, and a model at most {MOST_CLUSTERS}; choose one that 'Train' has "
            "written."
        )
    bands, features = (len(header.band_names),), (header.feature_size,)
    fits = (
        header.clusters > 0
        and shapes["feature_mean"] == shapes["feature_scale"] == features
        and shapes["stats_mean"] == shapes["stats_deviation"] == bands
        and len(header.band_numbers) in (0, *bands)
    )
    if not fits:
        raise _misfit(path)
    return text, header


def _misfit(path: Path) -> ModelError:
    return ModelError(f"The tables in the model {path} do not fit together; copy or train it again.")


def _check_text(text: Any) -> None:
    """Raises ValueError unless `model.json` has the form that `save` gives it."""
    stored_text.check(text)
    stored_text.check_count("number of pixels", text["stats_pixels"])
    stored_text.check_fingerprint(text.get("fingerprint", ""))
    if not isinstance(text["options"], dict):
        raise ValueError("the options are of another form")
    card, history = text["card"], text["history"]
    fits = isinstance(card, dict) and stored_text.is_finite(card.get("pixel_metres", 0))
    fits = fits and stored_text.are_colours(card.get(COLOURS, []))
    if not fits or not stored_text.is_list_of(history, dict) or not all(map(_is_epoch, history)):
        raise ValueError("the card or history is of another form")


def _is_epoch(entry: Mapping[str, Any]) -> bool:
    """Whether an entry of the history has the numbers that reports and curves draw, as far as it has any."""
    fits = type(entry["epoch"]) is int and entry["epoch"] >= 0
    numbers = all(type(entry.get(name)) in (int, float, type(None)) for name in _EPOCH_NUMBERS)
    return fits and numbers and (entry.get("sizes") is None or stored_text.is_list_of(entry["sizes"], int))


def _model(archive: ModelArchive, text: Any, header: ModelHeader) -> ClusterModel:
    tables = {name: archive.table(name) for name in model_archive.TABLES}
    for name, table in tables.items():
        if table.dtype.kind != "f":
            raise ValueError(f"{name} is of type {table.dtype}")
    return ClusterModel(
        options=header.options,
        band_names=header.band_names,
        band_numbers=header.band_numbers,
        stats=NormalisationStats(tables["stats_mean"], tables["stats_deviation"], text["stats_pixels"]),
        weights={name: archive.weight(name) for name in archive.weights},
        feature_mean=tables["feature_mean"].astype(np.float32, copy=False),
        feature_scale=tables["feature_scale"].astype(np.float32, copy=False),
        centroids=tables["centroids"].astype(np.float32, copy=False),
        mean_distance=float(text["mean_distance"]),
        history=header.history,
        card=text["card"],
        evidence=header.evidence,
    )


def _check_tables(model: ClusterModel, path: Path) -> None:
    """Raises ModelError unless all numbers are finite, and those that cannot be negative are not."""
    fits = (
        (model.stats.std >= 0).all()
        and (model.feature_scale >= 0).all()
        and all(np.isfinite(array).all() for array in model._arrays().values() if array.dtype.kind == "f")
    )
    if not fits:
        raise _misfit(path)
