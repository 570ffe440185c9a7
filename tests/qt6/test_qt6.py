"""Ready for Qt 6: the checker finds what it is to find, the plugin has nothing of it, and its own widgets run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT

QT6 = ROOT / ".venv-qt6" / "bin" / "python"

BAD_QT = """
from PyQt5.QtCore import QObject
from qgis.PyQt.QtCore import Qt, QNothing
from qgis.PyQt.QtWidgets import QDialog, QAction
flag = Qt.AlignLeft
good = Qt.AlignmentFlag.AlignLeft
QDialog().exec_()
"""
BAD_QGIS = """
from qgis.core import QgsProcessing, QgsProcessingParameterNumber, QgsNothing
whole = QgsProcessingParameterNumber.Integer
good = QgsProcessingParameterNumber.Type.Integer
"""


def check(side: str, target: Path) -> tuple[int, str]:
    python = str(QT6) if side == "qt" else sys.executable
    command = [python, str(ROOT / "scripts" / "qt6.py"), side, str(target)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    assert not done.stderr.startswith("Traceback"), done.stderr
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("side", "text", "lines"),
    [
        ("qt", BAD_QT, {2: "PyQt5", 3: "QNothing", 5: "AlignLeft", 7: "exec_"}),
        ("qgis", BAD_QGIS, {2: "QgsNothing", 3: "Type.Integer"}),
    ],
)
def test_the_checker_finds_planted_faults_and_nothing_else(
    side: str, text: str, lines: dict[int, str], tmp_path: Path
) -> None:
    path = tmp_path / "bad.py"
    path.write_text(text)
    code, said = check(side, path)
    assert code == 1
    found = {int(line.split(":")[1]): line for line in said.splitlines() if line.startswith(str(path))}
    assert {number: name in found.get(number, "") for number, name in lines.items()} == dict.fromkeys(lines, True)
    assert found.keys() == lines.keys()


@pytest.mark.parametrize("side", ["qt", "qgis"])
def test_the_plugin_is_ready(side: str) -> None:
    code, said = check(side, ROOT / "clusternet_qgis")
    assert code == 0, said


def test_widgets_that_need_no_qgis_run_under_qt6() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [str(QT6), str(Path(__file__).with_name("widgets.py"))]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.stdout.strip() == "PyQt6 shows them", done.stderr
