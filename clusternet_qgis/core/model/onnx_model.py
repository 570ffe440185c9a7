"""A model as an ONNX file: what other programs run, and what mapping needs of it without torch."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import DecodeError

from ..errors import ModelError, OptionsError
from ..io import evidence_recipe
from ..io.evidence_recipe import Evidence
from ..io.normalisation import NormalisationStats
from ..io.palette import Colour, hex_colour, parse_hex_colour
from ..options import MOST_CLUSTERS
from . import stored_text
from .cluster_model import check_bands
from .exported_graph import inner_graph
from .mapping_model import Engine
from .tile_geometry import TileGeometry

FORMAT_VERSION = 1
# Of models that see more than the picture, which older plugins cannot map with.
EVIDENCE_VERSION = 2
# The key that holds what other programs have no word for.
METADATA = "clusternet"
# Names of the fields of a TileGeometry in that text, in their order.
_STORED_GEOMETRY = ("margin", "stride", "spacing", "bytes_per_pixel")
_LARGEST_SIZES = {"margin": 2048, "stride": 1024, "spacing": 1024, "bytes_per_pixel": 10**6, "context": 2048}
_LARGEST_BYTES = 2**31 - 1  # of what protobuf holds
_MOST_ENTRIES = 1000
_MOST_FEATURES = 10_000
# For other programs: the network's cells of `stride` pixels begin at the first row and column that the graph is given.
# In mapping they begin at multiples of `stride` pixels from the origin of the reference system; see `RasterGrid.phase`.
_PHASE = {"row": 0, "col": 0, "counted_from": "origin of the reference system"}
# Whatever protobuf, json and numpy raise on a file that is damaged or foreign.
_DAMAGED = (
    ValueError, LookupError, TypeError, AttributeError, RuntimeError, ArithmeticError, DecodeError,
    onnx.shape_inference.InferenceError, onnx.checker.ValidationError, onnx.defs.SchemaError, MemoryError,
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
        colours: Of the clusters; empty for models that do not say.
        embedding: Which embeddings the bands are, and of which version; empty if they are none.
        evidence: What the network sees beside the bands, None for nothing.
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
    colours: tuple[Colour, ...] = ()
    embedding: str = ""
    evidence: Evidence | None = None

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
        from .onnx_engine import OnnxEngine, tried  # who exports models need not have ONNX Runtime

        if device not in ("auto", "cpu"):
            raise OptionsError(
                f"An exported model runs on the CPU, not on '{device}'; use auto or cpu, or a .cnet file."
            )
        geometry = self.tile_geometry
        surplus = (geometry.margin - self.context) // geometry.output_stride
        channels = len(self.evidence.channels) if self.evidence else 0
        tile = np.zeros((self.bands + channels, self._smallest_side, self._smallest_side), np.float32)
        # With an output stride the pixel where the next tile begins is among them.
        pixels = geometry.stride // geometry.output_stride + (geometry.output_stride > 1)
        shapes = {"features": (self.feature_size, pixels, pixels), "distances": (self.clusters, pixels, pixels)}
        return tried(lambda: OnnxEngine(self.graph, surplus), tile, shapes), geometry

    @property
    def _smallest_side(self) -> int:
        """Rows and columns of the smallest tile with its margin."""
        return _smallest_side(self.tile_geometry)

    def as_text(self) -> str:
        """All but the graph, as JSON."""
        stats = {"mean": list(self.stats.mean), "deviation": list(self.stats.std), "pixels": self.stats.pixels}
        others = ("graph", "stats", "tile_geometry", "colours", "evidence")
        text = {name: value for name, value in vars(self).items() if name not in others}
        text["colours"] = [hex_colour(colour) for colour in self.colours]
        return json.dumps(
            {
                "format_version": EVIDENCE_VERSION if self.evidence else FORMAT_VERSION,
                **text,
                "stats": stats,
                "footprint": self._stored_geometry(),
                "phase": _PHASE,
                **({"evidence": self.evidence.as_json()} if self.evidence else {}),
            }
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
        if path.stat().st_size > _LARGEST_BYTES:
            raise ModelError(f"{path} has {path.stat().st_size / 1e9:.1f} GB; it is no exported ClusterNet model.")
        whole = onnx.load_from_string(path.read_bytes())
        text = _text_of(whole, path)
        _check_text(text)
        geometry = TileGeometry(*(text["footprint"][name] for name in _STORED_GEOMETRY))
        evidence = evidence_recipe.parsed(text.get("evidence"), len(text["band_names"]))
        bands = len(text["band_names"]) + (len(evidence.channels) if evidence else 0)
        return _model(text, geometry, inner_graph(whole, bands, _smallest_side(geometry)), evidence)
    except OSError as error:
        raise ModelError(f"Cannot read the model {path}: {error.strerror or error}.") from error
    except _DAMAGED as error:
        reason = f"{type(error).__name__}: {stored_text.brief(error)}"
        raise ModelError(f"{path} is no complete exported model ({reason}); export it again.") from error


def _smallest_side(geometry: TileGeometry) -> int:
    return 2 * geometry.margin + geometry.stride


def _text_of(whole: onnx.ModelProto, path: Path) -> Any:
    """What the plugin has written into the file beside the graph.

    Raises:
        ModelError: There is nothing, or it is of a newer version.
        ValueError: It is damaged.
    """
    entries = whole.metadata_props
    texts = [entry.value for entry in entries if entry.key == METADATA] if len(entries) <= _MOST_ENTRIES else []
    if not texts:
        raise ModelError(f"{path} was not exported from a ClusterNet model; choose one that was, or a .cnet file.")
    if len(texts) > 1:
        raise ValueError("it says twice what it is")
    text = stored_text.parsed(texts[0].encode())
    stored_text.check_count("format version", text["format_version"], 1)
    if text["format_version"] > EVIDENCE_VERSION:
        raise ModelError(
            f"{path} is of format version {text['format_version']}; this plugin reads up to {EVIDENCE_VERSION}. "
            "Update the plugin."
        )
    return text


def _check_text(text: Any) -> None:
    """Raises ValueError unless the text has the form that `as_text` gives it."""
    stored_text.check(text)
    stored_text.check_fingerprint(text["name"])
    stored_text.check_count("number of clusters", text["clusters"], 1, MOST_CLUSTERS)
    stored_text.check_count("number of features", text["feature_size"], 1, _MOST_FEATURES)
    sizes = {name: text["footprint"][name] for name in _STORED_GEOMETRY} | {"context": text["context"]}
    for name, size in sizes.items():
        stored_text.check_count(name, size, int(name in ("stride", "spacing", "bytes_per_pixel")), _LARGEST_SIZES[name])
    fits = sizes["stride"] % sizes["spacing"] == 0 == (sizes["margin"] - sizes["context"]) % sizes["spacing"]
    if not fits or sizes["context"] > sizes["margin"]:
        raise ValueError("the margin, stride, spacing and context do not fit together")
    stats, bands = text["stats"], len(text["band_names"])
    stored_text.check_count("number of pixels", stats["pixels"])
    tables = [stats["mean"], stats["deviation"]]
    finite = all(isinstance(table, list) and all(map(stored_text.is_finite, table)) for table in tables)
    if not finite or not all(len(table) == bands for table in tables) or bands < 1 or min(stats["deviation"]) < 0:
        raise ValueError("its statistics are of another form")
    colours = text.get("colours", [])
    if not stored_text.are_colours(colours) or len(colours) not in (0, text["clusters"]):
        raise ValueError("the colours of the clusters are of another form")
    if len(text["band_numbers"]) not in (0, bands):
        raise ValueError("the numbers of the bands are of another form")


def _model(text: Any, geometry: TileGeometry, graph: bytes, evidence: Evidence | None) -> OnnxModel:
    stats = text["stats"]
    return OnnxModel(
        band_names=tuple(text["band_names"]),
        band_numbers=tuple(text["band_numbers"]),
        stats=NormalisationStats(
            np.array(stats["mean"], np.float64), np.array(stats["deviation"], np.float64), stats["pixels"]
        ),
        clusters=text["clusters"],
        feature_size=text["feature_size"],
        mean_distance=float(text["mean_distance"]),
        tile_geometry=geometry,
        context=text["context"],
        name=text["name"],
        graph=graph,
        colours=tuple(map(parse_hex_colour, text.get("colours", ()))),
        embedding=str(text.get("embedding", "")),
        evidence=evidence,
    )
