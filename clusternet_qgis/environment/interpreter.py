"""Finds a Python that has torch and FAISS, without importing them."""

from __future__ import annotations

import json
import re
import subprocess  # asks an interpreter what it has, without a shell  # nosec B404
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.errors import DependencyError
from . import platforms
from .own import own_environment

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
MODULES = ("numpy", "osgeo", "scipy", "torch", "faiss")
# Enough to map with an exported model.
MAPPING_MODULES = ("numpy", "osgeo", "onnx", "onnxruntime")
OLDEST_PYTHON = (3, 9)

# Names under which each module is distributed, and the oldest version that will do.
_DISTRIBUTIONS: dict[str, tuple[str, ...]] = {
    "numpy": ("numpy",),
    "osgeo": ("GDAL",),
    "scipy": ("scipy",),
    "torch": ("torch",),
    "faiss": ("faiss-cpu", "faiss-gpu", "faiss"),
    "onnx": ("onnx",),
    "onnxruntime": ("onnxruntime", "onnxruntime-gpu"),
}
_OLDEST = {"numpy": "1.24", "scipy": "1.10", "torch": "2.6", "faiss": "1.11", "onnx": "1.17", "onnxruntime": "1.19"}
_ASK = """
import sys; sys.path[:] = [p for p in sys.path if p]
import importlib.util, json
def version(names):
    try:
        from importlib import metadata
    except ImportError:
        return ""
    for name in names:
        try:
            return metadata.version(name) or ""
        except metadata.PackageNotFoundError:
            pass
    return ""
asked = json.loads(sys.argv[1])
found = {name: version(names) for name, names in asked.items() if importlib.util.find_spec(name) is not None}
print(json.dumps({"version": list(sys.version_info[:2]), "found": found, "places": sys.path}))
"""
_SECONDS_TO_ANSWER = 20

# Answers of interpreters, as JSON by their path. The plugin keeps them in QGIS' settings.
_remembered: MutableMapping[str, str] = {}


@dataclass(frozen=True)
class Answer:
    """What an interpreter has.

    Attributes:
        version: Of Python.
        found: Version by module; "" where the module does not tell.
        stamp: When each place that modules come from was changed last, in nanoseconds.
    """

    version: tuple[int, ...]
    found: dict[str, str]
    stamp: dict[str, int]

    def lacking(self, modules: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the modules are not there, or too old."""
        if self.version < OLDEST_PYTHON:
            return (f"Python {_dotted(OLDEST_PYTHON)} or newer (it is {_dotted(self.version)})",)
        return tuple(filter(None, (self._complaint(module) for module in modules)))

    def _complaint(self, module: str) -> str:
        if module not in self.found:
            return module
        has, oldest = self.found[module], _OLDEST.get(module, "")
        if has and oldest and _numbers(has) < _numbers(oldest):
            return f"{module} {oldest} or newer (it has {has})"
        return ""

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was installed or removed since."""
        return all(_changed_at(place) == changed for place, changed in self.stamp.items())


def remember_in(store: MutableMapping[str, str]) -> None:
    """From now on, answers of interpreters that have all are kept there."""
    global _remembered
    _remembered = store


def find(chosen: str = "", modules: tuple[str, ...] = MODULES) -> str:
    """The interpreter to use: the user's choice, or the first that has all modules of the plugin's own and QGIS' own.

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
        raise DependencyError(
            f"There is no working Python at {wanted}; install one with Plugins > ClusterNet > Python environment, or "
            "name one in the setting clusternet/python."
        )
    python, missing = next(iter(lacking.items()))
    raise DependencyError(
        f"The Python at {python} lacks {', '.join(missing)}. Plugins > ClusterNet > Python environment installs them; "
        f'or run: "{python}" -m pip install -r "{REQUIREMENTS}"; or name another in the setting clusternet/python.'
    )


def candidates() -> list[str]:
    """The plugin's own environment if it is whole, then QGIS' own Pythons."""
    own = own_environment()
    return [*([own.python] if own.is_whole else []), *own.platform.host_pythons()]


def missing_modules(python: str, modules: tuple[str, ...] = MODULES) -> tuple[str, ...] | None:
    """Modules that an interpreter lacks or has too old; None if it does not run."""
    known = _recalled(python)
    if known is not None and not known.lacking(modules):
        return ()
    answer = ask(python)
    if answer is None:
        return None
    missing = answer.lacking(modules)
    if not missing:
        kept = {"version": answer.version, "found": answer.found, "stamp": answer.stamp}
        _remembered[python] = json.dumps(kept)
    return missing


def ask(python: str) -> Answer | None:
    """Runs an interpreter to hear what it has; None if it does not run."""
    try:
        heard = subprocess.run(  # a list of arguments, no shell  # nosec B603
            [python, "-c", _ASK, json.dumps(_DISTRIBUTIONS)],
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
            check=True,
            env=environment(python),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        said = json.loads(heard.stdout)
        places = [python, *said["places"]]
        stamp = {place: changed for place in places if (changed := _changed_at(place))}
        return _answer({**said, "stamp": stamp})
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError):
        return None


def _recalled(python: str) -> Answer | None:
    """What is remembered of an interpreter that has not changed since."""
    try:
        answer = _answer(json.loads(_remembered[python]))
    except (KeyError, ValueError, TypeError):
        return None
    return answer if answer.stamp and answer.is_fresh else None


def _answer(said: dict[str, Any]) -> Answer:
    return Answer(tuple(said["version"]), dict(said["found"]), dict(said["stamp"]))


def _changed_at(place: str) -> int:
    """Nanoseconds; 0 where there is nothing."""
    try:
        return Path(place).stat().st_mtime_ns
    except OSError:
        return 0


def _numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version: 2.13.0+cpu is (2, 13, 0)."""
    return tuple(int(part) for part in re.findall(r"\d+", re.match(r"[\d.]*", version)[0]))  # type: ignore[index]


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def environment(python: str) -> dict[str, str]:
    """The environment variables of a process on an interpreter."""
    return platforms.current().process_variables(python)
