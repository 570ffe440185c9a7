"""What runs a model's network: ONNX Runtime or torch."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Protocol

from ..errors import OptionsError
from ..fingerprint import fingerprint
from .cluster_model import ClusterModel
from .tile_geometry import TileGeometry

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..arrays import FloatArray
    from ..networks.contract import FeatureExtractor
    from .onnx_model import OnnxModel


class Engine(Protocol):
    """Runs a model's network and measures distances to its centroids."""

    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """Of a window that was read with the margin and normalised (bands, rows + 2 margin, cols + 2 margin).

        Args:
            values: The window.
            outputs: Which to give: `features` as they are clustered, and `distances`, squared, to all centroids.

        Returns:
            (features or clusters, rows, cols) each; with the network's output stride, see `FeatureExtractor.forward`.

        Raises:
            Cancelled: It was stopped.
        """

    def stop(self) -> None:
        """From another thread: ends `run` as soon as it can, if it can."""


# Making a graph takes the time in which torch does a dozen patches.
_PATCHES_WORTH_A_GRAPH = 24
# The last graphs that were made: making one takes longer than mapping a small raster.
_graphs: dict[tuple[str, str], bytes] = {}
_MOST_GRAPHS = 4


def open_engine(model: ClusterModel | OnnxModel, device: str = "auto") -> tuple[Engine, TileGeometry]:
    """The fastest engine there is for a model: a GPU in torch, ONNX Runtime on the CPU, torch on the CPU.

    Raises:
        ModelError: The weights do not fit the network.
        OptionsError: This machine has no such device, or the model cannot use it.
    """
    if not isinstance(model, ClusterModel):
        return _exported(model, device)
    from . import devices
    from .torch_engine import FeaturesAndDistances, TorchEngine

    mapped = FeaturesAndDistances(model)
    chosen = devices.choose(device)
    if chosen.type != "cpu" or not mapped.network.traceable or not has_onnx_runtime():
        return TorchEngine(mapped, chosen), mapped.tile_geometry
    from .onnx_engine import OnnxEngine
    from .onnx_graphs import network_graph

    graph = _graph_of(network_graph, mapped.network)
    column = (-1, 1, 1)
    clusters = {"mean": model.feature_mean.reshape(column), "scale": model.feature_scale.reshape(column)}
    return OnnxEngine(graph, clusters=clusters | {"centroids": model.centroids}), mapped.tile_geometry


def _exported(model: OnnxModel, device: str) -> tuple[Engine, TileGeometry]:
    from .onnx_engine import OnnxEngine

    if device not in ("auto", "cpu"):
        raise OptionsError(f"An exported model runs on the CPU, not on '{device}'; use auto or cpu, or a .cnet file.")
    tile_geometry = model.tile_geometry
    return OnnxEngine(model.graph, (tile_geometry.margin - model.context) // tile_geometry.output_stride), tile_geometry


def patch_engine(network: FeatureExtractor, patches: int) -> Engine | None:
    """ONNX Runtime for a network as it is now on patches with its `patch_margin`, if so many are worth a graph.

    Args:
        network: On the CPU, in the mode of evaluation. What the engine gives are its plain `features`.
        patches: How many will come.
    """
    if patches < _PATCHES_WORTH_A_GRAPH or not network.traceable or not has_onnx_runtime():
        return None
    from .onnx_engine import OnnxEngine
    from .onnx_graphs import patch_graph

    return OnnxEngine(_graph_of(patch_graph, network))


def prepare(network: FeatureExtractor) -> None:
    """Makes the graphs of a network before they are needed."""
    if network.traceable and has_onnx_runtime():
        from .onnx_graphs import network_graph, patch_graph

        for make in (network_graph, patch_graph):
            _graph_of(make, network)


def _graph_of(make: Callable[[FeatureExtractor], bytes], network: FeatureExtractor) -> bytes:
    """A graph of a network as it is now."""
    name = (
        f"{make.__name__} {network!r}",
        fingerprint({name: value.numpy() for name, value in network.state_dict().items()}),
    )
    if name not in _graphs:
        while len(_graphs) >= _MOST_GRAPHS:
            del _graphs[next(iter(_graphs))]
        _graphs[name] = make(network)
    return _graphs[name]


def has_onnx_runtime() -> bool:
    """Whether ONNX Runtime is installed."""
    return importlib.util.find_spec("onnxruntime") is not None
