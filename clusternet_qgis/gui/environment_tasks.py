"""What the dialog of the Python environment has done in the background."""

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
class State:
    """What was found.

    Attributes:
        python: The interpreter that would run the worker; "" for none.
        lacking: What each Python that was looked at lacks, by its path; None for one that does not run.
        versions: Of what the worker needs, by module.
    """

    python: str
    lacking: dict[str, tuple[str, ...] | None]
    versions: dict[str, str]


class LookTask(QgsTask):
    """Looks which Python would run the worker.

    Signals:
        found: A State.

    Args:
        chosen_python: The user's interpreter, "" to look for one.
    """

    found = pyqtSignal(object)

    def __init__(self, chosen_python: str) -> None:
        super().__init__(tr("Looking for Python"), QgsTask.Flag.CanCancel)
        self._chosen = chosen_python
        self._state = State("", {}, {})

    def run(self) -> bool:
        """Looks; in a thread."""
        lacking: dict[str, tuple[str, ...] | None] = {}
        finder = settings.python_finder()
        for python in [self._chosen] if self._chosen else finder.candidates():
            lacking[python] = finder.missing_modules(python)
            if lacking[python] == ():
                answer = interpreter.ask(python)
                self._state = State(python, lacking, answer.versions if answer else {})
                return True
        self._state = State("", lacking, {})
        return True

    def finished(self, fine: bool) -> None:
        """Tells; in the main thread."""
        self.found.emit(self._state)


class EnvironmentTask(QgsTask):
    """Something that may fail as installations do.

    Signals:
        said: What is being done.
        logged: A line for the log.
        ended: The error (InstallationError, Cancelled or any other), None if all went well.
    """

    said = pyqtSignal(str)
    logged = pyqtSignal(str)
    ended = pyqtSignal(object)

    def __init__(self, title: str, work: Callable[[Progress, Callable[[str], None]], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._error: Exception | None = None

    def run(self) -> bool:
        """Works; in a thread."""
        progress = Progress(lambda fraction: self.setProgress(100 * fraction), self.said.emit, self.isCanceled)
        try:
            self._work(progress, self.logged.emit)
        except (InstallationError, Cancelled) as error:
            self._error = error
        except Exception as error:  # a bug must reach the user too: an exception in a task would end QGIS
            self.logged.emit(repr(error))
            self._error = error
        return self._error is None

    def finished(self, fine: bool) -> None:
        """Tells; in the main thread. One that is cancelled before it has begun has no error of its own."""
        self.ended.emit(self._error if fine or self._error else Cancelled())


def install_task(plan: Plan, proxy: str, certificates: bytes) -> EnvironmentTask:
    """Builds an environment."""

    def work(progress: Progress, log: Callable[[str], None]) -> None:
        with written_network(proxy, certificates) as network:
            installation.install(replace(plan, network=network), progress, log)

    return EnvironmentTask(tr("Installing PyTorch and FAISS"), work)


def remove_task(environment: ManagedEnvironment) -> EnvironmentTask:
    """Takes an environment away."""
    return EnvironmentTask(tr("Removing PyTorch and FAISS"), lambda progress, log: installation.remove(environment))
