"""The clusters as a table: picture, name, share of the area and class."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QLocale, QModelIndex, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QPainter, QPixmap

from ..core.io.palette import Colour
from ..translation import tr
from .colour_tables import colour_of_cluster
from .icons import square
from .painting import Painting
from .suggest_task import Suggestion
from .thumbnails import SIDE

NAME, AREA, CLASS = 0, 1, 2
_SWATCH_PIXELS = 12


@dataclass(frozen=True)
class ClusterRow:
    """A cluster, several that count as one, or a group of rows that look alike.

    Attributes:
        members: Ids of the clusters.
        name: The text that is shown.
        share: Share of the pixels in view, 0 to 1.
        class_name: The class that the cluster is in; "" for none.
        colour: Colour of the cluster.
        by_hand: Whether the user chose the class in this table.
        suggestion: What the cluster is taken for, if it is in no class and that was asked.
        inner: The rows of a group; none for clusters.
        is_open: Whether the rows of a group are shown below it.
    """

    members: tuple[int, ...]
    name: str
    share: float
    class_name: str
    colour: Colour
    by_hand: bool
    suggestion: Suggestion | None = None
    inner: tuple[ClusterRow, ...] = ()
    is_open: bool = False

    @property
    def first_members(self) -> tuple[int, ...]:
        """A cluster of each thing that can have a class."""
        return tuple(row.members[0] for row in self.inner) or self.members[:1]


def cluster_rows(
    clusters: Sequence[Mapping[str, Any]],
    painting: Painting,
    pixels_of: Callable[[int], int],
    colours: Sequence[Colour] = (),
    suggestions: Mapping[int, Suggestion] = MappingProxyType({}),
) -> list[ClusterRow]:
    """Makes a row for each cluster in view, the largest first.

    Args:
        clusters: As the worker describes them.
        painting: With what the user has set for them.
        pixels_of: How many pixels of a cluster are in view.
        colours: Those of the model's clusters, as far as it has any.
        suggestions: What clusters are taken for.
    """
    by_id = {int(entry["id"]): entry for entry in clusters}
    total = sum(map(pixels_of, by_id))
    rows = []
    for cluster in by_id:
        members = tuple(member for member in painting.merged_with(cluster) if member in by_id)
        if cluster != members[0]:
            continue
        pixels = sum(map(pixels_of, members))
        if not pixels:
            continue
        name = painting.cluster_names.get(cluster) or " + ".join(str(member) for member in members)
        class_name = painting.toggled.get(cluster, by_id[cluster].get("class") or "")
        colour = colour_of_cluster(painting, cluster, colours)
        by_hand = cluster in painting.toggled
        suggestion = None if class_name or by_hand else suggestions.get(cluster)
        rows.append(ClusterRow(members, name, pixels / total, class_name, colour, by_hand, suggestion))
    return sorted(rows, key=lambda row: -row.share)


def grouped_rows(
    rows: Sequence[ClusterRow], alike: Sequence[Collection[int]], open_groups: Collection[frozenset[int]]
) -> list[ClusterRow]:
    """Puts rows that look alike below a row for all of them, unless it is folded; the largest group comes first.

    Args:
        rows: Of clusters, the largest first.
        alike: The clusters of each group; all that the model has are in one.
        open_groups: Groups of `alike` whose rows are shown.
    """
    members: dict[frozenset[int], list[ClusterRow]] = {}
    for row in rows:
        members.setdefault(group_of(row, alike), []).append(row)
    result: list[ClusterRow] = []
    for group, inner in sorted(members.items(), key=lambda item: -sum(row.share for row in item[1])):
        if len(inner) == 1:
            result += inner
        else:
            result += [_group(inner, group in open_groups), *(inner if group in open_groups else ())]
    return result


def group_of(row: ClusterRow, alike: Sequence[Collection[int]]) -> frozenset[int]:
    """The clusters that look like the first of a row; it alone if that is not known."""
    first = row.members[0]
    parent = first % max(sum(map(len, alike)), 1)  # a child of a split cluster is like the whole
    return next((frozenset(group) for group in alike if parent in group), frozenset({first}))


def _group(rows: Sequence[ClusterRow], is_open: bool) -> ClusterRow:
    classes = {row.class_name for row in rows}
    return ClusterRow(
        members=tuple(member for row in rows for member in row.members),
        name=tr("{} alike").format(len(rows)),
        share=sum(row.share for row in rows),
        class_name=classes.pop() if len(classes) == 1 else "",
        colour=rows[0].colour,
        by_hand=all(row.by_hand for row in rows),
        inner=tuple(rows),
        is_open=is_open,
    )


class ClusterTable(QAbstractTableModel):
    """The model of the table of clusters.

    Signals:
        toggled: A row was ticked or not (ClusterRow, bool).
        renamed: A row was given a name (ClusterRow, str).
    """

    toggled = pyqtSignal(object, bool)
    renamed = pyqtSignal(object, str)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.rows: list[ClusterRow] = []
        self._class_name = ""
        self._colours: Mapping[str, Colour] = {}
        self._pictures: Mapping[int, QPixmap] = {}
        self._drawn: dict[tuple[int, Colour], QPixmap] = {}

    def show_rows(self, rows: list[ClusterRow], class_name: str, colours: Mapping[str, Colour]) -> bool:
        """Shows clusters, and ticks those of one class; whether they are other rows, of which none is selected."""
        same = _identity(rows) == _identity(self.rows)
        if not same:
            self.beginResetModel()
        self.rows, self._class_name, self._colours = rows, class_name, colours
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, CLASS))
        return not same

    def show_pictures(self, pictures: Mapping[int, QPixmap]) -> None:
        """Shows what clusters look like."""
        self._pictures = pictures
        self._drawn.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    @staticmethod
    def class_text(row: ClusterRow) -> str:
        """The class of a row, or else what it is taken for."""
        return row.class_name or (row.suggestion.text if row.suggestion else "")

    # --- called by Qt

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        """The number of clusters."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        """Three: NAME, AREA and CLASS."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The titles of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Cluster"), tr("Share"), tr("Class"))[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == AREA:
            return tr("Share of what is in view.")
        return None

    def flags(self, index: QModelIndex) -> Any:  # Qt.ItemFlags in Qt 5, Qt.ItemFlag in Qt 6
        """A name can be ticked, and edited if it is not that of a group."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            if not self.rows[index.row()].inner:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        """What a cell shows."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (_marked(row), _percent(row.share), self.class_text(row))[column]
        if role == Qt.ItemDataRole.FontRole and column == CLASS and row.suggestion:
            font = QFont()
            font.setItalic(True)
            return font
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return row.name
        if role == Qt.ItemDataRole.TextAlignmentRole and column == AREA:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return self._picture(row)
        if role == Qt.ItemDataRole.DecorationRole and column == CLASS and row.class_name in self._colours:
            return square(self._colours[row.class_name], 16)
        if role == Qt.ItemDataRole.DecorationRole and column == CLASS and row.suggestion:
            return square(row.suggestion.entry.colour, 16)
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            ticked = row.class_name == self._class_name and self._class_name
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanation(row)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = 0) -> bool:
        """The user has ticked or named a cluster."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.toggled.emit(row, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and str(value).strip() != row.name:
            self.renamed.emit(row, str(value).strip())
            return True
        return False

    def _explanation(self, row: ClusterRow) -> str:
        if row.inner:
            return tr("Clusters that look alike. Click to see or fold them; the tick is for all of them.")
        if row.by_hand:
            return tr("Given its class by hand.")
        if row.class_name:
            return tr("Given its class by your strokes.")
        if row.suggestion:
            return tr("A suggestion: click it to put the cluster into '{}'.").format(row.suggestion.entry.name)
        return tr("In no class. Tick it to put it into the class that you paint.")

    def _picture(self, row: ClusterRow) -> QPixmap:
        """The cluster's colour, and a piece of the raster that shows it."""
        key = (row.members[0], row.colour)
        if key not in self._drawn:
            picture = next((self._pictures[member] for member in row.members if member in self._pictures), None)
            ratio = picture.devicePixelRatio() if picture is not None else 1.0
            pixmap = QPixmap(round(ratio * (_SWATCH_PIXELS + 2 + SIDE)), round(ratio * SIDE))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.fillRect(QRect(0, 0, _SWATCH_PIXELS, SIDE), QBrush(QColor(*row.colour)))
            if picture is not None:
                painter.drawPixmap(_SWATCH_PIXELS + 2, 0, picture)
            painter.end()
            self._drawn[key] = pixmap
        return self._drawn[key]


def _identity(rows: Sequence[ClusterRow]) -> list[tuple[bool, tuple[int, ...]]]:
    """What says whether rows stand for the same."""
    return [(bool(row.inner), row.members) for row in rows]


def _marked(row: ClusterRow) -> str:
    """The name, with an arrow for a group."""
    return f"{'▾' if row.is_open else '▸'} {row.name}" if row.inner else row.name


def _percent(share: float) -> str:
    return f"{QLocale().toString(100 * share, 'f', 1)} %" if share >= 0.001 else tr("< 0.1 %")
