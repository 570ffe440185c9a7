"""A scroll area that does not jump when what has the focus is disabled or hidden."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QScrollArea

from ..qgis_objects import present


class CalmScrollArea(QScrollArea):
    """Scrolls to what the Tab key leads to, but stays where it is when Qt passes the focus on by itself."""

    def focusNextPrevChild(self, next: bool) -> bool:
        """Called for the Tab key, and where the widget with the focus cannot keep it."""
        # The window's, not the application's: after a dialog of files the window is not active at once.
        before, bar = self.window().focusWidget(), present(self.verticalScrollBar())
        is_passed_on = before is not None and not (before.isEnabled() and before.isVisible())
        value = bar.value()
        has_moved = super().focusNextPrevChild(next)
        if is_passed_on:
            bar.setValue(value)
        return has_moved
