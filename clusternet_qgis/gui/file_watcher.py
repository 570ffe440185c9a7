"""Notices when files are written, replaced or deleted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

_MILLISECONDS_UNTIL_WRITTEN = 1000


class FileWatcher(QObject):
    """Watches a few files, and reports once a change of them is over.

    Signals:
        changed: Files were written or replaced; all of them are there.
        gone: The first path that is not there any more.

    Args:
        parent: Owner.
    """

    changed = pyqtSignal()
    gone = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[str] = []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda path: self._rest.start())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_MILLISECONDS_UNTIL_WRITTEN)
        self._rest.timeout.connect(self._check)

    def watch(self, paths: Iterable[str]) -> None:
        """Watches these paths instead of those before; those that are no files, and empty ones, never change."""
        self._paths = [path for path in paths if path]
        watched = self._watcher.files()
        if watched:
            self._watcher.removePaths(watched)
        self._add_paths()

    def stop(self) -> None:
        """Reports nothing more of what has happened."""
        self._rest.stop()

    def _add_paths(self) -> None:
        files = [path for path in self._paths if Path(path).is_file()]
        if files:
            self._watcher.addPaths(files)

    def _check(self) -> None:
        missing = [path for path in self._paths if not Path(path).exists()]
        if missing:
            self.gone.emit(missing[0])
            return
        self._add_paths()  # a file that was replaced is another one, and not watched yet
        self.changed.emit()
