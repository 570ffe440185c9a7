"""A real environment of tiny wheels is built, repaired and removed; whatever happens, the one before stays whole."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tiny_wheels

from clusternet_qgis.core.errors import Cancelled
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.environment import installation
from clusternet_qgis.environment.installation import InstallationError, Network, Plan
from clusternet_qgis.environment.interpreter import PythonFinder
from clusternet_qgis.environment.managed_environment import ManagedEnvironment, managed_environment
from clusternet_qgis.environment.platforms import Linux, MacOS, Windows

UV = shutil.which("uv")

# Seconds that tell what is cancelled from what runs to its end, on a machine that others use too.
_SOON = 60


@pytest.fixture(autouse=True)
def without_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    """venv and pip are what every QGIS has."""
    monkeypatch.setattr(Linux, "program", lambda self, name: None)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages of wheels")  # a space, as in the names of some users
    tiny_wheels.wheel(folder, "tiny_torch", "value = 1\n")
    tiny_wheels.wheel(folder, "tiny_faiss", "import tiny_torch\n")
    return folder


@pytest.fixture
def plan(wheels: Path, tmp_path: Path) -> Plan:
    packages = tiny_wheels.packages(tmp_path / "locked.txt", *sorted(wheels.glob("*.whl")))
    environment = ManagedEnvironment(tmp_path / "data of ada" / "python3", Linux(machine="x86_64"))
    return Plan(
        environment,
        sys.executable,
        wheels=str(wheels),
        packages=packages,
        imports=("tiny_torch", "tiny_faiss", "osgeo"),
    )


@pytest.fixture(scope="module")
def built(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, list[str], list[float]]:
    """An environment that is whole, with what was logged and reported meanwhile."""
    folder = tmp_path_factory.mktemp("built")
    packages = tiny_wheels.packages(folder / "locked.txt", *sorted(wheels.glob("*.whl")))
    environment = managed_environment(str(folder / "data"), Linux(machine="x86_64"))
    plan = Plan(environment, sys.executable, wheels=str(wheels), packages=packages, imports=("tiny_torch", "osgeo"))
    lines: list[str] = []
    fractions: list[float] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Linux, "program", lambda self, name: None)
        installation.install(plan, Progress(fractions.append), lines.append)
    return plan, lines, fractions


def wait_for_deleting() -> None:
    for thread in threading.enumerate():
        if thread.name == "ClusterNet deleting":
            thread.join(10)


def wait_until_alone(environment: ManagedEnvironment) -> list[str]:
    """What is beside an environment once deleting in the background has ended."""
    wait_for_deleting()
    return [path.name for path in environment.folder.parent.iterdir()] if environment.folder.parent.exists() else []


def test_it_holds_the_packages_and_qgis_gdal(built: tuple[Plan, list[str], list[float]]) -> None:
    plan, lines, fractions = built
    assert plan.environment.is_complete
    program = "import tiny_faiss, osgeo, sys; print(tiny_faiss.__file__, sys.prefix)"
    said = subprocess.run([plan.environment.python, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.count(str(plan.environment.folder)) == 2
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert any("Successfully installed" in line for line in lines)
    assert wait_until_alone(plan.environment) == [plan.environment.folder.name]
    assert plan.environment.record["accelerator"] == "cpu"


@pytest.mark.skipif(UV is None, reason="uv is not installed")
def test_with_uv_it_is_the_same(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Linux, "program", lambda self, name: UV)
    lines: list[str] = []
    installation.install(plan, Progress(), lines.append)
    assert plan.environment.is_complete
    assert any("tiny-torch==1.0" in line for line in lines)
    wrong = plan.needed.files[0]
    wrong.write_text(re.sub(r"sha256:\w+", "sha256:" + "0" * 64, wrong.read_text()))
    with pytest.raises(InstallationError) as caught:
        installation.install(plan, Progress(), lines.append)
    assert caught.value.failure.name == "hash_mismatch"
    assert plan.environment.is_complete


def test_it_is_outdated_when_the_plugin_asks_for_other_packages(
    built: tuple[Plan, list[str], list[float]], wheels: Path, tmp_path: Path
) -> None:
    plan = built[0]
    assert installation.is_current(plan)
    other = tiny_wheels.packages(tmp_path / "locked.txt", next(wheels.glob("*torch*")))
    assert not installation.is_current(replace(plan, packages=other))


def test_the_worker_would_find_it(built: tuple[Plan, list[str], list[float]]) -> None:
    environment = built[0].environment
    assert PythonFinder({}, str(environment.folder.parent)).candidates()[0] == environment.python


@pytest.mark.parametrize("at", ["pip install", "Successfully", "import importlib"])
def test_cancelling_ends_the_programs_and_leaves_nothing(at: str, plan: Plan) -> None:
    asked: list[float] = []

    def log(line: str) -> None:
        if at in line and not asked:
            asked.append(time.monotonic())

    with pytest.raises(Cancelled):
        installation.install(plan, Progress(is_cancelled=lambda: bool(asked)), log)
    assert time.monotonic() - asked[0] < _SOON
    assert not plan.environment.exists
    assert wait_until_alone(plan.environment) == []
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(plan.environment.folder) not in running


def test_a_build_that_fails_brings_back_the_one_before(plan: Plan, wheels: Path) -> None:
    environment = plan.environment
    environment.folder.mkdir(parents=True)
    environment.marker.write_text('{"old": true}')
    lines: list[str] = []
    wrong = plan.needed.files[0]
    wrong.write_text(re.sub(r"sha256:\w+", "sha256:" + "0" * 64, wrong.read_text()))
    with pytest.raises(InstallationError) as caught:
        installation.install(plan, Progress(), lines.append)
    assert caught.value.failure.name == "hash_mismatch"
    assert environment.record == {"old": True}
    assert wait_until_alone(environment) == [environment.folder.name]
    assert any("DO NOT MATCH" in line for line in lines)


def test_what_cannot_be_imported_is_not_whole(plan: Plan, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    torch = tiny_wheels.wheel(broken, "tiny_torch", "raise ImportError('numpy.core.multiarray failed to import')\n")
    packages = tiny_wheels.packages(tmp_path / "broken.txt", torch)
    with pytest.raises(InstallationError, match="numpy") as caught:
        installation.install(
            replace(plan, wheels=str(broken), packages=packages, imports=("tiny_torch",)), Progress(), lambda line: None
        )
    assert caught.value.failure.name == "broken_numpy"
    assert not plan.environment.exists


def test_a_wheel_of_another_python_is_no_wheel(plan: Plan, tmp_path: Path) -> None:
    other = tiny_wheels.wheel(tmp_path / "other", "tiny_torch", tag="cp27-cp27m-win32")
    packages = tiny_wheels.packages(tmp_path / "other.txt", other)
    with pytest.raises(InstallationError) as caught:
        installation.install(replace(plan, wheels=str(other.parent), packages=packages), Progress(), lambda line: None)
    assert caught.value.failure.name == "no_wheel"


def test_a_base_that_is_no_python_says_so(plan: Plan) -> None:
    with pytest.raises(InstallationError):
        installation.install(replace(plan, base="/nowhere/python"), Progress(), lambda line: None)
    assert wait_until_alone(plan.environment) == []


def test_a_full_disk_is_known_before_anything_is_written(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "free_mb", lambda folder: 1)
    with pytest.raises(InstallationError, match=r"2 MB are needed at .*python3, and 1 MB are free") as caught:
        installation.install(plan, Progress(), lambda line: None)
    assert caught.value.failure.name == "too_little_space"
    assert not plan.environment.folder.parent.exists()
    assert installation.free_mb(plan.environment.folder) == 1


def test_a_disk_that_fills_up_meanwhile_is_said(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Any, command: Any, progress: Any, look: Any = None) -> str:
        raise installation.CommandError("OSError: [Errno 28] No space left on device", 1)

    monkeypatch.setattr(installation.Commands, "run", full)
    with pytest.raises(InstallationError, match="disk is full"):
        installation.install(plan, Progress(), lambda line: None)
    assert wait_until_alone(plan.environment) == []


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"environment": ManagedEnvironment(Path("/d/e"), MacOS(machine="x86_64"))}, "intel_mac"),
        ({"environment": ManagedEnvironment(Path("/d/e"), Linux(machine="armv7l"))}, "no_machine"),
        ({"environment": ManagedEnvironment(Path("/d/" + "e" * 80), Windows(machine="AMD64"))}, "too_deep"),
        ({"wheels": "/nowhere"}, "no_packages"),
        ({"base": ""}, "no_python"),
    ],
)
def test_what_cannot_work_is_said_before(changes: dict[str, Any], name: str, plan: Plan) -> None:
    with pytest.raises(InstallationError) as caught:
        installation.check(replace(plan, **changes))
    assert caught.value.failure.name == name


def test_removing_leaves_nothing_but_what_others_have_put_there(plan: Plan, tmp_path: Path) -> None:
    environment = ManagedEnvironment(
        tmp_path / "ClusterNet" / "python3", Linux(home=tmp_path, variables={"XDG_DATA_HOME": str(tmp_path)})
    )
    environment.folder.mkdir(parents=True)
    installation.remove(environment)
    assert not environment.exists
    wait_for_deleting()
    assert not environment.folder.parent.exists()
    installation.remove(environment)  # twice is fine
    wait_for_deleting()

    (tmp_path / "ClusterNet").mkdir()
    (tmp_path / "ClusterNet" / "notes.txt").touch()
    environment.folder.mkdir()
    installation.remove(environment)
    assert wait_until_alone(environment) == ["notes.txt"]


def test_an_environment_may_lie_where_the_user_wants_it(tmp_path: Path) -> None:
    assert managed_environment(str(tmp_path)).folder.parent == tmp_path
    assert managed_environment().folder.parent.name == "ClusterNet"


def test_passwords_of_proxies_are_in_no_command_and_no_log(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network("http://ada:secret@proxy:3128", "/tmp/certificates.pem")
    assert network.variables["HTTPS_PROXY"] == "http://ada:secret@proxy:3128"
    assert network.variables["PIP_CERT"] == "/tmp/certificates.pem"
    assert Network().variables == {}
    seen: list[Any] = []

    def run(self: Any, command: Any, progress: Any, look: Any = None) -> str:
        seen.append(self.variables)
        self.log(" ".join(command))
        return ""

    lines: list[str] = []
    monkeypatch.setattr(installation.Commands, "run", run)
    with pytest.raises(InstallationError):  # there is no folder to write the marker to
        installation.install(replace(plan, network=network), Progress(), lines.append)
    assert all(variables["HTTPS_PROXY"] == network.proxy for variables in seen)
    assert "secret" not in "".join(lines)


def test_commands_on_windows_and_macos_are_those_of_linux_but_for_places(plan: Plan) -> None:
    for platform, place in ((Windows(machine="AMD64"), "Scripts/python.exe"), (MacOS(machine="arm64"), "bin/python")):
        environment = ManagedEnvironment(Path("/data/python3.12"), platform)
        command = installation._install_command(
            replace(plan, environment=environment, wheels=""), None, Path("/data/pip.log")
        )
        assert command[0] == f"/data/python3.12/{place}"
        assert {"--require-hashes", "--only-binary"} <= set(command)
        assert "--no-index" not in command
