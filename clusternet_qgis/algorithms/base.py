"""What all algorithms share: QGIS' questions are answered from a declaration, and errors become one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from .. import settings
from ..core.errors import Cancelled, ClusterNetError, DependencyError
from ..layers.names import NamingFeedback
from ..layers.sentences import in_users_language
from ..qgis_objects import present
from ..translation import tr, translated
from .execution import worker_python
from .help_pages import manual_page
from .incorrect_values import explain_incorrect_value
from .layer_inputs import LayerInputs, load_layers
from .layer_style import show_styled
from .offers import dialog_with_offers
from .overwriting import refuse_overwriting
from .parameters import Texts, explained
from .stages import Stage
from .values import ParameterValues

ICON = str(Path(__file__).resolve().parent.parent / "resources" / "icons" / "clusternet.svg")


class ClusterNetAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider.

    A subclass declares the attributes below and its parameters, checks values and does the work. Texts are English
    and `marked`; they are translated when QGIS asks for them.

    Attributes:
        script_name: Its name in scripts and models, without the provider. It never changes.
        title: Its name in the toolbox.
        summary: One line.
        help_text: Shown beside the parameters.
        keywords: Words to find it by, separated by commas.
        parameter_texts: Title and help of each parameter by name, but for those that several algorithms have.
        output_numbers: Title by name of each number that it returns, beside the files that its parameters name.
        stage: Step of the work, by which the toolbox groups algorithms.
        needs_worker: Whether torch and FAISS are needed, in a process of their own.
        folder_files: Patterns of what is written into an output folder, by its name; by default it may be any file.
        continued: Inputs that an output may replace, by the name of the output. No other output may be an input.

    Args:
        on_missing_python: Called when the algorithm cannot run because no Python has what it needs; returns what the
            user is told, "" where nobody offers to install it.
    """

    script_name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    help_text: ClassVar[str]
    keywords: ClassVar[str]
    parameter_texts: ClassVar[Mapping[str, Texts]]
    output_numbers: ClassVar[Mapping[str, str]] = MappingProxyType({})
    stage: ClassVar[Stage]
    needs_worker: ClassVar[bool] = False
    folder_files: ClassVar[Mapping[str, Sequence[str]]] = MappingProxyType({})
    continued: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init__(self, on_missing_python: Callable[[], str] = lambda: "") -> None:
        super().__init__()
        self._on_missing_python = on_missing_python
        self._inputs: LayerInputs | None = None

    # --- what a subclass defines

    def define_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """New parameters, in the order of the dialog."""
        raise NotImplementedError

    def check(self, values: ParameterValues) -> None:
        """Raises ClusterNetError for values that cannot work, before anything is run."""

    def work(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Does the work and returns the outputs by name; may raise ClusterNetError and Cancelled."""
        raise NotImplementedError

    # --- what QGIS asks

    def name(self) -> str:
        """The name in scripts."""
        return self.script_name

    def displayName(self) -> str:
        """The name in the toolbox."""
        return translated(self.title)

    def shortDescription(self) -> str:
        """One line."""
        return translated(self.summary)

    def shortHelpString(self) -> str:
        """Shown beside the parameters."""
        return translated(self.help_text)

    def tags(self) -> list[str]:
        """Words to find it by."""
        return translated(self.keywords).split(",")

    def group(self) -> str:
        """Where the toolbox lists it."""
        return translated(self.stage.title)

    def groupId(self) -> str:
        """The group in scripts."""
        return self.stage.name

    def icon(self) -> QIcon:
        """Shown in the toolbox."""
        return QIcon(ICON)

    def helpUrl(self) -> str:
        """What the Help button opens: the algorithm's page of the manual."""
        return manual_page(f"reference/{self.name()}")

    def createInstance(self) -> ClusterNetAlgorithm:
        """A copy to run."""
        return type(self)(self._on_missing_python)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Adds parameters and outputs."""
        for parameter in self.define_parameters():
            if parameter.name() in self.parameter_texts:
                explained(parameter, self.parameter_texts[parameter.name()])
            if not self.addParameter(parameter):
                raise ValueError(f"the parameter {parameter.name()} of {self.name()} cannot be added")
        for name, title in self.output_numbers.items():
            self.addOutput(QgsProcessingOutputNumber(name, translated(title)))

    def canExecute(self) -> tuple[bool, str]:
        """Whether the worker's Python has what it needs, and if not, how to get it."""
        try:
            if self.needs_worker:
                worker_python()
        except DependencyError as error:
            return False, self._on_missing_python() or in_users_language(str(error))
        return True, ""

    def createCustomParametersWidget(self, parent: QWidget | None = None) -> QWidget | None:
        """QGIS' own dialog, with the layer at hand and the model used last filled in."""
        return dialog_with_offers(self, parent)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """QGIS' own checks, and then the algorithm's."""
        load_layers(self, parameters, context)
        fine, message = super().checkParameterValues(parameters, context)
        inputs = LayerInputs(self, parameters, context)
        try:
            if fine:
                self._check(ParameterValues(self, parameters, context, inputs=inputs), context)
            else:
                explain_incorrect_value(self, parameters, context)
        except (ClusterNetError, QgsProcessingException) as error:
            return False, inputs.names.applied(str(error))
        return fine, message or ""

    def _check(self, values: ParameterValues, context: QgsProcessingContext) -> None:
        """What all algorithms check, and then what this one does."""
        refuse_overwriting(self, values.parameters, context, self.folder_files, self.continued)
        self.check(values)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> bool:
        """Takes the layers as they are; QGIS calls this in their thread, and the work in another one."""
        load_layers(self, parameters, context)
        self._inputs = LayerInputs(self, parameters, context)
        self._inputs.take_all()
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Checks and works; an error becomes one sentence."""
        feedback = present(feedback)
        inputs = self._inputs or LayerInputs(self, parameters, context)
        naming = NamingFeedback(feedback, inputs.names)
        values = ParameterValues(self, parameters, context, naming, inputs)
        try:
            # Some callers of algorithms do not call checkParameterValues first.
            self._check(values, context)
            results = self.work(values, naming)
            show_styled(results, context)
            _remember_model(self, values, results)
            return results
        except ClusterNetError as error:
            raise QgsProcessingException(inputs.names.applied(str(error))) from error
        except Cancelled as stop:
            # On the desktop the user knows, and an error in red would be wrong; a script sees it by the exit code.
            if QgsApplication.platform() == "qgis_process":
                raise QgsProcessingException(tr("Cancelled.")) from stop
            return {}


def _remember_model(algorithm: QgsProcessingAlgorithm, values: ParameterValues, results: dict[str, Any]) -> None:
    """Keeps the model of a run on the desktop, a new one or the one it has used, for the next dialog."""
    if QgsApplication.platform() == "qgis_process":
        return
    used = values.file("MODEL") if algorithm.parameterDefinition("MODEL") is not None else ""
    model = next((path for path in (results.get("OUTPUT"), used) if str(path or "").endswith(".cnet")), "")
    if model:
        settings.remember_model(str(model))
