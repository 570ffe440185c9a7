"""Runs under PyQt6 without QGIS: what the dock is made of, as far as it needs no QGIS."""

from __future__ import annotations

import importlib
import sys
import types


class Missing(types.ModuleType):
    """A module of QGIS of which nothing is used: any name is some class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def put_qgis_aside() -> None:
    """qgis.PyQt is PyQt6, with what QGIS leaves in QtWidgets."""
    for name in ("qgis", "qgis.core", "qgis.gui", "qgis.PyQt"):
        sys.modules[name] = Missing(name)
    for name in ("QtCore", "QtGui", "QtWidgets"):
        sys.modules[f"qgis.PyQt.{name}"] = importlib.import_module(f"PyQt6.{name}")
    widgets, gui = (sys.modules[f"qgis.PyQt.{name}"] for name in ("QtWidgets", "QtGui"))
    for name in ("QAction", "QActionGroup", "QShortcut"):
        setattr(widgets, name, getattr(gui, name))


put_qgis_aside()
from PyQt6.QtCore import Qt  # noqa: E402
from PyQt6.QtWidgets import QApplication, QTreeView  # noqa: E402

from clusternet_qgis.gui.cluster_table import ClusterTable, cluster_rows  # noqa: E402
from clusternet_qgis.gui.loss_curve import LossCurve  # noqa: E402
from clusternet_qgis.gui.painting import Painting, StrokeClass  # noqa: E402

application = QApplication([])

curve = LossCurve()
curve.resize(200, 80)
empty = curve.grab().toImage()
curve.show_losses([(1, 3.0), (2, 2.0), (3, 1.5)], 5)
assert curve.grab().toImage() != empty

painting = Painting(classes=(StrokeClass("tree", (0, 120, 0)),))
clusters = [{"id": number, "parent": number, "class": "tree" if number else ""} for number in range(3)]
rows = cluster_rows(clusters, painting, lambda number: 10 * number)
assert [row.members for row in rows] == [(2,), (1,)]
table = ClusterTable()
table.show_rows(rows, "tree", {"tree": (0, 120, 0)})
view = QTreeView()
view.setModel(table)
view.resize(300, 100)
view.show()
application.processEvents()
assert not view.grab().isNull()
index = table.index(0, 0)
assert table.rowCount() == 2
assert table.flags(index) & Qt.ItemFlag.ItemIsEnabled
assert table.data(index, Qt.ItemDataRole.DisplayRole) == "2"
sys.stdout.write("PyQt6 shows them\n")
