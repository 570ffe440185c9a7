"""Each operating system has its places, limits and way to end processes; the two that do not run here are faked."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from clusternet_qgis.environment import platforms
from clusternet_qgis.environment.platforms import Linux, MacOS, Platform, Windows


def touched(*places: Path) -> list[str]:
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    return [str(place) for place in places]


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        (Linux(home=Path("/h"), variables={}), "/h/.local/share/ClusterNet"),
        (Linux(home=Path("/h"), variables={"XDG_DATA_HOME": "/data"}), "/data/ClusterNet"),
        (Windows(home=Path("/h"), variables={"LOCALAPPDATA": "/h/L"}), "/h/L/ClusterNet"),
        (Windows(home=Path("/h"), variables={}), "/h/AppData/Local/ClusterNet"),
        (MacOS(home=Path("/h"), variables={}), "/h/Library/Application Support/ClusterNet"),
    ],
)
def test_data_lies_outside_the_profile(platform: Platform, expected: str) -> None:
    assert platform.data_folder == Path(expected)
    assert "QGIS" not in platform.data_folder.parts


def test_on_linux_the_python_that_runs_comes_first() -> None:
    assert platforms.current().host_pythons()[0] == sys.executable
    assert all(Path(place).is_file() for place in platforms.current().host_pythons())


@pytest.mark.parametrize(("system", "kind"), [("linux", Linux), ("win32", Windows), ("darwin", MacOS)])
def test_the_system_decides(system: str, kind: type[Platform], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert type(platforms.current()) is kind


def test_on_windows_qgis_itself_is_no_python(tmp_path: Path) -> None:
    root = tmp_path / "OSGeo4W"
    qgis, beside, program = touched(
        root / "bin" / "qgis-bin.exe", root / "apps" / "Python312" / "python.exe", root / "bin" / "python3.exe"
    )
    platform = Windows(prefix=root / "apps" / "Python312", executable=Path(qgis))
    assert platform.host_pythons() == [beside, program]
    assert platform.python_in(Path("/e")) == Path("/e/Scripts/python.exe")


def test_on_macos_pythons_are_in_the_bundle(tmp_path: Path) -> None:
    bundle = tmp_path / "QGIS.app" / "Contents" / "MacOS"
    qgis, python = touched(bundle / "QGIS", bundle / "bin" / "python3")
    platform = MacOS(prefix=tmp_path / "none", executable=Path(qgis), variables={"PYTHONHOME": "/bundle"})
    assert platform.host_pythons() == [python]
    assert platform.process_variables(python)["PYTHONHOME"] == "/bundle"
    assert "PYTHONHOME" not in platform.process_variables("/usr/local/bin/python3")


@pytest.mark.parametrize("kind", [Linux, Windows])
def test_another_python_gets_neither_home_nor_path_of_qgis(kind: type[Platform]) -> None:
    platform = kind(variables={"PYTHONHOME": "/a", "PYTHONPATH": "/b", "PATH": "/c"}, executable=Path("/qgis/python"))
    other = platform.process_variables("/another/python")
    assert "PYTHONHOME" not in other
    assert "PYTHONPATH" not in other
    assert other["PATH"] == "/c"
    assert other["OMP_WAIT_POLICY"] == "PASSIVE"
    assert other["OPENBLAS_NUM_THREADS"] == "1"
    assert "PYTHONPATH" not in platform.process_variables("/qgis/python")
    assert platform.module_folders("/qgis/python") == ["/b"]
    assert platform.module_folders("/another/python") == []


def test_isolation_leaves_qgis_python_its_home() -> None:
    variables = {"PYTHONHOME": "/a"}
    platform = Linux(variables=variables, executable=Path("/qgis/python"))
    assert platform.isolation("/qgis/python") == ["-s"]
    assert platform.process_variables("/qgis/python")["PYTHONHOME"] == "/a"
    assert platform.isolation("/another/python") == ["-I"]
    assert Linux(variables={}, executable=Path("/qgis/python")).isolation("/qgis/python") == ["-I"]


def test_on_windows_gdal_finds_its_libraries_through_the_path() -> None:
    assert Windows(variables={}).process_variables("python.exe")["USE_PATH_FOR_GDAL_PYTHON"] == "YES"


@pytest.mark.parametrize(
    ("platform", "fine"),
    [
        (Linux(machine="x86_64"), True),
        (Linux(machine="aarch64"), True),
        (Linux(machine="armv7l"), False),
        (Windows(machine="AMD64"), True),
        (Windows(machine="x86"), False),
        (Windows(machine="ARM64"), False),
        (MacOS(machine="arm64"), True),
        (MacOS(machine="x86_64"), False),
    ],
)
def test_machines_without_wheels_are_known_before(platform: Platform, fine: bool) -> None:
    assert platform.has_wheels == fine
    assert platform.accelerators[0] == "cpu"


def test_only_windows_limits_paths() -> None:
    assert Windows().longest_path == 259  # where there is no registry that allows more
    assert Linux().longest_path is None
    assert MacOS().longest_path is None


def test_ending_a_process_ends_what_it_has_started(tmp_path: Path) -> None:
    note = tmp_path / "grandchild"
    program = (
        "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        f"open({str(note)!r}, 'w').write(str(child.pid)); time.sleep(60)"
    )
    platform = platforms.current()
    process = subprocess.Popen([sys.executable, "-c", program], text=True, **platform.process_options())
    while not (note.exists() and note.read_text()):
        time.sleep(0.02)
    platform.end(process)
    assert process.wait(5) != 0
    grandchild = Path(f"/proc/{note.read_text()}/stat")
    for _ in range(100):  # a zombie until its new parent asks for it
        if not grandchild.exists() or grandchild.read_text().split()[2] == "Z":
            break
        time.sleep(0.05)
    else:
        pytest.fail("the grandchild lives")
    platform.end(process)  # twice is fine


def test_on_windows_a_tree_of_processes_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **options: asked.append(command))
    process = subprocess.Popen([sys.executable, "-c", ""], text=True)
    Windows(variables={"SYSTEMROOT": r"D:\Windows"}).end(process)
    process.wait()
    assert asked == [[r"D:\Windows\System32\taskkill.exe", "/F", "/T", "/PID", str(process.pid)]]
