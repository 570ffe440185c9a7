"""What differs between operating systems: folders, options of processes, and which wheels exist."""

from __future__ import annotations

import importlib
import os
import platform as machine_of
import shutil
import signal
import subprocess  # names its constants, and ends a tree of processes on Windows  # nosec B404
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_DATA_FOLDER = "ClusterNet"
_WINDOWS_LONGEST_PATH = 259


@dataclass(frozen=True)
class Platform:
    """The machine that QGIS runs on; a subclass for each operating system.

    Attributes:
        machine: The processor, as `platform.machine()` names it.
        home: The user's home folder.
        variables: Environment variables of QGIS' process.
        prefix: `sys.exec_prefix` in QGIS' process.
        executable: `sys.executable` in QGIS' process. On Windows and macOS it is QGIS itself and must never be started.
    """

    machine: str = field(default_factory=machine_of.machine)
    home: Path = field(default_factory=Path.home)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)
    prefix: Path = field(default_factory=lambda: Path(sys.exec_prefix))
    executable: Path = field(default_factory=lambda: Path(sys.executable or "none"))

    # --- folders and files

    @property
    def data_folder(self) -> Path:
        """Folder for the plugin's data, outside the plugin's folder and outside QGIS' profile."""
        raise NotImplementedError

    def python_in(self, environment: Path) -> Path:
        """The interpreter of a virtual environment."""
        return environment / "bin" / "python"

    def possible_host_pythons(self) -> list[Path]:
        """Paths where QGIS' own Python may be; not all exist."""
        raise NotImplementedError

    def host_pythons(self) -> list[str]:
        """QGIS' own Pythons that exist, without the executable of QGIS itself."""
        running = [self.executable] if self.executable.stem.lower().startswith("python") else []
        return list(dict.fromkeys(str(path) for path in [*running, *self.possible_host_pythons()] if path.is_file()))

    @property
    def longest_path(self) -> int | None:
        """The most characters that a path may have; None if the limit is too high to matter."""
        return None

    # --- wheels

    @property
    def has_wheels(self) -> bool:
        """Whether PyTorch and FAISS have packages for this machine."""
        return True

    @property
    def accelerators(self) -> tuple[str, ...]:
        """Devices to choose from: "cpu" first, whose packages include MPS on Apple silicon."""
        return ("cpu",)

    # --- processes

    def process_variables(self, python: str) -> dict[str, str]:
        """The environment variables for a process on an interpreter."""
        variables = dict(self.variables)
        # Threads that wait actively make torch 2 to 30 times slower when another process is busy.
        variables["OMP_WAIT_POLICY"] = "PASSIVE"
        # The matrix products of numpy are small here, and threads make them slower: a stroke took three times as long.
        # torch, FAISS and ONNX Runtime have threads of their own.
        variables["OPENBLAS_NUM_THREADS"] = "1"
        variables["PYTHONUNBUFFERED"] = "1"
        # From Python 3.11 on, modules in the current folder do not hide others.
        variables["PYTHONSAFEPATH"] = "1"
        variables.pop("PYTHONPATH", None)  # see module_folders
        if not self._is_host_python(python):
            variables.pop("PYTHONHOME", None)  # it is for QGIS' Python only
        return variables

    def module_folders(self, python: str) -> list[str]:
        """The folders of PYTHONPATH for QGIS' Python, none for another; those that hang on the current folder are not.

        A process gets them as an argument: from the variable, Python would run what is called `sitecustomize` there,
        and take its own library's modules from there.
        """
        folders = self.variables.get("PYTHONPATH", "").split(os.pathsep) if self._is_host_python(python) else []
        return [folder for folder in folders if Path(folder).is_absolute()]

    def isolation(self, python: str) -> list[str]:
        """Options with which an interpreter runs nothing of the current folder, PYTHONPATH and the user's packages.

        QGIS' Python may need PYTHONHOME to find its library, which complete isolation hides; it is then to be started
        in a folder without modules.
        """
        return ["-s"] if self._is_host_python(python) and "PYTHONHOME" in self.variables else ["-I"]

    def _is_host_python(self, python: str) -> bool:
        return os.path.realpath(python) == os.path.realpath(self.executable)

    def program(self, name: str) -> str | None:
        """Absolute path of a program in a folder of PATH; None if there is none.

        The current folder does not count: Windows looks there first, and relative folders of PATH lead there.
        """
        for folder in map(Path, self.variables.get("PATH", "").split(os.pathsep)):
            path = folder / self.program_name(name)
            if folder.is_absolute() and folder.resolve() != Path.cwd().resolve() and os.access(path, os.X_OK):
                return str(path) if path.is_file() else None
        return None

    def program_name(self, name: str) -> str:
        """The name of a program's file."""
        return name

    def process_options(self) -> dict[str, Any]:
        """Arguments for `subprocess.Popen` with which `end` also ends all processes that the process starts."""
        return {"start_new_session": True}

    def end(self, process: subprocess.Popen[str]) -> None:
        """Kills a process that was started with `process_options`, and all processes that it started."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:  # all have ended already
            return


class Linux(Platform):
    """Linux and similar systems; QGIS uses the Python of the system."""

    @property
    def data_folder(self) -> Path:
        """As the XDG Base Directory Specification says."""
        chosen = self.variables.get("XDG_DATA_HOME", "")
        return (Path(chosen) if chosen else self.home / ".local" / "share") / _DATA_FOLDER

    def possible_host_pythons(self) -> list[Path]:
        """The environment that QGIS was started in, then the system's Python."""
        return [self.prefix / "bin" / "python3", Path("/usr/bin/python3")]

    @property
    def has_wheels(self) -> bool:
        """PyTorch has wheels for two processors."""
        return self.machine in ("x86_64", "aarch64")

    @property
    def accelerators(self) -> tuple[str, ...]:
        """CPU, and GPUs of NVIDIA."""
        return ("cpu", "cuda")


class Windows(Platform):
    """Windows, with QGIS from OSGeo4W or the standalone installer."""

    @property
    def data_folder(self) -> Path:
        """The local folder, not the roaming one: gigabytes must not be copied from machine to machine."""
        chosen = self.variables.get("LOCALAPPDATA", "")
        return (Path(chosen) if chosen else self.home / "AppData" / "Local") / _DATA_FOLDER

    def python_in(self, environment: Path) -> Path:
        """On Windows it is in the folder Scripts."""
        return environment / "Scripts" / "python.exe"

    def possible_host_pythons(self) -> list[Path]:
        """Beside QGIS' libraries (apps/Python3x), or in the folder bin of OSGeo4W."""
        osgeo4w = self.prefix.parent.parent / "bin"
        return [
            self.prefix / "python.exe",
            self.prefix / "pythonw.exe",
            osgeo4w / "python3.exe",
            osgeo4w / "python.exe",
        ]

    @property
    def longest_path(self) -> int | None:
        """259 unless long paths are allowed in the registry."""
        return None if self._allows_long_paths() else _WINDOWS_LONGEST_PATH

    def _allows_long_paths(self) -> bool:
        try:
            registry: Any = importlib.import_module("winreg")
            key_path = r"SYSTEM\CurrentControlSet\Control\FileSystem"
            with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, key_path) as key:
                return bool(registry.QueryValueEx(key, "LongPathsEnabled")[0])
        except (ImportError, OSError):
            return False

    @property
    def has_wheels(self) -> bool:
        """PyTorch has wheels for 64 bits, FAISS for processors of Intel and AMD."""
        return self.machine.upper() in ("AMD64", "X86_64")

    def process_variables(self, python: str) -> dict[str, str]:
        """With a variable that lets GDAL's bindings find QGIS' libraries through PATH."""
        return {**super().process_variables(python), "USE_PATH_FOR_GDAL_PYTHON": "YES"}

    def process_options(self) -> dict[str, Any]:
        """Opens no console window."""
        return {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}

    def program_name(self, name: str) -> str:
        """With the suffix of programs."""
        return f"{name}.exe"

    def end(self, process: subprocess.Popen[str]) -> None:
        """Ends the tree of processes: Windows has no process groups."""
        system = self.variables.get("SYSTEMROOT", r"C:\Windows")  # a name alone is looked for in the current folder
        command = [rf"{system}\System32\taskkill.exe", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False, **self.process_options())  # nosec


class MacOS(Platform):
    """macOS, with QGIS as an application bundle."""

    @property
    def data_folder(self) -> Path:
        """The folder Application Support of the user."""
        return self.home / "Library" / "Application Support" / _DATA_FOLDER

    def possible_host_pythons(self) -> list[Path]:
        """Inside QGIS.app, where `sys.executable` is QGIS."""
        bundle = self.executable.parent
        return [bundle / "bin" / "python3", bundle / "python3", bundle / "python", self.prefix / "bin" / "python3"]

    @property
    def has_wheels(self) -> bool:
        """PyTorch has no packages for Intel Macs any more; a QGIS for Intel on Apple silicon reports Intel too."""
        return self.machine == "arm64"

    def _is_host_python(self, python: str) -> bool:
        """The Python of the bundle needs PYTHONHOME to find its library."""
        return python in self.host_pythons()


def current() -> Platform:
    """The platform of this process."""
    return {"win32": Windows, "darwin": MacOS}.get(sys.platform, Linux)()


def free_mb(folder: Path) -> int | None:
    """Free disk space where a folder is or will be, in MB; None if nobody can tell."""
    place = next((path for path in (folder, *folder.parents) if path.exists()), None)
    if place is None:
        return None
    with suppress(OSError):
        return shutil.disk_usage(place).free // 10**6
    return None
