"""Where the Help button leads: the manual that comes with the plugin, so that it needs no network."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QUrl

# The zip has it; a checkout does not.
_MANUAL = Path(__file__).resolve().parent.parent / "manual"
_SOURCES = "https://github.com/clusternet-qgis/clusternet-qgis/blob/main/docs"  # below the homepage in metadata.txt


def manual_page(name: str) -> str:
    """The address of a page of the manual, or of its source where there is no manual.

    Args:
        name: Such as `install`, or `reference/train` for an algorithm.
    """
    page = _MANUAL / f"{name}.html"
    if page.is_file():
        return str(QUrl.fromLocalFile(str(page)).toString())
    return f"{_SOURCES}/{'reference/index' if name.startswith('reference/') else name}.md"
