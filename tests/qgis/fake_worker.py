"""A worker with right answers at once: clusters are the quadrants of the raster, strokes decide whose they are.

It speaks as the real one does, and can be told by files beside it to be slow, to refuse, or to die.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import numpy as np

FOLDER = Path(sys.argv[1])
ROWS = COLS = 96
EMPTY = 8
LEFT, TOP, PIXEL = 500000.0, 5200000.0, 0.5
EPSG_WKT = ""


class Fake:
    def __init__(self) -> None:
        self.source, self.strokes = None, {"classes": [], "strokes": [], "toggled": {}}

    def answer(self, call: str, arguments: dict) -> dict:
        told = FOLDER / call
        if told.exists():
            what = told.read_text()
            if what.startswith("die"):
                if what == "die":
                    told.unlink()
                os._exit(3)
            if what.startswith("sleep"):
                time.sleep(float(what.split()[1]))
            else:
                raise ValueError(what)
        with (FOLDER / "calls").open("a") as file:
            file.write(json.dumps([call, arguments]) + "\n")
        return getattr(self, call)(**arguments)

    def ping(self) -> dict:
        return {}

    def live_prepare(self) -> dict:
        return {}

    def live_open(self, path, model_path, bands, cache_folder, memory_mb, device_name) -> dict:
        self.source = path
        return {
            "rows": ROWS, "cols": COLS, "geotransform": [LEFT, PIXEL, 0, TOP, 0, -PIXEL], "crs_wkt": EPSG_WKT,
            "clusters": 4, "fingerprint": "f" * 32, "spacing": 1, "model_path": model_path or str(FOLDER / "base.cnet"),
        }  # fmt: skip

    def suggest_classes(self, path, model_path) -> dict:
        names = ["water", "tree", "low vegetation", ""]
        return {"clusters": [{"cluster": i, "name": name, "certainty": 0.87} for i, name in enumerate(names)]}

    def _owners(self) -> list[int]:
        names = [entry["name"] for entry in self.strokes["classes"]]
        owners = [0] * 4
        for stroke in self.strokes["strokes"]:
            for x, y in stroke["points"]:
                col, row = (x - LEFT) / PIXEL, (TOP - y) / PIXEL
                owners[int(row >= ROWS / 2) * 2 + int(col >= COLS / 2)] = names.index(stroke["class"]) + 1
        for cluster, name in self.strokes["toggled"].items():
            owners[int(cluster)] = names.index(name) + 1 if name else 0
        return owners

    def live_strokes(self, classes, strokes, toggled, merged) -> dict:
        self.strokes = {"classes": classes, "strokes": strokes, "toggled": toggled}
        names = ["", *(entry["name"] for entry in classes)]
        clusters = [
            {"id": i, "parent": None, "class": names[owner], "pixels_seen": 2304 - 64 * (i == 0)}
            for i, owner in enumerate(self._owners())
        ]
        return {"selection": self._selection(), "contested_count": 0, "clusters": clusters}

    def _selection(self) -> dict:
        owners = self._owners()
        classes = [
            {**entry, "clusters": [c for c, owner in enumerate(owners) if owner == i]}
            for i, entry in enumerate(self.strokes["classes"], 1)
        ]
        return {"format_version": 1, "model": "", "classes": classes, "splits": []}

    def live_view(self, window, width, height, version) -> dict:
        first_row, first_col, rows, cols = window
        row = (first_row + (np.arange(height) + 0.5) * rows / height).astype(int)
        col = (first_col + (np.arange(width) + 0.5) * cols / width).astype(int)
        clusters = (row[:, None] >= ROWS / 2) * 2 + (col[None, :] >= COLS / 2) + 1
        valid = (row[:, None] >= EMPTY) | (col[None, :] >= EMPTY)
        inside = ((row >= 0) & (row < ROWS))[:, None] & ((col >= 0) & (col < COLS))[None, :]
        clusters = np.where(valid & inside, clusters, 0)
        classes = np.array([0, *self._owners()])[clusters]
        path = FOLDER / f"view_{os.getpid()}.npy"
        np.save(path, np.stack([clusters, classes, 255 * (clusters > 0)]).astype(np.uint16))
        return {"path": str(path), "seconds": 0.0, "exact": True}

    def live_save(self, path) -> dict:
        Path(path).write_text(json.dumps(self._selection()))
        return {}

    def train(self, **arguments) -> dict:
        raise ValueError("This worker does not train.")

    def cluster(self, **arguments) -> dict:
        raise ValueError("This worker does not map.")

    def live_close(self) -> dict:
        self.source = None
        return {}


def main() -> None:
    fake = Fake()
    (FOLDER / f"pid_{os.getpid()}").touch()
    for line in sys.stdin:
        request = json.loads(line)
        if "cancel" in request:
            continue
        try:
            answer = {"result": fake.answer(request["call"], request["arguments"])}
        except ValueError as error:
            answer = {"error": str(error), "kind": "user"}
        sys.stdout.write(json.dumps({"id": request["id"], **answer}) + "\n")
        sys.stdout.flush()


main()
