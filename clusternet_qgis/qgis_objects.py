"""The objects that QGIS has one of, and that are there as long as it runs; its type stubs call them optional."""

from __future__ import annotations

from typing import TypeVar, cast

from qgis.core import QgsApplication, QgsProcessingRegistry, QgsProject, QgsTaskManager

Thing = TypeVar("Thing")


def present(thing: Thing | None) -> Thing:
    """The same, where QGIS never gives None although its signature allows it."""
    return cast("Thing", thing)


def project() -> QgsProject:
    """The project that is open."""
    return present(QgsProject.instance())


def task_manager() -> QgsTaskManager:
    """Runs tasks in the background."""
    return present(QgsApplication.taskManager())


def processing_registry() -> QgsProcessingRegistry:
    """Knows the providers and their algorithms."""
    return present(QgsApplication.processingRegistry())
