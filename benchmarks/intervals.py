"""How often the 95 % intervals of areas in zones hold the truth, over simulated maps; prints one JSON object a line.

    python -m benchmarks.intervals [--maps 1000] [--units 300]

Each map has 200 x 200 pixels of three classes. The truth differs from it by errors of single pixels, or of patches of
5 x 5 or 20 x 20 pixels. Of each, points are drawn at random, and the areas of zones are corrected by them: of the whole
map, a half, a quarter, and a twenty-fifth.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SIDE, BLOCK, CLASSES = 200, 20, 3
# Shares of what is in reality the class itself and the two others, of what is mapped as each class.
RATES = np.array([[0.85, 0.1, 0.05], [0.8, 0.1, 0.1], [0.9, 0.02, 0.08]])
# First row, first column, rows and columns.
ZONES = {
    "whole map": (0, 0, 200, 200),
    "half": (0, 0, 200, 100),
    "quarter": (0, 0, 100, 100),
    "twenty-fifth": (40, 40, 40, 40),
}


def simulated(patch: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A map and the truth (rows, cols), with errors of patches of so many pixels a side."""
    mapped = np.kron(random.choice(CLASSES, (SIDE // 10, SIDE // 10), p=[0.5, 0.3, 0.2]), np.ones((10, 10), int))
    chance = np.kron(random.random((SIDE // patch, SIDE // patch)), np.ones((patch, patch)))
    step = (chance[..., None] > np.cumsum(RATES, 1)[mapped][..., :2]).sum(-1)
    return mapped, (mapped + step) % CLASSES


def coverage(maps: int, patch: int, units: int, seed: int = 0) -> dict[str, float]:
    """Share of the intervals of each zone that hold the true area."""
    from clusternet_qgis.core.evaluation.corrected_areas import correct_areas

    random = np.random.default_rng(seed)
    across = SIDE // BLOCK
    parts = [(slice(row, row + rows), slice(col, col + cols)) for row, col, rows, cols in ZONES.values()]
    cover = np.zeros((len(parts), across, across))
    for index, part in enumerate(parts):
        inside = np.zeros((SIDE, SIDE))
        inside[part] = 1
        cover[index] = inside.reshape(across, BLOCK, across, BLOCK).sum((1, 3)) / inside.sum()
    hits = np.zeros(len(parts))
    for _ in range(maps):
        mapped, true = simulated(patch, random)
        row, col = np.divmod(random.choice(SIDE * SIDE, units, replace=False), SIDE)
        counts = np.zeros((across**2, CLASSES, CLASSES), np.int64)
        np.add.at(counts, (row // BLOCK * across + col // BLOCK, mapped[row, col], true[row, col]), 1)
        areas, truth = (
            np.array([np.bincount(classes[part].ravel(), minlength=CLASSES) for part in parts])
            for classes in (mapped, true)
        )
        found = correct_areas(counts, areas.astype(float), areas.sum(1).astype(float), cover.reshape(len(parts), -1))
        hits += ((found.low <= truth) & (truth <= found.high)).mean(1)
    return dict(zip(ZONES, (hits / maps).tolist()))


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maps", type=int, default=1000)
    parser.add_argument("--units", type=int, default=300)
    arguments = parser.parse_args()
    for patch in (1, 5, 20):
        shares = coverage(arguments.maps, patch, arguments.units)
        line = {"benchmark": "intervals", "errors of pixels a side": patch, "maps": arguments.maps, **shares}
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
