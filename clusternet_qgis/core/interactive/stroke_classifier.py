"""From strokes to a rule that says which pixels of which clusters belong to which class."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

# Girard et al. 2019, section 3.4: two classes contest a cluster if each has so much of its stroked pixels.
CONTESTED_SHARE = 0.3
# Of a pixel's score this much is its cluster's: with few strokes the cluster knows better than the pixel.
_CLUSTER_SHARE = 0.4
# Weight of a stroked pixel against the wish for a simple rule, in the whitened space: the least that gives so large a
# share of the stroked pixels their class. Simple rules are the ones that hold elsewhere.
_STROKE_WEIGHTS = (2e-4, 6e-4, 2e-3)
_HONOURED = 0.98
# How much of the mean variance is added to each direction, so that whitening does not blow up noise.
_SHRINKAGE = 0.1
# A class that the rule gives fewer of a cluster's pixels gets none of it.
_LEAST_SHARE = 0.005
_ITERATIONS = 200


class StrokeClassifier(NamedTuple):
    """What strokes say of the clusters of a model.

    A pixel with features x in cluster k belongs to the class c of `owners[k]` with the largest
    `weights[c] @ x + offsets[k, c]`.

    Attributes:
        contested: Number of clusters that two classes claim.
        owners: Classes of which each cluster has pixels, none where nothing is known.
        weights: (classes, features).
        offsets: (clusters, classes).
    """

    contested: int
    owners: tuple[tuple[int, ...], ...]
    weights: FloatArray
    offsets: FloatArray


class Surroundings(NamedTuple):
    """Pixels around strokes, from which the rule learns how features vary.

    Attributes:
        features: (pixels, features).
        clusters: Of each.
        scatter: Sum of the outer products of what lies between features and their centroids (features, features).
    """

    features: FloatArray
    clusters: IntArray
    scatter: NDArray[np.float64]


def surroundings_of(features: FloatArray, centroids: FloatArray) -> Surroundings:
    """What the rule needs of pixels (pixels, features)."""
    clusters = nearest(features, centroids)
    return Surroundings(features, clusters, _scatter(features - centroids[clusters]))


def fit_stroke_classifier(
    features: FloatArray,
    classes: IntArray,
    counts: IntArray,
    surroundings: Surroundings,
    centroids: FloatArray,
    class_count: int,
) -> StrokeClassifier:
    """Learns which class each pixel belongs to.

    Strokes vote for the clusters under them. Where only one class has been painted, its clusters are it. With more, a
    multinomial logistic regression tells the classes apart, in a space in which clusters are round (whitened by the
    covariance within clusters, as in linear discriminant analysis), where a few strokes suffice. A pixel's score is
    partly that of its cluster's centroid: clusters hold together, but for those that strokes of two classes claim.
    The rule is the simplest of three by which nearly all stroked pixels get their class.
    Clusters that the rule does not divide stay whole.

    Args:
        features: Of stroked samples (samples, features), as they are clustered.
        classes: Index of each one's class.
        counts: How many stroked pixels each stands for.
        surroundings: Pixels around the strokes.
        centroids: (clusters, features).
        class_count: Number of classes.
    """
    clusters = nearest(features, centroids)
    votes = np.zeros((len(centroids), class_count))
    np.add.at(votes, (clusters, classes), counts)
    claims = (votes > 0) & (votes >= CONTESTED_SHARE * votes.sum(1, keepdims=True))
    contested = int((claims.sum(1) > 1).sum())
    if len(np.unique(classes)) < 2:
        voted: tuple[tuple[int, ...], ...] = tuple((int(row.argmax()),) if row.any() else () for row in votes)
        return unpainted(centroids, class_count)._replace(contested=contested, owners=voted)
    everything = np.concatenate([surroundings.features, features])
    around = np.concatenate([surroundings.clusters, clusters])
    scatter = surroundings.scatter + _scatter(features - centroids[clusters])
    whitening = _whitening(scatter / len(everything))
    of_pixel, of_cluster = _rule(
        features, clusters, classes, counts, whitening, claims.sum(1) > 1, centroids, class_count
    )
    owners = _owners(everything, around, centroids, of_pixel, of_cluster, votes)
    return StrokeClassifier(contested, owners, of_pixel, of_cluster)


def _rule(
    features: FloatArray,
    clusters: IntArray,
    classes: IntArray,
    counts: IntArray,
    whitening: NDArray[np.float64],
    contested: NDArray[np.bool_],
    centroids: FloatArray,
    class_count: int,
) -> tuple[FloatArray, FloatArray]:
    """Weights (classes, features) and offsets (clusters, classes) of the simplest rule that honours the strokes."""
    whitened = features.astype(np.float64) @ whitening
    for stroke_weight in _STROKE_WEIGHTS:
        weights, bias = _logistic_regression(whitened, classes, stroke_weight * counts, class_count)
        weights = weights @ whitening.T
        of_pixel = ((1 - _CLUSTER_SHARE) * weights).astype(np.float32)
        # In a contested cluster the pixels decide; scaled like the others, so that one set of weights serves all.
        of_cluster = bias + _CLUSTER_SHARE * centroids @ weights.T
        of_cluster[contested] = (1 - _CLUSTER_SHARE) * bias
        of_cluster = of_cluster.astype(np.float32)
        found = (features @ of_pixel.T + of_cluster[clusters]).argmax(1)
        if np.average(found == classes, weights=counts) >= _HONOURED:
            break
    return of_pixel, of_cluster


def unpainted(centroids: FloatArray, class_count: int) -> StrokeClassifier:
    """What is known without strokes: nothing."""
    weights = np.zeros((class_count, centroids.shape[1]), np.float32)
    return StrokeClassifier(0, ((),) * len(centroids), weights, np.zeros((len(centroids), class_count), np.float32))


def nearest(features: FloatArray, centroids: FloatArray) -> IntArray:
    """The cluster of each of some features (pixels, features)."""
    distances = (centroids**2).sum(1) - 2 * features @ centroids.T
    return np.asarray(distances.argmin(1), np.int64)


def _scatter(residuals: FloatArray) -> NDArray[np.float64]:
    exact = residuals.astype(np.float64)
    return np.asarray(exact.T @ exact)


def _whitening(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The matrix after which residuals are round: the Cholesky factor of the inverse of their shrunk covariance."""
    mean_variance = max(float(np.trace(covariance)) / len(covariance), 1e-12)
    shrunk = covariance + _SHRINKAGE * mean_variance * np.eye(len(covariance))
    return np.asarray(np.linalg.cholesky(np.linalg.inv(shrunk)))


def _logistic_regression(
    samples: NDArray[np.float64], classes: IntArray, sample_weights: NDArray[np.float64], class_count: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights (classes, features) and bias (classes,) of a ridge-penalised multinomial regression, classes alike."""
    from scipy.optimize import minimize  # only the worker needs it, and QGIS may not have it

    sizes = np.bincount(classes, sample_weights, minlength=class_count)
    painted = np.flatnonzero(sizes)
    each = sample_weights * sample_weights.sum() / (len(painted) * sizes[classes])
    middle = np.average(samples, 0, sample_weights)
    centred = samples - middle
    truth = (classes[:, None] == painted).astype(np.float64)
    shape = len(painted), samples.shape[1] + 1

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        parameters = flat.reshape(shape)
        scores = centred @ parameters[:, :-1].T + parameters[:, -1]
        scores -= scores.max(1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(1, keepdims=True)
        wrong = (chances - truth) * each[:, None]
        value = -(each * np.log((chances * truth).sum(1).clip(1e-300))).sum() + (parameters[:, :-1] ** 2).sum() / 2
        gradient = np.concatenate([wrong.T @ centred + parameters[:, :-1], wrong.sum(0)[:, None]], 1)
        return float(value), gradient.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    fitted = found.x.reshape(shape)
    weights, bias = np.zeros((class_count, samples.shape[1])), np.full(class_count, -np.inf)
    weights[painted], bias[painted] = fitted[:, :-1], fitted[:, -1] - fitted[:, :-1] @ middle
    return weights, bias


def _owners(
    features: FloatArray,
    clusters: IntArray,
    centroids: FloatArray,
    weights: FloatArray,
    offsets: FloatArray,
    votes: NDArray[np.float64],
) -> tuple[tuple[int, ...], ...]:
    """The classes that the rule finds in each cluster, by its pixels, or by its centroid where there are none."""
    given = (features @ weights.T + offsets[clusters]).argmax(1)
    counts = np.zeros(votes.shape)
    np.add.at(counts, (clusters, given), 1)
    alone = (centroids @ weights.T + offsets).argmax(1)
    owners = []
    for cluster, row in enumerate(counts):
        found = np.flatnonzero((row > _LEAST_SHARE * row.sum()) | ((votes[cluster] > 0) & (row > 0)))
        owners.append(tuple(found.tolist()) or (int(alone[cluster]),))
    return tuple(owners)
