"""The Processing provider: the list of all algorithms, and models that combine several of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsProcessingProvider,
)
from qgis.PyQt.QtGui import QIcon

from .algorithms.base import ICON
from .algorithms.change import ChangeAlgorithm
from .algorithms.cluster import ClusterAlgorithm
from .algorithms.clusterreport import ClusterReportAlgorithm
from .algorithms.evaluate import EvaluateAlgorithm
from .algorithms.exportonnx import ExportOnnxAlgorithm
from .algorithms.harmonise import HarmoniseAlgorithm
from .algorithms.output_formats import RASTER_EXTENSIONS, VECTOR_EXTENSIONS
from .algorithms.overwriting import destination
from .algorithms.polygons import PolygonsAlgorithm
from .algorithms.segment import SegmentAlgorithm
from .algorithms.selectbyreference import SelectByReferenceAlgorithm
from .algorithms.selectbystrokes import SelectByStrokesAlgorithm
from .algorithms.separateobjects import SeparateObjectsAlgorithm
from .algorithms.shippedmodel import shipped_models
from .algorithms.suggestclasses import SuggestClassesAlgorithm
from .algorithms.tileraster import TileRasterAlgorithm
from .algorithms.train import TrainAlgorithm
from .algorithms.zonalareas import ZonalAreasAlgorithm
from .qgis_objects import processing_registry

ALGORITHMS = (
    HarmoniseAlgorithm,
    TileRasterAlgorithm,
    TrainAlgorithm,
    ClusterAlgorithm,
    ClusterReportAlgorithm,
    SelectByReferenceAlgorithm,
    SelectByStrokesAlgorithm,
    SuggestClassesAlgorithm,
    SegmentAlgorithm,
    PolygonsAlgorithm,
    EvaluateAlgorithm,
    ChangeAlgorithm,
    SeparateObjectsAlgorithm,
    ZonalAreasAlgorithm,
    ExportOnnxAlgorithm,
)


class ClusterNetProvider(QgsProcessingProvider):
    """Registers the algorithms in QGIS.

    Args:
        on_missing_python: Called when an algorithm cannot run because no Python has what it needs; returns what
            the user is told.
    """

    def __init__(self, on_missing_python: Callable[[], str] = lambda: "") -> None:
        super().__init__()
        self._on_missing_python = on_missing_python

    def id(self) -> str:
        """The first part of every algorithm's id; it must never change."""
        return "clusternet"

    def name(self) -> str:
        """The name in the toolbox."""
        return "ClusterNet"

    def icon(self) -> QIcon:
        """The icon in the toolbox."""
        return QIcon(ICON)

    def supportsNonFileBasedOutput(self) -> bool:
        """False: all outputs are files."""
        return False

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """What file dialogs offer: formats that hold most of what is written."""
        offered = super().supportedOutputRasterLayerExtensions()
        return [extension for extension in RASTER_EXTENSIONS if extension in offered]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """What file dialogs offer: formats that hold most of what is written."""
        offered = super().supportedOutputVectorLayerExtensions()
        return [extension for extension in VECTOR_EXTENSIONS if extension in offered]

    def isSupportedOutputValue(
        self, value: Any, parameter: QgsProcessingDestinationParameter | None, context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Other formats may hold a part of what is written: the algorithms' own check says so, and of what."""
        layers = (QgsProcessingParameterRasterDestination, QgsProcessingParameterVectorDestination)
        if isinstance(parameter, layers) and Path(destination(value, context)).suffix:
            return True, ""
        supported, error = super().isSupportedOutputValue(value, parameter, context)
        return supported, error

    def loadAlgorithms(self) -> None:
        """Adds all algorithms, and the models if the provider is registered: QGIS looks up their steps there."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm(self._on_missing_python))
        if processing_registry().providerById(self.id()) is not None:
            for model in shipped_models():
                self.addAlgorithm(model)
