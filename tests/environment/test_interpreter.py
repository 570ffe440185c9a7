"""Which Python runs the worker: the user's, or one that has all it needs, or a sentence; and it is asked only once."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from clusternet_qgis.core.errors import DependencyError
from clusternet_qgis.environment import interpreter
from clusternet_qgis.environment.interpreter import PythonFinder
from clusternet_qgis.environment.managed_environment import managed_environment

ALL = {"numpy": "1.26.4", "osgeo": "3.6.2", "scipy": "1.15.3", "torch": "2.13.0+cpu", "faiss": ""}


@pytest.fixture
def answers() -> dict[str, str]:
    """What interpreters have answered so far: nothing."""
    return {}


@pytest.fixture
def finder(answers: dict[str, str], tmp_path: Path) -> PythonFinder:
    """Finds Pythons on a machine where the plugin has built no environment."""
    return PythonFinder(answers, str(tmp_path / "environments"))


def answering(folder: Path, found: dict[str, str], version: tuple[int, ...] = (3, 11)) -> str:
    """A program that answers as a Python with some modules does, and notes that it was asked."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site-packages").mkdir(exist_ok=True)
    program = folder / "python"
    answer = json.dumps({"version": version, "found": found, "folders": [str(folder / "site-packages")]})
    program.write_text(f"#!/bin/sh\necho asked >> {folder}/asked\necho '{answer}'\n")
    program.chmod(0o755)
    return str(program)


def times_asked(folder: Path) -> int:
    asked = folder / "asked"
    return len(asked.read_text().splitlines()) if asked.exists() else 0


def test_this_python_has_all_it_needs_and_is_found(finder: PythonFinder) -> None:
    assert finder.missing_modules(sys.executable) == ()
    assert finder.missing_modules(sys.executable, interpreter.MAPPING_MODULES) == ()
    assert finder.find() == sys.executable
    assert finder.find(sys.executable) == sys.executable


def test_versions_are_heard() -> None:
    answer = interpreter.ask(sys.executable)
    assert answer is not None
    assert answer.version == sys.version_info[:2]
    assert answer.versions["torch"].startswith("2.")
    assert answer.is_current


def test_what_a_python_lacks_is_named_with_the_remedy(tmp_path: Path, finder: PythonFinder) -> None:
    python = answering(tmp_path, {name: ALL[name] for name in ("numpy", "osgeo", "scipy")})
    with pytest.raises(DependencyError, match="lacks torch, faiss") as caught:
        finder.find(python)
    assert f'"{python}" -m pip install -r "{interpreter.REQUIREMENTS}"' in str(caught.value)
    assert "Python environment" in str(caught.value)
    assert interpreter.REQUIREMENTS.is_file()


@pytest.mark.parametrize("python", ["nowhere/python", "/bin/false", "/dev/null", "/bin/echo"])
def test_what_is_no_python_is_one_sentence(python: str, finder: PythonFinder) -> None:
    with pytest.raises(DependencyError, match="no working Python at"):
        finder.find(python)


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
def test_a_version_that_is_too_old_is_named(
    module: str, version: str, fine: bool, tmp_path: Path, finder: PythonFinder
) -> None:
    missing = finder.missing_modules(answering(tmp_path, {**ALL, module: version}))
    assert (missing == ()) == fine
    assert fine or (missing and f"or newer (it has {version})" in missing[0])


def test_a_python_that_is_too_old_is_named(tmp_path: Path, finder: PythonFinder) -> None:
    with pytest.raises(DependencyError, match=r"lacks Python 3\.9 or newer \(it is 3\.6\)"):
        finder.find(answering(tmp_path, ALL, (3, 6)))


def test_a_python_that_lacks_something_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, finder: PythonFinder
) -> None:
    poor = answering(tmp_path, {"numpy": "1.26.4"})
    monkeypatch.setattr(finder, "candidates", lambda: [poor, sys.executable])
    assert finder.find() == sys.executable


def test_the_managed_environment_comes_first_once_it_is_complete(tmp_path: Path, finder: PythonFinder) -> None:
    environment = managed_environment(str(tmp_path / "environments"))
    answering(Path(environment.python).parent, ALL)
    assert finder.find() == sys.executable
    environment.marker.write_text("{}")
    assert finder.find() == environment.python


def test_an_interpreter_with_all_is_asked_once(tmp_path: Path, answers: dict[str, str], finder: PythonFinder) -> None:
    python = answering(tmp_path, ALL)
    for _ in range(3):
        assert finder.find(python) == python
    assert times_asked(tmp_path) == 1
    # A later session knows as much, from what it finds in the settings.
    assert finder.find(python, ("numpy", "torch")) == python
    assert times_asked(tmp_path) == 1
    assert finder.missing_modules(python, ("onnx",)) == ("onnx",)
    assert list(answers) == [python]


def test_an_interpreter_that_lacks_something_is_asked_again(tmp_path: Path, finder: PythonFinder) -> None:
    python = answering(tmp_path, {})
    assert finder.missing_modules(python) == interpreter.MODULES
    answering(tmp_path, ALL)
    assert finder.missing_modules(python) == ()


@pytest.mark.parametrize("changed", ["python", "site-packages"])
def test_installing_removing_and_replacing_are_noticed(changed: str, tmp_path: Path, finder: PythonFinder) -> None:
    python = answering(tmp_path, ALL)
    finder.find(python)
    os.utime(tmp_path / changed, ns=(1, 1))
    finder.find(python)
    assert times_asked(tmp_path) == 2


@pytest.mark.parametrize("spoilt", ["", "no json", "[]", "{}", '{"version": 3, "found": 4, "stamp": 5}'])
def test_a_spoilt_memory_is_no_harm(spoilt: str, tmp_path: Path, answers: dict[str, Any], finder: PythonFinder) -> None:
    python = answering(tmp_path, ALL)
    answers[python] = spoilt
    assert finder.find(python) == python
