"""Algorithms in a background task, as QGIS' dialog runs them, and the processes they start."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import toys
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer


def workers(parent: int) -> list[int]:
    """Worker processes below a process."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                if int(fields[1]) == parent and b"clusternet_qgis.worker" in (folder / "cmdline").read_bytes():
                    found.append(int(folder.name))
            except OSError:  # it has just ended
                continue
    return found


def wait_for(condition: Any, seconds: float) -> bool:
    """Lets Qt work until the condition holds."""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()
    return bool(condition())


class Background:
    """An algorithm that runs in a task, as from QGIS' dialog."""

    def __init__(self, name: str, parameters: dict[str, Any]) -> None:
        self.heard = toys.Heard()
        self.errors: list[str] = []
        self.heard.reportError = lambda text, fatal=False: self.errors.append(text)
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusternet:{name}")
        self.outcome: list[tuple[bool, dict[str, Any]]] = []
        self.task = QgsProcessingAlgRunnerTask(self.algorithm, parameters, self.context, self.heard)
        self.task.executed.connect(lambda fine, results: self.outcome.append((fine, results)))
        QgsApplication.taskManager().addTask(self.task)

    def wait(self, seconds: float) -> bool:
        return wait_for(lambda: self.outcome, seconds)
