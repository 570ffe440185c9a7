"""Builds and removes the environment that the plugin manages: with uv if it is installed, else with venv and pip."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import sys
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..core.errors import ClusterNetError
from ..core.progress import Progress
from . import failures, interpreter
from .commands import CommandError, Commands
from .failures import Failure
from .managed_environment import ManagedEnvironment
from .platforms import MacOS
from .requirements import Packages, packages_for

IMPORTS = (*interpreter.MODULES, "onnx", "onnxruntime", "matplotlib", "jinja2")
_LONGEST_INSIDE = 190  # characters of the longest path inside an environment: a licence text of torch
# Prefixes of folders beside the environment: what is being deleted, the previous environment while a new one is built,
# and downloads. What a crash has left of them is deleted by the next installation.
_DISCARDED, _PREVIOUS, _TEMPORARY = ".discarded-", ".former-", ".temporary-"
_MB = 1_000_000
_VERIFY = (
    "import importlib, sys\n"
    "for name in sys.argv[1:]:\n"
    "    module = importlib.import_module(name); print(name, getattr(module, '__version__', ''))\n"
)


class InstallationError(ClusterNetError):
    """An installation failed.

    Attributes:
        failure: The kind of failure; its texts may have placeholders in braces.
        values: Values for the placeholders.
    """

    def __init__(self, failure: Failure, **values: object) -> None:
        super().__init__(f"{failure.cause} {failure.remedy}".format(**values))
        self.failure, self.values = failure, values


@dataclass(frozen=True)
class Network:
    """How to reach the network.

    Attributes:
        proxy: Address of a proxy, with name and password if it needs them; "" for the system's settings.
        certificates: File of certificates in PEM format to trust; "" for the usual ones.
    """

    proxy: str = ""
    certificates: str = ""

    @property
    def variables(self) -> dict[str, str]:
        """Environment variables for pip and uv. So a password is in no command line and in no log."""
        proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), self.proxy)
        files = dict.fromkeys(("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"), self.certificates)
        return {name: value for name, value in {**proxies, **files}.items() if value}


@dataclass(frozen=True)
class Plan:
    """What to build.

    Attributes:
        environment: The environment to build.
        base: QGIS' Python, whose GDAL is used.
        accelerator: "cpu" or "cuda".
        wheels: Folder of packages to install from without a network; "" to download them.
        network: How to reach the network.
        packages: What to install; None for what the accelerator and this process' Python need.
        imports: Modules that must be importable afterwards.
    """

    environment: ManagedEnvironment
    base: str
    accelerator: str = "cpu"
    wheels: str = ""
    network: Network = field(default_factory=Network)
    packages: Packages | None = None
    imports: tuple[str, ...] = IMPORTS

    @property
    def needed(self) -> Packages:
        """What to install."""
        version = (sys.version_info.major, sys.version_info.minor)
        return self.packages or packages_for(self.accelerator, self.environment.platform, version)


def check(plan: Plan) -> None:
    """Checks whether the installation can work, before anything is written or downloaded.

    Raises:
        InstallationError: It cannot work.
    """
    environment = plan.environment
    if not environment.platform.has_wheels:
        intel_mac = isinstance(environment.platform, MacOS)
        failure = failures.INTEL_MAC if intel_mac else failures.NO_MACHINE
        raise InstallationError(failure, machine=environment.platform.machine)
    if not plan.base:
        raise InstallationError(failures.NO_PYTHON)
    if plan.wheels and not any(Path(plan.wheels).glob("*.whl")):
        raise InstallationError(failures.NO_PACKAGES, folder=plan.wheels)
    longest = environment.platform.longest_path
    if longest is not None and len(str(environment.folder)) + _LONGEST_INSIDE > longest:
        raise InstallationError(failures.TOO_DEEP, folder=environment.folder, longest=longest)
    needed, free = plan.needed.disk_mb + plan.needed.download_mb, free_mb(environment.folder)
    if free < needed:
        raise InstallationError(failures.TOO_LITTLE_SPACE, needed=needed, folder=environment.folder, free=free)


def install(plan: Plan, progress: Progress, log: Callable[[str], None]) -> None:
    """Builds the environment. If one exists, it is replaced, and put back if this fails.

    Args:
        plan: What to build.
        progress: Reports, cancels, and gets every line that the programs print.
        log: Called with every command, line of output and error, for a log that helps to find a fault.

    Raises:
        InstallationError: Cause and remedy.
        Cancelled: The user stopped it; the previous environment is in place again.
    """
    check(plan)
    environment = plan.environment
    try:
        environment.folder.parent.mkdir(parents=True, exist_ok=True)
        _delete_leftovers(environment)
        with _previous_restored_on_failure(environment), _temporary_folder(environment) as temporary:
            _build(plan, temporary, progress, log)
    except CommandError as error:
        log(f"ended with code {error.code}")
        raise InstallationError(failures.explain(error.output, error.code, environment.platform)) from error
    except OSError as error:
        log(str(error))
        raise InstallationError(failures.explain(str(error), 1, environment.platform)) from error
    finally:
        _delete_leftovers(environment)
    progress.update(1.0)


def remove(environment: ManagedEnvironment) -> None:
    """Removes an environment, and the folder around it if that is empty then.

    Raises:
        InstallationError: It is in use, or the user has no right to remove it.
    """
    try:
        if environment.exists:
            environment.folder.rename(_beside(environment, _DISCARDED))
    except OSError as error:
        raise InstallationError(failures.explain(str(error), 1, environment.platform)) from error
    _delete_leftovers(environment)


def free_mb(folder: Path) -> int:
    """Megabytes that are free on the disk where a folder is or will be."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free // _MB


def is_current(plan: Plan) -> bool:
    """Whether an environment is complete and has the packages that this version of the plugin installs."""
    return plan.environment.is_complete and plan.environment.record.get("packages") == _fingerprint(plan.needed)


# --- steps


def _build(plan: Plan, temporary: Path, progress: Progress, log: Callable[[str], None]) -> None:
    environment, uv = plan.environment, plan.environment.platform.program("uv")
    base = [plan.base, *environment.platform.isolation(plan.base)]
    create = [uv, "venv", "--python", plan.base] if uv else [*base, "-m", "venv", "--without-pip"]
    folder = temporary / "work"
    folder.mkdir()
    on_base = Commands(environment.platform, folder, _variables(plan, plan.base, temporary), log)
    on_base.run([*create, "--system-site-packages", str(environment.folder)], progress)
    commands = Commands(environment.platform, folder, _variables(plan, environment.python, temporary), log)
    if not uv:
        _ensure_pip(environment, commands, progress)
    progress.update(0.05)
    _install_packages(plan, uv, temporary / "pip.log", commands, progress.part(0.05, 0.9))
    _add_path_of_gdal(environment)
    progress.update(0.9)
    commands.run([environment.python, "-I", "-c", _VERIFY, *plan.imports], progress)
    record = {"packages": _fingerprint(plan.needed), "accelerator": plan.accelerator, "base": plan.base}
    environment.marker.write_text(json.dumps(record), encoding="utf-8")


def _ensure_pip(environment: ManagedEnvironment, commands: Commands, progress: Progress) -> None:
    """Uses the pip of QGIS' Python if it has one: unpacking another takes longer, and Debian's Python cannot do it."""
    try:
        commands.run([environment.python, "-I", "-m", "pip", "--version"], progress)
    except CommandError:
        commands.run([environment.python, "-I", "-m", "ensurepip"], progress)


def _install_packages(plan: Plan, uv: str | None, pip_log: Path, commands: Commands, progress: Progress) -> None:
    packages, environment = plan.needed, plan.environment
    total = packages.download_mb + packages.disk_mb
    free_before, done = free_mb(environment.folder), 0.0

    def report_space_used() -> None:
        nonlocal done
        done = max(done, (free_before - free_mb(environment.folder)) / total)
        progress.update(min(done, 0.99))

    try:
        commands.run(_install_command(plan, uv, pip_log), progress, report_space_used)
    except CommandError as error:
        # Only in its log file does pip say that a server refused.
        pip_text = pip_log.read_text("utf-8", "replace") if pip_log.exists() else ""
        reasons = [line for line in pip_text.splitlines() if "Could not fetch URL" in line]
        for line in reasons:
            commands.log(line)
        raise CommandError("\n".join([error.output, *reasons]), error.code) from error


def _install_command(plan: Plan, uv: str | None, pip_log: Path) -> list[str]:
    packages, environment = plan.needed, plan.environment
    if uv:
        command = [uv, "pip", "install", "--python", environment.python, "--index-strategy", "unsafe-best-match"]
    else:
        command = [environment.python, "-I", "-m", "pip", "install", "--ignore-installed", "--no-input"]
        command += ["--no-cache-dir"]
        command += ["--disable-pip-version-check", "--progress-bar", "off", "--retries", "3", "--log", str(pip_log)]
    # Only wheels: nothing may be compiled on the user's machine.
    command += ["--only-binary", ":all:", "--require-hashes"]
    if plan.wheels:
        command += ["--no-index", "--find-links", plan.wheels]
    elif packages.index:
        command += ["--extra-index-url", packages.index]
    return [*command, *(part for path in packages.files for part in ("-r", str(path)))]


def _variables(plan: Plan, python: str, temporary: Path) -> dict[str, str]:
    """Environment variables of a process on an interpreter; downloads go to the disk whose free space was checked."""
    return {
        **plan.environment.platform.process_variables(python),
        **plan.network.variables,
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "UV_CACHE_DIR"), str(temporary)),
        "UV_PYTHON_DOWNLOADS": "never",
        "PYTHONIOENCODING": "utf-8",
    }


def _add_path_of_gdal(environment: ManagedEnvironment) -> None:
    """Adds the folder of GDAL's bindings to the environment's path where it lacks them.

    On macOS they lie outside the packages of QGIS' Python.
    """
    answer = interpreter.ask(environment.python)
    spec = importlib.util.find_spec("osgeo")
    if answer is None or "osgeo" in answer.versions or spec is None or not spec.submodule_search_locations:
        return
    site_packages = next((Path(path) for path in answer.modified if path.endswith("site-packages")), None)
    if site_packages is not None:
        folder = Path(next(iter(spec.submodule_search_locations))).parent
        (site_packages / "clusternet_gdal.pth").write_text(f"{folder}\n", encoding="utf-8")


def _fingerprint(packages: Packages) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in packages.files)).hexdigest()


# --- what lies beside the environment


@contextmanager
def _previous_restored_on_failure(environment: ManagedEnvironment) -> Iterator[None]:
    """In the block a new environment is built; if that fails, the previous one is put back at once."""
    previous = _beside(environment, _PREVIOUS)
    if environment.exists:
        environment.folder.rename(previous)
    try:
        yield
    except BaseException:
        if environment.exists:
            environment.folder.rename(_beside(environment, _DISCARDED))
        if previous.exists():
            previous.rename(environment.folder)
        raise


@contextmanager
def _temporary_folder(environment: ManagedEnvironment) -> Iterator[Path]:
    """A folder for downloads, on the disk whose free space was checked."""
    folder = _beside(environment, _TEMPORARY)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        folder.rename(_beside(environment, _DISCARDED))


def _beside(environment: ManagedEnvironment, prefix: str) -> Path:
    return environment.folder.with_name(prefix + uuid.uuid4().hex)


def _delete_leftovers(environment: ManagedEnvironment) -> None:
    """Deletes in the background: deleting a gigabyte of small files takes long."""
    root = environment.folder.parent
    leftovers = [path for prefix in (_DISCARDED, _PREVIOUS, _TEMPORARY) for path in root.glob(f"{prefix}*")]

    def delete() -> None:
        for folder in leftovers:
            shutil.rmtree(folder, ignore_errors=True)
        if root == environment.platform.data_folder and root.is_dir() and not any(root.iterdir()):
            root.rmdir()

    threading.Thread(target=delete, name="ClusterNet deleting", daemon=True).start()
