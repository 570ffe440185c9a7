"""What the plugin keeps in QGIS' settings."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path
from urllib.parse import quote, unquote

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

from .environment.interpreter import PythonFinder

PYTHON_SETTING = "clusternet/python"
_ENVIRONMENT_ROOT = "clusternet/environment_folder"
_RECENT_MODELS = "clusternet/recent_models"
_MOST_MODELS = 5
_KNOWN_PYTHONS = "clusternet/known_pythons"


def chosen_python() -> str:
    """The interpreter that the user has chosen for the worker; "" to look for one."""
    return str(QgsSettings().value(PYTHON_SETTING, "", type=str))


def forget_chosen_python() -> None:
    """Forgets that choice; the plugin looks for an interpreter again."""
    QgsSettings().remove(PYTHON_SETTING)


def environment_root() -> str:
    """The folder that the user wants the plugin's own environment in; "" for its own data folder."""
    return str(QgsSettings().value(_ENVIRONMENT_ROOT, "", type=str))


def set_environment_root(root: str) -> None:
    """Saves that folder."""
    QgsSettings().setValue(_ENVIRONMENT_ROOT, root)


def python_finder() -> PythonFinder:
    """Finds the Python that runs the worker, as the settings say."""
    return PythonFinder(KnownPythons(), environment_root())


def remember_model(path: str) -> None:
    """Keeps a model as the one used last."""
    if Path(cache_folder()) in Path(path).parents:  # the dock's own, whose name tells users nothing
        return
    models = [path, *(model for model in recent_models() if model != path)]
    QgsSettings().setValue(_RECENT_MODELS, models[:_MOST_MODELS])


def recent_models() -> list[str]:
    """Models that were used, the last one first, without those that are gone."""
    paths = QgsSettings().value(_RECENT_MODELS, [], type=list)
    return [str(path) for path in paths if path and Path(str(path)).is_file()]


def cache_folder() -> str:
    """Where the dock keeps features, and models of rasters that were opened without one."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return str(Path(base) / "clusternet")


def forget_all() -> None:
    """Removes all settings of the plugin."""
    QgsSettings().remove("clusternet")


class KnownPythons(MutableMapping[str, str]):
    """The answers of interpreters by their path, so that they need not be asked again when QGIS is started again."""

    def __getitem__(self, python: str) -> str:
        answer = QgsSettings().value(_key(python), "", type=str)
        if not answer:
            raise KeyError(python)
        return str(answer)

    def __setitem__(self, python: str, answer: str) -> None:
        QgsSettings().setValue(_key(python), answer)

    def __delitem__(self, python: str) -> None:
        QgsSettings().remove(_key(python))

    def __iter__(self) -> Iterator[str]:
        settings = QgsSettings()
        settings.beginGroup(_KNOWN_PYTHONS)
        return map(unquote, settings.childKeys())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _key(python: str) -> str:
    return f"{_KNOWN_PYTHONS}/{quote(python, safe='')}"
