"""Runs benchmarks, each in a process of its own, and writes their results into RESULTS.md."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
BENCHMARKS = {
    "compared": "Today against an earlier commit",
    "speed": "Speed and memory",
    "training": "Parts of a training",
    "size": "Time and memory by size",
    "stages": "Mapping step by step",
    "startup": "What the plugin adds to QGIS' start",
    "quality": "Clusters against labels",
    "generalise": "Places that the base model has not seen",
    "strokes": "Strokes against other interactive tools",
    "places": "Where the next stroke does most",
    "live": "Waiting while painting",
    "distributed": "Mapping on processes of dask.distributed",
    "polygons": "Polygons against gdal:polygonize and simplification",
    "objects": "Right angles of buildings",
    "separate": "Touching objects apart",
    "zones": "Areas in many zones",
    "intervals": "Intervals of areas in zones",
    "two_dates": "Two dates",
}


def run(name: str) -> list[dict[str, Any]]:
    """Runs a benchmark, shows its output, and returns its JSON lines."""
    lines = []
    with subprocess.Popen(
        [sys.executable, "-m", f"benchmarks.{name}"], stdout=subprocess.PIPE, text=True, cwd=FOLDER.parent
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            if line.startswith("{"):
                lines.append(json.loads(line))
    if process.returncode:
        raise SystemExit(f"the benchmark {name} failed with exit code {process.returncode}")
    return lines


def table(lines: list[dict[str, Any]]) -> str:
    """A Markdown table of JSON lines; lines with other keys start another table."""
    text, columns = "", []
    for line in lines:
        if list(line) != columns:
            columns = list(line)
            text += f"\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"
        text += f"| {' | '.join(_shown(value) for value in line.values())} |\n"
    return text


def _shown(value: Any) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def main() -> None:
    """Runs the benchmarks that are named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="BENCHMARK", help=f"of {', '.join(BENCHMARKS)}; all by default")
    names = parser.parse_args().names or list(BENCHMARKS)
    results = FOLDER / "RESULTS.md"
    sections = dict(_sections(results.read_text() if results.exists() else ""))
    for name in names:
        date = datetime.date.today().isoformat()
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        text = table(run(name))
        if (FOLDER / f"{name}.png").exists():
            text += f"\n![{BENCHMARKS[name]}]({name}.png)\n"
        sections[BENCHMARKS[name]] = f"\nMeasured {date} on {machine}.\n{text}\n"
    ordered = [title for title in BENCHMARKS.values() if title in sections]
    text = "".join(f"## {title}\n{sections[title]}" for title in ordered)
    results.write_text(f"# Benchmark results\n\n{text}".rstrip() + "\n")


def _sections(text: str) -> list[tuple[str, str]]:
    parts = text.split("\n## ")[1:]
    return [(part.split("\n", 1)[0], part.split("\n", 1)[1].rstrip("\n") + "\n\n") for part in parts]


if __name__ == "__main__":
    main()
