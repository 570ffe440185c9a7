"""QGIS' singletons. They exist as long as QGIS runs, although its type stubs call them optional."""

from __future__ import annotations

from typing import TypeVar, cast

from qgis.core import QgsApplication, QgsProcessingRegistry, QgsProject, QgsTaskManager

Item = TypeVar("Item")


def present(item: Item | None) -> Item:
    """The same object, typed as not None. For what QGIS never returns as None although its signature allows it."""
    return cast("Item", item)


def project() -> QgsProject:
    """The project that is open."""
    return present(QgsProject.instance())


def task_manager() -> QgsTaskManager:
    """The manager of background tasks."""
    return present(QgsApplication.taskManager())


def processing_registry() -> QgsProcessingRegistry:
    """The registry of Processing providers."""
    return present(QgsApplication.processingRegistry())
