"""What segmenting has given: a sentence, and a table of classes that can be copied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.io.palette import Colour
from ..qgis_objects import present
from ..translation import tr
from .class_areas import ClassArea
from .icons import swatch, theme_icon

_MOST_ROWS_SHOWN = 5
_NUMBERS = (1, 2)


class AreaPanel(QWidget):
    """Polygons and hectares of each class; hidden until there is a result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.table = self._make_table()
        layout.addWidget(self.sentence)
        layout.addWidget(self.table)
        row = QHBoxLayout()
        self.copy_button = QPushButton(theme_icon("mActionEditCopy"), tr("Copy table"))
        self.copy_button.clicked.connect(lambda: present(QgsApplication.clipboard()).setText(self.as_text()))
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.hide)
        row.addStretch()
        row.addWidget(self.copy_button)
        row.addWidget(self.close_button)
        layout.addLayout(row)
        self.hide()

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setIconSize(QSize(16, 16))
        table.setHeaderLabels([tr("Class"), tr("Polygons"), tr("Hectares")])
        header = table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in _NUMBERS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def show_areas(self, file: str, areas: Sequence[ClassArea], colours: Mapping[str, Colour]) -> None:
        """Shows what a file of polygons holds."""
        polygons = sum(area.polygons for area in areas)
        text = tr("{file} has {polygons} polygons of {classes} classes.")
        self.sentence.setText(text.format(file=file, polygons=QLocale().toString(polygons), classes=len(areas)))
        self.table.clear()
        decimals = 2 if sum(area.hectares or 0.0 for area in areas) >= 1 else 4
        for area in areas:
            hectares = "" if area.hectares is None else QLocale().toString(area.hectares, "f", decimals)
            item = QTreeWidgetItem([area.name, QLocale().toString(area.polygons), hectares])
            if area.name in colours:
                item.setIcon(0, swatch(colours[area.name]))
            for column in _NUMBERS:
                item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
            self.table.addTopLevelItem(item)
        rows = min(len(areas), _MOST_ROWS_SHOWN)
        frame = 2 * self.table.frameWidth() + 2
        row = max(self.table.sizeHintForRow(0), 18)
        self.table.setFixedHeight(self.table.header().sizeHint().height() + rows * row + frame)
        self.show()

    def as_text(self) -> str:
        """The table for a spreadsheet: columns with tabs between them."""
        head = present(self.table.headerItem())
        items = [present(self.table.topLevelItem(row)) for row in range(self.table.topLevelItemCount())]
        return "\n".join("\t".join(item.text(column) for column in range(3)) for item in (head, *items)) + "\n"
