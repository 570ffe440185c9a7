"""The model file: what is kept of a training, in one zip that numpy and json open."""

from __future__ import annotations

import importlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError, OptionsError
from ..fingerprint import fingerprint
from ..io.normalisation import NormalisationStats
from ..options import TrainOptions
from ..staging import staged
from .mapping_model import Engine
from .tile_geometry import TileGeometry

if TYPE_CHECKING:
    from .torch_engine import FeaturesAndDistances

FORMAT_VERSION = 1
# A model holds weights and tables, not images: whatever claims to be larger is no model.
_LARGEST_BYTES = 2**31
# Weights hardly shrink, tables do a little; beyond what fits anyway, what shrinks more is made to fill the memory.
_HARMLESS_BYTES = 2**26
_MOST_SHRUNK = 100
# Whatever zipfile, json and numpy raise on a file that is damaged or foreign.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, TypeError, ValueError, AttributeError,
    ArithmeticError, RuntimeError, MemoryError,
)  # fmt: skip


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

    @property
    def bands(self) -> int:
        """Number of bands of the input."""
        return len(self.band_names)

    @property
    def clusters(self) -> int:
        """Number of clusters."""
        return len(self.centroids)

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
        network = torch_engine.network_for(self.options, self.bands)
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
    text = {
        "format_version": FORMAT_VERSION,
        "options": asdict(model.options),
        "band_names": list(model.band_names),
        "band_numbers": list(model.band_numbers),
        "stats_pixels": model.stats.pixels,
        "mean_distance": model.mean_distance,
        "classes": [],
        "history": list(model.history),
        "card": dict(model.card),
    }
    with staged(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        _add(archive, "model.json", json.dumps(text, indent=1).encode())
        for name, array in sorted(model._arrays().items()):
            buffer = io.BytesIO()
            np.save(buffer, np.asanyarray(array), allow_pickle=False)
            _add(archive, f"{name}.npy", buffer.getvalue())


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    # Its date is a constant unless it is given, so that equal models are equal files.
    archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, compresslevel=1)


def load(path: str | Path) -> ClusterModel:
    """Reads a model.

    Raises:
        ModelError: It is missing, damaged, no model, or of a newer version.
    """
    path = Path(path)
    if not path.is_file():
        raise ModelError(f"There is no model file {path}; choose one that 'Train' has written.")
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
            if size > min(_LARGEST_BYTES, max(_HARMLESS_BYTES, _MOST_SHRUNK * path.stat().st_size)):
                raise ModelError(f"{path} claims to hold arrays of {size / 1e6:.0f} MB; it is no ClusterNet model.")
            text = json.loads(archive.read("model.json"))
            _check_version(text, path)
            # Every member is read, which checks it, so that no damage hides.
            members = {name: archive.read(name) for name in archive.namelist()}
            arrays = {
                name.removesuffix(".npy"): np.load(io.BytesIO(data), allow_pickle=False)
                for name, data in members.items()
                if name.endswith(".npy")
            }
        model = _model(text, arrays)
        _check_shapes(model, path)
    except OSError as error:
        raise ModelError(f"Cannot read the model {path}: {error.strerror or error}.") from error
    except OptionsError as error:
        raise ModelError(f"The model {path} has options that this version cannot use: {error}") from error
    except _DAMAGED as error:
        raise ModelError(
            f"{path} is no complete ClusterNet model ({type(error).__name__}: {error}); copy or train it again."
        ) from error
    return model


def _check_version(text: Any, path: Path) -> None:
    version = text["format_version"]
    if not isinstance(version, int) or version < 1:
        raise ValueError(f"format version {version!r}")
    if version > FORMAT_VERSION:
        raise ModelError(
            f"{path} is a model of format version {version}; this plugin reads up to {FORMAT_VERSION}. Update the "
            "plugin."
        )


def _model(text: Any, arrays: dict[str, NDArray[Any]]) -> ClusterModel:
    for name in ("stats_mean", "stats_deviation", "feature_mean", "feature_scale", "centroids"):
        if arrays[name].dtype.kind != "f":
            raise ValueError(f"{name} is of type {arrays[name].dtype}")
    if not isinstance(text["card"], dict) or not all(type(entry["epoch"]) is int for entry in text["history"]):
        raise ValueError("the card or history is of another form")
    stats = NormalisationStats(arrays["stats_mean"], arrays["stats_deviation"], int(text["stats_pixels"]))
    return ClusterModel(
        options=TrainOptions(**text["options"]),
        band_names=tuple(str(name) for name in text["band_names"]),
        band_numbers=tuple(int(number) for number in text["band_numbers"]),
        stats=stats,
        weights={k.removeprefix("weights/"): v for k, v in arrays.items() if k.startswith("weights/")},
        feature_mean=arrays["feature_mean"].astype(np.float32, copy=False),
        feature_scale=arrays["feature_scale"].astype(np.float32, copy=False),
        centroids=arrays["centroids"].astype(np.float32, copy=False),
        mean_distance=float(text["mean_distance"]),
        history=tuple(text["history"]),
        card=text["card"],
    )


def _check_shapes(model: ClusterModel, path: Path) -> None:
    features = model.centroids.shape[-1:]
    fits = (
        model.centroids.ndim == 2
        and len(model.centroids) > 0
        and np.isfinite(model.mean_distance)
        and model.feature_mean.shape == model.feature_scale.shape == features
        and len(model.band_numbers) in (0, model.bands)
        and model.stats.mean.shape == model.stats.std.shape == (model.bands,)
        and all(np.isfinite(array).all() for array in model._arrays().values() if array.dtype.kind == "f")
    )
    if not fits:
        raise ModelError(f"The tables in the model {path} do not fit together; copy or train it again.")
