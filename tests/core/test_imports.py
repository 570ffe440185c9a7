"""The direction of imports, read from the source: who may know what (ARCHITECTURE.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import clusternet_qgis

PACKAGE = Path(clusternet_qgis.__file__).parent
FILES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}
CORE = [name for name in FILES if name.startswith("core/")]
HOST = [
    name
    for name in FILES
    if name.startswith(("gui/", "algorithms/")) or name in ("plugin.py", "provider.py", "settings.py", "translation.py")
]
NO_HOST = [name for name in FILES if name not in HOST]
PLAIN = ["tiling", "progress", "errors", "staging", "time_left"]

# The doors of the heavy libraries: files, or folders ending in a slash.
DOORS = {
    "osgeo": (
        "core/raster.py", "core/raster_sink.py", "core/vectors.py", "core/vector_sink.py", "core/reference.py",
        "core/strokes.py", "core/mosaic.py",
        "core/cutting.py", "core/polygons/",
    ),
    "faiss": ("core/clustering.py",),
    "torch": (
        "core/training_run.py", "core/learning.py", "core/patch_images.py", "core/pseudo_labels.py", "core/pretext.py",
        "core/torch_engine.py", "core/onnx_export.py", "core/device.py", "core/lesson_loss.py", "core/process_group.py",
        "distributed/joint_training.py",
        "core/networks/",
    ),
    "onnx": ("core/onnx_export.py", "core/exported_model.py"),
    "google": ("core/exported_model.py",),
    "onnxruntime": ("core/onnx_engine.py",),
    "scipy": ("core/clustering.py", "core/refinement.py", "core/merge_tree.py", "core/polygons/"),
    "distributed": ("distributed/mapping.py", "distributed/__main__.py"),
    "matplotlib": ("core/charts.py",),
    "jinja2": ("core/reports.py",),
    "qgis": tuple(HOST),
}  # fmt: skip
FORBIDDEN = ("PyQt5", "PyQt6", "PySide2", "PySide6")  # qgis.PyQt is the one that fits every version


def running(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it that run, which what is for type checkers only does not."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"):
            yield from running(child)


def imports(name: str) -> Iterator[str]:
    """Absolute names of what a file imports, wherever in it; `from a import b` gives a.b too."""
    package = ["clusternet_qgis", *Path(name).parent.parts]
    for node in running(ast.parse(FILES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name.startswith(place) if place.endswith("/") else name == place for place in places)


def test_there_is_something_to_hold_to_the_rules() -> None:
    assert {"core/training.py", "core/clustering.py", "worker.py", "runner.py"} <= FILES.keys()
    assert "clusternet_qgis.core.tiling.Window" in set(imports("core/raster.py"))
    assert "torch" in set(imports("core/networks/unet.py"))


@pytest.mark.parametrize("library", DOORS)
def test_each_heavy_library_has_its_doors(library: str) -> None:
    users = [name for name in FILES if any(found.split(".")[0] == library for found in imports(name))]
    assert [name for name in users if not within(name, DOORS[library])] == []
    assert users, f"{library} is imported nowhere: drop it from the table"


@pytest.mark.parametrize("name", FILES)
def test_qt_comes_through_qgis_only(name: str) -> None:
    assert not [found for found in imports(name) if found.split(".")[0] in FORBIDDEN]


@pytest.mark.parametrize("name", CORE)
def test_the_core_knows_only_the_core(name: str) -> None:
    ours = [found for found in imports(name) if found.startswith("clusternet_qgis")]
    assert [found for found in ours if not found.startswith("clusternet_qgis.core")] == []


@pytest.mark.parametrize("name", NO_HOST)
def test_nobody_below_knows_the_host_side(name: str) -> None:
    above = tuple(f"clusternet_qgis.{part}" for part in ("gui", "algorithms", "provider"))
    assert [found for found in imports(name) if found.startswith(above)] == []


@pytest.mark.parametrize("name", ["runner.py", *(n for n in FILES if n.startswith("environment/"))])
def test_the_host_side_of_the_worker_needs_the_standard_library_only(name: str) -> None:
    allowed = sys.stdlib_module_names | {"clusternet_qgis"}
    assert [found for found in imports(name) if found.split(".")[0] not in allowed] == []


@pytest.mark.parametrize("module", PLAIN)
def test_plain_modules_need_the_standard_library_only(module: str) -> None:
    others = [found for found in imports(f"core/{module}.py") if found.split(".")[0] not in sys.stdlib_module_names]
    known = {f"clusternet_qgis.core.{name}" for name in PLAIN}
    assert [found for found in others if not any(found == k or found.startswith(f"{k}.") for k in known)] == []


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("algorithms/")])
def test_algorithms_do_not_know_each_other(name: str) -> None:
    shared = ("base", "parameters", "styled")
    siblings = [found.split(".")[2] for found in imports(name) if found.startswith("clusternet_qgis.algorithms.")]
    assert [found for found in siblings if found not in shared] == []
    assert name != "algorithms/base.py" or set(siblings) == {"styled"}


@pytest.mark.parametrize("name", HOST)
def test_the_host_side_loads_no_worker_library(name: str) -> None:
    """torch and FAISS never load into QGIS' process, not by a detour either."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for found in imports(current):
            path = "/".join(found.split(".")[1:])
            waiting += [file for file in (f"{path}.py", f"{path}/__init__.py") if file in FILES]
    seen.discard("core/networks/__init__.py")  # knows networks by name only
    assert [file for file in sorted(seen) if within(file, DOORS["torch"] + DOORS["faiss"])] == []


def test_core_and_worker_load_without_qgis_and_worker_without_any_library() -> None:
    program = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocker())
BLOCKED = ("qgis", "PyQt5", "PyQt6", "torch", "faiss", "osgeo", "numpy", "scipy")
import clusternet_qgis, clusternet_qgis.worker, clusternet_qgis.runner, clusternet_qgis.environment.interpreter
BLOCKED = BLOCKED[:5]
import clusternet_qgis.core.bundle, clusternet_qgis.core.selection, clusternet_qgis.core.evaluation
import clusternet_qgis.core.clustering, clusternet_qgis.core.reports
BLOCKED = BLOCKED[:4]
import clusternet_qgis.core.segmentation, clusternet_qgis.core.selecting, clusternet_qgis.core.accuracy
import clusternet_qgis.core.polygons, clusternet_qgis.core.cutting, clusternet_qgis.core.patches
BLOCKED = BLOCKED[:3]
import clusternet_qgis.core.training, clusternet_qgis.core.inference
print("loaded", "torch" in sys.modules, "qgis" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent, check=False
    )
    assert done.stdout.strip() == "loaded True False", done.stderr


def test_the_tests_of_the_core_have_no_qgis() -> None:
    with pytest.raises(ModuleNotFoundError, match="out of bounds"):
        __import__("qgis.core")
