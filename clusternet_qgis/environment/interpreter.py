"""Finds a Python that has torch and FAISS, without importing them."""

from __future__ import annotations

import subprocess  # asks an interpreter what it has, without a shell  # nosec B404
import sys
from functools import lru_cache
from pathlib import Path

from ..core.errors import DependencyError

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
MODULES = ("numpy", "osgeo", "scipy", "torch", "faiss")
_LOOK = "import importlib.util, sys; print(*[m for m in sys.argv[1:] if importlib.util.find_spec(m) is None])"
_SECONDS_TO_ANSWER = 20


def find(chosen: str = "") -> str:
    """The interpreter to use: the user's choice, or the first of QGIS' own places that has all modules.

    Raises:
        DependencyError: None has; the message says what to install where.
    """
    lacking: dict[str, tuple[str, ...]] = {}
    for python in [chosen] if chosen else candidates():
        missing = missing_modules(python)
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


@lru_cache(maxsize=32)
def missing_modules(python: str) -> tuple[str, ...] | None:
    """Modules that an interpreter lacks; None if it does not run."""
    try:
        found = subprocess.run(  # a list of arguments, no shell  # nosec B603
            [python, "-c", _LOOK, *MODULES],
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return tuple(found.stdout.split())
