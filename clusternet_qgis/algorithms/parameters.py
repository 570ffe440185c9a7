"""Parameters to define: one function for each kind, and one for each parameter that several algorithms have.

Each call makes new ones: QGIS takes them over, and titles and help are translated when they are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

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
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from ..core.options import DEVICES, TrainOptions
from ..translation import tr, translated

_Parameter = TypeVar("_Parameter", bound=QgsProcessingParameterDefinition)

# Names that all versions of QGIS know; its type stubs know those of QGIS 3.36 on.
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional  # type: ignore[attr-defined]
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced  # type: ignore[attr-defined]
RASTER = QgsProcessing.SourceType.TypeRaster  # type: ignore[attr-defined]
POINT = QgsProcessing.SourceType.TypeVectorPoint  # type: ignore[attr-defined]
POLYGON = QgsProcessing.SourceType.TypeVectorPolygon  # type: ignore[attr-defined]
ANY_GEOMETRY = QgsProcessing.SourceType.TypeVectorAnyGeometry  # type: ignore[attr-defined]


# Of numbers in dialogs: centimetres, where the map's units are metres.
_DECIMALS = 2


class Texts(NamedTuple):
    """What people read of a parameter, in English. Both are marked for translation.

    Attributes:
        title: Its name in the dialog.
        help: What it is, in a sentence or two.
    """

    title: str
    help: str


def explained(parameter: _Parameter, texts: Texts) -> _Parameter:
    """The parameter with its title and help in the user's language."""
    parameter.setDescription(translated(texts.title))
    parameter.setHelp(translated(texts.help))
    return parameter


def _flagged(parameter: _Parameter, advanced: bool) -> _Parameter:
    if advanced:
        parameter.setFlags(parameter.flags() | ADVANCED)
    return parameter


# --- each kind: an advanced one is shown under Advanced Parameters, an optional output is only written when asked for


def raster(name: str, optional: bool = False, advanced: bool = False) -> QgsProcessingParameterRasterLayer:
    """A raster layer."""
    return _flagged(QgsProcessingParameterRasterLayer(name, optional=optional), advanced)


def labels(
    name: str, points: bool = False, optional: bool = False, advanced: bool = False
) -> QgsProcessingParameterMapLayer:
    """A raster or polygons of labels; points too if wished."""
    kinds = [RASTER, POLYGON, POINT] if points else [RASTER, POLYGON]
    return _flagged(QgsProcessingParameterMapLayer(name, optional=optional, types=kinds), advanced)


def polygons(name: str) -> QgsProcessingParameterVectorLayer:
    """A layer of polygons."""
    return QgsProcessingParameterVectorLayer(name, types=[POLYGON])


def points(name: str, optional: bool = False, advanced: bool = False) -> QgsProcessingParameterVectorLayer:
    """A layer of points."""
    return _flagged(QgsProcessingParameterVectorLayer(name, types=[POINT], optional=optional), advanced)


def field(name: str, layer: str, optional: bool = False) -> QgsProcessingParameterField:
    """The name of a field of the layer that another parameter holds.

    QGIS knows no parent layer: its own widget crashes as soon as that is a raster, which file dialogs offer always.
    """
    return with_field_widget(QgsProcessingParameterField(name, optional=optional), layer)


def with_field_widget(parameter: QgsProcessingParameterField, layer: str) -> QgsProcessingParameterField:
    """The parameter with our widget, which offers the fields of the layer that the parameter of this name holds."""
    widget = {"class": f"{__package__}.class_field_widget.ClassFieldWidget", "layer": layer}
    parameter.setMetadata({"widget_wrapper": widget})
    return parameter


def number(
    name: str, default: float, lowest: float, highest: float | None = None, whole: bool = True, advanced: bool = False
) -> QgsProcessingParameterNumber:
    """A number; whole by default."""
    kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, type=kind, defaultValue=default)
    if not whole:
        parameter.setMetadata({"widget_wrapper": {"decimals": _DECIMALS if default == 0 or default >= 0.01 else 6}})
    parameter.setMinimum(lowest)
    if highest is not None:
        parameter.setMaximum(highest)
    return _flagged(parameter, advanced)


def choice(name: str, options: Iterable[str], default: str, advanced: bool = False) -> QgsProcessingParameterEnum:
    """A choice whose values are text, so that scripts and models store words."""
    parameter = QgsProcessingParameterEnum(name, options=list(options), defaultValue=default, usesStaticStrings=True)
    return _flagged(parameter, advanced)


def several(name: str, options: Iterable[str], advanced: bool = False) -> QgsProcessingParameterEnum:
    """Any of some choices; none by default."""
    parameter = QgsProcessingParameterEnum(
        name, options=list(options), allowMultiple=True, optional=True, usesStaticStrings=True
    )
    return _flagged(parameter, advanced)


def yes_or_no(name: str, advanced: bool = False) -> QgsProcessingParameterBoolean:
    """A question; no by default."""
    return _flagged(QgsProcessingParameterBoolean(name, defaultValue=False), advanced)


def text(name: str) -> QgsProcessingParameterString:
    """Text that must be given."""
    return QgsProcessingParameterString(name)


def optional_text(name: str, advanced: bool = False) -> QgsProcessingParameterString:
    """Text; none by default."""
    return _flagged(QgsProcessingParameterString(name, optional=True), advanced)


def model_file(name: str, optional: bool = False, advanced: bool = False) -> QgsProcessingParameterFile:
    """A model that was trained."""
    parameter = QgsProcessingParameterFile(name, extension="cnet", optional=optional, fileFilter=model_filter())
    return _flagged(parameter, advanced)


def encoder_file(name: str) -> QgsProcessingParameterFile:
    """A network of the user's; none by default."""
    parameter = QgsProcessingParameterFile(name, extension="onnx", optional=True, fileFilter=onnx_filter())
    return _flagged(parameter, advanced=True)


def selection_file(name: str, advanced: bool = False) -> QgsProcessingParameterFile:
    """A selection of clusters; none by default."""
    parameter = QgsProcessingParameterFile(name, extension="json", optional=True, fileFilter=selection_filter())
    return _flagged(parameter, advanced)


def raster_output(name: str, optional: bool = False, advanced: bool = False) -> QgsProcessingParameterRasterDestination:
    """A raster to write."""
    parameter = QgsProcessingParameterRasterDestination(name, optional=optional, createByDefault=not optional)
    return _flagged(parameter, advanced)


def polygons_output(name: str, optional: bool = False) -> QgsProcessingParameterVectorDestination:
    """A layer of polygons to write."""
    return QgsProcessingParameterVectorDestination(name, type=POLYGON, optional=optional, createByDefault=not optional)


def points_output(name: str, optional: bool = False) -> QgsProcessingParameterVectorDestination:
    """A layer of points to write."""
    return QgsProcessingParameterVectorDestination(name, type=POINT, optional=optional, createByDefault=not optional)


def file_output(name: str, file_filter: str, optional: bool = False) -> QgsProcessingParameterFileDestination:
    """A file to write."""
    return QgsProcessingParameterFileDestination(
        name, fileFilter=file_filter, optional=optional, createByDefault=not optional
    )


# --- filters of file dialogs

HTML_FILTER = "HTML (*.html)"
CSV_FILTER = "CSV (*.csv)"


def model_filter() -> str:
    """Model files."""
    return tr("ClusterNet model (*.cnet)")


def onnx_filter() -> str:
    """ONNX files."""
    return tr("ONNX model (*.onnx)")


def any_model_filter() -> str:
    """Models of both kinds."""
    return tr("Model (*.cnet *.onnx)")


def selection_filter() -> str:
    """Selection files."""
    return tr("Cluster selection (*.json)")


# --- what several algorithms have, with title and help


def bands() -> QgsProcessingParameterBand:
    """BANDS of INPUT."""
    return explained(
        _flagged(QgsProcessingParameterBand("BANDS", None, None, "INPUT", True, True), advanced=True),
        Texts("Bands", "Bands to use, in order. By default all, an alpha band excepted."),
    )


def extent() -> QgsProcessingParameterExtent:
    """EXTENT of the raster to work on."""
    return explained(
        _flagged(QgsProcessingParameterExtent("EXTENT", optional=True), advanced=True),
        Texts("Extent", "Part of the raster to work on, snapped outwards to its pixels. By default all of it."),
    )


def extra(advanced: bool = False) -> QgsProcessingParameterMultipleLayers:
    """EXTRA: further rasters, such as heights."""
    return explained(
        _flagged(QgsProcessingParameterMultipleLayers("EXTRA", layerType=RASTER, optional=True), advanced),
        Texts(
            "Further rasters",
            "Rasters of heights (DSM, DTM, CHM), of classes or of other sensors, on any grid and in any system, to see "
            "beside the picture. What a model was trained with must be given again when it is used.",
        ),
    )


def area() -> QgsProcessingParameterVectorLayer:
    """AREA: polygons; each algorithm says what they are for."""
    return _flagged(QgsProcessingParameterVectorLayer("AREA", types=[POLYGON], optional=True), advanced=True)


def class_field(name: str, layer: str, layer_title: str, advanced: bool = False) -> QgsProcessingParameterField:
    """The field that holds the classes of a layer of labels."""
    parameter = field(name, layer, optional=True)
    parameter.setDescription(tr("{}: class field").format(layer_title))
    parameter.setHelp(
        tr("The field of a vector layer that names each shape's class. Without it all shapes are one class.")
    )
    return _flagged(parameter, advanced)


def model(optional: bool = False) -> QgsProcessingParameterFile:
    """MODEL to use."""
    texts = Texts("Model", "A model that 'Train clustering network' has written.")
    return explained(model_file("MODEL", optional), texts)


def model_or_exported() -> QgsProcessingParameterFile:
    """MODEL to map with, which may be an exported one."""
    return explained(
        QgsProcessingParameterFile("MODEL", fileFilter=any_model_filter()),
        Texts("Model", "A model that 'Train clustering network' or 'Export model to ONNX' has written."),
    )


def device() -> QgsProcessingParameterEnum:
    """DEVICE to compute on."""
    return explained(
        choice("DEVICE", DEVICES, TrainOptions.device, advanced=True),
        Texts("Device", "Where to compute: auto takes a graphics card that is there, and else the processor."),
    )


def memory(default: int = TrainOptions.memory_mb) -> QgsProcessingParameterNumber:
    """MEMORY_MB that the work may take."""
    return explained(
        number("MEMORY_MB", default, 256, advanced=True),
        Texts("Memory (MB)", "How much memory the work may take; less makes smaller tiles, not other results."),
    )


def flat_borders() -> QgsProcessingParameterBoolean:
    """KEEP_FLAT_BORDERS."""
    return explained(
        yes_or_no("KEEP_FLAT_BORDERS", advanced=True),
        Texts(
            "Keep flat borders",
            "Large areas of pure black or white along the edge, which the file does not declare as no data, are left "
            "out, and it is said. Yes takes them for a part of the picture.",
        ),
    )


def confidence_of_polygons() -> QgsProcessingParameterRasterLayer:
    """CONFIDENCE to average within polygons."""
    return explained(
        raster("CONFIDENCE", optional=True, advanced=True),
        Texts("Confidence", "Confidence that 'Map clusters' has written: each polygon gets the mean of its pixels."),
    )


def least_confidence() -> QgsProcessingParameterNumber:
    """MIN_CONFIDENCE."""
    return explained(
        number("MIN_CONFIDENCE", 0, 0, 1, whole=False, advanced=True),
        Texts(
            "Least confidence",
            "Pixels of less confidence become the class 'other'. The report of 'Evaluate' shows how much area each "
            "value leaves, and how right that is. 0 keeps all.",
        ),
    )


def smallest_polygon() -> QgsProcessingParameterNumber:
    """MIN_AREA."""
    return explained(
        number("MIN_AREA", 0, 0, whole=False),
        Texts(
            "Smallest polygon (square map units)",
            "Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.",
        ),
    )


def simplification() -> QgsProcessingParameterNumber:
    """SIMPLIFY."""
    return explained(
        number("SIMPLIFY", 0, 0, whole=False),
        Texts(
            "Simplification tolerance (map units)",
            "How far an outline may move to lose vertices. Shared outlines move together, so that no gaps and no "
            "overlaps arise. 0 keeps the pixels' outlines.",
        ),
    )


def right_angles() -> QgsProcessingParameterString:
    """RIGHT_ANGLES: names of classes."""
    return explained(
        optional_text("RIGHT_ANGLES"),
        Texts(
            "Classes with right angles",
            "Names of classes, such as roof, whose outlines get straight edges and right angles, or 45 degrees where "
            "the outline says so. Neighbours stay neighbours, without gaps and overlaps; a polygon that would cover "
            "its pixels badly keeps its outline.",
        ),
    )
