"""From stroked pixels to a linear classifier: which pixels of which clusters belong to which class."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import BoolArray, DoubleArray, FloatArray, IntArray

# Girard et al. 2019, section 3.4: two classes contest a cluster if each has so much of its stroked pixels.
CONTESTED_SHARE = 0.3
# This share of a pixel's score is its cluster's: with few strokes the cluster is the better evidence.
_CLUSTER_SHARE = 0.4
# Weights of a stroked pixel against the penalty on large weights, in the whitened space. The least is taken that gives
# so large a share of the stroked pixels their class: simple classifiers generalise better.
_STROKE_WEIGHTS = (2e-4, 6e-4, 2e-3)
_LEAST_ACCURACY = 0.98
# Share of the mean variance that is added in each direction, so that whitening does not amplify noise.
_SHRINKAGE = 0.1
# A class that gets no more than this share of a cluster's pixels gets none of them.
_LEAST_SHARE = 0.005
_ITERATIONS = 200


class StrokeClassifier(NamedTuple):
    """The classes of the clusters of a model, and of their pixels.

    A pixel with features x in cluster k belongs to the class c of `owners[k]` with the largest
    `weights[c] @ x + offsets[k, c]`.

    Attributes:
        contested: Number of clusters that two classes claim.
        owners: Classes of which each cluster has pixels; none where no stroke tells.
        weights: (classes, features).
        offsets: (clusters, classes).
    """

    contested: int
    owners: tuple[tuple[int, ...], ...]
    weights: FloatArray
    offsets: FloatArray


class Surroundings(NamedTuple):
    """Pixels around strokes, from which the classifier learns how features vary.

    Attributes:
        features: (pixels, features).
        clusters: Cluster of each pixel (pixels,).
        scatter: Scatter matrix within clusters (features, features).
    """

    features: FloatArray
    clusters: IntArray
    scatter: DoubleArray


def surroundings_of(features: FloatArray, centroids: FloatArray) -> Surroundings:
    """Surroundings from the features of pixels (pixels, features)."""
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

    Strokes vote for the clusters under them. If only one class has been painted, it gets these clusters. With more, a
    multinomial logistic regression tells the classes apart, in a space in which clusters are round (whitened by the
    covariance within clusters, as in linear discriminant analysis), where a few strokes suffice. A pixel's score is
    partly that of its cluster's centroid, so that clusters hold together, except those that strokes of two classes
    claim. Of three strengths of regularisation the strongest is taken by which nearly all stroked pixels get their
    class. Clusters whose pixels all get the same class are not split.

    Args:
        features: Of stroked samples (samples, features), as they are clustered.
        classes: Index of the class of each sample (samples,).
        counts: Number of stroked pixels of each sample (samples,).
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
    all_features = np.concatenate([surroundings.features, features])
    all_clusters = np.concatenate([surroundings.clusters, clusters])
    scatter = surroundings.scatter + _scatter(features - centroids[clusters])
    whitening = _whitening(scatter / len(all_features))
    weights, offsets = _weights_and_offsets(
        features, clusters, classes, counts, whitening, claims.sum(1) > 1, centroids, class_count
    )
    owners = _owners(all_features, all_clusters, centroids, weights, offsets, votes)
    return StrokeClassifier(contested, owners, weights, offsets)


def _weights_and_offsets(
    features: FloatArray,
    clusters: IntArray,
    classes: IntArray,
    counts: IntArray,
    whitening: DoubleArray,
    contested: BoolArray,
    centroids: FloatArray,
    class_count: int,
) -> tuple[FloatArray, FloatArray]:
    """Weights (classes, features) and offsets (clusters, classes), regularised as strongly as the strokes allow."""
    whitened = features.astype(np.float64) @ whitening
    for stroke_weight in _STROKE_WEIGHTS:
        coefficients, bias = _logistic_regression(whitened, classes, stroke_weight * counts, class_count)
        coefficients = coefficients @ whitening.T
        weights = ((1 - _CLUSTER_SHARE) * coefficients).astype(np.float32)
        # In a contested cluster the pixels decide; scaled like the others, so that one set of weights serves all.
        offsets = bias + _CLUSTER_SHARE * centroids @ coefficients.T
        offsets[contested] = (1 - _CLUSTER_SHARE) * bias
        offsets = offsets.astype(np.float32)
        predicted = (features @ weights.T + offsets[clusters]).argmax(1)
        if np.average(predicted == classes, weights=counts) >= _LEAST_ACCURACY:
            break
    return weights, offsets


def unpainted(centroids: FloatArray, class_count: int) -> StrokeClassifier:
    """The classifier without strokes: no cluster has a class."""
    weights = np.zeros((class_count, centroids.shape[1]), np.float32)
    return StrokeClassifier(0, ((),) * len(centroids), weights, np.zeros((len(centroids), class_count), np.float32))


def nearest(features: FloatArray, centroids: FloatArray) -> IntArray:
    """The cluster of each of some features (pixels, features)."""
    distances = (centroids**2).sum(1) - 2 * features @ centroids.T
    return np.asarray(distances.argmin(1), np.int64)


def _scatter(residuals: FloatArray) -> DoubleArray:
    exact = residuals.astype(np.float64)
    return np.asarray(exact.T @ exact)


def _whitening(covariance: DoubleArray) -> DoubleArray:
    """The matrix that whitens residuals: the Cholesky factor of the inverse of their shrunk covariance."""
    mean_variance = max(float(np.trace(covariance)) / len(covariance), 1e-12)
    shrunk = covariance + _SHRINKAGE * mean_variance * np.eye(len(covariance))
    return np.asarray(np.linalg.cholesky(np.linalg.inv(shrunk)))


def _logistic_regression(
    samples: DoubleArray, classes: IntArray, sample_weights: DoubleArray, class_count: int
) -> tuple[DoubleArray, DoubleArray]:
    """Weights (classes, features) and bias (classes,) of a multinomial regression with an L2 penalty.

    All classes have the same weight in it, however many pixels have been painted of each.
    """
    from scipy.optimize import minimize  # only the worker needs it, and QGIS may not have it

    sizes = np.bincount(classes, sample_weights, minlength=class_count)
    painted = np.flatnonzero(sizes)
    each = sample_weights * sample_weights.sum() / (len(painted) * sizes[classes])
    mean = np.average(samples, 0, sample_weights)
    centred = samples - mean
    shape = len(painted), samples.shape[1] + 1
    column, sample = np.searchsorted(painted, classes), np.arange(len(samples))
    each_column = each[:, None]

    def loss(flat: DoubleArray) -> tuple[float, DoubleArray]:
        parameters = flat.reshape(shape)
        scores = centred @ parameters[:, :-1].T + parameters[:, -1]
        scores -= scores.max(1, keepdims=True)
        probabilities = np.exp(scores, out=scores)
        probabilities /= probabilities.sum(1, keepdims=True)
        likelihood = (each * np.log(np.maximum(probabilities[sample, column], 1e-300))).sum()
        probabilities[sample, column] -= 1
        errors = probabilities
        errors *= each_column
        value = -likelihood + (parameters[:, :-1] ** 2).sum() / 2
        gradient = np.concatenate([errors.T @ centred + parameters[:, :-1], errors.sum(0)[:, None]], 1)
        return float(value), gradient.ravel()

    result = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    fitted = result.x.reshape(shape)
    weights, bias = np.zeros((class_count, samples.shape[1])), np.full(class_count, -np.inf)
    weights[painted], bias[painted] = fitted[:, :-1], fitted[:, -1] - fitted[:, :-1] @ mean
    return weights, bias


def _owners(
    features: FloatArray,
    clusters: IntArray,
    centroids: FloatArray,
    weights: FloatArray,
    offsets: FloatArray,
    votes: DoubleArray,
) -> tuple[tuple[int, ...], ...]:
    """The classes of the pixels of each cluster, or that of its centroid where there are none."""
    predicted = (features @ weights.T + offsets[clusters]).argmax(1)
    counts = np.zeros(votes.shape)
    np.add.at(counts, (clusters, predicted), 1)
    of_centroids = (centroids @ weights.T + offsets).argmax(1)
    owners = []
    for cluster, row in enumerate(counts):
        classes = np.flatnonzero((row > _LEAST_SHARE * row.sum()) | ((votes[cluster] > 0) & (row > 0)))
        owners.append(tuple(classes.tolist()) or (int(of_centroids[cluster]),))
    return tuple(owners)
