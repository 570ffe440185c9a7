"""The package as scripts use it: built, installed beside nothing else of ours, and run as the manual says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT
from osgeo import gdal, ogr
from toy_rasters import quadrants, write


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package alone, from a wheel as pip builds it."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "wheel", *offline, "--wheel-dir", str(folder), str(ROOT)], check=True, timeout=200)
    (wheel,) = folder.glob("clusternet_qgis-*.whl")
    subprocess.run([*pip, "install", *offline, "--target", str(folder / "site"), str(wheel)], check=True, timeout=200)
    return folder / "site"


def run(code: str, site: Path, folder: Path) -> str:
    environment = os.environ | {"PYTHONPATH": str(site)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=folder, capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_of_the_manual_runs(installed: Path, tmp_path: Path) -> None:
    write(tmp_path / "orthophoto.tif", quadrants(256, 256))
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text(encoding="utf-8"), re.S)
    assert len(blocks) == 5
    said = run("\n".join(blocks), installed, tmp_path)
    assert "clusters of 64 features" in said
    classes, polygons = gdal.Open(str(tmp_path / "classes.tif")), ogr.Open(str(tmp_path / "classes.gpkg"))
    assert classes.GetRasterBand(1).GetDefaultRAT().GetValueAsString(0, 1) == "dark"
    assert polygons.GetLayer(0).GetFeatureCount() > 0


def test_the_package_brings_its_models_and_loads_neither_qgis_nor_torch(installed: Path, tmp_path: Path) -> None:
    code = "import sys, clusternet_qgis, clusternet_qgis.core.selection.class_raster, clusternet_qgis.core.polygons\n"
    code += (
        "print(clusternet_qgis.__file__, [m for m in ('qgis', 'torch', 'faiss', 'distributed') if m in sys.modules])"
    )
    said = run(code, installed, tmp_path)
    assert said.split()[0] == str(installed / "clusternet_qgis" / "__init__.py")
    assert said.split(maxsplit=1)[1].strip() == "[]"
    assert (installed / "clusternet_qgis" / "core" / "networks" / "base.npz").is_file()


def test_the_version_is_that_of_the_plugin(installed: Path, tmp_path: Path) -> None:
    said = run("from importlib.metadata import version; print(version('clusternet-qgis'))", installed, tmp_path)
    metadata = (ROOT / "clusternet_qgis" / "metadata.txt").read_text(encoding="utf-8")
    assert f"\nversion={said.strip()}\n" in metadata
