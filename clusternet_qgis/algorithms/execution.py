"""How an algorithm runs: with progress that QGIS shows, and in the worker process where it needs torch or FAISS."""

from __future__ import annotations

import time
from typing import Any

from qgis.core import QgsProcessingFeedback

from .. import runner, settings
from ..core.progress import Progress, TimeLeft
from ..environment import interpreter

_SECONDS_BETWEEN_ESTIMATES = 10


def progress_for(feedback: QgsProcessingFeedback) -> Progress:
    """Progress that QGIS shows, with the time left."""
    left = TimeLeft()
    reported_at = time.monotonic()

    def report(fraction: float) -> None:
        nonlocal reported_at
        feedback.setProgress(100 * fraction)
        text = left.text(fraction)
        # QGIS keeps every text in the log.
        if text and time.monotonic() - reported_at > _SECONDS_BETWEEN_ESTIMATES:
            reported_at = time.monotonic()
            feedback.setProgressText(text)

    return Progress(report, feedback.pushInfo, feedback.isCanceled)


def worker_python(modules: tuple[str, ...] = interpreter.MODULES) -> str:
    """The interpreter of the worker: the one in the settings, or else the first that has these modules.

    Raises:
        DependencyError: None has them.
    """
    return settings.python_finder().find(settings.chosen_python(), modules)


def run_worker(
    call: str,
    arguments: dict[str, Any],
    outputs: list[str],
    feedback: QgsProcessingFeedback,
    modules: tuple[str, ...] = interpreter.MODULES,
) -> dict[str, Any]:
    """Makes one call in a worker process.

    Args:
        call: A name in the table of worker_calls.py.
        arguments: What the call takes.
        outputs: Paths that it writes; what is unfinished of them is removed when it fails.
        feedback: Shows progress, and cancels.
        modules: What the worker's Python must have.

    Returns:
        What the call returns.
    """
    return runner.run(worker_python(modules), call, arguments, outputs, progress_for(feedback))
