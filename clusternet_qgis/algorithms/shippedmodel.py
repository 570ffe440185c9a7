"""Models of several steps that come with the plugin, written by `scripts/models.py`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from .base import ICON, MANUAL_URL

FOLDER = Path(__file__).resolve().parent.parent / "models"


class ModelTexts(NamedTuple):
    """What people read of a model.

    Attributes:
        title: Its name in the toolbox.
        short: One line.
        help: What stands beside the parameters.
        parameters: Title and help of each parameter.
    """

    title: str
    short: str
    help: str
    parameters: dict[str, tuple[str, str]]


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("ClusterNet", text)


def model_texts() -> dict[str, ModelTexts]:
    """The texts of each model by its name for scripts."""
    return {
        "trainandmap": ModelTexts(
            tr("Train and map one raster"),
            tr("Trains a model on a raster and maps its clusters."),
            tr(
                "Trains a network on the raster, without labels, and writes the cluster of each pixel. Keep the model: "
                "it maps other rasters with the same bands, and other steps ask for it.\n\nNext: 'Report on clusters' "
                "shows what each cluster is, and 'Segment' makes classes and polygons of the chosen ones."
            ),
            {
                "INPUT": (tr("Raster"), tr("Raster to train on and to map.")),
                "CLUSTERS": (
                    tr("Number of clusters"),
                    tr("More clusters tell finer differences apart, and are more work to choose from."),
                ),
                "MAX_MINUTES": (
                    tr("Longest training (minutes)"),
                    tr("The training ends in time and leaves a usable model. 0 is no limit."),
                ),
            },
        ),
        "mapmany": ModelTexts(
            tr("Map many rasters with one model"),
            tr("Maps the clusters of many rasters as one, without seams between them."),
            tr(
                "Joins rasters of one reference system, such as the sheets of a flight, to a virtual one, and writes "
                "the cluster of each pixel into one raster. The network sees across the sheets' edges, so that they do "
                "not show. What lies between the sheets is no data.\n\nTo have a raster for each sheet instead, run "
                "'Map clusters' as a batch."
            ),
            {
                "INPUT": (
                    tr("Rasters"),
                    tr("Rasters of one reference system, with the bands that the model was trained on."),
                ),
                "MODEL": (tr("Model"), tr("A model that 'Train clustering network' has written.")),
            },
        ),
        "strokestopolygons": ModelTexts(
            tr("Strokes to polygons"),
            tr("Classes of strokes on the map become a class raster and polygons of the whole raster."),
            tr(
                "Chooses clusters by strokes, and applies the choice to the whole raster. Strokes are points, lines or "
                "polygons with a field that names their class, drawn by hand or saved from the ClusterNet dock."
                "\n\nKeep the selection: 'Segment' applies it to other rasters of the same model."
            ),
            {
                "INPUT": (tr("Raster"), tr("The raster that was painted on.")),
                "MODEL": (tr("Model"), tr("A model that 'Train clustering network' has written.")),
                "STROKES": (tr("Strokes"), tr("Points, lines or polygons, in the order in which they were painted.")),
                "CLASS_FIELD": (
                    tr("Class field"),
                    tr("The field that names each stroke's class; strokes without a class are left out."),
                ),
                "WIDTH": (
                    tr("Width of strokes (map units)"),
                    tr("How wide points and lines are, where the layer has no field 'width' that says it."),
                ),
                "MIN_AREA": (
                    tr("Smallest polygon (square map units)"),
                    tr("Smaller polygons join the neighbour with which they share the longest border. 0 keeps all."),
                ),
                "SIMPLIFY": (
                    tr("Simplification tolerance (map units)"),
                    tr(
                        "How far an outline may move to lose vertices. Shared outlines move together, so that no gaps "
                        "and no overlaps arise. 0 keeps the pixels' outlines."
                    ),
                ),
            },
        ),
    }


def shipped_models() -> list[ShippedModel]:
    """All models; their steps must be in QGIS' registry already, or their outputs are not known."""
    return [ShippedModel(path) for path in sorted(FOLDER.glob("*.model3"))]


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model with a name for scripts and one for people.

    Args:
        path: The .model3 file; its stem is the name for scripts.

    Raises:
        ValueError: The file is no model.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if not self.fromFile(str(path)):
            raise ValueError(f"{path} is no model")
        self.setSourceFilePath(str(path))
        # The file knows no help of parameters, and titles in one language.
        for name, (title, help_text) in model_texts()[self.name()].parameters.items():
            self.parameterDefinition(name).setDescription(title)
            self.parameterDefinition(name).setHelp(help_text)

    def createInstance(self) -> ShippedModel:
        """A copy to run."""
        return ShippedModel(self._path)

    def name(self) -> str:
        """Fixed for ever."""
        return self._path.stem

    def displayName(self) -> str:
        """Shown in the toolbox."""
        return model_texts()[self.name()].title

    def shortDescription(self) -> str:
        """One line."""
        return model_texts()[self.name()].short

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return model_texts()[self.name()].help

    def tags(self) -> list[str]:
        """Words to find it by."""
        return tr("model,workflow,several steps").split(",")

    def helpUrl(self) -> str:
        """Where the Help button leads: the model's page of the manual."""
        return f"{MANUAL_URL}/reference/{self.name()}.html"

    def icon(self) -> QIcon:
        """Shown in the toolbox."""
        return QIcon(ICON)
