"""Right angles on masks of real buildings, against the plain polygons; prints one JSON object a line.

    python -m benchmarks.objects [--min-pixels 60]

The masks are of buildings, so the polygons of their pixels are right by themselves: what right angles change is told.
The settings are the same for all images. Angles at the frame of an image are left out: it cuts buildings anyhow.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

DATA = Path(__file__).parents[2] / "shared" / "data"
SETS = {
    "kampala": "kampala/masks",
    "austin_buildings": "austin_buildings/masks",
    "banepa_nepal_buildings": "labelled/banepa_nepal_buildings/masks",
}
_NEAR = 2.0  # degrees


def drawn(mask: Path, layer: str, min_pixels: float, right: bool) -> float:
    """Draws the polygons of a mask; the seconds of processor time that it took."""
    from clusternet_qgis.core.polygons import PolygonOptions, polygonise

    options = PolygonOptions(min_pixels, right_angles=("class 1",) if right else ())
    start = time.process_time()
    polygonise(mask, layer, options)
    return time.process_time() - start


def measured(mask: Path, layer: str) -> dict[str, float]:
    """Vertices, angles and intersection over union with the mask (by centres of pixels) of a layer."""
    from osgeo import gdal, ogr

    truth = gdal.Open(str(mask)).ReadAsArray() == 1
    dataset = ogr.Open(layer)
    shapes = dataset.GetLayer(0)
    vertices, turns, invalid = 0, [np.zeros(0)], 0
    for feature in shapes:
        shape = feature.GetGeometryRef()
        invalid += not shape.IsValid()
        for ring in shape:
            points = np.array(ring.GetPoints())[:, :2]
            vertices += len(points)
            turns.append(_from_45_degrees(points, truth.shape))
    shapes.ResetReading()
    target = gdal.GetDriverByName("MEM").Create("", truth.shape[1], truth.shape[0], 1)
    target.SetGeoTransform((0, 1, 0, 0, 0, -1))
    gdal.RasterizeLayer(target, [1], shapes, burn_values=[1])
    covered = target.ReadAsArray() > 0
    union = (covered | truth).sum()
    turn = np.concatenate(turns)
    return {
        "vertices": vertices,
        "angles": len(turn),
        "right": int((turn < _NEAR).sum()),
        "iou": float((covered & truth).sum() / union) if union else 1.0,
        "invalid": invalid,
    }


def _from_45_degrees(points: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Distance of the turn at each corner from a multiple of 45 degrees, without corners at the frame."""
    steps = np.diff(points, axis=0)
    angle = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
    turn = np.diff(np.append(angle, angle[0]))
    x, y = points[1:, 0], -points[1:, 1]
    inside = (x > 0.01) & (x < size[1] - 0.01) & (y > 0.01) & (y < size[0] - 0.01)
    return np.abs(np.remainder(turn + 22.5, 45) - 22.5)[inside]


def main() -> None:
    """Reads the command line, and measures each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--min-pixels", type=float, default=60)
    min_pixels = parser.parse_args().min_pixels
    for name, folder in SETS.items():
        masks = sorted((DATA / folder).glob("*"))
        if not masks:
            print(f"skipped: there is no {DATA / folder}")
            continue
        rows: dict[bool, list[dict[str, float]]] = {False: [], True: []}
        with tempfile.TemporaryDirectory() as temporary:
            layer = f"{temporary}/polygons.gpkg"
            for mask in masks:
                for right, results in rows.items():
                    seconds = drawn(mask, layer, min_pixels, right)
                    results.append({"seconds": seconds, **measured(mask, layer)})
        plain, straight = ({key: [row[key] for row in rows[right]] for key in rows[right][0]} for right in rows)
        result = {
            "iou_plain": float(np.mean(plain["iou"])),
            "iou_lost": float(np.mean(plain["iou"]) - np.mean(straight["iou"])),
            "angles_within_2_degrees": sum(straight["right"]) / max(sum(straight["angles"]), 1),
            "vertices_plain": sum(plain["vertices"]),
            "vertices": sum(straight["vertices"]),
            "invalid": sum(straight["invalid"]),
            "time_to_plain": sum(straight["seconds"]) / sum(plain["seconds"]),
        }
        print(json.dumps({"benchmark": "objects", "set": name, "images": len(masks), **result}), flush=True)


if __name__ == "__main__":
    main()
