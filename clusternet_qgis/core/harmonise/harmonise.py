"""Sheets of unlike colours made alike, without rewriting them."""

from __future__ import annotations

import glob
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, DoubleArray, IntArray
from ..errors import OptionsError, RasterError
from ..io.corrected_view import VIEWS_FOLDER, BandCorrection, write_corrected
from ..io.output_clash import same_file
from ..progress import Progress
from ..staging import staged
from .adjustment import Adjustment, Pair, adjust, anchored, components
from .alike import match_alike
from .overlaps import Overlap, find_overlaps
from .relation import fit_relation
from .sheets import Sheet, open_sheets, sample_sheet
from .value_range import check_range, check_units

# What is written into the folder, and of it removed before.
CORRECTIONS_NAME = "harmonised.json"
HARMONISED_FILES = ("*.vrt", CORRECTIONS_NAME, VIEWS_FOLDER, f"{VIEWS_FOLDER}/*")
_FORMAT = 1
# Below that share of alike ground, sheets without overlap are left as they are.
_LEAST_ALIKE = 0.3
# Less of an overlap that has not changed is pointed out.
_LEAST_UNCHANGED = 0.3


@dataclass(frozen=True)
class SheetPair:
    """Two sheets that overlap: how much they differ where the ground is unchanged, before and after.

    Attributes:
        first: Number of a sheet.
        second: Number of the other one.
        area: Area of the overlap, in pixels of the first sheet of all.
        unchanged: Share of the overlap that has not changed.
        before: Mean absolute difference of the unchanged ground, over all bands.
        after: The same with the corrections.
    """

    first: int
    second: int
    area: float
    unchanged: float
    before: float
    after: float


@dataclass(frozen=True)
class Harmonised:
    """What was done.

    Attributes:
        sources: The sheets.
        files: Names of their virtual rasters in the folder.
        band_names: Names of the bands.
        gain: (sheets, bands): corrected value = gain x value + offset.
        offset: (sheets, bands).
        pairs: Those that overlap.
        groups: Numbers of the sheets that hang together by overlaps, the most first.
        alike: Share of alike ground by which each group is matched with the largest one: 1 for that, 0 for a group
            that is left as it is.
    """

    sources: tuple[str, ...]
    files: tuple[str, ...]
    band_names: tuple[str, ...]
    gain: DoubleArray
    offset: DoubleArray
    pairs: tuple[SheetPair, ...]
    groups: tuple[tuple[int, ...], ...]
    alike: tuple[float, ...]

    def difference(self, after: bool) -> float | None:
        """Mean absolute difference in all overlaps, weighted by their area; None without overlaps."""
        if not self.pairs:
            return None
        weights = [pair.area * pair.unchanged for pair in self.pairs]
        values = [pair.after if after else pair.before for pair in self.pairs]
        return float(np.average(values, weights=weights)) if sum(weights) else None


def harmonise(paths: Sequence[str], folder: str | Path, progress: Progress = Progress()) -> Harmonised:
    """Writes a virtual raster (VRT) of each sheet, with a gain and an offset a band, and `harmonised.json` with these.

    Where sheets overlap, gains and offsets are those that make the unchanged ground alike, solved for all sheets at
    once; sheets that do not overlap are matched by the ground that is alike on them. The mean of the mosaic stays.

    Args:
        paths: Two sheets or more, with the same bands, in any reference systems and resolutions.
        folder: Where the virtual rasters go, under the names of the sheets; not the folder of a sheet. Those of an
            earlier run there are replaced.
        progress: Reports sheets and pairs, and says what is found.

    Raises:
        ClusterNetError: A sheet cannot be used, or nothing can be written.
    """
    target = Path(folder)
    _check_folder(paths, target)
    with open_sheets(paths, progress.part(0, 0.05)) as sheets:
        samples = [sample_sheet(sheet).unclipped for sheet in progress.part(0.05, 0.3).track(sheets, len(sheets))]
        means = _means(sheets, samples, progress)
        overlaps = find_overlaps(sheets, progress.part(0.3, 0.85))
        result = _solve(sheets, samples, means, overlaps, progress.part(0.85, 0.9))
        _write(sheets, target, result, progress.part(0.9, 1))
    return result


def _check_folder(paths: Sequence[str], folder: Path) -> None:
    for path in paths:
        if Path(path).exists() and same_file(Path(path).parent, folder):
            raise OptionsError(
                f"{folder} is the folder of a sheet; choose another one, so that sheets before and after do not mix."
            )


def _means(sheets: Sequence[Sheet], samples: Sequence[DoubleArray], progress: Progress) -> DoubleArray:
    """(sheets, bands) means; 0 for a sheet without valid pixels."""
    bands = len(sheets[0].source.bands)
    for sheet, sample in zip(sheets, samples):
        if not len(sample):
            progress.say(f"{sheet.name} has no valid pixel, or next to none: it is left as it is.")
        elif (sample.std(0) < 1e-3 * (np.abs(sample).mean(0) + 1e-12)).all():
            progress.say(f"{sheet.name} has one value all over: its brightness is matched, and no contrast.")
    if not any(map(len, samples)):
        raise RasterError("No sheet has a valid pixel: every one is no data, masked or NaN. Choose other sheets.")
    return np.stack([sample.mean(0) if len(sample) else np.zeros(bands) for sample in samples])


def _solve(
    sheets: Sequence[Sheet],
    samples: Sequence[DoubleArray],
    means: DoubleArray,
    overlaps: Sequence[Overlap],
    progress: Progress,
) -> Harmonised:
    """Corrections from the overlaps, and then between groups of sheets that do not overlap."""
    count = len(sheets)
    spread = np.concatenate(samples).std(0)
    fitted = progress.part(0, 0.5).track(overlaps, len(overlaps))
    pairs = [Pair(o.first, o.second, fit_relation(*o.cells), o.area) for o in fitted]
    check_units(sheets, pairs)
    areas = np.array([float(sheet.source.grid.window.pixels) if len(s) else 0.0 for sheet, s in zip(sheets, samples)])
    bands = means.shape[1]
    adjustment = (
        adjust(count, pairs, spread) if pairs else Adjustment(np.ones((count, bands)), np.zeros((count, bands)))
    )
    groups = components(count, pairs)
    for group in groups:
        adjustment = anchored(adjustment, means, areas, _membership(group, count))
    adjustment, alike = _joined(sheets, samples, groups, adjustment, progress.part(0.5, 1))
    joined = np.concatenate([group for group, share in zip(groups, alike) if share])
    if len(groups) > 1:
        adjustment = anchored(adjustment, means, areas, _membership(joined, count))
    for number, sample in enumerate(samples):
        if not len(sample):
            adjustment.gain[number], adjustment.offset[number] = 1, 0
    check_range(sheets, samples, adjustment, progress)
    measured = [_measured(pair, overlap, adjustment) for pair, overlap in zip(pairs, overlaps)]
    _say_changed(sheets, measured, progress)
    return Harmonised(
        tuple(sheet.source.path for sheet in sheets),
        tuple(_file_names(sheets)),
        tuple(sheets[0].source.band_names),
        adjustment.gain,
        adjustment.offset,
        tuple(measured),
        tuple(tuple(group.tolist()) for group in groups),
        alike,
    )


def _membership(group: IntArray, count: int) -> BoolArray:
    members = np.zeros(count, np.bool_)
    members[group] = True
    return members


def _joined(
    sheets: Sequence[Sheet],
    samples: Sequence[DoubleArray],
    groups: Sequence[IntArray],
    adjustment: Adjustment,
    progress: Progress,
) -> tuple[Adjustment, tuple[float, ...]]:
    """The groups, one after the other, matched with those before; and the share of alike ground of each."""
    gain, offset = adjustment.gain.copy(), adjustment.offset.copy()
    placed = [adjustment.apply(number, samples[number]) for number in groups[0]]
    shares = [1.0]
    for group in progress.track(groups[1:], len(groups) - 1):
        own = np.concatenate([adjustment.apply(number, samples[number]) for number in group])
        reference = np.concatenate(placed)
        names = ", ".join(sheets[number].name for number in group[:5].tolist()) + (", ..." if len(group) > 5 else "")
        if not len(own) or not len(reference):
            shares.append(0.0)
            placed.append(own)
            continue
        match = match_alike(reference, own)
        if match.share < _LEAST_ALIKE:
            progress.say(
                f"{names}: no overlap with the other sheets, and only {match.share:.0%} of the ground is alike: left "
                "as it is."
            )
            shares.append(0.0)
            continue
        progress.say(
            f"{names}: no overlap with the other sheets; matched by the {match.share:.0%} of the ground that is alike."
        )
        gain[group] *= match.gain
        offset[group] = offset[group] * match.gain + match.offset
        placed.append(own * match.gain + match.offset)
        shares.append(match.share)
    return Adjustment(gain, offset), tuple(shares)


def _measured(pair: Pair, overlap: Overlap, adjustment: Adjustment) -> SheetPair:
    first, second = overlap.cells
    weights = pair.relation.weights / max(pair.relation.weights.sum(), 1e-12)
    before = weights @ np.abs(first - second)
    after = weights @ np.abs(adjustment.apply(pair.first, first) - adjustment.apply(pair.second, second))
    return SheetPair(
        pair.first, pair.second, pair.area, pair.relation.unchanged, float(before.mean()), float(after.mean())
    )


def _say_changed(sheets: Sequence[Sheet], pairs: Sequence[SheetPair], progress: Progress) -> None:
    for pair in pairs:
        if pair.unchanged < _LEAST_UNCHANGED:
            names = f"{sheets[pair.first].name} and {sheets[pair.second].name}"
            progress.say(f"Only {pair.unchanged:.0%} of the overlap of {names} fits together: look at these sheets.")


def _file_names(sheets: Sequence[Sheet]) -> list[str]:
    """Names of the virtual rasters: those of the sheets, numbered where several are the same."""
    names: list[str] = []
    taken: set[str] = set()
    for sheet in sheets:
        stem = Path(sheet.source.path).stem
        stem = "".join("_" if character in '<>:"/\\|?*' else character for character in stem) or "sheet"
        name, number = f"{stem}.vrt", 2
        while name.casefold() in taken:
            name, number = f"{stem}_{number}.vrt", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _write(sheets: Sequence[Sheet], folder: Path, result: Harmonised, progress: Progress) -> None:
    with staged(folder / CORRECTIONS_NAME, _old_files) as path:
        for number in progress.track(range(len(sheets)), len(sheets)):
            sheet = sheets[number]
            kept = sheet.border.value if sheet.border is not None else None
            corrections = {
                band: BandCorrection(float(gain), float(offset), kept)
                for band, gain, offset in zip(sheet.source.bands, result.gain[number], result.offset[number])
            }
            write_corrected(sheet.source.path, folder, path.parent, result.files[number], corrections)
        path.write_text(json.dumps(_as_json(result), indent=1), encoding="utf-8")


def _old_files(path: Path) -> list[Path]:
    """The virtual rasters of an earlier run, as its list names them."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["sheets"]
        names = [Path(str(entry["file"])).name for entry in entries]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    names = [name for name in names if name.endswith(".vrt")]
    views = [file for name in names for file in (path.parent / VIEWS_FOLDER).glob(f"{glob.escape(name)}*")]
    return [file for file in (*(path.parent / name for name in names), *views) if file.is_file()]


def _as_json(result: Harmonised) -> dict[str, object]:
    """Gains and offsets by sheet: value = (corrected - offset) / gain."""
    return {
        "format": _FORMAT,
        "bands": list(result.band_names),
        "sheets": [
            {"source": source, "file": file, "gain": gain, "offset": offset}
            for source, file, gain, offset in zip(
                result.sources, result.files, result.gain.tolist(), result.offset.tolist()
            )
        ],
        "overlap_difference": {"before": result.difference(False), "after": result.difference(True)},
    }
