"""Parameters that several algorithms have."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

from ..core.options import DEVICES, TrainOptions
from ..translation import tr
from .base import ClusterNetAlgorithm


def model_filter() -> str:
    """Model files, for file dialogs."""
    return tr("ClusterNet model (*.cnet)")


def onnx_filter() -> str:
    """ONNX files, for file dialogs."""
    return tr("ONNX model (*.onnx)")


def any_model_filter() -> str:
    """Models of both kinds, for file dialogs."""
    return tr("Model (*.cnet *.onnx)")


def selection_filter() -> str:
    """Selection files, for file dialogs."""
    return tr("Cluster selection (*.json)")


def number(
    name: str, title: str, default: float, lowest: float | None = None, highest: float | None = None, whole: bool = True
) -> QgsProcessingParameterNumber:
    """A number; whole unless said otherwise."""
    kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, title, kind, default)
    if lowest is not None:
        parameter.setMinimum(lowest)
    if highest is not None:
        parameter.setMaximum(highest)
    return parameter


def choice(name: str, title: str, options: Sequence[str], default: str) -> QgsProcessingParameterEnum:
    """A choice whose values are text, so that scripts and models store words."""
    return QgsProcessingParameterEnum(name, title, options=list(options), defaultValue=default, usesStaticStrings=True)


def bands(algorithm: ClusterNetAlgorithm) -> None:
    """BANDS of INPUT."""
    parameter = QgsProcessingParameterBand(
        "BANDS", algorithm.tr("Bands"), parentLayerParameterName="INPUT", optional=True, allowMultiple=True
    )
    algorithm.add(
        parameter, algorithm.tr("Bands to use, in order. By default all, an alpha band excepted."), advanced=True
    )


def extent(algorithm: ClusterNetAlgorithm) -> None:
    """EXTENT."""
    algorithm.add(
        QgsProcessingParameterExtent("EXTENT", algorithm.tr("Extent"), optional=True),
        algorithm.tr("Part of the raster to work on, snapped outwards to its pixels. By default all of it."),
        advanced=True,
    )


def area(algorithm: ClusterNetAlgorithm, help_text: str) -> None:
    """AREA polygons."""
    algorithm.add(
        QgsProcessingParameterVectorLayer(
            "AREA", algorithm.tr("Area"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
        ),
        help_text,
        advanced=True,
    )


def labels(
    algorithm: ClusterNetAlgorithm,
    name: str,
    field_name: str,
    title: str,
    help_text: str,
    optional: bool = False,
    advanced: bool = False,
    points: bool = False,
) -> None:
    """A raster, polygons, or points if wished, of labels, with the field that holds a vector layer's classes."""
    types = [QgsProcessing.SourceType.TypeRaster, QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterMapLayer(
            name,
            title,
            optional=optional,
            types=[*types, QgsProcessing.SourceType.TypeVectorPoint] if points else types,
        ),
        help_text,
        advanced,
    )
    algorithm.add(
        QgsProcessingParameterField(
            field_name, algorithm.tr("{}: class field").format(title), None, name, optional=True
        ),
        algorithm.tr("The field of a vector layer that names each shape's class. Without it all shapes are one class."),
        advanced,
    )


def model(algorithm: ClusterNetAlgorithm, optional: bool = False) -> None:
    """MODEL to use."""
    algorithm.add(
        QgsProcessingParameterFile(
            "MODEL", algorithm.tr("Model"), extension="cnet", optional=optional, fileFilter=model_filter()
        ),
        algorithm.tr("A model that 'Train clustering network' has written."),
    )


def model_or_exported(algorithm: ClusterNetAlgorithm) -> None:
    """MODEL to map with, which may be an exported one."""
    algorithm.add(
        QgsProcessingParameterFile("MODEL", algorithm.tr("Model"), fileFilter=any_model_filter()),
        algorithm.tr("A model that 'Train clustering network' or 'Export model to ONNX' has written."),
    )


def device(algorithm: ClusterNetAlgorithm) -> None:
    """DEVICE."""
    algorithm.add(
        choice("DEVICE", algorithm.tr("Device"), DEVICES, TrainOptions.device),
        algorithm.tr("Where to compute: auto takes a graphics card that is there, and else the processor."),
        advanced=True,
    )


def memory(algorithm: ClusterNetAlgorithm, default: int = TrainOptions.memory_mb) -> None:
    """MEMORY_MB."""
    algorithm.add(
        number("MEMORY_MB", algorithm.tr("Memory (MB)"), default, 256),
        algorithm.tr("How much memory the work may take; less makes smaller tiles, not other results."),
        advanced=True,
    )


def flat_borders(algorithm: ClusterNetAlgorithm) -> None:
    """KEEP_FLAT_BORDERS."""
    algorithm.add(
        QgsProcessingParameterBoolean("KEEP_FLAT_BORDERS", algorithm.tr("Keep flat borders"), defaultValue=False),
        algorithm.tr(
            "Large areas of pure black or white along the edge, which the file does not declare as no data, are left "
            "out, and it is said. Yes takes them for a part of the picture."
        ),
        advanced=True,
    )


def optional_raster(name: str, title: str) -> QgsProcessingParameterRasterDestination:
    """A raster that is only written when asked for."""
    return QgsProcessingParameterRasterDestination(name, title, optional=True, createByDefault=False)


def confidence_of_polygons(algorithm: ClusterNetAlgorithm) -> None:
    """CONFIDENCE to average within polygons."""
    algorithm.add(
        QgsProcessingParameterRasterLayer("CONFIDENCE", algorithm.tr("Confidence"), optional=True),
        algorithm.tr("Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels."),
        advanced=True,
    )


def file_destination(
    name: str, title: str, file_filter: str, optional: bool = False
) -> QgsProcessingParameterDefinition:
    """A file to write; an optional one only when asked for."""
    return QgsProcessingParameterFileDestination(
        name, title, file_filter, optional=optional, createByDefault=not optional
    )


def polygon_cleaning(algorithm: ClusterNetAlgorithm) -> None:
    """MIN_AREA and SIMPLIFY."""
    algorithm.add(
        number("MIN_AREA", algorithm.tr("Smallest polygon (square map units)"), 0, 0, whole=False),
        algorithm.tr("Smaller polygons join the neighbour with which they share the longest border. 0 keeps all."),
    )
    algorithm.add(
        number("SIMPLIFY", algorithm.tr("Simplification tolerance (map units)"), 0, 0, whole=False),
        algorithm.tr(
            "How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no "
            "overlaps arise. 0 keeps the pixels' outlines."
        ),
    )
