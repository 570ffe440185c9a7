"""The Processing models that come with the plugin: several steps in one. `scripts/models.py` writes their files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm, QgsProcessingParameterField
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import ClusterNetError
from ..qgis_objects import present
from ..translation import marked, translated
from .base import ICON
from .help_pages import manual_page
from .offers import dialog_with_offers
from .overwriting import refuse_overwriting
from .parameters import Texts, explained, with_field_widget
from .stages import CLASSES, LEARN, MAP, Stage

FOLDER = Path(__file__).resolve().parent.parent / "models"


class ModelTexts(NamedTuple):
    """What people read of a model, in English and marked for translation.

    Attributes:
        stage: Step of the work, by which the toolbox groups algorithms.
        title: Its name in the toolbox.
        summary: One line.
        help: Shown beside the parameters.
        parameters: Title and help of each parameter.
    """

    stage: Stage
    title: str
    summary: str
    help: str
    parameters: dict[str, Texts]


TEXTS: dict[str, ModelTexts] = {
    "trainandmap": ModelTexts(
        LEARN,
        marked("Train and map one raster"),
        marked("Trains a model on a raster and maps its clusters."),
        marked(
            "Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: "
            "it maps other rasters with the same bands, and other steps ask for it.\n\nNext: 'Report on clusters' "
            "shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones."
        ),
        {
            "INPUT": Texts("Raster", "Raster to train on and to map."),
            "CLUSTERS": Texts(
                "Number of clusters", "More clusters tell finer differences apart, and are more work to choose from."
            ),
            "MAX_MINUTES": Texts(
                "Longest training (minutes)", "The training ends in time and leaves a usable model. 0 is no limit."
            ),
        },
    ),
    "mapmany": ModelTexts(
        MAP,
        marked("Map many rasters with one model"),
        marked("Maps the clusters of many rasters as one, without seams between them."),
        marked(
            "Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes "
            "the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do "
            "not show. What lies between the sheets is no data.\n\nTo have a raster for each sheet instead, run "
            "'Map clusters' as a batch."
        ),
        {
            "INPUT": Texts("Rasters", "Rasters of one reference system, with the bands that the model was trained on."),
            "MODEL": Texts("Model", "A model that 'Train clustering network' has written."),
        },
    ),
    "firstmap": ModelTexts(
        CLASSES,
        marked("First map with names"),
        marked("Makes a map of land cover of a raster that nobody has labelled: classes with names, and polygons."),
        marked(
            "Clusters the raster with the base model as it comes, names the clusters that it is sure of (building, "
            "paved, tree, low vegetation, water, bare ground), and writes class raster and polygons. Nothing has to be "
            "trained, painted or typed. What it is not sure of becomes 'other'.\n\nThe names are suggestions: the log "
            "says how sure they are. To correct them, keep model and selection, and paint in the ClusterNet dock, or "
            "give 'Segment' other classes."
        ),
        {
            "INPUT": Texts("Raster", "Raster to map, with bands of visible light."),
            "EXTENT": Texts("Extent", "Part of the raster to name and map. By default all of it."),
            "MIN_CONFIDENCE": Texts(
                "Smallest certainty",
                "Clusters get a name only if it is at least this likely, from 0 to 1. At 0.9 less is named, and fewer "
                "names are wrong.",
            ),
        },
    ),
    "strokestopolygons": ModelTexts(
        CLASSES,
        marked("Strokes to polygons"),
        marked("Classes of strokes on the map become a class raster and polygons of the whole raster."),
        marked(
            "Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or "
            "polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock."
            "\n\nKeep the selection: 'Segment' applies it to other rasters of the same model."
        ),
        {
            "INPUT": Texts("Raster", "The raster that was painted on."),
            "MODEL": Texts("Model", "A model that 'Train clustering network' has written."),
            "STROKES": Texts("Strokes", "Points, lines or polygons, in the order in which they were painted."),
            "CLASS_FIELD": Texts(
                "Class field", "The field that names each stroke's class; strokes without a class are left out."
            ),
            "WIDTH": Texts(
                "Width of strokes (map units)",
                "How wide points and lines are, where the layer has no field 'width' that says it.",
            ),
            "MIN_AREA": Texts(
                "Smallest polygon (square map units)",
                "Smaller polygons join the neighbour with which they share the longest border. 0 keeps all.",
            ),
            "SIMPLIFY": Texts(
                "Simplification tolerance (map units)",
                "How far an outline may move to lose vertices. Shared outlines move together, so that no gaps "
                "and no overlaps arise. 0 keeps the pixels' outlines.",
            ),
        },
    ),
}


def shipped_models() -> list[ShippedModel]:
    """All models. Their steps must be registered in QGIS already, because QGIS takes the outputs from them."""
    return [ShippedModel(path) for path in sorted(FOLDER.glob("*.model3"))]


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model that has a name for scripts, and texts in the user's language.

    Args:
        path: The .model3 file; its name without the suffix is the name for scripts.

    Raises:
        ValueError: The file is not a model.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if not self.fromFile(str(path)):
            raise ValueError(f"{path} is not a model")
        self.setSourceFilePath(str(path))
        # The file stores titles in English only, and no help and no widgets of parameters.
        definitions: list[Any] = [*self.destinationParameterDefinitions(), *self.outputDefinitions()]
        for definition in definitions:
            definition.setDescription(translated(definition.description()))
        for name, texts in TEXTS[self.name()].parameters.items():
            parameter = explained(present(self.parameterDefinition(name)), texts)
            if isinstance(parameter, QgsProcessingParameterField):
                with_field_widget(parameter, parameter.parentLayerParameterName())

    def createInstance(self) -> ShippedModel:
        """A copy to run."""
        return ShippedModel(self._path)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """QGIS' own checks; and no output may be an input or another output, before the first step."""
        fine, message = super().checkParameterValues(parameters, context)
        try:
            refuse_overwriting(self, parameters, context, {}, {})
        except ClusterNetError as error:
            return False, str(error)
        return fine, message or ""

    def name(self) -> str:
        """The name in scripts; it never changes."""
        return self._path.stem

    def displayName(self) -> str:
        """The name in the toolbox."""
        return translated(TEXTS[self.name()].title)

    def shortDescription(self) -> str:
        """One line."""
        return translated(TEXTS[self.name()].summary)

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return translated(TEXTS[self.name()].help)

    def group(self) -> str:
        """Where the toolbox lists it."""
        return translated(TEXTS[self.name()].stage.title)

    def groupId(self) -> str:
        """The group in scripts."""
        return TEXTS[self.name()].stage.name

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget | None:
        """QGIS' own dialog, with the layer at hand and the model used last filled in."""
        return dialog_with_offers(self, parent)

    def tags(self) -> list[str]:
        """Words to find it by."""
        return translated(marked("model,workflow,several steps")).split(",")

    def helpUrl(self) -> str:
        """What the Help button opens: the model's page of the manual."""
        return manual_page(f"reference/{self.name()}")

    def icon(self) -> QIcon:
        """Shown in the toolbox."""
        return QIcon(ICON)
