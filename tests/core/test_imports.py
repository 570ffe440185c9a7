"""The direction of imports, read from the source: who may know what (ARCHITECTURE.md)."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import clusternet_qgis

PACKAGE = Path(clusternet_qgis.__file__).parent
FILES = {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}
CORE = [name for name in FILES if name.startswith("core/")]
HOST = [
    name
    for name in FILES
    if name.startswith(("gui/", "algorithms/", "layers/"))
    or name in ("plugin.py", "provider.py", "qgis_objects.py", "settings.py", "translation.py")
]
NO_HOST = [name for name in FILES if name not in HOST]
PLAIN = ["errors", "progress", "side_files", "staging", "prefetching"]

# The core from the bottom up: each room may know those before it. A room is a package or a module beside the packages.
ROOMS = (
    "errors", "arrays", "progress", "side_files", "staging", "fingerprint", "prefetching", "io", "harmonise",
    "polygons", "objects", "evaluation", "networks", "options", "clustering", "model", "training", "selection",
    "mapping", "interactive", "reports", "change",
)  # fmt: skip

# The doors of the heavy libraries: files, or folders ending in a slash.
DOORS = {
    "osgeo": ("core/io/", "core/interactive/strokes.py", "core/objects/object_layer.py", "core/polygons/"),
    "faiss": ("core/clustering/kmeans.py",),
    "torch": (
        "core/networks/", "core/training/", "core/model/devices.py", "core/model/onnx_graphs.py",
        "core/model/torch_engine.py", "core/mapping/onnx_export.py", "distributed/joint_training.py",
    ),
    "onnx": (
        "core/mapping/onnx_export.py", "core/model/onnx_model.py", "core/model/exported_graph.py",
        "core/networks/encoder_file.py",
    ),
    "google": ("core/model/onnx_model.py", "core/networks/encoder_file.py"),
    "onnxruntime": ("core/model/onnx_engine.py", "core/networks/encoder_file.py"),
    "scipy": (
        "core/clustering/kmeans.py", "core/clustering/hierarchy.py", "core/interactive/stroke_classifier.py",
        "core/objects/flooding.py", "core/objects/surfaces.py",
    ),
    "distributed": ("distributed/mapping.py", "distributed/connection.py"),
    "matplotlib": ("core/reports/charts.py",),
    "jinja2": ("core/reports/page.py",),
    "qgis": tuple(HOST),
}  # fmt: skip
FORBIDDEN = ("PyQt5", "PyQt6", "PySide2", "PySide6")  # qgis.PyQt is the one that fits every version


def running(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it that run, which what is for type checkers only does not."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"):
            yield from running(child)


def imports(name: str, walk: Callable[[ast.AST], Iterator[ast.AST]] = running) -> Iterator[str]:
    """Absolute names of what a file imports, wherever in it; `from a import b` gives a.b too."""
    package = ["clusternet_qgis", *Path(name).parent.parts]
    for node in walk(ast.parse(FILES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def known_files(name: str) -> set[str]:
    """The files of the core that a file imports, also for type checkers only."""
    found = set()
    for module in imports(name, ast.walk):
        path = "/".join(module.split(".")[1:])
        found |= {file for file in (f"{path}.py", f"{path}/__init__.py") if file in CORE and file != name}
    return found


def within(name: str, places: tuple[str, ...]) -> bool:
    return any(name.startswith(place) if place.endswith("/") else name == place for place in places)


def test_there_is_something_to_hold_to_the_rules() -> None:
    assert {"core/training/train.py", "core/clustering/kmeans.py", "worker.py", "runner.py"} <= FILES.keys()
    assert "clusternet_qgis.core.io.tiling.Window" in set(imports("core/io/raster_source.py"))
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


def test_the_rooms_of_the_core_are_all_in_the_order() -> None:
    rooms = {Path(name).parts[1].removesuffix(".py") for name in CORE} - {"__init__"}
    assert rooms == set(ROOMS)
    assert len(list((PACKAGE / "core").glob("*.py"))) <= 9, "a subject of more than one file is a package"


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_know_only_those_below_them(room: str) -> None:
    below = {"core", *ROOMS[: ROOMS.index(room) + 1]}
    files = [name for name in CORE if Path(name).parts[1].removesuffix(".py") == room]
    known = {(name, found) for name in files for found in known_files(name) if found != "core/__init__.py"}
    assert [pair for pair in sorted(known) if Path(pair[1]).parts[1].removesuffix(".py") not in below] == []


def test_no_modules_of_the_core_import_each_other_in_a_circle() -> None:
    # Whoever uses a package's front means the files that it names, which are looked at by themselves.
    graph = {name: {f for f in known_files(name) if not f.endswith("__init__.py")} for name in CORE}
    assert list(graphlib.TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("room", sorted({Path(name).parts[1] for name in CORE if len(Path(name).parts) > 2}))
def test_each_package_says_what_comes_in_what_goes_out_and_what_it_must_not_know(room: str) -> None:
    text = ast.get_docstring(ast.parse(FILES[f"core/{room}/__init__.py"].read_text(encoding="utf-8"))) or ""
    text = " ".join(text.split())
    assert "In come" in text
    assert "out go" in text
    assert "ust not know" in text


def test_few_rules_are_broken_on_purpose() -> None:
    assert sum(path.read_text(encoding="utf-8").count("# noqa") for path in FILES.values()) < 15


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
    below_base = {
        "execution", "help_pages", "incorrect_values", "layer_inputs", "layer_style", "offers", "overwriting",
        "parameters", "stages", "values",
    }  # fmt: skip
    shared = {"base", "model_check", "opening_list", "output_formats", *below_base}
    siblings = [found.split(".")[2] for found in imports(name) if found.startswith("clusternet_qgis.algorithms.")]
    assert [found for found in siblings if found not in shared] == []
    assert name != "algorithms/base.py" or set(siblings) == below_base


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
from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.evaluation import metrics
from clusternet_qgis.core.model import cluster_model
from clusternet_qgis.core.reports import page
from clusternet_qgis.core.selection import selection
BLOCKED = BLOCKED[:4]
from clusternet_qgis.core.evaluation import map_accuracy
from clusternet_qgis.core.io import tile_cutting
from clusternet_qgis.core.polygons import polygonise
from clusternet_qgis.core.selection import class_raster, from_reference
from clusternet_qgis.core.training import patches
BLOCKED = BLOCKED[:3]
from clusternet_qgis.core.mapping import map_raster
from clusternet_qgis.core.training import train
print("loaded", "torch" in sys.modules, "qgis" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent, check=False
    )
    assert done.stdout.strip() == "loaded True False", done.stderr


def test_the_tests_of_the_core_have_no_qgis() -> None:
    with pytest.raises(ModuleNotFoundError, match="out of bounds"):
        __import__("qgis.core")
