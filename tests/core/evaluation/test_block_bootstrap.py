"""Intervals of scores grow with how much parts of a map differ."""

from __future__ import annotations

import numpy as np

from clusternet_qgis.core.evaluation.block_bootstrap import BLOCKS_ACROSS, BlockCounter, Intervals

SIDE = 100


def intervals(mapped: np.ndarray, true: np.ndarray, classes: int = 2) -> Intervals | None:
    counter = BlockCounter(SIDE, SIDE, classes)
    rows, cols = np.indices((SIDE, SIDE)).reshape(2, -1)
    half = len(rows) // 2
    for part in (slice(0, half), slice(half, None)):
        counter.add(rows[part], cols[part], mapped.ravel()[part], true.ravel()[part])
    return counter.intervals()


def test_a_perfect_map_is_surely_perfect() -> None:
    true = np.indices((SIDE, SIDE)).sum(0) % 2
    found = intervals(true, true)
    assert found is not None
    assert found.blocks == BLOCKS_ACROSS**2
    assert found.accuracy == found.mean_iou == found.mean_dice == (1, 1)
    assert found.iou.tolist() == [[1, 1], [1, 1]]


def test_errors_in_heaps_make_wider_intervals_than_errors_everywhere() -> None:
    true = np.indices((SIDE, SIDE)).sum(0) % 2
    everywhere = true ^ (np.random.default_rng(0).random((SIDE, SIDE)) < 0.2)
    in_a_heap = true.copy()
    in_a_heap[:20] ^= 1
    widths = []
    for mapped in (everywhere, in_a_heap):
        found = intervals(mapped, true)
        assert found is not None
        low, high = found.accuracy
        assert low <= (mapped == true).mean() <= high
        widths.append(high - low)
    assert widths[1] > 5 * widths[0]


def test_too_few_blocks_have_none() -> None:
    counter = BlockCounter(SIDE, SIDE, 2)
    counter.add(np.arange(10), np.arange(10), np.zeros(10, np.int64), np.zeros(10, np.int64))
    assert counter.intervals() is None


def test_a_class_that_is_nowhere_has_none() -> None:
    true = np.zeros((SIDE, SIDE), np.int64)
    found = intervals(true, true, 3)
    assert found is not None
    assert np.isnan(found.iou[1:]).all()


def test_maps_of_any_size_and_number_of_classes_are_counted() -> None:
    BlockCounter(1, 3, 2).add(np.zeros(3, np.int64), np.arange(3), np.zeros(3, np.int64), np.ones(3, np.int64))
    many = BlockCounter(SIDE, SIDE, 5000)
    many.add(np.array([0]), np.array([0]), np.array([4999]), np.array([0]))
    assert many.intervals() is None
