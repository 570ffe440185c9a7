"""How long a user who paints strokes waits for the first preview, and for the preview after each stroke.

    python -m benchmarks.live [--strokes 40]

Calls a worker process as the dock does. The raster has 10 megapixels of a development mosaic that the base model was
not trained on, and the cache is empty. Then strokes are painted in views of 2 megapixels of the screen. `view_s` is the
time of the first view of a part of the raster, which includes computing its features.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from benchmarks.images import DATA
from benchmarks.speed import say
from clusternet_qgis.core.progress import Progress
from clusternet_qgis.runner import Runner

MOSAIC = DATA / "dubai" / "mosaics" / "tile8_images.vrt"
ROWS, COLS = 2500, 4000
SCREEN = {"width": 1600, "height": 1250}
WARM = 5
CLASSES = [
    {"name": name, "colour": colour} for name, colour in (("a", "#009e73"), ("b", "#d55e00"), ("other", "#888888"))
]


class Painting:
    """A worker with an open raster, and the strokes so far."""

    def __init__(self, raster: str, folder: str) -> None:
        self._worker = Runner(sys.executable)
        self._strokes: list[dict[str, Any]] = []
        start = time.perf_counter()
        self.call("live_prepare")
        self.prepared_s, start = time.perf_counter() - start, time.perf_counter()
        self.raster_info = self.call("live_open", path=raster, model_path="", cache_folder=folder)
        self.opened_s = time.perf_counter() - start

    def call(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Runs one call to its end."""
        return self._worker.call(name, arguments, Progress())

    def view(self, window: tuple[int, int, int, int]) -> float:
        """Seconds until the preview of a window (row, col, rows, cols) is ready."""
        start = time.perf_counter()
        self.call("live_view", window=window, **SCREEN)
        return time.perf_counter() - start

    def stroke(self, window: tuple[int, int, int, int], random: np.random.Generator) -> float:
        """Seconds from a random stroke of 40 pixels in a window until the new preview is ready."""
        row, col, rows, cols = window
        x, y = col + random.uniform(0, cols - 40), row + random.uniform(0, rows)
        left, across, _, top, _, down = self.raster_info["geotransform"]
        points = [[left + across * (x + along), top + down * y] for along in (0, 20, 40)]
        name = CLASSES[len(self._strokes) % len(CLASSES)]["name"]
        self._strokes.append({"class": name, "width": 3 * abs(across), "points": points})
        start = time.perf_counter()
        self.call("live_strokes", classes=CLASSES, strokes=self._strokes, toggled={}, merged=[])
        self.call("live_view", window=window, **SCREEN)
        return time.perf_counter() - start

    def close(self) -> None:
        """Ends the worker."""
        self._worker.close()


def main() -> None:
    """Measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strokes", type=int, default=40)
    strokes = parser.parse_args().strokes
    with tempfile.TemporaryDirectory() as folder:
        raster = str(Path(folder) / "raster.tif")
        gdal.Translate(raster, str(MOSAIC), srcWin=[0, 0, COLS, ROWS])
        painting = Painting(raster, folder)
        whole, part = (0, 0, ROWS, COLS), (400, 400, SCREEN["height"], SCREEN["width"])
        say(prepare_s=painting.prepared_s, when="the dock is shown, before a raster is chosen")
        first = painting.view(part)
        say(raster_megapixels=ROWS * COLS / 1e6, open_s=painting.opened_s, view_s=first, target_of_both_s=5)
        say(view="whole raster, the first time", seconds=painting.view(whole))
        for name, window in (("2 megapixels, each a pixel of the screen", part), ("the whole raster", whole)):
            random = np.random.default_rng(0)
            painting.view(window)
            times = [painting.stroke(window, random) for _ in range(WARM + strokes)][WARM:]
            median, late = np.percentile(times, [50, 95])
            say(view=name, strokes=strokes, median_s=median, percentile_95_s=late, targets_s="0.1, 0.25")
        painting.close()


if __name__ == "__main__":
    main()
