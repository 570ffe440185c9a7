"""The front of the core, as scripts and notebooks use it: installed with what it needs, and run as the manual says."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT
from osgeo import gdal, ogr
from toy_rasters import quadrants, write

from clusternet_qgis import core

MANUAL = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
REQUIREMENTS = ROOT / "clusternet_qgis" / "environment" / "requirements.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--wheel-dir", str(folder), str(ROOT)], check=True, timeout=200)
    (wheel,) = folder.glob("clusternet_qgis-*.whl")
    return wheel


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a new environment that has GDAL's bindings, the wheel, and what the wheel asks for."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    base = Path(sys.base_prefix) / "bin" / "python3"
    subprocess.run([base, "-m", "venv", "--system-site-packages", folder], check=True, timeout=100)
    python = folder / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--constraint", REQUIREMENTS, f"{wheel}[train]"], check=True, timeout=280)
    return python


def run(code: str, python: Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [python, "-c", code], env=environment, cwd=folder, capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_notebook_of_the_manual_runs_from_a_wheel_in_a_new_environment(python: Path, tmp_path: Path) -> None:
    write(tmp_path / "orthophoto.tif", quadrants(256, 256))
    blocks = re.findall(r"```python\n(.*?)```", MANUAL, re.S)
    assert len(blocks) == 5
    where = "import clusternet_qgis, torch; print(clusternet_qgis.__file__, torch.__file__)"
    printed = run("\n".join([*blocks, where]), python, tmp_path)
    assert "clusters of 64 features" in printed
    assert printed.count(str(python.parent.parent)) == 2, "the package and torch are those of the new environment"
    classes, polygons = gdal.Open(str(tmp_path / "classes.tif")), ogr.Open(str(tmp_path / "classes.gpkg"))
    assert classes.GetRasterBand(1).GetDefaultRAT().GetValueAsString(0, 1) == "dark"
    assert polygons.GetLayer(0).GetFeatureCount() > 0


def test_the_package_brings_its_weights_and_loads_neither_qgis_nor_torch(python: Path, tmp_path: Path) -> None:
    code = "import sys, clusternet_qgis\nfrom clusternet_qgis.core import segment_raster, polygonise\n"
    code += "print(clusternet_qgis.__file__)\n"
    code += "print([m for m in ('qgis', 'torch', 'faiss', 'distributed') if m in sys.modules])"
    place, loaded = run(code, python, tmp_path).splitlines()
    assert loaded == "[]"
    assert (Path(place).parent / "core" / "networks" / "base.npz").is_file()


def test_the_version_is_that_of_the_plugin(python: Path, tmp_path: Path) -> None:
    version = run("from importlib.metadata import version; print(version('clusternet-qgis'))", python, tmp_path)
    metadata = (ROOT / "clusternet_qgis" / "metadata.txt").read_text(encoding="utf-8")
    assert f"\nversion={version.strip()}\n" in metadata


def test_the_front_costs_nothing_until_it_is_used() -> None:
    code = "import sys; from clusternet_qgis import core; dir(core)\n"
    code += "print([m for m in ('numpy', 'osgeo', 'scipy', 'torch', 'faiss', 'onnxruntime') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", core.__all__)
def test_each_name_of_the_front_is_there_and_documented(name: str) -> None:
    found = getattr(core, name)
    assert callable(found)
    assert found.__doc__
    assert name in dir(core)
    assert re.search(rf"^\|[^|]*`{name}`", MANUAL, re.M), "it stands in the table of docs/python.md"


def test_type_checkers_see_what_is_loaded() -> None:
    tree = ast.parse(Path(core.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    told = {
        alias.asname: (node.module, alias.name)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert told == core._FRONT
    assert sorted(told) == sorted(core.__all__)
    assert not hasattr(core, "helpers"), "a name that there is not is an error as for any module"
