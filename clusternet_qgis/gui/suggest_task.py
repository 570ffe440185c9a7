"""Looking for names of clusters, as a background task of QGIS."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from .. import runner, settings
from ..core.errors import Cancelled, ClusterNetError
from ..core.io.class_colours import LAND_COVER_COLOURS
from ..core.progress import Progress
from ..layers.land_cover_names import shown_name
from ..translation import tr
from .painting import StrokeClass


@dataclass(frozen=True)
class Suggestion:
    """What a cluster is taken for.

    Attributes:
        entry: The class that it would be in, named in the user's language.
        certainty: How likely that is, 0 to 1.
    """

    entry: StrokeClass
    certainty: float

    @property
    def text(self) -> str:
        """As a list shows it."""
        return f"{self.entry.name} ({self.certainty:.0%})?"


def suggestions_of(clusters: list[dict[str, Any]]) -> dict[int, Suggestion]:
    """Suggestions by cluster, of those that have a name.

    Args:
        clusters: As the worker's `suggest_classes` describes them.
    """
    return {
        int(entry["cluster"]): Suggestion(
            StrokeClass(shown_name(entry["name"]), LAND_COVER_COLOURS[entry["name"]]), float(entry["certainty"])
        )
        for entry in clusters
        if entry["name"] in LAND_COVER_COLOURS
    }


class SuggestTask(QgsTask):
    """Asks a worker process for names, which ends with the task.

    Signals:
        ended: Suggestions by cluster, None if there are none to show, and a sentence for the user.

    Args:
        raster: Path of the raster.
        model: Path of the model.
        chosen_python: The user's interpreter, "" to look for one.
    """

    ended = pyqtSignal(object, str)

    def __init__(self, raster: str, model: str, chosen_python: str) -> None:
        super().__init__(tr("Looking for names on {}").format(Path(raster).name), QgsTask.Flag.CanCancel)
        self._arguments = {"path": raster, "model_path": model}
        self._python = chosen_python
        self._clusters: list[dict[str, Any]] = []
        self._error = ""

    def run(self) -> bool:
        """Looks; runs in a thread."""
        progress = Progress(lambda fraction: self.setProgress(100 * fraction), is_cancelled=self.isCanceled)
        try:
            python = settings.python_finder().find(self._python)
            self._clusters = runner.run(python, "suggest_classes", self._arguments, [], progress)["clusters"]
        except Cancelled:
            return False
        except (ClusterNetError, runner.WorkerError) as error:
            self._error = str(error)
            return False
        return True

    def finished(self, fine: bool) -> None:
        """Emits `ended`, in the main thread."""
        found = suggestions_of(self._clusters)
        if found:
            text = tr(
                "{} of {} clusters have a suggested name: click one in the list to take it over, or take all over."
            )
            self.ended.emit(found, text.format(len(found), len(self._clusters)))
        elif fine:
            self.ended.emit({}, tr("No cluster is like anything that has a name; paint instead."))
        else:
            self.ended.emit(None, self._error)
