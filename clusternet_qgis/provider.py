"""The Processing provider: the one list of algorithms, and the models of several of them."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.base import ICON
from .algorithms.cluster import ClusterAlgorithm
from .algorithms.clusterreport import ClusterReportAlgorithm
from .algorithms.evaluate import EvaluateAlgorithm
from .algorithms.exportonnx import ExportOnnxAlgorithm
from .algorithms.polygons import PolygonsAlgorithm
from .algorithms.segment import SegmentAlgorithm
from .algorithms.selectbyreference import SelectByReferenceAlgorithm
from .algorithms.selectbystrokes import SelectByStrokesAlgorithm
from .algorithms.shippedmodel import shipped_models
from .algorithms.tileraster import TileRasterAlgorithm
from .algorithms.train import TrainAlgorithm
from .qgis_objects import processing_registry

ALGORITHMS = (
    TileRasterAlgorithm,
    TrainAlgorithm,
    ClusterAlgorithm,
    ClusterReportAlgorithm,
    SelectByReferenceAlgorithm,
    SelectByStrokesAlgorithm,
    SegmentAlgorithm,
    PolygonsAlgorithm,
    EvaluateAlgorithm,
    ExportOnnxAlgorithm,
)


class ClusterNetProvider(QgsProcessingProvider):
    """Makes the algorithms known to QGIS."""

    def id(self) -> str:
        """Part of every algorithm's id; fixed for ever."""
        return "clusternet"

    def name(self) -> str:
        """Shown in the toolbox."""
        return "ClusterNet"

    def icon(self) -> QIcon:
        """Shown in the toolbox."""
        return QIcon(ICON)

    def supportsNonFileBasedOutput(self) -> bool:
        """Layers are written as files."""
        return False

    def loadAlgorithms(self) -> None:
        """Adds all algorithms; models too once their steps can be found, which is when the provider is registered."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if processing_registry().providerById(self.id()) is not None:
            for model in shipped_models():
                self.addAlgorithm(model)
