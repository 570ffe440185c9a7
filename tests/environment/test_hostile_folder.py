"""Nothing that lies in the current folder, or is named in PYTHONPATH like a module of Python, is run."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import tiny_wheels

from clusternet_qgis.core.errors import ClusterNetError, DependencyError
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.environment import installation, interpreter
from clusternet_qgis.environment.installation import Plan
from clusternet_qgis.environment.interpreter import PythonFinder
from clusternet_qgis.environment.managed_environment import ManagedEnvironment
from clusternet_qgis.environment.platforms import Linux, Windows
from clusternet_qgis.runner import Runner, start

MODULES = ("pip", "venv", "ensurepip", "logging", "json", "sitecustomize", "usercustomize", "encodings", "re", "ctypes")
PROGRAMS = ("uv", "python", "python3", "uv.exe", "python.exe", "taskkill", "taskkill.exe")


@pytest.fixture(params=["nowhere", "here", "relative", "empty", "user base"])
def ran(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that notes what was run of a hostile folder: the current one, and named in variables of Python too."""
    folder, note = tmp_path / "a download", tmp_path / "ran"
    trap = f"open({str(note)!r}, 'a').write(__file__ + '\\n')\n"
    packages = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    for parent in (folder, packages):
        for name in MODULES:
            (parent / name).mkdir(parents=True)
            (parent / name / "__init__.py").write_text(trap)
            (parent / name / "__main__.py").write_text(trap)
        (parent / "tiny_torch.py").write_text(trap)
    (packages / "trap.pth").write_text(f"import os; {trap.replace('__file__', repr('pth'))}")
    for name in PROGRAMS:
        (folder / name).write_text(f"#!/bin/sh\necho $0 >> '{note}'\n")
        (folder / name).chmod(0o755)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{folder}{os.pathsep}{os.environ['PATH']}")
    path = {"here": str(folder), "relative": f".{os.pathsep}..", "empty": f"/nowhere{os.pathsep}"}
    monkeypatch.setenv("PYTHONPATH", path.get(request.param, "/nowhere"))
    if request.param == "user base":
        monkeypatch.setenv("PYTHONUSERBASE", ".")
        monkeypatch.setenv("PYTHONPYCACHEPREFIX", ".")
    return note


def plan_of(tmp_path: Path) -> Plan:
    wheel = tiny_wheels.wheel(tmp_path / "wheels", "tiny_torch", "value = 1\n")
    packages = tiny_wheels.packages(tmp_path / "locked.txt", wheel)
    environment = ManagedEnvironment(tmp_path / "data" / "python3", Linux(machine="x86_64"))
    return Plan(
        environment, sys.executable, wheels=str(wheel.parent), packages=packages, imports=("tiny_torch", "osgeo")
    )


def assert_nothing_ran(ran: Path) -> None:
    assert not ran.exists(), ran.read_text()


def test_an_installation_runs_nothing_of_it(ran: Path, tmp_path: Path) -> None:
    plan = plan_of(tmp_path)
    lines: list[str] = []
    installation.install(plan, Progress(), lines.append)
    assert_nothing_ran(ran)
    assert plan.environment.is_complete
    programs = [line.split()[1] for line in lines if line.startswith("> ")]
    assert programs
    assert all(Path(program).is_absolute() for program in programs)


def test_neither_does_one_on_a_python_that_needs_its_home(ran: Path, tmp_path: Path) -> None:
    """As QGIS' Python does on macOS."""
    plan = plan_of(tmp_path)
    host = Linux(
        machine="x86_64", executable=Path("/usr/bin/python3"), variables={**os.environ, "PYTHONHOME": sys.base_prefix}
    )
    plan = replace(plan, environment=replace(plan.environment, platform=host), base="/usr/bin/python3")
    lines: list[str] = []
    installation.install(plan, Progress(), lines.append)
    assert_nothing_ran(ran)
    assert "/usr/bin/python3 -s -m venv" in lines[0]


def test_asking_an_interpreter_runs_nothing_of_it(ran: Path) -> None:
    answer = interpreter.ask(sys.executable)
    assert_nothing_ran(ran)
    assert answer is not None
    assert answer.missing(interpreter.MODULES) == ()


def test_a_worker_runs_nothing_of_it_and_works_where_qgis_does(ran: Path) -> None:
    worker = Runner(sys.executable)
    try:
        assert worker.call("ping", {}, Progress())["python"]
        assert Path(f"/proc/{worker._process.pid}/cwd").resolve() == Path.cwd()
    finally:
        worker.close()
    assert_nothing_ran(ran)


@pytest.mark.parametrize("python", ["python", "./python", "python3", "uv"])
def test_a_python_that_lies_there_is_not_started(ran: Path, python: str, tmp_path: Path) -> None:
    finder = PythonFinder({}, str(tmp_path / "environments"))
    try:
        assert Path(finder.find(python)).is_absolute()  # another one of that name in PATH
    except DependencyError as error:
        assert "There is no working Python at" in str(error) or "lacks" in str(error)  # noqa: PT017
    with pytest.raises(ClusterNetError, match="it is no absolute path"):
        start(python)
    assert_nothing_ran(ran)


def test_programs_are_looked_for_elsewhere(ran: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert all(platform.program("uv") != str(Path.cwd() / "uv") for platform in (Linux(), Windows()))
    for name in ("tool", "tool.exe"):
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).touch(0o755)
        (Path.cwd() / name).touch(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{Path.cwd()}{os.pathsep}{tmp_path / 'bin'}")
    assert Linux().program("tool") == str(tmp_path / "bin" / "tool")
    assert Windows().program("tool") == str(tmp_path / "bin" / "tool.exe")


def test_packages_in_pythonpath_are_still_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are before those of the interpreter, as the user wants, and after Python's own library."""
    (tmp_path / "faiss.py").write_text("")
    monkeypatch.setenv("PYTHONPATH", f"relative{os.pathsep}{tmp_path}")
    answer = interpreter.ask(sys.executable)
    assert answer is not None
    folders = [folder for folder in answer.modified if Path(folder).is_dir()]
    assert str(tmp_path) in folders
    assert folders.index(str(tmp_path)) < min(i for i, folder in enumerate(folders) if folder.endswith("-packages"))
    assert folders.index(str(tmp_path)) > folders.index(str(Path(os.__file__).parent))
