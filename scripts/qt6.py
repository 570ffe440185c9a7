"""Is the plugin ready for Qt 6? Looks at every name of Qt and QGIS that its files use.

    .venv-qt6/bin/python scripts/qt6.py qt clusternet_qgis     where PyQt6 is
    python scripts/qt6.py qgis clusternet_qgis                 where QGIS is

Qt names must be imported from qgis.PyQt and exist in PyQt6, which has no unscoped enumerators. Enumerators of QGIS must
be scoped as well, as far as the QGIS at hand can tell.
"""

from __future__ import annotations

import ast
import enum
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

BINDINGS = ("PyQt5", "PyQt6", "PySide2", "PySide6")
# What qgis.PyQt leaves where Qt 5 had it, and what it adds to PyQt6.
KEPT_IN_WIDGETS = ("QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoGroup", "QUndoStack")
ADDED = ("NULL", "QVariant")
GONE_METHODS = ("exec_", "print_")


def problems(path: Path, looks_at_qt: bool) -> Iterator[str]:
    """What a file must change, each with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    known: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from _imported(node, looks_at_qt, known)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] in BINDINGS:
                    yield f"{node.lineno}: import {alias.name} through qgis.PyQt"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield from _used(node, looks_at_qt, known)


def _imported(node: ast.ImportFrom, looks_at_qt: bool, known: dict[str, Any]) -> Iterator[str]:
    package = str(node.module)
    if package.split(".")[0] in BINDINGS:
        yield f"{node.lineno}: import {package} through qgis.PyQt"
        return
    is_qt = package.startswith("qgis.PyQt.")
    if is_qt != looks_at_qt or not (is_qt or package in ("qgis.core", "qgis.gui", "qgis.analysis")):
        return
    module: ModuleType = importlib.import_module(package.replace("qgis.PyQt", "PyQt6") if is_qt else package)
    for alias in node.names:
        if is_qt and alias.name in ADDED:
            continue
        if hasattr(module, alias.name):
            known[alias.asname or alias.name] = getattr(module, alias.name)
        elif not (is_qt and alias.name in KEPT_IN_WIDGETS):
            yield f"{node.lineno}: {package} has no {alias.name}"


def _used(node: ast.Attribute, looks_at_qt: bool, known: dict[str, Any]) -> Iterator[str]:
    if looks_at_qt and node.attr in GONE_METHODS:
        yield f"{node.lineno}: {node.attr}() is gone; write {node.attr[:-1]}()"
    names = _chain(node)
    if not names or names[0] not in known:
        return
    owner, value = None, known[names[0]]
    for name in names[1:]:
        if not isinstance(value, (type, ModuleType)):
            return  # an object's attributes are not known before it runs
        owner, found = value, getattr(value, name, _MISSING)
        if found is _MISSING:
            yield f"{node.lineno}: {'.'.join(names)} does not exist; is it an enumerator that lacks its enumeration?"
            return
        value = found
    scope = getattr(owner, type(value).__name__, None)
    if scope is type(value) and _is_enumerator(value) and not looks_at_qt:
        yield f"{node.lineno}: write {'.'.join([*names[:-1], scope.__name__, names[-1]])} for {'.'.join(names)}"


def _is_enumerator(value: Any) -> bool:
    return isinstance(value, enum.Enum) or (isinstance(value, int) and type(value) not in (int, bool))


def _chain(node: ast.Attribute) -> list[str]:
    """Qt.ItemFlag.ItemIsEnabled as a list; empty for attributes of anything but names."""
    names, at = [node.attr], node.value
    while isinstance(at, ast.Attribute):
        names.append(at.attr)
        at = at.value
    return [at.id, *names[::-1]] if isinstance(at, ast.Name) else []


_MISSING = object()


def main() -> None:
    """Prints all problems; the exit code says whether there are any."""
    side, folder = sys.argv[1], Path(sys.argv[2])
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    found = [f"{path}:{problem}" for path in paths for problem in problems(path, side == "qt")]
    for line in dict.fromkeys(found):
        print(line)
    print(f"{len(paths)} files looked at for {'Qt 6' if side == 'qt' else 'scoped enumerators of QGIS'}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
