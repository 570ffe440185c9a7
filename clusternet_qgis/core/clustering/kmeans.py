"""k-means on feature vectors: fit, assign, and ids that persist. The one door to FAISS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import DoubleArray, FloatArray, IntArray
from ..errors import OptionsError
from ..progress import Progress

faiss: Any
try:
    import faiss
except ImportError:  # platforms where FAISS and torch cannot share a process
    faiss = None

FAISS_VERSION = str(faiss.__version__) if faiss else ""

ITERATIONS = 20
# Without FAISS: so many samples have distances that fit the processor's cache, which is three times faster.
_SAMPLES_AT_ONCE = 1024


@dataclass(frozen=True)
class Clustering:
    """Result of a fit.

    Attributes:
        centroids: (clusters, features).
        ids: Cluster of each sample (samples,).
        inertia: Mean squared distance of a sample to its centroid.
    """

    centroids: FloatArray
    ids: IntArray
    inertia: float


def fit(
    samples: FloatArray,
    clusters: int,
    initial: FloatArray | None = None,
    iterations: int = ITERATIONS,
    seed: int = 0,
    progress: Progress = Progress(),
    n_init: int = 1,
    radius: float = 0.0,
) -> Clustering:
    """Lloyd's k-means from given centroids, or from k-means++ ones; of several starts the one of least inertia.

    A cluster that loses all its samples is seeded anew inside the largest one. A start ends early when no sample
    changes its cluster and no cluster is empty: further rounds would change nothing. Of several starts all but the
    first are k-means++ ones.

    Args:
        samples: (samples, features).
        clusters: Number of centroids.
        initial: (clusters, features) to start from.
        iterations: Most rounds of averaging and assignment (paper: 20).
        seed: Of all randomness.
        progress: Asked once an iteration.
        n_init: How many starts to try.
        radius: Length of all samples, for spherical k-means (Dhillon and Modha 2001): centroids then get it too, and
            the nearest one is that of the smallest angle. 0 for samples of any length.

    Raises:
        OptionsError: There are fewer samples than clusters.
    """
    samples = np.ascontiguousarray(samples, np.float32)
    if len(samples) < clusters:
        raise OptionsError(
            f"There are {len(samples)} valid pixels to cluster, fewer than the {clusters} clusters asked for; "
            f"ask for at most {len(samples)} clusters or give a larger raster."
        )
    clusterings = []
    for start in range(n_init):
        generator = np.random.default_rng((seed, start))
        given = initial if start == 0 else None
        centroids = kmeans_plusplus(samples, clusters, generator) if given is None else np.array(given, np.float32)
        part = progress.part(start / n_init, (start + 1) / n_init)
        clusterings.append(_lloyd(samples, centroids, iterations, generator, part, radius))
    return min(clusterings, key=lambda clustering: clustering.inertia)


def _lloyd(
    samples: FloatArray,
    centroids: FloatArray,
    iterations: int,
    generator: np.random.Generator,
    progress: Progress,
    radius: float,
) -> Clustering:
    """Rounds of averaging and assignment, until nothing changes any more."""
    # Once, not in every round: the samples as `update_centroids` sums them, and their squared lengths.
    precise, norms = samples.astype(np.float64), _norms(samples)
    ids, distances = assign(samples, centroids, norms)
    for _ in progress.track(range(iterations), iterations):
        centroids = update_centroids(precise, ids, centroids, generator)
        if radius:
            centroids *= radius / np.maximum(np.linalg.norm(centroids, axis=1, keepdims=True), 1e-12 * radius)
        previous = ids
        ids, distances = assign(samples, centroids, norms)
        # An empty cluster is seeded anew at random, in every round.
        if np.array_equal(ids, previous) and np.bincount(ids, minlength=len(centroids)).all():
            progress.update(1)
            break
    return Clustering(centroids, ids, float(distances.mean()))


def kmeans_plusplus(
    samples: FloatArray, clusters: int, generator: np.random.Generator, limit: int = 20000
) -> FloatArray:
    """Initial centroids by k-means++ (Arthur and Vassilvitskii 2007) on at most `limit` samples."""
    if len(samples) > limit:
        samples = samples[generator.choice(len(samples), max(limit, clusters), replace=False)]
    centroids = np.empty((clusters, samples.shape[1]), np.float32)
    centroids[0] = samples[generator.integers(len(samples))]
    norms = (samples**2).sum(1)
    nearest = _squared_distances(samples, norms, centroids[0]).astype(np.float64)
    for index in range(1, clusters):
        total = nearest.sum()
        probabilities = nearest / total if total > 0 else None  # all samples are centroids already: any will do
        centroids[index] = samples[generator.choice(len(samples), p=probabilities)]
        nearest = np.minimum(nearest, _squared_distances(samples, norms, centroids[index]))
    return centroids


def _squared_distances(samples: FloatArray, norms: FloatArray, centroid: FloatArray) -> FloatArray:
    """Squared distances (samples,) of samples, of which the squared norms are given, to one centroid."""
    return np.maximum(norms + (centroid**2).sum() - 2 * (samples @ centroid), 0)


def assign(samples: FloatArray, centroids: FloatArray, norms: FloatArray | None = None) -> tuple[IntArray, FloatArray]:
    """Nearest centroid of each sample, and the squared distance to it.

    Args:
        samples: (samples, features).
        centroids: (clusters, features).
        norms: Squared lengths of the samples (samples,), if they are there already.
    """
    samples = np.ascontiguousarray(samples, np.float32)
    centroids = np.ascontiguousarray(centroids, np.float32)
    if faiss is None:
        return _assign_plain(samples, centroids, _norms(samples) if norms is None else norms)
    distances, ids = faiss.knn(samples, centroids, 1)
    return ids[:, 0], np.maximum(distances[:, 0], 0)


def _norms(samples: FloatArray) -> FloatArray:
    """Squared lengths of samples."""
    return np.asarray(np.einsum("ij,ij->i", samples, samples))


def _assign_plain(samples: FloatArray, centroids: FloatArray, norms: FloatArray) -> tuple[IntArray, FloatArray]:
    ids = np.empty(len(samples), np.int64)
    nearest = np.empty(len(samples), np.float32)
    rows = np.arange(min(len(samples), _SAMPLES_AT_ONCE))
    slopes = -2 * centroids.T
    # Repeated, since numpy adds two arrays of one shape in a third of the time.
    offsets = np.tile((centroids**2).sum(1), (len(rows), 1))
    products = np.empty_like(offsets)
    for start in range(0, len(samples), _SAMPLES_AT_ONCE):
        part = slice(start, start + _SAMPLES_AT_ONCE)
        count = len(ids[part])
        distances = products[:count]  # |x - c|^2 without |x|^2, which no choice depends on
        np.matmul(samples[part], slopes, out=distances)
        distances += offsets[:count]
        ids[part] = distances.argmin(1)
        nearest[part] = distances[rows[:count], ids[part]]
    nearest += norms
    return ids, np.maximum(nearest, 0, out=nearest)


def update_centroids(
    samples: FloatArray | DoubleArray, ids: IntArray, centroids: FloatArray, generator: np.random.Generator
) -> FloatArray:
    """Means of the clusters; an empty one becomes a random sample of the largest.

    Args:
        samples: (samples, features); they are summed in double precision, and taken faster if they have it already.
        ids: Cluster of each (samples,).
        centroids: (clusters, features), only for their number and shape.
        generator: For the empty ones.
    """
    from scipy.sparse import csc_matrix  # only the worker needs it, and QGIS may not have it

    clusters = len(centroids)
    sizes = np.bincount(ids, minlength=clusters)
    membership = csc_matrix((np.ones(len(ids)), ids, np.arange(len(ids) + 1)), (clusters, len(ids)))
    filled = np.flatnonzero(sizes)
    means = centroids.copy()
    means[filled] = ((membership @ samples)[filled] / sizes[filled, None]).astype(np.float32)
    for empty in np.flatnonzero(sizes == 0):
        largest = int(sizes.argmax())
        means[empty] = samples[generator.choice(np.flatnonzero(ids == largest))]
        # Halved, so that the next empty cluster is seeded elsewhere; never to nothing, which would look empty.
        sizes[largest] = max(sizes[largest] // 2, 1)
    return means


def distinct(centroids: FloatArray) -> FloatArray:
    """The centroids without repetitions, in order; data with few different values make k-means repeat some."""
    _, first = np.unique(centroids, axis=0, return_index=True)
    return centroids[np.sort(first)]


def match_labels(previous: IntArray, current: IntArray, clusters: int) -> IntArray:
    """For each current id the previous id that it continues: the one-to-one matching of the largest overlap.

    Args:
        previous: Ids of the samples before (samples,).
        current: Ids of the same samples now (samples,).
        clusters: Number of ids.

    Returns:
        (clusters,): a permutation; `permutation[current]` are persistent ids.
    """
    from scipy.optimize import linear_sum_assignment  # only training needs it, and QGIS may not have it

    overlap = np.bincount(current * clusters + previous, minlength=clusters * clusters).reshape(clusters, clusters)
    _, permutation = linear_sum_assignment(overlap, maximize=True)
    return np.asarray(permutation, np.int64)


def normalised_mutual_information(first: IntArray, second: IntArray) -> float:
    """Agreement of two clusterings of the same samples, 0 to 1, with the arithmetic mean of the entropies."""
    rows, cols = int(first.max()) + 1, int(second.max()) + 1
    joint = np.bincount(first * cols + second, minlength=rows * cols).reshape(rows, cols) / len(first)
    p, q = joint.sum(1), joint.sum(0)
    entropy = _entropy(p) + _entropy(q)
    return float(2 * (entropy - _entropy(joint)) / entropy) if entropy > 0 else 1.0


def _entropy(probabilities: DoubleArray) -> float:
    positive = probabilities[probabilities > 0]
    return float(-(positive * np.log(positive)).sum())
