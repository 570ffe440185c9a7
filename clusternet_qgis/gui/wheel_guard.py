"""The mouse wheel scrolls, and changes no value that it only passes over."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QWidget

_CHANGED_BY_WHEEL = (QComboBox, QAbstractSpinBox, QSlider)


class WheelGuard(QObject):
    """Passes the wheel on to what scrolls, unless the user has chosen the field by a click or a key.

    Args:
        content: What scrolls, with all its fields.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        for field in content.findChildren(QWidget):
            if isinstance(field, _CHANGED_BY_WHEEL):
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel alone gives no focus
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel event that is ignored goes to the parent."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
