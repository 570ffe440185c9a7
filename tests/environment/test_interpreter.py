"""Which Python runs the worker: the user's, or one that has all it needs, or a sentence; and it is asked only once."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from clusternet_qgis.core.errors import DependencyError
from clusternet_qgis.environment import interpreter, own
from clusternet_qgis.environment.platforms import Linux

ALL = {"numpy": "1.26.4", "osgeo": "3.6.2", "scipy": "1.15.3", "torch": "2.13.0+cpu", "faiss": ""}


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """An empty memory, and no environment of the plugin's own on this machine."""
    store: dict[str, str] = {}
    monkeypatch.setattr(interpreter, "_remembered", store)
    nowhere = own.OwnEnvironment(tmp_path / "none", Linux())
    monkeypatch.setattr(interpreter, "own_environment", lambda: nowhere)
    return store


def answering(folder: Path, found: dict[str, str], version: tuple[int, ...] = (3, 11)) -> str:
    """A program that answers as a Python with some modules does, and notes that it was asked."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site-packages").mkdir(exist_ok=True)
    program = folder / "python"
    said = json.dumps({"version": version, "found": found, "places": [str(folder / "site-packages")]})
    program.write_text(f"#!/bin/sh\necho asked >> {folder}/asked\necho '{said}'\n")
    program.chmod(0o755)
    return str(program)


def times_asked(folder: Path) -> int:
    asked = folder / "asked"
    return len(asked.read_text().splitlines()) if asked.exists() else 0


def test_this_python_has_all_it_needs_and_is_found() -> None:
    assert interpreter.missing_modules(sys.executable) == ()
    assert interpreter.missing_modules(sys.executable, interpreter.MAPPING_MODULES) == ()
    assert interpreter.find() == sys.executable
    assert interpreter.find(sys.executable) == sys.executable


def test_versions_are_heard() -> None:
    answer = interpreter.ask(sys.executable)
    assert answer is not None
    assert answer.version == sys.version_info[:2]
    assert answer.found["torch"].startswith("2.")
    assert answer.is_fresh


def test_what_a_python_lacks_is_named_with_the_remedy(tmp_path: Path) -> None:
    python = answering(tmp_path, {name: ALL[name] for name in ("numpy", "osgeo", "scipy")})
    with pytest.raises(DependencyError, match="lacks torch, faiss") as caught:
        interpreter.find(python)
    assert f'"{python}" -m pip install -r "{interpreter.REQUIREMENTS}"' in str(caught.value)
    assert "Python environment" in str(caught.value)
    assert interpreter.REQUIREMENTS.is_file()


@pytest.mark.parametrize("python", ["nowhere/python", "/bin/false", "/dev/null", "/bin/echo"])
def test_what_is_no_python_is_one_sentence(python: str) -> None:
    with pytest.raises(DependencyError, match="no working Python at"):
        interpreter.find(python)


@pytest.mark.parametrize(
    ("module", "version", "fine"),
    [
        ("torch", "2.5.1", False),
        ("torch", "2.6.0a0+debian", True),
        ("torch", "2.13.0+cu130", True),
        ("torch", "", True),
        ("numpy", "1.23.5", False),
        ("numpy", "2.3.5", True),
    ],
)
def test_a_version_that_is_too_old_is_named(module: str, version: str, fine: bool, tmp_path: Path) -> None:
    missing = interpreter.missing_modules(answering(tmp_path, {**ALL, module: version}))
    assert (missing == ()) == fine
    assert fine or (missing and f"or newer (it has {version})" in missing[0])


def test_a_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    with pytest.raises(DependencyError, match=r"lacks Python 3\.9 or newer \(it is 3\.6\)"):
        interpreter.find(answering(tmp_path, ALL, (3, 6)))


def test_a_place_that_lacks_something_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    poor = answering(tmp_path, {"numpy": "1.26.4"})
    monkeypatch.setattr(interpreter, "candidates", lambda: [poor, sys.executable])
    assert interpreter.find() == sys.executable


def test_the_plugins_own_environment_comes_first_once_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = own.OwnEnvironment(tmp_path / "mine", Linux())
    monkeypatch.setattr(interpreter, "own_environment", lambda: mine)
    answering(tmp_path / "mine" / "bin", ALL)
    assert interpreter.find() == sys.executable
    mine.marker.write_text("{}")
    assert interpreter.find() == mine.python


def test_an_interpreter_with_all_is_asked_once(tmp_path: Path, memory: dict[str, str]) -> None:
    python = answering(tmp_path, ALL)
    for _ in range(3):
        assert interpreter.find(python) == python
    assert times_asked(tmp_path) == 1
    # A later session knows as much, from what it finds in the settings.
    assert interpreter.find(python, ("numpy", "torch")) == python
    assert times_asked(tmp_path) == 1
    assert interpreter.missing_modules(python, ("onnx",)) == ("onnx",)
    assert list(memory) == [python]


def test_an_interpreter_that_lacks_something_is_asked_again(tmp_path: Path) -> None:
    python = answering(tmp_path, {})
    assert interpreter.missing_modules(python) == interpreter.MODULES
    answering(tmp_path, ALL)
    assert interpreter.missing_modules(python) == ()


@pytest.mark.parametrize("changed", ["python", "site-packages"])
def test_installing_removing_and_replacing_are_noticed(changed: str, tmp_path: Path) -> None:
    python = answering(tmp_path, ALL)
    interpreter.find(python)
    os.utime(tmp_path / changed, ns=(1, 1))
    interpreter.find(python)
    assert times_asked(tmp_path) == 2


@pytest.mark.parametrize("spoilt", ["", "no json", "[]", "{}", '{"version": 3, "found": 4, "stamp": 5}'])
def test_a_spoilt_memory_is_no_harm(spoilt: str, tmp_path: Path, memory: dict[str, Any]) -> None:
    python = answering(tmp_path, ALL)
    memory[python] = spoilt
    assert interpreter.find(python) == python
