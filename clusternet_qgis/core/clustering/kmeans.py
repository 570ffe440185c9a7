"""k-means on feature vectors: fit, assign, and ids that persist. The one door to FAISS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import OptionsError
from ..progress import Progress

faiss: Any
try:
    import faiss
except ImportError:  # platforms where FAISS and torch cannot share a process
    faiss = None

FAISS_VERSION = str(faiss.__version__) if faiss else ""

FloatArray = NDArray[np.float32]
IdArray = NDArray[np.int64]

ITERATIONS = 20
_CHUNK = 65536


@dataclass(frozen=True)
class Clustering:
    """Result of a fit.

    Attributes:
        centroids: (clusters, features).
        ids: Cluster of each sample (samples,).
        inertia: Mean squared distance of a sample to its centroid.
    """

    centroids: FloatArray
    ids: IdArray
    inertia: float


def fit(
    samples: FloatArray,
    clusters: int,
    initial: FloatArray | None = None,
    iterations: int = ITERATIONS,
    seed: int = 0,
    progress: Progress = Progress(),
    n_init: int = 1,
) -> Clustering:
    """Lloyd's k-means from given centroids, or from k-means++ ones; of several starts the one of least inertia.

    A cluster that loses all its samples is seeded anew inside the largest one. Of several starts all but the first are
    k-means++ ones.

    Args:
        samples: (samples, features).
        clusters: Number of centroids.
        initial: (clusters, features) to start from.
        iterations: Rounds of assignment and averaging (paper: 20).
        seed: Of all randomness.
        progress: Asked once an iteration.
        n_init: How many to try.

    Raises:
        OptionsError: There are fewer samples than clusters.
    """
    samples = np.ascontiguousarray(samples, np.float32)
    if len(samples) < clusters:
        raise OptionsError(
            f"There are {len(samples)} valid pixels to cluster, fewer than the {clusters} clusters asked for; "
            f"ask for at most {len(samples)} clusters or give a larger raster."
        )
    found = []
    for start in range(n_init):
        generator = np.random.default_rng((seed, start))
        given = initial if start == 0 else None
        centroids = kmeans_plusplus(samples, clusters, generator) if given is None else np.array(given, np.float32)
        part = progress.part(start / n_init, (start + 1) / n_init)
        found.append(_refined(samples, centroids, iterations, generator, part))
    return min(found, key=lambda clustering: clustering.inertia)


def _refined(
    samples: FloatArray, centroids: FloatArray, iterations: int, generator: np.random.Generator, progress: Progress
) -> Clustering:
    """Rounds of assignment and averaging."""
    for _ in progress.track(range(iterations), iterations):
        ids, _ = assign(samples, centroids)
        centroids = update_centroids(samples, ids, centroids, generator)
    ids, distances = assign(samples, centroids)
    return Clustering(centroids, ids, float(distances.mean()))


def kmeans_plusplus(
    samples: FloatArray, clusters: int, generator: np.random.Generator, limit: int = 20000
) -> FloatArray:
    """Initial centroids by k-means++ (Arthur and Vassilvitskii 2007) on at most `limit` samples."""
    if len(samples) > limit:
        samples = samples[generator.choice(len(samples), max(limit, clusters), replace=False)]
    centroids = np.empty((clusters, samples.shape[1]), np.float32)
    centroids[0] = samples[generator.integers(len(samples))]
    nearest = _squared_distances(samples, centroids[:1])[:, 0].astype(np.float64)
    for index in range(1, clusters):
        total = nearest.sum()
        chances = nearest / total if total > 0 else None  # all samples are centroids already: any will do
        centroids[index] = samples[generator.choice(len(samples), p=chances)]
        nearest = np.minimum(nearest, _squared_distances(samples, centroids[index : index + 1])[:, 0])
    return centroids


def assign(samples: FloatArray, centroids: FloatArray) -> tuple[IdArray, FloatArray]:
    """Nearest centroid of each sample, and the squared distance to it."""
    samples = np.ascontiguousarray(samples, np.float32)
    centroids = np.ascontiguousarray(centroids, np.float32)
    if faiss is None:
        return _assign_plain(samples, centroids)
    index = faiss.IndexFlatL2(centroids.shape[1])
    index.add(centroids)
    distances, ids = index.search(samples, 1)
    return ids[:, 0], np.maximum(distances[:, 0], 0)


def _assign_plain(samples: FloatArray, centroids: FloatArray) -> tuple[IdArray, FloatArray]:
    ids = np.empty(len(samples), np.int64)
    nearest = np.empty(len(samples), np.float32)
    for start in range(0, len(samples), _CHUNK):
        part = slice(start, start + _CHUNK)
        distances = _squared_distances(samples[part], centroids)
        ids[part] = distances.argmin(1)
        nearest[part] = distances.min(1)
    return ids, nearest


def _squared_distances(samples: FloatArray, centroids: FloatArray) -> FloatArray:
    products = samples @ centroids.T
    norms = (samples**2).sum(1)[:, None] + (centroids**2).sum(1)[None]
    return np.maximum(norms - 2 * products, 0)


def update_centroids(
    samples: FloatArray, ids: IdArray, centroids: FloatArray, generator: np.random.Generator
) -> FloatArray:
    """Means of the clusters; an empty one becomes a random sample of the largest.

    Args:
        samples: (samples, features).
        ids: Cluster of each (samples,).
        centroids: (clusters, features), only for their number and shape.
        generator: For the empty ones.
    """
    from scipy.sparse import csr_matrix  # only the worker needs it, and QGIS may not have it

    clusters = len(centroids)
    sizes = np.bincount(ids, minlength=clusters)
    membership = csr_matrix((np.ones(len(ids)), ids, np.arange(len(ids) + 1)), (len(ids), clusters))
    filled = np.flatnonzero(sizes)
    means = centroids.copy()
    means[filled] = ((membership.T @ samples)[filled] / sizes[filled, None]).astype(np.float32)
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


def match_labels(previous: IdArray, current: IdArray, clusters: int) -> IdArray:
    """For each current id the previous id that it continues: the one-to-one matching with the largest overlap.

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


def normalised_mutual_information(first: IdArray, second: IdArray) -> float:
    """Agreement of two clusterings of the same samples, 0 to 1, with the arithmetic mean of the entropies."""
    rows, cols = int(first.max()) + 1, int(second.max()) + 1
    joint = np.bincount(first * cols + second, minlength=rows * cols).reshape(rows, cols) / len(first)
    p, q = joint.sum(1), joint.sum(0)
    entropy = _entropy(p) + _entropy(q)
    return float(2 * (entropy - _entropy(joint)) / entropy) if entropy > 0 else 1.0


def _entropy(chances: NDArray[np.float64]) -> float:
    positive = chances[chances > 0]
    return float(-(positive * np.log(positive)).sum())
