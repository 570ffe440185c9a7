"""Writes the models that come with the plugin, through QGIS' own modeler API.

models.py            into clusternet_qgis/models/
models.py FOLDER     elsewhere
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtCore import QPointF  # noqa: E402

from clusternet_qgis.algorithms.shippedmodel import FOLDER, TEXTS  # noqa: E402

Source = QgsProcessingModelChildParameterSource
MODEL_FILTER = "ClusterNet model (*.cnet)"
_STEP = 220.0


class Writer:
    """Builds one model, its steps from left to right."""

    def __init__(self, name: str) -> None:
        self._texts = TEXTS[name]
        self.model = QgsProcessingModelAlgorithm(self._texts.title, "")
        self.model.setHelpContent({"ALG_DESC": self._texts.help, "SHORT_DESCRIPTION": self._texts.summary})
        self._steps = 0

    def parameter(self, definition: QgsProcessingParameterDefinition) -> Source:
        """Adds an input."""
        definition.setDescription(self._texts.parameters[definition.name()][0])
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(120, 80 + 80 * len(self.model.parameterComponents())))
        self.model.addModelParameter(definition, component)
        return Source.fromModelParameter(definition.name())

    def step(self, algorithm: str, sources: dict[str, Any], outputs: dict[str, tuple[str, str]]) -> str:
        """Adds a step; what is not given keeps the algorithm's default.

        Args:
            algorithm: Its id.
            sources: By parameter; what is no source is a fixed value.
            outputs: By output of the algorithm: the name and title of the model's output.
        """
        child = QgsProcessingModelChildAlgorithm(algorithm)
        if child.algorithm() is None:
            raise SystemExit(f"There is no algorithm {algorithm}.")
        child.setChildId(child.algorithm().name())
        child.setDescription(child.algorithm().displayName())
        self._steps += 1
        child.setPosition(QPointF(120 + _STEP * self._steps, 80 + 60 * self._steps))
        for name, source in sources.items():
            child.addParameterSources(name, [source if isinstance(source, Source) else Source.fromStaticValue(source)])
        results = {}
        for index, (output, (name, title)) in enumerate(outputs.items()):
            result = QgsProcessingModelOutput(name, title)
            result.setChildId(child.childId())
            result.setChildOutputName(output)
            result.setPosition(QPointF(120 + _STEP * (self._steps + 1), 80 + 60 * (self._steps + index)))
            results[name] = result
        child.setModelOutputs(results)
        return self.model.addChildAlgorithm(child)


def train_and_map() -> QgsProcessingModelAlgorithm:
    """train, cluster."""
    writer = Writer("trainandmap")
    raster = writer.parameter(QgsProcessingParameterRasterLayer("INPUT"))
    clusters = writer.parameter(number("CLUSTERS", 64, 2))
    minutes = writer.parameter(number("MAX_MINUTES", 10, 0))
    train = writer.step(
        "clusternet:train",
        {"INPUT": raster, "CLUSTERS": clusters, "MAX_MINUTES": minutes},
        {"OUTPUT": ("MODEL", "Model")},
    )
    writer.step(
        "clusternet:cluster",
        {"INPUT": raster, "MODEL": Source.fromChildOutput(train, "OUTPUT")},
        {"OUTPUT": ("CLUSTERS", "Clusters"), "CONFIDENCE": ("CONFIDENCE", "Confidence")},
    )
    return writer.model


def map_many() -> QgsProcessingModelAlgorithm:
    """buildvirtualraster, cluster."""
    writer = Writer("mapmany")
    rasters = writer.parameter(
        QgsProcessingParameterMultipleLayers("INPUT", layerType=QgsProcessing.SourceType.TypeRaster)
    )
    model = writer.parameter(QgsProcessingParameterFile("MODEL", extension="cnet", fileFilter=MODEL_FILTER))
    joined = writer.step(
        "gdal:buildvirtualraster",
        # The finest resolution, all bands of each raster, and transparency where there is no raster.
        {"INPUT": rasters, "RESOLUTION": 1, "SEPARATE": False, "ADD_ALPHA": True},
        {},
    )
    writer.step(
        "clusternet:cluster",
        {"INPUT": Source.fromChildOutput(joined, "OUTPUT"), "MODEL": model},
        {"OUTPUT": ("CLUSTERS", "Clusters"), "CONFIDENCE": ("CONFIDENCE", "Confidence")},
    )
    return writer.model


def strokes_to_polygons() -> QgsProcessingModelAlgorithm:
    """selectbystrokes, segment."""
    writer = Writer("strokestopolygons")
    raster = writer.parameter(QgsProcessingParameterRasterLayer("INPUT"))
    model = writer.parameter(QgsProcessingParameterFile("MODEL", extension="cnet", fileFilter=MODEL_FILTER))
    strokes = writer.parameter(
        QgsProcessingParameterVectorLayer("STROKES", types=[QgsProcessing.SourceType.TypeVectorAnyGeometry])
    )
    field = writer.parameter(QgsProcessingParameterField("CLASS_FIELD", "", "class", "STROKES"))
    width = writer.parameter(number("WIDTH", 1, 1e-9, whole=False))
    area = writer.parameter(number("MIN_AREA", 0, 0, whole=False))
    tolerance = writer.parameter(number("SIMPLIFY", 0, 0, whole=False))
    selected = writer.step(
        "clusternet:selectbystrokes",
        {"INPUT": raster, "MODEL": model, "STROKES": strokes, "CLASS_FIELD": field, "WIDTH": width},
        {"SELECTION": ("SELECTION", "Selection")},
    )
    selection = Source.fromChildOutput(selected, "SELECTION")
    writer.step(
        "clusternet:segment",
        {"INPUT": raster, "MODEL": model, "SELECTION": selection, "MIN_AREA": area, "SIMPLIFY": tolerance},
        {"OUTPUT": ("CLASSES", "Class raster"), "POLYGONS": ("POLYGONS", "Polygons")},
    )
    return writer.model


def first_map() -> QgsProcessingModelAlgorithm:
    """train without training, suggestclasses, segment."""
    writer = Writer("firstmap")
    raster = writer.parameter(QgsProcessingParameterRasterLayer("INPUT"))
    part = QgsProcessingParameterExtent("EXTENT", optional=True)
    part.setFlags(part.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    extent = writer.parameter(part)
    sure = number("MIN_CONFIDENCE", 0.5, 0, whole=False)
    sure.setMaximum(1)
    sure.setFlags(sure.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    confidence = writer.parameter(sure)
    train = writer.step("clusternet:train", {"INPUT": raster, "EPOCHS": 0}, {"OUTPUT": ("MODEL", "Model")})
    found = {"INPUT": raster, "MODEL": Source.fromChildOutput(train, "OUTPUT"), "EXTENT": extent}
    named = writer.step(
        "clusternet:suggestclasses",
        {**found, "MIN_CONFIDENCE": confidence},
        {"SELECTION": ("SELECTION", "Selection")},
    )
    writer.step(
        "clusternet:segment",
        {**found, "SELECTION": Source.fromChildOutput(named, "SELECTION")},
        {"OUTPUT": ("CLASSES", "Class raster"), "POLYGONS": ("POLYGONS", "Polygons")},
    )
    return writer.model


def number(name: str, default: float, lowest: float, whole: bool = True) -> QgsProcessingParameterNumber:
    """A number with a lower limit."""
    kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, type=kind, defaultValue=default)
    parameter.setMinimum(lowest)
    return parameter


MODELS = {
    "trainandmap": train_and_map,
    "mapmany": map_many,
    "strokestopolygons": strokes_to_polygons,
    "firstmap": first_map,
}


def write(folder: Path) -> None:
    """Writes all models; the provider must be in QGIS' registry."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in MODELS.items():
        path = folder / f"{name}.model3"
        model = build()
        model.setParameterOrder(list(TEXTS[name].parameters))
        if not model.toFile(str(path)):
            raise SystemExit(f"Cannot write {path}.")
        print(path)


def main() -> None:
    """Starts QGIS and writes."""
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from clusternet_qgis.provider import ClusterNetProvider

    Processing.initialize()
    provider = ClusterNetProvider()  # not refreshed, so that it does not read the models of before
    QgsApplication.processingRegistry().addProvider(provider)
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()


if __name__ == "__main__":
    main()
