"""Benchmarks take hours and are run rarely; what they import and depend on exists all the same."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import benchmarks
from benchmarks import quality, strokes
from benchmarks.__main__ import BENCHMARKS
from benchmarks.code_version import ROOT, code_version

MODULES = sorted(Path(benchmarks.__file__).parent.rglob("*.py"))


def names_in(source: str) -> set[str]:
    """Names that a module defines or imports at its top level."""
    names = set()
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            names |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
        elif isinstance(node, ast.Try):
            names |= names_in(ast.unparse(node.body))
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_benchmark_imports_exists(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        package = f"{'.'.join(path.relative_to(ROOT).parent.parts)}." if node.level else ""
        name = f"{package}{node.module}"
        if not name.startswith(("benchmarks", "clusternet_qgis")):
            continue
        module = find_spec(name)
        assert module is not None, name
        assert module.origin is not None, name
        names = names_in(Path(module.origin).read_text(encoding="utf-8"))
        for alias in node.names:
            assert alias.name in names or find_spec(f"{name}.{alias.name}"), f"{name}.{alias.name}"


def test_results_depend_on_code_that_exists() -> None:
    for method in quality.METHODS.values():
        assert len(code_version(method.sources)) == 8
    for method in strokes.METHODS.values():
        assert len(strokes._version(method)) == 8


def test_a_source_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        code_version(["benchmarks/nothing.py"])


def test_the_help_names_benchmarks_that_exist() -> None:
    command = [sys.executable, "-m", "benchmarks", "--help"]
    text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in BENCHMARKS:
        assert name in text
        assert find_spec(f"benchmarks.{name}"), name
