"""Features as they are clustered: centred, and scaled so that blocks count alike."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..networks.block import Block


@dataclass(frozen=True)
class FeatureSpace:
    """What is subtracted from features, and then multiplied with them (features,).

    Attributes:
        mean: What is subtracted.
        scale: What is multiplied with.
        radius: Length that all vectors have in the space; 0 where they differ.
    """

    mean: FloatArray
    scale: FloatArray
    radius: float = 0.0

    def without_first(self, size: int) -> FeatureSpace:
        """The space in which the first so many features do not count."""
        scale = self.scale.copy()
        scale[:size] = 0
        return FeatureSpace(self.mean, scale)

    def normalised(self, features: FloatArray) -> FloatArray:
        """Features (samples, features) in this space."""
        return (features - self.mean) * self.scale


def space_of(features: FloatArray, blocks: Sequence[Block], first_counts: bool) -> FeatureSpace:
    """The space in which the standard deviation of each block is its weight; features that never vary become 0.

    Args:
        features: (samples, features).
        blocks: Their parts.
        first_counts: Whether the first block, what training changes, counts at all.
    """
    ends = np.cumsum([block.size for block in blocks])
    parts = [
        (unmoved if block.unit else scaled)(features[:, end - block.size : end], block.standardise)
        for block, end in zip(blocks, ends)
    ]
    mean = np.concatenate([part[0] for part in parts])
    scale = np.concatenate([np.float32(block.weight) * part[1] for block, part in zip(blocks, parts)])
    on_sphere = len(blocks) == 1 and blocks[0].unit
    radius = float(np.median(np.linalg.norm(features * scale, axis=1))) if on_sphere else 0.0
    space = FeatureSpace(mean, scale, radius)
    return space if first_counts else space.without_first(blocks[0].size)


def unmoved(features: FloatArray, standardise: bool = False) -> tuple[FloatArray, FloatArray]:
    """As `scaled`, of vectors whose angles count: nothing is subtracted, and all have the same scale."""
    mean, scale = scaled(features, standardise)
    return np.zeros_like(mean), np.full_like(scale, scale.max())


def scaled(features: FloatArray, standardise: bool) -> tuple[FloatArray, FloatArray]:
    """Mean, and the scale that makes the sum of variances 1; 0 for features that never vary.

    Args:
        features: (samples, features).
        standardise: Whether all features get the same variance, instead of keeping their ratios.
    """
    mean = features.mean(0, dtype=np.float64)
    std = features.std(0, dtype=np.float64)
    if not standardise:
        std = np.full_like(std, math.sqrt(float((std**2).mean())))
    varies = std > 1e-6 * max(float(std.max()), 1e-12)
    scale = np.where(varies, 1 / np.where(varies, std, 1), 0) / math.sqrt(max(int(varies.sum()), 1))
    return mean.astype(np.float32), scale.astype(np.float32)
