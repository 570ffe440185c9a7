"""The main job on a real orthophoto of a town: tiles, training, clusters, selection, segmentation, evaluation.

Runs each step through qgis_process, as a user's script would, and writes layers, `overview.png` and `summary.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import demo_data
import demo_overview
from headless import QgisProcess
from osgeo import gdal

ROOT = Path(__file__).resolve().parent.parent
_LARGEST_CLUSTERS = 3
# Regions of fewer pixels are no buildings: 10 square metres.
_SMALLEST_BUILDING = 570
_SMALLEST_OTHER = 50


class Demo:
    """The steps, their times and their outputs."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.steps: list[dict[str, Any]] = []
        self._qgis = QgisProcess(ROOT / "build" / "headless")

    def run(self, step: str, **parameters: Any) -> dict[str, Any]:
        """Runs clusternet:step, or ends the demo with what it said."""
        print(f"{step} ...", end=" ", flush=True)
        finished = self._qgis.run(f"clusternet:{step}", **parameters)
        if finished.code:
            raise SystemExit(f"failed with exit code {finished.code}\n{finished.text}")
        print(f"{finished.seconds:.1f} s")
        outputs = {
            name: {"path": str(path.relative_to(self.folder)), "bytes": _size(path)}
            for name, value in finished.results.items()
            if isinstance(value, str) and (path := Path(value)).exists()
        }
        self.steps.append(
            {
                "step": step,
                "seconds": round(finished.seconds, 2),
                "peak_memory_mb": round(finished.peak_memory_mb),
                "outputs": outputs,
                "figures": {k: v for k, v in finished.results.items() if isinstance(v, (int, float))},
            }
        )
        return finished.results


def main() -> None:
    """Runs the demo."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--raster", type=Path, help="another raster, without reference")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "demo")
    options = parser.parse_args()
    demo = Demo(options.output.resolve())
    town = None if options.raster else demo_data.town(demo.folder)
    image = town.image if town else options.raster.resolve()
    scores = segment(demo, image, town)
    demo_overview.draw(image, demo.folder, town)
    summary = {"raster": image.name, "steps": demo.steps, "scores": scores}
    (demo.folder / "summary.json").write_text(json.dumps(summary, indent=1))
    print(f"Look at {demo.folder / 'overview.png'} and summary.json beside it.")


def segment(demo: Demo, image: Path, town: demo_data.Town | None) -> dict[str, float]:
    """All steps; the scores, where there is a reference."""
    folder = demo.folder
    side = min(256, *_size_of(image))
    demo.run(
        "tileraster", INPUT=image, TILE_WIDTH=side, TILE_HEIGHT=side, STRIDE_X=side, STRIDE_Y=side,
        OUTPUT=folder / "tiles", INDEX=folder / "tiles.gpkg",
    )  # fmt: skip
    demo.run(
        "train", FOLDER=folder / "tiles", TILE_SIZE=max(side // 2 // 32 * 32, 32), MAX_MINUTES=2,
        OUTPUT=folder / "model.cnet", REPORT=folder / "training.html",
    )  # fmt: skip
    demo.run(
        "cluster", INPUT=image, MODEL=folder / "model.cnet",
        OUTPUT=folder / "clusters.tif", CONFIDENCE=folder / "confidence.tif",
    )  # fmt: skip
    choice = {"SELECTION": folder / "selection.json"} if town else {"CLASSES": _largest(folder / "clusters.tif")}
    if town:
        demo.run(
            "selectbyreference", CLUSTERS=folder / "clusters.tif", REFERENCE=town.buildings, CLASS_FIELD="label",
            AREA=town.known, FRACTION=1, MIN_PURITY=0.5,
            SELECTION=folder / "selection.json", TABLE=folder / "clusters.csv",
        )  # fmt: skip
    pixel, smallest = _pixel_size(image), _SMALLEST_BUILDING if town else _SMALLEST_OTHER
    demo.run(
        "segment", CLUSTERS=folder / "clusters.tif", **choice, SIEVE=smallest, MIN_AREA=smallest * pixel**2,
        SIMPLIFY=2 * pixel, OUTPUT=folder / "segmentation.tif", POLYGONS=folder / "polygons.gpkg",
    )  # fmt: skip
    if not town:
        return {}
    return demo.run(
        "evaluate", INPUT=folder / "segmentation.tif", REFERENCE=town.buildings, REFERENCE_FIELD="label",
        AREA=town.rest, REPORT=folder / "evaluation.html", TABLE=folder / "evaluation.csv",
    )  # fmt: skip


def _largest(path: Path) -> str:
    """The largest clusters as classes, for a raster of which nothing else is known."""
    dataset = gdal.Open(str(path))  # a band dies with its dataset
    counts = dataset.GetRasterBand(1).GetHistogram(-0.5, 255.5, 256, False, False)
    clusters = sorted(range(1, 256), key=lambda value: -counts[value])[:_LARGEST_CLUSTERS]
    return "; ".join(f"cluster {value - 1}={value - 1}" for value in clusters)


def _size_of(path: Path) -> tuple[int, int]:
    raster = gdal.Open(str(path))
    if raster is None:
        raise SystemExit(f"Cannot read the raster {path}.")
    return raster.RasterXSize, raster.RasterYSize


def _pixel_size(path: Path) -> float:
    transform = gdal.Open(str(path)).GetGeoTransform()
    return float(abs(transform[1] * transform[5] - transform[2] * transform[4]) ** 0.5)


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*")) if path.is_dir() else path.stat().st_size


if __name__ == "__main__":
    main()
