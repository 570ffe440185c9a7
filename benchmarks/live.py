"""How long the painting user waits: from a raster to the first preview, and from a stroke to the next, warm.

    python -m benchmarks.live [--strokes 40]

Talks to a worker process as the dock does. The raster is 10 megapixels of a development mosaic, the base model has
never seen it, and the cache is empty; then views of 2 megapixels of the screen are painted on. `view_s` is the first
look at a part of the raster, whose features are computed meanwhile.
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
    """A worker with a raster open, and the strokes so far."""

    def __init__(self, raster: str, folder: str) -> None:
        self._worker = Runner(sys.executable)
        self._strokes: list[dict[str, Any]] = []
        start = time.perf_counter()
        self.call("live_prepare")
        self.prepared_s, start = time.perf_counter() - start, time.perf_counter()
        self.about = self.call("live_open", path=raster, model_path="", cache_folder=folder)
        self.opened_s = time.perf_counter() - start

    def call(self, name: str, **arguments: Any) -> dict[str, Any]:
        """One call to its end."""
        return self._worker.call(name, arguments, Progress())

    def view(self, window: tuple[int, int, int, int]) -> float:
        """Seconds to the picture of a window (row, col, rows, cols) on the screen."""
        start = time.perf_counter()
        self.call("live_view", window=window, **SCREEN)
        return time.perf_counter() - start

    def stroke(self, window: tuple[int, int, int, int], random: np.random.Generator) -> float:
        """Seconds from a random stroke of 40 pixels in a window to the picture that it changes."""
        row, col, rows, cols = window
        x, y = col + random.uniform(0, cols - 40), row + random.uniform(0, rows)
        left, across, _, top, _, down = self.about["geotransform"]
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
