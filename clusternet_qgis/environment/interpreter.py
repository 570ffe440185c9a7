"""Finds a Python that has torch and FAISS, without importing them."""

from __future__ import annotations

import os
import subprocess  # asks an interpreter what it has, without a shell  # nosec B404
import sys
from pathlib import Path

from ..core.errors import DependencyError

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
MODULES = ("numpy", "osgeo", "scipy", "torch", "faiss")
# Enough to map with an exported model.
MAPPING_MODULES = ("numpy", "osgeo", "onnx", "onnxruntime")
_LOOK = (
    "import sys; sys.path[:] = [p for p in sys.path if p]; import importlib.util; "
    "print(*[m for m in sys.argv[1:] if importlib.util.find_spec(m) is None])"
)
_SECONDS_TO_ANSWER = 20
_complete: set[tuple[str, tuple[str, ...]]] = set()


def find(chosen: str = "", modules: tuple[str, ...] = MODULES) -> str:
    """The interpreter to use: the user's choice, or the first of QGIS' own places that has all modules.

    Raises:
        DependencyError: None has; the message says what to install where.
    """
    lacking: dict[str, tuple[str, ...]] = {}
    for python in [chosen] if chosen else candidates():
        missing = missing_modules(python, modules)
        if missing == ():
            return python
        if missing is not None:
            lacking[python] = missing
    if not lacking:
        wanted = chosen or "any of QGIS' own places"
        raise DependencyError(f"There is no working Python at {wanted}; choose one in the setting clusternet/python.")
    python, missing = next(iter(lacking.items()))
    raise DependencyError(
        f"The Python at {python} lacks {', '.join(missing)}. Install what is missing with: "
        f'"{python}" -m pip install -r "{REQUIREMENTS}"; or name a Python that has it in the setting clusternet/python.'
    )


def candidates() -> list[str]:
    """Places where QGIS' own Python may be: sys.executable may be QGIS itself, which must never be started for this."""
    prefix, executable = Path(sys.exec_prefix), Path(sys.executable or "none")
    places = [
        *([executable] if executable.stem.lower().startswith("python") else []),
        prefix / "bin" / "python3",
        prefix / "python.exe",
        prefix / "pythonw.exe",
        prefix.parent.parent / "bin" / "python3.exe",
        executable.parent / "bin" / "python3",
        Path("/usr/bin/python3"),
    ]
    return list(dict.fromkeys(str(place) for place in places if place.is_file()))


def missing_modules(python: str, modules: tuple[str, ...] = MODULES) -> tuple[str, ...] | None:
    """Modules that an interpreter lacks; None if it does not run. One that lacks none is asked once in a session."""
    if (python, modules) in _complete:
        return ()
    try:
        found = subprocess.run(  # a list of arguments, no shell  # nosec B603
            [python, "-c", _LOOK, *modules],
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
            check=True,
            env=environment(python),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    missing = tuple(found.stdout.split())
    if not missing:
        _complete.add((python, modules))
    return missing


def environment(python: str) -> dict[str, str]:
    """The environment variables of a process on an interpreter."""
    environment = dict(os.environ)
    # Threads that spin while they wait make torch 2 to 30 times slower beside any other busy process.
    environment["OMP_WAIT_POLICY"] = "PASSIVE"
    environment["PYTHONUNBUFFERED"] = "1"
    if os.path.realpath(python) != os.path.realpath(sys.executable):
        for name in ("PYTHONHOME", "PYTHONPATH"):  # QGIS' own, wrong for another Python
            environment.pop(name, None)
    return environment
