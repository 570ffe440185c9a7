"""Main times of today's code and of an earlier commit, measured in turn in one run: no speed is lost unseen.

The file `COMPARED_WITH` names the commit. `key_times.py` measures, the same program for both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.code_version import ROOT
from benchmarks.speed import say

FOLDER = Path(__file__).resolve().parent
REPEATS = 3


def key_times(tree: Path) -> dict[str, float]:
    """Seconds of each job in a process of its own that imports the plugin from a tree."""
    program = [sys.executable, str(FOLDER / "key_times.py")]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    with tempfile.TemporaryDirectory() as elsewhere:
        answer = subprocess.run(
            program, env=environment, cwd=elsewhere, stdout=subprocess.PIPE, text=True, check=True
        ).stdout
    figures: dict[str, float] = json.loads(answer.splitlines()[-1])
    return figures


def extracted(commit: str, folder: Path) -> None:
    """Puts the files of a commit into a folder."""
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x"], cwd=folder, input=archive, check=True)


def main() -> None:
    """Measures."""
    commit = (FOLDER / "COMPARED_WITH").read_text(encoding="utf-8").strip()
    with tempfile.TemporaryDirectory() as temporary:
        extracted(commit, Path(temporary))
        runs = [(key_times(Path(temporary)), key_times(ROOT)) for _ in range(REPEATS)]
    for name in runs[0][0]:
        earlier, today = (min(run[which][name] for run in runs) for which in (0, 1))
        say(job=name, earlier=commit[:7], earlier_s=earlier, today_s=today, times_of_earlier=today / earlier)


if __name__ == "__main__":
    main()
