"""Runs QGIS' batch dialog, filled in as by a user, in a QGIS of its own, and prints its log.

batch_dialog.py ALGORITHM ROWS: rows are a JSON list of parameters. A process of its own, because in QGIS 3.22 the
dialog leaves a task behind for which the end of the application waits for ever.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingContext, QgsSettings
from qgis.PyQt.QtWidgets import QTextEdit

ROOT = Path(__file__).resolve().parents[2]


def main(name: str, rows: list[dict[str, Any]]) -> None:
    application = QgsApplication([], True)
    application.initQgis()
    sys.path[:0] = [str(ROOT), str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")]
    from processing.core.Processing import Processing
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    from clusternet_qgis import classFactory

    Processing.initialize()
    plugin = classFactory(None)
    plugin.initProcessing()
    QgsSettings().setValue("clusternet/python", sys.executable)
    dialog = BatchAlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(f"clusternet:{name}"))
    panel = dialog.mainWidget()
    panel.clear()
    for row, values in enumerate(rows):
        panel.addRow()
        for parameter, value in values.items():
            column = panel.parameter_to_column[parameter]
            wrapper = panel.wrappers[row][column]
            if wrapper is None:  # an output
                panel.tblParameters.cellWidget(row + 1, column).setValue(value)
            else:
                wrapper.setParameterValue(value, QgsProcessingContext())
    dialog.runAlgorithm()
    end, log, text = time.monotonic() + 50, dialog.findChild(QTextEdit, "txtLog"), ""
    try:
        while not dialog.runButton().isEnabled() and time.monotonic() < end:  # newer QGIS runs it in a task
            text = log.toPlainText()
            QgsApplication.processEvents()
        text = log.toPlainText()
    except RuntimeError:  # the newest closes the dialog when it is done
        pass
    sys.stdout.write(text)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
