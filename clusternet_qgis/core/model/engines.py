"""The choice of what runs a network: ONNX Runtime or torch."""

from __future__ import annotations

import importlib.util

from ..networks.contract import FeatureExtractor
from . import devices
from .graph_cache import GraphCache
from .mapping_model import Engine
from .onnx_graphs import arrays, calibration_of, network_graph, patch_graph
from .torch_engine import FeaturesAndDistances, TorchEngine

# Making a graph takes the time in which torch does a dozen patches.
_PATCHES_WORTH_A_GRAPH = 24
# One for the process: the dock prepares graphs before there is a raster, and who trains and who maps later know nothing
# of that. What is kept depends on the network's layers and weights alone.
_GRAPHS = GraphCache(4)


def fastest_engine(mapped: FeaturesAndDistances, device: str = "auto") -> Engine:
    """The fastest engine there is: a GPU in torch, ONNX Runtime on the CPU, torch on the CPU.

    Args:
        mapped: The network with its clusters.
        device: `auto`, `cpu`, `cuda` or `mps`.

    Raises:
        OptionsError: This machine has no such device.
    """
    chosen = devices.choose(device)
    if chosen.type != "cpu" or not mapped.network.traceable or not has_onnx_runtime():
        return TorchEngine(mapped, chosen)
    from .onnx_engine import OnnxEngine

    clusters = {"mean": mapped.mean, "scale": mapped.scale, "centroids": mapped.centroids}
    graph = _GRAPHS.get(network_graph, mapped.network)
    return OnnxEngine(graph, given=arrays({**clusters, **calibration_of(mapped.network)}))


def patch_engine(network: FeatureExtractor, patches: int) -> Engine | None:
    """An engine for patches with the network's weights of now; None if too few patches come to pay for a graph.

    Args:
        network: On the CPU, in the mode of evaluation. What the engine gives are its plain `features`.
        patches: How many will come.
    """
    if patches < _PATCHES_WORTH_A_GRAPH or not network.traceable or not has_onnx_runtime():
        return None
    from .onnx_engine import OnnxEngine

    return OnnxEngine(_GRAPHS.get(patch_graph, network), given=arrays(calibration_of(network)))


def prepare(network: FeatureExtractor) -> None:
    """Makes the graphs of a network before they are needed."""
    if network.traceable and has_onnx_runtime():
        for make in (network_graph, patch_graph):
            _GRAPHS.get(make, network)


def has_onnx_runtime() -> bool:
    """Whether ONNX Runtime is installed."""
    return importlib.util.find_spec("onnxruntime") is not None
