"""Finds a Python that has torch and FAISS, without importing them into this process."""

from __future__ import annotations

import errno
import json
import re
import subprocess  # asks an interpreter what it has, without a shell  # nosec B404
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.errors import DependencyError
from . import platforms
from .managed_environment import managed_environment

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
MODULES = ("numpy", "osgeo", "scipy", "torch", "faiss")
# These are enough to map with an exported model.
MAPPING_MODULES = ("numpy", "osgeo", "onnx", "onnxruntime")
OLDEST_PYTHON = (3, 9)

# The names under which each module is distributed, and the oldest version that works.
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
# A process of ours starts here: nothing in the current folder of QGIS is taken for a module, or for Python's settings.
OWN_FOLDER = Path(__file__).resolve().parent
# The folders of PYTHONPATH come after Python's own library and before packages; see Platform.module_folders.
_START = """
import sys
path = [folder for folder in sys.path if folder]
import json
first = next((index for index, folder in enumerate(path) if folder.endswith("-packages")), len(path))
sys.path[:] = [*path[:first], *json.loads(sys.argv.pop(1)), *path[first:]]
"""
_ASK = """
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
print(json.dumps({"version": list(sys.version_info[:2]), "found": found, "folders": sys.path}))
"""
_SECONDS_TO_ANSWER = 20


@dataclass(frozen=True)
class Answer:
    """What an interpreter has.

    Attributes:
        version: Version of Python.
        versions: Version of each module that it has; "" where the module does not tell.
        modified: When each folder that modules come from was last modified, in nanoseconds.
    """

    version: tuple[int, ...]
    versions: dict[str, str]
    modified: dict[str, int]

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Answer:
        """Reads what `as_json` has written.

        Raises:
            KeyError, TypeError, ValueError: It is something else.
        """
        return cls(tuple(values["version"]), dict(values["found"]), dict(values["stamp"]))

    def as_json(self) -> str:
        """Text for the settings; its keys are those of the first release."""
        return json.dumps({"version": self.version, "found": self.versions, "stamp": self.modified})

    def missing(self, modules: tuple[str, ...]) -> tuple[str, ...]:
        """The modules that are missing or too old, each with what is needed."""
        if self.version < OLDEST_PYTHON:
            return (f"Python {_dotted(OLDEST_PYTHON)} or newer (it is {_dotted(self.version)})",)
        return tuple(filter(None, (self._problem(module) for module in modules)))

    def _problem(self, module: str) -> str:
        if module not in self.versions:
            return module
        has, oldest = self.versions[module], _OLDEST.get(module, "")
        if has and oldest and _numbers(has) < _numbers(oldest):
            return f"{module} {oldest} or newer (it has {has})"
        return ""

    @property
    def is_current(self) -> bool:
        """Whether nothing was installed or removed since."""
        return all(_modified_at(path) == modified for path, modified in self.modified.items())


class PythonFinder:
    """Finds the Python that runs the worker.

    Args:
        answers: Answers of interpreters as JSON, by their path. They are read and added to, so that an interpreter
            that did not change is asked only once; the plugin keeps them in QGIS' settings.
        environment_root: Folder of the plugin's environments; "" for the plugin's own data folder.
    """

    def __init__(self, answers: MutableMapping[str, str], environment_root: str = "") -> None:
        self._answers = answers
        self._environment_root = environment_root

    def find(self, chosen: str = "", modules: tuple[str, ...] = MODULES) -> str:
        """The interpreter that the user has chosen, or else the first candidate that has all modules.

        Args:
            chosen: Its absolute path, or its name in a folder of PATH; "" to look for one.
            modules: What it must have.

        Raises:
            DependencyError: No interpreter has all modules; the message says what to install and where.
        """
        chosen = platforms.current().program(chosen) or chosen
        lacking: dict[str, tuple[str, ...]] = {}
        for python in [chosen] if chosen else self.candidates():
            missing = self.missing_modules(python, modules)
            if missing == ():
                return python
            if missing is not None:
                lacking[python] = missing
        if not lacking:
            wanted = chosen or "any of QGIS' own places"
            raise DependencyError(
                f"There is no working Python at {wanted}; install one with Plugins > ClusterNet > Python environment, "
                "or name one in the setting clusternet/python."
            )
        python, missing = next(iter(lacking.items()))
        raise DependencyError(
            f"The Python at {python} lacks {', '.join(missing)}. Plugins > ClusterNet > Python environment installs "
            f'them; or run: "{python}" -m pip install -r "{REQUIREMENTS}"; or name another in the setting '
            "clusternet/python."
        )

    def candidates(self) -> list[str]:
        """The environment that the plugin manages, if it is complete, and then QGIS' own Pythons."""
        environment = managed_environment(self._environment_root)
        return [*([environment.python] if environment.is_complete else []), *environment.platform.host_pythons()]

    def missing_modules(self, python: str, modules: tuple[str, ...] = MODULES) -> tuple[str, ...] | None:
        """Modules that are missing in an interpreter or too old; None if the interpreter does not run."""
        kept = self._kept_answer(python)
        if kept is not None and not kept.missing(modules):
            return ()
        answer = ask(python)
        if answer is None:
            return None
        missing = answer.missing(modules)
        if not missing:
            self._answers[python] = answer.as_json()
        return missing

    def _kept_answer(self, python: str) -> Answer | None:
        """The kept answer of an interpreter that has not changed since."""
        try:
            answer = Answer.from_dict(json.loads(self._answers[python]))
        except (KeyError, ValueError, TypeError):
            return None
        return answer if answer.modified and answer.is_current else None


def command(python: str, program: str, *arguments: str) -> list[str]:
    """Runs the text of a program on an interpreter, started in `OWN_FOLDER` with `process_variables`.

    Args:
        python: Absolute path of the interpreter. What lies under that name in the current folder would be another one.
        program: The text.
        arguments: What it finds in `sys.argv` from 1 on.

    Raises:
        FileNotFoundError: The path is not absolute.
    """
    if not Path(python).is_absolute():
        raise FileNotFoundError(errno.ENOENT, "it is no absolute path", python)
    return [python, "-c", _START + program, json.dumps(platforms.current().module_folders(python)), *arguments]


def ask(python: str) -> Answer | None:
    """Runs an interpreter to learn which modules it has; None if it does not run."""
    try:
        completed = subprocess.run(  # a list of arguments, no shell  # nosec B603
            command(python, _ASK, json.dumps(_DISTRIBUTIONS)),
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
            check=True,
            env=process_variables(python),
            cwd=OWN_FOLDER,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        report = json.loads(completed.stdout)
        paths = [python, *report["folders"]]
        modified = {path: time for path in paths if (time := _modified_at(path))}
        return Answer(tuple(report["version"]), dict(report["found"]), modified)
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError):
        return None


def process_variables(python: str) -> dict[str, str]:
    """The environment variables for a process on an interpreter."""
    return platforms.current().process_variables(python)


def _modified_at(path: str) -> int:
    """Time of the last modification in nanoseconds; 0 if nothing is there."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0


def _numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version: 2.13.0+cpu is (2, 13, 0)."""
    return tuple(int(part) for part in re.findall(r"\d+", re.match(r"[\d.]*", version)[0]))  # type: ignore[index]


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
