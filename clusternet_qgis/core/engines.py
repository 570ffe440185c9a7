"""What runs a model's network: ONNX Runtime or torch."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Protocol

from .bundle import ClusterModel
from .errors import OptionsError
from .footprint import Footprint

if TYPE_CHECKING:
    from .exported_model import ExportedModel
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


def open_engine(model: ClusterModel | ExportedModel, device_name: str = "auto") -> tuple[Engine, Footprint]:
    """The fastest engine there is for a model: a GPU in torch, ONNX Runtime on the CPU, torch on the CPU.

    Raises:
        ModelError: The weights do not fit the network.
        OptionsError: This machine has no such device, or the model cannot use it.
    """
    if not isinstance(model, ClusterModel):
        return _exported(model, device_name)
    from . import device
    from .torch_engine import FeaturesAndDistances, TorchEngine

    mapped = FeaturesAndDistances(model)
    where = device.choose(device_name)
    if where.type != "cpu" or not has_onnx_runtime():
        return TorchEngine(mapped, where), mapped.footprint
    from .onnx_engine import OnnxEngine
    from .onnx_export import network_graph

    name = model.fingerprint()
    if name not in _graphs:
        _graphs.clear()
        _graphs[name] = network_graph(mapped)
    return OnnxEngine(_graphs[name]), mapped.footprint


def _exported(model: ExportedModel, device_name: str) -> tuple[Engine, Footprint]:
    from .onnx_engine import OnnxEngine

    if device_name not in ("auto", "cpu"):
        raise OptionsError(
            f"An exported model runs on the CPU, not on '{device_name}'; use auto or cpu, or a .cnet file."
        )
    footprint = model.footprint
    return OnnxEngine(model.graph, (footprint.margin - model.context) // footprint.spacing), footprint


def has_onnx_runtime() -> bool:
    """Whether ONNX Runtime is installed."""
    return importlib.util.find_spec("onnxruntime") is not None
