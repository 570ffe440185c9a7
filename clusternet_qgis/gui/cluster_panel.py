"""The list of clusters, and the buttons that change them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from qgis.core import QgsPointXY
from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, QSize, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ..core.io.legend import BACKGROUND
from ..translation import tr
from .cluster_table import AREA, CLASS, NAME, ClusterRow, ClusterTable, cluster_rows, group_of, grouped_rows
from .icons import swatch, theme_icon
from .preview import SHOW_CLUSTERS
from .session import Session
from .suggest_panel import SuggestPanel
from .thumbnails import SIDE, Thumbnails, densest_squares

_MILLISECONDS_OF_REST = 700
_HEIGHT = 260
_CLASS_PIXELS = 80
_MOST_CLASS_PIXELS = 160
_SWATCH_AND_PADDING = 30
_AREA_PADDING = 10
_ZOOM = 4.0
_NEAR_PIXELS = 12


class ClusterPanel(QWidget):
    """Lets the user tick, merge, name, colour and find clusters."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._thumbnails = Thumbnails(session.canvas, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_MILLISECONDS_OF_REST)
        self._rest.timeout.connect(self._make_pictures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setFixedHeight(2 * self.hint.fontMetrics().lineSpacing())
        layout.addWidget(self.hint)
        self.table = ClusterTable(self)
        self._open_groups: set[frozenset[int]] = set()
        self._is_ticked = False
        self.view = self._make_view()
        layout.addLayout(self._make_buttons())
        layout.addWidget(self.view)
        self.names = SuggestPanel(session, self)
        layout.addWidget(self.names)
        self.names.changed.connect(self.fill)
        self.view.pressed.connect(self._pressed)
        self.view.clicked.connect(self._clicked)
        self.table.toggled.connect(self._toggle)
        self.table.renamed.connect(self._rename)
        self._thumbnails.ready.connect(lambda: self.table.show_pictures(self._thumbnails.pictures))
        for signal in (session.paintings.changed, session.brush.changed, session.clusters_changed):
            signal.connect(self.fill)
        session.picker.picked.connect(self._picked)
        session.canvas.mapToolSet.connect(self._refresh_buttons)
        session.raster_changed.connect(self._thumbnails.pictures.clear)
        session.preview.changed.connect(self._rest.start)
        session.preview.ready.connect(self.fill)
        self.fill()

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.table)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setShowGrid(False)
        view.setIconSize(QSize(SIDE + 14, SIDE))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(SIDE + 4)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        # With ResizeToContents, Qt would measure every row at every change.
        header.resizeSection(AREA, header.fontMetrics().horizontalAdvance("88.8 %") + _AREA_PADDING)
        header.setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(CLASS, _CLASS_PIXELS)
        view.setFixedHeight(_HEIGHT)
        view.selectionModel().selectionChanged.connect(self._selected)
        return view

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.class_button = QToolButton()
        self.class_button.setText(tr("Put into class"))
        self.class_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.class_button.setToolTip(tr("Put the selected clusters into a class by hand."))
        menu = QMenu(self.class_button)
        menu.aboutToShow.connect(self._fill_menu)
        self.class_button.setMenu(menu)
        row.addWidget(self.class_button)
        row.addStretch()
        self.merge_button = self._button(
            "mActionMergeFeatures", tr("Let the selected clusters count as one"), self._merge
        )
        self.part_button = self._button("mActionSplitFeatures", tr("Take merged clusters apart again"), self._part)
        self.rename_button = self._button("mActionRename", tr("Rename (or double-click the name)"), self._edit_name)
        self.colour_button = self._button("propertyicons/symbology", tr("Colour of the cluster"), self._recolour)
        self.zoom_button = self._button("mActionZoomToSelected", tr("Zoom to where the cluster is"), self._zoom)
        self.pick_button = self._button(
            "mActionIdentify", tr("Which cluster is here? Click on the map to choose it."), self._switch_picking
        )
        self.pick_button.setCheckable(True)
        row.insertWidget(0, self.pick_button)
        for button in (self.merge_button, self.part_button, self.rename_button, self.colour_button, self.zoom_button):
            row.addWidget(button)
        return row

    def _button(self, icon: str, text: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setIcon(theme_icon(icon))
        button.setToolTip(text)
        button.setAutoRaise(True)
        button.clicked.connect(lambda checked=False: slot())
        return button

    # --- what is shown

    def fill(self, *_: object) -> None:
        """Shows the clusters that are in view."""
        session = self._session
        preview = session.preview
        painting = session.painting
        rows = cluster_rows(
            session.clusters, painting, preview.pixels_in_view, preview.cluster_colours, self.names.found
        )
        rows = grouped_rows(rows, session.alike, self._open_groups)
        colours = {entry.name: entry.colour for entry in session.painting.all_classes}
        chosen = {member for row in self.chosen() for member in row.members}
        if self.table.show_rows(rows, session.brush.class_name, colours):
            self._choose(chosen)  # which are chosen no longer
            self._selected()
        self._fit_classes()
        if rows:
            name = tr("other") if session.brush.class_name == BACKGROUND else session.brush.class_name
            self.hint.setText(tr("Tick a cluster to put it into '{}', without painting.").format(name))
        else:
            self.hint.setText(tr("Clusters appear here when the preview has been computed."))
        self._refresh_buttons()

    def _fit_classes(self) -> None:
        """Makes the column of classes as wide as their names need."""
        metrics, header = self.view.fontMetrics(), self.view.horizontalHeader()
        names = {self.table.class_text(row) for row in self.table.rows}
        needed = _SWATCH_AND_PADDING + max(map(metrics.horizontalAdvance, names), default=0)
        width = min(max(needed, _CLASS_PIXELS), _MOST_CLASS_PIXELS)
        if width > header.sectionSize(CLASS):
            header.resizeSection(CLASS, width)

    def _refresh_buttons(self, *_: object) -> None:
        rows = self.chosen()
        self.pick_button.setChecked(self._session.picker.is_active)
        self.merge_button.setEnabled(sum(max(len(row.inner), 1) for row in rows) > 1)
        self.part_button.setEnabled(any(len(row.members) > 1 for row in rows))
        self.class_button.setEnabled(bool(rows))
        self.zoom_button.setEnabled(len(rows) == 1)
        for button in (self.rename_button, self.colour_button):
            button.setEnabled(len(rows) == 1 and not rows[0].inner)

    def chosen(self) -> list[ClusterRow]:
        """The selected rows."""
        indices = self.view.selectionModel().selectedRows()
        return [self.table.rows[index.row()] for index in indices if index.row() < len(self.table.rows)]

    def _choose(self, members: Collection[int]) -> None:
        """Selects the rows of clusters, and scrolls to the first of them; of a group if all in it are chosen."""
        selection, model, left = QItemSelection(), self.table, set(members)
        for number, row in enumerate(model.rows):
            if left.issuperset(row.members) if row.inner else not left.isdisjoint(row.members):
                left.difference_update(row.members)
                selection.select(model.index(number, 0), model.index(number, CLASS))
        self.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if selection.indexes():
            self.view.scrollTo(selection.indexes()[0])

    def _selected(self, *_: object) -> None:
        """Lights the chosen clusters up on the map."""
        members = {member for row in self.chosen() for member in row.members}
        self._session.preview.light_up(members)
        self._refresh_buttons()

    def _picked(self, cluster: int, position: QPoint) -> None:
        """The map was clicked: the cluster there is chosen, and named beside the mouse."""
        if self._session.preview.shown != SHOW_CLUSTERS:
            self._session.preview.show(SHOW_CLUSTERS)
        self._unfold(cluster)
        self._choose([cluster])
        text = tr("There is no cluster here.")
        for row in self.chosen():
            text = tr("Cluster {}").format(row.name) + (f": {row.class_name}" if row.class_name else "")
        viewport = self._session.canvas.viewport()
        near = QRect(position, QSize(1, 1)).adjusted(-_NEAR_PIXELS, -_NEAR_PIXELS, _NEAR_PIXELS, _NEAR_PIXELS)
        QToolTip.showText(viewport.mapToGlobal(position), text, viewport, near)  # it goes when the mouse leaves

    def _unfold(self, cluster: int) -> None:
        """Shows the rows of the group that a cluster is in."""
        for row in self.table.rows:
            if row.inner and not row.is_open and cluster in row.members:
                self._switch_group(row)
                return

    def _switch_group(self, row: ClusterRow) -> None:
        self._open_groups ^= {group_of(row, self._session.alike)}
        self.fill()

    def _switch_picking(self) -> None:
        session = self._session
        if session.picker.is_active:
            session.picker.deactivate()
        else:
            session.brush.deactivate()
            session.picker.activate()
            session.preview.show(SHOW_CLUSTERS)

    def _make_pictures(self) -> None:
        view, layer = self._session.preview.view, self._session.layer
        if view is not None and layer is not None and self.isVisible():
            self._thumbnails.make(layer, view)

    # --- what is done

    def _pressed(self, *_: object) -> None:
        self._is_ticked = False

    def _clicked(self, index: QModelIndex) -> None:
        """A suggested name was clicked: it is taken over; or a group: it is unfolded or folded."""
        row = self.table.rows[index.row()]
        if row.inner and not self._is_ticked and not QApplication.keyboardModifiers():
            self._switch_group(row)
        if index.column() == CLASS and row.suggestion is not None:
            self.names.take_over([row.members[0]])

    def _toggle(self, row: ClusterRow, ticked: bool) -> None:
        self._is_ticked = True
        self._put([row], self._session.brush.class_name if ticked else "")

    def _put(self, rows: list[ClusterRow], class_name: str | None) -> None:
        painting = self._session.painting
        clusters = [cluster for row in rows for cluster in row.first_members]
        self._session.paintings.change(painting.with_toggled(clusters, class_name))

    def _fill_menu(self) -> None:
        menu = self.class_button.menu()
        menu.clear()
        rows = self.chosen()
        for entry in self._session.painting.classes:
            action = menu.addAction(swatch(entry.colour), entry.name)
            action.triggered.connect(partial(self._put_from_menu, rows, entry.name))
        menu.addSeparator()
        menu.addAction(tr("No class")).triggered.connect(partial(self._put_from_menu, rows, ""))
        menu.addAction(tr("As the strokes say")).triggered.connect(partial(self._put_from_menu, rows, None))

    def _put_from_menu(self, rows: list[ClusterRow], class_name: str | None, checked: bool = False) -> None:
        self._put(rows, class_name)

    def _merge(self) -> None:
        members = [member for row in self.chosen() for member in row.members]
        self._session.paintings.change(self._session.painting.with_merged(members))

    def _part(self) -> None:
        members = [member for row in self.chosen() for member in row.members]
        self._session.paintings.change(self._session.painting.without_merged(members))

    def _rename(self, row: ClusterRow, name: str) -> None:
        self._session.paintings.change(self._session.painting.with_cluster_name(row.members[0], name))

    def _edit_name(self) -> None:
        self.view.edit(self.view.selectionModel().selectedRows()[0])

    def _recolour(self) -> None:
        row = self.chosen()[0]
        colour = QgsColorDialog.getColor(QColor(*row.colour), self, tr("Colour of {}").format(row.name))
        if colour.isValid():
            rgb = (colour.red(), colour.green(), colour.blue())
            self._session.paintings.change(self._session.painting.with_cluster_colour(row.members[0], rgb))
            self._session.preview.show(SHOW_CLUSTERS)

    def _zoom(self) -> None:
        """Zooms to the part of the view that holds the most pixels of the cluster."""
        view = self._session.preview.view
        squares = densest_squares(view.clusters) if view is not None else {}
        centre = next((squares[member] for member in self.chosen()[0].members if member in squares), None)
        if centre is None or view is None:
            self._session.warn(tr("This cluster is not in view; zoom out first."))
            return
        point = view.to_map.map(QPointF(centre[1], centre[0]))
        canvas = self._session.canvas
        extent = canvas.extent()
        extent.scale(1 / _ZOOM, QgsPointXY(point))
        canvas.setExtent(extent)
        canvas.refresh()
