"""Builds and removes the plugin's own environment: with uv where it is found, else with venv and pip."""

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
from .own import OwnEnvironment
from .platforms import MacOS
from .requirements import Packages, packages_for

IMPORTS = (*interpreter.MODULES, "onnx", "onnxruntime", "matplotlib", "jinja2")
_LONGEST_INSIDE = 190  # characters of the longest path in an environment, a licence text in torch's
# Beside the environment, by the beginning of their names: what is being deleted, what comes back if a build fails, and
# downloads. Whatever a crash has left of them goes with the next build.
_DISCARDED, _FORMER, _TEMPORARY = ".discarded-", ".former-", ".temporary-"
_MB = 1_000_000
_VERIFY = (
    "import importlib, sys; sys.path[:] = [p for p in sys.path if p]\n"
    "for name in sys.argv[1:]:\n"
    "    module = importlib.import_module(name); print(name, getattr(module, '__version__', ''))\n"
)


class InstallationError(ClusterNetError):
    """An installation has failed.

    Attributes:
        failure: What kind; its texts may hold names in braces.
        values: Values for those.
    """

    def __init__(self, failure: Failure, **values: object) -> None:
        super().__init__(f"{failure.cause} {failure.remedy}".format(**values))
        self.failure, self.values = failure, values


@dataclass(frozen=True)
class Network:
    """How to get out.

    Attributes:
        proxy: Address of a proxy, with name and password if it asks for them; "" for what the system says.
        certificates: File of certificates in PEM to trust; "" for the usual ones.
    """

    proxy: str = ""
    certificates: str = ""

    @property
    def variables(self) -> dict[str, str]:
        """For pip and uv; a password is seen by no other process' list of processes, and stands in no log."""
        proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), self.proxy)
        files = dict.fromkeys(("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"), self.certificates)
        return {name: value for name, value in {**proxies, **files}.items() if value}


@dataclass(frozen=True)
class Plan:
    """What to build.

    Attributes:
        own: Where.
        base: QGIS' Python, whose GDAL is used.
        accelerator: "cpu" or "cuda".
        wheels: Folder of packages to install from without a network; "" for the network.
        network: How to get out.
        packages: What to install.
        imports: What must be importable then.
    """

    own: OwnEnvironment
    base: str
    accelerator: str = "cpu"
    wheels: str = ""
    network: Network = field(default_factory=Network)
    packages: Packages | None = None
    imports: tuple[str, ...] = IMPORTS

    @property
    def needed(self) -> Packages:
        """What to install, for this process' Python if not told otherwise."""
        version = (sys.version_info.major, sys.version_info.minor)
        return self.packages or packages_for(self.accelerator, self.own.platform, version)


def check(plan: Plan) -> None:
    """Looks whether it can work, before anything is written or downloaded.

    Raises:
        InstallationError: It cannot.
    """
    own = plan.own
    if not own.platform.has_wheels:
        intel_mac = isinstance(own.platform, MacOS)
        failure = failures.INTEL_MAC if intel_mac else failures.NO_MACHINE
        raise InstallationError(failure, machine=own.platform.machine)
    if not plan.base:
        raise InstallationError(failures.NO_PYTHON)
    if plan.wheels and not any(Path(plan.wheels).glob("*.whl")):
        raise InstallationError(failures.NO_PACKAGES, folder=plan.wheels)
    longest = own.platform.longest_path
    if longest is not None and len(str(own.folder)) + _LONGEST_INSIDE > longest:
        raise InstallationError(failures.TOO_DEEP, folder=own.folder, longest=longest)
    needed, free = plan.needed.disk_mb + plan.needed.download_mb, free_mb(own.folder)
    if free < needed:
        raise InstallationError(failures.TOO_LITTLE_SPACE, needed=needed, folder=own.folder, free=free)


def install(plan: Plan, progress: Progress, log: Callable[[str], None]) -> None:
    """Builds the environment, in place of one that may be there and comes back if this fails.

    Args:
        plan: What.
        progress: Reports and cancels; hears what is being done.
        log: Hears every line for whom something has failed.

    Raises:
        InstallationError: Cause and remedy.
        Cancelled: The user stopped it; what was there before is there again.
    """
    check(plan)
    own = plan.own
    try:
        own.folder.parent.mkdir(parents=True, exist_ok=True)
        _delete_leftovers(own)
        with _former_kept(own), _temporary_folder(own) as temporary:
            _build(plan, temporary, progress, log)
    except CommandError as error:
        log(f"ended with code {error.code}")
        raise InstallationError(failures.explain(error.output, error.code, own.platform)) from error
    except OSError as error:
        log(str(error))
        raise InstallationError(failures.explain(str(error), 1, own.platform)) from error
    finally:
        _delete_leftovers(own)
    progress.update(1.0)


def remove(own: OwnEnvironment) -> None:
    """Takes an environment away, and the folder around it if nothing else is in it.

    Raises:
        InstallationError: It is in use, or may not be removed.
    """
    try:
        if own.is_there:
            own.folder.rename(_beside(own, _DISCARDED))
    except OSError as error:
        raise InstallationError(failures.explain(str(error), 1, own.platform)) from error
    _delete_leftovers(own)


def free_mb(folder: Path) -> int:
    """Megabytes that are free where a folder is or will be."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(there).free // _MB


def is_current(plan: Plan) -> bool:
    """Whether an environment holds what this version of the plugin installs."""
    return plan.own.is_whole and plan.own.note.get("packages") == _fingerprint(plan.needed)


# --- steps


def _build(plan: Plan, temporary: Path, progress: Progress, log: Callable[[str], None]) -> None:
    own, uv = plan.own, shutil.which("uv")
    create = [uv, "venv", "--python", plan.base] if uv else [plan.base, "-m", "venv", "--without-pip"]
    on_base = Commands(own.platform, _variables(plan, plan.base, temporary), log)
    on_base.run([*create, "--system-site-packages", str(own.folder)], progress)
    commands = Commands(own.platform, _variables(plan, own.python, temporary), log)
    if not uv:
        _ensure_pip(own, commands, progress)
    progress.update(0.05)
    _install_packages(plan, uv, temporary / "pip.log", commands, progress.part(0.05, 0.9))
    _lend_gdal(own)
    progress.update(0.9)
    commands.run([own.python, "-c", _VERIFY, *plan.imports], progress)
    note = {"packages": _fingerprint(plan.needed), "accelerator": plan.accelerator, "base": plan.base}
    own.marker.write_text(json.dumps(note), encoding="utf-8")


def _ensure_pip(own: OwnEnvironment, commands: Commands, progress: Progress) -> None:
    """QGIS' Python lends its pip where it has one; unpacking another takes longer, and lacks on Debian."""
    try:
        commands.run([own.python, "-m", "pip", "--version"], progress)
    except CommandError:
        commands.run([own.python, "-m", "ensurepip"], progress)


def _install_packages(plan: Plan, uv: str | None, pip_log: Path, commands: Commands, progress: Progress) -> None:
    packages, own = plan.needed, plan.own
    total = packages.download_mb + packages.disk_mb
    free, most = free_mb(own.folder), 0.0

    def look() -> None:
        nonlocal most
        most = max(most, (free - free_mb(own.folder)) / total)
        progress.update(min(most, 0.99))

    try:
        commands.run(_install_command(plan, uv, pip_log), progress, look)
    except CommandError as error:
        # That a server refused, pip tells only there.
        told = pip_log.read_text("utf-8", "replace") if pip_log.exists() else ""
        reasons = [line for line in told.splitlines() if "Could not fetch URL" in line]
        for line in reasons:
            commands.log(line)
        raise CommandError("\n".join([error.output, *reasons]), error.code) from error


def _install_command(plan: Plan, uv: str | None, pip_log: Path) -> list[str]:
    packages, own = plan.needed, plan.own
    if uv:
        command = [uv, "pip", "install", "--python", own.python, "--index-strategy", "unsafe-best-match"]
    else:
        command = [own.python, "-m", "pip", "install", "--ignore-installed", "--no-input", "--no-cache-dir"]
        command += ["--disable-pip-version-check", "--progress-bar", "off", "--retries", "3", "--log", str(pip_log)]
    # Wheels only: what is not built for this machine must not be built on it.
    command += ["--only-binary", ":all:", "--require-hashes"]
    if plan.wheels:
        command += ["--no-index", "--find-links", plan.wheels]
    elif packages.index:
        command += ["--extra-index-url", packages.index]
    return [*command, *(part for path in packages.files for part in ("-r", str(path)))]


def _variables(plan: Plan, python: str, temporary: Path) -> dict[str, str]:
    """Of a process on an interpreter; what is downloaded lies on the disk whose space was looked at."""
    return {
        **plan.own.platform.process_variables(python),
        **plan.network.variables,
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP", "UV_CACHE_DIR"), str(temporary)),
        "UV_PYTHON_DOWNLOADS": "never",
        "PYTHONIOENCODING": "utf-8",
    }


def _lend_gdal(own: OwnEnvironment) -> None:
    """Where GDAL's bindings lie outside the packages of QGIS' Python, as on macOS, the environment is told where."""
    answer = interpreter.ask(own.python)
    found = importlib.util.find_spec("osgeo")
    if answer is None or "osgeo" in answer.found or found is None or not found.submodule_search_locations:
        return
    packages = next((Path(place) for place in answer.stamp if place.endswith("site-packages")), None)
    if packages is not None:
        place = Path(next(iter(found.submodule_search_locations))).parent
        (packages / "clusternet_gdal.pth").write_text(f"{place}\n", encoding="utf-8")


def _fingerprint(packages: Packages) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in packages.files)).hexdigest()


# --- what lies beside the environment


@contextmanager
def _former_kept(own: OwnEnvironment) -> Iterator[None]:
    """What was there before comes back, at once, if what is built in its place does not become whole."""
    former = _beside(own, _FORMER)
    if own.is_there:
        own.folder.rename(former)
    try:
        yield
    except BaseException:
        if own.is_there:
            own.folder.rename(_beside(own, _DISCARDED))
        if former.exists():
            former.rename(own.folder)
        raise


@contextmanager
def _temporary_folder(own: OwnEnvironment) -> Iterator[Path]:
    """For downloads, on the disk whose space was looked at."""
    folder = _beside(own, _TEMPORARY)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        folder.rename(_beside(own, _DISCARDED))


def _beside(own: OwnEnvironment, prefix: str) -> Path:
    return own.folder.with_name(prefix + uuid.uuid4().hex)


def _delete_leftovers(own: OwnEnvironment) -> None:
    """Deletes in the background: a gigabyte of small files takes longer than a person waits."""
    root = own.folder.parent
    leftovers = [path for prefix in (_DISCARDED, _FORMER, _TEMPORARY) for path in root.glob(f"{prefix}*")]

    def delete() -> None:
        for folder in leftovers:
            shutil.rmtree(folder, ignore_errors=True)
        if root == own.platform.data_folder and root.is_dir() and not any(root.iterdir()):
            root.rmdir()

    threading.Thread(target=delete, name="ClusterNet deleting", daemon=True).start()
