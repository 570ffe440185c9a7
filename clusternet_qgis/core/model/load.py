"""A model from its file, whichever kind it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Union

from . import cluster_model
from .cluster_model import ClusterModel

if TYPE_CHECKING:  # onnx is only needed for such models
    from .onnx_model import OnnxModel

MappingModel = Union[ClusterModel, "OnnxModel"]


def load_model(path: str) -> MappingModel:
    """A model from its file, `.cnet` or `.onnx`.

    Raises:
        ModelError: It is missing, damaged, no model, or of a newer version.
    """
    if Path(path).suffix.lower() != ".onnx":
        return cluster_model.load(path)
    from . import onnx_model

    return onnx_model.load(path)
