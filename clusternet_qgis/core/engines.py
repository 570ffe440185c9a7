"""What runs a model's network: ONNX Runtime or torch."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .bundle import ClusterModel

if TYPE_CHECKING:
    from .raster import FloatArray


class Engine(Protocol):
    """Runs a model's network and measures distances to its centroids."""

    def run(self, values: FloatArray, *outputs: str) -> list[FloatArray]:
        """Of a window that was read with the margin and normalised (bands, rows + 2 margin, cols + 2 margin).

        Args:
            values: The window.
            outputs: Which to give: `features` as they are clustered, and `distances`, squared, to all centroids.

        Returns:
            (features or clusters, rows, cols) each; with the network's spacing, see `FeatureNetwork.forward`.

        Raises:
            Cancelled: It was stopped.
        """

    def stop(self) -> None:
        """From another thread: ends `run` as soon as it can, if it can."""


# The last graph that was made, by its model's fingerprint: making it takes longer than mapping a small raster.
_graphs: dict[str, bytes] = {}


@dataclass(frozen=True)
class Footprint:
    """What a network says of itself, see `FeatureNetwork`."""

    margin: int
    stride: int
    spacing: int
    bytes_per_pixel: int


def open_engine(model: ClusterModel, device_name: str = "auto") -> tuple[Engine, Footprint]:
    """The fastest engine there is for a model: a GPU in torch, ONNX Runtime on the CPU, torch on the CPU.

    Raises:
        ModelError: The weights do not fit the network.
        OptionsError: This machine has no such device.
    """
    from . import device
    from .torch_engine import FeaturesAndDistances, TorchEngine

    mapped = FeaturesAndDistances(model)
    network = mapped.network
    footprint = Footprint(network.margin, network.stride, network.spacing, network.bytes_per_pixel)
    where = device.choose(device_name)
    if where.type == "cpu" and has_onnx_runtime():
        from .onnx_engine import OnnxEngine
        from .onnx_export import network_graph

        name = model.fingerprint()
        if name not in _graphs:
            _graphs.clear()
            _graphs[name] = network_graph(mapped)
        return OnnxEngine(_graphs[name]), footprint
    return TorchEngine(mapped, where), footprint


def has_onnx_runtime() -> bool:
    """Whether ONNX Runtime is installed."""
    return importlib.util.find_spec("onnxruntime") is not None
