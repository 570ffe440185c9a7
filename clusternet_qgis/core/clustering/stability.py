"""How many clusters there are: how well clusterings of parts agree, compared with data that has no clusters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import DoubleArray, FloatArray, IntArray
from ..progress import Progress
from . import kmeans

COUNTS = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
REPEATS = 3
_SAMPLES = 2000
_SAMPLES_A_CLUSTER = 20
_ITERATIONS = 8
_N_INIT = 2


@dataclass(frozen=True)
class StabilityCurve:
    """Agreement of clusterings of two halves of a sample, for numbers of clusters.

    Attributes:
        counts: Numbers of clusters.
        agreement: Mean adjusted Rand index of each, 1 for equal clusterings and 0 for as alike as by chance.
        spread: Its standard deviation over repeats.
        reference: Mean of the same for a sample of a normal distribution of the same covariance.
        suggested: The number whose agreement is most above the reference's, as a share of what it could be above it;
            None where none is.
    """

    counts: tuple[int, ...]
    agreement: tuple[float, ...]
    spread: tuple[float, ...]
    reference: tuple[float, ...]
    suggested: int | None


def stability_curve(
    samples: FloatArray,
    counts: Sequence[int] = COUNTS,
    seed: int = 0,
    progress: Progress = Progress(),
) -> StabilityCurve:
    """Measures how well clusterings of halves agree (Ben-Hur, Elisseeff and Guyon 2002).

    A sample is cut in halves, each is clustered, and both sets of centroids assign a third of it that neither has seen
    (Lange et al. 2004). Few clusters are stable in any data (von Luxburg 2010, section 3), so the same is done for
    data without clusters, a normal distribution, and the difference decides.

    Args:
        samples: (samples, features), as they are clustered.
        counts: Numbers of clusters; those with too few samples are left out.
        seed: Of all randomness.
        progress: Reports numbers of clusters.
    """
    generator = np.random.default_rng(seed)
    samples = samples[generator.permutation(len(samples))[: 3 * _SAMPLES]]
    third = len(samples) // 3
    counts = [count for count in counts if count * _SAMPLES_A_CLUSTER <= third]
    values, vectors = np.linalg.eigh(np.cov(samples.T.astype(np.float64)).reshape(samples.shape[1], -1))
    spread = vectors * np.sqrt(np.maximum(values, 0))
    unclustered = (generator.standard_normal(samples.shape) @ spread.T).astype(np.float32)
    agreements, reference = [], []
    for count in progress.track(counts, len(counts)):
        agreements.append([_agreement(samples, count, generator) for _ in range(REPEATS)])
        reference.append(float(np.mean([_agreement(unclustered, count, generator) for _ in range(REPEATS)])))
    means = [float(np.mean(of_count)) for of_count in agreements]
    above = [(mean - other) / max(1 - other, 1e-6) for mean, other in zip(means, reference)]
    suggested = counts[int(np.argmax(above))] if above and max(above) > 0 else None
    spreads = tuple(float(np.std(of_count)) for of_count in agreements)
    return StabilityCurve(tuple(counts), tuple(means), spreads, tuple(reference), suggested)


def _agreement(samples: FloatArray, clusters: int, generator: np.random.Generator) -> float:
    """Agreement of the clusterings of two parts on a third one."""
    parts = np.array_split(samples[generator.permutation(len(samples))], 3)
    first, second = (kmeans.assign(parts[2], _centroids(part, clusters, generator))[0] for part in parts[:2])
    return adjusted_rand_index(first, second)


def _centroids(samples: FloatArray, clusters: int, generator: np.random.Generator) -> FloatArray:
    """The best of some fits, so that the result depends on the data more than on the start."""
    seeds = generator.integers(2**31, size=_N_INIT)
    fits = [kmeans.fit(samples, clusters, iterations=_ITERATIONS, seed=int(seed)) for seed in seeds]
    return min(fits, key=lambda fit: fit.inertia).centroids


def adjusted_rand_index(first: IntArray, second: IntArray) -> float:
    """Share of pairs on which two clusterings agree, corrected for chance (Hubert and Arabie 1985)."""
    rows, cols = int(first.max()) + 1, int(second.max()) + 1
    table = np.bincount(first * cols + second, minlength=rows * cols).reshape(rows, cols).astype(np.float64)
    together, of_first, of_second = (_pairs(part) for part in (table, table.sum(1), table.sum(0)))
    by_chance = of_first * of_second / _pairs(np.array([float(len(first))]))
    most = (of_first + of_second) / 2
    return float((together - by_chance) / (most - by_chance)) if most != by_chance else 1.0


def _pairs(sizes: DoubleArray) -> float:
    return float((sizes * (sizes - 1) / 2).sum())
