"""Distances look for the like of each pixel within two pixels of the other date."""

import numpy as np

from clusternet_qgis.core.change.differences import APART, changed_pixels, distances, roughness, threshold_of

ONES = np.ones((1, 30, 30), np.float32)


def test_a_border_that_has_moved_by_the_tolerance_is_no_change_and_farther_is_one():
    before, near, far = (ONES.copy() for _ in range(3))
    for values, border in ((before, 10), (near, 12), (far, 15)):
        values[:, border:] = 5
    assert distances(before, near)[0].max() == 0
    assert distances(before, far)[0].max() == 4
    assert distances(before, near)[1].max() == 4


def test_what_is_not_valid_is_nobodys_like_and_has_no_distance():
    before, after = ONES.copy(), 5 * ONES
    after[:, 3, 3] = 1
    before[:, 3, 3] = np.nan
    near, own = distances(before, after)
    assert np.isnan(near[3, 3])
    assert np.isnan(own[3, 3])
    # The only pixel after that is like the ground before has no value at the other date, yet it has been seen.
    assert near[4, 4] == 0
    after[:, 3, 3] = np.nan
    assert np.nanmin(distances(before, after)[0]) == 4


def test_a_change_reaches_as_far_as_it_differs():
    before, after = ONES.copy(), ONES.copy()
    after[:, 8:20, 8:20] = 21
    near, own = distances(before, after)
    assert (near > 5).sum() == 8 * 8
    changed = changed_pixels(near, own, roughness(before, after), 5.0)
    assert changed[8:20, 8:20].all()
    assert changed.sum() == 12 * 12


def test_the_ground_is_as_rough_as_at_its_quieter_date():
    """A change beside a pixel makes the ground rough at one date only."""
    before, after = ONES.copy(), ONES.copy()
    after[:, 10:20, 10:20] = 7
    assert not roughness(before, after).any()
    assert not roughness(after, before).any()
    rough = np.random.default_rng(1).normal(0, 2, (9, 40, 40)).astype(np.float32)
    # Independent values differ by twice the variance.
    assert abs(roughness(rough, rough).mean() - np.sqrt(2 * 9) * 2) < 0.5
    rough[:, :, 20:] = np.nan
    assert np.isfinite(roughness(rough, rough)).all()
    assert not roughness(rough, rough)[APART:-APART, 20 + APART :].any()


def test_what_differs_less_than_the_ground_around_it_is_no_change():
    near = np.full((9, 9), 10, np.float32)
    ground = np.zeros((9, 9), np.float32)
    ground[:, :4] = 12
    changed = changed_pixels(near, near, ground, 5.0)
    assert not changed[:, :4].any()
    assert changed[:, 4:].all()


def test_the_threshold_is_that_of_unchanged_ground_whatever_changed():
    random = np.random.default_rng(1)
    same = np.abs(random.normal(6, 1, 8000)).astype(np.float32)
    changed = random.normal(60, 5, 2000).astype(np.float32)
    clean, mixed = threshold_of(same), threshold_of(np.concatenate([same, changed]))
    assert 8.5 < clean < 9.5
    assert mixed < 1.25 * clean
    assert threshold_of(0 * same) > 0
    assert threshold_of(same[:0]) > 0
