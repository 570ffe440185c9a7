"""Gain and offset between dates: found from what has not changed, whatever the rest has become."""

import numpy as np
import pytest

from clusternet_qgis.core.change.radiometry import GainOffset, match_dates
from clusternet_qgis.core.io.normalisation import NormalisationStats

GAIN, OFFSET = np.array([1.3, 0.8, 1.1]), np.array([-12.0, 9.0, 3.0])


def dates(changed=0.0, noise=1.0, pixels=4000):
    """Values of both dates (3, pixels): before = gain * after + offset, but for a share that has changed."""
    generator = np.random.default_rng(0)
    after = generator.uniform(20, 200, (1, pixels)) + generator.normal(0, 15, (3, pixels))
    before = GAIN[:, None] * after + OFFSET[:, None] + generator.normal(0, noise, after.shape)
    count = int(changed * pixels)
    after[:, :count] = generator.uniform(150, 250, (3, count))
    return before.astype(np.float32), after.astype(np.float32)


@pytest.mark.parametrize("changed", [0.0, 0.1, 0.3])
def test_unchanged_pixels_come_out_alike_whatever_the_others_became(changed):
    before, after = dates(changed)
    found = match_dates(before, after)
    same = slice(int(changed * before.shape[1]), None)
    matched = found.apply(after)[:, same]
    assert np.abs(matched - before[:, same]).mean() < 0.05 * before.std()
    assert np.abs(matched - before[:, same]).mean() < 0.2 * np.abs(after - before)[:, same].mean()
    assert found.gain == pytest.approx(GAIN, rel=0.05)


def test_two_equal_dates_need_nothing():
    before, _ = dates()
    found = match_dates(before, before)
    assert found.gain == pytest.approx(np.ones(3))
    assert found.offset == pytest.approx(np.zeros(3), abs=1e-6)


@pytest.mark.parametrize("pixels", [0, 1, 99])
def test_few_pixels_tell_nothing(pixels):
    before, after = dates(pixels=pixels)
    assert match_dates(before, after).gain.tolist() == [1, 1, 1]


def test_a_band_of_one_value_is_finite():
    before, after = dates()
    after[1] = 7
    found = match_dates(before, after)
    assert np.isfinite([*found.gain, *found.offset]).all()
    assert (found.gain > 0).all()


def test_the_inverse_takes_it_back():
    change = GainOffset(GAIN, OFFSET)
    values = np.random.default_rng(1).uniform(0, 255, (3, 5, 4)).astype(np.float32)
    np.testing.assert_allclose(change.inverse().apply(change.apply(values)), values, atol=1e-3)


def test_statistics_of_the_other_date_normalise_it_as_the_first_is():
    stats = NormalisationStats(np.array([100.0, 90.0, 80.0]), np.array([20.0, 30.0, 25.0]), 1000)
    change = GainOffset(GAIN, OFFSET)
    after = np.random.default_rng(2).uniform(0, 255, (3, 50))
    seen = change.seen_by(stats)
    one = (change.apply(after.astype(np.float32)) - stats.mean[:, None]) / stats.std[:, None]
    two = (after - seen.mean[:, None]) / seen.std[:, None]
    np.testing.assert_allclose(one, two, atol=1e-3)


def test_values_that_have_nothing_in_common_are_not_matched():
    before, after = dates()
    generator = np.random.default_rng(4)
    after[1] = generator.uniform(0, 90, after.shape[1])
    found = match_dates(before, after)
    assert (found.gain[1], found.offset[1]) == (1, 0)
    assert found.gain[[0, 2]] == pytest.approx(GAIN[[0, 2]], rel=0.1)
