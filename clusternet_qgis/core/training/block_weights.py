"""How much evidence counts, decided without labels: what is constant or noise counts nothing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray
from ..io.evidence_recipe import BLOCKS, Channel

# Evidence whose neighbours correlate less is noise. So many standard errors of the correlation of noise are asked for.
_LEAST_STRUCTURE, _STANDARD_ERRORS = 0.15, 4.0
# Of evidence that is wholly structured; measured on crowns, roofs and land cover, see docs/heights.md.
_WEIGHTS = {"heights": 1.0, "indices": 0.15, "extra": 0.7}


class ChannelSample(NamedTuple):
    """A channel in some windows.

    Attributes:
        channel: Which.
        windows: Values (rows, cols) each, NaN where unknown.
        lag: Pixels between neighbours that are made of other pixels of the raster.
    """

    channel: Channel
    windows: Sequence[FloatArray]
    lag: int


def block_weights(
    samples: Sequence[ChannelSample], given: Mapping[str, float]
) -> tuple[list[Channel], dict[str, float], list[str]]:
    """The channels that tell something, with their statistics, and the weights of their blocks.

    A channel counts by its structure: the correlation between neighbours (Moran 1950), which is 0 for noise. A block
    counts by the mean of its channels.

    Args:
        samples: Of all channels.
        given: Weights that the user has given; blocks of weight 0 are left out.

    Returns:
        The channels; the weight of each block; and what was left out and why.
    """
    left_out: list[str] = []
    structures: dict[str, list[float]] = {}
    kept: list[Channel] = []
    noise = {sample.channel.extra for sample in samples if _is_noise_itself(sample)}
    for sample in samples:
        channel = sample.channel
        values = np.concatenate([window[np.isfinite(window)] for window in sample.windows] or [np.zeros(0)])
        std = float(values.std(dtype=np.float64)) if len(values) else 0.0
        mean = float(values.mean(dtype=np.float64)) if len(values) else 0.0
        if std <= 1e-6 * max(abs(mean), 1e-6):
            left_out.append(f"{channel.name} is the same everywhere")
            continue
        structure, least = spatial_structure(sample.windows, sample.lag)
        if structure < least or channel.extra in noise - {-1}:
            left_out.append(f"{channel.name} is noise (correlation of neighbours {structure:.2f})")
            continue
        if given.get(channel.block) == 0:
            left_out.append(f"{channel.name} has the weight 0")
            continue
        kept.append(replace(channel, mean=mean, std=std))
        structures.setdefault(channel.block, []).append(structure)
    kept.sort(key=lambda channel: BLOCKS.index(channel.block))
    weights = {
        block: given.get(block, round(_WEIGHTS[block] * min(float(np.mean(structures[block])) ** 0.5, 1.0), 2))
        for block in BLOCKS
        if block in structures
    }
    return kept, weights, left_out


def _is_noise_itself(sample: ChannelSample) -> bool:
    """Whether what a height is made of is noise: then so is all that is derived from it."""
    if sample.channel.made not in ("height", "above_ground"):
        return False
    structure, least = spatial_structure(sample.windows, sample.lag)
    return structure < least


def spatial_structure(windows: Sequence[FloatArray], lag: int) -> tuple[float, float]:
    """Correlation of pixels with those `lag` pixels to the right and below, and the least that is not noise.

    Args:
        windows: Values (rows, cols) each, NaN where unknown.
        lag: Pixels.
    """
    first, second = [np.zeros(0)], [np.zeros(0)]
    for window in windows:
        step = max(min(lag, min(window.shape) - 1), 1)
        for one, other in ((window[:-step], window[step:]), (window[:, :-step], window[:, step:])):
            known = np.isfinite(one) & np.isfinite(other)
            first.append(one[known].astype(np.float64))
            second.append(other[known].astype(np.float64))
    a, b = np.concatenate(first), np.concatenate(second)
    if len(a) < 2:
        return 0.0, _LEAST_STRUCTURE
    centre = (a.mean() + b.mean()) / 2
    variance = (((a - centre) ** 2).mean() + ((b - centre) ** 2).mean()) / 2
    correlation = float(((a - centre) * (b - centre)).mean() / variance) if variance > 0 else 0.0
    independent = max(len(a) / 2 / max(lag / 2, 1) ** 2, 1)
    return correlation, max(_LEAST_STRUCTURE, min(_STANDARD_ERRORS / math.sqrt(independent), 0.9))
