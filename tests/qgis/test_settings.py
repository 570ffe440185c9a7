"""What the plugin keeps in QGIS' settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsSettings

from clusternet_qgis import settings
from clusternet_qgis.settings import PYTHON_SETTING, KnownPythons, chosen_python, python_finder


def test_known_pythons_are_a_mapping_whatever_is_in_their_paths() -> None:
    known = KnownPythons()
    before = dict(known)
    odd = [r"C:\Program Files\QGIS 3.40\apps\Python312\python.exe", "/home/é à/python3", "python"]
    for python in odd:
        known[python] = f'{{"of": "{python}"}}'
    assert set(known) == {*odd, *before}
    assert len(known) == len(before) + 3
    assert KnownPythons()[odd[0]] == f'{{"of": "{odd[0]}"}}'
    for python in odd:
        del known[python]
    assert dict(known) == before
    assert "python" not in known


def test_a_python_that_has_all_is_remembered_in_the_settings(plugin: Any) -> None:
    KnownPythons().pop(sys.executable, None)
    assert python_finder().find(sys.executable) == sys.executable
    assert "torch" in KnownPythons()[sys.executable]


def test_no_choice_is_empty() -> None:
    before = QgsSettings().value(PYTHON_SETTING)
    QgsSettings().remove(PYTHON_SETTING)
    try:
        assert chosen_python() == ""
    finally:
        QgsSettings().setValue(PYTHON_SETTING, before)
    assert chosen_python() == before


def test_models_that_the_dock_keeps_for_itself_are_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their names are numbers, and they go when the cache is emptied."""
    key = f"clusternet_tests/recent_models_{os.getpid()}"
    monkeypatch.setattr(settings, "_RECENT_MODELS", key)
    monkeypatch.setattr(settings, "cache_folder", lambda: str(tmp_path / "cache"))
    own, users = tmp_path / "cache" / "untrained_1.cnet", tmp_path / "mine.cnet"
    own.parent.mkdir()
    for model in (users, own):
        model.touch()
        settings.remember_model(str(model))
    assert settings.recent_models() == [str(users)]
    QgsSettings().remove(key)
