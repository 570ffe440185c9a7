"""A model from its file, whichever kind it is."""

from __future__ import annotations

from pathlib import Path

from . import cluster_model
from .mapping_model import MappingModel


def load_model(path: str) -> MappingModel:
    """A model from its file, `.cnet` or `.onnx`.

    Raises:
        ModelError: It is missing, damaged, no model, or of a newer version.
    """
    if Path(path).suffix.lower() != ".onnx":
        return cluster_model.load(path)
    from . import onnx_model  # onnx is only needed for such models

    return onnx_model.load(path)
