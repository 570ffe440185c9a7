"""Which Python runs the worker: the user's, or one that has all it needs, or a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from clusternet_qgis.core.errors import DependencyError
from clusternet_qgis.environment import interpreter


def lacking(folder: Path, *modules: str) -> str:
    """A program that answers as a Python without some modules does."""
    program = folder / "python3"
    program.write_text(f"#!/bin/sh\necho {' '.join(modules)}\n")
    program.chmod(0o755)
    return str(program)


def test_this_python_has_all_it_needs_and_is_found() -> None:
    assert interpreter.missing_modules(sys.executable) == ()
    assert interpreter.find() == sys.executable
    assert interpreter.find(sys.executable) == sys.executable


def test_what_a_python_lacks_is_named_with_the_remedy(tmp_path: Path) -> None:
    python = lacking(tmp_path, "torch", "faiss")
    with pytest.raises(DependencyError, match="lacks torch, faiss") as caught:
        interpreter.find(python)
    assert f'"{python}" -m pip install -r "{interpreter.REQUIREMENTS}"' in str(caught.value)
    assert interpreter.REQUIREMENTS.is_file()


@pytest.mark.parametrize("python", ["nowhere/python", "/bin/false", "/dev/null"])
def test_what_is_no_python_is_one_sentence(python: str) -> None:
    with pytest.raises(DependencyError, match="no working Python at"):
        interpreter.find(python)


def test_a_place_that_lacks_something_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    poor = lacking(tmp_path, "torch")
    monkeypatch.setattr(interpreter, "candidates", lambda: [poor, sys.executable])
    assert interpreter.find() == sys.executable
