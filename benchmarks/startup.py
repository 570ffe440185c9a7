"""The time that the plugin adds to the start of QGIS, in new processes with compiled and cached files."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
# The class Iface replaces QGIS' interface, of which the plugin only uses the main window while QGIS starts.
PROGRAM = """
import sys, time
started = time.perf_counter()
from qgis.core import QgsApplication
application = QgsApplication([], True)
application.initQgis()
from qgis.PyQt.QtWidgets import QMainWindow
import qgis.utils, processing
from processing.core.Processing import Processing
Processing.initialize()
ready = time.perf_counter()

class Iface:
    window = QMainWindow()
    mainWindow = lambda self: self.window
    addToolBarIcon = removeToolBarIcon = lambda self, action: None
    addPluginToMenu = removePluginMenu = lambda self, menu, action: None

sys.path.insert(0, sys.argv[1])
import clusternet_qgis
plugin = clusternet_qgis.classFactory(Iface())
imported = time.perf_counter()
plugin.initGui()
done = time.perf_counter()
plugin.unload()
print(1000 * (ready - started), 1000 * (imported - ready), 1000 * (done - imported))
"""


def measure(cache: Path) -> tuple[float, float, float]:
    """Milliseconds of the start of QGIS itself, of importing the plugin, and of starting it."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(cache),
        "PYTHONPYCACHEPREFIX": str(cache),  # compiled once, as in an installed plugin
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": "/usr/share/qgis/python/plugins",
    }
    command = [sys.executable, "-c", PROGRAM, str(ROOT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    own, imported, begun = map(float, done.stdout.split()[-3:])
    return own, imported, begun


def main() -> None:
    """Prints minimum and median of the times."""
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))  # compiles
        runs = [measure(Path(folder)) for _ in range(RUNS)]
    sums = [(own, imported, begun, imported + begun) for own, imported, begun in runs]
    for name, values in zip(("QGIS with Processing", "import", "initGui", "plugin in all"), zip(*sums)):
        print(json.dumps({"start": name, "least ms": min(values), "median ms": statistics.median(values)}), flush=True)


if __name__ == "__main__":
    main()
