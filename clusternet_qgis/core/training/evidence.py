"""What a new model sees beside the picture: channels, their statistics, and how much each block counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np

from ..arrays import FloatArray
from ..errors import OptionsError, RasterError
from ..io.band_roles import roles_of, said_of
from ..io.evidence_reader import EvidenceReader, ExtraLayer
from ..io.evidence_recipe import Channel, Evidence, ExtraInput
from ..io.extra_inputs import ExtraFiles, matched, open_extras
from ..io.raster_source import RasterSource
from ..io.spectral_indices import INDICES, check_roles
from ..io.tiling import Window
from ..progress import Progress
from .block_weights import ChannelSample, block_weights
from .inputs import Scene, TrainInputs

# What channels are judged by: so many windows of so many pixels a side, spread over the rasters.
_WINDOWS, _WINDOW_SIZE = 24, 256
# A raster beside the picture may lie on a small part of it: in so many windows it is looked for.
_MOST_WINDOWS = 2000
# Of a raster of classes the most frequent ones.
_MOST_CLASSES = 12
_CLASS_SAMPLE = 384
_MADE_OF = {"height": ("height", "slope"), "surface": ("above_ground", "slope"), "terrain": ("slope",)}
_NAMES = {"height": "height", "above_ground": "height above ground", "slope": "slope"}


def add_evidence(
    scenes: Sequence[Scene], inputs: TrainInputs, continued: Evidence | None, is_new: bool, progress: Progress
) -> Evidence | None:
    """Gives the rasters of a training what the model sees beside them.

    Args:
        scenes: The rasters.
        inputs: EXTRA rasters, indices, roles of bands and weights.
        continued: Of a model that is continued.
        is_new: Whether no model is continued.
        progress: Gets sentences on what counts how much.

    Returns:
        What the model keeps; None where there is nothing of the kind.

    Raises:
        ClusterNetError: An EXTRA raster does not fit or is missing, a role is unknown, or a weight is of another form.
    """
    files = open_extras(inputs.extra)
    if not is_new:
        if continued is not None:
            _attach(scenes, continued, matched(continued.extras, files))
        return continued
    given = parsed_weights(inputs.weights)
    if not files and not inputs.indices:
        return Evidence(weights=given) if given else None
    channels = _channels(scenes, files, inputs, progress)
    extras, sources = tuple(extra for extra, _ in files), [members for _, members in files]
    _attach(scenes, Evidence(extras, channels), sources)
    samples = _samples(scenes, channels, files, progress)
    kept, weights, left_out = block_weights(samples, given)
    for line in left_out:
        progress.say(f"Left out: {line}.")
    for block, weight in weights.items():
        names = ", ".join(dict.fromkeys(channel.name for channel in kept if channel.block == block))
        progress.say(f"Beside the picture: {names}; the block '{block}' counts {weight:g} times the network.")
    weights = {**weights, **given}
    if not kept:
        _detach(scenes)
        own = {name: weight for name, weight in given.items() if name not in ("heights", "indices", "extra")}
        return Evidence(weights=own) if own else None
    evidence, kept_files = _compact(extras, sources, kept)
    evidence = replace(evidence, weights=weights, left_out=tuple(left_out))
    _attach(scenes, evidence, kept_files)
    return evidence


def parsed_weights(text: str) -> dict[str, float]:
    """Weights such as `heights=0.5; texture=0`.

    Raises:
        OptionsError: The text is of another form.
    """
    weights: dict[str, float] = {}
    for part in filter(None, (part.strip() for part in text.replace("\n", ";").split(";"))):
        name, _, number = (piece.strip() for piece in part.partition("="))
        try:
            weight = float(number)
        except ValueError:
            weight = -1.0
        if not name or not 0 <= weight <= 100:
            raise OptionsError(f"WEIGHTS has '{part}' where a block and a number up to 100 should stand: heights=0.5.")
        weights[name.lower()] = weight
    return weights


def _attach(scenes: Sequence[Scene], evidence: Evidence, sources: Sequence[Sequence[RasterSource]]) -> None:
    for index, scene in enumerate(scenes):
        if evidence.channels:
            # Of many sheets an EXTRA raster need not cover all, but for the first, which reports show.
            scene.source.evidence = EvidenceReader(evidence, scene.source.grid, sources, may_miss=index > 0)


def _detach(scenes: Sequence[Scene]) -> None:
    for scene in scenes:
        scene.source.evidence = None


def _channels(
    scenes: Sequence[Scene], files: Sequence[ExtraFiles], inputs: TrainInputs, progress: Progress
) -> tuple[Channel, ...]:
    channels: list[Channel] = []
    has_surface = any(extra.kind == "surface" for extra, _ in files)
    for number, (extra, sources) in enumerate(files):
        if extra.kind == "classes":
            channels += _class_channels(number, sources, scenes)
        elif extra.kind == "values":
            names = sources[0].band_names
            channels += [
                Channel(f"{Path(extra.name).stem} {names[band]}", "extra", "value", number, str(band))
                for band in range(extra.bands)
            ]
        elif extra.kind != "terrain" or not has_surface:
            channels += [Channel(_NAMES[made], "heights", made, number) for made in _MADE_OF[extra.kind]]
        progress.say(f"{extra.name} is taken for {extra.shown}.")
    if inputs.indices:
        channels += _index_channels(scenes, inputs, progress)
    return tuple(channels)


def _index_channels(scenes: Sequence[Scene], inputs: TrainInputs, progress: Progress) -> list[Channel]:
    source = scenes[0].source
    roles = roles_of(source, inputs.band_roles)
    progress.say(f"Roles of the bands of {Path(source.path).name}: {said_of(roles, source)}.")
    for scene in scenes[1:]:
        others = roles_of(scene.source, inputs.band_roles)
        if any(others.get(role, band) != band for role, band in roles.items()):
            raise RasterError(
                f"The bands of {Path(source.path).name} ({said_of(roles, source)}) and {Path(scene.source.path).name} "
                f"({said_of(others, scene.source)}) lie in another order; bring them into one with 'Rearrange bands'."
            )
    channels = []
    for name in inputs.indices:
        check_roles(name, roles, said_of(roles, source))
        bands = tuple(roles[role] for role in INDICES[name].roles)
        channels.append(Channel(name, "indices", "index", argument=name, bands=bands))
    return channels


def _class_channels(number: int, sources: Sequence[RasterSource], scenes: Sequence[Scene]) -> list[Channel]:
    """One for each of the most frequent classes."""
    counts: dict[float, int] = {}
    for scene in scenes[:_WINDOWS]:
        grid = scene.source.grid
        cell = max(max(grid.height, grid.width) // _CLASS_SAMPLE, 1)
        layer = ExtraLayer(sources, grid, nearest=True, cell=cell, may_miss=len(scenes) > 1)
        values = layer.read(Window(0, 0, max(grid.height // cell, 1), max(grid.width // cell, 1)))
        for value, count in zip(*np.unique(values[np.isfinite(values)], return_counts=True)):
            counts[float(value)] = counts.get(float(value), 0) + int(count)
    names = sources[0].category_names
    frequent = sorted(sorted(counts), key=lambda value: -counts[value])[:_MOST_CLASSES]
    return [
        Channel(
            names[int(value)] if 0 <= value < len(names) and names[int(value)] else f"class {value:g}",
            "extra",
            "class",
            number,
            f"{value:g}",
        )
        for value in sorted(frequent)
    ]


def _samples(
    scenes: Sequence[Scene], channels: Sequence[Channel], files: Sequence[ExtraFiles], progress: Progress
) -> list[ChannelSample]:
    """Channels in some windows, with the distance at which neighbours are no longer made of the same pixels."""
    generator = np.random.default_rng(0)
    chosen = [scenes[int(i)] for i in np.sort(generator.permutation(len(scenes))[:_WINDOWS])]
    each = -(-_WINDOWS // len(chosen))
    windows: list[list[FloatArray]] = [[] for _ in channels]
    lags = [2] * len(channels)
    unseen = _first_of_each(channels)
    for scene in chosen:
        reader, grid = cast(EvidenceReader, scene.source.evidence), scene.source.grid
        rows, cols = min(_WINDOW_SIZE, grid.height), min(_WINDOW_SIZE, grid.width)
        down, across = -(-grid.height // rows), -(-grid.width // cols)
        for number, index in enumerate(generator.permutation(down * across).tolist()):
            if number >= (_MOST_WINDOWS if unseen else each):
                break
            progress.check()
            row = min(index // across * rows, grid.height - rows)
            col = min(index % across * cols, grid.width - cols)
            window = Window(row, col, rows, cols)
            valid = scene.source.read(window)[1]
            read = [np.where(valid, one, np.float32(np.nan)) for one in reader.raw(scene.source, window)]
            shown = {channel for channel in unseen if np.isfinite(read[channel]).any()}
            unseen -= shown
            if number < each or shown:
                for values, one in zip(windows, read):
                    values.append(one)
        lags = [max(lag, int(np.ceil(2 * reader.own_pixels(channel)))) for lag, channel in zip(lags, channels)]
    for number, (extra, _) in enumerate(files):
        made = [w for channel, w in zip(channels, windows) if channel.extra == number]
        if made and not any(np.isfinite(values).any() for values in made[0]):
            raise RasterError(f"{extra.name} (EXTRA) is wholly no data on the raster; give another, or leave it out.")
    return [ChannelSample(*parts) for parts in zip(channels, windows, lags)]


def _first_of_each(channels: Sequence[Channel]) -> set[int]:
    """Indices of channels, one of each EXTRA raster: windows are looked at until each of them has shown a value."""
    first: dict[int, int] = {}
    for index, channel in enumerate(channels):
        first.setdefault(channel.extra, index)
    return {index for extra, index in first.items() if extra >= 0}


def _compact(
    extras: Sequence[ExtraInput], sources: Sequence[Sequence[RasterSource]], channels: Sequence[Channel]
) -> tuple[Evidence, list[Sequence[RasterSource]]]:
    """Evidence of some channels, with the EXTRA rasters that they are made of."""
    used = {channel.extra for channel in channels} - {-1}
    if any(channel.made == "above_ground" for channel in channels):
        used |= {number for number, extra in enumerate(extras) if extra.kind == "terrain"}
    order = sorted(used)
    moved: Mapping[int, int] = {-1: -1, **{number: index for index, number in enumerate(order)}}
    kept = tuple(replace(channel, extra=moved[channel.extra]) for channel in channels)
    return Evidence(tuple(extras[number] for number in order), kept), [sources[number] for number in order]
