"""Text in the language that QGIS speaks."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

_CONTEXT = "ClusterNet"
_FOLDER = Path(__file__).resolve().parent / "resources" / "i18n"
# Scripts and regions of traditional Chinese.
_TRADITIONAL = {"Hant", "TW", "HK", "MO"}


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
    language, *of_region = QgsApplication.locale().replace("-", "_").split("_")
    if language == "zh" and {*of_region} & _TRADITIONAL:
        return None  # the translation is simplified Chinese
    translator = QTranslator()
    if not translator.load(str(_FOLDER / f"clusternet_{language}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
