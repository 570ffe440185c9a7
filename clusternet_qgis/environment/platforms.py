"""What differs between operating systems: where things lie, what a process needs, what there are wheels for."""

from __future__ import annotations

import importlib
import os
import platform as machine_of
import signal
import subprocess  # names its constants, and ends a tree of processes on Windows  # nosec B404
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_OWN_FOLDER = "ClusterNet"
_WINDOWS_LONGEST_PATH = 259


@dataclass(frozen=True)
class Platform:
    """The machine that QGIS runs on; a subclass for each operating system.

    Attributes:
        machine: Processor as `platform.machine()` names it.
        home: The user's folder.
        variables: Environment variables of QGIS' process.
        prefix: `sys.exec_prefix` in QGIS' process.
        executable: `sys.executable` there; on Windows and macOS that is QGIS itself, which must never be started.
    """

    machine: str = field(default_factory=machine_of.machine)
    home: Path = field(default_factory=Path.home)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    prefix: Path = field(default_factory=lambda: Path(sys.exec_prefix))
    executable: Path = field(default_factory=lambda: Path(sys.executable or "none"))

    # --- places

    @property
    def data_folder(self) -> Path:
        """The plugin's own data, outside the plugin's folder and outside QGIS' profile."""
        raise NotImplementedError

    def python_in(self, environment: Path) -> Path:
        """The interpreter of a virtual environment."""
        return environment / "bin" / "python"

    def host_places(self) -> list[Path]:
        """Where QGIS' own Python may be, whether there or not."""
        raise NotImplementedError

    def host_pythons(self) -> list[str]:
        """QGIS' own Pythons that are there; QGIS itself is none."""
        own = [self.executable] if self.executable.stem.lower().startswith("python") else []
        return list(dict.fromkeys(str(place) for place in [*own, *self.host_places()] if place.is_file()))

    @property
    def longest_path(self) -> int | None:
        """Characters that a path may have; None for no limit that matters."""
        return None

    # --- wheels

    @property
    def has_wheels(self) -> bool:
        """Whether PyTorch and FAISS have packages for this machine."""
        return True

    @property
    def accelerators(self) -> tuple[str, ...]:
        """What can be chosen to compute on: "cpu" first, which on Apple silicon holds MPS as well."""
        return ("cpu",)

    # --- processes

    def process_variables(self, python: str) -> dict[str, str]:
        """The environment variables of a process on an interpreter."""
        variables = dict(self.variables)
        # Threads that spin while they wait make torch 2 to 30 times slower beside any other busy process.
        variables["OMP_WAIT_POLICY"] = "PASSIVE"
        # numpy's products here are small, and threads for them cost more than they bring: a stroke took three times as
        # long. torch, FAISS and ONNX Runtime have threads of their own.
        variables["OPENBLAS_NUM_THREADS"] = "1"
        variables["PYTHONUNBUFFERED"] = "1"
        if not self._is_host_python(python):
            for name in ("PYTHONHOME", "PYTHONPATH"):  # QGIS' own, wrong for another Python
                variables.pop(name, None)
        return variables

    def _is_host_python(self, python: str) -> bool:
        return os.path.realpath(python) == os.path.realpath(self.executable)

    def process_options(self) -> dict[str, Any]:
        """Arguments of `subprocess.Popen` under which `end` reaches all that a process starts."""
        return {"start_new_session": True}

    def end(self, process: subprocess.Popen[str]) -> None:
        """Kills a process that was started with `process_options`, and all that it has started."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:  # all gone already
            return


class Linux(Platform):
    """Linux and what resembles it; QGIS' Python is the system's."""

    @property
    def data_folder(self) -> Path:
        """By the XDG base directories."""
        chosen = self.variables.get("XDG_DATA_HOME", "")
        return (Path(chosen) if chosen else self.home / ".local" / "share") / _OWN_FOLDER

    def host_places(self) -> list[Path]:
        """The environment that QGIS was started in, then the system's."""
        return [self.prefix / "bin" / "python3", Path("/usr/bin/python3")]

    @property
    def has_wheels(self) -> bool:
        """PyTorch has them for two processors."""
        return self.machine in ("x86_64", "aarch64")

    @property
    def accelerators(self) -> tuple[str, ...]:
        """Cards of NVIDIA."""
        return ("cpu", "cuda")


class Windows(Platform):
    """Windows, with QGIS from OSGeo4W or the standalone installer."""

    @property
    def data_folder(self) -> Path:
        """Local, not roaming: a gigabyte must not follow the user from machine to machine; and near the root."""
        chosen = self.variables.get("LOCALAPPDATA", "")
        return (Path(chosen) if chosen else self.home / "AppData" / "Local") / _OWN_FOLDER

    def python_in(self, environment: Path) -> Path:
        """Windows has a folder of its own for programs."""
        return environment / "Scripts" / "python.exe"

    def host_places(self) -> list[Path]:
        """Beside QGIS' libraries (apps/Python3x), or in OSGeo4W's folder of programs."""
        osgeo4w = self.prefix.parent.parent / "bin"
        return [
            self.prefix / "python.exe",
            self.prefix / "pythonw.exe",
            osgeo4w / "python3.exe",
            osgeo4w / "python.exe",
        ]

    @property
    def longest_path(self) -> int | None:
        """259 unless Windows has been told to allow more."""
        return None if self._allows_long_paths() else _WINDOWS_LONGEST_PATH

    def _allows_long_paths(self) -> bool:
        try:
            registry: Any = importlib.import_module("winreg")
            place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
            with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, place) as key:
                return bool(registry.QueryValueEx(key, "LongPathsEnabled")[0])
        except (ImportError, OSError):
            return False

    @property
    def has_wheels(self) -> bool:
        """PyTorch's are for 64 bits; FAISS' for Intel's and AMD's processors."""
        return self.machine.upper() in ("AMD64", "X86_64")

    def process_variables(self, python: str) -> dict[str, str]:
        """GDAL's bindings find QGIS' libraries through PATH."""
        return {**super().process_variables(python), "USE_PATH_FOR_GDAL_PYTHON": "YES"}

    def process_options(self) -> dict[str, Any]:
        """No window flashes up."""
        return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}

    def end(self, process: subprocess.Popen[str]) -> None:
        """Windows has no groups of processes, but a tree of them."""
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False, **self.process_options())  # nosec


class MacOS(Platform):
    """macOS, with QGIS as an application bundle."""

    @property
    def data_folder(self) -> Path:
        """Where applications keep what is theirs."""
        return self.home / "Library" / "Application Support" / _OWN_FOLDER

    def host_places(self) -> list[Path]:
        """Inside QGIS.app, whose executable is QGIS."""
        bundle = self.executable.parent
        return [bundle / "bin" / "python3", bundle / "python3", bundle / "python", self.prefix / "bin" / "python3"]

    @property
    def has_wheels(self) -> bool:
        """PyTorch has ended its packages for Intel Macs; a QGIS for Intel runs on Apple silicon too, as if on one."""
        return self.machine == "arm64"

    def _is_host_python(self, python: str) -> bool:
        """The bundle's Python finds its own library by PYTHONHOME."""
        return python in self.host_pythons()


def current() -> Platform:
    """The platform of this process."""
    return {"win32": Windows, "darwin": MacOS}.get(sys.platform, Linux)()
