"""k-means: by hand, by what must always hold, and alike with FAISS and without."""

from __future__ import annotations

import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from clusternet_qgis.core.clustering import kmeans
from clusternet_qgis.core.errors import Cancelled, OptionsError
from clusternet_qgis.core.progress import Progress

tables = arrays(
    np.float32,
    st.tuples(st.integers(4, 60), st.integers(1, 5)),
    elements=st.floats(-100, 100, width=32),
)


@pytest.fixture(params=["faiss", "plain"])
def door(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to find the nearest centroid."""
    if request.param == "plain":
        monkeypatch.setattr(kmeans, "faiss", None)
    elif kmeans.faiss is None:
        pytest.skip("FAISS is not installed")
    return request.param


def blobs(clusters: int, each: int, features: int = 6, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Well separated clouds, and the cloud of each sample."""
    generator = np.random.default_rng(seed)
    truth = np.repeat(np.arange(clusters), each)
    centres = generator.permutation(clusters)[:, None] * np.full(features, 20.0) + generator.normal(size=features)
    return (centres[truth] + generator.normal(0, 0.5, (len(truth), features))).astype(np.float32), truth


def test_two_pairs_by_hand(door: str) -> None:
    samples = np.array([[0, 0], [0, 2], [10, 0], [10, 2]], np.float32)
    found = kmeans.fit(samples, 2, np.array([[1, 1], [9, 1]], np.float32))
    assert found.centroids.tolist() == [[0, 1], [10, 1]]
    assert found.ids.tolist() == [0, 0, 1, 1]
    assert found.inertia == pytest.approx(1.0)


def test_clouds_are_found_whatever_the_seed(door: str) -> None:
    samples, truth = blobs(5, 40)
    for seed in range(5):
        ids = kmeans.fit(samples, 5, seed=seed).ids
        assert kmeans.normalised_mutual_information(ids, truth) > 0.85


def test_the_objective_falls_with_iterations(door: str) -> None:
    samples = np.random.default_rng(0).normal(size=(400, 3)).astype(np.float32)
    initial = samples[:8]
    inertias = [kmeans.fit(samples, 8, initial, iterations=n).inertia for n in range(8)]
    assert all(later <= earlier + 1e-5 for earlier, later in zip(inertias, inertias[1:], strict=False))
    assert inertias[-1] < 0.8 * inertias[0]


@given(tables, st.integers(1, 4))
def test_ids_are_those_of_the_nearest_centroid(samples: np.ndarray, clusters: int) -> None:
    found = kmeans.fit(samples, clusters, iterations=3)
    distances = ((samples[:, None].astype(np.float64) - found.centroids[None]) ** 2).sum(2)
    chosen = distances[np.arange(len(samples)), found.ids]
    assert chosen == pytest.approx(distances.min(1), abs=0.02 * (1 + np.abs(samples).max()))
    assert found.centroids.shape == (clusters, samples.shape[1])
    assert np.isfinite(found.centroids).all()


@settings(max_examples=50)
@given(tables, st.integers(2, 4))
def test_both_doors_give_equal_distances(samples: np.ndarray, clusters: int) -> None:
    centroids = samples[:clusters]
    _, fast = kmeans.assign(samples, centroids)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kmeans, "faiss", None)
        _, plain = kmeans.assign(samples, centroids)
    assert plain == pytest.approx(fast, abs=0.05)


def test_both_doors_fit_the_same_clusters() -> None:
    samples, _ = blobs(6, 50, seed=3)
    fast = kmeans.fit(samples, 6, seed=1).ids
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kmeans, "faiss", None)
        plain = kmeans.fit(samples, 6, seed=1).ids
    assert kmeans.normalised_mutual_information(fast, plain) == pytest.approx(1)


def test_many_samples_are_assigned_as_few_are(door: str) -> None:
    samples = np.arange(9000, dtype=np.float32)[:, None] / 1000
    ids, distances = kmeans.assign(samples, np.array([[0.0], [8.999]], np.float32))
    assert ids.tolist() == [0] * 4500 + [1] * 4500
    assert distances.max() == pytest.approx(4.499**2, rel=1e-5)
    assert ids.dtype == np.int64
    assert distances.dtype == np.float32


def test_without_faiss_distances_to_all_centroids_are_never_in_memory_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kmeans, "faiss", None)
    samples, centroids = np.zeros((100_000, 1), np.float32), np.zeros((250, 1), np.float32)
    tracemalloc.start()
    kmeans.assign(samples, centroids)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 0.1 * len(samples) * len(centroids) * 4


def test_an_empty_cluster_is_seeded_inside_the_largest(door: str) -> None:
    samples = np.concatenate([np.random.default_rng(0).normal(0, 1, (90, 2)), np.full((10, 2), 50.0)]).astype(
        np.float32
    )
    far = np.array([[0, 0], [50, 50], [1e4, 1e4]], np.float32)
    found = kmeans.fit(samples, 3, far)
    assert (np.bincount(found.ids, minlength=3) > 0).all()
    assert len(np.unique(found.ids[:90])) == 2  # the largest was split
    assert len(np.unique(found.ids[90:])) == 1


def test_means_are_of_the_members_and_empty_ones_of_a_member_of_the_largest() -> None:
    samples = np.array([[1.0], [3.0], [10.0]], np.float32)
    means = kmeans.update_centroids(
        samples, np.array([2, 2, 0]), np.zeros((3, 1), np.float32), np.random.default_rng(0)
    )
    assert means[[0, 2], 0].tolist() == [10, 2]
    assert means[1, 0] in (1, 3)


def test_empty_clusters_are_seeded_in_different_ones() -> None:
    samples = np.concatenate([np.zeros((10, 1)), np.full((8, 1), 50.0)]).astype(np.float32)
    ids = np.repeat([0, 1], [10, 8])
    means = kmeans.update_centroids(samples, ids, np.zeros((4, 1), np.float32), np.random.default_rng(0))
    assert means[:, 0].tolist() == [0, 50, 0, 50]


def test_the_larger_half_of_what_was_halved_is_halved_next() -> None:
    samples = np.repeat(np.array([[0.0], [50.0]], np.float32), [12, 5], 0)
    ids = np.repeat([0, 1], [12, 5])
    means = kmeans.update_centroids(samples, ids, np.zeros((5, 1), np.float32), np.random.default_rng(0))
    assert means[:, 0].tolist() == [0, 50, 0, 0, 50]


def test_fewer_samples_than_clusters_is_one_sentence() -> None:
    with pytest.raises(OptionsError, match=r"3 valid pixels to cluster, fewer than the 4 clusters.*at most 3"):
        kmeans.fit(np.zeros((3, 2), np.float32), 4)


def test_as_many_samples_as_clusters(door: str) -> None:
    samples = np.array([[0.0], [5.0], [9.0]], np.float32)
    assert sorted(kmeans.fit(samples, 3).ids.tolist()) == [0, 1, 2]


def test_equal_samples_cluster_without_numbers_going_wrong(door: str) -> None:
    found = kmeans.fit(np.full((20, 3), 7, np.float32), 4)
    assert np.isfinite(found.centroids).all()
    assert kmeans.distinct(found.centroids).tolist() == [[7, 7, 7]]


def test_the_seed_decides() -> None:
    samples = np.random.default_rng(0).normal(size=(300, 4)).astype(np.float32)
    first, again, other = (kmeans.fit(samples, 10, seed=seed).centroids for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_numbers_of_any_precision_and_layout_are_taken(door: str) -> None:
    samples = np.random.default_rng(0).normal(size=(4, 300)).T  # of double precision, columns first
    found = kmeans.fit(samples, 5, samples[:5], iterations=2)
    assert found.centroids.dtype == np.float32
    again = kmeans.fit(np.ascontiguousarray(samples, np.float32), 5, samples[:5].astype(np.float32), iterations=2)
    assert np.array_equal(found.centroids, again.centroids)
    ids, distances = kmeans.assign(samples, found.centroids.astype(np.float64)[:, ::1])
    assert np.array_equal(ids, found.ids)
    assert (ids.dtype, distances.dtype) == (np.int64, np.float32)
    assert kmeans.kmeans_plusplus(samples, 3, np.random.default_rng(0)).dtype == np.float32


def test_the_first_start_is_from_the_seed_itself_and_the_others_from_others() -> None:
    samples = np.random.default_rng(0).normal(size=(200, 3)).astype(np.float32)

    def start(**options: Any) -> kmeans.Clustering:
        return kmeans.fit(samples, 9, iterations=0, **options)

    assert np.array_equal(start(seed=5).centroids, kmeans.kmeans_plusplus(samples, 9, np.random.default_rng(5)))
    assert np.array_equal(start().centroids, start(seed=0).centroids)
    assert start(seed=5, n_init=9).inertia < start(seed=5).inertia
    bad = np.repeat(samples[:1], 9, 0)
    assert start(initial=bad, n_init=2).inertia < 0.8 * start(initial=bad).inertia


def test_progress_of_several_starts_only_goes_forward() -> None:
    fractions: list[float] = []
    samples = np.random.default_rng(0).random((500, 2))
    kmeans.fit(samples, 20, iterations=4, progress=Progress(fractions.append), n_init=2)
    assert fractions == pytest.approx([0, 1 / 8, 2 / 8, 3 / 8, 4 / 8, 4 / 8, 5 / 8, 6 / 8, 7 / 8, 1])


def rounds_of(monkeypatch: pytest.MonkeyPatch, *arguments: Any, **options: Any) -> tuple[int, kmeans.Clustering]:
    """How many times a fit takes means, and its result."""
    rounds: list[int] = []
    update = kmeans.update_centroids

    def counted(*given: Any) -> np.ndarray:
        rounds.append(1)
        return update(*given)

    with monkeypatch.context() as patch:
        patch.setattr(kmeans, "update_centroids", counted)
        found = kmeans.fit(*arguments, **options)
    return len(rounds), found


def all_rounds(samples: np.ndarray, centroids: np.ndarray, seed: int) -> np.ndarray:
    """Centroids after the full number of rounds, whether or not anything still changes."""
    generator = np.random.default_rng((seed, 0))
    for _ in range(kmeans.ITERATIONS):
        ids, _ = kmeans.assign(samples, centroids)
        centroids = kmeans.update_centroids(samples, ids, centroids, generator)
    return centroids


def test_a_fit_stops_when_labels_repeat_with_the_result_of_all_rounds(
    door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples, _ = blobs(5, 200)
    rounds, found = rounds_of(monkeypatch, samples, 5, samples[::200])
    assert rounds < kmeans.ITERATIONS / 4
    assert np.array_equal(found.centroids, all_rounds(samples, samples[::200], 0))
    fractions: list[float] = []
    kmeans.fit(samples, 5, samples[::200], progress=Progress(fractions.append))
    assert fractions[-1] == 1


def test_a_fit_that_still_changes_takes_all_rounds(door: str, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = np.random.default_rng(0).random((2000, 4), np.float32)
    rounds, found = rounds_of(monkeypatch, samples, 40, samples[:40])
    assert rounds == kmeans.ITERATIONS
    assert np.array_equal(found.centroids, all_rounds(samples, samples[:40], 0))


def test_while_a_cluster_is_empty_another_sample_is_tried_in_each_round(
    door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples = np.repeat(np.array([[0.0], [5.0]], np.float32), [30, 10], 0)
    rounds, found = rounds_of(monkeypatch, samples, 3, np.array([[0.0], [5.0], [9.0]], np.float32))
    assert rounds == kmeans.ITERATIONS
    assert np.array_equal(found.centroids, all_rounds(samples, np.array([[0.0], [5.0], [9.0]], np.float32), 0))


def test_of_several_starts_the_best_is_kept() -> None:
    samples = np.random.default_rng(4).random((400, 3), np.float32)
    bad = np.repeat(samples[:1], 12, 0)
    given = kmeans.fit(samples, 12, bad, iterations=3, seed=1)
    best = kmeans.fit(samples, 12, bad, iterations=3, seed=1, n_init=4)
    assert best.inertia < given.inertia
    again = kmeans.fit(samples, 12, bad, iterations=3, seed=1, n_init=4)
    assert np.array_equal(best.centroids, again.centroids)


def test_initial_centroids_spread_over_clouds() -> None:
    samples, truth = blobs(4, 100)
    centroids = kmeans.kmeans_plusplus(samples, 4, np.random.default_rng(0))
    ids, _ = kmeans.assign(centroids, np.stack([samples[truth == i].mean(0) for i in range(4)]))
    assert sorted(ids.tolist()) == [0, 1, 2, 3]


def test_initial_centroids_come_from_a_part_of_many_samples() -> None:
    samples = np.random.default_rng(0).normal(size=(500, 2)).astype(np.float32)
    centroids = kmeans.kmeans_plusplus(samples, 60, np.random.default_rng(0), limit=50)
    assert len(np.unique(centroids, axis=0)) == 60


def test_cancelling_stops_between_iterations() -> None:
    looks: list[int] = []

    def cancelled() -> bool:
        looks.append(1)
        return len(looks) > 3

    with pytest.raises(Cancelled):
        kmeans.fit(np.zeros((10, 2), np.float32), 2, progress=Progress(is_cancelled=cancelled))
    assert len(looks) == 4


# --- ids that persist


@given(st.integers(1, 12), st.integers(0, 2**31), st.integers(20, 200))
def test_matching_recovers_a_permutation(clusters: int, seed: int, extra: int) -> None:
    generator = np.random.default_rng(seed)
    previous = np.concatenate([np.arange(clusters), generator.integers(0, clusters, extra)])
    shuffled = generator.permutation(clusters)
    assert np.array_equal(kmeans.match_labels(previous, shuffled[previous], clusters)[shuffled[previous]], previous)


@given(st.integers(2, 10), st.integers(0, 2**31))
def test_matching_is_always_one_to_one(clusters: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    previous, current = generator.integers(0, clusters, (2, 50))
    assert sorted(kmeans.match_labels(previous, current, clusters).tolist()) == list(range(clusters))


def test_matching_keeps_most_pixels() -> None:
    previous = np.array([0] * 10 + [1] * 10 + [2] * 10)
    current = np.array([1] * 9 + [0] + [2] * 8 + [0] * 2 + [0] * 10)
    assert kmeans.match_labels(previous, current, 3).tolist() == [2, 0, 1]


# --- agreement


@given(st.integers(2, 8), st.integers(0, 2**31))
def test_agreement_is_one_up_to_relabelling(clusters: int, seed: int) -> None:
    generator = np.random.default_rng(seed)
    ids = generator.integers(0, clusters, 100)
    assert kmeans.normalised_mutual_information(ids, ids) == pytest.approx(1)
    assert kmeans.normalised_mutual_information(ids, generator.permutation(clusters)[ids]) == pytest.approx(1)


def test_agreement_of_independent_ids_is_nothing() -> None:
    generator = np.random.default_rng(0)
    first, second = generator.integers(0, 5, (2, 20000))
    assert kmeans.normalised_mutual_information(first, second) < 0.01


def test_agreement_by_hand() -> None:
    # H(a) = H(b) = ln 2, the joint is uniform over three quarters: 1/2, 1/4, 1/4.
    first, second = np.array([0, 0, 1, 1]), np.array([0, 0, 0, 1])
    h_first, h_second, h_joint = np.log(2), -(0.75 * np.log(0.75) + 0.25 * np.log(0.25)), 1.5 * np.log(2)
    expected = 2 * (h_first + h_second - h_joint) / (h_first + h_second)
    assert kmeans.normalised_mutual_information(first, second) == pytest.approx(expected)


def test_one_cluster_on_both_sides_agrees() -> None:
    ids = np.zeros(10, np.int64)
    assert kmeans.normalised_mutual_information(ids, ids) == 1


def test_distinct_keeps_the_order() -> None:
    table = np.array([[3.0], [1.0], [3.0], [2.0]], np.float32)
    assert kmeans.distinct(table)[:, 0].tolist() == [3, 1, 2]


def test_rows_of_the_same_numbers_in_another_order_are_distinct() -> None:
    table = np.array([[2.0, 1.0], [1.0, 2.0], [1.0, 1.0], [2.0, 1.0]], np.float32)
    assert kmeans.distinct(table).tolist() == [[2, 1], [1, 2], [1, 1]]


def test_rare_clusters_that_lie_apart_do_not_agree() -> None:
    first, second = np.zeros((2, 1000), np.int64)
    first[0] = second[1] = 1
    assert kmeans.normalised_mutual_information(first, second) < 0.01


def test_more_empty_clusters_than_samples_are_seeded_from_samples() -> None:
    samples = np.array([[1, 2], [3, 4]], np.float32)
    means = kmeans.update_centroids(samples, np.array([7, 8]), np.zeros((9, 2), np.float32), np.random.default_rng(0))
    assert {tuple(mean) for mean in means.tolist()} == {(1, 2), (3, 4)}


def on_sphere(samples: int, features: int, radius: float) -> np.ndarray:
    points = np.random.default_rng(0).normal(0, 1, (samples, features))
    return (radius * points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("radius", [1.0, 0.02, 300.0])
def test_spherical_centroids_lie_on_the_sphere_and_the_nearest_has_the_smallest_angle(door: str, radius: float) -> None:
    samples = on_sphere(600, 12, radius)
    found = kmeans.fit(samples, 9, radius=radius, iterations=200)
    assert np.linalg.norm(found.centroids, axis=1) == pytest.approx(radius, rel=1e-5)
    assert np.array_equal(found.ids, (samples @ found.centroids.T).argmax(1))
    for index, centroid in enumerate(found.centroids):  # each is the mean direction of its samples, as it stands still
        mean = samples[found.ids == index].mean(0)
        assert mean @ centroid / np.linalg.norm(mean) / radius > 0.999
