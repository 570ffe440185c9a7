"""Watersheds: basins of summits, and passes between them."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from clusternet_qgis.core.io.tiling import Window
from clusternet_qgis.core.objects.flooding import Passes, flood, joined_basins, passes, summits


def hills(size: int = 60) -> np.ndarray:
    """Two hills, of heights 10 and 6, with a pass between them."""
    rows, cols = np.mgrid[:size, :size]
    one = 10 - np.hypot(rows - 30, cols - 18) / 2
    other = 6 - np.hypot(rows - 30, cols - 42) / 2
    return np.maximum(one, other)


def test_each_pixel_belongs_to_the_summit_uphill() -> None:
    surface = hills()
    inside = np.ones(surface.shape, np.bool_)
    rows, cols = summits(surface, inside, Window(0, 0, *surface.shape))
    assert sorted(zip(rows.tolist(), cols.tolist())) == [(30, 18), (30, 42)]
    labels = flood(inside, surface, rows, cols)
    assert set(np.unique(labels)) == {1, 2}
    east = labels[30, 42]
    expected = 6 - np.hypot(*(np.mgrid[:60, :60] - np.array([30, 42])[:, None, None])) / 2 == surface
    assert (labels == east)[expected].mean() > 0.97
    assert all(ndimage.label(labels == number)[1] == 1 for number in (1, 2))


def test_nothing_is_reached_outside_or_without_a_summit() -> None:
    inside = np.zeros((10, 12), np.bool_)
    inside[2:5, 2:5] = inside[7:9, 8:11] = True
    labels = flood(inside, np.ones(inside.shape), np.array([3]), np.array([3]))
    assert (labels[2:5, 2:5] == 1).all()
    assert labels.sum() == 9
    assert not flood(inside, np.ones(inside.shape), np.zeros(0, np.int64), np.zeros(0, np.int64)).any()


def test_a_plateau_has_one_summit() -> None:
    surface = np.zeros((9, 9))
    surface[3:6, 3:6] = 1
    rows, cols = summits(surface, surface > 0, Window(0, 0, 9, 9))
    assert len(rows) == len(cols) == 1
    rows, cols = summits(surface, surface > 0, Window(4, 4, 5, 5))
    assert (rows.tolist(), cols.tolist()) == ([4], [4])


def test_basins_join_over_shallow_passes_only() -> None:
    surface = hills()
    inside = np.ones(surface.shape, np.bool_)
    labels = flood(inside, surface, np.array([30, 30]), np.array([18, 42]))
    over = passes(labels, surface)
    assert over.first.tolist() == [1]
    assert over.second.tolist() == [2]
    height = float(over.height[0])
    assert 1.5 < height < 2.5
    peaks = np.array([0.0, 10.0, 6.0])
    apart, left = joined_basins(peaks, over, 0.5)
    assert apart.tolist() == [0, 1, 2]
    assert left[2] == height / 6
    joined, left = joined_basins(peaks, over, 0.2)
    assert joined.tolist() == [0, 1, 1]
    assert left[1] == 0


def test_of_several_passes_between_two_basins_the_highest_counts() -> None:
    over = Passes.of(np.array([2, 1, 3]), np.array([1, 2, 1]), np.array([1.0, 3.0, 2.0]))
    assert list(zip(over.first.tolist(), over.second.tolist(), over.height.tolist())) == [(1, 2, 3.0), (1, 3, 2.0)]
