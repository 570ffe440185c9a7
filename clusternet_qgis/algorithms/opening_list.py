"""A list to choose from that is filled when it opens. Only dialogs and the dock load this file."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox


class OpeningList(QComboBox):
    """A list that can be changed before it opens.

    Signals:
        opens: It is about to.
    """

    opens = pyqtSignal()

    def showPopup(self) -> None:
        """Opens it."""
        self.opens.emit()
        super().showPopup()
