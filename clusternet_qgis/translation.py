"""Text in the language that QGIS speaks."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

_CONTEXT = "ClusterNet"
_FOLDER = Path(__file__).resolve().parent / "resources" / "i18n"


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def marked(text: str) -> str:
    """The text itself. Marks it for translation where the language is not yet known, as in a class attribute."""
    return text


def translated(text: str) -> str:
    """A marked text in the user's language. Modules that do not import QGIS mark texts (environment/failures.py)."""
    return QCoreApplication.translate(_CONTEXT, text)


def install() -> QTranslator | None:
    """Loads the translations for QGIS' language; None if there are none.

    To remove them, pass the result to QCoreApplication.removeTranslator.
    """
    language = QgsApplication.locale().replace("-", "_").partition("_")[0]
    translator = QTranslator()
    if not translator.load(str(_FOLDER / f"clusternet_{language}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
