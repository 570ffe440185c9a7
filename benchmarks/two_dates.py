"""What has changed: pasted changes, shifts put in, and pairs of years; prints one JSON object a line.

    python -m benchmarks.two_dates [pasted] [shifts] [pairs] [seasons]

The rasters lie beside the checkout. One model without training sees both dates; groups of its clusters are the classes.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
CORPUS = ROOT.parent / "shared" / "data" / "corpus"
# Rasters large enough for five squares, and collections of chips for three.
PASTED, CHIPS = ("tile2", "tile4", "tile8", "kampala"), ("austin_buildings", "naip_landcover")
SEEDS, MOST_CHIPS = (11, 12, 13), 6
SIDE, CHIP_SIDE, PATCH, PATCHES, CHIP_PATCHES, MARGIN = 448, 240, 56, 5, 3, 8
SHIFTS = ((0.3, 0.0), (0.3, -0.3), (1.7, -0.6), (-3.0, 2.4))
# Places of which a reader of the pictures of 2016 or 2018 and 2020 says that buildings, roads and trees are the same.
UNCHANGED = (
    "chico_4", "chico_13", "chico_60", "chico_88", "claremont_26", "palm_springs_12", "palm_springs_90",
    "riverside_23", "riverside_45", "santa_monica_46", "santa_monica_69",
)  # fmt: skip
# Changes below this are cars; 25 m2 at 0.6 m.
CARS = 70
# k-means of this many clusters, each date by itself or both together, is what is compared with.
PLAIN_CLUSTERS = 8
MOVED = (1.7, -0.6)
LIGHT_GAIN, LIGHT_OFFSET, NOISE = (1.15, 0.92, 1.08, 0.9), (8, -5, 4, 6), 3.0


def show(**line: Any) -> None:
    """One line of results."""
    print(json.dumps({"benchmark": "two_dates", **line}), flush=True)


def compared(before: Any, after: Any, min_area: float = 0) -> tuple[Any, tuple[float, float]]:
    """Where ours finds change between two pictures (bands, rows, cols), and the shift that it finds."""
    from benchmarks.sheets import read, write
    from clusternet_qgis.core.change.compare import ChangeOutputs, compare_dates
    from clusternet_qgis.core.options import TrainOptions
    from clusternet_qgis.core.training.inputs import TrainInputs
    from clusternet_qgis.core.training.train import train

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [write(folder / f"{number}.tif", values, 0, 0) for number, values in enumerate((before, after))]
        train(TrainInputs(tuple(paths)), TrainOptions(epochs=0, clusters=32), str(folder / "m.cnet"))
        outputs = ChangeOutputs(str(folder / "change.tif"))
        result = compare_dates(*paths, str(folder / "m.cnet"), outputs, min_area=min_area)
        return read(folder / "change.tif")[0] > 1, result.shift


def plain(before: Any, after: Any) -> Any:
    """Where k-means on pixels of both dates, each standardised by itself, has two clusters."""
    from clusternet_qgis.core.clustering.kmeans import assign, fit

    pixels = []
    for values in (before, after):
        flat = values.reshape(len(values), -1).T.astype(np.float32)
        pixels.append((flat - flat.mean(0)) / np.maximum(flat.std(0), 1e-6))
    centroids = fit(np.concatenate(pixels)[::7], PLAIN_CLUSTERS).centroids
    one, two = (assign(np.ascontiguousarray(flat), centroids)[0] for flat in pixels)
    return (one != two).reshape(before.shape[1:])


def cut(picture: Any, down: float, right: float, row: int, col: int, side: int = SIDE) -> Any:
    """A square of a picture, at positions between pixels (bilinear)."""
    first = int(np.floor(down)), int(np.floor(right))
    result: Any = 0
    for r, weight_r in ((0, 1 - (down - first[0])), (1, down - first[0])):
        for c, weight_c in ((0, 1 - (right - first[1])), (1, right - first[1])):
            top, left = row + first[0] + r, col + first[1] + c
            result = result + weight_r * weight_c * picture[:, top : top + side, left : left + side]
    return result


def lit(values: Any, random: np.random.Generator) -> Any:
    """Values in other light, with noise, as they are stored."""
    count = len(values)
    gain, offset = (np.array(each)[:count, None, None] for each in (LIGHT_GAIN, LIGHT_OFFSET))
    return np.clip(np.round(gain * values + offset + random.normal(0, NOISE, values.shape)), 1, 255)


@dataclass(frozen=True)
class Pasted:
    """Two dates of one place, of which the second has squares from elsewhere.

    Attributes:
        raster: Name.
        before: Picture of the first date (bands, rows, cols).
        after: Pictures of the second date by what they are: in the same light, or in other light and shifted.
        where: The squares (rows, cols).
        other: Pixels of the squares whose class is another.
    """

    raster: str
    before: Any
    after: dict[str, Any]
    where: Any
    other: Any


def pasted_changes(
    picture: Any, labels: Any, random: np.random.Generator, side: int = SIDE, patches: int = PATCHES
) -> tuple[Any, Any, Any]:
    """A picture with squares of one class put on ground of another, where they are, and where the class is another."""
    changed, where, other = picture.copy(), np.zeros(labels.shape, bool), np.zeros(labels.shape, bool)
    height, width = labels.shape
    taken = 0
    for _ in range(5000):
        row, col = (int(random.integers(0, size - PATCH)) for size in (height, width))
        source = labels[row : row + PATCH, col : col + PATCH]
        counts = np.bincount(source.ravel())
        value, count = int(counts.argmax()), int(counts.max())
        top, left = (int(random.integers(MARGIN, side - PATCH - MARGIN)) + MARGIN for _ in range(2))
        target = slice(top, top + PATCH), slice(left, left + PATCH)
        around = slice(top - 16, top + PATCH + 16), slice(left - 16, left + PATCH + 16)
        is_other = labels[target] != value
        if count < 0.8 * source.size or is_other.mean() < 0.6 or where[around].any():
            continue
        changed[(slice(None), *target)] = picture[:, row : row + PATCH, col : col + PATCH]
        where[target], other[target] = True, is_other & (source == value)
        taken += 1
        if taken == patches:
            break
    return changed, where, other


def pasted_case(name: str, picture: Any, labels: Any, seed: int, side: int = SIDE, patches: int = PATCHES) -> Pasted:
    """Changes pasted into the first `side` pixels of a picture, in the same light and in other light with a shift."""
    random = np.random.default_rng(seed)
    changed, where, other = pasted_changes(picture, labels, random, side, patches)
    inside = slice(MARGIN, MARGIN + side), slice(MARGIN, MARGIN + side)
    before, same, moved = (
        cut(values, *shift, MARGIN, MARGIN, side)
        for values, shift in ((picture, (0.0, 0.0)), (changed, (0.0, 0.0)), (changed, MOVED))
    )
    before, same = (np.clip(np.round(values), 1, 255) for values in (before, same))
    after = {"same light": same, "other light, shift 1.7": lit(moved, random)}
    return Pasted(name, before, after, where[inside], other[inside])


def largest(name: str) -> tuple[Any, Any]:
    """A picture of a development image and its labels, at most 1 500 pixels a side."""
    from benchmarks.images import development_images

    image = development_images()[name]
    picture, labels = image.arrays[0], image.labels()[0]
    return picture[:4, :1500, :1500], labels[:1500, :1500]


def pasted_cases() -> Iterator[Pasted]:
    """Squares of 56 pixels cut from elsewhere: three seeds of each large raster, and six chips of each collection."""
    from benchmarks.images import development_images

    for name in PASTED:
        for seed in SEEDS:
            yield pasted_case(name, *largest(name), seed)
    for name in CHIPS:
        chips = development_images()[name]
        taken = 0
        for number, (picture, labels) in enumerate(zip(chips.arrays, chips.labels())):
            if taken == MOST_CHIPS:
                break
            case = pasted_case(name, picture[:4], labels, SEEDS[number % len(SEEDS)], CHIP_SIDE, CHIP_PATCHES)
            if case.where.any():
                taken += 1
                yield case


def pasted() -> None:
    """What is found of pasted changes, by case, and on average of each raster."""
    results = defaultdict(list)
    for case in pasted_cases():
        for what, after in case.after.items():
            found, taken_off = compared(case.before, after)
            for run, change in (("ours", found), ("k-means on pixels", plain(case.before, after))):
                rates = {
                    "found": float(change[case.where].mean()),
                    "found_of_other_class": float(change[case.other].mean()),
                    "false_change": float(change[~case.where].mean()),
                }
                results[case.raster, what, run].append(rates)
                shift = {"shift": taken_off} if run == "ours" else {}
                show(part="pasted", raster=case.raster, what=what, run=run, **rates, **shift)
    for (raster, what, run), lines in results.items():
        means = {name: round(sum(line[name] for line in lines) / len(lines), 3) for name in lines[0]}
        show(part="pasted, mean", raster=raster, what=what, run=run, cases=len(lines), **means)


def shifts() -> None:
    """Shifts put in, and nothing else."""
    for name in PASTED:
        picture, _ = largest(name)
        before = np.clip(np.round(cut(picture, 0, 0, MARGIN, MARGIN)), 1, 255)
        for down, right in SHIFTS:
            after = np.clip(np.round(cut(picture, -down, -right, MARGIN, MARGIN)), 1, 255)
            found, taken_off = compared(before, after)
            error = float(np.hypot(taken_off[0] - down, taken_off[1] - right))
            show(part="shifts", raster=name, put_in=(down, right), error=error, false_change=float(found.mean()))


def pairs() -> None:
    """Two years of places that have not changed."""
    from benchmarks.sheets import read

    for place in UNCHANGED:
        town, number = place.rsplit("_", 1)
        years = sorted((CORPUS / "naip_california").glob(f"{town}_20??_{number}.tif"))
        before, after = read(years[0]), read(years[-1])
        found, taken_off = compared(before, after)
        larger = float(compared(before, after, CARS)[0].mean())
        rates = {"ours": float(found.mean()), "ours_larger": larger, "k_means": float(plain(before, after).mean())}
        show(part="pairs", place=place, shift=taken_off, **rates)


def seasons() -> None:
    """Ten summers: how much of the lakes keeps its cluster, without and with colours matched to the first date."""
    from benchmarks.sheets import read
    from clusternet_qgis.core.change.radiometry import match_dates
    from clusternet_qgis.core.clustering.kmeans import assign, fit

    paths = sorted((CORPUS / "naip_northdakota_10years").glob("*.tif"))
    dates = [read(path)[:, :700:2, :900:2].reshape(4, -1) for path in paths]
    # Water is greenest against near infrared, whatever the light: those of the first tenth at all dates.
    greens = [(date[1] - date[3]) / np.maximum(date[1] + date[3], 1) for date in dates]
    lakes = np.all([green > np.quantile(green, 0.9) for green in greens], axis=0)
    first = dates[0]
    scale = first.std(1, keepdims=True)
    centroids = fit(np.ascontiguousarray((first / scale).T[::5], np.float32), PLAIN_CLUSTERS).centroids
    for path, other in zip(paths[1:], dates[1:]):
        matched = match_dates(first, other).apply(other)
        one, without, after = (
            assign(np.ascontiguousarray((values / scale).T[lakes], np.float32), centroids)[0]
            for values in (first, other, matched)
        )
        kept = {"kept_without": float((one == without).mean()), "kept_matched": float((one == after).mean())}
        show(part="seasons", date=path.stem, lakes=float(lakes.mean()), **kept)


def main() -> None:
    """Reads the command line."""
    parts = {"pasted": pasted, "shifts": shifts, "pairs": pairs, "seasons": seasons}
    for name in sys.argv[1:] or parts:
        parts[name]()


if __name__ == "__main__":
    main()
