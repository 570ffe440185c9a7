"""A model as an ONNX file: what other programs run, and what mapping needs of it without torch."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from onnx.utils import Extractor

from ..errors import ModelError, OptionsError
from ..io.normalisation import NormalisationStats
from .cluster_model import check_bands
from .mapping_model import Engine
from .tile_geometry import TileGeometry

FORMAT_VERSION = 1
# The key that holds what other programs have no word for.
METADATA = "clusternet"
# Names of the fields of a TileGeometry in that text, in their order.
_STORED_GEOMETRY = ("margin", "stride", "spacing", "bytes_per_pixel")
# Whatever protobuf, json and numpy raise on a file that is damaged or foreign.
_DAMAGED = (
    ValueError, LookupError, TypeError, AttributeError, RuntimeError, ArithmeticError, DecodeError,
    onnx.checker.ValidationError,
)  # fmt: skip


@dataclass(frozen=True)
class OnnxModel:
    """What mapping needs of a model, see ClusterModel, and its network as a graph.

    Attributes:
        band_names: Of the bands that the network takes, in order.
        band_numbers: Numbers in the rasters of the training, from 1; empty for all bands.
        stats: Normalisation of the input.
        clusters: Number of clusters.
        feature_size: Length of a feature vector.
        mean_distance: Mean squared distance of a training pixel to its centroid.
        tile_geometry: Of the network.
        context: Pixels around the image that the graph was made with.
        name: Fingerprint of the model.
        graph: For ONNX Runtime: `image` in, `features` and `distances` out.
    """

    band_names: tuple[str, ...]
    band_numbers: tuple[int, ...]
    stats: NormalisationStats
    clusters: int
    feature_size: int
    mean_distance: float
    tile_geometry: TileGeometry
    context: int
    name: str
    graph: bytes = b""

    @property
    def bands(self) -> int:
        """Number of bands of the input."""
        return len(self.band_names)

    def fingerprint(self) -> str:
        """Of the model that was exported."""
        return self.name

    def check_bands(self, bands: int, path: str) -> None:
        """Raises ModelError unless a raster has as many bands as the network takes."""
        check_bands(self.band_names, bands, path)

    def open_engine(self, device: str = "auto") -> tuple[Engine, TileGeometry]:
        """See MappingModel; ONNX Runtime, on the CPU."""
        from .onnx_engine import OnnxEngine  # who exports models need not have ONNX Runtime

        if device not in ("auto", "cpu"):
            raise OptionsError(
                f"An exported model runs on the CPU, not on '{device}'; use auto or cpu, or a .cnet file."
            )
        surplus = (self.tile_geometry.margin - self.context) // self.tile_geometry.output_stride
        return OnnxEngine(self.graph, surplus), self.tile_geometry

    def as_text(self) -> str:
        """All but the graph, as JSON."""
        stats = {"mean": list(self.stats.mean), "deviation": list(self.stats.std), "pixels": self.stats.pixels}
        text = {name: value for name, value in vars(self).items() if name not in ("graph", "stats", "tile_geometry")}
        return json.dumps(
            {"format_version": FORMAT_VERSION, **text, "stats": stats, "footprint": self._stored_geometry()}
        )

    def _stored_geometry(self) -> dict[str, int]:
        return dict(zip(_STORED_GEOMETRY, astuple(self.tile_geometry)))


def load(path: str | Path) -> OnnxModel:
    """Reads a file that 'Export model to ONNX' has written.

    Raises:
        ModelError: It is missing, damaged, from elsewhere, or of a newer version.
    """
    path = Path(path)
    if not path.is_file():
        raise ModelError(f"There is no model file {path}; choose one that 'Export model to ONNX' has written.")
    try:
        whole = onnx.load(str(path))
        texts = {entry.key: entry.value for entry in whole.metadata_props}
        if METADATA not in texts:
            raise ModelError(f"{path} was not exported from a ClusterNet model; choose one that was, or a .cnet file.")
        text = json.loads(texts[METADATA])
        if text["format_version"] > FORMAT_VERSION:
            raise ModelError(
                f"{path} is of format version {text['format_version']}; this plugin reads up to {FORMAT_VERSION}. "
                "Update the plugin."
            )
        inner = Extractor(whole).extract_model(["image"], ["features", "distances"])
        return _model(text, inner.SerializeToString())
    except OSError as error:
        raise ModelError(f"Cannot read the model {path}: {error.strerror or error}.") from error
    except _DAMAGED as error:
        raise ModelError(
            f"{path} is no complete exported model ({type(error).__name__}: {error}); export it again."
        ) from error


def _model(text: Any, graph: bytes) -> OnnxModel:
    stats = text["stats"]
    model = OnnxModel(
        band_names=tuple(str(name) for name in text["band_names"]),
        band_numbers=tuple(int(number) for number in text["band_numbers"]),
        stats=NormalisationStats(
            np.array(stats["mean"], np.float64), np.array(stats["deviation"], np.float64), int(stats["pixels"])
        ),
        clusters=int(text["clusters"]),
        feature_size=int(text["feature_size"]),
        mean_distance=float(text["mean_distance"]),
        tile_geometry=TileGeometry(*(int(text["footprint"][name]) for name in _STORED_GEOMETRY)),
        context=int(text["context"]),
        name=str(text["name"]),
        graph=graph,
    )
    if not model.stats.mean.shape == model.stats.std.shape == (model.bands,) or model.clusters < 1:
        raise ValueError("its tables do not fit together")
    return model
