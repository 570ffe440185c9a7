"""ClusterNet's numerics: plain values, paths and arrays in and out; knows neither QGIS nor Qt.

The names below are the front for scripts and notebooks (`docs/python.md`). Each is loaded when it is used first, so
that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .change.compare import ChangeOutputs as ChangeOutputs
    from .change.compare import compare_dates as compare_dates
    from .errors import ClusterNetError as ClusterNetError
    from .evaluation.map_accuracy import evaluate_map as evaluate_map
    from .evaluation.zonal_areas import zonal_areas as zonal_areas
    from .harmonise.harmonise import harmonise as harmonise_sheets
    from .interactive.from_strokes import select_by_strokes as select_by_strokes
    from .mapping.map_raster import MapOutputs as MapOutputs
    from .mapping.map_raster import map_raster as map_raster
    from .mapping.onnx_export import export_model as export_model
    from .model.load import load_model as load_model
    from .objects.options import ObjectInputs as ObjectInputs
    from .objects.options import ObjectOptions as ObjectOptions
    from .objects.options import ObjectOutputs as ObjectOutputs
    from .objects.separate import separate_objects as separate_objects
    from .options import MapOptions as MapOptions
    from .options import TrainOptions as TrainOptions
    from .polygons.polygonise import PolygonOptions as PolygonOptions
    from .polygons.polygonise import polygonise as polygonise
    from .progress import Progress as Progress
    from .selection.class_raster import segment_raster as segment_raster
    from .selection.from_reference import select_by_reference as select_by_reference
    from .selection.selection import load as load_selection
    from .selection.selection import parse as parse_classes
    from .selection.selection import save as save_selection
    from .training.inputs import TrainInputs as TrainInputs
    from .training.train import train as train

# Where each name of the front lives: module, and the name in it.
_FRONT = {
    "ChangeOutputs": ("change.compare", "ChangeOutputs"),
    "ClusterNetError": ("errors", "ClusterNetError"),
    "MapOptions": ("options", "MapOptions"),
    "MapOutputs": ("mapping.map_raster", "MapOutputs"),
    "ObjectInputs": ("objects.options", "ObjectInputs"),
    "ObjectOptions": ("objects.options", "ObjectOptions"),
    "ObjectOutputs": ("objects.options", "ObjectOutputs"),
    "PolygonOptions": ("polygons.polygonise", "PolygonOptions"),
    "Progress": ("progress", "Progress"),
    "TrainInputs": ("training.inputs", "TrainInputs"),
    "TrainOptions": ("options", "TrainOptions"),
    "compare_dates": ("change.compare", "compare_dates"),
    "evaluate_map": ("evaluation.map_accuracy", "evaluate_map"),
    "export_model": ("mapping.onnx_export", "export_model"),
    "harmonise_sheets": ("harmonise.harmonise", "harmonise"),
    "load_model": ("model.load", "load_model"),
    "load_selection": ("selection.selection", "load"),
    "map_raster": ("mapping.map_raster", "map_raster"),
    "parse_classes": ("selection.selection", "parse"),
    "polygonise": ("polygons.polygonise", "polygonise"),
    "save_selection": ("selection.selection", "save"),
    "segment_raster": ("selection.class_raster", "segment_raster"),
    "select_by_reference": ("selection.from_reference", "select_by_reference"),
    "select_by_strokes": ("interactive.from_strokes", "select_by_strokes"),
    "separate_objects": ("objects.separate", "separate_objects"),
    "train": ("training.train", "train"),
    "zonal_areas": ("evaluation.zonal_areas", "zonal_areas"),
}

__all__ = [
    "ChangeOutputs",
    "ClusterNetError",
    "MapOptions",
    "MapOutputs",
    "ObjectInputs",
    "ObjectOptions",
    "ObjectOutputs",
    "PolygonOptions",
    "Progress",
    "TrainInputs",
    "TrainOptions",
    "compare_dates",
    "evaluate_map",
    "export_model",
    "harmonise_sheets",
    "load_model",
    "load_selection",
    "map_raster",
    "parse_classes",
    "polygonise",
    "save_selection",
    "segment_raster",
    "select_by_reference",
    "select_by_strokes",
    "separate_objects",
    "train",
    "zonal_areas",
]


def __getattr__(name: str) -> Any:
    if name not in _FRONT:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _FRONT[name]
    return getattr(importlib.import_module(f".{module}", __name__), attribute)


def __dir__() -> list[str]:
    return [*globals(), *_FRONT]
