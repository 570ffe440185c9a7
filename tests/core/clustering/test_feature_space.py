"""The space that features are clustered in: what counts there, and how much."""

from __future__ import annotations

import numpy as np
import pytest

from clusternet_qgis.core.clustering.feature_space import space_of
from clusternet_qgis.core.networks.block import Block

BLOCKS = (Block(4), Block(3, standardise=False), Block(5))
DEAD = (2, 5, 11)


def features(count: int = 5000) -> np.ndarray:
    """Features of very different means and scales, three of them dead."""
    generator = np.random.default_rng(0)
    scales = 10 ** generator.uniform(-2, 3, 12)
    found = generator.normal(0, 1, (count, 12)) * scales + 100 * generator.normal(0, 1, 12)
    found[:, DEAD] = 7.25
    return found.astype(np.float32)


def split(values: np.ndarray) -> list[np.ndarray]:
    return np.split(values, np.cumsum([block.size for block in BLOCKS])[:-1], axis=1)


def test_each_block_counts_alike() -> None:
    raw = features()
    for part in split(space_of(raw, BLOCKS, first_counts=True).normalised(raw)):
        assert part.mean(0) == pytest.approx(0, abs=1e-3)
        assert part.var(0, dtype=np.float64).sum() == pytest.approx(1, abs=1e-3)


def test_elements_count_alike_or_by_their_variance() -> None:
    raw = features()
    first, second, third = split(space_of(raw, BLOCKS, first_counts=True).normalised(raw))
    assert first.var(0)[[0, 1, 3]] == pytest.approx(1 / 3, rel=1e-3)
    assert third.var(0)[:-1] == pytest.approx(1 / 4, rel=1e-3)
    before, after = split(raw)[1].std(0, dtype=np.float64), second.std(0, dtype=np.float64)
    assert after[:2] / after[0] == pytest.approx(before[:2] / before[0], rel=1e-3)
    assert before[1] / before[0] != pytest.approx(1, rel=0.5)


def test_dead_features_are_0() -> None:
    raw = features()
    space = space_of(raw, BLOCKS, first_counts=True)
    assert (space.normalised(raw)[:, DEAD] == 0).all()
    assert np.isfinite(space.scale).all()
    if_alive = raw.copy()
    if_alive[:, [2, 11]] += 1e3
    assert (space.normalised(if_alive)[:, [2, 11]] == 0).all()


def test_a_block_that_is_dead_altogether_is_0() -> None:
    raw = features()
    raw[:, 4:7] = [1, 2, 3]
    found = space_of(raw, BLOCKS, first_counts=True).normalised(raw)
    assert np.isfinite(found).all()
    assert found[:, 4:7] == pytest.approx(0, abs=1e-3)


def test_the_first_block_counts_only_if_it_shall() -> None:
    raw = features()
    with_it, without = (space_of(raw, BLOCKS, first_counts=counts).normalised(raw) for counts in (True, False))
    assert (without[:, :4] == 0).all()
    assert np.array_equal(with_it[:, 4:], without[:, 4:])
    assert (with_it[:, 0] != 0).any()


def test_units_do_not_matter() -> None:
    raw = features()
    units = np.repeat([3.0, 0.01, 50.0], [4, 3, 5]).astype(np.float32)
    found = [space_of(values, BLOCKS, True).normalised(values) for values in (raw, raw * units)]
    assert found[0] == pytest.approx(found[1], abs=2e-3)


def test_types_are_those_of_the_model_file() -> None:
    space = space_of(features(), BLOCKS, first_counts=True)
    assert space.mean.shape == space.scale.shape == (12,)
    assert space.mean.dtype == space.scale.dtype == np.float32


def test_unit_vectors_keep_their_angles() -> None:
    raw = features(800)
    raw /= np.linalg.norm(raw, axis=1, keepdims=True)
    space = space_of(raw, (Block(12, standardise=False, unit=True),), first_counts=True)
    normalised = space.normalised(raw)
    assert np.linalg.norm(normalised, axis=1) == pytest.approx(space.radius, rel=1e-4)
    assert normalised @ normalised.T == pytest.approx(space.radius**2 * (raw @ raw.T), rel=1e-3, abs=1e-5)
