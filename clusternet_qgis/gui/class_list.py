"""The classes to paint: choose, name, colour, add and remove."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.io.legend import BACKGROUND
from ..qgis_objects import present
from ..translation import tr
from .icons import swatch, theme_icon
from .session import Session

_COLOUR, _NAME, _KEY, _STROKES = range(4)
_ROWS_SHOWN = 5
_NAME_ROLE = int(Qt.ItemDataRole.UserRole)


class ClassList(QWidget):
    """One row for each class; the brush paints the chosen one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filling = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.tree = self._make_tree()
        layout.addLayout(self._make_buttons())  # above the list, whose length would move them
        layout.addWidget(self.tree)
        session.paintings.changed.connect(self.fill)
        session.brush.changed.connect(self._choose_row)
        self.fill()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setIconSize(QSize(16, 16))
        tree.setHeaderLabels(["", tr("Class"), tr("Key"), tr("Strokes")])
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_COLOUR, _KEY, _STROKES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setToolTip(
            tr(
                "Choose the class to paint, here or by its key on the map. Double-click its name or its colour to "
                "change it; the right button has more."
            )
        )
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(lambda position: self.menu().exec(tree.mapToGlobal(position)))
        tree.currentItemChanged.connect(self._row_chosen)
        tree.itemDoubleClicked.connect(self._double_clicked)
        tree.itemChanged.connect(self._renamed)
        return tree

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.add_button = self._button("symbologyAdd", tr("Add a class"), self._add)
        self.remove_button = self._button(
            "symbologyRemove", tr("Remove the chosen class and its strokes"), self._remove
        )
        self.colour_button = self._button("propertyicons/symbology", tr("Colour of the chosen class"), self._recolour)
        for button in (self.add_button, self.remove_button, self.colour_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def _button(self, icon: str, text: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme_icon(icon))
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.clicked.connect(slot)
        return button

    def fill(self) -> None:
        """Shows the classes of the painting."""
        painting = self._session.painting
        self._filling = True
        self.tree.clear()
        for index, entry in enumerate(painting.all_classes):
            is_other = entry.name == BACKGROUND
            key = "0" if is_other else str(index + 1) if index < 9 else ""
            count = sum(stroke.class_name == entry.name for stroke in painting.strokes)
            item = QTreeWidgetItem(["", tr("other (none)") if is_other else entry.name, key, str(count or "")])
            item.setData(_NAME, _NAME_ROLE, entry.name)
            item.setIcon(_COLOUR, swatch(entry.colour))
            for column in (_KEY, _STROKES):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
            if is_other:
                item.setToolTip(_NAME, tr("Paint this over what belongs to no class, where a class spreads too far."))
            else:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.tree.addTopLevelItem(item)
        self._filling = False
        self._fit_height()
        self._choose_row()

    def _fit_height(self) -> None:
        """The same for any number of classes, so that nothing below moves."""
        row = max(self.tree.sizeHintForRow(0), 18)
        height = self.tree.header().sizeHint().height() + _ROWS_SHOWN * row + 2 * self.tree.frameWidth() + 2
        self.tree.setFixedHeight(height)

    def _choose_row(self) -> None:
        self._filling = True
        for index in range(self.tree.topLevelItemCount()):
            item = present(self.tree.topLevelItem(index))
            if item.data(_NAME, _NAME_ROLE) == self._session.brush.class_name and not self._session.brush.erasing:
                self.tree.setCurrentItem(item)
                break
        else:
            self.tree.setCurrentItem(None)
        self._filling = False
        is_class = self._chosen() not in ("", BACKGROUND)
        self.remove_button.setEnabled(is_class)
        self.colour_button.setEnabled(is_class)

    def _chosen(self) -> str:
        item = self.tree.currentItem()
        return item.data(_NAME, _NAME_ROLE) if item is not None else ""

    def _row_chosen(self) -> None:
        if not self._filling and self._chosen():
            self._session.brush.choose_class(self._chosen())

    def _double_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if not item.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        if column == _COLOUR:
            self._recolour()
        else:
            self.tree.editItem(item, _NAME)

    def menu(self) -> QMenu:
        """What can be done with the chosen class."""
        name, painting = self._chosen(), self._session.painting
        is_class = name not in ("", BACKGROUND)
        menu = QMenu(self)
        for text, is_enabled, slot in (
            (tr("Rename"), is_class, self._edit),
            (tr("Colour..."), is_class, self._recolour),
            (tr("Erase its strokes"), any(stroke.class_name == name for stroke in painting.strokes), self._unstroke),
            (tr("Remove class"), is_class, self._remove),
        ):
            action = present(menu.addAction(text))
            action.setEnabled(is_enabled)
            action.triggered.connect(partial(_called, slot))
        return menu

    def _edit(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.setFocus()
            self.tree.editItem(item, _NAME)

    def _unstroke(self) -> None:
        painting, name = self._session.painting, self._chosen()
        kept = [stroke for stroke in painting.strokes if stroke.class_name != name]
        self._session.paintings.change(painting.with_all_strokes(kept))

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != _NAME:
            return
        old, new = item.data(_NAME, _NAME_ROLE), item.text(_NAME).strip()
        if new != old:
            try:
                self._session.brush.rename_class(old, new)
            except ValueError:
                self._session.warn(tr("Each class needs a name of its own; '{}' is empty or taken.").format(new))
        self.fill()

    def _add(self) -> None:
        painting = self._session.painting
        name = tr("class {}").format(len(painting.classes) + 1)
        self._session.paintings.change(painting.with_class(name))
        self._session.brush.choose_class(self._session.painting.classes[-1].name)
        self._edit()  # whoever adds a class types its name

    def _remove(self) -> None:
        self._session.paintings.change(self._session.painting.without_class(self._chosen()))

    def _recolour(self) -> None:
        name = self._chosen()
        entry = next(entry for entry in self._session.painting.classes if entry.name == name)
        colour = QgsColorDialog.getColor(QColor(*entry.colour), self, tr("Colour of {}").format(name))
        if colour.isValid():
            painting = self._session.painting.with_class_colour(name, (colour.red(), colour.green(), colour.blue()))
            self._session.paintings.change(painting)


def _called(slot: Callable[[], None], checked: bool = False) -> None:
    """A slot of an action, which sends whether it is checked."""
    slot()
