"""Sentences of the core are English and name files; the user knows a language and layers."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback

from .sentences import in_users_language


class LayerNames:
    """What the user calls the files that the core reads."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def add(self, path: str, name: str) -> None:
        """From now on, sentences say `name` for that path."""
        if path:
            self._names[path] = name

    def applied(self, sentence: str) -> str:
        """A sentence in the user's language, with layers instead of paths.

        The longest path counts where one begins like another.
        """
        sentence = in_users_language(sentence)
        for path in sorted(self._names, key=len, reverse=True):
            # Not a part of a longer path. A full stop may follow, the ending of another file may not.
            pattern = rf"(?<![\w/\\]){re.escape(path)}(?![\w/\\|:-]|\.\w)"
            sentence = self._names[path].join(re.split(pattern, sentence))
        return sentence


class NamingFeedback(QgsProcessingMultiStepFeedback):
    """Passes everything on to another feedback, with layers instead of paths.

    Args:
        feedback: The other one.
        names: Of layers.
    """

    def __init__(self, feedback: QgsProcessingFeedback, names: LayerNames) -> None:
        super().__init__(1, feedback)
        self._names = names

    def pushInfo(self, info: str | None) -> None:
        """Passes on a message."""
        super().pushInfo(self._names.applied(info or ""))

    def setProgressText(self, text: str | None) -> None:
        """Passes on what is being done, or the time left."""
        super().setProgressText(self._names.applied(text or ""))

    def pushWarning(self, warning: str | None) -> None:
        """Passes on a warning."""
        super().pushWarning(self._names.applied(warning or ""))

    def reportError(self, error: str | None, fatalError: bool = False) -> None:
        """Passes on an error."""
        super().reportError(self._names.applied(error or ""), fatalError)
