"""Surfaces whose summits are objects: from the outline of the class, the image, heights and confidence."""

from __future__ import annotations

import math
from typing import Optional

import numpy as np
from scipy import ndimage

from ..arrays import BoolArray, DoubleArray, FloatArray

# The pixels of a class, brightness and confidence, as `blobs` takes them.
Picture = tuple[BoolArray, Optional[FloatArray], Optional[FloatArray]]

# How much a standard deviation of brightness counts beside the step from outside of the class to its inside.
_BRIGHTNESS = 0.5
_SMALLEST_SCALE = 1.0
_SCALE_STEP = 2**0.25
_LARGEST_SCALE = 64.0
# Answers of larger scales are computed on means of blocks of pixels, at no less than this scale.
_FINEST_COARSE_SCALE = 8.0
# Gaussian filters reach so many scales.
REACH = 4.0
# Heights are smoothed by this share of their own pixels: single returns of a laser are no tops.
_HEIGHT_SCALE = 0.7
_STEPS = 2.0
_LINE = 21
_DIRECTIONS = 8
# Edges that are so many times as strong as is usual inside of the class are walls.
_WALL = 8.0


def scales(largest_distance: float, smallest: float = 0.0) -> DoubleArray:
    """Scales of blobs to choose from, in pixels.

    Args:
        largest_distance: From the middle of the largest object to its edge, in pixels.
        smallest: Area of the smallest object, in pixels.
    """
    least = max(_SMALLEST_SCALE, math.sqrt(smallest / math.pi / 2))
    most = min(max(2 * least, 0.85 * largest_distance), max(_LARGEST_SCALE, 2 * least))
    return least * _SCALE_STEP ** np.arange(int(math.log(most / least) / math.log(_SCALE_STEP) + 1e-9) + 1)


def blobs(
    inside: BoolArray,
    brightness: FloatArray | None,
    sure: FloatArray | None,
    scale: float,
    start: tuple[int, int] = (0, 0),
) -> DoubleArray:
    """How much each pixel looks like the middle of a blob: the scale-normalised Laplacian of Gaussians.

    T. Lindeberg, "Feature detection with automatic scale selection" (1998). For a disc of radius r the answer in its
    middle is strongest at the scale r / sqrt(2).

    Args:
        inside: (rows, cols) pixels of the class.
        brightness: Standard deviations from the mean of the class; None without an image.
        sure: Confidence, less its mean in the class; None without one.
        scale: Standard deviation of the Gaussian, in pixels.
        start: Row and column in the raster of the first pixel; blocks are counted from the raster's first.
    """
    picture = inside.astype(np.float32)
    if brightness is not None:
        picture += np.where(inside, _BRIGHTNESS * brightness, 0)
    if sure is not None:
        picture += np.where(inside, sure, 0)
    block = block_size(scale)
    if block == 1:
        return _laplacian(picture, scale)
    before = start[0] % block, start[1] % block
    rows, cols = picture.shape
    after = -(before[0] + rows) % block, -(before[1] + cols) % block
    padded = np.pad(picture, tuple(zip(before, after)), mode="edge")
    blocks = padded.reshape(padded.shape[0] // block, block, padded.shape[1] // block, block).mean((1, 3))
    answer = _between_blocks(_between_blocks(_laplacian(blocks, scale / block), block).T, block).T
    return answer[before[0] : before[0] + rows, before[1] : before[1] + cols]


def block_size(scale: float) -> int:
    """Rows and columns of the blocks of pixels whose means are looked at for blobs of a scale."""
    return 1 << max(int(math.log2(scale / _FINEST_COARSE_SCALE)), 0) if scale >= _FINEST_COARSE_SCALE else 1


def _laplacian(picture: FloatArray, scale: float) -> DoubleArray:
    answer = ndimage.gaussian_laplace(picture, scale, mode="nearest", truncate=REACH)
    return (-(scale**2) * answer).astype(np.float64)


def _between_blocks(values: DoubleArray, block: int) -> DoubleArray:
    """Values (n, ...) of blocks at each of their rows (n * block, ...), linear between their middles."""
    at = np.clip((np.arange(len(values) * block) + 0.5) / block - 0.5, 0, len(values) - 1)
    below = np.minimum(at.astype(np.int64), max(len(values) - 2, 0))
    above = np.minimum(below + 1, len(values) - 1)
    weight = (at - below)[:, None]
    return values[below] * (1 - weight) + values[above] * weight


def strongest_scale(
    windows: list[tuple[BoolArray, FloatArray | None, FloatArray | None]], choices: DoubleArray
) -> float:
    """The scale at which the pixels of a class answer most, over sample windows; see `blobs`."""
    answers = [
        sum(float(np.maximum(blobs(*window, float(scale))[window[0]], 0).sum()) for window in windows)
        for scale in choices
    ]
    return float(choices[int(np.argmax(answers))])


def tops(heights: FloatArray, pixel: float) -> DoubleArray:
    """Heights, smoothed by a part of their own pixels, whose side is given in pixels of the grid."""
    return ndimage.gaussian_filter(heights.astype(np.float64), _HEIGHT_SCALE * pixel, mode="nearest", truncate=REACH)


def middles(inside: BoolArray, walls: BoolArray | None, most: float) -> DoubleArray:
    """Distance to the edge of the class and to walls, at most `most`, smoothed, for steps of pixels are no summits."""
    free = inside if walls is None else inside & ~walls
    if free.all():
        return np.full(inside.shape, most)
    distance = np.minimum(ndimage.distance_transform_edt(free), most)
    return np.where(inside, ndimage.gaussian_filter(distance, _STEPS, mode="nearest", truncate=REACH), 0)


def edges(brightness: FloatArray) -> DoubleArray:
    """(rows, cols) strength of straight edges: gradients that agree along a line, in the best direction."""
    across = ndimage.gaussian_filter(brightness, 1.5, order=(0, 1), mode="nearest")
    down = ndimage.gaussian_filter(brightness, 1.5, order=(1, 0), mode="nearest")
    strongest = np.zeros(brightness.shape)
    steps = np.arange(-(_LINE // 2), _LINE // 2 + 1)
    for direction in range(_DIRECTIONS):
        angle = math.pi * direction / _DIRECTIONS
        gradient = math.cos(angle) * across + math.sin(angle) * down
        line = np.zeros((_LINE, _LINE))
        rows, cols = np.rint(steps * math.cos(angle)).astype(int), np.rint(-steps * math.sin(angle)).astype(int)
        line[rows + _LINE // 2, cols + _LINE // 2] = 1
        np.maximum(strongest, np.abs(_along(gradient, line / line.sum())), out=strongest)
    return strongest


def _along(values: FloatArray, line: DoubleArray) -> DoubleArray:
    """The mean along a line of pixels, shift by shift."""
    total = np.zeros(values.shape)
    half = line.shape[0] // 2
    padded = np.pad(values, half, mode="edge")
    height, width = values.shape
    for row, col in np.argwhere(line > 0).tolist():
        total += line[row, col] * padded[row : row + height, col : col + width]
    return total


def walls(strength: DoubleArray, usual: float) -> BoolArray:
    """Which edges are walls, where `usual` is the median strength inside of the class."""
    return strength > _WALL * max(usual, 1e-9)


REACH_OF_WALLS = _LINE // 2 + int(REACH * 1.5) + 1
REACH_OF_STEPS = int(REACH * _STEPS)
