"""The background tasks of the dialog of the Python environment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from .. import settings
from ..core.errors import Cancelled
from ..core.progress import Progress
from ..environment import installation, interpreter
from ..environment.installation import InstallationError, Plan
from ..environment.managed_environment import ManagedEnvironment
from ..translation import tr
from .network_settings import written_network


@dataclass(frozen=True)
class PythonState:
    """Which Python would be used.

    Attributes:
        python: The interpreter that would run the worker; "" for none.
        lacking: The modules that each Python lacks, by its path; None for one that does not run.
        versions: Version of each module that the worker needs.
    """

    python: str
    lacking: dict[str, tuple[str, ...] | None]
    versions: dict[str, str]


class FindPythonTask(QgsTask):
    """Finds the Python that would run the worker.

    Signals:
        ended: A PythonState.

    Args:
        chosen_python: The user's interpreter, "" to look for one.
    """

    ended = pyqtSignal(object)

    def __init__(self, chosen_python: str) -> None:
        super().__init__(tr("Looking for Python"), QgsTask.Flag.CanCancel)
        self._chosen = chosen_python
        self._state = PythonState("", {}, {})

    def run(self) -> bool:
        """Finds it; runs in a thread."""
        lacking: dict[str, tuple[str, ...] | None] = {}
        finder = settings.python_finder()
        for python in [self._chosen] if self._chosen else finder.candidates():
            lacking[python] = finder.missing_modules(python)
            if lacking[python] == ():
                answer = interpreter.ask(python)
                self._state = PythonState(python, lacking, answer.versions if answer else {})
                return True
        self._state = PythonState("", lacking, {})
        return True

    def finished(self, fine: bool) -> None:
        """Emits `ended`, in the main thread."""
        self.ended.emit(self._state)


class EnvironmentTask(QgsTask):
    """Installs or removes an environment.

    Signals:
        step_changed: What is being done.
        logged: A line for the log.
        ended: The error (InstallationError, Cancelled or any other), None if all went well.
    """

    step_changed = pyqtSignal(str)
    logged = pyqtSignal(str)
    ended = pyqtSignal(object)

    def __init__(self, title: str, work: Callable[[Progress, Callable[[str], None]], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._error: Exception | None = None

    def run(self) -> bool:
        """Does the work; runs in a thread."""
        progress = Progress(lambda fraction: self.setProgress(100 * fraction), self.step_changed.emit, self.isCanceled)
        try:
            self._work(progress, self.logged.emit)
        except (InstallationError, Cancelled) as error:
            self._error = error
        except Exception as error:  # the dialog shows bugs too; an exception that leaves a task would end QGIS
            self.logged.emit(repr(error))
            self._error = error
        return self._error is None

    def finished(self, fine: bool) -> None:
        """Emits `ended`, in the main thread. A task that is cancelled before it has begun has no error of its own."""
        self.ended.emit(self._error if fine or self._error else Cancelled())


def install_task(plan: Plan, proxy: str, certificates: bytes) -> EnvironmentTask:
    """A task that installs an environment."""

    def work(progress: Progress, log: Callable[[str], None]) -> None:
        with written_network(proxy, certificates) as network:
            installation.install(replace(plan, network=network), progress, log)

    return EnvironmentTask(tr("Installing PyTorch and FAISS"), work)


def remove_task(environment: ManagedEnvironment) -> EnvironmentTask:
    """A task that removes an environment."""
    return EnvironmentTask(tr("Removing PyTorch and FAISS"), lambda progress, log: installation.remove(environment))
